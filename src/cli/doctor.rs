//! Looking the notebook over: what is the matter, where, and what to do now.

use std::path::Path;
use std::sync::Arc;

use super::{Trouble, shown};
use crate::store::{self, Codec, Notebook, Protection, RealFiles, Tampering};
use crate::words::Language;

/// What was found in the notebook in `folder`, and whether somebody has to do something about it.
pub(super) fn examine(folder: &Path, codec: Arc<dyn Codec>, language: Language) -> (String, bool) {
    let examination = notebook(folder, codec).examine();
    let mut paragraphs: Vec<String> =
        examination.findings.iter().map(|finding| finding.message(language)).collect();
    let needed = examination.findings.iter().filter(|finding| finding.needs_doing()).count();
    let examined =
        language.examined(&shown(folder), examination.meetings, examination.earlier, examination.definitions);
    paragraphs.push(format!("{examined} {}", language.examined_findings(needed)));
    paragraphs.extend(protection(folder, language));
    (format!("{}\n", paragraphs.join("\n\n")), needed > 0)
}

fn notebook(folder: &Path, codec: Arc<dyn Codec>) -> Notebook {
    Notebook::existing_with(folder, Arc::new(RealFiles), codec).remembered_in(store::folder::memory())
}

/// Takes the notebook as it is: what was put back or is gone counts as meant from now on; false when something is left.
///
/// # Errors
///
/// What the disk says.
pub(super) fn accept(
    folder: &Path,
    codec: Arc<dyn Codec>,
    language: Language,
) -> Result<(String, bool), Trouble> {
    let done = notebook(folder, codec).accept().map_err(|error| Trouble::new(error.message(language)))?;
    let list = |first: &str, found: &[Tampering]| {
        let lines: Vec<String> = found.iter().map(|one| format!("  {}", shown(&one.path(folder)))).collect();
        format!("{first}\n{}", lines.join("\n"))
    };
    let mut paragraphs = Vec::new();
    if !done.accepted.is_empty() {
        paragraphs.push(list(language.accepted(), &done.accepted));
    }
    if !done.left.is_empty() {
        paragraphs.push(list(language.not_accepted(), &done.left));
    }
    if paragraphs.is_empty() {
        paragraphs.push(language.accepted_nothing().to_owned());
    }
    Ok((format!("{}\n", paragraphs.join("\n\n")), done.left.is_empty()))
}

/// How the notebook is protected; what cannot be read of that was found above.
fn protection(folder: &Path, language: Language) -> Option<String> {
    // Of a folder that is not there nothing is to be said.
    if !folder.is_dir() {
        return None;
    }
    Some(match store::protection(&RealFiles, folder).ok()? {
        Protection::None => language.protection_none().to_owned(),
        Protection::Disk(stated) => language.protection_disk(&stated.stated, &stated.who, &stated.place),
        Protection::Sealed { under_way: true } => return None,
        Protection::Sealed { under_way: false } => language.protection_sealed().to_owned(),
    })
}
