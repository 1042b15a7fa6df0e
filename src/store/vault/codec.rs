//! The one place where the bytes of a notebook change form between memory and disk.

use std::fmt;

use super::key_files::KeyFiles;
use super::keys::Keys;
use super::mark::{Link, Mark, Opened, Subject, Tag};
use super::problem::{CodecError, KeyProblem};

/// How bytes are written to the disk and read back.
pub trait Codec: Send + Sync + fmt::Debug {
    /// The form in which `plain` goes to the disk with its mark, and which version that is where it can be told.
    ///
    /// # Errors
    ///
    /// When the bytes cannot be brought into that form.
    fn seal(&self, mark: &Mark, plain: Vec<u8>) -> Result<(Vec<u8>, Option<Link>), CodecError>;

    /// What was sealed, which must be `subject`.
    ///
    /// # Errors
    ///
    /// When the bytes are not in that form, not readable with the keys at hand, or of another file.
    fn open(&self, subject: &Subject, sealed: Vec<u8>) -> Result<Opened, CodecError>;

    /// Whether anybody who has the bytes on the disk can read them.
    fn is_plain(&self) -> bool {
        false
    }

    /// Whether what is in these bytes is sealed with the key that seals now.
    fn is_newest(&self, _bytes: &[u8]) -> bool {
        true
    }

    /// Whether these bytes are sealed, and not for any key that opens the notebook now.
    fn is_for_others(&self, _bytes: &[u8]) -> bool {
        false
    }

    /// What only this computer wrote, perhaps before the notebook got other keys.
    ///
    /// # Errors
    ///
    /// As for [`open`](Self::open).
    fn open_earlier(&self, subject: &Subject, sealed: Vec<u8>) -> Result<Opened, CodecError> {
        self.open(subject, sealed)
    }

    /// What anybody sealed who knows whom to seal for; nothing proves who that was.
    ///
    /// # Errors
    ///
    /// When it does not open.
    fn open_unproven(&self, sealed: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        Ok(sealed)
    }

    /// Whether files may still be sealed for a reader who was removed, because their removal was broken off.
    fn is_renewing(&self) -> bool {
        false
    }

    /// Whether a file that is not sealed is taken as it is: only while the notebook is being sealed.
    fn takes_plain(&self) -> bool {
        self.is_plain()
    }

    /// The keys that are behind these files by now, for who opened the notebook; `None` where there are none.
    ///
    /// # Errors
    ///
    /// When they do not open.
    fn enter(&self, key_files: &KeyFiles) -> Result<Option<Keys>, KeyProblem> {
        let _ = key_files;
        Ok(None)
    }

    /// Whether this is still what the notebook with this keyring is to be written with.
    fn fits(&self, _keyring: &[u8]) -> bool {
        true
    }

    /// The files that open what is sealed, by their path within the notebook, for a copy of some of it.
    fn openers(&self) -> Vec<(String, Vec<u8>)> {
        Vec::new()
    }

    /// A name for something that nobody without the keys can guess; `None` where there are no keys.
    fn name(&self, words: &[&str]) -> Option<Tag> {
        let _ = words;
        None
    }
}

/// Bytes as they are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plain;

impl Codec for Plain {
    fn seal(&self, _: &Mark, plain: Vec<u8>) -> Result<(Vec<u8>, Option<Link>), CodecError> {
        Ok((plain, None))
    }

    fn open(&self, _: &Subject, sealed: Vec<u8>) -> Result<Opened, CodecError> {
        Ok(Opened { plain: sealed, link: None, previous: None })
    }

    fn is_plain(&self) -> bool {
        true
    }
}
