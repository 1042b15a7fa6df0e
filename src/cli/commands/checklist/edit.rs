//! Editing a checklist on a draft, which only comes into force when it is in order.

use std::path::PathBuf;

use super::{Desk, Found, Trouble, named, shipped, shown};
use crate::checklist::{
    self, DefinitionFile, Diagnostic, Layer, Library, Name, Origin, Parsed, Severity, Strictness, draft,
    parse, parse_bytes, refused_name,
};
use crate::cli::console::ask::yes;
use crate::cli::console::out;
use crate::cli::trouble::WENT_WRONG;
use crate::shell::outside::editor;
use crate::shell::outside::own::{self, OwnFolder};

/// How wide lines of a report get: they are read in the terminal of the editor.
const WIDTH: usize = 78;

/// One checklist or route that is being edited.
struct Work<'d> {
    desk: &'d Desk,
    folder: &'d OwnFolder,
    /// Its name, as in messages and commands.
    id: String,
    /// Its file within the folder.
    name: String,
    /// What the file held when the draft began; absent while there was none.
    before: Option<Vec<u8>>,
    /// What the draft begins with.
    start: Vec<u8>,
}

/// What is wrong with a draft.
struct Judged {
    source: String,
    found: Vec<Diagnostic>,
    untold: usize,
}

impl Judged {
    fn errors(&self) -> usize {
        self.found.iter().filter(|one| one.severity == Severity::Error).count()
    }

    /// The line of the first problem that has to be solved, from 1.
    fn line(&self) -> Option<usize> {
        let first = self.found.iter().find(|one| one.severity == Severity::Error)?;
        Some(first.position(&self.source).line)
    }
}

impl Desk {
    /// Edits until the draft is in order or somebody has had enough; gives the exit code.
    pub(in crate::cli) fn edit(&self, typed: &str) -> Result<u8, Trouble> {
        let mut work = self.work(typed)?;
        work.prepare()?;
        work.go_on()
    }

    /// What would be edited, and what its draft begins with.
    fn work(&self, typed: &str) -> Result<Work<'_>, Trouble> {
        let library = self.library()?;
        let folder = self.own()?;
        let (id, only_route) = named(typed);
        if refused_name(id).is_some() {
            return Err(self.unknown(&library, typed));
        }
        let of = |name: String, before: Option<Vec<u8>>, start: Vec<u8>| Work {
            desk: self,
            folder,
            id: if name.starts_with("routes/") { format!("routes/{id}") } else { id.to_owned() },
            name,
            before,
            start,
        };
        // What is there is edited, also when it is too broken to be in force.
        let own_names = [format!("{id}.toml"), format!("routes/{id}.toml")];
        let found = self.find(&library, typed);
        let is_checklist = matches!(found, Ok(Found::Checklist(_)));
        for name in own_names.into_iter().skip(usize::from(only_route)) {
            let is_route = name.starts_with("routes/");
            if is_route && is_checklist {
                continue;
            }
            let path = folder.definition(&name);
            if let Some(bytes) = own::read(&path).map_err(|why| self.unreadable(&why))? {
                return Ok(of(name, Some(bytes.clone()), bytes));
            }
        }
        let (layer, file) = match found? {
            Found::Checklist(one) if one.layer == Layer::Shipped => {
                let text = draft::copy(&one.source, id);
                return Ok(of(one.file.clone(), None, text.into_bytes()));
            }
            Found::Route(one) if one.layer == Layer::Shipped => {
                return Ok(of(one.file.clone(), None, one.source.as_bytes().to_vec()));
            }
            Found::Checklist(one) => (one.layer, one.file.clone()),
            Found::Route(one) => (one.layer, one.file.clone()),
        };
        Err(Trouble::new(self.language.edit_given(id, &self.path(layer, &file))))
    }
}

