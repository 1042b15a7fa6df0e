//! What is counted of a group, and which of it may be told.
//!
//! A count under [`FEW`] is not shown, and neither is one from which such a count follows: what is left of a whole that is shown, and
//! the only hidden part of parts that make up a whole.

use super::mirror_source::Counted;
use crate::words::Language;

/// Fewer than this are not told.
pub const FEW: usize = 5;

/// The upper ends of the classes of days from marking to death; more is the last class.
const CLASSES: [i64; 4] = [7, 30, 90, 180];

/// Something that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Who was discussed.
    Discussed,
    /// Of those, whose palliative phase is marked.
    Marked,
    /// Of those, who has a plan.
    Plan,
    /// Of those, whose central care provider is known.
    CentralCarer,
    /// Of those, whose preferred place of death was noted.
    PreferredPlace,
    /// Of those, for whom a specialised team was asked.
    Consulted,
    /// Of those, who died.
    Died,
    /// Of who died, on whom the team looked back.
    LookedBack,
    /// Of who died, whose preferred place was known.
    PlaceKnown,
    /// Of whose place was known, who died there.
    PlaceReached,
    /// Of who died, how many did so many days after the marking: from, and to where the class has an end.
    Days(i64, Option<i64>),
    /// Days from marking to death, of the middle one.
    Median,
    /// No patients, but meetings that could not be counted as they stand: unread, or with a second version.
    Unread,
}

impl Measure {
    /// The name by which programs know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Discussed => "discussed",
            Self::Marked => "marked",
            Self::Plan => "plan",
            Self::CentralCarer => "central_carer",
            Self::PreferredPlace => "preferred_place",
            Self::Consulted => "consulted",
            Self::Died => "died",
            Self::LookedBack => "looked_back",
            Self::PlaceKnown => "place_known",
            Self::PlaceReached => "place_reached",
            Self::Days(..) => "days",
            Self::Median => "days_median",
            Self::Unread => "meetings_unread",
        }
    }

    /// Of whom it is a part.
    pub const fn whole(self) -> Option<Self> {
        match self {
            Self::Discussed | Self::Median | Self::Unread => None,
            Self::Marked
            | Self::Plan
            | Self::CentralCarer
            | Self::PreferredPlace
            | Self::Consulted
            | Self::Died => Some(Self::Discussed),
            Self::LookedBack | Self::PlaceKnown | Self::Days(..) => Some(Self::Died),
            Self::PlaceReached => Some(Self::PlaceKnown),
        }
    }

    /// What it is called.
    pub fn label(self, language: Language) -> String {
        match self {
            Self::Discussed => language.mirror_discussed(),
            Self::Marked => language.mirror_marked(),
            Self::Plan => language.mirror_plan(),
            Self::CentralCarer => language.mirror_central(),
            Self::PreferredPlace => language.mirror_place(),
            Self::Consulted => language.mirror_consulted(),
            Self::Died => language.mirror_died(),
            Self::LookedBack => language.mirror_looked_back(),
            Self::PlaceKnown => language.mirror_place_known(),
            Self::PlaceReached => language.mirror_place_reached(),
            Self::Median => language.mirror_median(),
            Self::Unread => language.mirror_unread(),
            Self::Days(begin, end) => return language.mirror_days(begin, end),
        }
        .to_owned()
    }
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many patients.
    Patients(usize),
    /// Not told, for it is few or few follow from it.
    Hidden,
    /// No count of patients, but so many days.
    Days(i64),
}

impl Count {
    /// The count in words.
    pub fn told(self, language: Language) -> String {
        match self {
            Self::Patients(number) => number.to_string(),
            Self::Hidden => language.mirror_hidden().to_owned(),
            Self::Days(days) => language.mirror_median_days(days),
        }
    }

    pub(super) fn of(number: Option<usize>) -> Self {
        number.map_or(Self::Hidden, Self::Patients)
    }
}

/// How many of some patients there are of everything that is counted, in its order; `None` for what is no count of patients.
pub(super) fn counted(all: &[Counted]) -> Vec<Option<usize>> {
    let count = |is: fn(&Counted) -> bool| Some(all.iter().filter(|one| is(one)).count());
    let mut counts = vec![
        Some(all.len()),
        count(|one| one.marked),
        count(|one| one.plan),
        count(|one| one.central),
        count(|one| one.place),
        count(|one| one.consulted),
        count(|one| one.died),
        count(|one| one.died && one.looked_back),
        count(|one| one.died && one.place_known),
        count(|one| one.died && one.place_known && one.place_reached),
    ];
    counts.extend(classes(&days_of(all)).map(Some));
    counts.push(None);
    counts
}

