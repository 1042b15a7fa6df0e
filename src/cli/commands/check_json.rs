//! The outcome of checking for other programs: one JSON document.
//!
//! Lines and columns count from 1, and columns count characters (Unicode scalar values), not bytes; a byte order mark
//! counts for nothing. `end` is the place just behind what the problem is about, so that it equals the beginning where
//! the problem is about a place between two characters.

use serde::Serialize;

use super::check::{Checked, CheckedFile, Content};
use crate::checklist::{Diagnostic, Layer, Severity, line_column};
use crate::text;
use crate::words::Language;

/// The form of this document; another number means that something is named otherwise or left out.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document {
    format: u32,
    files: Vec<File>,
    counts: Counts,
}

#[derive(Serialize)]
struct File {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    layer: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force: Option<bool>,
    /// Why nothing could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<String>,
    diagnostics: Vec<DiagnosticJson>,
    /// How many problems more there are than are told.
    untold: usize,
}

#[derive(Serialize)]
struct DiagnosticJson {
    code: &'static str,
    severity: &'static str,
    file: String,
    line: usize,
    column: usize,
    end: Place,
    message: String,
    expected: Option<String>,
    suggestion: Option<String>,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
}

#[derive(Serialize, Default)]
struct Counts {
    files: usize,
    /// Files that cannot be used.
    wrong: usize,
    unreadable: usize,
    errors: usize,
    warnings: usize,
}

/// The document, with a newline at its end.
pub(in crate::cli) fn json(checked: &Checked, language: Language) -> String {
    let files: Vec<File> = checked.files.iter().map(|one| file(one, language)).collect();
    let of = |severity| {
        files.iter().flat_map(|file| &file.diagnostics).filter(|one| one.severity == severity).count()
    };
    let counts = Counts {
        files: files.len(),
        wrong: checked.wrong(),
        unreadable: checked.unreadable().count(),
        errors: of(severity(Severity::Error)),
        warnings: of(severity(Severity::Warning)),
    };
    let document = Document { format: FORMAT, files, counts };
    // Numbers and texts only: there is nothing in this that cannot be written.
    let written = serde_json::to_string_pretty(&document).unwrap_or_default();
    format!("{}\n", escaped(&written))
}

fn file(file: &CheckedFile, language: Language) -> File {
    let path = file.path.to_string_lossy().into_owned();
    let (diagnostics, untold, unreadable) = match &file.content {
        Ok(content) => {
            let told = content.found.iter().map(|one| told(one, content, &path, language)).collect();
            (told, content.untold, None)
        }
        Err(why) => (Vec::new(), 0, Some(why.clone())),
    };
    let in_force = file.layer.map(|_| file.in_force);
    File { path, layer: file.layer.map(layer), in_force, unreadable, diagnostics, untold }
}

const fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Shipped => "shipped",
        Layer::User => "own",
        Layer::Given => "given",
    }
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn told(diagnostic: &Diagnostic, content: &Content, path: &str, language: Language) -> DiagnosticJson {
    let start = diagnostic.position(&content.source);
    let end = line_column(&content.source, diagnostic.span.end.max(diagnostic.span.start));
    DiagnosticJson {
        code: diagnostic.code.as_str(),
        severity: severity(diagnostic.severity),
        file: path.to_owned(),
        line: start.line,
        column: start.column,
        end: Place { line: end.line, column: end.column },
        message: diagnostic.message(language),
        expected: Some(diagnostic.expected(language)).filter(|expected| !expected.is_empty()),
        suggestion: diagnostic.suggestion.clone(),
    }
}

/// The same document without a character that a terminal would obey or hide: it stands there as JSON writes it by number.
///
/// A path or text then reaches the other program exactly as it is, where making it visible would change it.
fn escaped(json: &str) -> String {
    let escape = |must: &dyn Fn(char) -> bool| {
        let mut text = String::with_capacity(json.len());
        for character in json.chars() {
            if must(character) {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    text.push_str(&format!("\\u{unit:04x}"));
                }
            } else {
                text.push(character);
            }
        }
        text
    };
    let one = |character: char| {
        let mut bytes = [0; 4];
        character != '\n' && !text::is_clean(character.encode_utf8(&mut bytes))
    };
    let written = escape(&one);
    // Some characters are harmless alone and not in a heap, such as accents.
    if text::visible_text(&written) == written {
        written
    } else {
        escape(&|character| !character.is_ascii() || one(character))
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::Value;

    use super::*;
    use crate::cli::commands::check;

    fn of(files: &[(&str, &[u8])]) -> Value {
        let folder = tempfile::tempdir().unwrap();
        let write = |(name, content): &(&str, &[u8])| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).unwrap();
            path
        };
        let paths: Vec<PathBuf> = files.iter().map(write).collect();
        let json = json(&check::named(&paths, Language::Dutch), Language::Dutch);
        assert_eq!(text::visible_text(&json), json);
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn a_place_counts_characters_from_one_and_ends_behind_it() {
        let source = "\u{feff}# één\r\nformat = 1\r\nid = \"a\"\r\nversion = \"1\"\r\ntitle = \"ï\" # \u{1f600}\r\nonzin = 3\r\n";
        let document = of(&[("a.toml", source.as_bytes())]);
        let told = document["files"][0]["diagnostics"].as_array().unwrap();
        let unknown = told.iter().find(|one| one["code"] == "onbekende-sleutel").unwrap();
        assert_eq!((&unknown["line"], &unknown["column"]), (&6.into(), &1.into()));
        assert_eq!((&unknown["end"]["line"], &unknown["end"]["column"]), (&6.into(), &6.into()));
        assert_eq!(unknown["severity"], "error");
        assert!(unknown["message"].as_str().unwrap().contains("onzin"));
        assert!(unknown["file"].as_str().unwrap().ends_with("a.toml"));
    }

    #[test]
    fn a_suggestion_is_what_would_be_written() {
        let document = of(&[("a.toml", b"format = 1\nid = \"a\"\nversion = \"1\"\ntitel = \"x\"\n")]);
        let told = document["files"][0]["diagnostics"].as_array().unwrap();
        let unknown = told.iter().find(|one| one["code"] == "onbekende-sleutel").unwrap();
        assert_eq!(unknown["suggestion"], "title");
    }

    #[test]
    fn no_files_and_files_that_cannot_be_read() {
        let none = of(&[]);
        assert_eq!((&none["files"], &none["counts"]["files"]), (&Value::Array(Vec::new()), &0.into()));
        let json = json(&check::named(&["er \"niet\".toml".into()], Language::Dutch), Language::Dutch);
        let document: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(document["files"][0]["path"], "er \"niet\".toml");
        assert!(document["files"][0]["unreadable"].as_str().unwrap().contains("is niet te lezen"));
        assert_eq!(document["counts"]["unreadable"], 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_hostile_path_arrives_as_it_is_and_no_terminal_obeys_it() {
        let name =
            "x\u{1b}]0;kwaad\u{7}\u{202e}abc\u{200b}\u{9b}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}.toml";
        let document = of(&[(name, b"\xff")]);
        let path = document["files"][0]["path"].as_str().unwrap();
        assert!(path.ends_with(name), "{path:?}");
        assert_eq!(document["files"][0]["diagnostics"][0]["code"], "geen-tekst");
        assert_eq!(document["counts"]["wrong"], 1);
    }
}
