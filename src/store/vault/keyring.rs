//! The keyring: the keys of a notebook and who may have them, in one file that is sealed to each reader.
//!
//! ```text
//! # Pallium: the keys of a notebook
//! # format: 1
//! # generation: 3
//! # reader: {"name":"Praktijk Noord","added":"2026-11-27 14:03","file":"notebook.key","recipient":"age1..."}
//! # recovery: age1...
//! # sealing: begun                          only until every file is sealed
//! # newest: <secret>
//! AGE-SECRET-KEY-1...
//! # retired: <secret>
//! AGE-SECRET-KEY-1...
//! ```
//!
//! For the stock program that is a file of identities with remarks, so that it opens everything.

use std::fmt::Write as _;
use std::io::Write as _;
use std::str::FromStr;
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretBox};
use age::x25519::{Identity, Recipient};
use serde::{Deserialize, Serialize};

use super::mark::Secret;
use super::problem::CodecError;
use crate::store::record::names::is_file;
use crate::text;

/// The longest name of a reader, in characters.
pub(in crate::store) const LONGEST_NAME: usize = 60;

/// More readers than this open no notebook: trying a passphrase takes work for each of them.
pub(in crate::store) const MOST_READERS: usize = 32;

const TITLE: &str = "# Pallium: the keys of a notebook\n";
const FORMAT: u32 = 1;
const FORMAT_LINE: &str = "# format: ";
const GENERATION_LINE: &str = "# generation: ";
const READER_LINE: &str = "# reader: ";
const RECOVERY_LINE: &str = "# recovery: ";
const LEAVING_LINE: &str = "# leaving: ";
const SEALING_LINE: &str = "# sealing: begun";
/// The beginning of a last line that earlier programs wrote. It was an HMAC whose key is in the same file, and proved nothing.
const PROOF_LINE: &str = "# proof: ";

/// Somebody who opens the notebook with a passphrase of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reader {
    /// The name, as the team gave it.
    pub name: String,
    /// Since when, as the computer wrote it: `2026-11-27 14:03`.
    pub added: String,
    /// The file that the passphrase of this reader opens.
    pub(in crate::store) file: String,
    /// To whom the keyring is sealed.
    pub(in crate::store) recipient: String,
}

impl Reader {
    pub(in crate::store) fn new(name: &str, added: &str, file: &str, recipient: &Recipient) -> Self {
        Self {
            name: name.to_owned(),
            added: added.to_owned(),
            file: file.to_owned(),
            recipient: recipient.to_string(),
        }
    }
}

/// One key of a notebook.
pub(in crate::store) struct Pair {
    identity: Identity,
    recipient: Recipient,
    /// For telling later that a file was written by somebody who has the key.
    secret: Secret,
}

impl Pair {
    /// Draws a new one; `None` without a source of randomness.
    pub(in crate::store) fn draw() -> Option<Self> {
        let mut secret = Box::new([0; 32]);
        getrandom::fill(secret.as_mut_slice()).ok()?;
        Some(Self::new(Identity::generate(), secret))
    }

    fn new(identity: Identity, secret: Box<[u8; 32]>) -> Self {
        Self { recipient: identity.to_public(), identity, secret: Arc::new(SecretBox::new(secret)) }
    }

    /// To whom this key seals.
    pub(in crate::store) fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    pub(in crate::store) fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, CodecError> {
        age::encrypt(&self.recipient, plain).map_err(|_| CodecError::Closed)
    }

    pub(in crate::store) fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, CodecError> {
        age::decrypt(&self.identity, sealed).map_err(|_| CodecError::Closed)
    }

    /// Whether these bytes are sealed for other keys only.
    pub(in crate::store) fn is_for_others(&self, sealed: &[u8]) -> bool {
        matches!(age::decrypt(&self.identity, sealed), Err(age::DecryptError::NoMatchingKeys))
    }

    /// By which whoever has this key proves that they wrote a file.
    pub(in crate::store) fn secret(&self) -> &Secret {
        &self.secret
    }

