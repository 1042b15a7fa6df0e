//! Papers on their way outside: what they are made from, and the one that is on the screen.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::message::{Gathered, Paper, PaperFact, PaperFolder, PaperNeeds};
use crate::meeting::{Course, MeetingId};
use crate::words::Language;

/// What is known for papers; only while one is looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Papers {
    /// What was asked for and has not come yet, with its number.
    pub asked: Option<(OfGathered, u64)>,
    /// What was read.
    pub gathered: Option<(OfGathered, Arc<Gathered>)>,
    /// How often something was asked for.
    pub count: u64,
    /// The folder in which papers are saved; `None` until that is known.
    pub folder: Option<Arc<PaperFolder>>,
    /// The folder that is looked into, to be chosen.
    pub looked_into: Option<Arc<PaperFolder>>,
    /// Whether a folder was asked for and has not come yet.
    pub asked_folder: bool,
    /// Whether a paper is being saved.
    pub saving: bool,
    /// What came of the paper that was saved last.
    pub outcome: Option<(Paper, PaperFact)>,
}

/// Of what something was read: what was needed, and how the open meeting was then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfGathered {
    /// What was needed.
    pub needs: PaperNeeds,
    /// The open meeting and its revision.
    pub meeting: Option<(MeetingId, u64)>,
}

impl Papers {
    /// Whether this was read.
    pub fn holds(&self, of: &OfGathered) -> bool {
        self.gathered.as_ref().is_some_and(|(known, _)| known == of)
    }
}

/// The paper on the screen as it was written, kept while it is looked at; never more than what the page would write now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Of what.
    pub of: OfWritten,
    /// What there is to see of it.
    pub shown: Shown,
}

/// What there is to see of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Its text in the width of the window, and how its file is called.
    Text {
        /// The text.
        text: Arc<str>,
        /// The name of the file.
        name: Arc<str>,
    },
    /// There is no such paper, and why.
    Refused(Arc<str>),
    /// What it is made from is being read.
    Reading,
}

/// Everything on which the text of a paper depends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfWritten {
    /// Which paper.
    pub paper: Paper,
    /// The number of what was read for it.
    pub gathered: Option<u64>,
    /// The course, where it is a paper of that.
    pub course: Option<Arc<Course>>,
    /// The open meeting and its revision.
    pub meeting: Option<(MeetingId, u64)>,
    /// Of the screen.
    pub language: Language,
    /// In columns.
    pub width: u16,
    /// The day on which it is made.
    pub today: NaiveDate,
}
