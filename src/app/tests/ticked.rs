//! What is ticked for one print by keys, and the agreements that the patient reads too.

use super::Stage;
use super::papers::{at_patient, saves, whole};
use super::register::{day, stamp};
use super::standing::patient;
use crate::app::Screen;
use crate::meeting::{Answer, Given, Judgement, QuestionKey};

/// The summary for the social domain or (further to the right) the patient, of somebody who agreed to both.
fn at_summary(readers: &str) -> Stage {
    let mut stage = at_patient();
    let review = &mut *stage.earlier[0].reviews[0];
    let at = stamp(day(9, 13));
    for (item, given) in [
        ("pzp/delen-sociaal", Given::YesNo(true)),
        ("pzp/delen-naasten", Given::YesNo(true)),
        ("pzp/donorregistratie", Given::Choice("ja".into())),
    ] {
        let question: QuestionKey = item.parse().unwrap();
        review.answers.insert(question, Answer::given(given, at));
    }
    let judged = Judgement { choice: Some("markeren".into()), recorded: Some(at), ..Judgement::default() };
    review.judgements.insert("markering".into(), judged);
    stage.keys("<F9>").to("paper").keys("<Right>").to("reader").keys(readers);
    stage
}

#[test]
fn what_is_on_request_is_ticked_for_this_print_and_forgotten_for_the_next() {
    let mut stage = at_summary("<Right><Right>");
    let dying = "Laatste dagen, naar het oordeel van het team (13-09-2026).";
    assert!(stage.text().contains("Nu ook: dat de laatste dagen zijn begonnen"), "{}", stage.text());
    assert!(!whole(&mut stage).contains(dying));
    stage.to("extra:dying").keys("<Enter>");
    assert_eq!(stage.focus(), "extra:dying", "the row keeps the focus");
    assert!(whole(&mut stage).contains(dying));
    stage.to("save").keys("<Enter>");
    assert!(saves(&stage)[0].text.contains(dying), "{}", saves(&stage)[0].text);
    stage.to("extra:dying").keys("<Enter>");
    assert!(!whole(&mut stage).contains(dying), "the same key takes it back");
    // Another reader begins without ticks, and so does the next print.
    stage.to("extra:dying").keys("<Enter>").to("reader").keys("<Right><Left>");
    assert!(!whole(&mut stage).contains(dying));
    stage.to("extra:dying").keys("<Enter><Esc><F9>").to("paper").keys("<Right>").to("reader");
    stage.keys("<Right><Right>");
    assert!(!whole(&mut stage).contains(dying));
}

#[test]
fn the_patient_is_not_told_of_a_marking_that_nobody_talked_about() {
    let mut stage = at_summary("<Right><Right><Right>");
    stage.to("extra:euthanasia").keys("<Enter>");
    assert!(whole(&mut stage).contains("Uw keuze over orgaandonatie staat in het Donorregister."));
    stage.to("extra:marking").keys("<Enter>");
    let said = whole(&mut stage);
    assert!(said.contains("geen gesprek met de patiënt genoteerd"), "{said}");
    assert!(!stage.model.page().rows().any(|row| row.id.as_str() == "save"));
    stage.to("extra:marking").keys("<Enter>");
    assert!(whole(&mut stage).contains("Donorregister"), "the other tick is still there");
}

#[test]
fn who_treats_the_patient_ticks_nothing() {
    for readers in ["", "<Right>"] {
        let stage = at_summary(readers);
        assert!(!stage.model.page().rows().any(|row| row.id.as_str().starts_with("extra")), "{readers}");
    }
}

#[test]
fn an_agreement_is_marked_for_the_patient_with_one_key_and_undone() {
    let mut stage = at_patient();
    let id = stage.meeting().reviews[0].agreements[0].id;
    stage.model.path.go(&Screen::Agreement(patient(), id));
    let before = stage.meeting().clone();
    let is_marked = |stage: &Stage| stage.meeting().reviews[0].agreements[0].for_patient;
    stage.to("for-patient").keys("<Enter>");
    assert!(is_marked(&stage));
    assert!(stage.text().contains("zonder afkortingen"), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
    stage.to("for-patient").keys("<Enter>").wait(1000);
    stage.keys("<Enter>");
    assert!(!is_marked(&stage));
}
