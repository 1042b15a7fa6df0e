//! A key that is held where it leads to another page, and what is only looked at: nobody means what stands there.

use super::Stage;
use super::nothing_goes::{alter, full, step, told};
use super::register::{at_agenda, id, new_meeting};
use super::session::begun;
use super::tour::midway;
use crate::app::page::{Action, RowKind};
use crate::app::{Msg, Screen, StepPage, pages};
use crate::meeting::{Answer, Given, Meeting, Owner, ParticipantId, Person, QuestionKey, Stamp};
use crate::words::Language;

fn key(name: &str) -> QuestionKey {
    name.parse().unwrap()
}

/// Goes to a row that is called so, or does so.
fn to_row(stage: &mut Stage, is_it: impl Fn(&Action) -> bool) {
    let does = |kind: &RowKind| matches!(kind, RowKind::Action(action) if is_it(action));
    let row = pages::page(&stage.model).rows().find(|row| does(&row.kind)).map(|row| row.id.clone());
    stage.send(Msg::Focus(row.unwrap()));
}

/// What was only looked at is no step of undo, and nothing that redo makes.
#[test]
fn an_agreement_of_earlier_that_was_only_looked_at_is_no_step_of_undo() {
    let there = || {
        let mut stage = at_agenda();
        stage.to("open-agreements").keys("<Enter>").to(&format!("agreement:{}", id(21))).keys("<Enter>");
        assert!(matches!(stage.model.screen(), Screen::Agreement(..)));
        stage
    };
    let reviews = |stage: &Stage| stage.meeting().reviews.len();
    for keys in ["<C-z>", "<C-z><C-y>", "<C-z><C-y><C-y>", "<C-z><Esc>"] {
        let mut stage = there();
        stage.keys(keys);
        assert_eq!(reviews(&stage), 0, "{keys}: {}", stage.text());
        // From the list to choose from too.
        let mut stage = there();
        stage.to("owner").keys("<Enter>").keys(keys);
        assert_eq!(reviews(&stage), 0, "{keys}: {}", stage.text());
    }
    // What was done there comes back with it.
    let mut stage = there();
    stage.to("due").keys("over 1 week<Down><C-z><C-z>");
    while !stage.meeting().reviews.is_empty() {
        stage.keys("<C-z>");
    }
    stage.keys("<C-y>");
    let due = stage.meeting().reviews.first().map(|review| review.agreements[0].due.clone());
    assert!(due.is_none_or(|due| !due.is_empty()), "{}", stage.text());
}

/// The space bar that recorded something and led elsewhere types nothing there for as long as it is held, and what it did stays told.
#[test]
fn a_space_bar_that_led_to_another_row_or_page_by_recording_types_nothing_there() {
    let key = "<Space>";
    let mut stage = new_meeting();
    stage.to("known-group:1").keys(&key.repeat(8));
    assert_eq!((stage.model.screen(), stage.focus().as_str()), (&Screen::MeetingDetails, "to-agenda"));
    assert!(told(&stage).contains("Deelnemers overgenomen"), "{key}: {}", told(&stage));

    let mut stage = midway(Language::Dutch, 80, 24);
    let review = &stage.meeting().reviews[0];
    let (patient, agreed) = (review.patient, review.agreements.len());
    let judged = review.judgements.keys().next().cloned().unwrap();
    let screen = Screen::Step { patient, checklist: judged, page: StepPage::Judgement };
    stage.model.path.go(&Screen::Patient(patient));
    stage.model.path.open(screen);
    to_row(&mut stage, |action| matches!(action, Action::NewAgreement(_, text) if !text.is_empty()));
    stage.keys(key);
    let once = (stage.model.screen().clone(), stage.focus(), told(&stage));
    assert!(matches!(once.0, Screen::Agreement(..)), "{:?}", once.0);
    stage.keys(&key.repeat(7));
    assert_eq!((stage.model.screen().clone(), stage.focus(), told(&stage)), once, "{key}");
    assert_eq!(stage.meeting().reviews[0].agreements.len(), agreed + 1);
}

/// Of a space bar that is held behind a day no more than one blank stands, whoever came there and however.
#[test]
fn a_space_bar_that_is_held_behind_a_day_or_a_number_types_one_blank() {
    for (keys, expected) in [
        ("<Space><Space><Space><Space>", "20-11-2026"),
        ("<End><Space><Space><Space><Space>", "20-11-2026 "),
        ("21-11-2026<Space><Space><Space>", "21-11-2026 "),
        ("21-11-2026<Space><Space>14:00", "21-11-2026 14:00"),
    ] {
        let (mut stage, patient) = full();
        stage.model.path.open(step(patient, "pzp-stand", "het-gesprek"));
        stage.to("answer:pzp-stand/gesprek-op").keys(keys);
        let given = stage.meeting().reviews[0].answers[&key("pzp-stand/gesprek-op")].given.clone();
        assert_eq!(given.as_ref().and_then(Given::typed), Some(expected), "{keys}");
    }
}

