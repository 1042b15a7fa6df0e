//! What is wrong with a text that cannot be read at all.

use super::{Language, Sentences, told};

impl Language {
    /// The sentences for a fault in the way a file is written, by the word of the fault.
    pub fn syntax_fault(self, fault: &str) -> Sentences {
        let (message, expected) = match self {
            Self::Dutch => dutch(fault),
            Self::English => english(fault),
        };
        told(message, expected)
    }
}

fn dutch(fault: &str) -> (&'static str, &'static str) {
    match fault {
        "unclosed-header" => ("deze kop wordt niet gesloten", "verwacht: evenveel ] als ["),
        "unclosed-list" => ("deze lijst wordt niet gesloten", "bij deze [ ontbreekt een ]"),
        "unclosed-table" => ("deze tabel wordt niet gesloten", "bij deze { ontbreekt een }"),
        "unclosed-text" => {
            ("deze tekst wordt niet gesloten", "het laatste aanhalingsteken ontbreekt op deze regel")
        }
        "broken-text" => (
            "deze tekst loopt door op een volgende regel",
            "zet de tekst op één regel, of tussen drie aanhalingstekens: \"\"\"...\"\"\"",
        ),
        "missing-braces" => ("hier ontbreken de accolades { }", "verwacht: { sleutel = ..., sleutel = ... }"),
        "comparison-sign" => (
            "een voorwaarde kent de tekens <, > en != niet",
            "gebruik at_least = 4 (4 of meer), at_most = 4 (4 of minder) of is_not",
        ),
        "unclosed-long-text" => (
            "deze tekst van meer regels wordt niet gesloten",
            "de drie aanhalingstekens aan het eind ontbreken",
        ),
        "duplicate-key" => ("deze sleutel staat hier dubbel", "laat er één staan"),
        "finished-table" => {
            ("hier wordt iets toegevoegd aan een onderdeel dat al af is", "zet het bij het onderdeel zelf")
        }
        "key-without-equals" => ("op deze regel ontbreekt een =", "verwacht: sleutel = waarde"),
        "colon-for-equals" => {
            ("op deze regel staat een : waar een = hoort", "verwacht: sleutel = waarde, op elke regel")
        }
        "curly-quotes" => ("op deze regel staan gekrulde aanhalingstekens", "gebruik rechte: \"...\""),
        "decimal-comma" => ("dit getal heeft een komma", "schrijf een punt in plaats van de komma"),
        "comment-sign" => ("een toelichting begint hier met een ander teken", "begin een toelichting met #"),
        "code-fence" => (
            "om deze tekst staan regels met ``` of ~~~, die niet van de checklist zijn",
            "haal deze regel weg, wat erboven staat, en de regel ermee aan het eind",
        ),
        "merge-conflict" => (
            "in dit bestand staan twee versies door elkaar: een samenvoeging is niet afgemaakt",
            "kies wat blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
        ),
        "reply-signs" => {
            ("vóór elke regel staat een >, zoals in een antwoord op een e-mail", "haal die tekens weg")
        }
        "line-numbers" => ("vóór elke regel staat een nummer", "haal de nummers weg"),
        "web-quotes" => {
            ("aanhalingstekens staan hier als &quot;, zoals op een webpagina", "schrijf \" waar &quot; staat")
        }
        "web-line-ends" => {
            ("aan het eind van regels staat <br>, zoals op een webpagina", "haal die tekens weg")
        }
        "sign-before-key" => (
            "vóór deze regel staat een teken, zoals in een opsomming",
            "haal het weg; een regel begint met de sleutel of met [",
        ),
        "second-key" => ("op deze regel staan twee sleutels", "zet elke sleutel op een eigen regel"),
        "equals-for-test" => (
            "in deze voorwaarde is de toets niet goed geschreven",
            "schrijf een komma en de toets: { item = \"...\", is = ... }",
        ),
        "bad-header" => (
            "deze kop is niet goed geschreven",
            "een kop staat tussen [[ en ]], met punten tussen de delen en niets ernaast",
        ),
        "commented-header" => (
            "deze kop staat achter een teken voor een toelichting, en telt dus niet mee",
            "haal dat teken weg, of zet het ook voor de regels eronder",
        ),
        "doubled-header" => {
            ("deze kop staat er nog eens, met niets eronder", "haal deze weg, of zet er iets onder")
        }
        "lost-header" => (
            "hier begint een nieuw onderdeel, maar de kop ontbreekt",
            "zet er een kop boven, zoals [[group]] of [[group.item]]",
        ),
        "round-brackets" => (
            "hier staan ronde haakjes",
            "schrijf { en } om één onderdeel met sleutels, [ en ] om een lijst, en niets om een enkele waarde",
        ),
        "list-in-braces" => ("een lijst staat niet tussen accolades", "schrijf [ en ]"),
        "semicolon-for-comma" => ("tussen twee onderdelen staat een puntkomma", "schrijf een komma"),
        "comma-at-end" => ("aan het eind van een regel hoort geen komma", "haal de komma weg"),
        "grouped-number" => ("in dit getal staan tekens tussen de cijfers", "schrijf de cijfers aan elkaar"),
        "number-in-words" => ("hier hoort een getal", "schrijf alleen cijfers, zonder aanhalingstekens"),
        "apostrophe-in-text" => {
            ("in deze tekst staat een apostrof", "zet de tekst tussen dubbele aanhalingstekens: \"...\"")
        }
        "semicolon" => ("aan het eind van een regel hoort geen puntkomma", "haal de ; weg"),
        "quotes-in-text" => {
            ("in deze tekst staan aanhalingstekens", "gebruik binnen de tekst enkele: 'goed'")
        }
        "truth-in-words" => ("waar of onwaar heet hier anders", "verwacht: true of false"),
        "no-break-space" => {
            ("hier staat een vaste spatie of een andere spatie die geen gewone is", "typ een gewone spatie")
        }
        "invisible-sign" => {
            ("hier staat een teken dat u niet ziet", "haal het weg; het komt vaak mee met plakken")
        }
        "look-alike" => {
            ("dit teken lijkt op een ander, dat hier hoort", "typ het gewone teken van uw toetsenbord")
        }
        "sign-for-equals" => (
            "tussen een sleutel en een waarde hoort een enkele =",
            "schrijf één = in de plaats van deze tekens",
        ),
        "spaced-key" => (
            "een sleutel is één woord",
            "schrijf _ tussen de delen; een vertaling staat achter de sleutel: { nl = \"...\", en = \"...\" }",
        ),
        "skipped-header" => (
            "deze kop slaat een onderdeel over en ligt daardoor te diep",
            "haal een deel van de kop weg, of zet eerst de kop en de sleutels van het onderdeel ertussen",
        ),
        "missing-value" => ("achter de = staat niets", "verwacht: een waarde"),
        "extra-equals" => ("hier staat een = te veel", "verwacht: één = per sleutel"),
        "missing-key-in-table" => ("in deze tabel staat iets zonder sleutel", "verwacht: sleutel = waarde"),
        "missing-equals-in-table" => ("in deze tabel ontbreekt een =", "verwacht: sleutel = waarde"),
        "missing-comma" => {
            ("tussen twee onderdelen ontbreekt een komma", "verwacht: een komma vóór dit onderdeel")
        }
        "extra-comma" => ("hier staat een komma te veel", "haal deze komma weg"),
        "never-opened" => {
            ("dit haakje sluit iets dat niet is geopend", "haal het weg, of zet het begin erbij")
        }
        "text-after-value" => {
            ("achter de waarde staat nog iets op deze regel", "verwacht: het einde van de regel")
        }
        "unquoted-text" => ("deze tekst staat niet tussen aanhalingstekens", "verwacht: \"...\""),
        "missing-opening-quote" => ("vóór deze tekst ontbreekt een aanhalingsteken", "verwacht: \"...\""),
        "missing-long-opening" => (
            "deze tekst eindigt met drie aanhalingstekens en begint er niet mee",
            "verwacht: \"\"\"...\"\"\"",
        ),
        "bad-key" => ("deze sleutel is niet te lezen", "letters, cijfers, - en _"),
        "empty-key" => ("vóór de = ontbreekt een sleutel", "verwacht: sleutel = waarde"),
        "bad-escape" => ("na deze \\ volgt een onbekend teken", "schrijf \\\\ voor een gewone \\"),
        "control-character" => ("hier staat een onzichtbaar stuurteken", "haal het weg"),
        "bad-text" => ("deze tekst is niet te lezen", "verwacht: een tekst tussen rechte aanhalingstekens"),
        "bad-number" => {
            ("dit getal is niet te lezen", "bijvoorbeeld 7 of 3.5; een tekst hoort tussen aanhalingstekens")
        }
        "bad-date" => ("deze datum is niet te lezen", "een versie of tekst hoort tussen aanhalingstekens"),
        "nested" => ("dit ligt te diep in elkaar om te lezen", "maak het eenvoudiger"),
        _ => ("deze regel is niet te lezen", "verwacht: sleutel = waarde, of een [[onderdeel]]"),
    }
}

