//! What is taken over of a file, as records between meetings: the answers with the conversations in which they were discussed.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::plain::{Offered, Talk};
use super::proposal::{Beside, Whom, answer, key, repeating, times_of};
use crate::checklist::Name;
use crate::meeting::{
    self, Answer, Id, Meeting, MeetingId, MeetingKind, PatientId, Person, QuestionKey, Review, Stamp, typed,
};

/// With what something is taken over.
pub struct Taking<'a> {
    /// The identity of a new patient.
    pub patient: PatientId,
    /// The moment.
    pub now: NaiveDateTime,
    /// The name of the file.
    pub file: &'a str,
    /// The group of the patient.
    pub group: &'a str,
}

/// The records of these answers of a file: one for each conversation in which they were discussed, and one for what was
/// discussed in none, so that nothing is taken for discussed where it was not. `draw` gives the identity of each.
pub fn records(
    taken: &[Offered],
    whom: &Whom,
    taking: &Taking<'_>,
    beside: &Beside<'_, '_>,
    draw: &mut dyn FnMut() -> Id,
) -> Vec<Meeting> {
    let mut times: BTreeMap<Name, Vec<u32>> = BTreeMap::new();
    for one in taken {
        if let (Some(group), Some(time)) = (repeating(beside.checklist, &one.given.item), one.given.time) {
            times.entry(group.clone()).or_insert_with(|| times_of(beside, &group)).push(time);
        }
    }
    for numbers in times.values_mut() {
        numbers.sort_unstable();
        numbers.dedup();
    }
    let mut talks: BTreeMap<Option<&Talk>, Vec<&Offered>> = BTreeMap::new();
    for one in taken {
        talks.entry(one.given.talk.as_ref()).or_default().push(one);
    }
    let record = |(talk, those): (Option<&Talk>, Vec<&Offered>)| {
        let mut meeting = Meeting::new(MeetingId(draw()), MeetingKind::Between, taking.now.date());
        taking.group.trim().clone_into(&mut meeting.details.group);
        let stamp = Stamp { by: None, at: taking.now };
        let mut review = Review::new(whom.patient.unwrap_or(taking.patient));
        review.label.clone_from(&whom.label);
        review.born.clone_from(&whom.born);
        for one in &those {
            review.answers.insert(key(beside.checklist, &one.given), answer(&one.given, stamp));
        }
        for (group, numbers) in &times {
            if those.iter().any(|one| repeating(beside.checklist, &one.given.item).as_ref() == Some(group)) {
                review.repeats.insert(QuestionKey::new(&beside.checklist.id, group), numbers.clone());
            }
        }
        if let Some(talk) = talk {
            put_talk(&mut review, talk, stamp, beside);
        }
        review.notes = origin(&those, taking, beside);
        meeting.reviews.push(review.into());
        meeting
    };
    talks.into_iter().map(record).collect()
}

/// Notes a conversation as the one for everything in a record.
fn put_talk(review: &mut Review, talk: &Talk, stamp: Stamp, beside: &Beside<'_, '_>) {
    let day = talk.on.map(|day| meeting::Given::Date(day.to_string()));
    let by = Some(&talk.by).filter(|by| !by.is_empty());
    let by = by.map(|by| meeting::Given::Person(Person::Outside(by.clone())));
    let with =
        Some(&talk.with).filter(|with| !with.is_empty()).map(|with| meeting::Given::Text(with.clone()));
    for (item, given) in [("gesprek-op", day), ("gesprek-door", by), ("gesprek-bij", with)] {
        if let Some(given) = given
            && beside.checklist.item(item).is_some()
        {
            let key = QuestionKey::new(&beside.checklist.id, &Name::new(item));
            review.answers.insert(key, Answer::given(given, stamp));
        }
    }
}

/// Where each answer came from: the file, who drew it up and when.
fn origin(taken: &[&Offered], taking: &Taking<'_>, beside: &Beside<'_, '_>) -> String {
    let language = beside.language;
    let mut sources: Vec<((String, String), Vec<&str>)> = Vec::new();
    for one in taken {
        let by = one.given.talk.as_ref().map(|talk| talk.by.clone()).unwrap_or_default();
        let on = one.given.talk.as_ref().and_then(|talk| talk.on).or(one.given.on);
        let on = on.map(|day| typed::day(day, language)).unwrap_or_default();
        match sources.iter_mut().find(|(known, _)| *known == (by.clone(), on.clone())) {
            Some((_, labels)) => labels.push(&one.label),
            None => sources.push(((by, on), vec![&one.label])),
        }
    }
    let line = |((by, on), labels): &((String, String), Vec<&str>)| {
        language.reading_origin(taking.file, by, on, &labels.join(", "))
    };
    sources.iter().map(line).collect::<Vec<_>>().join("\n")
}
