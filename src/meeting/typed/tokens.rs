//! The numbers and words in what was typed, without the differences that nobody means.

use super::names::weekday;
use super::vocabulary::{SAME, UNITS};
use crate::text::plain_digits;

/// Longer texts are sentences, not days.
const LONGEST: usize = 60;

/// A part of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits.
    Number(String),
    /// Letters, in lower case and without accents.
    Word(String),
    /// A sign between two numbers: `-` for any dash or slash, `.` and `:`.
    Sign(char),
}

/// The parts of `text`; `None` where something stands in it that belongs to no day.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let text =
        days_in_two(&year_in_two(&plain_digits(text).to_lowercase())).replace("+/-", "±").replace("+-", "±");
    let text = text.replace("business day", "workday").replace("working day", "workday").replace("v/d", "vd");
    let plain: Vec<char> = text.chars().filter_map(plain).collect();
    let mut tokens = Tokens { done: Vec::new(), word: String::new() };
    let mut before = ' ';
    let mut follows = false;
    let mut rest = plain.as_slice();
    while let [c, after @ ..] = rest {
        let next = after.first().copied().unwrap_or(' ');
        let ahead = after.iter().copied().find(|c| *c != ' ').unwrap_or(' ');
        match *c {
            _ if c.is_ascii_digit() || c.is_alphabetic() => {
                if before.is_ascii_digit() != c.is_ascii_digit() {
                    tokens.end();
                }
                tokens.word.push(*c);
            }
            '.' if before.is_alphabetic() && next.is_alphabetic() => {}
            '.' | ',' | ':' if before.is_ascii_digit() && next.is_ascii_digit() => {
                tokens.end();
                tokens.sign(*c)?;
            }
            // "2/wk" is how often.
            '/' if begins_with_unit(after) => return None,
            '_' if before.is_ascii_digit() && next.is_ascii_digit() => {
                tokens.end();
                tokens.done.push(Token::Sign('-'));
            }
            '-' | '/' | '\\' if ahead.is_ascii_digit() => {
                let is_sign_of_number = *c == '-' && next.is_ascii_digit() && !follows;
                tokens.end();
                if matches!(tokens.done.last(), Some(Token::Number(_))) {
                    tokens.done.push(Token::Sign('-'));
                } else if is_sign_of_number {
                    // "Over -3 dagen" is no day that anybody means.
                    return None;
                }
            }
            '½' => {
                tokens.end();
                let follows_number = matches!(tokens.done.last(), Some(Token::Number(_)));
                tokens.done.push(Token::Word(if follows_number { "enhalf" } else { "half" }.to_owned()));
            }
            '±' | '~' | '≈' => tokens.put("circa"),
            '†' | '✝' => tokens.put("overleden"),
            '<' | '≤' => tokens.put("binnen"),
            '@' => tokens.put("om"),
            '&' => tokens.put("en"),
            '+' if tokens.done.is_empty() && tokens.word.is_empty() => tokens.put("over"),
            ' ' | '.' | ',' | '-' | '/' | '(' | ')' | '!' => tokens.end(),
            // "Week 49: 30 november".
            ':' if next == ' ' => tokens.end(),
            _ => return None,
        }
        follows = c.is_alphanumeric() || *c == '.';
        before = if c.is_alphabetic() || c.is_ascii_digit() || *c == '.' { *c } else { ' ' };
        if *c == '.' && !next.is_alphabetic() {
            before = ' ';
        }
        rest = after;
    }
    tokens.end();
    Some(halved(tokens.done))
}

fn begins_with_unit(signs: &[char]) -> bool {
    let word: String = signs.iter().skip_while(|c| **c == ' ').take_while(|c| c.is_alphabetic()).collect();
    UNITS.iter().any(|(words, _)| words.contains(&word.as_str()))
}

/// "2,5 weken" is two and a half of them; a comma is in no day otherwise.
fn halved(mut tokens: Vec<Token>) -> Vec<Token> {
    let is_unit = |word: &str| UNITS.iter().any(|(words, _)| words.contains(&word));
    let is_half = |part: &[Token]| matches!(part, [Token::Number(_), Token::Sign(',' | '.'), Token::Number(five), Token::Word(unit)] if five == "5" && is_unit(unit));
    if let Some(at) = tokens.windows(4).position(is_half) {
        tokens.splice(at + 1..at + 3, [Token::Word("enhalf".to_owned())]);
    }
    tokens
}

struct Tokens {
    done: Vec<Token>,
    word: String,
}

