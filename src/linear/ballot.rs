//! A line by which somebody votes for several options, or for none of them, while the keyboard goes round.

use super::say::Said;
use crate::app::page::{Page, Row, RowId, RowKind};
use crate::app::{Action, Msg, Pictured, PlayedDetail, ballots_of};
use crate::text::Command;

/// The vote that a line is, on a question of which several options may be chosen; nothing where it is something else.
///
/// One line is one vote: what is said of it tells that somebody voted, and not for how many.
pub(super) fn heard(line: &str, page: &Page, model: &Pictured, said: &Said) -> Option<Vec<Msg>> {
    let options = |of: &Row| -> Option<Vec<RowId>> {
        let wanted = asked(of)?;
        Some(page.rows().filter(|row| asked(row) == Some(wanted)).map(|row| row.id.clone()).collect())
    };
    let takes_several = |row: &&Row| {
        let RowKind::Action(Action::Played(scene, PlayedDetail::Cast(_, question, _))) = &row.kind else {
            return false;
        };
        ballots_of(model, scene).iter().any(|ballot| ballot.several && ballot.key == *question)
    };
    if line == "0" {
        let first = page.rows().find(takes_several)?;
        return Some(cast(&first.id, "0"));
    }
    let named = rows(line, said)?;
    let first = page.row(named.first()?).filter(takes_several)?;
    let options = options(first)?;
    let number = |id: &RowId| Some(options.iter().position(|known| known == id)? + 1);
    let numbers: Vec<String> =
        named.iter().map(|id| number(id).map(|number| number.to_string())).collect::<Option<_>>()?;
    Some(cast(&first.id, &numbers.join(",")))
}

/// On which question, and of which profession, a row casts a vote.
fn asked(row: &Row) -> Option<(&str, Option<&str>)> {
    let RowKind::Action(Action::Played(_, PlayedDetail::Cast(_, question, cast))) = &row.kind else {
        return None;
    };
    let option = cast.first()?.strip_prefix(question.as_str())?.strip_prefix('/')?;
    Some((question, option.split_once('/').map(|(_, of)| of)))
}

/// The rows that a line names by their numbers; digits that are no number together are numbers each.
fn rows<'s>(line: &str, said: &'s Said) -> Option<Vec<&'s RowId>> {
    let row = |number: &str| number.parse().ok().and_then(|number| said.row(number));
    let mut rows = Vec::new();
    for number in line.split([' ', ',', ';', '+', '.']).filter(|number| !number.is_empty()) {
        match row(number) {
            Some(known) => rows.push(known),
            None => {
                rows.extend(number.chars().map(|digit| row(&digit.to_string())).collect::<Option<Vec<_>>>()?);
            }
        }
    }
    Some(rows)
}

fn cast(row: &RowId, typed: &str) -> Vec<Msg> {
    let focus = Msg::Focus(row.clone());
    let typed = typed.chars().map(|sign| Msg::Type(Command::Insert(sign)));
    [focus].into_iter().chain(typed).chain([Msg::Activate]).collect()
}
