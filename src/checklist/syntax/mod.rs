//! Reading text that may not be TOML: finding every fault, and mending the text so that the rest can be read.
//!
//! A faulty line is blanked with spaces of equal length and the text is read again, so that one fault hides no other
//! and all places stay true. Whoever reads the mended text must not complain about what was blanked.

mod fence;
mod find;
mod number;
mod slip;
mod stray;

use std::ops::Range;

use self::find::Fault;
pub(super) use self::find::writing;
use self::slip::starts_statement;
use super::diagnostic::{Diagnostic, Problem, Role};
use crate::checklist::definition::limits;
use crate::checklist::diagnostic::position::{clamp, line_around};
use crate::checklist::diagnostic::{SyntaxFault, clean};
use crate::checklist::schema::synonyms;

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

/// Finds the faults of a text that is not TOML, and blanks them.
pub(super) fn mend(source: &str) -> Mended {
    let mut mended =
        Mended { text: source.to_owned(), blanked: Vec::new(), diagnostics: Vec::new(), whole: false };
    mended.without_fences(source);
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
    /// Takes away what stands around a text that was copied as code.
    fn without_fences(&mut self, source: &str) {
        let Some((span, cuts)) = fence::find(source) else { return };
        self.diagnostics.push(Diagnostic::new(Problem::Syntax(SyntaxFault::CodeFence), span));
        cuts.into_iter().for_each(|cut| self.cover(cut));
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
        self.tell(fault, source);
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
            SyntaxFault::DecimalComma | SyntaxFault::GroupedNumber => Some(number::as_meant(written)),
            SyntaxFault::NumberInWords => number::meant(written),
            SyntaxFault::MissingBraces => Some(format!("{{ {written} }}")),
            SyntaxFault::ComparisonSign => {
                Some(if written.starts_with(['<', '≤']) { "at_most" } else { "at_least" }.to_owned())
            }
            SyntaxFault::ApostropheInText | SyntaxFault::QuotesInText => slip_suggestion(written),
            SyntaxFault::LookAlike => written.chars().next().and_then(stray::meant).map(String::from),
            _ => None,
        });
        if let Some(first) = &fault.first {
            diagnostic = diagnostic.related(clamp(source, first), Role::First);
        }
        self.diagnostics.push(diagnostic);
    }
}

