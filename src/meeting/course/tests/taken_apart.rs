//! Two patients that were put together, and perhaps taken apart again: what is of the one never becomes the other's.

use super::*;
use crate::meeting::record::came_along::Unsaid;
use crate::meeting::{Agreement, AgreementId, Ahead, Register, Viewpoint};

const ON: (u32, u32) = (11, 30);

fn on() -> NaiveDate {
    day(ON.0, ON.1)
}

fn at(hour: u32) -> Stamp {
    Stamp { by: None, at: on().and_hms_opt(hour, 0, 0).unwrap() }
}

fn named(bits: u128, label: &str, born: &str) -> Review {
    let mut review = Review::new(patient(bits));
    (review.label, review.born) = (label.to_owned(), born.to_owned());
    review
}

/// A discussion of today, in which one thing was agreed with B.; C. is on the agenda as well.
fn first(touched: u32) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, on());
    let mut review = named(1, "B.", "1952");
    let mut agreed = Agreement::new(AgreementId(Id::from_bits(21)), at(9));
    "Longarts inlichten".clone_into(&mut agreed.what);
    review.agreements.push(agreed);
    review.details.finished = Some(at(touched));
    let mut other = named(2, "C.", "1944");
    other.details.finished = review.details.finished;
    meeting.reviews = vec![review.into(), other.into()];
    meeting
}

fn whole(meetings: &[&Meeting]) -> Register {
    Register::of(&Viewpoint::whole(on()), meetings.iter().copied())
}

/// A record of today as the program makes it, in which something is said of who a patient is.
fn said(number: u128, kind: MeetingKind, known: &Register, of: u128, say: fn(&mut Review)) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), kind, on());
    let mut review = Review { patient: patient(of), ..known.patient(patient(of)).unwrap().review(&meeting) };
    review.details.noted = Some(at(u32::try_from(number).unwrap() + 9));
    say(&mut review);
    meeting.reviews = vec![review.into()];
    meeting
}

fn open(meetings: &[&Meeting], of: u128) -> [Vec<u128>; 2] {
    let mut occurrences = Occurrences::default();
    meetings.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
    let read = |id| meetings.iter().find(|meeting| meeting.id == id).map(|meeting| (**meeting).clone());
    let course = occurrences.course(patient(of), one_by_one(read));
    let register = whole(meetings);
    let known = register.patient(patient(of)).unwrap();
    [
        course.open_agreements().iter().map(|(_, agreement)| agreement.id.0.bits()).collect(),
        known.agreements.iter().map(|open| open.agreement.id.0.bits()).collect(),
    ]
}

#[test]
fn agreements_that_came_along_with_another_go_back_with_the_one_of_whom_they_are() {
    type Say = fn(&mut Review);
    let together: Say = |review| review.details.same_as = Some(Identity::SameAs(patient(2)));
    let apart: [(u128, Say); 2] = [
        (2, |review| review.details.apart_from = vec![patient(1)]),
        (1, |review| review.details.same_as = Some(Identity::Own)),
    ];
    let confirmed: Say = |review| {
        review.agreements.iter_mut().for_each(|agreement| agreement.confirmed = Some(at(13)));
    };
    // The first record may be touched again after all this.
    for touched in [10, 20] {
        for (of, apart) in apart {
            let first = first(touched);
            let one = said(2, MeetingKind::Between, &whole(&[&first]), 1, together);
            let known = whole(&[&first, &one]);
            let met = said(3, MeetingKind::Mdo, &known, 2, confirmed);
            let two = said(4, MeetingKind::Between, &known, of, apart);
            assert_eq!(open(&[&first, &one, &met], 1), [[21], [21]], "one person");
            assert_eq!(open(&[&first, &one, &met], 2), [[21], [21]], "one person");
            for all in [[&first, &one, &met, &two], [&two, &met, &one, &first]] {
                assert_eq!(open(&all, 1), [[21], [21]], "{touched} {of}");
                assert_eq!(open(&all, 2), [Vec::<u128>::new(), vec![]], "{touched} {of}");
            }
            // Of whom it is cannot be known where the record in which it was made cannot be read: it is lost nowhere.
            assert_eq!(open(&[&one, &met, &two], 2), [[21], [21]], "{touched} {of}");
        }
    }
}

