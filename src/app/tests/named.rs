//! What leaves by itself, and that what is undone is called by its name.

use super::Stage;
use super::flows::{at_patient, at_question};
use super::tour::midway;
use crate::app::Screen;
use crate::meeting::terms;
use crate::words::Language;

#[test]
fn who_was_added_and_of_whom_nothing_was_said_leaves_by_any_way() {
    for keys in
        ["<Esc>", "<C-q>", "<F5><C-q>", "<F5><Esc><Esc>", "<F2><Esc><Esc>", "<F1><Esc><Esc>", "<F1><C-q>"]
    {
        let mut stage = midway(Language::Dutch, 80, 24);
        stage.model.path.go(&Screen::Meeting);
        let before = stage.meeting().clone();
        stage.to("add-patient").keys("<Enter>").keys(keys);
        assert_eq!(*stage.meeting(), before, "{keys}");
    }
    // Who goes on to the discussion finds it, and may still say nothing.
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Meeting);
    let before = stage.meeting().clone();
    stage.to("add-patient").keys("<Enter>").to("discuss").keys("<Enter>");
    assert!(stage.text().contains("Aantekeningen"), "{}", stage.text());
    let added = stage.meeting().reviews.last().unwrap().patient;
    stage.to("profile").keys("<Enter><Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(added));
    stage.keys("<Esc>");
    assert_eq!(*stage.meeting(), before);
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    // A word is something.
    stage
        .to("add-patient")
        .keys("<Enter>")
        .to("discuss")
        .keys("<Enter>")
        .to("question")
        .keys("Wat nu?<Esc><C-q>");
    assert_eq!(stage.meeting().reviews.last().unwrap().question, "Wat nu?");
}

#[test]
fn undo_and_redo_call_what_they_did_by_its_name() {
    let undone = |stage: &mut Stage, keys: &str| {
        stage.keys(keys);
        let said = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let at = said.find("Ongedaan gemaakt: ").or_else(|| said.find("Opnieuw gedaan: "));
        said[at.unwrap_or_else(|| panic!("{said}"))..].to_owned()
    };
    let mut stage = at_patient();
    let label = terms::patient(Language::Dutch, &stage.meeting().reviews[0]);
    let agreement = stage.meeting().reviews[0].agreements[0].clone();
    stage.to(&format!("agreement:{}", agreement.id)).keys("<Enter>").to("done").keys("<Enter>");
    stage.keys("<Esc>");
    assert!(stage.text().contains("gedaan op 22 nov"), "{}", stage.text());
    stage.keys("<F5>");
    assert!(stage.text().contains("gedaan op 22 nov"), "{}", stage.text());
    stage.keys("<Esc>");
    let named = format!("de afspraak \"{}\" van {label}", agreement.what);
    assert!(undone(&mut stage, "<C-z>").starts_with(&format!("Ongedaan gemaakt: {named}.")));
    assert!(undone(&mut stage, "<C-y>").starts_with(&format!("Opnieuw gedaan: {named}.")));
    let mut stage = at_question("surprise-question");
    stage.to("option:markering/surprise-question=ja").keys("<Enter>");
    let said = undone(&mut stage, "<C-z>");
    assert!(said.contains("het antwoord bij \"") && said.contains(&format!("van {label}")), "{said}");
    let mut stage = at_patient();
    stage.to("notes").keys("<C-End> Belt");
    assert!(undone(&mut stage, "<C-z>").contains(&format!("aantekeningen van {label}, \"Belt\" is weg")));
    stage.model.path.go(&Screen::Meeting);
    stage.to("add-patient").keys("<Enter>Mw. Nieuw<Esc>");
    stage.keys("<C-z>");
    let said = undone(&mut stage, "<C-z><C-z>");
    assert!(said.contains("op de agenda") || said.contains("aanduiding"), "{said}");
}
