//! What was laid out before: a part of a page that is still the same is not laid out again.
//!
//! An arrow changes two rows, and a letter one or two blocks; all others keep their lines.

use std::sync::Arc;

use super::piece::{Columns, Piece};
use super::rows::RowLines;
use crate::app::message::Settings;
use crate::app::page::Page;
use crate::text::{WrapCache, Wrapped};

/// How the parts of the last page were laid out, and how texts were wrapped; it never changes a result, only its price.
#[derive(Debug, Default)]
pub struct Laid {
    pub(super) wraps: WrapCache,
    /// The page of which these are the parts.
    page: Option<Arc<Page>>,
    of: Option<Of>,
    /// The parts of each of its blocks; only a course in time has more than one.
    blocks: Vec<Vec<Option<Arc<Part>>>>,
}

/// What the lines of a part depend on beside the part itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Of {
    pub columns: Columns,
    pub settings: Settings,
    /// Where values stand.
    pub value_at: Option<u16>,
}

/// A block, or an entry of one, as lines that are counted from its own first one.
#[derive(Debug)]
pub(super) struct Part {
    pub focused: bool,
    pub lines: Vec<LaidLine>,
    pub rows: Vec<RowLines>,
}

/// What stands on a line of the content; shared with what is kept of the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LaidLine(Option<Arc<Vec<Piece>>>);

impl LaidLine {
    pub(super) fn pieces(&self) -> &[Piece] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces().is_empty()
    }

    /// Whether this is the very line, laid out once.
    #[cfg(test)]
    pub(super) fn is_shared_with(&self, other: &Self) -> bool {
        self.0.as_ref().zip(other.0.as_ref()).is_some_and(|(one, other)| Arc::ptr_eq(one, other))
    }

    /// Puts more behind what stands there.
    pub(super) fn add(&mut self, mut more: Vec<Piece>) {
        match &mut self.0 {
            Some(pieces) => Arc::make_mut(pieces).append(&mut more),
            None => *self = more.into(),
        }
    }
}

impl From<Vec<Piece>> for LaidLine {
    fn from(pieces: Vec<Piece>) -> Self {
        Self((!pieces.is_empty()).then(|| Arc::new(pieces)))
    }
}

impl Laid {
    /// A text as lines of one width, as [`crate::text::wrap`] gives it.
    pub fn wrap(&mut self, text: &str, width: u16) -> Wrapped {
        self.wraps.wrap(text, width)
    }

    /// Where values stood on this page, when it was this one that was laid out last.
    pub(super) fn value_at(&self, page: &Page, columns: Columns) -> Option<Option<u16>> {
        let of = self.of.filter(|of| of.columns == columns)?;
        self.is_of(page).then_some(of.value_at)
    }

    fn is_of(&self, page: &Page) -> bool {
        self.page.as_deref().is_some_and(|known| std::ptr::eq(known, page))
    }

    /// Makes ready for a page: what it has in common with the one before stays.
    pub(super) fn begin(&mut self, page: &Page, of: Of) {
        if self.of != Some(of) {
            (self.of, self.page) = (Some(of), None);
            self.blocks.clear();
        }
        if self.is_of(page) {
            return;
        }
        let before = std::mem::take(&mut self.blocks);
        self.blocks = vec![Vec::new(); page.blocks.len()];
        let Some(known) = self.page.take() else { return };
        // From the top what stands above a change is in the same place, and from the bottom what stands below it.
        let beside = [0, before.len().abs_diff(page.blocks.len())];
        let longer = before.len() > page.blocks.len();
        let mut before: Vec<Option<Vec<_>>> = before.into_iter().map(Some).collect();
        for (at, (block, parts)) in page.blocks.iter().zip(&mut self.blocks).enumerate() {
            let places =
                beside.iter().filter_map(|by| if longer { at.checked_add(*by) } else { at.checked_sub(*by) });
            let same = places.into_iter().find(|at| known.blocks.get(*at) == Some(block));
            *parts = same.and_then(|at| before.get_mut(at)?.take()).unwrap_or_default();
        }
    }

    /// Keeps the page of which the parts were laid out, to know it again.
    pub fn keep(&mut self, page: Arc<Page>) {
        self.page = Some(page);
    }

    /// A part that is known, with the focus on it or not.
    pub(super) fn part(&self, place: Place, focused: bool) -> Option<Arc<Part>> {
        let part = self.blocks.get(place.block)?.get(place.part)?.as_ref()?;
        (part.focused == focused).then(|| part.clone())
    }

    pub(super) fn learn(&mut self, place: Place, part: Arc<Part>) {
        if let Some(parts) = self.blocks.get_mut(place.block) {
            if parts.len() <= place.part {
                parts.resize(place.part + 1, None);
            }
            if let Some(known) = parts.get_mut(place.part) {
                *known = Some(part);
            }
        }
    }
}

/// The place of a part: which block, and which entry of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub block: usize,
    pub part: usize,
}
