//! Finding what is wrong with the writing of a text, and where.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;
use toml_parser::parser::{Event, EventKind, RecursionGuard, ValidateWhitespace};
use toml_parser::{Expected, ParseError, Source};

use super::value::unquoted_kind;
use super::{header, letters, opening, slip, stray};
use crate::checklist::definition::limits;
use crate::checklist::diagnostic::SyntaxFault;
use crate::checklist::diagnostic::position::line_around;

/// Most errors of one sort that are kept; the rest are nearly always their echoes.
const ERRORS: usize = 2000;
/// The nesting that the tree reader accepts.
const DEPTH: u32 = 80;

/// One fault with its place.
pub(super) struct Fault {
    pub kind: SyntaxFault,
    pub span: Range<usize>,
    /// Where a key stood before.
    pub first: Option<Range<usize>>,
    /// Whether what follows was read as something else because of it, so that the text is to be read again first.
    pub rereads: bool,
}

/// The faults of a text, at most one for each line, by place, and no more than are told.
///
/// What belongs together by the tree is only looked at once the rest is in order.
pub(super) fn faults(text: &str) -> Vec<Fault> {
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_of = |offset: usize| lines.partition_point(|end| *end < offset);
    let mut candidates = written_wrongly(text);
    if candidates.is_empty() {
        return related_wrongly(text);
    }
    // One line may have a million faults: they are only looked at closely once one is chosen for each line.
    candidates.sort_by_key(|one| (line_of(one.start), one.rank, one.start));
    candidates.dedup_by_key(|one| line_of(one.start));
    candidates
        .into_iter()
        .take(limits::PROBLEMS + 1)
        .map(|one| match (opening::missing_long(text, one.start), one.whole) {
            (Some(span), _) => {
                Fault { kind: SyntaxFault::MissingLongOpening, span, first: None, rereads: true }
            }
            (None, Some(whole)) => value_fault(text, &one.error, whole),
            (None, None) => grammar_fault(text, &one.error),
        })
        .map(|fault| broken_text(text, fault))
        .collect()
}

/// A text that is not closed on its line, where it is closed on one below, is one fault that says so.
fn broken_text(text: &str, fault: Fault) -> Fault {
    let around = line_around(text, fault.span.start);
    let is_value = text.get(around.start..fault.span.start).is_some_and(|key| key.trim_end().ends_with('='));
    let quote = text.get(fault.span.start..).and_then(|rest| rest.chars().next());
    let Some(quote) = quote.filter(|quote| is_value && matches!(quote, '"' | '\'')) else { return fault };
    if fault.kind != SyntaxFault::UnclosedText {
        return fault;
    }
    let below = text.get(around.end..).unwrap_or_default();
    match slip::goes_on(below, quote) {
        Some(end) => {
            let span = fault.span.start..around.end + end;
            Fault { kind: SyntaxFault::BrokenText, span, rereads: true, ..fault }
        }
        None => fault,
    }
}

/// What can be said of a text before it is made into a tree.
pub(in crate::checklist) struct Writing {
    /// Whether every sign and every value is in order.
    pub is_good: bool,
    /// The first key past the limit.
    pub too_many_keys: Option<Range<usize>>,
}

/// Looks at the signs and values of a text.
pub(in crate::checklist) fn writing(text: &str) -> Writing {
    let (candidates, too_many_keys) = read(text);
    Writing { is_good: candidates.is_empty(), too_many_keys }
}

/// An error of the reader, with what decides which one of a line is told.
struct Candidate {
    error: ParseError,
    start: usize,
    rank: u8,
    /// The value or key, where it is one of those that is wrong.
    whole: Option<Range<usize>>,
}

/// Errors in signs and values, the latter only for lines without the former.
fn written_wrongly(text: &str) -> Vec<Candidate> {
    read(text).0
}

