//! Slips of people who write no code: recognised in a line that is wrong, whatever the reader makes of it.

use std::ops::Range;

use super::number;
use super::stray::outside_texts;
use crate::checklist::diagnostic::SyntaxFault;
use crate::checklist::schema::synonyms;

/// The slip in a line that is wrong, and its place in the line; `below` is what follows the line.
pub(super) fn find(line: &str, below: &str) -> Option<(SyntaxFault, Range<usize>)> {
    let start = line.len() - line.trim_start().len();
    let written = line.trim();
    if ["//", "/*", "--", "<!--", "%", ";", "* "].iter().any(|sign| written.starts_with(sign)) {
        return Some((SyntaxFault::CommentSign, start..start + written.len()));
    }
    let code: Vec<(usize, char)> = outside_texts(line).collect();
    if let Some(at) = arrow(line) {
        return Some((SyntaxFault::SignForEquals, at));
    }
    if let Some(at) = spaced_key(line, &code) {
        return Some((SyntaxFault::SpacedKey, at));
    }
    if let Some(found) = semicolon(line, &code) {
        return Some(found);
    }
    if let Some(found) =
        round(line, &code).or_else(|| pairs_of_json(line, &code)).or_else(|| loose(line, &code))
    {
        return Some(found);
    }
    if let Some(at) = equals_for_test(line, &code).or_else(|| bare_test(line, &code)) {
        return Some((SyntaxFault::EqualsForTest, at));
    }
    let Some((key, whole)) = statement(line, &code) else { return quotes(line) };
    if let Some(at) = second_key(line, whole.start) {
        return Some((SyntaxFault::SecondKey, at));
    }
    let value = line.get(whole.clone())?;
    if let Some(at) = comment(line, &code, whole.start) {
        return Some((SyntaxFault::CommentSign, at..line.trim_end().len()));
    }
    if let Some(fault) = number::slip(value) {
        return Some((fault, whole));
    }
    let ends_in_comma = value.len() > 1 && value.ends_with(',') && depth(&code, whole.end - 1) == 0;
    if ends_in_comma && code.iter().any(|(at, _)| *at + 1 == whole.end) {
        return Some((SyntaxFault::CommaAtEnd, whole.end - 1..whole.end));
    }
    if let Some(at) = comparison(line, key, &code, whole.start) {
        return Some((SyntaxFault::ComparisonSign, at));
    }
    if is_bare_condition(value) {
        return Some((SyntaxFault::MissingBraces, whole));
    }
    if is_list_in_braces(value, below) {
        return Some((SyntaxFault::ListInBraces, whole));
    }
    let is_plain = !value.starts_with(['[', '{']);
    if is_plain && synonyms::takes_number(key) && !value.starts_with(['"', '\'']) && number::is_none(value) {
        return Some((SyntaxFault::NumberInWords, whole));
    }
    if is_plain && let Some(fault) = within_text(value) {
        return Some((fault, whole));
    }
    quotes(line)
}

/// The sign of a list before a key or a header: "– title = ...".
pub(super) fn sign_before(line: &str) -> Option<Range<usize>> {
    let start = line.len() - line.trim_start().len();
    let written = line.get(start..)?;
    let sign = written.chars().next().filter(|c| "-*+•·‣▪●○◦o–—−‐‑".contains(*c))?;
    let behind = written.get(sign.len_utf8()..)?;
    let is_apart = behind.starts_with(char::is_whitespace);
    (is_apart && starts_statement(behind)).then(|| start..start + sign.len_utf8())
}

/// A key of several words before the first `=` of a line.
fn spaced_key(line: &str, code: &[(usize, char)]) -> Option<Range<usize>> {
    let equals = with_depth(code).find(|(_, c, depth)| *c == '=' && *depth == 0)?.0;
    let before = line.get(..equals)?;
    let key = before.trim();
    let is_spaced = key.contains(' ') && key.split_whitespace().all(is_key);
    let start = before.len() - before.trim_start().len();
    is_spaced.then(|| start..start + key.len())
}

