//! Being done with a patient and with a meeting, key by key: agreements, time, minutes, closing.

use super::Stage;
use super::stage::afternoon;
use super::tour::midway;
use crate::app::message::Paper;
use crate::app::page::Block;
use crate::app::{Effect, Msg, Role, Screen};
use crate::meeting::{PatientId, Stamp};
use crate::words::Language;

fn at_patient(index: usize) -> (Stage, PatientId) {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[index].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.send(Msg::Woke);
    (stage, patient)
}

fn at_agenda() -> Stage {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Meeting);
    stage.send(Msg::Woke);
    stage
}

fn revision(stage: &Stage) -> u64 {
    stage.model.open.as_ref().unwrap().saving.revision
}

#[test]
fn two_agreements_are_confirmed_with_two_keys() {
    let (mut stage, patient) = at_patient(0);
    stage.keys("<F6>");
    assert_eq!(*stage.model.screen(), Screen::Confirm(patient));
    let text = stage.text();
    assert!(text.contains("gesprek met dochter  M. Vos, wijkverpleegkundige, uiterlijk 29 nov"), "{text}");
    assert!(text.contains("noodmedicatie        apotheek, zonder datum; wie vertelt het?"), "{text}");
    stage.keys("<Enter>");
    let review = &stage.meeting().reviews[0];
    let stamp = Stamp { by: stage.model.stamp().by, at: afternoon() };
    assert_eq!(review.details.finished, Some(stamp));
    assert!(review.agreements.iter().all(|agreement| agreement.confirmed == Some(stamp)));
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    assert_eq!(stage.focus(), format!("patient:{}", stage.meeting().reviews[1].patient));
    stage.keys("<C-z>");
    let review = &stage.meeting().reviews[0];
    assert_eq!(review.details.finished, None, "one entry of the history");
    assert!(review.agreements.iter().all(|agreement| agreement.confirmed.is_none()));
    assert_eq!(*stage.model.screen(), Screen::Confirm(patient));
}

#[test]
fn without_agreements_one_enter_finishes_and_the_last_patient_leads_to_the_end() {
    let (mut stage, _) = at_patient(1);
    stage.to("finish").keys("<Enter>");
    assert!(stage.meeting().reviews[1].details.finished.is_some());
    assert_eq!(
        stage.focus(),
        format!("patient:{}", stage.meeting().reviews[0].patient),
        "who was passed over"
    );
    stage.wait(1000);
    stage.keys("<Enter><F6><Enter>");
    assert_eq!(stage.meeting().finished(), 2);
    assert_eq!(stage.focus(), "ending");
    stage.wait(1000);
    stage.keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Ending);
}

#[test]
fn an_agreement_is_completed_while_it_is_confirmed() {
    let (mut stage, patient) = at_patient(0);
    stage.to("finish").keys("<Enter>").to("agreement").keys("<Enter>");
    stage.to("due").keys("1 dec").to("told-by").keys("<Enter>").to("person").keys("<Enter>");
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Confirm(patient));
    assert!(stage.text().contains("uiterlijk 1 dec"), "{}", stage.text());
    assert!(!stage.text().contains("wie vertelt het?"), "{}", stage.text());
    stage.keys("<F4>rollator<Esc>");
    assert!(stage.text().contains("rollator             nog niemand, zonder datum"), "{}", stage.text());
    stage.to("back").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient));
    assert!(stage.meeting().reviews[0].details.finished.is_none());
}

#[test]
fn an_agreement_without_text_does_not_come_along() {
    let (mut stage, patient) = at_patient(1);
    stage.keys("<F4><F6>");
    let review = stage.meeting().review(patient).unwrap();
    assert!(review.agreements.is_empty() && review.details.finished.is_some());
}

#[test]
fn the_end_shows_what_is_left_open_and_leads_there() {
    let mut stage = at_agenda();
    stage.to("ending").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("Fictief J. (1941)") && text.contains("Fictief B. (1950)"), "{text}");
    assert!(text.contains("noodmedicatie"), "{text}");
    let left = |stage: &Stage| -> Vec<String> {
        let page = stage.model.page();
        page.rows()
            .filter(|row| row.id.as_str().starts_with("agreement:"))
            .map(|row| row.label.clone())
            .collect()
    };
    assert_eq!(left(&stage), ["Fictief J. (1941): noodmedicatie"], "what is complete is not left open");
    stage.to("agreement").keys("<Enter>").to("due").keys("1 dec<Esc>");
    stage.to("agreement").keys("<Enter>").to("told-by").keys("<Enter>").to("person").keys("<Enter><Esc>");
    assert!(left(&stage).is_empty(), "{}", stage.text());
    stage.to("patient").keys("<Enter><F6><Enter>").wait(1000);
    stage.keys("<Enter><F6>");
    stage.to("ending").keys("<Enter>");
    let open = "Niets meer te bespreken. Er lopen 2 afspraken, elk met wie en wanneer.";
    assert!(stage.text().contains(open), "{}", stage.text());
}

