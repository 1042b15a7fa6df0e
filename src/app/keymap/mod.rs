//! The one table of keys: dispatch, footer, help screen and documents all read it.

mod context;
pub mod focus;
mod key;
mod table;

use crate::app::message::Msg;
use crate::text::Command;

pub use context::{Back, Context, Focus};
pub use key::{Key, KeyCode};
pub use table::{BINDINGS, Binding};
use table::{LOCK, SPACE};

/// What still does something while the program is locked.
const WHILE_LOCKED: [&str; 4] = ["↑↓", "Enter", "Ctrl+R", "Ctrl+Q"];

/// What does something before there is a notebook.
const AT_FIRST_USE: [&str; 5] = ["↑↓", "Enter", "Esc", "Ctrl+R", "Ctrl+Q"];

/// The lines of the table that apply now, in their order, without those that an earlier line shadows.
pub fn applicable(context: &Context) -> impl Iterator<Item = &'static Binding> {
    let context = *context;
    let at_hand = move |binding: &&Binding| {
        (!context.locked || WHILE_LOCKED.contains(&binding.shown))
            && (!context.first_use || AT_FIRST_USE.contains(&binding.shown))
    };
    BINDINGS.iter().filter(move |binding| (binding.when)(&context)).filter(at_hand)
}

/// The intent of a key at this moment; `None` when it does nothing.
pub fn intent(key: Key, context: &Context) -> Option<Msg> {
    let bound = applicable(context)
        .flat_map(|binding| binding.keys)
        .find(|(bound, _)| *bound == key && !(context.after_letter && key == SPACE))
        .map(|(_, msg)| msg.clone());
    // Who locks where that is impossible is told so; it is not listed as something that can be done.
    let secret = context.locked || context.first_use;
    let bound = bound.or_else(|| (!secret && key == LOCK).then_some(Msg::Lock));
    // So that nobody takes the letter for typed.
    let bound = bound.or_else(|| (!secret && key.is_letter_with_alt()).then_some(Msg::AltMeansNothing));
    // What is typed then is a passphrase, which is not for the core.
    let typed = key.typed().filter(|_| !secret);
    bound.or_else(|| typed.map(|character| Msg::Type(Command::Insert(character))))
}

/// The intent of Enter that came at once with letters before it, as a pasted line does where no paste is announced.
pub fn end_of_text(context: &Context) -> Msg {
    let enter = || intent(Key::plain(KeyCode::Enter), context);
    context.typing().then(enter).flatten().unwrap_or(Msg::EnterCameAlong)
}

/// The lines that the footer shows: the weightiest that fit in `room` columns, help always among them.
///
/// `measure` gives the columns that one entry takes.
pub fn footer(context: &Context, room: usize, measure: impl Fn(&Binding) -> usize) -> Vec<&'static Binding> {
    let mut wanted: Vec<(usize, &Binding)> =
        applicable(context).filter(|binding| binding.weight > 0).enumerate().collect();
    wanted.sort_by_key(|(_, binding)| std::cmp::Reverse(binding.weight));
    let mut left = room;
    let mut shown = Vec::new();
    for (order, binding) in wanted {
        let needed = measure(binding);
        if shown.len() < 5 && needed <= left {
            left -= needed;
            shown.push((order, binding));
        }
    }
    shown.sort_by_key(|(order, _)| *order);
    shown.into_iter().map(|(_, binding)| binding).collect()
}
