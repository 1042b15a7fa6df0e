//! The question before a notebook is used for the first time: is it for real patients, and what protects it then? On the
//! screen, and line by line where there is none or a recording is made.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::SecretString;

use super::protect::Protecting;
use crate::app::{Purpose, Settings};
use crate::cli::console::passphrase::{Asking, Secrets};
use crate::cli::console::{ask, out};
use crate::cli::trouble::Trouble;
use crate::cli::trouble::reason;
use crate::shell::first_use::{Founded, Founding, Ready, Sealed, first_use};
use crate::shell::me;
use crate::store::{self, Codec, Cost, Plain, Protection, RealFiles, RecoveryKey, Statement};
use crate::words::Language;

/// Whether somebody is there to be asked, and has to be: nothing protects the notebook in `folder`, and nobody said that it
/// is for fictional patients.
///
/// Where that cannot be known, because something is wrong with the folder, the program says so by itself.
pub(in crate::cli) fn is_due(folder: &Path) -> bool {
    let can_ask = io::stdin().is_terminal() && io::stdout().is_terminal();
    let is_open = || store::protection(&RealFiles, folder) == Ok(Protection::None);
    let is_unsaid = || store::fictional(&RealFiles, folder) == Ok(None);
    can_ask && (folder.is_dir() || !folder.exists()) && is_open() && is_unsaid()
}

/// Asks, does what was chosen, and gives what opens the notebook.
///
/// # Errors
///
/// When nobody chooses, or the notebook could not be sealed.
pub(in crate::cli) fn ask(
    folder: &Path,
    asking: &Asking,
    cost: Option<Cost>,
    language: Language,
) -> Result<Arc<dyn Codec>, Trouble> {
    out::say(&format!("{}\n", question(language)), language)?;
    let choice = loop {
        match ask::line(language.first_use_choose()) {
            None => return Err(Trouble::new(language.first_use_left())),
            Some(typed) => match chosen(&typed) {
                Some(choice) => break choice,
                None => out::complain(language.first_use_again()),
            },
        }
    };
    if choice == Purpose::Passphrase {
        let secrets = Secrets::of(asking, language)?;
        let protecting = Protecting { folder, secrets, cost, language };
        let (told, codec) = protecting.first()?;
        out::say(&told, language)?;
        return Ok(codec);
    }
    if let Err(why) = recorded(folder, choice, language) {
        out::complain(&why);
    }
    Ok(Arc::new(Plain))
}

/// Records what a notebook without a passphrase is for; says why where that was not possible.
fn recorded(folder: &Path, purpose: Purpose, language: Language) -> Result<(), String> {
    let me = me();
    let statement = Statement { stated: me.since, who: me.who, place: me.place };
    let recorded = match purpose {
        Purpose::Passphrase => Ok(()),
        Purpose::Disk => store::state_disk_is_encrypted(&RealFiles, folder, &statement),
        Purpose::Fictional => store::state_fictional(&RealFiles, folder, &statement),
    };
    recorded.map_err(|error| language.first_use_not_recorded(&error.message(language)))
}

/// Asks on the screen, and gives the notebook that can be used with the screen to go on with.
///
/// # Errors
///
/// When somebody leaves, or there is no screen.
pub(in crate::cli) fn on_screen(
    folder: &Path,
    cost: Option<Cost>,
    settings: Settings,
    language: Language,
) -> Result<Ready, Trouble> {
    let founding = New { folder: folder.to_owned(), cost, language };
    match first_use(Settings { language, ..settings }, Arc::new(founding)) {
        Ok(Founded::Ready(ready)) => Ok(*ready),
        Ok(Founded::Left { saw_key, ready }) => Err(Trouble::new(match (ready, saw_key) {
            (true, _) => language.first_use_done(),
            (false, true) => language.recovery_left(),
            (false, false) => language.first_use_left(),
        })),
        Err(error) => Err(Trouble::new(language.cli_terminal_refused(&reason(&error, language)))),
    }
}

/// A notebook that is to be.
struct New {
    folder: PathBuf,
    cost: Option<Cost>,
    language: Language,
}

impl New {
    fn protecting(&self) -> Protecting<'_> {
        let Self { folder, cost, language } = self;
        Protecting { folder, secrets: Secrets::Nobody, cost: *cost, language: *language }
    }
}

impl Founding for New {
    fn is_ready(&self) -> Result<(), String> {
        self.protecting().can_seal().map_err(|trouble| trouble.message)
    }

    fn state(&self, purpose: Purpose) -> Result<(), String> {
        recorded(&self.folder, purpose, self.language)
    }

    fn seal(&self, passphrase: &SecretString, recovery: &RecoveryKey) -> Result<Sealed, String> {
        self.protecting().first_with(passphrase, recovery).map_err(|trouble| trouble.message)
    }
}

fn chosen(typed: &str) -> Option<Purpose> {
    match typed.trim() {
        "" | "1" => Some(Purpose::Passphrase),
        "2" => Some(Purpose::Disk),
        "3" => Some(Purpose::Fictional),
        _ => None,
    }
}

/// The question with its answers, each line short enough for a small window.
fn question(language: Language) -> String {
    let answers =
        [language.first_use_passphrase(), language.first_use_disk(), language.first_use_fictional()];
    let mut lines = out::folded(language.first_use_question(), 0);
    lines.push(String::new());
    for (number, answer) in (1..).zip(answers) {
        let mut rows = out::folded(answer, 5);
        if let Some(first) = rows.first_mut() {
            *first = format!("  {number}  {}", first.trim_start());
        }
        lines.extend(rows);
    }
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_or_enter_alone_and_nothing_else() {
        assert_eq!(
            [chosen(""), chosen("1"), chosen(" 2 "), chosen("3")],
            [Purpose::Passphrase, Purpose::Passphrase, Purpose::Disk, Purpose::Fictional].map(Some)
        );
        for wrong in ["0", "4", "ja", "12", "1 2"] {
            assert_eq!(chosen(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_question_fits_a_small_window() {
        for language in [Language::Dutch, Language::English] {
            let text = question(language);
            assert!(text.lines().all(|line| crate::text::width(line) <= out::WIDTH), "{text}");
            assert!(text.lines().count() <= 12, "{text}");
            assert!((1..=3).all(|number| text.contains(&format!("\n  {number}  "))), "{text}");
        }
    }
}
