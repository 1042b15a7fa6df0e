//! The colour that a patient has, and the one before it.

use chrono::NaiveDate;

use crate::checklist::Name;
use crate::meeting::record::latest::When;

/// The last two colours, the last one first; `None` where it was said to hold no longer.
#[derive(Default)]
pub(super) struct Colours {
    last: Vec<(When, Option<Name>)>,
    /// Another colour that was noted under another identity of the person, and on which day: of two records made apart none is the
    /// last word.
    beside: Option<(NaiveDate, Name)>,
}

impl Colours {
    /// Takes over what is known of the same person under another identity.
    pub(super) fn merge(&mut self, other: Self) {
        let both = match (self.last.first(), other.last.first()) {
            (Some((own, Some(this))), Some((when, Some(that)))) if own.day == when.day && this != that => {
                Some((own.day, this.clone(), that.clone()))
            }
            _ => None,
        };
        self.beside = self.beside.take().max(other.beside);
        other.last.into_iter().for_each(|(when, code)| self.take(when, code));
        if let Some((day, this, that)) = both {
            self.beside = Some((day, if self.last().as_ref() == Some(&this) { that } else { this }));
        }
    }

    /// Takes a colour, or that there is none any more.
    pub(super) fn take(&mut self, when: When, colour: Option<Name>) {
        let at = self.last.partition_point(|(known, _)| *known > when);
        if at < 2 {
            self.last.insert(at, (when, colour));
            self.last.truncate(2);
        }
    }

    /// When the last word was said.
    pub(super) fn when(&self) -> Option<When> {
        self.last.first().map(|(when, _)| *when)
    }

    /// The colour that there is.
    pub(super) fn last(&self) -> Option<Name> {
        self.last.first().and_then(|(_, colour)| colour.clone())
    }

    /// The one that was noted on the same day under another identity, where it is another.
    pub(super) fn beside(&self) -> Option<Name> {
        let (when, last) = self.last.first()?;
        let (_, beside) = self.beside.as_ref().filter(|(day, _)| *day == when.day)?;
        (last.as_ref()? != beside).then(|| beside.clone())
    }

    /// The one before the last, where it was another.
    pub(super) fn before(&self) -> Option<Name> {
        let (last, before) = (self.last()?, self.last.get(1)?.1.clone()?);
        (last != before && self.beside().is_none()).then_some(before)
    }
}
