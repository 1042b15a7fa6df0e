//! Noting, after everybody was told, what was written to a sealed notebook; that this fails never stops the work.

use super::{Outside, both, open};
use crate::app::{Effect, Msg};

impl Outside {
    /// What is to be done once the fact that came of an effect was told.
    pub(in crate::shell) fn after(&self, effect: &Effect) {
        if *effect != Effect::Quit {
            self.witness();
        }
    }

    /// Has the notebook note what was written to it, as far as it is open.
    pub fn witness(&self) {
        if !self.is_opened() {
            return;
        }
        let Ok(notebook) = self.notebook() else { return };
        if let Err(error) = notebook.witness() {
            let mut book = open(&self.logbook);
            if !book.told_of_roll {
                book.told_of_roll = true;
                let told = both(|language| language.roll_not_written(&error.message(language)));
                book.trouble = Some(Msg::LogFailed(Box::new(told)));
            }
        }
    }
}
