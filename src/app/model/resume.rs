//! Where somebody was and what they had typed, so that unlocking brings back the very same place.

use serde::{Deserialize, Serialize};

use super::{Model, OpenMeeting};
use crate::app::page::Path;

/// The part of a model that cannot be read from the notebook again; it is sealed while the program is locked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resume {
    /// The path of screens, with focus and cursor.
    pub path: Path,
    /// The open meeting, with what is not saved and what can be undone.
    pub open: Option<OpenMeeting>,
    /// Text that was cut or copied.
    pub clipboard: String,
}

impl Resume {
    /// What there is to go on from in `model`.
    pub fn of(model: &Model) -> Self {
        Self { path: model.path.clone(), open: model.open.clone(), clipboard: model.clipboard.clone() }
    }

    /// Puts `model`, which was just made, where this was.
    pub fn into(self, model: &mut Model) {
        model.path = self.path;
        model.open = self.open;
        model.clipboard = self.clipboard;
        // The Enter behind a passphrase is no answer to what was asked before.
        model.after_enter = true;
        if let Some(open) = &mut model.open {
            // Whoever was asked to save it is gone; what is not on the disk is asked for anew.
            open.saving.asked = open.saving.saved.map_or(0, |(revision, _)| revision);
            if !open.saving.is_clean() && open.saving.failed.is_none() {
                open.saving.typing_since = Some(model.now);
            }
        }
    }
}
