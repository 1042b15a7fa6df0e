//! Reading text that may not be TOML: finding every fault, and mending the text so that the rest can be read.
//!
//! A faulty line is blanked with spaces of equal length and the text is read again, so that one fault hides no other
//! and all places stay true. Whoever reads the mended text must not complain about what was blanked.

mod copied;
mod day;
mod find;
mod header;
mod headers;
mod letters;
mod number;
mod opening;
mod places;
mod room;
mod slip;
mod stray;
mod value;

use std::ops::Range;

pub(super) use self::copied::has_conflict;
use self::find::Fault;
pub(super) use self::find::writing;
use self::places::{closing, comma_at, every_line};
use self::slip::starts_statement;
use super::diagnostic::{Diagnostic, Problem, Role};
use crate::checklist::definition::limits;
use crate::checklist::diagnostic::position::{clamp, line_around};
use crate::checklist::diagnostic::{SyntaxFault, clean};
use crate::checklist::schema::{bounds, numbers, synonyms};

/// How often a text is read again; one fault can only hide others behind it so many times.
const ROUNDS: usize = 25;
/// The same for a large text, where every round takes time.
const ROUNDS_FOR_LARGE: usize = 4;
/// What counts as a large text, in bytes.
const LARGE: usize = 64 * 1024;
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

/// Whether a header does nothing, as where it stands behind a sign of a comment: of a text in which other things are wrong that
/// is why.
pub(super) fn has_idle_header(source: &str) -> bool {
    !headers::idle(source).is_empty()
}

/// Finds the faults of a text that is not TOML, and blanks them.
pub(super) fn mend(source: &str) -> Mended {
    let mut mended =
        Mended { text: source.to_owned(), blanked: Vec::new(), diagnostics: Vec::new(), whole: false };
    mended.without_what_came_along(source);
    let rounds = if source.len() > LARGE { ROUNDS_FOR_LARGE } else { ROUNDS };
    for _ in 0..rounds {
        let faults = find::faults(&mended.text);
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
            if let Some(orphans) = headers::orphans(&mended.text, &fault) {
                // The header of the list to which they belong is blanked, or was never there.
                if mended.diagnostics.is_empty() && !headers::is_below_odd(&mended.text, orphans.start) {
                    let first = line_around(&mended.text, orphans.start);
                    let kind = Problem::Syntax(SyntaxFault::LostHeader);
                    mended.diagnostics.push(Diagnostic::new(kind, first));
                }
                mended.cover(orphans);
                break;
            }
            let swallows = fault.kind.swallows() || fault.rereads;
            mended.blank(&fault, source);
            if swallows || mended.diagnostics.len() > limits::PROBLEMS {
                // What follows an opener without its closer was read as something else: read it again first.
                break;
            }
        }
        if last_line.is_none() {
            // Whatever this is, it cannot be mended by blanking; never refuse a text without a word.
            if mended.diagnostics.is_empty() {
                mended.diagnostics.push(Diagnostic::new(Problem::Syntax(SyntaxFault::Other), 0..0));
            }
            break;
        }
        if mended.diagnostics.len() > limits::PROBLEMS {
            break;
        }
    }
    mended
}

fn is_blank(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_none_or(|line| line.bytes().all(|byte| byte == b' '))
}

