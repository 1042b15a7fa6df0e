//! The colour that a patient has, and the one before it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::checklist::Name;
use crate::meeting::record::latest::When;

/// The last two colours, the last one first; `None` where it was said to hold no longer.
#[derive(Default)]
pub(super) struct Colours {
    last: Vec<(When, Option<Name>)>,
    /// What else was noted under another identity of the person, and on which day: of two records made apart none is the last word.
    beside: Option<(NaiveDate, Option<Name>)>,
}

/// What was noted of the colour on the day of the last one under another identity of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColourBeside {
    /// Another colour.
    Colour(Name),
    /// That there is none any more.
    NoLonger,
}

impl ColourBeside {
    /// Of a colour, or of none any more.
    pub(super) fn of(colour: Option<Name>) -> Self {
        colour.map_or(Self::NoLonger, Self::Colour)
    }

    /// The colour, where it is one.
    pub const fn colour(&self) -> Option<&Name> {
        match self {
            Self::Colour(code) => Some(code),
            Self::NoLonger => None,
        }
    }
}

impl Colours {
    /// Takes over what is known of the same person under another identity.
    pub(super) fn merge(&mut self, other: Self) {
        let both = match (self.last.first(), other.last.first()) {
            (Some((own, this)), Some((when, that))) if own.day == when.day && this != that => {
                Some((own.day, [this.clone(), that.clone()]))
            }
            _ => None,
        };
        self.beside = self.beside.take().max(other.beside);
        other.last.into_iter().for_each(|(when, code)| self.take(when, code));
        if let Some((day, said)) = both {
            let last = self.last.first().and_then(|(_, last)| last.clone());
            self.beside = said.into_iter().find(|one| *one != last).map(|beside| (day, beside));
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

    /// What was noted beside the last word on the same day.
    fn other(&self) -> Option<&Option<Name>> {
        let (when, last) = self.last.first()?;
        let (_, beside) = self.beside.as_ref().filter(|(day, beside)| *day == when.day && beside != last)?;
        Some(beside)
    }

    /// The colour that there is, also where it was noted beside that on the same day that there is none any more.
    pub(super) fn last(&self) -> Option<Name> {
        let last = self.last.first().and_then(|(_, colour)| colour.clone());
        last.or_else(|| self.other().cloned().flatten())
    }

    /// What else was noted on the same day under another identity.
    pub(super) fn beside(&self) -> Option<ColourBeside> {
        let last = &self.last.first()?.1;
        let other = self.other()?;
        let colour = last.is_some().then(|| other.clone()).flatten();
        Some(ColourBeside::of(colour))
    }

    /// The one before the last, where it was another.
    pub(super) fn before(&self) -> Option<Name> {
        let (last, before) = (self.last()?, self.last.get(1)?.1.clone()?);
        (last != before && self.beside().is_none()).then_some(before)
    }
}
