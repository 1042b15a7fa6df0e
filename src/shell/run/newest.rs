//! The newest record, kept where a panic cannot take it along.

use std::sync::{Arc, Mutex, PoisonError};

use crate::app::{Pictured, Save};
use crate::meeting::MeetingId;

/// The newest revision of the open meeting after each whole update.
#[derive(Debug, Clone, Default)]
pub struct NewestRecord(Arc<Mutex<Option<Save>>>);

impl NewestRecord {
    /// Keeps the record of `model`, when it is another than the one kept.
    pub fn keep(&self, model: &Pictured) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(open) = &model.open else {
            *kept = None;
            return;
        };
        let id = (open.record.id, open.saving.revision);
        if kept.as_ref().map(identity) != Some(id) {
            *kept = model.to_be_saved();
        }
    }

    /// What was kept, unless `saved` says that it is on the disk; a meeting that was read and not changed is there too.
    pub fn unsaved(&self, saved: Option<(MeetingId, u64)>) -> Option<Save> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone().filter(|save| save.revision > 0 && saved != Some(identity(save)))
    }
}

fn identity(save: &Save) -> (MeetingId, u64) {
    (save.meeting.id, save.revision)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveDateTime};

    use super::*;
    use crate::app::{Model, OpenMeeting, Settings, Size};
    use crate::meeting::{Id, Meeting, MeetingKind};

    #[test]
    fn what_is_kept_is_unsaved_until_that_very_revision_is_on_the_disk() {
        let at = NaiveDateTime::default();
        let model = |open| {
            let mut model = Model::new(Settings::default(), Size::new(80, 24), at, String::new());
            model.open = open;
            Pictured::from(model)
        };
        let kept = NewestRecord::default();
        kept.keep(&model(None));
        assert_eq!(kept.unsaved(None), None);
        let id = MeetingId(Id::from_bits(1));
        let mut open =
            OpenMeeting::new(Meeting::new(id, MeetingKind::Patz, NaiveDate::default()), Vec::new());
        kept.keep(&model(Some(open.clone())));
        // Read and not changed.
        assert_eq!(kept.unsaved(None), None);
        open.saving.revision = 2;
        kept.keep(&model(Some(open)));
        assert_eq!(kept.unsaved(Some((id, 1))).map(|save| save.revision), Some(2));
        assert_eq!(kept.unsaved(Some((id, 2))), None);
        kept.keep(&model(None));
        assert_eq!(kept.unsaved(None), None);
    }
}
