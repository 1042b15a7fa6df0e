//! The one boundary for hostile text: what a terminal would obey or hide is made visible.
//!
//! Terminals obey control characters, turn text around at bidirectional ones, and show nothing at all for a hundred
//! others; two names that look the same may then differ. Nothing is dropped here, so that a reader sees that it was there.
//!
//! | what | becomes |
//! |---|---|
//! | C0 controls and DEL | their Control Picture, such as `␛` and `␡` |
//! | C1 controls, bidirectional controls, zero-width and tag characters, separators, fillers, byte order mark, noncharacters | their number, such as `<U+202E>` |
//! | a combining mark with nothing before it, or the ninth and later on one base | its number |
//! | ZERO WIDTH JOINER outside an emoji sequence, a variation selector or skin tone after anything that does not take it | its number |
//! | ZERO WIDTH NON-JOINER, or that joiner, but behind a sign of a script in which letters join: there it changes what is read | its number |
//! | CR LF, CR, LF | one line break, or one space in a single line |
//! | tab | four spaces, or one space in a single line, where pasted table cells need no more |

use std::borrow::Cow;

use super::grapheme::{is_ordinary, is_pictograph, is_zero_width, joins};

/// The number of zero-width characters that one base may carry.
///
/// Real writing needs four at most; a hundred in one cell smear over the lines above and below.
pub const MARKS_PER_BASE: u8 = 8;

const JOINER: char = '\u{200D}';
const NON_JOINER: char = '\u{200C}';
const TAB_IN_TEXT: &str = "    ";

/// Makes hostile characters visible in a text of one line; line breaks and tabs become a space.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    visible_after("", text, Breaks::Space)
}

/// Makes hostile characters visible in a text of many lines; every kind of line break becomes `\n`, a tab four spaces.
pub fn visible_text(text: &str) -> Cow<'_, str> {
    visible_after("", text, Breaks::Keep)
}

/// Whether [`visible_text`] has nothing to change.
pub fn is_clean(text: &str) -> bool {
    first_change("", text, Breaks::Keep).is_none()
}

/// What becomes of a line break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// It stays, as `\n`.
    Keep,
    /// It becomes a space.
    Space,
}

/// Makes hostile characters visible in a text that will stand directly after the clean text `before`.
///
/// A combining mark that arrives by itself, as from a dead key, belongs to what stands before it.
pub(crate) fn visible_after<'t>(before: &str, text: &'t str, breaks: Breaks) -> Cow<'t, str> {
    let Some(clean) = first_change(before, text, breaks) else { return Cow::Borrowed(text) };
    let (head, tail) = text.split_at_checked(clean).unwrap_or(("", text));
    let mut scan = Scan::after(before, breaks);
    scan.skip(head);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(head);
    let mut chars = tail.chars().peekable();
    while let Some(c) = chars.next() {
        match scan.step(c, chars.peek().copied()) {
            Fate::Keep => out.push(c),
            Fate::Become(other) => out.push_str(other),
            Fate::Picture(picture) => out.push(picture),
            Fate::Number => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
        }
    }
    Cow::Owned(out)
}

/// The byte of the first character that may not stay as it is.
fn first_change(before: &str, text: &str, breaks: Breaks) -> Option<usize> {
    if is_ordinary(text) {
        return None;
    }
    let mut scan = Scan::after(before, breaks);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if scan.step(c, chars.peek().map(|(_, next)| *next)) != Fate::Keep {
            return Some(at);
        }
    }
    None
}

/// What becomes of one character.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fate {
    Keep,
    Become(&'static str),
    Picture(char),
    Number,
}

/// What has to be remembered of the text so far.
struct Scan {
    breaks: Breaks,
    /// The character before, when a mark could stand on it.
    last: Option<char>,
    /// Zero-width characters since the base.
    marks: u8,
    /// Whether the text ends in a pictograph, perhaps with its variation selector or skin tone.
    emoji: bool,
}

impl Scan {
    fn after(before: &str, breaks: Breaks) -> Self {
        let mut scan = Self { breaks, last: None, marks: 0, emoji: false };
        scan.skip(before);
        scan
    }

    /// Goes over text that is known to be clean.
    fn skip(&mut self, clean: &str) {
        let mut chars = clean.chars().peekable();
        while let Some(c) = chars.next() {
            self.step(c, chars.peek().copied());
        }
    }

