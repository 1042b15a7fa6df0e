//! The one place where secrets are asked for: from the terminal without echo, or from a descriptor that was named.
//!
//! Never from arguments or the environment: other programs of the computer can read those.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::store::Notebook;
use age::secrecy::{ExposeSecret, SecretString};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::out;
use crate::app::keymap::{Key, KeyCode};
use crate::cli::trouble::{Trouble, reason};
use crate::shell::keyboard::{self, Event, Keyboard};
use crate::shell::{Quiet, me};
use crate::store::{
    self, Codec, KeyFiles, KeyProblem, Keys, Plain, RealFiles, SHORTEST_PASSPHRASE, codec, has_lost_keys,
};
use crate::text::from_bytes;
use crate::text::same::canonical;
use crate::words::Language;

/// How often somebody may try.
const TRIES: usize = 3;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 4096;

/// How secrets are asked for in this run of the program.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Asking {
    /// The number of the descriptor that gives them, where one was named.
    pub(in crate::cli) descriptor: Option<u32>,
    /// Whether a signal ends the program by itself after the questions.
    pub(in crate::cli) dies: Arc<AtomicBool>,
}

/// Where secrets come from.
pub(in crate::cli) enum Secrets {
    /// Somebody at a terminal, which is quiet from the first question on.
    Terminal(Option<Quiet>, Arc<AtomicBool>),
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
    pub(in crate::cli) fn of(asking: &Asking, language: Language) -> Result<Self, Trouble> {
        match asking.descriptor {
            None if io::stdin().is_terminal() => Ok(Self::Terminal(None, asking.dies.clone())),
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
    pub(in crate::cli) fn is_terminal(&self) -> bool {
        matches!(self, Self::Terminal(..))
    }

    /// Whether nobody is there.
    pub(in crate::cli) fn is_nobody(&self) -> bool {
        matches!(self, Self::Nobody)
    }

    /// Shows again what is typed, for a question whose answer is no secret.
    pub(in crate::cli) fn rest(&mut self) {
        if let Self::Terminal(quiet, _) = self {
            *quiet = None;
        }
    }

    /// The next secret; `None` when nobody gives one. The question goes to the standard error output.
    pub(in crate::cli) fn ask(&mut self, question: &str) -> Option<SecretString> {
        self.ask_for_bytes(question).map(|(secret, _)| secret)
    }

    /// The same, and whether some of its bytes were no text and had to be guessed.
    fn ask_for_bytes(&mut self, question: &str) -> Option<(SecretString, bool)> {
        match self {
            Self::Nobody => None,
            Self::Terminal(quiet, dies) => {
                quiet.get_or_insert_with(|| Quiet::key_by_key(dies));
                let typed = hidden_line(question).ok().flatten();
                out::complain("");
                typed.map(|typed| (typed, false))
            }
            Self::Lines(lines) => line(lines),
            Self::StandardInput => line(&mut io::stdin().lock()),
        }
    }

    /// The same, asked again while somebody at a terminal types nothing: Enter alone is no try.
    fn ask_something(&mut self, question: &str) -> Option<(SecretString, bool)> {
        loop {
            let (typed, is_guessed) = self.ask_for_bytes(question)?;
            if !self.is_terminal() || !typed.expose_secret().is_empty() {
                return Some((typed, is_guessed));
            }
        }
    }

    /// A new passphrase: long enough, and typed twice where nothing of it is seen.
    ///
    /// # Errors
    ///
    /// When nobody gives one that will do.
    pub(in crate::cli) fn choose(
        &mut self,
        question: &str,
        language: Language,
    ) -> Result<SecretString, Trouble> {
        let none = || Trouble::new(language.passphrase_none());
        loop {
            let (typed, is_guessed) = self.ask_for_bytes(question).ok_or_else(none)?;
            if is_guessed {
                // What other bytes were meant to say is not for this program to decide for good.
                return Err(Trouble::new(language.passphrase_no_text()));
            }
            let is_same = |one: &SecretString, other: &SecretString| {
                canonical(one.expose_secret()) == canonical(other.expose_secret())
            };
            let wrong = if canonical(typed.expose_secret()).chars().count() < SHORTEST_PASSPHRASE {
                language.passphrase_short(SHORTEST_PASSPHRASE)
            } else if !self.is_terminal() {
                return Ok(typed);
            } else {
                let again = self.ask(language.ask_passphrase_again()).ok_or_else(none)?;
                if is_same(&again, &typed) {
                    return Ok(typed);
                }
                language.passphrase_differs().to_owned()
            };
            if !self.is_terminal() {
                return Err(Trouble::new(wrong));
            }
            out::complain(&wrong);
        }
    }
}

/// The next line, and whether some of its bytes were no UTF-8 and were taken as an older computer writes them.
fn line(lines: &mut dyn BufRead) -> Option<(SecretString, bool)> {
    let mut bytes = Vec::with_capacity(1024);
    lines.take(LONGEST).read_until(b'\n', &mut bytes).ok()?;
    if bytes.is_empty() {
        return None;
    }
    let (text, is_guessed) = from_bytes(&bytes);
    Some((SecretString::from(text.trim_end_matches(['\n', '\r'])), is_guessed))
}

/// The terminal without echo, until this is dropped.
pub(in crate::cli) struct Raw;

impl Raw {
    /// Switches echo off.
    pub(in crate::cli) fn enter() -> io::Result<Self> {
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
    let mut keyboard = Keyboard::of_one_question(keyboard::BEFORE_LEAVING)?;
    loop {
        for event in keyboard.next(None)? {
            match event {
                Event::Key(key) => match (key.typed(), key) {
                    (Some(sign), _) => put(&mut typed, sign),
                    (None, Key { code: KeyCode::Enter, .. }) => return Ok(Some(SecretString::from(typed))),
                    (None, Key { code: KeyCode::Char('m'), control: true, .. }) => {
                        return Ok(Some(SecretString::from(typed)));
                    }
                    (None, Key { code: KeyCode::Esc, .. }) => return Ok(None),
                    (None, Key { code: KeyCode::Char('c' | 'd'), control: true, .. }) => return Ok(None),
                    (None, Key { code: KeyCode::Char('u'), control: true, .. }) => typed.clear(),
                    (None, Key { code: KeyCode::Backspace, .. }) => drop(typed.pop()),
                    _ => {}
                },
                Event::Paste(text) => {
                    let line = text.lines().next().unwrap_or_default();
                    line.chars().for_each(|sign| put(&mut typed, sign));
                }
                _ => {}
            }
        }
    }
}

fn put(typed: &mut String, sign: char) {
    if typed.len() + 4 <= typed.capacity() {
        typed.push(sign);
    }
}

/// Opens keys with a passphrase that is asked for, three times at most where somebody can be told; every wrong one is written
/// down for the access log of the notebook in the folder `of`.
///
/// # Errors
///
/// When nobody gives the right one, with what to do.
pub(in crate::cli) fn open(
    secrets: &mut Secrets,
    question: &str,
    key_files: &KeyFiles,
    of: Option<&Path>,
    language: Language,
) -> Result<Keys, Trouble> {
    if secrets.is_nobody() {
        return Err(Trouble::new(language.passphrase_unasked()));
    }
    let tries = if secrets.is_terminal() { TRIES } else { 1 };
    for left in (0..tries).rev() {
        let (typed, is_guessed) =
            secrets.ask_something(question).ok_or_else(|| Trouble::new(language.passphrase_none()))?;
        let outcome = key_files.unlock(&typed);
        if let (Err(KeyProblem::Wrong), Some(folder)) = (&outcome, of) {
            note_refused(folder);
        }
        match outcome {
            Ok(keys) => return Ok(keys),
            Err(KeyProblem::Wrong) if is_guessed => return Err(Trouble::new(language.passphrase_no_text())),
            Err(KeyProblem::Wrong) if left > 0 => out::complain(language.passphrase_again()),
            Err(KeyProblem::Wrong) => break,
            Err(problem) => return Err(Trouble::new(problem.message(language))),
        }
    }
    Err(Trouble::new(language.passphrase_refused()))
}

/// The outcome of a try to unlock the notebook in `folder`, of which one that failed is written down for the access log.
pub(in crate::cli) fn tried(folder: &Path, outcome: Result<Keys, KeyProblem>) -> Result<Keys, KeyProblem> {
    if matches!(outcome, Err(KeyProblem::Wrong)) {
        note_refused(folder);
    }
    outcome
}

/// Writes down for the access log that somebody tried to unlock the notebook in `folder` with another passphrase.
pub(in crate::cli) fn note_refused(folder: &Path) {
    let now = store::clock::utc();
    // That it cannot be written does not make the passphrase right.
    let _ = store::note_failed_unlock(&RealFiles, folder, now, &me().who);
}

/// What opens the files of the notebook in `folder`, by a passphrase that somebody typed.
///
/// # Errors
///
/// [`KeyProblem::Wrong`] when it is another one.
pub(in crate::cli) fn unlock_with(folder: &Path, typed: &SecretString) -> Result<Arc<dyn Codec>, KeyProblem> {
    // A key that is gone meanwhile can be told of, and come back.
    let missing = || KeyProblem::Damaged { path: folder.to_owned() };
    let key_files = KeyFiles::read(&RealFiles, folder)?.ok_or_else(missing)?;
    let keys = key_files.unlock(typed)?;
    // Another reader may have been removed meanwhile.
    let _ = store::note_recipient(&RealFiles, folder, &keys);
    codec(&RealFiles, folder, &keys)
}

/// The keys of the notebook in `folder`, by a passphrase that is asked for; `None` where it is not sealed.
///
/// # Errors
///
/// When nobody gives the right one, or the disk does not give the keys.
pub(in crate::cli) fn keys(
    folder: &Path,
    asking: &Asking,
    language: Language,
) -> Result<Option<Keys>, Trouble> {
    let key_files = KeyFiles::read(&RealFiles, folder);
    let Some(key_files) = key_files.map_err(|problem| Trouble::new(problem.message(language)))? else {
        return Ok(None);
    };
    let secrets = &mut Secrets::of(asking, language)?;
    let keys = open(secrets, language.ask_passphrase(), &key_files, Some(folder), language)?;
    // Who fails the next time is written down by it; without it the passphrase opens all the same.
    let _ = store::note_recipient(&RealFiles, folder, &keys);
    Ok(Some(keys))
}

/// What opens the files of the notebook in `folder`; asks for the passphrase where it is sealed.
///
/// # Errors
///
/// When nobody gives the right one, or the disk does not give the keys.
pub(in crate::cli) fn unlock(
    folder: &Path,
    asking: &Asking,
    language: Language,
) -> Result<Arc<dyn Codec>, Trouble> {
    match keys(folder, asking, language)? {
        // Nothing plain is to be written among what is sealed.
        None if has_lost_keys(&RealFiles, folder) => {
            Err(Trouble::new(language.protect_key_lost(&crate::cli::trouble::shown(folder))))
        }
        None => Ok(Arc::new(Plain)),
        Some(keys) => codec(&RealFiles, folder, &keys)
            .map_err(|problem: KeyProblem| Trouble::new(problem.message(language))),
    }
}

/// Notes which files with keys there are now, so that an earlier one is known when somebody puts it back.
pub(in crate::cli) fn note_keys(folder: &Path, keys: &Keys, language: Language) {
    let Ok(codec) = store::codec(&RealFiles, folder, keys) else { return };
    let notebook =
        Notebook::existing_with(folder, Arc::new(RealFiles), codec).remembered_in(store::folder::memory());
    notebook.note_keys();
    if let Err(error) = notebook.witness() {
        out::complain(&language.roll_not_written(&error.message(language)));
    }
}

#[cfg(test)]
mod tests {
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
