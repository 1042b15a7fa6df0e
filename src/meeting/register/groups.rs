//! The groups that met, each as the next meeting takes it over.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::known::KnownGroup;
use super::renamed::Renamed;
use crate::meeting::index::digest::MeetingDigest;
use crate::meeting::record::latest::{Latest, When};
use crate::meeting::record::meeting::MeetingKind;
use crate::meeting::record::participant::Participant;
use crate::text::same::folded;

/// A group as its meetings left it. Of one of which some are about invented patients, those are left out where there are others.
#[derive(Default)]
pub(super) struct GatheredGroup {
    real: Met,
    invented: Met,
}

/// What meetings of one sort left.
#[derive(Default)]
struct Met {
    last: Latest<Last>,
    participants: Latest<Vec<Participant>>,
}

/// The last meeting.
struct Last {
    name: String,
    day: (NaiveDate, String),
    kind: MeetingKind,
    planned: String,
}

impl GatheredGroup {
    /// Takes a meeting of the group.
    pub(super) fn take(&mut self, when: When, meeting: &MeetingDigest) {
        let met = if meeting.fictional { &mut self.invented } else { &mut self.real };
        met.last.take(when, || Last {
            name: meeting.group.clone(),
            day: (meeting.date, meeting.date_typed.clone()),
            kind: meeting.kind,
            planned: meeting.planned.clone(),
        });
        if !meeting.participants.is_empty() {
            met.participants.take(when, || meeting.participants.clone());
        }
    }

    /// All groups, each by the name that it has now: one that is called otherwise since its last meeting is in no list any more, and
    /// its people are known with the other.
    pub(super) fn all(groups: BTreeMap<String, Self>, renamed: &Renamed) -> Vec<KnownGroup> {
        let mut now: BTreeMap<String, (Self, Vec<String>)> = BTreeMap::new();
        for (was, group) in groups {
            let last = &group.met().last;
            let Some((name, when)) = last.get().map(|last| last.name.clone()).zip(last.when()) else {
                continue;
            };
            let is = folded(&renamed.now(&name, when));
            let (known, formerly) = now.entry(is.clone()).or_default();
            for (known, met) in [(&mut known.real, group.real), (&mut known.invented, group.invented)] {
                known.participants.merge(met.participants);
                if is == was {
                    known.last.merge(met.last);
                }
            }
            if is != was {
                formerly.push(was);
            }
        }
        now.into_values().filter_map(|(known, formerly)| known.known(formerly)).collect()
    }

    /// The meetings that count.
    fn met(&self) -> &Met {
        if self.real.last.get().is_some() { &self.real } else { &self.invented }
    }

    fn known(self, formerly: Vec<String>) -> Option<KnownGroup> {
        let invented = self.real.last.get().is_none();
        let met = if invented { self.invented } else { self.real };
        let Last { name, day: (date, date_typed), kind, planned } = met.last.value()?;
        let participants = met.participants.value().unwrap_or_default();
        Some(KnownGroup { name, formerly, date, date_typed, kind, planned, invented, participants })
    }
}
