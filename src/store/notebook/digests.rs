//! What looking back needs of each meeting, beside the index: a register is made without reading the records again.
//!
//! ```text
//! index/digests-<year>.json      the meetings of one year
//! ```
//!
//! Like the index this may be deleted at any time, and then comes back. A file for each year, so that writing what changed does
//! not cost more with every year that the notebook is used.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::thread::{Builder, ScopedJoinHandle};
use std::time::Duration;

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use super::Notebook;
use super::list::{Names, is_own_name, since};
use crate::meeting::{MeetingDigest, MeetingId};
use crate::store::disk::atomic::Written;
use crate::store::disk::digest::Digest;
use crate::store::disk::fault::NotebookError;
use crate::store::disk::files::Facts;
use crate::store::vault::mark::Link;
use crate::text;

/// Another number: made by another version of the program.
const FORMAT: u32 = 15;

const START: &str = "digests-";
const ENDING: &str = ".json";

/// How many years are read at once: as many as there are cores in the smallest computer.
const TOGETHER: usize = 2;

/// How many bytes of it are looked at together, at least.
const STRETCH: usize = 256;

/// The largest of these files, in bytes; a year of weekly meetings needs about half a million.
const LIMIT: u64 = 64 * 1024 * 1024;

/// The digest of one file, and how that looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Digested {
    size: u64,
    /// Time of the last change, since 1970.
    modified: Duration,
    /// Which version of the file it was, in a sealed notebook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    digest: MeetingDigest,
}

impl Digested {
    fn new(facts: &Facts, link: Option<Link>, digest: MeetingDigest) -> Self {
        Self { size: facts.size, modified: since(facts), link: link.map(|link| link.to_string()), digest }
    }

    fn is_of(&self, facts: &Facts) -> bool {
        (self.size, self.modified) == (facts.size, since(facts))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    format: u32,
    files: BTreeMap<MeetingId, Digested>,
}

/// What is told while all meetings are looked over.
#[derive(Debug, Clone, Copy)]
pub enum Told<'d> {
    /// The next meeting.
    Digest(&'d MeetingDigest),
    /// All that was known of a year has come; what follows is older, or was not known yet.
    YearIsOver,
}

/// What was read because it changed since the last time, as far as it is to be believed the next time.
#[derive(Default)]
struct Anew {
    files: Vec<(MeetingId, Digested)>,
    /// How many could not be read.
    unread: usize,
}

/// By year, and then by meeting.
type Years = BTreeMap<i32, BTreeMap<MeetingId, Digested>>;

impl Notebook {
    /// Hands over the digest of every meeting that can be read, and tells how many cannot; only those that changed since the last time are read.
    ///
    /// A few years at a time, the newest first, so that no more than that is in memory and what is likely to be looked for comes early.
    /// Meetings of which nothing was known yet come last.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn digests(&self, take: &mut dyn FnMut(&MeetingDigest)) -> Result<usize, NotebookError> {
        self.names_of_meetings().map(|names| self.digests_named(&names, take))
    }

    /// The same of names that were read.
    pub fn digests_named(&self, names: &Names, take: &mut dyn FnMut(&MeetingDigest)) -> usize {
        self.digests_by_year(names, &mut |told| {
            if let Told::Digest(digest) = told {
                take(digest);
            }
            ControlFlow::Continue(())
        })
    }

