//! Finding what was put back, taken away or exchanged in a sealed notebook.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use super::chain::{Chain, FOLDER, is_chained};
use super::files::Facts;
use super::keyring::KEY_FILES;
use super::log;
use super::mark::{Link, Tag};
use super::mark_left::MarkLeft;
use super::notebook::{Notebook, SEALED_LIMIT};
use super::problem::{FileProblem, ReadProblem, shown};
use super::protection::UNDER_WAY;
use super::roll::{Entry, Expected};
use crate::words::Language;

/// Something that did not come about by the work of anybody who has the keys. Files by their path within the notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tampering {
    /// An earlier version stands here than there was.
    Older(String),
    /// Another version stands here than there was, and it does not follow from that one.
    Other(String),
    /// It is gone, and nobody deleted it.
    Gone(String),
    /// It was deleted on purpose, and is here again.
    Back(String),
    /// An earlier version was put here, and somebody went on with that.
    Doubted(String),
    /// It cannot be read.
    Unreadable(String, ReadProblem),
    /// A file with the keys is not the one that there was.
    Key(String),
    /// A file with the keys is gone.
    KeyGone(String),
    /// The mark that the notebook is being sealed was put back.
    Mark(String),
    /// The roll of a computer is gone.
    RollGone(String),
    /// The roll of a computer is an earlier one, or another.
    RollOlder(String),
    /// There are no rolls at all, so that nothing can be missed.
    NoRolls(String),
    /// Files that wait for the access log, and are nothing that waits for it.
    Waiting {
        /// The first of them.
        path: String,
        /// How many there are.
        count: usize,
    },
    /// So much waits for the access log that no more is written.
    WaitingFull(String),
    /// What this computer remembers of the notebook is damaged.
    Memory {
        /// The file, outside the notebook.
        path: PathBuf,
    },
}

impl Tampering {
    /// The path within the notebook.
    pub fn within(&self) -> Option<&String> {
        match self {
            Self::Older(path)
            | Self::Other(path)
            | Self::Gone(path)
            | Self::Back(path)
            | Self::Doubted(path)
            | Self::Unreadable(path, _)
            | Self::Key(path)
            | Self::KeyGone(path)
            | Self::Mark(path)
            | Self::RollGone(path)
            | Self::RollOlder(path)
            | Self::WaitingFull(path)
            | Self::Waiting { path, .. }
            | Self::NoRolls(path) => Some(path),
            Self::Memory { .. } => None,
        }
    }

    /// The file, in the notebook in `folder`.
    pub fn path(&self, folder: &Path) -> PathBuf {
        match self {
            Self::Memory { path } => path.clone(),
            other => other
                .within()
                .into_iter()
                .flat_map(|path| path.split('/'))
                .fold(folder.into(), |path: PathBuf, part| path.join(part)),
        }
    }

    /// What happened, where, and what to do now, in the notebook in `folder`.
    pub fn message(&self, folder: &Path, language: Language) -> String {
        let path = shown(&self.path(folder));
        match self {
            Self::Older(_) => language.tampered_older(&path),
            Self::Other(_) => language.tampered_other(&path),
            Self::Gone(within) if within.starts_with("log/") => language.tampered_log_gone(&path),
            Self::Gone(_) => language.tampered_gone(&path),
            Self::Back(_) => language.tampered_back(&path),
            Self::Doubted(_) => language.tampered_doubted(&path),
            Self::Unreadable(within, _) if within.starts_with(FOLDER) => {
                language.tampered_roll_unreadable(&path)
            }
            Self::Unreadable(_, problem) => problem.message(language),
            Self::Key(_) => language.tampered_key(&path),
            Self::KeyGone(_) => language.tampered_key_gone(&path),
            Self::Mark(_) => language.tampered_mark(&path),
            Self::RollGone(_) => language.tampered_roll_gone(&path),
            Self::RollOlder(_) => language.tampered_roll_older(&path),
            Self::NoRolls(_) => language.tampered_no_rolls(&path),
            Self::Waiting { count, .. } => language.tampered_waiting(&path, *count),
            Self::WaitingFull(_) => language.tampered_waiting_full(&path),
            Self::Memory { .. } => language.tampered_memory(&path),
        }
    }
}

