//! What a running program keeps of how it came into a sealed notebook.

use std::sync::{Arc, Mutex, PoisonError};

use age::x25519::Identity;

use super::key_files::KeyFiles;
use super::keyring::Keyring;
use super::keys::Keys;
use super::problem::KeyProblem;
use crate::store::record::names::KEYRING;

/// The identity and the files with which a notebook was opened.
pub(in crate::store) struct Credentials {
    me: Identity,
    /// The file that it was in.
    own_file: String,
    /// To whom the program seals.
    newest: Option<String>,
    renewing: bool,
    key_files: Arc<KeyFiles>,
    /// The keyring that was found to be right last.
    right: Mutex<Vec<u8>>,
}

impl Credentials {
    pub(in crate::store) fn new(keys: &Keys) -> Self {
        Self {
            me: keys.me.clone(),
            own_file: keys.own_file.clone(),
            newest: newest(&keys.ring),
            renewing: keys.is_under_way(),
            key_files: keys.key_files.clone(),
            right: Mutex::new(keys.key_files.file(KEYRING).unwrap_or_default().to_vec()),
        }
    }

    pub(in crate::store) fn is_renewing(&self) -> bool {
        self.renewing
    }

    /// Whether files are still to be sealed to the same key: another computer may have removed a reader.
    pub(in crate::store) fn fits(&self, keyring: &[u8]) -> bool {
        let mut right = self.right.lock().unwrap_or_else(PoisonError::into_inner);
        if *right == keyring {
            return true;
        }
        let fits = Keyring::open(keyring, &self.me).is_ok_and(|ring| newest(&ring) == self.newest);
        if fits {
            *right = keyring.to_vec();
        }
        fits
    }

    /// The keys that are behind these files by now.
    pub(in crate::store) fn enter(&self, key_files: &KeyFiles) -> Result<Keys, KeyProblem> {
        key_files.enter(self.me.clone(), &self.own_file, false)
    }

    /// The files with which the notebook was opened.
    pub(in crate::store) fn openers(&self) -> Vec<(String, Vec<u8>)> {
        self.key_files.files().to_vec()
    }
}

fn newest(ring: &Keyring) -> Option<String> {
    ring.newest().map(|pair| pair.recipient().to_string())
}
