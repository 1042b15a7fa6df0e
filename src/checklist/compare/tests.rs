//! What is found between two versions, and what is not.

use super::*;
use crate::checklist::{Localized, Origin, parse, shipped};

const EARLIER: &str = r#"
format = 1
id = "proef"
version = "1"
title = "Proef"
[[source]]
id = "boek"
title = "Een boek"
year = 2020
[[group]]
id = "begin"
title = "Begin"
[[group.item]]
id = "sq"
type = "choice"
text = "Zou het u verbazen?"
label = "Surprise question"
source = "boek"
options = [{ code = "ja", text = "Ja" }, { code = "nee", text = "Nee" }]
[[group.item]]
id = "wie"
type = "short-text"
text = "Wie?"
enable_when = { item = "sq", is = "nee" }
[[group]]
id = "slot"
title = "Slot"
[[group.item]]
id = "nog"
type = "long-text"
text = "Nog iets?"
[judgement]
text = "En nu?"
options = [{ code = "a", text = "A" }, { code = "b", text = "B" }]
"#;

fn read(source: &str) -> Checklist {
    let outcome = parse(source, &Origin::default());
    outcome.checklist().cloned().unwrap_or_else(|| panic!("{:?}\n{source}", outcome.diagnostics))
}

fn changed(pairs: &[(&str, &str)]) -> Checklist {
    let mut source = EARLIER.to_owned();
    for (from, to) in pairs {
        assert!(source.contains(from), "{from}");
        source = source.replacen(from, to, 1);
    }
    read(&source)
}

fn differences(pairs: &[(&str, &str)]) -> Vec<Difference> {
    compare(&read(EARLIER), &changed(pairs))
}

fn item(name: &str) -> Place {
    Place::Item(name.into())
}

fn text(text: &str) -> Value {
    Value::Text(Localized::dutch(text))
}

#[test]
fn the_same_checklist_differs_in_nothing_whatever_its_version_and_lines() {
    assert_eq!(differences(&[("version = \"1\"", "# anders\nversion = \"2\"\n")]), []);
    for file in shipped() {
        if let Some(checklist) = parse(&file.source, &Origin::default()).checklist() {
            assert_eq!(compare(checklist, checklist), [], "{}", file.file);
        }
    }
}

#[test]
fn a_change_names_its_part_and_both_values() {
    let found = differences(&[
        ("Zou het u verbazen?", "Zou het mij verbazen?"),
        ("short-text", "person"),
        ("is = \"nee\"", "is = \"ja\""),
        ("year = 2020", "year = 2026"),
        ("text = \"B\"", "text = \"Beter\""),
    ]);
    let changes: Vec<(Place, Aspect)> = found
        .iter()
        .map(|one| match &one.change {
            Change::Changed { aspect, .. } => (one.place.clone(), *aspect),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        (Place::Source("boek".into()), Aspect::Year),
        (item("sq"), Aspect::Text),
        (item("wie"), Aspect::Type),
        (item("wie"), Aspect::Condition),
        (Place::JudgementOption("b".into()), Aspect::Text),
    ];
    assert_eq!(changes, expected);
    let question = &found[1];
    assert_eq!(question.title.nl, "Surprise question");
    let (from, to) = (text("Zou het u verbazen?"), text("Zou het mij verbazen?"));
    assert_eq!(question.change, Change::Changed { aspect: Aspect::Text, from, to });
}

#[test]
fn what_comes_and_goes_is_told_as_a_whole() {
    let option = "{ code = \"nee\", text = \"Nee\" }";
    let found = differences(&[
        (option, &format!("{option}, {{ code = \"soms\", text = \"Soms\" }}")),
        (
            "[[group.item]]\nid = \"nog\"\ntype = \"long-text\"\ntext = \"Nog iets?\"",
            "[[group.item]]\nid = \"keuze\"\ntype = \"choice\"\ntext = \"Keuze\"\noptions = [{ code = \"x\", text = \"X\" }, { code = \"y\", text = \"Y\" }]",
        ),
        (
            "[judgement]\ntext = \"En nu?\"\noptions = [{ code = \"a\", text = \"A\" }, { code = \"b\", text = \"B\" }]",
            "",
        ),
    ]);
    let told: Vec<(&Place, bool)> =
        found.iter().map(|one| (&one.place, matches!(one.change, Change::Added(_)))).collect();
    let (soms, keuze, nog) = (Place::Option("sq".into(), "soms".into()), item("keuze"), item("nog"));
    assert_eq!(told, [(&soms, true), (&keuze, true), (&nog, false), (&Place::Judgement, false)]);
}

#[test]
fn another_place_and_another_order() {
    let wie = "[[group.item]]\nid = \"wie\"\ntype = \"short-text\"\ntext = \"Wie?\"\nenable_when = { item = \"sq\", is = \"nee\" }\n";
    let found = differences(&[(wie, ""), ("title = \"Slot\"\n", &format!("title = \"Slot\"\n{wie}"))]);
    let (begin, slot) = (Place::Group("begin".into()), Place::Group("slot".into()));
    let changes: Vec<(&Place, &Change)> = found.iter().map(|one| (&one.place, &one.change)).collect();
    assert_eq!(changes, [(&item("wie"), &Change::Moved(begin, slot))]);
    let swapped = differences(&[(
        "{ code = \"ja\", text = \"Ja\" }, { code = \"nee\", text = \"Nee\" }",
        "{ code = \"nee\", text = \"Nee\" }, { code = \"ja\", text = \"Ja\" }",
    )]);
    let order = ["nee", "ja"].map(|code| Place::Option("sq".into(), code.into()));
    assert_eq!(swapped.len(), 1);
    assert_eq!((&swapped[0].place, &swapped[0].change), (&item("sq"), &Change::Reordered(order.into())));
}

#[test]
fn own_changes_are_told_apart_from_those_of_the_newer_version() {
    let newer = differences(&[
        ("Zou het u verbazen?", "Zou het mij verbazen?"),
        ("text = \"Wie?\"", "text = \"Wie dan?\""),
        ("title = \"Begin\"", "title = \"Het begin\""),
        (
            "[[group]]\nid = \"slot\"\ntitle = \"Slot\"\n[[group.item]]\nid = \"nog\"\ntype = \"long-text\"\ntext = \"Nog iets?\"\n",
            "",
        ),
    ]);
    let own = differences(&[
        ("Zou het u verbazen?", "Zou het iemand verbazen?"),
        ("text = \"Wie?\"", "text = \"Wie dan?\""),
        ("Nog iets?", "Verder nog iets?"),
    ]);
    let of = |place: Place| {
        let found = newer.iter().find(|one| one.place == place).unwrap();
        against(found, &own)
    };
    assert_eq!(of(item("sq")), Own::Otherwise);
    assert_eq!(of(item("wie")), Own::Same);
    assert_eq!(of(Place::Group("begin".into())), Own::Untouched);
    assert_eq!(of(item("nog")), Own::Otherwise);
    assert_eq!(of(Place::Group("slot".into())), Own::Untouched);
}
