//! Properties of the course and of what stands, over records of every shape; and a few courses in full.

mod corrected;
mod death;
mod said_since;
mod taken_apart;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::meeting::tests::arbitrary;
use crate::meeting::{
    Answer, Given, Id, Identity, Judgement, LOOKING_BACK, Meeting, MeetingDigest, MeetingId, MeetingKind,
    NonAnswer, PatientId, Plan, QuestionKey, Review, Stamp,
};

fn patient(bits: u128) -> PatientId {
    PatientId(Id::from_bits(bits))
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn stamp(date: NaiveDate) -> Stamp {
    Stamp { by: None, at: date.and_hms_opt(14, 0, 0).unwrap() }
}

fn meeting(bits: u128, date: NaiveDate) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(bits)), MeetingKind::Patz, date);
    meeting.reviews.push(Review::new(patient(1)).into());
    meeting
}

fn key(item: &str) -> QuestionKey {
    QuestionKey::new(&"pzp".into(), &item.into())
}

fn with(mut meeting: Meeting, item: &str, given: Given) -> Meeting {
    let at = stamp(meeting.details.date);
    meeting.reviews[0].answers.insert(key(item), Answer::given(given, at));
    meeting
}

fn choice(code: &str) -> Given {
    Given::Choice(code.into())
}

/// The course of patient 1 over these meetings.
fn course(meetings: &[Meeting]) -> Course {
    let mut occurrences = Occurrences::default();
    meetings.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
    let read = |id| meetings.iter().find(|meeting| meeting.id == id).cloned();
    occurrences.course(patient(1), one_by_one(read))
}

fn stands(meetings: &[Meeting], item: &str) -> Option<Given> {
    course(meetings).standing().answer(&key(item)).and_then(|stood| stood.value.given.clone())
}

#[test]
fn a_value_stands_over_meetings_that_say_nothing_or_do_not_answer() {
    let first = with(meeting(1, day(9, 1)), "reanimatie", choice("niet"));
    let silent = meeting(2, day(10, 1));
    let not = with(meeting(3, day(11, 1)), "reanimatie", Given::Not(NonAnswer::Unknown));
    assert_eq!(stands(&[first.clone(), silent, not.clone()], "reanimatie"), Some(choice("niet")));
    let taken_back = with(meeting(4, day(12, 1)), "reanimatie", Given::Not(NonAnswer::NoLonger));
    assert_eq!(stands(&[first.clone(), not.clone(), taken_back.clone()], "reanimatie"), None);
    let again = with(meeting(5, day(12, 2)), "reanimatie", choice("wel"));
    assert_eq!(stands(&[again, taken_back, not, first], "reanimatie"), Some(choice("wel")));
}

#[test]
fn what_was_said_last_is_known_whenever_that_was() {
    let first = with(meeting(1, day(9, 1)), "kan-nog", choice("ja"));
    let second = with(meeting(2, day(10, 1)), "anders", choice("ja"));
    let last = meeting(3, day(11, 1));
    let standing = course(&[first, second, last]).standing();
    let said = |item| standing.answer(&key(item)).map(|stood| stood.date);
    assert_eq!((said("kan-nog"), said("anders")), (Some(day(9, 1)), Some(day(10, 1))));
}

#[test]
fn the_last_question_and_notes_are_known_each_with_its_day_in_whatever_order_it_is_read() {
    let wrote = |number, date, question: &str, notes: &str| {
        let mut meeting = meeting(number, date);
        question.clone_into(&mut meeting.reviews[0].question);
        notes.clone_into(&mut meeting.reviews[0].notes);
        meeting
    };
    let mut between = wrote(4, day(11, 2), "Uit een bestand", "Uit een bestand");
    between.details.kind = MeetingKind::Between;
    let mut meetings = [
        wrote(1, day(9, 1), "Eerste vraag", "Eerste notitie"),
        wrote(2, day(10, 1), " ", "Tweede\nnotitie"),
        wrote(3, day(11, 1), "", ""),
        between,
    ];
    for _ in 0..meetings.len() {
        meetings.rotate_left(1);
        let said = course(&meetings).standing().said;
        let told = |stood: Option<Stood<String>>| stood.map(|stood| (stood.date, stood.value));
        assert_eq!(told(said.question), Some((day(9, 1), "Eerste vraag".to_owned())));
        assert_eq!(told(said.notes), Some((day(10, 1), "Tweede\nnotitie".to_owned())));
    }
}

