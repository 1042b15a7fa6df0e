//! What happened between meetings since an agenda was made: what came along gives way to it.

use super::Stage;
use super::nothing_goes::alter;
use super::register::{at_agenda, day, id, stamp};
use crate::app::{Msg, Protected, Screen};
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
    let known = Register::of(&Viewpoint::of(stage.meeting(), stage.now.date()), &stage.earlier);
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
    // Said in the meeting itself, and taken back.
    for (said, is_told) in [(Identity::SameAs(PatientId(id(11))), true), (Identity::Own, false)] {
        let mut here = stage.clone();
        alter(&mut here, |record| record.reviews[1].details.same_as = Some(said));
        assert_eq!(
            here.text().contains("staat hier twee keer en is één persoon"),
            is_told,
            "{}",
            here.text()
        );
    }
    let mut between = Meeting::new(MeetingId(id(9)), MeetingKind::Between, day(11, 20));
    let mut same = Review::new(PatientId(id(13)));
    same.details.same_as = Some(Identity::SameAs(PatientId(id(11))));
    between.reviews = vec![same.into()];
    stage.earlier.push(between);
    let known = Register::of(&Viewpoint::of(stage.meeting(), stage.now.date()), &stage.earlier);
    stage.send(Msg::Register(known.into()));
    assert!(stage.text().contains("staat hier twee keer en is één persoon"), "{}", stage.text());
}

#[test]
fn whether_two_are_one_person_is_asked_with_what_this_record_says_of_both() {
    let mut stage = super::between::between();
    let patient = PatientId(id(13));
    // Renamed here, and one of the two agreements is done.
    let record = std::sync::Arc::make_mut(&mut stage.model.open.as_mut().unwrap().record);
    let review = record.review_mut(patient).unwrap();
    review.label = "Fictief X.".to_owned();
    review.agreements[0].ended = Some(Ended { done: true, recorded: stamp(day(11, 27)) });
    stage.model.path.go(&Screen::Meeting);
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(11))).keys("<Enter>");
    let other = PatientId(id(11));
    stage.model.path.go(&Screen::SamePerson(other));
    let list = stage.text();
    assert!(list.contains("Fictief X. (1938)") && !list.contains("Fictief D."), "{list}");
    stage.model.path.go(&Screen::OnePerson(other, patient));
    let asked = stage.text();
    assert!(asked.contains("Fictief X. (1938)") && asked.contains("open afspraken: 1"), "{asked}");
}

#[test]
fn who_adds_somebody_where_all_is_invented_is_told_so_before_it_is_typed() {
    for (protected, is_told) in [(Protected::Sealed, true), (Protected::Fictional, false)] {
        let mut stage = at_agenda();
        stage.model.protected = protected;
        std::sync::Arc::make_mut(&mut stage.model.open.as_mut().unwrap().record).details.fictional = true;
        let tells = |stage: &Stage| stage.text().contains("Alles hier is verzonnen, om te oefenen");
        stage.model.path.go(&Screen::AddPatient);
        assert_eq!(tells(&stage), is_told, "{}", stage.text());
        stage.to("new").keys("<Enter>");
        assert!(matches!(stage.model.screen(), Screen::Profile(_)), "{}", stage.text());
        assert_eq!(tells(&stage), is_told, "{}", stage.text());
    }
}