impl Mended {
    /// Takes away what came along with a text that was copied from elsewhere.
    fn without_what_came_along(&mut self, source: &str) {
        let tell = |this: &mut Self, kind, span| {
            this.diagnostics.push(Diagnostic::new(Problem::Syntax(kind), span));
        };
        if let Some((span, cuts)) = copied::conflict(source) {
            tell(self, SyntaxFault::MergeConflict, span);
            cuts.into_iter().for_each(|cut| self.cover(cut));
        }
        if let Some((span, cuts)) = copied::fences(&self.text) {
            tell(self, SyntaxFault::CodeFence, span);
            cuts.into_iter().for_each(|cut| self.cover(cut));
        }
        if let Some((kind, span, text)) = copied::before_lines(&self.text) {
            tell(self, kind, span);
            self.text = text;
        }
        if let Some((span, text)) = copied::web_line_ends(&self.text) {
            tell(self, SyntaxFault::WebLineEnds, span);
            self.text = text;
        }
        for (kind, span, meant) in headers::idle(&self.text) {
            let room = span.len();
            tell(self, kind, span.clone());
            if let Some(last) = self.diagnostics.last_mut().filter(|_| !meant.is_empty()) {
                last.suggestion = Some(meant.clone());
            }
            self.text.replace_range(span, &format!("{meant:<room$}"));
        }
        if let Some((span, text)) = copied::web_quotes(&self.text) {
            tell(self, SyntaxFault::WebQuotes, span);
            self.text = text;
        }
    }

    /// Writes spaces over what cannot be read.
    fn cover(&mut self, range: Range<usize>) {
        let blanked = self.text.get(range.clone()).unwrap_or_default();
        let next = blanked.bytes().skip(1).map(Some).chain([None]);
        let spaces: String = blanked
            .bytes()
            .zip(next)
            .map(|(byte, next)| match byte {
                b'\n' => '\n',
                b'\r' if next == Some(b'\n') => '\r',
                _ => ' ',
            })
            .collect();
        self.text.replace_range(range.clone(), &spaces);
        self.blanked.push(range);
    }

    fn blank(&mut self, fault: &Fault, source: &str) {
        // A list of which every header lost a pair of brackets is told of at its first one.
        if fault.kind != SyntaxFault::DuplicateKey || !header::is_echo(source, fault.span.start) {
            self.tell(fault, source);
        }
        if self.put_right(fault) {
            return;
        }
        let range = extent(&self.text, fault);
        self.cover(range);
    }

    fn tell(&mut self, fault: &Fault, source: &str) {
        let mut diagnostic = Diagnostic::new(Problem::Syntax(fault.kind), clamp(source, &fault.span));
        let written = source.get(fault.span.clone()).unwrap_or_default();
        diagnostic = diagnostic.suggest(match fault.kind {
            SyntaxFault::TruthInWords => synonyms::truth(written).map(str::to_owned),
            SyntaxFault::UnquotedText if synonyms::truth(written).is_some() => {
                Some(format!("\"{}\"", written.trim()))
            }
            SyntaxFault::UnquotedText | SyntaxFault::MissingOpeningQuote => {
                let place = clamp(source, &fault.span);
                day::meant(source, place.start).or_else(|| value::in_quotes(source, &place, fault.kind))
            }
            SyntaxFault::DecimalComma | SyntaxFault::GroupedNumber => Some(number::as_meant(written)),
            SyntaxFault::NumberInWords => numbers::meant(written),
            SyntaxFault::MissingBraces => {
                let within = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
                // Of braces around it only the first may be missing.
                let within = within.or_else(|| written.strip_suffix('}')).unwrap_or(written).trim();
                (within.len() < 80 && clean::line(within) == within).then(|| format!("{{ {within} }}"))
            }
            SyntaxFault::BadHeader => header::slip(written).or_else(|| header::doubled(written)),
            SyntaxFault::UnclosedHeader => header::unclosed(written),
            SyntaxFault::ComparisonSign => {
                let test = match written.chars().next() {
                    Some('!') => "is_not",
                    Some('<' | '≤') => "at_most",
                    _ => "at_least",
                };
                // Without the number itself it is another bound.
                match written {
                    "<" | ">" => bounds::beside(written, source.get(fault.span.end..).unwrap_or_default()),
                    _ => Some(test.to_owned()),
                }
            }
            SyntaxFault::ApostropheInText | SyntaxFault::QuotesInText => slip_suggestion(written),
            SyntaxFault::SignForEquals => Some("=".to_owned()),
            SyntaxFault::SpacedKey => slip::one_word(written),
            SyntaxFault::BadKey => letters::meant(written).map(str::to_owned),
            SyntaxFault::LookAlike if letters::meant(written).is_some() => {
                letters::meant(written).map(str::to_owned)
            }
            SyntaxFault::LookAlike if slip::is_for_equals(source, &fault.span) => Some("=".to_owned()),
            SyntaxFault::LookAlike => written.chars().next().and_then(stray::meant).map(String::from),
            _ => day::meant(source, fault.span.start),
        });
        if let Some(first) = &fault.first {
            diagnostic = diagnostic.related(clamp(source, first), Role::First);
        }
        self.diagnostics.push(diagnostic);
    }
}

