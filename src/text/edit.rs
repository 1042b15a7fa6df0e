//! Interim form, replaced by the text field.
use serde::{Deserialize, Serialize};

/// An edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// Byte offset.
    pub at: usize,
    /// What goes.
    pub removed: String,
    /// What comes.
    pub inserted: String,
}

/// The edit does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditMismatch;

impl TextEdit {
    /// The edit that takes this one back.
    pub fn inverse(&self) -> Self {
        Self { at: self.at, removed: self.inserted.clone(), inserted: self.removed.clone() }
    }

    /// Applies the edit.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn apply(&self, text: &mut String) -> Result<(), EditMismatch> {
        let end = self.at + self.removed.len();
        if text.get(self.at..end) == Some(self.removed.as_str()) {
            text.replace_range(self.at..end, &self.inserted);
            Ok(())
        } else {
            Err(EditMismatch)
        }
    }
}
