//! The length of time that people mean.

use super::names::count;
use crate::text::{number_words, plain_digits};

/// Longer texts are sentences.
const LONGEST: usize = 60;

/// The longest length of time in minutes: a day.
pub const MOST_MINUTES: u32 = 24 * 60;

/// The length of time that `text` means, in minutes; at most a day.
pub fn minutes(text: &str) -> Option<u32> {
    let text = normal(text)?;
    let words = split(&text);
    let minutes = match *words.as_slice() {
        ["halfuur"] | ["half", "uur"] | ["een" | "één", "half", "uur"] | ["half", "an", "hour"] => Some(30),
        ["kwartier"] | ["een" | "één", "kwartier"] => Some(15),
        ["anderhalf", "uur"] => Some(90),
        [alone] => length_in_one(alone),
        [hours, unit] if is_hours(unit) => length_of_hours(hours),
        [minutes, unit] if is_minutes(unit) => whole_minutes(minutes),
        [hours, unit, minutes] if is_hours(unit) => hours_and_minutes(hours, minutes),
        [hours, unit, minutes, other] | [hours, unit, "en" | "and", minutes, other]
            if is_hours(unit) && is_minutes(other) =>
        {
            hours_and_minutes(hours, minutes)
        }
        _ => None,
    };
    minutes.filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
}

/// An age such as `18m` or `2y`, in months; also as one writes it: "18 maanden", "2 jaar", "twee jaar".
pub fn months_kept(typed: &str) -> Option<u32> {
    let typed = plain_digits(typed.trim()).to_lowercase();
    if typed == "anderhalf jaar" {
        return Some(18);
    }
    let at =
        typed.find(|c: char| c.is_whitespace()).filter(|_| !typed.starts_with(|c: char| c.is_ascii_digit()));
    let at = at.or_else(|| typed.find(|c: char| !c.is_ascii_digit()))?;
    let (number, unit) = typed.split_at_checked(at)?;
    let times = match unit.trim().trim_end_matches('.') {
        "m" | "mnd" | "mnden" | "maand" | "maanden" | "month" | "months" => 1,
        "y" | "j" | "jr" | "jaar" | "jaren" | "yr" | "yrs" | "year" | "years" => 12,
        _ => return None,
    };
    let number = number.parse::<u32>().ok().or_else(|| number_words::whole(number))?;
    number.checked_mul(times).filter(|months| (1..=1200).contains(months))
}

/// `90`, `90min`, `90'`, `1:30`, `1u30`, `2u`.
fn length_in_one(text: &str) -> Option<u32> {
    if let Some((hours, minutes)) = text.split_once([':', 'u', 'h'])
        && let Some(hours) = digits(hours, 2)
    {
        return match minutes {
            "" if !text.ends_with(':') => hours.checked_mul(60),
            "ur" | "our" | "ours" => hours.checked_mul(60),
            _ if minutes.len() == 2 => hours_and_minutes(&hours.to_string(), minutes),
            _ => None,
        };
    }
    let bare = ["minuten", "minutes", "min", "m", "'"].iter().find_map(|unit| text.strip_suffix(unit));
    whole_minutes(bare.unwrap_or(text))
}

/// A number of minutes, also with decimals that are none: "90,0".
fn whole_minutes(text: &str) -> Option<u32> {
    let bare = [",0", ",00", ".0", ".00"].iter().find_map(|none| text.strip_suffix(none));
    digits(bare.unwrap_or(text), 4)
}

fn is_hours(unit: &str) -> bool {
    matches!(unit, "u" | "uur" | "uren" | "h" | "hour" | "hours")
}

fn is_minutes(unit: &str) -> bool {
    matches!(unit, "m" | "min" | "minuut" | "minuten" | "minute" | "minutes")
}

fn hours_and_minutes(hours: &str, minutes: &str) -> Option<u32> {
    let minutes = digits(minutes, 2).filter(|minutes| *minutes < 60)?;
    whole(hours)?.checked_mul(60)?.checked_add(minutes)
}

/// `1`, `anderhalf` or `1,5` hours, in whole minutes.
fn length_of_hours(hours: &str) -> Option<u32> {
    if let Some(hours) = whole(hours) {
        return hours.checked_mul(60);
    }
    // "½ uur", "1½ uur".
    if let Some(full) = hours.strip_suffix('½') {
        let full = if full.is_empty() { 0 } else { digits(full, 2)? };
        return full.checked_mul(60)?.checked_add(30);
    }
    let (whole, part) = hours.split_once([',', '.'])?;
    let part = match part {
        "0" | "00" => 0,
        "25" => 15,
        "5" | "50" => 30,
        "75" => 45,
        _ => return None,
    };
    digits(whole, 2)?.checked_mul(60)?.checked_add(part)
}

/// A whole number, in digits or in words.
fn whole(word: &str) -> Option<u32> {
    let plain: String = word
        .chars()
        .map(|c| if c == 'é' { 'e' } else { c })
        .filter(|c| !matches!(c, '\'' | '\u{301}'))
        .collect();
    count(&plain).or_else(|| digits(word, 3))
}

/// A whole number of at most `most` digits and nothing else.
fn digits(text: &str, most: usize) -> Option<u32> {
    let fits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// Lower case, without the spaces around it; `None` for what is too long to be a day or a number.
fn normal(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST { None } else { Some(plain_digits(text).to_lowercase()) }
}

/// The words, without the points and commas that end them.
fn split(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .map(|word| word.trim_end_matches([',', '.']))
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_months_or_years_and_nothing_else() {
        assert_eq!(
            [months_kept("18m"), months_kept(" 2Y "), months_kept("2j"), months_kept("1200m")],
            [Some(18), Some(24), Some(24), Some(1200)]
        );
        for (typed, known) in [
            ("2 jaar", 24),
            ("anderhalf jaar", 18),
            ("18 maanden", 18),
            ("2 jr.", 24),
            ("18 mnd", 18),
            ("1 maand", 1),
            ("2jaar", 24),
            ("één jaar", 12),
            ("twee jaar", 24),
            ("3 years", 36),
            ("six months", 6),
        ] {
            assert_eq!(months_kept(typed), Some(known), "{typed}");
        }
        for wrong in [
            "",
            "m",
            "0m",
            "-1m",
            "2",
            "2d",
            "999999999y",
            "1201m",
            "2 weken",
            "2,5 jaar",
            "jaar",
            "2 jaar 3",
        ] {
            assert_eq!(months_kept(wrong), None, "{wrong}");
        }
    }
}
