//! Checking definitions: all that is wrong with each file, at its place.

use std::path::{Path, PathBuf};

use super::{reason, shown};
use crate::checklist::{self, DefinitionFile, Diagnostic, Layer, Library, Severity};
use crate::shell::definitions::{self, Found};
use crate::words::Language;

/// How wide lines of a report get.
const WIDTH: usize = 100;

/// What came of checking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Checked {
    /// The report.
    pub text: String,
    /// How many files cannot be used.
    pub wrong: usize,
}

/// A file to be checked.
struct Subject {
    path: PathBuf,
    file: DefinitionFile,
    /// Set where the file was refused as a whole: then there is nothing else to say.
    refused: Vec<Diagnostic>,
}

/// Checks files and folders of files; `asked` says whether somebody named them.
///
/// # Errors
///
/// The message, when something cannot be read or holds no definitions.
pub(super) fn check(paths: &[PathBuf], asked: bool, language: Language) -> Result<Checked, String> {
    let mut subjects = Vec::new();
    for path in paths {
        subjects.extend(subjects_of(path, asked, language)?);
    }
    if subjects.is_empty() {
        return Ok(Checked { text: format!("{}\n", language.cli_nothing_to_check()), wrong: 0 });
    }
    // What the files say of each other is judged as the program itself would: all of them together, over the shipped.
    let mut files = checklist::shipped();
    files.extend(subjects.iter().filter(|subject| subject.refused.is_empty()).map(|one| one.file.clone()));
    let library = Library::new(files);
    let mut reports = Vec::new();
    let mut wrong = 0;
    for subject in &subjects {
        let (found, untold) = found(subject, &library);
        wrong += usize::from(found.iter().any(|one| one.severity == Severity::Error));
        if !found.is_empty() {
            let path = shown(&subject.path);
            reports.push(checklist::render(found, &subject.file.source, &path, language, WIDTH, false));
        }
        if untold > 0 {
            reports.push(format!("{}\n", language.more_faults(untold)));
        }
    }
    reports.push(format!("{}\n", language.cli_checked(subjects.len(), wrong)));
    Ok(Checked { text: reports.join("\n"), wrong })
}

fn found<'a>(subject: &'a Subject, library: &'a Library) -> (&'a [Diagnostic], usize) {
    if !subject.refused.is_empty() {
        return (&subject.refused, 0);
    }
    let same = |one: &&checklist::FileProblems| {
        one.layer == subject.file.layer && one.file == subject.file.file && one.source == subject.file.source
    };
    let problems = library.problems().iter().find(same);
    problems.map(|problems| (problems.diagnostics.as_slice(), problems.untold)).unwrap_or_default()
}

fn subjects_of(path: &Path, asked: bool, language: Language) -> Result<Vec<Subject>, String> {
    let unreadable =
        |path: &Path, error: &std::io::Error| language.cli_unreadable(&shown(path), &reason(error, language));
    let facts = std::fs::metadata(path).or_else(|_| std::fs::symlink_metadata(path));
    let found = if facts.map_err(|error| unreadable(path, &error))?.is_dir() {
        // A folder that is there but cannot be read is not an empty one.
        std::fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
        definitions::files(Layer::Given, path)
    } else {
        let file = definitions::file(Layer::Given, &folder_of(path), path);
        vec![Found { path: path.to_owned(), file: file.map_err(|error| unreadable(path, &error))? }]
    };
    if found.is_empty() && asked {
        return Err(language.cli_no_checklists(&shown(path)));
    }
    Ok(found.into_iter().map(subject).collect())
}

/// The folder of definitions that a file belongs to: a route lies one deeper.
fn folder_of(path: &Path) -> PathBuf {
    let parent = path.parent().unwrap_or(Path::new(""));
    let is_routes = parent.file_name().is_some_and(|name| name == "routes");
    let folder = if is_routes { parent.parent().unwrap_or(parent) } else { parent };
    folder.to_owned()
}

fn subject(found: Found) -> Subject {
    let Found { path, file } = found;
    let refused = file.refused.iter().map(|why| Diagnostic::new(why.clone(), 0..0)).collect();
    Subject { path, refused, file }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(files: &[(&str, &[u8])]) -> Result<Checked, String> {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        check(&[folder.path().to_owned()], true, Language::Dutch)
    }

    #[test]
    fn a_file_that_is_in_order() {
        let shipped = checklist::shipped();
        let source = shipped.iter().find(|one| one.file == "markering.toml").unwrap().source.clone();
        let checked = checked(&[("markering.toml", source.as_bytes())]).unwrap();
        assert_eq!((checked.wrong, checked.text.as_str()), (0, "1 bestand nagekeken, in orde.\n"));
    }

    #[test]
    fn what_is_wrong_is_shown_with_its_file_and_counted() {
        let checked = checked(&[("a.toml", b"format = \n"), ("b.toml", b"\xff\xfe")]).unwrap();
        assert_eq!(checked.wrong, 2);
        assert!(checked.text.contains("a.toml:1") && checked.text.contains("b.toml"), "{}", checked.text);
        assert!(checked.text.ends_with("2 bestanden nagekeken, 2 niet in orde.\n"), "{}", checked.text);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let nowhere = PathBuf::from("is er niet.toml");
        let message = check(&[nowhere], true, Language::Dutch).unwrap_err();
        assert!(message.starts_with("is er niet.toml is niet te lezen"), "{message}");
        assert!(checked(&[]).unwrap_err().contains("geen checklists"));
        let none = check(&[], false, Language::Dutch).unwrap();
        assert_eq!(none.text, format!("{}\n", Language::Dutch.cli_nothing_to_check()));
    }
}
