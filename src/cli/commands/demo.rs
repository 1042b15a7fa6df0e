//! A notebook with fictional patients, to look around in.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::cli::trouble::Trouble;
use crate::store::demo::{Fictional, fictional};
use crate::store::{Notebook, RealFiles};
use crate::words::Language;

/// Puts the fictional meetings in a new notebook in `folder`, the newest one held `today`.
///
/// # Errors
///
/// What went wrong with the disk.
pub(in crate::cli) fn fill(folder: &Path, today: NaiveDate, language: Language) -> Result<(), Trouble> {
    let meetings = fictional(today).map_err(|problem| Trouble::new(problem.message(language)))?;
    let notebook =
        Notebook::open(folder, Arc::new(RealFiles)).map_err(|error| Trouble::new(error.message(language)))?;
    for Fictional { meeting, definitions } in meetings {
        let texts: Vec<_> =
            definitions.iter().map(|one| (one.hash.to_string(), one.source.clone())).collect();
        notebook.save(&meeting, &texts).map_err(|error| Trouble::new(error.message(language)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonstration_is_fictional_and_readable() {
        let folder = tempfile::tempdir().unwrap();
        let today = NaiveDate::from_ymd_opt(2031, 2, 3).unwrap();
        fill(folder.path(), today, Language::Dutch).unwrap();
        let notebook = Notebook::open(folder.path(), Arc::new(RealFiles)).unwrap();
        let listing = notebook.list().unwrap();
        assert!(listing.problems.is_empty());
        assert_eq!(listing.summaries.len(), 3);
        assert_eq!(listing.summaries[0].date, today);
        assert!(listing.summaries.iter().all(|summary| summary.fictional));
        for summary in &listing.summaries {
            let meeting = notebook.read(summary.id).unwrap();
            let read = crate::shell::outside::pinned(&notebook, &meeting);
            assert_eq!(read.len(), meeting.definitions.len());
        }
    }
}
