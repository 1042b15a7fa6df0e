//! Lists that are searched by typing.

use std::sync::Arc;

use crate::app::model::{Model, Sheet};
use crate::app::page::{Action, Block, Mark, Page, Paragraph, Role, Row, RowId, Table};
use crate::text::same::plain;

/// Of more rows than this, one is looked for by typing: they fill more than the smallest windows.
const MANY: usize = 8;

/// Puts the rows of a list on a page: of many, those in which every word that was typed occurs.
pub(super) fn list(page: &mut Page, model: &Model, rows: Vec<Row>) {
    groups(page, model, vec![(String::new(), rows)]);
}

/// Puts rows under headings on a page, as [`list`] does.
pub(super) fn groups(page: &mut Page, model: &Model, groups: Vec<(String, Vec<Row>)>) {
    let many = groups.iter().map(|(_, rows)| rows.len()).sum::<usize>() > MANY;
    looked_for(page, model, groups, many);
}

/// Puts people on a page: one types whom one means, however few there are.
pub(super) fn people(page: &mut Page, model: &Model, rows: Vec<Row>) {
    let several = !rows.is_empty();
    looked_for(page, model, vec![(String::new(), rows)], several);
}

fn looked_for(page: &mut Page, model: &Model, groups: Vec<(String, Vec<Row>)>, many: bool) {
    let search = if many { plain(&model.path.top().search) } else { String::new() };
    let holds = |words: &str| {
        let words = plain(words);
        search.split_whitespace().all(|word| words.contains(word))
    };
    // A name goes before what is said of it: "g" is nobody's "nog te bespreken".
    let by_name = groups.iter().flat_map(|(_, rows)| rows).any(|row| holds(&row.label));
    let fits = |row: &Row| {
        if by_name { holds(&row.label) } else { holds(&format!("{} {}", row.label, row.value)) }
    };
    if many {
        let first = groups.iter().find_map(|(_, rows)| rows.first());
        page.sought = page.sought.take().or_else(|| first.map(|row| row.id.clone()));
    }
    let mut found = None;
    for (heading, rows) in groups {
        let rows: Vec<Row> = rows.into_iter().filter(|row| search.is_empty() || fits(row)).collect();
        if !heading.is_empty() && !rows.is_empty() {
            page.gap().text(Role::Heading, heading);
        }
        found = found.or_else(|| rows.first().map(|row| row.id.clone()));
        for row in rows {
            page.push(row);
        }
    }
    if many {
        if found.is_none() {
            nothing(page, model);
        }
        begin_with(page, model, found);
    }
}

/// Puts a table on a page: of many rows, those in which every word that was typed occurs. Says whether there are any.
pub(super) fn table(page: &mut Page, model: &Model, sheet: &Sheet) -> bool {
    let search = if sheet.len() > MANY { model.path.top().search.as_str() } else { "" };
    let found = sheet.found(search);
    let first = |table: &Arc<Table>| table.get(0).map(|known| known.row.id.clone());
    if sheet.len() > MANY {
        page.sought = page.sought.take().or_else(|| first(&sheet.found("")));
        begin_with(page, model, first(&found));
    }
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

/// Says above the page what is looked for and how to end that.
pub(super) fn said(model: &Model, page: &mut Page) {
    if page.abilities.searching {
        let language = model.language();
        let shown = language.searched_for(model.path.top().search.trim());
        page.blocks.insert(0, Block::Text(Paragraph::plain(Role::Accent, 0, shown)));
        page.blocks.insert(1, Block::Gap);
    }
}
