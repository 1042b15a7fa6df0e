//! Sealing what the program knows to the notebook's own key.

use std::sync::Arc;

use super::envelope::{Envelope, Work};
use crate::app::{Pictured, Resume};
use crate::checklist::Localized;
use crate::shell::outside::{Outside, both};
use crate::store::{Mark, Subject};

/// What the sealed work says that it is.
pub(super) const SUBJECT: &str = "locked";

/// Seals everything of `model` that is not in the notebook.
///
/// # Errors
///
/// Why it cannot be sealed, in both languages; nothing is forgotten then.
pub(in crate::shell) fn seal(
    outside: &Outside,
    model: &Pictured,
    recording: bool,
) -> Result<Envelope, Localized> {
    let refused = || both(|language| language.lock_refused().to_owned());
    let notebook = outside.notebook()?;
    outside.finish_log();
    let unsaved = model.open.as_ref().filter(|open| !open.saving.is_clean() && open.read_only.is_none());
    let rescue = unsaved.and_then(|_| model.to_be_saved()).map(|save| {
        let checklists = save.definitions.iter().map(|one| (one.hash.to_string(), one.source.clone()));
        let routes = save.routes.iter().map(|one| (one.hash.to_string(), one.source.clone()));
        let definitions: Vec<(String, Arc<str>)> = checklists.chain(routes).collect();
        notebook.rescue(&save.meeting, &definitions).map_err(|_| refused())
    });
    let last_seen = model.open.as_ref().map(|open| (open.record.id, notebook.last_seen(open.record.id)));
    let work = Work { resume: Resume::of(model), last_seen, log: outside.log_file(), recording };
    let json = serde_json::to_vec(&work).map_err(|_| refused())?;
    let mark = Mark { subject: Subject::of(SUBJECT), revision: 1, previous: None };
    let (sealed, _) = outside.codec.seal(&mark, json).map_err(|_| refused())?;
    let holder = model.open.as_ref().and_then(|open| outside.holder_of(open.record.id));
    let mut envelope = Envelope::new(model.settings, rescue.transpose()?, sealed);
    envelope.holder = holder;
    Ok(envelope)
}

impl Outside {
    /// Whether there is a passphrase to unlock the program with.
    pub fn is_sealed(&self) -> bool {
        !self.codec.is_plain()
    }
}
