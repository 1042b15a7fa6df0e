//! The notebook on disk, behind one door: list, read, write by opaque id.
//!
//! What [`Notebook::save`] has acknowledged is on the disk itself; what it has not written it never overwrites; and
//! nothing that is in a file, however it came there, makes it panic.
//!
//! The rooms, each of which knows only those before it: `disk`, `record`, `vault`, `witness`, `notebook`, `upkeep`.

mod disk;
mod notebook;
pub mod record;
mod upkeep;
mod vault;
mod witness;

pub use disk::atomic::put_whole;
pub use disk::digest::definition_hash;
pub use disk::fault::{Fault, NotebookError};
pub use disk::files::{Files, RealFiles};
pub use disk::folder::{Chosen, Demo, Place, place};
pub use disk::owner::other_owner;
pub(crate) use disk::rubbish::is_rubbish;
pub use disk::{clock, entries, files, folder};
pub use notebook::Notebook;
pub use notebook::digests::Told;
pub use notebook::holder::{Holder, Lock, LockError, remove_holder_file};
pub use notebook::last_seen::LastSeen;
pub use notebook::list::{Listing, Names};
pub use notebook::log::{Deed, Log, LogEntry, LogFault, LogFile};
pub use notebook::problem::FileProblem;
pub use notebook::rescue::Rescue;
pub use notebook::sweep::{LeftOver, Sweep};
pub use notebook::waiting::{Waiting, note_failed_unlock, note_for_later, note_recipient};
pub use record::demo;
pub use record::misnamed::{Astray, Misnamed};
pub use record::names::{Reason, Version};
pub use record::problem::{Damage, ReadProblem, SaveError};
pub use upkeep::accept::Accepted;
pub use upkeep::backup::{Backup, Contents};
pub use upkeep::backup_problem::{BackupProblem, Refusal};
pub use upkeep::examine::Examination;
pub use upkeep::finding::Finding;
pub use upkeep::forget::Forgotten;
pub use upkeep::generate;
pub use upkeep::member::{CHECKLISTS, Member};
pub use upkeep::protect::{HeldNotebook, SealProblem, Sealing, begin, hold};
pub use upkeep::readers::{
    ReaderProblem, add_reader, begin_removal, finish_removal, has_recovery, recover, renew_first,
    renew_recovery,
};
pub use upkeep::restore::{Outcome, Planned, Standing};
pub use upkeep::survey::{Found, PatientLabels, Progress, Survey};
pub use vault::codec::{Codec, Plain};
pub use vault::fictional::{fictional, no_longer_fictional, state_fictional};
pub use vault::key_files::KeyFiles;
pub use vault::keyring::Reader;
pub use vault::keys::{Keys, set_passphrase, unlock};
pub use vault::mark::{Link, Mark, Opened, Subject, Tag};
pub use vault::passphrase::{Cost, SHORTEST_PASSPHRASE};
pub use vault::problem::{CodecError, KeyProblem};
pub use vault::protection::{Protection, Statement, has_lost_keys, protection, state_disk_is_encrypted};
pub use vault::recovery::{Mistyped, RecoveryKey};
pub use witness::opening::{codec, codec_for_backups};
pub use witness::tampering::Tampering;

#[cfg(test)]
mod tests;
