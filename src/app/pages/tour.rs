//! The tour of one minute: what the screens are for, one after the other. It shows no record and changes none.

use super::parts::titled;
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::words::Language;

/// A screen of the tour.
pub(super) fn tour(model: &Model, place: u8) -> Page {
    let language = model.language();
    let screens = language.tour();
    let at = usize::from(place).min(screens.len() - 1);
    let mut page = titled(language.tour_title());
    page.corner = Some(language.which_of(at + 1, screens.len()));
    let Some((title, text)) = screens.get(at).copied() else { return page };
    page.air().text(Role::Question, title).gap();
    page.rich(Role::Plain, 0, text);
    if at + 1 == screens.len() {
        page.gap().text(Role::Value, model.folder.clone());
    }
    page.gap();
    let (label, action) = match u8::try_from(at + 1).ok().filter(|next| usize::from(*next) < screens.len()) {
        Some(next) => (language.tour_next(), Action::Replace(Screen::Tour(next))),
        None => (language.tour_end(), Action::Back),
    };
    page.push(Row::action(RowId::fixed("next"), label, action).marked(Mark::Leads));
    page
}

/// The row that begins the tour.
pub(super) fn row(language: Language) -> Row {
    let begin = Action::Open(Screen::Tour(0));
    Row::action(RowId::fixed("tour"), language.tour_row(), begin)
}
