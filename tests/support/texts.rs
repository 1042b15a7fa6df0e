//! Everything that the benches know of Pallium's own texts and ways: the one place to change with the program.
//!
//! All of it is measured in the newest meeting of a generated notebook, which has fifteen patients and is not closed.

/// Keys to press, until a text is on the screen that was not there before.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// In the notation of [`super::keys::encode`].
    pub keys: &'static str,
    /// A part of one row.
    pub shows: &'static str,
}

const fn step(keys: &'static str, shows: &'static str) -> Step {
    Step { keys, shows }
}

/// A row of the first screen that is there once the notebook was listed.
pub const FIRST_SCREEN: &str = "Verder met Fictieve groep 1";

/// A row of the first screen that is there at once.
pub const FIRST_ROW: &str = "Nieuwe bijeenkomst";

/// Two keys that move to another row of the first screen, and back.
pub const THERE_AND_BACK: [&str; 2] = ["<Down>", "<Up>"];

/// From the first screen to a list of all meetings of the notebook, complete.
pub const TO_ALL_MEETINGS: &[Step] =
    &[step("<Down>", "▸ Bijeenkomsten"), step("<Enter>", "▸ 27 nov  Fictieve groep 1")];

/// From the first screen into a free text of a meeting that is saved while typing.
pub const TO_FREE_TEXT: &[Step] =
    &[step("<Enter>", "Gegevens en deelnemers"), step("<Enter>", "▸ Aantekeningen")];

/// From the first screen to a list of which some are ticked already, so that a tick changes one row.
pub const TO_A_QUESTION: &[Step] = &[
    step("<Enter>", "Gegevens en deelnemers"),
    step("<Enter>", "▸ Aantekeningen"),
    step("<Down>", "▸ → Markering"),
    step("<Enter>", "Wat speelt er bij deze patiënt?"),
    step("<Tab>", "Waar groeit de behoefte"),
    step("<Enter>", "▸ ■ Lichamelijk"),
    step("<Down>", "▸ □ Psychisch"),
];

/// Two keys that tick the row in focus, and take the tick away.
pub const TICK_AND_BACK: [&str; 2] = ["<Enter>", "<Enter>"];

/// What is typed into a free text, over and over.
pub const TYPED: &str = "rustig en aanspreekbaar, dochter raakt uitgeput; ";
