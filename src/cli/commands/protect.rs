//! Protecting the notebook: sealing it, changing the passphrase, or stating that the disk is encrypted.

use std::path::Path;
use std::sync::Arc;

use crate::cli::arguments::Protect;
use crate::cli::console::passphrase::note_keys;
use age::secrecy::{ExposeSecret, SecretString};

use super::readers;
use crate::cli::console::alternate_screen::AlternateScreen;
use crate::cli::console::out;
use crate::cli::console::passphrase::{self, Secrets};
use crate::cli::trouble::{Trouble, shown};
use crate::shell::me;
use crate::store::{
    self, Cost, HeldNotebook, Holder, KeyFiles, KeyProblem, Keys, Notebook, Protection, RealFiles,
    RecoveryKey, SealProblem, Statement,
};
use crate::text;
use crate::words::Language;

/// Everything that is needed for it.
pub(in crate::cli) struct Protecting<'f> {
    /// The folder of the notebook.
    pub(in crate::cli) folder: &'f Path,
    /// Where passphrases come from.
    pub(in crate::cli) secrets: Secrets,
    /// How much work trying a passphrase is; tuned when it is needed.
    pub(in crate::cli) cost: Option<Cost>,
    /// The language of the user.
    pub(in crate::cli) language: Language,
}