impl Work<'_> {
    /// Puts a draft in its place, or finds the one of earlier.
    fn prepare(&mut self) -> Result<(), Trouble> {
        let language = self.desk.language;
        let path = self.folder.draft(&self.name);
        if let Some(earlier) = self.draft()?.filter(|earlier| *earlier != self.start) {
            if yes(&language.edit_resume(&shown(&path)), language) {
                let begin = self.folder.begin(&self.name);
                self.before = own::read(&begin).map_err(|why| self.desk.unreadable(&why))?;
                return Ok(());
            }
            let aside = own::put_beside(&path, &earlier).map_err(|why| self.desk.not_made(&why))?;
            out::say(&format!("{}\n", language.edit_put_aside(&shown(&aside))), language)?;
        }
        let made = |result: Result<(), own::Refused>| result.map_err(|why| self.desk.not_made(&why));
        match &self.before {
            Some(before) => made(own::put(&self.folder.begin(&self.name), before))?,
            None => own::remove(&self.folder.begin(&self.name)),
        }
        if self.before.is_none() {
            self.keep_basis(&self.start)?;
        }
        made(own::put(&path, &self.start))
    }

    /// Opens the editor, judges, and asks, until something is decided.
    fn go_on(&self) -> Result<u8, Trouble> {
        let language = self.desk.language;
        let path = self.folder.draft(&self.name);
        let mut line = None;
        loop {
            let ended = editor::open(&path, line);
            let Some(draft) = self.draft()? else {
                own::remove(&self.folder.begin(&self.name));
                out::say(&format!("{}\n", language.edit_gone()), language)?;
                return Ok(0);
            };
            let is_unchanged = draft == self.start;
            if let Err(fault) = ended {
                let after = if is_unchanged { self.discard() } else { self.kept() };
                return Err(Trouble::new(format!("{}\n{after}", fault.message(language))));
            }
            let judged = self.judge(&draft)?;
            if judged.errors() == 0 {
                if is_unchanged {
                    out::say(&format!("{}\n", self.discard()), language)?;
                    return Ok(0);
                }
                return self.use_draft(&draft, &judged);
            }
            out::say(
                &format!("{}\n{}\n", self.report(&judged), language.edit_wrong(judged.errors())),
                language,
            )?;
            if !yes(language.edit_again(), language) {
                let after = if is_unchanged { self.discard() } else { self.kept() };
                return Err(Trouble::new(after));
            }
            line = judged.line();
        }
    }

    fn draft(&self) -> Result<Option<Vec<u8>>, Trouble> {
        own::read(&self.folder.draft(&self.name)).map_err(|why| self.desk.unreadable(&why))
    }

    /// Takes a draft away in which nothing was changed, and says so.
    fn discard(&self) -> String {
        own::remove(&self.folder.draft(&self.name));
        own::remove(&self.folder.begin(&self.name));
        self.desk.language.edit_unchanged().to_owned()
    }

    fn kept(&self) -> String {
        self.desk.language.edit_kept(&shown(&self.folder.draft(&self.name)), &self.id)
    }

    /// Judges a draft as if it were in force, beside all others.
    fn judge(&self, draft: &[u8]) -> Result<Judged, Trouble> {
        let origin = Origin { file: Some(&self.name), strictness: Strictness::Own };
        let Ok(source) = std::str::from_utf8(draft) else {
            let outcome = parse_bytes(draft, &origin);
            let source = String::from_utf8_lossy(draft).into_owned();
            return Ok(Judged { source, found: outcome.diagnostics, untold: outcome.untold });
        };
        let mut files = self.desk.files()?;
        files.retain(|file| file.layer != Layer::User || file.file != self.name);
        let file = self.name.clone();
        files.push(DefinitionFile::new(Layer::User, file, source));
        let library = Library::new(files);
        let problems =
            library.problems().iter().find(|one| one.layer == Layer::User && one.file == self.name);
        let (found, untold) = problems.map(|one| (one.diagnostics.clone(), one.untold)).unwrap_or_default();
        Ok(Judged { source: source.to_owned(), found, untold })
    }

    fn report(&self, judged: &Judged) -> String {
        let language = self.desk.language;
        let mut report = checklist::render(&judged.found, &judged.source, &self.name, language, WIDTH, false);
        if judged.untold > 0 {
            report.push_str(&format!("\n{}\n", language.more_faults(judged.untold)));
        }
        report
    }

    /// Brings a draft into force, unless somebody else's work stands in the way.
    fn use_draft(&self, draft: &[u8], judged: &Judged) -> Result<u8, Trouble> {
        let language = self.desk.language;
        if !judged.found.is_empty() {
            out::say(&format!("{}\n", self.report(judged)), language)?;
        }
        let path = self.folder.definition(&self.name);
        let now = own::read(&path).map_err(|why| self.desk.unreadable(&why))?;
        if now != self.before && now.as_deref() != Some(draft) {
            if !yes(&language.edit_changed_outside(&shown(&path)), language) {
                out::complain(&self.kept());
                return Ok(WENT_WRONG);
            }
            if let Some(now) = &now {
                let aside = own::put_beside(&self.folder.draft(&self.name), now);
                let aside = aside.map_err(|why| self.failed(&why))?;
                out::say(&format!("{}\n", language.edit_other_kept(&shown(&aside))), language)?;
            }
        }
        own::put(&path, draft).map_err(|why| self.failed(&why))?;
        self.keep_basis(draft)?;
        self.discard();
        let mut said = format!("{}\n", language.edit_in_force(&self.id, &shown(&path)));
        if let Some(given) = self.overruled() {
            said.push_str(&format!("{}\n", language.edit_hidden_by_given(&shown(&given))));
        }
        super::printed(&said, language)
    }

    fn failed(&self, why: &own::Refused) -> Trouble {
        let failed = self.desk.not_made(why).message;
        Trouble::new(format!("{failed}\n{}", self.kept()))
    }

    /// Keeps the shipped text that a definition says it was made from, so that later versions can be compared with it.
    ///
    /// Only the text of now is at hand: one of an earlier version is left as it was kept then.
    fn keep_basis(&self, text: &[u8]) -> Result<(), Trouble> {
        let text = String::from_utf8_lossy(text);
        let Some(Parsed::Checklist(own)) = parse(&text, &Origin::default()).parsed else { return Ok(()) };
        let Some(based_on) = own.based_on else { return Ok(()) };
        let origin = shipped(based_on.id.as_str()).filter(|one| one.checklist.version == based_on.version);
        let Some(origin) = origin else { return Ok(()) };
        own::put(&self.folder.basis(&self.name), origin.source.as_bytes()).map_err(|why| self.failed(&why))
    }

    /// The given folder, where that has a definition of the same name.
    fn overruled(&self) -> Option<PathBuf> {
        let library = self.desk.library().ok()?;
        let (id, is_route) = named(&self.id);
        let id = Name::new(id);
        let layer = if is_route {
            library.route(&id).map(|one| one.layer)
        } else {
            library.checklist(&id).map(|one| one.layer)
        };
        self.desk.given.clone().filter(|_| layer == Some(Layer::Given))
    }
}
