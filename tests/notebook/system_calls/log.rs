//! What strace wrote down of a run, as far as it concerns the notebook and what the program said.

use std::path::{Path, PathBuf};

/// One call of the system, as strace tells it.
#[derive(Debug, Clone)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// What stands between its brackets.
    pub arguments: String,
    /// Whether it succeeded.
    pub succeeded: bool,
    /// The how-manieth of its name this is, counted from one; strace counts so too.
    pub number: usize,
}

/// Reads a log of strace of one thread.
pub fn calls(log: &str) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    for line in log.lines() {
        // The number of the process, where there is one.
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        let Some((name, rest)) = line.split_once('(') else { continue };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            continue;
        }
        let (arguments, result) = rest.rsplit_once(" = ").unwrap_or((rest, "?"));
        let number = calls.iter().filter(|call| call.name == name).count() + 1;
        calls.push(Call {
            name: name.to_owned(),
            arguments: arguments.trim_end().to_owned(),
            succeeded: result.starts_with(|c: char| c.is_ascii_digit()),
            number,
        });
    }
    calls
}

impl Call {
    /// Whether it concerns a file or folder at or below `folder`.
    pub fn concerns(&self, folder: &Path) -> bool {
        self.paths().iter().any(|path| path.starts_with(folder))
    }

    /// The paths in its arguments: those in quotation marks, and those that strace adds to a number of a file.
    pub fn paths(&self) -> Vec<PathBuf> {
        let quoted = self.arguments.split('"').skip(1).step_by(2).filter(|text| text.starts_with('/'));
        quoted.map(PathBuf::from).chain(self.of_file()).collect()
    }

    /// The path of the open file that it works on: `fsync(3</notebook/meetings>)`.
    fn of_file(&self) -> Option<PathBuf> {
        let (number, rest) = self.arguments.split_once('<')?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| rest.split('>').next().unwrap_or_default()).map(PathBuf::from)
    }

    fn path(&self) -> PathBuf {
        self.paths().into_iter().next().unwrap_or_default()
    }

    fn has(&self, flag: &str) -> bool {
        self.arguments.contains(flag)
    }
}

/// What a call means for a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A new file came to be; says whether it was certainly new and for its owner only.
    Created(PathBuf, bool),
    /// A file that may have been there was opened to be written.
    OpenedToWrite(PathBuf),
    /// Bytes went to a file.
    Written(PathBuf),
    /// A file or folder was synced.
    Synced(PathBuf),
    /// A file got another name.
    Renamed(PathBuf, PathBuf),
    /// A file lost its content.
    Emptied(PathBuf),
    /// A line was said to the user.
    Said(String),
}

/// What the calls that succeeded mean for the files at or below `folder`, and what was said.
pub fn events(calls: &[Call], folder: &Path) -> Vec<Event> {
    let meant = calls.iter().filter(|call| call.succeeded).filter_map(event);
    meant.filter(|event| event.paths().iter().all(|path| path.starts_with(folder))).collect()
}

impl Event {
    fn paths(&self) -> Vec<&Path> {
        match self {
            Self::Created(path, _)
            | Self::OpenedToWrite(path)
            | Self::Written(path)
            | Self::Synced(path)
            | Self::Emptied(path) => vec![path],
            Self::Renamed(from, to) => vec![from, to],
            Self::Said(_) => Vec::new(),
        }
    }
}

fn event(call: &Call) -> Option<Event> {
    match call.name.as_str() {
        "openat" | "open" | "creat" => {
            let writes = call.has("O_WRONLY") || call.has("O_RDWR") || call.name == "creat";
            if call.has("O_TRUNC") {
                return Some(Event::Emptied(call.path()));
            }
            if call.has("O_CREAT") && call.has("O_EXCL") {
                return Some(Event::Created(call.path(), call.arguments.ends_with(", 0600)")));
            }
            writes.then(|| Event::OpenedToWrite(call.path()))
        }
        "write" | "pwrite64" | "writev" if call.arguments.starts_with("1<") => {
            Some(Event::Said(call.arguments.split('"').nth(1)?.to_owned()))
        }
        "write" | "pwrite64" | "writev" => Some(Event::Written(call.of_file()?)),
        "fsync" | "fdatasync" => Some(Event::Synced(call.of_file()?)),
        "rename" | "renameat" | "renameat2" => {
            let mut paths = call.paths().into_iter();
            Some(Event::Renamed(paths.next()?, paths.next()?))
        }
        "truncate" | "ftruncate" => Some(Event::Emptied(call.path())),
        _ => None,
    }
}
