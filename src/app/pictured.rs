//! A model with the picture of its present state, made at most once and thrown away by what changes it.
//!
//! The picture says nothing that the model does not say: it is only kept. So that it can never be old, the model can be
//! changed in no other way than through here, and each way throws away what the change may touch. The tests compare
//! what is kept with what would be made anew after every message.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use chrono::{NaiveDate, NaiveDateTime};

use super::keymap::Context;
use super::layout::{self, Content, Laid, Layout, Room, Shown};
use super::model::{Model, ReadyRows};
use super::page::{Arrived, Block, Page, Row, RowId};
use super::pages;
use crate::app::keymap::focus;
use crate::text::{Cursor, Wrapped};

/// A model, and what its present state looks like as far as somebody asked.
pub struct Pictured {
    model: Model,
    page: OnceLock<Arc<Page>>,
    context: OnceLock<Context>,
    content: OnceLock<(Room, Arc<Content>)>,
    /// What was laid out before a change of which nothing on it tells; true where the room for it is the same.
    kept: Option<(Room, Arc<Content>)>,
    layout: OnceLock<Arc<Layout>>,
    /// How parts of pages were laid out and wrapped. True of any state, and so never thrown away.
    laid: Mutex<Laid>,
    /// What of a table was in sight, in the same way.
    shown: Mutex<Option<Shown>>,
}

/// A page with its lines.
pub(super) struct Whole {
    page: Arc<Page>,
    content: Option<(Room, Arc<Content>)>,
}

impl Pictured {
    /// The page of the present screen.
    pub fn page(&self) -> Arc<Page> {
        let make = || {
            #[cfg(test)]
            made(|made| made.pages += 1);
            Arc::new(pages::page(&self.model))
        };
        self.page.get_or_init(make).clone()
    }

    /// What decides which keys do something.
    pub fn context(&self) -> Context {
        *self.context.get_or_init(|| focus::context(&self.model, &self.page()))
    }

    /// The page laid out in the window.
    pub fn layout(&self) -> Arc<Layout> {
        let make = || {
            let (page, context) = (self.page(), self.context());
            let window = layout::window(&self.model, &page, &context, &mut self.laid());
            let room = window.room();
            let (_, content) = self.content.get_or_init(|| {
                if let Some(kept) = self.kept.as_ref().filter(|(known, _)| *known == room) {
                    return kept.clone();
                }
                #[cfg(test)]
                made(|made| made.contents += 1);
                let beside = if window.has_pane() { self.preview(&page) } else { Vec::new() };
                let mut laid = self.laid();
                let content = layout::content(&self.model, &page, &beside, &window, &mut laid);
                laid.keep(page.clone());
                (room, Arc::new(content))
            });
            let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
            let layout = window.show(&self.model, content, shown.as_ref());
            let sight = (layout.first_line, layout.body_top, layout.body_height);
            *shown = Shown::of(content, self.model.settings, &layout.lines, sight);
            Arc::new(layout)
        };
        self.layout.get_or_init(make).clone()
    }

    /// What the row in focus opens, to be read beside the page.
    fn preview(&self, page: &Page) -> Vec<Block> {
        #[cfg(test)]
        made(|made| made.previews += 1);
        pages::preview(&self.model, page)
    }

    /// The row in focus.
    pub fn focused(&self) -> Option<Row> {
        focus::focused(&self.model, &self.page()).cloned()
    }

    /// A text as lines of one width, as [`crate::text::wrap`] gives it.
    pub fn wrap(&self, text: &str, width: u16) -> Wrapped {
        self.laid().wrap(text, width)
    }

    fn laid(&self) -> MutexGuard<'_, Laid> {
        self.laid.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The moment of the next message; the clock of the patient runs up to it.
    pub(super) fn pass_time(&mut self, now: NaiveDateTime) {
        let before = self.time_shown();
        self.model.now = now;
        if let Some(clock) = &mut self.model.clock {
            clock.run(now);
        }
        if self.time_shown() != before {
            self.throw_away();
        }
    }

    /// What pages say of the time: the day, and minutes that went to patients.
    fn time_shown(&self) -> (NaiveDate, u32, Option<u32>) {
        let patient = self.model.clock.as_ref().map(|clock| self.model.minutes_of(clock.patient));
        (self.model.now.date(), self.model.minutes_of_all(), patient)
    }

    /// Puts the focus on a row of the present screen, or on what the page begins with; no page depends on that.
    pub(super) fn set_focus(&mut self, row: Option<RowId>) {
        if self.model.path.top().focus != row {
            self.around_the_page().path.top_mut().focus = row;
        }
    }

