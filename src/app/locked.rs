//! The program while it is locked: nothing of a patient, only what the screen says while the passphrase is awaited.

use serde::{Deserialize, Serialize};

use super::model::Model;
use super::screen::Screen;
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

/// A fact about unlocking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LockFact {
    /// So many characters stand typed.
    Typed(u16),
    /// The passphrase is being tried.
    Tried,
    /// It was another one.
    Refused,
    /// Something else is in the way.
    Failed(Box<Localized>),
}

impl Model {
    /// The same program locked: what it knew is gone, but for language, look and size.
    #[must_use]
    pub fn locked(&self, unsaved: bool) -> Self {
        let mut model = Self::new(self.settings, self.size, self.now, String::new());
        model.path.replace(Screen::Locked);
        model.locked = Some(Locked { unsaved, ..Locked::default() });
        model
    }

    /// The screen on the way to the lock.
    #[must_use]
    pub fn about_to_lock(&self) -> Self {
        let mut model = Self::new(self.settings, self.size, self.now, String::new()).locked(false);
        model.locked = Some(Locked { unlocking: Unlocking::Coming, ..Locked::default() });
        model
    }
}
