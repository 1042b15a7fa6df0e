//! Who can open the notebook: the list of readers, adding one, removing one.

use std::path::Path;
use std::sync::Arc;

use crate::cli::arguments::Readers;
use crate::cli::console::passphrase::{self, Asking, Secrets, note_keys};
use crate::cli::console::{ask, out};
use crate::cli::trouble::{Trouble, shown};
use crate::shell::me;
use crate::store::{
    self, Cost, Files, HeldNotebook, KeyFiles, KeyProblem, Keys, Notebook, Protection, ReaderProblem,
    RealFiles, SealProblem, Sealing,
};
use crate::text;
use crate::words::Language;

/// Everything that is needed for it.
pub(in crate::cli) struct Reading<'f> {
    /// The folder of the notebook.
    pub(in crate::cli) folder: &'f Path,
    /// How passphrases are asked for.
    pub(in crate::cli) asking: Asking,
    /// How much work trying a passphrase is; tuned when it is needed.
    pub(in crate::cli) cost: Option<Cost>,
    /// The language of the user.
    pub(in crate::cli) language: Language,
}

impl Reading<'_> {
    /// Does it, and says what came of it; false when somebody did not agree.
    ///
    /// # Errors
    ///
    /// Why it was not done.
    pub(in crate::cli) fn run(self, what: &Readers) -> Result<(String, bool), Trouble> {
        let language = self.language;
        let under_way = match store::protection(&RealFiles, self.folder) {
            Err(problem) => return Err(Trouble::new(problem.message(language))),
            Ok(Protection::Sealed { under_way }) => under_way,
            Ok(_) => return Err(Trouble::new(language.protect_not_sealed())),
        };
        let mut secrets = Secrets::of(&self.asking, language)?;
        match what {
            Readers::List => {
                let keys = self.keys(&mut secrets)?;
                Ok((self.list(&keys), true))
            }
            // What is plain still opens for anybody; first that is to be over.
            Readers::Add(_) if under_way => Err(Trouble::new(language.readers_finish_first())),
            Readers::Add(name) => self.add(name.trim(), &mut secrets).map(|said| (said, true)),
            Readers::Remove(name, yes) => self.remove(name.trim(), *yes, under_way, secrets),
        }
    }

    fn keys(&self, secrets: &mut Secrets) -> Result<Keys, Trouble> {
        let key_files = KeyFiles::read(&RealFiles, self.folder).map_err(|problem| self.said(&problem))?;
        let (key_files, of) = (key_files.unwrap_or_default(), Some(self.folder));
        passphrase::open(secrets, self.language.ask_passphrase(), &key_files, of, self.language)
    }

    fn list(&self, keys: &Keys) -> String {
        let language = self.language;
        let mut told = list(keys, language);
        if !store::has_recovery(&RealFiles, self.folder) {
            told.push_str(&format!("\n{}\n", language.readers_no_recovery()));
        }
        if keys.is_under_way() {
            told.push_str(&format!("\n{}\n", language.found_removal_under_way()));
        }
        told
    }

    fn add(&self, name: &str, secrets: &mut Secrets) -> Result<String, Trouble> {
        let language = self.language;
        // Held before the keyring is read: of two who add at once, one is asked to wait.
        let held = store::hold(&RealFiles, self.folder).map_err(|problem| self.unsealed(&problem))?;
        let keys = self.keys(secrets)?;
        let problem = |problem: ReaderProblem| self.refused(&problem, name);
        keys.may_add(name).map_err(problem)?;
        let passphrase = secrets.choose(language.ask_reader_passphrase(), language)?;
        let (cost, since) = (self.cost.unwrap_or_else(Cost::tuned), me().since);
        let files = &RealFiles;
        let added =
            store::add_reader(files, self.folder, &keys, name, &since, &passphrase, cost, held.as_ref());
        let keys = added.map_err(problem)?;
        note_keys(self.folder, &keys, language);
        Ok(format!("{}\n\n{}", language.reader_added(&clean(name)), list(&keys, language)))
    }

    fn remove(
        &self,
        name: &str,
        yes: bool,
        under_way: bool,
        mut secrets: Secrets,
    ) -> Result<(String, bool), Trouble> {
        let language = self.language;
        let keys = self.keys(&mut secrets)?;
        if under_way && !keys.is_under_way() {
            return Err(Trouble::new(language.readers_finish_first()));
        }
        // Who is not there any more may be on the way out.
        if keys.is_under_way() && keys.may_remove(name) == Err(ReaderProblem::Nobody) {
            out::say(&format!("{}\n", language.removal_going_on()), language)?;
            let (_, said) = finish(self.folder, &keys, language)?;
            return Ok((format!("{}{said}\n", language.removal_complete()), true));
        }
        let problem = |problem: ReaderProblem| self.refused(&problem, name);
        let known = keys.may_remove(name).map_err(problem)?.clone();
        let called = clean(&known.name);
        let mut said = vec![language.removal_of(&called, keys.me() == Some(&known))];
        said.push(language.removal_explained().to_owned());
        said.extend(self.open_elsewhere(&keys)?);
        out::say(&format!("{}\n\n", said.join("\n\n")), language)?;
        secrets.rest();
        if !yes && !ask::yes(language.removal_question(), language) {
            return Ok((format!("{}\n", language.reader_stays()), false));
        }
        let held = hold(self.folder, &keys, language)?;
        let begun = store::begin_removal(&RealFiles, self.folder, &keys, name, &held).map_err(problem)?;
        let (sealing, said) = finish_held(self.folder, &begun, &held, language)?;
        let removed = language.reader_removed(&called, sealing.sealed);
        Ok((format!("{removed}{said}\n\n{}\n", language.removal_advice()), true))
    }

    /// Who say on other computers to have a meeting open.
    fn open_elsewhere(&self, keys: &Keys) -> Result<Option<String>, Trouble> {
        let codec = store::codec(&RealFiles, self.folder, keys).map_err(|problem| self.said(&problem))?;
        let notebook = Notebook::existing_with(self.folder, Arc::new(RealFiles), codec);
        let here = me().place;
        let lines: Vec<String> = notebook
            .holders()
            .into_iter()
            .filter(|holder| holder.place != here)
            .map(|holder| format!("  {}", holder.in_words(self.language)))
            .collect();
        Ok((!lines.is_empty()).then(|| self.language.removal_open_elsewhere(&lines.join("\n"))))
    }

    fn said(&self, problem: &KeyProblem) -> Trouble {
        Trouble::new(problem.message(self.language))
    }

    fn unsealed(&self, problem: &SealProblem) -> Trouble {
        Trouble::new(problem.message(self.language))
    }

    fn refused(&self, problem: &ReaderProblem, name: &str) -> Trouble {
        Trouble::new(problem.message(&clean(name), self.language))
    }
}

