//! Texts that are the same to a person although their characters differ.
//!
//! Two computers write é in two ways, a text processor puts no-break spaces and curly apostrophes, and ĳ is one sign on
//! some keyboards. Names, groups and labels are compared here, so that nobody stands in the notebook twice unseen.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::unseen::{is_unseen, without_marks};

/// The form in which texts that look the same are equal.
///
/// Composed and decomposed accents, ligatures (œ is oe) and wide forms, capitals, white space of any kind and number, hyphens and
/// apostrophes of any kind, and what nobody sees make no difference. An accent does: "René" is not "Rene".
#[must_use]
pub fn folded(text: &str) -> String {
    let text = &*without_marks(text);
    if text.chars().all(is_western) {
        return folded_western(text);
    }
    folded_by_rules(text)
}

/// The same for signs of any kind.
fn folded_by_rules(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // An accent that stands alone would be taken apart, into a space and an accent.
    let signs = text.chars().map(straight_sign).nfkc().flat_map(char::to_lowercase);
    // Lowering may take a sign apart again: İ is i with a dot above.
    let signs = signs.nfkc();
    let mut space = false;
    for sign in signs {
        match sign {
            sign if is_unseen(sign) => continue,
            sign if sign.is_whitespace() => space = true,
            sign => {
                if std::mem::take(&mut space) && !folded.is_empty() {
                    folded.push(' ');
                }
                match straight_sign(sign) {
                    'ß' => folded.push_str("ss"),
                    'œ' => folded.push_str("oe"),
                    'æ' => folded.push_str("ae"),
                    'ς' => folded.push('σ'),
                    sign => folded.push(sign),
                }
            }
        }
    }
    folded
}

/// The sign of an ordinary keyboard for a hyphen, an apostrophe or a quotation mark of any kind.
fn straight_sign(sign: char) -> char {
    match sign {
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{2043}'
        | '\u{2D7}'
        | '\u{58A}'
        | '\u{5BE}'
        | '\u{1806}'
        | '\u{2E3A}'
        | '\u{2E3B}'
        | '\u{FE58}' => '-',
        '`'
        | '\u{B4}'
        | '\u{2018}'
        | '\u{2019}'
        | '\u{201B}'
        | '\u{2032}'
        | '\u{2035}'
        | '\u{2B9}'..='\u{2BD}'
        | '\u{2C8}'
        | '\u{2CA}'
        | '\u{2CB}'
        | '\u{2F4}'
        | '\u{374}'
        | '\u{55A}'
        | '\u{5F3}'
        | '\u{A78B}'
        | '\u{A78C}'
        | '\u{1FBD}'
        | '\u{1FBF}'
        | '\u{1FEF}'
        | '\u{1FFD}'
        | '\u{1FFE}' => '\'',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' => '"',
        sign => sign,
    }
}

/// Whether a sign is ASCII or a letter of the west, which nothing that is either changes.
const fn is_western(sign: char) -> bool {
    matches!(sign, '\0'..='\x7F' | '\u{C0}'..='\u{FF}')
}

/// The same of what has only such signs, as nearly all names and labels have: the rules cost thirty times as much.
fn folded_western(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for sign in word.chars() {
            match sign {
                '`' => folded.push('\''),
                'ß' => folded.push_str("ss"),
                'æ' | 'Æ' => folded.push_str("ae"),
                sign if sign.is_ascii() => folded.push(sign.to_ascii_lowercase()),
                sign => folded.extend(sign.to_lowercase()),
            }
        }
    }
    folded
}

/// The form by which texts are put in the order in which a person looks for them: as [`folded`], and numbers by what they are worth,
/// so that "patiënt 2" comes before "patiënt 10".
#[must_use]
pub fn in_order(text: &str) -> String {
    let folded = folded(text);
    let mut ordered = String::with_capacity(folded.len() + 1);
    let mut rest = folded.as_str();
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, digits) = rest.split_at(at);
        let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        let number = number.trim_start_matches('0');
        ordered.push_str(before);
        // More digits are worth more: how many there are stands before them, as a sign that comes no sooner than a digit.
        let length = u32::try_from(number.len()).unwrap_or(u32::MAX).saturating_add(u32::from('0'));
        ordered.push(char::from_u32(length).unwrap_or(char::MAX));
        ordered.push_str(number);
        rest = after;
    }
    ordered.push_str(rest);
    ordered
}

