//! The settings on the disk: read, changed where somebody chose, and edited by hand.

use super::preferences::Unsaved;
use super::{Outside, both, editor, open, settings_file};
use crate::app::Msg;
use crate::app::message::{SettingsFile, SettingsRead};
use crate::checklist::Localized;
use crate::exchange::Profiles;
use crate::store::SaveError;

impl Outside {
    /// The settings as they hold now: what was saved, under what this start was told; `None` when nothing was saved.
    pub fn read_settings(&self) -> Option<Msg> {
        let (stored, faults) = match self.notebook().ok()?.read_settings() {
            Ok(text) => settings_file::read(&text?),
            Err(problem) => {
                let file = SettingsFile {
                    faults: vec![both(|language| problem.message(language))],
                    ..SettingsFile::default()
                };
                let settings = open(&self.preferences).current();
                return Some(Msg::SettingsRead(Box::new(SettingsRead { settings, file })));
            }
        };
        let clean = |text: &String| crate::text::visible_line(text).into_owned();
        let file = SettingsFile {
            paper_folder: stored.paper_folder.as_ref().map(clean),
            fhir_base: stored.fhir_base.as_ref().map(clean),
            colours: stored
                .colours
                .iter()
                .flatten()
                .map(|(code, means)| (clean(code), clean(means)))
                .collect(),
            faults: faults.iter().map(|fault| both(|language| fault.message(language))).collect(),
        };
        let mut preferences = open(&self.preferences);
        preferences.take(stored);
        Some(Msg::SettingsRead(Box::new(SettingsRead { settings: preferences.current(), file })))
    }

    /// Saves what the user chose, with what could not be saved before; tells when it could not, and when it can again.
    pub(super) fn save_settings(&self, chosen: crate::app::Settings) -> Option<Msg> {
        let changes = open(&self.preferences).choose(chosen);
        let mut unsaved = open(&self.unsaved);
        let failed = unsaved.take();
        let failed_before = failed.is_some();
        let (mut waiting, before) = failed.map(|failed| (failed.waiting, failed.seen)).unwrap_or_default();
        let mut seen = None;
        let save = |notebook: std::sync::Arc<crate::store::Notebook>| {
            let edit = |text: Option<&str>| {
                let now = Some(text.map(str::to_owned));
                // Somebody put the file right meanwhile: what it says now was meant later than what waited.
                if before.is_some() && before != now {
                    waiting.clear();
                }
                seen = now;
                // Of one key what was chosen last counts.
                waiting.retain(|(key, _)| changes.iter().all(|(changed, _)| changed != key));
                waiting.extend(changes.iter().cloned());
                settings_file::changed(text, &waiting, chosen.language)
            };
            notebook.change_settings(edit).map_err(|error| {
                let unread = matches!(error, SaveError::SettingsDamaged { .. }).then_some(None);
                (both(|language| error.message(language)), unread)
            })
        };
        match self.notebook().map_err(|why| (why, None)).and_then(save) {
            Ok(()) => failed_before.then_some(Msg::SettingsSaved(None)),
            Err((why, unread)) => {
                if seen.is_none() {
                    waiting.extend(changes);
                }
                *unsaved = Some(Unsaved { waiting, why: why.clone(), seen: seen.or(unread).or(before) });
                Some(Msg::SettingsSaved(Some(Box::new(why))))
            }
        }
    }

    /// Why settings that somebody chose are not saved.
    pub fn settings_unsaved(&self) -> Option<Localized> {
        open(&self.unsaved).as_ref().map(|unsaved| unsaved.why.clone())
    }

    /// Has the user edit the file with settings; one that is not there begins with every key explained.
    pub(super) fn edit_settings(&self) -> Msg {
        let language = open(&self.preferences).current().language;
        let fault = match self.notebook() {
            Err(why) => Some(why),
            Ok(notebook) => {
                // A file that cannot be changed here can be edited all the same.
                let _ = notebook.change_settings(|text| settings_file::changed(text, &[], language));
                let edited = editor::open(&notebook.settings_path(), None);
                edited.err().map(|fault| both(|language| fault.message(language)))
            }
        };
        Msg::EditorClosed(fault.map(Box::new))
    }

    /// Profiles that begin where the settings say, unless the command line said something else.
    pub fn profiles(&self, told: &Profiles) -> Profiles {
        let set = open(&self.preferences).stored().fhir_base.clone();
        match set.filter(|_| told.base == Profiles::default().base) {
            Some(base) => Profiles { base, ..told.clone() },
            None => told.clone(),
        }
    }
}
