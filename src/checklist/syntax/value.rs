//! What stands behind a key and is neither a text in quotes nor a number: what was meant, by what belongs there.

use std::ops::Range;

use super::number;
use crate::checklist::diagnostic::position::line_around;
use crate::checklist::diagnostic::{SyntaxFault, clean};
use crate::checklist::schema::{self, synonyms};

/// What is really the matter with something that is neither text nor number.
pub(super) fn unquoted_kind(text: &str, raw: &str, whole: &Range<usize>, kind: SyntaxFault) -> SyntaxFault {
    let is_number = |word: &str| word.parse::<f64>().is_ok();
    let key = key_before(text, whole.start);
    // "True" is a slip whatever the key takes.
    let is_slip = matches!(raw.trim().to_lowercase().as_str(), "true" | "false");
    let is_test = matches!(key, "is" | "is_not" | "in" | "not_in");
    let tested = if is_test { tested_type(text, whole.start) } else { None };
    // Of a choice with that code it is the code: `is = ja` wants its quotes.
    let is_code = || ["\"", "'"].iter().any(|quote| has_code(text, &format!("{quote}{}{quote}", raw.trim())));
    let is_of_choice = match tested {
        Some("choice" | "choices") => kind == SyntaxFault::UnquotedText,
        Some(_) => false,
        None => is_test && is_code(),
    };
    if is_of_choice && !is_slip {
        return SyntaxFault::UnquotedText;
    }
    let is_truth = synonyms::truth(raw).is_some() && synonyms::may_take_truth(key);
    if is_slip || is_truth && !matches!(tested, Some("scale" | "number")) {
        return SyntaxFault::TruthInWords;
    }
    let is_two_values = raw.split_once(char::is_whitespace).is_some_and(|(first, _)| is_number(first));
    let wants_number = synonyms::takes_number(key) || matches!(tested, Some("scale" | "number"));
    if wants_number && !is_two_values && number::is_none(raw) {
        return SyntaxFault::NumberInWords;
    }
    if synonyms::takes_only_truth(key) && !is_two_values && kind == SyntaxFault::UnquotedText {
        return SyntaxFault::TruthInWords;
    }
    if is_two_values {
        let line = line_around(text, whole.start);
        let before = text.get(line.start..whole.start).unwrap_or_default();
        let in_list = before.contains(['[', '{']) || !before.contains('=');
        if in_list { SyntaxFault::MissingComma } else { SyntaxFault::TextAfterValue }
    } else if raw.trim_end().ends_with(['"', '\'']) {
        SyntaxFault::MissingOpeningQuote
    } else if raw.chars().any(|c| c.is_ascii_digit()) {
        kind
    } else {
        SyntaxFault::UnquotedText
    }
}

/// The key behind whose `=` a place stands.
pub(super) fn key_before(text: &str, at: usize) -> &str {
    let line = text.get(line_around(text, at).start..at).unwrap_or_default();
    let before = line.rsplit_once('=').map_or("", |(before, _)| before);
    before.trim().rsplit(|c: char| c.is_whitespace() || ".{,".contains(c)).next().unwrap_or_default()
}

/// A text that lacks its quotes, or the first of them, as it is to be written; of a key that knows some words the one that was meant.
pub(super) fn in_quotes(text: &str, span: &Range<usize>, kind: SyntaxFault) -> Option<String> {
    let rest = text.get(span.start..line_around(text, span.start).end)?;
    let written = match kind {
        SyntaxFault::MissingOpeningQuote => rest.split(['"', '\'']).next()?,
        _ => text.get(span.clone())?,
    };
    let written = written.trim();
    let key = key_before(text, span.start);
    let shapes = schema::FILES.iter().flat_map(|shape| shape.reachable());
    let known =
        shapes.flat_map(|shape| shape.keys).find(|known| known.name == key && !known.form.words().is_empty());
    let word = known.and_then(|known| synonyms::word(written, known.form.words()));
    let meant = word.unwrap_or(written);
    let is_plain = !meant.is_empty()
        && meant.len() < 80
        && !meant.contains(['"', '\\', '{', '[', '='])
        && clean::line(meant) == meant;
    is_plain.then(|| format!("\"{meant}\""))
}

/// The type of the question that is tested at a place, where both stand in this text in the usual way.
fn tested_type(text: &str, at: usize) -> Option<&'static str> {
    let line = line_around(text, at);
    let (before, behind) = (text.get(line.start..at)?, text.get(at..line.end)?);
    let named = |part: &'_ str| -> Option<String> {
        let value = part.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        value.get(1..)?.split(quote).next().map(str::to_owned)
    };
    let within = behind.split('}').next().unwrap_or_default();
    let item = match (before.rfind("item "), within.find("item ")) {
        (Some(from), _) => named(before.get(from + 4..)?)?,
        (None, Some(from)) => named(within.get(from + 4..)?)?,
        (None, None) => return None,
    };
    let value_of =
        |line: &'_ str, key: &str| -> Option<String> { named(line.trim_start().strip_prefix(key)?) };
    let mut is_own = false;
    let mut kind = None;
    for line in text.lines() {
        if line.trim_start().starts_with('[') {
            if is_own {
                break;
            }
            kind = None;
        }
        is_own |= value_of(line, "id").as_deref() == Some(item.as_str());
        kind = value_of(line, "type").or(kind);
    }
    let kind = kind.filter(|_| is_own)?;
    schema::ITEM_TYPES.iter().find(|known| **known == kind).copied()
}

/// Whether an option has this code, which stands in its quotes.
fn has_code(text: &str, quoted: &str) -> bool {
    text.match_indices(quoted).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        before.strip_suffix('=').is_some_and(|before| before.trim_end().ends_with("code"))
    })
}