impl Protecting<'_> {
    /// Does it, and says what came of it.
    ///
    /// # Errors
    ///
    /// Why it was not done; all that is in the notebook opens as before.
    pub(in crate::cli) fn run(mut self, what: Protect) -> Result<String, Trouble> {
        let language = self.language;
        let protection = store::protection(&RealFiles, self.folder)
            .map_err(|problem| Trouble::new(problem.message(language)))?;
        match (what, protection) {
            (Protect::Seal, Protection::Sealed { under_way: true }) => self.go_on(),
            (Protect::Seal, Protection::Sealed { under_way: false }) if self.key_files()?.has_readers() => {
                Ok(format!("{}\n", language.protect_complete()))
            }
            (Protect::Seal, Protection::Sealed { .. }) => {
                Err(Trouble::new(language.protect_key_lost(&shown(self.folder))))
            }
            (Protect::Seal, _) => self.seal().map(|(told, _)| told),
            (Protect::Change, Protection::Sealed { .. }) => self.change(),
            (Protect::Recover, Protection::Sealed { .. }) => self.recover(),
            (Protect::Recovery, Protection::Sealed { .. }) => self.renew_recovery(),
            // Without the file with the keys only the recovery key is left.
            (Protect::Recover, _) if store::has_recovery(&RealFiles, self.folder) => self.recover(),
            (Protect::Change | Protect::Recover | Protect::Recovery, _) => {
                Err(Trouble::new(language.protect_not_sealed()))
            }
            (Protect::Disk, Protection::Sealed { .. }) => Err(Trouble::new(language.protect_disk_needless())),
            (Protect::Disk, _) => self.state(),
        }
    }

    /// Seals a notebook at its first use; gives what is to be said and what opens it from now on.
    ///
    /// # Errors
    ///
    /// As for [`run`](Self::run).
    pub(in crate::cli) fn first(mut self) -> Result<(String, Arc<dyn store::Codec>), Trouble> {
        let (told, keys) = self.seal()?;
        self.opened(told, &keys)
    }

    /// Seals a notebook at its first use with a passphrase and a recovery key that were asked for elsewhere.
    ///
    /// # Errors
    ///
    /// As for [`run`](Self::run).
    pub(in crate::cli) fn first_with(
        &self,
        passphrase: &SecretString,
        recovery: &RecoveryKey,
    ) -> Result<(String, Arc<dyn store::Codec>), Trouble> {
        let (notebook, held) = self.held()?;
        let (told, keys) = self.seal_with(&notebook, &held, passphrase, recovery)?;
        self.opened(told, &keys)
    }

    /// Whether the notebook can be sealed now.
    ///
    /// # Errors
    ///
    /// What is in the way.
    pub(in crate::cli) fn can_seal(&self) -> Result<(), Trouble> {
        self.held().map(drop)
    }

    fn opened(&self, told: String, keys: &Keys) -> Result<(String, Arc<dyn store::Codec>), Trouble> {
        let codec = store::codec(&RealFiles, self.folder, keys).map_err(|problem| self.said(&problem))?;
        Ok((told, codec))
    }

    fn seal(&mut self) -> Result<(String, Keys), Trouble> {
        let language = self.language;
        if self.secrets.is_nobody() {
            return Err(Trouble::new(language.protect_unasked()));
        }
        let (notebook, held) = self.held()?;
        let introduction = match self.secrets.is_terminal() {
            true => out::folded(language.protect_introduction(), 0).join("\n"),
            false => language.protect_introduction().to_owned(),
        };
        out::say(&format!("{introduction}\n\n"), language)?;
        let passphrase = self.secrets.choose(language.ask_new_passphrase(), language)?;
        let recovery = self.new_recovery(language.recovery_not_checked(), language.recovery_left())?;
        self.seal_with(&notebook, &held, &passphrase, &recovery)
    }

    /// The notebook as a whole, which can be sealed.
    fn held(&self) -> Result<(Notebook, HeldNotebook), Trouble> {
        let language = self.language;
        let notebook = Notebook::open(self.folder, Arc::new(RealFiles))
            .map_err(|error| Trouble::new(error.message(language)))?
            .remembered_in(store::folder::memory());
        // What is older than its meeting goes; what is sealed later than its meeting would seem newer.
        notebook.sweep();
        let held = notebook.hold_everything().map_err(|problem| self.unsealed(&problem))?;
        if notebook.has_sealed_files().map_err(|problem| self.unsealed(&problem))? {
            return Err(Trouble::new(language.protect_key_lost(&shown(self.folder))));
        }
        Ok((notebook, held))
    }

    fn seal_with(
        &self,
        notebook: &Notebook,
        held: &HeldNotebook,
        passphrase: &SecretString,
        recovery: &RecoveryKey,
    ) -> Result<(String, Keys), Trouble> {
        let language = self.language;
        let me = me();
        let keys = Keys::draw().map_err(|problem| self.said(&problem))?;
        let keys = keys.named(&reader_name(&me, language), &me.since);
        let cost = self.cost.unwrap_or_else(Cost::tuned);
        store::begin(&RealFiles, self.folder, &keys, passphrase, recovery, cost, held)
            .map_err(|problem| self.said(&problem))?;
        // The next unlock makes up for it.
        let _ = store::note_recipient(&RealFiles, self.folder, &keys);
        let codec = store::codec(&RealFiles, self.folder, &keys).map_err(|problem| self.said(&problem))?;
        let notebook = notebook.with_codec(codec);
        let sealed = notebook.seal_everything(held);
        let sealed = sealed.map_err(|problem| self.unsealed(&problem))?;
        store::no_longer_fictional(&RealFiles, self.folder);
        // Where nothing was readable before, no backup can be.
        let mind = if sealed.sealed > 0 { language.protect_earlier() } else { language.protect_paper() };
        Ok((format!("{}\n\n{mind}\n{}", self.done(&sealed), self.of_practice(&notebook)), keys))
    }

    /// Completes what was broken off: sealing the notebook, or removing a reader.
    fn go_on(&mut self) -> Result<String, Trouble> {
        let language = self.language;
        let keys = self.keys(language.ask_passphrase())?;
        if keys.is_under_way() {
            out::say(&format!("{}\n", language.removal_going_on()), language)?;
            let (_, said) = readers::finish(self.folder, &keys, language)?;
            return Ok(format!("{}{said}\n", language.removal_complete()));
        }
        out::say(&format!("{}\n", language.protect_going_on()), language)?;
        let codec = store::codec(&RealFiles, self.folder, &keys).map_err(|problem| self.said(&problem))?;
        let notebook = Notebook::existing_with(self.folder, Arc::new(RealFiles), codec)
            .remembered_in(store::folder::memory());
        notebook.sweep();
        let held = notebook.hold_everything().map_err(|problem| self.unsealed(&problem))?;
        let sealed = notebook.seal_everything(&held).map_err(|problem| self.unsealed(&problem))?;
        Ok(format!("{}\n\n{}\n", self.done(&sealed), language.protect_earlier()))
    }

    fn change(&mut self) -> Result<String, Trouble> {
        let _held = store::hold(&RealFiles, self.folder).map_err(|problem| self.unsealed(&problem))?;
        let language = self.language;
        let keys = self.keys(language.ask_old_passphrase())?;
        let passphrase = self.secrets.choose(language.ask_new_passphrase(), language)?;
        let cost = self.cost.unwrap_or_else(Cost::tuned);
        store::set_passphrase(&RealFiles, self.folder, &keys, &passphrase, cost)
            .map_err(|problem| self.said(&problem))?;
        note_keys(self.folder, &keys, language);
        Ok(format!("{}\n", language.passphrase_changed()))
    }

    fn recover(&mut self) -> Result<String, Trouble> {
        let _held = store::hold(&RealFiles, self.folder).map_err(|problem| self.unsealed(&problem))?;
        let language = self.language;
        let refused = || Trouble::new(language.recovery_refused());
        let left = language.recovery_not_given();
        let recovery = self.typed_recovery(language.ask_recovery(), left, &|_| None)?.ok_or_else(refused)?;
        let keys = passphrase::tried(self.folder, store::recover(&RealFiles, self.folder, &recovery));
        let keys = keys.map_err(|problem| match problem {
            KeyProblem::Wrong => refused(),
            problem => self.said(&problem),
        })?;
        let passphrase = self.secrets.choose(language.ask_new_passphrase(), language)?;
        let cost = self.cost.unwrap_or_else(Cost::tuned);
        let me = me();
        let who = reader_name(&me, language);
        let keys = store::renew_first(&RealFiles, self.folder, &keys, (&who, &me.since), &passphrase, cost)
            .map_err(|problem| self.said(&problem))?;
        note_keys(self.folder, &keys, language);
        Ok(format!("{}\n", language.passphrase_changed()))
    }

    fn renew_recovery(&mut self) -> Result<String, Trouble> {
        let held = store::hold(&RealFiles, self.folder).map_err(|problem| self.unsealed(&problem))?;
        let language = self.language;
        let keys = self.keys(language.ask_passphrase())?;
        let recovery =
            self.new_recovery(language.recovery_not_renewed(), language.recovery_renewal_left())?;
        let cost = self.cost.unwrap_or_else(Cost::tuned);
        let keys = store::renew_recovery(&RealFiles, self.folder, &keys, &recovery, cost, held.as_ref())
            .map_err(|problem| self.said(&problem))?;
        note_keys(self.folder, &keys, language);
        Ok(format!("{}\n", language.recovery_renewed()))
    }

    /// A new recovery key, shown once; `unchecked` is said when nobody typed it back well, `left` when somebody went away.
    fn new_recovery(&mut self, unchecked: &str, left: &str) -> Result<RecoveryKey, Trouble> {
        let language = self.language;
        let recovery = RecoveryKey::draw().map_err(|problem| self.said(&problem))?;
        let shown = language.recovery_shown(recovery.shown());
        // Whoever sits down here later finds the key neither on the screen nor above it.
        let alternate = self.secrets.is_terminal().then(AlternateScreen::enter).flatten();
        out::say(&format!("\n{shown}\n{}\n\n", language.recovery_advice()), language)?;
        if self.secrets.is_terminal() {
            self.check_paper(&recovery, unchecked, left)?;
        }
        drop(alternate);
        Ok(recovery)
    }

    fn state(&self) -> Result<String, Trouble> {
        let me = me();
        let stated = Statement { stated: me.since, who: me.who, place: me.place };
        store::state_disk_is_encrypted(&RealFiles, self.folder, &stated)
            .map_err(|error| Trouble::new(error.message(self.language)))?;
        store::no_longer_fictional(&RealFiles, self.folder);
        let practised = self.of_practice(&Notebook::existing(self.folder, Arc::new(RealFiles)));
        Ok(format!("{}\n{practised}", self.language.protect_disk_stated(&shown(self.folder))))
    }

    /// That invented patients of the time before stay in it, and how they go; nothing where there are none.
    fn of_practice(&self, notebook: &Notebook) -> String {
        let meetings = notebook.list().map(|listing| listing.summaries).unwrap_or_default();
        let invented = meetings.iter().filter(|summary| summary.is_of_invented()).count();
        if invented == 0 {
            String::new()
        } else {
            format!("\n{}\n", self.language.protect_invented(invented))
        }
    }

    /// The keys of the notebook, by a passphrase that is asked for with this question.
    fn keys(&mut self, question: &str) -> Result<Keys, Trouble> {
        let key_files = self.key_files()?;
        passphrase::open(&mut self.secrets, question, &key_files, Some(self.folder), self.language)
    }

    fn key_files(&self) -> Result<KeyFiles, Trouble> {
        let key_files = KeyFiles::read(&RealFiles, self.folder).map_err(|problem| self.said(&problem))?;
        Ok(key_files.unwrap_or_default())
    }

    /// Has the recovery key typed from the paper on which it was written.
    fn check_paper(&mut self, recovery: &RecoveryKey, unchecked: &str, left: &str) -> Result<(), Trouble> {
        let language = self.language;
        let other = |typed: &RecoveryKey| (!typed.is(recovery)).then(|| language.recovery_other().to_owned());
        match self.typed_recovery(language.ask_recovery_back(), left, &other)? {
            Some(_) => Ok(()),
            None => Err(Trouble::new(unchecked)),
        }
    }

    /// A recovery key of which `wrong` has nothing to say; `None` after three that will not do. `left` is said to whoever stops.
    fn typed_recovery(
        &mut self,
        question: &str,
        left: &str,
        wrong: &dyn Fn(&RecoveryKey) -> Option<String>,
    ) -> Result<Option<RecoveryKey>, Trouble> {
        let language = self.language;
        let tries = if self.secrets.is_terminal() { 3 } else { 1 };
        for _ in 0..tries {
            let Some(typed) = self.secrets.ask(question) else {
                // Who can type and did not has stopped; otherwise nobody is there.
                return Err(Trouble::new(if self.secrets.is_terminal() {
                    left
                } else {
                    language.protect_unasked()
                }));
            };
            let why = match RecoveryKey::read(typed.expose_secret()) {
                Ok(typed) => match wrong(&typed) {
                    None => return Ok(Some(typed)),
                    Some(why) => why,
                },
                Err(mistyped) => mistyped.message(language),
            };
            out::complain(&why);
        }
        Ok(None)
    }

    fn done(&self, sealing: &store::Sealing) -> String {
        let mut told = self.language.protect_done(&shown(self.folder), sealing.sealed);
        told.push_str(&readers::damaged(sealing, self.language));
        if !sealing.foreign.is_empty() {
            let files: Vec<String> =
                sealing.foreign.iter().map(|path| format!("  {}", shown(path))).collect();
            told.push_str(&format!("\n\n{}", self.language.protect_foreign(&files.join("\n"))));
        }
        told
    }

    fn said(&self, problem: &KeyProblem) -> Trouble {
        Trouble::new(problem.message(self.language))
    }

    fn unsealed(&self, problem: &SealProblem) -> Trouble {
        Trouble::new(problem.message(self.language))
    }
}

/// What a reader is called of whom only the user and the name of the computer are known.
fn reader_name(me: &Holder, language: Language) -> String {
    let clean = |text: &str| text::visible_line(text).trim().chars().take(40).collect::<String>();
    let known = [clean(&me.who), clean(&me.place)].into_iter().find(|name| !name.trim().is_empty());
    known.map_or_else(|| language.somebody().to_owned(), |name| name.trim().to_owned())
}
