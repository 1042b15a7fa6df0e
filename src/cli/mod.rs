//! The command line: what was asked for, done, with an exit code.
//!
//! | code | meaning |
//! |---|---|
//! | 0 | done, and everything is saved |
//! | 1 | something went wrong, or a checklist is wrong; the message is on the standard error output |
//! | 2 | wrong usage, or a checklist that cannot be checked |
//! | 101 | a fault in the program |

mod arguments;
mod commands;
mod console;
mod session;
mod trouble;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use arguments::{Answer, Command, Format, Newer, PaperFormat};
use commands::{
    backup, check, check_json, demo, doctor, export, forget, history, installing, known, leave, log,
    notebook, papers, protect, readers, reading, screenshots,
};
use console::out::{done, printed, printed_as, printed_as_it_is, printed_exactly};
use console::{ask, out, passphrase};
use session::Session;
use trouble::{Trouble, WENT_WRONG, WRONG_USAGE, reason_at, shown};

use crate::app::{Settings, ThemeName};
use crate::checklist::json_schema;
use crate::export::DocumentFormat;
use crate::shell::{self, Choices, Preferences, ReplayError, Watch};
use crate::store::{self, Deed};
use crate::view;
use crate::words::Language;

/// Does what the arguments of this process ask for.
pub fn main() -> ExitCode {
    shell::outlive_size_limit();
    let given: Vec<OsString> = std::env::args_os().collect();
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let speech = arguments::speech(&given, variable);
    if arguments::has_other_letters(variable) {
        shell::letters::only_ascii();
    }
    let mut arguments = match arguments::read(given, speech.language) {
        Answer::Run(arguments) => arguments,
        Answer::Text(text) => {
            return ended(out::say(&text, speech.language).map(|()| 0));
        }
        Answer::Wrong(text) => {
            out::complain(&text);
            return ExitCode::from(WRONG_USAGE);
        }
    };
    let is_mono = variable("NO_COLOR").is_some() || shell::has_no_colours();
    let suggested = Settings {
        language: speech.language,
        theme: if is_mono { ThemeName::Mono } else { ThemeName::default() },
        marks: arguments::signs(variable),
        ..Settings::default()
    };
    let told = Choices {
        language: speech.told,
        theme: arguments.theme,
        marks: arguments.marks,
        ..Choices::default()
    };
    #[cfg(debug_assertions)]
    let private = !arguments.readable_memory;
    #[cfg(not(debug_assertions))]
    let private = true;
    if private {
        shell::keep_private();
    }
    let is_screen = matches!(arguments.command, Command::Program | Command::Demo);
    let simple = is_screen && !arguments.plain && shell::is_simple() && std::io::stdout().is_terminal();
    arguments.plain |= simple;
    let session = Session {
        arguments,
        simple,
        preferences: Preferences::new(suggested, told),
        watch: Watch::install(),
        dies: Arc::new(AtomicBool::new(true)),
    };
    // Nothing of the session is used after a panic but the language and the place.
    let outcome = catch_unwind(AssertUnwindSafe(|| session.run()))
        .unwrap_or_else(|_| Err(session.panicked(&session.watch.place(), true)));
    ended(outcome)
}

/// The format of what is no table.
fn no_table(format: PaperFormat, what: &str, language: Language) -> Result<DocumentFormat, Trouble> {
    match format {
        PaperFormat::Document(format) => Ok(format),
        PaperFormat::Csv | PaperFormat::Xlsx | PaperFormat::JsonLines => {
            Err(Trouble { message: language.cli_no_table(what, format.name()), code: WRONG_USAGE })
        }
    }
}

/// Refuses lines of JSON for what is no count.
fn no_lines(format: PaperFormat, what: &str, language: Language) -> Result<(), Trouble> {
    match format {
        PaperFormat::JsonLines => Err(Trouble { message: language.cli_no_lines(what), code: WRONG_USAGE }),
        PaperFormat::Document(_) | PaperFormat::Csv | PaperFormat::Xlsx => Ok(()),
    }
}

/// Refuses a spreadsheet of what only leaves as a table of text.
fn no_spreadsheet(format: PaperFormat, what: &str, language: Language) -> Result<(), Trouble> {
    match format {
        PaperFormat::Xlsx => Err(Trouble { message: language.cli_no_spreadsheet(what), code: WRONG_USAGE }),
        PaperFormat::Document(_) | PaperFormat::Csv | PaperFormat::JsonLines => Ok(()),
    }
}

