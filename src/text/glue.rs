//! What belongs together and stays on one line: an initial and the name behind it, a number and what it counts, a limit and its day.

use std::borrow::Cow;

/// The space at which no line breaks.
pub const GLUE: char = '\u{A0}';

/// The words behind which the day stands that is a limit, in both languages.
const LIMITS: [&str; 2] = ["uiterlijk", "by"];

/// A text for the screen in which a space behind an initial, a number of at most two digits, or the word of a limit before a number holds
/// together what stands beside it: "R. Bakker", "29 nov" and "uiterlijk 4 dec" are not parted by the end of a line.
#[must_use]
pub fn glued(source: &str) -> Cow<'_, str> {
    let mut glued = String::new();
    let (mut done, mut start, mut in_name) = (0, 0, false);
    for (at, _) in source.match_indices(' ') {
        let before = source.get(start..at).unwrap_or_default();
        start = at + 1;
        let is_before_number = source.as_bytes().get(start).is_some_and(u8::is_ascii_digit);
        // Nearly every word ends otherwise, and needs no closer look.
        let is_ordinary = !before.ends_with(|last: char| last == '.' || last.is_ascii_digit());
        if !in_name && is_ordinary && !is_before_number {
            continue;
        }
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_limit = is_before_number && LIMITS.contains(&word);
        // "A. de Wit" is one name too.
        let is_particle =
            in_name && !word.is_empty() && word.len() <= 3 && word.chars().all(char::is_lowercase);
        in_name = is_initial(word) || is_particle;
        if in_name || is_limit || is_short_number(word) {
            glued.push_str(source.get(done..at).unwrap_or_default());
            glued.push(GLUE);
            done = start;
        }
    }
    if done == 0 {
        return Cow::Borrowed(source);
    }
    glued.push_str(source.get(done..).unwrap_or_default());
    Cow::Owned(glued)
}

/// "M." or "Th."
fn is_initial(word: &str) -> bool {
    let Some(letters) = word.trim_start_matches(['(', '"']).strip_suffix('.') else { return false };
    let mut letters = letters.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase) && word.len() <= 4
}

fn is_short_number(word: &str) -> bool {
    let digits = word.trim_start_matches('(');
    (1..=2).contains(&digits.len()) && digits.bytes().all(|sign| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_days_are_not_parted() {
        let told = |source: &str| glued(source).replace(GLUE, "_");
        assert_eq!(
            told("A. de Wit, huisarts · R. Bakker, consulent"),
            "A._de_Wit, huisarts · R._Bakker, consulent"
        );
        assert_eq!(told("loopt met een rollator, 13 sep"), "loopt met een rollator, 13_sep");
        assert_eq!(told("uiterlijk 5 feb (van 29 nov 2026)"), "uiterlijk_5_feb (van 29_nov 2026)");
        assert_eq!(told("M. Vos, by 4 Dec, by the way"), "M._Vos, by_4_Dec, by the way");
        assert_eq!(told("vanaf 4 dec uiterlijk vandaag"), "vanaf 4_dec uiterlijk vandaag");
        assert_eq!(told("in 2026 besproken. En dan"), "in 2026 besproken. En dan");
        assert_eq!(told("zie A.\n5 van (12 jaar"), "zie A.\n5_van (12_jaar");
        assert_eq!(told("Th. van der Berg is er"), "Th._van_der_Berg is er");
        assert_eq!(told("punt. dan . en 3"), "punt. dan . en 3");
        assert!(matches!(glued("wat bij niets hoort."), Cow::Borrowed(_)));
        assert_eq!(told("niets"), "niets");
        assert_eq!(told(""), "");
    }
}
