//! One run of the program: what was asked for, and how the notebook is reached.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::arguments::Arguments;
use super::console::{out, passphrase};
use super::trouble::{PANICKED, Trouble, WRONG_USAGE, reason_at, shown};
use crate::app::{Msg, Settings};
use crate::shell::{self, Outside, Preferences, RecordError, Recorder, Watch, settings_file};
use crate::store::{self, Deed, Fault, Notebook, RealFiles};
use crate::words::Language;

/// One run of the program.
pub(super) struct Session {
    pub arguments: Arguments,
    /// Whether the program goes on line by line because the terminal can do nothing else.
    pub simple: bool,
    pub preferences: Preferences,
    pub watch: Watch,
    /// Whether a signal ends the program by itself; not while the screen is there, which ends with everything saved.
    pub dies: Arc<AtomicBool>,
}

impl Session {
    pub(super) fn panicked(&self, place: &str, saved: bool) -> Trouble {
        Trouble { message: self.language().cli_panicked(place, saved), code: PANICKED }
    }

    pub(super) fn language(&self) -> Language {
        self.preferences.current().language
    }

    /// The notebook; `None` where the system has no place for it.
    pub(super) fn notebook(&self) -> Option<store::Place> {
        let named = std::env::var_os(store::folder::VARIABLE);
        store::place(self.arguments.data.as_deref(), named)
    }

    /// The folder of the notebook, whether or not it is there.
    pub(super) fn folder(&self) -> Result<PathBuf, Trouble> {
        self.place().ok_or_else(|| Trouble::new(self.language().no_notebook_place()))
    }

    /// The language that is set in the notebook, without making one; else the one to begin with.
    pub(super) fn saved_language(&self) -> Language {
        let mut preferences = self.preferences.clone();
        let stored =
            self.place().map(|folder| Notebook::existing(&folder, Arc::new(RealFiles)).read_settings());
        if let Some(Ok(Some(text))) = stored {
            preferences.take(settings_file::read(&text).0);
        }
        preferences.current().language
    }

    /// Writes down that something was done with the notebook as a whole; false when that could not be written.
    pub(super) fn note_whole(&self, deed: Deed, done: bool, codec: Option<Arc<dyn store::Codec>>) -> bool {
        // A folder that is no notebook does not become one by this.
        if !done {
            return true;
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
            return match noted {
                Err(error) if deed == Deed::Exported => {
                    out::complain(&language.log_not_noted(&error.message(language)));
                    false
                }
                _ => true,
            };
        }
        let outside = self.outside(self.place());
        let outside = match codec {
            Some(codec) => outside.with_codec(codec),
            None => outside,
        };
        out::is_noted(outside.note(deed, None, Vec::new()).as_ref(), language)
    }

    pub(super) fn place(&self) -> Option<PathBuf> {
        self.notebook().map(|place| place.folder)
    }

    /// What opens the files of the notebook; asks for the passphrase where it is sealed.
    pub(super) fn codec(&self, folder: Option<&Path>) -> Result<Arc<dyn store::Codec>, Trouble> {
        match folder {
            Some(folder) => passphrase::unlock(folder, &self.asking(), self.saved_language()),
            None => Ok(Arc::new(store::Plain)),
        }
    }

    /// How secrets are asked for.
    pub(super) fn asking(&self) -> passphrase::Asking {
        passphrase::Asking { descriptor: self.arguments.passphrase, dies: self.dies.clone() }
    }

    /// How much work trying a passphrase is to be; `None` for what fits this computer.
    pub(super) fn cost(&self) -> Option<store::Cost> {
        #[cfg(debug_assertions)]
        if self.arguments.weak_key {
            return Some(store::Cost::slight());
        }
        None
    }

    pub(super) fn outside(&self, folder: Option<PathBuf>) -> Outside {
        Outside::new(folder, self.arguments.checklists.clone(), self.preferences.clone())
            .with_memory(store::folder::memory())
    }

    /// The notebook to read from, and the settings that are saved in it.
    pub(super) fn reading(&self) -> Result<(Outside, Settings), Trouble> {
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
            Some(Msg::SettingsRead(read)) => read.settings,
            _ => self.preferences.current(),
        };
        Ok((outside, settings))
    }

    pub(super) fn recorder(&self) -> Result<Option<Recorder>, Trouble> {
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
}
