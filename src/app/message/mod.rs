//! What comes in and what goes out: messages and effects, and the plain values that they carry.

mod effect;
mod facts;
mod find;
mod first_use;
mod msg;
mod paper;
pub mod recorded;
mod row_id;
mod scrambled;
mod settings;
mod versions;

pub use effect::{Effect, KeepVersion, Place, Save};
pub use facts::{Deleted, FileProblem, Listed, LockFact, Opened, Size, WayOut};
pub use find::{Find, Found, MOST_HITS};
pub use first_use::{FirstDeed, FirstFact, FirstStep, Hidden, Purpose};
pub use msg::{Deed, Msg};
pub use paper::{
    Existing, Gathered, Gathering, Paper, PaperFact, PaperFolder, PaperKind, PaperNeeds, SavePaper,
    UsualPlace,
};
pub use row_id::RowId;
pub use scrambled::scrambled;
pub use settings::{LockAfter, Marks, Protected, Setting, Settings, SettingsFile, SettingsRead, ThemeName};
pub use versions::{Origin, OtherVersion, PutAway, VersionRead};
