//! What the register makes of a few meetings.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::meeting::tests::arbitrary;
use crate::meeting::{
    Agreement, Answer, Ended, Given, Id, Judgement, Mark, Owner, ParticipantId, PatientState, Review, Role,
    Selection, Stamp, proposal, state,
};

#[path = "brought_and_ended.rs"]
mod brought_and_ended;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn stamp(date: NaiveDate) -> Stamp {
    Stamp { by: None, at: date.and_hms_opt(14, 0, 0).unwrap() }
}

fn meeting(bits: u128, group: &str, date: NaiveDate) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(bits)), MeetingKind::Patz, date);
    meeting.details.group = group.to_owned();
    meeting
}

fn person(bits: u128, name: &str) -> Participant {
    Participant { name: name.to_owned(), ..Participant::new(ParticipantId(Id::from_bits(bits))) }
}

fn patient(bits: u128) -> PatientId {
    PatientId(Id::from_bits(bits))
}

/// A discussion that was held.
fn discussed(bits: u128, label: &str, date: NaiveDate) -> Review {
    let mut review = Review::new(patient(bits));
    review.label = label.to_owned();
    review.details.finished = Some(stamp(date));
    review
}

fn agreement(bits: u128, what: &str, date: NaiveDate, owner: Option<Owner>) -> Agreement {
    Agreement {
        what: what.to_owned(),
        owner,
        ..Agreement::new(AgreementId(Id::from_bits(bits)), stamp(date))
    }
}

/// From 22 November, with patient 1 on the agenda.
fn today() -> Viewpoint {
    Viewpoint {
        meeting: Some(MeetingId(Id::from_bits(99))),
        date: day(11, 22),
        today: day(11, 22),
        patients: vec![patient(1)],
    }
}

#[test]
fn nothing_is_known_without_meetings() {
    let register = Register::of(&today(), std::iter::empty::<Meeting>());
    assert_eq!((register.patients, register.groups, register.standing.len()), (vec![], vec![], 0));
}

#[test]
fn a_patient_is_known_as_the_last_meeting_left_the_record() {
    let mut first = meeting(1, "PaTz Noord", day(9, 14));
    first.reviews.push(discussed(1, "Fictief J.", day(9, 14)).into());
    first.reviews[0].born = "1941".to_owned();
    first.reviews[0].own_words = "Thuis, met de hond.".to_owned();
    first.reviews[0].next_review = "22 november".to_owned();
    let colour = QuestionKey::new(&"kort".into(), &"kleur".into());
    let green = Answer::given(Given::Choice("groen".into()), stamp(day(9, 14)));
    first.reviews[0].answers.insert(colour, green);
    let marked = Judgement { choice: Some("markeren".into()), ..Judgement::default() };
    first.reviews[0].judgements.insert("markering".into(), marked);
    let mut second = meeting(2, "PaTz Noord", day(11, 1));
    second.reviews.push(Review::new(patient(1)).into());
    second.reviews[0].label = "Fictief J.-B.".to_owned();
    second.reviews[0].details.postponed = true;
    second.reviews[0].details.deceased = true;
    let register = Register::of(&today(), [&second, &first]);
    assert_eq!(
        register.patients,
        [std::sync::Arc::new(KnownPatient {
            discussed_typed: String::new(),
            patient: patient(1),
            label: "Fictief J.-B.".to_owned(),
            born: "1941".to_owned(),
            mark: Mark::default(),
            invented: false,
            own_words: "Thuis, met de hond.".to_owned(),
            own_words_on: Some(day(9, 14)),
            deceased: true,
            died_on: None,
            died_at: None,
            lived_on: None,
            looked_back: false,
            discussed: Some(day(9, 14)),
            planned: None,
            postponed: true,
            missed: false,
            group: "PaTz Noord".to_owned(),
            group_folded: "patz noord".to_owned(),
            also_of: Vec::new(),
            put_off: Vec::new(),
            kind: MeetingKind::Patz,
            agreements: Vec::new(),
            ended: Vec::new(),
            ended_before: Vec::new(),
            judged: [("markering".into(), (day(9, 14), "markeren".into()))].into(),
            colour: Some("groen".into()),
            colour_was: None,
            colour_beside: None,
            question: String::new(),
            repeats: BTreeMap::new(),
            central_carer: String::new(),
            brought_by: String::new(),
            plan: None,
            also: Vec::new(),
            called: Vec::new(),
            made_as: Vec::new(),
            next_review: Some(day(11, 22)),
            next_review_text: String::new(),
        })]
    );
    let standing = &register.standing[&patient(1)];
    assert_eq!(standing.discussed.map(|(day, _)| day), Some(day(9, 14)), "who was put off was not discussed");
    // Own words that came along keep the day on which they were written, whatever comes first.
    let third = meeting(3, "PaTz Noord", day(11, 20));
    let along = register.patients[0].review(&third);
    assert_eq!(along.details.own_words_on, Some(day(9, 14)));
    second.reviews[0].own_words.clone_from(&along.own_words);
    second.reviews[0].details.own_words_on = along.details.own_words_on;
    for meetings in [[&first, &second], [&second, &first]] {
        assert_eq!(Register::of(&today(), meetings).patients[0].own_words_on, Some(day(9, 14)));
    }
}

