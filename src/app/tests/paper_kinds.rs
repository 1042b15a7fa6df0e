//! Papers over all patients, reached by keys: the register, the course of one, the preparation of a meeting.

use super::Stage;
use super::papers::{at_patient, counted, saves, whole};
use super::standing::{patient, with_more};
use crate::app::{Msg, Screen};

#[test]
fn the_register_goes_to_paper_as_it_is_looked_at() {
    let mut stage = counted(Stage::new(80, 24));
    stage.model.path.go(&Screen::Register);
    stage.read_what_is_shown();
    stage.to("filter").keys("<Left>");
    assert!(stage.text().contains("‹ overleden"), "{}", stage.text());
    stage.keys("<F9>");
    let said = whole(&mut stage);
    assert!(said.contains("‹ register van patiënten ›") && said.contains("‹ overleden"), "{said}");
    stage.to("save").keys("<Enter>");
    let dead = saves(&stage)[0].clone();
    assert_eq!(&*dead.name, "register-2026-11-22.txt");
    stage.to("filter").keys("<Right>").to("save").keys("<Enter>").to("beside").keys("<Enter>");
    let all = saves(&stage).last().map(|save| (*save).clone()).unwrap();
    assert!(dead.patients.len() < all.patients.len(), "{} of {}", dead.patients.len(), all.patients.len());
    assert_eq!(all.patients.len(), 36, "everybody, also in the log");
    assert_eq!(all.meeting, None);
}

#[test]
fn the_course_of_a_patient_goes_to_paper_from_its_screen() {
    let mut stage = with_more(Stage::new(80, 24));
    stage.model.path.go(&Screen::Course(patient()));
    stage.read_what_is_shown();
    stage.keys("<F9>").to("paper").keys("<Right>");
    let said = whole(&mut stage);
    assert!(said.contains("‹ verloop van deze patiënt ›") && said.contains("In de tijd"), "{said}");
    stage.to("save").keys("<Enter>");
    let saved = saves(&stage)[0].clone();
    assert_eq!(
        (&*saved.name, saved.patients.as_slice()),
        ("verloop-fictief-d-2026-11-22.txt", &[patient()][..])
    );
    assert!(saved.text.contains("In de tijd"), "{}", saved.text);
    // After a lock it is read again.
    stage.model.course = None;
    stage.send(Msg::FocusGained);
    assert!(whole(&mut stage).contains("In de tijd"));
}

#[test]
fn a_meeting_is_prepared_on_paper_for_who_leads_it_and_for_each_who_comes() {
    let mut stage = with_more(Stage::new(80, 24));
    assert!(stage.meeting().reviews.is_empty());
    stage.keys("<F9>");
    let said = whole(&mut stage);
    assert!(said.contains("‹ voorbereiding van een bijeenkomst ›"), "an empty agenda is prepared: {said}");
    assert!(said.contains("‹ wie voorzit ›") && said.contains("PaTz Noord"), "{said}");
    stage.to("owner").keys("<Right>").to("save").keys("<Enter>");
    let sheet = saves(&stage)[0].clone();
    assert!(sheet.name.starts_with("voorbereiding-patz-noord-"), "{}", sheet.name);
    assert!(sheet.text.contains("Uw afspraken"), "{}", sheet.text);
    assert!(!sheet.patients.is_empty());
    // Another paper does not keep for whom this one was.
    stage.to("paper").keys("<Left><Left>");
    assert!(stage.text().contains("‹ iedereen ›"), "{}", stage.text());
}

#[test]
fn of_what_is_saved_otherwise_the_screen_says_that_it_shows_the_text() {
    let mut stage = at_patient();
    stage.keys("<F9>");
    let told = "Hieronder staat de inhoud als tekst.";
    let mut shown = Vec::new();
    for _ in 0..3 {
        shown.push(whole(&mut stage).contains(told));
        stage.to("format").keys("<Right>");
    }
    assert_eq!(shown, [false, true, true]);
}