#[test]
fn a_confirmed_value_says_since_when_it_stands() {
    let first = with(meeting(1, day(9, 1)), "doel", choice("symptomen"));
    let mut second = with(meeting(2, day(11, 1)), "doel", choice("symptomen"));
    let before = first.reviews[0].answers[&key("doel")].clone();
    second.reviews[0].answers.get_mut(&key("doel")).unwrap().earlier = Some(Box::new(before));
    let course = course(&[second, first]);
    let standing = course.standing();
    let stood = standing.answer(&key("doel")).unwrap();
    assert_eq!((stood.date, stood.since()), (day(11, 1), day(9, 1)));
    let facts: Vec<Vec<Fact<'_>>> = course.happened().into_iter().map(|one| one.facts).collect();
    assert!(matches!(facts[0][..], [Fact::Answered(_, None, _)]), "{facts:?}");
    assert!(matches!(facts[1][..], [Fact::Confirmed(..)]), "{facts:?}");
}

/// "Gisteravond" is the evening before the meeting in which it was said, in every meeting that confirms it.
#[test]
fn words_of_a_day_mean_the_same_day_when_they_are_confirmed() {
    let at = key("gesprek-op");
    let said =
        |number, date| with(meeting(number, date), "gesprek-op", Given::Date("gisteravond".to_owned()));
    let mut first = said(1, day(11, 28));
    // It was held on that day, and written up two days later.
    first.reviews[0].answers.get_mut(&at).unwrap().recorded = stamp(day(11, 30));
    let confirmed = |number, date, earlier: Option<Box<Answer>>| {
        let mut meeting = said(number, date);
        meeting.reviews[0].answers.get_mut(&at).unwrap().earlier = earlier;
        meeting
    };
    let before = first.reviews[0].answers[&at].alone(day(11, 28));
    let second = confirmed(2, day(12, 20), Some(Box::new(before)));
    let third = confirmed(3, day(12, 31), second.reviews[0].answers[&at].earlier.clone());
    for meeting in [first, second, third] {
        let written = serde_json::to_string(&meeting.reviews[0].answers[&at]).unwrap();
        let read: Answer = serde_json::from_str(&written).unwrap();
        assert_eq!(read, meeting.reviews[0].answers[&at]);
        assert_eq!(read.counted_from(meeting.details.date), day(11, 28), "{written}");
        let conversation = Plan::of(&meeting, &meeting.reviews[0]).and_then(|plan| plan.on);
        assert_eq!(conversation, Some(day(11, 27)), "{written}");
    }
    let typed_anew = said(4, day(12, 31)).reviews[0].answers[&at].counted_from(day(12, 31));
    assert_eq!(typed_anew, day(12, 31));
}

#[test]
fn a_withdrawal_ends_a_judgement_whichever_meeting_comes_first_in_the_folder() {
    let judged = |choice: &str| Judgement { choice: Some(choice.into()), ..Judgement::default() };
    let mut first = meeting(1, day(9, 1));
    first.reviews[0].judgements.insert("stervensfase".into(), judged("stervensfase"));
    let mut second = meeting(2, day(9, 5));
    let withdrawn = Some(stamp(day(9, 5)));
    second.reviews[0]
        .judgements
        .insert("stervensfase".into(), Judgement { withdrawn, ..judged("stervensfase") });
    let name = "stervensfase".into();
    assert!(course(std::slice::from_ref(&first)).standing().judgement(&name).is_some());
    let standing = course(&[second, first]).standing();
    assert!(standing.judgement(&name).is_none());
    assert_eq!(standing.judgements[&name].value.withdrawn, withdrawn, "it reads as withdrawn");
}

#[test]
fn two_patients_that_turn_out_to_be_one_have_one_course_until_that_is_taken_back() {
    let first = with(meeting(1, day(9, 1)), "doel", choice("levensverlenging"));
    let mut other = with(meeting(2, day(10, 1)), "plaats", choice("thuis"));
    other.reviews[0].patient = patient(2);
    let mut between = Meeting::new(MeetingId(Id::from_bits(3)), MeetingKind::Between, day(10, 2));
    between.reviews.push(Review::new(patient(2)).into());
    between.reviews[0].details.same_as = Some(Identity::SameAs(patient(1)));
    let one = [first.clone(), other.clone(), between.clone()];
    assert_eq!((stands(&one, "doel").is_some(), stands(&one, "plaats").is_some()), (true, true));
    let mut back = between.clone();
    back.id = MeetingId(Id::from_bits(4));
    back.details.date = day(10, 3);
    back.reviews[0].details.same_as = Some(Identity::Own);
    let two = [back, between, other, first];
    assert_eq!((stands(&two, "doel").is_some(), stands(&two, "plaats").is_some()), (true, false));
}