/// The errors, and the first key past the limit.
fn read(text: &str) -> (Vec<Candidate>, Option<Range<usize>>) {
    let source = Source::new(text);
    let (mut unclosed, mut others): (Vec<ParseError>, Vec<ParseError>) = (Vec::new(), Vec::new());
    let mut events: Vec<Event> = Vec::new();
    {
        let mut sink = |error: ParseError| {
            // Openers without their closers are never left out, as they cause the others.
            let is_unclosed = SyntaxFault::is_of_unclosed(error.description());
            let errors = if is_unclosed { &mut unclosed } else { &mut others };
            if errors.len() < ERRORS {
                errors.push(error);
            }
        };
        let tokens = source.lex().into_vec();
        let mut whitespace = ValidateWhitespace::new(&mut events, source);
        let mut guard = RecursionGuard::new(&mut whitespace, DEPTH);
        toml_parser::parser::parse_document(&tokens, &mut guard, &mut sink);
    }
    let keys = events.iter().filter(|event| event.kind() == EventKind::SimpleKey);
    let too_many_keys = keys.map(|event| event.span().start()..event.span().end()).nth(limits::KEYS);
    let mut candidates: Vec<Candidate> = unclosed.into_iter().chain(others).map(candidate).collect();
    for event in &events {
        if event.span().is_empty() || candidates.len() > 3 * ERRORS {
            continue;
        }
        let mut first: Option<ParseError> = None;
        let mut decoded = Cow::Borrowed("");
        let Some(raw) = source.get(event) else { continue };
        match event.kind() {
            EventKind::Scalar => {
                let _type = raw.decode_scalar(&mut decoded, &mut first);
            }
            EventKind::SimpleKey => raw.decode_key(&mut decoded, &mut first),
            _ => continue,
        }
        let whole = event.span().start()..event.span().end();
        candidates.extend(first.map(|error| Candidate {
            error,
            start: whole.start,
            // Where the signs of a line are wrong, the reader makes up values that nobody wrote.
            rank: 3,
            whole: Some(whole),
        }));
    }
    (candidates, too_many_keys)
}

fn candidate(error: ParseError) -> Candidate {
    let kind = SyntaxFault::from_description(error.description());
    let place = if kind.is_unclosed() { error.context() } else { error.unexpected() };
    let start = place.or(error.context()).or(error.unexpected()).map_or(0, |span| span.start());
    let rank = match kind {
        SyntaxFault::Nested => 0,
        kind if kind.is_unclosed() => 1,
        _ => 2,
    };
    Candidate { error, start, rank, whole: None }
}

/// Errors in what belongs together: keys that stand twice, dates that do not exist.
fn related_wrongly(text: &str) -> Vec<Fault> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let fault = |error: &toml::de::Error| {
        let span = error.span().unwrap_or_default();
        let kind = absent_kind(text, &span, SyntaxFault::from_description(error.message()));
        let around = line_around(text, span.start);
        let below = text.get(around.end..).unwrap_or_default();
        let written = text.get(around.clone()).unwrap_or_default();
        if let Some(fault) = header_fault(written, around.start) {
            return fault;
        }
        let above = || text.get(..around.start).unwrap_or_default();
        let doubled = header::doubled(written).filter(|_| kind == SyntaxFault::DuplicateKey);
        if doubled.is_some_and(|doubled| above().lines().any(|line| line.trim() == doubled)) {
            let span = around.start..around.start + written.trim_end().len();
            return Fault { kind: SyntaxFault::BadHeader, span, first: None, rereads: true };
        }
        if kind == SyntaxFault::BadDate
            && let Some(fault) = stray_fault(written, around.start, below)
        {
            return fault;
        }
        if kind == SyntaxFault::DuplicateKey && begins_a_part(text, &around) {
            let span = around.start..around.start + written.trim_end().len();
            return Fault { kind: SyntaxFault::LostHeader, span, first: None, rereads: true };
        }
        let is_double = kind == SyntaxFault::DuplicateKey;
        let first = if is_double { first_key(tree.get_ref(), text, &span) } else { None };
        Fault { kind, span, first, rereads: false }
    };
    let mut faults: Vec<Fault> = errors.iter().take(limits::PROBLEMS + 1).map(fault).collect();
    faults.retain(|fault| !follows_a_single_header(text, fault));
    faults.sort_by_key(|fault| fault.span.start);
    faults
}

/// Whether a line is the name with which a part begins, below an empty line and with more of it below: its header is lost.
fn begins_a_part(text: &str, line: &Range<usize>) -> bool {
    let is_name = |line: &str| line.split_once('=').is_some_and(|(key, _)| key.trim() == "id");
    let above = text.get(..line.start).unwrap_or_default();
    let is_apart = above.ends_with("\n\n") || above.ends_with("\n\r\n");
    let below = text.get(line.end..).unwrap_or_default().lines().nth(1).unwrap_or_default();
    is_apart
        && is_name(text.get(line.clone()).unwrap_or_default())
        && slip::starts_statement(below)
        && !below.trim_start().starts_with('[')
}

