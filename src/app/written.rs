//! The minutes on the screen, kept written while they are being read: scrolling does not write them again.

use std::sync::Arc;

use super::layout;
use super::model::Model;
use super::screen::Screen;
use super::settings::Protected;
use crate::export::{Minutes, WIDTH};
use crate::meeting::{MeetingId, PatientId};
use crate::words::Language;

/// The width of content in the smallest window in which there is something to see.
const NARROWEST: u16 = 36;

/// Minutes as they were written, and of what; never more than what [`text`] would write now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    of: Of,
    text: Arc<str>,
}

/// Everything on which the text of minutes depends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Of {
    meeting: MeetingId,
    revision: u64,
    patient: Option<PatientId>,
    language: Language,
    width: u16,
}

impl Of {
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
pub fn text(model: &Model, patient: Option<PatientId>) -> Option<Arc<str>> {
    let of = Of::now(model, patient)?;
    match &model.written {
        Some(written) if written.of == of => Some(written.text.clone()),
        _ => write(model, of),
    }
}

fn write(model: &Model, of: Of) -> Option<Arc<str>> {
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
pub fn on_screen(model: &Model) -> Option<Written> {
    let Screen::Minutes(patient) = model.screen() else { return None };
    Some(Written { of: Of::now(model, *patient)?, text: text(model, *patient)? })
}
