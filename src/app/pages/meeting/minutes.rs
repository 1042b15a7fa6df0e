//! The minutes on the screen: the export itself, in the width of the window, so that nothing is told twice.

use std::sync::Arc;

use crate::app::layout;
use crate::app::message::Protected;
use crate::app::model::{Model, OfMinutes, Written};
use crate::app::page::{Action, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::export::{Minutes, WIDTH};
use crate::meeting::{PatientId, terms};

/// The minutes of the whole meeting, or of one patient.
pub(in crate::app::pages) fn minutes(model: &Model, of: Option<PatientId>) -> Page {
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
    page.text(Role::Plain, &*text(model, of).unwrap_or_default()).gap();
    page.push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

/// The width of content in the smallest window in which there is something to see.
const NARROWEST: u16 = 36;

impl OfMinutes {
    fn now(model: &Model, patient: Option<PatientId>) -> Option<Self> {
        let open = model.open.as_ref()?;
        let width = layout::width_of_content(model.size).clamp(NARROWEST, WIDTH);
        Some(Self {
            meeting: open.record.id,
            revision: open.saving.revision,
            patient,
            language: model.language(),
            width,
        })
    }
}

/// The minutes of the open meeting, or of one patient, in the width of the window.
fn text(model: &Model, patient: Option<PatientId>) -> Option<Arc<str>> {
    let of = OfMinutes::now(model, patient)?;
    match &model.written {
        Some(written) if written.of == of => Some(written.text.clone()),
        _ => write(model, of),
    }
}

fn write(model: &Model, of: OfMinutes) -> Option<Arc<str>> {
    let open = model.open.as_ref()?;
    let minutes = Minutes {
        width: of.width,
        routes: model.known_routes().collect(),
        fictional: model.protected == Protected::Fictional,
        ..Minutes::new(&open.record, open.checklists(), of.language)
    };
    let text = match of.patient {
        Some(patient) => minutes.patient(open.record.review(patient)?),
        None => minutes.whole(),
    };
    Some(text.into())
}

/// The minutes that are on the screen, to be kept; nothing on any other screen.
pub fn minutes_on_screen(model: &Model) -> Option<Written> {
    let Screen::Minutes(patient) = model.screen() else { return None };
    Some(Written { of: OfMinutes::now(model, *patient)?, text: text(model, *patient)? })
}