/// The one word that was meant by a key of several: its parts joined, or the key of a text with its language.
pub(super) fn one_word(written: &str) -> Option<String> {
    let parts: Vec<&str> = written.split_whitespace().collect();
    let joined = parts.join("_");
    if synonyms::is_key(&joined) {
        return Some(joined);
    }
    match parts.as_slice() {
        [key, language @ ("nl" | "en")] if synonyms::is_key(key) => {
            Some(format!("{key} = {{ {language} = ... }}"))
        }
        _ => None,
    }
}

/// An arrow behind a key, as other languages have it in the place of `=`.
fn arrow(line: &str) -> Option<Range<usize>> {
    ["=>", "->", ":=", "→", "⇒"].into_iter().find_map(|sign| {
        let at = line.find(sign)?;
        let place = at..at + sign.len();
        is_for_equals(line, &place).then_some(place)
    })
}

/// Whether a sign stands between a key and its value, apart from both.
pub(super) fn is_for_equals(text: &str, sign: &Range<usize>) -> bool {
    let before = text.get(..sign.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let behind = text.get(sign.end..).unwrap_or_default();
    let value = behind.trim_start_matches([' ', '\t']);
    is_key(before)
        && before.ends_with([' ', '\t'])
        && value.len() < behind.len()
        && value.starts_with(|c: char| c.is_alphanumeric() || "\"'“[{".contains(c))
}

/// The colons of a line that stand behind its keys in the place of `=`.
pub(super) fn colons(line: &str) -> Vec<usize> {
    let is_behind_key = |at: usize| {
        let before = line.get(..at).unwrap_or_default().trim_end();
        let rest = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
        let begins = rest.trim_end();
        let follows = line.get(at + 1..).unwrap_or_default();
        before.len() > rest.len()
            && (begins.is_empty() || begins.ends_with(['{', ',']))
            && follows.starts_with([' ', '"', '\'', '[', '{'])
            && !follows.trim().is_empty()
    };
    outside_texts(line).filter(|(at, c)| *c == ':' && is_behind_key(*at)).map(|(at, _)| at).collect()
}

/// A second `=` behind a value in braces, where a test belongs: `{ item = "a" = true }`.
fn equals_for_test(line: &str, code: &[(usize, char)]) -> Option<Range<usize>> {
    let at = with_depth(code).find(|(at, c, depth)| {
        *c == '='
            && *depth > 0
            && line.get(..*at).is_some_and(|before| before.trim_end().ends_with(['"', '\'']))
    })?;
    let before = line.get(..at.0)?.trim_end();
    let quote = before.chars().next_back()?;
    let value = before.strip_suffix(quote)?.rfind(quote)?;
    // A key may stand in quotes too.
    let is_value = before.get(..value)?.trim_end().ends_with('=');
    is_value.then(|| at.0..at.0 + 1)
}

/// A test in a condition without the signs around it: `{ item = "a" is "b" }`.
fn bare_test(line: &str, code: &[(usize, char)]) -> Option<Range<usize>> {
    ["is", "is_not", "in", "at_least", "at_most"].into_iter().find_map(|test| {
        let at = line.find(&format!("\" {test} "))? + 2;
        let is_code = with_depth(code).any(|(place, _, depth)| place == at && depth > 0);
        let behind = line.get(at + test.len()..)?.trim_start();
        (is_code && !behind.starts_with('=')).then(|| at..at + test.len())
    })
}

/// The second key on a line, behind a text in quotes, a number or a truth.
fn second_key(line: &str, value: usize) -> Option<Range<usize>> {
    let rest = line.get(value..)?;
    let quote = rest.chars().next()?;
    let end = if matches!(quote, '"' | '\'') {
        if rest.starts_with("\"\"\"") || rest.starts_with("'''") {
            return None;
        }
        1 + rest.get(1..)?.find(quote)? + 1
    } else if quote.is_ascii_alphanumeric() {
        rest.find(char::is_whitespace)?
    } else {
        return None;
    };
    let behind = rest.get(end..)?;
    let key = behind.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    let at = value + end + (behind.len() - key.len());
    let (name, more) = key.split_once('=')?;
    let apart = behind.get(..behind.len() - key.len())?;
    let is_apart = !apart.is_empty() && apart.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b','));
    let fits = is_key(name) && !more.trim().is_empty() && is_apart;
    fits.then(|| at..at + name.trim_end().len())
}