/// Whether two texts are the same to a person.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

/// The form in which one searches, and in which texts that are easily taken for each other are equal: without accents, and with the
/// letter that somebody types who does not have the other one on the keyboard.
#[must_use]
pub fn plain(text: &str) -> String {
    let folded = folded(text);
    if folded.is_ascii() {
        return folded;
    }
    let mut plain = String::with_capacity(folded.len());
    for sign in folded.chars() {
        if sign.is_ascii() {
            plain.push(sign);
            continue;
        }
        decompose_canonical(sign, |part| match part {
            part if is_combining_mark(part) => {}
            // With an accent it was not yet taken apart.
            'æ' => plain.push_str("ae"),
            'þ' => plain.push_str("th"),
            part => plain.push(without_stroke(part)),
        });
    }
    plain
}

/// Whether a sign joins letters to one name that people also write without it: O'Brien, Jan-Peter, J.P.
const fn joins(sign: char) -> bool {
    matches!(sign, '\'' | '-' | '.')
}

/// The text in which one searches: as [`plain`], with the names behind it that somebody may write as one word, or as initials.
///
/// O'Brien is found by "obrien", Jan-Peter by "janpeter" and "jp", and "J. P." by "jp".
#[must_use]
pub fn searched(text: &str) -> String {
    let mut searched = plain(text);
    if !searched.contains(joins) {
        return searched;
    }
    let mut also: Vec<String> = Vec::new();
    // Initials that follow each other.
    let mut initials = String::new();
    for word in searched.split_whitespace() {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let parts: Vec<&str> = word.split(joins).filter(|part| !part.is_empty()).collect();
        let first = |part: &&str| part.chars().next();
        if let [part] = parts.as_slice()
            && part.chars().count() == 1
        {
            initials.push_str(part);
            continue;
        }
        also.push(std::mem::take(&mut initials));
        // "12-11" is no name.
        if parts.len() > 1 && parts.iter().all(|part| part.chars().all(char::is_alphabetic)) {
            also.push(parts.concat());
            also.push(parts.iter().filter_map(first).collect());
        }
    }
    also.push(initials);
    for name in also.iter().filter(|name| name.chars().count() > 1) {
        searched.push(' ');
        searched.push_str(name);
    }
    searched
}

/// Whether a word that somebody typed, as [`plain`], occurs in what is [`searched`]: with the signs that join names, or without.
#[must_use]
pub fn has_word(searched: &str, word: &str) -> bool {
    fit_of(searched, word).is_some()
}

fn fit_of(searched: &str, word: &str) -> Option<Fit> {
    let begins = |at: usize| {
        let before = searched.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|sign| !sign.is_alphanumeric())
    };
    let occurs = |word: &str| {
        let fit =
            if searched.match_indices(word).any(|(at, _)| begins(at)) { Fit::Begins } else { Fit::Within };
        searched.contains(word).then_some(fit)
    };
    let parts = || word.split(joins).filter(|part| !part.is_empty());
    occurs(word).or_else(|| {
        if !word.contains(joins) || !word.chars().any(char::is_alphabetic) {
            return None;
        }
        let joined: String = parts().collect();
        let apart = || parts().try_fold(Fit::Begins, |fit, part| Some(fit.max(occurs(part)?)));
        (!joined.is_empty()).then(|| occurs(&joined).or_else(apart)).flatten()
    })
}

/// How well what is [`searched`] answers what somebody typed, as [`plain`]: best where every word of it begins a word,
/// less where some only occur within one; `None` where one is missing.
#[must_use]
pub fn fit(searched: &str, wanted: &str) -> Option<Fit> {
    wanted.split_whitespace().try_fold(Fit::Begins, |fit, word| Some(fit.max(fit_of(searched, word)?)))
}

