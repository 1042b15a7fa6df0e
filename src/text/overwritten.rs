//! Text with steps back in it, as manuals and recordings of a terminal have: what a person saw stays.
//!
//! | what comes | what stays |
//! |---|---|
//! | a sign, a step back, and the same or another one | the last of the two |
//! | a sign and `_`, in either order, and rows of them | the sign: it was underlined |
//! | a plus and an `o` | the sign of a list: so manuals make one |
//! | a letter, a step back, and an accent by itself | the letter with it |
//! | steps back, and the end of the line taken away | what stood before |
//! | steps back with fewer signs behind them | those, and what they left of before |

use super::grapheme::{is_zero_width, width};
use super::sequence::after_sequence;

/// The step back.
const BACK: char = '\u{8}';

/// What takes away the line from the cursor on.
const TO_THE_END: [&str; 4] = ["\u{1B}[K", "\u{1B}[0K", "\u{1B}[J", "\u{1B}[0J"];

/// The text as it stood there in the end; without steps back there is nothing to do.
pub(super) fn overwritten(text: &str) -> Option<String> {
    text.contains(BACK).then(|| Line::of(text))
}

/// A line up to the cursor, and what stands behind it: its first sign last.
#[derive(Default)]
struct Line {
    seen: String,
    behind: Vec<char>,
    /// A wide sign takes as many steps as it has columns.
    paid: usize,
}

impl Line {
    fn of(text: &str) -> String {
        let mut line = Self::default();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if TO_THE_END.iter().any(|end| rest.starts_with(end)) {
                line.behind.clear();
            }
            if let Some(after) = after_sequence(rest) {
                rest = after;
                continue;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            match c {
                BACK if line.paid > 0 => line.paid -= 1,
                BACK => line.step_back(),
                c if ends_line(c) => {
                    line.end();
                    line.seen.push(c);
                }
                c if is_zero_width(c) => line.mark(c),
                c => line.put(c),
            }
            if c != BACK {
                line.paid = 0;
            }
        }
        line.end();
        line.seen
    }

    fn step_back(&mut self) {
        while let Some(last) = self.seen.chars().next_back().filter(|last| !ends_line(*last)) {
            self.seen.pop();
            self.behind.push(last);
            if !is_zero_width(last) {
                self.paid = columns(last) - 1;
                return;
            }
        }
    }

    /// A mark goes to the sign at the cursor when that was just stepped back over.
    fn mark(&mut self, mark: char) {
        if self.seen.chars().next_back().is_none_or(|last| last == ' ' || ends_line(last)) {
            self.seen.extend(self.behind.pop());
        }
        self.seen.push(mark);
    }

    fn put(&mut self, c: char) {
        let under = self.take();
        if columns(c) > under.map_or(1, columns) {
            self.take();
        }
        self.seen.push(match (under, c) {
            (Some(under), '_') if under != ' ' => under,
            (Some('+'), 'o') | (Some('o'), '+') => '•',
            _ => c,
        });
    }

    /// The sign behind the cursor, with its marks taken away.
    fn take(&mut self) -> Option<char> {
        let sign = self.behind.pop();
        while self.behind.last().is_some_and(|mark| is_zero_width(*mark)) {
            self.behind.pop();
        }
        sign
    }

    /// What was not written over shows again.
    fn end(&mut self) {
        let behind: String = self.behind.drain(..).rev().collect();
        self.seen.push_str(behind.trim_end());
    }
}

fn columns(c: char) -> usize {
    width(c.encode_utf8(&mut [0; 4])).max(1)
}

const fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_in_the_end_stays() {
        for (came, seen) in [
            ("N\u{8}NA\u{8}AM\u{8}ME\u{8}E", "NAME"),
            ("a\u{8}a\u{8}a\u{8}an", "an"),
            ("_\u{8}n_\u{8}a_\u{8}a_\u{8}m", "naam"),
            ("n\u{8}_a\u{8}_", "na"),
            ("naam\u{8}\u{8}\u{8}\u{8}____", "naam"),
            ("____\u{8}\u{8}\u{8}\u{8}naam", "naam"),
            ("naam\u{8}\u{8}\u{8}\u{8}naam erna", "naam erna"),
            ("a_b\u{8}\u{8}\u{8}a_b", "a_b"),
            ("_\u{8}_x", "_x"),
            ("+\u{8}o pijn", "• pijn"),
            ("o\u{8}+ pijn", "• pijn"),
            ("pijm\u{8}n", "pijn"),
            ("pijm\u{8} \u{8}n", "pijn"),
            ("moe\u{8} \u{8}\u{8} \u{8}\u{8} \u{8}pijn", "pijn"),
            ("abc\u{8}\u{8}\u{8}xyz", "xyz"),
            ("abc\u{8}\u{8}\u{8}x\nd", "xbc\nd"),
            ("abc\u{8}\u{8}\u{8}", "abc"),
            ("pijnen\u{8}\u{8}\u{1B}[K erg", "pijn erg"),
            ("pijnen\u{8}\u{8}\u{1B}[K\nerg", "pijn\nerg"),
            ("\u{1B}[1mp\u{8}p\u{1B}[0mijn", "pijn"),
            ("\u{8}een\n\u{8}twee\u{8}", "een\ntwee"),
            ("\u{8}\u{8}\u{8}een", "een"),
            ("e\u{8}\u{301}", "e\u{301}"),
            ("e\u{301}\u{8}e\u{301}n", "e\u{301}n"),
            ("漢\u{8}\u{8}漢字\u{8}\u{8}字", "漢字"),
            ("漢\u{8}漢字\u{8}字", "漢字"),
            ("ab\u{8}\u{8}漢", "漢"),
            ("é\u{8}éé\u{8}én", "één"),
        ] {
            assert_eq!(overwritten(came).as_deref(), Some(seen), "{came:?}");
        }
        assert_eq!(overwritten("pijn"), None);
    }
}
