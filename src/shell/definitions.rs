//! The files with definitions in a folder of the user.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::checklist::{DefinitionFile, Layer, limits};

/// The folder within the notebook that holds the user's own definitions.
pub const FOLDER: &str = crate::store::CHECKLISTS;

/// Folders within a folder of definitions that hold some as well.
const WITHIN: [&str; 1] = ["routes"];

/// The most files that are read from one folder.
const MOST: usize = 500;

/// The definitions in `folder`, by name; none when it is not there.
pub fn files(layer: Layer, folder: &Path) -> Vec<DefinitionFile> {
    paths(folder).iter().filter_map(|path| file(layer, folder, path).ok()).collect()
}

/// The paths of the definitions in `folder`, by name.
pub fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut found = in_folder(folder);
    for within in WITHIN {
        found.extend(in_folder(&folder.join(within)));
    }
    found.truncate(MOST);
    found
}

fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut found: Vec<PathBuf> = paths.filter(|path| is_definition(path)).take(MOST).collect();
    found.sort();
    found
}

fn is_definition(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|extension| extension == "toml") && path.is_file()
}

/// Reads one file of a folder, whatever is in it.
///
/// # Errors
///
/// When the system does not give it.
pub fn file(layer: Layer, folder: &Path, path: &Path) -> std::io::Result<DefinitionFile> {
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let bytes = bytes(path)?;
    // What is no Unicode is reported as such by the check of that file; here the rest of the text is judged.
    let source = Arc::from(String::from_utf8_lossy(&bytes).as_ref());
    Ok(DefinitionFile { layer, file: crate::text::visible_line(&name).into_owned(), source })
}

/// The content of a file, no more than one byte beyond the largest definition: enough to see that it is too large.
///
/// # Errors
///
/// When the system does not give it.
pub fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(limits::FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_by_name_with_their_folder_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("routes")).unwrap();
        fs::create_dir(at("oud.toml")).unwrap();
        for name in ["b.toml", "a.toml", ".weg.toml", "a.toml.bak", "routes/kort.toml"] {
            fs::write(at(name), b"format = 1\n\xff").unwrap();
        }
        let found = files(Layer::User, folder.path());
        let names: Vec<&str> = found.iter().map(|file| file.file.as_str()).collect();
        assert_eq!(names, ["a.toml", "b.toml", "routes/kort.toml"]);
        assert_eq!(files(Layer::User, &at("er niet")), []);
    }
}