    #[cfg(test)]
    pub(in crate::store) fn identity(&self) -> &Identity {
        &self.identity
    }
}

/// What a key is still for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) enum Use {
    /// It seals everything, and opens.
    Newest,
    /// It opens what was not yet sealed with the newest.
    Replaced,
    /// It opens backups from when it was the newest, and nothing else.
    Retired,
}

impl Use {
    const ALL: [Self; 3] = [Self::Newest, Self::Replaced, Self::Retired];

    fn line(self) -> &'static str {
        match self {
            Self::Newest => "# newest: ",
            Self::Replaced => "# replaced: ",
            Self::Retired => "# retired: ",
        }
    }
}

/// Why a keyring cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Unfit {
    /// It is not sealed to whoever opens it.
    Stranger,
    /// It is not as it was written.
    Damaged,
    /// A newer program wrote it.
    Newer,
}

/// The keys of a notebook, and who may have them.
#[derive(Clone)]
pub(in crate::store) struct Keyring {
    /// How often it was written.
    pub(in crate::store) generation: u64,
    /// Who may have them.
    pub(in crate::store) readers: Vec<Reader>,
    /// The recipient whose identity the recovery key opens; two while another one is being written.
    pub(in crate::store) recovery: Vec<String>,
    /// Files of readers who were removed, as long as their removal is not complete.
    pub(in crate::store) leaving: Vec<String>,
    /// Whether the notebook is being sealed for the first time, so that a plain file may be one of it.
    pub(in crate::store) sealing: bool,
    /// The keys, the newest first.
    pub(in crate::store) keys: Vec<(Use, Arc<Pair>)>,
}

impl Keyring {
    /// Those keys that are for `uses` or something before it, the newest first.
    pub(in crate::store) fn pairs(&self, uses: Use) -> Vec<Arc<Pair>> {
        self.keys.iter().filter(|(known, _)| *known <= uses).map(|(_, pair)| pair.clone()).collect()
    }

    /// The key that seals.
    pub(in crate::store) fn newest(&self) -> Option<&Arc<Pair>> {
        self.keys.first().map(|(_, pair)| pair)
    }

    /// Whether files may still be sealed with an earlier key.
    pub(in crate::store) fn is_under_way(&self) -> bool {
        !self.leaving.is_empty() || self.keys.iter().any(|(known, _)| *known == Use::Replaced)
    }

    /// The bytes of the file, which each reader and the recovery key open.
    pub(in crate::store) fn seal(&self) -> Result<Vec<u8>, CodecError> {
        let named = self.readers.iter().map(|reader| &reader.recipient).chain(&self.recovery);
        let recipients: Result<Vec<Recipient>, _> =
            named.map(|recipient| Recipient::from_str(recipient)).collect();
        let recipients = recipients.map_err(|_| CodecError::Closed)?;
        let recipients = recipients.iter().map(|recipient| recipient as &dyn age::Recipient);
        let encryptor = age::Encryptor::with_recipients(recipients).map_err(|_| CodecError::Closed)?;
        let mut sealed = Vec::new();
        let mut writer = encryptor.wrap_output(&mut sealed).map_err(|_| CodecError::Closed)?;
        writer
            .write_all(self.text().ok_or(CodecError::Closed)?.as_bytes())
            .map_err(|_| CodecError::Closed)?;
        writer.finish().map_err(|_| CodecError::Closed)?;
        Ok(sealed)
    }

    /// Opens the file for the reader with this identity.
    pub(in crate::store) fn open(sealed: &[u8], reader: &Identity) -> Result<Self, Unfit> {
        let plain = age::decrypt(reader, sealed).map_err(|error| match error {
            age::DecryptError::NoMatchingKeys => Unfit::Stranger,
            age::DecryptError::UnknownFormat => Unfit::Newer,
            _ => Unfit::Damaged,
        })?;
        let text = String::from_utf8(plain).map_err(|_| Unfit::Damaged)?;
        let format = text.lines().find_map(|line| line.strip_prefix(FORMAT_LINE));
        if format.and_then(|format| format.parse::<u32>().ok()).is_some_and(|format| format > FORMAT) {
            return Err(Unfit::Newer);
        }
        Self::parse(&text).ok_or(Unfit::Damaged)
    }

