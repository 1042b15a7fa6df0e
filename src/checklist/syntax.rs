//! Reading text that may not be TOML: finding every fault, and mending the text so that the rest can be read.
//!
//! A faulty line is blanked with spaces of equal length and the text is read again, so that one fault hides no other
//! and all places stay true. Whoever reads the mended text must not complain about what was blanked.

use std::borrow::Cow;
use std::collections::BTreeSet;
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
/// Most faults looked at in one round; those on one line count as one, and most of the rest are their echoes.
const FAULTS: usize = 500;
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
    let mut faults: Vec<Fault> = grammar_faults(text, &errors);
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_of = |fault: &Fault| lines.partition_point(|end| *end < fault.span.start);
    // Where the signs are wrong, the reader makes up values that nobody wrote.
    let wrong_lines: BTreeSet<usize> = faults.iter().map(line_of).collect();
    for event in &events {
        let mut errors: Vec<ParseError> = Vec::new();
        let mut decoded = Cow::Borrowed("");
        if event.span().is_empty() {
            continue;
        }
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
        let fault = errors.first().map(|error| value_fault(text, error, whole));
        faults.extend(fault.filter(|fault| !wrong_lines.contains(&line_of(fault))));
        if faults.len() > FAULTS {
            break;
        }
    }
    if faults.is_empty() {
        let (tree, errors) = DeTable::parse_recoverable(text);
        faults.extend(errors.iter().take(FAULTS).map(|error| {
            let span = error.span().unwrap_or_default();
            let kind = absent_kind(text, &span, SyntaxFault::from_description(error.message()));
            let first =
                if kind == SyntaxFault::DuplicateKey { first_key(tree.get_ref(), text, &span) } else { None };
            Fault { kind, span, first }
        }));
    }
    faults.sort_by_key(|fault| {
        let rank = match fault.kind {
            SyntaxFault::Nested => 0,
            kind if kind.is_unclosed() => 1,
            _ => 2,
        };
        (line_of(fault), rank, fault.span.start)
    });
    faults
}

/// The faults in the order of the signs; openers without their closers are never left out, as they cause the others.
fn grammar_faults(text: &str, errors: &[ParseError]) -> Vec<Fault> {
    let is_unclosed = |error: &&ParseError| SyntaxFault::from_description(error.description()).is_unclosed();
    let unclosed = errors.iter().filter(is_unclosed).take(FAULTS);
    let others = errors.iter().filter(|error| !is_unclosed(error)).take(FAULTS);
    unclosed.chain(others).map(|error| grammar_fault(text, error)).collect()
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
    if error.description().starts_with("extra assignment") {
        let before = text.get(..span.start).unwrap_or_default().trim_end();
        if !before.ends_with('=') {
            // A second key in a table begins where a comma was forgotten.
            kind = SyntaxFault::MissingComma;
            let key = before.rfind(|c: char| c.is_whitespace() || c == ',').map_or(0, |at| at + 1);
            span = key..before.len();
        }
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
        // What follows the value is not part of the fault.
        let written = line.split_once(" #").map_or(line, |(before, _)| before).trim();
        span = start..start + written.len();
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
        kind = unquoted_kind(text, raw, &whole, kind);
        span = whole;
    }
    Fault { kind, span, first: None }
}

/// What is really the matter where the reader stumbles over something that is not there.
fn absent_kind(text: &str, span: &Range<usize>, kind: SyntaxFault) -> SyntaxFault {
    let line = line_around(text, span.start);
    let before = text.get(line.start..span.start).unwrap_or_default().trim_end();
    match kind {
        SyntaxFault::EmptyKey if before.contains('{') => SyntaxFault::MissingKeyInTable,
        SyntaxFault::UnquotedText | SyntaxFault::BadText | SyntaxFault::BadNumber if span.is_empty() => {
            if before.ends_with('=') {
                SyntaxFault::MissingValue
            } else {
                SyntaxFault::MissingEqualsInTable
            }
        }
        kind => kind,
    }
}