/// The exit code, after what went wrong was told.
fn ended(outcome: Result<u8, Trouble>) -> ExitCode {
    ExitCode::from(outcome.unwrap_or_else(|Trouble { message, code }| {
        out::complain(&message);
        code
    }))
}

impl Session {
    fn run(&self) -> Result<u8, Trouble> {
        let is_screen = matches!(self.arguments.command, Command::Program | Command::Demo);
        let option = match (&self.arguments.record, &self.arguments.replay) {
            (Some(_), _) => Some("--record"),
            (None, Some(_)) => Some("--replay"),
            (None, None) => None,
        };
        // What a command does is not recorded, and no recording may be thought to be made.
        if let Some(option) = option.filter(|_| !is_screen) {
            let message = self.language().cli_only_on_screen(option);
            return Err(Trouble { message, code: WRONG_USAGE });
        }
        if let Some(path) = &self.arguments.replay {
            return self.replay(path);
        }
        self.warn_administrator();
        match &self.arguments.command {
            Command::Program => self.program(self.place().as_deref(), true),
            Command::Demo => self.demo(),
            Command::Meetings => {
                let (outside, settings) = self.reading()?;
                let today = shell::now().date();
                let listed = notebook::meetings(&outside, today, settings.language);
                outside.witness();
                printed(&listed?, settings.language)
            }
            Command::Minutes(which, whom, format) => {
                let format = no_table(*format, "minutes", self.language())?;
                self.leave_paper(|outside, settings| {
                    notebook::minutes(outside, which, whom.as_deref(), format, settings.language)
                })
            }
            Command::Summary(wanted, format) => {
                let format = no_table(*format, "summary", self.language())?;
                self.leave_paper(|outside, settings| {
                    papers::summary(outside, wanted, format, settings.language)
                })
            }
            Command::Prepare(wanted, format) => {
                let format = no_table(*format, "prepare", self.language())?;
                self.leave_paper(|outside, settings| papers::prepare(outside, wanted, format, settings))
            }
            Command::Mirror(wanted, format) => {
                no_spreadsheet(*format, "mirror", self.language())?;
                self.leave_paper(|outside, settings| {
                    papers::mirror(outside, wanted, *format, settings.language)
                })
            }
            Command::Agreements { group, owner, format } => {
                no_lines(*format, "agreements", self.language())?;
                no_spreadsheet(*format, "agreements", self.language())?;
                self.leave_paper(|outside, settings| {
                    let (group, owner) = (group.as_deref(), owner.as_deref());
                    papers::agreements(outside, group, owner, *format, settings.language)
                })
            }
            Command::FhirExport(whom, profiles) => self.leave_paper(|outside, settings| {
                let profiles = outside.profiles(profiles);
                papers::fhir(outside, whom, &profiles, settings.language)
            }),
            Command::FhirRead(wanted) => {
                let (outside, settings) = self.reading()?;
                let done = reading::read(&outside, wanted, settings);
                outside.witness();
                done
            }
            Command::ImportRegister(wanted) => {
                let (outside, settings) = self.reading()?;
                let done = known::import(&outside, wanted, settings);
                outside.witness();
                done
            }
            Command::Register(wanted) => {
                no_lines(wanted.format, "register", self.language())?;
                self.leave_paper(|outside, settings| known::register(outside, wanted, settings))
            }
            Command::Patient(whom, format) => {
                let format = no_table(*format, "patient", self.language())?;
                self.leave_paper(|outside, settings| known::patient(outside, whom, format, settings))
            }
            Command::Find(words, format) => {
                self.leave(|outside, settings| known::find(outside, words, *format, settings))
            }
            Command::History(which, wanted) => {
                let (outside, settings) = self.reading()?;
                let agree = || self.agree_to_export(false, settings.language);
                let told = history::history(&outside, which, *wanted, agree, settings.language);
                outside.witness();
                let (text, noted) = told?;
                printed_as(&text, noted, settings.language)
            }
            Command::Log(wanted) => {
                let (outside, settings) = self.reading()?;
                let (text, right) = log::log(&outside, wanted, settings.language)?;
                printed_as(&text, right, settings.language)
            }
            Command::Forget(whom, yes) => {
                let (outside, settings) = self.reading()?;
                let whole = forget::forget(&outside, whom, *yes, settings.language)?;
                Ok(if whole { 0 } else { WENT_WRONG })
            }
            Command::ForgetSession(which, yes) => {
                let (outside, settings) = self.reading()?;
                let whole = forget::session::forget_session(&outside, which, *yes, settings.language)?;
                Ok(if whole { 0 } else { WENT_WRONG })
            }
            Command::ForgetInvented(yes) => {
                let (outside, settings) = self.reading()?;
                let whole = forget::invented::forget_invented(&outside, *yes, settings.language)?;
                Ok(if whole { 0 } else { WENT_WRONG })
            }
            Command::Retention(older_than, yes) => {
                let (outside, settings) = self.reading()?;
                let (now, language) = (shell::now(), settings.language);
                let whole = forget::retention(&outside, older_than.as_deref(), *yes, now, language)?;
                Ok(if whole { 0 } else { WENT_WRONG })
            }
            Command::Check(paths, format) => self.check(paths, *format),
            Command::Checklist(command) => self.checklist(command),
            Command::Schema => printed_exactly(&json_schema(self.language()), self.language()),
            Command::Backup(target) => {
                let made = backup::backup(&self.folder()?, target, self.saved_language());
                let noted = self.note_whole(Deed::Exported, made.is_ok(), None);
                done(&made?, noted, self.saved_language())
            }
            Command::Restore(path, newer) => self.restore(path, *newer),
            Command::Protect(what) => {
                let (folder, language) = (self.folder()?, self.saved_language());
                let secrets = passphrase::Secrets::of(&self.asking(), language)?;
                let protecting =
                    protect::Protecting { folder: &folder, secrets, cost: self.cost(), language };
                done(&protecting.run(*what)?, true, language)
            }
            Command::Readers(what) => {
                let (folder, language) = (self.folder()?, self.saved_language());
                let (asking, cost) = (self.asking(), self.cost());
                let (text, done) = readers::Reading { folder: &folder, asking, cost, language }.run(what)?;
                printed_as(&text, done, language)
            }
            Command::Doctor { accept } => {
                let (folder, language) = (self.folder()?, self.saved_language());
                let keys = passphrase::keys(&folder, &self.asking(), language)?;
                if *accept {
                    let can_ask = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
                    if can_ask {
                        // Whoever says yes has seen to what; where nothing is the matter, nothing is asked.
                        let (found, needed) = doctor::examine(&folder, keys.as_ref(), language)?;
                        if needed && !ask::yes(&format!("{found}\n{}", language.accept_question()), language)
                        {
                            return Err(Trouble::new(language.accept_left()));
                        }
                    }
                    let (text, whole) = doctor::accept(&folder, keys.as_ref(), language)?;
                    return done(&text, whole, language);
                }
                let (text, needed) = doctor::examine(&folder, keys.as_ref(), language)?;
                printed_as(&text, !needed, language)
            }
            Command::Completions(shell) => {
                printed_as_it_is(&installing::completions(*shell, self.language()), self.language())
            }
            Command::Manual(folder) => installing::manual(folder, self.language()).map(|()| 0),
            Command::Screenshots(folder) => {
                let theme = self.arguments.theme.unwrap_or(Settings::default().theme);
                let settings = Settings { language: self.language(), theme, ..Settings::default() };
                screenshots::write(folder, settings).map(|()| 0)
            }
        }
    }