#[test]
fn an_agreement_that_was_made_with_both_or_with_somebody_else_is_taken_from_nobody() {
    let first = first(10);
    let one = said(2, MeetingKind::Between, &whole(&[&first]), 1, |review| {
        review.details.same_as = Some(Identity::SameAs(patient(2)));
    });
    let known = whole(&[&first, &one]);
    let apart: fn(&mut Review) = |review| review.details.same_as = Some(Identity::Own);
    // An older program or somebody's copy of a file left out of whom it came.
    let both = said(3, MeetingKind::Mdo, &known, 2, |review| review.agreements[0].from = None);
    let two = said(4, MeetingKind::Between, &known, 1, apart);
    for all in [[&first, &one, &both, &two], [&two, &both, &one, &first]] {
        assert_eq!([1, 2].map(|of| open(&all, of)), [[[21], [21]], [[21], [21]]]);
    }
    // Two others were one as well and are not any more: what is of these is none of their matter.
    let mut others = said(5, MeetingKind::Mdo, &known, 2, |_| {});
    let copies = std::mem::take(&mut others.reviews[0].agreements);
    let of = |bits, say: fn(&mut Review)| {
        let mut review = named(bits, "D.", "1930");
        review.agreements.clone_from(&copies);
        say(&mut review);
        review.into()
    };
    others.reviews = vec![of(5, |review| review.details.same_as = Some(Identity::SameAs(patient(6))))];
    let mut own = others.clone();
    own.id = MeetingId(Id::from_bits(6));
    own.reviews = vec![of(5, apart), named(6, "D.", "1930").into()];
    own.details.date = day(12, 1);
    assert_eq!(open(&[&first, &one, &two, &others, &own], 5), [[21], [21]]);
}

#[test]
fn a_copy_in_a_meeting_made_ahead_does_not_bring_back_the_day_that_an_agreement_had() {
    let first = first(10);
    let known = whole(&[&first]);
    let mut ahead = said(2, MeetingKind::Patz, &known, 1, |review| review.details.noted = None);
    ahead.details.date = day(12, 24);
    let moved = |number, due: fn(&mut Review)| said(number, MeetingKind::Between, &known, 1, due);
    let between = moved(3, |review| {
        "20-01-2027".clone_into(&mut review.agreements[0].due);
        review.agreements[0].changed = Some(at(12));
    });
    let done = moved(3, |review| {
        review.agreements[0].ended = Some(crate::meeting::Ended { done: true, recorded: at(12) });
    });
    let mut beforehand = ahead.clone();
    "31-12-2026".clone_into(&mut beforehand.reviews[0].agreements[0].due);
    beforehand.reviews[0].agreements[0].changed = Some(at(15));
    for (between, ahead, expected) in [
        (None, &ahead, vec![""]),
        (Some(&between), &ahead, vec!["20-01-2027"]),
        (Some(&done), &ahead, vec![]),
        // What was said in it is said.
        (None, &beforehand, vec!["31-12-2026"]),
        (Some(&between), &beforehand, vec!["31-12-2026"]),
    ] {
        let all: Vec<&Meeting> = [&first, ahead].into_iter().chain(between).collect();
        let mut seen = Ahead::new(on());
        all.iter().for_each(|meeting| seen.take(&MeetingDigest::of(meeting)));
        let so_far: Vec<Meeting> = all.iter().filter(|one| one.id != ahead.id).copied().cloned().collect();
        let course = course(&so_far).with_ahead(&seen, &[patient(1)]);
        let dues: Vec<String> =
            course.open_agreements().iter().map(|(_, agreement)| agreement.due.clone()).collect();
        let register = whole(&all);
        let known: Vec<&str> =
            register.patients[0].agreements.iter().map(|open| open.agreement.due.as_str()).collect();
        assert_eq!((dues, known), (expected.iter().map(|due| (*due).to_owned()).collect(), expected));
    }
}