/// How well words answer what somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Words begin with it.
    Begins,
    /// It occurs within words.
    Within,
}

/// The Latin letter for which one is taken whose dot or stroke is no accent to Unicode, or that is of another alphabet.
fn without_stroke(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        // Letters of other alphabets that look like these, as capital or as small letter.
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'е' | 'ε' => 'e',
        'н' | 'η' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'х' | 'χ' => 'x',
        'у' | 'υ' => 'y',
        'ζ' => 'z',
        other => other,
    }
}

/// The form in which names of people that are the same are equal: as [`folded`], whatever points and spaces are in the
/// initials, and whatever brackets or quotation marks stand around a part. "M. Vos" is "m vos", "J.P. de Wit" is "JP de Wit", and
/// "Mw. P. (1941)" is "Mw. P. 1941".
#[must_use]
pub fn name(text: &str) -> String {
    initials(&folded(text))
}

/// The form in which names of people that are easily taken for each other are equal: as [`name`], without accents and apostrophes,
/// and with a space for a hyphen, whether or not spaces stand around it; "van't" is "van 't".
#[must_use]
pub fn plain_name(text: &str) -> String {
    const BEFORE: [&str; 8] = ["aan", "bij", "in", "onder", "op", "over", "uit", "van"];
    let parts = plain(text).replace('-', " ");
    let apart = |word: &str| match word.split_once('\'') {
        Some((before, article @ ("t" | "s" | "n"))) if BEFORE.contains(&before) => {
            format!("{before} {article}")
        }
        _ => word.to_owned(),
    };
    let words: Vec<String> = parts.split(' ').map(apart).collect();
    initials(&words.join(" ")).replace('\'', "")
}

/// The form in which names that look alike on a list are equal: as [`plain_name`], with or without a space between parts that can be told
/// apart without it. "Annemarie" is "Anne-Marie", and "K 12" is "K12"; "1 12" is not "11 2".
#[must_use]
pub fn seen_name(text: &str) -> String {
    let name = plain_name(text);
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let mut seen = String::with_capacity(name.len());
    for word in name.split(' ') {
        if is_digit(seen.chars().next_back()) && is_digit(word.chars().next()) {
            seen.push(' ');
        }
        seen.push_str(word);
    }
    seen
}

/// Of names the only one that is easily taken for what was typed.
#[must_use]
pub fn alike<'n>(mut names: impl Iterator<Item = &'n str>, typed: &str) -> Option<&'n str> {
    let wanted = plain_name(typed);
    let mut alike = names.by_ref().filter(|name| !wanted.is_empty() && plain_name(name) == wanted);
    alike.next().filter(|_| alike.next().is_none())
}

/// Whether two names are the same to a person.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    one == other || name(one) == name(other)
}

/// Whether `wanted` stands in a name as whole words, both as [`plain_name`]: "de wit" in "a de wit".
#[must_use]
pub fn has_words(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && format!(" {name} ").contains(&format!(" {wanted} "))
}

/// Whether a word of a name begins with `wanted`, with what follows it, both as [`plain_name`]: "de w" in "a de wit".
#[must_use]
pub fn has_beginning(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && format!(" {name}").contains(&format!(" {wanted}"))
}

/// What stands between the words of a name and is heard by nobody: "Fictief B. (1952)" and "Fictief B 1952" are one.
const BETWEEN_WORDS: [char; 8] = [' ', '.', ',', '(', ')', '[', ']', '"'];

/// A name without points and brackets, and with the initials that follow each other as one word.
fn initials(folded: &str) -> String {
    let mut joined = String::with_capacity(folded.len());
    let mut after_initial = false;
    for word in folded.split(BETWEEN_WORDS).filter(|word| !word.is_empty()) {
        let is_initial = word.chars().filter(|sign| !is_combining_mark(*sign)).count() == 1
            && word.chars().all(char::is_alphabetic);
        let joins = is_initial && after_initial;
        if !joins && !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
        after_initial = is_initial;
    }
    joined
}

