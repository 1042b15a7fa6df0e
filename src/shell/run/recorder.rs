//! Recordings: every message with its moment, one per line, and playing them back.
//!
//! A recording shows how a fault came about without showing what was noted: free text becomes letters of the same width,
//! unless somebody asks for the text itself.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::app::message::scrambled;
use crate::app::{self, Model, Msg, Pictured, Protected, Settings, Size};

/// The first line of a recording: how the program began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Beginning {
    pallium: String,
    at: NaiveDateTime,
    size: Size,
    settings: Settings,
    #[serde(default)]
    protected: Protected,
}

/// Every further line: what happened when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Moment {
    at: NaiveDateTime,
    msg: Msg,
}

/// A recording that is being made.
#[derive(Debug)]
pub struct Recorder<W: Write = BufWriter<File>> {
    out: Option<W>,
    with_text: bool,
    broken: Arc<AtomicBool>,
}

/// Why a recording cannot be made.
#[derive(Debug)]
pub enum RecordError {
    /// There is a file by that name, which is not overwritten.
    Exists,
    /// The system does not allow it.
    Fault(io::Error),
}

/// Why a recording cannot be played.
#[derive(Debug)]
pub enum ReplayError {
    /// The system does not give it.
    Fault(io::Error),
    /// A line, counted from 1, is not of a recording by this version.
    Line(usize),
}

impl Recorder {
    /// Makes a new file, for its owner only, because even without its texts a recording tells of patients.
    ///
    /// # Errors
    ///
    /// [`RecordError`] when there is such a file or it cannot be made.
    pub fn to_file(path: &Path, with_text: bool) -> Result<Self, RecordError> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        match options.open(path) {
            Ok(file) => Ok(Self { out: Some(BufWriter::new(file)), with_text, broken: Arc::default() }),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(RecordError::Exists),
            Err(error) => Err(RecordError::Fault(error)),
        }
    }
}

impl<W: Write> Recorder<W> {
    /// Writes how the program begins.
    pub fn begin(&mut self, model: &Model) {
        self.line(&Beginning {
            pallium: env!("CARGO_PKG_VERSION").to_owned(),
            at: model.now,
            size: model.size,
            settings: model.settings,
            protected: model.protected,
        });
    }

    /// Writes one message.
    pub fn record(&mut self, at: NaiveDateTime, msg: &Msg) {
        let msg = if self.with_text { msg.clone() } else { scrambled(msg) };
        self.line(&Moment { at, msg });
    }

    /// Puts what was written on its way, so that a panic does not take it along.
    pub fn flush(&mut self) {
        self.keep_going(|out| out.flush());
    }

    fn line(&mut self, line: &impl Serialize) {
        self.keep_going(|out| {
            serde_json::to_writer(&mut *out, line)?;
            out.write_all(b"\n")
        });
    }

    /// Whether something could not be written, also when the recorder itself is gone.
    pub fn broken(&self) -> Arc<AtomicBool> {
        self.broken.clone()
    }

    /// A recording that cannot go on ends; it never costs a meeting.
    fn keep_going(&mut self, write: impl FnOnce(&mut W) -> io::Result<()>) {
        if self.out.as_mut().is_some_and(|out| write(out).is_err()) {
            self.broken.store(true, Ordering::Relaxed);
            self.out = None;
        }
    }
}

/// Lets everything in a recording happen again, without any effect, and gives the last model.
///
/// # Errors
///
/// [`ReplayError`] when it cannot be read.
pub fn replay(path: &Path) -> Result<Pictured, ReplayError> {
    let file = File::open(path).map_err(ReplayError::Fault)?;
    play(BufReader::new(file))
}

fn play(recording: impl BufRead) -> Result<Pictured, ReplayError> {
    let mut lines = recording.lines().zip(1..).map(|(line, number)| match line {
        Ok(line) => Ok((line, number)),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(ReplayError::Line(number)),
        Err(error) => Err(ReplayError::Fault(error)),
    });
    let (first, _) = lines.next().unwrap_or(Err(ReplayError::Line(1)))?;
    let beginning: Beginning = serde_json::from_str(&first).map_err(|_| ReplayError::Line(1))?;
    let mut model: Pictured =
        Model::new(beginning.settings, beginning.size, beginning.at, String::new()).into();
    model.protected = beginning.protected;
    for line in lines {
        let (line, number) = line?;
        let moment: Moment = serde_json::from_str(&line).map_err(|_| ReplayError::Line(number))?;
        app::update(&mut model, moment.at, moment.msg);
    }
    Ok(model)
}

#[cfg(test)]
#[path = "tests/recorder.rs"]
mod tests;
