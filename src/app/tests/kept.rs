//! What was filled in stays, with its time, unless somebody changes it; and nothing that was typed is lost without a word.

use super::Stage;
use super::tour::midway;
use crate::app::model::{Entry, History};
use crate::app::{Msg, Screen, StepPage};
use crate::meeting::{
    Agreement, Answer, AnswerText, Change, Given, Owner, PatientId, Person, QuestionKey, Stamp, TextPlace,
};
use crate::text::{Command, TextEdit};
use crate::words::Language;

const A_DAY: i64 = 24 * 60 * 60 * 1000;

/// In the middle of a meeting, at the first patient.
fn at_patient() -> (Stage, PatientId) {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.go(&Screen::Patient(patient));
    (stage, patient)
}

/// What stands beside the field in focus.
fn beside(stage: &Stage) -> String {
    let row = stage.model.focused().unwrap();
    row.as_field().unwrap().reading.clone()
}

fn said(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

fn newest(stage: &Stage) -> Agreement {
    stage.meeting().reviews[0].agreements.last().unwrap().clone()
}

/// Opens a page of a checklist above the page of the patient.
fn open_step(stage: &mut Stage, checklist: &str, group: &str) {
    let patient = stage.meeting().reviews[0].patient;
    let page = StepPage::Group(group.into());
    stage.model.path.open(Screen::Step { patient, checklist: checklist.into(), page });
}

#[test]
fn a_day_that_was_typed_over_is_named_until_another_day_stands_there() {
    const GONE: &str =
        "geen datum in herkend; de tekst blijft staan. Hier stond 23-11-2026; Ctrl+Z haalt dat terug";
    let (mut stage, _) = at_patient();
    stage.keys("<F4>bellen").to("due").keys("23-11-2026<Up><Down>");
    assert_eq!(beside(&stage), "maandag");
    for typed in ["m", "oe en wil slapen"] {
        stage.keys(typed);
        assert_eq!(beside(&stage), GONE, "{typed}");
    }
    stage.keys("<Up><Down>");
    assert_eq!((newest(&stage).due.as_str(), beside(&stage).as_str()), ("moe en wil slapen", GONE));
    let mut again = stage.clone();
    again.keys("<C-a>25-11-2026");
    assert_eq!(beside(&again), "woensdag");
    stage.keys("<C-z><C-z><C-z><C-z>");
    assert_eq!(newest(&stage).due, "23-11-2026");

    let (mut stage, _) = at_patient();
    open_step(&mut stage, "pzp-stand", "het-gesprek");
    stage
        .to("option:pzp-stand/gesprek=yes")
        .keys("<Enter>")
        .to("answer:pzp-stand/gesprek-op")
        .keys("20-11-2026<Up><Down>m");
    assert_eq!(
        beside(&stage),
        "geen datum in herkend; de tekst blijft staan. Hier stond 20-11-2026; Ctrl+Z haalt dat terug"
    );
}

#[test]
fn a_day_to_come_that_has_been_by_now_says_so() {
    let (mut stage, _) = at_patient();
    stage.to("next-review").keys("morgen");
    assert_eq!(beside(&stage), "maandag 23 november 2026");
    stage.keys("<C-a><Backspace>");
    stage.wait(2 * A_DAY);
    stage.keys("morgen");
    assert_eq!(beside(&stage), "maandag 23 november 2026; die dag is al geweest");
    stage.keys("<F4>bellen").to("due").keys("morgen");
    assert_eq!(beside(&stage), "maandag 23 november 2026; die dag is al geweest");
    stage.keys("<C-a>over 2 dagen");
    assert_eq!(beside(&stage), "dinsdag 24 november 2026", "today is not past");
}

#[test]
fn enter_alone_names_nobody_for_what_has_no_text() {
    let (mut stage, patient) = at_patient();
    let before = stage.meeting().clone();
    stage.keys("<F4><Enter><Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(stage.focus(), "what", "{}", stage.text());
    assert_eq!(said(&stage), "Typ eerst wat er gebeurt; dan gaat Enter verder. Esc gaat terug.");
    assert!(newest(&stage).is_blank());
    stage.keys("<Esc>");
    assert_eq!((stage.model.screen(), stage.meeting()), (&Screen::Patient(patient), &before));
    // Who goes on with the arrows is asked on leaving, and Enter leaves nothing half made either.
    stage.keys("<F4>").to("due").keys("1 dec").to("ready").keys("<Enter><Enter><Enter><Enter>");
    assert!(matches!(stage.model.screen(), Screen::Agreement(..)), "{}", stage.text());
    assert_eq!(stage.focus(), "what");
    stage.keys("bellen<Enter>");
    assert_eq!(stage.focus(), "owner");
    stage.model.path.go(&Screen::Meeting);
    let people = stage.meeting().participants.clone();
    stage.to("add-patient").keys("<Enter><Enter><Enter><Enter><Enter>");
    assert_eq!(stage.focus(), "label");
    stage.keys("<Esc>").to("details").keys("<Enter>").to("add-participant").keys("<Enter><Enter><Enter>");
    assert_eq!(stage.focus(), "name");
    stage.keys("<Esc>");
    assert_eq!(stage.meeting().participants, people);
}

#[test]
fn a_name_on_the_row_of_who_does_it_is_looked_for_or_kept_for_somebody_from_outside() {
    let (mut stage, _) = at_patient();
    stage.keys("<F4>bellen").to("owner");
    let known = stage.meeting().participants[1].id;
    let mut pasted = stage.clone();
    pasted.send(Msg::Type(Command::InsertText("\nA. de Wit\n".into())));
    assert_eq!(pasted.focus(), format!("person:{known}"), "{}", pasted.text());
    pasted.keys("<Enter>");
    assert_eq!(newest(&pasted).owner, Some(Owner::Participant(known)));
    stage.keys("Kapper Jansen");
    let text = stage.text();
    assert!(
        text.contains("Gezocht: Kapper Jansen") && text.contains("Geen deelnemer met die naam"),
        "{text}"
    );
    let mut added = stage.clone();
    added.to("add-participant").keys("<Enter>");
    assert_eq!(added.meeting().participants.last().unwrap().name, "Kapper Jansen");
    stage.to("outside").keys("<Enter>");
    let agreement = newest(&stage);
    assert_eq!((agreement.owner, agreement.outside_name.as_str()), (Some(Owner::Outside), "Kapper Jansen"));
    // What may be the number of a person is no name.
    stage.keys("<F4>bellen").to("owner").keys("111222333").to("outside").keys("<Enter>");
    assert_eq!(newest(&stage).outside_name, "");
}

#[test]
fn a_name_is_kept_where_nobody_is_at_the_table_yet() {
    let mut stage = Stage::new(80, 24);
    stage.to("new").keys("<Enter>").to("to-agenda").keys("<Enter>");
    stage.to("add-patient").keys("<Enter>Fictief Q.").to("brought-by").keys("Vos");
    assert!(matches!(stage.model.screen(), Screen::Choose(_)), "{}", stage.text());
    assert!(stage.text().contains("Gezocht: Vos"), "{}", stage.text());
    stage.to("add-participant").keys("<Enter>");
    assert_eq!(stage.meeting().participants[0].name, "Vos");
}

#[test]
fn what_was_not_changed_keeps_the_time_at_which_it_was_recorded() {
    let (mut stage, _) = at_patient();
    let long = QuestionKey::new(&"kort".into(), &"wat-veranderd".into());
    stage.to(&format!("answer:{long}")).keys("Valt vaker.<Down><Up>");
    let before = stage.meeting().clone();
    stage.wait(A_DAY / 24);
    for keys in
        ["<Enter><Enter>", "<Enter><Down>", "x<Backspace>", "xy z<BS><BS><BS><BS>", "<Enter><Backspace>"]
    {
        let mut stage = stage.clone();
        stage.keys(&keys.replace("<BS>", "<Backspace>"));
        assert_eq!(stage.meeting().reviews, before.reviews, "{keys}");
        // It can still be taken back step by step.
        stage.keys("<C-z><C-z><C-z><C-z><C-z><C-z><C-y><C-y>");
    }
    stage.keys(" Ook binnen.<Down>");
    let after = &stage.meeting().reviews[0].answers[&long];
    assert_ne!(after.recorded, before.reviews[0].answers[&long].recorded);

    let (mut stage, _) = at_patient();
    open_step(&mut stage, "pzp", "grens-reanimatie");
    stage.to("option:pzp/reanimatie=niet").keys("<Enter>");
    let before = stage.meeting().reviews.clone();
    stage.wait(A_DAY / 24);
    stage.keys("<Enter><Enter>");
    assert_eq!(stage.meeting().reviews, before);
}

/// Ctrl+A is the prefix of some programs and the begin of a line in others: one key behind it takes the place of no notes.
#[test]
fn one_key_takes_the_place_of_no_notes() {
    let (mut stage, _) = at_patient();
    stage.to("notes").keys("Hij is moe.");
    let notes = |stage: &Stage| stage.meeting().reviews[0].notes.clone();
    let stood = notes(&stage);
    assert!(stood.ends_with("Hij is moe."), "{stood}");
    for (keys, added) in
        [("v", " v"), ("<C-a>v", " v"), ("vannacht", " vannacht"), ("<Enter>", "\n"), ("3", " 3")]
    {
        let mut after = stage.clone();
        after.keys("<C-a>").keys(keys);
        assert_eq!(notes(&after), format!("{stood}{added}"), "{keys}");
        assert_eq!(said(&after), Language::Dutch.whole_text_stays(), "{keys}");
    }
    let mut pasted = stage.clone();
    pasted.keys("<C-a>").send(Msg::Type(Command::InsertText("van het bord".into())));
    assert_eq!(notes(&pasted), format!("{stood} van het bord"));
    // Whoever means all of it erases it first.
    for erase in ["<Backspace>", "<Delete>", "<C-x>"] {
        let mut after = stage.clone();
        after.keys("<C-a>").keys(erase);
        assert_eq!(notes(&after), "", "{erase}");
        after.keys("<C-z>");
        assert_eq!(notes(&after), stood, "{erase}");
    }
    // A name is short, and what is typed takes its place as elsewhere.
    stage.keys("<F4>bellen<C-a>mailen");
    assert_eq!(newest(&stage).what, "mailen");
}

/// The first letter of what takes the place of another answer is undone with the rest of its word.
#[test]
fn a_run_of_typing_is_one_step_back() {
    let (stage, patient) = at_patient();
    let stood = stage.meeting().clone();
    let question: QuestionKey = "pzp-stand/gesprek-door".parse().unwrap();
    let stamp = Stamp { by: None, at: stage.now };
    let answer = Answer::given(Given::Person(Person::Outside("d".to_owned())), stamp);
    let before = stood.reviews[0].answers.get(&question).cloned();
    let first = Change::Answer {
        patient,
        question: question.clone(),
        before: before.map(Box::new),
        after: Some(Box::new(answer)),
    };
    let place = TextPlace::Answer(patient, question, AnswerText::Outside);
    let rest = "ochter".char_indices().map(|(at, letter)| Change::Text {
        place: place.clone(),
        edit: TextEdit { at: at + 1, removed: String::new(), inserted: letter.to_string() },
        before: Some(stamp),
        after: Some(stamp),
    });
    let (mut meeting, mut history) = (stood.clone(), History::default());
    for change in std::iter::once(first).chain(rest) {
        change.apply(&mut meeting).unwrap();
        history.add(Entry {
            changes: vec![change],
            at: stage.now,
            by: None,
            screen: Screen::Start,
            row: None,
        });
    }
    assert_eq!(place.text(&meeting), Some("dochter"));
    assert!(history.undo(&mut meeting).unwrap().is_some());
    assert_eq!(meeting, stood);
    assert!(!history.can_undo());
    assert!(history.redo(&mut meeting).unwrap().is_some());
    assert_eq!(place.text(&meeting), Some("dochter"));
}

/// Somebody from outside without a name is nobody: who had the agreement keeps it, and where nobody had it the name is asked for.
#[test]
fn an_owner_from_outside_has_a_name_or_is_asked_about() {
    let (mut stage, _) = at_patient();
    stage.keys("<F4>bellen").to("owner").keys("<Enter>").to("outside").keys("<Enter>");
    assert_eq!(newest(&stage).owner, Some(Owner::Outside));
    let mut named = stage.clone();
    named.to("outside").keys("Kapper Jansen<Esc>");
    assert_eq!(newest(&named).outside_name, "Kapper Jansen");
    assert!(matches!(named.model.screen(), Screen::Patient(_)), "{}", named.text());
    stage.keys("<Esc>");
    assert_eq!(
        (said(&stage), stage.focus()),
        (Language::Dutch.nameless_owner().to_owned(), "outside".to_owned())
    );
    stage.keys("<Esc>");
    assert_eq!(newest(&stage).owner, Some(Owner::Outside), "whoever leaves once more lets it be");
    // Of an agreement that somebody had.
    let (mut stage, _) = at_patient();
    let (known, called) = (stage.meeting().participants[1].id, "A. de Wit, huisarts");
    stage.keys("<F4>bellen").to("owner").keys("<Enter>").to(&format!("person:{known}")).keys("<Enter>");
    for keys in ["<Esc>", "x<Backspace><Down><Esc>", "<Up><Esc>"] {
        let mut after = stage.clone();
        after.to("owner").keys("<Enter>").to("outside").keys("<Enter>").to("outside").keys(keys);
        assert_eq!(newest(&after).owner, Some(Owner::Participant(known)), "{keys} {}", after.text());
        assert_eq!(said(&after), Language::Dutch.agreement_owner_stays(called), "{keys}");
    }
}

/// A box says what it did, also while its key is held.
#[test]
fn that_an_agreement_comes_on_the_sheet_is_told() {
    for key in ["<Enter>", "<Space>"] {
        let (mut stage, _) = at_patient();
        stage.keys("<F4>bellen").to("for-patient").keys(key);
        assert!(newest(&stage).for_patient, "{key}");
        assert_eq!(said(&stage), Language::Dutch.agreement_is_for_patient(), "{key}");
        stage.keys(key);
        assert_eq!(said(&stage), Language::Dutch.agreement_is_for_patient(), "{key} held");
    }
}
