//! What of the effects belongs in the access log, and what was written of it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{NaiveDateTime, TimeDelta};

use crate::app::{Effect, Msg};
use crate::meeting::{Meeting, MeetingId, PatientId, Role};
use crate::store::{Deed, LogEntry, LogFile};

/// How long after one change of a meeting was written the next one is.
const AGAIN: TimeDelta = TimeDelta::minutes(1);

/// What this start has to say in the log.
#[derive(Debug, Default)]
pub(in crate::shell) struct Logbook {
    pub(in crate::shell) file: Option<LogFile>,
    /// Meetings that were opened or made, as the log knows them, and when a change was last written.
    pub(in crate::shell) known: HashMap<MeetingId, (Arc<Meeting>, Option<NaiveDateTime>)>,
    /// Meetings as they are on the disk, where the log does not say so yet.
    pub(in crate::shell) unsaid: HashMap<MeetingId, Arc<Meeting>>,
    /// Entries that could not be written.
    pub(in crate::shell) waiting: Vec<LogEntry>,
    pub(in crate::shell) trouble: Option<Msg>,
    pub(in crate::shell) told: bool,
    /// Whether the log says that the notebook was unlocked.
    pub(in crate::shell) unlocked: bool,
    /// That the roll cannot be written is told once too.
    pub(in crate::shell) told_of_roll: bool,
}

/// An entry about a meeting, at a moment.
pub(in crate::shell) fn entry(
    at: NaiveDateTime,
    deed: Deed,
    meeting: &Meeting,
    patients: Vec<PatientId>,
) -> LogEntry {
    let who = meeting.with_role(Role::Recorder).map(|known| known.name.trim().to_owned());
    LogEntry { who: who.unwrap_or_default(), meeting: Some(meeting.id), patients, ..LogEntry::new(at, deed) }
}

fn everybody(meeting: &Meeting) -> Vec<PatientId> {
    meeting.reviews.iter().map(|review| review.patient).collect()
}

/// The patients about whom two states of a meeting differ.
fn changed(before: &Meeting, after: &Meeting) -> Vec<PatientId> {
    let all: HashSet<PatientId> = everybody(before).into_iter().chain(everybody(after)).collect();
    let mut patients: Vec<PatientId> =
        all.into_iter().filter(|patient| before.review(*patient) != after.review(*patient)).collect();
    patients.sort();
    patients
}

impl Logbook {
    fn change(&mut self, at: NaiveDateTime, meeting: &Arc<Meeting>) -> LogEntry {
        let before = self.known.insert(meeting.id, (meeting.clone(), Some(at)));
        self.unsaid.remove(&meeting.id);
        match before {
            None => entry(at, Deed::Created, meeting, everybody(meeting)),
            Some((before, _)) => entry(at, Deed::Changed, meeting, changed(&before, meeting)),
        }
    }

    /// What is to be written of a meeting that is on the disk now: not every save is a line.
    fn saved(&mut self, at: NaiveDateTime, meeting: &Arc<Meeting>) -> Option<LogEntry> {
        let last = self.known.get(&meeting.id).and_then(|(_, last)| *last);
        if last.is_some_and(|last| (at - last).abs() < AGAIN) {
            self.unsaid.insert(meeting.id, meeting.clone());
            return None;
        }
        Some(self.change(at, meeting))
    }

    /// What was not written yet of one meeting, or of all.
    pub(in crate::shell) fn unsaid(&mut self, at: NaiveDateTime, id: Option<MeetingId>) -> Vec<LogEntry> {
        let wanted = |known: &&MeetingId| id.is_none_or(|id| id == **known);
        let ids: Vec<MeetingId> = self.unsaid.keys().filter(wanted).copied().collect();
        let meetings: Vec<Arc<Meeting>> = ids.iter().filter_map(|id| self.unsaid.remove(id)).collect();
        meetings.iter().map(|meeting| self.change(at, meeting)).collect()
    }

    pub(in crate::shell) fn entries(
        &mut self,
        at: NaiveDateTime,
        effect: &Effect,
        outcome: Option<&Msg>,
    ) -> Vec<LogEntry> {
        match (effect, outcome) {
            (Effect::SaveMeeting(save), Some(Msg::Saved(..))) => {
                self.saved(at, &save.meeting).into_iter().collect()
            }
            (Effect::LetGo(id), _) => self.unsaid(at, Some(*id)),
            (Effect::SaveElsewhere(save), Some(Msg::SavedElsewhere(Some(_), _))) => {
                vec![entry(at, Deed::Exported, &save.meeting, everybody(&save.meeting))]
            }
            (_, Some(Msg::Opened(opened))) => {
                let mut entries = self.unsaid(at, None);
                let meeting = &opened.meeting;
                self.known.insert(meeting.id, (Arc::new(meeting.clone()), None));
                entries.push(entry(at, Deed::Opened, meeting, everybody(meeting)));
                entries
            }
            (_, Some(Msg::VersionRead(read))) => {
                vec![entry(at, Deed::Opened, &read.meeting, everybody(&read.meeting))]
            }
            _ => Vec::new(),
        }
    }
}