#[test]
fn label_and_year_of_birth_are_of_one_identity() {
    let first = first(10);
    let renamed = said(2, MeetingKind::Between, &whole(&[&first]), 1, |review| {
        "X.".clone_into(&mut review.label);
        review.details.same_as = Some(Identity::SameAs(patient(2)));
    });
    let known = whole(&[&first, &renamed]);
    let corrected = said(3, MeetingKind::Between, &known, 2, |review| "1953".clone_into(&mut review.born));
    for (all, expected) in [
        (vec![first.clone(), renamed.clone()], ("X.", "1952")),
        // Who corrects the year of birth sees the label.
        (vec![first, renamed, corrected], ("X.", "1953")),
    ] {
        let register = whole(&all.iter().collect::<Vec<_>>());
        let known = register.patient(patient(1)).unwrap();
        assert_eq!((known.label.as_str(), known.born.as_str()), expected);
        assert_eq!(course(&all).called(), expected);
    }
}

/// Two who are one are both on the agenda of a meeting made ahead, where the one brought what was agreed.
#[test]
fn two_who_are_one_bring_each_agreement_once_and_are_called_as_each_was() {
    let first = first(10);
    let known = whole(&[&first]);
    let mut ahead = Meeting::new(MeetingId(Id::from_bits(5)), MeetingKind::Patz, day(12, 24));
    ahead.reviews =
        [2, 1].map(|of| known.patient(patient(of)).unwrap().review(&ahead).into()).into_iter().collect();
    let renamed = said(2, MeetingKind::Between, &known, 1, |review| {
        "X.".clone_into(&mut review.label);
        review.details.same_as = Some(Identity::SameAs(patient(2)));
    });
    let now = Register::of(&Viewpoint::of(&ahead, ahead.details.date), [&first, &renamed]);
    assert_eq!(now.patients.len(), 1);
    assert_eq!((now.beside(&ahead).len(), now.agreements_elsewhere(&ahead)), (0, (0, 0)));
    let brought = now.brought_up_to_date(&ahead).unwrap();
    let called: Vec<(&str, &str)> =
        brought.reviews.iter().map(|review| (review.label.as_str(), review.born.as_str())).collect();
    assert_eq!(called, [("C.", "1944"), ("X.", "1952")]);
}

/// Whoever reads of the one reads there too that it was taken back, also where that was recorded under the other; and is not called as
/// the other was while they were one.
#[test]
fn the_course_of_the_other_tells_that_two_were_taken_apart() {
    let first = first(10);
    let one = said(2, MeetingKind::Between, &whole(&[&first]), 1, |review| {
        review.details.same_as = Some(Identity::SameAs(patient(2)));
    });
    let known = whole(&[&first, &one]);
    let apart =
        said(3, MeetingKind::Between, &known, 2, |review| review.details.apart_from = vec![patient(1)]);
    let again = said(4, MeetingKind::Between, &whole(&[&first, &one, &apart]), 1, |review| {
        review.details.same_as = Some(Identity::SameAs(patient(2)));
    });
    let course = |meetings: &[&Meeting], of: u128| {
        let mut occurrences = Occurrences::default();
        meetings.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
        let read = |id| meetings.iter().find(|meeting| meeting.id == id).map(|meeting| (**meeting).clone());
        occurrences.course(patient(of), one_by_one(read))
    };
    assert!(course(&[&first, &one], 1).apart.is_empty());
    let two = [&first, &one, &apart];
    assert_eq!(course(&two, 1).apart, [(patient(2), on())].into());
    assert_eq!(course(&two, 2).apart, [(patient(1), on())].into());
    for of in [1, 2] {
        assert!(course(&two, of).also_called(crate::words::Language::Dutch).is_empty(), "{of}");
    }
    assert!(course(&[&first, &one, &apart, &again], 1).apart.is_empty(), "they are one again");
}

