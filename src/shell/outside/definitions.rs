//! The files with definitions in a folder of the user, read with care: anything may lie there.
//!
//! A folder may come by mail or from a shared disk. Nothing in it is followed, waited for or silently left out: what is
//! no ordinary file of bounded size with a readable name is told of by name, like any other fault in a definition.

mod second;

use std::ffi::OsStr;
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::checklist::{DefinitionFile, FileKind, Layer, Problem, limits, not_unicode};
use crate::store::Fault;
use crate::store::entries::entries;
use crate::text;

/// The folder within the notebook that holds the user's own definitions.
pub const FOLDER: &str = crate::store::CHECKLISTS;

/// Folders within a folder of definitions that hold some as well.
pub const WITHIN: [&str; 2] = ["routes", "casussen"];

/// The most names that are looked at in one folder, whatever they name.
const MOST_NAMES: usize = 20 * limits::FILES;

/// A file of a folder with what was read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its text, or why there is none.
    pub file: DefinitionFile,
}

/// The definitions in `folder`, by name, with everything there that cannot be one; none when it is not there.
///
/// The folder itself may be a link; nothing within it may.
pub fn files(layer: Layer, folder: &Path) -> Vec<Found> {
    let mut found: Vec<Found> = beside(folder)
        .into_iter()
        .map(|path| {
            let name = path.file_name().map_or_else(String::new, shown_name);
            let is_within = WITHIN.contains(&name.as_str());
            let why = if is_within { Problem::FolderBeside } else { Problem::OtherFolder };
            Found { file: DefinitionFile::refused(layer, format!("../{name}"), why), path }
        })
        .collect();
    for (inner, path) in folders(folder) {
        let refused = |why| Found { path: path.clone(), file: DefinitionFile::refused(layer, &inner, why) };
        let listing = match listing(&path, folder == path) {
            Ok(listing) => listing,
            Err(why) => {
                found.extend(why.map(refused));
                continue;
            }
        };
        found.extend(listing.passed_over.iter().map(|(path, why)| {
            let name = path.file_name().map_or_else(String::new, shown_name);
            let name = if path.parent() == Some(folder) { name } else { format!("{inner}{name}") };
            Found { path: path.clone(), file: DefinitionFile::refused(layer, &name, why.clone()) }
        }));
        let read: Vec<Found> = listing
            .paths
            .iter()
            .filter_map(|path| Some(Found { path: path.clone(), file: file(layer, folder, path).ok()? }))
            .collect();
        let texts: Vec<(&Path, &str)> = read.iter().map(|one| (&*one.path, &*one.file.source)).collect();
        found.extend(read.iter().zip(&texts).map(|(one, text)| match second::is_second(*text, &texts) {
            true => {
                let file = DefinitionFile::refused(layer, &one.file.file, Problem::SecondVersion);
                Found { path: one.path.clone(), file }
            }
            false => one.clone(),
        }));
        found.extend(listing.more.then(|| refused(Problem::TooManyFiles)));
    }
    found
}

/// The folder and those within it, each with its name as shown.
fn folders(folder: &Path) -> Vec<(String, PathBuf)> {
    let own = folder.file_name().map_or_else(|| FOLDER.to_owned(), shown_name);
    let within = WITHIN.iter().map(|name| (format!("{name}/"), folder.join(name)));
    std::iter::once((format!("{own}/"), folder.to_owned())).chain(within).collect()
}

/// The paths in one folder that have the name of a definition.
struct Listing {
    paths: Vec<PathBuf>,
    /// What was meant to be read, and why it is not.
    passed_over: Vec<(PathBuf, Problem)>,
    /// Whether there are more than are read.
    more: bool,
}

/// What has the name of a definition in `folder`, by name; or why that cannot be said, `None` where it is not there.
fn listing(folder: &Path, may_be_link: bool) -> Result<Listing, Option<Problem>> {
    let unreadable = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => None,
        _ => Some(refused_by(folder, &error, Problem::UnreadableFolder)),
    };
    let kind = fs::symlink_metadata(folder).map_err(unreadable)?.file_type();
    if kind.is_symlink() && !may_be_link {
        return Err(Some(Problem::Link));
    }
    let mut paths = Vec::new();
    let mut passed_over = Vec::new();
    let mut names = 0;
    for named in entries(folder, MOST_NAMES).map_err(unreadable)? {
        names += 1;
        let path = folder.join(named.name);
        if is_named_definition(&path) {
            paths.push(path);
        } else if let Some(why) = meant(&path) {
            passed_over.push((path, why));
        }
    }
    paths.sort();
    passed_over.sort_by(|one, other| one.0.cmp(&other.0));
    passed_over.truncate(limits::FILES);
    let more = paths.len() > limits::FILES || names == MOST_NAMES;
    paths.truncate(limits::FILES);
    Ok(Listing { paths, passed_over, more })
}

