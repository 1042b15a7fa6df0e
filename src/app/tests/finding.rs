//! Looking for words in all meetings: asked for as they are typed, opened at the place, and forgotten.

use std::sync::Arc;

use super::Stage;
use crate::app::message::{Effect, Find, Found, scrambled};
use crate::app::page::Block;
use crate::app::{Msg, Opened, Screen};
use crate::meeting::{Meeting, PatientId};

/// The words that were asked for, in order.
fn asked(stage: &Stage) -> Vec<(u64, String)> {
    let finds = stage.effects.iter().filter_map(|effect| match effect {
        Effect::Find(Find { number, words, .. }) => Some((*number, words.to_string())),
        _ => None,
    });
    finds.collect()
}

fn searching() -> (Stage, Meeting, PatientId) {
    let midway = super::tour::midway(crate::words::Language::Dutch, 80, 24);
    let meeting = midway.meeting().clone();
    let patient = meeting.reviews[0].patient;
    let mut stage = Stage::new(80, 24);
    stage.earlier = vec![meeting.clone()];
    stage.keys("<C-f>");
    (stage, meeting, patient)
}

#[test]
fn every_letter_asks_anew_and_leaving_gives_it_up() {
    let (mut stage, ..) = searching();
    stage.keys("hond");
    let words: Vec<(u64, String)> = asked(&stage);
    assert_eq!(words, [(1, "h".into()), (2, "ho".into()), (3, "hon".into()), (4, "hond".into())]);
    assert_eq!(stage.focus(), "hit:0");
    assert!(stage.text().contains("1 plaats gevonden."), "{}", stage.text());
    let old = Found { number: 3, more: true, ..Found::default() };
    stage.send(Msg::Found(Box::new(old)));
    assert!(stage.text().contains("1 plaats gevonden."), "what is no longer wanted is nothing");
    // Still at work when the screen is left.
    stage.send(Msg::Found(Box::new(Found { number: 4, more: true, ..Found::default() })));
    stage.keys("<Esc>");
    assert_eq!(asked(&stage).last(), Some(&(5, String::new())), "given up");
    stage.keys("<Esc>");
    assert_eq!((stage.model.screen(), &stage.model.finding), (&Screen::Start, &None));
}

#[test]
fn what_was_found_is_opened_at_its_place_and_led_back_to() {
    for (words, wanted) in
        [("uitgeput", "Notes"), ("noodmedicatie", "Agreement"), ("achteruit", "Step"), ("valt af", "Step")]
    {
        let (mut stage, meeting, patient) = searching();
        stage.keys(words).keys("<Enter>");
        assert_eq!(stage.effects.last(), Some(&Effect::OpenMeeting(meeting.id)), "{words}");
        let definitions = super::tour::midway(crate::words::Language::Dutch, 80, 24);
        let definitions = definitions.model.open.as_ref().unwrap().pinned().cloned().collect();
        stage.send(Msg::Opened(Box::new(Opened::new(meeting, definitions))));
        let screen = format!("{:?}", stage.model.screen());
        assert!(screen.starts_with(wanted), "{words}: {screen}");
        assert_eq!(stage.model.screen().patient(), Some(patient));
        stage.keys("<Esc><Esc><Esc>");
        assert_eq!(stage.model.screen(), &Screen::Search, "{words}");
        assert!(stage.text().contains("gevonden."), "{}", stage.text());
    }
}

#[test]
fn more_places_than_are_shown_are_said_and_a_recording_knows_none() {
    let (mut stage, ..) = searching();
    stage.keys("fictief");
    let number = asked(&stage).last().unwrap().0;
    let hit = stage.model.finding.as_ref().unwrap().found.hits[0].clone();
    let many = Found { number, hits: vec![hit; 300], more: true, unread: 0 };
    let Msg::Found(hidden) = scrambled(&Msg::Found(Box::new(many.clone()))) else { panic!() };
    assert_eq!(
        (hidden.hits[0].label.as_str(), hidden.hits[0].text.contains("Fictief")),
        ("Xxxxxxx X.", false)
    );
    stage.send(Msg::Found(Box::new(many)));
    assert_eq!(stage.model.finding.as_ref().unwrap().found.hits.len(), 200);
    assert!(stage.text().contains("De nieuwste 200 plaatsen."), "{}", stage.text());
}