/// The key and the place of the value of a line that has both, without the explanation behind it.
fn statement<'l>(line: &'l str, code: &[(usize, char)]) -> Option<(&'l str, Range<usize>)> {
    let equals = with_depth(code).find(|(_, c, depth)| *c == '=' && *depth == 0)?.0;
    let rest = line.get(equals + 1..)?;
    let start = equals + 1 + rest.len() - rest.trim_start().len();
    // A quote too many hides the sign of an explanation.
    let hidden = line.get(start..)?.contains(['"', '\'']);
    let end = code.iter().map(|(at, c)| at + c.len_utf8()).max().unwrap_or(start).max(start);
    let value = if hidden
        && line.get(end..)?.contains(['"', '\''])
        && !line.get(end..)?.trim_start().starts_with('#')
    {
        line.get(start..)?
    } else {
        let comment = line.get(start..)?.char_indices().find(|(at, c)| *c == '#' && start + at >= end);
        line.get(start..start + comment.map_or(line.len() - start, |(at, _)| at))?
    };
    let key = line.get(..equals)?.trim();
    (!value.trim().is_empty()).then(|| (key, start..start + value.trim_end().len()))
}

/// Something in round brackets where a value or a part of a list begins.
fn round(line: &str, code: &[(usize, char)]) -> Option<(SyntaxFault, Range<usize>)> {
    let begins = |at: usize| {
        let before = line.get(..at).unwrap_or_default().trim_end().chars().next_back();
        matches!(before, None | Some('=' | '[' | '{' | ',' | '('))
    };
    let open = code.iter().find(|(at, c)| *c == '(' && begins(*at))?.0;
    let mut behind = with_depth(code).skip_while(|(at, ..)| *at <= open);
    let depth = depth(code, open);
    let close = behind.find(|(_, c, within)| *c == ')' && *within == depth + 1);
    let end = close.map_or_else(|| line.trim_end().len(), |(at, ..)| at + 1);
    Some((SyntaxFault::RoundBrackets, open..end))
}

/// Keys in quotes with a colon behind them, as JSON has them.
fn pairs_of_json(line: &str, code: &[(usize, char)]) -> Option<(SyntaxFault, Range<usize>)> {
    let is_pair = |at: usize| line.get(..at).is_some_and(|before| before.ends_with('"'));
    code.iter().find(|(at, c)| *c == ':' && is_pair(*at))?;
    let start = line.len() - line.trim_start().len();
    Some((SyntaxFault::ColonForEquals, start..line.trim_end().len()))
}

/// Keys of an option that stand in square brackets, or in none: "code = "a", text = "A"".
fn loose(line: &str, code: &[(usize, char)]) -> Option<(SyntaxFault, Range<usize>)> {
    let start = line.len() - line.trim_start().len();
    let end = line.trim_end().trim_end_matches(',').trim_end().len();
    let written = line.get(start..end)?;
    if let Some(within) = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return begins_with_key(within).then_some((SyntaxFault::MissingBraces, start..end));
    }
    let keys = with_depth(code).filter(|(at, c, depth)| *c == '=' && *depth == 0 && *at < end).count();
    let commas = with_depth(code).filter(|(at, c, depth)| *c == ',' && *depth == 0 && *at < end).count();
    let is_option = written.starts_with("code") || written.contains(", code");
    (keys > 1 && commas + 1 == keys && is_option).then_some((SyntaxFault::MissingBraces, start..end))
}