fn is_named_definition(path: &Path) -> bool {
    !is_rubbish(path) && path.extension().is_some_and(|extension| extension == "toml")
}

/// Whether a file is one that systems, editors and programs that synchronise leave: hidden, locked or half written.
fn is_rubbish(path: &Path) -> bool {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().to_lowercase();
    let ends = ["~", ".swp", ".swo", ".swx", ".tmp", ".part", ".partial", ".bak", ".crdownload", ".sync"];
    name.is_empty() || name.starts_with(['.', '~']) || ends.iter().any(|end| name.ends_with(end))
}

/// Why something with another name was meant to be read all the same.
fn meant(path: &Path) -> Option<Problem> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    // What iCloud leaves in the place of a file that it holds.
    if name.starts_with('.') && name.ends_with(".toml.icloud") {
        return Some(Problem::NotDownloaded);
    }
    if is_rubbish(path)
        || crate::store::is_rubbish(&name)
        || WITHIN.iter().any(|within| path.ends_with(within))
    {
        return None;
    }
    if path.is_dir() {
        let folder = matches!(name.trim(), "route" | "routes" | "casus" | "casussen" | "case" | "cases");
        let holds = || !path.is_symlink() && second::holds_definitions(path);
        return (folder || holds()).then_some(Problem::OtherFolder);
    }
    // What tells people about the folder is no checklist that somebody forgot to name so.
    let stem = name.split_once('.').map_or(&*name, |(stem, _)| stem).trim();
    let about = [
        "readme",
        "read me",
        "leesmij",
        "lees mij",
        "license",
        "licentie",
        "changelog",
        "uitleg",
        "notes",
        "notities",
        "aantekeningen",
    ];
    if about.contains(&stem) && !name.ends_with(".toml") {
        return None;
    }
    // What an editor saves beside a file that is open in it.
    if name.starts_with('#') && name.ends_with(".toml#") {
        return Some(Problem::SecondVersion);
    }
    // Editors of text put their own ending behind it, systems that copy a number, some disks know no small letters, and
    // hands make mistakes. What somebody put aside on purpose is not named.
    let aside = [
        "old", "oud", "orig", "save", "uit", "gz", "zip", "7z", "lnk", "url", "gdoc", "lock", "rej", "diff",
        "patch",
    ];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_mistyped = matches!(ending.trim(), "toml" | "tml" | "tom" | "tolm" | "tomll" | "toml_");
    // "x.toml (1)" beside "x.toml": an ending taken away would put it in its place.
    let first = name.split_once(".toml").filter(|(_, more)| more.starts_with([' ', '(', '-', '_']));
    let is_there = |stem: &str| path.with_file_name(format!("{stem}.toml")).is_file();
    if first.is_some_and(|(stem, _)| is_there(stem)) {
        return Some(Problem::SecondVersion);
    }
    let is_text = || {
        const PLAIN: [&str; 14] = [
            "", "txt", "text", "md", "conf", "config", "cfg", "ini", "yaml", "yml", "json", "csv", "log",
            "asc",
        ];
        PLAIN.contains(&ending.trim()) && second::is_definition(path)
    };
    let is_meant = is_mistyped || (name.contains(".toml") && !aside.contains(&ending)) || is_text();
    let other = || FileKind::of_ending(ending.trim()).map(Problem::OtherKind);
    if name.trim_end() != name && name.trim_end().ends_with(".toml") {
        return Some(Problem::SpaceBehind);
    }
    if is_meant { Some(Problem::OtherEnding) } else { other() }
}

/// Folders beside that of a notebook that were meant to be it.
fn beside(folder: &Path) -> Vec<PathBuf> {
    if !folder.ends_with(FOLDER) {
        return Vec::new();
    }
    let around = folder.parent().unwrap_or(folder);
    let named = entries(around, MOST_NAMES).unwrap_or_default();
    let paths = named.into_iter().map(|named| around.join(named.name));
    let is_other = |path: &PathBuf| {
        let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        let lower = name.trim().to_lowercase();
        name != FOLDER
            && (matches!(lower.as_str(), "checklist" | "checklists" | "checklijst" | "checklijsten")
                || WITHIN.contains(&&*name) && second::holds_definitions(path))
            && path.is_dir()
    };
    paths.filter(is_other).collect()
}