impl Tokens {
    fn end(&mut self) {
        let word = std::mem::take(&mut self.word);
        if word.is_empty() {
            return;
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            self.done.push(Token::Number(word));
            return;
        }
        let same = SAME.iter().find(|(other, _)| *other == word);
        let word = same.map_or(word, |(_, same)| (*same).to_owned());
        let parts = match word.as_str() {
            "halfjaar" | "halfjaartje" => vec!["half".to_owned(), "jaar".to_owned()],
            "eow" | "eom" | "eoy" => {
                let whole = if word == "eow" {
                    "week"
                } else if word == "eom" {
                    "month"
                } else {
                    "year"
                };
                vec!["end".to_owned(), whole.to_owned()]
            }
            _ => day_and_part(&word).unwrap_or_else(|| vec![word]),
        };
        self.done.extend(parts.into_iter().map(Token::Word));
    }

    fn put(&mut self, word: &str) {
        self.end();
        self.done.push(Token::Word(word.to_owned()));
    }

    /// A sign between digits; a comma there makes a number with decimals, which no form of a day has.
    fn sign(&mut self, sign: char) -> Option<()> {
        let sign = match sign {
            '.' | ':' | ',' => sign,
            _ => return None,
        };
        self.done.push(Token::Sign(sign));
        Some(())
    }
}

/// "Sept '25" is a month of a year, and not the 25th; behind a day the two digits are a year as they stand.
fn year_in_two(text: &str) -> String {
    let year = |(at, sign): (usize, char)| {
        let before = text.get(..at)?;
        let digits = text.get(at + sign.len_utf8()..)?.trim_end();
        let is_year = matches!(sign, '\'' | '’' | '‘' | '`' | '´' | '′')
            && digits.len() == 2
            && digits.chars().all(|c| c.is_ascii_digit())
            && before.ends_with([' ', '.', ','])
            && !before.chars().any(|c| c.is_ascii_digit());
        // "30/11'26" has its year behind its month.
        let is_dated = digits.len() == 2
            && matches!(sign, '\'' | '’' | '‘')
            && before.ends_with(|c: char| c.is_ascii_digit())
            && before.contains(['-', '/']);
        if is_dated {
            return Some(format!("{before}-{digits}"));
        }
        is_year.then(|| format!("{before}{}{digits}", if digits > "50" { "19" } else { "20" }))
    };
    text.char_indices().find_map(year).unwrap_or_else(|| text.to_owned())
}

/// "26/27-11" is one of two days that follow each other, and no day of the 27th month.
fn days_in_two(text: &str) -> String {
    let is_sign = |c: char| matches!(c, '/' | '-' | '\u{2010}'..='\u{2015}' | '.');
    let word = |word: &str| {
        let mut parts = word.splitn(3, is_sign);
        let mut number = || parts.next()?.parse::<u32>().ok();
        let (first, second) = (number()?, number()?);
        let (month, rest) = {
            let rest = parts.next()?;
            let end = rest.find(is_sign).unwrap_or(rest.len());
            (rest.get(..end)?.parse::<u32>().ok()?, rest)
        };
        let mut signs = word.chars().filter(|c| is_sign(*c));
        let is_mixed = signs.next() != signs.next();
        let is_two =
            second == first + 1 && second <= 31 && (1..=12).contains(&month) && (is_mixed || second > 12);
        is_two.then(|| format!("{first} of {second}-{rest}"))
    };
    let words: Vec<String> = text.split(' ').map(|one| word(one).unwrap_or_else(|| one.to_owned())).collect();
    words.join(" ")
}

/// "vrijdagmiddag" is a day and a part of it.
fn day_and_part(word: &str) -> Option<Vec<String>> {
    let part = ["ochtend", "voormiddag", "namiddag", "middag", "avond", "morgen", "nacht", "vroeg"]
        .into_iter()
        .find(|part| word.ends_with(part))?;
    let day = match word.strip_suffix(part)? {
        "van" | "heden" => "vandaag",
        "gister" | "gisteren" | "gistern" => "gisteren",
        "morgen" => "morgen",
        "overmorgen" => "overmorgen",
        "eergister" | "eergisteren" | "eergistern" => "eergisteren",
        day => weekday(day).map(|_| day)?,
    };
    Some(vec![day.to_owned(), part.to_owned()])
}

/// The character without what makes no difference; `None` for one that nobody sees.
const fn plain(c: char) -> Option<char> {
    Some(match c {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\'' | '’' | '‘' | '`' | '´' | '′' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {
            return None;
        }
        '\u{300}'..='\u{36f}' => return None,
        _ if c.is_whitespace() => ' ',
        _ => c,
    })
}
