//! The time of a day that people name beside it.

use chrono::{NaiveTime, Timelike};

use super::tokens::{Token, tokens};

/// Before these a number of hours is how long, not at what time.
const LENGTHS: [&str; 5] = ["over", "binnen", "in", "within", "na"];
/// Behind these stands a time, also with a point in it.
const AT: [&str; 6] = ["om", "rond", "vanaf", "at", "around", "t"];

/// The time in hours and minutes that `text` names; none where it names none, or one that could be morning or evening
/// ("half drie").
pub fn time(text: &str) -> Option<NaiveTime> {
    let tokens = tokens(text)?;
    (0..tokens.len()).find_map(|at| {
        let (before, from) = tokens.split_at_checked(at)?;
        let is_behind = |words: &[&str]| matches!(before.last(), Some(Token::Word(word)) if words.contains(&word.as_str()));
        let is_part = matches!(before.last(), Some(Token::Sign(_)));
        match from {
            _ if is_part => None,
            [Token::Number(hour), Token::Sign(':'), Token::Number(minute), ..] => clock(hour, minute, None),
            [Token::Number(hour), Token::Sign('.'), Token::Number(minute), rest @ ..] => {
                let ends = !matches!(rest.first(), Some(Token::Sign(_)));
                let is_named = is_behind(&AT) || is_hour(rest.first());
                let is_no_month = minute.parse().is_ok_and(|minute: u32| !(1..=12).contains(&minute));
                (ends && (is_named || is_no_month)).then(|| clock(hour, minute, rest.first()))?
            }
            [Token::Number(hour), word, ..] if is_hour(Some(word)) && !is_behind(&LENGTHS) => {
                match from.get(2) {
                    Some(Token::Number(minute)) if minute.len() == 2 && from.len() == 3 => {
                        clock(hour, minute, None)
                    }
                    _ => clock(hour, "00", Some(word)),
                }
            }
            [Token::Number(hour)] if is_behind(&["om", "at"]) => clock(hour, "00", None),
            _ => None,
        }
    })
}

/// A time in digits: "14:30".
pub(super) fn in_digits(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn is_hour(token: Option<&Token>) -> bool {
    matches!(token, Some(Token::Word(word)) if ["uur", "u", "h", "am", "pm"].contains(&word.as_str()))
}

fn clock(hour: &str, minute: &str, half: Option<&Token>) -> Option<NaiveTime> {
    if hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let hour: u32 = hour.parse().ok()?;
    let hour = match half {
        Some(Token::Word(word)) if word == "pm" && hour < 12 => hour + 12,
        Some(Token::Word(word)) if word == "am" && hour == 12 => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute.parse().ok()?, 0)
}