/// How a version that stands somewhere stands to what is expected there.
fn judge(path: &str, expected: &Expected, here: Link, previous: Option<Tag>) -> Option<Tampering> {
    let (path, known) = (path.to_owned(), expected.entry.revision());
    match expected.entry {
        Entry::Gone(_) if here.revision <= known => Some(Tampering::Back(path)),
        Entry::Gone(_) | Entry::Going(_) => None,
        Entry::Here(_) if here.revision < known => Some(Tampering::Older(path)),
        Entry::Here(_) if here.revision == known && !expected.has(here.tag) => Some(Tampering::Other(path)),
        // The next version is written in the place of the one that is known, or it is of another line.
        Entry::Here(_) if here.revision == known + 1 && previous.is_some_and(|tag| !expected.has(tag)) => {
            Some(Tampering::Other(path))
        }
        Entry::Here(_) => None,
    }
}

impl Notebook {
    /// What in this notebook did not come about by the work of anybody who has the keys, by path.
    ///
    /// Every file is read that looks otherwise than when it was read last; what is newer than was known is noted.
    pub fn tampering(&self) -> Vec<Tampering> {
        if self.codec.is_plain() {
            return Vec::new();
        }
        self.reload_chain();
        let (mut found, expected, doubted) = {
            let chain = self.chain();
            (chain.troubles.clone(), chain.expected.clone(), chain.own.doubted.clone())
        };
        let there: BTreeSet<String> = self.chained_files().into_iter().collect();
        let lacks_rolls = found.is_empty() && self.chain().rolls.is_empty() && !there.is_empty();
        if doubted.contains(FOLDER) || (lacks_rolls && !self.codec.takes_plain()) {
            self.chain().doubt(FOLDER);
            found.push(Tampering::NoRolls(FOLDER.to_owned()));
        }
        found.extend(self.judge_files("", &there, &expected));
        found.extend(self.judge_keys(&expected));
        if self.mark_left() == Some(MarkLeft::Back) {
            found.push(Tampering::Mark(UNDER_WAY.to_owned()));
        }
        found.extend(self.tampering_with_waiting());
        let told: BTreeSet<String> = found.iter().filter_map(Tampering::within).cloned().collect();
        found.extend(doubted.difference(&told).cloned().map(Tampering::Doubted));
        found.sort_by(|one, other| one.within().cmp(&other.within()));
        found
    }

    /// The same as problems of files.
    pub fn tampered_files(&self) -> Vec<FileProblem> {
        let folder = &self.folder;
        let told = |found: Tampering| match found {
            Tampering::Unreadable(path, problem) if !path.starts_with(FOLDER) => {
                FileProblem::Unreadable(problem)
            }
            found => FileProblem::Tampered { path: found.path(folder), found, folder: folder.clone() },
        };
        self.tampering().into_iter().map(told).collect()
    }

    /// The same of the log alone.
    pub(super) fn tampering_with_log(&self) -> Vec<Tampering> {
        if self.codec.is_plain() {
            return Vec::new();
        }
        self.reload_chain();
        let expected = self.chain().expected.clone();
        let start = format!("{}/", log::FOLDER);
        let there = self.chained_files().into_iter().filter(|path| path.starts_with(&start)).collect();
        self.judge_files(&start, &there, &expected)
    }

