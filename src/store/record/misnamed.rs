//! Files and folders of a notebook under a name that is a little off: what they are, so that nobody takes them for rubbish.

use std::path::PathBuf;

use crate::meeting::MeetingId;
use crate::store::disk::fault::shown;
use crate::words::Language;

/// Something of the notebook that nothing reads, because of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnamed {
    /// Where it is.
    pub path: PathBuf,
    /// The name that it should have.
    pub name: String,
    /// What it is.
    pub what: Astray,
    /// Whether something has that name as well.
    pub beside: bool,
}

/// What has a name that is a little off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Astray {
    /// A meeting.
    Meeting,
    /// Another file.
    File,
    /// A folder.
    Folder,
    /// A folder in which meetings stand.
    Meetings,
    /// What iCloud leaves in the place of a file that it holds.
    InCloud,
}

impl Misnamed {
    /// What is the matter, where, and what to do now.
    pub fn message(&self, language: Language) -> String {
        let path = shown(&self.path);
        let name = &self.name;
        match (self.what, self.beside) {
            (Astray::InCloud, beside) => language.misnamed_in_cloud(&path, name, beside),
            (Astray::Meetings, _) => language.misnamed_meetings(&path, name),
            (Astray::Folder, beside) => language.misnamed_folder(&path, name, beside),
            (Astray::Meeting | Astray::File, true) => language.misnamed_copy(&path, name),
            (Astray::Meeting, false) => language.misnamed_meeting(&path, name),
            (Astray::File, false) => language.misnamed_file(&path, name),
        }
    }
}

/// Whether iCloud made this name for a file that it has not brought.
pub(in crate::store) fn is_in_cloud(name: &str) -> bool {
    name.starts_with('.') && name.to_lowercase().ends_with(".icloud")
}

/// The name that was meant by `name`, where `belongs` gives the proper form of a name that may stand there.
///
/// Taken for slips are other cases, spaces, what systems put before a copy, and anything behind the name that does not make
/// another word of it: an ending, a number, "kopie".
pub(in crate::store) fn meant(name: &str, belongs: impl Fn(&str) -> Option<String>) -> Option<String> {
    const COPIES: [&str; 4] = ["kopie van ", "copy of ", "kopie - ", "copy - "];
    if is_of_other_kind(name) {
        return None;
    }
    let plain = with_moments(&name.to_lowercase());
    let mut whole = plain.trim_start_matches(|sign: char| ".~#$_ ".contains(sign) || sign.is_whitespace());
    for copy in COPIES {
        whole = whole.strip_prefix(copy).unwrap_or(whole);
    }
    let is_end = |at: usize| !whole.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let ends = (1..=whole.len()).rev().filter(|at| whole.is_char_boundary(*at) && is_end(*at));
    let found = ends.filter_map(|end| whole.get(..end)).find_map(|part| belongs(part.trim_end()));
    found.filter(|meant| meant != name)
}

/// The meeting that was meant by the name of a file.
pub(in crate::store) fn meeting_meant(name: &str) -> Option<MeetingId> {
    let id = |part: &str| part.parse::<MeetingId>().ok();
    meant(name, |part| id(part).map(|id| id.to_string()))?.parse().ok()
}

/// Whether the ending says that it is a document, a picture or a packed file.
fn is_of_other_kind(name: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "7z", "csv", "doc", "docx", "gif", "gz", "heic", "htm", "html", "jpeg", "jpg", "json", "lnk", "md",
        "odt", "pdf", "png", "pptx", "rar", "rtf", "xls", "xlsx", "xml", "zip",
    ];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending.trim());
    ENDINGS.contains(&ending.to_lowercase().as_str())
}

/// A name in small letters with the moments in it as they are written: `20261129T2230`.
fn with_moments(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let letter = |(at, sign): (usize, &char)| match sign {
        't' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => 'T',
        sign => *sign,
    };
    signs.iter().enumerate().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meeting_that_a_name_means_is_found_and_no_other() {
        const ID: &str = "b0c7020000000000000000000000c702";
        let capitals = ID.to_uppercase();
        for name in [
            format!("{ID}.toml.txt"),
            format!("{ID}.TOML"),
            format!("{capitals}.TOML"),
            format!("{capitals}.toml"),
            format!("{ID}.toml.bak"),
            format!("{ID}.toml~"),
            format!("{ID}.tml"),
            format!("{ID} .toml"),
            format!(" {ID}.toml"),
            ID.to_owned(),
            format!("{ID}.txt"),
            format!("{ID}.toml.old"),
            format!("{ID}.toml (1)"),
            format!("{ID}_toml"),
            format!("{ID}.toml.icloud"),
            format!(".{ID}.toml.icloud"),
            format!("~{ID}.toml"),
            format!("Kopie van {ID}.toml"),
            format!("Copy of {ID}.toml"),
        ] {
            let found = meeting_meant(&name);
            let expected = if name == ID { None } else { ID.parse().ok() };
            assert_eq!(found, expected, "{name}");
        }
        for name in [
            format!("{ID}0.toml"),
            format!("{ID}a.toml"),
            ID.chars().take(31).collect(),
            format!("verslag van {ID}.toml"),
            format!("{ID}.docx"),
            format!("{ID}.toml.zip"),
            format!("{ID}.PDF"),
            "notes.txt".to_owned(),
            "é".to_owned(),
            String::new(),
        ] {
            assert_eq!(meeting_meant(&name), None, "{name}");
        }
    }
}
