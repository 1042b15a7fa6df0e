//! Whether the order of calls keeps what the program said.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::log::Event;

/// What was found in the order of a run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// Meetings that were put in their place and called saved.
    pub acknowledged: usize,
    /// What is wrong.
    pub faults: Vec<String>,
}

/// A new file on its way.
#[derive(Default)]
struct New {
    written: bool,
    synced: bool,
}

/// Judges the order of calls on the notebook in `folder`; `echoes` are what the program says back of what it was told,
/// and `acknowledges` tells whether a line calls all of that saved.
pub fn judge(
    events: &[Event],
    folder: &Path,
    echoes: &[&str],
    acknowledges: impl Fn(&str) -> bool,
) -> Judged {
    let mut judged = Judged::default();
    let mut new: BTreeMap<&Path, New> = BTreeMap::new();
    // Folders with a name in them that a power cut may still take away.
    let mut unsynced: BTreeSet<PathBuf> = BTreeSet::new();
    let mut told = false;
    let mut fault = |what: String| judged.faults.push(what);
    for event in events {
        match event {
            Event::Created(path, is_private) => {
                if !is_private {
                    fault(format!("{} is not for its owner only from the first byte", path.display()));
                }
                new.insert(path, New::default());
            }
            Event::OpenedToWrite(path) if is_lock(path) => {}
            Event::OpenedToWrite(path) => fault(format!("{} is written in place", path.display())),
            Event::Emptied(path) => fault(format!("{} is emptied", path.display())),
            Event::Written(path) => match new.get_mut(path.as_path()) {
                Some(new) => (new.written, new.synced) = (true, false),
                None => fault(format!("{} is written and is no new file", path.display())),
            },
            Event::Synced(path) => {
                if let Some(new) = new.get_mut(path.as_path()) {
                    new.synced = new.written;
                }
                let saved = unsynced.remove(path) && *path == folder.join("meetings");
                told &= !saved;
            }
            Event::Renamed(from, to) => {
                let new = new.remove(from.as_path());
                if is_disposable(to, folder) {
                    continue;
                }
                if !new.is_some_and(|new| new.written && new.synced) {
                    fault(format!("{} gets its name before it is on the disk", to.display()));
                }
                let parent = to.parent().unwrap_or(folder).to_owned();
                if parent == folder.join("meetings") && unsynced.contains(&folder.join("definitions")) {
                    fault(format!("{} comes before the definition that it names", to.display()));
                }
                unsynced.insert(parent);
            }
            Event::Said(line) => {
                told |= echoes.iter().any(|echo| line.contains(echo));
                if acknowledges(line) {
                    if told {
                        fault(format!("{line:?} is said before anything is saved"));
                    }
                    if let Some(folder) = unsynced.first() {
                        fault(format!("{line:?} is said while {} is not synced", folder.display()));
                    }
                    judged.acknowledged += 1;
                }
            }
        }
    }
    judged
}

fn is_lock(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "lock")
}

/// Files of which a power cut may take anything away: the index, and who has a meeting open.
fn is_disposable(path: &Path, folder: &Path) -> bool {
    path.starts_with(folder.join("index")) || path.extension().is_some_and(|extension| extension == "holder")
}
