//! How far something is that takes longer than a moment, on the standard error output where that is a terminal.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use super::out;
use crate::words::Language;

/// What is done within this time needs no word.
const AFTER: Duration = Duration::from_secs(1);

/// How often the words change.
const EVERY: Duration = Duration::from_millis(200);

/// What is shown of how far it is.
pub(in crate::cli) struct Shown {
    language: Language,
    due: Instant,
    /// How many columns are to be wiped out.
    columns: usize,
}

impl Shown {
    /// Does something and shows how far it is; nothing of that is left on the terminal.
    pub(in crate::cli) fn during<T>(
        language: Language,
        act: impl FnOnce(&mut dyn FnMut(usize, usize)) -> T,
    ) -> T {
        let mut shown = Self { language, due: Instant::now() + AFTER, columns: 0 };
        if !io::stderr().is_terminal() {
            return act(&mut |_, _| {});
        }
        act(&mut |done, of| {
            if let Some(words) = shown.words(done, of, Instant::now()) {
                shown.columns = out::over(&words, shown.columns);
            }
        })
    }

    /// The words, when it is time for others.
    fn words(&mut self, done: usize, of: usize, now: Instant) -> Option<String> {
        if now < self.due {
            return None;
        }
        self.due = now + EVERY;
        Some(self.language.files_read(done, of))
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if self.columns > 0 {
            out::over("", self.columns);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_within_a_second_and_then_at_a_pace_that_can_be_read() {
        let start = Instant::now();
        let mut shown = Shown { language: Language::Dutch, due: start + AFTER, columns: 0 };
        let mut at = |millis| shown.words(7, 250, start + Duration::from_millis(millis));
        assert_eq!([at(0), at(999)], [None, None]);
        assert_eq!(at(1000).as_deref(), Some("7 van 250 bestanden gelezen"));
        assert_eq!([at(1001), at(1199)], [None, None]);
        assert!(at(1200).is_some());
    }
}
