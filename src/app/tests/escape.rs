//! An Esc that turns out to be the beginning of another key leaves no trace.

use super::Stage;
use super::tour::{midway, screens};
use crate::app::model::History;
use crate::app::{Effect, Ending, Msg, Path, Screen, pages};
use crate::meeting::Meeting;
use crate::words::Language;

/// What somebody sees and has: the place, the record, what can be undone.
fn state(stage: &Stage) -> (Path, Option<Meeting>, Option<History>) {
    let open = stage.model.open.as_ref();
    let record = open.map(|open| Meeting { spent: Default::default(), ..(*open.record).clone() });
    (stage.model.path.clone(), record, open.map(|open| open.history.clone()))
}

#[test]
fn on_every_row_of_every_screen_it_is_as_if_nothing_was_pressed() {
    for (name, stage) in screens(Language::Dutch, 80, 24) {
        let rows: Vec<_> = pages::page(&stage.model).rows().map(|row| row.id.clone()).collect();
        for row in rows {
            let mut stage = stage.clone();
            stage.send(Msg::Focus(row.clone()));
            let before = state(&stage);
            stage.send(Msg::Back);
            stage.send(Msg::EscapeWasNone);
            assert_eq!(state(&stage), before, "{name} {}", row.as_str());
            assert_eq!(stage.model.ending, Ending::No, "{name} {}", row.as_str());
        }
    }
}

#[test]
fn what_was_half_typed_can_be_typed_on() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    stage.keys("<C-End><Enter>moe en").keys("<Esc>");
    assert_ne!(*stage.model.screen(), Screen::Notes(patient));
    stage.send(Msg::EscapeWasNone);
    stage.keys("<Left><Left>kortademig<Space>").keys("<C-End>!");
    let notes = stage.meeting().reviews[0].notes.clone();
    assert!(notes.ends_with("moe kortademig en!"), "{notes:?}");
}

#[test]
fn a_day_that_was_half_typed_is_not_written_out() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F4>morfine<Space>ophogen<Down><Down>");
    while !stage.focus().contains("due") {
        stage.keys("<Down>");
    }
    stage.keys("1<Space>dec").keys("<Esc>");
    let due = |stage: &Stage| stage.meeting().reviews[0].agreements.last().unwrap().due.clone();
    assert_ne!(due(&stage), "1 dec", "leaving writes it out");
    stage.send(Msg::EscapeWasNone);
    assert_eq!(due(&stage), "1 dec");
    stage.keys("<Space>2027").keys("<Esc>");
    assert!(due(&stage).contains("2027"), "{}", due(&stage));
}

#[test]
fn an_empty_agreement_that_was_left_is_there_again() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F4>").keys("<Esc>");
    stage.send(Msg::EscapeWasNone);
    assert!(matches!(stage.model.screen(), Screen::Agreement(..)));
    stage.keys("huisarts<Space>bellen");
    assert!(stage.meeting().reviews[0].agreements.last().unwrap().what.starts_with("huisarts bellen"));
    // It is on its way to the disk like anything else.
    stage.wait(2000);
    let is_there = |meeting: &Meeting| {
        let mut agreements = meeting.reviews.iter().flat_map(|review| &review.agreements);
        agreements.any(|agreement| agreement.what.starts_with("huisarts bellen"))
    };
    let mut saves = stage.effects.iter().filter_map(|effect| match effect {
        Effect::SaveMeeting(save) => Some(&save.meeting),
        _ => None,
    });
    assert!(saves.any(|meeting| is_there(meeting)));
}

#[test]
fn only_the_last_key_can_have_been_none() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    stage.keys("<Esc><Down>");
    let before = state(&stage);
    stage.send(Msg::EscapeWasNone);
    assert_eq!(state(&stage), before);
    // What the disk or the clock says in between changes nothing.
    stage.model.path.go(&Screen::Notes(patient));
    stage.keys("x<Esc>");
    stage.wait(500);
    stage.send(Msg::Woke);
    stage.send(Msg::EscapeWasNone);
    assert_eq!(*stage.model.screen(), Screen::Notes(patient));
}

#[test]
fn who_wanted_to_leave_goes_on() {
    let mut stage = Stage::new(80, 24);
    stage.keys("<Esc>");
    assert_eq!(stage.effects.last(), Some(&Effect::Quit));
    stage.send(Msg::EscapeWasNone);
    assert_eq!((stage.model.screen(), stage.model.ending), (&Screen::Start, Ending::No));
}
