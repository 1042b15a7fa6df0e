//! Who brought a patient in, what ended elsewhere, and what is no agenda.

use super::*;

/// One computer noted that it was done, and another, which did not know, a new day for it: it is open, and who sees it sees both.
#[test]
fn an_agreement_that_ended_in_one_record_and_moved_in_another_says_both() {
    let mut first = meeting(1, "PaTz Noord", day(9, 14));
    first.reviews.push(discussed(1, "Fictief K.", day(9, 14)).into());
    first.reviews[0].agreements = vec![agreement(21, "valpreventie", day(9, 14), None)];
    let later = |bits, alter: &dyn Fn(&mut Agreement)| {
        let mut between = meeting(bits, "PaTz Noord", day(11, 20));
        between.details.kind = MeetingKind::Between;
        let mut known = agreement(21, "valpreventie", day(9, 14), None);
        known.from = Some(day(9, 14));
        alter(&mut known);
        between.reviews.push(Review { agreements: vec![known], ..Review::new(patient(1)) }.into());
        between
    };
    let at = |hour| Stamp { by: None, at: day(11, 20).and_hms_opt(hour, 0, 0).unwrap() };
    let done = later(2, &|known| known.ended = Some(Ended { done: true, recorded: at(9) }));
    let moved = later(3, &|known| {
        known.due = "15 dec".to_owned();
        known.changed = Some(at(11));
    });
    let register = Register::of(&today(), [&first, &done, &moved]);
    let known = &register.patients[0];
    assert_eq!(known.agreements.len(), 1);
    assert_eq!(known.ended_before, [(known.agreements[0].agreement.id, day(11, 20))]);
    let register = Register::of(&today(), [&first, &moved]);
    assert_eq!(register.patients[0].ended_before, []);
}

/// What a clock that was years ahead recorded between meetings is no agenda on which the patient stands.
#[test]
fn what_is_recorded_between_meetings_of_a_day_to_come_is_no_agenda() {
    let later = |kind, bits, month| {
        let mut later = meeting(bits, "PaTz Noord", NaiveDate::from_ymd_opt(2031, month, 3).unwrap());
        later.details.kind = kind;
        later.reviews.push(Review { label: "Fictief N.".to_owned(), ..Review::new(patient(1)) }.into());
        later
    };
    let between = later(MeetingKind::Between, 1, 3);
    let planned = |meetings: &[&Meeting]| {
        let register = Register::of(&Viewpoint::whole(day(11, 22)), meetings.iter().copied());
        register.patients.first().and_then(|known| known.planned)
    };
    assert_eq!(planned(&[&between]), None);
    let agenda = later(MeetingKind::Patz, 2, 5);
    for meetings in [[&between, &agenda], [&agenda, &between]] {
        assert_eq!(planned(&meetings), Some(agenda.details.date));
    }
}

/// Who brought a patient in last is known by name, whatever came after that.
#[test]
fn who_brought_a_patient_in_is_known() {
    let (vos, wit) = (person(7, "M. Vos"), person(8, "A. de Wit"));
    let mut met = [(1, day(9, 14), Some(vos.id)), (2, day(10, 1), Some(wit.id)), (3, day(11, 1), None)].map(
        |(bits, date, by)| {
            let mut met = meeting(bits, "PaTz Noord", date);
            met.participants = vec![vos.clone(), wit.clone()];
            met.reviews.push(discussed(1, "Fictief J.", date).into());
            met.reviews[0].details.brought_by = by;
            met
        },
    );
    met.reverse();
    assert_eq!(Register::of(&today(), &met).patients[0].brought_by, "A. de Wit");
}
