//! The fictional meetings: fictional, readable, and in words that the shipped definitions know.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::checklist::{Checklist, ItemKind, Name};
use crate::meeting::{
    Answer, Given, Meeting, MeetingSummary, PatientInformed, QuestionKey, Review, one_by_one,
};
use crate::store::demo::{Fictional, WRITTEN_ON, fictional, fictional_today};
use crate::store::record::encode;
use crate::text;

fn all(today: NaiveDate) -> Vec<Fictional> {
    let all = fictional(today).unwrap();
    assert_eq!(all.len(), 3);
    all
}

/// The last two of them.
fn both(today: NaiveDate) -> [Fictional; 2] {
    let [_, earlier, today] = all(today).try_into().unwrap();
    [earlier, today]
}

fn review<'m>(meeting: &'m Meeting, label: &str) -> &'m Review {
    meeting.reviews.iter().find(|review| review.label == label).unwrap()
}

fn text_of(meeting: &Meeting) -> String {
    String::from_utf8(encode(meeting).unwrap()).unwrap()
}

#[test]
fn an_earlier_meeting_is_closed_and_today_is_open() {
    let [earlier, today] = both(WRITTEN_ON).map(|one| one.meeting);
    assert_eq!(earlier.details.date, WRITTEN_ON - Days::new(70));
    assert_eq!(today.details.date, WRITTEN_ON);
    assert_eq!(Some(today.id), fictional_today());
    let state = |meeting: &Meeting| {
        let summary = MeetingSummary::of(meeting);
        (summary.finished, summary.patients, summary.closed, summary.fictional)
    };
    assert_eq!(state(&earlier), (2, 2, true, true));
    assert_eq!(state(&today), (2, 5, false, true));
    let again: Vec<_> =
        earlier.reviews.iter().map(|review| today.review(review.patient).unwrap().label.as_str()).collect();
    assert_eq!(again, ["Fictief A.", "Fictief B."]);
}

#[test]
fn there_is_work_left_on_stage() {
    let [_, today] = both(WRITTEN_ON).map(|one| one.meeting);
    assert!(review(&today, "Fictief E.").details.deceased);
    assert_eq!(review(&today, "Fictief C.").details.informed, Some(PatientInformed::Anonymous));
    assert!(!review(&today, "Fictief C.").judgements[&Name::new("markering")].dissent.is_empty());
    let to_b = &review(&today, "Fictief B.").agreements;
    assert!(to_b.iter().any(|agreement| agreement.told_by.is_some()));
    assert!(to_b.iter().any(|agreement| agreement.due.is_empty()));
    let due = |label| review(&today, label).agreements.iter().map(|one| one.due.clone()).collect::<Vec<_>>();
    assert_eq!(due("Fictief D."), ["22-11-2026"; 3]);
}

#[test]
fn every_day_moves_along_and_nothing_else_does() {
    let later = WRITTEN_ON + Days::new(4_000);
    for (written, moved) in all(WRITTEN_ON).into_iter().zip(all(later)) {
        let (written, moved) = (text_of(&written.meeting), text_of(&moved.meeting));
        assert!(
            !moved.contains("2026-") && !moved.contains("-2026\"") && !moved.contains("-2027\""),
            "{moved}"
        );
        assert_eq!(written.lines().count(), moved.lines().count());
        for (before, after) in written.lines().zip(moved.lines()).filter(|(before, after)| before != after) {
            let key = |line: &str| line.split(" = ").next().map(str::to_owned);
            assert_eq!(key(before), key(after));
        }
    }
    let [_, today] = both(later).map(|one| one.meeting);
    assert_eq!(review(&today, "Fictief D.").agreements[0].due, "04-11-2037");
    let [earlier, _] = both(later).map(|one| one.meeting);
    assert_eq!(review(&earlier, "Fictief B.").next_review, "over 10 weken");
}

#[test]
fn every_patient_is_fictional_and_carries_no_number() {
    let mut labels = BTreeSet::new();
    for meeting in all(WRITTEN_ON).into_iter().map(|one| one.meeting) {
        assert!(meeting.details.fictional && meeting.details.group.contains("fictief"));
        let text = text_of(&meeting);
        let prose: String = text.lines().filter(|line| !line.contains("000000")).collect();
        assert_eq!(text::citizen_number::find(&prose), None);
        for review in &meeting.reviews {
            let letter = review.label.strip_prefix("Fictief ").unwrap();
            assert_eq!((letter.len(), letter.chars().next_back()), (2, Some('.')), "{}", review.label);
            labels.insert((review.patient, review.label.clone(), review.born.clone()));
        }
    }
    assert_eq!(labels.len(), 5);
}

