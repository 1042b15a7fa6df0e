//! The table of keys itself.

use super::context::{Back, Context, Focus};
use super::key::{Key, KeyCode};
use crate::app::message::Msg;
use crate::text::{Command, Motion};
use crate::words::Language;

/// One line of the table: keys that belong together, and when they do something.
pub struct Binding {
    /// The keys, each with its intent.
    pub keys: &'static [(Key, Msg)],
    /// How the keys are written on the screen.
    pub shown: &'static str,
    /// What they do, in a word or two.
    pub label: fn(Language) -> &'static str,
    /// When they do it.
    pub when: fn(&Context) -> bool,
    /// How much it matters to see it in the footer: higher first, 0 never. The arrows everybody tries anyhow.
    pub weight: u8,
}

const fn plain(code: KeyCode, msg: Msg) -> (Key, Msg) {
    (Key::plain(code), msg)
}

const fn control(character: char, msg: Msg) -> (Key, Msg) {
    (Key::control(KeyCode::Char(character)), msg)
}

const fn to(to: Motion) -> Msg {
    Msg::Type(Command::Move { to, select: false })
}

const fn selecting(to: Motion) -> Msg {
    Msg::Type(Command::Move { to, select: true })
}

/// The key that chooses like Enter, but not in the middle of what somebody types, and not twice.
pub(super) const SPACE: Key = Key::plain(KeyCode::Char(' '));

/// The key that locks.
pub(super) const LOCK: Key = Key::control(KeyCode::Char('l'));

