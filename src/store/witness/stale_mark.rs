//! The mark that a notebook is being sealed, or sealed anew, where that is not so.

use super::custody::Custody;
use super::roll::Entry;
use crate::store::record::format::SEALED_LIMIT;
use crate::store::record::names::UNDER_WAY;
use crate::store::vault::mark::Subject;
use crate::store::vault::protection::RENEWING;

/// How a mark came to be there that says nothing true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum StaleMark {
    /// Removing a reader was broken off before it began: nobody was removed.
    NotBegun,
    /// Everything was done, and taking the mark away was not; or it is none.
    Done,
    /// It was taken away, and somebody put it back.
    Back,
}

impl Custody {
    /// What to make of the mark; `None` where there is none, or where it is believed.
    pub(in crate::store) fn stale_mark(&self) -> Option<StaleMark> {
        let path = self.folder.join(UNDER_WAY);
        if self.codec.takes_plain() || self.codec.is_renewing() || self.files.facts(&path).is_err() {
            return None;
        }
        let bytes = self.files.read(&path, SEALED_LIMIT).unwrap_or_default();
        let subject = Subject::of(UNDER_WAY);
        let is_removal = |plain: &[u8]| plain == RENEWING;
        // Who has the key that seals now wrote it: one that is put back says no more than that nobody was removed, which is so.
        if self.codec.is_newest(&bytes)
            && self.codec.open(&subject, bytes.clone()).is_ok_and(|opened| is_removal(&opened.plain))
        {
            return Some(StaleMark::NotBegun);
        }
        // A removal retires the key of its own mark before it takes the mark away.
        if self.codec.open_earlier(&subject, bytes).is_ok_and(|opened| is_removal(&opened.plain)) {
            return Some(StaleMark::Done);
        }
        self.load_chain();
        let known = self.chain().expected.get(UNDER_WAY).map(|known| known.entry);
        Some(if matches!(known, Some(Entry::Gone(_))) { StaleMark::Back } else { StaleMark::Done })
    }
}
