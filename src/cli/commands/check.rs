//! Checking definitions: all that is wrong with each file, at its place.

use std::io;
use std::path::{Path, PathBuf};

use crate::checklist::{self, DefinitionFile, Diagnostic, Layer, Library, Severity};
use crate::cli::trouble::{reason_at, shown};
use crate::shell::outside::definitions::{self, Found};
use crate::store::entries::entries;
use crate::words::Language;

/// How wide lines of a report get.
const WIDTH: usize = 100;

/// What came of checking.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) struct Checked {
    /// Every file that was to be checked, in order.
    pub files: Vec<CheckedFile>,
    /// The folders of the layers, where nobody named files.
    pub layers: Option<Layers>,
}

/// The folders in which definitions were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Layers {
    /// The user's own one; absent where the system has no place for a notebook.
    pub own: Option<PathBuf>,
    /// The one given on the command line.
    pub given: Option<PathBuf>,
}

/// A file and what was found in it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) struct CheckedFile {
    /// Its path; for a shipped one its name within the program.
    pub path: PathBuf,
    /// The layer that it is part of, where the layers in force were checked.
    pub layer: Option<Layer>,
    /// Whether the program uses what it defines; only where the layers in force were checked.
    pub in_force: bool,
    /// What could be read of it.
    pub content: Result<Content, String>,
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli) struct Content {
    /// Its text.
    pub source: std::sync::Arc<str>,
    /// What is wrong, by place.
    pub found: Vec<Diagnostic>,
    /// How many problems more there are than are told.
    pub untold: usize,
}

impl CheckedFile {
    /// Whether it cannot be used.
    pub(in crate::cli) fn is_wrong(&self) -> bool {
        self.content.as_ref().is_ok_and(|content| {
            content.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
        })
    }
}

impl Checked {
    /// How many files cannot be used.
    pub(in crate::cli) fn wrong(&self) -> usize {
        self.files.iter().filter(|file| file.is_wrong()).count()
    }

    /// What could not be read, in the words of the user.
    pub(in crate::cli) fn unreadable(&self) -> impl Iterator<Item = &String> {
        self.files.iter().filter_map(|file| file.content.as_ref().err())
    }

    /// The report for people, without what could not be read.
    pub(in crate::cli) fn text(&self, language: Language) -> String {
        let mut parts = Vec::new();
        let mut count = 0;
        for (file, content) in self.files.iter().filter_map(|file| Some((file, file.content.as_ref().ok()?)))
        {
            count += 1;
            if !content.found.is_empty() {
                let path = match file.layer {
                    Some(Layer::Shipped) => language.cli_shipped_file(&shown(&file.path)),
                    _ => shown(&file.path),
                };
                parts.push(checklist::render(&content.found, &content.source, &path, language, WIDTH, false));
            }
            if content.untold > 0 {
                parts.push(format!("{}\n", language.more_faults(content.untold)));
            }
        }
        let mut end = String::new();
        if let Some(layers) = &self.layers {
            let of = |layer| self.files.iter().filter(|file| file.layer == Some(layer)).count();
            end.push_str(&format!("{}\n", language.cli_checked_shipped(of(Layer::Shipped))));
            if let Some(own) = &layers.own {
                let is_read = |file: &CheckedFile| file.path != *own || file.content.is_ok();
                let line = match self.files.iter().all(is_read) {
                    true => language.cli_checked_own(of(Layer::User), &shown(own)),
                    false => language.cli_own_not_read(&shown(own)),
                };
                end.push_str(&format!("{line}\n"));
            }
            if let Some(given) = &layers.given {
                end.push_str(&format!("{}\n", language.cli_checked_given(of(Layer::Given), &shown(given))));
            }
        }
        if count > 0 {
            end.push_str(&format!("{}\n", language.cli_checked(count, self.wrong())));
        }
        parts.extend(Some(end).filter(|end| !end.is_empty()));
        parts.join("\n")
    }
}

/// A file to be checked.
struct Subject {
    path: PathBuf,
    content: Result<Read, String>,
}

struct Read {
    file: DefinitionFile,
    /// Set where the file was refused as a whole: then there is nothing else to say.
    refused: Vec<Diagnostic>,
    /// Why no folder takes a file of this name, beside what is wrong in it.
    passed_over: Option<Diagnostic>,
}

/// Checks files and folders of files that somebody named, each beside the shipped ones.
pub(in crate::cli) fn named(paths: &[PathBuf], language: Language) -> Checked {
    let mut subjects = Vec::new();
    for path in paths {
        subjects.extend(subjects_of(path, language));
    }
    // What the files say of each other is judged as the program itself would: all of them together, over the shipped.
    let files = judged(&checklist::shipped(), subjects, None);
    Checked { files, layers: None }
}

