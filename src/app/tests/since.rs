//! What happened between meetings since an agenda was made: what came along gives way to it.

use super::register::{at_agenda, day, id, stamp};
use crate::app::{Msg, Screen};
use crate::meeting::{
    Ended, Identity, Meeting, MeetingId, MeetingKind, PatientId, Register, Review, Viewpoint,
};

#[test]
fn confirming_brings_nothing_back_that_ended_since_it_came_along() {
    let mut stage = at_agenda();
    let patient = PatientId(id(13));
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.to("discuss").keys("<Enter>");
    let mut between = stage.meeting().clone();
    (between.id, between.details.kind) = (MeetingId(id(9)), MeetingKind::Between);
    let ended = Ended { done: true, recorded: stamp(day(11, 26)) };
    between.reviews[0].agreements[0].ended = Some(ended);
    stage.earlier.push(between);
    let known = Register::of(&Viewpoint::of(stage.meeting()), &stage.earlier);
    stage.send(Msg::Register(known.into()));
    stage.keys("<F6><Enter>");
    let review = stage.meeting().review(patient).unwrap();
    assert!(review.details.finished.is_some(), "{}", stage.text());
    let confirmed: Vec<bool> =
        review.agreements.iter().map(|agreement| agreement.confirmed.is_some()).collect();
    assert_eq!(confirmed, [false, true]);
}

#[test]
fn who_is_on_the_agenda_twice_is_told() {
    let mut stage = at_agenda();
    for bits in [11, 13] {
        stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(bits))).keys("<Enter>");
        stage.model.path.go(&Screen::Meeting);
    }
    assert!(!stage.text().contains("twee keer"), "{}", stage.text());
    let mut between = Meeting::new(MeetingId(id(9)), MeetingKind::Between, day(11, 20));
    let mut same = Review::new(PatientId(id(13)));
    same.details.same_as = Some(Identity::SameAs(PatientId(id(11))));
    between.reviews = vec![same.into()];
    stage.earlier.push(between);
    let known = Register::of(&Viewpoint::of(stage.meeting()), &stage.earlier);
    stage.send(Msg::Register(known.into()));
    assert!(stage.text().contains("staat hier twee keer en is één persoon"), "{}", stage.text());
}
