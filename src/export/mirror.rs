//! Counts for a group to learn from: nobody can be found in them, and nobody is compared with anybody.
//!
//! A count under [`FEW`] is not shown, and neither is one from which such a count follows: what is left of a whole that is shown, and
//! the only hidden part of parts that make up a whole.

use chrono::NaiveDate;

use super::document::{Document, DocumentKind, Table, WIDTH};
use super::sheet::Sheet;
use crate::checklist::{Looks, Name};
use crate::meeting::register::state::MARKING;
use crate::meeting::{Answer, Course, Given, KnownPatient, QuestionKey, Stood, typed};
use crate::words::Language;

/// Fewer than this are not told.
pub const FEW: usize = 5;

/// The upper ends of the classes of days from marking to death; more is the last class.
const CLASSES: [i64; 4] = [7, 30, 90, 180];

/// What counts are made of.
#[derive(Clone, Copy)]
pub struct Mirror<'a> {
    /// In which language.
    pub language: Language,
    /// The patients discussed in the period, each with what stands today and everything that was recorded.
    pub patients: &'a [(&'a KnownPatient, Course)],
    /// How many meetings there were.
    pub meetings: usize,
    /// What the group noted as bottlenecks.
    pub bottlenecks: &'a [String],
    /// What the group noted as learning needs.
    pub learning_needs: &'a [String],
    /// Of which group; empty for all.
    pub group: &'a str,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: NaiveDate,
    /// Whether only fictional patients are in the notebook.
    pub fictional: bool,
}

/// What is counted of one patient.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    marked: bool,
    plan: bool,
    central: bool,
    place: bool,
    consulted: bool,
    died: bool,
    looked_back: bool,
    place_known: bool,
    place_reached: bool,
    days: Option<i64>,
}

impl Mirror<'_> {
    /// The paper.
    pub fn document(&self) -> Document {
        let language = self.language;
        let all: Vec<Counted> = self.patients.iter().map(|(known, course)| counted(known, course)).collect();
        let mut sheet = Sheet::new(WIDTH);
        let title = language.mirror_title();
        sheet.heading(1, title);
        let from = self.from.map(typed::numeric).unwrap_or_default();
        sheet.line(&language.mirror_period(
            self.group.trim(),
            &from,
            &typed::numeric(self.to),
            self.meetings,
        ));
        if self.fictional {
            sheet.warning(language.export_fictional());
        }
        sheet.line(language.mirror_of_today()).gap();
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
        let died_told = safe(died, Some((whole, discussed)));
        sheet.table(self.table(language.mirror_all(), &rows));
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
            sheet.gap().table(self.table(language.mirror_of_died(), &rows));
            self.days(&mut sheet, &all);
        }
        for (label, texts) in [
            (language.export_bottlenecks(), self.bottlenecks),
            (language.export_learning_needs(), self.learning_needs),
        ] {
            if !texts.is_empty() {
                sheet.gap().heading(2, label);
                texts.iter().for_each(|text| {
                    sheet.point(text.trim());
                });
            }
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

    fn table(&self, caption: &str, rows: &[(&str, Option<usize>)]) -> Table {
        let row = |(label, number): &(&str, Option<usize>)| vec![(*label).to_owned(), self.told(*number)];
        Table {
            caption: caption.to_owned(),
            columns: vec![self.language.mirror_what().to_owned(), self.language.mirror_patients().to_owned()],
            rows: rows.iter().map(row).collect(),
        }
    }

    fn told(&self, number: Option<usize>) -> String {
        number.map_or_else(|| self.language.mirror_hidden().to_owned(), |number| number.to_string())
    }

    /// Days from marking to death: the median, and how many in each class.
    fn days(&self, sheet: &mut Sheet, all: &[Counted]) {
        let language = self.language;
        let mut days: Vec<i64> = all.iter().filter(|one| one.died).filter_map(|one| one.days).collect();
        if days.len() < FEW {
            return;
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
            rows.push(vec![label, self.told(*number)]);
        }
        if let Some(median) = median(&days) {
            rows.push(vec![language.mirror_median().to_owned(), language.mirror_median_days(median)]);
        }
        sheet.gap().table(Table {
            caption: language.mirror_marking_to_death().to_owned(),
            columns: vec![language.mirror_what().to_owned(), language.mirror_patients().to_owned()],
            rows,
        });
    }
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

fn counted(known: &KnownPatient, course: &Course) -> Counted {
    let standing = course.standing();
    let answer = |checklist: &str, item: &str| -> Option<&Stood<Answer>> {
        standing.answers.get(&QuestionKey::new(&Name::new(checklist), &Name::new(item)))
    };
    let chosen = |checklist: &str, item: &str| match answer(checklist, item)?.value.given.as_ref()? {
        Given::Choice(code) => Some(code.as_str()),
        _ => None,
    };
    let marked = known.judged.get(MARKING.0).filter(|(_, choice)| choice.as_str() == MARKING.1);
    let died_on = answer("nabespreking", "overleden-op").and_then(|stood| match &stood.value.given {
        Some(Given::Date(text)) => typed::date(text, stood.date, Looks::Back),
        _ => None,
    });
    let days = marked.zip(died_on).map(|((marked, _), died)| (died - *marked).num_days());
    Counted {
        marked: marked.is_some(),
        plan: known.plan.is_some_and(|plan| plan.held),
        central: !known.central_carer.trim().is_empty(),
        place: chosen("pzp", "gewenste-plaats").is_some(),
        consulted: matches!(chosen("vier-dimensies", "consult"), Some("ja" | "betrokken")),
        died: known.deceased,
        looked_back: known.looked_back,
        place_known: chosen("nabespreking", "gewenste-plaats").is_some_and(|code| code != "onbekend"),
        place_reached: answer("nabespreking", "plaats-bereikt")
            .is_some_and(|stood| stood.value.given == Some(Given::YesNo(true))),
        days: days.filter(|days| *days >= 0),
    }
}

#[cfg(test)]
#[path = "tests/mirror.rs"]
mod tests;