/// A meeting that is made ahead proposes people, and what was gone through beforehand is done by now; nothing else of it counts.
#[test]
fn what_a_meeting_made_ahead_says_is_known_of_it() {
    let mut first = meeting(1, "PaTz Noord", day(9, 14));
    first.reviews.push(discussed(1, "Fictief J.", day(9, 14)).into());
    first.reviews[0].agreements =
        vec![agreement(21, "gesprek", day(9, 14), None), agreement(22, "bed", day(9, 14), None)];
    let mut ahead = meeting(2, "PaTz Noord", day(12, 15));
    let mut along = Review::new(patient(1));
    along.label = "Fictief anders".to_owned();
    along.agreements = first.reviews[0].agreements.clone();
    along.agreements.iter_mut().for_each(|known| known.from = Some(day(9, 14)));
    along.agreements[1].ended = Some(Ended { done: true, recorded: stamp(day(11, 20)) });
    ahead.reviews.push(along.into());
    let mut proposed = Review::new(patient(2));
    proposed.label = "Fictief Q.".to_owned();
    proposed.question = "Hoe verder thuis?".to_owned();
    ahead.reviews.push(proposed.into());
    let whole = |date| Register::of(&Viewpoint::whole(date), [&ahead, &first]);
    let now = whole(day(11, 22));
    let of = |register: &Register, bits| register.patient(patient(bits)).unwrap().clone();
    let (known, newcomer) = (of(&now, 1), of(&now, 2));
    assert_eq!((known.label.as_str(), known.planned), ("Fictief J.", Some(day(12, 15))));
    let open: Vec<&str> = known.agreements.iter().map(|open| open.agreement.what.as_str()).collect();
    assert_eq!(open, ["gesprek"], "the other was done on 20 November");
    assert_eq!((newcomer.label.as_str(), newcomer.question.as_str()), ("Fictief Q.", "Hoe verder thuis?"));
    assert_eq!((newcomer.planned, newcomer.discussed, newcomer.missed), (Some(day(12, 15)), None, false));
    assert_eq!(now.caveats.ahead, 0, "it says nothing of anybody that would not count");
    let reasons = state::Reason::all(&newcomer, &PatientState::of(&newcomer, day(11, 22)), day(11, 22));
    assert_eq!(reasons, [state::Reason::New]);
    assert_eq!(of(&whole(day(11, 19)), 1).agreements.len(), 2, "it was not done by then");
    assert_eq!(of(&whole(day(12, 15)), 2).planned, None, "its day has come");
    // Another meeting sees what was done by its day, and nobody who is only proposed for a later one.
    let other = Register::of(&today(), [&first, &ahead]);
    assert!(other.patient(patient(2)).is_none());
}

#[test]
fn an_agreement_stays_open_until_some_meeting_ends_it() {
    let vos = person(7, "M. Vos");
    let mut first = meeting(1, "PaTz Noord", day(9, 14));
    first.participants.push(vos.clone());
    first.reviews.push(discussed(1, "Fictief J.", day(9, 14)).into());
    let owner = Some(Owner::Participant(vos.id));
    first.reviews[0].agreements =
        vec![agreement(21, "gesprek", day(9, 14), owner), agreement(22, "bed", day(9, 14), None)];
    // Weeks later there was a meeting without this patient, and one that ended one of the two.
    let mut last = meeting(3, "PaTz Noord", day(11, 1));
    last.reviews.push(discussed(1, "Fictief J.", day(11, 1)).into());
    let mut done = agreement(22, "bed", day(9, 14), None);
    done.from = Some(day(9, 14));
    done.ended = Some(Ended { done: true, recorded: stamp(day(11, 1)) });
    last.reviews[0].agreements.push(done);
    let meetings = [last, meeting(2, "PaTz Noord", day(10, 1)), first];
    let register = Register::of(&today(), &meetings);
    let open = &register.patients[0].agreements;
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].owner.as_str(), open[0].agreement.what.as_str()), ("M. Vos", "gesprek"));
    assert_eq!(open[0].agreement.from, Some(day(9, 14)), "it says from when it is");
    assert_eq!(open[0].agreement.recorded, stamp(day(9, 14)), "and keeps who recorded it, and when");
}

