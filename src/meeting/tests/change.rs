//! Changes and their inverses.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{BoxedStrategy, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;

use super::arbitrary;
use crate::checklist::Name;
use crate::meeting::{
    Agreement, AgreementText, Answer, AnswerText, Change, DoesNotFit, Given, Id, Judgement, JudgementText,
    Meeting, MeetingDetails, MeetingId, MeetingKind, MeetingText, Participant, ParticipantText, PatientId,
    Person, Pinned, QuestionKey, Review, ReviewDetails, ReviewText, Stamp, TextPlace,
};
use crate::text::TextEdit;

/// What a change may put into a record.
#[derive(Debug, Clone)]
pub(crate) struct Seed {
    kind: u8,
    at: (Index, Index, Index),
    question: QuestionKey,
    name: Name,
    text: String,
    stamp: Option<Stamp>,
    answer: Option<Answer>,
    judgement: Option<Judgement>,
    agreement: Option<Agreement>,
    review: Option<Review>,
    participant: Option<Participant>,
    times: Option<Vec<u32>>,
    details: (MeetingDetails, ReviewDetails),
    pinned: Option<Pinned>,
    /// Puts something in where the list would otherwise have something replaced.
    inserts: bool,
}

pub(crate) fn seed() -> BoxedStrategy<Seed> {
    let place = (0..14_u8, any::<(Index, Index, Index)>(), arbitrary::question(), arbitrary::name());
    let text = (arbitrary::line(), option::of(arbitrary::stamp()));
    let parts = (
        option::of(arbitrary::answer()),
        option::of(arbitrary::judgement()),
        option::of(arbitrary::agreement()),
        option::of(arbitrary::review()),
        option::of(arbitrary::participant()),
    );
    let rest = (
        option::of(vec(any::<u32>(), 0..3)),
        (arbitrary::meeting_details(), arbitrary::review_details()),
        option::of(arbitrary::pinned()),
        any::<bool>(),
    );
    (place, text, parts, rest)
        .prop_map(|(place, text, parts, rest)| Seed {
            kind: place.0,
            at: place.1,
            question: place.2,
            name: place.3,
            text: text.0,
            stamp: text.1,
            answer: parts.0,
            judgement: parts.1,
            agreement: parts.2,
            review: parts.3,
            participant: parts.4,
            times: rest.0,
            details: rest.1,
            pinned: rest.2,
            inserts: rest.3,
        })
        .boxed()
}

impl Seed {
    /// A change whose *before* is what stands in `meeting`; it may still not fit.
    pub(crate) fn change(&self, meeting: &Meeting) -> Change {
        let boxed = |answer: &Answer| Box::new(answer.clone());
        if self.kind > 10 {
            return self.text_change(meeting);
        }
        let Some(review) = pick(&meeting.reviews, self.at.0).filter(|_| self.kind < 5) else {
            return self.change_of_meeting(meeting);
        };
        let patient = review.patient;
        match self.kind {
            0 => {
                let known = pick(&review.answers.keys().collect::<Vec<_>>(), self.at.1).copied();
                let question = known.filter(|_| !self.inserts).unwrap_or(&self.question).clone();
                let before = review.answers.get(&question).map(boxed);
                Change::Answer { patient, before, question, after: self.answer.as_ref().map(boxed) }
            }
            1 => {
                let before = review.repeats.get(&self.question).cloned();
                Change::Repeats { patient, group: self.question.clone(), before, after: self.times.clone() }
            }
            2 => {
                let before = review.judgements.get(&self.name).cloned().map(Box::new);
                let after = self.judgement.clone().map(Box::new);
                Change::Judgement { patient, checklist: self.name.clone(), before, after }
            }
            3 => {
                let (at, before) = self.slot(&review.agreements);
                let after = self.agreement.clone().map(Box::new);
                Change::Agreement { patient, at, before: before.map(Box::new), after }
            }
            _ => Change::ReviewDetails {
                patient,
                before: Box::new(review.details.clone()),
                after: Box::new(self.details.1.clone()),
            },
        }
    }

