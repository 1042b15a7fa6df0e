//! A row that the arrows reach: what it says, how that looks, and what it does.

use super::action::{Action, Detail};
use crate::app::message::{Marks, RowId};
use crate::meeting::{MeetingText, ReviewText, SessionText, TextPlace};
use crate::words::Language;

/// What a text is for; themes give each role its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// What the room must think about.
    Question,
    /// A heading.
    Heading,
    /// Text that may be overlooked.
    Quiet,
    /// The one accent: where we are.
    Accent,
    /// Bold within a text.
    Strong,
    /// The patient's own words.
    OwnWords,
    /// A value that somebody filled in.
    Value,
    /// The row in focus.
    Focus,
    /// Selected text.
    Selection,
    /// A chosen option.
    Chosen,
    /// Something done.
    Done,
    /// What a source says.
    Indication,
    /// Something to look at.
    Warning,
    /// Something that went wrong.
    Fault,
    /// The place of a fault in a file.
    Underline,
    /// The status: saved or not.
    Status,
    /// A key in the footer.
    Key,
    /// The sign of a patient whose colour is green.
    Green,
    /// The sign of a patient whose colour is orange.
    Orange,
    /// The sign of a patient whose colour is red.
    Red,
}

/// A sign in front of a row; each has an ASCII twin and stands beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No sign.
    None,
    /// One option, chosen.
    Chosen,
    /// One option, not chosen.
    NotChosen,
    /// One of several options, chosen.
    Ticked,
    /// One of several options, not chosen.
    NotTicked,
    /// Leads somewhere.
    Leads,
    /// Done.
    Done,
}

/// A row that the arrows reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Stable name.
    pub id: RowId,
    /// Sign in front.
    pub mark: Mark,
    /// What the row is.
    pub label: String,
    /// What stands behind the label, in the value column.
    pub value: String,
    /// How the value looks.
    pub value_role: Role,
    /// Columns to the right of the margin.
    pub indent: u16,
    /// Whether it stands in a list of its own, whose values keep to one column and leave those of the page alone.
    pub listed: bool,
    /// What the row does.
    pub kind: RowKind,
}

/// What a row does.
#[derive(Debug, Clone, PartialEq)]
pub enum RowKind {
    /// Enter does this.
    Action(Action),
    /// A text that is typed into the record.
    Field(Field),
    /// A value that Left and Right change; Enter sets what is shown.
    Scale {
        /// What Left does.
        less: Action,
        /// What Right does.
        more: Action,
    },
    /// One of several things: Left and Right take the one beside it.
    OneOf(OneOf),
}

/// One of several things.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOf {
    /// What each is called, and what takes it.
    pub options: Vec<(String, Action)>,
    /// Which of them it is.
    pub at: Option<usize>,
    /// What an answer has beside its options; nothing of what is only looked at.
    pub beyond: Option<Box<Beyond>>,
}

/// What an answer has beside the options that stand side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Beyond {
    /// What takes the answer away; no arrow leads to it.
    pub clear: Action,
    /// What Enter opens: all that belongs to the question.
    pub opens: Action,
}

impl OneOf {
    /// What takes the next one, or the one before. After the last comes the first; where the row leads beyond, no key too many leads an
    /// answer from one end to the other, or takes it away.
    pub fn beside(&self, next: bool) -> Option<&Action> {
        let last = self.options.len().checked_sub(1)?;
        let at = match (next, self.at, &self.beyond) {
            (true, None, _) => 0,
            (true, Some(at), None) if at >= last => 0,
            (true, Some(at), _) => (at + 1).min(last),
            (false, None | Some(0), Some(_)) => return None,
            (false, None | Some(0), None) => last,
            (false, Some(at), _) => at - 1,
        };
        self.options.get(at).map(|(_, action)| action)
    }
}

/// A text of the record that is typed on the row itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Where the text stands in the record.
    pub place: TextPlace,
    /// Whether it can hold more lines than one.
    pub many_lines: bool,
    /// What to type, shown while the field is empty; without one, the focused field says that one can type.
    pub hint: String,
    /// How what was typed is understood, shown behind it.
    pub reading: String,
    /// What of it nobody may see.
    pub hidden: Hidden,
}

/// What nobody may see of a text that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hidden {
    /// All of it may be seen.
    #[default]
    Nothing,
    /// What was typed; that something was is seen.
    What,
    /// Neither what was typed nor whether anything was.
    Whether,
}