    /// Exactly what [`text`](Self::text) writes, and nothing else.
    fn parse(text: &str) -> Option<Self> {
        let mut ring = Self {
            generation: 0,
            readers: Vec::new(),
            recovery: Vec::new(),
            leaving: Vec::new(),
            sealing: false,
            keys: Vec::new(),
        };
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(generation) = line.strip_prefix(GENERATION_LINE) {
                ring.generation = generation.parse().ok()?;
            } else if let Some(reader) = line.strip_prefix(READER_LINE) {
                ring.readers.push(serde_json::from_str(reader).ok()?);
            } else if let Some(recovery) = line.strip_prefix(RECOVERY_LINE) {
                ring.recovery.push(recovery.to_owned());
            } else if let Some(file) = line.strip_prefix(LEAVING_LINE) {
                ring.leaving.push(file.to_owned());
            } else if line == SEALING_LINE {
                ring.sealing = true;
            } else if let Some((known, secret)) =
                Use::ALL.iter().find_map(|known| Some((*known, line.strip_prefix(known.line())?)))
            {
                let identity = Identity::from_str(lines.next()?).ok()?;
                ring.keys.push((known, Arc::new(Pair::new(identity, bytes_of(secret)?))));
            }
        }
        let text = text.rsplit_once(PROOF_LINE).map_or(text, |(above, _)| above);
        // Whatever else is in it would be lost with the next writing, or is none of ours.
        let whole = ring.is_sound() && ring.text().as_deref() == Some(text);
        whole.then_some(ring)
    }

    fn is_sound(&self) -> bool {
        let uses: Vec<Use> = self.keys.iter().map(|(known, _)| *known).collect();
        let newest = uses.iter().filter(|known| **known == Use::Newest).count();
        let fits = |reader: &Reader| is_name(&reader.name) && is_file(&reader.file);
        newest == 1
            && uses.is_sorted()
            && !self.readers.is_empty()
            && self.readers.len() <= 2 * MOST_READERS
            && self.readers.iter().all(fits)
            && self.leaving.iter().all(|file| is_file(file))
    }

    fn text(&self) -> Option<String> {
        // Never grown beyond this, so that no copy stays behind in memory.
        let mut text = String::with_capacity(16 * 1024);
        text.push_str(TITLE);
        writeln!(text, "{FORMAT_LINE}{FORMAT}\n{GENERATION_LINE}{}", self.generation).ok()?;
        for reader in &self.readers {
            writeln!(text, "{READER_LINE}{}", serde_json::to_string(reader).ok()?).ok()?;
        }
        for recovery in &self.recovery {
            writeln!(text, "{RECOVERY_LINE}{recovery}").ok()?;
        }
        for file in &self.leaving {
            writeln!(text, "{LEAVING_LINE}{file}").ok()?;
        }
        if self.sealing {
            writeln!(text, "{SEALING_LINE}").ok()?;
        }
        for (known, pair) in &self.keys {
            text.push_str(known.line());
            push_digits(&mut text, pair.secret.expose_secret());
            writeln!(text, "\n{}", pair.identity.to_string().expose_secret()).ok()?;
        }
        Some(text)
    }
}

/// Whether a reader may be called this: it shows as it is, on one line.
pub(in crate::store) fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.trim() == name
        && name.chars().count() <= LONGEST_NAME
        && text::visible_line(name) == name
}

fn push_digits(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
    }
}

fn bytes_of(digits: &str) -> Option<Box<[u8; 32]>> {
    let mut bytes = Box::new([0; 32]);
    let digits: Option<Vec<u8>> =
        digits.chars().map(|digit| digit.to_digit(16).and_then(|digit| digit.try_into().ok())).collect();
    let (pairs, rest) = digits.as_deref()?.as_chunks::<2>();
    if pairs.len() != bytes.len() || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = high << 4 | low;
    }
    Some(bytes)
}
