//! The program itself: on the screen or line by line, from its start to its end, with every time that it is locked.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{export, first_use};
use crate::app::{Protected, Settings};
use crate::cli::arguments::Command;
use crate::cli::console::{out, passphrase};
use crate::cli::session::Session;
use crate::cli::trouble::{Trouble, reason, shown};
use crate::shell::first_use::Ready;
use crate::shell::lock::{self, AfterLeaving, Awaited, Envelope, Gate, Unlocked};
use crate::shell::plain::lines::{Piped, Typed};
use crate::shell::terminal::Terminal;
use crate::shell::{self, End, Inbox, Recorder, Start};
use crate::store::{self, Codec, Fault, RealFiles};

/// What a locked program leaves.
type Locked = (Box<Envelope>, Option<(Inbox, Terminal)>);

/// What the program before this one left, the folder of its notebook, and what listens already.
type Before<'f> = (Envelope, &'f Path, Option<Inbox>);

/// How a program begins.
struct From {
    codec: Arc<dyn Codec>,
    unlocked: Option<Box<Unlocked>>,
    first: Option<((Inbox, Terminal), String)>,
    recorder: Option<Recorder>,
    settings: Settings,
}

impl Session {
    /// The program itself; where a notebook is used for the first time, `ask` says whether to ask what it is for.
    pub(in crate::cli) fn program(&self, folder: Option<&Path>, ask: bool) -> Result<u8, Trouble> {
        let language = self.language();
        // Who mistypes the name of a folder is told so, and does not hold a meeting without its checklists.
        if let Some(given) = self.arguments.checklists.as_ref().filter(|given| !given.is_dir()) {
            let reason = Fault::NotFound.reason(language);
            return Err(Trouble::new(language.cli_unreadable(&shown(given), &reason)));
        }
        if !self.arguments.plain && !std::io::stdout().is_terminal() {
            return Err(Trouble::new(language.cli_no_terminal()));
        }
        if self.arguments.plain {
            out::is_open(language)?;
        }
        // Who unlocks it knows by now.
        if self.simple && self.arguments.locked.is_none() {
            let term = std::env::var_os("TERM").unwrap_or_default();
            let term = crate::text::visible_line(&term.to_string_lossy()).into_owned();
            out::complain(&language.cli_simple_terminal(&term));
        }
        let settings = self.preferences.current();
        let mut from = match self.envelope(folder)? {
            Some((envelope, folder, inbox)) => {
                match self.locked(folder, envelope, inbox.map(|inbox| (inbox, None)))? {
                    Ok(from) => from,
                    Err(code) => return Ok(code),
                }
            }
            None => {
                let is_new =
                    |folder: &&Path| ask && self.arguments.passphrase.is_none() && first_use::is_due(folder);
                let (cost, saved) = (self.cost(), self.saved_language());
                let (codec, first) = match folder.filter(is_new) {
                    // A recording is agreed to in lines, before anything is on the screen.
                    Some(folder) if self.arguments.plain || self.arguments.record.is_some() => {
                        (first_use::ask(folder, &self.asking(), cost, saved)?, None)
                    }
                    Some(folder) => {
                        self.dies.store(false, Ordering::Relaxed);
                        let Ready { on, codec, told } = first_use::on_screen(folder, cost, settings, saved)?;
                        (codec, Some((on, told)))
                    }
                    None => (self.codec(folder)?, None),
                };
                if self.arguments.record.is_some() {
                    let leaving = export::Leaving::Recording;
                    export::agree(folder, leaving, false, self.saved_language())?;
                }
                From { codec, unlocked: None, first, recorder: self.recorder()?, settings }
            }
        };
        loop {
            let (envelope, on) = match self.once(folder, from)? {
                Ok(locked) => locked,
                Err(code) => return Ok(code),
            };
            let Some(folder) = folder else { return Ok(0) };
            // Comes back only where a process cannot become another.
            let _ = lock::succeed(&envelope);
            let on = on.map(|(inbox, terminal)| (inbox, Some(terminal)));
            from = match self.locked(folder, *envelope, on)? {
                Ok(from) => from,
                Err(code) => return Ok(code),
            };
        }
    }

