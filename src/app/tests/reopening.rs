//! Reopening a closed meeting, key by key: why, what is noted of it, undo within it, and what the minutes say.

use super::Stage;
use super::tour::midway;
use crate::app::{Effect, Msg, Screen};
use crate::export;
use crate::meeting::{Ended, Id, Meeting, MeetingId, MeetingKind, Register, Stamp, Viewpoint};
use crate::words::Language;

/// A meeting that was closed and reopened, at the reason.
fn reopened() -> Stage {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Closing);
    stage.send(Msg::Woke);
    stage.to("closing").keys("<Enter>");
    stage.model.path.go(&Screen::Meeting);
    stage.to("reopening").keys("<Enter>").to("reopen").keys("<Enter>");
    stage
}

fn change_the_notes(stage: &mut Stage) {
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.to("notes").keys("<C-a><Backspace>Drie keer gevallen.<Esc>");
}

#[test]
fn who_when_why_and_what_was_there_are_recorded_and_in_the_minutes() {
    let mut stage = reopened();
    stage.keys("telfout");
    change_the_notes(&mut stage);
    let amendment = stage.meeting().amendments[0].clone();
    let recorder = stage.meeting().participants[0].id;
    assert_eq!((amendment.reason.as_str(), amendment.reopened.by), ("telfout", Some(recorder)));
    let [changed] = amendment.changes.as_slice() else { panic!("one place: {:?}", amendment.changes) };
    assert_eq!(changed.what, "Aantekeningen");
    assert_eq!(changed.before, "Twee keer gevallen.\nDochter raakt uitgeput.");
    assert_eq!(changed.after, "Drie keer gevallen.");
    stage.model.path.go(&Screen::Closing);
    stage.to("closing").keys("<Enter>");
    assert!(stage.meeting().details.closed.is_some() && stage.meeting().reopened().is_none());
    assert_eq!(stage.meeting().amendments[0].changes, amendment.changes, "closing is no change");
    let minutes = export::Minutes::new(stage.meeting(), Vec::new(), Language::Dutch).whole();
    for part in
        ["Gewijzigd na afsluiten", "telfout", "Fictief J. (1941), Aantekeningen", "Drie keer", "Twee keer"]
    {
        assert!(minutes.contains(part), "no {part:?} in {minutes}");
    }
    let [one, other] = [0, 1].map(|at| {
        let review = &stage.meeting().reviews[at];
        export::Minutes::new(stage.meeting(), Vec::new(), Language::Dutch).patient(review)
    });
    assert!(one.contains("Twee keer gevallen."), "{one}");
    assert!(!other.contains("gevallen") && !other.contains("telfout"), "nothing about others: {other}");
    let saved = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveMeeting(save) => Some(save.meeting.amendments.clone()),
        _ => None,
    });
    assert_eq!(saved.as_deref(), Some(stage.meeting().amendments.as_slice()), "what is on disk says it too");
}

/// By which version of a checklist or route something was recorded, nobody changed.
#[test]
fn what_the_record_keeps_of_itself_is_no_change() {
    let mut stage = reopened();
    let record = std::sync::Arc::make_mut(&mut stage.model.open.as_mut().unwrap().record);
    record.routes.clear();
    record.definitions.clear();
    let patient = record.reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.to("answer:kort/wat-veranderd").keys("Valt vaker.<Esc>");
    assert!(!stage.meeting().routes.is_empty() && !stage.meeting().definitions.is_empty());
    let changes = &stage.meeting().amendments[0].changes;
    let what: Vec<&str> = changes.iter().map(|changed| changed.what.as_str()).collect();
    assert_eq!(what.len(), 1, "{what:?}");
    assert!(what[0].contains("veranderd"), "{what:?}");
}