    fn judge_files(
        &self,
        start: &str,
        there: &BTreeSet<String>,
        expected: &BTreeMap<String, Expected>,
    ) -> Vec<Tampering> {
        let places =
            expected.iter().flat_map(|(path, known)| known.tags().map(move |tag| (tag, path.as_str())));
        let places: HashMap<Tag, &str> = places.collect();
        let judged = there.iter().filter_map(|path| self.judge_file(path, expected.get(path), &places));
        let mut found: Vec<Tampering> = judged.collect();
        let is_missed = |path: &str| is_chained(path) && path.starts_with(start) && !there.contains(path);
        for (path, known) in expected.iter().filter(|(path, _)| is_missed(path)) {
            if matches!(known.entry, Entry::Here(_)) {
                // A link or a folder by this name is no file either; what the disk does not give is told as that.
                match self.files.facts(&self.absolute(path)) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        let problem = ReadProblem::fault(&self.absolute(path), &error);
                        found.push(Tampering::Unreadable(path.clone(), problem));
                    }
                    _ => found.push(Tampering::Gone(path.clone())),
                }
            }
        }
        found
    }

    fn judge_file(
        &self,
        within: &str,
        expected: Option<&Expected>,
        places: &HashMap<Tag, &str>,
    ) -> Option<Tampering> {
        let (link, previous) = match self.link_of(within) {
            Ok(Some(known)) => known,
            // While the notebook is being sealed.
            Ok(None) => return None,
            Err(problem) if problem.is_absent() => return None,
            Err(problem) => return Some(Tampering::Unreadable(within.to_owned(), problem)),
        };
        let found = expected.and_then(|expected| {
            // Versions of one meeting that stand beside each other are told apart by where they were written.
            let is_elsewhere =
                !expected.has(link.tag) && places.get(&link.tag).is_some_and(|at| *at != within);
            let other = || is_elsewhere.then(|| Tampering::Other(within.to_owned()));
            judge(within, expected, link, previous).or_else(other)
        });
        if found.is_none() {
            self.chain().note(within, Entry::Here(link));
        }
        found
    }

    /// Which version stands there; not read again while it looks as it did.
    pub(super) fn link_of(&self, within: &str) -> Result<Option<(Link, Option<Tag>)>, ReadProblem> {
        let path = self.absolute(within);
        let facts: Facts = self.files.facts(&path).map_err(|error| ReadProblem::fault(&path, &error))?;
        if let Some((known, link, previous)) = self.chain().checked.get(within)
            && *known == facts
        {
            return Ok(Some((*link, *previous)));
        }
        let opened = self.open_at(&path, self.read_sealed(&path)?)?;
        let Some(link) = opened.link else { return Ok(None) };
        if self.is_settled(&facts) {
            self.chain().checked.insert(within.to_owned(), (facts, link, opened.previous));
        }
        Ok(Some((link, opened.previous)))
    }

    fn judge_keys(&self, expected: &BTreeMap<String, Expected>) -> Vec<Tampering> {
        // Until that is complete the files with keys are being changed, and nobody has noted that yet.
        if self.codec.is_renewing() || self.codec.takes_plain() {
            return Vec::new();
        }
        let judge = |name: &str| {
            let known = expected.get(name).filter(|known| matches!(known.entry, Entry::Here(_)));
            let note = |revision, tag| {
                self.chain().note(name, Entry::Here(Link { revision, tag }));
                None
            };
            let here =
                self.files.read(&self.folder.join(name), SEALED_LIMIT).map(|bytes| Tag::of_bytes(&bytes));
            match (here, known) {
                (Ok(tag), Some(known)) if known.has(tag) => note(known.entry.revision(), tag),
                (Ok(_), Some(_)) => Some(Tampering::Key(name.to_owned())),
                (Ok(_), None) if expected.contains_key(name) => Some(Tampering::Back(name.to_owned())),
                (Ok(tag), None) => note(1, tag),
                (Err(_), Some(_)) => Some(Tampering::KeyGone(name.to_owned())),
                (Err(_), None) => None,
            }
        };
        KEY_FILES.iter().filter_map(|name| judge(name)).collect()
    }

    /// Rolls that are gone or older than this computer or another one has seen.
    pub(super) fn missed_rolls(&self, chain: &Chain, told: &[Tampering]) -> Vec<Tampering> {
        let start = format!("{FOLDER}/");
        let known = chain.expected.iter().filter(|(path, _)| path.starts_with(&start));
        let mut seen: BTreeMap<&String, Link> = BTreeMap::new();
        let mut gone: BTreeMap<&String, u64> = BTreeMap::new();
        for (path, expected) in known {
            match expected.entry {
                Entry::Here(link) => drop(seen.insert(path, link)),
                Entry::Going(link) => drop(gone.insert(path, link.revision)),
                Entry::Gone(revision) => drop(gone.insert(path, revision)),
            }
        }
        let own_path = chain.own_path();
        let own = chain.own_link.map(|link| (&own_path, link));
        let remembered = chain.remembered.seen.iter().map(|(path, link)| (path, *link));
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
            match chain.rolls.get(*path) {
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
}
