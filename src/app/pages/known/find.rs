//! Looking for words in all meetings: what was found so far, each with its meeting, its place and the text around.

use crate::app::message::MOST_HITS;
use crate::app::model::Model;
use crate::app::page::{Action, Block, Page, Role, Row, RowId, Timeline};
use crate::app::pages::parts::{like_field, titled};
use crate::app::pages::prepared;

/// What is looked for, and what was found.
pub(in crate::app::pages) fn find(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.find_title());
    let words = model.path.top().search.trim();
    let row = RowId::fixed("words");
    page.abilities.search = true;
    page.has_pane = model.finding.as_ref().is_some_and(|finding| !finding.found.hits.is_empty());
    page.sought = Some(row.clone());
    page.push(like_field(model, Row::action(row, language.find_words(), Action::Nothing), words));
    page.gap();
    let finding = model.finding.as_ref().filter(|_| !words.is_empty());
    let Some(found) = finding.map(|finding| &finding.found) else {
        page.text(Role::Quiet, language.find_what());
        return page;
    };
    page.abilities.searching = true;
    if found.unread > 0 {
        page.text(Role::Warning, language.something_unread(found.unread));
    }
    let state = match (found.hits.len(), found.more) {
        (MOST_HITS.., _) => language.find_first(MOST_HITS),
        (0, true) => language.find_busy().to_owned(),
        (count, true) => format!("{} {}", language.find_count(count), language.find_busy()),
        (0, false) => language.nothing_found().to_owned(),
        (count, false) => language.find_count(count),
    };
    page.text(Role::Quiet, state);
    if !found.hits.is_empty() {
        page.first = Some(RowId::of("hit", 0));
        page.gap().blocks.push(Block::Timeline(Timeline { entries: prepared::hits(model) }));
    }
    page
}
