//! Reading text that may not be TOML: finding every fault, and mending the text so that the rest can be read.
//!
//! A faulty line is blanked with spaces of equal length and the text is read again, so that one fault hides no other
//! and all places stay true. Whoever reads the mended text must not complain about what was blanked.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;
use toml_parser::parser::{Event, EventKind, RecursionGuard, ValidateWhitespace};
use toml_parser::{Expected, ParseError, Source};

use super::diagnostic::{Diagnostic, Problem, Role};
use super::limits;
use super::position::{clamp, line_around};
use super::syntax_fault::SyntaxFault;

/// How often a text is read again; one fault can only hide others behind it so many times.
const ROUNDS: usize = 25;
/// The same for a large text, where every round takes time.
const ROUNDS_FOR_LARGE: usize = 4;
/// What counts as a large text, in bytes.
const LARGE: usize = 64 * 1024;
/// The nesting that the tree reader accepts.
const DEPTH: u32 = 80;

/// A text that can be read, with what had to be blanked for that.
pub(super) struct Mended {
    /// The text, as long as the source.
    pub text: String,
    /// The blanked places.
    pub blanked: Vec<Range<usize>>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the text is whole now; otherwise the rounds ran out.
    pub whole: bool,
}

/// Finds the faults of a text that is not TOML, and blanks them.
pub(super) fn mend(source: &str) -> Mended {
    let mut mended =
        Mended { text: source.to_owned(), blanked: Vec::new(), diagnostics: Vec::new(), whole: false };
    let rounds = if source.len() > LARGE { ROUNDS_FOR_LARGE } else { ROUNDS };
    for _ in 0..rounds {
        let faults = faults(&mended.text);
        if faults.is_empty() {
            mended.whole = true;
            break;
        }
        let mut last_line = None;
        for fault in faults {
            let line = line_around(&mended.text, fault.span.start);
            if last_line == Some(line.start) || is_blank(&mended.text, &line) {
                continue;
            }
            last_line = Some(line.start);
            let unclosed = fault.kind.is_unclosed();
            mended.blank(&fault, source);
            if unclosed || mended.diagnostics.len() > limits::PROBLEMS {
                // What follows an opener without its closer was read as something else: read it again first.
                break;
            }
        }
        if last_line.is_none() || mended.diagnostics.len() > limits::PROBLEMS {
            break;
        }
    }
    mended
}

fn is_blank(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_none_or(|line| line.trim().is_empty())
}

impl Mended {
    fn blank(&mut self, fault: &Fault, source: &str) {
        let range = extent(&self.text, fault);
        let spaces: String = self
            .text
            .get(range.clone())
            .unwrap_or_default()
            .bytes()
            .map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' })
            .collect();
        self.text.replace_range(range.clone(), &spaces);
        self.blanked.push(range);
        let mut diagnostic = Diagnostic::new(Problem::Syntax(fault.kind), clamp(source, &fault.span));
        if let Some(first) = &fault.first {
            diagnostic = diagnostic.related(clamp(source, first), Role::First);
        }
        self.diagnostics.push(diagnostic);
    }
}

/// The lines that a fault makes unreadable.
fn extent(text: &str, fault: &Fault) -> Range<usize> {
    let line = line_around(text, fault.span.start);
    let is_header = text.get(line.clone()).is_some_and(|line| line.trim_start().starts_with('['));
    if is_header {
        // Without its header the whole section would be read as part of the one before it.
        return line.start..next_line(text, line.end, |line| line.trim_start().starts_with('['));
    }
    if fault.kind.is_unclosed() && !matches!(fault.kind, SyntaxFault::UnclosedText) {
        return line.start..next_line(text, line.end, starts_statement);
    }
    line
}

