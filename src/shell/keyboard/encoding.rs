//! Which letters a line sends: those of UTF-8, or of one byte each as on older systems.

/// So many letters of one byte in a row are no noise: the line sends no others.
const A_LINE: u8 = 3;

/// What the letters that came tell of the line.
#[derive(Debug, Default)]
pub(super) struct Encoding {
    is_told: bool,
    /// Letters of one byte since the last one of UTF-8 that is longer.
    single: u8,
}

impl Encoding {
    /// A letter of more than one byte came whole.
    pub(super) const fn is_of_more(&mut self) {
        self.single = 0;
    }

    /// A letter of one byte came that is none in UTF-8; whether that is still to be told.
    pub(super) const fn is_of_one(&mut self) -> bool {
        self.single = self.single.saturating_add(1);
        self.is_to_tell()
    }

    /// Whether it is still to be told that letters of one byte came: once.
    pub(super) const fn is_to_tell(&mut self) -> bool {
        !std::mem::replace(&mut self.is_told, true)
    }

    /// Whether no rest is to be waited for: the line sends letters of one byte.
    pub(super) const fn is_single(&self) -> bool {
        self.single >= A_LINE
    }
}
