//! One way on: from agreement to agreement, from the last step to the end, and from paper to paper.

use super::Stage;
use super::tour::midway;
use crate::app::Screen;
use crate::meeting::PatientId;
use crate::words::Language;

fn first(stage: &Stage) -> PatientId {
    stage.meeting().reviews[0].patient
}

/// From one agreement to the next, and from the last of them to where somebody was before the first.
#[test]
fn esc_after_several_agreements_leads_to_where_the_first_was_made() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    stage.model.path.go(&Screen::Patient(patient));
    let before = stage.meeting().reviews[0].agreements.len();
    stage.keys("<F4>bed regelen<F4>nachtzorg<F4>apotheek bellen<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient), "{}", stage.text());
    assert_eq!(stage.meeting().reviews[0].agreements.len(), before + 3);
    // What is empty goes on the way.
    stage.keys("<F4><F4><Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient), "{}", stage.text());
    assert_eq!(stage.meeting().reviews[0].agreements.len(), before + 3);
    // Half of one is not left in silence.
    stage.keys("<F4>").to("due").keys("1 dec<F4>");
    assert_eq!(stage.focus(), "what", "{}", stage.text());
}

/// After the last step of the walk somebody is done with the patient.
#[test]
fn the_walk_ends_at_being_done_with_the_patient() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let other = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(other));
    stage.to("walk:markering").keys("<Enter>");
    for _ in 0..60 {
        if !matches!(stage.model.screen(), Screen::Step { .. }) {
            break;
        }
        stage.keys("<Tab>");
    }
    assert_eq!(*stage.model.screen(), Screen::Patient(other));
    assert_eq!(stage.focus(), "finish", "{}", stage.text());
}

/// Beside the minutes of a patient stand the other papers of that patient, and those of everybody after them.
#[test]
fn papers_of_the_patient_come_before_those_of_everybody() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F9>").to("paper").keys("<Right>");
    let Screen::Paper(paper) = stage.model.screen() else { panic!("{}", stage.text()) };
    assert_eq!(paper.patient, Some(patient), "{}", stage.text());
    assert_ne!(paper.kind, crate::app::message::PaperKind::Minutes);
}