#[test]
fn what_is_taken_back_is_no_change_and_the_reopening_stays() {
    let mut stage = reopened();
    let before = stage.meeting().reviews.clone();
    change_the_notes(&mut stage);
    assert_eq!(stage.meeting().amendments[0].changes.len(), 1);
    for _ in 0..9 {
        stage.keys("<C-z>");
    }
    assert_eq!(stage.meeting().reviews, before);
    assert_eq!(stage.meeting().amendments[0].changes, []);
    assert!(stage.meeting().reopened().is_some(), "one cannot undo that it was reopened");
    for _ in 0..9 {
        stage.keys("<C-y>");
    }
    assert_eq!(stage.meeting().amendments[0].changes.len(), 1);
}

#[test]
fn a_second_reopening_stands_beside_the_first() {
    let mut stage = reopened();
    change_the_notes(&mut stage);
    stage.model.path.go(&Screen::Closing);
    stage.to("closing").keys("<Enter>");
    let closed = stage.meeting().details.closed;
    stage.model.path.go(&Screen::Reopening);
    stage.to("reopen").keys("<Enter>");
    let [first, second] = stage.meeting().amendments.as_slice() else { panic!("two") };
    assert_eq!((first.changes.len(), second.changes.len()), (1, 0));
    assert_eq!(Some(second.closed), closed);
}

/// What is corrected in an earlier meeting does not reach what a later one said itself, and whoever corrects it is told so.
#[test]
fn a_reopened_meeting_says_what_a_later_one_has_otherwise() {
    let mut stage = reopened();
    let patient = stage.meeting().reviews[0].patient;
    let mut record = (*stage.model.open.as_ref().unwrap().record).clone();
    record.details.date -= chrono::TimeDelta::days(30);
    let known = Register::of(&Viewpoint::whole(record.details.date), [&record]);
    let mut later = Meeting::new(MeetingId(Id::from_bits(9)), MeetingKind::Patz, stage.now.date());
    let known = known.patient(patient).unwrap();
    let mut review = known.review(&later);
    assert!(review.agreements.len() > 1, "two agreements to tell of");
    let stamp = Stamp { by: None, at: stage.now };
    review.agreements[0].ended = Some(Ended { done: true, recorded: stamp });
    review.agreements[1].what = "Iets anders".to_owned();
    review.agreements[1].changed = Some(stamp);
    let ids = [review.agreements[0].id, review.agreements[1].id];
    later.reviews.push(review.into());
    stage.earlier = vec![record.clone(), later];
    stage.model.open.as_mut().unwrap().record = std::sync::Arc::new(record);
    stage.ask_register();
    stage.model.path.go(&Screen::Patient(patient));
    let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    for told in ["LATER AFGEHANDELD", "LATER ANDERS", "Iets anders"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    for (id, told) in [(ids[0], "LATER AFGEHANDELD"), (ids[1], "LATER ANDERS")] {
        stage.model.path.go(&Screen::Agreement(patient, id));
        let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.contains(told) && page.contains("verandert dat niet"), "{page}");
    }
    // Whoever corrects it and closes is told once more; of what nobody touched nothing is said there.
    stage.to("due").keys("<C-a><Backspace>5 oktober 2027<Esc>");
    for screen in [Screen::Closing, Screen::Reopening] {
        stage.model.path.go(&screen);
        let page = stage.text();
        assert!(page.contains("LATER ANDERS") && !page.contains("LATER AFGEHANDELD"), "{page}");
    }
    // Of two agreements of one patient it is told which of them became what.
    stage.model.path.go(&Screen::Agreement(patient, ids[0]));
    stage.to("due").keys("<C-a><Backspace>6 oktober 2027<Esc>");
    stage.model.path.go(&Screen::Reopening);
    let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "apotheek; 05-10-2027 (was noodmedicatie; apotheek)",
        "M. Vos, wijkverpleegkundige; 06-10-2027 (was ",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
}