impl Mended {
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

/// The bracket that closes the one at `open`.
fn closing(text: &str, open: usize) -> Option<usize> {
    let pair = match text.get(open..)?.chars().next()? {
        '(' => ('(', ')'),
        _ => ('{', '}'),
    };
    let mut depth = 0;
    let mut from = open;
    for line in text.get(open..)?.split_inclusive('\n') {
        for (at, c) in stray::outside_texts(line) {
            depth += i32::from(c == pair.0) - i32::from(c == pair.1);
            if depth == 0 && c == pair.1 {
                return Some(from + at);
            }
        }
        from += line.len();
        if text.get(from..).is_some_and(|rest| rest.starts_with("[[")) {
            return None;
        }
    }
    None
}

/// Where a comma can stand in place of white space, between two parts.
fn comma_at(text: &str, span: &Range<usize>) -> Option<usize> {
    let before = text.get(..span.start)?;
    let within = text.get(span.clone())?.find(' ').map(|at| span.start + at);
    let is_space = |at: &usize| text.as_bytes().get(*at) == Some(&b' ');
    let above = || {
        // At the beginning of a line only its end is left, unless a comment stands there.
        let line = before.strip_suffix('\n')?.lines().next_back()?;
        (!line.contains('#') && !line.ends_with('\r')).then(|| span.start - 1)
    };
    span.start.checked_sub(1).filter(is_space).or(within).or_else(above)
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
    if fault.kind == SyntaxFault::CommentSign && written.starts_with("/*") && !written.contains("*/") {
        // An explanation of several lines, up to where it says that it ends.
        let end = text.get(line.end..).and_then(|rest| rest.find("*/")).map(|at| line.end + at);
        return line.start..end.map_or(line.end, |end| line_around(text, end).end);
    }
    if fault.kind == SyntaxFault::BrokenText {
        return line.start..fault.span.end;
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
            ("a = \"b\nc\"\nd = 1", Fault::BrokenText),
            ("a = 'b\nc\n  d' # e\nf = 1", Fault::BrokenText),
            ("a = \"b\n\nc\"", Fault::BrokenText),
            ("enable_when = item = \"p\"", Fault::MissingBraces),
            ("enable_when = any = [1]", Fault::MissingBraces),
            ("enable_when = { item = \"r\", >= 4 }", Fault::ComparisonSign),
            ("enable_when = { item = \"r\" > 4 }", Fault::ComparisonSign),
            ("enable_when = item >= 4", Fault::ComparisonSign),
            ("enable_when = { item <= 4 }", Fault::ComparisonSign),
            ("a = \"\"\"\nb\nc = 1\nd = 2", Fault::UnclosedLongText),
            ("a = 1\na = 2", Fault::DuplicateKey),
            ("[a]\nb = 1\n[a]\nc = 1", Fault::DuplicateKey),
            ("a = { b = 1, b = 2 }", Fault::DuplicateKey),
            ("a = { b = 1 }\n[a.c]\nd = 1", Fault::FinishedTable),
            ("a 1\nb = 2", Fault::KeyWithoutEquals),
            ("a\nb = 2", Fault::KeyWithoutEquals),
            ("a: 1\nb = 2", Fault::ColonForEquals),
            ("a = “b”\nc = 1", Fault::CurlyQuotes),
            ("repeats = ja", Fault::TruthInWords),
            ("a = { repeats = Waar }\nb = 1", Fault::TruthInWords),
            ("a\u{a0}=\u{a0}1\nb = 1", Fault::NoBreakSpace),
            ("\u{a0}\u{a0}a = 1", Fault::NoBreakSpace),
            ("a = 1\u{200b}\nb = 1", Fault::InvisibleSign),
            ("ti\u{200b}tle = 1\nb = 1", Fault::InvisibleSign),
            ("a ＝ 1", Fault::LookAlike),
            ("enable–when = 1", Fault::LookAlike),
            ("a = −1", Fault::LookAlike),
            ("a = [\n  1\n  2,\n  3,\n]\nb = 1", Fault::MissingComma),
            ("a = [\n  { b = 1 }\n  { b = 2 },\n  { b = 3 },\n]", Fault::MissingComma),
            ("a = [\n{ b = 1 }\n{ b = 2 },\n{ b = 3 },\n]", Fault::MissingComma),
            ("a = [\n  \"b\" # c\n  \"d\",\n  \"e\"\n]", Fault::MissingComma),
            ("a = { b = 1, c = “d” }", Fault::CurlyQuotes),
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
            ("text = nee", Fault::UnquotedText),
            ("a = nee", Fault::TruthInWords),
            ("min = 0,5", Fault::DecimalComma),
            ("// uitleg", Fault::CommentSign),
            ("a = (1, 2)", Fault::RoundBrackets),
            ("a = (\n  \"b\",\n  \"c\"\n)\nd = 1", Fault::RoundBrackets),
            ("a = (\n  { b = \"c)\" },\n  { b = \"d\" },\n)", Fault::RoundBrackets),
            ("a = (\n  { b = 1 },\nd = 1", Fault::RoundBrackets),
            ("```toml\na = 1\n```\n", Fault::CodeFence),
            ("Hier is hij:\n```\na = 1\n```\nSucces!\n", Fault::CodeFence),
            ("a = [\n  ( b = \"c\", d = \"e\" ),\n  ( b = \"f\", d = \"g\" ),\n]", Fault::RoundBrackets),
            ("a = [( b = \"c\" ), ( b = \"f\" )]", Fault::RoundBrackets),
            ("a = (\n  ( b = \"c\" ),\n  ( b = \"f\" )\n)", Fault::RoundBrackets),
            ("enable_when = ( item = \"p\", is = true )", Fault::RoundBrackets),
            (
                "enable_when = { all = [ ( item = \"p\", is = true ), { item = \"q\", is = true } ] }",
                Fault::RoundBrackets,
            ),
            ("text = (\"Hoe gaat het?\")", Fault::RoundBrackets),
            ("min = (0)", Fault::RoundBrackets),
            ("a = {\"b\",\"c\"}", Fault::ListInBraces),
            ("a = {\n  \"b\",\n  \"c\"\n}\nd = 1", Fault::ListInBraces),
            ("a = [{ b = 1 }; { b = 2 }; { b = 3 }]", Fault::SemicolonForComma),
            ("a = [\n  { b = 1 };  { b = 2 };\n  { b = 3 },\n]", Fault::SemicolonForComma),
            ("a = \"b\",\nc = 1", Fault::CommaAtEnd),
            ("a = 'Hoe gaat 't nu?'", Fault::ApostropheInText),
            ("max = 1.000.000", Fault::GroupedNumber),
            ("max = 1.000,5", Fault::DecimalComma),
            ("max = tien", Fault::NumberInWords),
            ("min = 0-10", Fault::NumberInWords),
            ("a = \"b\" // c", Fault::CommentSign),
            ("/*\n uitleg\n*/\na = 1", Fault::CommentSign),
            ("a = \"b\"; # c", Fault::Semicolon),
            (
                "a = [\n  { b = \"c\", d = \"e\" },\n  { b = \"f\", d = \"g },\n  { b = \"h\", d = \"i\" },\n]",
                Fault::UnclosedText,
            ),
            ("a = [\n  \"b\",\n  \"c,\n  \"d\",\n]", Fault::UnclosedText),
            ("a = [\"b\", \"c, \"d\"]", Fault::UnclosedText),
            ("a = [\"b\", \"c\", \"d]", Fault::UnclosedText),
            ("a = 1;", Fault::Semicolon),
            ("a = \"zo \"goed\" als\"", Fault::QuotesInText),
            ("a = True", Fault::TruthInWords),
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