/// A file that somebody named and that no folder of definitions takes, because of its name; refused for that.
pub fn passed_over(path: &Path) -> Option<DefinitionFile> {
    if is_named_definition(path) {
        return None;
    }
    let other = || path.extension().is_none_or(|ending| ending != "toml").then_some(Problem::OtherEnding);
    let name = path.file_name().map_or_else(String::new, shown_name);
    meant(path).or_else(other).map(|why| DefinitionFile::refused(Layer::Given, &name, why))
}

/// Reads one file of a folder, whatever is there.
///
/// # Errors
///
/// When nothing is there any more.
pub fn file(layer: Layer, folder: &Path, path: &Path) -> io::Result<DefinitionFile> {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    let name = shown_name(inner.as_os_str());
    let name = if cfg!(windows) { name.replace('\\', "/") } else { name };
    let refused = |why| Ok(DefinitionFile::refused(layer, &name, why));
    let named = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(error),
        Err(error) => return refused(refused_by(path, &error, Problem::Unreadable)),
        Ok(named) => named,
    };
    if let Some(why) = unfit(named.file_type()) {
        return refused(why);
    }
    if inner.to_str().is_none() {
        return refused(Problem::NameNotUnicode);
    }
    match text_of(path) {
        Ok(source) => Ok(DefinitionFile::new(layer, name, source)),
        Err(why) => refused(why),
    }
}

/// Why something that is no ordinary file is not read.
fn unfit(kind: FileType) -> Option<Problem> {
    if kind.is_symlink() {
        Some(Problem::Link)
    } else if kind.is_dir() {
        Some(Problem::Folder)
    } else if kind.is_file() {
        None
    } else {
        Some(Problem::Special)
    }
}

/// The text of an ordinary file; what was put in its place meanwhile is neither followed nor waited for.
fn text_of(path: &Path) -> Result<String, Problem> {
    let file = open(path).map_err(|error| refused_by(path, &error, Problem::Unreadable))?;
    let opened = file.metadata().map_err(|_| Problem::Unreadable)?;
    if let Some(why) = unfit(opened.file_type()) {
        return Err(why);
    }
    // One byte beyond the largest definition is enough to see that it is too large, also while it grows.
    let most = u64::try_from(limits::FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(|_| Problem::Unreadable)?;
    let other = |bytes: &[u8], otherwise: fn(&[u8]) -> Problem| {
        FileKind::of_bytes(bytes).map_or_else(|| otherwise(bytes), Problem::OtherKind)
    };
    if bytes.len() > limits::FILE {
        return Err(other(&bytes, |_| Problem::TooLarge));
    }
    String::from_utf8(bytes).map_err(|error| other(error.as_bytes(), not_unicode))
}

/// Why the system refused something: whose it is, where that is the reason.
fn refused_by(path: &Path, error: &io::Error, otherwise: Problem) -> Problem {
    match Fault::at(path, error) {
        Fault::OfOther(other) => Problem::OfOther(Box::new(other.whose())),
        _ => otherwise,
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK | libc::O_NOFOLLOW);
    options.open(path)
}

/// A name as it may be shown; what is no text in it is written out, so that two such names differ.
fn shown_name(name: &OsStr) -> String {
    match name.to_str() {
        Some(name) => text::visible_line(name).into_owned(),
        None => name.as_encoded_bytes().escape_ascii().to_string(),
    }
}

/// What a file looks like from outside: another trace is another content, also when the file was saved by putting a
/// new one in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    path: PathBuf,
    size: u64,
    modified: Option<SystemTime>,
    identity: Identity,
}

/// The traces of everything in `folder` that has the name of a definition; reads no file.
pub fn traces(folder: &Path) -> Vec<Trace> {
    let listings = folders(folder).into_iter().map(|(_, path)| {
        let listing = listing(&path, folder == path);
        listing.map_or_else(|_| Vec::new(), |listing| listing.paths)
    });
    listings
        .flatten()
        .map(|path| match fs::symlink_metadata(&path) {
            Ok(facts) => {
                Trace { size: facts.len(), modified: facts.modified().ok(), identity: identity(&facts), path }
            }
            Err(_) => Trace { path, size: 0, modified: None, identity: Identity::default() },
        })
        .collect()
}

/// Which file it is, and when the system last touched it: what an editor cannot set back.
type Identity = (u64, u64, i64, i64);

#[cfg(unix)]
fn identity(facts: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (facts.dev(), facts.ino(), facts.ctime(), facts.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(facts: &Metadata) -> Identity {
    use std::os::windows::fs::MetadataExt;
    (facts.creation_time(), u64::from(facts.file_attributes()), 0, 0)
}

#[cfg(test)]
#[path = "tests/definitions.rs"]
mod tests;
