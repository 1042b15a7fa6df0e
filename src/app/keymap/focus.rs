//! Which row has the focus, and what that means for the keys.

use super::context::{Back, Context, Focus};
use crate::app::message::{FirstDeed, FirstStep};
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, PlayedDetail, Row, RowKind, Screen};
use crate::meeting::{Given, MeetingKind};

/// The row in focus: the one last chosen while it is there, else the one at which the page begins; none on a page that waits.
pub fn focused<'a>(model: &Model, page: &'a Page) -> Option<&'a Row> {
    let wanted = model.path.top().focus.as_ref().and_then(|id| page.row(id));
    if wanted.is_some() || waits(model, page) { wanted } else { first(page) }
}

/// The row at which a page begins: its own first, else the first of all.
fn first(page: &Page) -> Option<&Row> {
    page.first.as_ref().and_then(|id| page.row(id)).or_else(|| page.rows().next())
}

/// Whether nothing is under the cursor until somebody goes to a row: where something weighs heavily, and where a key only led to the
/// page and the row at which it begins would record something.
pub fn waits(model: &Model, page: &Page) -> bool {
    page.waits || model.after_enter && first(page).is_some_and(is_recording)
}

/// Whether Enter records something at a row; what was chosen before stays what it is.
fn is_recording(row: &Row) -> bool {
    matches!(&row.kind, RowKind::Action(action) if row.mark != Mark::Chosen && action.records())
}

/// What decides which keys do something on this page.
pub fn context(model: &Model, page: &Page) -> Context {
    let row = focused(model, page);
    let focus = match row.map(|row| (&row.kind, row.mark)) {
        None if waits(model, page) => Focus::Waits,
        // Where only Enter led, one more Enter means none of what stands there.
        Some(_) if model.after_enter && row.is_some_and(is_recording) => Focus::Waits,
        None | Some((RowKind::Action(Action::Nothing), _)) => Focus::Nothing,
        Some((RowKind::Action(Action::Change(_)), _)) => Focus::Changes,
        Some((RowKind::Field(field), _)) if field.is_sheet() => Focus::Sheet,
        Some((RowKind::Field(field), _)) if field.many_lines => Focus::Lines,
        Some((RowKind::Field(_), _)) => Focus::Line,
        // Of colours and of yes and no none is more than another.
        Some((
            RowKind::Scale { more: Action::Answer(_, _, Some(Given::Choice(_) | Given::YesNo(_))), .. },
            _,
        )) => Focus::OneOf,
        Some((RowKind::Scale { .. }, _)) => Focus::Scale,
        Some((RowKind::OneOf(choice), _)) if choice.beyond.is_some() => Focus::Answers,
        Some((RowKind::OneOf(_), _)) => Focus::OneOf,
        Some((RowKind::Action(Action::Played(_, PlayedDetail::Vote(..))), _)) => Focus::Votes,
        Some((RowKind::Action(Action::Unlock), _)) => Focus::Unlocks,
        Some((RowKind::Action(Action::FirstUse(FirstDeed::Take)), _)) => Focus::Secret,
        Some((
            RowKind::Action(
                Action::Open(_) | Action::Walk(..) | Action::TakeAgreement(..) | Action::NewAgreement(..),
            ),
            _,
        )) => Focus::Opens,
        Some((RowKind::Action(_), Mark::Chosen | Mark::NotChosen | Mark::Ticked | Mark::NotTicked)) => {
            Focus::Chooses
        }
        Some((RowKind::Action(_), _)) => Focus::Opens,
    };
    let history = model.open.as_ref().filter(|_| model.may_change()).map(|open| &open.history);
    Context {
        focus,
        abilities: page.abilities,
        back: back(model),
        can_undo: model.left_out().is_some() || history.is_some_and(|history| history.can_undo()),
        can_redo: history.is_some_and(|history| history.can_redo()),
        read_only: model.open.is_some() && !model.may_change(),
        helping: matches!(model.screen(), Screen::Help | Screen::Palette),
        lockable: model.lockable,
        locked: *model.screen() == Screen::Locked,
        first_use: matches!(model.screen(), Screen::FirstUse(step) if *step != FirstStep::Begin),
        after_letter: model.after_letter,
    }
}

/// Where Esc leads from here.
fn back(model: &Model) -> Back {
    let is_met = || {
        let kind = model.record().filter(|meeting| meeting.session.is_none()).map(|known| known.details.kind);
        kind.is_some_and(|kind| kind != MeetingKind::Between)
    };
    match (model.screen(), model.path.under().map(|under| &under.screen)) {
        (Screen::Start, _) => Back::Quit,
        (_, Some(Screen::Start)) => Back::First,
        (_, Some(Screen::Meeting)) if is_met() => Back::Agenda,
        (_, Some(Screen::Patient(_))) => Back::Patient,
        (_, Some(Screen::Register)) => Back::Register,
        _ => Back::Below,
    }
}
