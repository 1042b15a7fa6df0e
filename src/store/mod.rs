//! The notebook on disk, behind one door: list, read, write by opaque id.
//!
//! What [`Notebook::save`] has acknowledged is on the disk itself; what it has not written it never overwrites; and
//! nothing that is in a file, however it came there, makes it panic.

mod accept;
mod archive;
mod atomic;
mod backup;
mod backup_problem;
mod carried;
mod chain;
pub mod clock;
pub mod codec;
pub mod demo;
mod digest;
mod doors;
mod entrance;
pub mod entries;
mod examine;
mod examine_rolls;
mod fictional;
pub mod files;
pub mod folder;
pub mod forget;
pub mod generate;
mod history;
mod holder;
mod keyring;
mod keys;
mod list;
pub mod log;
mod look_only;
mod manifest;
mod mark;
mod mark_left;
mod member;
mod notebook;
mod owner;
pub mod problem;
mod protect;
mod protection;
mod readers;
pub mod record;
mod recovery;
mod remembered;
mod rescue;
mod restore;
mod roll;
mod rooted;
mod save;
mod sealed;
mod seen;
mod settings;
mod sweep;
mod tampering;
mod waiting;
mod witness;

pub use accept::Accepted;
pub use atomic::put_whole;
pub use backup::{Backup, Contents};
pub use backup_problem::{BackupProblem, Refusal};
pub use carried::Carried;
pub use codec::{Codec, CodecError, Plain};
pub use digest::definition_hash;
pub use doors::{Doors, unlock};
pub use examine::{Examination, Finding};
pub use fictional::{fictional, no_longer_fictional, state_fictional};
pub use files::{Files, RealFiles};
pub use folder::{Chosen, Demo, Place, place};
pub use forget::{Forgotten, Found};
pub use history::{Reason, Version};
pub use holder::{Holder, Lock, take_back_told};
pub use keyring::Reader;
pub use keys::{Cost, KeyProblem, Keys, set_passphrase};
pub use list::Listing;
pub use log::{Deed, Log, LogEntry, LogFault, LogFile};
pub use mark::{Link, Mark, Opened, Subject, Tag};
pub use member::{CHECKLISTS, Member};
pub use notebook::Notebook;
pub use owner::other_owner;
pub use problem::{Damage, Fault, FileProblem, LockError, NotebookError, ReadProblem, SaveError};
pub use protect::{SealProblem, Sealing, Whole, begin, hold};
pub use protection::{
    Protection, Statement, codec, codec_for_backups, has_lost_keys, protection, state_disk_is_encrypted,
};
pub use readers::{
    ReaderProblem, add_reader, begin_removal, finish_removal, has_recovery, recover, renew_first,
    renew_recovery,
};
pub use recovery::{Mistyped, RecoveryKey};
pub use rescue::Rescue;
pub use restore::{Outcome, Planned, Standing};
pub use sweep::{LeftOver, Sweep};
pub use tampering::Tampering;
pub use waiting::{Waiting, note_failed_unlock, note_for_later, note_recipient};

#[cfg(test)]
mod tests;
