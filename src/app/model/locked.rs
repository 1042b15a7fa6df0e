//! The program while it is locked: nothing of a patient, only what the screen says while the passphrase is awaited.

use crate::checklist::Localized;

/// A program that is locked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Locked {
    /// How many characters of a passphrase were typed; which ones is known outside the core only.
    pub typed: u16,
    /// How far unlocking is.
    pub unlocking: Unlocking,
    /// Whether something that was typed is not on the disk.
    pub unsaved: bool,
}

/// How far unlocking is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Unlocking {
    /// The program is about to be locked; nobody listens yet.
    Coming,
    /// Somebody may type.
    #[default]
    Awaited,
    /// The passphrase is tried.
    Tried,
    /// It was another one.
    Refused,
    /// Something else is in the way.
    Failed(Localized),
}