/// What came along from the other goes out of the record in which the two are taken apart, untouched as it is, and of one made ahead
/// too; what somebody said of it there stays.
#[test]
fn what_came_along_from_the_other_goes_with_it() {
    let first = first(10);
    let one = said(2, MeetingKind::Between, &whole(&[&first]), 1, |review| {
        "X.".clone_into(&mut review.label);
        review.details.same_as = Some(Identity::SameAs(patient(2)));
    });
    let known = whole(&[&first, &one]);
    let along = said(3, MeetingKind::Between, &known, 2, |_| {});
    let review = &along.reviews[0];
    assert_eq!((review.label.as_str(), review.agreements.len()), ("X.", 1));
    let parted = known.parted(review, |other| other == patient(1)).unwrap();
    assert_eq!((parted.label.as_str(), parted.born.as_str(), parted.agreements.len()), ("C.", "1944", 0));
    assert_eq!(known.parted(review, |other| other == patient(9)), None, "of another it says nothing");
    // Of whoever died, and of whose words these are, nothing stays with who is somebody else.
    let mut dead = along.reviews[0].clone();
    let all = &mut *dead;
    all.details.deceased = true;
    "Hoe nu?".clone_into(&mut all.question);
    "Naar zee.".clone_into(&mut all.own_words);
    all.details.own_words_on = Some(on());
    let came = all.details.came_along.as_mut().unwrap();
    (came.deceased, came.question) = (true, all.question.clone());
    let parted = known.parted(&dead, |other| other == patient(1)).unwrap();
    assert_eq!((parted.says_deceased(), parted.own_words.as_str(), parted.question.as_str()), (None, "", ""));
    let mut touched = along.clone();
    touched.reviews[0].agreements[0].changed = Some(at(14));
    assert_eq!(known.parted(&touched.reviews[0], |other| other == patient(1)).unwrap().agreements.len(), 1);
    let apart =
        said(4, MeetingKind::Between, &known, 2, |review| review.details.apart_from = vec![patient(1)]);
    let mut ahead = Meeting::new(MeetingId(Id::from_bits(5)), MeetingKind::Patz, day(12, 24));
    ahead
        .reviews
        .push(Review { patient: patient(2), ..known.patient(patient(2)).unwrap().review(&ahead) }.into());
    let now = Register::of(&Viewpoint::of(&ahead, on()), [&first, &one, &apart]);
    assert!(now.brought_up_to_date(&ahead).unwrap().reviews[0].agreements.is_empty());
}

/// Of a value and its end that two records of one day have under two names none is the last word: the value stands, and is told to be
/// disputed.
#[test]
fn a_value_that_was_taken_back_on_its_day_under_another_name_stands_as_disputed() {
    let question = key("plaats");
    let record = |number: u128, of: u128, given: Given, hour: u32| {
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Mdo, on());
        let mut review = named(of, "B.", "1952");
        review.answers.insert(question.clone(), Answer::given(given, at(hour)));
        review.details.same_as = (of == 2).then_some(Identity::SameAs(patient(1)));
        meeting.reviews.push(review.into());
        meeting
    };
    let back = || Given::Not(NonAnswer::NoLonger);
    for (one, other, stands) in [
        (record(1, 1, choice("thuis"), 9), record(2, 2, back(), 10), true),
        (record(1, 1, back(), 9), record(2, 2, choice("thuis"), 10), true),
        (record(1, 2, choice("thuis"), 9), record(2, 1, back(), 10), true),
        (record(1, 1, choice("thuis"), 9), record(2, 1, back(), 10), false),
    ] {
        for all in [[&one, &other], [&other, &one]] {
            let course = course(&all.map(Clone::clone));
            let standing = course.standing();
            let stood = standing.answer(&question);
            assert_eq!(stood.is_some(), stands);
            assert!(stood.is_none_or(|stood| course.is_disputed(&question, stood.meeting)));
            assert!(stood.is_none_or(|stood| standing.meeting(stood.meeting).is_some()));
        }
    }
}