fn english(fault: &str) -> (&'static str, &'static str) {
    match fault {
        "unclosed-header" => ("this header is not closed", "expected: as many ] as ["),
        "unclosed-list" => ("this list is not closed", "the ] for this [ is missing"),
        "unclosed-table" => ("this table is not closed", "the } for this { is missing"),
        "unclosed-text" => ("this text is not closed", "the last quote is missing on this line"),
        "broken-text" => (
            "this text runs on to the next line",
            "put the text on one line, or in three quotes: \"\"\"...\"\"\"",
        ),
        "missing-braces" => ("the braces { } are missing here", "expected: { key = ..., key = ... }"),
        "comparison-sign" => (
            "a condition cannot use the signs <, > and !=",
            "use at_least = 4 (4 or more), at_most = 4 (4 or less) or is_not",
        ),
        "unclosed-long-text" => {
            ("this text of several lines is not closed", "the three quotes at the end are missing")
        }
        "duplicate-key" => ("this key appears here twice", "keep one of them"),
        "finished-table" => {
            ("something is added here to a part that was already finished", "put it with the part itself")
        }
        "key-without-equals" => ("an = is missing on this line", "expected: key = value"),
        "colon-for-equals" => {
            ("this line has a : where an = belongs", "expected: key = value, on every line")
        }
        "curly-quotes" => ("this line has curly quotes", "use straight ones: \"...\""),
        "decimal-comma" => ("this number has a comma", "write a point instead of the comma"),
        "comment-sign" => ("a comment begins with another sign here", "begin a comment with #"),
        "code-fence" => (
            "this text is enclosed in lines with ``` or ~~~ that do not belong to the checklist",
            "remove this line, everything above it, and the matching line at the end",
        ),
        "merge-conflict" => (
            "two versions of this file are mixed: a merge was not finished",
            "choose what to keep, and remove the lines with <<<<<<<, ======= and >>>>>>>",
        ),
        "reply-signs" => ("every line begins with >, as in a reply to an e-mail", "remove those signs"),
        "line-numbers" => ("every line begins with a number", "remove the numbers"),
        "web-quotes" => ("quotes are written as &quot; here, as on a web page", "write \" instead of &quot;"),
        "web-line-ends" => ("lines end with <br>, as on a web page", "remove those signs"),
        "sign-before-key" => {
            ("this line begins with a sign, as in a list", "remove it; a line begins with its key or with [")
        }
        "second-key" => ("there are two keys on this line", "put every key on a line of its own"),
        "equals-for-test" => (
            "the test in this condition is not written correctly",
            "write a comma and the test: { item = \"...\", is = ... }",
        ),
        "bad-header" => (
            "this header is not written correctly",
            "a header is between [[ and ]], with points between its parts and nothing beside it",
        ),
        "commented-header" => (
            "this header is commented out, so it does not count",
            "remove that sign, or put it before the lines below as well",
        ),
        "doubled-header" => {
            ("this header is here once more, with nothing below it", "remove it, or put something below it")
        }
        "lost-header" => (
            "a new part begins here, but its header is missing",
            "put a header above it, such as [[group]] or [[group.item]]",
        ),
        "round-brackets" => (
            "there are round brackets here",
            "write { and } around one part with keys, [ and ] around a list, and nothing around a single value",
        ),
        "list-in-braces" => ("a list is not written in braces", "write [ and ]"),
        "semicolon-for-comma" => ("there is a semicolon between two parts", "write a comma"),
        "comma-at-end" => ("there should be no comma at the end of a line", "remove the comma"),
        "grouped-number" => {
            ("there are signs between the digits of this number", "write the digits without them")
        }
        "number-in-words" => ("this should be a number", "write digits only, without quotes"),
        "apostrophe-in-text" => {
            ("there is an apostrophe in this text", "put the text in double quotes: \"...\"")
        }
        "semicolon" => ("there should be no semicolon at the end of a line", "remove the ;"),
        "quotes-in-text" => ("there are quotes within this text", "use single ones within the text: 'good'"),
        "truth-in-words" => ("true or false is written differently here", "expected: true or false"),
        "no-break-space" => {
            ("this is a no-break space, or another that is not an ordinary space", "type an ordinary space")
        }
        "invisible-sign" => {
            ("there is a character here that you cannot see", "remove it; it often comes along when pasting")
        }
        "sign-for-equals" => {
            ("a single = goes between a key and its value", "write one = instead of these characters")
        }
        "spaced-key" => (
            "a key is one word",
            "write _ between its parts; a translation goes after the key: { nl = \"...\", en = \"...\" }",
        ),
        "skipped-header" => (
            "this header skips a part and is therefore nested too deep",
            "remove part of the header, or first write the header and keys of the part in between",
        ),
        "look-alike" => (
            "this character looks like another one that belongs here",
            "type the ordinary character of your keyboard",
        ),
        "missing-value" => ("there is nothing after the =", "expected: a value"),
        "extra-equals" => ("there is one = too many here", "expected: one = for each key"),
        "missing-key-in-table" => ("there is something without a key in this table", "expected: key = value"),
        "missing-equals-in-table" => ("an = is missing in this table", "expected: key = value"),
        "missing-comma" => ("a comma is missing between two parts", "expected: a comma before this part"),
        "extra-comma" => ("there is one comma too many here", "remove this comma"),
        "never-opened" => {
            ("this bracket closes something that was not opened", "remove it, or add its beginning")
        }
        "text-after-value" => ("something follows the value on this line", "expected: the end of the line"),
        "unquoted-text" => ("this text is not in quotes", "expected: \"...\""),
        "missing-opening-quote" => ("a quote is missing before this text", "expected: \"...\""),
        "missing-long-opening" => {
            ("this text ends with three quotes but does not begin with them", "expected: \"\"\"...\"\"\"")
        }
        "bad-key" => ("this key cannot be read", "letters, digits, - and _"),
        "empty-key" => ("a key is missing before the =", "expected: key = value"),
        "bad-escape" => ("an unknown character follows this \\", "write \\\\ for an ordinary \\"),
        "control-character" => ("there is an invisible control character here", "remove it"),
        "bad-text" => ("this text cannot be read", "expected: text in straight quotes"),
        "bad-number" => ("this number cannot be read", "for example 7 or 3.5; text belongs in quotes"),
        "bad-date" => ("this date cannot be read", "a version or text belongs in quotes"),
        "nested" => ("this is nested too deep to be read", "make it simpler"),
        _ => ("this line cannot be read", "expected: key = value, or a [[section]]"),
    }
}