    fn change_of_meeting(&self, meeting: &Meeting) -> Change {
        match self.kind % 6 {
            0 | 1 => {
                let (at, before) = self.slot(&meeting.reviews);
                let after = self.review.clone().map(Box::new);
                Change::Review { at, before: before.map(|review| Box::new(Review::clone(&review))), after }
            }
            2 => {
                let bound = meeting.reviews.len() + 1;
                Change::ReviewMoved { from: self.at.0.index(bound), to: self.at.1.index(bound) }
            }
            3 => {
                let (at, before) = self.slot(&meeting.participants);
                let after = self.participant.clone().map(Box::new);
                Change::Participant { at, before: before.map(Box::new), after }
            }
            4 => {
                let before = Box::new(meeting.details.clone());
                Change::MeetingDetails { before, after: Box::new(self.details.0.clone()) }
            }
            5 if self.times.is_some() => {
                let (at, before) = self.slot(&meeting.routes);
                Change::Route { at, before, after: self.pinned.clone() }
            }
            _ => {
                let (at, before) = self.slot(&meeting.definitions);
                Change::Definition { at, before, after: self.pinned.clone() }
            }
        }
    }

    fn text_change(&self, meeting: &Meeting) -> Change {
        let places = places(meeting, &self.question, &self.name);
        let place = pick(&places, self.at.0).unwrap().clone();
        let old = place.text(meeting).unwrap_or_default().to_owned();
        let bounds: Vec<usize> = old.char_indices().map(|(at, _)| at).chain([old.len()]).collect();
        let (one, other) = (self.at.1.get(&bounds), self.at.2.get(&bounds));
        let (from, to) = (*one.min(other), *one.max(other));
        // Often everything goes, so that answers come and go.
        let (from, to) = if self.inserts { (0, old.len()) } else { (from, to) };
        let inserted = if self.times.is_some() { String::new() } else { self.text.clone() };
        let edit = TextEdit { at: from, removed: old.get(from..to).unwrap().to_owned(), inserted };
        let before = place.stamp(meeting);
        Change::Text { place, edit, before, after: self.stamp }
    }

    fn slot<T: Clone>(&self, list: &[T]) -> (usize, Option<T>) {
        let at = self.at.1.index(list.len() + 1);
        (at, list.get(at).filter(|_| !self.inserts).cloned())
    }
}

fn pick<T>(list: &[T], at: Index) -> Option<&T> {
    (!list.is_empty()).then(|| at.get(list))
}

/// Every place where a text may stand, one unknown question and judgement included.
fn places(meeting: &Meeting, question: &QuestionKey, checklist: &Name) -> Vec<TextPlace> {
    use {AgreementText as A, AnswerText as W, JudgementText as J, MeetingText as M, ReviewText as R};
    let mut places: Vec<TextPlace> =
        [M::Group, M::Date, M::Planned, M::Bottlenecks, M::LearningNeeds, M::OwnNotes, M::Reopened]
            .map(TextPlace::Meeting)
            .into();
    for participant in &meeting.participants {
        let texts = [ParticipantText::Name, ParticipantText::Profession];
        places.extend(texts.map(|which| TextPlace::Participant(participant.id, which)));
    }
    for review in &meeting.reviews {
        let patient = review.patient;
        let texts = [R::Label, R::Born, R::Question, R::OwnWords, R::Notes, R::NextReview];
        places.extend(texts.map(|text| TextPlace::Review(patient, text)));
        for question in review.answers.keys().chain([question]) {
            let texts = [W::Text, W::Number, W::Date, W::Outside, W::Note];
            places.extend(texts.map(|text| TextPlace::Answer(patient, question.clone(), text)));
        }
        for checklist in review.judgements.keys().chain([checklist]) {
            let texts = [J::Reason, J::Dissent, J::WithdrawnReason];
            places.extend(texts.map(|text| TextPlace::Judgement(patient, checklist.clone(), text)));
        }
        for agreement in &review.agreements {
            let texts = [A::What, A::Due, A::OutsideName];
            places.extend(texts.map(|text| TextPlace::Agreement(patient, agreement.id, text)));
        }
    }
    places
}

