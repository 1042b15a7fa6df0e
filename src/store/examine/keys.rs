//! Looking over what opens a sealed notebook.

use std::path::Path;

use super::super::atomic::stem_of_temporary;
use super::super::doors::RECOVERY;
use super::super::files::Kind;
use super::super::keyring::{KEYRING, READERS, is_own_file};
use super::{Finding, Look};

impl Look<'_> {
    /// What opens the notebook, where it is sealed.
    pub(super) fn keys(&mut self) {
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
