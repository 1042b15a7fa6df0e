//! A notebook with fictional patients, to look around in.

use std::path::Path;
use std::sync::Arc;

use super::Trouble;
use crate::meeting::Meeting;
use crate::store::generate::{self, Size};
use crate::store::{Notebook, RealFiles};
use crate::words::Language;

/// The fictional meetings of a demonstration.
fn meetings() -> Vec<Meeting> {
    (0..3).map(|number| generate::meeting(number, Size::Small)).collect()
}

/// Puts the fictional meetings in a new notebook in `folder`.
///
/// # Errors
///
/// What went wrong with the disk.
pub(super) fn fill(folder: &Path, language: Language) -> Result<(), Trouble> {
    let notebook =
        Notebook::open(folder, Arc::new(RealFiles)).map_err(|error| Trouble::new(error.message(language)))?;
    for meeting in meetings() {
        notebook.save(&meeting, &[]).map_err(|error| Trouble::new(error.message(language)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonstration_is_fictional_and_readable() {
        let folder = tempfile::tempdir().unwrap();
        fill(folder.path(), Language::Dutch).unwrap();
        let notebook = Notebook::open(folder.path(), Arc::new(RealFiles)).unwrap();
        let listing = notebook.list().unwrap();
        assert!(!listing.summaries.is_empty() && listing.problems.is_empty());
        assert!(listing.summaries.iter().all(|summary| summary.fictional));
    }
}
