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
mod ask;
mod backup;
mod check;
mod check_json;
mod checklist;
mod demo;
mod doctor;
mod forget;
mod history;
mod log;
mod notebook;
mod out;
mod passphrase;
mod protect;
mod screenshots;
mod wrong_usage;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use arguments::{Answer, Arguments, Command, Format};

use crate::app::{self, Msg, Settings, ThemeName};
use crate::checklist::json_schema;
use crate::shell::{
    self, Choices, End, Outside, Preferences, RecordError, Recorder, ReplayError, Start, Watch,
};
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
    let given: Vec<OsString> = std::env::args_os().collect();
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let speech = arguments::speech(&given, variable);
    let arguments = match arguments::read(given, speech.language) {
        Answer::Run(arguments) => arguments,
        Answer::Text(text) => return code(out::say(&text), 0),
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
    let session =
        Session { arguments, preferences: Preferences::new(suggested, told), watch: Watch::install() };
    // Nothing of the session is used after a panic but the language and the place.
    let outcome = catch_unwind(AssertUnwindSafe(|| session.run()))
        .unwrap_or_else(|_| Err(session.panicked(&session.watch.place(), true)));
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(Trouble { message, code }) => {
            out::complain(&message);
            ExitCode::from(code)
        }
    }
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

/// The exit code after something was printed.
fn code(printed: bool, code: u8) -> ExitCode {
    ExitCode::from(if printed { code } else { WENT_WRONG })
}