impl Mended {
    /// Writes a value in place of one that cannot be read behind a key that does not exist, so that both are told of at once.
    fn put_stand_in(&mut self, span: &Range<usize>) -> bool {
        let key = value::key_before(&self.text, span.start);
        let end = line_around(&self.text, span.start).end;
        let behind = self.text.get(span.end..end).unwrap_or_default().trim_start();
        let is_alone = behind.is_empty() || behind.starts_with(['#', ',', '}']);
        if !is_alone || !slip::is_key(key) || synonyms::own_key(key).is_some() {
            return false;
        }
        self.text.replace_range(span.clone(), &format!("{:<width$}", 0, width = span.len()));
        self.blanked.push(span.clone());
        true
    }

    /// Writes what was surely meant in place of a fault, where that takes no more room: nothing is lost then.
    fn put_right(&mut self, fault: &Fault) -> bool {
        match fault.kind {
            SyntaxFault::MissingComma => {
                let comma = comma_at(&self.text, &fault.span);
                if let Some(at) = comma {
                    self.text.replace_range(at..at + 1, ",");
                }
                comma.is_some()
            }
            SyntaxFault::DecimalComma | SyntaxFault::GroupedNumber => {
                let number = number::as_meant(self.text.get(fault.span.clone()).unwrap_or_default());
                let padded = format!("{number:<width$}", width = fault.span.len());
                self.text.replace_range(fault.span.clone(), &padded);
                // Whether that number may stand there is another matter, for when it can be read.
                self.blanked.push(fault.span.clone());
                true
            }
            SyntaxFault::BadHeader => {
                let line = line_around(&self.text, fault.span.start);
                let written = self.text.get(line.clone()).unwrap_or_default();
                let Some(meant) = header::slip(written).or_else(|| header::doubled(written)) else {
                    return false;
                };
                let behind = header::beside(written).filter(|at| *at > meant.len());
                match behind.and_then(|at| Some((at, written.get(at..)?))) {
                    Some((at, rest)) if starts_statement(rest) => {
                        let parted = format!("{meant:<width$}\n{rest}", width = at - 1);
                        self.text.replace_range(line, &parted);
                        true
                    }
                    _ => room::put(&mut self.text, line, &meant),
                }
            }
            SyntaxFault::UnclosedHeader => {
                let line = line_around(&self.text, fault.span.start);
                let meant = header::unclosed(self.text.get(line.clone()).unwrap_or_default());
                meant.is_some_and(|meant| room::put(&mut self.text, line, &meant))
            }
            SyntaxFault::ColonForEquals => {
                let line = line_around(&self.text, fault.span.start);
                let is_mended = !slip::colons(self.text.get(line).unwrap_or_default()).is_empty();
                if is_mended {
                    every_line(&mut self.text, |line| {
                        slip::colons(line).into_iter().map(|at| (at..at + 1, "=")).collect()
                    });
                }
                is_mended
            }
            SyntaxFault::TruthInWords | SyntaxFault::UnquotedText | SyntaxFault::NumberInWords => {
                self.put_stand_in(&fault.span)
            }
            SyntaxFault::SignBeforeKey => {
                every_line(&mut self.text, |line| {
                    slip::sign_before(line).map(|sign| (sign, " ")).into_iter().collect()
                });
                true
            }
            SyntaxFault::SecondKey => {
                let before = fault.span.start.checked_sub(1);
                if let Some(at) = before {
                    self.text.replace_range(at..=at, "\n");
                    let comma = self.text.get(..at).is_some_and(|before| before.ends_with([',', ';']));
                    if comma {
                        self.text.replace_range(at - 1..at, " ");
                    }
                }
                before.is_some()
            }
            SyntaxFault::MissingBraces => {
                // Square brackets around keys; where there are none nothing can be put right.
                let bytes = self.text.as_bytes();
                let (first, last) = (fault.span.start, fault.span.end.saturating_sub(1));
                let is_square = bytes.get(first) == Some(&b'[') && bytes.get(last) == Some(&b']');
                if is_square {
                    self.text.replace_range(first..=first, "{");
                    self.text.replace_range(last..=last, "}");
                }
                is_square
            }
            SyntaxFault::LookAlike | SyntaxFault::BadKey => {
                let written = self.text.get(fault.span.clone()).unwrap_or_default();
                let meant = letters::plain(written).filter(|plain| synonyms::own_key(plain).is_some());
                if let Some(meant) = &meant {
                    let padded = format!("{meant:<width$}", width = fault.span.len());
                    self.text.replace_range(fault.span.clone(), &padded);
                }
                meant.is_some()
            }
            SyntaxFault::SpacedKey => {
                let written = self.text.get(fault.span.clone()).unwrap_or_default();
                let meant = slip::one_word(written).filter(|meant| !meant.contains('='));
                if let Some(meant) = &meant {
                    let padded = format!("{meant:<width$}", width = fault.span.len());
                    self.text.replace_range(fault.span.clone(), &padded);
                }
                meant.is_some()
            }
            SyntaxFault::Semicolon | SyntaxFault::CommaAtEnd => {
                self.text.replace_range(fault.span.clone(), " ");
                true
            }
            SyntaxFault::SemicolonForComma => {
                let line = line_around(&self.text, fault.span.start);
                let strays = stray::outside_texts(self.text.get(line.clone()).unwrap_or_default());
                let places: Vec<usize> =
                    strays.filter(|(_, c)| *c == ';').map(|(at, _)| line.start + at).collect();
                places.iter().for_each(|at| self.text.replace_range(*at..*at + 1, ","));
                true
            }
            SyntaxFault::RoundBrackets => self.without_round(fault.span.start),
            SyntaxFault::ListInBraces => {
                let closing = closing(&self.text, fault.span.start);
                if let Some(at) = closing {
                    self.text.replace_range(fault.span.start..=fault.span.start, "[");
                    self.text.replace_range(at..=at, "]");
                    self.blanked.push(fault.span.start..at + 1);
                }
                closing.is_some()
            }
            SyntaxFault::CommentSign => {
                // Within a line; what begins one is blanked as a whole.
                let line = line_around(&self.text, fault.span.start);
                let is_behind = self
                    .text
                    .get(line.start..fault.span.start)
                    .is_some_and(|before| !before.trim().is_empty());
                if is_behind {
                    self.text.replace_range(fault.span.start..=fault.span.start, "#");
                }
                is_behind
            }
            SyntaxFault::NoBreakSpace | SyntaxFault::InvisibleSign => {
                let line = line_around(&self.text, fault.span.start);
                // Within a text nothing else is wrong with it.
                let written = self.text.get(line.clone()).unwrap_or_default();
                let within = fault.span.start - line.start;
                if stray::outside_texts(written).all(|(at, _)| at != within) {
                    let places: Vec<Range<usize>> = written
                        .char_indices()
                        .filter(|(_, c)| stray::is_steering(*c))
                        .map(|(at, c)| line.start + at..line.start + at + c.len_utf8())
                        .collect();
                    for place in &places {
                        self.text.replace_range(place.clone(), &" ".repeat(place.len()));
                    }
                    return !places.is_empty();
                }
                let mended = stray::with_spaces(self.text.get(line.clone()).unwrap_or_default());
                if let Some(mended) = &mended {
                    self.text.replace_range(line, mended);
                }
                mended.is_some()
            }
            _ => false,
        }
    }
}

