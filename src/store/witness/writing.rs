//! Writing the roll of this computer: after what was saved, and before what is deleted.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::PoisonError;
use std::time::Duration;

use super::chain::is_chained;
use super::custody::Custody;
use super::remembered::{self, Remembered};
use super::roll::Entry;
use crate::store::disk::atomic;
use crate::store::disk::files::HeldFile;
use crate::store::record::names::{DEVICES, UNDER_WAY};
use crate::store::record::problem::{ReadProblem, SaveError};
use crate::store::vault::mark::{Link, Mark, Subject};

/// How often a roll is asked for that another program is writing, which takes milliseconds.
const TRIES: u32 = 100;

/// How long to wait in between: two seconds in all, and in a test no longer than it takes to ask.
const BETWEEN: Duration = Duration::from_millis(if cfg!(test) { 0 } else { 20 });

impl Custody {
    /// Writes down, after a save was acknowledged, what was written; what could not be is noted with the next.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the disk does not take it, or the roll there is not the one that this computer left.
    pub(in crate::store) fn witness(&self) -> Result<(), SaveError> {
        if self.codec.is_plain() {
            return Ok(());
        }
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.load_chain();
        self.finish_deleting();
        let news = {
            let chain = self.chain();
            chain.notes > chain.written
        };
        if news {
            match self.write_roll(false) {
                // It is noted with the next.
                Err(SaveError::RollBusy { .. }) => return Ok(()),
                written => written?,
            }
        }
        self.remember_rolls();
        Ok(())
    }

