//! Talking with whoever typed the command: what is said, asked and shown meanwhile.

pub(super) mod alternate_screen;
pub(super) mod ask;
pub(super) mod numbers;
pub(super) mod out;
pub(super) mod passphrase;
pub(super) mod progress;
