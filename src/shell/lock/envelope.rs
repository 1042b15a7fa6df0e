//! What a locked program has: how its screen looks, and the work, sealed.
#![cfg_attr(
    not(unix),
    allow(dead_code, reason = "nothing is handed over where a process cannot become another")
)]

use std::io::{self, Read, Seek, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::app::{Resume, Settings};
use crate::meeting::MeetingId;
use crate::shell::terminal::line::Line;
use crate::store::{LastSeen, LogFile, Rescue};

/// The version of the program, because only the same one is sure to understand what it wrote.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// The largest envelope that is read, in bytes.
const LIMIT: u64 = 512 * 1024 * 1024;

/// What goes along into the locked program; nothing about a patient can be read in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    program: String,
    /// Language and look of the locked screen.
    pub(super) settings: Settings,
    /// The meeting that is not on the disk, to be written by whoever has no key.
    pub(super) rescue: Option<Rescue>,
    /// [`Work`], sealed to the notebook.
    pub(super) sealed: Vec<u8>,
    /// Whether that meeting lies in the notebook as a save that was cut off.
    pub(super) left_behind: bool,
    /// How the terminal handled lines before.
    pub(super) line: Option<Line>,
    /// What tells others that this program has the meeting open.
    #[serde(rename = "told")]
    pub(super) holder: Option<(PathBuf, Vec<u8>)>,
}

/// What is sealed in an [`Envelope`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Work {
    /// Where somebody was, and what they had typed.
    pub(super) resume: Resume,
    /// What was known of the open meeting on the disk.
    #[serde(rename = "carried")]
    pub(super) last_seen: Option<(MeetingId, LastSeen)>,
    /// The file of this start in the access log.
    pub(super) log: Option<LogFile>,
    /// Whether a recording was being made.
    pub(super) recording: bool,
}

impl Envelope {
    pub(super) fn new(settings: Settings, rescue: Option<Rescue>, sealed: Vec<u8>) -> Self {
        Self {
            program: PROGRAM.to_owned(),
            settings,
            rescue,
            sealed,
            left_behind: false,
            line: None,
            holder: None,
        }
    }

    /// Language and look of the locked screen.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// Whether something is not on the disk.
    pub(super) fn is_unsaved(&self) -> bool {
        self.rescue.is_some()
    }

    /// Writes it to `file`, from its beginning.
    pub(super) fn write(&self, mut file: impl Write + Seek) -> io::Result<()> {
        let json = serde_json::to_vec(self).map_err(io::Error::other)?;
        file.write_all(&json)?;
        file.rewind()
    }

    /// Reads it from `file`.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(super) fn read(file: impl Read) -> io::Result<Self> {
        let mut json = Vec::new();
        file.take(LIMIT).read_to_end(&mut json)?;
        let mut envelope: Self =
            serde_json::from_slice(&json).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
        if envelope.program != PROGRAM {
            // What cannot be understood for sure does not open, and then what was not saved is left in the notebook.
            envelope.sealed.clear();
        }
        Ok(envelope)
    }
}
