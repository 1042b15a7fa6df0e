//! What a notebook must hold: the exact record of what was acknowledged, beside what was tried.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use pallium::meeting::{Id, Meeting, MeetingId, MeetingKind, Pinned};
use pallium::store::{Files, Notebook, definition_hash};

use super::disk::Disk;

/// The folder of the notebook on the model of a disk.
pub const FOLDER: &str = "/notebook";

/// What is known of one meeting.
#[derive(Debug, Clone, Copy, Default)]
pub struct Versions {
    /// The newest version that was called saved; zero when none was.
    pub saved: u32,
    /// The newest version that a save was tried of.
    pub tried: u32,
}

/// What is known of a notebook.
#[derive(Debug, Clone, Default)]
pub struct Truth {
    /// Each meeting by its number.
    pub meetings: BTreeMap<u128, Versions>,
    /// Of each meeting the version that was kept last as a checkpoint.
    pub kept: BTreeMap<u128, u32>,
    /// Files that were damaged from outside, with the content that must stay.
    pub damaged: BTreeMap<PathBuf, Vec<u8>>,
}

/// What was found wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Faults {
    /// Saves that were acknowledged and are gone.
    pub lost: usize,
    /// Notebooks that did not open, and meetings in them that did not parse.
    pub unopened: usize,
    /// Temporary files that were still there after the next start.
    pub left: usize,
    /// Failures that nobody was told of, and files of others that were changed.
    pub hidden: usize,
}

impl Faults {
    /// Adds what was found elsewhere.
    pub fn add(&mut self, other: Self) {
        self.lost += other.lost;
        self.unopened += other.unopened;
        self.left += other.left;
        self.hidden += other.hidden;
    }

    /// Whether nothing was found.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// The text of the definition that meetings with an odd number pin.
pub fn definition() -> Arc<str> {
    "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\n".into()
}

/// A version of a meeting, the same each time; large enough to be written in parts.
pub fn version(number: u128, version: u32) -> Meeting {
    let date = NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day");
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, date);
    meeting.learning_needs = version.to_string();
    meeting.bottlenecks = format!("versie {version} ").repeat(40);
    if number % 2 == 1 {
        let hash = definition_hash(&definition());
        meeting.definitions.push(Pinned { id: "eigen".into(), version: "1".to_owned(), hash });
    }
    meeting
}

/// The definitions that go with a meeting.
pub fn definitions(meeting: &Meeting) -> Vec<(String, Arc<str>)> {
    meeting.definitions.iter().map(|pinned| (pinned.hash.clone(), definition())).collect()
}

/// Which version a record is; `None` when it is none, for example half of one and half of another.
pub fn version_of(number: u128, meeting: &Meeting) -> Option<u32> {
    let found = meeting.learning_needs.parse().ok()?;
    (version(number, found) == *meeting).then_some(found)
}

impl Truth {
    /// Starts the program on a copy of `disk` as somebody would after a power cut, and compares.
    ///
    /// `plant` makes of the disk what the program gets to see.
    pub fn compare(&self, disk: &Disk, plant: &dyn Fn(&Disk) -> Arc<dyn Files>) -> Faults {
        let disk = disk.copy();
        let mut faults = Faults::default();
        for (path, content) in &self.damaged {
            faults.hidden += usize::from(disk.content(path).as_ref() != Some(content));
        }
        // What is left lying is judged as old when no save can be on its way any more.
        disk.wait(3600);
        let Ok(notebook) = Notebook::open(Path::new(FOLDER), plant(&disk)) else {
            faults.unopened += 1;
            return faults;
        };
        let sweep = notebook.sweep();
        for left in &sweep.recoverable {
            // The user looks at each and throws it away.
            faults.unopened += usize::from(notebook.read_left_over(left).is_err());
            let _ = notebook.discard(left);
        }
        let Ok(listing) = notebook.list() else {
            faults.unopened += 1;
            return faults;
        };
        for (&number, versions) in &self.meetings {
            let id = MeetingId(Id::from_bits(number));
            if self.damaged.contains_key(&notebook.path(id)) {
                continue;
            }
            match notebook.read(id) {
                Ok(meeting) => {
                    let found = version_of(number, &meeting);
                    let right = found.is_some_and(|found| (versions.saved..=versions.tried).contains(&found));
                    faults.lost += usize::from(!right);
                    // A record without its definition cannot be walked through any more.
                    let whole = meeting
                        .definitions
                        .iter()
                        .all(|pinned| notebook.read_definition(&pinned.hash).is_ok());
                    faults.unopened += usize::from(!whole);
                    let listed = listing.summaries.iter().any(|summary| summary.id == id);
                    faults.unopened += usize::from(!listed);
                }
                Err(problem) if problem.is_absent() => faults.lost += usize::from(versions.saved > 0),
                Err(_) => faults.unopened += 1,
            }
        }
        for (&number, &kept) in &self.kept {
            let versions = notebook.versions(MeetingId(Id::from_bits(number)));
            let read: Vec<Option<u32>> = versions
                .iter()
                .map(|version| notebook.read_version(version).ok().and_then(|one| version_of(number, &one)))
                .collect();
            faults.unopened += read.iter().filter(|version| version.is_none()).count();
            faults.lost += usize::from(!read.contains(&Some(kept)));
        }
        let known = |path: &Path| self.damaged.contains_key(path);
        faults.unopened += listing.problems.iter().filter(|problem| !known(problem.path())).count();
        let history = Path::new(FOLDER).join("history");
        let of_versions = disk.names(&history).into_iter().map(|name| history.join(name));
        let folders = ["", "meetings", "definitions", "index"].map(|name| Path::new(FOLDER).join(name));
        for folder in folders.into_iter().chain(of_versions) {
            let names = disk.names(&folder);
            faults.left += names.iter().filter(|name| name.ends_with(".tmp")).count();
        }
        faults
    }
}