#[test]
fn an_owner_is_found_again_by_identity_or_name_and_never_lost() {
    let vos = person(7, "M. Vos");
    let owner = Some(Owner::Participant(vos.id));
    let open =
        OpenAgreement { agreement: agreement(21, "gesprek", day(9, 14), owner), owner: "M. Vos".to_owned() };
    let mut same = meeting(1, "", day(11, 22));
    same.participants.push(vos);
    assert_eq!(open.within(&same).owner, owner);
    let mut renamed = meeting(2, "", day(11, 22));
    renamed.participants.push(person(8, " m. vos"));
    assert_eq!(open.within(&renamed).owner, Some(Owner::Participant(ParticipantId(Id::from_bits(8)))));
    let stranger = open.within(&meeting(3, "", day(11, 22)));
    assert_eq!((stranger.owner, stranger.outside_name.as_str()), (Some(Owner::Outside), "M. Vos"));
}

#[test]
fn a_group_is_known_by_its_last_meeting_and_the_last_people_of_whom_it_is_known() {
    let mut first = meeting(1, "PaTz Noord", day(9, 14));
    first.details.planned = "90".to_owned();
    first.participants.push(Participant { roles: [Role::Chair].into(), ..person(7, "A. de Wit") });
    let second = meeting(2, " patz  noord ", day(10, 14));
    let mut between = meeting(3, "PaTz Noord", day(11, 14));
    between.details.kind = MeetingKind::Between;
    let register = Register::of(&today(), [&first, &second, &between, &meeting(4, "", day(11, 15))]);
    assert_eq!(register.groups.len(), 1);
    let known = register.group("PATZ NOORD").unwrap();
    assert_eq!((known.name.as_str(), known.date, known.planned.as_str()), ("patz  noord", day(10, 14), ""));
    assert_eq!(known.participants, first.participants);
}