#[test]
fn two_that_are_one_are_taken_apart_from_a_later_meeting_of_the_other() {
    let first = with(meeting(1, day(9, 1)), "doel", choice("levensverlenging"));
    let mut other = with(meeting(2, day(10, 1)), "plaats", choice("thuis"));
    other.reviews[0].patient = patient(2);
    other.reviews[0].details.same_as = Some(Identity::SameAs(patient(1)));
    let mut later = meeting(3, day(11, 1));
    let together = [other.clone(), first.clone(), later.clone()];
    assert_eq!((stands(&together, "doel").is_some(), stands(&together, "plaats").is_some()), (true, true));
    later.reviews[0].details.apart_from.push(patient(2));
    let mut apart = [later.clone(), other, first];
    for _ in 0..apart.len() {
        apart.rotate_left(1);
        assert_eq!((stands(&apart, "doel").is_some(), stands(&apart, "plaats").is_some()), (true, false));
    }
    let course = course(&apart);
    let facts: Vec<Fact<'_>> = course.happened().into_iter().flat_map(|one| one.facts).collect();
    assert!(facts.contains(&Fact::Apart(patient(2))), "{facts:?}");
}

/// A non-answer takes no value's place, and whoever reads the value can know of it until it is answered again.
#[test]
fn what_is_open_again_is_known_beside_what_stands() {
    let first = with(meeting(1, day(9, 1)), "antibiotica", choice("wel"));
    let open = with(meeting(2, day(10, 1)), "antibiotica", Given::Not(NonAnswer::Unknown));
    let not_today = with(meeting(3, day(11, 1)), "antibiotica", Given::Not(NonAnswer::NotDiscussedToday));
    let told = |meetings: &[Meeting]| {
        let standing = course(meetings).standing();
        let open = standing.open_again(&key("antibiotica"));
        open.map(|open| (open.date, open.value.given.clone()))
    };
    let wanted = Some((day(10, 1), Some(Given::Not(NonAnswer::Unknown))));
    for meetings in [[&first, &open, &not_today], [&not_today, &open, &first]] {
        let meetings = meetings.map(Clone::clone);
        assert_eq!(
            (stands(&meetings, "antibiotica"), told(&meetings)),
            (Some(choice("wel")), wanted.clone())
        );
    }
    let again = with(meeting(4, day(12, 1)), "antibiotica", choice("wel"));
    assert_eq!(told(&[again, first.clone(), open.clone()]), None, "answered again");
    let before = with(meeting(5, day(8, 1)), "antibiotica", Given::Not(NonAnswer::Unknown));
    assert_eq!(told(&[before, first.clone()]), None, "it was open before");
    assert_eq!(told(&[open]), None, "nothing stands");
    assert_eq!(told(&[not_today, first]), None, "that nobody spoke of it says nothing");
}

/// Coming back to it later decides nothing: what stood before stands, and that it was put off is known beside it.
#[test]
fn a_judgement_that_is_put_off_ends_nothing() {
    let judged = |bits, date, choice: &str| {
        let mut meeting = meeting(bits, date);
        let judgement = Judgement { choice: Some(choice.into()), ..Judgement::default() };
        meeting.reviews[0].judgements.insert("stervensfase".into(), judgement);
        meeting
    };
    let name = crate::checklist::Name::new("stervensfase");
    let (begun, later) = (judged(1, day(9, 1), "stervensfase"), judged(2, day(10, 1), "onduidelijk"));
    for meetings in [[begun.clone(), later.clone()], [later.clone(), begun.clone()]] {
        let standing = course(&meetings).standing();
        let choice = standing.judgement(&name).and_then(|stood| stood.value.choice.clone());
        assert_eq!(choice, Some("stervensfase".into()));
        assert_eq!(standing.put_off[&name].date, day(10, 1));
    }
    let alone = course(std::slice::from_ref(&later)).standing();
    assert_eq!((alone.judgement(&name).map(|stood| stood.date), alone.put_off.len()), (Some(day(10, 1)), 0));
    let standing = course(&[judged(3, day(11, 1), "niet"), later, begun]).standing();
    assert_eq!(
        (standing.judgement(&name).map(|stood| stood.date), standing.put_off.len()),
        (Some(day(11, 1)), 0)
    );
}