/// Another person from a list takes the place of one, and that one is named.
#[test]
fn another_person_from_a_list_tells_who_it_was() {
    let (mut stage, patient) = full();
    let people: Vec<ParticipantId> = stage.meeting().participants.iter().map(|known| known.id).collect();
    let name = stage.meeting().participants[0].name.clone();
    let agreement = stage.meeting().reviews[0].agreements[0].id;
    let at = Stamp { by: None, at: stage.now };
    alter(&mut stage, |record| {
        let chosen = Given::Person(Person::Participant(people[0]));
        let review = &mut record.reviews[0];
        review.answers.insert(key("pzp-stand/gesprek-door"), Answer::given(chosen, at));
        review.agreements[0].owner = Some(Owner::Participant(people[0]));
        review.details.brought_by = Some(people[0]);
    });
    let read = |meeting: &Meeting| meeting.reviews[0].clone();
    for (screen, row) in [
        (step(patient, "pzp-stand", "het-gesprek"), "answer:pzp-stand/gesprek-door"),
        (Screen::Agreement(patient, agreement), "owner"),
        (Screen::Profile(patient), "brought-by"),
    ] {
        for times in [1, 8] {
            let mut stage = stage.clone();
            let before = read(stage.meeting());
            stage.model.path.open(screen.clone());
            stage.to(row).keys("<Enter>").to(&format!("person:{}", people[1]));
            stage.keys(&"<Enter>".repeat(times));
            assert_ne!(read(stage.meeting()), before, "{row}");
            assert!(told(&stage).starts_with(&format!("Was: {name}")), "{row}: {}", told(&stage));
            stage.keys("<C-z>");
            assert_eq!(read(stage.meeting()), before, "{row}");
        }
    }
}

/// Why there is no answer takes an answer away: what it was is told, with the way back.
#[test]
fn a_reason_for_no_answer_tells_what_it_took_the_place_of() {
    let (stage, patient) = full();
    let question = key("pzp/reanimatie");
    for (press, times) in [("<Enter>", 1), ("<Enter>", 8), ("<Space>", 1), ("<Space>", 8)] {
        let mut stage = stage.clone();
        let before = stage.meeting().reviews[0].answers.clone();
        stage.model.path.open(Screen::NoAnswer(patient, question.clone()));
        to_row(&mut stage, |action| matches!(action, Action::Answer(_, _, Some(Given::Not(_)))));
        stage.keys(&press.repeat(times));
        let given = stage.meeting().reviews[0].answers.get(&question).and_then(|answer| answer.given.clone());
        assert!(matches!(given, Some(Given::Not(_))), "{press} {times}: {given:?}");
        assert!(told(&stage).starts_with("Was: Niet uitvoeren"), "{press} {times}: {}", told(&stage));
        stage.keys("<C-z>");
        assert_eq!(stage.meeting().reviews[0].answers, before, "{press} {times}");
    }
}

/// Letters that were typed where a person was chosen, and all taken back, leave that person.
#[test]
fn letters_taken_back_leave_the_person_that_stood() {
    let (stage, patient) = full();
    let chosen = Given::Person(Person::Participant(stage.meeting().participants[0].id));
    let at = Stamp { by: None, at: stage.now };
    let mut given = Answer::given(chosen.clone(), at);
    given.said_of = "thuis".to_owned();
    for answer in [Answer::given(chosen, at), given] {
        for keys in ["x<Backspace><Up>", "Els<Backspace><Backspace><Backspace><Down>"] {
            let mut stage = stage.clone();
            alter(&mut stage, |record| {
                record.reviews[0].answers.insert(key("pzp-stand/gesprek-door"), answer.clone());
            });
            stage.model.path.open(step(patient, "pzp-stand", "het-gesprek"));
            stage.to("answer:pzp-stand/gesprek-door").keys("<Enter>").to("outside").keys(keys);
            let now = stage.meeting().reviews[0].answers.get(&key("pzp-stand/gesprek-door"));
            assert_eq!(now, Some(&answer), "{keys}");
        }
    }
}

/// Enter alone neither has the keyboard go round nor shows a spread.
#[test]
fn enter_alone_changes_nothing_of_how_is_voted() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("3").to("begin").keys("<Enter>");
    let scenes = |stage: &Stage| stage.meeting().session.as_ref().unwrap().scenes.clone();
    let before = scenes(&stage);
    stage.keys(&"<Enter>".repeat(6));
    let now = scenes(&stage);
    let is_changed = now.values().any(|played| played.first.masked || played.first.shown);
    assert!(!is_changed, "{before:?} {now:?}");
}