/// Where the first line after `from` begins that passes `test`, or the end.
fn next_line(text: &str, from: usize, test: impl Fn(&str) -> bool) -> usize {
    let mut at = from;
    for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        if at > from && test(line) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Whether a line looks like the beginning of a key or of a section.
fn starts_statement(line: &str) -> bool {
    let line = line.trim_start();
    if let Some(header) = line.strip_prefix('[') {
        let header = header.trim_start_matches('[');
        return header.starts_with(|c: char| c.is_ascii_alphabetic()) && header.contains(']');
    }
    let is_key = |key: &str| {
        let key = key.trim();
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
    };
    line.split_once('=').is_some_and(|(key, _)| is_key(key))
}

/// One fault with its place.
struct Fault {
    kind: SyntaxFault,
    span: Range<usize>,
    /// Where a key stood before.
    first: Option<Range<usize>>,
}

/// All faults of a text, by place. What belongs together by the tree is only looked at once the rest is in order.
fn faults(text: &str) -> Vec<Fault> {
    let source = Source::new(text);
    let mut errors: Vec<ParseError> = Vec::new();
    let mut events: Vec<Event> = Vec::new();
    {
        let tokens = source.lex().into_vec();
        let mut whitespace = ValidateWhitespace::new(&mut events, source);
        let mut guard = RecursionGuard::new(&mut whitespace, DEPTH);
        toml_parser::parser::parse_document(&tokens, &mut guard, &mut errors);
    }
    let mut faults: Vec<Fault> = errors.iter().map(|error| grammar_fault(text, error)).collect();
    for event in &events {
        let mut errors: Vec<ParseError> = Vec::new();
        let mut decoded = Cow::Borrowed("");
        match event.kind() {
            EventKind::Scalar => {
                let Some(raw) = source.get(event) else { continue };
                let _type = raw.decode_scalar(&mut decoded, &mut errors);
            }
            EventKind::SimpleKey => {
                let Some(raw) = source.get(event) else { continue };
                raw.decode_key(&mut decoded, &mut errors);
            }
            _ => continue,
        }
        let whole = event.span().start()..event.span().end();
        faults.extend(errors.first().map(|error| value_fault(text, error, whole)));
    }
    if faults.is_empty() {
        let (tree, errors) = DeTable::parse_recoverable(text);
        faults.extend(errors.iter().map(|error| {
            let kind = SyntaxFault::from_description(error.message());
            let span = error.span().unwrap_or_default();
            let first =
                if kind == SyntaxFault::DuplicateKey { first_key(tree.get_ref(), text, &span) } else { None };
            Fault { kind, span, first }
        }));
    }
    faults.sort_by_key(|fault| (fault.span.start, !fault.kind.is_unclosed()));
    faults
}

/// A fault in the order of the signs.
fn grammar_fault(text: &str, error: &ParseError) -> Fault {
    let context = error.context().map(|span| span.start()..span.end());
    let unexpected = error.unexpected().map(|span| span.start()..span.end());
    let mut kind = SyntaxFault::from_description(error.description());
    let mut span = unexpected.or_else(|| context.clone()).unwrap_or_default();
    if kind.is_unclosed() {
        // The opener is what people look for, not the place where reading gave up.
        span = context.unwrap_or(span);
        span.end = span.end.min(span.start + 2).max(span.start + 1);
    }
    let line = text.get(line_around(text, span.start)).unwrap_or_default();
    if line.contains(['“', '”', '„', '‘', '’']) && !line.contains('"') {
        kind = SyntaxFault::CurlyQuotes;
    } else if kind == SyntaxFault::KeyWithoutEquals && line.contains(':') {
        kind = SyntaxFault::ColonForEquals;
    }
    if matches!(kind, SyntaxFault::ColonForEquals | SyntaxFault::KeyWithoutEquals | SyntaxFault::CurlyQuotes)
    {
        let start = line_around(text, span.start).start + (line.len() - line.trim_start().len());
        span = start..start + line.trim().len();
    }
    Fault { kind, span, first: None }
}

/// A fault within one value or key.
fn value_fault(text: &str, error: &ParseError, whole: Range<usize>) -> Fault {
    let mut kind = SyntaxFault::from_description(error.description());
    let wants_quote = error.expected().is_some_and(|expected| {
        expected.iter().any(|one| matches!(one, Expected::Literal("\"" | "'" | "\"\"\"" | "'''")))
    });
    let raw = text.get(whole.clone()).unwrap_or_default();
    let mut span = error.unexpected().map_or(whole.clone(), |span| span.start()..span.end());
    if kind == SyntaxFault::BadText && wants_quote {
        let is_long = raw.starts_with("\"\"\"") || raw.starts_with("'''");
        kind = if is_long { SyntaxFault::UnclosedLongText } else { SyntaxFault::UnclosedText };
        span = whole.start..whole.start + if is_long { 3 } else { raw.trim_end().len().max(1) };
    } else if raw.contains(['“', '”', '„']) && !raw.starts_with(['"', '\'']) {
        kind = SyntaxFault::CurlyQuotes;
        span = whole;
    } else if matches!(kind, SyntaxFault::UnquotedText | SyntaxFault::BadNumber | SyntaxFault::BadDate) {
        span = whole;
    }
    Fault { kind, span, first: None }
}

/// Where a key that stands twice stood first: in the nearest table that begins before the second one.
fn first_key(tree: &DeTable<'_>, text: &str, second: &Range<usize>) -> Option<Range<usize>> {
    let name = text.get(second.clone())?.trim_matches(['"', '\'']);
    let mut best: Option<Range<usize>> = None;
    let mut tables = vec![tree];
    while let Some(table) = tables.pop() {
        for (key, value) in table {
            let span = key.span();
            let nearer = best.as_ref().is_none_or(|best| span.start > best.start);
            if key.get_ref() == name && span.start < second.start && nearer {
                best = Some(span);
            }
            match value.get_ref() {
                toml::de::DeValue::Table(inner) => tables.push(inner),
                toml::de::DeValue::Array(list) => {
                    tables.extend(list.iter().filter_map(|value| value.get_ref().as_table()));
                }
                _ => {}
            }
        }
    }
    best
}