#[test]
fn what_is_found_later_makes_nothing_anew_of_what_was_found_before() {
    let (mut stage, ..) = searching();
    stage.keys("fictief");
    let number = asked(&stage).last().unwrap().0;
    let hit = stage.model.finding.as_ref().unwrap().found.hits[0].clone();
    let part = |count: usize| Found { number, hits: vec![hit.clone(); count], more: true, unread: 0 };
    let entries = |stage: &Stage| {
        let page = stage.model.page();
        let timelines = page.blocks.iter().filter_map(|block| match block {
            Block::Timeline(timeline) => Some(timeline.entries.to_vec()),
            _ => None,
        });
        timelines.flatten().collect::<Vec<_>>()
    };
    stage.send(Msg::Found(Box::new(part(3))));
    let (before, lines) = (entries(&stage), stage.model.layout());
    stage.send(Msg::Found(Box::new(part(4))));
    stage.model.assert_true();
    let (after, laid) = (entries(&stage), stage.model.layout());
    assert_eq!(after.len(), before.len() + 4);
    assert!(before.iter().zip(&after).all(|(one, other)| Arc::ptr_eq(one, other)), "made anew");
    // Of what was in sight only the line changes that counts what was found.
    let is_there =
        |line: &&crate::app::Line| lines.lines.iter().any(|known| known.pieces.is_shared_with(&line.pieces));
    let below = laid.lines.iter().filter(|line| line.y > laid.body_top + 4 && line.y + 2 < laid.size.height);
    let (there, all) = (below.clone().filter(is_there).count(), below.count());
    assert!(there > 5 && there + 1 >= all.min(9), "laid out anew: {there} of {all}");
    stage.keys("<PageDown>");
    assert!(entries(&stage).iter().zip(&after).all(|(one, other)| Arc::ptr_eq(one, other)), "a key");
}

#[test]
fn a_locked_program_knows_nothing_of_what_was_found() {
    let (mut stage, ..) = searching();
    stage.keys("hond");
    assert_eq!(stage.model.locked(false).finding, None);
}

#[test]
fn what_a_meeting_says_of_itself_and_of_a_patient_is_opened_at_its_row() {
    for (words, screen, row) in [
        ("weekend", "Meeting", "bottlenecks"),
        ("delier", "Meeting", "learning-needs"),
        ("zoekgroep", "MeetingDetails", "group"),
        ("waarom nu eigenlijk", "Profile", "question"),
    ] {
        let midway = super::tour::midway(crate::words::Language::Dutch, 80, 24);
        let mut meeting = midway.meeting().clone();
        meeting.bottlenecks = "Noodmedicatie in het weekend".to_owned();
        meeting.learning_needs = "Meer weten van een delier".to_owned();
        meeting.details.group = "PaTz Zoekgroep".to_owned();
        let mut review = (*meeting.reviews[1]).clone();
        review.question = "Waarom nu eigenlijk?".to_owned();
        meeting.reviews[1] = review.into();
        let definitions = midway.model.open.as_ref().unwrap().pinned().cloned().collect();
        let mut stage = Stage::new(80, 24);
        stage.earlier = vec![meeting.clone()];
        stage.keys("<C-f>").keys(words).keys("<Enter>");
        stage.send(Msg::Opened(Box::new(Opened::new(meeting, definitions))));
        let shown = format!("{:?}", stage.model.screen());
        assert!(shown.starts_with(screen) && stage.focus() == row, "{words}: {shown} {}", stage.focus());
    }
}
