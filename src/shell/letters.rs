//! Which letters the terminal shows, as its locale says: where that names another set than UTF-8, only those of ASCII.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::text::in_ascii;

/// Whether only letters of ASCII go to a terminal; it is one for the whole program.
static ONLY_ASCII: AtomicBool = AtomicBool::new(false);

/// From now on only letters of ASCII go to a terminal.
pub fn only_ascii() {
    ONLY_ASCII.store(true, Ordering::Relaxed);
}

/// Whether only letters of ASCII go to a terminal.
pub fn are_only_ascii() -> bool {
    ONLY_ASCII.load(Ordering::Relaxed)
}

/// A text as a terminal can show it; what goes into a file or to another program does not pass here.
pub fn on_terminal(text: &str) -> Cow<'_, str> {
    if are_only_ascii() { in_ascii(text) } else { Cow::Borrowed(text) }
}
