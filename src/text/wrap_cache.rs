//! Remembers how paragraphs were wrapped, so that one key wraps one paragraph again and not the whole note.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::sync::Arc;

use super::wrap::{Wrapped, paragraph_ends, wrap_with};

/// Paragraphs shorter than this are wrapped as fast as they are looked up.
const WORTH_KEEPING: usize = 64;

/// The bytes of paragraphs kept before the older half is let go.
const ROOM: usize = 512 * 1024;

// A hasher without a random seed: the same program on the same text does the same.
type Hasher = BuildHasherDefault<DefaultHasher>;

/// Paragraphs with the byte at which each of their lines ends, by the width for which that is so.
type LineEnds = HashMap<usize, HashMap<Box<str>, Arc<[usize]>, Hasher>, Hasher>;

/// Wrapped paragraphs of any number of texts; it never changes a result, only its price.
#[derive(Debug, Clone, Default)]
pub struct WrapCache {
    young: LineEnds,
    old: LineEnds,
    young_bytes: usize,
}

impl WrapCache {
    /// An empty cache.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same lines as [`wrap`](super::wrap) gives.
    pub fn wrap(&mut self, text: &str, width: u16) -> Wrapped {
        wrap_with(text, width, |paragraph, width, ends| {
            if paragraph.len() < WORTH_KEEPING {
                paragraph_ends(paragraph, width, ends);
            } else {
                ends.extend_from_slice(&self.paragraph(paragraph, width));
            }
        })
    }

    fn paragraph(&mut self, paragraph: &str, width: usize) -> Arc<[usize]> {
        if let Some(ends) = self.young.get(&width).and_then(|known| known.get(paragraph)) {
            return Arc::clone(ends);
        }
        let ends = match self.old.get_mut(&width).and_then(|known| known.remove(paragraph)) {
            Some(ends) => ends,
            None => {
                let mut ends = Vec::new();
                paragraph_ends(paragraph, width, &mut ends);
                ends.into()
            }
        };
        if self.young_bytes + paragraph.len() > ROOM {
            self.old = std::mem::take(&mut self.young);
            self.young_bytes = 0;
        }
        self.young_bytes += paragraph.len();
        self.young.entry(width).or_default().insert(paragraph.into(), Arc::clone(&ends));
        ends
    }
}
