//! What is empty on the page of a patient, folded into one row until somebody wants it.

use crate::app::model::Model;
use crate::app::page::{Action, Block, Page, Role, Row, RowId, RowKind};
use crate::meeting::{Meeting, Removal};
use crate::words::Language;

/// The name of the row that what is empty folds into.
pub(super) const BLANK: &str = "blank";

/// The name of the row that what stands from earlier meetings folds into, where the window is short.
const STANDING: &str = "standing";

/// From how many lines a window has room for all that stands, each with the ways to confirm it or to take it back.
const ROOMY: u16 = 30;

/// Takes what is empty out of `added`, and puts one row for it where the first of it stood. What stood earlier is never empty: in a short
/// window it folds into a row of its own, which says all of it. One empty field alone takes no more room than the row would.
pub(super) fn fold(page: &mut Page, model: &Model, meeting: &Meeting, added: Vec<Block>) {
    // What is only read shows nothing that is empty, so that there is nothing to fold.
    let is_whole = model.path.top().unfolded || model.in_lines || !model.may_change();
    let mut blank = if is_whole { Vec::new() } else { empty(meeting, &added) };
    if blank.len() < 2 {
        blank.clear();
    }
    let is_short = !is_whole && model.size.height < ROOMY;
    let (standing, said) =
        if is_short { standing(model, meeting, &added, &blank) } else { Default::default() };
    let language = model.language();
    let between = model.settings.marks.signs().between;
    let fold = |name: &'static str, label: &str, value: String| {
        let row = Row::action(RowId::fixed(name), label, Action::Unfold);
        Some(row.with_value(Role::Quiet, value).listed())
    };
    let mut blank_row = fold(BLANK, language.still_blank(), names(&added, &blank).join(between));
    let (label, said) = said_once(language, said);
    let mut standing_row = fold(STANDING, &label, said.join(between));
    // Where the first of them stood, so that nothing else moves when they open.
    for (at, block) in added.into_iter().enumerate() {
        let row = match (blank.contains(&at), standing.contains(&at)) {
            (true, _) => blank_row.take(),
            (_, true) => standing_row.take(),
            _ => {
                page.blocks.push(block);
                None
            }
        };
        row.into_iter().for_each(|row| page.blocks.push(Block::Row(Box::new(row))));
    }
}

/// What each of several questions says, with its day; where all are of one day, that stands in the label and no more.
fn said_once(language: Language, said: Vec<(String, String)>) -> (String, Vec<String>) {
    let day_of = |words: &str| Some(words.strip_suffix(')')?.rsplit_once(" (")?.1.to_owned());
    let day = said.first().and_then(|(_, words)| day_of(words));
    let day = day.filter(|day| said.iter().all(|(_, words)| day_of(words).as_ref() == Some(day)));
    let label = day
        .as_deref()
        .map_or_else(|| language.stands_folded().to_owned(), |day| language.stands_folded_of(day));
    let told = said.into_iter().map(|(question, words)| {
        let once = day.as_ref().and_then(|day| words.strip_suffix(&format!(" ({day})")));
        format!("{question}: {}", once.unwrap_or(&words))
    });
    (label, told.collect())
}

/// Which of the blocks are fields of which only an earlier meeting said something, with the ways to confirm that or to take it back and
/// what goes with them, and what was said.
fn standing(
    model: &Model,
    meeting: &Meeting,
    added: &[Block],
    blank: &[usize],
) -> (Vec<usize>, Vec<(String, String)>) {
    let holds = format!("{}: ", model.language().still_holds());
    let (mut found, mut said) = (Vec::new(), Vec::new());
    for (at, block) in added.iter().enumerate() {
        let Some(row) = row_of(block) else { continue };
        let is_empty =
            |row: &Row| Some(row.as_field()?.place.text(meeting).is_none_or(|text| text.trim().is_empty()));
        // A row on which one chooses stays, with what stood of it among the rest.
        let chooses = matches!(row.kind, RowKind::Scale { .. });
        if is_empty(row) != Some(true) && !chooses {
            continue;
        }
        let own = |after: usize, kind: &str| {
            let next = row_of(added.get(at + after)?)?;
            (next.id.as_str().starts_with(kind) && key_of(next) == key_of(row)).then_some(next)
        };
        let (Some(told), Some(_)) = (own(1, "still-holds:"), own(2, "no-longer:")) else { continue };
        let is_last = !added.get(at + 3).is_some_and(|next| matches!(next, Block::Text(_)));
        if is_last {
            found.extend(at + usize::from(chooses)..at + 3);
            let words = told.label.strip_prefix(&holds).unwrap_or(&told.label);
            said.push((row.label.to_lowercase(), words.to_owned()));
        }
    }
    // One alone takes hardly less room than all that belongs to it.
    if said.len() < 2 {
        return Default::default();
    }
    for (at, block) in added.iter().enumerate() {
        let both: Vec<usize> = blank.iter().chain(&found).copied().collect();
        let goes_along = match row_of(block).and_then(action_of) {
            Some(Action::Remove(Removal::Time(..))) => is_of_nothing(added, at, &both),
            Some(Action::AddTime(..)) => at.checked_sub(1).is_some_and(|above| both.contains(&above)),
            _ => false,
        };
        if goes_along && !both.contains(&at) {
            found.push(at);
        }
    }
    (found, said)
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
