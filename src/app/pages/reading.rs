//! A meeting that can only be read: what would change it is not there, and what was chosen is.

use crate::app::model::Model;
use crate::app::page::{Action, Block, Hidden, Mark, Page, PlayedDetail, Role, Row, RowKind, Screen};

/// Makes a page one to read only.
pub(super) fn reading(model: &Model, mut page: Page) -> Page {
    page.abilities.finish = false;
    let mut blocks = page.blocks.into_iter().peekable();
    let mut read = Vec::new();
    while let Some(block) = blocks.next() {
        // What an earlier meeting said stands under the name of its field, also where nothing was said in this one.
        let is_named = matches!(blocks.peek(), Some(Block::Text(under)) if under.indent > 0);
        match block {
            Block::Row(row) => {
                read.extend(to_read(model, *row, is_named).map(|row| Block::Row(Box::new(row))));
            }
            other => read.push(other),
        }
    }
    page.blocks = read;
    page
}

/// A row as something to read; nothing where it says nothing and is not wanted as a name for what stands under it.
fn to_read(model: &Model, mut row: Row, is_named: bool) -> Option<Row> {
    let says = match &row.kind {
        RowKind::Action(action) if !changes(action) => return Some(row),
        RowKind::OneOf(choice) if !choice.options.iter().any(|(_, action)| changes(action)) => {
            return Some(row);
        }
        // Where nobody may read how many voted, an option stands there whether or not anybody counted at it.
        RowKind::Field(field) if field.hidden != Hidden::Nothing => true,
        RowKind::Action(Action::Played(_, PlayedDetail::Cast(..))) => true,
        RowKind::Field(field) => {
            let text = model.record().and_then(|record| field.place.text(record)).unwrap_or_default().trim();
            text.clone_into(&mut row.value);
            row.value_role = Role::Value;
            !text.is_empty()
        }
        RowKind::Action(_) if row.mark != Mark::None => matches!(row.mark, Mark::Chosen | Mark::Ticked),
        RowKind::Action(_) | RowKind::Scale { .. } | RowKind::OneOf(_) => {
            !row.value.is_empty() && row.value_role == Role::Value
        }
    };
    let name = is_named && matches!(row.kind, RowKind::Field(_) | RowKind::Scale { .. });
    if name && !says {
        row.value = model.language().still_blank().to_lowercase();
        row.value_role = Role::Quiet;
    }
    row.kind = RowKind::Action(Action::Nothing);
    (says || name).then_some(row)
}

/// Whether an intent changes the meeting, or leads to where it is changed; what is not known to be harmless does.
fn changes(action: &Action) -> bool {
    match action {
        Action::Open(screen) => matches!(
            screen,
            Screen::Choose(_)
                | Screen::NoAnswer(..)
                | Screen::MoveLine(..)
                | Screen::Confirm(_)
                | Screen::Ending
                | Screen::Closing
        ),
        Action::Nothing
        | Action::LookAtPaper(_)
        | Action::LookIntoFolder(_)
        | Action::UseFolder
        | Action::SavePaper
        | Action::SavePaperNow(_)
        | Action::ShowPaper(_)
        | Action::Replace(_)
        | Action::Back
        | Action::ShowAll
        | Action::Unfold
        | Action::Quit
        | Action::SaveAgain
        | Action::QuitUnsaved
        | Action::NewMeeting
        | Action::OpenMeeting(_)
        | Action::ResumeMeeting
        | Action::InsistOnMeeting(_)
        | Action::RecoverMeeting(_)
        | Action::ReopenMeeting
        | Action::LookAtVersion(_)
        | Action::Walk(..)
        | Action::Next
        | Action::Previous
        | Action::Set(_) => false,
        _ => true,
    }
}