/// An agreement that is ended in a reopened meeting: with what came of it, and nothing of its day that has passed.
#[test]
fn what_is_ended_afterwards_is_told_with_what_came_of_it() {
    let mut stage = reopened();
    let review = &stage.meeting().reviews[0];
    let (patient, agreement) = (review.patient, review.agreements[0].id);
    stage.model.path.go(&Screen::Agreement(patient, agreement));
    stage.to("due").keys("<C-a><Backspace>5 oktober 2026<Esc>");
    let page = Screen::Agreement(patient, agreement);
    stage.model.path.go(&page);
    assert!(stage.text().contains("al geweest"), "{}", stage.text());
    stage.to("done").keys("<Enter>gefaxt<Esc>");
    stage.model.path.go(&page);
    assert!(!stage.text().contains("al geweest"), "{}", stage.text());
    let changes = &stage.meeting().amendments[0].changes;
    assert!(changes.iter().any(|changed| changed.after.ends_with("klaar; gefaxt")), "{changes:?}");
}

/// By when and for whom something was, is kept where it is corrected: a later meeting got it so.
#[test]
fn what_an_agreement_was_before_it_is_corrected_is_kept() {
    let mut stage = reopened();
    let review = &stage.meeting().reviews[0];
    let (patient, agreement) = (review.patient, review.agreements[0].clone());
    stage.model.path.go(&Screen::Agreement(patient, agreement.id));
    stage.to("due").keys("<C-a><Backspace>5 oktober 2027<Esc>");
    let changes = &stage.meeting().amendments[0].changes;
    let then = changes.iter().find_map(|changed| changed.agreed.as_deref()).unwrap();
    assert_eq!(then.id, agreement.id);
    assert_ne!(then.due, stage.meeting().reviews[0].agreements[0].due);
    // Nor does the course tell it as if it was said that day; and it says of when it is, once there is a later meeting.
    let corrected = stage.meeting().clone();
    let mut later = Meeting::new(MeetingId(Id::from_bits(9)), MeetingKind::Patz, corrected.details.date);
    later.details.date += chrono::TimeDelta::days(30);
    stage.now += chrono::TimeDelta::days(40);
    later.reviews.push(crate::meeting::Review::new(patient).into());
    stage.earlier = vec![corrected, later];
    stage.model.path.go(&Screen::Course(patient));
    stage.read_what_is_shown();
    let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("5 okt 2027 (van "), "{page}");
    stage.keys("<PageDown><PageDown>");
    let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("(verbeterd op ") && page.contains("eerst: "), "{page}");
}

/// What only came along to a closed meeting is corrected afterwards in the one before it: who reads the later one is told so.
#[test]
fn a_closed_meeting_says_what_an_earlier_one_has_otherwise_since() {
    let mut stage = reopened();
    let mut first = (*stage.model.open.as_ref().unwrap().record).clone();
    first.details.date -= chrono::TimeDelta::days(30);
    let patient = first.reviews[0].patient;
    let known = Register::of(&Viewpoint::whole(first.details.date), [&first]);
    let known = known.patient(patient).unwrap();
    let mut later = Meeting::new(MeetingId(Id::from_bits(9)), MeetingKind::Patz, stage.now.date());
    later.participants = first.participants.clone();
    later.reviews.push(known.review(&later).into());
    let stamp = Stamp { by: None, at: stage.now };
    later.details.closed = Some(stamp);
    // One only came along, the other was confirmed as it was, which stands.
    let ids = [0, 1].map(|at| later.reviews[0].agreements[at].id);
    let confirmed = &mut later.reviews[0].agreements[1];
    (confirmed.confirmed, confirmed.changed) = (Some(stamp), Some(stamp));
    for id in ids {
        let own = first.reviews[0].agreements.iter_mut().find(|own| own.id == id).unwrap();
        own.due = "5 oktober 2027".to_owned();
        own.changed = Some(stamp);
    }
    stage.earlier = vec![first, later.clone()];
    stage.send(Msg::Opened(Box::new(crate::app::Opened::new(later, Vec::new()))));
    stage.ask_register();
    for (id, is_told) in [(ids[0], true), (ids[1], false)] {
        stage.model.path.go(&Screen::Agreement(patient, id));
        let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(page.contains("INTUSSEN ANDERS (uiterlijk 5 okt 2027)"), is_told, "{page}");
    }
    stage.model.path.go(&Screen::Patient(patient));
    let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(page.matches("INTUSSEN ANDERS").count(), 1, "{page}");
}
