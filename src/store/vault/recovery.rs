//! The recovery key: what a person can write down, and type back without a mistake going unnoticed.

use age::secrecy::{ExposeSecret, SecretString};

use super::problem::KeyProblem;
use crate::text;
use crate::words::Language;

/// Digits and letters without those that look like another one: I, L, O and U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs drawn at random: 130 bits.
const DRAWN: usize = 26;

/// Signs in all: the last two are the check.
const LENGTH: usize = DRAWN + 2;

/// Signs in one group.
const GROUP: usize = 4;

/// A prime below 32 * 32: every change of one sign and every exchange of two changes the check.
const MODULUS: usize = 1021;

/// A key that opens a notebook when nobody knows its passphrase any more.
#[derive(Debug, Clone)]
pub struct RecoveryKey(SecretString);

/// Why a text is no recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistyped {
    /// This sign does not occur in one.
    Sign(char),
    /// It has this many signs, and not the right number.
    Length(usize),
    /// A sign is another one than was shown, or two changed places.
    Check,
}

impl Mistyped {
    /// What is wrong with it, for whoever typed it.
    pub fn message(self, language: Language) -> String {
        match self {
            Self::Sign(sign) => language.recovery_sign(&text::visible_line(&sign.to_string())),
            Self::Length(found) => language.recovery_length(found, RecoveryKey::SIGNS),
            Self::Check => language.recovery_check().to_owned(),
        }
    }
}

impl RecoveryKey {
    /// How many signs one has.
    pub const SIGNS: usize = LENGTH;

    /// Draws a new one.
    ///
    /// # Errors
    ///
    /// Without a source of randomness.
    pub fn draw() -> Result<Self, KeyProblem> {
        let mut bytes = [0; DRAWN];
        getrandom::fill(&mut bytes).map_err(|_| KeyProblem::NoRandomness)?;
        let mut values: Vec<usize> = bytes.iter().map(|byte| usize::from(byte % 32)).collect();
        let check = check(&values);
        values.extend([check / 32, check % 32]);
        Ok(Self::of(&values))
    }

    /// Reads one as somebody typed it: in small letters, with or without spaces and hyphens.
    ///
    /// # Errors
    ///
    /// [`Mistyped`] when it cannot have been shown by Pallium.
    pub fn read(typed: &str) -> Result<Self, Mistyped> {
        let mut values = Vec::with_capacity(LENGTH);
        for typed in typed.chars().filter(|typed| !typed.is_whitespace() && !matches!(typed, '-' | '–')) {
            let sign = match typed.to_ascii_uppercase() {
                'I' | 'L' => '1',
                'O' => '0',
                other => other,
            };
            let value = SIGNS.iter().position(|known| char::from(*known) == sign);
            values.push(value.ok_or(Mistyped::Sign(typed))?);
        }
        match values.split_at_checked(DRAWN) {
            Some((drawn, [high, low])) if check(drawn) == high * 32 + low => Ok(Self::of(&values)),
            Some((_, [_, _])) => Err(Mistyped::Check),
            _ => Err(Mistyped::Length(values.len())),
        }
    }

    /// As it is shown: groups of four, with hyphens between them.
    pub fn shown(&self) -> &str {
        self.0.expose_secret()
    }

    /// The same, as that which opens the file.
    pub(in crate::store) fn secret(&self) -> &SecretString {
        &self.0
    }

    /// Whether both are the same key.
    pub fn is(&self, other: &Self) -> bool {
        self.shown() == other.shown()
    }

    fn of(values: &[usize]) -> Self {
        let mut shown = String::with_capacity(LENGTH + LENGTH / GROUP);
        for (at, value) in values.iter().enumerate() {
            if at > 0 && at.is_multiple_of(GROUP) {
                shown.push('-');
            }
            shown.extend(SIGNS.get(*value).map(|sign| char::from(*sign)));
        }
        Self(SecretString::from(shown))
    }
}

/// The sum of the signs, each weighed by its place.
fn check(values: &[usize]) -> usize {
    values.iter().zip(1..).map(|(value, weight)| value * weight).sum::<usize>() % MODULUS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_back_however_it_is_typed() {
        for _ in 0..100 {
            let key = RecoveryKey::draw().unwrap();
            assert_eq!(key.shown().len(), 34);
            let small = key.shown().to_lowercase().replace('1', "l").replace('0', "o");
            for typed in [key.shown().to_owned(), small.replace('-', " "), small.replace('-', "")] {
                assert!(RecoveryKey::read(&typed).unwrap().is(&key), "{typed}");
            }
        }
    }

    #[test]
    fn every_wrong_sign_and_every_exchange_is_noticed() {
        let key = RecoveryKey::draw().unwrap();
        let signs: Vec<char> = key.shown().chars().filter(|sign| *sign != '-').collect();
        for at in 0..LENGTH {
            for other in SIGNS.iter().map(|sign| char::from(*sign)).filter(|other| *other != signs[at]) {
                let mut typed = signs.clone();
                typed[at] = other;
                let read = RecoveryKey::read(&typed.iter().collect::<String>());
                assert_eq!(read.unwrap_err(), Mistyped::Check);
            }
            for with in at + 1..DRAWN {
                let mut typed = signs.clone();
                typed.swap(at, with);
                let read = RecoveryKey::read(&typed.iter().collect::<String>());
                assert_eq!(read.is_err(), typed != signs, "{at} and {with}");
            }
        }
        assert_eq!(RecoveryKey::read("").unwrap_err(), Mistyped::Length(0));
        assert_eq!(RecoveryKey::read("12U4").unwrap_err(), Mistyped::Sign('U'));
        assert_eq!(RecoveryKey::read(&"0".repeat(29)).unwrap_err(), Mistyped::Length(29));
    }
}
