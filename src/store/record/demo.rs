//! The fictional meetings of a demonstration: records that come with the program, brought to today.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::format::decode;
use super::problem::ReadProblem;
use crate::checklist::{Definition, Library, Looks, Name, shipped};
use crate::meeting::{Given, Meeting, MeetingId, Pinned, Review, Stamp, typed};

/// The day around which the records are written.
pub const WRITTEN_ON: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 22) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The records: the meeting that each belongs to, which is the name of its file in a notebook, and the text.
const RECORDS: [(&str, &str); 3] = [
    ("90000000000000000000000000f1c700", include_str!("../../../checklists/demonstratie/demo-begin.toml")),
    ("a0000000000000000000000000f1c701", include_str!("../../../checklists/demonstratie/demo-eerder.toml")),
    ("b0000000000000000000000000f1c702", include_str!("../../../checklists/demonstratie/demo-vandaag.toml")),
];

/// A fictional meeting with the definitions that it pins.
#[derive(Debug, Clone)]
pub struct Fictional {
    /// The record.
    pub meeting: Meeting,
    /// The shipped definitions in which something is recorded.
    pub definitions: Vec<Arc<Definition>>,
}

/// The fictional meetings as if the newest one is held `today`, the oldest one first.
///
/// # Errors
///
/// When a record is none; a test sees to it that they are.
pub fn fictional(today: NaiveDate) -> Result<Vec<Fictional>, ReadProblem> {
    let library = Library::new(shipped());
    let read = RECORDS.iter().map(|(id, text)| {
        let mut meeting = decode(text.as_bytes(), &PathBuf::from(format!("{id}.toml")))?;
        bring(&mut meeting, today);
        let definitions = pin(&mut meeting, &library);
        Ok(Fictional { meeting, definitions })
    });
    read.collect()
}

/// The identity of the meeting that is held today.
pub fn fictional_today() -> Option<MeetingId> {
    RECORDS.last().and_then(|(id, _)| id.parse().ok())
}

/// Pins the shipped definition of every checklist in which something is recorded.
fn pin(meeting: &mut Meeting, library: &Library) -> Vec<Arc<Definition>> {
    let used: BTreeSet<Name> = meeting.reviews.iter().flat_map(|review| used(review)).collect();
    let definitions: Vec<Arc<Definition>> =
        library.checklists().filter(|known| used.contains(&known.checklist.id)).cloned().collect();
    let pinned = definitions.iter().map(|definition| Pinned {
        id: definition.checklist.id.clone(),
        version: definition.checklist.version.clone(),
        hash: definition.hash.to_string(),
    });
    meeting.definitions = pinned.collect();
    definitions
}

/// The checklists in which something is recorded.
fn used(review: &Review) -> impl Iterator<Item = Name> {
    let answered = review.answers.keys().map(|key| key.checklist.clone());
    answered.chain(review.judgements.keys().cloned())
}

/// Moves every day of a record by as much as `today` lies after the day on which it was written.
fn bring(meeting: &mut Meeting, today: NaiveDate) {
    let shift = Shift { held: meeting.details.date, by: today.signed_duration_since(WRITTEN_ON) };
    shift.typed(&mut meeting.details.date_typed);
    shift.day(&mut meeting.details.date);
    shift.stamp(&mut meeting.details.closed);
    for review in &mut meeting.reviews {
        shift.review(review);
    }
    for amendment in &mut meeting.amendments {
        shift.stamp([&mut amendment.closed, &mut amendment.reopened]);
        let agreed = amendment.changes.iter_mut().filter_map(|changed| changed.agreed.as_deref_mut());
        agreed.for_each(|agreed| shift.typed(&mut agreed.due));
    }
}

/// By how much days move.
struct Shift {
    /// The day of the meeting as it was written, from which typed days are understood.
    held: NaiveDate,
    by: TimeDelta,
}

impl Shift {
    fn day(&self, day: &mut NaiveDate) {
        *day = day.checked_add_signed(self.by).unwrap_or(*day);
    }

    fn stamp<'a>(&self, stamps: impl IntoIterator<Item = &'a mut Stamp>) {
        for stamp in stamps {
            stamp.at = stamp.at.checked_add_signed(self.by).unwrap_or(stamp.at);
        }
    }

    /// Moves a day that is typed in numbers; any other text means the same on any day, and stays.
    fn typed(&self, text: &mut String) {
        if let Some(mut day) =
            typed::date(text, self.held, Looks::Either).filter(|day| typed::numeric(*day) == *text)
        {
            self.day(&mut day);
            *text = typed::numeric(day);
        }
    }

    fn review(&self, review: &mut Review) {
        self.typed(&mut review.next_review);
        review.details.own_words_on.iter_mut().for_each(|day| self.day(day));
        self.stamp(&mut review.details.finished);
        self.stamp(&mut review.details.taken_over);
        self.stamp(&mut review.details.noted);
        for answer in review.answers.values_mut() {
            self.stamp([&mut answer.recorded]);
            self.stamp(answer.earlier.as_mut().map(|earlier| &mut earlier.recorded));
            if let Some(Given::Date(text)) = &mut answer.given {
                self.typed(text);
            }
        }
        for judgement in review.judgements.values_mut() {
            self.stamp(&mut judgement.recorded);
            self.stamp(&mut judgement.withdrawn);
            judgement.judged_on.iter_mut().for_each(|day| self.day(day));
        }
        for agreement in &mut review.agreements {
            self.typed(&mut agreement.due);
            agreement.from.iter_mut().for_each(|day| self.day(day));
            self.stamp([&mut agreement.recorded]);
            self.stamp(&mut agreement.confirmed);
            self.stamp(&mut agreement.changed);
            self.stamp(agreement.ended.as_mut().map(|ended| &mut ended.recorded));
        }
    }
}
