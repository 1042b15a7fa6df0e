//! An earlier meeting that was reopened and corrected after later ones: what came along to these from it says nothing of itself.

use super::*;
use crate::meeting::{AgreedThen, Agreement, AgreementId, Amended, Amendment, Register, Viewpoint};

fn agreement(meeting: &mut Meeting) -> &mut Agreement {
    &mut meeting.reviews[0].agreements[0]
}

/// A first meeting with one agreement, and a record to which that came along, in which `touch` says something of it.
fn two(touch: impl Fn(&mut Agreement)) -> [Meeting; 2] {
    let mut first = meeting(1, day(9, 14));
    let mut agreed = Agreement::new(AgreementId(Id::from_bits(7)), stamp(day(9, 14)));
    (agreed.what, agreed.due) = ("Aanvraag rollator".to_owned(), "01-10-2026".to_owned());
    agreed.outside_name = "Els".to_owned();
    agreed.owner = Some(crate::meeting::Owner::Outside);
    first.reviews[0].label = "Fictief K.".to_owned();
    first.reviews[0].agreements.push(agreed);
    let known = Register::of(&Viewpoint::whole(day(9, 15)), [&first]);
    let mut later = Meeting::new(MeetingId(Id::from_bits(2)), MeetingKind::Patz, day(10, 12));
    let review = known.patients[0].review(&later);
    later.reviews.push(review.into());
    let before = agreement(&mut later).clone();
    touch(agreement(&mut later));
    if *agreement(&mut later) != before && agreement(&mut later).is_open() {
        agreement(&mut later).changed = Some(stamp(day(10, 12)));
    }
    [first, later]
}

/// Reopens the first and corrects what was agreed.
fn correct(first: &mut Meeting) {
    let mut amendment = Amendment::new(stamp(day(9, 14)), stamp(day(11, 26)));
    let then = AgreedThen {
        id: AgreementId(Id::from_bits(7)),
        due: "01-10-2026".to_owned(),
        owner: "Els".to_owned(),
    };
    amendment.changes.push(Amended {
        place: "agreement:7".to_owned(),
        patient: Some(patient(1)),
        of_the_group: false,
        what: "Afspraak".to_owned(),
        before: "Aanvraag rollator".to_owned(),
        after: "Aanvraag rollator en po-stoel".to_owned(),
        agreed: Some(Box::new(then)),
    });
    first.amendments.push(amendment);
    let agreed = agreement(first);
    agreed.what = "Aanvraag rollator en po-stoel".to_owned();
    agreed.due = "05-10-2026".to_owned();
    agreed.outside_name = "Bram".to_owned();
}

