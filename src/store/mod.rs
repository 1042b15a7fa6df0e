//! The notebook on disk, behind one door: list, read, write by opaque id.
//!
//! What [`Notebook::save`] has acknowledged is on the disk itself; what it has not written it never overwrites; and
//! nothing that is in a file, however it came there, makes it panic.

mod accept;
mod archive;
mod atomic;
mod backup;
mod backup_problem;
mod chain;
pub mod codec;
pub mod demo;
mod digest;
mod examine;
mod examine_rolls;
pub mod files;
pub mod folder;
pub mod forget;
pub mod generate;
mod history;
mod holder;
mod keys;
mod list;
pub mod log;
mod look_only;
mod manifest;
mod mark;
mod member;
mod notebook;
pub mod problem;
mod protect;
mod protection;
pub mod record;
mod recovery;
mod remembered;
mod restore;
mod roll;
mod rooted;
mod save;
mod sealed;
mod seen;
mod settings;
mod sweep;
mod tampering;
mod witness;

pub use accept::Accepted;
pub use atomic::put_whole;
pub use backup::{Backup, Contents};
pub use backup_problem::{BackupProblem, Refusal};
pub use codec::{Codec, CodecError, Plain};
pub use digest::definition_hash;
pub use examine::{Examination, Finding};
pub use files::{Files, RealFiles};
pub use folder::{Chosen, Demo, Place, place};
pub use forget::{Forgotten, Found};
pub use history::{Reason, Version};
pub use holder::{Holder, Lock};
pub use keys::{Cost, KEY_FILES, KeyProblem, Keys, has_recovery, key_file, recover, set_passphrase};
pub use list::Listing;
pub use log::{Deed, Log, LogEntry, LogFault, LogFile};
pub use mark::{Link, Mark, Opened, Subject, Tag};
pub use member::{CHECKLISTS, Member};
pub use notebook::Notebook;
pub use problem::{Damage, Fault, FileProblem, LockError, NotebookError, ReadProblem, SaveError};
pub use protect::{SealProblem, Sealing, Whole, begin, hold};
pub use protection::{Protection, Statement, codec, has_lost_keys, protection, state_disk_is_encrypted};
pub use recovery::{Mistyped, RecoveryKey};
pub use restore::{Outcome, Planned, Standing};
pub use sweep::{LeftOver, Sweep};
pub use tampering::Tampering;

#[cfg(test)]
mod tests;