/// Whether a header is called double only because an earlier one of the same list lost a pair of brackets: that one is told of.
fn follows_a_single_header(text: &str, fault: &Fault) -> bool {
    let line = |at: usize| text.get(line_around(text, at)).unwrap_or_default().trim();
    let Some(first) = fault.first.as_ref().filter(|_| fault.kind == SyntaxFault::DuplicateKey) else {
        return false;
    };
    line(fault.span.start) == format!("[{}]", line(first.start))
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
    let around = line_around(text, span.start);
    let line = text.get(around.clone()).unwrap_or_default();
    let below = text.get(around.end..).unwrap_or_default();
    if let Some(fault) = stray_fault(line, around.start, below) {
        return fault;
    }
    if matches!(
        kind,
        SyntaxFault::ExtraComma | SyntaxFault::MissingEqualsInTable | SyntaxFault::MissingKeyInTable
    ) && let Some(fault) = braces_above(text, around.start)
    {
        return fault;
    }
    let behind = text.get(span.start..around.end).unwrap_or_default().trim_end();
    let closes = text.get(around.start..span.start).unwrap_or_default().trim_end().ends_with([']', '}']);
    if kind == SyntaxFault::TextAfterValue && behind == "," && closes {
        kind = SyntaxFault::CommaAtEnd;
        span.end = span.start + 1;
    }
    if kind == SyntaxFault::MissingComma && behind.starts_with([']', '}']) {
        (kind, span.end) = (SyntaxFault::NeverOpened, span.start + 1);
    }
    if kind == SyntaxFault::ExtraComma
        && let Some(at) = nameless(text.get(around.start..span.start).unwrap_or_default())
    {
        (kind, span) = (SyntaxFault::MissingKeyInTable, around.start + at..span.start);
    }
    if kind.swallows()
        && let Some(fault) = lost_quote(text, around.end)
    {
        return fault;
    }
    if kind == SyntaxFault::UnclosedList
        && let Some(at) = lost_brace(text.get(span.start..).unwrap_or_default())
    {
        let (kind, span) = (SyntaxFault::UnclosedTable, span.start + at..span.start + at + 1);
        return Fault { kind, span, first: None, rereads: true };
    }
    if line.contains(['“', '”', '„', '‘', '’']) && !line.contains('"') {
        kind = SyntaxFault::CurlyQuotes;
    } else if kind == SyntaxFault::KeyWithoutEquals && line.contains(':')
        || kind == SyntaxFault::MissingEqualsInTable && !slip::colons(line).is_empty()
    {
        kind = SyntaxFault::ColonForEquals;
    }
    if matches!(kind, SyntaxFault::ColonForEquals | SyntaxFault::KeyWithoutEquals | SyntaxFault::CurlyQuotes)
    {
        let start = line_around(text, span.start).start + (line.len() - line.trim_start().len());
        // What follows the value is not part of the fault.
        let written = line.split_once(" #").map_or(line, |(before, _)| before).trim();
        span = start..start + written.len();
    }
    Fault { kind, span, first: None, rereads: kind == SyntaxFault::ColonForEquals }
}

/// Where a text in quotes begins with which a line ends, and which stands first in a table: what it is the value of is missing.
fn nameless(line: &str) -> Option<usize> {
    let text = line.trim_end().strip_suffix('"')?;
    let first = text.rfind('"')?;
    text.get(..first)?.trim_end().ends_with('{').then_some(first)
}

/// A header with other signs than it has.
fn header_fault(line: &str, start: usize) -> Option<Fault> {
    let kind = match header::unclosed(line) {
        Some(_) => SyntaxFault::UnclosedHeader,
        None => header::slip(line).map(|_| SyntaxFault::BadHeader)?,
    };
    let indent = line.len() - line.trim_start().len();
    let span = start + indent..start + line.trim_end().len();
    Some(Fault { kind, span, first: None, rereads: true })
}

/// A character that came along with pasted text, or a slip of the writer, whatever the reader makes of it.
fn stray_fault(line: &str, start: usize, below: &str) -> Option<Fault> {
    if let Some(place) = slip::sign_before(line) {
        let span = start + place.start..start + place.end;
        return Some(Fault { kind: SyntaxFault::SignBeforeKey, span, first: None, rereads: true });
    }
    if stray::first(line).is_none()
        && let Some(fault) = header_fault(line, start)
    {
        return Some(fault);
    }
    let opening = || opening::missing(line).map(|place| (SyntaxFault::MissingOpeningQuote, place));
    let (kind, place) = stray::first(line)
        .or_else(|| letters::odd_key(line))
        .or_else(opening)
        .or_else(|| slip::find(line, below))?;
    let rereads = matches!(
        kind,
        SyntaxFault::RoundBrackets
            | SyntaxFault::ListInBraces
            | SyntaxFault::SemicolonForComma
            | SyntaxFault::SecondKey
            | SyntaxFault::MissingOpeningQuote
    ) || kind == SyntaxFault::UnclosedText && !slip::starts_statement(line);
    Some(Fault { kind, span: start + place.start..start + place.end, first: None, rereads })
}