    /// Puts the cursor elsewhere in the field in focus.
    pub(super) fn set_cursor(&mut self, cursor: Cursor) {
        self.model.path.top_mut().arrived = Arrived::No;
        if self.model.path.top().cursor != cursor {
            self.around_the_page().path.top_mut().cursor = cursor;
        }
    }

    /// Puts the cursor behind the text in the field in focus, of so many bytes, for somebody who just came there.
    pub(super) fn arrive(&mut self, length: usize) {
        self.set_cursor(Cursor::at(length));
        self.model.path.top_mut().arrived = Arrived::Yes;
    }

    /// Puts another line at the top of the window.
    pub(super) fn scroll_to(&mut self, line: usize) {
        if self.model.path.top().first_line != line {
            self.layout.take();
            self.model.path.top_mut().first_line = line;
        }
    }

    /// The model, for a change of what stands around the page and not on it: the notice, and what keys mean.
    pub(super) fn around_the_page(&mut self) -> &mut Model {
        self.context.take();
        self.content.take();
        self.kept = None;
        self.layout.take();
        &mut self.model
    }

    /// Keeps a page over a change of which nothing on it tells.
    pub(super) fn keep_page(&mut self, page: Arc<Page>) {
        self.page = OnceLock::from(page);
    }

    /// The picture of the present state without what stands around the page, to be kept over a change.
    pub(super) fn whole(&self) -> Whole {
        Whole { page: self.page(), content: self.content.get().cloned() }
    }

    /// Keeps a page with its lines over a change of which nothing on either tells.
    pub(super) fn keep_whole(&mut self, whole: Whole) {
        self.keep_page(whole.page);
        self.kept = whole.content;
    }

    /// Has rows at hand that were made of a register where that was read; it comes with the next message.
    pub fn have_ready(&mut self, rows: ReadyRows) {
        self.model.prepared.ready = Some(rows);
    }

    /// The model, for a change of what is not to be seen at all.
    pub(super) fn unseen(&mut self) -> &mut Model {
        &mut self.model
    }

    fn throw_away(&mut self) {
        self.page.take();
        self.around_the_page();
    }
}

impl From<Model> for Pictured {
    fn from(model: Model) -> Self {
        Self {
            model,
            page: OnceLock::new(),
            context: OnceLock::new(),
            content: OnceLock::new(),
            kept: None,
            layout: OnceLock::new(),
            laid: Mutex::default(),
            shown: Mutex::default(),
        }
    }
}

impl Deref for Pictured {
    type Target = Model;

    fn deref(&self) -> &Model {
        &self.model
    }
}

impl DerefMut for Pictured {
    fn deref_mut(&mut self) -> &mut Model {
        self.throw_away();
        &mut self.model
    }
}

impl Clone for Pictured {
    fn clone(&self) -> Self {
        Self::from(self.model.clone())
    }
}

impl PartialEq for Pictured {
    fn eq(&self, other: &Self) -> bool {
        self.model == other.model
    }
}

impl fmt::Debug for Pictured {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.model.fmt(formatter)
    }
}

/// How often parts of pictures were made in this thread, for tests.
#[cfg(test)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// Pages.
    pub pages: usize,
    /// Pages laid out.
    pub contents: usize,
    /// What stands beside a page.
    pub previews: usize,
}

/// Counts what was made, and gives the counts.
#[cfg(test)]
pub fn made(count: impl FnOnce(&mut Made)) -> Made {
    thread_local! {
        static MADE: std::cell::Cell<Made> = const {
            std::cell::Cell::new(Made { pages: 0, contents: 0, previews: 0 })
        };
    }
    let mut made = MADE.get();
    count(&mut made);
    MADE.set(made);
    made
}

#[cfg(test)]
impl Pictured {
    /// Fails when what is kept of the picture is not what would be made now.
    pub fn assert_true(&self) {
        if let Some(page) = self.page.get() {
            assert_eq!(**page, pages::page(&self.model), "an old page is kept");
        }
        if let Some(context) = self.context.get() {
            assert_eq!(*context, focus::context(&self.model, &self.page()), "old keys are kept");
        }
        if self.content.get().is_some() || self.layout.get().is_some() {
            let (page, context) = (self.page(), self.context());
            let mut laid = Laid::default();
            let has_pane = layout::window(&self.model, &page, &context, &mut laid).has_pane();
            let beside = if has_pane { pages::preview(&self.model, &page) } else { Vec::new() };
            let anew = layout::layout(&self.model, &page, &beside, &context);
            assert_eq!(*self.layout(), anew, "an old layout is kept");
        }
    }
}