/// An option of an own list that leaves the question open takes the place of nothing, as "nog onbekend" does not.
#[test]
fn an_option_that_leaves_it_open_replaces_no_value_and_no_judgement() {
    let open = |bits, date| {
        let mut meeting = with(meeting(bits, date), "plaats", choice("weet-niet"));
        meeting.reviews[0].answers.get_mut(&key("plaats")).unwrap().leaves_open = true;
        let choice = Some("straks".into());
        let judgement = Judgement { choice, leaves_open: true, ..Judgement::default() };
        meeting.reviews[0].judgements.insert("eigen".into(), judgement);
        meeting
    };
    let mut first = with(meeting(1, day(9, 1)), "plaats", choice("thuis"));
    let judged = Judgement { choice: Some("ja".into()), ..Judgement::default() };
    first.reviews[0].judgements.insert("eigen".into(), judged);
    let second = open(2, day(10, 1));
    let written = serde_json::to_string(&second).unwrap();
    assert_eq!(serde_json::from_str::<Meeting>(&written).unwrap(), second);
    for meetings in [[first.clone(), second.clone()], [second.clone(), first.clone()]] {
        let standing = course(&meetings).standing();
        let stood = standing.answer(&key("plaats")).unwrap();
        assert_eq!(stood.value.given, Some(choice("thuis")));
        assert_eq!(standing.open_again(&key("plaats")).unwrap().date, day(10, 1));
        let name = "eigen".into();
        assert_eq!(standing.judgement(&name).unwrap().value.choice, Some("ja".into()));
        assert_eq!(standing.put_off[&name].date, day(10, 1));
        let register = crate::meeting::Register::of(&crate::meeting::Viewpoint::whole(day(12, 1)), &meetings);
        assert_eq!(register.patients[0].put_off, [name]);
    }
    assert!(course(&[second]).standing().answer(&key("plaats")).is_none(), "alone it is no value either");
}

#[test]
fn an_agreement_that_somebody_else_is_to_do_says_who_did_it_before() {
    use crate::meeting::{Agreement, AgreementId, Owner, Participant, ParticipantId};
    let agreed = |bits: u128, date, owner: &str| {
        let mut meeting = meeting(bits, date);
        let id = ParticipantId(Id::from_bits(70 + bits));
        meeting.participants.push(Participant { name: owner.to_owned(), ..Participant::new(id) });
        let agreement = Agreement {
            owner: (!owner.is_empty()).then_some(Owner::Participant(id)),
            ..Agreement::new(AgreementId(Id::from_bits(50)), stamp(day(9, 1)))
        };
        meeting.reviews[0].agreements.push(agreement);
        meeting
    };
    for (first, second, told) in [
        ("M. Vos", "A. de Wit", Some("M. Vos")),
        ("M. Vos", "m. vos", None),
        ("M. Vos", "", Some("M. Vos")),
        ("", "A. de Wit", Some("")),
        ("", "", None),
    ] {
        let course = course(&[agreed(1, day(9, 1), first), agreed(2, day(10, 1), second)]);
        let happened = course.happened();
        let was = happened[1].facts.iter().find_map(|fact| match fact {
            Fact::NewOwner(_, was) => Some(was.as_str()),
            _ => None,
        });
        assert_eq!(was, told, "{first} then {second}");
    }
}

/// A conversation of a day to come was not held, whatever stands beside it; one that was written up later was.
#[test]
fn a_conversation_that_is_planned_is_no_plan() {
    let stand = |item: &str| QuestionKey::new(&"pzp-stand".into(), &item.into());
    let plan = |held: Option<bool>, on: &str, written: NaiveDate| {
        let mut meeting = with(meeting(1, day(9, 10)), "gesprek-op", Given::Date(on.to_owned()));
        meeting.reviews[0].answers.get_mut(&key("gesprek-op")).unwrap().recorded = stamp(written);
        if let Some(held) = held {
            let held = Answer::given(Given::YesNo(held), stamp(written));
            meeting.reviews[0].answers.insert(stand("gesprek"), held);
        }
        Plan::of(&meeting, &meeting.reviews[0])
    };
    let held = |day| Some(Plan { held: true, on: day });
    for (said, on, written, wanted) in [
        (None, "09-09-2026", day(9, 10), held(Some(day(9, 9)))),
        (None, "20-10-2026", day(9, 10), None),
        (Some(true), "20-10-2026", day(9, 10), held(None)),
        (Some(false), "20-10-2026", day(9, 10), Some(Plan { held: false, on: None })),
        (None, "12-09-2026", day(9, 14), held(Some(day(9, 12)))),
    ] {
        assert_eq!(plan(said, on, written), wanted, "{said:?} {on}");
    }
}