/// The readers, one on each line.
fn list(keys: &Keys, language: Language) -> String {
    let readers = keys.readers();
    let widest = readers.iter().map(|reader| text::width(&clean(&reader.name))).max().unwrap_or(0);
    let mut told = String::new();
    for reader in readers {
        let name = clean(&reader.name);
        let since = match reader.added.as_str() {
            "" => language.reader_since_unknown().to_owned(),
            _ => language.reader_since(&clean(&reader.since_in_words())),
        };
        let air = " ".repeat(widest.saturating_sub(text::width(&name)));
        let you = if keys.me() == Some(reader) {
            format!("  ({})", language.reader_is_you())
        } else {
            String::new()
        };
        told.push_str(&format!("{name}{air}  {since}{you}\n"));
    }
    told
}

/// Completes a removal; what was sealed anew, and what is to be said of the rest.
///
/// # Errors
///
/// What is in the way; everything opens meanwhile.
pub(in crate::cli) fn finish(
    folder: &Path,
    keys: &Keys,
    language: Language,
) -> Result<(Sealing, String), Trouble> {
    finish_held(folder, keys, &hold(folder, keys, language)?, language)
}

fn finish_held(
    folder: &Path,
    keys: &Keys,
    held: &HeldNotebook,
    language: Language,
) -> Result<(Sealing, String), Trouble> {
    let files: Arc<dyn Files> = Arc::new(RealFiles);
    let finished = store::finish_removal(&files, folder, keys, held, store::folder::memory());
    let (_, sealing) = finished.map_err(|problem| Trouble::new(problem.message("", language)))?;
    let said = damaged(&sealing, language);
    Ok((sealing, said))
}

fn hold(folder: &Path, keys: &Keys, language: Language) -> Result<HeldNotebook, Trouble> {
    let codec = store::codec(&RealFiles, folder, keys);
    let codec = codec.map_err(|problem| Trouble::new(problem.message(language)))?;
    let notebook =
        Notebook::existing_with(folder, Arc::new(RealFiles), codec).remembered_in(store::folder::memory());
    // What is older than its meeting goes; what is sealed later than its meeting would seem newer.
    notebook.sweep();
    notebook.hold_everything().map_err(|problem| Trouble::new(problem.message(language)))
}

/// What is to be said of files that do not open.
pub(in crate::cli) fn damaged(sealing: &Sealing, language: Language) -> String {
    if sealing.damaged.is_empty() {
        return String::new();
    }
    let files: Vec<String> = sealing.damaged.iter().map(|path| format!("  {}", shown(path))).collect();
    format!("\n\n{}", language.sealing_damaged(&files.join("\n")))
}

fn clean(text: &str) -> String {
    text::truncate(&text::visible_line(text), 60, "...").into_owned()
}
