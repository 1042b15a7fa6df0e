//! Writing the roll of this computer: after what was saved, and before what is deleted.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::PoisonError;
use std::time::Duration;

use super::chain::is_chained;
use super::custody::Custody;
use super::remembered::{self, Remembered};
use super::roll::{Entry, Roll};
use crate::store::disk::atomic;
use crate::store::disk::files::HeldFile;
use crate::store::record::names::{DEVICES, UNDER_WAY};
use crate::store::record::problem::{ReadProblem, SaveError};
use crate::store::vault::mark::{Link, Mark, Subject};

/// Of so many files at most the latest is written without the whole roll.
const MOST_SINCE: usize = 256;

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

    /// Puts on the disk what this computer knows; `anew` where somebody said that what is there is right.
    ///
    /// The whole roll is as long as the notebook is large. So what it does not say yet stands in a file of its own, until that is
    /// worth writing the whole one.
    pub(in crate::store) fn write_roll(&self, anew: bool) -> Result<(), SaveError> {
        let folder = self.absolute(DEVICES);
        self.root(&folder)?;
        self.be_somebody();
        if !anew && self.chain().is_frozen() {
            // A disk may have failed for a moment.
            self.reload_chain();
            if self.chain().is_frozen() {
                return Err(SaveError::NotWitnessed { path: self.absolute(&self.chain().own_path()) });
            }
        }
        let (whole, latest, is_due) = {
            let chain = self.chain();
            let whole = chain.own_path();
            let is_due = anew || chain.since.len() > MOST_SINCE || !chain.rolls.contains_key(&whole);
            (whole, chain.latest_path(), is_due)
        };
        // Two programs of one computer write one roll.
        let lock = folder.join(format!("{}.lock", self.chain().remembered.computer));
        let path = self.absolute(&whole);
        let _held = self.wait_for(&lock)?.ok_or(SaveError::RollBusy { path })?;
        let there = self.take_own(&latest, anew)?;
        let is_expected = there.is_some() || self.chain().remembered.seen.contains_key(&latest);
        if is_due {
            let base = self.take_own(&whole, anew)?;
            let (roll, taken, notes) = {
                let mut chain = self.chain();
                (chain.own.clone(), std::mem::take(&mut chain.since), chain.notes)
            };
            let written = self.put_roll(&whole, base, roll, notes);
            if written.is_err() {
                self.chain().since.extend(taken);
            }
            written?;
        }
        // One that is missed, or that says of a file what is no longer so, is written anew with the whole.
        if !is_due || (anew && is_expected) {
            let (roll, notes) = {
                let chain = self.chain();
                (chain.latest(), chain.notes)
            };
            self.put_roll(&latest, there, roll, notes)?;
        }
        Ok(())
    }

    /// Takes over what another program of this computer wrote; gives the version in the place of which is written.
    fn take_own(&self, within: &str, anew: bool) -> Result<Option<Link>, SaveError> {
        let refused = || SaveError::NotWitnessed { path: self.absolute(within) };
        let known = self.chain().own_links.get(within).copied();
        let there = match self.read_roll(within) {
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
        let mut chain = self.chain();
        if let Some((_, roll)) = &there {
            let doubted = chain.own.doubted.clone();
            chain.take_own(within, roll);
            if anew {
                chain.own.doubted = doubted;
            }
        }
        let seen = chain.remembered.seen.get(within).copied();
        let links = [known, there.map(|(link, _)| link), seen];
        Ok(links.into_iter().flatten().max_by_key(|link| link.revision))
    }

    fn put_roll(&self, within: &str, base: Option<Link>, roll: Roll, notes: u64) -> Result<(), SaveError> {
        let path = self.absolute(within);
        let mark = Mark {
            subject: Subject::of(within),
            revision: base.map_or(1, |link| link.revision.saturating_add(1)),
            previous: base.map(|link| link.tag),
        };
        let plain = roll.encode().ok_or(SaveError::NotWritten)?;
        let (sealed, link) = self.codec.seal(&mark, plain).map_err(|_| SaveError::NotWritten)?;
        let (folder, name) =
            (path.parent().unwrap_or(&path), path.file_name().and_then(|name| name.to_str()));
        atomic::put(self.files.as_ref(), folder, name.unwrap_or_default(), &sealed)
            .map_err(|error| SaveError::fault(&path, &error))?;
        let mut chain = self.chain();
        chain.written = notes;
        if let Some(link) = link {
            chain.own_links.insert(within.to_owned(), link);
            chain.rolls.insert(within.to_owned(), (link, roll));
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
            let here = self.link_of(&within).ok().flatten();
            let mut chain = self.chain();
            before.push((within.clone(), chain.own.files.get(&within).copied()));
            let known = chain.revision(&within);
            match here {
                Some((link, _)) => {
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
            let rolls = [chain.own_path(), chain.latest_path()];
            let written = rolls.map(|path| chain.rolls.get(&path).map(|(_, roll)| roll));
            let is_written = |path: &String, entry: &Entry| {
                written.iter().flatten().any(|roll| roll.files.get(path) == Some(entry))
            };
            let going = chain.since.iter().filter_map(|path| match chain.own.files.get(path) {
                Some(entry @ Entry::Going(link)) if is_written(path, entry) => Some((path.clone(), *link)),
                _ => None,
            });
            going.collect::<Vec<_>>()
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