#[test]
fn what_only_came_along_follows_a_correction_and_gives_no_other_day() {
    for at in [stamp(day(10, 12)).at, stamp(day(11, 26)).at] {
        let confirmed = move |agreement: &mut Agreement| agreement.confirmed = Some(Stamp { by: None, at });
        let moved = |agreement: &mut Agreement| agreement.due = "30-11-2026".to_owned();
        let ended = |agreement: &mut Agreement| {
            agreement.ended = Some(crate::meeting::Ended { done: true, recorded: stamp(day(10, 12)) });
        };
        type Touch<'t> = &'t dyn Fn(&mut Agreement);
        type Row<'t> = (Touch<'t>, &'t [&'t str], Option<(&'t str, &'t str)>, Option<bool>);
        let rows: [Row<'_>; 4] = [
            (&|_| {}, &[], Some(("Aanvraag rollator en po-stoel", "05-10-2026")), None),
            // What was read out and confirmed stands as it was heard; nobody gave it another day or another owner then.
            (
                &confirmed,
                &["zo bevestigd, 01-10-2026"],
                Some(("Aanvraag rollator", "01-10-2026")),
                Some(true),
            ),
            (&moved, &["nieuwe dag, was 05-10-2026"], Some(("Aanvraag rollator", "30-11-2026")), Some(true)),
            (&ended, &["gedaan"], None, Some(false)),
        ];
        for (touch, told, open, later) in rows {
            let [mut first, second] = two(touch);
            correct(&mut first);
            for all in [[first.clone(), second.clone()], [second.clone(), first.clone()]] {
                let course = course(&all);
                let facts = course.happened().into_iter().next_back().unwrap().facts;
                let said: Vec<String> = facts
                    .iter()
                    .map(|fact| match fact {
                        Fact::NewDay(_, was) => format!("nieuwe dag, was {was}"),
                        Fact::NewOwner(_, was) => format!("voor een ander, was {was}"),
                        Fact::Ended(_) => "gedaan".to_owned(),
                        Fact::StillAgreed(agreement) => format!("zo bevestigd, {}", agreement.due),
                        other => format!("{other:?}"),
                    })
                    .collect();
                assert_eq!(said, told);
                let register = Register::of(&Viewpoint::whole(day(12, 1)), &all);
                let known = register.patients[0].agreements.first();
                let is = known.map(|open| (open.agreement.what.as_str(), open.agreement.due.as_str()));
                assert_eq!(is, open, "register");
                let of_course = course.open_agreements();
                let is = of_course.first().map(|(_, open)| (open.what.as_str(), open.due.as_str()));
                assert_eq!(is, open, "course");
                // Whoever corrects the first is told of what the later one said itself.
                let today = Viewpoint { today: day(12, 1), ..Viewpoint::of(&first, day(12, 1)) };
                let here = Register::of(&today, &all);
                let word = here.later.get(&AgreementId(Id::from_bits(7)));
                assert_eq!(word.map(|word| word.open.is_some()), later, "later");
                let differs = word.is_some_and(|word| word.differs(&first, agreement(&mut first.clone())));
                assert_eq!(differs, later.is_some());
            }
        }
    }
}

#[test]
fn what_was_given_another_day_is_told_where_that_was_also_with_a_second_meeting_on_that_day() {
    let [first, mut later] = two(|agreement| agreement.due = "30-11-2026".to_owned());
    let at = stamp(day(10, 12)).at + chrono::TimeDelta::hours(1);
    later.reviews[0].details.finished = Some(Stamp { by: None, at });
    let known = Register::of(&Viewpoint::whole(day(10, 12)), [&first, &later]);
    // Nothing is recorded in it: what came along is of an earlier moment, so it stands before the other one of its day.
    let mut second = Meeting::new(MeetingId(Id::from_bits(3)), MeetingKind::Patz, day(10, 12));
    second.reviews.push(known.patients[0].review(&second).into());
    assert_eq!(second.reviews[0].agreements[0].due, "30-11-2026");
    assert!(second.when() < later.when());
    let course = course(&[first, later.clone(), second]);
    let told: Vec<MeetingId> = course
        .happened()
        .into_iter()
        .filter(|happened| {
            happened.facts.iter().any(|fact| matches!(fact, Fact::NewDay(_, was) if was == "01-10-2026"))
        })
        .map(|happened| happened.meeting.id)
        .collect();
    assert_eq!(told, [later.id]);
}

/// The day of the first meeting is typed as people say it; at the next it stands in full, and is the same day.
#[test]
fn a_day_in_other_words_is_no_new_day() {
    let mut first = meeting(1, day(9, 14));
    let mut agreed = Agreement::new(AgreementId(Id::from_bits(7)), stamp(day(9, 14)));
    (agreed.what, agreed.due) = ("Bellen".to_owned(), "vrijdag".to_owned());
    first.reviews[0].label = "Fictief K.".to_owned();
    first.reviews[0].agreements.push(agreed);
    let known = Register::of(&Viewpoint::whole(day(9, 15)), [&first]);
    let mut later = Meeting::new(MeetingId(Id::from_bits(2)), MeetingKind::Patz, day(10, 12));
    later.reviews.push(known.patients[0].review(&later).into());
    agreement(&mut later).confirmed = Some(stamp(day(10, 12)));
    agreement(&mut later).changed = Some(stamp(day(10, 12)));
    let course = course(&[first, later]);
    let facts = course.happened().into_iter().next_back().unwrap().facts;
    assert_eq!(facts, [], "it was confirmed, and nobody gave it another day");
}