/// One run of the program.
struct Session {
    arguments: Arguments,
    preferences: Preferences,
    watch: Watch,
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
        match &self.arguments.command {
            Command::Program => self.program(self.place()),
            Command::Demo => self.demo(),
            Command::Meetings => {
                let (outside, settings) = self.reading()?;
                let today = shell::now().date();
                let listed = notebook::meetings(&outside, today, settings.language);
                outside.witness();
                listed.map(|text| printed(&text))
            }
            Command::Minutes(which, whom) => {
                let (outside, settings) = self.reading()?;
                let minutes = notebook::minutes(&outside, which, whom.as_deref(), settings.language);
                self.exported(minutes)
            }
            Command::History(which, wanted) => {
                let (outside, settings) = self.reading()?;
                let told = history::history(&outside, which, *wanted, settings.language);
                outside.witness();
                told.map(|text| printed(&text))
            }
            Command::Log(wanted) => {
                let (outside, settings) = self.reading()?;
                let (text, right) = log::log(&outside, wanted, settings.language)?;
                Ok(if right { printed(&text) } else { printed(&text).max(WENT_WRONG) })
            }
            Command::Forget(whom, yes) => {
                let (outside, settings) = self.reading()?;
                let whole = forget::forget(&outside, whom, *yes, settings.language)?;
                Ok(if whole { 0 } else { WENT_WRONG })
            }
            Command::Retention(older_than, yes) => {
                let (outside, settings) = self.reading()?;
                let (today, language) = (shell::now().date(), settings.language);
                let whole = forget::retention(&outside, older_than.as_deref(), *yes, today, language)?;
                Ok(if whole { 0 } else { WENT_WRONG })
            }
            Command::Check(paths, format) => Ok(self.check(paths, *format)),
            Command::Checklist(command) => self.checklist(command),
            Command::Schema => Ok(printed(&json_schema(self.language()))),
            Command::Backup(target) => {
                let folder = self.folder()?;
                let made = backup::backup(&folder, target, self.saved_language());
                // A sealed notebook can be copied by who has no passphrase, and only who has one writes in its log.
                let protection = store::protection(&RealFiles, &folder);
                let is_sealed = matches!(protection, Ok(store::Protection::Sealed { .. }));
                self.note_whole(Deed::Exported, made.is_ok() && !is_sealed, Arc::new(store::Plain));
                made.map(|text| printed(&text))
            }
            Command::Restore(path, newer) => self.restore(path, *newer),
            Command::Protect(what) => {
                let (folder, language) = (self.folder()?, self.saved_language());
                let secrets = passphrase::Secrets::of(self.arguments.passphrase, language)?;
                let protecting =
                    protect::Protecting { folder: &folder, secrets, cost: self.cost(), language };
                protecting.run(*what).map(|text| printed(&text))
            }
            Command::Doctor { accept } => {
                let (folder, language) = (self.folder()?, self.saved_language());
                let codec = passphrase::unlock(&folder, self.arguments.passphrase, language)?;
                if *accept {
                    let (text, whole) = doctor::accept(&folder, codec, language)?;
                    return Ok(if whole { printed(&text) } else { printed(&text).max(WENT_WRONG) });
                }
                let (text, needed) = doctor::examine(&folder, codec, language);
                Ok(if needed { printed(&text).max(WENT_WRONG) } else { printed(&text) })
            }
            Command::Screenshots(folder) => screenshots::write(folder, self.language()).map(|()| 0),
        }
    }

    /// Prints what leaves the notebook; where it goes to a file or another program, that is said.
    fn exported(&self, text: Result<String, Trouble>) -> Result<u8, Trouble> {
        let text = text?;
        if !std::io::stdout().is_terminal() {
            out::complain(self.saved_language().export_is_open());
        }
        Ok(printed(&text))
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
    fn note_whole(&self, deed: Deed, done: bool, codec: Arc<dyn store::Codec>) {
        // A folder that is no notebook does not become one by this.
        if !done {
            return;
        }
        if let Some(why) = self.outside(self.place()).with_codec(codec).note(deed, None, Vec::new()) {
            out::complain(why.get(self.saved_language()));
        }
    }

    fn restore(&self, path: &Path, newer: Option<backup::Newer>) -> Result<u8, Trouble> {
        let mut answers = std::io::BufReader::new(std::io::stdin());
        let can_ask = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        let asked = can_ask.then_some(&mut answers as &mut dyn std::io::BufRead);
        let (folder, language) = (self.folder()?, self.saved_language());
        let codec = passphrase::unlock(&folder, self.arguments.passphrase, language)?;
        let into = backup::Into { folder: &folder, codec, passphrase: self.arguments.passphrase, language };
        let (whole, codec) = into.restore(path, newer, asked)?;
        self.note_whole(Deed::Changed, true, codec);
        Ok(if whole { 0 } else { WENT_WRONG })
    }

    fn place(&self) -> Option<PathBuf> {
        self.notebook().map(|place| place.folder)
    }

    /// What opens the files of the notebook; asks for the passphrase where it is sealed.
    fn codec(&self, folder: Option<&Path>) -> Result<Arc<dyn store::Codec>, Trouble> {
        match folder {
            Some(folder) => passphrase::unlock(folder, self.arguments.passphrase, self.saved_language()),
            None => Ok(Arc::new(store::Plain)),
        }
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
        self.program(Some(folder.folder().to_owned()))
    }

    fn program(&self, folder: Option<PathBuf>) -> Result<u8, Trouble> {
        let language = self.language();
        // Who mistypes the name of a folder is told so, and does not hold a meeting without its checklists.
        if let Some(given) = self.arguments.checklists.as_ref().filter(|given| !given.is_dir()) {
            let reason = Fault::NotFound.reason(language);
            return Err(Trouble::new(language.cli_unreadable(&shown(given), &reason)));
        }
        let shown = folder.as_deref().map(shown).unwrap_or_default();
        if !self.arguments.plain && !std::io::stdout().is_terminal() {
            return Err(Trouble::new(language.cli_no_terminal()));
        }
        let codec = self.codec(folder.as_deref())?;
        let protected = folder.as_deref().map(|folder| store::protection(&RealFiles, folder));
        let protected = protected.and_then(Result::ok).is_some_and(|known| known != store::Protection::None);
        let outside = Arc::new(self.outside(folder).with_codec(codec));
        let start = Start {
            settings: self.preferences.current(),
            folder: shown,
            protected,
            outside,
            recorder: self.recorder()?,
            #[cfg(debug_assertions)]
            faulty: self.arguments.faulty,
        };
        let ended = if self.arguments.plain {
            shell::plain(start, std::io::stdin().lock(), std::io::stdout().lock())
        } else {
            shell::run(start, &self.watch)
        };
        match ended {
            Ok(End::Saved) => Ok(0),
            Ok(End::NotSaved) => Err(Trouble::new(language.cli_not_saved())),
            Ok(End::Panicked { place, saved }) => Err(self.panicked(&place, saved)),
            Err(error) => Err(Trouble::new(language.cli_terminal_refused(&reason(&error, language)))),
        }
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
                Err(Trouble::new(language.cli_not_made(&shown(path), &reason(&error, language))))
            }
        }
    }

    fn replay(&self, path: &Path) -> Result<u8, Trouble> {
        let language = self.language();
        match shell::replay(path) {
            Ok(model) => Ok(printed(&format!("{}\n", view::text(&app::view(&model))))),
            Err(ReplayError::Fault(error)) => {
                Err(Trouble::new(language.cli_unreadable(&shown(path), &reason(&error, language))))
            }
            Err(ReplayError::Line(line)) => {
                Err(Trouble { message: language.cli_no_recording(&shown(path), line), code: WENT_WRONG })
            }
        }
    }

    fn check(&self, paths: &[PathBuf], format: Format) -> u8 {
        let language = self.language();
        let checked = if paths.is_empty() {
            let own = self.place().map(|folder| folder.join(shell::definitions::FOLDER));
            check::in_force(check::Layers { own, given: self.arguments.checklists.clone() }, language)
        } else {
            check::named(paths, language)
        };
        let text = match format {
            Format::Text => checked.text(language),
            Format::Json => check_json::json(&checked, language),
        };
        let said = text.is_empty() || out::say(&text);
        let mut unreadable = checked.unreadable().peekable();
        let code = match (unreadable.peek(), checked.wrong()) {
            _ if !said => WENT_WRONG,
            (Some(_), _) => WRONG_USAGE,
            (None, 0) => 0,
            (None, _) => WENT_WRONG,
        };
        if format == Format::Text {
            unreadable.for_each(|why| out::complain(why));
        }
        code
    }
}

/// Prints a text and gives the exit code.
fn printed(text: &str) -> u8 {
    if out::say(text) { 0 } else { WENT_WRONG }
}

/// What the system said, in the words of the user.
fn reason(error: &std::io::Error, language: Language) -> String {
    Fault::of(error).reason(language)
}

/// A path as it may be shown.
fn shown(path: &Path) -> String {
    text::visible_line(&path.to_string_lossy()).into_owned()
}