    /// Says before anything is written that this is the notebook of somebody else.
    fn warn_administrator(&self) {
        let is_aside = matches!(
            self.arguments.command,
            Command::Schema
                | Command::Completions(_)
                | Command::Manual(_)
                | Command::Screenshots(_)
                | Command::Demo
        );
        let Some(folder) = self.place().filter(|_| !is_aside) else { return };
        if let Some(owner) = store::other_owner(&folder) {
            out::complain(&self.language().administrator_here(owner, &shown(&folder)));
        }
    }

    /// Has somebody agree to a text that leaves the notebook, on the standard output or in a file.
    fn agree_to_export(&self, is_file: bool, language: Language) -> Result<(), Trouble> {
        let leaving = if is_file { export::Leaving::File } else { export::Leaving::Text };
        export::agree(self.place().as_deref(), leaving, self.arguments.yes, language)
    }

    /// Makes something of the notebook and brings it outside: on the standard output, or in a file.
    fn leave(
        &self,
        make: impl FnOnce(&shell::Outside, Settings) -> Result<leave::Leaf, Trouble>,
    ) -> Result<u8, Trouble> {
        let (outside, settings) = self.reading()?;
        let language = settings.language;
        let made = make(&outside, settings);
        outside.witness();
        let agree = || self.agree_to_export(self.arguments.output.is_some(), language);
        leave::leave(&outside, &made?, None, self.arguments.output.as_deref(), agree, language)
    }

