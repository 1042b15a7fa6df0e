//! What a program knows of a meeting on the disk, carried over a time in which it is locked.

use serde::{Deserialize, Serialize};

use super::seen::Seen;
use super::{Notebook, OnDisk};
use crate::meeting::MeetingId;
use crate::store::disk::digest::Digest;
use crate::store::vault::mark::Link;

/// What this program last read or wrote of one meeting: a file that is another one by then is never replaced.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LastSeen {
    disk: Option<Digest>,
    /// What was in that file: it is the same meeting when it was only sealed anew since.
    plain: Option<Digest>,
    attempted: Option<Digest>,
    beside: Option<(String, Digest)>,
    pinned: Vec<String>,
    link: Option<Link>,
    tried: Option<Link>,
}

impl Notebook {
    /// What is known of a meeting on the disk.
    pub fn last_seen(&self, id: MeetingId) -> LastSeen {
        let known = self.memory().meetings.get(&id).cloned().unwrap_or_default();
        let whole = match &known.disk {
            Some(Seen::Whole(bytes)) => self.custody.open_at(&self.path(id), bytes.to_vec()).ok(),
            _ => None,
        };
        LastSeen {
            plain: whole.map(|opened| Digest::of(&opened.plain)),
            disk: known.disk.as_ref().map(Seen::digest),
            attempted: known.attempted.as_ref().map(Seen::digest),
            beside: known.beside.as_ref().map(|(name, seen)| (name.clone(), seen.digest())),
            pinned: known.pinned,
            link: known.link,
            tried: known.tried,
        }
    }

    /// Goes on with what was known of a meeting on the disk.
    pub fn go_on_from(&self, id: MeetingId, last_seen: LastSeen) {
        let LastSeen { disk, plain, attempted, beside, pinned, link, tried } = last_seen;
        let anew = disk.zip(plain).and_then(|(disk, plain)| self.sealed_anew(id, disk, plain));
        let (disk, link) = anew.map_or((disk, link), |(disk, link)| (Some(disk), link));
        *self.memory().known(id) = OnDisk {
            disk: disk.map(Seen::Digest),
            attempted: attempted.map(Seen::Digest),
            beside: beside.map(|(name, digest)| (name, Seen::Digest(digest))),
            pinned,
            link,
            tried,
        };
    }

    /// The file of a meeting as it stands there now, if it is another one with the same content: a reader was removed.
    fn sealed_anew(&self, id: MeetingId, disk: Digest, plain: Digest) -> Option<(Digest, Option<Link>)> {
        let path = self.path(id);
        let bytes = self.custody.read_sealed(&path).ok()?;
        let now = Digest::of(&bytes);
        let opened = self.custody.open_at(&path, bytes).ok()?;
        (now != disk && Digest::of(&opened.plain) == plain).then_some((now, opened.link))
    }
}
