//! The state machine, pure: a [`Model`], what can happen to it ([`Msg`]), and what it asks of the world ([`Effect`]).
//!
//! [`update`] is the only place where the model changes. [`pages::page`] says what a screen shows, [`layout`] where it
//! stands; neither changes anything. [`Pictured`] keeps both for as long as they are true.

pub mod action;
pub mod clock;
pub mod context;
pub mod effect;
pub mod escape;
pub mod focus;
pub mod history;
pub mod keymap;
pub mod layout;
pub mod locked;
pub mod marks;
pub mod model;
pub mod msg;
pub mod page;
pub mod pages;
pub mod pictured;
pub mod prepared;
pub mod recorded;
pub mod refreshed;
pub mod resume;
pub mod screen;
pub mod settings;
pub mod status;
pub mod terms;
mod unjudged;
mod update;
pub mod versions;
pub mod written;

pub use action::{Action, Detail};
pub use effect::{Effect, KeepVersion, Place, Save};
pub use layout::{Layout, Line, Piece};
pub use locked::{LockFact, Locked, Unlocking};
pub use model::{Ending, Model, Notice, OpenMeeting, Saving};
pub use msg::{FileProblem, Listed, Msg, Opened, Size, WayOut};
pub use page::{Page, Role, Row, RowId};
pub use pictured::Pictured;
pub use resume::Resume;
pub use screen::{Chooser, Path, Screen, StepPage};
pub use settings::{LockAfter, Marks, Protected, Setting, Settings, ThemeName};
pub use update::update;
pub use versions::{Origin, OtherVersion, PutAway, VersionRead};

/// The intent of a key at this moment; `None` when it does nothing.
pub fn intent(model: &Pictured, key: keymap::Key) -> Option<Msg> {
    keymap::intent(key, &model.context())
}

#[cfg(test)]
pub(crate) mod tests;
