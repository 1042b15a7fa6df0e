//! Files of another kind than a definition, and how the text in them is reached.

use super::{Language, Sentences, told};

impl Language {
    /// The sentences for a file of another kind, by the word of that kind.
    pub fn other_kind(self, kind: &str) -> Sentences {
        let (message, expected) = match self {
            Self::Dutch => dutch(kind),
            Self::English => english(kind),
        };
        told(message, expected)
    }
}

fn dutch(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "document" => (
            "dit is een document van een tekstverwerker of rekenblad, en geen platte tekst",
            "open het daar, kies Opslaan als, platte tekst (UTF-8), en geef het een naam die eindigt op .toml",
        ),
        "archive" => (
            "dit is een ingepakt bestand, en geen checklist",
            "pak het eerst uit; de checklist is een bestand daarin dat eindigt op .toml",
        ),
        "pdf" => (
            "dit is een pdf, en geen checklist",
            "vraag wie haar maakte om het bestand dat eindigt op .toml, of begin met: pallium checklist new NAAM",
        ),
        "picture" => (
            "dit is een afbeelding, en geen checklist",
            "vraag wie haar maakte om het bestand dat eindigt op .toml, of begin met: pallium checklist new NAAM",
        ),
        "web-page" => (
            "dit is een webpagina of XML, en geen checklist",
            "haal het bestand zelf op: open op de webpagina de kale tekst (Raw, Download) en sla die op",
        ),
        "json" => (
            "dit is JSON, en een checklist is TOML",
            "een formulier van FHIR wordt een checklist met: pallium checklist import BESTAND; anders begint u met: pallium checklist new NAAM",
        ),
        "yaml" => (
            "dit is YAML of een andere tekst met dubbele punten, en een checklist is TOML",
            "schrijf sleutel = \"waarde\" en koppen als [[group]]; een voorbeeld maakt u met: pallium checklist new NAAM",
        ),
        "utf16" => (
            "dit bestand is opgeslagen als UTF-16 (\"Unicode\")",
            "sla het opnieuw op, met de codering UTF-8",
        ),
        "meeting" => (
            "dit is een bijeenkomst uit een notitieboek, en geen checklist",
            "zet het terug in de map van het notitieboek waar het vandaan komt",
        ),
        "one-line" => (
            "alles staat hier op één regel",
            "zet elke sleutel en elke kop op een eigen regel; een kop zoals [[group]] staat alleen",
        ),
        _ => (
            "dit is gewone tekst of een tabel, en geen checklist",
            "een checklist bestaat uit regels als sleutel = \"waarde\" en koppen als [[group]]; een voorbeeld maakt u met: pallium checklist new NAAM",
        ),
    }
}

fn english(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "document" => (
            "this is a word-processor document or spreadsheet, not plain text",
            "open it there, choose Save as, plain text (UTF-8), and give it a name that ends in .toml",
        ),
        "archive" => (
            "this is a compressed archive, not a checklist",
            "unpack it first; the checklist is a file in it that ends in .toml",
        ),
        "pdf" => (
            "this is a PDF, not a checklist",
            "ask who made it for the file that ends in .toml, or begin with: pallium checklist new NAME",
        ),
        "picture" => (
            "this is a picture, not a checklist",
            "ask who made it for the file that ends in .toml, or begin with: pallium checklist new NAME",
        ),
        "web-page" => (
            "this is a web page or XML, not a checklist",
            "get the file itself: open the plain text on the web page (Raw, Download) and save that",
        ),
        "json" => (
            "this is JSON, and a checklist is TOML",
            "a FHIR form becomes a checklist with: pallium checklist import FILE; otherwise begin with: pallium checklist new NAME",
        ),
        "yaml" => (
            "this is YAML or another text with colons, and a checklist is TOML",
            "write key = \"value\" and headers like [[group]]; make an example with: pallium checklist new NAME",
        ),
        "utf16" => ("this file was saved as UTF-16 (\"Unicode\")", "save it again, with the encoding UTF-8"),
        "meeting" => (
            "this is a meeting from a notebook, not a checklist",
            "put it back into the folder of the notebook that it came from",
        ),
        "one-line" => (
            "everything is on one line here",
            "put each key and each header on a line of its own; a header such as [[group]] stands alone",
        ),
        _ => (
            "this is ordinary text or a table, not a checklist",
            "a checklist has lines like key = \"value\" and headers like [[group]]; make an example with: pallium checklist new NAME",
        ),
    }
}
