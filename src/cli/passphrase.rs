//! The one place where secrets are asked for: from the terminal without echo, or from a descriptor that was named.
//!
//! Never from arguments or the environment: other programs of the computer can read those.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::sync::Arc;

use age::secrecy::SecretString;
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::{Trouble, out, reason};
use crate::store::{Codec, KeyProblem, Keys, Plain, RealFiles, codec, has_lost_keys, key_file};
use crate::words::Language;

/// How often somebody may try.
const TRIES: usize = 3;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 4096;

/// Where secrets come from.
pub(super) enum Secrets {
    /// Somebody at a terminal.
    Terminal,
    /// The lines of a descriptor.
    Lines(Box<dyn BufRead>),
    /// The lines of the standard input, of which the rest is for others.
    StandardInput,
    /// Nobody is there.
    Nobody,
}

impl Secrets {
    /// Those of the descriptor with this number, or else of the terminal where there is one.
    ///
    /// # Errors
    ///
    /// When the descriptor gives nothing.
    pub(super) fn of(descriptor: Option<u32>, language: Language) -> Result<Self, Trouble> {
        match descriptor {
            None if io::stdin().is_terminal() => Ok(Self::Terminal),
            None => Ok(Self::Nobody),
            Some(0) => Ok(Self::StandardInput),
            Some(number) => {
                let file = File::open(format!("/dev/fd/{number}")).map_err(|error| {
                    Trouble::new(language.passphrase_channel(number, &reason(&error, language)))
                })?;
                Ok(Self::Lines(Box::new(BufReader::new(file))))
            }
        }
    }

    /// Whether somebody can be told what was wrong, and try again.
    pub(super) fn is_terminal(&self) -> bool {
        matches!(self, Self::Terminal)
    }

    /// The next secret; `None` when nobody gives one. The question goes to the standard error output.
    pub(super) fn ask(&mut self, question: &str) -> Option<SecretString> {
        match self {
            Self::Nobody => None,
            Self::Terminal => {
                let typed = hidden_line(question).ok().flatten();
                out::complain("");
                typed
            }
            Self::Lines(lines) => line(lines),
            Self::StandardInput => line(&mut io::stdin().lock()),
        }
    }
}

fn line(lines: &mut dyn BufRead) -> Option<SecretString> {
    let mut bytes = Vec::with_capacity(1024);
    lines.take(LONGEST).read_until(b'\n', &mut bytes).ok()?;
    let whole = bytes.ends_with(b"\n") || !bytes.is_empty();
    let text = String::from_utf8(bytes).ok().filter(|_| whole)?;
    Some(SecretString::from(text.trim_end_matches(['\n', '\r'])))
}

/// The terminal without echo, until this is dropped.
struct Raw;

impl Raw {
    fn enter() -> io::Result<Self> {
        enable_raw_mode().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

/// A line that is typed and not shown; `None` when somebody goes away.
fn hidden_line(question: &str) -> io::Result<Option<SecretString>> {
    // First no echo, then the question: who answers at once is not shown either.
    let _raw = Raw::enter()?;
    out::ask(question);
    // Never grown beyond this, so that no copy stays behind in memory.
    let mut typed = String::with_capacity(4096);
    loop {
        let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event::read()? else { continue };
        let control = modifiers.contains(KeyModifiers::CONTROL) && !modifiers.contains(KeyModifiers::ALT);
        match code {
            _ if kind == KeyEventKind::Release => {}
            KeyCode::Enter => return Ok(Some(SecretString::from(typed))),
            KeyCode::Char('j' | 'm') if control => return Ok(Some(SecretString::from(typed))),
            KeyCode::Esc => return Ok(None),
            KeyCode::Char('c' | 'd') if control => return Ok(None),
            KeyCode::Char('u') if control => typed.clear(),
            KeyCode::Char(_) if control => {}
            KeyCode::Char(sign) if typed.len() + 4 <= typed.capacity() => typed.push(sign),
            KeyCode::Backspace => drop(typed.pop()),
            _ => {}
        }
    }
}

/// Opens keys with a passphrase that is asked for, three times at most where somebody can be told.
///
/// # Errors
///
/// When nobody gives the right one, with what to do.
pub(super) fn open(
    secrets: &mut Secrets,
    question: &str,
    unlock: &dyn Fn(&SecretString) -> Result<Keys, KeyProblem>,
    language: Language,
) -> Result<Keys, Trouble> {
    if matches!(secrets, Secrets::Nobody) {
        return Err(Trouble::new(language.passphrase_unasked()));
    }
    let tries = if secrets.is_terminal() { TRIES } else { 1 };
    for left in (0..tries).rev() {
        let typed = secrets.ask(question).ok_or_else(|| Trouble::new(language.passphrase_none()))?;
        match unlock(&typed) {
            Ok(keys) => return Ok(keys),
            Err(KeyProblem::Wrong) if left > 0 => out::complain(language.passphrase_again()),
            Err(KeyProblem::Wrong) => break,
            Err(problem) => return Err(Trouble::new(problem.message(language))),
        }
    }
    Err(Trouble::new(language.passphrase_refused()))
}

/// What opens the files of the notebook in `folder`; asks for the passphrase where it is sealed.
///
/// # Errors
///
/// When nobody gives the right one, or the disk does not give the keys.
pub(super) fn unlock(
    folder: &Path,
    descriptor: Option<u32>,
    language: Language,
) -> Result<Arc<dyn Codec>, Trouble> {
    let said = |problem: KeyProblem| Trouble::new(problem.message(language));
    let files = RealFiles;
    let Some(bytes) = key_file(&files, folder).map_err(said)? else {
        // Nothing plain is to be written among what is sealed.
        return match has_lost_keys(&files, folder) {
            true => Err(Trouble::new(language.protect_key_lost(&super::shown(folder)))),
            false => Ok(Arc::new(Plain)),
        };
    };
    let keys = open(
        &mut Secrets::of(descriptor, language)?,
        language.ask_passphrase(),
        &|typed| Keys::unlock(&bytes, typed, folder),
        language,
    )?;
    codec(&files, folder, &keys).map_err(said)
}

#[cfg(test)]
mod tests {
    use age::secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn a_secret_is_one_line_without_its_end() {
        let mut lines = Secrets::Lines(Box::new(&b"een twee\r\n\ndrie"[..]));
        let mut next = || lines.ask("?").map(|secret| secret.expose_secret().to_owned());
        assert_eq!(next().as_deref(), Some("een twee"));
        assert_eq!(next().as_deref(), Some(""));
        assert_eq!(next().as_deref(), Some("drie"));
        assert_eq!(next(), None);
        let mut endless = Secrets::Lines(Box::new(BufReader::new(io::repeat(b'a'))));
        assert!(endless.ask("?").is_some_and(|secret| secret.expose_secret().len() == 4096));
    }
}
