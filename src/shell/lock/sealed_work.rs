//! The sealed work of a locked program, and what keeps it from being lost with the program.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::envelope::{Envelope, Work};
use super::seal::SUBJECT;
use crate::shell::computer::rescue_folders;
use crate::shell::terminal::line::Line;
use crate::store::{Codec, RealFiles, Subject, remove_holder_file};

/// What became of the work when somebody left without unlocking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AfterLeaving {
    /// It was saved before the lock.
    Saved,
    /// It lies in the notebook, and the next start asks about it.
    LeftBehind,
    /// A copy of it is in this folder.
    Copied(PathBuf),
    /// The disk took it nowhere.
    NotSaved,
}

/// The work of a locked program.
pub(super) struct SealedWork<'f> {
    envelope: Envelope,
    folder: &'f Path,
    /// Whether what was not saved lies in the notebook now.
    left_behind: bool,
}

impl<'f> SealedWork<'f> {
    pub(super) fn new(envelope: Envelope, folder: &'f Path) -> Self {
        let left_behind = envelope.left_behind;
        Self { envelope, folder, left_behind }
    }

    /// Whether something is in memory only.
    pub(super) fn is_in_danger(&self) -> bool {
        self.envelope.is_unsaved() && !self.left_behind
    }

    /// Leaves in the notebook what was not saved, where the disk takes it by now.
    pub(super) fn leave_behind(&mut self) {
        if let Some(rescue) = self.envelope.rescue.as_ref().filter(|_| !self.left_behind) {
            self.left_behind = rescue.leave(&RealFiles, self.folder).is_ok();
        }
    }

    /// Sees to it that nothing is lost by leaving, as far as that goes.
    pub(super) fn before_leaving(&mut self) -> AfterLeaving {
        let left = self.rescued();
        if let Some((path, sealed)) = self.envelope.holder.as_ref().filter(|_| left != AfterLeaving::NotSaved)
        {
            remove_holder_file(&RealFiles, path, sealed);
        }
        left
    }

    fn rescued(&mut self) -> AfterLeaving {
        self.leave_behind();
        let Some(rescue) = &self.envelope.rescue else { return AfterLeaving::Saved };
        if self.left_behind {
            return AfterLeaving::LeftBehind;
        }
        let mut folders = rescue_folders().into_iter();
        let copy = folders.find(|folder| rescue.copy(&RealFiles, folder).is_ok());
        copy.map_or(AfterLeaving::NotSaved, AfterLeaving::Copied)
    }

    /// The work itself; `None` when it cannot be understood, and then what was not saved is left in the notebook or beside it.
    ///
    /// It was sealed in this very process, perhaps before the notebook got other keys.
    pub(super) fn open(&mut self, codec: &Arc<dyn Codec>) -> Option<Work> {
        let opened =
            codec.open_earlier(&Subject::of(SUBJECT), std::mem::take(&mut self.envelope.sealed)).ok();
        let work = opened.and_then(|json| serde_json::from_slice::<Work>(&json.plain).ok());
        if work.is_none() {
            self.rescued();
        }
        work
    }
}

impl Envelope {
    /// Brings what is not on the disk there, where it takes it by now, before anything else can happen to the program; `line` is
    /// how the terminal handled lines before.
    pub(in crate::shell) fn secure(&mut self, folder: &Path, line: Option<Line>) {
        self.line = line;
        if let Some(rescue) = &self.rescue {
            self.left_behind = rescue.leave(&RealFiles, folder).is_ok();
        }
    }

    /// Sees to it that nothing is lost where nobody will unlock.
    pub(in crate::shell) fn leave(self: Box<Self>, folder: &Path) -> AfterLeaving {
        SealedWork::new(*self, folder).before_leaving()
    }
}