#[test]
fn what_cannot_be_read_is_counted_and_the_rest_stands() {
    let first = with(meeting(1, day(9, 1)), "doel", choice("symptomen"));
    let second = with(meeting(2, day(10, 1)), "doel", choice("levensverlenging"));
    let mut occurrences = Occurrences::default();
    [&first, &second].iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
    let standing = &occurrences
        .standing(&[patient(1)], one_by_one(|id| (id == first.id).then(|| first.clone())))[&patient(1)];
    assert_eq!(standing.unread, 1);
    assert!(standing.answer(&key("doel")).is_some());
}

#[test]
fn on_one_day_what_was_recorded_later_stands() {
    let morning = with(meeting(9, day(9, 1)), "doel", choice("levensverlenging"));
    let mut evening = with(meeting(1, day(9, 1)), "doel", choice("symptomen"));
    evening.reviews[0].answers.get_mut(&key("doel")).unwrap().recorded.at += chrono::TimeDelta::hours(4);
    assert_eq!(stands(&[evening, morning], "doel"), Some(choice("symptomen")));
}

/// Meetings each of which has an identity of its own.
fn meetings() -> impl Strategy<Value = Vec<Meeting>> {
    prop::collection::vec(arbitrary::meeting(), 0..5).prop_map(|mut meetings| {
        for (number, meeting) in (0..).zip(&mut meetings) {
            meeting.id = MeetingId(Id::from_bits(1000 + number));
        }
        meetings
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The order of reading does not matter, nor whether it is read in parts.
    #[test]
    fn the_order_of_reading_does_not_matter(meetings in meetings(), split in 0..5_usize) {
        let whole = course(&meetings);
        let backwards: Vec<Meeting> = meetings.iter().rev().cloned().collect();
        prop_assert_eq!(&whole, &course(&backwards));
        let mut in_parts = Course::new(patient(1));
        let (later, sooner) = whole.entries.split_at(split.min(whole.entries.len()));
        sooner.iter().chain(later).for_each(|entry| in_parts.add(entry.clone()));
        prop_assert_eq!(whole.standing(), in_parts.standing());
        // The fold that the register uses reads them as they lie in the folder.
        let mut occurrences = Occurrences::default();
        backwards.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
        let read = |id| backwards.iter().find(|meeting| meeting.id == id).cloned();
        if let Some(standing) = occurrences.standing(&[patient(1)], one_by_one(read)).get(&patient(1)) {
            prop_assert_eq!(&whole.standing(), standing);
        }
    }

    /// Nothing is invented: every standing value stands in a record of that day; a withdrawn judgement never stands, and a
    /// non-answer never takes the place of a value.
    #[test]
    fn every_standing_value_can_be_pointed_at(meetings in meetings()) {
        let course = course(&meetings);
        let standing = course.standing();
        for (key, stood) in &standing.answers {
            let there = course.discussions().any(|(meeting, review)| {
                meeting.id == stood.meeting && meeting.details.date == stood.date
                    && review.answers.get(key).is_some_and(|answer| answer.given == stood.value.given)
            });
            prop_assert!(there);
            let values = course.discussions().any(|(_, review)| {
                review.answers.get(key).is_some_and(|answer| !matches!(answer.given, None | Some(Given::Not(_))))
            });
            let is_non_answer = matches!(stood.value.given, Some(Given::Not(reason)) if reason != NonAnswer::NoLonger);
            prop_assert!(!(is_non_answer && values));
        }
        for name in standing.judgements.keys() {
            if let Some(stood) = standing.judgement(name) {
                prop_assert!(stood.value.withdrawn.is_none() && stood.value.choice.is_some());
            }
        }
    }

    /// Taking back what the last meeting recorded takes back what it did to what stands.
    #[test]
    fn undoing_a_change_undoes_its_fact(mut meetings in meetings(), answer in arbitrary::answer()) {
        prop_assume!(!meetings.is_empty() && answer.given.is_some());
        let before = course(&meetings).standing();
        let mut last = meeting(5000, NaiveDate::MAX);
        last.reviews[0].answers.insert(key("doel"), answer);
        meetings.push(last);
        prop_assert!(course(&meetings).standing().answers.contains_key(&key("doel")));
        meetings.last_mut().unwrap().reviews[0].answers.clear();
        prop_assert_eq!(before.answers, course(&meetings).standing().answers);
    }
}