/// Everything that is counted of some patients, in its order.
pub(super) fn measured(all: &[Counted]) -> Vec<(Measure, Count)> {
    let count = |is: fn(&Counted) -> bool| all.iter().filter(|one| is(one)).count();
    let whole = all.len();
    let discussed = safe(whole, None);
    let died = count(|one| one.died);
    let mut told = vec![(Measure::Discussed, Count::of(discussed))];
    for (measure, number) in [
        (Measure::Marked, count(|one| one.marked)),
        (Measure::Plan, count(|one| one.plan)),
        (Measure::CentralCarer, count(|one| one.central)),
        (Measure::PreferredPlace, count(|one| one.place)),
        (Measure::Consulted, count(|one| one.consulted)),
        (Measure::Died, died),
    ] {
        told.push((measure, Count::of(safe(number, Some((whole, discussed))))));
    }
    let died_told = safe(died, Some((whole, discussed)));
    let of_died = |number| died_told.and_then(|_| safe(number, Some((died, died_told))));
    let known = count(|one| one.died && one.place_known);
    let known_told = of_died(known);
    let reached = count(|one| one.died && one.place_known && one.place_reached);
    let reached_told = known_told.and_then(|_| safe(reached, Some((known, known_told))));
    let looked_back = of_died(count(|one| one.died && one.looked_back));
    told.push((Measure::LookedBack, Count::of(looked_back)));
    told.push((Measure::PlaceKnown, Count::of(known_told)));
    told.push((Measure::PlaceReached, Count::of(reached_told)));
    told.extend(days(all, died, died_told.is_some()));
    told
}

/// Days from marking to death: how many in each class, and the median; hidden where they are few.
fn days(all: &[Counted], died: usize, is_told: bool) -> Vec<(Measure, Count)> {
    let days = days_of(all);
    let is_told = is_told && days.len() >= FEW;
    let mut parts = classes(&days).to_vec();
    // Of whom the days are not known is what is left of all who died.
    let unknown = died.saturating_sub(days.len());
    parts.extend((unknown > 0).then_some(unknown));
    let mut told = Vec::new();
    let mut begin = 0;
    for (at, number) in safe_parts(&parts).into_iter().take(CLASSES.len() + 1).enumerate() {
        let end = CLASSES.get(at).copied();
        told.push((Measure::Days(begin, end), Count::of(number.filter(|_| is_told))));
        begin = end.map_or(begin, |end| end + 1);
    }
    let median = median(&days).filter(|_| is_told).map_or(Count::Hidden, Count::Days);
    told.push((Measure::Median, median));
    told
}

/// The days from marking to death of everybody of whom they are known, in their order.
fn days_of(all: &[Counted]) -> Vec<i64> {
    let mut days: Vec<i64> = all.iter().filter(|one| one.died).filter_map(|one| one.days).collect();
    days.sort_unstable();
    days
}

/// How many of them are in each class.
fn classes(days: &[i64]) -> [usize; CLASSES.len() + 1] {
    let mut classes = [0; CLASSES.len() + 1];
    for day in days {
        let at = CLASSES.iter().position(|end| day <= end).unwrap_or(CLASSES.len());
        if let Some(class) = classes.get_mut(at) {
            *class += 1;
        }
    }
    classes
}

/// The middle of values in their order; of two in the middle the lower, so that it is always a whole number of days.
fn median(sorted: &[i64]) -> Option<i64> {
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

/// A count that may be told: not a small one, and none that leaves a small rest of a whole that is told.
fn safe(number: usize, whole: Option<(usize, Option<usize>)>) -> Option<usize> {
    let leaves_few = whole.is_some_and(|(whole, told)| told.is_some() && whole.saturating_sub(number) < FEW);
    (number >= FEW && !leaves_few).then_some(number)
}

/// Parts of a whole that may be told: the small ones are hidden, and as many more, the smallest first, as it takes for what is hidden
/// to be several parts that are not few together.
fn safe_parts(parts: &[usize]) -> Vec<Option<usize>> {
    let mut told: Vec<Option<usize>> = parts.iter().map(|part| safe(*part, None)).collect();
    loop {
        let hidden: Vec<usize> =
            parts.iter().zip(&told).filter(|(_, told)| told.is_none()).map(|(part, _)| *part).collect();
        let is_enough = hidden.is_empty() || (hidden.len() > 1 && hidden.iter().sum::<usize>() >= FEW);
        let smallest = told.iter().enumerate().filter_map(|(at, part)| Some(((*part)?, at))).min();
        match smallest {
            Some((_, at)) if !is_enough => {
                if let Some(part) = told.get_mut(at) {
                    *part = None;
                }
            }
            _ => return told,
        }
    }
}

#[cfg(test)]
#[path = "tests/measure.rs"]
mod tests;