#[test]
fn the_end_reads_aloud_what_each_person_does() {
    let mut stage = at_agenda();
    stage.to("ending").keys("<Enter>");
    let page = stage.model.page();
    let mut told = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Text(text) if text.role == Role::Strong => told.push(text.text.clone()),
            Block::Row(row) if row.id.as_str().starts_with("agreed:") => {
                told.push(format!("{} | {}", row.label, row.value));
            }
            _ => {}
        }
    }
    let expected = [
        "M. Vos, wijkverpleegkundige",
        "Fictief J. (1941): gesprek met dochter | uiterlijk 29 nov",
        "apotheek",
        "Fictief J. (1941): noodmedicatie | zonder datum; wie vertelt het?",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_the_group_notes_is_kept_from_the_agenda_on() {
    let mut stage = at_agenda();
    stage.to("bottlenecks").keys("Noodmedicatie in het weekend.");
    stage.to("learning-needs").keys("Dementie en euthanasie.").to("ending").keys("<Enter>");
    assert!(stage.text().contains("Noodmedicatie in het weekend."), "{}", stage.text());
    stage.to("minutes").keys("<Enter><End>");
    assert!(stage.text().contains("Onderwijsbehoeften: Dementie en euthanasie."), "{}", stage.text());
}

#[test]
fn closing_says_what_it_means_and_makes_everything_read_only() {
    let mut stage = at_agenda();
    stage.to("ending").keys("<Enter>").to("close").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("alleen nog te lezen") && text.contains("3 punten open"), "{text}");
    stage.to("back").keys("<Enter>").to("close").keys("<Enter>").to("closing").keys("<Enter>");
    assert!(stage.meeting().details.closed.is_some());
    assert_eq!(*stage.model.screen(), Screen::Start);
    let saved = stage.effects.iter().rfind(|effect| matches!(effect, Effect::SaveMeeting(_)));
    assert!(matches!(saved, Some(Effect::SaveMeeting(save)) if save.meeting.details.closed.is_some()));
    let before = stage.meeting().clone();
    stage.to("continue").keys("<Enter>");
    assert!(stage.text().contains("alleen lezen") && !stage.text().contains("Patiënt toevoegen"));
    stage.to("patient").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("alleen lezen") && text.contains("Zo lang mogelijk"), "{text}");
    for gone in ["Deze patiënt afronden", "Afspraak maken", "Opnieuw bespreken", "F4", "F6"] {
        assert!(!text.contains(gone), "{gone} in\n{text}");
    }
    stage.keys("<F4><F6>x<C-z>").to("walk:markering").keys("<Enter>");
    for _ in 0..6 {
        stage.keys("<Tab>x<Enter>");
    }
    stage.wait(60_000);
    assert_eq!(*stage.meeting(), before);
}

#[test]
fn minutes_of_a_patient_hold_nothing_of_the_group_or_of_others() {
    let (mut stage, patient) = at_patient(0);
    stage.keys("<F9>");
    assert_eq!(*stage.model.screen(), Screen::Paper(Box::new(Paper::minutes(Some(patient)))));
    let mut said = stage.text();
    for _ in 0..9 {
        stage.keys("<Down>");
        said.push_str(&stage.text());
    }
    assert!(said.contains("Besproken in PaTz Noord") && said.contains("noodmedicatie"), "{said}");
    assert!(!said.contains("Fictief B.") && !said.contains("Knelpunten"), "{said}");
    stage.keys("<Esc><Esc><F9>");
    assert_eq!(*stage.model.screen(), Screen::Paper(Box::new(Paper::minutes(None))));
}

#[test]
fn time_is_measured_while_a_patient_is_on_the_screen() {
    let (mut stage, patient) = at_patient(0);
    let before = revision(&stage);
    stage.wait(90_000);
    assert_eq!(stage.model.deadline(), None, "nothing wakes up for it");
    stage.keys("<Down>");
    assert!(stage.text().contains("1 van 2 · 1 min"), "{}", stage.text());
    stage.keys("<F1>");
    stage.wait(40_000);
    stage.keys("<Esc>");
    assert!(stage.text().contains("2 min"), "help belongs to the discussion: {}", stage.text());
    assert_eq!(
        (revision(&stage), stage.meeting().spent.len()),
        (before, 0),
        "nothing is saved for this alone"
    );
    stage.wait(3_600_000);
    stage.keys("<Esc>");
    assert_eq!(stage.meeting().spent[&patient], 430, "a pause counts for five minutes at most");
    assert!(stage.text().contains("7 van 90 minuten"), "{}", stage.text());
    assert_eq!(revision(&stage), before + 1);
    assert!(stage.model.open.as_ref().unwrap().saving.is_clean());
    stage.wait(600_000);
    stage.keys("<Down><C-q>");
    assert_eq!(stage.meeting().spent[&patient], 430, "the agenda is nobody's time");
}

#[test]
fn time_is_saved_with_whatever_else_is_saved_and_when_leaving() {
    let (mut stage, patient) = at_patient(0);
    stage.wait(10_500);
    stage.to("notes").keys("x");
    stage.wait(1_000);
    let saved = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveMeeting(save) => save.meeting.spent.get(&patient).copied(),
        _ => None,
    });
    assert_eq!(saved, Some(11));
    stage.wait(20_600);
    stage.keys("<C-q><C-q>");
    assert_eq!(stage.meeting().spent[&patient], 32, "no fraction of a second gets lost");
    assert!(stage.effects.contains(&Effect::Quit) && stage.model.open.as_ref().unwrap().saving.is_clean());
}

#[test]
fn undo_leaves_the_time_as_it_is() {
    let (mut stage, patient) = at_patient(1);
    stage.to("notes").keys("x");
    stage.wait(61_000);
    stage.keys("<Esc><C-z>");
    assert_eq!(stage.meeting().reviews[1].notes, "");
    assert_eq!(stage.meeting().spent[&patient], 61);
}
