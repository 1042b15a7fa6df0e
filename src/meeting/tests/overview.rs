//! What a first screen tells of a register.

use super::*;
use crate::meeting::{
    Agreement, AgreementId, Answer, Given, Id, Judgement, Meeting, MeetingId, PatientId, Review, Stamp,
    Viewpoint, colour_question,
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn stamp(date: NaiveDate) -> Stamp {
    Stamp { by: None, at: date.and_hms_opt(14, 0, 0).unwrap() }
}

fn meeting(bits: u128, kind: MeetingKind, group: &str, date: NaiveDate, reviews: Vec<Review>) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(bits)), kind, date);
    meeting.details.group = group.to_owned();
    meeting.reviews = reviews.into_iter().map(Into::into).collect();
    meeting
}

fn discussed(bits: u128, date: NaiveDate, colour: Option<&str>, next: &str) -> Review {
    let mut review = Review::new(PatientId(Id::from_bits(bits)));
    review.label = format!("Fictief {bits}");
    review.details.finished = Some(stamp(date));
    review.next_review = next.to_owned();
    let answer =
        |code: &str| Answer { given: Some(Given::Choice(code.into())), ..Answer::blank(stamp(date)) };
    review.answers.extend(colour.map(|code| (colour_question(), answer(code))));
    review
}

fn agreed(mut review: Review, bits: u128, date: NaiveDate, due: &str) -> Review {
    let mut agreement = Agreement::new(AgreementId(Id::from_bits(bits)), stamp(date));
    agreement.what = "bellen".to_owned();
    agreement.due = due.to_owned();
    review.agreements.push(agreement);
    review
}

#[test]
fn the_group_that_met_last_is_counted_apart_from_everybody() {
    let (spring, autumn) = (day(3, 2), day(9, 7));
    let mut dying = discussed(1, autumn, Some("rood"), "");
    let judgement = Judgement { choice: Some(DYING.1.into()), ..Judgement::default() };
    dying.judgements.insert(DYING.0.into(), judgement);
    let mut dead = discussed(4, day(10, 2), None, "");
    dead.details.deceased = true;
    dead.details.finished = None;
    dead.next_review.clear();
    let meetings = [
        meeting(1, MeetingKind::Patz, "Zuid", spring, vec![discussed(2, spring, Some("groen"), "1-5-2026")]),
        meeting(
            2,
            MeetingKind::Patz,
            "Noord",
            autumn,
            vec![
                agreed(dying, 1, autumn, "10-9-2026"),
                agreed(discussed(3, autumn, Some("oranje"), "14-12-2026"), 2, autumn, ""),
                discussed(4, autumn, Some("rood"), "14-9-2026"),
            ],
        ),
        meeting(4, MeetingKind::Between, "Noord", day(10, 2), vec![dead]),
        meeting(3, MeetingKind::Education, "Casus", day(10, 1), vec![discussed(9, autumn, Some("rood"), "")]),
    ];
    let register = Register::of(&Viewpoint::whole(day(11, 30)), &meetings);
    let overview = Overview::of(&register, day(11, 30));
    let group = overview.group.unwrap();
    assert_eq!((group.patients, group.deceased, group.to_look_back_on), (3, 1, 1));
    assert_eq!((group.open, group.overdue), (2, 1), "one is past its day");
    assert_eq!((group.due, group.next), (0, Some(day(12, 14))), "who died is not discussed again");
    assert_eq!(group.dying, [autumn]);
    assert_eq!(group.colours, [("rood".into(), 1), ("oranje".into(), 1)], "of who died no colour counts");
    assert_eq!((overview.all.patients, overview.all.due), (4, 1), "cases are nobody's patients");
    let pressing: Vec<(&str, Option<&Reason>)> =
        overview.pressing.iter().map(|known| (known.label.as_str(), known.reasons.first())).collect();
    assert_eq!(pressing[0], ("Fictief 4", Some(&Reason::Deceased)));
    assert!(pressing.iter().all(|(label, _)| *label != "Fictief 2"), "of the group alone: {pressing:?}");
}

#[test]
fn nothing_is_counted_where_nothing_is_known() {
    let register = Register::of(&Viewpoint::whole(day(11, 30)), std::iter::empty::<Meeting>());
    assert_eq!(Overview::of(&register, day(11, 30)), Overview::default());
}