/// The line below an opener in which a text lost its first or last quote, so that the closer was read as part of a text.
fn lost_quote(text: &str, from: usize) -> Option<Fault> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        if at > from && slip::starts_statement(line) {
            return None;
        }
        let line_of = line.trim_end();
        let first = opening::missing(line_of).map(|place| (SyntaxFault::MissingOpeningQuote, place));
        let last = || slip::quotes(line_of).filter(|(kind, _)| *kind == SyntaxFault::UnclosedText);
        if let Some((kind, place)) = first.or_else(last) {
            let span = at + place.start..at + place.end;
            return Some(Fault { kind, span, first: None, rereads: true });
        }
        at += line.len();
    }
    None
}

/// The brace of a part of a list that another part or the end of the list follows before it is closed.
fn lost_brace(list: &str) -> Option<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut before = ' ';
    let mut start = 0;
    for (row, line) in list.split_inclusive('\n').enumerate() {
        if row > 0 && slip::starts_statement(line) {
            return None;
        }
        for (at, c) in stray::outside_texts(line).filter(|(_, c)| !c.is_whitespace()) {
            let last = open.last().filter(|(_, bracket)| *bracket == '{').map(|(at, _)| *at);
            match c {
                // A table within a table stands behind its key.
                '{' if last.is_some() && before != '=' => return last,
                '[' | '{' => open.push((start + at, c)),
                ']' if last.is_some() => return last,
                ']' | '}' => _ = open.pop(),
                _ => {}
            }
            before = c;
            if open.is_empty() {
                return None;
            }
        }
        start += line.len();
    }
    None
}

/// The line above, where a list in braces began that holds the parts without a key in which the reader stopped.
fn braces_above(text: &str, line: usize) -> Option<Fault> {
    let mut end = line;
    loop {
        let above = line_around(text, end.checked_sub(1)?);
        let written = text.get(above.clone())?;
        if slip::starts_statement(written) || written.trim().ends_with('{') {
            let fault = stray_fault(written, above.start, text.get(above.end..)?)?;
            return (fault.kind == SyntaxFault::ListInBraces).then_some(fault);
        }
        end = above.start;
    }
}

/// A fault within one value or key.
fn value_fault(text: &str, error: &ParseError, whole: Range<usize>) -> Fault {
    let mut kind = SyntaxFault::from_description(error.description());
    let wants_quote = error.expected().is_some_and(|expected| {
        expected.iter().any(|one| matches!(one, Expected::Literal("\"" | "'" | "\"\"\"" | "'''")))
    });
    let raw = text.get(whole.clone()).unwrap_or_default();
    if let Some((at, c)) = raw.char_indices().find(|(_, c)| stray::is_steering(*c)) {
        let span = whole.start + at..whole.start + at + c.len_utf8();
        return Fault { kind: SyntaxFault::InvisibleSign, span, first: None, rereads: true };
    }
    let around = line_around(text, whole.start);
    let line = text.get(around.clone()).unwrap_or_default();
    if let Some(fault) = stray_fault(line, around.start, text.get(around.end..).unwrap_or_default()) {
        return fault;
    }
    let mut span = error.unexpected().map_or(whole.clone(), |span| span.start()..span.end());
    if kind == SyntaxFault::BadText && wants_quote {
        let is_long = raw.starts_with("\"\"\"") || raw.starts_with("'''");
        kind = if is_long { SyntaxFault::UnclosedLongText } else { SyntaxFault::UnclosedText };
        span = whole.start..whole.start + if is_long { 3 } else { raw.trim_end().len().max(1) };
    } else if raw.contains(['“', '”', '„', '‘', '’']) && !raw.starts_with(['"', '\'']) {
        kind = SyntaxFault::CurlyQuotes;
        span = whole;
    } else if matches!(kind, SyntaxFault::UnquotedText | SyntaxFault::BadNumber | SyntaxFault::BadDate)
        || kind == SyntaxFault::Other && raw.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
    {
        kind = unquoted_kind(text, raw, &whole, kind);
        span = whole.start..whole.start + raw.trim_end().len().max(1);
    }
    Fault { kind, span, first: None, rereads: false }
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
