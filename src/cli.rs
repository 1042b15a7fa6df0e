//! The command line: what was asked for, done, with an exit code.
//!
//! | code | meaning |
//! |---|---|
//! | 0 | done, and everything is saved |
//! | 1 | something went wrong, or a checklist is wrong; the message is on the standard error output |
//! | 2 | wrong usage, or a checklist that cannot be checked |
//! | 101 | a fault in the program |

mod account_arguments;
mod arguments;
mod aside;
mod ask;
mod backup;
mod check;
mod check_json;
mod checklist;
mod demo;
mod doctor;
mod export;
mod first_use;
mod forget;
mod history;
mod log;
mod notebook;
mod options;
mod out;
mod passphrase;
mod program;
mod progress;
mod protect;
mod quiet;
mod readers;
mod readers_arguments;
mod screenshots;
mod wrong_usage;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use arguments::{Answer, Arguments, Command, Format};

use crate::app::{Msg, Settings, ThemeName};
use crate::checklist::json_schema;
use crate::shell::{self, Choices, Outside, Preferences, RecordError, Recorder, ReplayError, Watch};
use crate::store::{self, Deed, Fault, Notebook, RealFiles};
use crate::text;
use crate::view;
use crate::words::Language;

/// Exit codes beside success.
const WENT_WRONG: u8 = 1;
const WRONG_USAGE: u8 = 2;
const PANICKED: u8 = 101;

/// Does what the arguments of this process ask for.
pub fn main() -> ExitCode {
    shell::outlive_size_limit();
    let given: Vec<OsString> = std::env::args_os().collect();
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let speech = arguments::speech(&given, variable);
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
    let suggested = Settings {
        language: speech.language,
        theme: if variable("NO_COLOR").is_some() { ThemeName::Plain } else { ThemeName::default() },
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

/// The exit code, after what went wrong was told.
fn ended(outcome: Result<u8, Trouble>) -> ExitCode {
    ExitCode::from(outcome.unwrap_or_else(|Trouble { message, code }| {
        out::complain(&message);
        code
    }))
}

/// Why nothing came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Trouble {
    message: String,
    code: u8,
}

impl Trouble {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: WENT_WRONG }
    }
}

/// One run of the program.
struct Session {
    arguments: Arguments,
    /// Whether the program goes on line by line because the terminal can do nothing else.
    simple: bool,
    preferences: Preferences,
    watch: Watch,
    /// Whether a signal ends the program by itself; not while the screen is there, which ends with everything saved.
    dies: Arc<AtomicBool>,
}

impl Session {
    fn panicked(&self, place: &str, saved: bool) -> Trouble {
        Trouble { message: self.language().cli_panicked(place, saved), code: PANICKED }
    }

    fn language(&self) -> Language {
        self.preferences.current().language
    }

    fn run(&self) -> Result<u8, Trouble> {
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
            Command::Minutes(which, whom) => {
                let (outside, settings) = self.reading()?;
                let agree = || self.agree_to_export(settings.language);
                let minutes = notebook::minutes(&outside, which, whom.as_deref(), agree, settings.language);
                printed(&minutes?, settings.language)
            }
            Command::History(which, wanted) => {
                let (outside, settings) = self.reading()?;
                let agree = || self.agree_to_export(settings.language);
                let told = history::history(&outside, which, *wanted, agree, settings.language);
                outside.witness();
                printed(&told?, settings.language)
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
                self.note_whole(Deed::Exported, made.is_ok(), None);
                done(&made?, true, self.saved_language())
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
            Command::Screenshots(folder) => screenshots::write(folder, self.language()).map(|()| 0),
        }
    }

    /// Says before anything is written that this is the notebook of somebody else.
    fn warn_administrator(&self) {
        let is_aside =
            matches!(self.arguments.command, Command::Schema | Command::Screenshots(_) | Command::Demo);
        let Some(folder) = self.place().filter(|_| !is_aside) else { return };
        if let Some(owner) = store::other_owner(&folder) {
            out::complain(&self.language().administrator_here(owner, &shown(&folder)));
        }
    }

    /// Has somebody agree to a text that leaves the notebook.
    fn agree_to_export(&self, language: Language) -> Result<(), Trouble> {
        export::agree(self.place().as_deref(), export::Leaving::Text, self.arguments.yes, language)
    }

    /// The notebook; `None` where the system has no place for it.
    fn notebook(&self) -> Option<store::Place> {
        let named = std::env::var_os(store::folder::VARIABLE);
        store::place(self.arguments.data.as_deref(), named)
    }

    /// The folder of the notebook, whether or not it is there.
    fn folder(&self) -> Result<PathBuf, Trouble> {
        self.place().ok_or_else(|| Trouble::new(self.language().no_notebook_place()))
    }

    /// The language that is set in the notebook, without making one; else the one to begin with.
    fn saved_language(&self) -> Language {
        let mut preferences = self.preferences;
        let stored =
            self.place().map(|folder| Notebook::existing(&folder, Arc::new(RealFiles)).read_settings());
        if let Some(Ok(stored)) = stored {
            preferences.take(stored);
        }
        preferences.current().language
    }

