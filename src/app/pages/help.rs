//! All keys of the screen below, from the table that also dispatches them.

use super::palette;
use super::parts::titled;
use super::tour;
use crate::app::keymap::{self, Key, KeyCode, focus};
use crate::app::model::Model;
use crate::app::page::{Action, Page, Role, Row, RowId};

/// All keys of the screen below.
pub(super) fn help(below: &Model, page_below: &Page) -> Page {
    let language = below.language();
    let mut page = titled(language.help_title());
    let context = focus::context(below, page_below);
    let mut seen: Vec<Key> = Vec::new();
    let lines: Vec<(String, &str)> = keymap::applicable(&context)
        .filter_map(|binding| {
            let fresh = binding.keys.iter().any(|(key, _)| !seen.contains(key));
            seen.extend(binding.keys.iter().map(|(key, _)| *key));
            fresh.then(|| (below.settings.marks.key(binding.shown), (binding.label)(language)))
        })
        .collect();
    let width = lines.iter().map(|(keys, _)| crate::text::width(keys)).max().unwrap_or(0);
    for (keys, label) in lines {
        let padding = " ".repeat(width.saturating_sub(crate::text::width(&keys)));
        page.text(Role::Plain, format!("{keys}{padding}   {label}"));
    }
    if seen.contains(&Key::plain(KeyCode::Backspace)) {
        page.text(Role::Quiet, language.key_type());
    }
    if context.focus.has_lines() {
        page.text(Role::Quiet, language.key_select_all_of_long());
    }
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page.push(palette::row(language));
    page.push(tour::row(language));
    page
}
