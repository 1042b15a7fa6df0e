//! Writing the access log. That this fails never stops the work.

use std::sync::Arc;

use chrono::{NaiveDateTime, TimeDelta};

use super::logbook::{Logbook, entry};
use super::{Outside, both, open};
use crate::app::{Effect, Msg};
use crate::checklist::Localized;
use crate::meeting::{Meeting, MeetingId, PatientId};
use crate::shell::computer::me;
use crate::store::{Deed, LogEntry, LogFile, Notebook, SaveError, Waiting, clock};

/// For how many years the log is kept, unless a setting says otherwise.
const YEARS: u32 = 5;

impl Outside {
    /// Writes down what an effect did, as far as it belongs in the access log.
    pub(in crate::shell) fn log_effect(&self, effect: &Effect, outcome: Option<&Msg>) {
        self.write_entries(self.entries_of(effect, outcome));
    }

    /// What an effect did, as far as it belongs in the access log; nothing where there is nothing to say.
    pub(in crate::shell) fn entries_of(
        &self,
        effect: &Effect,
        outcome: Option<&Msg>,
    ) -> Option<Vec<LogEntry>> {
        // The list is the first thing that every start shows.
        let starts = matches!(effect, Effect::ListMeetings) && self.is_opened();
        let at = clock::utc();
        let entries = open(&self.logbook).entries(whole(at), effect, outcome);
        (starts || !entries.is_empty()).then_some(entries)
    }

    /// Writes entries, and first that the program was started; false when they are not on the disk.
    pub(in crate::shell) fn write_entries(&self, entries: Option<Vec<LogEntry>>) -> bool {
        let Some(entries) = entries else { return true };
        let Ok(notebook) = self.notebook() else { return false };
        let Err(error) = self.written(&notebook, entries) else { return true };
        let mut book = open(&self.logbook);
        if !book.told {
            book.told = true;
            let told = both(|language| language.log_not_written(&error.message(language)));
            book.trouble = Some(Msg::LogFailed(Box::new(told)));
        }
        false
    }

    /// Writes entries with all that waits to be written.
    fn written(&self, notebook: &Notebook, entries: Vec<LogEntry>) -> Result<(), SaveError> {
        let years = self.log_years().unwrap_or(YEARS);
        let mut book = open(&self.logbook);
        let known_user = me();
        book.waiting.extend(entries.into_iter().map(|entry| LogEntry {
            who: if entry.who.is_empty() { known_user.who.clone() } else { entry.who },
            ..entry
        }));
        let kept = TimeDelta::days(i64::from(years) * 366);
        let mut taken = Vec::new();
        let written = match book.file.take() {
            Some(file) => Ok(file),
            None => {
                taken = self.unlocked(notebook, &mut book, &known_user.who);
                notebook.begin_log(&known_user, kept)
            }
        };
        let written = written.and_then(|mut file| {
            let waiting = std::mem::take(&mut book.waiting);
            let done = if waiting.is_empty() { Ok(()) } else { notebook.write_log(&mut file, &waiting) };
            // What was not written stands in the file in memory, and goes along the next time.
            book.file = Some(file);
            done
        });
        if written.is_ok() {
            notebook.no_longer_waiting(&taken);
        }
        written
    }

    /// The file of this start, to go on with after the program was locked.
    pub(in crate::shell) fn log_file(&self) -> Option<LogFile> {
        open(&self.logbook).file.clone()
    }

    /// Goes on with the file of this start, and writes down that the notebook was unlocked.
    pub(in crate::shell) fn resume_log(&self, file: Option<LogFile>, meeting: Option<Arc<Meeting>>) {
        let mut book = open(&self.logbook);
        book.file = file;
        let known = meeting.map(|meeting| (meeting.id, (meeting, None)));
        book.known.extend(known);
        drop(book);
        self.log_unlocked_again();
    }

