//! Entries of the access log of whoever had no key: failed tries to unlock, and backups, which need none.
//!
//! ```text
//! notebook.recipient                  the public key of the notebook, by which anybody can write to it
//! log/waiting/<time>.<token>.age      one entry, sealed to that key
//! ```
//!
//! At the next unlock they become entries of a log file, chained like all others, and go. Anybody who can write to the folder
//! can put such a file there, or take one away. So each is small, only names of our own form count, the newest are read first,
//! and all that is no entry is told as one thing, which `pallium doctor --accept` takes away.

use std::path::{Path, PathBuf};

use age::x25519::Recipient;
use chrono::{NaiveDateTime, SubsecRound};

use super::Notebook;
use super::log::{Deed, LogEntry};
use crate::store::disk::atomic::{self, stem_of_temporary};
use crate::store::disk::clock;
use crate::store::disk::entries::Kind;
use crate::store::disk::files::{Files, create_folders};
use crate::store::record::names::{LOG, TIME};
use crate::store::record::problem::{Damage, ReadProblem, SaveError};
use crate::store::vault::keys::Keys;
use crate::store::witness::tampering::Tampering;
use crate::text;

/// The file with the public key.
pub(in crate::store) const RECIPIENT: &str = "notebook.recipient";

/// The folder within that of the log.
pub(in crate::store) const WAITING: &str = "waiting";

const ENDING: &str = ".age";
/// The largest of these files, in bytes.
const LIMIT: u64 = 4 * 1024;

/// No more are written, and no more are read at a time: whoever tries a thousand times has been noticed.
const MOST: usize = 1000;

/// No more files are opened to find those: what is no entry must not keep one from being read.
const MOST_OPENED: usize = 8 * MOST;

/// An entry that waits, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    path: PathBuf,
    /// The entry.
    pub entry: LogEntry,
}

/// Keeps the public key of the notebook in `folder` where it can be read without the passphrase; in place of another one, when
/// the keys of the notebook are others now.
///
/// # Errors
///
/// What the disk says.
pub fn note_recipient(files: &dyn Files, folder: &Path, keys: &Keys) -> Result<(), SaveError> {
    let path = folder.join(RECIPIENT);
    let text = format!("# Pallium: the public key of a notebook\n{}\n", keys.recipient());
    if files.read(&path, LIMIT).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    atomic::put(files, folder, RECIPIENT, text.as_bytes()).map_err(|error| SaveError::fault(&path, &error))
}

/// Writes down that somebody, at a moment of world time, tried to unlock the notebook in `folder` with what does not open it.
///
/// # Errors
///
/// As for [`note_for_later`].
pub fn note_failed_unlock(
    files: &dyn Files,
    folder: &Path,
    at: NaiveDateTime,
    who: &str,
) -> Result<(), SaveError> {
    let entry = LogEntry::new(at.trunc_subsecs(0), Deed::NotUnlocked);
    note_for_later(files, folder, &LogEntry { who: who.to_owned(), ..entry })
}

/// Writes an entry for the next one who unlocks the notebook in `folder`.
///
/// # Errors
///
/// What the disk says; [`SaveError::NotWritten`] where the public key is none, and [`SaveError::WaitingFull`] when too many wait
/// already.
pub fn note_for_later(files: &dyn Files, folder: &Path, entry: &LogEntry) -> Result<(), SaveError> {
    let path = folder.join(RECIPIENT);
    let bytes = files.read(&path, LIMIT).map_err(|error| SaveError::fault(&path, &error))?;
    let recipient = recipient(&bytes).ok_or(SaveError::NotWritten)?;
    let waiting = folder.join(LOG).join(WAITING);
    create_folders(files, &waiting).map_err(|(path, error)| SaveError::fault(&path, &error))?;
    let there = files.list(&waiting).map_err(|error| SaveError::fault(&waiting, &error))?;
    if there.iter().filter(|entry| is_own(&entry.name)).count() >= MOST {
        return Err(SaveError::WaitingFull { path: waiting });
    }
    let json = serde_json::to_vec(entry).map_err(|_| SaveError::NotWritten)?;
    let sealed = age::encrypt(&recipient, &json).map_err(|_| SaveError::NotWritten)?;
    let now = clock::moment(files.now());
    let name = format!("{}.{:016x}{ENDING}", now.format(TIME), files.token());
    atomic::put(files, &waiting, &name, &sealed)
        .map_err(|error| SaveError::fault(&waiting.join(name), &error))
}

