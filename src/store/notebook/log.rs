//! The access log: who opened, changed, exported or deleted what, and when.
//!
//! ```text
//! log/<time>.<token>.log      one file for each start of the program
//! ```
//!
//! Every line is a hash and a value; the hash is over the hash of the line before and the value, so that a line that was
//! changed, moved or taken out shows. The first line names the last lines of the files before it, so that a file that was
//! taken away or cut short shows too. Programs may run at the same time: each writes a file of its own, and names what
//! it finds. A file is always written as a whole, like everything else in a notebook.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeDelta};
use serde::{Deserialize, Serialize};

use super::Notebook;
use super::holder::Holder;
use super::passed;
use crate::meeting::{MeetingId, PatientId};
use crate::store::disk::digest::Digest;
use crate::store::disk::fault::shown;
use crate::store::disk::files::create_folders;
use crate::store::disk::{atomic, clock};
use crate::store::record::names::{LOG, LOG_ENDING, TIME, moment_in_name};
use crate::store::record::problem::{Damage, ReadProblem, SaveError};
use crate::store::vault::mark::Link;
use crate::store::witness::tampering::Tampering;
use crate::text;
use crate::words::Language;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// The program was started.
    Started,
    /// The notebook was unlocked.
    Unlocked,
    /// Somebody tried to unlock the notebook with what does not open it.
    NotUnlocked,
    /// A meeting was opened.
    Opened,
    /// A meeting was made.
    Created,
    /// A meeting was changed.
    Changed,
    /// Something was brought outside the notebook.
    Exported,
    /// A patient or a meeting was deleted.
    Deleted,
    /// An old file of the log was deleted.
    LogDeleted,
    /// Somebody saw that the clock was wrong, or that nobody worked for long; which file of the log tells of it stands beside.
    ClockSeen,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// When (UTC, whole seconds).
    pub at: NaiveDateTime,
    /// What.
    pub deed: Deed,
    /// Who: the notulist as stated, else the user of the computer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Which meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingId>,
    /// Which patients, never by their label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patients: Vec<PatientId>,
    /// Which file of the log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Which paper left the notebook, by the name that programs have for it; older entries do not say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper: String,
}

impl LogEntry {
    /// An entry by nobody about nothing, to be filled in.
    pub fn new(at: NaiveDateTime, deed: Deed) -> Self {
        Self {
            at,
            deed,
            who: String::new(),
            meeting: None,
            patients: Vec::new(),
            file: None,
            paper: String::new(),
        }
    }
}

/// The last line of a file as a later file found it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tip {
    file: String,
    lines: usize,
    hash: String,
}

/// The first line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    format: u32,
    /// The name of the file, so that two cannot be exchanged.
    file: String,
    at: NaiveDateTime,
    who: String,
    computer: String,
    /// The files before, as far as no earlier one names them as they are now.
    after: Vec<Tip>,
}

const FORMAT: u32 = 1;

/// How many of the newest files a start looks at, to name their last lines: more programs never run at one time.
const LOOKED_AT: usize = 32;

/// No setting has the log deleted sooner, so that a line that says so of a younger file is not believed.
const YOUNGEST: TimeDelta = TimeDelta::days(365);

/// The file that this start of the program writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogFile {
    name: String,
    text: String,
    hash: String,
    /// The version that was written last, in a sealed notebook.
    link: Option<Link>,
}

impl LogFile {
    fn add(&mut self, value: &impl Serialize) {
        // These values have no map with keys that are no text, and nothing else fails.
        let Ok(json) = serde_json::to_string(value) else { return };
        self.hash = chained(&self.hash, &json);
        self.text.push_str(&format!("{} {json}\n", self.hash));
    }
}

fn chained(before: &str, json: &str) -> String {
    Digest::of(format!("{before} {json}").as_bytes()).to_string()
}

/// The log as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// What was done, the oldest first.
    pub entries: Vec<LogEntry>,
    /// What is not as it was written.
    pub faults: Vec<LogFault>,
}

/// Something in the log that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogFault {
    /// A file cannot be read.
    Unreadable(ReadProblem),
    /// From this line on a file is not as it was written.
    Line {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
    },
    /// A file is gone that another file names.
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// Lines are gone at the end of a file, or were replaced.
    Shortened {
        /// The file.
        path: PathBuf,
    },
}

impl LogFault {
    /// The file that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Unreadable(problem) => problem.path(),
            Self::Line { path, .. } | Self::Missing { path } | Self::Shortened { path } => path,
        }
    }

    /// What is the matter, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        let path = shown(self.path());
        match self {
            Self::Unreadable(problem) => problem.message(language),
            Self::Line { line, .. } => language.log_line_wrong(&path, *line),
            Self::Missing { .. } => language.log_file_missing(&path),
            Self::Shortened { .. } => language.log_file_shortened(&path),
        }
    }
}