/// A group that is called otherwise keeps whoever was of it, in whatever order meetings are read.
#[test]
fn what_was_of_a_group_goes_along_with_its_new_name() {
    let mut old = meeting(1, "PaTz Noord", day(8, 1));
    old.participants.push(person(7, "A. de Wit"));
    for (bits, label) in [(1, "patiënt 10"), (2, "patiënt 2"), (3, "patiënt 1")] {
        old.reviews.push(discussed(bits, label, day(8, 1)).into());
    }
    old.reviews[0].next_review = "1 september".to_owned();
    old.reviews[1].agreements.push(agreement(21, "bed", day(8, 1), None));
    let mut new = meeting(2, "PaTz Oost", day(9, 1));
    let groups = |meetings: &[&Meeting]| {
        let register = Register::of(&Viewpoint::whole(day(11, 22)), meetings.iter().copied());
        let names: Vec<String> = register.groups.iter().map(|group| group.name.clone()).collect();
        let patients: Vec<(String, String)> =
            register.patients.iter().map(|known| (known.label.clone(), known.group.clone())).collect();
        (names, patients, register)
    };
    // Before anybody said so, they are two groups.
    let (names, patients, register) = groups(&[&old, &new]);
    assert_eq!(names, ["PaTz Oost", "PaTz Noord"]);
    assert!(patients.iter().all(|(_, group)| group == "PaTz Noord"));
    let mut open = meeting(99, "PaTz Oost", day(11, 22));
    assert_eq!(proposal(&register, &open).len(), 0);
    // The meeting itself that says so has them proposed at once, and their agreements.
    open.details.formerly.push("patz  noord".to_owned());
    let proposed: Vec<&str> = proposal(&register, &open).iter().map(|one| one.known.label.as_str()).collect();
    assert_eq!(proposed, ["patiënt 10", "patiënt 1", "patiënt 2"], "due first, then by their numbers");
    assert_eq!(register.elsewhere(&open).len(), 1);
    // And so has every later one.
    new.details.formerly.push("PaTz Noord".to_owned());
    new.reviews.push(discussed(4, "nieuw", day(9, 1)).into());
    for meetings in [[&old, &new], [&new, &old]] {
        let (names, patients, register) = groups(&meetings);
        assert_eq!(names, ["PaTz Oost"]);
        assert!(patients.iter().all(|(_, group)| group == "PaTz Oost"), "{patients:?}");
        assert_eq!(register.group("patz noord").map(|group| group.name.as_str()), Some("PaTz Oost"));
        assert_eq!(register.groups[0].participants, old.participants, "its people are known");
        assert_eq!(proposal(&register, &meeting(99, "PaTz Oost", day(11, 22))).len(), 4);
    }
    // Of two meetings on one day the one in which nobody was discussed yet gives the name to the other too.
    let mut beside = meeting(6, "PaTz Zuid", day(8, 1));
    beside.details.formerly.push("PaTz Noord".to_owned());
    let (names, patients, _) = groups(&[&beside, &old]);
    assert_eq!(names, ["PaTz Zuid"]);
    assert!(patients.iter().all(|(_, group)| group == "PaTz Zuid"), "{patients:?}");
    // Where one part keeps the old name, its later meetings keep their own.
    let mut part = meeting(3, "PaTz Noord", day(10, 1));
    part.reviews.push(discussed(3, "patiënt 1", day(10, 1)).into());
    let (names, patients, _) = groups(&[&part, &new, &old]);
    assert_eq!(names, ["PaTz Noord", "PaTz Oost"]);
    let north: Vec<&str> =
        patients.iter().filter(|(_, group)| group == "PaTz Noord").map(|(label, _)| label.as_str()).collect();
    assert_eq!(north, ["patiënt 1"]);
    // Names that go round end somewhere, and several groups go together.
    let mut back = meeting(4, "PaTz Noord", day(11, 1));
    back.details.formerly = vec!["PaTz Oost".to_owned(), "PaTz West".to_owned()];
    let mut west = meeting(5, "PaTz West", day(7, 1));
    west.reviews.push(discussed(5, "west", day(7, 1)).into());
    let (names, patients, _) = groups(&[&back, &west, &new, &old]);
    assert_eq!(names, ["PaTz Noord"]);
    assert!(patients.iter().all(|(_, group)| group == "PaTz Noord"), "{patients:?}");
}

/// Of a death that was taken back nobody looked back on, so that the real one is looked back on when it comes.
#[test]
fn a_death_after_one_that_was_taken_back_is_looked_back_on() {
    let mut first = meeting(1, "PaTz Noord", day(8, 1));
    first.reviews.push(discussed(1, "Fictief J.", day(8, 1)).into());
    first.reviews[0].details.deceased = true;
    first.reviews[0].next_review = "1 december".to_owned();
    let mut back = meeting(2, "", day(8, 2));
    back.details.kind = MeetingKind::Between;
    back.reviews.push(Review::new(patient(1)).into());
    back.reviews[0].details.alive = true;
    let mut died = meeting(3, "", day(10, 2));
    died.details.kind = MeetingKind::Between;
    died.reviews.push(Review::new(patient(1)).into());
    died.reviews[0].details.deceased = true;
    let state = |meetings: &[&Meeting]| {
        let register = Register::of(&Viewpoint::whole(day(11, 22)), meetings.iter().copied());
        let known = register.patient(patient(1)).unwrap();
        (known.deceased, known.looked_back, PatientState::of(known, day(11, 22)).next_review)
    };
    assert_eq!(state(&[&first]), (true, true, None), "the dead are not to be discussed again");
    assert_eq!(state(&[&back, &first]), (false, false, Some(day(12, 1))));
    assert_eq!(state(&[&died, &back, &first]), (true, false, None));
}

