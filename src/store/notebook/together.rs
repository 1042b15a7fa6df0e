//! Several meetings saved together, so that the disk is waited for once and not for each of them.

use super::Notebook;
use crate::meeting::{Meeting, MeetingId};
use crate::store::disk::atomic::{sync_folders, sync_together};
use crate::store::record::problem::SaveError;

impl Notebook {
    /// Saves meetings that were loaded, each as [`save`](Self::save) does; gives what came of each.
    pub(in crate::store) fn save_together(
        &self,
        meetings: &[Meeting],
    ) -> Vec<(MeetingId, Result<(), SaveError>)> {
        let (mut begun, mut written, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for meeting in meetings {
            match self.begin_save(meeting, &[]) {
                Ok((one, file)) => {
                    begun.push(one);
                    written.push(Ok(file));
                }
                Err(error) => all.push((meeting.id, Err(error))),
            }
        }
        let (mut placed, mut done) = (Vec::new(), Vec::new());
        for (one, written) in begun.into_iter().zip(sync_together(self.files.as_ref(), written)) {
            let id = one.id;
            let written = written.map_err(|error| SaveError::fault(&one.target, &error));
            match written.and_then(|written| self.put_in_place(one, written)) {
                Ok(one) => {
                    placed.push((id, one));
                    done.push(Ok(()));
                }
                Err(error) => all.push((id, Err(error))),
            }
        }
        let paths = placed.iter().map(|(_, one)| one.target.as_path());
        sync_folders(self.files.as_ref(), paths.zip(&mut done));
        for ((id, one), done) in placed.into_iter().zip(done) {
            let done = done.map_err(|error| SaveError::fault(&self.meetings(), &error));
            if done.is_ok() {
                self.note_placed(&one);
            }
            all.push((id, done));
        }
        all
    }
}
