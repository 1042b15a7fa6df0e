//! The minutes on the screen: the export itself, in the width of the window, so that nothing is told twice.

use super::{discussion, patient_page, titled};
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Page, Role, Row, RowId};
use crate::app::{terms, written};
use crate::meeting::PatientId;

/// The minutes of the whole meeting, or of one patient.
pub(super) fn minutes(model: &Model, of: Option<PatientId>) -> Page {
    let language = model.language();
    let mut page = titled(language.minutes_title());
    if let Some((meeting, review)) = of.and_then(|patient| discussion(model, patient)) {
        page = patient_page(model, meeting, review);
        page.own_words = None;
        page.trail.push(language.minutes_title().to_owned());
    } else if let Some(meeting) = model.record() {
        page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    }
    page.abilities.minutes = false;
    page.text(Role::Plain, &*written::text(model, of).unwrap_or_default()).gap();
    page.push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}