    /// The same, and it tells when all that was known of a year has come; then it can be broken off, which leaves the rest as it was known.
    pub fn digests_by_year(&self, names: &Names, tell: &mut dyn FnMut(Told<'_>) -> ControlFlow<()>) -> usize {
        self.custody.load_chain();
        let mut left: BTreeSet<MeetingId> = names.0.iter().filter_map(is_own_name).collect();
        // What is left of years of which something is gone or changed.
        let mut changed = Years::new();
        let mut anew = Anew::default();
        let years = self.years();
        for (year, files) in years.chunks(TOGETHER).flat_map(|years| self.read_years(years)) {
            let Some(mut files) = files else { continue };
            let (count, mut stale) = (files.len(), Vec::new());
            files.retain(|id, known| {
                let is_there = left.contains(id);
                let stands = is_there && self.stands(*id, known);
                if stands {
                    left.remove(id);
                    let _ = tell(Told::Digest(&known.digest));
                } else if is_there {
                    stale.push(*id);
                }
                stands
            });
            if files.len() < count {
                changed.insert(year, files);
            }
            for id in stale.into_iter().filter(|id| left.remove(id)) {
                self.digest_anew(id, tell, &mut anew);
            }
            if tell(Told::YearIsOver).is_break() {
                return anew.unread;
            }
        }
        left.into_iter().for_each(|id| self.digest_anew(id, tell, &mut anew));
        for (id, digested) in anew.files {
            let year = digested.digest.date.year();
            let files = changed.entry(year).or_insert_with(|| self.read_year(year).unwrap_or_default());
            files.insert(id, digested);
        }
        if self.refuse_sealed().is_ok() {
            changed.into_iter().for_each(|(year, files)| self.write_year(year, files));
        }
        anew.unread
    }

    /// Reads a meeting and hands its digest over.
    fn digest_anew(&self, id: MeetingId, tell: &mut dyn FnMut(Told<'_>) -> ControlFlow<()>, anew: &mut Anew) {
        let path = self.path(id);
        let Ok(facts) = self.files.facts(&path) else { return };
        // What cannot be read is told of by the list.
        let Ok((meeting, link)) = self.read_version_of(&path) else {
            anew.unread += 1;
            return;
        };
        let digest = MeetingDigest::of(&meeting);
        let _ = tell(Told::Digest(&digest));
        // The facts are older than the content, so that a change in between is found the next time.
        if self.custody.is_settled(&facts) {
            anew.files.push((id, Digested::new(&facts, link, digest)));
        }
    }

    /// Whether the file of a meeting is the one of which this is known.
    fn stands(&self, id: MeetingId, known: &Digested) -> bool {
        let path = self.path(id);
        let is_same = self.files.facts(&path).is_ok_and(|facts| known.is_of(&facts));
        is_same && self.is_present(&path, known.link.as_deref())
    }

    /// The years of which something is known, the newest first.
    fn years(&self) -> Vec<i32> {
        let entries = self.files.list(&self.index()).unwrap_or_default();
        let mut years: Vec<i32> = entries.iter().filter_map(|entry| year_in_name(&entry.name)).collect();
        years.sort_unstable_by_key(|year| Reverse(*year));
        years
    }

    /// What is known of these years, each read by a thread of its own.
    fn read_years(&self, years: &[i32]) -> Vec<(i32, Option<BTreeMap<MeetingId, Digested>>)> {
        let Some((first, others)) = years.split_first() else { return Vec::new() };
        std::thread::scope(|scope| {
            let beside = |year: i32| Builder::new().spawn_scoped(scope, move || self.read_year(year));
            let others: Vec<_> = others.iter().map(|year| (*year, beside(*year))).collect();
            let mut read = vec![(*first, self.read_year(*first))];
            // Where the system gives no thread, the meetings of that year are read themselves.
            let known = |thread: ScopedJoinHandle<'_, _>| thread.join().ok().flatten();
            read.extend(others.into_iter().map(|(year, thread)| (year, thread.ok().and_then(known))));
            read
        })
    }

    /// What is known of a year as far as it is to be believed; otherwise nothing, and its meetings are read.
    fn read_year(&self, year: i32) -> Option<BTreeMap<MeetingId, Digested>> {
        let path = self.index().join(name(year));
        let sealed = self.files.read(&path, LIMIT).ok()?;
        let whole = String::from_utf8(self.custody.open_at(&path, sealed).ok()?.plain).ok()?;
        let (digest, json) = whole.split_once('\n')?;
        if Digest::of(json.as_bytes()).to_string() != digest || !is_clean(json) {
            return None;
        }
        let known: Year = serde_json::from_str(json).ok()?;
        let fits =
            |(id, known): (&MeetingId, &Digested)| known.digest.id == *id && known.digest.date.year() == year;
        (known.format == FORMAT && known.files.iter().all(fits)).then_some(known.files)
    }

    /// Writes what is known of a year; whatever goes wrong costs only time.
    fn write_year(&self, year: i32, files: BTreeMap<MeetingId, Digested>) {
        let (folder, name) = (self.index(), name(year));
        if files.is_empty() {
            let _ = self.files.remove(&folder.join(name));
            return;
        }
        let Ok(json) = serde_json::to_string(&Year { format: FORMAT, files }) else { return };
        let text = format!("{}\n{json}", Digest::of(json.as_bytes()));
        let Ok((sealed, _)) = self.custody.seal_at(&folder.join(&name), None, text.into_bytes()) else {
            return;
        };
        // Not synced: half of it does not fit its digest.
        let _ = Written::disposable(self.files.as_ref(), &folder, &name, &sealed)
            .and_then(|written| written.rename(&name));
    }
}

fn name(year: i32) -> String {
    format!("{START}{year}{ENDING}")
}

fn year_in_name(entry: &str) -> Option<i32> {
    let year = entry.strip_prefix(START)?.strip_suffix(ENDING)?.parse().ok()?;
    (name(year) == entry).then_some(year)
}

/// Whether this is JSON as it comes of records: nothing in it that a terminal would obey, and no way around that.
fn is_clean(json: &str) -> bool {
    let mut rest = json;
    while let Some((_, escaped)) = rest.split_once('\\') {
        let Some(after) = escaped.strip_prefix(['"', '\\', 'n']) else { return false };
        rest = after;
    }
    // A stretch at once, for most are plain letters, of which that is seen at a glance; and where one is not, text by text.
    let is_visible = |piece: &str| matches!(text::visible_line(piece), Cow::Borrowed(_));
    let mut rest = json;
    while !rest.is_empty() {
        let mut bytes = rest.bytes().enumerate().skip(STRETCH);
        let end = bytes.find(|(_, byte)| *byte == b'"').map_or(rest.len(), |(at, _)| at + 1);
        let (stretch, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if text::ordinary_signs(stretch).is_none() && !stretch.split('"').all(is_visible) {
            return false;
        }
        rest = after;
    }
    true
}
