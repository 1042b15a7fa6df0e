//! The minutes on the screen: the export itself, in the width of the window, so that nothing is told twice.

use super::{discussion, patient_page, titled};
use crate::app::action::Action;
use crate::app::layout;
use crate::app::model::Model;
use crate::app::page::{Page, Role, Row, RowId};
use crate::app::terms;
use crate::checklist::Checklist;
use crate::export;
use crate::meeting::PatientId;

/// The minutes of the whole meeting, or of one patient.
pub(super) fn minutes(model: &Model, of: Option<PatientId>) -> Page {
    let language = model.language();
    let mut page = titled(language.minutes_title());
    let definitions: Vec<&Checklist> =
        model.open.iter().flat_map(|open| open.pinned()).map(|definition| &definition.checklist).collect();
    let width = layout::width_of_content(model.size).clamp(NARROWEST, export::WIDTH);
    let text = match of {
        Some(patient) => {
            let Some((meeting, review)) = discussion(model, patient) else { return page };
            page = patient_page(model, meeting, review);
            page.own_words = None;
            page.trail.push(language.minutes_title().to_owned());
            export::patient_within(width, meeting, review, &definitions, language)
        }
        None => {
            let Some(meeting) = model.record() else { return page };
            page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
            export::show_within(width, meeting, &definitions, language)
        }
    };
    page.abilities.minutes = false;
    page.text(Role::Plain, text).gap();
    page.push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

/// The width of content in the smallest window in which there is something to see.
const NARROWEST: u16 = 36;
