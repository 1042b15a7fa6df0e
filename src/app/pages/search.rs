//! Lists that are searched by typing.

use std::sync::Arc;

use crate::app::model::{Model, Sheet};
use crate::app::page::{Action, Block, Mark, Page, Paragraph, Role, Row, RowId, Screen, Table};
use crate::text::same::{Fit, fit, plain, searched};

/// Puts the rows of a list on a page, those in which every word that was typed occurs.
///
/// However few there are: who types the name of somebody and then presses Enter never opens somebody else.
pub(super) fn list(page: &mut Page, model: &Model, rows: Vec<Row>) {
    groups(page, model, vec![(String::new(), rows)]);
}

/// Puts rows under headings on a page, as [`list`] does.
pub(super) fn groups(page: &mut Page, model: &Model, groups: Vec<(String, Vec<Row>)>) {
    let some = groups.iter().any(|(_, rows)| !rows.is_empty()) || !model.path.top().search.is_empty();
    if !some {
        return;
    }
    let search = plain(&model.path.top().search);
    let holds = |words: &str| fit(&searched(words), &search);
    // A name goes before what is said of it: "g" is nobody's "nog te bespreken".
    let by_name = groups.iter().flat_map(|(_, rows)| rows).any(|row| holds(&row.label).is_some());
    let fits = |row: &Row| {
        if by_name { holds(&row.label) } else { holds(&format!("{} {}", row.label, row.value)) }
    };
    let first = groups.iter().find_map(|(_, rows)| rows.first());
    page.sought = page.sought.take().or_else(|| first.map(|row| row.id.clone()));
    let mut found: Option<(Fit, RowId)> = None;
    for (heading, rows) in groups {
        // Who types the beginning of a name means it before a name in which that only occurs.
        let mut rows: Vec<(Fit, Row)> = rows.into_iter().filter_map(|row| Some((fits(&row)?, row))).collect();
        rows.sort_by_key(|(fit, _)| *fit);
        if !heading.is_empty() && !rows.is_empty() {
            page.gap().text(Role::Heading, heading);
        }
        if let Some((fit, row)) = rows.first()
            && found.as_ref().is_none_or(|(best, _)| fit < best)
        {
            found = Some((*fit, row.id.clone()));
        }
        for (_, row) in rows {
            page.push(row);
        }
    }
    let found = found.map(|(_, row)| row);
    if found.is_none() {
        nothing(page, model);
    }
    begin_with(page, model, found);
}

/// Puts a table on a page, with the rows in which every word that was typed occurs. Says whether there are any.
pub(super) fn table(page: &mut Page, model: &Model, sheet: &Sheet) -> bool {
    let found = sheet.found(model.path.top().search.as_str());
    let first = |table: &Arc<Table>| table.get(0).map(|known| known.row.id.clone());
    page.sought = page.sought.take().or_else(|| first(&sheet.found("")));
    begin_with(page, model, first(&found));
    let some = !found.is_empty();
    if some {
        page.blocks.push(Block::Table(found));
    }
    some
}

/// Says that nothing was found; Enter then shows all again, and does nothing that stands beside the list.
pub(super) fn nothing(page: &mut Page, model: &Model) {
    let language = model.language();
    let id = RowId::fixed("show-all");
    page.gap().text(Role::Quiet, language.nothing_found());
    page.push(Row::action(id.clone(), language.show_all(), Action::ShowAll).marked(Mark::Leads));
    page.first = Some(id);
}

/// While something is looked for, the page begins with what was found.
fn begin_with(page: &mut Page, model: &Model, found: Option<RowId>) {
    page.abilities.search = true;
    if !model.path.top().search.is_empty() {
        page.abilities.searching = true;
        page.first = found.or_else(|| page.first.take());
    }
}

/// Says above the page what is looked for, where no row of it does.
pub(super) fn said(model: &Model, page: &mut Page) {
    if page.abilities.searching && *model.screen() != Screen::Search {
        let language = model.language();
        let shown = language.searched_for(model.path.top().search.trim());
        page.blocks.insert(0, Block::Text(Paragraph::plain(Role::Accent, 0, shown)));
        page.blocks.insert(1, Block::Gap);
    }
}
