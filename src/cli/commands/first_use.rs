//! The question before a notebook is used for the first time: is it for real patients, and what protects it then?

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;

use super::protect::Protecting;
use crate::cli::console::passphrase::{Asking, Secrets};
use crate::cli::console::{ask, out};
use crate::cli::trouble::Trouble;
use crate::shell::me;
use crate::store::{self, Codec, Cost, Plain, Protection, RealFiles, Statement};
use crate::words::Language;

/// What has to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Passphrase,
    Disk,
    Fictional,
}

/// Whether somebody is there to be asked, and has to be: nothing protects the notebook in `folder`, and nobody said that it
/// is for fictional patients.
///
/// Where that cannot be known, because something is wrong with the folder, the program says so by itself.
pub(in crate::cli) fn is_due(folder: &Path) -> bool {
    let can_ask = io::stdin().is_terminal() && io::stdout().is_terminal() && io::stderr().is_terminal();
    let is_open = || store::protection(&RealFiles, folder) == Ok(Protection::None);
    let is_unsaid = || store::fictional(&RealFiles, folder) == Ok(None);
    // A notebook whose key was lost is no new one.
    let was_sealed = || store::has_recovery(&RealFiles, folder);
    can_ask && (folder.is_dir() || !folder.exists()) && is_open() && is_unsaid() && !was_sealed()
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
    let me = me();
    let statement = Statement { stated: me.since, who: me.who, place: me.place };
    let recorded = match choice {
        Choice::Passphrase => {
            let secrets = Secrets::of(asking, language)?;
            let protecting = Protecting { folder, secrets, cost, language };
            let (told, codec) = protecting.first()?;
            out::say(&told, language)?;
            return Ok(codec);
        }
        Choice::Disk => store::state_disk_is_encrypted(&RealFiles, folder, &statement),
        Choice::Fictional => store::state_fictional(&RealFiles, folder, &statement),
    };
    if let Err(error) = recorded {
        out::complain(&language.first_use_not_recorded(&error.message(language)));
    }
    Ok(Arc::new(Plain))
}

fn chosen(typed: &str) -> Option<Choice> {
    match typed.trim() {
        "" | "1" => Some(Choice::Passphrase),
        "2" => Some(Choice::Disk),
        "3" => Some(Choice::Fictional),
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
            [Choice::Passphrase, Choice::Passphrase, Choice::Disk, Choice::Fictional].map(Some)
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
