//! Sixty patients on one agenda, in the windows of a laptop and of a beamer: proposed, taken over, gone through, found and moved.

use super::Stage;
use super::register::{day, id, stamp};
use crate::app::Screen;
use crate::meeting::{
    Answer, Given, Judgement, Meeting, MeetingId, MeetingKind, PatientId, Review, colour_question,
};

const MANY: u32 = 60;

fn patient(number: u32) -> PatientId {
    PatientId(id(u128::from(2000 + number)))
}

fn label(number: u32) -> String {
    format!("Fictief {number:02}")
}

/// One meeting of many patients, of whom the last five are dying, and the death of the first one since.
fn earlier() -> Vec<Meeting> {
    let date = day(9, 13);
    let mut meeting = Meeting::new(MeetingId(id(2)), MeetingKind::Patz, date);
    meeting.details.group = "PaTz Noord".to_owned();
    for number in 1..=MANY {
        let mut review = Review::new(patient(number));
        review.label = label(number);
        review.details.finished = Some(stamp(date));
        let colour = Answer::given(Given::Choice("groen".into()), stamp(date));
        review.answers.insert(colour_question(), colour);
        if number > MANY - 5 {
            let choice = Some("stervensfase".into());
            let judged = Judgement { choice, recorded: Some(stamp(date)), ..Judgement::default() };
            review.judgements.insert("stervensfase".into(), judged);
        }
        meeting.reviews.push(review.into());
    }
    let mut between = Meeting::new(MeetingId(id(3)), MeetingKind::Between, day(10, 20));
    between.details.group.clone_from(&meeting.details.group);
    let mut died = Review::new(patient(1));
    died.label = label(1);
    died.details.deceased = true;
    between.reviews.push(died.into());
    vec![meeting, between]
}

/// The agenda of a new meeting, on which nobody is yet.
fn at_agenda(width: u16, height: u16) -> Stage {
    let mut stage = Stage::new(width, height);
    stage.earlier = earlier();
    stage.to("new").keys("<Enter>").to("known-group:0").keys("<Enter><Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    stage
}

/// Whose row has the focus, which must be in sight.
fn whose(stage: &Stage) -> Option<u32> {
    let focus = stage.focus();
    let number = (1..=MANY).find(|number| focus.ends_with(&patient(*number).to_string()))?;
    let text = stage.text();
    assert!(text.lines().any(|line| line.contains('▸') && line.contains(&label(number))), "{text}");
    Some(number)
}

/// Everybody on whose row the focus comes with a key, once round.
fn passed(stage: &mut Stage, key: &str) -> Vec<u32> {
    let mut passed = Vec::new();
    for _ in 0..2 * MANY {
        if let Some(number) = whose(stage)
            && passed.last() != Some(&number)
        {
            passed.push(number);
        }
        stage.keys(key);
    }
    passed
}

fn agenda(stage: &Stage) -> Vec<u32> {
    let number = |patient_id: PatientId| (1..=MANY).find(|number| patient(*number) == patient_id).unwrap();
    stage.meeting().reviews.iter().map(|review| number(review.patient)).collect()
}

#[test]
fn sixty_patients_are_proposed_with_their_reasons_and_taken_over_with_one_key() {
    for (width, height) in [(80, 24), (60, 18)] {
        let mut stage = at_agenda(width, height);
        let before = stage.meeting().clone();
        let mut some = stage.clone();
        some.to("proposal").keys("<Enter>");
        let reasoned = agenda(&some);
        assert_eq!((reasoned.len(), reasoned[0]), (6, 1), "who died is first: {reasoned:?}");
        assert!((MANY - 4..=MANY).all(|dying| reasoned.contains(&dying)), "{reasoned:?}");
        stage.to("proposal-all").keys("<Enter>");
        let all = agenda(&stage);
        assert_eq!((all.len(), &all[..6]), (60, &*reasoned), "those with a reason stay in front");
        stage.keys("<C-z>");
        assert_eq!(*stage.meeting(), before, "one entry");
        stage.keys("<C-y>");
        assert_eq!(agenda(&stage), all);
    }
}

#[test]
fn sixty_patients_are_gone_through_found_and_moved_in_any_window() {
    for (width, height) in [(80, 24), (60, 18)] {
        let mut stage = at_agenda(width, height);
        stage.to("proposal-all").keys("<Enter>");
        let all = agenda(&stage);
        // Down and up pass everybody in the order of the agenda, each in sight.
        stage.to(&format!("patient:{}", patient(all[0])));
        assert_eq!(passed(&mut stage, "<Down>"), all);
        stage.to(&format!("patient:{}", patient(all[59])));
        let back: Vec<u32> = all.iter().rev().copied().collect();
        assert_eq!(passed(&mut stage, "<Up>"), back);
        // A page at a time is no slower than the window is high.
        stage.to(&format!("patient:{}", patient(all[0])));
        let mut pages = 0;
        while whose(&stage) != Some(all[59]) && pages < 20 {
            stage.keys("<PageDown>");
            if whose(&stage).is_none() {
                break;
            }
            pages += 1;
        }
        assert!((2..=8).contains(&pages), "{width}x{height}: {pages}\n{}", stage.text());
        // Typing finds; Enter opens who was found, and Esc comes back to that row.
        stage.keys("<Home>").to(&format!("patient:{}", patient(all[0])));
        stage.keys("fictief 37");
        assert_eq!(whose(&stage), Some(37), "{}", stage.text());
        assert!(!stage.text().contains("Fictief 36"), "{}", stage.text());
        stage.keys("<Enter>");
        assert_eq!(*stage.model.screen(), Screen::Patient(patient(37)));
        stage.keys("<Esc>");
        assert_eq!(whose(&stage), Some(37), "{}", stage.text());
        stage.keys("<Esc>");
        assert_eq!((whose(&stage), stage.model.screen()), (Some(37), &Screen::Meeting), "{}", stage.text());
        // Moved from the middle to the end, step by step, and back with undo.
        let at = all.iter().position(|number| *number == 37).unwrap();
        for _ in at..59 {
            stage.keys("<C-Down>");
            assert_eq!(whose(&stage), Some(37), "{}", stage.text());
        }
        let moved = agenda(&stage);
        assert_eq!((moved[59], moved.len()), (37, 60));
        for _ in at..59 {
            stage.keys("<C-z>");
        }
        assert_eq!(agenda(&stage), all);
    }
}
