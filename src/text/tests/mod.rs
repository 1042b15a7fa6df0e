//! Tests of the text field as a whole.

mod behind;
mod field;
mod groupings;
mod measured;
mod model;
mod one_line;
mod parted;
mod refusals;
mod script;

use script::Script;

/// A small source of numbers that gives the same ones at every run.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    /// Up to `most` pieces of an alphabet.
    pub(super) fn text(&mut self, alphabet: &[&str], most: usize) -> String {
        (0..self.roll(most + 1)).map(|_| alphabet[self.roll(alphabet.len())]).collect()
    }
}
