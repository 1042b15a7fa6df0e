//! What is printed reads back as the same.

use super::values::number;
use super::{print, print_case, print_route};
use crate::checklist::{Checklist, Origin, Parsed, Strictness, parse, shipped};

const EVERYTHING: &str = r#"
format = 1
id = "alles"
version = "1 \"a\" \\ b"
title = { nl = "Alles", en = "Everything" }
purpose = "Eerste alinea.\n\nTweede."
based_on = { id = "markering", version = "2026.1" }
[[source]]
id = "bron"
title = "Bron"
year = 2020
status = "withdrawn"
url = "https://example.org"
evidence = "Cijfers."
[[group]]
id = "groep"
title = "Groep"
help = "**Hulp**"
repeats = true
[[group.item]]
id = "keuze"
type = "choice"
text = "Welke?"
options = [{ code = "a", text = "A", coding = "123", source = "bron" }, { code = "b", text = "B", coding = { system = "loinc", code = "1-2" } }]
ask = "each-participant"
audience = ["patient", "social-domain"]
states = "pzp"
code = "89666000"
source = "bron"
[[group.item.item]]
id = "binnen"
type = "choices"
text = "Welke nog?"
options = [{ code = "a", text = "A" }, { code = "b", text = "B" }]
enable_when = { item = "keuze", in = ["a", "b"] }
[[group.group]]
id = "binnengroep"
title = "Binnen"
enable_when = { all = [{ item = "schaal", at_least = 2, at_most = 8 }, { not = { item = "getal", at_most = 2.5 } }, { any = [{ item = "janee", is = true }, { item = "keuze", is_not = "a" }] }] }
[[group.group.item]]
id = "dag"
type = "date"
text = "Wanneer?"
enable_when = { count = { items = ["janee", "markering/duidelijk"], is = true, at_least = 1, at_most = 1 } }
[[group.group.item]]
id = "kort"
type = "short-text"
text = "Kort?"
states = "none"
enable_when = { judgement = "markeren", checklist = "markering" }
[[group.item]]
id = "schaal"
type = "scale"
text = "Hoe erg?"
min = 0
max = 10
low = "niet"
high = "erg"
[[group.item]]
id = "getal"
type = "number"
text = "Hoeveel?"
unit = "kg"
min = 0.5
max = 1e30
[[group.item]]
id = "janee"
type = "yes-no"
text = "Ja?"
[[group.item]]
id = "lang"
type = "long-text"
text = "Lang?"
enable_when = { item = "dag" }
[[group.item]]
id = "wie"
type = "person"
text = "Wie?"
ask = "who-knows"
[[group.item]]
id = "afspraak"
type = "agreement"
text = "Afspraak"
[[group.item]]
id = "uitleg"
type = "display"
text = "Lees dit."
[[indication]]
id = "indicatie"
when = { item = "lang", answered = true }
text = "Zegt iets."
source = "bron"
[judgement]
text = "Oordeel?"
help = "Hulp"
options = [{ code = "ja", text = "Ja" }, { code = "nee", text = "Nee" }]
source = "bron"
involve = ["arts", ["verpleegkundige", "verzorgende"]]
[[agreement]]
when = { judgement = ["ja", "nee"] }
text = "Wie doet wat?"
[[agreement]]
text = "Altijd"
"#;

const ROUTE: &str = r#"
format = 1
id = "alles"
version = "1"
title = { nl = "Alles", en = "Everything" }
purpose = "Eerst dit, dan dat."
default_for = ["patz", "mdo"]
[[step]]
checklist = "kort"
inline = true
[[step]]
checklist = "markering"
title = "Markering"
folded = true
enable_when = { item = "kort/kleur", is = "rood" }
"#;

const CASE: &str = r#"
format = 1
id = "alles"
version = "1"
title = "Alles"
purpose = "Oefenen."
fictional = true
minutes = 45
for = ["volunteers", "mixed"]
goals = ["Leren.", { nl = "Meer leren.", en = "Learn more." }]
[[source]]
id = "bron"
title = "Bron"
[patient]
label = "meneer B."
age = 0
situation = "Eerste alinea.\n\nTweede."
own_words = "\"Laat mij maar.\""
[[scene]]
id = "een"
title = "Een"
minutes = 15
text = "Er gebeurt iets."
checklist = "markering"
given = { "pzp/reanimatie" = "wel", surprise = ["ja", "nee"], "x/getal" = 3.5, "x/waar" = true }
vote = ["markering/surprise-question", "judgement"]
ballot = [{ id = "wie-eerst", text = { nl = "Wie eerst?", en = "Who first?" }, options = [{ code = "zij", text = "Zij." }, { code = "hij", text = "Hij." }] }]
roles = [{ who = "De zoon", card = "U bent \"moe\"." }]
reveal = { nl = "Nieuws.", en = "News." }
outcome = "Het liep af."
questions = ["Wat nu?", "En dan?"]
debrief = "**Vraag door.**"
source = "bron"
[[scene]]
id = "twee"
title = "Twee"
text = "Verder niets."
"#;

fn read(source: &str) -> Checklist {
    let outcome = parse(source, &Origin { file: None, strictness: Strictness::Own });
    outcome.checklist().unwrap_or_else(|| panic!("{:#?}\n{source}", outcome.diagnostics)).clone()
}

/// A definition as printed, whatever it defines.
fn printed(parsed: &Parsed) -> String {
    match parsed {
        Parsed::Checklist(checklist) => print(checklist),
        Parsed::Route(route) => print_route(route),
        Parsed::Case(case) => print_case(case),
    }
}

#[test]
fn what_is_printed_reads_back_as_the_same() {
    let mut sources: Vec<String> = vec![EVERYTHING.to_owned(), ROUTE.to_owned(), CASE.to_owned()];
    sources.extend(shipped().iter().map(|file| file.source.to_string()));
    for source in sources {
        let read = |source: &str| {
            let outcome = parse(source, &Origin::default());
            outcome.parsed.unwrap_or_else(|| panic!("{:#?}\n{source}", outcome.diagnostics))
        };
        let definition = read(&source);
        let text = printed(&definition);
        assert_eq!(read(&text), definition, "{text}");
        assert_eq!(printed(&read(&text)), text);
    }
}

#[test]
fn the_order_of_the_file_is_kept() {
    let checklist = read(EVERYTHING);
    let order: Vec<&str> = checklist.steps().iter().map(|step| step.part.id().as_str()).collect();
    let expected = "groep keuze binnen binnengroep dag kort schaal getal janee lang wie afspraak uitleg";
    assert_eq!(order.join(" "), expected);
}

#[test]
fn numbers_are_written_so_that_toml_reads_them() {
    for value in [0.0, 1.0, -2.5, 1e30, 1e-7, f64::MAX] {
        let source = format!("a = {}", number(value));
        let table: toml::Table = source.parse().unwrap();
        assert_eq!(table.get("a").unwrap().as_float(), Some(value), "{source}");
    }
}
