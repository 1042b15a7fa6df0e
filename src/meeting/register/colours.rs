//! The colour that a patient has, and the one before it.

use crate::checklist::Name;
use crate::meeting::record::latest::When;

/// The last two colours, the last one first; `None` where it was said to hold no longer.
#[derive(Default)]
pub(super) struct Colours(Vec<(When, Option<Name>)>);

impl Colours {
    /// Both, taken out.
    pub(super) fn taken(self) -> impl Iterator<Item = (When, Option<Name>)> {
        self.0.into_iter()
    }

    /// Takes a colour, or that there is none any more.
    pub(super) fn take(&mut self, when: When, colour: Option<Name>) {
        let at = self.0.partition_point(|(known, _)| *known > when);
        if at < 2 {
            self.0.insert(at, (when, colour));
            self.0.truncate(2);
        }
    }

    /// When the last word was said.
    pub(super) fn when(&self) -> Option<When> {
        self.0.first().map(|(when, _)| *when)
    }

    /// The colour that there is.
    pub(super) fn last(&self) -> Option<Name> {
        self.0.first().and_then(|(_, colour)| colour.clone())
    }

    /// The one before the last, where it was another.
    pub(super) fn before(&self) -> Option<Name> {
        let (last, before) = (self.last()?, self.0.get(1)?.1.clone()?);
        (last != before).then_some(before)
    }
}