/// Whether a text begins like the inside of a table: with a key and `=`.
pub(super) fn begins_with_key(text: &str) -> bool {
    text.split_once('=').is_some_and(|(key, _)| is_key(key))
}

/// The signs, each with how many brackets are open before it.
fn with_depth(code: &[(usize, char)]) -> impl Iterator<Item = (usize, char, i32)> {
    code.iter().scan(0, |open, (at, c)| {
        let before = *open;
        *open += step(*c);
        Some((*at, *c, before))
    })
}

/// How many brackets are open before a place.
fn depth(code: &[(usize, char)], before: usize) -> i32 {
    code.iter().take_while(|(at, _)| *at < before).map(|(_, c)| step(*c)).sum()
}

/// How many brackets more are open behind a sign.
const fn step(c: char) -> i32 {
    match c {
        '[' | '{' | '(' => 1,
        ']' | '}' | ')' => -1,
        _ => 0,
    }
}

/// A semicolon at the end of a value, or in the place of a comma.
fn semicolon(line: &str, code: &[(usize, char)]) -> Option<(SyntaxFault, Range<usize>)> {
    let (at, _) = *code.iter().find(|(_, c)| *c == ';')?;
    let mut before = with_depth(code).take_while(|(equals, ..)| *equals < at);
    let has_key = before.any(|(_, c, depth)| c == '=' && depth == 0);
    let closes = line.get(..at)?.trim().trim_matches([']', ')']).is_empty();
    let rest = line.get(at + 1..)?.trim_start();
    let is_last = rest.is_empty() || rest.starts_with('#');
    if depth(code, at) > 0 || !has_key && !closes {
        return Some((SyntaxFault::SemicolonForComma, at..at + 1));
    }
    is_last.then_some((SyntaxFault::Semicolon, at..at + 1))
}

/// Where an explanation with the sign of another language begins behind a value.
fn comment(line: &str, code: &[(usize, char)], value: usize) -> Option<usize> {
    let is_sign = |at: usize| {
        line.get(at..).is_some_and(|rest| ["//", "/*", "--", ";"].iter().any(|sign| rest.starts_with(sign)))
    };
    let behind = |at: usize| {
        let is_apart = line.get(value..at).is_some_and(|before| before.ends_with(char::is_whitespace));
        is_apart || line.get(at..).is_some_and(|rest| rest.starts_with(';'))
    };
    code.iter().map(|(at, _)| *at).find(|at| *at > value && is_sign(*at) && behind(*at))
}

/// The sign by which people compare, in what is a condition.
fn comparison(line: &str, key: &str, code: &[(usize, char)], value: usize) -> Option<Range<usize>> {
    let is_not = |at: usize| line.get(at..).is_some_and(|rest| rest.starts_with("!="));
    let is_sign = |(at, c, depth): &(usize, char, i32)| {
        *at >= value
            && (matches!(c, '<' | '>' | '≤' | '≥') || is_not(*at))
            && (*depth > 0 || key.ends_with("_when"))
    };
    let (at, sign, _) = with_depth(code).find(is_sign)?;
    let end = at + sign.len_utf8();
    let equals = line.get(end..).is_some_and(|rest| rest.starts_with('='));
    Some(at..end + usize::from(equals))
}

/// Whether a value is a condition without its braces: `item = "a"`.
fn is_bare_condition(value: &str) -> bool {
    value.split_once('=').is_some_and(|(key, rest)| {
        matches!(key.trim(), "item" | "all" | "any" | "not" | "count" | "indication")
            && !rest.trim().is_empty()
            && !rest.starts_with('=')
    })
}

/// How many bytes below a line the text ends that began in it with `quote` and goes on there; `None` where it is not so.
pub(super) fn goes_on(below: &str, quote: char) -> Option<usize> {
    const MOST: usize = 20;
    let mut end = 0;
    for line in below.split_inclusive('\n').take(MOST) {
        end += line.len();
        if starts_statement(line) {
            return None;
        }
        if let Some((_, behind)) = line.split_once(quote) {
            let behind = behind.trim();
            let closes = behind.is_empty() || behind.starts_with('#');
            return closes.then(|| end - (line.len() - line.trim_end_matches(['\n', '\r']).len()));
        }
    }
    None
}

