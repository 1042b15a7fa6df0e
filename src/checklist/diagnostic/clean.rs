//! Which characters of a definition are hostile or look like others; every decoded text passes [`crate::text`]'s boundary.

pub(in crate::checklist) use crate::text::{visible_line as line, visible_text as text};

/// Whether a character could steer a terminal, turn the reading direction or hide.
pub(in crate::checklist) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'
        | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The small letters of other alphabets, each with the Latin one that it looks like.
const ALIKE: [(char, char); 30] = [
    ('\u{131}', 'i'),
    ('\u{251}', 'a'),
    ('\u{261}', 'g'),
    ('\u{3b1}', 'a'),
    ('\u{3b5}', 'e'),
    ('\u{3b9}', 'i'),
    ('\u{3ba}', 'k'),
    ('\u{3bd}', 'v'),
    ('\u{3bf}', 'o'),
    ('\u{3c1}', 'p'),
    ('\u{3c4}', 't'),
    ('\u{3c5}', 'u'),
    ('\u{430}', 'a'),
    ('\u{432}', 'b'),
    ('\u{435}', 'e'),
    ('\u{43a}', 'k'),
    ('\u{43c}', 'm'),
    ('\u{43d}', 'h'),
    ('\u{43e}', 'o'),
    ('\u{440}', 'p'),
    ('\u{441}', 'c'),
    ('\u{442}', 't'),
    ('\u{443}', 'y'),
    ('\u{445}', 'x'),
    ('\u{455}', 's'),
    ('\u{456}', 'i'),
    ('\u{458}', 'j'),
    ('\u{4bb}', 'h'),
    ('\u{4cf}', 'l'),
    ('\u{501}', 'd'),
];

/// The Latin letter that one of another alphabet looks like.
pub(in crate::checklist) fn latin(letter: char) -> Option<char> {
    ALIKE.iter().find(|(other, _)| *other == letter).map(|(_, latin)| *latin)
}
