//! Commands for whoever writes checklists: list, show, make, edit and compare them.

mod cases;
mod diff;
mod edit;
mod form;
mod list;
mod new;
mod page;
mod show;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::Msg;
use crate::checklist::{self, Definition, DefinitionFile, Layer, Library, Name, RouteDefinition};
use crate::cli::arguments::ChecklistCommand;
use crate::cli::console::out::{printed, printed_exactly};
use crate::cli::session::Session;
use crate::cli::trouble::{Trouble, reason_at, shown};
use crate::export::{DocumentFormat, WIDTH, case_guide};
use crate::shell::Outside;
use crate::shell::outside::definitions;
use crate::shell::outside::own::{OwnFolder, Refused};
use crate::store::entries::entries;
use crate::words::Language;

/// Everything that these commands know of the outside.
struct Desk {
    language: Language,
    /// The user's own folder; absent where the system has no place for a notebook.
    own: Option<OwnFolder>,
    /// The folder given on the command line.
    given: Option<PathBuf>,
}

/// What somebody named.
#[derive(Debug, Clone)]
enum Found {
    Checklist(Arc<Definition>),
    Route(Arc<RouteDefinition>),
}

impl Session {
    pub(in crate::cli) fn checklist(&self, command: &ChecklistCommand) -> Result<u8, Trouble> {
        let notebook = self.place();
        let settled = notebook.as_ref().filter(|folder| folder.is_dir());
        let outside = Outside::new(settled.cloned(), None, self.preferences.clone());
        // A language that was chosen in the program holds here too; a notebook is not made for that.
        let language = match settled.and_then(|_| outside.read_settings()) {
            Some(Msg::SettingsRead(read)) => read.settings.language,
            _ => self.language(),
        };
        let own = notebook.as_deref().map(OwnFolder::of);
        let desk = Desk { language, own, given: self.arguments.checklists.clone() };
        match command {
            ChecklistCommand::List => printed(&desk.list()?, language),
            ChecklistCommand::Show(id, is_toml) => {
                let print = if *is_toml { printed_exactly } else { printed };
                print(&desk.show(id, *is_toml)?, language)
            }
            ChecklistCommand::New(id, from) => {
                crate::cli::console::out::done(&desk.new_checklist(id, from.as_deref())?, true, language)
            }
            ChecklistCommand::Cases => printed(&desk.cases()?, language),
            ChecklistCommand::ShowCase(id, is_trainer, format) => {
                let print = if *format == DocumentFormat::Text { printed } else { printed_exactly };
                print(&desk.case_paper(id, *is_trainer, *format)?, language)
            }
            ChecklistCommand::CaseGuide(format) => {
                let print = if *format == DocumentFormat::Text { printed } else { printed_exactly };
                print(&case_guide(language, WIDTH).written(*format), language)
            }
            ChecklistCommand::NewCase(id) => {
                crate::cli::console::out::done(&desk.new_case(id)?, true, language)
            }
            ChecklistCommand::Edit(id) => desk.edit(id),
            ChecklistCommand::Export(id) => printed_exactly(&desk.exported(id)?, language),
            ChecklistCommand::Import(file, id) => {
                crate::cli::console::out::done(&desk.imported(file, id.as_deref())?, true, language)
            }
            ChecklistCommand::Diff(id) => printed(&desk.diff(id)?, language),
        }
    }
}

impl Desk {
    /// The user's own folder.
    fn own(&self) -> Result<&OwnFolder, Trouble> {
        self.own.as_ref().ok_or_else(|| Trouble::new(self.language.no_notebook_place()))
    }

    /// The files of every layer.
    fn files(&self) -> Result<Vec<DefinitionFile>, Trouble> {
        let mut files = checklist::shipped();
        if let Some(own) = self.own.as_ref().map(OwnFolder::folder) {
            // Where there is none, a folder beside it may have been meant.
            if own.try_exists().unwrap_or(true) {
                self.reachable(own)?;
            }
            files.extend(definitions::files(Layer::User, own).into_iter().map(|found| found.file));
        }
        if let Some(given) = &self.given {
            self.reachable(given)?;
            files.extend(definitions::files(Layer::Given, given).into_iter().map(|found| found.file));
        }
        Ok(files)
    }

    /// A folder that cannot be read is not an empty one.
    fn reachable(&self, folder: &Path) -> Result<(), Trouble> {
        entries(folder, 1).map(drop).map_err(|error| self.unreadable(&(folder.to_owned(), error)))
    }

    fn library(&self) -> Result<Library, Trouble> {
        Ok(Library::new(self.files()?))
    }

    /// What is in force under a name: a checklist, or else a route; `routes/` before it asks for the route.
    fn find(&self, library: &Library, typed: &str) -> Result<Found, Trouble> {
        let (id, only_route) = named(typed);
        let name = Name::new(id);
        let checklist = library.checklist(&name).filter(|_| !only_route).cloned();
        let found = checklist.map(Found::Checklist);
        found
            .or_else(|| library.route(&name).cloned().map(Found::Route))
            .ok_or_else(|| self.unknown(library, typed))
    }

    fn unknown(&self, library: &Library, typed: &str) -> Trouble {
        let (id, only_route) = named(typed);
        let file = if only_route { format!("routes/{id}.toml") } else { format!("{id}.toml") };
        let refused =
            library.problems().iter().find(|problems| problems.is_refused() && problems.file == file);
        if let Some(problems) = refused {
            let path = self.path(problems.layer, &problems.file);
            return Trouble::new(self.language.checklist_refused(&path, id));
        }
        Trouble::new(self.language.checklist_unknown(&clean(typed), library.nearest(id)))
    }

    /// A file of a layer as it may be shown.
    fn path(&self, layer: Layer, file: &str) -> String {
        let folder = match layer {
            Layer::Shipped => None,
            Layer::User => self.own.as_ref().map(OwnFolder::folder),
            Layer::Given => self.given.as_deref(),
        };
        folder.map_or_else(|| file.to_owned(), |folder| shown(&folder.join(file)))
    }

    fn layer(&self, layer: Layer) -> &'static str {
        match layer {
            Layer::Shipped => self.language.list_shipped(),
            Layer::User => self.language.list_own(),
            Layer::Given => self.language.list_given(),
        }
    }

    fn unreadable(&self, (path, error): &Refused) -> Trouble {
        Trouble::new(self.language.cli_unreadable(&shown(path), &reason_at(path, error, self.language)))
    }

    fn not_made(&self, (path, error): &Refused) -> Trouble {
        Trouble::new(self.language.cli_not_made(&shown(path), &reason_at(path, error, self.language)))
    }
}

/// The name that was meant, and whether it is that of a route: people also type the name of the file.
fn named(typed: &str) -> (&str, bool) {
    let typed = typed.trim();
    let typed = typed.strip_suffix(".toml").unwrap_or(typed);
    match typed.strip_prefix("routes/") {
        Some(id) => (id, true),
        None => (typed, false),
    }
}

/// What somebody typed, as part of a sentence.
fn clean(typed: &str) -> String {
    crate::text::truncate(&crate::text::visible_line(typed), 60, "...").into_owned()
}

/// A shipped checklist, whatever is in force under its name.
fn shipped(id: &str) -> Option<Arc<Definition>> {
    Library::new(checklist::shipped()).checklist(&Name::new(id)).cloned()
}