/// Checks everything that the program would use now.
pub(in crate::cli) fn in_force(layers: Layers, language: Language) -> Checked {
    let shipped = checklist::shipped();
    let of_program = |file: &DefinitionFile| Subject {
        path: PathBuf::from(&file.file),
        content: Ok(Read { file: file.clone(), refused: Vec::new(), passed_over: None }),
    };
    let mut subjects: Vec<Subject> = shipped.iter().map(of_program).collect();
    let of_folder = |layer, folder: &Path| match entries(folder, 1) {
        Ok(_) => read_all(layer, folder),
        Err(error) => vec![unreadable(folder, &error, language)],
    };
    if let Some(own) = &layers.own {
        // Where there is none, a folder beside it may have been meant.
        let is_there = own.try_exists().unwrap_or(true);
        subjects.extend(if is_there { of_folder(Layer::User, own) } else { read_all(Layer::User, own) });
    }
    if let Some(given) = &layers.given {
        let found = of_folder(Layer::Given, given);
        // Who names a folder expects something in it.
        subjects.extend(if found.is_empty() { vec![empty(given, language)] } else { found });
    }
    let files = judged(&[], subjects, Some(&layers));
    Checked { files, layers: Some(layers) }
}

/// Judges all files together, over `under`.
fn judged(under: &[DefinitionFile], subjects: Vec<Subject>, layers: Option<&Layers>) -> Vec<CheckedFile> {
    let usable = |subject: &Subject| match &subject.content {
        Ok(read) if read.refused.is_empty() => Some(read.file.clone()),
        _ => None,
    };
    let library = Library::new(under.iter().cloned().chain(subjects.iter().filter_map(usable)).collect());
    let judge = |subject: Subject| {
        let read = match subject.content {
            Ok(read) => read,
            Err(why) => {
                return CheckedFile { path: subject.path, layer: None, in_force: false, content: Err(why) };
            }
        };
        let (mut found, untold) =
            if read.refused.is_empty() { found(&read.file, &library) } else { (read.refused, 0) };
        found.splice(0..0, read.passed_over);
        let DefinitionFile { layer, file, source, .. } = read.file;
        let in_force = layers.is_some() && library.uses(layer, &file);
        let content = Ok(Content { source, found, untold });
        CheckedFile { path: subject.path, layer: layers.map(|_| layer), in_force, content }
    };
    subjects.into_iter().map(judge).collect()
}

fn found(file: &DefinitionFile, library: &Library) -> (Vec<Diagnostic>, usize) {
    let same = |one: &&checklist::FileProblems| {
        one.layer == file.layer && one.file == file.file && one.source == file.source
    };
    let problems = library.problems().iter().find(same);
    problems.map(|problems| (problems.diagnostics.clone(), problems.untold)).unwrap_or_default()
}

fn unreadable(path: &Path, error: &io::Error, language: Language) -> Subject {
    let why = language.cli_unreadable(&shown(path), &reason_at(path, error, language));
    Subject { path: path.to_owned(), content: Err(why) }
}

fn empty(folder: &Path, language: Language) -> Subject {
    Subject { path: folder.to_owned(), content: Err(language.cli_no_checklists(&shown(folder))) }
}

fn subjects_of(path: &Path, language: Language) -> Vec<Subject> {
    let facts = std::fs::metadata(path).or_else(|_| std::fs::symlink_metadata(path));
    let is_folder = match facts {
        Ok(facts) => facts.is_dir(),
        Err(error) => return vec![unreadable(path, &error, language)],
    };
    if !is_folder {
        return vec![match definitions::file(Layer::Given, &folder_of(path), path) {
            Ok(file) => by_name(subject(Found { path: path.to_owned(), file })),
            Err(error) => unreadable(path, &error, language),
        }];
    }
    // A folder that is there but cannot be read is not an empty one.
    if let Err(error) = entries(path, 1) {
        return vec![unreadable(path, &error, language)];
    }
    let found = read_all(Layer::Given, path);
    if found.is_empty() { vec![empty(path, language)] } else { found }
}

/// The folder of definitions that a file belongs to: a route or case lies one deeper.
fn folder_of(path: &Path) -> PathBuf {
    let parent = path.parent().unwrap_or(Path::new(""));
    let is_within =
        parent.file_name().is_some_and(|name| definitions::WITHIN.iter().any(|within| name == *within));
    let folder = if is_within { parent.parent().unwrap_or(parent) } else { parent };
    folder.to_owned()
}

fn read_all(layer: Layer, folder: &Path) -> Vec<Subject> {
    definitions::files(layer, folder).into_iter().map(subject).collect()
}

fn subject(found: Found) -> Subject {
    let Found { path, file } = found;
    let refused = file.refusal().into_iter().collect();
    Subject { path, content: Ok(Read { file, refused, passed_over: None }) }
}