#[test]
fn the_pinned_definitions_are_the_ones_in_which_something_is_recorded() {
    for Fictional { meeting, definitions } in all(WRITTEN_ON) {
        let recorded = |name: &Name| meeting.reviews.iter().any(|review| review.has_begun(name));
        assert!(!meeting.definitions.is_empty());
        assert!(meeting.definitions.iter().all(|pinned| recorded(&pinned.id)));
        let texts: Vec<_> =
            definitions.iter().map(|one| crate::store::definition_hash(&one.source)).collect();
        assert_eq!(texts, meeting.definitions.iter().map(|one| one.hash.clone()).collect::<Vec<_>>());
    }
}

#[test]
fn every_answer_and_every_judgement_is_one_that_a_definition_offers() {
    for Fictional { meeting, definitions } in all(WRITTEN_ON) {
        let known = |name: &Name| {
            let found = definitions.iter().find(|one| one.checklist.id == *name);
            &found.unwrap_or_else(|| panic!("no checklist {name}")).checklist
        };
        for review in &meeting.reviews {
            for (key, answer) in review.answers.iter() {
                fits(known(&key.checklist), key, answer);
                answer.answered_by.iter().for_each(|id| assert!(meeting.participant(*id).is_some()));
            }
            for key in review.repeats.keys() {
                let groups = known(&key.checklist).groups.iter();
                assert!(groups.clone().any(|group| holds_group(group, &key.item)), "{key}");
            }
            for (name, judgement) in &review.judgements {
                let checklist = known(name);
                let options = &checklist.judgement.as_ref().unwrap().options;
                assert!(options.iter().any(|option| Some(&option.code) == judgement.choice.as_ref()));
                let facts = crate::meeting::ReviewFacts::new(review, name);
                let shown: Vec<_> =
                    checklist.indications_shown(&facts).iter().map(|one| one.id.clone()).collect();
                assert_eq!(judgement.indications, shown, "{} {name}", review.label);
                judgement.involved.iter().for_each(|id| assert!(meeting.participant(*id).is_some()));
            }
        }
    }
}

fn holds_group(group: &crate::checklist::Group, name: &Name) -> bool {
    let inner = group.entries.iter().filter_map(|entry| match entry {
        crate::checklist::Entry::Group(inner) => Some(inner),
        crate::checklist::Entry::Item(_) => None,
    });
    group.id == *name || inner.into_iter().any(|inner| holds_group(inner, name))
}

fn fits(checklist: &Checklist, key: &QuestionKey, answer: &Answer) {
    let item = checklist.items().find(|item| item.id == key.item);
    let item = item.unwrap_or_else(|| panic!("no question {key}"));
    let offered = |options: &[crate::checklist::ChoiceOption], code: &Name| {
        assert!(options.iter().any(|option| option.code == *code), "{key}: no option {code}");
    };
    match (answer.given.as_ref().unwrap(), &item.kind) {
        (Given::Choice(code), ItemKind::Choice(options)) => offered(options, code),
        (Given::Choices(codes), ItemKind::Choices(options)) => {
            codes.iter().for_each(|code| offered(options, code));
        }
        (Given::YesNo(_), ItemKind::YesNo)
        | (Given::Date(_), ItemKind::Date(_))
        | (Given::Person(_), ItemKind::Person)
        | (Given::Text(_), ItemKind::ShortText | ItemKind::LongText) => {}
        (Given::Not(_), _) => assert_ne!(item.states, crate::checklist::NonAnswers::None, "{key}"),
        (given, kind) => panic!("{key}: {given:?} does not fit {kind:?}"),
    }
}

/// What stood in the first meeting was changed in the second, and an agreement of the first was done in the second.
#[test]
fn a_course_over_all_three_is_worth_looking_at() {
    let mut occurrences = crate::meeting::Occurrences::default();
    let all = all(WRITTEN_ON);
    for one in &all {
        occurrences.take(&crate::meeting::MeetingDigest::of(&one.meeting));
    }
    let patient = review(&all[0].meeting, "Fictief B.").patient;
    let read = |id| all.iter().map(|one| one.meeting.clone()).find(|meeting| meeting.id == id);
    let course = occurrences.course(patient, one_by_one(read));
    let happened = course.happened();
    let judged = happened.iter().flat_map(|one| &one.facts).filter_map(|fact| match fact {
        crate::meeting::Fact::Judged(_, before, now) => Some((before.is_some(), now.choice.clone().unwrap())),
        _ => None,
    });
    let judged: Vec<(bool, Name)> = judged.collect();
    // That it was put off decided nothing before it.
    assert_eq!(judged[..2], [(false, "later".into()), (false, "markeren".into())]);
    let first = occurrences.course(review(&all[0].meeting, "Fictief A.").patient, one_by_one(read));
    let facts: Vec<_> = first.happened().into_iter().flat_map(|one| one.facts).collect();
    let ended = |fact: &crate::meeting::Fact<'_>| matches!(fact, crate::meeting::Fact::Ended(agreement) if !agreement.outcome.is_empty());
    assert!(facts.iter().any(ended));
}
