//! Every command of the screen below, found by a part of its name in either language.

use super::parts::titled;
use super::search;
use crate::app::keymap::{self, focus};
use crate::app::message::Msg;
use crate::app::model::Model;
use crate::app::page::{Action, Block, Mark, Page, Role, Row, RowId, RowKind};
use crate::text::same::{fit, plain, searched};
use crate::words::Language;

/// The key that looks for a command by its name.
const PALETTE_KEY: &str = "Ctrl+P";

/// Every command of the screen below: its rows first, then what only keys do, and for who types the pages of the `plan`.
pub(super) fn palette(
    below: &Model,
    (page_below, other_below): (&Page, &Page),
    typed: &str,
    plan: Vec<(Row, String)>,
) -> Page {
    let language = below.language();
    let mut page = titled(language.palette_title());
    page.abilities.search = true;
    page.abilities.searching = !typed.is_empty();
    page.text(Role::Quiet, language.palette_how()).gap();
    let wanted = plain(typed);
    let found = |row: &Row, other: &str| fit(&searched(&format!("{} {other}", row.label)), &wanted);
    let mut all = rows(page_below, other_below);
    for (key, other) in keys(below, page_below) {
        // What a row does too stands once, with its key.
        let does = row_of(&key).map(|id| RowId::of("row", id));
        let is_same = |row: &Row| plain(&row.label) == plain(&key.label) || Some(&row.id) == does.as_ref();
        match all.iter_mut().find(|(row, _)| is_same(row)) {
            Some((row, called)) => {
                called.push_str(&format!(" {} {other}", key.label));
                *row = row.clone().with_value(Role::Key, key.value);
            }
            None => all.push((key, other)),
        }
    }
    page.sought = all.first().map(|(row, _)| row.id.clone());
    all.retain(|(row, other)| found(row, other).is_some());
    if !typed.is_empty() {
        all.extend(plan.into_iter().filter(|(row, other)| found(row, other).is_some()));
    }
    // What begins so comes first, be it a page of the plan.
    all.sort_by_key(|(row, other)| found(row, other));
    if all.is_empty() {
        search::nothing(&mut page, below);
        return page;
    }
    page.first = all.first().map(|(row, _)| row.id.clone());
    for (row, _) in all {
        page.push(row);
    }
    page
}

/// What the rows of the screen do, each with what it is called in the other language.
fn rows(page: &Page, other: &Page) -> Vec<(Row, String)> {
    let rows = page.blocks.iter().filter_map(|block| match block {
        Block::Row(row) => Some(&**row),
        _ => None,
    });
    let does = |row: &&Row| {
        !row.label.is_empty()
            && matches!(row.mark, Mark::None | Mark::Leads | Mark::Done)
            && row.kind != RowKind::Action(Action::Nothing)
    };
    // What is called alike stands once; where it says something else, with what it says.
    let mut all: Vec<&Row> = Vec::new();
    for row in rows.filter(does) {
        if !all.iter().any(|known| plain(&known.label) == plain(&row.label) && known.value == row.value) {
            all.push(row);
        }
    }
    let is_told = |row: &Row| all.iter().filter(|known| plain(&known.label) == plain(&row.label)).count() > 1;
    all.iter()
        .map(|&row| {
            let called = other.row(&row.id).map(|other| other.label.clone()).unwrap_or_default();
            let go = Action::Below(row.id.clone());
            let found = Row::action(RowId::of("row", row.id.as_str()), name(row), go);
            let value = if is_told(row) { row.value.clone() } else { String::new() };
            (found.with_value(Role::Quiet, value), called)
        })
        .collect()
}

/// What a row is called, without what it says behind its name in the running line.
fn name(row: &Row) -> &str {
    row.label.split("  ").next().unwrap_or_default()
}

/// The row of a page about a patient that does what a key does, under another name.
fn row_of(key: &Row) -> Option<&'static str> {
    let RowKind::Action(Action::Command(msg)) = &key.kind else { return None };
    match **msg {
        Msg::Agreement => Some("agree"),
        Msg::Paper => Some("minutes"),
        Msg::Finish => Some("finish"),
        _ => None,
    }
}

/// What keys do here that no row has to do, each with its key and its name in the other language.
fn keys(below: &Model, page_below: &Page) -> Vec<(Row, String)> {
    let language = below.language();
    let other = other(language);
    let context = focus::context(below, page_below);
    let bindings = keymap::applicable(&context).filter_map(|binding| {
        let (_, msg) = binding.keys.first().filter(|(_, msg)| is_command(msg))?;
        let id = RowId::of("key", binding.shown);
        let row = Row::action(id, (binding.label)(language), Action::Command(Box::new(msg.clone())));
        let key = below.settings.marks.key(binding.shown);
        Some((row.with_value(Role::Key, key), (binding.label)(other).to_owned()))
    });
    bindings.collect()
}

/// The other language.
pub(super) fn other(language: Language) -> Language {
    match language {
        Language::Dutch => Language::English,
        Language::English => Language::Dutch,
    }
}

/// Whether somebody would look for it by its name: moving and typing are in the fingers.
fn is_command(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Next
            | Msg::Previous
            | Msg::Undo
            | Msg::Redo
            | Msg::Help
            | Msg::Source
            | Msg::Notes
            | Msg::Agreement
            | Msg::Save
            | Msg::Overview
            | Msg::Finish
            | Msg::Paper
            | Msg::Find
            | Msg::Lock
            | Msg::Redraw
            | Msg::Quit
    )
}

/// The way from the keys of a screen to looking for a command of it.
pub(super) fn row(language: Language) -> Row {
    let open = Action::Replace(crate::app::page::Screen::Palette);
    Row::action(RowId::fixed("palette"), language.key_palette(), open).with_value(Role::Key, PALETTE_KEY)
}