/// A file of the log as it was read, up to the first line that is not as it was written.
struct Read {
    head: Option<Head>,
    entries: Vec<LogEntry>,
    hashes: Vec<String>,
    wrong: Option<usize>,
}

fn read(name: &str, text: &str) -> Read {
    let mut read = Read { head: None, entries: Vec::new(), hashes: Vec::new(), wrong: None };
    let mut before = String::new();
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let whole = line.strip_suffix('\n').and_then(|line| line.split_once(' '));
        let Some((hash, json)) = whole.filter(|(hash, json)| chained(&before, json) == *hash) else {
            read.wrong = Some(number);
            return read;
        };
        let understood = if number == 1 {
            let head = serde_json::from_str::<Head>(json).ok();
            read.head = head.filter(|head| head.format == FORMAT && head.file == name);
            read.head.is_some()
        } else {
            let entry = serde_json::from_str::<LogEntry>(json).ok().map(cleaned);
            let is_there = entry.is_some();
            read.entries.extend(entry);
            is_there
        };
        if !understood {
            read.wrong = Some(number);
            return read;
        }
        hash.clone_into(&mut before);
        read.hashes.push(before.clone());
    }
    if read.head.is_none() {
        read.wrong = Some(1);
    }
    read
}

fn cleaned(entry: LogEntry) -> LogEntry {
    LogEntry { who: text::visible_line(&entry.who).into_owned(), ..entry }
}

fn starts(names: &[String]) -> Vec<NaiveDateTime> {
    names.iter().filter_map(|name| moment_in_name(name)).collect()
}

impl Notebook {
    /// The folder of the log.
    pub(in crate::store) fn logs(&self) -> PathBuf {
        self.folder.join(LOG)
    }

    /// Begins the file of this start, and deletes files in which everything is older than `kept`, by time that was seen to
    /// pass: a clock that leaps takes nothing along.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when it cannot be written; nothing was deleted then.
    pub fn begin_log(&self, me: &Holder, kept: TimeDelta) -> Result<LogFile, SaveError> {
        let folder = self.logs();
        let files = self.files.as_ref();
        create_folders(files, &folder).map_err(|(path, error)| SaveError::fault(&path, &error))?;
        let now = clock::moment(files.now());
        let name = format!("{}.{:016x}{LOG_ENDING}", now.format(TIME), files.token());
        let known = self.log_names()?;
        let mut file = LogFile { name: name.clone(), text: String::new(), hash: String::new(), link: None };
        file.add(&Head {
            format: FORMAT,
            file: name,
            at: now.trunc_subsecs(0),
            who: me.who.clone(),
            computer: me.place.clone(),
            after: self.tips(&known),
        });
        let kept = kept.max(YOUNGEST);
        let limit = passed::long_before(&starts(&known), now, kept);
        let is_old = |name: &&String| moment_in_name(name).is_some_and(|at| at < limit);
        // Of what was written last in a file the name says nothing, but no start lasts for more than a day or two.
        let old: Vec<String> = known.iter().filter(is_old).cloned().collect();
        for name in &old {
            let entry = LogEntry::new(now.trunc_subsecs(0), Deed::LogDeleted);
            file.add(&LogEntry { file: Some(name.clone()), ..entry });
        }
        // First it is written that they are gone: a file that is then still there is deleted by the next start.
        self.put_log(&mut file)?;
        let paths: Vec<PathBuf> = old.iter().map(|name| folder.join(name)).collect();
        let noted: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        if !noted.is_empty() && self.custody.let_go_of(&noted).is_ok() {
            for path in paths {
                let _ = files.remove(&path);
            }
        }
        Ok(file)
    }

    /// Adds to the file of this start; what could not be written is written along with the next entries.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the file cannot be written; the one on the disk is then as it was.
    pub fn write_log(&self, file: &mut LogFile, entries: &[LogEntry]) -> Result<(), SaveError> {
        entries.iter().for_each(|entry| file.add(entry));
        self.put_log(file)
    }

    fn put_log(&self, file: &mut LogFile) -> Result<(), SaveError> {
        self.refuse_sealed()?;
        let folder = self.logs();
        let path = folder.join(&file.name);
        let (sealed, link) = self.custody.seal_at(&path, file.link, file.text.clone().into_bytes())?;
        // Whether it is there or not after a fault, the next one is a later version.
        file.link = link;
        atomic::put(self.files.as_ref(), &folder, &file.name, &sealed)
            .map_err(|error| SaveError::fault(&path, &error))?;
        self.custody.note(&path, link);
        Ok(())
    }

    /// The names of all files of the log, the oldest first.
    pub(super) fn log_names(&self) -> Result<Vec<String>, SaveError> {
        let folder = self.logs();
        let entries = match self.files.list(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            entries => entries.map_err(|error| SaveError::fault(&folder, &error))?,
        };
        let names = entries.into_iter().map(|entry| entry.name);
        let mut names: Vec<String> = names.filter(|name| moment_in_name(name).is_some()).collect();
        names.sort();
        Ok(names)
    }

