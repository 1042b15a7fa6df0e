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

/// What a course tells of the agreement, meeting by meeting.
fn told(meetings: &[Meeting]) -> Vec<Vec<String>> {
    let course = course(meetings);
    let one = |fact: &Fact<'_>| match fact {
        Fact::Agreed(agreement) => format!("afgesproken, {}", agreement.due),
        Fact::NewWords(agreement, was) => format!("{}, was {was}", agreement.what),
        Fact::NewDay(agreement, was) => format!("nieuwe dag {}, was {was}", agreement.due),
        Fact::NewOwner(agreement, was) => format!("voor {}, was {was}", agreement.outside_name),
        Fact::StillAgreed(agreement) => format!("zo bevestigd, {}", agreement.due),
        other => format!("{other:?}"),
    };
    course.happened().iter().map(|happened| happened.facts.iter().map(one).collect()).collect()
}

/// A third meeting to which the agreement came along as it is in `from`, in which `touch` says something of it.
fn third(from: &Meeting, on: chrono::NaiveDate, touch: impl Fn(&mut Agreement)) -> Meeting {
    let known = Register::of(&Viewpoint::whole(from.details.date), [from]);
    let mut third = Meeting::new(MeetingId(Id::from_bits(3)), MeetingKind::Patz, on);
    third.reviews.push(known.patients[0].review(&third).into());
    touch(agreement(&mut third));
    agreement(&mut third).changed = Some(stamp(on));
    third
}

/// Moves the agreement in a reopened meeting to another day, and notes that.
fn move_to(meeting: &mut Meeting, due: &str, on: chrono::NaiveDate) {
    let was = agreement(meeting).clone();
    let then = AgreedThen { id: was.id, due: was.due.clone(), owner: was.outside_name.clone() };
    let mut amendment = Amendment::new(stamp(meeting.details.date), stamp(on));
    amendment.changes.push(Amended {
        place: "agreement:7".to_owned(),
        patient: Some(patient(1)),
        of_the_group: false,
        what: "Afspraak".to_owned(),
        before: format!("{}: {}", was.what, was.outside_name),
        after: was.what,
        agreed: Some(Box::new(then)),
    });
    meeting.amendments.push(amendment);
    due.clone_into(&mut agreement(meeting).due);
    agreement(meeting).changed = Some(stamp(on));
}

#[test]
fn an_agreement_that_says_something_else_is_told_with_what_it_said() {
    let [first, later] = two(|agreement| agreement.what = "Aanvraag traplift".to_owned());
    assert_eq!(
        told(&[first, later]),
        [vec!["afgesproken, 01-10-2026"], vec!["Aanvraag traplift, was Aanvraag rollator"]]
    );
}

/// To a meeting that was held after a correction the agreement came along as it was by then: what is said there is said there.
#[test]
fn a_correction_explains_nothing_of_a_meeting_that_was_held_after_it() {
    let [mut first, _] = two(|_| {});
    correct(&mut first);
    let back = |agreement: &mut Agreement| {
        agreement.what = "Aanvraag rollator".to_owned();
        agreement.due = "01-10-2026".to_owned();
        agreement.outside_name = "Els".to_owned();
    };
    let after = third(&first, day(12, 14), back);
    let all = told(&[first.clone(), after]);
    assert_eq!(
        all[1],
        [
            "Aanvraag rollator, was Aanvraag rollator en po-stoel",
            "nieuwe dag 01-10-2026, was 05-10-2026",
            "voor Els, was Bram"
        ]
    );
    // Confirmed as it was corrected, it is told no more than another that was confirmed.
    let after = third(&first, day(12, 14), |_| {});
    assert!(told(&[first, after])[1].is_empty());
}

/// Two meetings that were both reopened and corrected: the third was held before that, and nobody there gave it another day.
#[test]
fn of_two_corrections_in_two_meetings_neither_makes_a_new_day_later() {
    // In the second it had got a day of its own, which was corrected; or it only came along, until it was corrected there too.
    for moved in [true, false] {
        let [mut first, mut second] = two(|agreement| {
            if moved {
                agreement.due = "30-11-2026".to_owned();
            }
        });
        let confirmed = third(&second, day(11, 9), |agreement| agreement.confirmed = Some(stamp(day(11, 9))));
        let came_along = confirmed.reviews[0].agreements[0].due.clone();
        correct(&mut first);
        move_to(&mut second, "07-12-2026", day(11, 27));
        let all = told(&[first.clone(), second.clone(), confirmed.clone()]);
        assert_eq!(all[0], ["afgesproken, 05-10-2026"]);
        assert_eq!(all[1], ["nieuwe dag 07-12-2026, was 05-10-2026"], "{moved}");
        assert_eq!(all[2], [format!("zo bevestigd, {came_along}")], "{moved}");
        // In whatever order they are read.
        assert_eq!(told(&[confirmed, second, first]), all);
    }
}