/// A file that somebody named, and whether a folder would take it under that name.
fn by_name(mut subject: Subject) -> Subject {
    if let Ok(read) = &mut subject.content
        && read.refused.is_empty()
    {
        read.passed_over = definitions::passed_over(&subject.path).and_then(|file| file.refusal());
    }
    subject
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(files: &[(&str, &[u8])]) -> Checked {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        named(&[folder.path().to_owned()], Language::Dutch)
    }

    fn shipped(name: &str) -> std::sync::Arc<str> {
        checklist::shipped().iter().find(|one| one.file == name).unwrap().source.clone()
    }

    #[test]
    fn a_file_that_is_in_order() {
        let checked = checked(&[("markering.toml", shipped("markering.toml").as_bytes())]);
        assert_eq!(checked.wrong(), 0);
        assert_eq!(checked.text(Language::Dutch), "1 bestand nagekeken, in orde.\n");
    }

    /// Whoever names a file hears whether its folder will take it.
    #[test]
    fn a_named_file_that_no_folder_takes_is_not_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let content = shipped("markering.toml");
        let check = |name: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, &*content).unwrap();
            let checked = named(std::slice::from_ref(&path), Language::Dutch);
            std::fs::remove_file(path).unwrap();
            (checked.wrong(), checked.text(Language::Dutch))
        };
        assert_eq!(check("markering.toml").0, 0);
        for name in [
            "markering.yaml",
            "markering.toml.txt",
            "markering.TOML",
            "markering",
            "markering.txt",
            "markering.json",
        ] {
            let (wrong, text) = check(name);
            assert_eq!(wrong, 1, "{name}\n{text}");
            assert!(text.contains("overgeslagen") && text.contains(name), "{name}\n{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_shown_with_its_file_and_counted() {
        let checked = checked(&[("a.toml", b"format = \n"), ("b.toml", b"\xff\xfe")]);
        let text = checked.text(Language::Dutch);
        assert_eq!(checked.wrong(), 2);
        assert!(text.contains("a.toml:1") && text.contains("b.toml"), "{text}");
        assert!(text.ends_with("2 bestanden nagekeken, 2 niet in orde.\n"), "{text}");
    }

    #[test]
    fn what_cannot_be_read_is_said_and_the_rest_is_checked() {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("markering.toml");
        std::fs::write(&good, &*shipped("markering.toml")).unwrap();
        let checked = named(&["is er niet.toml".into(), good], Language::Dutch);
        let unreadable: Vec<&String> = checked.unreadable().collect();
        assert!(unreadable.len() == 1 && unreadable[0].starts_with("is er niet.toml is niet te lezen"));
        assert_eq!(checked.text(Language::Dutch), "1 bestand nagekeken, in orde.\n");
        let empty = named(&[tempfile::tempdir().unwrap().path().to_owned()], Language::Dutch);
        assert_eq!((empty.text(Language::Dutch).as_str(), empty.unreadable().count()), ("", 1));
    }

    #[test]
    fn the_layers_in_force_with_the_shipped_one_that_an_own_one_replaces() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("checklists");
        std::fs::create_dir(&own).unwrap();
        std::fs::write(own.join("kort.toml"), &*shipped("kort.toml")).unwrap();
        std::fs::write(own.join("markering.toml"), "format = \n").unwrap();
        let layers = Layers { own: Some(own.clone()), given: None };
        let checked = in_force(layers, Language::Dutch);
        let force = |layer, name: &str| {
            let known = |file: &&CheckedFile| file.layer == Some(layer) && file.path.ends_with(name);
            checked.files.iter().find(known).map(|file| file.in_force)
        };
        assert_eq!(force(Layer::Shipped, "markering.toml"), Some(true));
        assert_eq!(force(Layer::User, "markering.toml"), Some(false));
        assert_eq!(force(Layer::User, "kort.toml"), Some(true));
        // The route of the same name is another thing.
        assert_eq!(force(Layer::Shipped, "routes/kort.toml"), Some(true));
        assert_eq!(checked.wrong(), 1);
        let text = checked.text(Language::Dutch);
        assert!(text.contains(&format!("2 in uw eigen map ({})", own.display())), "{text}");
    }

    #[test]
    fn an_own_folder_that_cannot_be_read_is_not_called_empty() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("checklists");
        std::fs::write(&own, "").unwrap();
        let checked = in_force(Layers { own: Some(own.clone()), given: None }, Language::Dutch);
        let text = checked.text(Language::Dutch);
        assert!(text.contains(&format!("uw eigen map is niet te lezen ({})", own.display())), "{text}");
        assert_eq!(checked.unreadable().count(), 1);
    }

    #[test]
    fn the_shipped_files_are_in_order() {
        let checked = in_force(Layers { own: None, given: None }, Language::Dutch);
        assert!(checked.files.len() > 8);
        assert!(checked.files.iter().all(|file| file.content.as_ref().unwrap().found.is_empty()));
        assert!(checked.files.iter().all(|file| file.in_force));
    }
}
