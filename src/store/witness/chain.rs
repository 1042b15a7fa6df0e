//! Noting what was written to a sealed notebook and what was deleted, so that nothing can be put back or taken away unseen.
//!
//! Nobody waits for this: a save notes in memory what it acknowledged, and the roll of this computer is written after that.
//! A roll that lags behind is no alarm, for a file may be newer than it says. Only what is deleted is written down first.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use super::remembered::Remembered;
use super::roll::{Entry, Expected, Roll, fold, latest_path, roll_path};
use super::tampering::Tampering;
use crate::store::disk::digest::is_hash;
use crate::store::disk::files::Facts;
use crate::store::record::names::{DAMAGED, DEVICES, LOG, Version, id_in_name, moment_in_name};
use crate::store::vault::mark::{Link, Tag};

/// What is known of the versions of all files.
#[derive(Default)]
pub(in crate::store) struct Chain {
    pub(in crate::store) is_loaded: bool,
    /// What this computer remembers outside the notebook.
    pub(in crate::store) remembered: Remembered,
    /// What is to be remembered and is not on the disk yet.
    pub(in crate::store) unremembered: bool,
    /// Whether what is remembered cannot be read, and so is not written over.
    pub(in crate::store) has_forgotten: bool,
    /// The roll of this computer, with what is not on the disk yet.
    pub(in crate::store) own: Roll,
    /// The files of which the roll as it was written last as a whole says something older.
    pub(in crate::store) since: BTreeSet<String>,
    /// The versions of the two files of that roll that are on the disk, by path.
    pub(in crate::store) own_links: BTreeMap<String, Link>,
    /// How often something was noted, and up to where that is on the disk.
    pub(in crate::store) notes: u64,
    pub(in crate::store) written: u64,
    /// The rolls as they were read last, by path.
    pub(in crate::store) rolls: BTreeMap<String, (Link, Roll)>,
    /// What is wrong with them.
    pub(in crate::store) troubles: Vec<Tampering>,
    /// What all rolls together say.
    pub(in crate::store) expected: BTreeMap<String, Expected>,
    /// Files that were read before, and how they looked then.
    pub(in crate::store) checked: HashMap<String, (Facts, Link, Option<Tag>)>,
}

impl Chain {
    /// The path of the roll of this computer.
    pub(in crate::store) fn own_path(&self) -> String {
        roll_path(&self.remembered.computer)
    }

    /// The path of what that one does not say yet.
    pub(in crate::store) fn latest_path(&self) -> String {
        latest_path(&self.remembered.computer)
    }

    /// Whether this is a file of the roll of this computer.
    pub(in crate::store) fn is_own(&self, path: &str) -> bool {
        path == self.own_path() || path == self.latest_path()
    }

    /// What the roll of this computer as it was written as a whole does not say.
    pub(in crate::store) fn latest(&self) -> Roll {
        let known = self.since.iter().filter_map(|path| self.own.files.get_key_value(path));
        Roll {
            files: known.map(|(path, entry)| (path.clone(), *entry)).collect(),
            doubted: self.own.doubted.clone(),
        }
    }

    /// Takes over what stands in one of the two files of this computer.
    pub(in crate::store) fn take_own(&mut self, path: &str, roll: &Roll) {
        self.own.merge(roll);
        if path == self.latest_path() {
            // What the whole roll says as well was written with it.
            let whole = self.rolls.get(&self.own_path()).map(|(_, whole)| &whole.files);
            let is_newer =
                |path: &&String| whole.and_then(|files| files.get(*path)) != self.own.files.get(*path);
            let newer: Vec<String> = roll.files.keys().filter(is_newer).cloned().collect();
            self.since.extend(newer);
        } else {
            // What was being deleted when a program was stopped.
            let going = roll.files.iter().filter(|(_, entry)| matches!(entry, Entry::Going(_)));
            self.since.extend(going.map(|(path, _)| path.clone()));
        }
    }

    /// Takes over what another roll knows better, to be written with what this computer knows.
    pub(in crate::store) fn take_over(&mut self, other: &Roll) {
        self.own.merge(other);
        self.since.extend(other.files.keys().cloned());
    }

    pub(in crate::store) fn note(&mut self, path: &str, entry: Entry) {
        if self.own.note(path, entry) {
            self.since.insert(path.to_owned());
            self.notes += 1;
            self.expect(path);
        }
    }

    /// Has it that something was never noted.
    pub(in crate::store) fn take_back(&mut self, path: &str, before: Option<Entry>) {
        match before {
            Some(entry) => drop(self.own.files.insert(path.to_owned(), entry)),
            None => drop(self.own.files.remove(path)),
        }
        self.expected.remove(path);
        self.expect(path);
    }

