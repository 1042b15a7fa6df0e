//! Counts for a group to learn from: nobody can be found in them, and nobody is compared with anybody.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike as _, NaiveDate};

use super::document::{Document, DocumentKind, Table, WIDTH};
use super::measure::{Count, FEW, Measure, counted, measured};
use super::mirror_source::{Counted, MirrorMeeting, MirrorPatient, MirrorSource, groups};
use super::sheet::Sheet;
use crate::meeting::{MeetingId, typed};
use crate::text::same::folded;
use crate::words::Language;

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
    /// Whether all patients are fictional.
    pub fictional: bool,
}

/// Counts under one caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Of whom.
    pub caption: &'static str,
    /// What was counted, and how many.
    pub rows: Vec<(String, Count)>,
    /// Whom the counts leave out; empty where that is nobody.
    pub remark: &'static str,
}

impl Mirror<'_> {
    /// The parts of the name of a file that holds it.
    pub fn name(&self) -> [String; 3] {
        let to = self.to.to_string();
        let period =
            self.from.map_or_else(|| to.clone(), |from| self.language.file_period(&from.to_string(), &to));
        [self.language.file_mirror().to_owned(), self.group.to_owned(), period]
    }

    /// The meetings of the group and the period.
    pub fn meetings(&self) -> Vec<&MirrorMeeting> {
        self.of_group().filter(|meeting| self.is_within(meeting)).collect()
    }

    fn of_group(&self) -> impl Iterator<Item = &MirrorMeeting> {
        let group = folded(self.group);
        let all = self.source.meetings.iter();
        all.filter(move |meeting| group.is_empty() || folded(&meeting.group) == group)
    }

    /// Whether a meeting lies in the period; of one whose day nobody knows that is said of no period with a beginning.
    fn is_within(&self, meeting: &MirrorMeeting) -> bool {
        let began = |from: NaiveDate| !meeting.day_unknown && meeting.date >= from;
        meeting.date <= self.to && self.from.is_none_or(began)
    }

    /// What is to be known of the counts first.
    pub fn told_first(&self) -> Vec<String> {
        let mut told = self.source.caveats.until(self.to).told(self.language);
        let invented = self.source.invented;
        told.extend((invented > 0).then(|| self.language.mirror_without_invented(invented)));
        told
    }

    /// How many meetings lie after the period.
    fn later(&self) -> usize {
        self.of_group().filter(|meeting| meeting.date > self.to).count()
    }

    /// The groups that met in the period, each by the name that it had last.
    pub fn groups(&self) -> Vec<&str> {
        groups(self.source.meetings.iter().filter(|meeting| self.is_within(meeting)))
    }

    /// The patients whom one of these meetings discussed.
    pub fn patients(&self) -> Vec<&MirrorPatient> {
        let meetings: HashSet<MeetingId> = self.meetings().iter().map(|meeting| meeting.id).collect();
        let all = self.source.patients.iter();
        all.filter(|patient| patient.discussed.iter().any(|id| meetings.contains(id))).collect()
    }

    /// Everything that is counted, in its order; what is not told is hidden.
    ///
    /// Over all groups a count is hidden too where what is hidden of a group would follow from it: where one group alone
    /// hides it, and where those that hide it are few together. And of a period, where few follow from the counts of another one.
    pub fn measured(&self) -> Vec<(Measure, Count)> {
        let all: Vec<Counted> = self.patients().iter().map(|patient| patient.counted).collect();
        let mut told = measured(&all);
        for rest in self.rests() {
            let counts = told.iter_mut().zip(counted(&rest));
            let few = counts.filter(|(_, number)| number.is_some_and(|number| (1..FEW).contains(&number)));
            few.for_each(|((_, count), _)| *count = Count::Hidden);
        }
        let groups = self.groups_apart();
        let of_each: Vec<Vec<(Measure, Count)>> =
            groups.iter().map(|meetings| measured(&self.counted_in(meetings))).collect();
        // The middle day of all says nothing of that of one group.
        let sums = told.iter_mut().enumerate().filter(|(_, (measure, _))| *measure != Measure::Median);
        for (at, (_, count)) in sums {
            let is_hidden =
                |of: &[(Measure, Count)]| of.get(at).is_some_and(|(_, count)| *count == Count::Hidden);
            let hiding: Vec<&HashSet<MeetingId>> =
                groups.iter().zip(&of_each).filter(|(_, of)| is_hidden(of)).map(|(group, _)| group).collect();
            let follows = match hiding.as_slice() {
                [] => false,
                [_] => groups.len() > 1,
                several => {
                    let together: HashSet<MeetingId> = several.iter().copied().flatten().copied().collect();
                    is_hidden(&measured(&self.counted_in(&together)))
                }
            };
            if follows {
                *count = Count::Hidden;
            }
        }
        told
    }

    /// Whom a period leaves of another one, of which somebody may have the counts as well: of all meetings until today, and of each
    /// year that lies around this period or within it. What is left of all meetings is kept by the year, which is told less then.
    fn rests(&self) -> Vec<Vec<Counted>> {
        let whole = Self { from: None, to: self.source.caveats.today.max(self.to), ..*self };
        let ids = |of: &Self| of.meetings().iter().map(|meeting| meeting.id).collect::<HashSet<MeetingId>>();
        let (own, every) = (ids(self), ids(&whole));
        if own == every {
            return Vec::new();
        }
        let mut years: Vec<i32> = whole.meetings().iter().map(|meeting| meeting.date.year()).collect();
        years.sort_unstable();
        years.dedup();
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        let of_year = years.into_iter().map(|year| {
            ids(&Self { from: day(year, 1, 1), to: day(year, 12, 31).unwrap_or(whole.to), ..whole })
        });
        let discussed = |patient: &MirrorPatient, meetings: &HashSet<MeetingId>| {
            patient.discussed.iter().any(|id| meetings.contains(id))
        };
        let left = |(more, less): (&HashSet<MeetingId>, &HashSet<MeetingId>)| {
            let of = self.source.patients.iter();
            let rest = of.filter(|patient| discussed(patient, more) && !discussed(patient, less));
            rest.map(|patient| patient.counted).collect()
        };
        let others: Vec<HashSet<MeetingId>> = of_year.chain([every]).collect();
        let pairs = others.iter().filter_map(|other| match other {
            other if *other == own => None,
            other if own.is_subset(other) => Some((other, &own)),
            other if own.is_superset(other) => Some((&own, other)),
            _ => None,
        });
        pairs.map(left).collect()
    }

    /// The meetings of each group that is counted here, those without a name as one.
    fn groups_apart(&self) -> Vec<HashSet<MeetingId>> {
        let mut apart: BTreeMap<String, HashSet<MeetingId>> = BTreeMap::new();
        for meeting in self.meetings() {
            apart.entry(folded(&meeting.group)).or_default().insert(meeting.id);
        }
        apart.into_values().collect()
    }

    /// What is counted of the patients whom one of these meetings discussed.
    fn counted_in(&self, meetings: &HashSet<MeetingId>) -> Vec<Counted> {
        let is_in = |patient: &&MirrorPatient| patient.discussed.iter().any(|id| meetings.contains(id));
        self.source.patients.iter().filter(is_in).map(|patient| patient.counted).collect()
    }

    /// The counts, table by table; of what is hidden as a whole there is no table.
    pub fn counts(&self) -> Vec<Counts> {
        let language = self.language;
        let none = |caption| Counts { caption, rows: Vec::new(), remark: "" };
        let mut all = none(language.mirror_all());
        let mut died = none(language.mirror_of_died());
        let mut days = none(language.mirror_marking_to_death());
        // Always, so that nothing follows from its being there.
        days.remark = language.mirror_days_left_out();
        let measured = self.measured();
        for (measure, count) in &measured {
            let rows = match measure {
                Measure::Days(..) | Measure::Median => &mut days.rows,
                _ if measure.whole() == Some(Measure::Died)
                    || measure.whole() == Some(Measure::PlaceKnown) =>
                {
                    &mut died.rows
                }
                _ => &mut all.rows,
            };
            rows.push((measure.label(language), *count));
        }
        let told = |measure| measured.iter().any(|(one, count)| *one == measure && *count != Count::Hidden);
        let mut tables = vec![all];
        tables.extend(told(Measure::Died).then_some(died));
        tables.extend(told(Measure::Median).then_some(days));
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
        sheet.warnings(&self.told_first());
        sheet.line(language.mirror_of_today());
        for counts in self.counts() {
            let row = |(label, count): &(String, Count)| vec![label.clone(), count.told(language)];
            sheet.gap().table(Table {
                caption: counts.caption.to_owned(),
                columns: vec![language.mirror_what().to_owned(), language.mirror_patients().to_owned()],
                rows: counts.rows.iter().map(row).collect(),
            });
            if !counts.remark.is_empty() {
                sheet.line(counts.remark);
            }
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
        let meetings = self.meetings().len();
        let mut told = self.language.mirror_period(self.group.trim(), &from, &to, meetings);
        let unknown =
            self.of_group().filter(|meeting| meeting.day_unknown && meeting.date <= self.to).count();
        if unknown > 0 {
            told.push_str(&self.language.mirror_day_unknown(unknown, self.from.is_none()));
        }
        if meetings == 0 && self.later() > 0 {
            told.push_str(&self.language.mirror_later(self.later()));
        }
        told
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
}

#[cfg(test)]
#[path = "tests/mirror.rs"]
mod tests;