proptest! {
    #[test]
    fn undoing_everything_gives_the_earlier_record(
        first in arbitrary::meeting(),
        seeds in vec(seed(), 1..30),
    ) {
        let mut meeting = first.clone();
        let mut done = Vec::new();
        for seed in &seeds {
            let earlier = meeting.clone();
            let change = seed.change(&meeting);
            match change.apply(&mut meeting) {
                Ok(()) => done.push((change, earlier)),
                Err(DoesNotFit) => prop_assert_eq!(&meeting, &earlier, "{:?}", change),
            }
        }
        let last = meeting.clone();
        for (change, earlier) in done.iter().rev() {
            prop_assert_eq!(change.inverse().apply(&mut meeting), Ok(()), "{:?}", change);
            prop_assert_eq!(&meeting, earlier, "{:?}", change);
            prop_assert_eq!(&change.inverse().inverse(), change);
        }
        prop_assert_eq!(&meeting, &first);
        for (change, _) in &done {
            prop_assert_eq!(change.apply(&mut meeting), Ok(()));
        }
        prop_assert_eq!(meeting, last);
    }

    #[test]
    fn a_change_made_for_another_record_fits_or_does_nothing(
        here in arbitrary::meeting(),
        there in arbitrary::meeting(),
        seed in seed(),
    ) {
        let change = seed.change(&there);
        let mut meeting = here.clone();
        if change.apply(&mut meeting).is_ok() {
            prop_assert_eq!(change.inverse().apply(&mut meeting), Ok(()));
        }
        prop_assert_eq!(meeting, here);
    }

    #[test]
    fn a_change_that_says_nothing_changes_nothing(first in arbitrary::meeting(), seed in seed()) {
        let change = seed.change(&first);
        let mut meeting = first.clone();
        if change.is_nothing() && change.apply(&mut meeting).is_ok() {
            prop_assert_eq!(meeting, first);
        }
    }

    #[test]
    fn question_keys_are_read_as_they_are_written(key in arbitrary::question()) {
        prop_assert_eq!(key.to_string().parse(), Ok(key));
    }

    #[test]
    fn any_text_is_a_question_key_or_none(text in "[a-c/@.0-9 ]{0,12}") {
        if let Ok(key) = text.parse::<QuestionKey>() {
            prop_assert_eq!(key.to_string(), text);
            prop_assert!(!key.item.as_str().is_empty());
        }
    }
}

fn with_patient() -> (Meeting, PatientId) {
    let patient = PatientId(Id::from_bits(7));
    let date = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, date);
    meeting.reviews.push(Review::new(patient).into());
    (meeting, patient)
}

fn stamp(second: u32) -> Stamp {
    let date = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    Stamp { by: None, at: date.and_hms_opt(14, 0, second).unwrap() }
}

fn typed(
    place: &TextPlace,
    removed: &str,
    inserted: &str,
    before: Option<Stamp>,
    after: Option<Stamp>,
) -> Change {
    let edit = TextEdit { at: 0, removed: removed.to_owned(), inserted: inserted.to_owned() };
    Change::Text { place: place.clone(), edit, before, after }
}

