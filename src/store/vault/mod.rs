//! What seals a notebook and opens it again: keys, who has them, and the form in which every file proves who wrote it.

pub(super) mod codec;
pub(super) mod credentials;
pub(super) mod fictional;
pub(super) mod key_files;
pub(super) mod keyring;
pub(super) mod keys;
pub(super) mod mark;
pub(super) mod passphrase;
pub(super) mod problem;
pub(super) mod protection;
pub(super) mod recovery;
pub(super) mod sealed;