    /// Puts the roll of this computer on the disk; `anew` where somebody said that what is there is right.
    pub(in crate::store) fn write_roll(&self, anew: bool) -> Result<(), SaveError> {
        let folder = self.absolute(DEVICES);
        self.root(&folder)?;
        self.be_somebody();
        let (within, known) = {
            let chain = self.chain();
            (chain.own_path(), chain.own_link)
        };
        let path = self.absolute(&within);
        let refused = || SaveError::NotWitnessed { path: path.clone() };
        if !anew && self.chain().is_frozen() {
            // A disk may have failed for a moment.
            self.reload_chain();
            if self.chain().is_frozen() {
                return Err(refused());
            }
        }
        // Two programs of one computer write one roll.
        let lock = folder.join(format!("{}.lock", self.chain().remembered.computer));
        let _held = self.wait_for(&lock)?.ok_or_else(|| SaveError::RollBusy { path: path.clone() })?;
        let there = match self.read_roll(&within) {
            Ok(there) => there,
            Err(ReadProblem::Fault { path, fault }) => return Err(SaveError::Fault { path, fault }),
            Err(_) if anew => None,
            Err(_) => return Err(refused()),
        };
        let is_ours = match (&known, &there) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(known), Some((link, _))) => link.revision > known.revision || link == known,
        };
        if !anew && !is_ours {
            return Err(refused());
        }
        let (base, roll, notes) = {
            let mut chain = self.chain();
            if let Some((_, roll)) = &there {
                let doubted = chain.own.doubted.clone();
                chain.own.merge(roll);
                if anew {
                    chain.own.doubted = doubted;
                }
            }
            let seen = chain.remembered.seen.get(&within).copied();
            let links = [known, there.map(|(link, _)| link), seen];
            let base = links.into_iter().flatten().max_by_key(|link| link.revision);
            (base, chain.own.clone(), chain.notes)
        };
        let mark = Mark {
            subject: Subject::of(&within),
            revision: base.map_or(1, |link| link.revision.saturating_add(1)),
            previous: base.map(|link| link.tag),
        };
        let plain = roll.encode().ok_or(SaveError::NotWritten)?;
        let (sealed, link) = self.codec.seal(&mark, plain).map_err(|_| SaveError::NotWritten)?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        atomic::put(self.files.as_ref(), &folder, name, &sealed)
            .map_err(|error| SaveError::fault(&path, &error))?;
        let mut chain = self.chain();
        chain.own_link = link;
        chain.written = notes;
        if let Some(link) = link {
            chain.rolls.insert(within, (link, roll));
            chain.see_rolls();
        }
        Ok(())
    }

    /// Holds the lock of the roll; `None` when another program does not let go of it in time.
    fn wait_for(&self, lock: &Path) -> Result<Option<Box<dyn HeldFile>>, SaveError> {
        for _ in 0..TRIES {
            match self.files.try_lock(lock).map_err(|error| SaveError::fault(lock, &error))? {
                None => std::thread::sleep(BETWEEN),
                held => return Ok(held),
            }
        }
        Ok(None)
    }

    /// Sees to it that this computer has a number that it will know again, or none at all.
    fn be_somebody(&self) {
        let (remembered, is_new) = {
            let chain = self.chain();
            (chain.remembered.clone(), chain.unremembered && chain.remembered.link.is_none())
        };
        if is_new && self.write_remembered(&Remembered { seen: BTreeMap::new(), ..remembered }).is_none() {
            let mut chain = self.chain();
            (chain.remembered, chain.unremembered) = (Remembered::nobody(), false);
        }
    }

    /// Remembers the newest rolls outside the notebook; that it fails makes this computer know less, and no more.
    pub(in crate::store) fn remember_rolls(&self) {
        let remembered = {
            let chain = self.chain();
            chain.unremembered.then(|| chain.remembered.clone())
        };
        if let Some(remembered) = remembered {
            self.write_remembered(&remembered);
        }
    }

    fn write_remembered(&self, remembered: &Remembered) -> Option<Link> {
        let memory = self.remembered_in.as_deref().filter(|_| !self.chain().has_forgotten)?;
        let path = remembered::file(memory, self.codec.as_ref(), &self.folder)?;
        let link = remembered.write(self.files.as_ref(), self.codec.as_ref(), &path)?;
        let mut chain = self.chain();
        chain.remembered.link = Some(link);
        chain.unremembered = chain.remembered.seen != remembered.seen;
        Some(link)
    }

    /// Writes down that these files are deleted on purpose, before they are.
    ///
    /// # Errors
    ///
    /// [`SaveError`]; they may not be deleted then, for they would be missed.
    pub(in crate::store) fn let_go_of(&self, paths: &[&Path]) -> Result<(), SaveError> {
        if self.codec.is_plain() {
            return Ok(());
        }
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.load_chain();
        let mut before = Vec::new();
        for path in paths {
            let within = self.within(path);
            let is_mark = within == UNDER_WAY;
            if !is_mark && !is_chained(&within) {
                continue;
            }
            let here = self.read_sealed(path).and_then(|bytes| self.open_at(path, bytes));
            let mut chain = self.chain();
            before.push((within.clone(), chain.own.files.get(&within).copied()));
            let known = chain.revision(&within);
            match here.ok().and_then(|opened| opened.link) {
                Some(link) => {
                    chain.note(&within, Entry::Going(Link { revision: link.revision.max(known), ..link }));
                }
                // What does not open is of no version; that it was known is what has to end.
                None if known > 0 => chain.note(&within, Entry::Gone(known)),
                None => {}
            }
        }
        let written = self.write_roll(false);
        if written.is_err() {
            let mut chain = self.chain();
            for (within, entry) in before {
                chain.take_back(&within, entry);
            }
        }
        written
    }

    /// Deletes what was being deleted when the program was stopped, and notes what is gone.
    fn finish_deleting(&self) {
        let going = {
            let chain = self.chain();
            // Only what is written down may go.
            let written = chain.rolls.get(&chain.own_path());
            let files = written.into_iter().flat_map(|(_, roll)| &roll.files);
            let going = files.filter_map(|(path, entry)| match entry {
                Entry::Going(link) => Some((path.clone(), *link)),
                _ => None,
            });
            going
                .filter(|(path, _)| matches!(chain.own.files.get(path), Some(Entry::Going(_))))
                .collect::<Vec<_>>()
        };
        for (within, going) in going {
            let path = self.absolute(&within);
            match self.read_sealed(&path).and_then(|bytes| self.open_at(&path, bytes)) {
                Err(problem) if problem.is_absent() => {}
                // The same file, and nothing that somebody put there since.
                Ok(opened) if opened.link.is_some_and(|link| link.tag == going.tag) => {
                    let folder = path.parent().unwrap_or(&path);
                    if self.files.remove(&path).is_err() || self.files.sync_folder(folder).is_err() {
                        continue;
                    }
                }
                _ => continue,
            }
            self.chain().note(&within, Entry::Gone(going.revision));
        }
    }
}
