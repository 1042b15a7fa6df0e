//! Counts for a group to learn from: nobody can be found in them, and nobody is compared with anybody.
//!
//! A count under [`FEW`] is not shown, and neither is one from which such a count follows: what is left of a whole that is shown, and
//! the only hidden part of parts that make up a whole.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::document::{Document, DocumentKind, Table, WIDTH};
use super::mirror_source::{Counted, MirrorMeeting, MirrorPatient, MirrorSource};
use super::sheet::Sheet;
use crate::meeting::{MeetingId, typed};
use crate::text::same::folded;
use crate::words::Language;

/// Fewer than this are not told.
pub const FEW: usize = 5;

/// The upper ends of the classes of days from marking to death; more is the last class.
const CLASSES: [i64; 4] = [7, 30, 90, 180];

/// Counts of some meetings of a group.
#[derive(Clone, Copy)]
pub struct Mirror<'a> {
    /// In which language.
    pub language: Language,
    /// What is counted.
    pub source: &'a MirrorSource,
    /// Of which group; empty for all.
    pub group: &'a str,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: NaiveDate,
    /// Whether only fictional patients are in the notebook.
    pub fictional: bool,
}

/// Counts under one caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Of whom.
    pub caption: &'static str,
    /// What was counted, and how many.
    pub rows: Vec<(String, Count)>,
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

    fn of(number: Option<usize>) -> Self {
        number.map_or(Self::Hidden, Self::Patients)
    }
}

