//! What leaves the notebook as a text: agreed to, noted in the access log, and printed or put in a file.

use std::io::{self, IsTerminal, Write as _};
use std::path::Path;

use crate::cli::console::{ask, out};
use crate::cli::trouble::{Trouble, reason_at, shown};
use crate::meeting::{Meeting, PatientId};
use crate::shell::Outside;
use crate::store::Deed;
use crate::words::Language;

/// A text that leaves the notebook.
pub(in crate::cli) struct Leaf {
    /// The text.
    pub text: String,
    /// The patients whom it is about, for the access log.
    pub patients: Vec<PatientId>,
    /// Whether it is read by a program, so that no line is folded.
    pub exactly: bool,
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
    let replaces = file.map(|path| may_write(path, language)).transpose()?.unwrap_or_default();
    agree()?;
    if let Some(why) = outside.note(Deed::Exported, meeting, leaf.patients.clone()) {
        out::complain(why.get(language));
    }
    match file {
        Some(path) => {
            put(path, leaf.text.as_bytes(), replaces).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Trouble::new(language.cli_record_exists(&shown(path))),
                _ => Trouble::new(language.cli_not_made(&shown(path), &reason_at(path, &error, language))),
            })?;
            let written = language.cli_written_to(&shown(path));
            out::done(&format!("{written} {}\n", language.export_is_open()), true, language)
        }
        None if leaf.exactly => out::printed_as_it_is(&leaf.text, language),
        None => out::printed(&leaf.text, language),
    }
}

/// Whether something is to be replaced there.
fn may_write(path: &Path, language: Language) -> Result<bool, Trouble> {
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

/// Writes a file beside its place, and gives it its name when it is whole; nobody else may read it.
fn put(path: &Path, content: &[u8], replaces: bool) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".pallium-").tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    let named = if replaces { file.persist(path) } else { file.persist_noclobber(path) };
    named.map(drop).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_and_another_is_not_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("uit.csv");
        put(&path, b"a\r\n", false).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"a\r\n");
        assert_eq!(put(&path, b"b", false).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).unwrap(), b"a\r\n");
        put(&path, b"b", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"b");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(
            may_write(folder.path(), Language::Dutch).unwrap_err().message.contains("geen gewoon bestand")
        );
        assert!(put(&folder.path().join("weg/uit.csv"), b"", false).is_err());
    }
}