impl Mended {
    /// Writes what belongs in the place of round brackets, also of those that follow in the same list.
    fn without_round(&mut self, first: usize) -> bool {
        let mut open = first;
        while let Some(close) = closing(&self.text, open) {
            let within = self.text.get(open + 1..close).unwrap_or_default().trim();
            let (begin, end) = if slip::begins_with_key(within) {
                ("{", "}")
            } else if within.is_empty() || within.contains([',', '{', '[', '\n']) {
                ("[", "]")
            } else {
                (" ", " ")
            };
            self.text.replace_range(open..=open, begin);
            self.text.replace_range(close..=close, end);
            self.blanked.push(open..close + 1);
            let inner = self.text.get(open + 1..close).unwrap_or_default();
            if begin == "[" && inner.trim_start().starts_with('(') {
                open += 1 + (inner.len() - inner.trim_start().len());
                continue;
            }
            let rest = self.text.get(close + 1..).unwrap_or_default();
            let behind = rest.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
            if !behind.starts_with('(') {
                return true;
            }
            open = close + 1 + (rest.len() - behind.len());
        }
        open > first
    }
}

/// A text in quotes of its own, where it has too many around it.
fn slip_suggestion(written: &str) -> Option<String> {
    let quote = written.chars().next()?;
    let within = written.trim_matches(quote);
    let is_plain =
        !within.trim().is_empty() && !within.contains(['"', '\\']) && clean::line(within) == within;
    (is_plain && within.len() < 80).then(|| format!("\"{within}\""))
}

