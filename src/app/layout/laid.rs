//! What was laid out before: a part of a page that is still the same is not laid out again.
//!
//! An arrow changes two rows, and a letter one or two blocks; all others keep their lines.

use std::collections::HashMap;
use std::sync::Arc;

use super::part::{Around, Part};
use super::piece::{Columns, Line, Pieces};
use crate::app::keymap::Context;
use crate::app::message::{Settings, Size};
use crate::app::page::{Page, RowId, Tab};
use crate::text::{WrapCache, Wrapped};

/// How the parts of the last page were laid out, and how texts were wrapped; it never changes a result, only its price.
#[derive(Debug, Default)]
pub struct Laid {
    pub(super) wraps: WrapCache,
    /// The page of which these are the parts.
    page: Option<Arc<Page>>,
    of: Option<Of>,
    /// The parts of each of its blocks.
    blocks: Vec<Parts>,
    /// Whether there was room for airy lines.
    pub(super) is_airy: bool,
    /// Where the values of its lists stand.
    lists: Option<Arc<HashMap<RowId, u16>>>,
    /// What stands below the top of the window: the person's own words and the steps.
    below_top: Option<BelowTop>,
    /// The keys in the footer, as they were shown: those shown last are the last.
    keys: Vec<Arc<Keys>>,
}

/// So many of them are kept: a row and the ones beside it have other keys, and so has one that was just chosen.
const MOST_KEYS: usize = 8;

/// How many entries of a course in time are one part where none of them has the focus: a course of thousands is then as many parts as
/// it has stretches.
pub(super) const STRETCH: usize = 64;

/// The parts of a block: of a course in time one for each entry, and one for each stretch of them; any other block is one.
#[derive(Debug, Default)]
struct Parts {
    single: Vec<Option<Arc<Part>>>,
    stretches: Vec<Option<Arc<Part>>>,
}

impl Parts {
    fn at(&self, place: Place) -> Option<&Arc<Part>> {
        let parts = if place.is_stretch { &self.stretches } else { &self.single };
        parts.get(place.part)?.as_ref()
    }

    fn put(&mut self, place: Place, part: Arc<Part>) {
        let parts = if place.is_stretch { &mut self.stretches } else { &mut self.single };
        if parts.len() <= place.part {
            parts.resize(place.part + 1, None);
        }
        if let Some(known) = parts.get_mut(place.part) {
            *known = Some(part);
        }
    }
}

/// What the lines of a part depend on beside the part itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Of {
    pub columns: Columns,
    settings: Settings,
    /// Where values stand.
    pub value_at: Option<u16>,
}

/// Lines that say the same above every row of a patient's pages, with what they were made of.
#[derive(Debug)]
struct BelowTop {
    own_words: Option<String>,
    tabs: Vec<Tab>,
    of: (Settings, Size),
    lines: Vec<Line>,
}

/// The keys that matter, in the columns that they have, and what decides which those are.
#[derive(Debug)]
pub(super) struct Keys {
    of: (Context, Settings, Columns),
    pub pieces: Pieces,
}

impl Laid {
    /// A text as lines of one width, as [`crate::text::wrap`] gives it.
    pub fn wrap(&mut self, text: &str, width: u16) -> Wrapped {
        self.wraps.wrap(text, width)
    }

    /// Makes ready for a page, and tells where its values stand: what it has in common with the one before stays. Where only its head
    /// differs, that is all.
    pub(super) fn begin(
        &mut self,
        page: &Page,
        (columns, settings): (Columns, Settings),
        value_at: impl FnOnce() -> Option<u16>,
    ) -> Of {
        let known = self.of.filter(|of| (of.columns, of.settings) == (columns, settings));
        if let Some(of) = known.filter(|_| self.is_of(page)) {
            return of;
        }
        let of = Of { columns, settings, value_at: value_at() };
        if self.of != Some(of) {
            (self.of, self.page) = (Some(of), None);
            self.blocks.clear();
        }
        self.take_over(page);
        of
    }

    fn is_of(&self, page: &Page) -> bool {
        self.page.as_deref().is_some_and(|known| std::ptr::eq(known, page) || known.blocks == page.blocks)
    }

    /// Keeps the parts of the blocks that another page has too.
    fn take_over(&mut self, page: &Page) {
        self.lists = None;
        let mut before = std::mem::take(&mut self.blocks);
        self.blocks.resize_with(page.blocks.len(), Parts::default);
        let Some(known) = self.page.take() else { return };
        // From the top what stands above a change is in the same place, and from the bottom what stands below it.
        let beside = [0, before.len().abs_diff(page.blocks.len())];
        let longer = before.len() > page.blocks.len();
        for (at, (block, parts)) in page.blocks.iter().zip(&mut self.blocks).enumerate() {
            let places =
                beside.iter().filter_map(|by| if longer { at.checked_add(*by) } else { at.checked_sub(*by) });
            let shared =
                |at: usize| Some((at, known.blocks.get(at)?.shared(block))).filter(|(_, count)| *count > 0);
            let Some((from, count)) = places.into_iter().find_map(shared) else { continue };
            *parts = before.get_mut(from).map(std::mem::take).unwrap_or_default();
            parts.single.truncate(count);
            parts.stretches.truncate(count / STRETCH);
        }
    }

    /// Where the values of the lists of this page stand, worked out once.
    pub(super) fn lists(&mut self, make: impl FnOnce() -> HashMap<RowId, u16>) -> Arc<HashMap<RowId, u16>> {
        self.lists.get_or_insert_with(|| Arc::new(make())).clone()
    }

    /// The lines below the top of the window, laid out once for what stands on them.
    pub(super) fn below_top(
        &mut self,
        (page, settings, size): (&Page, Settings, Size),
        make: impl FnOnce() -> Vec<Line>,
    ) -> Vec<Line> {
        let is_known = |known: &BelowTop| {
            known.of == (settings, size) && (&known.own_words, &known.tabs) == (&page.own_words, &page.tabs)
        };
        let known = self.below_top.take().filter(is_known).unwrap_or_else(|| {
            let (own_words, tabs) = (page.own_words.clone(), page.tabs.clone());
            BelowTop { own_words, tabs, of: (settings, size), lines: make() }
        });
        self.below_top.insert(known).lines.clone()
    }

    /// The keys in the footer, worked out once for what decides them.
    pub(super) fn keys(
        &mut self,
        of: (Context, Settings, Columns),
        make: impl FnOnce() -> Pieces,
    ) -> Arc<Keys> {
        let known = self.keys.iter().position(|known| known.of == of).map(|at| self.keys.remove(at));
        let keys = known.unwrap_or_else(|| Arc::new(Keys { of, pieces: make() }));
        if self.keys.len() >= MOST_KEYS {
            self.keys.remove(0);
        }
        self.keys.push(keys.clone());
        keys
    }

    /// Keeps the page of which the parts were laid out, to know it again.
    pub fn keep(&mut self, page: Arc<Page>) {
        self.page = Some(page);
    }

    /// A part that is known with this around it.
    pub(super) fn part(&self, place: Place, around: Around) -> Option<Arc<Part>> {
        let part = self.blocks.get(place.block)?.at(place)?;
        (part.around == around).then(|| part.clone())
    }

    pub(super) fn learn(&mut self, place: Place, part: Arc<Part>) {
        if let Some(parts) = self.blocks.get_mut(place.block) {
            parts.put(place, part);
        }
    }
}

/// The place of a part: which block, and which entry of it, or which stretch of entries.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub block: usize,
    pub part: usize,
    pub is_stretch: bool,
}
