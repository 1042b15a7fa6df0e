//! What leaves the notebook as a text: agreed to, noted in the access log, and printed or put in a file.

use std::io::{self, IsTerminal};
use std::path::Path;

use crate::cli::console::{ask, out};
use crate::cli::trouble::{Trouble, WENT_WRONG, WRONG_USAGE, reason_at, shown};
use crate::export::is_device;
use crate::meeting::{Meeting, PatientId};
use crate::shell::Outside;
use crate::words::Language;

/// A text that leaves the notebook.
pub(in crate::cli) struct Leaf {
    /// The text.
    pub text: String,
    /// Which paper it is, by the name that programs have for it, for the access log.
    pub paper: &'static str,
    /// The patients whom it is about, for the access log.
    pub patients: Vec<PatientId>,
    /// Whether it is read by a program, so that no line is folded.
    pub exactly: bool,
    /// The bytes of a file that is no text, where it is one; it leaves in a file only.
    pub bytes: Option<Vec<u8>>,
}

/// Brings a text outside, which is of `meeting` where it is of one, once `agree` has somebody agree to that.
///
/// # Errors
///
/// When nobody agrees, a file is there that nobody wants to replace, or not everything could be written.
pub(in crate::cli) fn leave(
    outside: &Outside,
    leaf: &Leaf,
    meeting: Option<&Meeting>,
    file: Option<&Path>,
    agree: impl FnOnce() -> Result<(), Trouble>,
    language: Language,
) -> Result<u8, Trouble> {
    if leaf.bytes.is_some() && file.is_none() {
        return Err(Trouble { message: language.cli_only_in_file().to_owned(), code: WRONG_USAGE });
    }
    if let Some(path) = file {
        let copied_by = outside.place_of(path).map_err(|why| Trouble::new(why.get(language)))?;
        if let Some(by) = copied_by {
            out::complain(&language.paper_folder_synchronised(by));
        }
    }
    let replaces = file.map(|path| may_write(path, language)).transpose()?.unwrap_or_default();
    // A session with a case is about nobody.
    let is_about_patients = meeting.is_none_or(|meeting| meeting.session.is_none());
    if is_about_patients {
        agree()?;
    }
    match file {
        Some(path) => {
            let content = leaf.bytes.as_deref().unwrap_or(leaf.text.as_bytes());
            let (untold, put) =
                outside.bring_outside(path, content, replaces, leaf.paper, meeting, &leaf.patients);
            let noted = out::is_noted(untold.as_ref(), language);
            put.map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Trouble::new(language.cli_record_exists(&shown(path))),
                _ => Trouble::new(language.cli_not_made(&shown(path), &reason_at(path, &error, language))),
            })?;
            let written = language.cli_written_to(&shown(path));
            let warned = if is_about_patients { language.export_is_open() } else { language.session_paper() };
            out::done(&format!("{written} {warned}\n"), noted, language)
        }
        None => {
            let noted = out::is_noted(
                outside.note_paper(leaf.paper, meeting, leaf.patients.clone()).as_ref(),
                language,
            );
            let printed = if leaf.exactly {
                out::printed_as_it_is(&leaf.text, language)?
            } else {
                out::printed(&leaf.text, language)?
            };
            Ok(if noted { printed } else { WENT_WRONG })
        }
    }
}

/// Whether something is to be replaced there.
fn may_write(path: &Path, language: Language) -> Result<bool, Trouble> {
    // A name that ends as a folder does, where nothing is: its fault would be that something else stood there.
    let is_folder = path.as_os_str().as_encoded_bytes().last() == Some(&b'/');
    if let (true, Err(error)) = (is_folder, path.components().as_path().symlink_metadata()) {
        return Err(Trouble::new(language.cli_not_made(&shown(path), &reason_at(path, &error, language))));
    }
    // There, what is written to such a name goes to no file.
    let is_device = |stem: &std::ffi::OsStr| is_device(&stem.to_string_lossy());
    if cfg!(windows) && path.file_stem().is_some_and(is_device) {
        return Err(Trouble::new(language.cli_no_ordinary_file(&shown(path))));
    }
    match path.symlink_metadata() {
        Err(_) => Ok(false),
        Ok(known) if !known.is_file() => Err(Trouble::new(language.cli_no_ordinary_file(&shown(path)))),
        Ok(_) => {
            let can_ask = io::stdin().is_terminal() && io::stderr().is_terminal();
            if can_ask && ask::yes_beside(&language.cli_replace_file(&shown(path)), language) {
                return Ok(true);
            }
            Err(Trouble::new(language.cli_record_exists(&shown(path))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let told = may_write(folder.path(), Language::Dutch).unwrap_err().message;
        assert!(told.contains("geen gewoon bestand"), "{told}");
        let told = may_write(&folder.path().join("weg/"), Language::Dutch).unwrap_err().message;
        assert!(told.contains("niet te maken") && !told.contains("iets anders"), "{told}");
        assert!(matches!(may_write(&folder.path().join("nieuw.csv"), Language::Dutch), Ok(false)));
    }
}