impl Row {
    /// A row that leads somewhere or does something.
    pub fn action(id: RowId, label: impl Into<String>, action: Action) -> Self {
        Self {
            id,
            mark: Mark::None,
            label: label.into(),
            value: String::new(),
            value_role: Role::Value,
            indent: 0,
            listed: false,
            kind: RowKind::Action(action),
        }
    }

    /// A text field.
    pub fn field(id: RowId, label: impl Into<String>, field: Field) -> Self {
        Self { kind: RowKind::Field(field), ..Self::action(id, label, Action::Nothing) }
    }

    /// Whether the row takes something away that somebody filled in, or takes back what was ended or withdrawn: nobody gets
    /// there by going on with Enter.
    pub fn takes_away(&self) -> bool {
        match &self.kind {
            RowKind::Action(Action::Answer(_, _, None) | Action::Judge(_, _, None)) => {
                self.mark == Mark::None
            }
            RowKind::Action(action) => matches!(
                action,
                Action::ClearCounts(..)
                    | Action::RemoveAnswer(..)
                    | Action::Remove(_)
                    | Action::Withdraw(..)
                    | Action::EndAgreement(_, _, None | Some(false))
                    | Action::SetDiscipline(_, None)
                    | Action::Detail(_, Detail::Informed(None))
            ),
            RowKind::Field(_) | RowKind::Scale { .. } | RowKind::OneOf(_) => false,
        }
    }

    /// A row on which Left and Right go through what can be chosen, shown between the signs for that.
    pub fn one_of<T: PartialEq>(
        id: &'static str,
        label: &str,
        marks: Marks,
        all: Vec<(T, String)>,
        now: &T,
        take: impl Fn(T) -> Action,
    ) -> Self {
        let at = all.iter().position(|(known, _)| known == now).unwrap_or(0);
        let word = all.get(at).map(|(_, word)| word.clone()).unwrap_or_default();
        let at = Some(at);
        let signs = marks.signs();
        let options = all.into_iter().map(|(known, word)| (word, take(known))).collect();
        let kind = RowKind::OneOf(OneOf { options, at, beyond: None });
        let row = Self { kind, ..Self::action(RowId::fixed(id), label, Action::Nothing) };
        row.with_value(Role::Value, format!("{} {word} {}", signs.less, signs.more))
    }

    /// The same row with a value behind the label.
    pub fn with_value(mut self, role: Role, value: impl Into<String>) -> Self {
        self.value = value.into();
        self.value_role = role;
        self
    }

    /// The same row with a sign in front.
    pub fn marked(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// The same row further to the right.
    pub fn at(mut self, indent: u16) -> Self {
        self.indent = indent;
        self
    }

    /// The same row as one of a list.
    pub fn listed(self) -> Self {
        Self { listed: true, ..self }
    }

    /// The field, where the row is one.
    pub fn as_field(&self) -> Option<&Field> {
        match &self.kind {
            RowKind::Field(field) => Some(field),
            _ => None,
        }
    }
}

impl Field {
    /// A field of one line.
    pub fn line(place: TextPlace, hint: impl Into<String>) -> Self {
        Self { place, many_lines: false, hint: hint.into(), reading: String::new(), hidden: Hidden::Nothing }
    }

    /// A field of any number of lines.
    pub fn lines(place: TextPlace, hint: impl Into<String>) -> Self {
        Self { many_lines: true, ..Self::line(place, hint) }
    }

    /// Whether it is written line by line, as on a sheet of paper: notes, and names one below the other. There Enter starts a new
    /// line; in every other field it goes on.
    pub fn is_sheet(&self) -> bool {
        matches!(
            self.place,
            TextPlace::Review(_, ReviewText::Notes)
                | TextPlace::Meeting(MeetingText::OwnNotes)
                | TextPlace::Session(SessionText::Names)
        )
    }

    /// The same field, of which not everything may be seen.
    pub fn hidden(self, hidden: Hidden) -> Self {
        Self { hidden, ..self }
    }

    /// What stands in the place of a text of which nobody may see what it is; nothing where it may be seen.
    pub const fn instead(&self, text: &str, language: Language) -> Option<&'static str> {
        match self.hidden {
            Hidden::Whether => Some(language.session_all_counted()),
            Hidden::What if !text.is_empty() => Some(language.session_counted()),
            Hidden::What | Hidden::Nothing => None,
        }
    }

    /// The same field, with how its text is understood.
    pub fn read_as(mut self, reading: impl Into<String>) -> Self {
        self.reading = reading.into();
        self
    }
}
