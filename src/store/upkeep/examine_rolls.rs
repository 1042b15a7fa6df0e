//! Looking over what was put back, taken away or exchanged, and the lists by which that shows.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::examine::Look;
use super::finding::Finding;
use crate::store::disk::atomic::stem_of_temporary;
use crate::store::disk::entries::Kind;
use crate::store::notebook::problem::FileProblem;
use crate::store::record::names::DEVICES;
use crate::store::witness::remembered::is_number;
use crate::store::witness::roll::computer_of;
use crate::store::witness::tampering::Tampering;

impl Look<'_, '_> {
    pub(in crate::store) fn rolls(&mut self) {
        let folder = self.notebook.custody.absolute(DEVICES);
        for entry in self.list(&folder, false) {
            let path = folder.join(&entry.name);
            let name = entry.name.as_str();
            let number = name.strip_suffix(".toml").or_else(|| name.strip_suffix(".lock"));
            match entry.kind {
                Kind::File if number.is_some_and(|stem| is_number(computer_of(stem))) => {
                    self.is_private(&path);
                }
                Kind::File if stem_of_temporary(name).is_some() => self.found(Finding::LeftOver { path }),
                _ => self.foreign(path, &entry),
            }
        }
        // What cannot be read has been told, and so has a log that is not whole.
        let told: BTreeSet<PathBuf> =
            self.examination.findings.iter().map(|found| found.path().to_owned()).collect();
        let folder = self.notebook.folder.clone();
        for found in self.notebook.tampering() {
            let path = found.path(&folder);
            let is_told = told.contains(&path)
                && (matches!(found, Tampering::Unreadable(..)) || path.starts_with(self.notebook.logs()));
            if !is_told {
                self.found(Finding::File(FileProblem::Tampered { path, found, folder: folder.clone() }));
            }
        }
    }
}
