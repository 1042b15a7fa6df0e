//! Text for a terminal that shows no other letters than those of ASCII.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text with a letter of ASCII in the place of each other one, and so as wide: without its accent where it has one, and `?`
/// where nothing looks like it.
pub fn in_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(letter).collect())
}

/// The letter of ASCII that looks most like another; none for what stands over the letter before it.
fn letter(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    if is_combining_mark(c) || super::is_hidden(c) {
        return None;
    }
    Some(match c {
        'ß' => 's',
        'Æ' => 'A',
        'æ' => 'a',
        'Ø' => 'O',
        'ø' => 'o',
        'Œ' => 'O',
        'œ' => 'o',
        'Ł' => 'L',
        'ł' => 'l',
        'Đ' | 'Ð' => 'D',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        'Ĳ' => 'Y',
        'ĳ' => 'y',
        '…' => '.',
        '°' | 'º' => 'o',
        '€' => 'E',
        '×' => 'x',
        '•' | '·' | '▪' => '*',
        '→' => '>',
        '←' => '<',
        '≥' => '>',
        '≤' => '<',
        'µ' | 'μ' => 'u',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}'..='\u{201B}' | '´' | '′' => '\'',
        '\u{201C}'..='\u{201F}' | '«' | '»' | '″' => '"',
        c if c.is_whitespace() => ' ',
        // What is no letter with an accent may be a number: ½ and ² become none.
        c => std::iter::once(c).nfd().find(char::is_ascii).unwrap_or('?'),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_no_more_than_their_accents() {
        for (text, shown) in [
            ("pati\u{eb}nten", "patienten"),
            ("patie\u{308}nten", "patienten"),
            ("Zoë Çelik – “ĳs” 5 °C, 3 × daags → thuis…", "Zoe Celik - \"ys\" 5 oC, 3 x daags > thuis."),
            ("Łukasz Straße Søren €", "Lukasz Strase Soren E"),
            ("漢字 عمر", "?? ???"),
            ("e\u{301}\u{200d}\u{a0}x", "e x"),
            ("½ tablet, 10²", "? tablet, 10?"),
            ("gewoon", "gewoon"),
        ] {
            assert_eq!(in_ascii(text), shown);
            assert!(in_ascii(text).is_ascii());
        }
    }
}