    /// Works out what is expected of one file.
    fn expect(&mut self, path: &str) {
        let rolls = self.rolls.values().map(|(_, roll)| roll).chain([&self.own]);
        let one = rolls.filter_map(|roll| roll.files.get_key_value(path));
        let one: Vec<Roll> = one
            .map(|(path, entry)| Roll { files: [(path.clone(), *entry)].into(), ..Roll::default() })
            .collect();
        self.expected.extend(fold(one.iter()));
    }

    pub(in crate::store) fn doubt(&mut self, path: &str) {
        if self.own.doubted.insert(path.to_owned()) {
            self.notes += 1;
        }
    }

    pub(in crate::store) fn revision(&self, path: &str) -> u64 {
        self.expected.get(path).map_or(0, |known| known.entry.revision())
    }

    /// Sees the rolls as they are now: none may become older from here on.
    pub(in crate::store) fn see_rolls(&mut self) {
        let is_trouble = |path: &String| self.troubles.iter().any(|trouble| trouble.within() == Some(path));
        let rolls = self.rolls.iter().filter(|(path, _)| !is_trouble(path));
        let news: Vec<(String, Link)> = rolls
            .filter(|(path, (link, _))| {
                self.remembered.seen.get(*path).is_none_or(|seen| link.revision > seen.revision)
            })
            .map(|(path, (link, _))| (path.clone(), *link))
            .collect();
        for (path, link) in news {
            if !self.is_own(&path) {
                // Told to others with the next thing that is written, and not a reason to write.
                self.own.note(&path, Entry::Here(link));
                self.since.insert(path.clone());
            }
            self.remembered.seen.insert(path, link);
            self.unremembered = true;
        }
    }

    /// Rolls that are gone or older than this computer or another one has seen.
    pub(in crate::store) fn missed_rolls(&self, told: &[Tampering]) -> Vec<Tampering> {
        let start = format!("{DEVICES}/");
        let known = self.expected.iter().filter(|(path, _)| path.starts_with(&start));
        let mut seen: BTreeMap<&String, Link> = BTreeMap::new();
        let mut gone: BTreeMap<&String, u64> = BTreeMap::new();
        for (path, expected) in known {
            match expected.entry {
                Entry::Here(link) => drop(seen.insert(path, link)),
                Entry::Going(link) => drop(gone.insert(path, link.revision)),
                Entry::Gone(revision) => drop(gone.insert(path, revision)),
            }
        }
        let own = self.own_links.iter().map(|(path, link)| (path, *link));
        let remembered = self.remembered.seen.iter().map(|(path, link)| (path, *link));
        for (path, link) in remembered.chain(own) {
            if seen.get(path).is_none_or(|known| link.revision > known.revision) {
                seen.insert(path, link);
            }
        }
        let judge = |(path, link): (&&String, &Link)| {
            if gone.get(*path).is_some_and(|revision| *revision >= link.revision)
                || told.iter().any(|trouble| trouble.within() == Some(*path))
            {
                return None;
            }
            match self.rolls.get(*path) {
                None => Some(Tampering::RollGone((*path).clone())),
                Some((here, _)) if here.revision < link.revision => {
                    Some(Tampering::RollOlder((*path).clone()))
                }
                Some((here, _)) if here.revision == link.revision && here.tag != link.tag => {
                    Some(Tampering::RollOlder((*path).clone()))
                }
                Some(_) => None,
            }
        };
        seen.iter().filter_map(judge).collect()
    }

    /// Whether the roll of this computer on the disk is not the one that it left there: it is not written over then.
    pub(in crate::store) fn is_frozen(&self) -> bool {
        self.troubles.iter().any(|trouble| trouble.within().is_some_and(|path| self.is_own(path)))
    }
}

/// Whether a file is one that may not go or become older unseen.
///
/// Not so: what is made anew when it is needed, what says who works on what, and copies of damaged files.
pub(in crate::store) fn is_chained(path: &str) -> bool {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["meetings", name] => {
            let id = id_in_name(Path::new(name)).filter(|_| !name.starts_with('.'));
            let rest = id.map(|id| name.strip_prefix(&id.to_string()).unwrap_or_default());
            rest.is_some_and(|rest| rest.ends_with(".toml") && !rest.starts_with(DAMAGED))
        }
        ["history", id, name] => id.parse().is_ok_and(|id| Version::read(id, name).is_some()),
        ["definitions", name] => name.strip_suffix(".toml").is_some_and(is_hash),
        [LOG, name] => moment_in_name(name).is_some(),
        _ => false,
    }
}