#[test]
fn the_first_letter_makes_an_answer_and_the_last_one_takes_it_away() {
    let question: QuestionKey = "a/b@2".parse().unwrap();
    let forms: [(AnswerText, Option<Given>); 5] = [
        (AnswerText::Text, Some(Given::Text("x".to_owned()))),
        (AnswerText::Number, Some(Given::Number("x".to_owned()))),
        (AnswerText::Date, Some(Given::Date("x".to_owned()))),
        (AnswerText::Outside, Some(Given::Person(Person::Outside("x".to_owned())))),
        (AnswerText::Note, None),
    ];
    for (which, given) in forms {
        let (mut meeting, patient) = with_patient();
        let empty = meeting.clone();
        let place = TextPlace::Answer(patient, question.clone(), which);
        let first = typed(&place, "", "x", None, Some(stamp(1)));
        first.apply(&mut meeting).unwrap();
        let answer = &meeting.reviews[0].answers[&question];
        assert_eq!((&answer.given, answer.recorded), (&given, stamp(1)));
        let written = meeting.clone();
        let last = typed(&place, "x", "", Some(stamp(1)), None);
        last.apply(&mut meeting).unwrap();
        assert_eq!(meeting, empty);
        last.inverse().apply(&mut meeting).unwrap();
        assert_eq!(meeting, written);
        first.inverse().apply(&mut meeting).unwrap();
        assert_eq!(meeting, empty);
    }
}

#[test]
fn a_stamp_that_does_not_go_with_the_answer_is_refused() {
    let (mut meeting, patient) = with_patient();
    let place = TextPlace::Answer(patient, "a/b".parse().unwrap(), AnswerText::Text);
    let empty = meeting.clone();
    // Without a stamp the letter would be lost.
    assert_eq!(typed(&place, "", "x", None, None).apply(&mut meeting), Err(DoesNotFit));
    assert_eq!(meeting, empty);
    typed(&place, "", "x", None, Some(stamp(1))).apply(&mut meeting).unwrap();
    let written = meeting.clone();
    // With one the answer that ceased to exist would have to carry it.
    let taken = typed(&place, "x", "", Some(stamp(1)), Some(stamp(2)));
    assert_eq!(taken.apply(&mut meeting), Err(DoesNotFit));
    assert_eq!(meeting, written);
}

#[test]
fn nobody_is_in_a_record_twice() {
    let (mut meeting, patient) = with_patient();
    let again = Change::Review { at: 1, before: None, after: Some(Box::new(Review::new(patient))) };
    assert_eq!(again.apply(&mut meeting), Err(DoesNotFit));
    assert_eq!(meeting.reviews.len(), 1);
}

#[test]
fn an_empty_answer_is_not_recorded() {
    let (mut meeting, patient) = with_patient();
    for answer in [Answer::blank(stamp(1)), Answer::given(Given::Text(String::new()), stamp(1))] {
        let change = Change::Answer {
            patient,
            question: "a/b".parse().unwrap(),
            before: None,
            after: Some(Box::new(answer)),
        };
        assert_eq!(change.apply(&mut meeting), Err(DoesNotFit));
    }
    assert!(meeting.reviews[0].answers.is_empty());
}

#[test]
fn a_mark_that_loses_its_letter_is_refused_in_any_paragraph() {
    let cases = [
        ("a\nb", 2, "", "\u{301}", "stands on nothing"),
        ("a\nb", 3, "", "\u{301}", ""),
        ("ab\u{301}", 1, "b", "", ""),
        ("a\nb\u{301}", 2, "b", "", "is left on nothing"),
        ("a\u{301}\nb", 1, "", "\n", "is parted from its letter"),
        ("a\n\nb\u{301}", 1, "\n\nb", "", ""),
        ("a\nb\nc", 2, "b", "\r", "is no line break of ours"),
        ("a\nb\nc", 2, "b", "d\n\u{301}e", "comes with a paragraph of its own"),
    ];
    for (notes, at, removed, inserted, why) in cases {
        let id = PatientId(Id::from_bits(1));
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(2)), MeetingKind::Patz, NaiveDate::default());
        let mut review = Review::new(id);
        notes.clone_into(&mut review.notes);
        meeting.reviews.push(review.into());
        let edit = TextEdit { at, removed: removed.to_owned(), inserted: inserted.to_owned() };
        let place = TextPlace::Review(id, ReviewText::Notes);
        let change = Change::Text { place, edit, before: None, after: None };
        assert_eq!(change.apply(&mut meeting).is_ok(), why.is_empty(), "{notes:?} {why}");
    }
}
