//! The calm screen of a locked program: nothing of a patient, and one row for the passphrase.

use super::parts::like_field;
use crate::app::model::{Locked, Model, Unlocking};
use crate::app::page::{Action, Page, Role, Row, RowId};

/// The most points that stand for typed characters.
const MOST_POINTS: usize = 24;

/// The program while it is locked.
pub(super) fn locked(model: &Model) -> Page {
    let language = model.language();
    let mut page = Page { trail: vec!["Pallium".to_owned()], ..Page::default() };
    let none = Locked::default();
    let state = model.locked.as_ref().unwrap_or(&none);
    page.air().text(Role::Question, language.locked_title());
    page.text(Role::Plain, language.locked_kept());
    if state.unsaved {
        page.text(Role::Warning, language.locked_unsaved());
    }
    page.gap();
    let points = "*".repeat(usize::from(state.typed).min(MOST_POINTS));
    let passphrase = Row::action(RowId::fixed("passphrase"), language.locked_passphrase(), Action::Unlock);
    page.push(like_field(model, passphrase, &points));
    match &state.unlocking {
        Unlocking::Coming => page.text(Role::Quiet, language.locked_coming()),
        Unlocking::Awaited => page.text(Role::Quiet, language.locked_type()),
        Unlocking::Tried => page.text(Role::Quiet, language.locked_tried()),
        Unlocking::Refused => page.text(Role::Warning, language.locked_refused()),
        Unlocking::Failed(why) => page.text(Role::Warning, why.get(language)),
    };
    page.gap();
    page.push(Row::action(RowId::fixed("quit"), language.start_quit(), Action::Quit));
    page
}