    /// What the program before this one in the same process left, where there was one.
    fn envelope<'f>(&self, folder: Option<&'f Path>) -> Result<Option<Before<'f>>, Trouble> {
        let Some((descriptor, folder)) = self.arguments.locked.zip(folder) else { return Ok(None) };
        let language = self.language();
        if !Envelope::is_handed(descriptor) {
            let error = std::io::ErrorKind::InvalidInput.into();
            return Err(Trouble::new(language.locked_nothing_handed(&reason(&error, language))));
        }
        // First of all, so that no wish of the system to end the program takes the work along. Line by line nobody listens.
        let inbox = if self.arguments.plain { Ok(None) } else { Inbox::open().map(Some) };
        let taken = inbox.and_then(|inbox| Envelope::take(descriptor).map(|envelope| (envelope, inbox)));
        let (envelope, inbox) =
            taken.map_err(|error| Trouble::new(language.locked_nothing_handed(&reason(&error, language))))?;
        Ok(Some((envelope, folder, inbox)))
    }

    /// Runs the program until it ends or is locked.
    fn once(&self, folder: Option<&Path>, from: From) -> Result<Result<Locked, u8>, Trouble> {
        let language = self.language();
        let protected = folder.and_then(|folder| store::protection(&RealFiles, folder).ok());
        let protected = match protected {
            Some(store::Protection::Sealed { .. }) => Protected::Sealed,
            Some(store::Protection::Disk(_)) => Protected::Disk,
            Some(store::Protection::None) | None => match folder {
                Some(_) if self.arguments.command == Command::Demo => Protected::Fleeting,
                Some(folder) if super::notebook::is_fictional(folder) => Protected::Fictional,
                _ => Protected::No,
            },
        };
        let outside = Arc::new(self.outside(folder.map(Path::to_owned)).with_codec(from.codec));
        let settings = outside.clone();
        let recording = from.recorder.as_ref().map(Recorder::broken);
        let start = Start {
            settings: from.settings,
            folder: folder.map(shown).unwrap_or_default(),
            protected,
            outside,
            recorder: from.recorder,
            unlocked: from.unlocked,
            first: from.first,
            #[cfg(debug_assertions)]
            faulty: self.arguments.faulty,
        };
        let ended = if self.arguments.plain {
            let output = std::io::stdout().lock();
            match std::io::stdin().is_terminal() {
                true => shell::plain(start, Typed::new(self.dies.clone()), output),
                false => shell::plain(start, Piped(std::io::stdin().lock()), output),
            }
        } else {
            self.dies.store(false, Ordering::Relaxed);
            shell::run(start, &self.watch)
        };
        if recording.is_some_and(|broken| broken.load(Ordering::Relaxed)) {
            out::complain(language.cli_recording_not_whole());
        }
        if let Some(why) = settings.settings_unsaved() {
            out::complain(&language.settings_not_saved(why.get(language)));
        }
        match ended {
            Ok(End::Saved) => Ok(Err(0)),
            Ok(End::NotSaved) => Err(Trouble::new(language.cli_not_saved())),
            Ok(End::Panicked { place, saved }) => Err(self.panicked(&place, saved)),
            Ok(End::Left(left)) => self.left(left).map(Err),
            Ok(End::Locked(envelope, on)) => Ok(Ok((envelope, on))),
            Err(error) if self.arguments.plain => {
                Err(Trouble::new(language.cli_not_written(&reason(&error, language))))
            }
            Err(error) => Err(Trouble::new(language.cli_terminal_refused(&reason(&error, language)))),
        }
    }

    /// Says what became of the work when somebody left a locked program; gives the exit code.
    fn left(&self, left: AfterLeaving) -> Result<u8, Trouble> {
        let language = self.language();
        match left {
            AfterLeaving::Saved => {}
            AfterLeaving::LeftBehind => out::complain(language.locked_left_behind()),
            AfterLeaving::Copied(folder) => out::complain(&language.locked_copied(&shown(&folder))),
            AfterLeaving::NotSaved => return Err(Trouble::new(language.cli_not_saved())),
        }
        Ok(0)
    }

    /// Waits for the passphrase; gives how to go on, or the exit code.
    fn locked(
        &self,
        folder: &Path,
        envelope: Envelope,
        on: Option<(Inbox, Option<Terminal>)>,
    ) -> Result<Result<From, u8>, Trouble> {
        let language = self.language();
        let settings = envelope.settings();
        let gate = Gate {
            folder,
            unlock: &|typed| passphrase::unlock_with(folder, typed),
            refused: &|| passphrase::note_refused(folder),
        };
        let awaited = if self.arguments.plain {
            let asking = passphrase::Asking { descriptor: None, ..self.asking() };
            let mut secrets = passphrase::Secrets::of(&asking, language)?;
            Ok(lock::await_line(envelope, &gate, || secrets.ask(language.ask_passphrase()), out::complain))
        } else {
            self.dies.store(false, Ordering::Relaxed);
            let on = on.map_or_else(|| Inbox::open().map(|inbox| (inbox, None)), Ok);
            on.and_then(|(inbox, terminal)| lock::await_unlock(envelope, &gate, inbox, terminal))
        };
        match awaited {
            Ok(Awaited::Unlocked(unlocked, codec)) => {
                Ok(Ok(From { codec, unlocked: Some(unlocked), first: None, recorder: None, settings }))
            }
            Ok(Awaited::Left(left)) => self.left(left).map(Err),
            Err(error) if self.arguments.plain => {
                Err(Trouble::new(language.cli_not_written(&reason(&error, language))))
            }
            Err(error) => Err(Trouble::new(language.cli_terminal_refused(&reason(&error, language)))),
        }
    }
}
