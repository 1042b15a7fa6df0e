//! From text to a definition, or to everything that is wrong with it.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::definition::Checklist;
use super::diagnostic::{Diagnostic, FileKind, Problem, Strictness};
use super::read::{self, Outside};
use super::{rules, schema, syntax};
use crate::checklist::definition::{Case, Route, limits};
use crate::checklist::diagnostic::report::Report;
use crate::checklist::read::validate::validate;

/// Where a text comes from, as far as that matters for judging it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// Path of the file within its layer, for example `markering.toml` or `routes/kort.toml`; a definition that is in
    /// no file yet has none.
    pub file: Option<&'a str>,
    /// How strictly it is judged.
    pub strictness: Strictness,
}

/// What a file defines.
#[derive(Debug, Clone, PartialEq)]
pub enum Parsed {
    /// A checklist.
    Checklist(Checklist),
    /// A route: a file with a `[[step]]`, or one in the folder `routes`.
    Route(Route),
    /// A case: a file with a `[[scene]]`, or one in the folder `casussen`.
    Case(Case),
}

/// The result of reading a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// What the text defines; absent when there is any error.
    pub parsed: Option<Parsed>,
    /// All problems, by place; warnings can accompany a good result.
    pub diagnostics: Vec<Diagnostic>,
    /// How many problems more there are than are told.
    pub untold: usize,
    /// References to other files, to be looked up where those are known.
    pub outside: Vec<Outside>,
}

impl Outcome {
    /// The checklist, when the text defines one and has no errors.
    pub fn checklist(&self) -> Option<&Checklist> {
        match &self.parsed {
            Some(Parsed::Checklist(checklist)) => Some(checklist),
            _ => None,
        }
    }

    /// The route, when the text defines one and has no errors.
    pub fn route(&self) -> Option<&Route> {
        match &self.parsed {
            Some(Parsed::Route(route)) => Some(route),
            _ => None,
        }
    }

    /// The case, when the text defines one and has no errors.
    pub fn case(&self) -> Option<&Case> {
        match &self.parsed {
            Some(Parsed::Case(case)) => Some(case),
            _ => None,
        }
    }

    /// The outcome of a file of which nothing is judged.
    pub(super) fn refused(problem: Problem) -> Self {
        Self::refused_at(problem, 0..0)
    }

    fn refused_at(problem: Problem, span: Range<usize>) -> Self {
        Self { diagnostics: vec![Diagnostic::new(problem, span)], ..Self::default() }
    }
}

/// What is said of bytes that are no text, with the line where the first of them stands.
pub fn not_unicode(bytes: &[u8]) -> Problem {
    let lines = bytes.utf8_chunks().next().map(|chunk| chunk.valid().matches('\n').count() + 1);
    Problem::NotUnicode(lines)
}

/// Reads bytes, which may be no text at all.
pub fn parse_bytes(bytes: &[u8], origin: &Origin<'_>) -> Outcome {
    if bytes.len() > limits::FILE {
        return Outcome::refused(FileKind::of_bytes(bytes).map_or(Problem::TooLarge, Problem::OtherKind));
    }
    match std::str::from_utf8(bytes) {
        Ok(source) => parse(source, origin),
        Err(_) => {
            Outcome::refused(FileKind::of_bytes(bytes).map_or_else(|| not_unicode(bytes), Problem::OtherKind))
        }
    }
}

/// Reads a text that comes with the program and that a test has found good, so that nobody looks first how it is written.
pub fn parse_shipped(source: &str, origin: &Origin<'_>) -> Outcome {
    let (tree, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        meaning(tree.get_ref(), Report::new(source, &[], Vec::new()), origin)
    } else {
        parse(source, origin)
    }
}

/// Reads a text, and finds everything that is wrong with it.
pub fn parse(source: &str, origin: &Origin<'_>) -> Outcome {
    if source.len() > limits::FILE {
        return Outcome::refused(Problem::TooLarge);
    }
    // The tree reader keeps every error as a text of its own; a bad text is told by the bounded reader before it.
    let writing = syntax::writing(source);
    if let Some(span) = writing.too_many_keys {
        return Outcome::refused_at(Problem::TooManyKeys { limit: limits::KEYS }, span);
    }
    // Within a text of several lines two versions are no fault to whoever reads it.
    if writing.is_good && !syntax::has_conflict(source) {
        let (tree, errors) = DeTable::parse_recoverable(source);
        if errors.is_empty() {
            let outcome = meaning(tree.get_ref(), Report::new(source, &[], Vec::new()), origin);
            if outcome.parsed.is_some() || !syntax::has_idle_header(source) {
                return outcome;
            }
        }
    }
    if let Some(kind) = FileKind::of_text(source) {
        return Outcome::refused(Problem::OtherKind(kind));
    }
    let mended = syntax::mend(source);
    let report = Report::new(source, &mended.blanked, mended.diagnostics);
    if !mended.whole {
        // What is left is no longer the author's text: anything said of its meaning would be invented.
        let (diagnostics, untold) = report.finish();
        return Outcome { diagnostics, untold, ..Outcome::default() };
    }
    let (tree, _) = DeTable::parse_recoverable(&mended.text);
    meaning(tree.get_ref(), report, origin)
}

