//! Handing a file to the program with which the system opens such files.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use crate::store::Fault;
use crate::words::Language;

/// The program that hands a file on.
pub(super) const PROGRAM: &str = if cfg!(windows) {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// How long it may take before it says that nothing opens the file; what takes longer is at work.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why nothing shows a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ViewerFault {
    /// The program that hands it on is not there.
    Missing(String),
    /// The system does not start it.
    Refused(String, Fault),
    /// It found nothing that opens such a file.
    Failed(String, i32),
}

impl ViewerFault {
    /// What happened and what to do now.
    pub fn message(&self, language: Language) -> String {
        let clean = |text: &str| crate::text::visible_line(text).into_owned();
        match self {
            Self::Missing(program) => {
                language.paper_no_viewer(&clean(program), language.paper_viewer_missing())
            }
            Self::Refused(program, fault) => {
                let why = language.paper_viewer_refused(&fault.reason(language));
                language.paper_no_viewer(&clean(program), &why)
            }
            Self::Failed(program, code) => {
                language.paper_no_viewer(&clean(program), &language.paper_viewer_failed(*code))
            }
        }
    }
}

/// Hands a file to a program that hands it on; nobody waits for whoever reads it.
pub(super) fn open(path: &Path, program: &str) -> Result<(), ViewerFault> {
    let name = program.to_owned();
    // An absolute path does not begin with a dash.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut command = Command::new(program);
    command.arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => ViewerFault::Missing(name.clone()),
        _ => ViewerFault::Refused(name.clone(), Fault::of(&error)),
    })?;
    let (tell, told) = channel();
    let waiting = thread::Builder::new().name("viewer".to_owned()).spawn(move || {
        // Where nobody hears it any more, the file was being read.
        let _ = tell.send(child.wait());
    });
    if waiting.is_err() {
        return Ok(());
    }
    match told.recv_timeout(PATIENCE) {
        // The one of Windows says that it failed whatever happens.
        Ok(Ok(status)) if !status.success() && !cfg!(windows) => {
            Err(ViewerFault::Failed(name, status.code().unwrap_or(-1)))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_and_one_that_fails_are_told() {
        let with = |program: &str| open(Path::new("blad.txt"), program);
        let missing = with("er-is-geen-programma-dat-zo-heet").unwrap_err();
        assert_eq!(missing, ViewerFault::Missing("er-is-geen-programma-dat-zo-heet".to_owned()));
        assert!(missing.message(Language::Dutch).contains("staat niet op deze computer"));
        #[cfg(unix)]
        {
            assert_eq!(with("true"), Ok(()));
            let failed = with("false").unwrap_err();
            assert!(failed.message(Language::Dutch).contains("eindigde met fout 1"), "{failed:?}");
        }
    }
}
