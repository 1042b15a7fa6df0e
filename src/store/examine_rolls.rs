//! Looking over what was put back, taken away or exchanged, and the lists by which that shows.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::atomic::stem_of_temporary;
use super::chain::FOLDER;
use super::examine::{Finding, Look};
use super::files::Kind;
use super::problem::FileProblem;
use super::remembered::is_number;
use super::tampering::Tampering;

impl Look<'_> {
    pub(super) fn rolls(&mut self) {
        let folder = self.notebook.absolute(FOLDER);
        for entry in self.list(&folder, false) {
            let path = folder.join(&entry.name);
            let name = entry.name.as_str();
            let number = name.strip_suffix(".toml").or_else(|| name.strip_suffix(".lock"));
            match entry.kind {
                Kind::File if number.is_some_and(is_number) => self.is_private(&path),
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
