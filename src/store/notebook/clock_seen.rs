//! What makes the clock doubtful, and that somebody saw it.

use chrono::{NaiveDateTime, SubsecRound, TimeDelta};

use super::Notebook;
use super::holder::Holder;
use super::log::{Deed, Log, LogEntry};
use super::passed::{Doubt, doubts};
use crate::meeting::clock_doubt;
use crate::store::disk::clock;
use crate::store::record::names::moment_in_name;
use crate::store::record::problem::SaveError;

/// So long that nothing of the log goes when a clock is said to be seen.
const NOTHING_GOES: TimeDelta = TimeDelta::days(36_600);

impl Notebook {
    /// What makes the clock of this computer doubtful and was not yet said to be seen.
    pub(in crate::store) fn doubts(&self, log: &Log) -> Vec<Doubt> {
        doubts(&self.starts(), &seen(log), clock::moment(self.files.now()))
    }

    /// The starts of which somebody said that the clock was right, by the clock on the wall; the log is read for them only where what
    /// was `recorded` makes the clock doubtful, and there are none where it cannot be read.
    pub fn clocks_seen(&self, recorded: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
        let now = clock::local(clock::moment(self.files.now()));
        let log = clock_doubt(recorded, now).and_then(|_| self.read_log().ok());
        log.map(|log| seen(&log).into_iter().map(clock::local).collect()).unwrap_or_default()
    }

    /// Writes in the log that somebody saw what makes the clock doubtful, so that it is not told again; returns what that is.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the log cannot be read or written.
    pub fn see_clock(&self, me: &Holder) -> Result<Vec<Doubt>, SaveError> {
        let doubts = self.doubts(&self.read_log()?);
        if doubts.is_empty() {
            return Ok(doubts);
        }
        let names = self.log_names()?;
        let named = |at: NaiveDateTime| names.iter().find(|name| moment_in_name(name) == Some(at)).cloned();
        let now = clock::moment(self.files.now()).trunc_subsecs(0);
        let entry = |doubt: &Doubt| {
            let file = match *doubt {
                Doubt::Behind { seen, .. } => named(seen),
                // The leap may end now, and no start tells of that yet.
                Doubt::Leap { from, to } => named(to).or_else(|| named(from)),
            };
            LogEntry { who: me.who.clone(), file, ..LogEntry::new(now, Deed::ClockSeen) }
        };
        let mut entries: Vec<LogEntry> = doubts.iter().map(entry).collect();
        entries.dedup_by(|one, other| one.file == other.file);
        let mut file = self.begin_log(me, NOTHING_GOES)?;
        self.write_log(&mut file, &entries)?;
        Ok(doubts)
    }
}

/// The starts that the log says were seen.
fn seen(log: &Log) -> Vec<NaiveDateTime> {
    let seen = log.entries.iter().filter(|entry| entry.deed == Deed::ClockSeen);
    seen.filter_map(|entry| moment_in_name(entry.file.as_ref()?)).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use super::*;

    /// Said once, it is in the log; a notebook that is not sealed gets nothing of a sealed one by that.
    #[test]
    fn a_clock_that_was_seen_is_told_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let notebook = Notebook::existing(folder.path(), std::sync::Arc::new(crate::store::RealFiles));
        let me = Holder { who: "Fictief V.".to_owned(), ..Holder::default() };
        notebook.begin_log(&me, NOTHING_GOES).unwrap();
        let name = notebook.log_names().unwrap().remove(0);
        let token = name.split_once('.').unwrap().1;
        let leap = NaiveDate::from_ymd_opt(2199, 6, 1).unwrap().and_time(NaiveTime::MIN);
        let ahead = format!("{}.{token}", leap.format(crate::store::record::names::TIME));
        let logs = folder.path().join(crate::store::record::names::LOG);
        std::fs::copy(logs.join(&name), logs.join(&ahead)).unwrap();
        let doubts = |notebook: &Notebook| notebook.doubts(&notebook.read_log().unwrap());
        assert_eq!(doubts(&notebook).len(), 2, "behind what was seen, and a leap to it");
        assert_eq!(notebook.accept().unwrap(), crate::store::Accepted::default());
        assert_eq!(notebook.see_clock(&me).unwrap().len(), 2);
        assert_eq!((doubts(&notebook), notebook.see_clock(&me).unwrap()), (vec![], vec![]));
        let seen: Vec<LogEntry> = notebook.read_log().unwrap().entries;
        let seen: Vec<&LogEntry> = seen.iter().filter(|entry| entry.deed == Deed::ClockSeen).collect();
        assert_eq!(
            (seen.len(), seen[0].who.as_str(), seen[0].file.as_ref()),
            (1, "Fictief V.", Some(&ahead))
        );
        let known: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(known, [crate::store::record::names::LOG], "no list of computers as a sealed one has");
    }
}
