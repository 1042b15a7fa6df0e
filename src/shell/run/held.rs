//! Keys that come while a meeting is being opened: they are meant for its pages, and wait till those are there.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::shell::inbox::input::Input;

/// Longer than this nothing waits: a disk that does not answer must not lock the keyboard.
const LONGEST: Duration = Duration::from_secs(10);

/// What came and waits, in its order.
#[derive(Debug, Default)]
pub(super) struct Held {
    inputs: VecDeque<Input>,
    since: Option<Instant>,
}

impl Held {
    /// Whether keys wait now, while a meeting is being opened or not.
    pub(super) fn waits(&mut self, is_opening: bool, now: Instant) -> bool {
        if !is_opening {
            self.since = None;
            return false;
        }
        let since = *self.since.get_or_insert(now);
        now.duration_since(since) < LONGEST
    }

    /// Whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.inputs.is_empty()
    }

    /// Lets one more wait, behind the others.
    pub(super) fn hold(&mut self, input: Input) {
        self.inputs.push_back(input);
    }

    /// The one that waits longest.
    pub(super) fn next(&mut self) -> Option<Input> {
        self.inputs.pop_front()
    }

    /// When what waits is to be taken anyway.
    pub(super) fn until(&self) -> Option<Instant> {
        self.since.filter(|_| !self.inputs.is_empty()).and_then(|since| since.checked_add(LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::{Key, KeyCode};

    #[test]
    fn what_waits_comes_in_its_order_and_never_waits_for_ever() {
        let start = Instant::now();
        let mut held = Held::default();
        assert!(!held.waits(false, start));
        assert!(held.waits(true, start));
        let letters = ['a', 'b'].map(|letter| Input::Key(Key::plain(KeyCode::Char(letter))));
        letters.clone().into_iter().for_each(|input| held.hold(input));
        assert_eq!(held.until(), Some(start + LONGEST));
        assert!(held.waits(true, start + LONGEST - Duration::from_millis(1)));
        assert!(!held.waits(true, start + LONGEST), "a disk that never answers");
        assert!(!held.waits(false, start), "it is open");
        assert_eq!([held.next(), held.next()], letters.map(Some));
        assert!(held.is_empty() && held.next().is_none() && held.until().is_none());
    }
}