/// Whether a value in braces has parts without a key.
fn is_list_in_braces(value: &str, below: &str) -> bool {
    let Some(within) = value.strip_prefix('{') else { return false };
    let within = if within.trim().is_empty() { below.trim_start() } else { within.trim_start() };
    let mut parts = within.split('"');
    let behind = if within.starts_with('"') { parts.nth(2) } else { None };
    within.starts_with('{')
        || behind.is_some_and(|behind| behind.trim_start().starts_with([',', '}', '\n', '\r']))
}

/// Quotes within a text in quotes of the same kind.
fn within_text(value: &str) -> Option<SyntaxFault> {
    let is_of = |quote: char| value.starts_with(quote) && !value.starts_with(&String::from(quote).repeat(3));
    let count = |quote| value.chars().filter(|c| *c == quote).count();
    if is_of('\'') && count('\'') > 2 {
        return Some(SyntaxFault::ApostropheInText);
    }
    let ends = value.ends_with('"') && !value.ends_with("\\\"");
    (is_of('"') && ends && count('"') - value.matches("\\\"").count() > 2)
        .then_some(SyntaxFault::QuotesInText)
}

/// A text that lost its last quote, or has quotes within it, by what stands around each quote.
pub(super) fn quotes(line: &str) -> Option<(SyntaxFault, Range<usize>)> {
    if line.contains("\"\"\"") || line.contains("'''") {
        return None;
    }
    let mut open: Option<(usize, char)> = None;
    let mut before = None;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        let begins = matches!(before, None | Some('=' | '[' | '{' | ',' | '('));
        let ends = || {
            let next = line.get(at + c.len_utf8()..).unwrap_or_default().trim_start().chars().next();
            matches!(next, None | Some(',' | ']' | '}' | ')' | ';' | '=' | '#'))
        };
        match open {
            None if c == '#' => break,
            None if matches!(c, '"' | '\'') && begins => open = Some((at, c)),
            // A first quote is missing, which the reader tells.
            None if c == '"' => return None,
            Some((_, quote)) if c == quote && !escaped => {
                if ends() {
                    open = None;
                } else if begins && quote == '"' {
                    break;
                } else if is_next_part(line.get(at + 1..).unwrap_or_default(), quote) {
                    // A comma is missing, or something stands behind the text: the reader tells that.
                    return None;
                } else if quote == '"' {
                    return open.map(|(from, _)| (SyntaxFault::QuotesInText, from..at + 1));
                } else {
                    return open.map(|(from, _)| (SyntaxFault::ApostropheInText, from..at + 1));
                }
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped && open.is_some_and(|(_, quote)| quote == '"');
        if !c.is_whitespace() {
            before = Some(c);
        }
    }
    open.map(|(from, _)| (SyntaxFault::UnclosedText, from..from + 1))
}

/// Whether what stands behind a quote is no part of its text: another text, a key, or nothing with a quote in it.
fn is_next_part(rest: &str, quote: char) -> bool {
    let rest = rest.trim_start();
    let is_key =
        |key: &str| key.trim_end().chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    rest.starts_with(['"', '\''])
        || !rest.contains(quote)
        || rest.split_once('=').is_some_and(|(key, _)| is_key(key))
}

/// Whether a line looks like the beginning of a key or of a section.
pub(super) fn starts_statement(line: &str) -> bool {
    let line = line.trim_start();
    if let Some(header) = line.strip_prefix('[') {
        let header = header.trim_start_matches('[');
        return header.starts_with(|c: char| c.is_ascii_alphabetic()) && header.contains(']');
    }
    begins_with_key(line)
}

/// Whether a text is a key, or several joined by dots.
pub(super) fn is_key(key: &str) -> bool {
    let key = key.trim();
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

#[cfg(test)]
#[path = "tests/slip.rs"]
mod tests;
