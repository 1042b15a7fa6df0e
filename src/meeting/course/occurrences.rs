//! In which meetings each person occurs, under whichever identities.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::{Course, entries};
use super::standing::{Fold, Standing};
use crate::meeting::index::digest::MeetingDigest;
use crate::meeting::record::id::{AgreementId, MeetingId, PatientId};
use crate::meeting::record::identity::Identities;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::review::Review;

/// How many meetings are asked for together: enough to share the reading, and few enough to hold them all.
const AT_ONCE: usize = 16;

/// Reads meetings one by one, for whoever has them at hand.
pub fn one_by_one(
    mut read: impl FnMut(MeetingId) -> Option<Meeting>,
) -> impl FnMut(&[MeetingId]) -> Vec<Option<Meeting>> {
    move |ids| ids.iter().map(|id| read(*id)).collect()
}

/// In which meetings each patient occurs, and who is whom.
#[derive(Debug, Clone, Default)]
pub struct Occurrences {
    meetings: BTreeMap<PatientId, Vec<MeetingId>>,
    identities: Identities,
}

impl Occurrences {
    /// Takes over where patients occur in a meeting; a session with a case is about nobody.
    pub fn take(&mut self, digest: &MeetingDigest) {
        if digest.kind == MeetingKind::Education {
            return;
        }
        for review in &digest.reviews {
            self.meetings.entry(review.patient).or_default().push(digest.id);
            if let Some(identity) = review.same_as {
                self.identities.take(review.patient, digest.when_of(review), identity);
            }
            for other in &review.apart_from {
                self.identities.take_apart(review.patient, *other, digest.when_of(review));
            }
        }
    }

    /// Who is whom.
    pub fn identities(&self) -> &Identities {
        &self.identities
    }

    /// All identities under which the person of this patient is known.
    pub fn identities_of(&self, patient: PatientId) -> Vec<PatientId> {
        if self.identities.is_empty() {
            return vec![patient];
        }
        let person = self.identities.person(patient);
        let mut known: Vec<PatientId> =
            self.meetings.keys().copied().filter(|other| self.identities.person(*other) == person).collect();
        if !known.contains(&patient) {
            known.push(patient);
        }
        known
    }

    /// Hands over each meeting of these patients, with only the discussion of the one of them; each meeting is read once, and
    /// `None` stands for one that `read` does not give.
    ///
    /// `read` is asked for at most sixteen meetings together and gives one for each, in their order.
    ///
    /// Of whoever was one with somebody else and is not any more, what only came along says nothing: it may be of the other.
    pub fn each(
        &self,
        patients: &[PatientId],
        mut read: impl FnMut(&[MeetingId]) -> Vec<Option<Meeting>>,
        mut take: impl FnMut(PatientId, Option<Meeting>),
    ) {
        let mut wanted: BTreeMap<MeetingId, Vec<(PatientId, Vec<PatientId>)>> = BTreeMap::new();
        let parted = |patient: &&PatientId| !self.identities.parted(**patient).is_empty();
        let parted: BTreeSet<PatientId> = patients.iter().filter(parted).copied().collect();
        for patient in patients {
            let identities = self.identities_of(*patient);
            let mut meetings: Vec<MeetingId> =
                identities.iter().filter_map(|known| self.meetings.get(known)).flatten().copied().collect();
            meetings.sort_unstable();
            meetings.dedup();
            for meeting in meetings {
                wanted.entry(meeting).or_default().push((*patient, identities.clone()));
            }
        }
        let ids: Vec<MeetingId> = wanted.keys().copied().collect();
        for ids in ids.chunks(AT_ONCE) {
            for (id, meeting) in ids.iter().zip(read(ids)) {
                for (patient, identities) in wanted.remove(id).unwrap_or_default() {
                    let Some(meeting) = &meeting else {
                        take(patient, None);
                        continue;
                    };
                    for mut entry in entries(meeting, &identities) {
                        if parted.contains(&patient) {
                            without_copies(&mut entry);
                        }
                        take(patient, Some(entry));
                    }
                }
            }
        }
    }

    /// Everything recorded of a person, of which `read` gives the meetings; what it does not give is counted.
    ///
    /// An agreement that was made with whoever was one person with this patient and is not any more, and not with this one, is of the
    /// other: copies of it came along here.
    pub fn course(
        &self,
        patient: PatientId,
        read: impl FnMut(&[MeetingId]) -> Vec<Option<Meeting>>,
    ) -> Course {
        let mut course = Course::new(patient);
        let mut all = self.identities.parted(patient);
        course.apart = all
            .iter()
            .filter_map(|other| Some((*other, self.identities.taken_apart(patient, *other)?)))
            .collect();
        all.push(patient);
        let (mut own, mut of_others) = (BTreeSet::<AgreementId>::new(), BTreeSet::new());
        self.each(&all, read, |of, entry| {
            let made = if of == patient { &mut own } else { &mut of_others };
            made.extend(entry.iter().flat_map(|entry| &entry.reviews).flat_map(|review| review.made()));
            match entry {
                _ if of != patient => {}
                Some(entry) => course.add(entry),
                None => course.unread += 1,
            }
        });
        let of_others = &of_others - &own;
        if !of_others.is_empty() {
            for review in course.entries.iter_mut().flat_map(|entry| &mut entry.reviews) {
                review.agreements.retain(|agreement| !of_others.contains(&agreement.id));
            }
        }
        course
    }

    /// What stands of each of these patients of whom something was recorded.
    pub fn standing(
        &self,
        patients: &[PatientId],
        read: impl FnMut(&[MeetingId]) -> Vec<Option<Meeting>>,
    ) -> BTreeMap<PatientId, Standing> {
        let mut folds: BTreeMap<PatientId, (Fold, usize)> = BTreeMap::new();
        self.each(patients, read, |patient, entry| {
            let (fold, unread) = folds.entry(patient).or_default();
            match entry {
                Some(entry) => fold.add(&entry),
                None => *unread += 1,
            }
        });
        let finished = |(patient, (fold, unread)): (PatientId, (Fold, usize))| {
            (patient, Standing { unread, ..fold.finish() })
        };
        folds.into_iter().map(finished).collect()
    }
}

/// Leaves out of a meeting what only came along to it.
fn without_copies(meeting: &mut Meeting) {
    for review in &mut meeting.reviews {
        let unsaid = review.unsaid();
        *review = Review::clone(review).without_copies(&unsaid, "").into();
    }
}
