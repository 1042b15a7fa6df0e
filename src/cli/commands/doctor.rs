//! Looking the notebook over: what is the matter, where, and what to do now.

use std::path::Path;
use std::sync::Arc;

use crate::cli::console::progress::Shown;
use crate::cli::trouble::{Trouble, shown};
use crate::shell::{me, settings_file};
use crate::store::{self, Codec, Keys, Notebook, Plain, Protection, RealFiles, SaveError, Tampering};
use crate::words::Language;

/// What was found in the notebook in `folder`, and whether somebody has to do something about it.
///
/// # Errors
///
/// When what opens the notebook cannot be read.
pub(in crate::cli) fn examine(
    folder: &Path,
    keys: Option<&Keys>,
    language: Language,
) -> Result<(String, bool), Trouble> {
    let notebook = notebook(folder, opening(folder, keys, language)?);
    let examination = Shown::during(language, |progress| notebook.examine_with(progress));
    let mut paragraphs: Vec<String> =
        examination.findings.iter().map(|finding| finding.message(language)).collect();
    let needed = examination.findings.iter().filter(|finding| finding.needs_doing()).count();
    let examined =
        language.examined(&shown(folder), examination.meetings, examination.earlier, examination.definitions);
    paragraphs.push(format!("{examined} {}", language.examined_findings(needed)));
    paragraphs.extend(protection(folder, language));
    let strays = keys.map(Keys::strays).unwrap_or_default();
    if !strays.is_empty() {
        let files: Vec<String> = strays.iter().map(|path| format!("  {}", shown(path))).collect();
        paragraphs.push(language.reader_strays(&files.join("\n")));
    }
    let lacks_recovery = lacks_recovery(folder);
    paragraphs.extend(lacks_recovery.then(|| language.recovery_missing(&shown(folder))));
    let settings = settings_faults(folder, language);
    let faulty = !settings.is_empty();
    paragraphs.extend(settings);
    paragraphs.extend(retention(folder, language));
    Ok((format!("{}\n", paragraphs.join("\n\n")), needed > 0 || lacks_recovery || faulty))
}

/// Whether a sealed notebook has no file that the recovery key opens.
fn lacks_recovery(folder: &Path) -> bool {
    let is_sealed = |known| matches!(known, Protection::Sealed { .. });
    store::protection(&RealFiles, folder).is_ok_and(is_sealed) && !store::has_recovery(&RealFiles, folder)
}

/// What cannot be used of the settings; that they are no TOML was found above.
fn settings_faults(folder: &Path, language: Language) -> Vec<String> {
    let text = Notebook::existing(folder, Arc::new(RealFiles)).read_settings().ok().flatten();
    let (_, faults) = settings_file::read(&text.unwrap_or_default());
    let faults = faults.iter().filter(|fault| !fault.is_syntax());
    faults.map(|fault| fault.message(language)).collect()
}

/// How long meetings are kept; settings that cannot be read were found above.
fn retention(folder: &Path, language: Language) -> Option<String> {
    let text = Notebook::existing(folder, Arc::new(RealFiles)).read_settings().ok()?;
    let set = settings_file::read(&text.unwrap_or_default()).0;
    folder.is_dir().then(|| match set.retention_months {
        Some(months) => language.retention_set(months),
        None => language.retention_unset().to_owned(),
    })
}

/// What opens the files of the notebook in `folder`.
fn opening(folder: &Path, keys: Option<&Keys>, language: Language) -> Result<Arc<dyn Codec>, Trouble> {
    match keys {
        None => Ok(Arc::new(Plain)),
        Some(keys) => {
            store::codec(&RealFiles, folder, keys).map_err(|problem| Trouble::new(problem.message(language)))
        }
    }
}

fn notebook(folder: &Path, codec: Arc<dyn Codec>) -> Notebook {
    Notebook::existing_with(folder, Arc::new(RealFiles), codec).remembered_in(store::folder::memory())
}

/// Takes the notebook as it is: what was put back or is gone counts as meant from now on; false when something is left.
///
/// # Errors
///
/// What the disk says.
pub(in crate::cli) fn accept(
    folder: &Path,
    keys: Option<&Keys>,
    language: Language,
) -> Result<(String, bool), Trouble> {
    let codec = opening(folder, keys, language)?;
    let failed = |error: SaveError| Trouble::new(error.message(language));
    let notebook = notebook(folder, codec);
    let done = notebook.accept().map_err(failed)?;
    let clock = notebook.see_clock(&me()).map_err(failed)?;
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
    if !clock.is_empty() {
        paragraphs.push(language.accepted_clock().to_owned());
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
        Protection::None => match store::fictional(&RealFiles, folder).ok()? {
            None => language.protection_none().to_owned(),
            Some(said) => language.protection_fictional(&said.stated, &said.who),
        },
        Protection::Disk(stated) => language.protection_disk(&stated.stated, &stated.who, &stated.place),
        Protection::Sealed { under_way: true } => return None,
        Protection::Sealed { under_way: false } => language.protection_sealed().to_owned(),
    })
}