/// What somebody said to hold no longer is gone from the register too.
#[test]
fn what_no_longer_holds_is_in_no_register() {
    let with = |bits, date: NaiveDate, given: [Given; 3]| {
        let mut meeting = meeting(bits, "PaTz Noord", date);
        let mut review = discussed(1, "Fictief J.", date);
        let asked = [("kort", "kleur"), ("pzp-stand", "centrale-zorgverlener"), ("pzp-stand", "gesprek")];
        for ((checklist, item), given) in asked.into_iter().zip(given) {
            let key = QuestionKey::new(&checklist.into(), &item.into());
            review.answers.insert(key, Answer::given(given, stamp(date)));
        }
        meeting.reviews.push(review.into());
        meeting
    };
    let carer = Given::Person(crate::meeting::Person::Outside("M. Vos".to_owned()));
    let first = with(1, day(9, 1), [Given::Choice("rood".into()), carer, Given::YesNo(true)]);
    let no_longer = || Given::Not(crate::meeting::NonAnswer::NoLonger);
    let second = with(2, day(10, 1), [no_longer(), no_longer(), no_longer()]);
    let told = |meetings: &[&Meeting]| {
        let register = Register::of(&Viewpoint::whole(day(11, 22)), meetings.iter().copied());
        let state = PatientState::of(&register.patients[0], day(11, 22));
        (state.colour, state.colour_was, state.central_carer, state.plan.is_some_and(|plan| plan.held))
    };
    let stands = (Some("rood".into()), None, "M. Vos".to_owned(), true);
    assert_eq!(told(&[&first]), stands);
    for meetings in [[&first, &second], [&second, &first]] {
        assert_eq!(told(&meetings), (None, None, String::new(), false));
    }
    let known = Register::of(&today(), [&first]);
    let here = PatientState::in_meeting(&second, &second.reviews[0], known.patient(patient(1)));
    assert_eq!((here.colour, here.central_carer), (None, String::new()), "in the meeting that says so");
}

/// Two groups may discuss one patient: the first one keeps sight of whom the other discussed last.
#[test]
fn a_patient_of_two_groups_is_found_with_both() {
    let mut north = meeting(1, "PaTz Noord", day(9, 1));
    north.reviews.push(discussed(1, "Fictief J.", day(9, 1)).into());
    let mut south = meeting(2, "PaTz Zuid", day(10, 1));
    south.reviews.push(discussed(1, "Fictief J.", day(10, 1)).into());
    let register = Register::of(&today(), [&south, &north]);
    for (group, count) in [("PaTz Noord", 1), ("patz zuid", 1), ("PaTz Oost", 0)] {
        let selection = Selection { group: Some(group.to_owned()), ..Selection::default() };
        assert_eq!(selection.of(&register, day(11, 22)).len(), count, "{group}");
    }
    assert_eq!(register.patients[0].group, "PaTz Zuid", "the last one");
}

/// That a judgement was put off is a reason to come back to it until it is given.
#[test]
fn what_was_put_off_is_a_reason_for_the_next_agenda() {
    let judged = |bits, date: NaiveDate, choice: &str| {
        let mut meeting = meeting(bits, "PaTz Noord", date);
        let mut review = discussed(1, "Fictief J.", date);
        let judgement = Judgement { choice: Some(choice.into()), ..Judgement::default() };
        review.judgements.insert("markering".into(), judgement);
        meeting.reviews.push(review.into());
        meeting
    };
    let (marked, later) = (judged(1, day(9, 1), "markeren"), judged(2, day(10, 1), "later"));
    let reason = |meetings: &[&Meeting]| {
        let register = Register::of(&Viewpoint::whole(day(11, 22)), meetings.iter().copied());
        let state = PatientState::of(&register.patients[0], day(11, 22));
        (crate::meeting::Reason::of(&register.patients[0], &state, day(11, 22)), state.marked)
    };
    use crate::meeting::Reason;
    assert_eq!(reason(&[&later, &marked]), (Some(Reason::PutOff), Some(day(9, 1))));
    assert_eq!(reason(&[&later, &marked, &judged(3, day(11, 1), "niet")]), (Some(Reason::Rest), None));
}

#[test]
fn a_meeting_sees_neither_itself_nor_what_came_later() {
    let mut own = meeting(99, "PaTz Noord", day(11, 22));
    own.reviews.push(discussed(1, "Fictief J.", day(11, 22)).into());
    let mut later = meeting(5, "PaTz Noord", day(12, 1));
    later.reviews.push(discussed(1, "Fictief J.", day(12, 1)).into());
    let register = Register::of(&today(), [&own, &later]);
    assert_eq!((register.patients, register.groups), (vec![], vec![]));
}

#[test]
fn what_happens_between_meetings_is_no_discussion() {
    let mut first = meeting(1, "PaTz Noord", day(9, 14));
    first.reviews.push(discussed(1, "Fictief J.", day(9, 14)).into());
    let mut between = meeting(2, "", day(10, 2));
    between.details.kind = MeetingKind::Between;
    between.reviews.push(Review::new(patient(1)).into());
    between.reviews[0].details.deceased = true;
    let register = Register::of(&today(), [&first, &between]);
    let known = register.patient(patient(1)).unwrap();
    assert_eq!((known.deceased, known.looked_back, known.discussed), (true, false, Some(day(9, 14))));
    assert_eq!((known.group.as_str(), known.label.as_str()), ("PaTz Noord", "Fictief J."));
}