/// What is told of a person: who died, the words, and the question that waits, by the course and by the register.
fn told(meetings: &[&Meeting], of: u128) -> [(bool, String, String, String); 2] {
    let mut occurrences = Occurrences::default();
    meetings.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
    let read = |id| meetings.iter().find(|meeting| meeting.id == id).map(|meeting| (**meeting).clone());
    let course = occurrences.course(patient(of), one_by_one(read));
    let standing = occurrences.standing(&[patient(of)], one_by_one(read)).remove(&patient(of)).unwrap();
    assert_eq!(standing.said, course.standing().said);
    assert_eq!(course.death().is_some(), course.is_deceased());
    let register = whole(meetings);
    let known = register.patient(patient(of)).unwrap();
    let times = known.repeats.values().map(Vec::len).collect::<Vec<_>>();
    let stood = course.standing().repeats.values().map(|stood| stood.value.len()).collect::<Vec<_>>();
    assert_eq!(times, stood);
    let question = course.discussions().map(|(_, review)| review.question.clone()).collect::<String>();
    let words = course.own_words().map_or("", |(words, _)| words).to_owned();
    let born = course.called().1.to_owned();
    [
        (course.is_deceased(), words, format!("{question}{stood:?}"), born),
        (known.deceased, known.own_words.clone(), format!("{}{times:?}", known.question), known.born.clone()),
    ]
}

/// What came along from the other, into whichever record that was made while two were one, is told of nobody else.
#[test]
fn what_came_along_while_two_were_one_is_told_of_neither() {
    type Say = fn(&mut Review);
    let apart: [(u128, Say); 2] = [
        (2, |review| review.details.apart_from = vec![patient(1)]),
        (1, |review| review.details.same_as = Some(Identity::Own)),
    ];
    for (of, apart) in apart {
        let mut met = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, day(11, 1));
        met.reviews = vec![named(1, "B.", "1952").into(), named(2, "C.", "").into()];
        let between = said(2, MeetingKind::Between, &whole(&[&met]), 1, |review| {
            "Naar zee.".clone_into(&mut review.own_words);
            "Hoe nu?".clone_into(&mut review.question);
            review.details.deceased = true;
            review.repeats.insert(key("kinderen"), vec![1, 2]);
        });
        let one = said(3, MeetingKind::Between, &whole(&[&met, &between]), 1, |review| {
            review.details.same_as = Some(Identity::SameAs(patient(2)));
        });
        let while_one = whole(&[&met, &between, &one]);
        let along = said(4, MeetingKind::Between, &while_one, 2, |_| {});
        let review = &along.reviews[0];
        assert!(review.details.deceased && review.own_words == "Naar zee." && review.question == "Hoe nu?");
        let mut two = said(5, MeetingKind::Between, &while_one, of, apart);
        if of == 2 {
            let alone = while_one.parted(&two.reviews[0], |other| other == patient(1)).unwrap();
            two.reviews = vec![alone.into()];
        }
        for all in [[&met, &between, &one, &along, &two], [&two, &along, &one, &between, &met]] {
            let nothing = (false, String::new(), "[]".to_owned(), String::new());
            assert_eq!(told(&all, 2), [nothing.clone(), nothing], "{of}");
            let [course, register] = told(&all, 1);
            let own = (true, "Naar zee.".to_owned(), "Hoe nu?[2]".to_owned(), "1952".to_owned());
            assert_eq!((course, register), (own.clone(), own), "{of}");
        }
        // Nor does a record that goes on keep it, whenever that was made.
        let now = whole(&[&met, &between, &one, &two]).brought_up_to_date(&along).unwrap();
        let review = &now.reviews[0];
        let left = (review.details.deceased, &*review.own_words, &*review.question, &*review.born);
        assert_eq!((left, review.repeats.len()), ((false, "", "", ""), 0));
        assert_eq!(
            (review.unsaid(), review.details.own_words_on),
            (Unsaid { label: true, ..Unsaid::default() }, None)
        );
        // As long as they are one, it is told of that one.
        assert_eq!(told(&[&met, &between, &one, &along], 2)[1].1, "Naar zee.");
    }
}