    /// The same for a paper, which has a name of its own where only a folder was named.
    fn leave_paper(
        &self,
        make: impl FnOnce(&shell::Outside, Settings) -> Result<papers::Paper, Trouble>,
    ) -> Result<u8, Trouble> {
        let (outside, settings) = self.reading()?;
        let language = settings.language;
        let made = make(&outside, settings);
        outside.witness();
        let paper = made?;
        let file = self.arguments.output.as_deref();
        let file = file.map(|path| if path.is_dir() { path.join(&paper.name) } else { path.to_owned() });
        let agree = || self.agree_to_export(file.is_some(), language);
        let done =
            leave::leave(&outside, &paper.leaf, paper.meeting.as_ref(), file.as_deref(), agree, language)?;
        for line in paper.left_out.iter().map(String::as_str).chain([paper.advice]) {
            if !line.is_empty() {
                out::complain(line);
            }
        }
        Ok(done)
    }

    fn restore(&self, path: &Path, newer: Option<Newer>) -> Result<u8, Trouble> {
        let mut answers = std::io::BufReader::new(std::io::stdin());
        let can_ask = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        let asked = can_ask.then_some(&mut answers as &mut dyn std::io::BufRead);
        let (folder, language) = (self.folder()?, self.saved_language());
        let into = backup::Into::new(&folder, self.asking(), language)?;
        let (whole, codec) = into.restore(path, newer, asked)?;
        let codec = Some(codec);
        let noted = self.note_whole(Deed::Changed, true, codec);
        Ok(if whole && noted { 0 } else { WENT_WRONG })
    }

    fn demo(&self) -> Result<u8, Trouble> {
        let language = self.language();
        let folder = store::Demo::new().map_err(|store::NotebookError { path, fault }| {
            Trouble::new(language.demo_folder_failed(&shown(&path), &fault.reason(language)))
        })?;
        demo::fill(folder.folder(), shell::now().date(), language)?;
        // The folder goes when this value does, after the program has ended.
        self.program(Some(folder.folder()), false)
    }

    fn replay(&self, path: &Path) -> Result<u8, Trouble> {
        let language = self.language();
        match shell::replay(path) {
            Ok(model) => printed(&format!("{}\n", view::text(&model.layout())), language),
            Err(ReplayError::Fault(error)) => {
                Err(Trouble::new(language.cli_unreadable(&shown(path), &reason_at(path, &error, language))))
            }
            Err(ReplayError::Line(line)) => {
                Err(Trouble { message: language.cli_no_recording(&shown(path), line), code: WENT_WRONG })
            }
        }
    }

    fn check(&self, paths: &[PathBuf], format: Format) -> Result<u8, Trouble> {
        let language = self.language();
        let checked = if paths.is_empty() {
            let own = self.place().map(|folder| folder.join(shell::outside::definitions::FOLDER));
            check::in_force(check::Layers { own, given: self.arguments.checklists.clone() }, language)
        } else {
            check::named(paths, language)
        };
        let text = match format {
            Format::Text => checked.text(language),
            Format::Json => check_json::json(&checked, language),
        };
        match format {
            Format::Text => out::say(&text, language)?,
            Format::Json => out::say_exactly(&text, language)?,
        }
        let mut unreadable = checked.unreadable().peekable();
        let code = match (unreadable.peek(), checked.wrong()) {
            (Some(_), _) => WRONG_USAGE,
            (None, 0) => 0,
            (None, _) => WENT_WRONG,
        };
        if format == Format::Text {
            unreadable.for_each(|why| out::complain(why));
        }
        Ok(code)
    }
}