#[test]
fn the_own_group_comes_first_then_who_was_put_off_then_who_was_discussed_last() {
    let mut long_ago = meeting(1, "PaTz Noord", day(3, 1));
    long_ago.reviews.push(discussed(1, "lang geleden", day(3, 1)).into());
    long_ago.reviews.push(discussed(2, "uitgesteld", day(3, 1)).into());
    let mut lately = meeting(2, "PaTz Noord", day(9, 14));
    lately.reviews.push(discussed(3, "onlangs", day(9, 14)).into());
    lately.reviews.push(Review::new(patient(2)).into());
    lately.reviews[1].details.postponed = true;
    lately.reviews.push(discussed(4, "nabesproken", day(9, 14)).into());
    lately.reviews[2].details.deceased = true;
    let mut other = meeting(3, "MDO Zuid", day(11, 1));
    other.reviews.push(discussed(5, "andere groep", day(11, 1)).into());
    let mut course = meeting(4, "PaTz Noord", day(11, 2));
    course.details.kind = MeetingKind::Education;
    course.reviews.push(discussed(6, "casus", day(11, 2)).into());
    let register = Register::of(&today(), [&long_ago, &lately, &other, &course]);
    let mut open = meeting(99, "PaTz Noord", day(11, 22));
    let labels = |open: &Meeting| -> Vec<String> {
        register.offered(open).into_iter().map(|(known, _)| known.label.clone()).collect()
    };
    assert_eq!(labels(&open), ["uitgesteld", "onlangs", "lang geleden", "nabesproken", "andere groep"]);
    open.reviews.push(Review::new(patient(3)).into());
    assert_eq!(labels(&open), ["uitgesteld", "lang geleden", "nabesproken", "andere groep"]);
    open.details.kind = MeetingKind::Education;
    assert_eq!(labels(&open), ["casus"], "a casus is nobody's patient");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The disk gives meetings in any order; the register is the same one.
    #[test]
    fn the_order_in_which_meetings_come_does_not_matter(
        mut meetings in prop::collection::vec(arbitrary::meeting(), 0..5),
    ) {
        let patients = meetings.iter().flat_map(|meeting| &meeting.reviews).map(|review| review.patient);
        let viewpoint = Viewpoint { date: NaiveDate::MAX, patients: patients.collect(), ..today() };
        let forwards = Register::of(&viewpoint, &meetings);
        meetings.reverse();
        let mut backwards = Register::of(&viewpoint, &meetings);
        prop_assert_eq!(&forwards, &backwards);
        backwards.patients.iter().for_each(|known| {
            let review = known.review(&Meeting::new(MeetingId(Id::from_bits(99)), MeetingKind::Patz, day(11, 22)));
            assert!(review.is_settled() && review.agreements.iter().all(|open| open.from.is_some()));
        });
        backwards.patients.clear();
    }
}

/// What is invented takes nothing over from what is real, nor the reverse; of a group that has both, only what is real counts.
#[test]
fn a_meeting_is_proposed_no_group_of_another_sort() {
    let mut real = meeting(1, "PaTz Noord", day(9, 14));
    real.participants.push(person(7, "M. Vos"));
    let mut invented = meeting(2, "PaTz Voorbeeld", day(11, 1));
    let mut of_both = meeting(3, "patz noord", day(11, 2));
    for one in [&mut invented, &mut of_both] {
        one.details.fictional = true;
        one.participants.push(person(8, "K. Verzonnen"));
    }
    for all in [[&real, &invented, &of_both], [&of_both, &invented, &real]] {
        let register = Register::of(&today(), all);
        let mut new = meeting(9, "", day(11, 22));
        for (fictional, expected) in [(false, "PaTz Noord"), (true, "PaTz Voorbeeld")] {
            new.details.fictional = fictional;
            let names: Vec<&str> = register.groups_for(&new).map(|known| known.name.as_str()).collect();
            assert_eq!(names, [expected]);
            for name in ["PaTz Noord", "PaTz Voorbeeld"] {
                assert_eq!(register.group_for(&new, name).is_some(), name == expected, "{name}");
            }
        }
        let noord = register.group("PaTz Noord").unwrap();
        assert_eq!((noord.date, noord.participants[0].name.as_str()), (day(9, 14), "M. Vos"));
    }
}
