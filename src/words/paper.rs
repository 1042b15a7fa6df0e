//! What the screen says of papers on their way outside.

use super::sentences;

sentences! {
    /// Title.
    paper_title => "Papier", "Paper";
    /// A label: which paper.
    paper_which => "Blad", "Sheet";
    /// A label: for which reader.
    paper_for => "Voor", "For";
    /// A label: whose agreements.
    paper_of => "Van", "Of";
    /// A label: in which format.
    paper_format => "Vorm", "Format";
    /// A label: of which year.
    paper_year => "Jaar", "Year";
    /// Of all time.
    paper_all_years => "alle jaren", "all years";
    /// Of whoever.
    paper_everybody => "iedereen", "everybody";
    /// A paper.
    paper_patient => "verslag van deze patiënt", "minutes of this patient";
    /// A paper.
    paper_minutes => "verslag van de hele bijeenkomst", "minutes of the whole meeting";
    /// A paper.
    paper_summary => "samenvatting van deze patiënt (PZP)", "summary of this patient (PZP)";
    /// A paper.
    paper_agreements => "openstaande afspraken per persoon", "open agreements by person";
    /// A paper.
    paper_mirror => "spiegelinformatie", "mirror information";
    /// A reader.
    paper_for_dossier => "het dossier", "the patient's record";
    /// A reader.
    paper_for_hap => "de huisartsenpost", "the out-of-hours GP service";
    /// A reader.
    paper_for_social => "sociaal domein en vrijwilligers", "the social domain and volunteers";
    /// A reader.
    paper_for_patient => "patiënt en naasten", "patient and relatives";
    /// A format.
    paper_text => "tekst, om te plakken", "text, to paste";
    /// A format.
    paper_markdown => "Markdown", "Markdown";
    /// A format.
    paper_html => "webpagina (HTML), om te lezen en af te drukken", "web page (HTML), to read and print";
    /// What it is made from is being read.
    paper_reading => "Het notitieboek wordt gelezen.", "The notebook is being read.";
    /// The meeting of the paper is not there any more.
    paper_nothing => "Van dit blad is niets te maken: de bijeenkomst is niet meer open.",
        "Nothing can be made of this sheet: the meeting is not open any more.";
    /// Not everything is on the disk.
    paper_not_saved => "Wat nog niet is opgeslagen, staat niet op dit blad.",
        "What is not saved yet is not on this sheet.";
}
