//! What is empty on the page of a patient, folded into one row until somebody wants it.

use crate::app::model::Model;
use crate::app::page::{Action, Block, Page, Role, Row, RowId, RowKind};
use crate::meeting::{Meeting, Removal};

/// The name of the row that what is empty folds into.
pub(super) const BLANK: &str = "blank";

/// Takes what is empty out of `added`, and puts one row for it where the first of it stood. What stood earlier is never empty, and one field
/// alone takes no more room than the row would.
pub(super) fn fold(page: &mut Page, model: &Model, meeting: &Meeting, added: Vec<Block>) {
    // What is only read shows nothing that is empty, so that there is nothing to fold.
    let is_whole = model.path.top().unfolded || model.in_lines || !model.may_change();
    let folded = if is_whole { Vec::new() } else { empty(meeting, &added) };
    let names = names(&added, &folded);
    if folded.len() < 2 {
        page.blocks.extend(added);
        return;
    }
    let language = model.language();
    let names = names.join(model.settings.marks.signs().between);
    let row = Row::action(RowId::fixed(BLANK), language.still_blank(), Action::Unfold);
    let mut row = Some(row.with_value(Role::Quiet, names).listed());
    // Where the first of them stood, so that nothing else moves when they open.
    for (at, block) in added.into_iter().enumerate() {
        if !folded.contains(&at) {
            page.blocks.push(block);
        } else if let Some(row) = row.take() {
            page.push(row);
        }
    }
}

/// Which of the blocks are fields in which nothing stands and to which nothing belongs, and the ways to add one more of such.
fn empty(meeting: &Meeting, added: &[Block]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (at, block) in added.iter().enumerate() {
        let Some(row) = row_of(block) else { continue };
        let is_empty = match row.as_field() {
            Some(field) => field.place.text(meeting).is_none_or(|text| text.trim().is_empty()),
            // One more of what is not there yet.
            None => {
                matches!(action_of(row), Some(Action::AddTime(..)))
                    && found.last() == at.checked_sub(1).as_ref()
            }
        };
        let key = key_of(row);
        let belongs = |next: &Block| match next {
            Block::Text(_) => true,
            other => row_of(other).is_some_and(|next| key.is_some() && key_of(next) == key),
        };
        let goes_with = matches!(action_of(row), Some(Action::Remove(Removal::Time(..))))
            && is_of_nothing(added, at, &found);
        if goes_with || is_empty && !added.get(at + 1).is_some_and(belongs) {
            found.push(at);
        }
    }
    found
}

/// Whether the way to remove one time of what repeats stands behind fields of that time, all of which are folded.
fn is_of_nothing(added: &[Block], at: usize, found: &[usize]) -> bool {
    let time = |at: usize| Some(key_of(row_of(added.get(at)?)?)?.split_once('@')?.1);
    let own = at.checked_sub(1).and_then(time);
    own.is_some() && (0..at).filter(|before| time(*before) == own).all(|before| found.contains(&before))
}

/// What the folded fields are called, one name for all of one time of what repeats.
fn names(added: &[Block], folded: &[usize]) -> Vec<String> {
    let mut times: Vec<&str> = Vec::new();
    let mut names = Vec::new();
    for row in folded.iter().filter_map(|at| row_of(added.get(*at)?)) {
        let Some(key) = key_of(row).filter(|_| row.as_field().is_some()) else { continue };
        let time = key.split_once('@').map(|(_, time)| time);
        if time.is_some_and(|time| times.contains(&time)) {
            continue;
        }
        times.extend(time);
        names.push(row.label.to_lowercase());
    }
    names
}

fn row_of(block: &Block) -> Option<&Row> {
    match block {
        Block::Row(row) => Some(row),
        _ => None,
    }
}

fn action_of(row: &Row) -> Option<&Action> {
    match &row.kind {
        RowKind::Action(action) => Some(action),
        _ => None,
    }
}

/// The question that a row belongs to, as its name has it.
fn key_of(row: &Row) -> Option<&str> {
    let (_, key) = row.id.as_str().split_once(':')?;
    Some(key.split('=').next().unwrap_or(key))
}
