//! How the program ended.

use crate::shell::inbox::Inbox;
use crate::shell::lock::{AfterLeaving, Envelope};
use crate::shell::terminal::Terminal;

/// How the program ended.
#[derive(Debug)]
pub enum End {
    /// Everything that was noted is on the disk.
    Saved,
    /// Something that was noted is not on the disk.
    NotSaved,
    /// A panic, at this place of the source; says whether everything before it is on the disk.
    Panicked {
        /// File and line.
        place: String,
        /// Whether everything that was noted is on the disk.
        saved: bool,
    },
    /// The system asked for the end while the program was being locked, and this became of the work.
    Left(AfterLeaving),
    /// It is locked: this is all that is to be known from now on, with what it listened to and drew on where it had a screen.
    Locked(Box<Envelope>, Option<(Inbox, Terminal)>),
}
