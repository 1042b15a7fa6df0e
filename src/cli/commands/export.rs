//! What leaves a protected notebook is readable for whoever gets it: that is said, and asked once.

use std::io::{self, IsTerminal};
use std::path::Path;

use crate::cli::console::{ask, out};
use crate::cli::trouble::Trouble;
use crate::store::{self, Protection, RealFiles};
use crate::words::Language;

/// What leaves the notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Leaving {
    /// A text that is printed.
    Text,
    /// A text in a file, of which that is said once it is there.
    File,
    /// A recording.
    Recording,
}

/// Says that it is not encrypted, and asks whether that is meant; nobody is asked who said `yes` before, is not there, or has a
/// notebook for fictional patients only.
///
/// # Errors
///
/// When the answer is no; nothing has left the notebook then.
pub(in crate::cli) fn agree(
    folder: Option<&Path>,
    leaving: Leaving,
    yes: bool,
    language: Language,
) -> Result<(), Trouble> {
    let said = match leaving {
        Leaving::Text | Leaving::File => language.export_is_open(),
        Leaving::Recording => language.recording_is_open(),
    };
    let is_protected = folder.is_some_and(|folder| {
        store::protection(&RealFiles, folder).is_ok_and(|known| known != Protection::None)
    });
    let can_ask = io::stdin().is_terminal() && io::stderr().is_terminal();
    if !is_protected || !can_ask || yes {
        // On the screen of somebody who asked for it nothing has left yet.
        if leaving == Leaving::Text && !io::stdout().is_terminal() {
            out::complain(said);
        }
        return Ok(());
    }
    if ask::yes_beside(&format!("{said} {}", language.export_question()), language) {
        return Ok(());
    }
    Err(Trouble::new(language.nothing_exported()))
}
