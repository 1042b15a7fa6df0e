//! Letters in a key that it cannot have: with an accent, or of another alphabet and to the eye the same.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::stray::outside_texts;
use crate::checklist::diagnostic::SyntaxFault;
use crate::checklist::diagnostic::clean::latin;
use crate::checklist::schema::synonyms;

/// A key in plain letters; nothing where some of it has none, or it was plain already.
pub(super) fn plain(key: &str) -> Option<String> {
    let letters = key.nfd().filter(|sign| !is_combining_mark(*sign));
    let plain: String = letters.map(|sign| latin(sign).unwrap_or(sign)).collect();
    (plain.is_ascii() && plain != key).then_some(plain)
}

/// The key of the format that was meant by one with such letters.
pub(super) fn meant(key: &str) -> Option<&'static str> {
    let plain = plain(key)?;
    synonyms::own_key(&plain).or_else(|| synonyms::any_key(key)).or_else(|| synonyms::any_key(&plain))
}

/// The first key of a line with such letters, and what is wrong with it.
pub(super) fn odd_key(line: &str) -> Option<(SyntaxFault, Range<usize>)> {
    let is_header = line.trim_start().starts_with('[') && !line.contains('=');
    let is_part = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '_' | '-');
    let mut code = outside_texts(line).peekable();
    let mut run: Option<Range<usize>> = None;
    let mut found = Vec::new();
    while let Some((at, c)) = code.next() {
        if is_part(c) {
            let start = run.take().filter(|run| run.end == at).map_or(at, |run| run.start);
            run = Some(start..at + c.len_utf8());
        }
        let ends =
            code.peek().is_none_or(|(next, c)| *next != at + c.len_utf8() && !is_part(*c) || !is_part(*c));
        if let Some(key) = run.clone().filter(|_| ends) {
            found.push(key);
            run = None;
        }
    }
    found.into_iter().find_map(|place| {
        let key = line.get(place.clone())?;
        let behind = line.get(place.end..)?.trim_start();
        let is_key = is_header || behind.starts_with('=') && !behind.starts_with("==");
        if key.is_ascii() || !is_key {
            return None;
        }
        let is_alike = key.chars().any(|letter| latin(letter).is_some()) && meant(key).is_some();
        Some((if is_alike { SyntaxFault::LookAlike } else { SyntaxFault::BadKey }, place))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_a_key_cannot_have_are_found_in_keys_and_nowhere_else() {
        for (line, expected) in [
            ("titl\u{435} = \"x\"", Some((SyntaxFault::LookAlike, "titl\u{435}", Some("title")))),
            ("[[sc\u{e8}ne]]", Some((SyntaxFault::BadKey, "sc\u{e8}ne", Some("scene")))),
            ("[[sce\u{300}ne]]", Some((SyntaxFault::BadKey, "sce\u{300}ne", Some("scene")))),
            ("[pati\u{eb}nt]", Some((SyntaxFault::BadKey, "pati\u{eb}nt", Some("patient")))),
            ("[[group.\u{456}tem]]", Some((SyntaxFault::LookAlike, "\u{456}tem", Some("item")))),
            ("a = { c\u{43e}de = 1 }", Some((SyntaxFault::LookAlike, "c\u{43e}de", Some("code")))),
            ("a = { \u{e9}\u{e9}n_van = [1] }", Some((SyntaxFault::BadKey, "\u{e9}\u{e9}n_van", Some("in")))),
            ("kl\u{e9}ur = 1", Some((SyntaxFault::BadKey, "kl\u{e9}ur", None))),
            ("title = \"sc\u{e8}ne = 1\"", None),
            ("title = \u{e9}\u{e9}n", None),
            ("title = 1 # sc\u{e8}ne = 1", None),
            ("title = 1", None),
        ] {
            let found = odd_key(line).map(|(fault, at)| {
                let key = line.get(at).unwrap();
                (fault, key, meant(key))
            });
            assert_eq!(found, expected, "{line}");
        }
    }
}
