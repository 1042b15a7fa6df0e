//! Remembers how paragraphs were wrapped, so that one key wraps one paragraph again and not the whole note.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use super::wrap::{Wrapped, paragraph_ends, wrap_with};

/// Paragraphs shorter than this are wrapped as fast as they are looked up.
const WORTH_KEEPING: usize = 64;

/// The bytes of paragraphs kept before the older half is let go.
const ROOM: usize = 512 * 1024;

/// A hasher that takes eight bytes at once: a long note is looked up paragraph by paragraph at each letter, and nobody gains by
/// paragraphs that fall together. It has no random seed: the same program on the same text does the same.
#[derive(Debug, Clone, Default)]
struct Quick(u64);

impl Quick {
    fn take(&mut self, eight: [u8; 8]) {
        self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks();
        whole.iter().for_each(|eight| self.take(*eight));
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        self.take(last);
    }

    fn finish(&self) -> u64 {
        // The upper half is the better mixed one, and a table looks at both ends.
        self.0.rotate_left(26)
    }
}

type Quickly = BuildHasherDefault<Quick>;

/// Paragraphs with the byte at which each of their lines ends, by the width for which that is so.
type LineEnds = HashMap<usize, HashMap<Box<str>, Arc<[usize]>, Quickly>, Quickly>;

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
