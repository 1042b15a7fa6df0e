//! Looking for words in all meetings: what is newest is looked through while the rest is still being gathered.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use chrono::NaiveDate;

use crate::checklist::Definition;
use crate::meeting::{
    Definitions, Hit, Identities, Meeting, MeetingDigest, MeetingId, MeetingKind, PatientId, Wanted,
    called_otherwise, hits, terms,
};
use crate::store::{Notebook, Told};
use crate::words::Language;

/// A meeting and its day.
type Dated = (NaiveDate, MeetingId);

/// A search on its way through the meetings, which come by their digests, a year at a time.
pub(super) struct Search<'s> {
    notebook: &'s Notebook,
    wanted: &'s Wanted,
    language: Language,
    each: &'s mut dyn FnMut(Vec<Hit>) -> bool,
    definitions: Definitions,
    labels: Labels,
    /// What was not looked through yet.
    waiting: Vec<Dated>,
    /// What was looked through before all labels were known.
    looked_through: Vec<Dated>,
    /// Whether something was found already, so that nobody waits for the first of it any more.
    has_found: bool,
    /// Whether no more is wanted.
    is_over: bool,
    unread: usize,
}

impl<'s> Search<'s> {
    /// A search that hands over what is found in each meeting to `each`, for as long as that wants more.
    pub(super) fn new(
        notebook: &'s Notebook,
        wanted: &'s Wanted,
        language: Language,
        each: &'s mut dyn FnMut(Vec<Hit>) -> bool,
    ) -> Self {
        Self {
            notebook,
            wanted,
            language,
            each,
            definitions: Definitions::new(),
            labels: Labels::default(),
            waiting: Vec::new(),
            looked_through: Vec::new(),
            has_found: false,
            is_over: false,
            unread: 0,
        }
    }

    /// Takes what is told of the meetings: a year that is over is looked through at once, until something was found.
    pub(super) fn take(&mut self, told: Told<'_>) -> ControlFlow<()> {
        match told {
            Told::Digest(digest) => {
                self.waiting.push((digest.date, digest.id));
                self.labels.take(digest, self.wanted);
            }
            // Whoever types on must not wait for the end of this.
            Told::YearIsOver if self.has_found => self.is_over |= !(self.each)(Vec::new()),
            Told::YearIsOver => {
                for dated in self.newest_of_waiting() {
                    if self.look(dated.1, |search, meeting| search.hits(meeting)) {
                        self.looked_through.push(dated);
                    }
                }
            }
        }
        if self.is_over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Looks through the rest, and gives how many meetings could not be read.
    pub(super) fn finish(mut self) -> usize {
        let called = std::mem::take(&mut self.labels).called();
        for (_, id) in std::mem::take(&mut self.looked_through) {
            if called.meetings.contains(&id) {
                self.look(id, |search, meeting| called_otherwise(search.wanted, meeting, &called.labels));
            }
        }
        for (_, id) in self.newest_of_waiting() {
            self.look(id, |search, meeting| {
                let mut found = search.hits(meeting);
                found.extend(called_otherwise(search.wanted, meeting, &called.labels));
                found
            });
        }
        self.unread
    }

    fn newest_of_waiting(&mut self) -> Vec<Dated> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_unstable_by(|one, other| other.cmp(one));
        waiting
    }

    /// Hands over what is found in a meeting, as long as more is wanted; false where it cannot be read.
    fn look(&mut self, id: MeetingId, find: impl FnOnce(&mut Self, &Meeting) -> Vec<Hit>) -> bool {
        if self.is_over {
            return true;
        }
        let Ok(meeting) = self.notebook.read(id) else {
            self.unread += 1;
            return false;
        };
        let found = find(self, &meeting);
        self.has_found |= !found.is_empty();
        self.is_over = !(self.each)(found);
        true
    }

    fn hits(&mut self, meeting: &Meeting) -> Vec<Hit> {
        read_pinned(self.notebook, meeting, &mut self.definitions);
        hits(self.wanted, meeting, &self.definitions, self.language)
    }
}

/// Who is called by the words, in whichever meeting that is.
#[derive(Default)]
struct Labels {
    identities: Identities,
    /// Where somebody stands under a label that does not fit.
    otherwise: HashMap<PatientId, Vec<MeetingId>>,
    fitting: Vec<(PatientId, String)>,
}

/// Who is called by the words in some meeting and otherwise in another.
struct Called {
    /// A label that fits, by every identity of each person who has one.
    labels: HashMap<PatientId, String>,
    /// Where such a person stands under another.
    meetings: HashSet<MeetingId>,
}

impl Labels {
    fn take(&mut self, digest: &MeetingDigest, wanted: &Wanted) {
        if digest.kind == MeetingKind::Education {
            return;
        }
        for review in &digest.reviews {
            let when = digest.when_of(review);
            if let Some(identity) = review.same_as {
                self.identities.take(review.patient, when, identity);
            }
            for other in &review.apart_from {
                self.identities.take_apart(review.patient, *other, when);
            }
            if wanted.fits(&terms::looked_for(&review.label, &review.born)) {
                self.fitting.push((review.patient, review.label.trim().to_owned()));
            } else {
                self.otherwise.entry(review.patient).or_default().push(digest.id);
            }
        }
    }

    fn called(self) -> Called {
        let person = |patient: &PatientId| self.identities.person(*patient);
        let persons: HashMap<PatientId, String> =
            self.fitting.iter().map(|(patient, label)| (person(patient), label.clone())).collect();
        let (mut labels, mut meetings) = (HashMap::new(), HashSet::new());
        for (patient, places) in self.otherwise.iter().filter(|_| !persons.is_empty()) {
            if let Some(label) = persons.get(&person(patient)) {
                labels.insert(*patient, label.clone());
                meetings.extend(places);
            }
        }
        Called { labels, meetings }
    }
}

/// Reads what a meeting pins, as far as that was not read for another one.
pub(super) fn read_pinned(notebook: &Notebook, meeting: &Meeting, definitions: &mut Definitions) {
    for pinned in &meeting.definitions {
        definitions.entry(pinned.hash.clone()).or_insert_with(|| {
            let source = notebook.read_definition(&pinned.hash).ok()?;
            let read = Definition::pinned(source, format!("{}.toml", pinned.id));
            read.ok().map(std::sync::Arc::new)
        });
    }
}

#[cfg(test)]
#[path = "tests/search.rs"]
mod tests;
