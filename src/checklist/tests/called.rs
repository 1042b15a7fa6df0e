//! Where a name or a code belongs and somebody wrote the words of the screen, the one that is called so is proposed, and none is made up.

use std::sync::Arc;

use crate::checklist::{DefinitionFile, Diagnostic, Layer, Library, shipped};

const GOOD: &str = r#"format = 1
id = "proef"
version = "1"
title = "Proef"

[[source]]
id = "visie"
title = "Visie op zorg"

[[group]]
id = "a"
title = "Klachten"

[[group.item]]
id = "bed"
type = "yes-no"
text = "Staat er een bed beneden?"
source = "visie"

[[group.item]]
id = "plek"
type = "choice"
text = "Waar verblijft iemand?"
label = "Verblijf"
options = [
  { code = "thuis", text = "Thuis, met hulp" },
  { code = "hospice", text = { nl = "In een hospice", en = "In a hospice" } },
  { code = "elders", text = "Ergens anders", source = "visie" },
]
enable_when = { item = "bed", is = true }

[[group.item]]
id = "sinds"
type = "date"
text = "Sinds?"
enable_when = { item = "plek", in = ["hospice", "elders"] }

[[group.item]]
id = "meer"
type = "yes-no"
text = "Meer?"
enable_when = { item = "markering/aanleiding", is = "kwetsbaarheid" }

[judgement]
text = "Is het genoeg zo?"
options = [
  { code = "ja", text = "Ja, zo kan het" },
  { code = "nee", text = "Nee, er moet nog iets gebeuren" },
]

[[agreement]]
when = { judgement = "nee" }
text = "Bellen"

[[agreement]]
when = { judgement = "markeren", checklist = "markering" }
text = "Vragen"
"#;

/// What is written otherwise, the rules that are told, and what is proposed.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("judgement = \"nee\"", "judgement = \"Nee, er moet nog iets gebeuren\"", "onbekende-optie", "nee"),
    ("judgement = \"nee\"", "judgement = \"Nee\"", "onbekende-optie", "nee"),
    ("judgement = \"nee\"", "judgement = \"nee-er-moet-nog-iets-gebeuren\"", "onbekende-optie", "nee"),
    ("judgement = \"nee\"", "judgement = [\"Ja, zo kan het\"]", "onbekende-optie", "ja"),
    ("judgement = \"nee\"", "judgement = \"Misschien wel\"", "onbekende-optie", ""),
    ("in = [\"hospice\", \"elders\"]", "in = [\"In een hospice\", \"elders\"]", "onbekende-optie", "hospice"),
    ("in = [\"hospice\", \"elders\"]", "in = [\"hospice\", \"Ergens anders\"]", "onbekende-optie", "elders"),
    ("in = [\"hospice\", \"elders\"]", "is = \"In een hospice\"", "onbekende-optie", "hospice"),
    ("in = [\"hospice\", \"elders\"]", "is = \"in een  Hospice\"", "onbekende-optie", "hospice"),
    ("in = [\"hospice\", \"elders\"]", "is = \"In a hospice\"", "onbekende-optie", "hospice"),
    ("in = [\"hospice\", \"elders\"]", "is_not = \"Thuis\"", "onbekende-optie", "thuis"),
    ("in = [\"hospice\", \"elders\"]", "is = \"Thuis, met\"", "onbekende-optie", "thuis"),
    ("in = [\"hospice\", \"elders\"]", "is = \"ergens_anders\"", "onbekende-optie", "elders"),
    ("in = [\"hospice\", \"elders\"]", "is = \"In een hospiec\"", "onbekende-optie", "hospice"),
    ("in = [\"hospice\", \"elders\"]", "is = \"Op de maan\"", "onbekende-optie", ""),
    ("item = \"bed\"", "item = \"Staat er een bed beneden?\"", "ongeldige-naam", "bed"),
    ("item = \"bed\"", "item = \"Bed\"", "ongeldige-naam", "bed"),
    ("item = \"plek\"", "item = \"Verblijf\"", "ongeldige-naam", "plek"),
    ("item = \"plek\"", "item = \"verblijf\"", "onbekende-vraag", "plek"),
    ("item = \"plek\"", "item = \"Waar verblijft\"", "ongeldige-naam", "plek"),
    ("item = \"plek\"", "item = \"Iets heel anders\"", "ongeldige-naam", ""),
    ("\"visie\"\n\n", "\"Visie op zorg\"\n\n", "ongeldige-naam", "visie"),
    ("\"visie\"\n\n", "\"visie-op-zorg\"\n\n", "onbekende-bron", "visie"),
    ("\"visie\"\n\n", "\"Een ander boek\"\n\n", "ongeldige-naam", ""),
    ("source = \"visie\" }", "source = [\"Visie op zorg\"] }", "ongeldige-naam", "visie"),
    ("is = \"kwetsbaarheid\"", "is = \"Kwetsbaarheid\"", "onbekende-optie", "kwetsbaarheid"),
    ("is = \"kwetsbaarheid\"", "is = \"iets van vroeger\"", "onbekende-optie", ""),
    ("\"markering/aanleiding\"", "\"Markering/aanleiding\"", "onbekende-checklist", "markering/aanleiding"),
    ("\"markering/aanleiding\"", "\"markering/Aanleiding\"", "onbekende-vraag", "markering/aanleiding"),
    ("judgement = \"markeren\"", "judgement = \"Markeren\"", "onbekende-optie", "markeren"),
    ("checklist = \"markering\"", "checklist = \"Markering\"", "onbekende-checklist", "markering"),
];

fn told(source: &str) -> Vec<Diagnostic> {
    let mut files = shipped();
    files.push(DefinitionFile::new(Layer::User, "proef.toml", Arc::from(source)));
    let library = Library::new(files);
    let own = library.problems().iter().find(|one| one.layer == Layer::User);
    own.map(|one| one.diagnostics.clone()).unwrap_or_default()
}

#[test]
fn words_for_a_name_are_one_fault_with_the_name() {
    let good: Vec<_> = told(GOOD).iter().map(|one| one.code.as_str()).collect();
    assert_eq!(good, ["ontbrekende-vertaling"]);
    let wrong: Vec<_> = WORDS
        .iter()
        .filter_map(|(good, words, codes, meant)| {
            assert!(GOOD.contains(good), "{good}");
            let found = told(&GOOD.replacen(good, words, 1));
            let found: Vec<_> =
                found.iter().filter(|one| one.code.as_str() != "ontbrekende-vertaling").collect();
            let named: Vec<&str> = found.iter().map(|one| one.code.as_str()).collect();
            let proposed = found.iter().find_map(|one| one.suggestion.as_deref()).unwrap_or_default();
            let found = (named.join(" "), proposed.to_owned());
            (found.0 != *codes || found.1 != *meant).then_some((*words, *codes, *meant, found))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
