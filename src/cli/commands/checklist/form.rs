//! Checklists as FHIR Questionnaires, and back.

use std::path::Path;

use super::{Desk, Found, Trouble, clean, shipped, shown};
use crate::checklist::{self, Diagnostic, print, refused_name};
use crate::cli::commands::known::json;
use crate::cli::console::out;
use crate::cli::trouble::reason_at;
use crate::exchange::questionnaire::{self, LARGEST, Loss, Refused};
use crate::shell::outside::own;
use crate::text;

/// The columns of what is told of a definition.
const WIDTH: usize = 100;

impl Desk {
    /// A checklist as a Questionnaire; what other programs will not see is told beside it.
    pub(in crate::cli) fn exported(&self, id: &str) -> Result<String, Trouble> {
        let library = self.library()?;
        let Found::Checklist(definition) = self.find(&library, id)? else {
            return Err(self.unknown(&library, id));
        };
        let checklist = &definition.checklist;
        self.tell(&questionnaire::losses(checklist));
        Ok(json(&questionnaire::written(checklist)))
    }

    /// Makes an own checklist of a Questionnaire; what was lost is told beside it.
    pub(in crate::cli) fn imported(&self, file: &Path, id: Option<&str>) -> Result<String, Trouble> {
        let language = self.language;
        let bytes = self.bytes(file)?;
        let source = String::from_utf8_lossy(&bytes);
        let imported =
            questionnaire::read(&source, id).map_err(|why| Trouble::new(self.refused(file, &why)))?;
        let checklist = &imported.checklist;
        let id = checklist.id.as_str();
        if let Some(problem) = refused_name(id) {
            let refused = Diagnostic::new(problem, 0..0);
            return Err(Trouble::new(format!(
                "{}: {}.",
                refused.message(language),
                refused.expected(language)
            )));
        }
        if shipped(id).is_some() {
            return Err(Trouble::new(language.form_name_taken(id)));
        }
        let path = self.own()?.definition(&format!("{id}.toml"));
        if std::fs::symlink_metadata(&path).is_ok() {
            return Err(Trouble::new(language.new_exists(&shown(&path), id)));
        }
        own::put(&path, print(checklist).as_bytes()).map_err(|why| self.not_made(&why))?;
        self.tell(&imported.losses);
        Ok(language.form_imported(&shown(&path), id, checklist.items().count()))
    }

    fn tell(&self, losses: &[Loss]) {
        if losses.is_empty() {
            return;
        }
        out::complain(self.language.form_losses());
        losses.iter().for_each(|loss| out::complain(&format!("  {}", loss.told(self.language))));
    }

    /// The bytes of a file that somebody named, which is read no further than is taken.
    fn bytes(&self, file: &Path) -> Result<Vec<u8>, Trouble> {
        let fault = |error: std::io::Error| {
            let why = reason_at(file, &error, self.language);
            Trouble::new(self.language.cli_unreadable(&shown(file), &why))
        };
        let known = std::fs::metadata(file).map_err(fault)?;
        if !known.is_file() {
            return Err(Trouble::new(self.language.cli_no_ordinary_file(&shown(file))));
        }
        if known.len() > LARGEST as u64 {
            return Err(Trouble::new(self.language.form_too_large()));
        }
        std::fs::read(file).map_err(fault)
    }

    fn refused(&self, file: &Path, why: &Refused) -> String {
        let language = self.language;
        match why {
            Refused::TooLarge => language.form_too_large().to_owned(),
            Refused::NoJson(line, column) => language.form_no_json(&shown(file), *line, *column),
            Refused::NoQuestionnaire(kind) => language.form_no_questionnaire(&shown(file), kind),
            Refused::TooManyItems(most) => language.form_too_many(*most, false),
            Refused::TooManyGroups(most) => language.form_too_many(*most, true),
            Refused::TooDeep(most, place) => language.form_too_deep(*most, &clean(place)),
            Refused::Empty => language.form_empty().to_owned(),
            Refused::Wrong(outcome, source) => {
                let found = &outcome.diagnostics;
                let path = text::visible_line(&shown(file)).into_owned();
                let told = checklist::render(found, source, &path, language, WIDTH, false);
                language.form_wrong(&told)
            }
        }
    }
}
