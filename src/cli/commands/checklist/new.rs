//! A new checklist of the user.

use super::{Desk, Trouble, clean, shipped, shown};
use crate::checklist::{self, Diagnostic, Library, draft, refused_name};
use crate::shell::outside::own;

impl Desk {
    /// Writes a new checklist, from the template or from a shipped one, and says how to go on.
    pub(in crate::cli) fn new_checklist(&self, id: &str, from: Option<&str>) -> Result<String, Trouble> {
        let language = self.language;
        self.may_be_named(id)?;
        let origin = match from {
            Some(from) => Some(shipped(from).ok_or_else(|| self.not_shipped(from))?),
            None => None,
        };
        if shipped(id).is_some() && from != Some(id) {
            return Err(Trouble::new(language.new_is_shipped(id)));
        }
        let folder = self.own()?;
        let name = format!("{id}.toml");
        let path = folder.definition(&name);
        // Whatever stands there, also a link that leads nowhere, is somebody's.
        if std::fs::symlink_metadata(&path).is_ok() {
            return Err(Trouble::new(language.new_exists(&shown(&path), id)));
        }
        let text = match &origin {
            Some(origin) => draft::copy(&origin.source, id),
            None => draft::template(id),
        };
        if let Some(origin) = &origin {
            own::put(&folder.basis(&name), origin.source.as_bytes()).map_err(|why| self.not_made(&why))?;
        }
        own::put(&path, text.as_bytes()).map_err(|why| self.not_made(&why))?;
        Ok(match origin {
            Some(origin) => {
                let known = &origin.checklist;
                language.new_made_from(&shown(&path), id, known.id.as_str(), &known.version)
            }
            None => language.new_made(&shown(&path), id),
        })
    }

    /// Writes a new case, from the template, and says how to go on.
    pub(in crate::cli) fn new_case(&self, id: &str) -> Result<String, Trouble> {
        let language = self.language;
        self.may_be_named(id)?;
        let library = Library::new(checklist::shipped());
        if library.cases().any(|one| one.case.id.as_str() == id) {
            return Err(Trouble::new(language.new_case_is_shipped(id)));
        }
        let path = self.own()?.definition(&format!("casussen/{id}.toml"));
        if std::fs::symlink_metadata(&path).is_ok() {
            return Err(Trouble::new(language.new_case_exists(&shown(&path))));
        }
        own::put(&path, draft::case_template(id).as_bytes()).map_err(|why| self.not_made(&why))?;
        Ok(language.new_case_made(&shown(&path), id))
    }

    fn may_be_named(&self, id: &str) -> Result<(), Trouble> {
        let Some(problem) = refused_name(id) else { return Ok(()) };
        let refused = Diagnostic::new(problem, 0..0);
        let (message, expected) = (refused.message(self.language), refused.expected(self.language));
        Err(Trouble::new(format!("{message}: {expected}.")))
    }

    fn not_shipped(&self, typed: &str) -> Trouble {
        let library = Library::new(checklist::shipped());
        let known: Vec<&str> = library.checklists().map(|one| one.checklist.id.as_str()).collect();
        Trouble::new(self.language.new_not_shipped(&clean(typed), &known.join(", ")))
    }
}
