//! The one table of commands: dispatch and help both read it.

use crate::app::Msg;
use crate::app::keymap::Context;
use crate::text::same::folded;
use crate::words::Language;

/// A word that does something beside the rows.
#[derive(Debug)]
pub struct Command {
    /// The words in Dutch; the first one is shown.
    pub dutch: &'static [&'static str],
    /// The words in English; the first one is shown.
    pub english: &'static [&'static str],
    /// What it does.
    pub does: Does,
    /// What it does, in words.
    pub label: fn(Language) -> &'static str,
    /// When it does something.
    pub when: fn(&Context) -> bool,
}

/// What a command does.
#[derive(Debug, Clone, PartialEq)]
pub enum Does {
    /// Lets a message happen.
    Send(Msg),
    /// Says the whole screen again.
    Repeat,
    /// Explains everything.
    Explain,
    /// Empties the text that is being typed.
    Clear,
}

impl Command {
    /// The words in one language.
    pub fn words(&self, language: Language) -> &'static [&'static str] {
        match language {
            Language::Dutch => self.dutch,
            Language::English => self.english,
        }
    }
}

/// The table, in the order in which help says it. Words of both languages are understood at any time.
pub const COMMANDS: &[Command] = &[
    Command {
        dutch: &["herhaal", "?"],
        english: &["repeat", "?"],
        does: Does::Repeat,
        label: Language::linear_repeat,
        when: |_| true,
    },
    Command {
        dutch: &["hulp"],
        english: &["help"],
        does: Does::Explain,
        label: Language::linear_help,
        when: |_| true,
    },
    Command {
        dutch: &["verder", "volgende"],
        english: &["next"],
        does: Does::Send(Msg::Next),
        label: Language::linear_next,
        when: |context| context.abilities.next,
    },
    Command {
        dutch: &["vorige"],
        english: &["previous"],
        does: Does::Send(Msg::Previous),
        label: Language::linear_previous,
        when: |context| context.abilities.previous,
    },
    Command {
        dutch: &["terug"],
        english: &["back"],
        does: Does::Send(Msg::Back),
        label: Language::linear_back,
        when: |context| !context.abilities.leaves,
    },
    Command {
        dutch: &["aantekening", "aantekeningen"],
        english: &["notes", "note"],
        does: Does::Send(Msg::Notes),
        label: Language::linear_notes,
        when: |context| context.abilities.patient,
    },
    Command {
        dutch: &["afspraak"],
        english: &["agreement"],
        does: Does::Send(Msg::Agreement),
        label: Language::linear_agreement,
        when: |context| context.abilities.patient && !context.read_only,
    },
    Command {
        dutch: &["overzicht"],
        english: &["overview"],
        does: Does::Send(Msg::Overview),
        label: Language::linear_overview,
        when: |context| context.abilities.patient,
    },
    Command {
        dutch: &["klaar"],
        english: &["done"],
        does: Does::Send(Msg::Finish),
        label: Language::linear_finish,
        when: |context| context.abilities.finish,
    },
    Command {
        dutch: &["papier", "verslag", "samenvatting"],
        english: &["paper", "minutes", "summary"],
        does: Does::Send(Msg::Paper),
        label: Language::linear_paper,
        when: |context| context.abilities.paper,
    },
    Command {
        dutch: &["bron"],
        english: &["source"],
        does: Does::Send(Msg::Source),
        label: Language::linear_source,
        when: |context| context.abilities.source,
    },
    Command {
        dutch: &["zoek", "zoeken"],
        english: &["find", "search"],
        does: Does::Send(Msg::Find),
        label: Language::linear_find,
        when: |_| true,
    },
    Command {
        dutch: &["opdracht", "opdrachten"],
        english: &["command", "commands"],
        does: Does::Send(Msg::Palette),
        label: Language::linear_palette,
        when: |context| !context.helping,
    },
    Command {
        dutch: &["ongedaan"],
        english: &["undo"],
        does: Does::Send(Msg::Undo),
        label: Language::linear_undo,
        when: |context| context.can_undo,
    },
    Command {
        dutch: &["opnieuw"],
        english: &["redo"],
        does: Does::Send(Msg::Redo),
        label: Language::linear_redo,
        when: |context| context.can_redo,
    },
    Command {
        dutch: &["vergrendel"],
        english: &["lock"],
        does: Does::Send(Msg::Lock),
        label: Language::linear_lock,
        when: |context| context.lockable,
    },
    Command {
        dutch: &["wis"],
        english: &["clear"],
        does: Does::Clear,
        label: Language::linear_clear,
        when: |_| true,
    },
    Command {
        dutch: &["opslaan"],
        english: &["save"],
        does: Does::Send(Msg::Save),
        label: Language::linear_save,
        when: |_| true,
    },
    Command {
        dutch: &["toetsen"],
        english: &["keys"],
        does: Does::Send(Msg::Help),
        label: Language::linear_keys,
        when: |context| !context.helping,
    },
    Command {
        dutch: &["afsluiten"],
        english: &["quit"],
        does: Does::Send(Msg::Quit),
        label: Language::linear_leave,
        when: |_| true,
    },
];

/// The command of a word, in either language.
pub(super) fn named(word: &str) -> Option<&'static Command> {
    let word = folded(word);
    COMMANDS
        .iter()
        .find(|command| command.dutch.contains(&word.as_str()) || command.english.contains(&word.as_str()))
}
