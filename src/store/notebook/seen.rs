//! What this program last saw of a file: enough to tell whether somebody else changed it.

use std::sync::Arc;

use crate::store::disk::digest::Digest;

/// The content of a file as this program read or wrote it.
///
/// A save compares the whole content, for size and time do not tell two changes within one tick apart. Bytes against
/// bytes is many times quicker than a digest of both, and only the meeting that is being worked on is kept so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) enum Seen {
    Whole(Arc<[u8]>),
    Digest(Digest),
}

impl Seen {
    /// Whether a file with this content is the one that was seen.
    pub(in crate::store) fn is(&self, content: &[u8]) -> bool {
        match self {
            Self::Whole(known) => **known == *content,
            Self::Digest(known) => *known == Digest::of(content),
        }
    }

    /// The digest of the content that was seen.
    pub(in crate::store) fn digest(&self) -> Digest {
        match self {
            Self::Whole(content) => Digest::of(content),
            Self::Digest(digest) => *digest,
        }
    }

    /// Lets the content go and keeps what tells it from another.
    pub(in crate::store) fn fold(&mut self) {
        if let Self::Whole(content) = self {
            *self = Self::Digest(Digest::of(content));
        }
    }
}
