//! Finding what was put back, taken away or exchanged in a sealed notebook.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::chain::is_chained;
use super::custody::Custody;
use super::roll::{Entry, Expected};
use super::stale_mark::StaleMark;
use super::tampering::Tampering;
use crate::store::disk::files::Facts;
use crate::store::record::format::SEALED_LIMIT;
use crate::store::record::names::{DEVICES, KEY_FILES, LOG, UNDER_WAY};
use crate::store::record::problem::ReadProblem;
use crate::store::vault::mark::{Link, Tag};

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

impl Custody {
    /// What in this notebook did not come about by the work of anybody who has the keys, by path.
    ///
    /// Every file is read that looks otherwise than when it was read last; what is newer than was known is noted. `others` was
    /// found already.
    pub(in crate::store) fn tampering(&self, others: Vec<Tampering>) -> Vec<Tampering> {
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
        if doubted.contains(DEVICES) || (lacks_rolls && !self.codec.takes_plain()) {
            self.chain().doubt(DEVICES);
            found.push(Tampering::NoRolls(DEVICES.to_owned()));
        }
        found.extend(self.judge_files("", &there, &expected));
        found.extend(self.judge_keys(&expected));
        if self.stale_mark() == Some(StaleMark::Back) {
            found.push(Tampering::Mark(UNDER_WAY.to_owned()));
        }
        found.extend(others);
        let told: BTreeSet<String> = found.iter().filter_map(Tampering::within).cloned().collect();
        found.extend(doubted.difference(&told).cloned().map(Tampering::Doubted));
        found.sort_by(|one, other| one.within().cmp(&other.within()));
        found
    }

    /// The same of the log alone.
    pub(in crate::store) fn tampering_with_log(&self) -> Vec<Tampering> {
        if self.codec.is_plain() {
            return Vec::new();
        }
        self.reload_chain();
        let expected = self.chain().expected.clone();
        let start = format!("{}/", LOG);
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
    pub(in crate::store) fn link_of(&self, within: &str) -> Result<Option<(Link, Option<Tag>)>, ReadProblem> {
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
}