impl Mirror<'_> {
    /// The parts of the name of a file that holds it.
    pub fn name(&self) -> [String; 3] {
        [self.language.file_mirror().to_owned(), self.group.to_owned(), self.to.to_string()]
    }

    /// The meetings of the group and the period.
    pub fn meetings(&self) -> Vec<&MirrorMeeting> {
        let group = folded(self.group);
        let is_within = |day: NaiveDate| day <= self.to && self.from.is_none_or(|from| day >= from);
        let is_of = |name: &str| group.is_empty() || folded(name) == group;
        let all = self.source.meetings.iter();
        all.filter(|meeting| is_within(meeting.date) && is_of(&meeting.group)).collect()
    }

    /// The patients whom one of these meetings discussed.
    pub fn patients(&self) -> Vec<&MirrorPatient> {
        let meetings: HashSet<MeetingId> = self.meetings().iter().map(|meeting| meeting.id).collect();
        let all = self.source.patients.iter();
        all.filter(|patient| patient.discussed.iter().any(|id| meetings.contains(id))).collect()
    }

    /// The counts, table by table.
    pub fn counts(&self) -> Vec<Counts> {
        let language = self.language;
        let all: Vec<Counted> = self.patients().iter().map(|patient| patient.counted).collect();
        let whole = all.len();
        let count = |is: fn(&Counted) -> bool| all.iter().filter(|one| is(one)).count();
        let (died, discussed) = (count(|one| one.died), safe(whole, None));
        let mut rows = vec![(language.mirror_discussed(), discussed)];
        for (label, number) in [
            (language.mirror_marked(), count(|one| one.marked)),
            (language.mirror_plan(), count(|one| one.plan)),
            (language.mirror_central(), count(|one| one.central)),
            (language.mirror_place(), count(|one| one.place)),
            (language.mirror_consulted(), count(|one| one.consulted)),
            (language.mirror_died(), died),
        ] {
            rows.push((label, safe(number, Some((whole, discussed)))));
        }
        let mut tables = vec![table(language.mirror_all(), &rows)];
        let died_told = safe(died, Some((whole, discussed)));
        if died_told.is_some() {
            let known = count(|one| one.died && one.place_known);
            let known_told = safe(known, Some((died, died_told)));
            let reached = count(|one| one.died && one.place_known && one.place_reached);
            let rows = [
                (
                    language.mirror_looked_back(),
                    safe(count(|one| one.died && one.looked_back), Some((died, died_told))),
                ),
                (language.mirror_place_known(), known_told),
                (
                    language.mirror_place_reached(),
                    known_told.and_then(|_| safe(reached, Some((known, known_told)))),
                ),
            ];
            tables.push(table(language.mirror_of_died(), &rows));
            tables.extend(self.days(&all));
        }
        tables
    }

    /// The paper.
    pub fn document(&self) -> Document {
        let language = self.language;
        let mut sheet = Sheet::new(WIDTH);
        let title = language.mirror_title();
        sheet.heading(1, title);
        sheet.line(&self.period());
        if self.fictional {
            sheet.warning(language.export_fictional());
        }
        if self.source.unread > 0 {
            sheet.warning(&language.something_unread(self.source.unread));
        }
        sheet.line(language.mirror_of_today());
        for counts in self.counts() {
            let row = |(label, count): &(String, Count)| vec![label.clone(), count.told(language)];
            sheet.gap().table(Table {
                caption: counts.caption.to_owned(),
                columns: vec![language.mirror_what().to_owned(), language.mirror_patients().to_owned()],
                rows: counts.rows.iter().map(row).collect(),
            });
        }
        for (label, texts) in self.noted() {
            sheet.gap().heading(2, label);
            texts.iter().for_each(|text| {
                sheet.point(text.trim());
            });
        }
        sheet.gap().note(language.mirror_note());
        let mut foot = vec![title.to_owned(), typed::numeric(self.to)];
        foot.extend(self.fictional.then(|| language.export_fictional().to_owned()));
        Document {
            kind: DocumentKind::Mirror,
            language,
            title: title.to_owned(),
            reader: String::new(),
            foot: foot.join(", "),
            fictional: self.fictional,
            blocks: sheet.blocks(),
        }
    }

    /// Of which group, from when until when, and over how many meetings.
    pub fn period(&self) -> String {
        let from = self.from.map(typed::numeric).unwrap_or_default();
        let to = typed::numeric(self.to);
        self.language.mirror_period(self.group.trim(), &from, &to, self.meetings().len())
    }

    /// What the group noted of itself, under its label; nothing where it noted nothing.
    pub fn noted(&self) -> Vec<(&'static str, Vec<&str>)> {
        let meetings = self.meetings();
        let texts = |text: fn(&MirrorMeeting) -> &str| -> Vec<&str> {
            let all = meetings.iter().map(|meeting| text(meeting).trim());
            all.filter(|text| !text.is_empty()).collect()
        };
        let noted = [
            (self.language.export_bottlenecks(), texts(|meeting| &meeting.bottlenecks)),
            (self.language.export_learning_needs(), texts(|meeting| &meeting.learning_needs)),
        ];
        noted.into_iter().filter(|(_, texts)| !texts.is_empty()).collect()
    }

    /// Days from marking to death: how many in each class, and the median; nothing where they are few.
    fn days(&self, all: &[Counted]) -> Option<Counts> {
        let language = self.language;
        let mut days: Vec<i64> = all.iter().filter(|one| one.died).filter_map(|one| one.days).collect();
        if days.len() < FEW {
            return None;
        }
        days.sort_unstable();
        let mut classes = [0_usize; CLASSES.len() + 1];
        for day in &days {
            let at = CLASSES.iter().position(|end| day <= end).unwrap_or(CLASSES.len());
            if let Some(class) = classes.get_mut(at) {
                *class += 1;
            }
        }
        let told = safe_parts(&classes);
        let mut rows = Vec::new();
        let mut begin = 0;
        for (at, number) in told.iter().enumerate() {
            let label = language.mirror_days(begin, CLASSES.get(at).copied());
            begin = CLASSES.get(at).map_or(begin, |end| end + 1);
            rows.push((label, Count::of(*number)));
        }
        let median = median(&days).map(|median| (language.mirror_median().to_owned(), Count::Days(median)));
        rows.extend(median);
        Some(Counts { caption: language.mirror_marking_to_death(), rows })
    }
}

fn table(caption: &'static str, rows: &[(&str, Option<usize>)]) -> Counts {
    let row = |(label, number): &(&str, Option<usize>)| ((*label).to_owned(), Count::of(*number));
    Counts { caption, rows: rows.iter().map(row).collect() }
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
#[path = "tests/mirror.rs"]
mod tests;