/// What is really the matter with something that is neither text nor number.
fn unquoted_kind(text: &str, raw: &str, whole: &Range<usize>, kind: SyntaxFault) -> SyntaxFault {
    let is_number = |word: &str| word.parse::<f64>().is_ok();
    let is_two_values = raw.split_once(char::is_whitespace).is_some_and(|(first, _)| is_number(first));
    if is_two_values {
        let line = line_around(text, whole.start);
        let before = text.get(line.start..whole.start).unwrap_or_default();
        let in_list = before.contains(['[', '{']) || !before.contains('=');
        if in_list { SyntaxFault::MissingComma } else { SyntaxFault::TextAfterValue }
    } else if raw.chars().any(|c| c.is_ascii_digit()) {
        kind
    } else {
        SyntaxFault::UnquotedText
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A text, and the faults that must be found with the text at their places.
    fn found(source: &str) -> Vec<(SyntaxFault, String)> {
        let mended = mend(source);
        assert!(mended.whole, "{source}");
        let texts = mended.diagnostics.iter().map(|one| match &one.problem {
            Problem::Syntax(fault) => (*fault, source.get(one.span.clone()).unwrap().to_owned()),
            other => panic!("{other:?}"),
        });
        let mut texts: Vec<_> = texts.collect();
        texts.dedup();
        texts
    }

    #[test]
    fn every_fault_is_recognised_once() {
        use SyntaxFault as Fault;
        let deep = format!("a = {}", "[".repeat(200));
        let cases: &[(&str, Fault)] = &[
            ("[[group\nid = \"a\"", Fault::UnclosedHeader),
            ("[group\nid = \"a\"", Fault::UnclosedHeader),
            ("[[group]\nid = \"a\"", Fault::UnclosedHeader),
            ("a = [1, 2\nb = 1", Fault::UnclosedList),
            ("a = [\n  1,\n  2,\nb = 1\nc = 2", Fault::UnclosedList),
            ("a = { b = 1\nc = 1", Fault::UnclosedTable),
            ("a = \"b\nc = 1", Fault::UnclosedText),
            ("a = 'b\nc = 1", Fault::UnclosedText),
            ("a = \"\"\"\nb\nc = 1\nd = 2", Fault::UnclosedLongText),
            ("a = 1\na = 2", Fault::DuplicateKey),
            ("[a]\nb = 1\n[a]\nc = 1", Fault::DuplicateKey),
            ("a = { b = 1, b = 2 }", Fault::DuplicateKey),
            ("a = { b = 1 }\n[a.c]\nd = 1", Fault::FinishedTable),
            ("a 1\nb = 2", Fault::KeyWithoutEquals),
            ("a\nb = 2", Fault::KeyWithoutEquals),
            ("a: 1\nb = 2", Fault::ColonForEquals),
            ("a = “b”\nc = 1", Fault::CurlyQuotes),
            ("a =\nb = 1", Fault::MissingValue),
            ("a == 1", Fault::ExtraEquals),
            ("a = { b == 1 }", Fault::ExtraEquals),
            ("a = { 1 }", Fault::MissingEqualsInTable),
            ("a = { = 1 }", Fault::MissingKeyInTable),
            ("a = [1 2]", Fault::MissingComma),
            ("a = { b = 1 c = 2 }", Fault::MissingComma),
            ("a = [1,, 2]", Fault::ExtraComma),
            ("a = 1 ]", Fault::TextAfterValue),
            ("a = ]", Fault::NeverOpened),
            ("a = 1 2", Fault::TextAfterValue),
            ("a = \"b\" c", Fault::TextAfterValue),
            ("a = nee", Fault::UnquotedText),
            ("a = True", Fault::UnquotedText),
            ("a = b\"", Fault::MissingOpeningQuote),
            ("é = 1", Fault::BadKey),
            ("= 1", Fault::EmptyKey),
            ("a = \"\\q\"", Fault::BadEscape),
            ("a = 1 # \u{1}", Fault::ControlCharacter),
            ("a = \"\u{1}\"", Fault::BadText),
            ("a = 01", Fault::BadNumber),
            ("a = 1__2", Fault::BadNumber),
            ("a = 2026-13-01", Fault::BadDate),
            (&deep, Fault::Nested),
        ];
        let mut wrong = Vec::new();
        for (source, fault) in cases {
            let found = found(source);
            if found.iter().map(|(fault, _)| fault).ne([fault]) {
                wrong.push(format!("{source:?}\n  wanted {fault:?}, found {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let seen: Vec<Fault> = cases.iter().map(|(_, fault)| *fault).collect();
        for fault in Fault::ALL.iter().filter(|fault| **fault != Fault::Other) {
            assert!(seen.contains(fault), "no case for {fault:?}");
        }
        assert_eq!(Fault::from_description("something new"), Fault::Other);
    }

    #[test]
    fn faults_are_found_behind_each_other() {
        let source = "a = [1,\nb = \"x\nc: 1\nd = 1\nd = 2\ne = \"\"\"\nf\n";
        let kinds: Vec<SyntaxFault> = found(source).into_iter().map(|(fault, _)| fault).collect();
        use SyntaxFault as Fault;
        for fault in [
            Fault::UnclosedList,
            Fault::UnclosedText,
            Fault::ColonForEquals,
            Fault::DuplicateKey,
            Fault::UnclosedLongText,
        ] {
            assert!(kinds.contains(&fault), "{fault:?} in {kinds:?}");
        }
        assert_eq!(kinds.len(), 5, "{kinds:?}");
    }

    #[test]
    fn places_stay_true() {
        let source = "a = \"é\nb: 1\n[[c\nd = 1\n[[e]]\nf = 1\n";
        let mended = mend(source);
        assert_eq!(mended.text.len(), source.len());
        let at = source.find("f = 1").unwrap();
        assert_eq!(mended.text.get(at..), source.get(at..));
        assert_eq!(mended.text.matches('\n').count(), source.matches('\n').count());
    }

    #[test]
    fn both_places_of_a_key_are_told() {
        let mended = mend("id = 1\nb = 2\nid = 3\n");
        let places: Vec<_> =
            mended.diagnostics.iter().map(|one| (one.span.clone(), one.related.clone())).collect();
        assert_eq!(places.len(), 1);
        assert_eq!(places.first().unwrap().0, 13..15);
        assert_eq!(places.first().unwrap().1.first().unwrap().span, 0..2);
    }
}