    fn step(&mut self, c: char, next: Option<char>) -> Fate {
        if matches!(c, ' '..='~') {
            return self.base(c);
        }
        match c {
            '\r' if next == Some('\n') => Fate::Become(""),
            '\n' if self.breaks == Breaks::Keep => {
                self.forget();
                Fate::Keep
            }
            '\r' if self.breaks == Breaks::Keep => {
                self.forget();
                Fate::Become("\n")
            }
            '\r' | '\n' => self.space(" "),
            '\t' if self.breaks == Breaks::Keep => self.space(TAB_IN_TEXT),
            '\t' => self.space(" "),
            JOINER if self.emoji && next.is_some_and(is_pictograph) => self.mark(c),
            // What follows may not have been typed yet.
            JOINER | NON_JOINER if self.last.is_some_and(writes_joined) => self.mark(c),
            '\u{FE0E}' | '\u{FE0F}' if self.last.is_some_and(takes_variation) => {
                let emoji = self.emoji;
                let fate = self.mark(c);
                self.emoji = emoji && fate == Fate::Keep;
                fate
            }
            '\u{1F3FB}'..='\u{1F3FF}' if self.emoji && !self.last.is_some_and(is_skin_tone) => {
                // It widens nothing and changes the figure before it, so it is no base of its own.
                self.last = Some(c);
                Fate::Keep
            }
            _ if is_forbidden(c) || is_skin_tone(c) => {
                self.forget();
                picture(c).map_or(Fate::Number, Fate::Picture)
            }
            _ if is_zero_width(c) => match self.last {
                Some(last) if joins(last, c) => self.mark(c),
                _ => self.number(),
            },
            _ => self.base(c),
        }
    }

    /// A character with a cell of its own.
    fn base(&mut self, c: char) -> Fate {
        // Without this a family of a thousand would be one sign.
        if self.last != Some(JOINER) {
            self.marks = 0;
        }
        self.emoji = c > '~' && is_pictograph(c);
        self.last = Some(c);
        Fate::Keep
    }

    /// A character that hides in the cell of its base.
    fn mark(&mut self, c: char) -> Fate {
        if self.marks >= MARKS_PER_BASE {
            return self.number();
        }
        self.marks += 1;
        self.emoji = false;
        self.last = Some(c);
        Fate::Keep
    }

    fn space(&mut self, spaces: &'static str) -> Fate {
        self.base(' ');
        Fate::Become(spaces)
    }

    fn number(&mut self) -> Fate {
        self.forget();
        Fate::Number
    }

    /// After a line break, or after a number, a mark has nothing to stand on.
    fn forget(&mut self) {
        (self.last, self.marks, self.emoji) = (None, 0, false);
    }
}

/// Whether a variation selector may follow.
pub(super) fn takes_variation(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*') || is_pictograph(c)
}

/// Letters and signs of scripts in which letters join, so that a joiner or non-joiner behind one may show.
pub(super) fn writes_joined(c: char) -> bool {
    matches!(c,
        '\u{620}'..='\u{DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17B3}' | '\u{17B6}'..='\u{17FF}'
        | '\u{1B00}'..='\u{1BFF}' | '\u{A8E0}'..='\u{A8FF}' | '\u{A980}'..='\u{A9DF}' | '\u{AA60}'..='\u{AA7F}'
    )
}

/// Whether a joiner or non-joiner changes what is read between these two; nobody knows what follows at the end.
pub(super) fn joiner_shows(joiner: char, last: char, next: Option<char>) -> bool {
    let cursive = |c: char| matches!(c, '\u{620}'..='\u{8FF}');
    writes_joined(last)
        && match joiner {
            NON_JOINER => next.is_none_or(writes_joined),
            // It makes half of a letter, or the form that a letter has before another one.
            _ => is_virama(last) || next.is_none_or(is_virama) || cursive(last) && !next.is_some_and(cursive),
        }
}

/// The sign that takes the vowel from a letter of India and its neighbours.
fn is_virama(c: char) -> bool {
    matches!(
        c,
        '\u{94D}'
            | '\u{9CD}'
            | '\u{A4D}'
            | '\u{ACD}'
            | '\u{B4D}'
            | '\u{BCD}'
            | '\u{C4D}'
            | '\u{CCD}'
            | '\u{D3B}'
            | '\u{D3C}'
            | '\u{D4D}'
            | '\u{DCA}'
            | '\u{1039}'
            | '\u{103A}'
            | '\u{17D2}'
            | '\u{1B44}'
            | '\u{1BAA}'
            | '\u{A953}'
            | '\u{A9C0}'
    )
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// The Control Picture of a C0 control or DEL.
fn picture(c: char) -> Option<char> {
    match u32::from(c) {
        code @ 0..=0x1F => char::from_u32(0x2400 + code),
        0x7F => Some('␡'),
        _ => None,
    }
}

/// Whether nobody sees a character by itself: it joins, parts or turns what stands around it.
pub fn is_hidden(c: char) -> bool {
    is_forbidden(c)
}

/// Whether a character may never reach the screen; line breaks, tabs and what depends on its neighbours come before this.
pub(super) fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\0'..='\x1F' | '\x7F'..='\u{9F}'
        // Soft hyphen, grapheme joiner, and the Arabic, Hangul, Khmer and Mongolian characters that show nothing.
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        // Zero-width characters, directions, line and paragraph separator, invisible operators.
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        // Fillers, variation selectors, byte order mark, interlinear annotation.
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        // Controls of hieroglyphs, shorthand and music; tags and further variation selectors.
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    ) || is_noncharacter(c)
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
#[path = "tests/visible.rs"]
mod tests;
