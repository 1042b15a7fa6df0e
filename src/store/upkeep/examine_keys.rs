//! Looking over what opens a sealed notebook.

use std::path::{Path, PathBuf};

use super::examine::Look;
use super::finding::Finding;
use crate::store::disk::atomic::stem_of_temporary;
use crate::store::disk::entries::Kind;
use crate::store::record::names::{KEYRING, READERS, RECOVERY, is_own_file};
use crate::store::witness::stale_mark::StaleMark;

impl Look<'_, '_> {
    /// What says that the notebook is being sealed; what was put back is told with all else that was.
    pub(in crate::store) fn mark(&mut self, path: PathBuf) {
        match self.notebook.custody.stale_mark() {
            Some(StaleMark::NotBegun) => self.found(Finding::RemovalNotBegun { path }),
            Some(StaleMark::Done) => self.found(Finding::StaleMark { path }),
            Some(StaleMark::Back) => {}
            None if self.notebook.codec.is_renewing() => {}
            None => self.found(Finding::UnderWay { path }),
        }
    }

    /// What opens the notebook, where it is sealed.
    pub(in crate::store) fn keys(&mut self) {
        let folder = self.notebook.folder.clone();
        let path = folder.join(KEYRING);
        let is_there = |path: &Path| self.notebook.files.facts(path).is_ok();
        if is_there(&path) && !is_there(&folder.join(RECOVERY)) {
            self.found(Finding::NoRecovery { path: folder.join(RECOVERY) });
        }
        if self.notebook.codec.is_renewing() {
            self.found(Finding::Removal { path });
        }
        let readers = folder.join(READERS);
        for entry in self.list(&readers, false) {
            let path = readers.join(&entry.name);
            match entry.kind {
                Kind::File if is_own_file(&entry.name) => self.is_private(&path),
                Kind::File if stem_of_temporary(&entry.name).is_some() => {
                    self.found(Finding::Remains { path });
                }
                _ => self.foreign(path, &entry),
            }
        }
    }
}
