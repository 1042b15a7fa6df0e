//! What looking back needs of each meeting, beside the index: a register is made without reading the records again.
//!
//! ```text
//! index/digests-<year>.json      the meetings of one year
//! ```
//!
//! Like the index this may be deleted at any time, and then comes back. A file for each year, so that writing what changed does
//! not cost more with every year that the notebook is used.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use super::Notebook;
use super::list::{is_own_name, since};
use crate::meeting::{MeetingDigest, MeetingId};
use crate::store::disk::atomic::Written;
use crate::store::disk::digest::Digest;
use crate::store::disk::fault::NotebookError;
use crate::store::disk::files::Facts;
use crate::store::vault::mark::Link;
use crate::text;

/// Another number: made by another version of the program.
const FORMAT: u32 = 1;

const START: &str = "digests-";
const ENDING: &str = ".json";

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

/// By year, and then by meeting.
type Years = BTreeMap<i32, BTreeMap<MeetingId, Digested>>;

impl Notebook {
    /// The digest of every meeting that can be read; only those that changed since the last time are read.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn digests(&self) -> Result<Vec<MeetingDigest>, NotebookError> {
        let names = self.names_of_meetings()?;
        self.custody.load_chain();
        let mut old = self.read_years();
        let mut places: BTreeMap<MeetingId, i32> = BTreeMap::new();
        for (year, files) in &old {
            places.extend(files.keys().map(|id| (*id, *year)));
        }
        let (mut years, mut changed, mut unsettled) = (Years::new(), BTreeSet::new(), Vec::new());
        for id in names.0.iter().filter_map(is_own_name) {
            let path = self.path(id);
            let Ok(facts) = self.files.facts(&path) else { continue };
            let known = places.remove(&id).and_then(|year| Some((year, old.get_mut(&year)?.remove(&id)?)));
            if let Some((year, known)) = known {
                if known.is_of(&facts) && self.is_present(&path, known.link.as_deref()) {
                    years.entry(year).or_default().insert(id, known);
                    continue;
                }
                changed.insert(year);
            }
            // What cannot be read is told of by the list.
            let Ok((meeting, link)) = self.read_version_of(&path) else { continue };
            let digest = MeetingDigest::of(&meeting);
            // The facts are older than the content, so that a change in between is found the next time.
            if self.custody.is_settled(&facts) {
                let year = digest.date.year();
                changed.insert(year);
                years.entry(year).or_default().insert(id, Digested::new(&facts, link, digest));
            } else {
                unsettled.push(digest);
            }
        }
        // What is left over names files that are gone.
        changed.extend(old.iter().filter(|(_, left)| !left.is_empty()).map(|(year, _)| *year));
        if self.refuse_sealed().is_ok() {
            changed.iter().for_each(|year| self.write_year(*year, years.get(year)));
        }
        let known = years.into_values().flat_map(BTreeMap::into_values).map(|known| known.digest);
        Ok(known.chain(unsettled).collect())
    }

    fn read_years(&self) -> Years {
        let entries = self.files.list(&self.index()).unwrap_or_default();
        let years = entries.iter().filter_map(|entry| year_in_name(&entry.name));
        years.filter_map(|year| Some((year, self.read_year(year)?))).collect()
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
    fn write_year(&self, year: i32, files: Option<&BTreeMap<MeetingId, Digested>>) {
        let (folder, name) = (self.index(), name(year));
        let Some(files) = files else {
            let _ = self.files.remove(&folder.join(name));
            return;
        };
        let Ok(json) = serde_json::to_string(&Year { format: FORMAT, files: files.clone() }) else { return };
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
    let mut signs = json.bytes();
    while let Some(sign) = signs.next() {
        if sign == b'\\' && !matches!(signs.next(), Some(b'"' | b'\\' | b'n')) {
            return false;
        }
    }
    // Piece by piece, for most are plain letters, of which that is seen at a glance.
    json.split('"').all(|piece| matches!(text::visible_line(piece), std::borrow::Cow::Borrowed(_)))
}
