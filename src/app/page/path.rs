//! The path of screens that leads to the present one, with the place on each.

use serde::{Deserialize, Serialize};

use super::screen::Screen;
use crate::app::message::RowId;
use crate::meeting::{PatientId, TextPlace};
use crate::text::Cursor;

/// A text as it stood when somebody came to it, till they leave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeTyping {
    /// Where it stands in the record.
    pub place: TextPlace,
    /// What it said.
    pub text: String,
    /// Whether all of it gave way to the first letter that was typed, and was not taken away by a key that erases.
    pub gave_way: bool,
    /// Whether a blank was put before what was typed behind it, and how many of them somebody pressed.
    pub apart: Option<u16>,
}

/// How the cursor came to where it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Arrived {
    /// Somebody typed or moved there.
    #[default]
    No,
    /// With its row.
    Yes,
    /// With its row, and so many blanks were pressed there, which are no text by themselves; one stands before what is typed next.
    WithBlanks(u16),
}

/// A screen with the place on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The screen.
    pub screen: Screen,
    /// The row in focus; absent until somebody moves, and then the page's own first row counts.
    pub focus: Option<RowId>,
    /// The cursor in the field in focus.
    pub cursor: Cursor,
    /// Whether the cursor stands behind a text because somebody came to its row, and not because they typed or moved there.
    #[serde(default)]
    pub arrived: Arrived,
    /// The text behind which a new line was begun before the cursor left it.
    #[serde(default)]
    pub begun: Option<TextPlace>,
    /// The text in which somebody is typing, as it was before.
    #[serde(default)]
    pub stood: Option<BeforeTyping>,
    /// The first line of the content that is wanted in sight.
    pub first_line: usize,
    /// What is looked for in the list of the screen.
    #[serde(default)]
    pub search: String,
    /// The row in focus before something was looked for.
    #[serde(default)]
    pub before_search: Option<RowId>,
    /// Whether what is empty stands in full, rather than folded into one row.
    #[serde(default)]
    pub unfolded: bool,
}

impl Frame {
    /// A screen as it opens.
    pub fn new(screen: Screen) -> Self {
        Self {
            screen,
            focus: None,
            cursor: Cursor::default(),
            arrived: Arrived::No,
            begun: None,
            stood: None,
            first_line: 0,
            search: String::new(),
            before_search: None,
            unfolded: false,
        }
    }
}

/// The path of screens from the first screen to the present one; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    below: Vec<Frame>,
    top: Frame,
}

impl Default for Path {
    fn default() -> Self {
        Self { below: Vec::new(), top: Frame::new(Screen::Start) }
    }
}

impl Path {
    /// The present screen.
    pub fn top(&self) -> &Frame {
        &self.top
    }

    /// The present screen, to be changed.
    pub fn top_mut(&mut self) -> &mut Frame {
        &mut self.top
    }

    /// The screen under the present one.
    pub fn under(&self) -> Option<&Frame> {
        self.below.last()
    }

    /// The screens from the present one down to the first.
    pub fn from_the_top(&self) -> impl Iterator<Item = &Frame> {
        std::iter::once(&self.top).chain(self.below.iter().rev())
    }

    /// Opens a screen on top of the present one.
    pub fn open(&mut self, screen: Screen) {
        let frame = std::mem::replace(&mut self.top, Frame::new(screen));
        self.below.push(frame);
    }

    /// Puts another screen in the place of the present one.
    pub fn replace(&mut self, screen: Screen) {
        self.top = Frame::new(screen);
    }

    /// Goes back to the screen below; false on the first one.
    pub fn back(&mut self) -> bool {
        match self.below.pop() {
            Some(frame) => {
                self.top = frame;
                true
            }
            None => false,
        }
    }

    /// Goes to `screen`: back to it where it is on the path, otherwise by the way that leads there.
    pub fn go(&mut self, screen: &Screen) {
        while self.top.screen != *screen {
            if !self.back() {
                let mut way: Vec<Screen> =
                    std::iter::successors(Some(screen.clone()), Screen::parent).collect();
                way.pop();
                for step in way.into_iter().rev() {
                    self.open(step);
                }
                return;
            }
        }
    }

    /// Has the focus stand at a row of a screen below this one, for whoever comes back to it.
    pub fn leave_at(&mut self, screen: &Screen, row: RowId) {
        if let Some(frame) = self.below.iter_mut().rfind(|frame| frame.screen == *screen) {
            frame.focus = Some(row);
        }
    }

    /// Takes every screen off the path for which `gone` holds.
    pub fn drop_gone(&mut self, gone: impl Fn(&Screen) -> bool) {
        self.below.retain(|frame| !gone(&frame.screen));
        while gone(&self.top.screen) && self.back() {}
    }

    /// The patient who is being discussed, also while help or a source is being read.
    pub fn patient(&self) -> Option<PatientId> {
        self.from_the_top().find_map(|frame| frame.screen.patient())
    }
}
