//! The state of a patient in words.

use chrono::NaiveDate;

use crate::checklist::Name;
use crate::export::StateWords;
use crate::meeting::{
    Id, Judgement, KnownPatient, Meeting, MeetingId, MeetingKind, PatientId, PatientState, Register, Review,
    Viewpoint,
};
use crate::words::Language;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn known(meetings: &[Meeting]) -> std::sync::Arc<KnownPatient> {
    Register::of(&Viewpoint::whole(day(12, 31)), meetings).patients.remove(0)
}

/// That judging was put off since is told beside what stands, in a cell by a question mark and in full in words.
#[test]
fn a_judgement_that_was_put_off_since_is_told_with_the_state() {
    let judged = |bits, date, checklist: &str, choice: &str| {
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(bits)), MeetingKind::Patz, date);
        meeting.reviews.push(Review::new(PatientId(Id::from_bits(1))).into());
        let judgement = Judgement { choice: Some(choice.into()), ..Judgement::default() };
        meeting.reviews[0].judgements.insert(checklist.into(), judgement);
        meeting
    };
    let none = |_: &Name| None;
    let words = StateWords { language: Language::Dutch, today: day(11, 29), checklist: &none };
    for (checklist, yes, later, [cell, in_full]) in [
        ("stervensfase", "stervensfase", "onduidelijk", ["stervensfase? 27 nov", "hier later op terugkomen"]),
        ("markering", "markeren", "later", ["gemarkeerd? 27 nov", "hier later op terugkomen"]),
    ] {
        let (first, off) = (judged(1, day(11, 27), checklist, yes), judged(2, day(11, 28), checklist, later));
        let state = PatientState::of(&known(&[first.clone(), off.clone()]), day(11, 29));
        assert_eq!(
            (words.phase(&state).as_str(), words.phase_in_full(&state).contains(in_full)),
            (cell, true)
        );
        let own = PatientState::in_meeting(&off, &off.reviews[0], Some(&known(std::slice::from_ref(&first))));
        assert_eq!(words.phase(&own), cell, "in the meeting itself");
        let again = judged(3, day(11, 29), checklist, yes);
        let state = PatientState::of(&known(&[first, off, again]), day(11, 29));
        assert!(!words.phase_in_full(&state).contains(in_full), "judged since");
    }
}