/// The table, in the order in which the help screen and the footer show it; the first line that applies counts.
pub const BINDINGS: &[Binding] = &[
    Binding {
        keys: &[plain(KeyCode::Up, Msg::Up), plain(KeyCode::Down, Msg::Down)],
        shown: "↑↓",
        label: Language::key_choose,
        when: |context| !context.typing(),
        weight: 74,
    },
    Binding {
        keys: &[plain(KeyCode::Up, Msg::Up), plain(KeyCode::Down, Msg::Down)],
        shown: "↑↓",
        label: Language::key_line,
        when: Context::typing,
        weight: 74,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate), plain(KeyCode::Char(' '), Msg::ActivateOnce)],
        shown: "Enter",
        label: Language::key_open,
        when: |context| context.focus == Focus::Opens,
        weight: 85,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate), plain(KeyCode::Char(' '), Msg::ActivateOnce)],
        shown: "Enter",
        label: Language::key_record,
        when: |context| matches!(context.focus, Focus::Chooses | Focus::Votes),
        weight: 85,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate), plain(KeyCode::Char(' '), Msg::ActivateOnce)],
        shown: "Enter",
        label: Language::key_choose_first,
        when: |context| context.focus == Focus::Waits,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate)],
        shown: "Enter",
        label: Language::key_change,
        when: |context| context.focus == Focus::Changes,
        weight: 85,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate)],
        shown: "Enter",
        label: Language::key_unlock,
        when: |context| context.focus == Focus::Unlocks,
        weight: 85,
    },
    Binding {
        keys: &[plain(KeyCode::Left, Msg::Left), plain(KeyCode::Right, Msg::Right)],
        shown: "←→",
        label: Language::key_adjust,
        when: |context| context.focus == Focus::Scale,
        weight: 85,
    },
    Binding {
        keys: &[plain(KeyCode::Left, Msg::Left), plain(KeyCode::Right, Msg::Right)],
        shown: "←→",
        label: Language::key_other,
        when: |context| context.focus == Focus::OneOf,
        weight: 85,
    },
    Binding {
        keys: &[plain(KeyCode::Left, Msg::Left), plain(KeyCode::Right, Msg::Right)],
        shown: "←→",
        label: Language::key_other,
        when: |context| context.focus == Focus::Votes,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::Left, Msg::Left), plain(KeyCode::Right, Msg::Right)],
        shown: "←→",
        label: Language::key_answer,
        when: |context| context.focus == Focus::Answers,
        weight: 86,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate)],
        shown: "Enter",
        label: Language::key_note,
        when: |context| context.focus == Focus::Answers,
        weight: 85,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate)],
        shown: "Enter",
        label: Language::key_onward,
        when: |context| !context.abilities.next && context.goes_on(),
        weight: 80,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Activate)],
        shown: "Enter",
        label: Language::key_next_row,
        when: |context| context.abilities.next && context.goes_on(),
        weight: 80,
    },
    Binding {
        keys: &[plain(KeyCode::Enter, Msg::Type(Command::NewLine))],
        shown: "Enter",
        label: Language::key_new_line,
        when: |context| context.focus == Focus::Sheet,
        weight: 80,
    },
    Binding {
        keys: &[
            control('n', Msg::Type(Command::NewLine)),
            (Key::shift(KeyCode::Enter), Msg::Type(Command::NewLine)),
            (Key::alt(KeyCode::Enter), Msg::Type(Command::NewLine)),
        ],
        shown: "Ctrl+N",
        label: Language::key_new_line,
        when: |context| context.focus.has_lines(),
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::Tab, Msg::Next)],
        shown: "Tab",
        label: Language::key_next,
        when: |context| context.abilities.next,
        weight: 75,
    },
    Binding {
        keys: &[plain(KeyCode::Tab, Msg::Next)],
        shown: "Tab",
        label: Language::key_next_row,
        when: |context| !context.abilities.next,
        weight: 0,
    },
    Binding {
        keys: &[(Key::shift(KeyCode::Tab), Msg::Previous)],
        shown: "Shift+Tab",
        label: Language::key_previous,
        when: |context| context.abilities.previous,
        weight: 0,
    },
    Binding {
        keys: &[(Key::shift(KeyCode::Tab), Msg::Previous)],
        shown: "Shift+Tab",
        label: Language::key_previous_row,
        when: |context| !context.abilities.previous,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::F(2), Msg::Notes)],
        shown: "F2",
        label: Language::key_notes,
        when: |context| context.abilities.patient,
        weight: 50,
    },
    Binding {
        keys: &[plain(KeyCode::F(3), Msg::Source)],
        shown: "F3",
        label: Language::key_source,
        when: |context| context.abilities.source,
        weight: 55,
    },
    Binding {
        keys: &[plain(KeyCode::F(3), Msg::Source)],
        shown: "F3",
        label: Language::key_source,
        when: |context| context.abilities.source_later,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::F(4), Msg::Agreement)],
        shown: "F4",
        label: Language::key_agreement,
        when: |context| context.may_agree() && !context.agrees_first(),
        weight: 60,
    },
    // Where no page follows, an agreement is what one makes; the arrows everybody tries.
    Binding {
        keys: &[plain(KeyCode::F(4), Msg::Agreement)],
        shown: "F4",
        label: Language::key_agreement,
        when: |context| context.may_agree() && context.agrees_first(),
        weight: 76,
    },
    Binding {
        keys: &[plain(KeyCode::F(5), Msg::Overview)],
        shown: "F5",
        label: Language::key_overview,
        when: |context| context.abilities.patient,
        weight: 20,
    },
    Binding {
        keys: &[plain(KeyCode::F(6), Msg::Finish)],
        shown: "F6",
        label: Language::key_finish,
        when: |context| context.abilities.finish,
        weight: 30,
    },
    Binding {
        keys: &[plain(KeyCode::F(9), Msg::Paper)],
        shown: "F9",
        label: Language::key_paper,
        when: |context| context.abilities.paper && context.abilities.patient,
        weight: 15,
    },
    Binding {
        keys: &[plain(KeyCode::F(9), Msg::Paper)],
        shown: "F9",
        label: Language::key_paper,
        when: |context| context.abilities.paper && !context.abilities.patient,
        weight: 73,
    },
    Binding {
        keys: &[plain(KeyCode::F(1), Msg::Help)],
        shown: "F1",
        label: Language::key_help,
        when: |context| !context.helping,
        weight: 100,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_back,
        when: |context| context.leads(Back::Below),
        weight: 88,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_to_first,
        when: |context| context.leads(Back::First),
        weight: 88,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_to_agenda,
        when: |context| context.leads(Back::Agenda),
        weight: 88,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_to_patient,
        when: |context| context.leads(Back::Patient),
        weight: 88,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_to_register,
        when: |context| context.leads(Back::Register),
        weight: 88,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_to_quit,
        when: |context| context.leads(Back::Quit),
        weight: 88,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_end_search,
        when: |context| context.abilities.searching,
        weight: 95,
    },
    Binding {
        keys: &[
            plain(KeyCode::Backspace, Msg::Type(Command::Backspace)),
            (Key::control(KeyCode::Backspace), Msg::Type(Command::BackspaceWord)),
            (Key::alt(KeyCode::Backspace), Msg::Type(Command::BackspaceWord)),
            control('w', Msg::Type(Command::BackspaceWord)),
        ],
        shown: "A-Z",
        label: Language::key_search,
        when: |context| context.abilities.search && !context.typing(),
        weight: 72,
    },
    Binding {
        keys: &[plain(KeyCode::Esc, Msg::Back)],
        shown: "Esc",
        label: Language::key_quit,
        when: |context| context.abilities.leaves,
        weight: 95,
    },
    Binding {
        keys: &[(Key::control(KeyCode::Up), Msg::MoveUp), (Key::control(KeyCode::Down), Msg::MoveDown)],
        shown: "Ctrl+↑↓",
        label: Language::key_move,
        when: |context| context.abilities.order,
        weight: 0,
    },
    Binding {
        keys: &[control('z', Msg::Undo)],
        shown: "Ctrl+Z",
        label: Language::key_undo,
        when: |context| context.can_undo,
        weight: 10,
    },
    Binding {
        keys: &[control('y', Msg::Redo)],
        shown: "Ctrl+Y",
        label: Language::key_redo,
        when: |context| context.can_redo,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::PageUp, Msg::PageUp), plain(KeyCode::PageDown, Msg::PageDown)],
        shown: "PgUp PgDn",
        label: Language::key_page,
        when: |_| true,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::Home, Msg::First), plain(KeyCode::End, Msg::Last)],
        shown: "Home End",
        label: Language::key_ends,
        when: |context| !context.typing(),
        weight: 0,
    },
    Binding {
        keys: &[control('f', Msg::Find)],
        shown: "Ctrl+F",
        label: Language::key_find,
        when: |_| true,
        weight: 0,
    },
    Binding {
        keys: &[control('p', Msg::Palette)],
        shown: "Ctrl+P",
        label: Language::key_palette,
        when: |context| !context.helping,
        weight: 0,
    },
    Binding {
        keys: &[control('s', Msg::Save)],
        shown: "Ctrl+S",
        label: Language::key_save,
        when: |_| true,
        weight: 0,
    },
    Binding {
        keys: &[control('r', Msg::Redraw)],
        shown: "Ctrl+R",
        label: Language::key_redraw,
        when: |_| true,
        weight: 0,
    },
    Binding {
        keys: &[(LOCK, Msg::Lock)],
        shown: "Ctrl+L",
        label: Language::key_lock,
        when: |context| context.lockable,
        weight: 0,
    },
    Binding {
        keys: &[control('q', Msg::Quit)],
        shown: "Ctrl+Q",
        label: Language::key_quit,
        when: |_| true,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::Left, to(Motion::Left)), plain(KeyCode::Right, to(Motion::Right))],
        shown: "←→",
        label: Language::key_cursor,
        when: Context::typing,
        weight: 0,
    },
    Binding {
        keys: &[
            (Key::control(KeyCode::Left), to(Motion::WordLeft)),
            (Key::control(KeyCode::Right), to(Motion::WordRight)),
        ],
        shown: "Ctrl+←→",
        label: Language::key_words,
        when: Context::typing,
        weight: 0,
    },
    Binding {
        keys: &[plain(KeyCode::Home, to(Motion::LineStart)), plain(KeyCode::End, to(Motion::LineEnd))],
        shown: "Home End",
        label: Language::key_line_ends,
        when: Context::typing,
        weight: 0,
    },
    Binding {
        keys: &[
            (Key::control(KeyCode::Home), to(Motion::TextStart)),
            (Key::control(KeyCode::End), to(Motion::TextEnd)),
        ],
        shown: "Ctrl+Home End",
        label: Language::key_text_ends,
        when: Context::typing,
        weight: 0,
    },
    Binding {
        keys: &[
            (Key::shift(KeyCode::Left), selecting(Motion::Left)),
            (Key::shift(KeyCode::Right), selecting(Motion::Right)),
            (Key::shift(KeyCode::Up), selecting(Motion::Up)),
            (Key::shift(KeyCode::Down), selecting(Motion::Down)),
            (Key::shift(KeyCode::Home), selecting(Motion::LineStart)),
            (Key::shift(KeyCode::End), selecting(Motion::LineEnd)),
            (Key::control_shift(KeyCode::Left), selecting(Motion::WordLeft)),
            (Key::control_shift(KeyCode::Right), selecting(Motion::WordRight)),
            (Key::control_shift(KeyCode::Home), selecting(Motion::TextStart)),
            (Key::control_shift(KeyCode::End), selecting(Motion::TextEnd)),
        ],
        shown: "Shift+←→↑↓",
        label: Language::key_select,
        when: Context::typing,
        weight: 0,
    },
    Binding {
        keys: &[control('a', Msg::Type(Command::SelectAll))],
        shown: "Ctrl+A",
        label: Language::key_select_all,
        when: Context::typing,
        weight: 0,
    },
    Binding {
        keys: &[
            control('x', Msg::Type(Command::Cut)),
            control('c', Msg::Type(Command::Copy)),
            control('v', Msg::Type(Command::Paste)),
        ],
        shown: "Ctrl+X C V",
        label: Language::key_clipboard,
        when: Context::typing,
        weight: 0,
    },
    Binding {
        keys: &[
            plain(KeyCode::Backspace, Msg::Type(Command::Backspace)),
            (Key::shift(KeyCode::Backspace), Msg::Type(Command::Backspace)),
            plain(KeyCode::Delete, Msg::Type(Command::Delete)),
        ],
        shown: "Backspace Del",
        label: Language::key_erase,
        when: |context| context.typing() || matches!(context.focus, Focus::Answers | Focus::Votes),
        weight: 0,
    },
    Binding {
        keys: &[
            (Key::control(KeyCode::Backspace), Msg::Type(Command::BackspaceWord)),
            (Key::alt(KeyCode::Backspace), Msg::Type(Command::BackspaceWord)),
            control('w', Msg::Type(Command::BackspaceWord)),
            (Key::control(KeyCode::Delete), Msg::Type(Command::DeleteWord)),
        ],
        shown: "Ctrl+Backspace Del",
        label: Language::key_erase_word,
        when: Context::typing,
        weight: 0,
    },
];
