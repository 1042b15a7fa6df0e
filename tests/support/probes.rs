//! What must hold whatever bytes come in: the functions that the fuzzer calls, and the tests with everything it found.
#![allow(dead_code, reason = "every crate that includes this module uses its own part of it")]
#![allow(clippy::panic, reason = "a probe reports what does not hold by panicking")]

use std::path::Path;

use pallium::checklist::{Origin, Outcome, Parsed, Severity, parse_bytes, print, render};
use pallium::store::record::{decode, encode};
use pallium::text::{is_clean, visible_line, visible_text};
use pallium::words::Language;

/// Most problems that are told of one file.
const PROBLEMS: usize = 100;

/// A definition: refused with at least one error or accepted without any, told of within bounds, and printed as what it
/// is.
pub fn definition(bytes: &[u8]) {
    for file in [None, Some("proef.toml"), Some("routes/proef.toml")] {
        let outcome = parse_bytes(bytes, &Origin { file, ..Origin::default() });
        told(&outcome, bytes);
        if let Some(Parsed::Checklist(checklist)) = &outcome.parsed {
            let printed = print(checklist);
            let again = parse_bytes(printed.as_bytes(), &Origin::default());
            assert_eq!(again.checklist(), Some(checklist), "{printed}");
            assert_eq!(again.checklist().map(print), Some(printed));
        }
    }
}

/// What is said of a file.
fn told(outcome: &Outcome, bytes: &[u8]) {
    let is_error = |severity: Severity| severity == Severity::Error;
    let errors = outcome.diagnostics.iter().filter(|one| is_error(one.severity)).count();
    assert_eq!(outcome.parsed.is_none(), errors > 0, "{:?}", outcome.diagnostics);
    assert!(outcome.diagnostics.len() <= PROBLEMS, "{} problems", outcome.diagnostics.len());
    let source = std::str::from_utf8(bytes).unwrap_or_default();
    for one in &outcome.diagnostics {
        let related = one.related.iter().map(|related| &related.span);
        for span in std::iter::once(&one.span).chain(related) {
            assert!(source.get(span.clone()).is_some(), "{:?} is no place in the text", span);
        }
        let excerpt = one.excerpt(source, 60);
        assert!(is_clean(&excerpt.line_text) && excerpt.underline_length >= 1, "{excerpt:?}");
        assert!(
            is_clean(&one.message(Language::English)) && is_clean(&one.expected(Language::Dutch)),
            "{one:?}"
        );
    }
    for (width, colour) in [(0, false), (60, false), (usize::MAX / 2, true)] {
        let text = render(&outcome.diagnostics, source, "proef.toml", Language::Dutch, width, colour);
        let plain = if colour { without_colours(&text) } else { text };
        assert!(plain.lines().all(is_clean), "{plain}");
    }
}

/// A text without the sequences that change a colour.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((parameters, rest)) = piece.split_once('m') else { panic!("no colour: {piece:?}") };
        assert!(parameters.chars().all(|c| c.is_ascii_digit() || c == ';'), "no colour: {parameters:?}");
        plain.push_str(rest);
    }
    plain
}

/// A record: refused in words, or read and written as the same.
pub fn record(bytes: &[u8]) {
    // A record is only taken from a file of its own name.
    let text = String::from_utf8_lossy(bytes);
    let id = text.split("id = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let name = format!("{}.toml", id.replace(['/', '\0'], ""));
    let path = Path::new(&name);
    match decode(bytes, path) {
        Ok(meeting) => {
            let Ok(written) = encode(&meeting) else {
                panic!("what was read cannot be written: {meeting:?}")
            };
            match decode(&written, path) {
                Ok(again) => assert_eq!(again, meeting),
                Err(problem) => panic!("what was written cannot be read: {problem:?}"),
            }
        }
        Err(problem) => {
            for language in [Language::Dutch, Language::English] {
                let message = problem.message(language);
                assert!(!message.trim().is_empty() && message.lines().all(is_clean), "{message:?}");
            }
        }
    }
}

/// The boundary for hostile text: what passed it is clean, and passes it unchanged.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let line = visible_line(&text);
    assert!(is_clean(&line) && !line.contains(['\n', '\r', '\t']), "{line:?}");
    assert_eq!(visible_line(&line), line);
    let lines = visible_text(&text);
    assert!(lines.lines().all(is_clean) && !lines.contains(['\r', '\t']), "{lines:?}");
    assert_eq!(visible_text(&lines), lines);
    let width = pallium::text::width(&line);
    for cells in [0, 1, 2, 60] {
        let cut = pallium::text::truncate(&line, cells, "…");
        assert!(pallium::text::width(&cut) <= cells.min(width.max(1)), "{cut:?} in {cells}");
    }
    let wrapped = pallium::text::wrap(&lines, 60);
    assert!(!wrapped.lines().is_empty());
}
