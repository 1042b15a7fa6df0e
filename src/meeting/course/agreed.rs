//! Each agreement as it was said last, in whatever order meetings come: what only came along says nothing anew.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::meeting::index::open_agreement::Says;
use crate::meeting::record::id::AgreementId;
use crate::meeting::record::latest::When;
use crate::meeting::record::untouched::Voice;

/// What was said of agreements, each statement once.
///
/// A statement that is in several records was made in the first of them in time and came along to the others: so it counts as of
/// then, and a record that was made ahead brings nothing back. What stands beside it is taken from the last. Where a record that was
/// reopened says something else by now, what only came along from it counts below everything that was said.
#[derive(Debug, Clone)]
pub struct Statements<T> {
    all: Vec<Statement<T>>,
    /// How many there were after the last time.
    settled: usize,
}

#[derive(Debug, Clone)]
struct Statement<T> {
    id: AgreementId,
    says: Says,
    first: When,
    last: When,
    /// How the record that says the most of it comes to do so.
    voice: Voice,
    value: T,
}

impl<T> Statement<T> {
    /// Whether no record that was read says it itself.
    fn is_copy(&self) -> bool {
        self.voice == Voice::Copied
    }
}

impl<T> Default for Statements<T> {
    fn default() -> Self {
        Self { all: Vec::new(), settled: 0 }
    }
}

impl<T> Statements<T> {
    /// How many may come beside twice those that are there.
    const MORE: usize = 8;

    /// Takes what a meeting says of one, with how it comes to do so.
    pub fn take(&mut self, id: AgreementId, when: When, says: Says, voice: Voice, value: T) {
        self.all.push(Statement { id, says, first: when, last: when, voice, value });
        if self.all.len() > 2 * self.settled + Self::MORE {
            self.settle();
        }
    }

    /// Takes over what is known of the same person under another identity.
    pub fn merge(&mut self, other: Self) {
        self.all.extend(other.all);
        self.settle();
    }

    /// Keeps each statement once: since when it stands, and as it was in the last record that has it.
    fn settle(&mut self) {
        self.all.sort_by(|one, other| {
            (one.id, one.says).cmp(&(other.id, other.says)).then_with(|| other.last.cmp(&one.last))
        });
        self.all.dedup_by(|next, kept| {
            let is_same = (next.id, next.says) == (kept.id, kept.says);
            if is_same {
                kept.first = match (kept.is_copy(), next.is_copy()) {
                    (true, false) => next.first,
                    (false, true) => kept.first,
                    _ => kept.first.min(next.first),
                };
                kept.voice = kept.voice.max(next.voice);
            }
            is_same
        });
        self.settled = self.all.len();
    }

    /// The agreements of which it is known where they were made.
    pub fn made(&self) -> impl Iterator<Item = AgreementId> {
        self.all.iter().filter(|said| said.voice == Voice::Made).map(|said| said.id)
    }

    /// The day on which it was said last of an agreement that it ended, whatever was said of it after that.
    pub fn ends(&self) -> BTreeMap<AgreementId, NaiveDate> {
        let mut ends = BTreeMap::new();
        for said in self.all.iter().filter(|said| !said.says.is_open) {
            let day = ends.entry(said.id).or_insert(said.first.day);
            *day = said.first.day.max(*day);
        }
        ends
    }

    /// Keeps what was said of some agreements alone.
    pub fn retain(&mut self, keep: impl Fn(AgreementId) -> bool) {
        self.all.retain(|said| keep(said.id));
    }

    /// The last that was said of each, with whether it is open.
    pub fn last(mut self) -> Vec<(AgreementId, bool, T)> {
        self.settle();
        self.all.sort_by_key(|said| (said.id, !said.is_copy(), said.first, said.says));
        let mut last: Vec<Statement<T>> = Vec::new();
        for next in self.all {
            match last.last_mut().filter(|known| known.id == next.id) {
                None => last.push(next),
                // Where the record in which it was made cannot be read, a copy of before the end is known by what it says.
                Some(known)
                    if next.says.is_open && !known.says.is_open && next.says.what == known.says.what => {}
                Some(known) => *known = next,
            }
        }
        last.into_iter().map(|known| (known.id, known.says.is_open, known.value)).collect()
    }
}
