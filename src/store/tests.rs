//! What holds for every notebook.

mod backup;
mod bits;
mod chain;
mod demo;
mod examine;
mod formats;
mod history;
mod hostile;
mod marks;
mod notebook;
#[cfg(unix)]
mod owner;
mod readers;
mod record;
mod safety;
mod sealed;
mod tampering;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Notebook, RealFiles};
use crate::meeting::{Id, Meeting, MeetingId, MeetingKind};

/// A folder for one test, with a notebook in it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn open(&self) -> Notebook {
        Notebook::open(self.path(), Arc::new(RealFiles)).unwrap()
    }

    fn file(&self, meeting: &Meeting) -> PathBuf {
        self.path().join(format!("meetings/{}.toml", meeting.id))
    }

    /// Names in the folder of meetings, sorted.
    fn names(&self) -> Vec<String> {
        let folder = std::fs::read_dir(self.path().join("meetings")).unwrap();
        let mut names: Vec<String> =
            folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn meeting(number: u128) -> Meeting {
    let date = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, date)
}

fn noted(meeting: &Meeting, note: &str) -> Meeting {
    Meeting { bottlenecks: note.to_owned(), ..meeting.clone() }
}
