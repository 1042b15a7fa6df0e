//! The state machine, pure: a [`Model`], what can happen to it ([`Msg`]), and what it asks of the world ([`Effect`]).
//!
//! [`update`] is the only place where the model changes. [`pages::page`] says what a screen shows, [`layout`] where it
//! stands; neither changes anything. [`Pictured`] keeps both for as long as they are true.

pub mod keymap;
pub mod layout;
pub mod message;
pub mod model;
pub mod page;
pub mod pages;
pub mod pictured;
mod update;

pub use layout::{Layout, Line, Piece};
pub use message::{
    Deleted, Effect, FileProblem, FirstDeed, FirstFact, FirstStep, Hidden, KeepVersion, Listed, LockAfter,
    LockFact, Marks, Msg, Opened, Origin, OtherVersion, Place, Protected, Purpose, PutAway, Save, Setting,
    Settings, Size, ThemeName, VersionRead, WayOut,
};
pub use model::{
    Ending, FirstUse, Locked, Model, Notice, OpenMeeting, ReadyRows, Resume, RowsFor, Saving, Unlocking,
};
pub use page::{
    Action, Chooser, Detail, Page, Path, PlayedDetail, Role, Row, RowId, SavingQuestion, ScenePage, Screen,
    StepPage,
};
pub use pages::{ballots_of, is_counting, is_masked, may_find};
pub use pictured::Pictured;
pub use update::update;

/// The intent of a key at this moment; `None` when it does nothing.
pub fn intent(model: &Pictured, key: keymap::Key) -> Option<Msg> {
    keymap::intent(key, &model.context())
}

/// What Enter means that came at once with letters before it: it ends a text, and never acts on a row.
pub fn end_of_text(model: &Pictured) -> Msg {
    keymap::end_of_text(&model.context())
}

#[cfg(test)]
pub(crate) mod tests;