/// A passphrase as it is used: what a keyboard or a text processor makes of the same keys is the same.
///
/// Composed (RFC 8265, the OpaqueString profile), with one ordinary space between words and none around them, straight quotes
/// and hyphens, ĳ and ligatures as letters, "…" as three points, and without what nobody sees. Capitals and accents count.
#[must_use]
pub fn canonical(passphrase: &str) -> String {
    let mut plain = String::with_capacity(passphrase.len());
    for sign in passphrase.chars() {
        match sign {
            '\u{2026}' => plain.push_str("..."),
            '\u{FB00}'..='\u{FB06}' => plain.extend(std::iter::once(sign).nfkc()),
            '\u{BC}' => plain.push_str("1/4"),
            '\u{BD}' => plain.push_str("1/2"),
            '\u{BE}' => plain.push_str("3/4"),
            sign => plain.push(sign),
        }
    }
    straight(&plain)
}

/// A passphrase as it was used before ligatures and points were taken apart.
fn straight(passphrase: &str) -> String {
    let mut plain = String::with_capacity(passphrase.len());
    for sign in passphrase.chars() {
        match sign {
            sign if is_unseen(sign) => {}
            '\u{132}' => plain.push_str("IJ"),
            '\u{133}' => plain.push_str("ij"),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2018}'..='\u{201B}' | '\u{2BC}' | '\u{B4}' | '`' | '\u{2032}' => plain.push('\''),
            '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{2033}' => plain.push('"'),
            sign => plain.push(sign),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// A passphrase as it was used before it was [`canonical`]: composed, and with ordinary spaces.
fn opaque(passphrase: &str) -> String {
    let spaced = passphrase.chars().map(|sign| if is_space(sign) { ' ' } else { sign });
    spaced.nfc().collect()
}

/// The forms in which a passphrase may have been used before, the present one first, each once: five at most, because each
/// costs as much as a try, and one for what has no sign that is written in more ways.
///
/// Before there was one form, what a text processor or a keyboard had made of it was used: curly quotes, ĳ as one sign.
#[must_use]
pub fn passphrase_forms(passphrase: &str) -> Vec<String> {
    const MOST: usize = 5;
    let present = canonical(passphrase);
    let before = [
        straight(passphrase),
        opaque(passphrase),
        passphrase.to_owned(),
        with_one_sign(&present),
        with_curly_quotes(&present),
        with_one_ij(&present),
        with_one_ij(&with_curly_quotes(&present)),
        passphrase.nfc().collect(),
        passphrase.nfd().collect(),
    ];
    let mut forms = vec![present];
    for form in before {
        if !forms.contains(&form) && forms.len() < MOST {
            forms.push(form);
        }
    }
    forms
}

/// A text as a text processor writes its straight quotes: the first of two opens, the other closes.
fn with_curly_quotes(text: &str) -> String {
    let mut is_open = false;
    let curly = text.chars().map(|sign| match sign {
        '\'' => '\u{2019}',
        '"' => {
            is_open = !is_open;
            if is_open { '\u{201C}' } else { '\u{201D}' }
        }
        sign => sign,
    });
    curly.collect()
}

/// A text with three points, and what a text processor makes of parts of one, as one sign.
fn with_one_sign(text: &str) -> String {
    let pairs = [("...", "\u{2026}"), ("1/4", "\u{BC}"), ("1/2", "\u{BD}"), ("3/4", "\u{BE}")];
    pairs.iter().fold(text.to_owned(), |text, (plain, sign)| text.replace(plain, sign))
}

/// A text with ij as one sign.
fn with_one_ij(text: &str) -> String {
    text.replace("ij", "\u{133}").replace("IJ", "\u{132}")
}

/// Spaces that a keyboard may give for the space bar.
fn is_space(sign: char) -> bool {
    sign.is_whitespace() && !sign.is_control()
}

#[cfg(test)]
#[path = "tests/same.rs"]
mod tests;
