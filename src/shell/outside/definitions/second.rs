//! Second versions of a definition, and folders in which nobody looks for one.

use std::path::Path;

use crate::store::entries::entries;

/// The most names that are looked at in a folder of another name.
const MOST: usize = 200;

/// Longer files of another name are not looked into, in bytes.
const LONGEST: u64 = 64 * 1024;

/// Words that programs and systems put into the name of a copy.
const OF_COPIES: [&str; 4] = ["kopie", "copy", "conflict", "versie"];

/// Whether a file is a second version of one beside it, each with its text: by its name, and because it says that it is the
/// same definition.
pub(super) fn is_second((path, source): (&Path, &str), all: &[(&Path, &str)]) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let beside =
        |wanted: &str| all.iter().find(|(other, _)| other.file_name().is_some_and(|name| name == wanted));
    // Whatever a program adds to the name: beside the file that a definition belongs to, another one with its name in it.
    if let Some(id) = declared(source)
        && name.to_lowercase().contains(&id)
        && name != format!("{id}.toml")
        && beside(&format!("{id}.toml")).is_some_and(|(_, first)| declared(first).as_ref() == Some(&id))
    {
        return true;
    }
    let Some(first) = original(name) else { return false };
    beside(&first).is_some_and(|(_, first)| declared(first) == declared(source))
}

/// The name of the file of which one of this name is a copy.
fn original(name: &str) -> Option<String> {
    let stem = name.strip_suffix(".toml")?;
    if let Some((first, _)) = stem.split_once(".sync-conflict-") {
        return Some(format!("{first}.toml"));
    }
    let is_copy = |words: &str| OF_COPIES.iter().any(|word| words.to_ascii_lowercase().contains(word));
    let is_number = |words: &str| !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    let first = match stem
        .rsplit_once(" (")
        .and_then(|(first, words)| Some((first, words.strip_suffix(')')?)))
    {
        Some((first, words)) if is_copy(words) || is_number(words) => first,
        _ => stem.rsplit_once(" - ").or_else(|| stem.rsplit_once(' ')).filter(|(_, words)| is_copy(words))?.0,
    };
    // A copy may be copied again.
    let first = format!("{}.toml", first.trim_end());
    Some(original(&first).unwrap_or(first))
}

/// Which definition a text says that it is.
fn declared(text: &str) -> Option<String> {
    let head = text.lines().map(str::trim).take_while(|line| !line.starts_with('['));
    let named = head.filter_map(|line| line.split_once('=')).find(|(key, _)| key.trim() == "id")?;
    let value = named.1.trim();
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    value.get(1..)?.split(quote).next().filter(|id| !id.is_empty()).map(str::to_owned)
}

/// Whether a file of another name has the text of a definition.
pub(super) fn is_definition(path: &Path) -> bool {
    let short = std::fs::symlink_metadata(path).is_ok_and(|file| file.is_file() && file.len() <= LONGEST);
    let text = || std::fs::read_to_string(path).unwrap_or_default();
    short && declared(text().trim_start_matches('\u{feff}')).is_some()
}

/// Whether a folder holds files with the name of a definition.
pub(super) fn holds_definitions(folder: &Path) -> bool {
    let mut named = entries(folder, MOST).unwrap_or_default().into_iter();
    named.any(|one| {
        let name = one.name.to_string_lossy();
        name.ends_with(".toml") && !name.starts_with(['.', '~'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_names_its_original() {
        for name in [
            "x.sync-conflict-20261127-101010-ABCDEFG.toml",
            "x - kopie.toml",
            "x - Kopie (2).toml",
            "x - Copy.toml",
            "x kopie.toml",
            "x copy.toml",
            "x (kopie van Jan).toml",
            "x (1).toml",
            "x (conflicted copy 2026-11-27).toml",
            "x (Jan's conflicted copy 2026-11-27).toml",
        ] {
            assert_eq!(original(name).as_deref(), Some("x.toml"), "{name}");
        }
        for name in ["x.toml", "x (eigen).toml", "x - noord.toml", "kopie.toml", "x-kopie.toml.txt"] {
            assert_eq!(original(name), None, "{name}");
        }
    }
}
