//! Everything that the tests and benches know of Pallium's own texts and ways: the one place to change with the program.

/// Keys to press, and the text that is on the screen only after them.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// In the notation of [`super::keys::encode`].
    pub keys: &'static str,
    /// A part of one row.
    pub shows: &'static str,
}

/// A row of the first screen that is there from the first frame on.
pub const FIRST_SCREEN: &str = "Nieuwe bijeenkomst";

/// Two keys that move to another row of the first screen, and back.
pub const THERE_AND_BACK: [&str; 2] = ["<Down>", "<Up>"];

/// From the first screen to a list of all meetings of the notebook, complete.
pub const TO_ALL_MEETINGS: &[Step] = &[Step { keys: "<Down><Down><Enter>", shows: "Register" }];

/// From the first screen into a free text of a meeting that is saved while typing.
pub const TO_FREE_TEXT: &[Step] = &[Step { keys: "<Enter>", shows: "Aantekeningen" }];

/// A tick: from [`FIRST_SCREEN`] to a question, and then the keys that choose one option and another.
pub const TO_A_QUESTION: &[Step] = &[Step { keys: "<Enter>", shows: "Zou het mij verbazen" }];

/// Two keys that choose another option of that question, and the first one again.
pub const CHOOSE_AND_BACK: [&str; 2] = ["<Down>", "<Up>"];

/// What is typed into a free text, over and over; no key of it may leave the screen as it was.
pub const TYPED: &str = "rustig en aanspreekbaar, dochter raakt uitgeput; ";
