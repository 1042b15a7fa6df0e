//! What a passphrase opens: a small file with an identity in it.

use std::path::Path;
use std::str::FromStr;
use std::time::{Duration, Instant, SystemTime};

use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::Identity;
use age::{DecryptError, scrypt};

use super::problem::KeyProblem;
use crate::text::same::{canonical, passphrase_forms};

/// The shortest passphrase, in characters.
pub const SHORTEST_PASSPHRASE: usize = 12;

const FORMAT: u32 = 1;

/// How the line begins that is ours; for `age` it is a remark.
const FORMAT_LINE: &str = "# format: ";

/// How much work it takes to try one passphrase, as a power of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost(u8);

impl Cost {
    /// Less is never asked for: 32 MiB of memory for each try.
    const LEAST: u8 = 15;

    /// More is never asked for, and refused in a file: 1 GiB of memory.
    const MOST: u8 = 20;

    /// About half a second on this computer.
    pub fn tuned() -> Self {
        const TRIED: u8 = 12;
        let from = Instant::now();
        let _ = Self(TRIED).lock(&SecretString::from(String::new()), b"");
        let (mut takes, mut cost) = (from.elapsed(), TRIED);
        while (takes < Duration::from_millis(350) || cost < Self::LEAST) && cost < Self::MOST {
            takes *= 2;
            cost += 1;
        }
        Self(cost)
    }

    /// Next to nothing: for tests, in which a passphrase protects nothing.
    pub const fn slight() -> Self {
        Self(1)
    }

    fn lock(self, with: &SecretString, plain: &[u8]) -> Option<Vec<u8>> {
        if !moves(SystemTime::now) {
            return None;
        }
        let with = SecretString::from(canonical(with.expose_secret()));
        let mut recipient = scrypt::Recipient::new(with);
        recipient.set_work_factor(self.0);
        age::encrypt(&recipient, plain).ok()
    }
}

/// Whether a clock goes on while something is done: `age` measures what a passphrase costs before it is told the cost, and
/// by a clock that stands still it would measure for ever.
fn moves(now: impl Fn() -> SystemTime) -> bool {
    const LOOKS: u32 = 5_000_000;
    let first = now();
    (0..LOOKS).any(|_| now() != first)
}

/// The bytes of a file that `with` opens, and in which an identity is.
pub(in crate::store) fn lock(
    identity: &Identity,
    with: &SecretString,
    cost: Cost,
) -> Result<Vec<u8>, KeyProblem> {
    if !moves(SystemTime::now) {
        return Err(KeyProblem::ClockStands);
    }
    let mut text = String::with_capacity(512);
    text.push_str("# Pallium: what opens notebook.keyring\n");
    text.push_str(&format!("{FORMAT_LINE}{FORMAT}\n"));
    text.push_str(identity.to_string().expose_secret());
    text.push('\n');
    cost.lock(with, text.as_bytes()).ok_or(KeyProblem::NoRandomness)
}

/// The identity in the bytes of the file at `path`; a passphrase that was set before it was composed still opens it.
pub(in crate::store) fn opened(
    bytes: &[u8],
    with: &SecretString,
    path: &Path,
) -> Result<Identity, KeyProblem> {
    if !moves(SystemTime::now) {
        return Err(KeyProblem::ClockStands);
    }
    let mut outcome = Err(KeyProblem::Wrong);
    for form in passphrase_forms(with.expose_secret()) {
        outcome = opened_with(bytes, &SecretString::from(form), path);
        if !matches!(outcome, Err(KeyProblem::Wrong)) {
            break;
        }
    }
    outcome
}

fn opened_with(bytes: &[u8], with: &SecretString, path: &Path) -> Result<Identity, KeyProblem> {
    let mut identity = scrypt::Identity::new(with.clone());
    identity.set_max_work_factor(Cost::MOST);
    let damaged = || KeyProblem::Damaged { path: path.to_owned() };
    let plain = age::decrypt(&identity, bytes).map_err(|error| match error {
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => KeyProblem::Wrong,
        DecryptError::ExcessiveWork { .. } | DecryptError::UnknownFormat => {
            KeyProblem::Newer { path: path.to_owned() }
        }
        _ => damaged(),
    })?;
    let text = SecretString::from(String::from_utf8(plain).map_err(|_| damaged())?);
    let mut lines = text.expose_secret().lines();
    let format: Option<u32> =
        lines.find_map(|line| line.strip_prefix(FORMAT_LINE)).and_then(|format| format.parse().ok());
    if format.ok_or_else(damaged)? > FORMAT {
        return Err(KeyProblem::Newer { path: path.to_owned() });
    }
    let key = lines.find(|line| !line.starts_with('#') && !line.trim().is_empty()).ok_or_else(damaged)?;
    Identity::from_str(key.trim()).map_err(|_| damaged())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    #[test]
    fn a_clock_that_stands_still_is_noticed() {
        assert!(!moves(|| SystemTime::UNIX_EPOCH));
        assert!(moves(SystemTime::now));
    }

    /// One sign or two for é, and whatever space a keyboard gives: the same passphrase, also where it was set before
    /// passphrases were composed.
    #[test]
    fn a_passphrase_opens_however_the_keyboard_writes_it() {
        let identity = Identity::generate();
        let written = ["een café\u{A0}thee", "een cafe\u{301} thee", "een café thee"];
        let text = format!("# old\n{FORMAT_LINE}{FORMAT}\n{}\n", identity.to_string().expose_secret());
        let as_it_came = |passphrase: &str| {
            let mut recipient = age::scrypt::Recipient::new(secret(passphrase));
            recipient.set_work_factor(1);
            age::encrypt(&recipient, text.as_bytes()).unwrap()
        };
        let path = Path::new("notebook.key");
        for set in written {
            let new = lock(&identity, &secret(set), Cost::slight()).unwrap();
            for typed in written {
                assert!(opened(&new, &secret(typed), path).is_ok(), "{set:?} {typed:?}");
            }
            let old = as_it_came(set);
            assert!(opened(&old, &secret(set), path).is_ok(), "{set:?}");
            assert!(matches!(opened(&old, &secret("een cafe thee"), path), Err(KeyProblem::Wrong)));
        }
        // Keys that differ by keyboard or by hand, and a file of before that was set so.
        for set in ["een ijs, auto's", "een  ĳs, auto\u{2019}s ", "\u{FEFF}een ĳs, auto\u{2BC}s"] {
            let new = lock(&identity, &secret(set), Cost::slight()).unwrap();
            for typed in ["een ijs, auto's", " een ĳs,\u{A0} auto\u{2019}s", "een ijs, auto\u{B4}s "] {
                assert!(opened(&new, &secret(typed), path).is_ok(), "{set:?} {typed:?}");
            }
            assert!(opened(&as_it_came(set), &secret(set), path).is_ok(), "{set:?}");
            assert!(matches!(opened(&new, &secret("een ijs, autos"), path), Err(KeyProblem::Wrong)));
        }
        assert!(opened(&as_it_came("een ijs"), &secret(" een  ĳs"), path).is_ok());
        // Another computer, another way of writing, and a file of before.
        assert!(opened(&as_it_came("cafe\u{301}"), &secret("café"), path).is_ok());
    }
}
