//! Protecting the notebook: sealing it, changing the passphrase, or stating that the disk is encrypted.

use std::path::Path;
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};

use super::passphrase::{self, Secrets};
use super::{Trouble, out, shown};
use crate::shell::me;
use crate::store::{
    self, Cost, KeyProblem, Keys, Mistyped, Notebook, Protection, RealFiles, RecoveryKey, SealProblem,
    Statement,
};
use crate::text;
use crate::words::Language;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Protect {
    /// Seal the notebook.
    Seal,
    /// Another passphrase.
    Change,
    /// Another passphrase, by the recovery key.
    Recover,
    /// Record that the disk is encrypted.
    Disk,
}

/// The shortest passphrase, in characters.
const SHORTEST: usize = 12;

/// Everything that is needed for it.
pub(super) struct Protecting<'f> {
    /// The folder of the notebook.
    pub(super) folder: &'f Path,
    /// Where passphrases come from.
    pub(super) secrets: Secrets,
    /// How much work trying a passphrase is; tuned when it is needed.
    pub(super) cost: Option<Cost>,
    /// The language of the user.
    pub(super) language: Language,
}

impl Protecting<'_> {
    /// Does it, and says what came of it.
    ///
    /// # Errors
    ///
    /// Why it was not done; all that is in the notebook opens as before.
    pub(super) fn run(mut self, what: Protect) -> Result<String, Trouble> {
        let language = self.language;
        let protection = store::protection(&RealFiles, self.folder)
            .map_err(|problem| Trouble::new(problem.message(language)))?;
        match (what, protection) {
            (Protect::Seal, Protection::Sealed { under_way: true }) => self.go_on(),
            (Protect::Seal, Protection::Sealed { under_way: false }) => {
                Ok(format!("{}\n", language.protect_complete()))
            }
            (Protect::Seal, _) => self.seal(),
            (Protect::Change, Protection::Sealed { .. }) => self.change(),
            (Protect::Recover, Protection::Sealed { .. }) => self.recover(),
            // Without the file with the keys only the recovery key is left.
            (Protect::Recover, _) if store::has_recovery(&RealFiles, self.folder) => self.recover(),
            (Protect::Change | Protect::Recover, _) => Err(Trouble::new(language.protect_not_sealed())),
            (Protect::Disk, Protection::Sealed { .. }) => Err(Trouble::new(language.protect_disk_needless())),
            (Protect::Disk, _) => self.state(),
        }
    }

    fn seal(&mut self) -> Result<String, Trouble> {
        let language = self.language;
        if matches!(self.secrets, Secrets::Nobody) {
            return Err(Trouble::new(language.protect_unasked()));
        }
        let notebook = Notebook::open(self.folder, Arc::new(RealFiles))
            .map_err(|error| Trouble::new(error.message(language)))?
            .remembered_in(store::folder::memory());
        // What is older than its meeting goes; what is sealed later than its meeting would seem newer.
        notebook.sweep();
        let held = notebook.hold_everything().map_err(|problem| self.unsealed(&problem))?;
        if notebook.has_sealed_files().map_err(|problem| self.unsealed(&problem))? {
            return Err(Trouble::new(language.protect_key_lost(&shown(self.folder))));
        }
        out::say(&format!("{}\n\n", language.protect_introduction()));
        let passphrase = self.choose()?;
        let recovery = RecoveryKey::draw().map_err(|problem| self.said(&problem))?;
        out::say(&format!(
            "\n{}\n{}\n\n",
            language.recovery_shown(recovery.shown()),
            language.recovery_advice()
        ));
        if self.secrets.is_terminal() {
            self.check_paper(&recovery)?;
        }
        let keys = Keys::draw().map_err(|problem| self.said(&problem))?;
        let cost = self.cost.unwrap_or_else(Cost::tuned);
        store::begin(&RealFiles, self.folder, &keys, &passphrase, &recovery, cost, &held)
            .map_err(|problem| self.said(&problem))?;
        let codec = store::codec(&RealFiles, self.folder, &keys).map_err(|problem| self.said(&problem))?;
        let sealed = notebook.with_codec(codec).seal_everything(&held);
        let sealed = sealed.map_err(|problem| self.unsealed(&problem))?;
        Ok(format!("{}\n\n{}\n", self.done(&sealed), language.protect_earlier()))
    }

    /// Completes what was broken off.
    fn go_on(&mut self) -> Result<String, Trouble> {
        let language = self.language;
        out::say(&format!("{}\n", language.protect_going_on()));
        let keys = self.present(language.ask_passphrase())?;
        let codec = store::codec(&RealFiles, self.folder, &keys).map_err(|problem| self.said(&problem))?;
        let notebook = Notebook::existing_with(self.folder, Arc::new(RealFiles), codec)
            .remembered_in(store::folder::memory());
        notebook.sweep();
        let held = notebook.hold_everything().map_err(|problem| self.unsealed(&problem))?;
        let sealed = notebook.seal_everything(&held).map_err(|problem| self.unsealed(&problem))?;
        Ok(format!("{}\n\n{}\n", self.done(&sealed), language.protect_earlier()))
    }

    fn change(&mut self) -> Result<String, Trouble> {
        let keys = self.present(self.language.ask_old_passphrase())?;
        self.replace(&keys)
    }

    fn recover(&mut self) -> Result<String, Trouble> {
        let language = self.language;
        let refused = || Trouble::new(language.recovery_refused());
        let recovery = self.typed_recovery(language.ask_recovery(), &|_| None)?.ok_or_else(refused)?;
        let keys = store::recover(&RealFiles, self.folder, &recovery).map_err(|problem| match problem {
            KeyProblem::Wrong => refused(),
            problem => self.said(&problem),
        })?;
        self.replace(&keys)
    }

    fn replace(&mut self, keys: &Keys) -> Result<String, Trouble> {
        let _held = store::hold(&RealFiles, self.folder).map_err(|problem| self.unsealed(&problem))?;
        let passphrase = self.choose()?;
        let cost = self.cost.unwrap_or_else(Cost::tuned);
        store::set_passphrase(&RealFiles, self.folder, keys, &passphrase, cost)
            .map_err(|problem| self.said(&problem))?;
        // Noted, so that the file with the earlier passphrase is known when somebody puts it back.
        let codec = store::codec(&RealFiles, self.folder, keys).map_err(|problem| self.said(&problem))?;
        let notebook = Notebook::existing_with(self.folder, Arc::new(RealFiles), codec)
            .remembered_in(store::folder::memory());
        notebook.note_keys();
        if let Err(error) = notebook.witness() {
            out::complain(&self.language.roll_not_written(&error.message(self.language)));
        }
        Ok(format!("{}\n", self.language.passphrase_changed()))
    }

    fn state(&self) -> Result<String, Trouble> {
        let me = me();
        let stated = Statement { stated: me.since, who: me.who, place: me.place };
        store::state_disk_is_encrypted(&RealFiles, self.folder, &stated)
            .map_err(|error| Trouble::new(error.message(self.language)))?;
        Ok(format!("{}\n", self.language.protect_disk_stated(&shown(self.folder))))
    }

    /// The keys as they are, by the present passphrase.
    fn present(&mut self, question: &str) -> Result<Keys, Trouble> {
        let bytes = store::key_file(&RealFiles, self.folder).map_err(|problem| self.said(&problem))?;
        let bytes = bytes.unwrap_or_default();
        let folder = self.folder;
        let unlock = |typed: &SecretString| Keys::unlock(&bytes, typed, folder);
        passphrase::open(&mut self.secrets, question, &unlock, self.language)
    }

    /// A new passphrase: long enough, and typed twice where nothing of it is seen.
    fn choose(&mut self) -> Result<SecretString, Trouble> {
        let language = self.language;
        let none = || Trouble::new(language.passphrase_none());
        loop {
            let typed = self.secrets.ask(language.ask_new_passphrase()).ok_or_else(none)?;
            let wrong = if typed.expose_secret().chars().count() < SHORTEST {
                language.passphrase_short(SHORTEST)
            } else if !self.secrets.is_terminal() {
                return Ok(typed);
            } else {
                let again = self.secrets.ask(language.ask_passphrase_again()).ok_or_else(none)?;
                if again.expose_secret() == typed.expose_secret() {
                    return Ok(typed);
                }
                language.passphrase_differs().to_owned()
            };
            if !self.secrets.is_terminal() {
                return Err(Trouble::new(wrong));
            }
            out::complain(&wrong);
        }
    }

    /// Has the recovery key typed from the paper on which it was written.
    fn check_paper(&mut self, recovery: &RecoveryKey) -> Result<(), Trouble> {
        let language = self.language;
        let other = |typed: &RecoveryKey| (!typed.is(recovery)).then(|| language.recovery_other().to_owned());
        match self.typed_recovery(language.ask_recovery_back(), &other)? {
            Some(_) => Ok(()),
            None => Err(Trouble::new(language.recovery_not_checked())),
        }
    }

    /// A recovery key of which `wrong` has nothing to say; `None` after three that will not do.
    fn typed_recovery(
        &mut self,
        question: &str,
        wrong: &dyn Fn(&RecoveryKey) -> Option<String>,
    ) -> Result<Option<RecoveryKey>, Trouble> {
        let language = self.language;
        let tries = if self.secrets.is_terminal() { 3 } else { 1 };
        for _ in 0..tries {
            let Some(typed) = self.secrets.ask(question) else {
                return Err(Trouble::new(language.protect_unasked()));
            };
            let why = match RecoveryKey::read(typed.expose_secret()) {
                Ok(typed) => match wrong(&typed) {
                    None => return Ok(Some(typed)),
                    Some(why) => why,
                },
                Err(Mistyped::Sign(sign)) => language.recovery_sign(&text::visible_line(&sign.to_string())),
                Err(Mistyped::Length(found)) => language.recovery_length(found, RecoveryKey::SIGNS),
                Err(Mistyped::Check) => language.recovery_check().to_owned(),
            };
            out::complain(&why);
        }
        Ok(None)
    }

    fn done(&self, sealing: &store::Sealing) -> String {
        let mut told = self.language.protect_done(&shown(self.folder), sealing.sealed);
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
