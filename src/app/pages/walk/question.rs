//! One question of a checklist: of whom it is asked, in how much room, and what was answered.

use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Row, RowId};
use crate::checklist::{Checklist, Indication, Item, ItemKind, Localized};
use crate::meeting::{Answer, AnswerText, Given, Meeting, QuestionKey, Review, TextPlace};

/// How far what belongs to a question on one row stands to the right of it.
pub(super) const UNDER_INDENT: u16 = 2;

/// How much room a question gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::pages) enum Room {
    /// The only question of its page: large, with everything that belongs to it.
    Large,
    /// One of several questions of a page.
    Shared,
    /// One row on the patient's own page.
    Row,
}

/// Of whom and within what a question is asked.
pub(in crate::app::pages) struct Asked<'a> {
    pub model: &'a Model,
    pub meeting: &'a Meeting,
    pub review: &'a Review,
    pub checklist: &'a Checklist,
    /// The times of the repeating groups around the question.
    pub instance: &'a [u32],
    /// Which of several times of a repeating group this is, counted from one.
    pub number: Option<usize>,
    /// The indications that hold.
    pub indications: &'a [&'a Indication],
}

impl Asked<'_> {
    /// Whether the patient is the fictional one of a session: nobody there is named, and nothing is agreed.
    pub(super) fn is_of_session(&self) -> bool {
        self.meeting.session.is_some()
    }

    pub(super) fn key(&self, item: &Item) -> QuestionKey {
        QuestionKey::repeated(&self.checklist.id, &item.id, self.instance)
    }

    pub(super) fn text<'t>(&self, text: &'t Localized) -> &'t str {
        text.get(self.model.language())
    }
}

/// One question while its rows are being made.
pub(super) struct Question<'a> {
    pub asked: &'a Asked<'a>,
    pub item: &'a Item,
    pub key: QuestionKey,
    pub answer: Option<&'a Answer>,
    pub room: Room,
    pub indent: u16,
}

impl Question<'_> {
    pub(super) fn row(&self, kind: &str, which: &str) -> RowId {
        if which.is_empty() {
            RowId::of(kind, &self.key)
        } else {
            RowId::of(kind, format_args!("{}={which}", self.key))
        }
    }

    pub(super) fn place(&self, which: AnswerText) -> TextPlace {
        TextPlace::Answer(self.asked.review.patient, self.key.clone(), which)
    }

    pub(super) fn given(&self) -> Option<&Given> {
        self.answer.and_then(|answer| answer.given.as_ref())
    }

    /// Whether answers of everybody were counted.
    pub(super) fn is_counting(&self) -> bool {
        self.answer.is_some_and(|answer| !answer.counts.is_empty())
    }

    pub(super) fn give(&self, given: Given) -> Action {
        Action::Answer(self.asked.review.patient, self.key.clone(), Some(given))
    }

    pub(super) fn clear(&self) -> Action {
        Action::Answer(self.asked.review.patient, self.key.clone(), None)
    }

    pub(super) fn option(&self, page: &mut Page, which: &str, label: &str, given: Given) {
        let mark = if self.given() == Some(&given) { Mark::Chosen } else { Mark::NotChosen };
        // Whoever comes back begins at what was chosen, and does not choose anew by one key too many.
        if mark == Mark::Chosen && self.room == Room::Large && page.first.is_none() {
            page.first = Some(self.row("option", which));
        }
        page.push(
            Row::action(self.row("option", which), label, self.give(given)).marked(mark).at(self.indent),
        );
    }

    pub(super) fn yes_or_no(&self, truth: bool) -> &'static str {
        let language = self.asked.model.language();
        if truth { language.yes() } else { language.no() }
    }

    /// Whether the question itself is the label of its row, rather than a heading above it.
    pub(super) fn is_label(&self) -> bool {
        match self.room {
            Room::Large => false,
            Room::Shared => matches!(
                self.item.kind,
                ItemKind::Number(_)
                    | ItemKind::Date(_)
                    | ItemKind::ShortText
                    | ItemKind::LongText
                    | ItemKind::Person
            ),
            Room::Row => {
                let several_rows =
                    matches!(self.item.kind, ItemKind::Choices(_) | ItemKind::Display | ItemKind::Agreement);
                !several_rows && !self.item.is_counted()
            }
        }
    }

    /// The label of the row on which the answer is given.
    pub(super) fn label(&self, otherwise: &str) -> String {
        let text = match (self.is_label(), self.room) {
            (false, _) => return otherwise.to_owned(),
            (true, Room::Row) => self.item.called(),
            (true, _) => self.item.question(),
        };
        self.numbered(self.asked.text(&text))
    }

    /// The text with the number of its time, where no heading above says which time it is.
    pub(super) fn numbered(&self, text: &str) -> String {
        match self.asked.number {
            Some(number) if self.room == Room::Row => format!("{text} {number}"),
            _ => text.to_owned(),
        }
    }
}