/// The lines that a fault makes unreadable.
fn extent(text: &str, fault: &Fault) -> Range<usize> {
    let line = line_around(text, fault.span.start);
    let is_header = text.get(line.clone()).is_some_and(|line| line.trim_start().starts_with('['));
    if is_header {
        // Without its header the whole section would be read as part of the one before it.
        return line.start..next_line(text, line.end, |line| line.trim_start().starts_with('['));
    }
    let written = text.get(line.clone()).unwrap_or_default().trim();
    let before = text.get(line.start..fault.span.start).unwrap_or_default().trim();
    if fault.kind == SyntaxFault::TextAfterValue
        && !before.is_empty()
        && before.chars().all(|sign| matches!(sign, ']' | '}' | ',' | ' '))
    {
        // What closes a list above stays.
        return fault.span.start..line.end;
    }
    if fault.kind == SyntaxFault::CommentSign && written.starts_with("/*") && !written.contains("*/") {
        // An explanation of several lines, up to where it says that it ends.
        let end = text.get(line.end..).and_then(|rest| rest.find("*/")).map(|at| line.end + at);
        return line.start..end.map_or(line.end, |end| line_around(text, end).end);
    }
    if fault.kind == SyntaxFault::LostHeader {
        return line.start..next_line(text, line.end, |line| line.trim_start().starts_with('['));
    }
    if matches!(fault.kind, SyntaxFault::BrokenText | SyntaxFault::MissingLongOpening) {
        return line.start..fault.span.end;
    }
    if fault.kind == SyntaxFault::UnclosedTable && written.starts_with('{') {
        // A part of a list: the others stay.
        return line;
    }
    let is_list = matches!(fault.kind, SyntaxFault::RoundBrackets | SyntaxFault::ListInBraces);
    if fault.kind.swallows() || is_list {
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

#[cfg(test)]
#[path = "tests/mending.rs"]
mod tests;
