//! Whether a text is another one with a typing error in it or out of it.

use super::same::plain;

/// The fewest letters of a text in which one wrong letter is a typing error: a short word with another letter is another word.
const FEWEST: usize = 8;

/// Whether two texts say the same to a person but for a typing error: capitals, accents, spaces, the point at the end, and in a text of
/// eight letters or more one letter that is another, too many, missing, or changed places. A digit is never a typing error.
#[must_use]
pub fn mended(one: &str, other: &str) -> bool {
    let signs = |text: &str| -> Vec<char> {
        let text = plain(text);
        text.trim_end_matches(['.', '!', '?', ',', ';', ' ']).chars().collect()
    };
    let (one, other) = (signs(one), signs(other));
    if one == other {
        return true;
    }
    if one.len().min(other.len()) < FEWEST {
        return false;
    }
    let begin = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(begin..).unwrap_or_default(), other.get(begin..).unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(..one.len() - end), other.get(..other.len() - end));
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    if one.iter().chain(other).any(|sign| sign.is_numeric()) {
        return false;
    }
    match (one, other) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typing_error_is_one_letter_of_a_longer_text() {
        let rows = [
            ("longontsteking", "Longontsteking.", true),
            ("longontseking", "longontsteking", true),
            ("longontstekking", "longontsteking", true),
            ("longontstkeing", "longontsteking", true),
            ("longomtsteking", "longontsteking", true),
            ("dochter  valt uit", "Dochter valt uit", true),
            ("hartfalen", "nierfalen", false),
            ("bloeding 1", "bloeding 2", false),
            ("val", "dal", false),
            ("pijn", "geen pijn", false),
            ("hypoglykemie", "hyperglykemie", false),
            ("longontsteking", "longontsteking links", false),
            ("", "", true),
            ("longontsteking", "", false),
        ];
        for (one, other, same) in rows {
            assert_eq!(mended(one, other), same, "{one} / {other}");
            assert_eq!(mended(other, one), same, "{other} / {one}");
        }
    }
}
