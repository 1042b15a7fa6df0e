//! One life of the program: from its start to its end, or to the end of the power.

use std::path::Path;
use std::sync::Arc;

use pallium::meeting::{Id, MeetingId};
use pallium::store::{Files, Notebook, Reason, SaveError};

use super::disk::Disk;
use super::truth::{FOLDER, Truth, definitions, version, version_of};

/// Something that is done with a notebook.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    /// Saves the next version of the meeting with this number.
    Save(u128),
    /// Reads the list of meetings, which writes the index.
    List,
    /// Saves settings.
    Settings,
    /// Reads a meeting, as somebody who looks back.
    Look(u128),
    /// Keeps the newest version of the meeting with this number.
    Keep(u128),
    /// Time goes by.
    Wait,
}

/// What happened in one life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// Saves that were acknowledged.
    pub saved: usize,
    /// Saves that the program said had failed.
    pub failed: usize,
}

/// Starts the program, does `acts`, and keeps in `truth` what was tried and acknowledged.
///
/// A failed save is tried once more at once, as the program does after five seconds: in a new file.
pub fn live(disk: &Disk, plant: &dyn Fn(&Disk) -> Arc<dyn Files>, truth: &mut Truth, acts: &[Act]) -> Told {
    let mut told = Told::default();
    let Ok(notebook) = Notebook::open(Path::new(FOLDER), plant(disk)) else { return told };
    take_over(&notebook, truth);
    let _ = notebook.list();
    let mut locks = Vec::new();
    let mut opened = Vec::new();
    for act in acts {
        match *act {
            Act::Save(number) => {
                let id = MeetingId(Id::from_bits(number));
                if !opened.contains(&number) {
                    let Ok(lock) = notebook.lock(id) else { continue };
                    // What cannot be read is not opened, and so not saved; what is not there is new.
                    let known = truth.meetings.get(&number).is_some_and(|versions| versions.saved > 0);
                    if notebook.load(id).is_err_and(|problem| known || !problem.is_absent()) {
                        continue;
                    }
                    locks.push(lock);
                    opened.push(number);
                }
                save(&notebook, truth, number, &mut told);
            }
            Act::List => {
                let _ = notebook.list();
            }
            Act::Settings => {
                let _ = notebook.change_settings(|_| Some("format = 1\nnumber = 1\n".to_owned()));
            }
            Act::Look(number) => {
                let _ = notebook.read(MeetingId(Id::from_bits(number)));
            }
            Act::Keep(number) => keep(&notebook, truth, number),
            Act::Wait => disk.wait(7),
        }
    }
    told
}

fn save(notebook: &Notebook, truth: &mut Truth, number: u128, told: &mut Told) {
    let versions = truth.meetings.entry(number).or_default();
    versions.tried += 1;
    let meeting = version(number, versions.tried);
    for _ in 0..2 {
        match notebook.save(&meeting, &definitions(&meeting)) {
            Ok(()) => {
                versions.saved = versions.tried;
                told.saved += 1;
                return;
            }
            Err(SaveError::ChangedOutside { .. }) => {
                // Nobody else is here: the program did not know its own file again.
                told.failed += 1;
                return;
            }
            Err(_) => told.failed += 1,
        }
    }
}

/// Keeps a version, and remembers that it was said to be kept.
fn keep(notebook: &Notebook, truth: &mut Truth, number: u128) {
    let Some(versions) = truth.meetings.get(&number).filter(|versions| versions.saved > 0) else { return };
    let meeting = version(number, versions.saved);
    if notebook.keep_version(&meeting, Reason::Worked) == Ok(true) {
        // Of what is kept the newest is certain to be there; older ones fade.
        truth.kept.insert(number, versions.saved);
    }
}

/// What was left over from the life before is taken over, where it is newer.
fn take_over(notebook: &Notebook, truth: &mut Truth) {
    for left in notebook.sweep().recoverable {
        let Ok(meeting) = notebook.read_left_over(&left) else { continue };
        let number = meeting.id.0.bits();
        let is_there = notebook.load(meeting.id);
        if is_there.is_err_and(|problem| !problem.is_absent()) {
            continue;
        }
        if notebook.save(&meeting, &definitions(&meeting)).is_ok() {
            let found = version_of(number, &meeting).unwrap_or_default();
            let versions = truth.meetings.entry(number).or_default();
            *versions = super::truth::Versions { saved: found, tried: versions.tried.max(found) };
            let _ = notebook.discard(&left);
        }
    }
}

/// Takes what stands on the disk after a power cut as what must be there from now on.
pub fn settle(disk: &Disk, plant: &dyn Fn(&Disk) -> Arc<dyn Files>, truth: &mut Truth) {
    let copy = disk.copy();
    let Ok(notebook) = Notebook::open(Path::new(FOLDER), plant(&copy)) else { return };
    for (&number, versions) in &mut truth.meetings {
        let found = notebook.read(MeetingId(Id::from_bits(number))).ok();
        let found = found.and_then(|meeting| version_of(number, &meeting)).unwrap_or(0);
        versions.saved = found;
        versions.tried = versions.tried.max(found);
    }
}