/// Reads the meaning of a tree.
fn meaning(root: &DeTable<'_>, mut report: Report<'_>, origin: &Origin<'_>) -> Outcome {
    if let Some((found, span)) = read::newer_format(root) {
        // A later format may mean anything by its keys: this is the one thing to say.
        report.add(Problem::NewerFormat { found }, &span);
        let (diagnostics, untold) = report.finish();
        return Outcome { diagnostics, untold, ..Outcome::default() };
    }
    let kind = Kind::of(root, origin.file);
    if is_meeting(root) {
        return Outcome::refused(Problem::OtherKind(FileKind::Meeting));
    }
    if root.is_empty() && report.blanked.is_empty() {
        // What an empty file lacks is one thing.
        report.add(Problem::EmptyFile { section: kind.section() }, &(0..0));
        let (diagnostics, untold) = report.finish();
        return Outcome { diagnostics, untold, ..Outcome::default() };
    }
    validate(root, kind.shape(), &mut report);
    let (parsed, mut gathered) = match kind {
        Kind::Checklist => {
            let (checklist, gathered) = read::checklist(root, &mut report);
            rules::check(&checklist, &gathered, origin.strictness, &mut report);
            (Parsed::Checklist(checklist), gathered)
        }
        Kind::Route => {
            let (route, gathered) = read::route(root, &mut report);
            (Parsed::Route(route), gathered)
        }
        Kind::Case => {
            let (case, gathered) = read::case(root, &mut report);
            let minutes = root.get("minutes").map(toml::Spanned::span);
            rules::check_case(&case, &gathered, minutes, &mut report);
            (Parsed::Case(case), gathered)
        }
    };
    rules::check_texts(&gathered, &mut report);
    rules::check_file_name(root, origin.file, &mut report);
    if origin.strictness == Strictness::Accepted {
        report.forgive();
    }
    let outside = std::mem::take(&mut gathered.outside);
    let parsed = (!report.has_errors()).then_some(parsed);
    let (diagnostics, untold) = report.finish();
    Outcome { parsed, diagnostics, untold, outside }
}

/// Whether a file is the record of a meeting.
fn is_meeting(root: &DeTable<'_>) -> bool {
    let is_table = |key| root.get(key).is_some_and(|value| value.get_ref().is_table());
    is_table("details") && !["group", "step", "scene", "title"].iter().any(|key| root.contains_key(*key))
}

/// The kinds of definition files.
#[derive(Clone, Copy)]
enum Kind {
    Checklist,
    Route,
    Case,
}

impl Kind {
    /// The kind of a file: by what only that kind has, else by its folder.
    fn of(root: &DeTable<'_>, file: Option<&str>) -> Self {
        let has = |key: &str| root.contains_key(key);
        // A section by another name, as in Dutch, says as well what the file is.
        let is_section = |value: &DeValue<'_>| value.is_table() || value.is_array();
        let is_called = |name: &str, shape: &'static schema::Shape| {
            root.iter().any(|(key, value)| {
                let found = schema::synonyms::key(key.get_ref(), shape, |other| other == name);
                found.is_some() && is_section(value.get_ref())
            })
        };
        let within = |folder: &str| file.is_some_and(|file| file.replace('\\', "/").contains(folder));
        if has("scene") && !has("step") && !has("group") {
            Self::Case
        } else if has("step") {
            Self::Route
        } else if has("group") {
            Self::Checklist
        } else if is_called("scene", &schema::CASE) {
            Self::Case
        } else if is_called("step", &schema::ROUTE) {
            Self::Route
        } else if within("casussen/") {
            Self::Case
        } else if within("routes/") {
            Self::Route
        } else {
            Self::Checklist
        }
    }

    /// The section without which a file of this kind says nothing.
    const fn section(self) -> &'static str {
        match self {
            Self::Checklist => "group",
            Self::Route => "step",
            Self::Case => "scene",
        }
    }

    const fn shape(self) -> &'static schema::Shape {
        match self {
            Self::Checklist => &schema::CHECKLIST,
            Self::Route => &schema::ROUTE,
            Self::Case => &schema::CASE,
        }
    }
}
