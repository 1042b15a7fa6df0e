//! A death that is recorded, taken back, or doubted.

use super::*;

/// What was recorded of a death goes with it when it is taken back, in whatever order it is read; what is recorded of a later one stands.
#[test]
fn of_a_death_that_was_taken_back_nothing_stands() {
    let died_on = QuestionKey::new(&LOOKING_BACK.into(), &"overleden-op".into());
    let died = |bits, date: NaiveDate, on: &str| {
        let mut meeting = meeting(bits, date);
        meeting.reviews[0].details.deceased = true;
        let answer = Answer::given(Given::Date(on.to_owned()), stamp(date));
        meeting.reviews[0].answers.insert(died_on.clone(), answer);
        meeting
    };
    let first = with(died(1, day(9, 1), "31-08-2026"), "doel", choice("symptomen"));
    let mut back = meeting(2, day(9, 2));
    back.reviews[0].details.alive = true;
    let stood = |meetings: &[Meeting]| {
        let standing = course(meetings).standing();
        standing.answers.get(&died_on).and_then(|stood| stood.value.given.clone())
    };
    assert_eq!(stood(std::slice::from_ref(&first)), Some(Given::Date("31-08-2026".to_owned())));
    for meetings in [[first.clone(), back.clone()], [back.clone(), first.clone()]] {
        assert_eq!((stood(&meetings), stands(&meetings, "doel")), (None, Some(choice("symptomen"))));
    }
    // Said and taken back in one record.
    let mut at_once = died(4, day(9, 1), "31-08-2026");
    at_once.reviews[0].details.deceased = false;
    at_once.reviews[0].details.alive = true;
    assert_eq!(stood(std::slice::from_ref(&at_once)), None);
    assert_eq!(course(&[at_once]).happened()[0].facts, [], "nobody was said to have died before");
    let again = died(3, day(11, 1), "30-10-2026");
    let course = course(&[again.clone(), back.clone(), first.clone()]);
    let facts: Vec<Vec<Fact<'_>>> = course.happened().into_iter().map(|one| one.facts).collect();
    assert!(matches!(facts[1][..], [Fact::Deceased(false)]), "{facts:?}");
    assert!(matches!(facts[2][..], [Fact::Deceased(true), Fact::Answered(_, None, _)]), "{facts:?}");
    assert_eq!(stood(&[again, back, first]), Some(Given::Date("30-10-2026".to_owned())));
}

/// What speaks against a day of death, in whatever order it is read: it is to come, or somebody living was spoken of later.
#[test]
fn a_death_is_doubted_where_somebody_living_was_spoken_of_after_it() {
    let colour = |bits, date| {
        let mut meeting = meeting(bits, date);
        let red = Answer::given(choice("rood"), stamp(date));
        meeting.reviews[0].answers.insert(crate::meeting::colour_question(), red);
        meeting
    };
    let noted = |bits, date| {
        let mut meeting = meeting(bits, date);
        meeting.reviews[0].notes = "Besproken.".to_owned();
        meeting
    };
    let died = |bits, date: NaiveDate, on: &str| {
        let mut meeting = meeting(bits, date);
        meeting.reviews[0].details.deceased = true;
        if !on.is_empty() {
            let answer = Answer::given(Given::Date(on.to_owned()), stamp(date));
            meeting.reviews[0].answers.insert(crate::meeting::died_on_question(), answer);
        }
        meeting
    };
    let judged = |mut meeting: Meeting| {
        let judgement = Judgement { choice: Some("stervensfase".into()), ..Judgement::default() };
        meeting.reviews[0].judgements.insert("stervensfase".into(), judgement);
        meeting
    };
    let (before, said, after) = (day(9, 1), day(11, 1), day(11, 20));
    for (what, meetings, doubt) in [
        ("nothing against it", vec![colour(1, before), died(2, said, "30-10-2026")], None),
        ("died before it was discussed", vec![colour(1, before), died(2, said, "01-08-2026")], Some(before)),
        ("noted before, on that day", vec![noted(1, before), died(2, said, "01-09-2026")], None),
        ("a colour after it was said", vec![died(2, said, ""), colour(3, after)], Some(after)),
        ("only talked of after it was said", vec![died(2, said, "30-10-2026"), noted(3, after)], None),
        ("judged beside it, of a day long ago", vec![judged(died(2, said, "01-01-2020"))], Some(said)),
        ("judged beside it, on that day", vec![judged(died(2, said, "01-11-2026"))], None),
        ("known by whoever recorded it later", vec![died(2, said, "30-10-2026"), died(3, after, "")], None),
    ] {
        for turned in [false, true] {
            let mut meetings = meetings.clone();
            if turned {
                meetings.reverse();
            }
            let death = course(&meetings).death().unwrap();
            assert_eq!((death.since, death.is_doubtful(day(12, 1))), (doubt, doubt.is_some()), "{what}");
        }
    }
    assert!(course(&[died(2, said, "15-03-2027")]).death().unwrap().is_to_come(day(12, 1)));
    let mut lives = meeting(4, day(12, 1));
    lives.reviews[0].details.alive = true;
    assert_eq!(course(&[died(2, said, "15-03-2027"), lives]).death(), None);
}