/// Whether a file has a name that this program gives.
fn is_own(name: &str) -> bool {
    let parts = name.strip_suffix(ENDING).and_then(|name| name.split_once('.'));
    parts.is_some_and(|(time, token)| {
        NaiveDateTime::parse_from_str(time, TIME).is_ok_and(|at| at.format(TIME).to_string() == time)
            && token.len() == 16
            && token.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn recipient(bytes: &[u8]) -> Option<Recipient> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty())?.trim().parse().ok()
}

impl Notebook {
    /// The folder of what waits.
    pub(in crate::store) fn waiting_folder(&self) -> PathBuf {
        self.logs().join(WAITING)
    }

    /// The entries that wait, the oldest first, and the files there that are none.
    ///
    /// Each is for the log as it was written: a try to unlock, or something done with the whole notebook; anything else is none of ours.
    pub fn waiting(&self) -> (Vec<Waiting>, Vec<PathBuf>) {
        let mut found = Vec::new();
        let folder = self.waiting_folder();
        let entries = self.files.list(&folder).unwrap_or_default();
        // A temporary file may be one that is being written.
        let entries = entries.into_iter().filter(|entry| stem_of_temporary(&entry.name).is_none());
        let files = entries.filter(|entry| entry.kind != Kind::Folder).map(|entry| entry.name);
        let (mut own, other): (Vec<String>, Vec<String>) = files.partition(|name| is_own(name));
        let mut junk: Vec<PathBuf> = other.into_iter().map(|name| folder.join(name)).collect();
        own.sort_by(|one, other| other.cmp(one));
        for path in own.into_iter().take(MOST_OPENED).map(|name| folder.join(name)) {
            if found.len() >= MOST {
                break;
            }
            match self.read_waiting(&path) {
                Ok(entry) => found.push(Waiting { path, entry }),
                // Another program took it.
                Err(problem) if problem.is_absent() => {}
                Err(_) => junk.push(path),
            }
        }
        found.sort_by_key(|waiting| waiting.entry.at);
        junk.sort();
        (found, junk)
    }

    /// What is to be said of it: that is one thing, however many files there are.
    pub(in crate::store) fn tampering_with_waiting(&self) -> Vec<Tampering> {
        let folder = self.waiting_folder();
        let entries = self.files.list(&folder).unwrap_or_default();
        let is_full = entries.iter().filter(|entry| is_own(&entry.name)).count() >= MOST;
        let junk = if entries.is_empty() { Vec::new() } else { self.waiting().1 };
        let told = junk
            .first()
            .map(|path| Tampering::Waiting { path: self.custody.within(path), count: junk.len() });
        told.into_iter()
            .chain(is_full.then(|| Tampering::WaitingFull(self.custody.within(&folder))))
            .collect()
    }

    /// Takes away what is no entry; each time at least one file goes, so that repeating it comes to an end.
    pub(in crate::store) fn take_junk_away(&self) -> Result<bool, SaveError> {
        loop {
            let (found, junk) = self.waiting();
            for path in &junk {
                match self.files.remove(path) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        return Err(SaveError::fault(path, &error));
                    }
                    _ => {}
                }
            }
            // Behind what could not be opened at once there may be more.
            if junk.len() < MOST_OPENED || found.len() >= MOST {
                return Ok(true);
            }
        }
    }

    fn read_waiting(&self, path: &Path) -> Result<LogEntry, ReadProblem> {
        let sealed = self.files.read(path, LIMIT).map_err(|error| ReadProblem::fault(path, &error))?;
        let damaged = |damage| ReadProblem::damaged(path, None, damage);
        let plain = self.codec.open_unproven(sealed).map_err(|_| damaged(Damage::Sealed))?;
        let entry: LogEntry = serde_json::from_slice(&plain).map_err(|_| damaged(Damage::Value))?;
        if !matches!(entry.deed, Deed::NotUnlocked | Deed::Exported | Deed::Changed) {
            return Err(damaged(Damage::Value));
        }
        let who = text::visible_line(&entry.who).chars().take(80).collect();
        Ok(LogEntry { who, ..LogEntry::new(entry.at.trunc_subsecs(0), entry.deed) })
    }

    /// Takes away what is in the log now; what stays by a stop in between stands there twice, and not never.
    pub fn no_longer_waiting(&self, taken: &[Waiting]) {
        for waiting in taken {
            let _ = self.files.remove(&waiting.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::store::disk::files::RealFiles;
    use crate::store::vault::codec::Plain;
    use crate::store::witness::opening::codec;

    #[test]
    fn what_waits_opens_with_the_keys_only_and_goes_when_it_is_taken() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path();
        let at = NaiveDateTime::default();
        assert!(note_failed_unlock(&RealFiles, folder, at, "een").is_err(), "nobody can write without a key");
        let (keys, others) = (Keys::draw().unwrap(), Keys::draw().unwrap());
        note_recipient(&RealFiles, folder, &others).unwrap();
        note_failed_unlock(&RealFiles, folder, at, "voor anderen").unwrap();
        note_recipient(&RealFiles, folder, &keys).unwrap();
        note_failed_unlock(&RealFiles, folder, at, "een\u{1b}[2J").unwrap();
        let opened = LogEntry::new(at, Deed::Deleted);
        note_for_later(&RealFiles, folder, &opened).unwrap();
        let with = |codec| Notebook::existing_with(folder, Arc::new(RealFiles), codec);
        let notebook = with(codec(&RealFiles, folder, &keys).unwrap());
        let large = "20260101T000000000.0000000000000000.age";
        std::fs::write(notebook.waiting_folder().join(large), vec![b'a'; 5000]).unwrap();
        std::fs::write(notebook.waiting_folder().join("x.age"), "").unwrap();
        let (found, problems) = notebook.waiting();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].entry.deed, found[0].entry.who.as_str()), (Deed::NotUnlocked, "een␛[2J"));
        assert_eq!(problems.len(), 4, "of another key, another kind, too large, another name: {problems:?}");
        assert_eq!(with(Arc::new(Plain)).waiting().0, []);
        notebook.no_longer_waiting(&found);
        assert_eq!(notebook.waiting().0, []);
    }

    #[test]
    fn nobody_fills_the_disk_with_tries_and_what_waits_stays() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path();
        note_recipient(&RealFiles, folder, &Keys::draw().unwrap()).unwrap();
        let waiting = folder.join(LOG).join(WAITING);
        std::fs::create_dir_all(&waiting).unwrap();
        for number in 0..MOST {
            std::fs::write(waiting.join(format!("20260101T000000000.{number:016x}.age")), "").unwrap();
        }
        let tried = note_failed_unlock(&RealFiles, folder, NaiveDateTime::default(), "een");
        assert_eq!(tried, Err(SaveError::WaitingFull { path: waiting.clone() }));
        assert_eq!(std::fs::read_dir(&waiting).unwrap().count(), MOST);
    }

    #[test]
    fn junk_silences_no_try_is_told_as_one_thing_and_goes_when_that_is_accepted() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path();
        let keys = Keys::draw().unwrap();
        note_recipient(&RealFiles, folder, &keys).unwrap();
        let waiting = folder.join(LOG).join(WAITING);
        std::fs::create_dir_all(&waiting).unwrap();
        // As many as are read, by other names; and a few by ours, from before and after the try.
        for number in 0..MOST {
            std::fs::write(waiting.join(format!("{number}.age")), "").unwrap();
        }
        for year in [1999, 2999] {
            std::fs::write(waiting.join(format!("{year}0101T000000000.0000000000000000.age")), "").unwrap();
        }
        note_failed_unlock(&RealFiles, folder, NaiveDateTime::default(), "een").unwrap();
        let notebook =
            Notebook::existing_with(folder, Arc::new(RealFiles), codec(&RealFiles, folder, &keys).unwrap());
        assert_eq!(notebook.waiting().0.len(), 1);
        let told = notebook.tampering();
        let [Tampering::Waiting { count, .. }] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(*count, MOST + 2);
        assert_eq!(notebook.accept().unwrap().left, []);
        assert_eq!(std::fs::read_dir(&waiting).unwrap().count(), 1, "the try itself stays");
        assert_eq!((notebook.waiting().0.len(), notebook.tampering()), (1, vec![]));
    }
}
