//! The first use of a notebook: what is chosen, and how far that is. Secrets pass by here only where they are shown.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Whom a notebook is for, and what protects it then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Real patients, behind a passphrase.
    Passphrase,
    /// Real patients, on a disk of which somebody states that it is encrypted.
    Disk,
    /// Fictional patients only.
    Fictional,
}

/// A page of the first use, in the order in which somebody goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirstStep {
    /// Whom the notebook is for.
    Purpose,
    /// A new passphrase.
    Passphrase,
    /// The same once more.
    Again,
    /// The recovery key, to be written down.
    Key,
    /// The recovery key, typed over from paper.
    ReadBack,
    /// The notebook is ready: group and participants, once.
    Begin,
}

impl FirstStep {
    /// The page that Esc goes back to.
    pub fn before(self) -> Option<Self> {
        match self {
            Self::Purpose | Self::Begin => None,
            Self::Passphrase => Some(Self::Purpose),
            Self::Again => Some(Self::Passphrase),
            Self::Key => Some(Self::Again),
            Self::ReadBack => Some(Self::Key),
        }
    }

    /// Whether a secret is typed here.
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Passphrase | Self::Again | Self::ReadBack)
    }
}

/// What somebody at the first use asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstDeed {
    /// The notebook is for this.
    Choose(Purpose),
    /// Take what was typed as the passphrase, as the same once more, or as the recovery key from paper.
    Take,
    /// Go on although the choice could not be recorded.
    GoOn,
}

/// A fact about the first use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FirstFact {
    /// So many characters of a secret stand typed.
    Typed(u16),
    /// The recovery key as it stands typed.
    ReadBack(Hidden),
    /// The recovery key that is to be written down.
    Key(Hidden),
    /// To this page.
    To(FirstStep),
    /// What was typed or chosen will not do.
    Wrong(Box<str>),
    /// The choice could not be recorded.
    NotRecorded(Box<str>),
    /// The notebook is being made ready.
    Working,
}

/// A text that stands on the screen, and in no recording and no report of a fault.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hidden {
    /// The text.
    #[serde(skip)]
    pub text: String,
}

impl Hidden {
    /// Hides a text.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned() }
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Hidden")
    }
}
