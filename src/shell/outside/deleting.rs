//! Deleting a session with a case: from the disk, with all versions of it, and told in the access log first.

use std::collections::BTreeSet;

use super::log::deletions;
use super::{Outside, both, not_deleted, open};
use crate::app::{Deleted, Msg};
use crate::checklist::Localized;
use crate::meeting::MeetingId;
use crate::shell::computer::me;

impl Outside {
    /// Deletes a session with everything that was kept of it; what is about patients is left as it is.
    pub(super) fn delete_session(&self, id: MeetingId) -> Msg {
        match self.deleted(id) {
            Ok(versions) => Msg::SessionDeleted(Box::new(Deleted { session: id, versions, failed: None })),
            Err(why) => not_deleted(id, why),
        }
    }

    fn deleted(&self, id: MeetingId) -> Result<usize, Localized> {
        let notebook = self.notebook()?;
        let meeting = notebook.read(id).map_err(|problem| both(|language| problem.message(language)))?;
        if meeting.session.is_none() {
            return Err(both(|language| language.session_delete_no_session().to_owned()));
        }
        // Whoever had it open here has left it.
        open(&self.locks).remove(&id);
        let mut book = open(&self.logbook);
        book.unsaid.remove(&id);
        book.known.remove(&id);
        drop(book);
        // Before anything goes: what is interrupted after this is still accounted for.
        self.write_entries(Some(deletions(&[id], &[])));
        let done = notebook.delete_meetings(&BTreeSet::from([id]), &me(), &mut |_, _| {});
        let done = done.map_err(|error| both(|language| error.message(language)))?;
        self.forget_left_over();
        self.witness();
        let held = done.held.first().map(|(_, why)| both(|language| why.message(language)));
        let failed = || done.failed.first().map(|error| both(|language| error.message(language)));
        held.or_else(failed).map_or(Ok(done.versions), Err)
    }
}