    /// When the program was started, as far as the log goes back; the oldest first.
    pub(in crate::store) fn starts(&self) -> Vec<NaiveDateTime> {
        starts(&self.log_names().unwrap_or_default())
    }

    /// The last lines of the newest files, as far as none of these names them.
    fn tips(&self, names: &[String]) -> Vec<Tip> {
        let newest = names.iter().rev().take(LOOKED_AT);
        let found: Vec<(String, Read)> =
            newest.filter_map(|name| Some((name.clone(), self.read_log_file(name).ok()?))).collect();
        let named: BTreeSet<&Tip> =
            found.iter().filter_map(|(_, read)| read.head.as_ref()).flat_map(|head| &head.after).collect();
        let tip = |(name, read): &(String, Read)| {
            Some(Tip { file: name.clone(), lines: read.hashes.len(), hash: read.hashes.last()?.clone() })
        };
        let mut tips: Vec<Tip> = found.iter().filter_map(tip).filter(|tip| !named.contains(tip)).collect();
        tips.sort();
        tips
    }

    fn read_log_file(&self, name: &str) -> Result<Read, ReadProblem> {
        let path = self.logs().join(name);
        let bytes = self.custody.read_known(&path)?;
        let text =
            String::from_utf8(bytes).map_err(|_| ReadProblem::damaged(&path, None, Damage::NotText))?;
        Ok(read(name, &text))
    }

    /// Reads the whole log, and looks whether it is as it was written.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when its folder cannot be read.
    pub fn read_log(&self) -> Result<Log, SaveError> {
        let folder = self.logs();
        let (mut log, mut known, mut unreadable) = (Log::default(), BTreeMap::new(), BTreeSet::new());
        let mut named = BTreeSet::new();
        let mut deleted = BTreeSet::new();
        for name in self.log_names()? {
            let path = folder.join(&name);
            let read = match self.read_log_file(&name) {
                Ok(read) => read,
                // Taken away since the folder was read.
                Err(problem) if problem.is_absent() => continue,
                Err(problem) => {
                    log.faults.push(LogFault::Unreadable(problem));
                    unreadable.insert(name);
                    continue;
                }
            };
            if let Some(line) = read.wrong {
                log.faults.push(LogFault::Line { path, line });
            }
            if let Some(head) = read.head {
                named.extend(head.after);
                let started = LogEntry::new(head.at, Deed::Started);
                log.entries.push(cleaned(LogEntry { who: head.who, ..started }));
            }
            let gone = read.entries.iter().filter(|entry| entry.deed == Deed::LogDeleted);
            for (name, at) in gone.filter_map(|entry| Some((entry.file.clone()?, entry.at))) {
                if moment_in_name(&name).is_some_and(|made| at - made >= YOUNGEST) {
                    deleted.insert(name);
                }
            }
            log.entries.extend(read.entries);
            known.insert(name, (read.hashes, read.wrong.is_some()));
        }
        for tip in named {
            let path = folder.join(&tip.file);
            let fault = match known.get(&tip.file) {
                None if deleted.contains(&tip.file) || unreadable.contains(&tip.file) => None,
                None => Some(LogFault::Missing { path }),
                // What is wrong within it has been told.
                Some((_, true)) => None,
                Some((hashes, false)) => {
                    let line = tip.lines.checked_sub(1).and_then(|at| hashes.get(at));
                    (line != Some(&tip.hash)).then_some(LogFault::Shortened { path })
                }
            };
            log.faults.extend(fault.filter(|fault| !log.faults.contains(fault)));
        }
        for found in self.custody.tampering_with_log() {
            let path = found.path(&self.folder);
            let fault = match found {
                Tampering::Gone(_) => LogFault::Missing { path },
                Tampering::Older(_) | Tampering::Other(_) | Tampering::Doubted(_) => {
                    LogFault::Shortened { path }
                }
                _ => continue,
            };
            if !log.faults.contains(&fault) {
                log.faults.push(fault);
            }
        }
        log.entries.sort_by_key(|entry| entry.at);
        Ok(log)
    }

    /// The day that lies as long before `now` as `day` does, in time in which this notebook was used.
    ///
    /// `meetings` are the days of its meetings: the last before the log began is the last that is known from then.
    pub fn used_since(
        &self,
        day: NaiveDate,
        now: NaiveDateTime,
        meetings: impl IntoIterator<Item = NaiveDate>,
    ) -> NaiveDate {
        let starts = self.starts();
        let first = starts.first().copied().unwrap_or(now).min(now).date();
        let held = meetings.into_iter().filter(|held| *held <= first).max();
        let known: Vec<NaiveDateTime> =
            held.map(|held| held.and_time(NaiveTime::MIN)).into_iter().chain(starts).collect();
        passed::long_before(&known, now, now.date() - day).date().min(day)
    }
}