    /// Writes down that something was done with the notebook as a whole.
    fn note_whole(&self, deed: Deed, done: bool, codec: Option<Arc<dyn store::Codec>>) {
        // A folder that is no notebook does not become one by this.
        if !done {
            return;
        }
        let language = self.saved_language();
        let plain = codec.as_ref().is_none_or(|codec| codec.is_plain());
        let sealed = self.place().filter(|folder| {
            plain
                && store::protection(&RealFiles, folder)
                    .is_ok_and(|known| matches!(known, store::Protection::Sealed { .. }))
        });
        if let Some(folder) = sealed {
            // Whoever makes a backup needs no passphrase: the next one who has it finds this in the log.
            let now = store::clock::utc();
            let entry = store::LogEntry { who: shell::me().who, ..store::LogEntry::new(now, deed) };
            let noted = store::note_for_later(&RealFiles, &folder, &entry);
            // A notebook that was only just put back in an empty folder has no log yet.
            if let (Deed::Exported, Err(error)) = (deed, noted) {
                out::complain(&language.log_not_written(&error.message(language)));
            }
            return;
        }
        let outside = self.outside(self.place());
        let outside = match codec {
            Some(codec) => outside.with_codec(codec),
            None => outside,
        };
        if let Some(why) = outside.note(deed, None, Vec::new()) {
            out::complain(why.get(language));
        }
    }

    fn restore(&self, path: &Path, newer: Option<backup::Newer>) -> Result<u8, Trouble> {
        let mut answers = std::io::BufReader::new(std::io::stdin());
        let can_ask = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        let asked = can_ask.then_some(&mut answers as &mut dyn std::io::BufRead);
        let (folder, language) = (self.folder()?, self.saved_language());
        let into = backup::Into::new(&folder, self.asking(), language)?;
        let (whole, codec) = into.restore(path, newer, asked)?;
        let codec = Some(codec);
        self.note_whole(Deed::Changed, true, codec);
        Ok(if whole { 0 } else { WENT_WRONG })
    }

    fn place(&self) -> Option<PathBuf> {
        self.notebook().map(|place| place.folder)
    }

    /// What opens the files of the notebook; asks for the passphrase where it is sealed.
    fn codec(&self, folder: Option<&Path>) -> Result<Arc<dyn store::Codec>, Trouble> {
        match folder {
            Some(folder) => passphrase::unlock(folder, &self.asking(), self.saved_language()),
            None => Ok(Arc::new(store::Plain)),
        }
    }

    /// How secrets are asked for.
    fn asking(&self) -> passphrase::Asking {
        passphrase::Asking { descriptor: self.arguments.passphrase, dies: self.dies.clone() }
    }

    /// How much work trying a passphrase is to be; `None` for what fits this computer.
    fn cost(&self) -> Option<store::Cost> {
        #[cfg(debug_assertions)]
        if self.arguments.weak_key {
            return Some(store::Cost::slight());
        }
        None
    }

    fn outside(&self, folder: Option<PathBuf>) -> Outside {
        Outside::new(folder, self.arguments.checklists.clone(), self.preferences)
            .with_memory(store::folder::memory())
    }

    /// The notebook to read from, and the settings that are saved in it.
    fn reading(&self) -> Result<(Outside, Settings), Trouble> {
        let place = self.notebook();
        // Who mistypes the name of a folder is told so, and gets no new notebook there.
        let missing = |place: &&store::Place| place.chosen != store::Chosen::System && !place.folder.exists();
        if let Some(place) = place.as_ref().filter(missing) {
            let language = self.language();
            let reason = Fault::NotFound.reason(language);
            return Err(Trouble::new(language.cli_unreadable(&shown(&place.folder), &reason)));
        }
        let folder = place.map(|place| place.folder);
        let outside = self.outside(folder.clone()).with_codec(self.codec(folder.as_deref())?);
        let settings = match outside.read_settings() {
            Some(Msg::SettingsRead(settings)) => settings,
            _ => self.preferences.current(),
        };
        Ok((outside, settings))
    }

    fn demo(&self) -> Result<u8, Trouble> {
        let language = self.language();
        let folder = store::Demo::new().map_err(|error| Trouble::new(error.message(language)))?;
        demo::fill(folder.folder(), shell::now().date(), language)?;
        // The folder goes when this value does, after the program has ended.
        self.program(Some(folder.folder()), false)
    }

    fn recorder(&self) -> Result<Option<Recorder>, Trouble> {
        let Some(path) = &self.arguments.record else { return Ok(None) };
        let language = self.language();
        if self.arguments.plain {
            return Err(Trouble { message: language.cli_plain_not_recorded().to_owned(), code: WRONG_USAGE });
        }
        match Recorder::to_file(path, self.arguments.with_text) {
            Ok(recorder) => Ok(Some(recorder)),
            Err(RecordError::Exists) => Err(Trouble::new(language.cli_record_exists(&shown(path)))),
            Err(RecordError::Fault(error)) => {
                Err(Trouble::new(language.cli_not_made(&shown(path), &reason_at(path, &error, language))))
            }
        }
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

/// Prints a text and gives the exit code.
fn printed(text: &str, language: Language) -> Result<u8, Trouble> {
    printed_as(text, true, language)
}

/// The same for a text that says whether something is right.
fn printed_as(text: &str, right: bool, language: Language) -> Result<u8, Trouble> {
    out::say(text, language).map(|()| if right { 0 } else { WENT_WRONG })
}

/// The same for a text that tells of a deed that is done, whatever becomes of the text.
fn done(text: &str, right: bool, language: Language) -> Result<u8, Trouble> {
    out::say_done(text, language).map(|()| if right { 0 } else { WENT_WRONG })
}

/// The same for what is read by a program, or copied into a file.
fn printed_exactly(text: &str, language: Language) -> Result<u8, Trouble> {
    out::say_exactly(text, language).map(|()| 0)
}

/// What the system said, in the words of the user.
fn reason(error: &std::io::Error, language: Language) -> String {
    Fault::of(error).reason(language)
}

/// The same of what it said of `path`; what belongs to somebody else is named with its owner and the remedy.
fn reason_at(path: &Path, error: &std::io::Error, language: Language) -> String {
    Fault::at(path, error).reason(language)
}

/// A path as it may be shown.
fn shown(path: &Path) -> String {
    text::visible_line(&path.to_string_lossy()).into_owned()
}
