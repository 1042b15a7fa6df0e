//! The names of the files and folders of a notebook, and what a name says of its file.

use std::path::Path;

use chrono::NaiveDateTime;

use crate::meeting::MeetingId;
pub use crate::meeting::VersionReason as Reason;

/// The file with the keys of the notebook; where it is, the notebook is sealed.
pub(in crate::store) const KEYRING: &str = "notebook.keyring";

/// The file of the reader who sealed the notebook.
pub(in crate::store) const KEY: &str = "notebook.key";

/// The files with keys of which a computer notes which they are, so that an earlier one is known when it is put back.
pub(in crate::store) const KEY_FILES: [&str; 4] = [KEY, RECOVERY, KEYRING, GENERATION];

/// The folder with the files of the other readers.
pub(in crate::store) const READERS: &str = "readers";

/// The file that the recovery key opens.
pub(in crate::store) const RECOVERY: &str = "notebook.recovery";

/// The file that says how often the keyring was written; sealed to the newest key, so that only its readers make it.
pub(in crate::store) const GENERATION: &str = "notebook.generation";

/// The file that is there while a notebook is being sealed, or sealed anew; it is sealed itself, so that nobody else can
/// make it.
pub(in crate::store) const UNDER_WAY: &str = "notebook.sealing";

/// The folder of the rolls within the notebook.
pub(in crate::store) const DEVICES: &str = "devices";

/// The folder of the log within the notebook.
pub(in crate::store) const LOG: &str = "log";

/// How the name of a file of the access log ends.
pub(in crate::store) const LOG_ENDING: &str = ".log";

/// How a moment (UTC) stands in the name of a file.
pub(in crate::store) const TIME: &str = "%Y%m%dT%H%M%S%3f";

/// What stands in the name of a damaged file that was set aside, behind the identity of its meeting.
pub(in crate::store) const DAMAGED: &str = ".damaged-";

/// A version of a meeting that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Which meeting.
    pub meeting: MeetingId,
    /// When it was kept (UTC).
    pub at: NaiveDateTime,
    /// Why.
    pub reason: Reason,
    /// Name of its file.
    pub(in crate::store) name: String,
}

impl Version {
    pub(in crate::store) fn read(meeting: MeetingId, name: &str) -> Option<Self> {
        let rest = name.strip_prefix(&meeting.to_string())?.strip_prefix('.')?.strip_suffix(".toml")?;
        let (time, reason) = rest.split_once('.')?;
        let at = NaiveDateTime::parse_from_str(time, TIME).ok()?;
        let reason = Reason::ALL.into_iter().find(|known| known.name() == reason)?;
        Some(Self { meeting, at, reason, name: name.to_owned() })
    }
}

/// The name of the file of a meeting.
pub(in crate::store) fn file_name(id: MeetingId) -> String {
    format!("{id}.toml")
}

/// The meeting that a file belongs to: its name begins with the identity, behind a dot where it is a temporary one.
pub(in crate::store) fn id_in_name(path: &Path) -> Option<MeetingId> {
    let name = path.file_name()?.to_str()?;
    let name = name.strip_prefix('.').unwrap_or(name);
    // Programs that synchronise folders put their own words behind the name of a copy.
    let (id, rest) = name.split_at_checked(32)?;
    if rest.starts_with(|next: char| next.is_ascii_alphanumeric()) { None } else { id.parse().ok() }
}

/// The moment in the name of a file of the log; `None` for any other name.
pub(in crate::store) fn moment_in_name(name: &str) -> Option<NaiveDateTime> {
    let (time, token) = name.strip_suffix(LOG_ENDING)?.split_once('.')?;
    let is_token = token.len() == 16 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    NaiveDateTime::parse_from_str(time, TIME).ok().filter(|_| is_token)
}

/// Whether this is the file of a reader, by its path within the notebook.
pub(in crate::store) fn is_file(path: &str) -> bool {
    path == KEY || path.strip_prefix(READERS).and_then(|rest| rest.strip_prefix('/')).is_some_and(is_own_file)
}

/// Whether a file in the folder of readers has the name of one.
pub(in crate::store) fn is_own_file(name: &str) -> bool {
    let token = name.strip_suffix(".key").unwrap_or_default();
    token.len() == 16 && token.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