    /// Puts in front what waited for whoever has the key, and that the notebook was unlocked; gives what waited.
    fn unlocked(&self, notebook: &Notebook, book: &mut Logbook, who: &str) -> Vec<Waiting> {
        // Nobody unlocks what is not sealed.
        if self.codec.is_plain() || book.unlocked {
            return Vec::new();
        }
        book.unlocked = true;
        let taken = notebook.waiting().0;
        let at = whole(clock::utc());
        let unlocked = LogEntry { who: who.to_owned(), ..LogEntry::new(at, Deed::Unlocked) };
        let waited = taken.iter().map(|waiting| waiting.entry.clone());
        let first: Vec<LogEntry> = waited.chain([unlocked]).collect();
        book.waiting.splice(..0, first);
        taken
    }

    /// Brings what waited for whoever has the key into the log, where there is something.
    pub fn log_what_waited(&self) {
        let waits = |notebook: &Notebook| !notebook.waiting().0.is_empty();
        if !self.codec.is_plain() && self.notebook().is_ok_and(|notebook| waits(&notebook)) {
            self.write_entries(Some(Vec::new()));
        }
    }

    /// Writes down that somebody unlocked the notebook again in the course of this start, and the tries that failed before it.
    pub fn log_unlocked_again(&self) {
        let Ok(notebook) = self.notebook() else { return };
        let taken = notebook.waiting().0;
        let unlocked = LogEntry::new(whole(clock::utc()), Deed::Unlocked);
        let entries = taken.iter().map(|waiting| waiting.entry.clone()).chain([unlocked]).collect();
        if self.write_entries(Some(entries)) {
            notebook.no_longer_waiting(&taken);
        }
    }

    /// That the log could not be written; told once.
    pub(in crate::shell) fn log_trouble(&self) -> Option<Msg> {
        open(&self.logbook).trouble.take()
    }

    /// Writes down what was not written yet; for the end of the program.
    pub(in crate::shell) fn finish_log(&self) {
        let entries = open(&self.logbook).unsaid(whole(clock::utc()), None);
        self.write_entries((!entries.is_empty()).then_some(entries));
        self.witness();
    }

    /// Writes down what a command did; gives what is to be told when that did not succeed.
    pub fn note(&self, deed: Deed, meeting: Option<&Meeting>, patients: Vec<PatientId>) -> Option<Localized> {
        self.noted(vec![of(deed, meeting, patients)])
    }

    /// Writes down that a paper leaves the notebook, by the name that programs have for it; gives why that could not be written.
    pub fn note_paper(
        &self,
        paper: &str,
        meeting: Option<&Meeting>,
        patients: Vec<PatientId>,
    ) -> Option<Localized> {
        self.noted(vec![LogEntry { paper: paper.to_owned(), ..of(Deed::Exported, meeting, patients) }])
    }

    /// Writes down that meetings are deleted of which only the identity is known; gives why that could not be written.
    pub fn note_deleted(&self, meetings: &[MeetingId], patients: &[PatientId]) -> Option<Localized> {
        self.noted(deletions(meetings, patients))
    }

    fn noted(&self, entries: Vec<LogEntry>) -> Option<Localized> {
        let notebook = self.notebook().ok()?;
        let failed = self.written(&notebook, entries).err();
        self.witness();
        let unwitnessed = self.log_trouble().and_then(|told| match told {
            Msg::LogFailed(why) => Some(*why),
            _ => None,
        });
        failed.map(|error| both(|language| language.log_not_noted(&error.message(language)))).or(unwitnessed)
    }
}

/// A line of now for each meeting that goes.
pub(super) fn deletions(meetings: &[MeetingId], patients: &[PatientId]) -> Vec<LogEntry> {
    let at = whole(clock::utc());
    let entry = |id: &MeetingId| LogEntry {
        meeting: Some(*id),
        patients: patients.to_vec(),
        ..LogEntry::new(at, Deed::Deleted)
    };
    meetings.iter().map(entry).collect()
}

/// A line of now about a deed.
fn of(deed: Deed, meeting: Option<&Meeting>, patients: Vec<PatientId>) -> LogEntry {
    let at = whole(clock::utc());
    match meeting {
        Some(meeting) => entry(at, deed, meeting, patients),
        None => LogEntry { patients, ..LogEntry::new(at, deed) },
    }
}

fn whole(at: NaiveDateTime) -> NaiveDateTime {
    use chrono::SubsecRound;
    at.trunc_subsecs(0)
}
