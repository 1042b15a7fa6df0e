//! What is open of all that was agreed, by who does it, over all patients and meetings.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::document::{Document, DocumentKind, Place, WIDTH, warned};
use super::sheet::Sheet;
use crate::checklist::Looks;
use crate::meeting::{Caveats, KnownPatient, OpenAgreement, Owner, PatientId, typed};
use crate::text::same::{self, folded, plain_name, same_name};
use crate::words::Language;

/// The open agreements of some patients.
#[derive(Clone, Copy)]
pub struct OpenAgreements<'a> {
    /// In which language.
    pub language: Language,
    /// The patients.
    pub patients: &'a [&'a KnownPatient],
    /// Only of this group, as named; every group where it is empty.
    pub group: &'a str,
    /// Only of owners with this name, or a word that begins so; everybody where it is empty.
    pub owner: &'a str,
    /// The day on which it is made.
    pub today: NaiveDate,
    /// What does not count in it.
    pub caveats: &'a Caveats,
    /// Whether all patients are fictional.
    pub fictional: bool,
}

impl OpenAgreements<'_> {
    /// The paper: owner by owner in the order of their names, what nobody does last; what is overdue comes first.
    pub fn document(&self) -> Document {
        let language = self.language;
        let mut owners: BTreeMap<(bool, String), (String, Vec<Row<'_>>)> = BTreeMap::new();
        let exactly = self.names_somebody();
        for known in self.patients.iter().filter(|known| self.is_of_group(known)) {
            for open in &known.agreements {
                let owner = owner(open);
                if self.is_wanted(owner, exactly) {
                    let key = (owner.is_empty(), same::name(owner));
                    let row = self.row(known, open);
                    owners.entry(key).or_insert_with(|| (owner.to_owned(), Vec::new())).1.push(row);
                }
            }
        }
        let mut sheet = Sheet::new(WIDTH);
        let title = language.agreements_title();
        sheet.heading(1, title);
        let day = typed::day(self.today, language);
        sheet.line(&language.agreements_made(&day, self.group.trim(), self.owner.trim()));
        if self.fictional {
            sheet.warning(language.export_fictional());
        }
        sheet.warnings(&self.caveats.told(language));
        if owners.is_empty() {
            sheet.gap().line(language.agreements_none());
        }
        for ((nobody, _), (owner, mut rows)) in owners {
            rows.sort_by_key(Row::order);
            let owner = if nobody { language.agreement_no_owner() } else { &owner };
            let overdue = rows.iter().filter(|row| row.overdue).count();
            sheet.gap().heading(2, &language.agreements_of(owner, rows.len(), overdue));
            for row in rows {
                sheet.labelled_at(Place::POINT, row.what, &row.said);
            }
        }
        sheet.gap().note(language.agreements_note());
        if self.fictional {
            sheet.warning(language.export_fictional());
        }
        let mut foot = vec![title.to_owned(), typed::numeric(self.today)];
        foot.extend(self.fictional.then(|| language.export_fictional().to_owned()));
        Document {
            kind: DocumentKind::Agreements,
            language,
            title: title.to_owned(),
            reader: self.owner.trim().to_owned(),
            foot: foot.join(", "),
            fictional: self.fictional,
            blocks: sheet.blocks(),
        }
    }

    /// The parts of the name of a file that holds it.
    pub fn name(&self) -> [String; 4] {
        let what = self.language.file_agreements();
        [what.to_owned(), self.group.to_owned(), self.owner.to_owned(), self.today.to_string()]
    }

    /// Who has something to do, in the order of their names; what nobody does has no name.
    pub fn owners(&self) -> Vec<String> {
        let known = self.patients.iter().filter(|known| self.is_of_group(known));
        let named: BTreeMap<String, &str> = known
            .flat_map(|known| &known.agreements)
            .map(|open| owner(open))
            .filter(|name| !name.is_empty())
            .map(|name| (same::name(name), name))
            .collect();
        named.into_values().map(str::to_owned).collect()
    }

    /// Whether somebody of this name is meant.
    pub fn means(&self, name: &str) -> bool {
        self.is_wanted(name, self.names_somebody())
    }

    /// The patients of whom something stands on it, or might.
    pub fn whose(&self) -> Vec<PatientId> {
        let known = self.patients.iter().filter(|known| self.is_of_group(known));
        known.map(|known| known.patient).collect()
    }

    fn is_of_group(&self, known: &KnownPatient) -> bool {
        let wanted = folded(self.group);
        wanted.is_empty() || known.is_of(&wanted)
    }

    /// Whether somebody is called exactly as was wanted: that one is meant then, and nobody whose name begins so.
    fn names_somebody(&self) -> bool {
        let wanted = same::name(self.owner);
        self.owners().iter().any(|name| same::name(name) == wanted)
    }

    fn is_wanted(&self, owner: &str, exactly: bool) -> bool {
        if exactly {
            return same_name(owner, self.owner);
        }
        let wanted = plain_name(self.owner);
        wanted.is_empty() || same::has_beginning(&plain_name(owner), &wanted)
    }

    fn row<'k>(&self, known: &KnownPatient, open: &'k OpenAgreement) -> Row<'k> {
        let language = self.language;
        let agreement = &open.agreement;
        let made = agreement.made_on(self.today);
        let day = typed::date(&agreement.due, made, Looks::Forward);
        let due = match (agreement.due.trim(), day) {
            ("", _) => language.agreement_no_date().to_owned(),
            (_, Some(day)) => language.agreement_before(&typed::day(day, language)),
            (text, None) => typed::told(language, text, made, Looks::Forward),
        };
        let mut parts = vec![known.shown(language), due];
        let overdue = agreement.is_overdue(self.today);
        parts.extend(overdue.then(|| language.export_overdue().to_owned()));
        parts.push(language.agreement_from(&typed::numeric(made)));
        let ended = known.ended_before.iter().find(|(id, _)| *id == agreement.id);
        parts.extend(ended.map(|(_, day)| language.agreement_ended_too(&typed::numeric(*day))));
        let what = agreement.what.trim();
        let what = if what.is_empty() { language.agreement_unnamed() } else { what };
        Row { what, said: parts.join("; "), overdue, day }
    }

    /// One row for each agreement, with the names of the columns above them; what is overdue comes first.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let language = self.language;
        let mut rows = Vec::new();
        let exactly = self.names_somebody();
        for known in self.patients.iter().filter(|known| self.is_of_group(known)) {
            for open in known.agreements.iter().filter(|open| self.is_wanted(owner(open), exactly)) {
                let agreement = &open.agreement;
                let made = agreement.made_on(self.today);
                let day = typed::date(&agreement.due, made, Looks::Forward);
                let overdue = agreement.is_overdue(self.today);
                let cells = [
                    owner(open).to_owned(),
                    agreement.what.trim().to_owned(),
                    known.label.trim().to_owned(),
                    known.born.trim().to_owned(),
                    known.group.trim().to_owned(),
                    day.map_or_else(|| agreement.due.trim().to_owned(), |day| day.to_string()),
                    if overdue { language.yes().to_owned() } else { String::new() },
                    made.to_string(),
                    if known.invented { language.yes().to_owned() } else { String::new() },
                    known.mark.number().to_owned(),
                ];
                rows.push(((!overdue, day.is_none(), day, same::name(owner(open))), Vec::from(cells)));
            }
        }
        rows.sort();
        let head = [
            language.csv_owner(),
            language.csv_agreement(),
            language.csv_patient(),
            language.csv_born(),
            language.column_group(),
            language.csv_due(),
            language.csv_is_overdue(),
            language.csv_made(),
            language.csv_invented(),
            language.csv_number(),
        ];
        let head = head.map(str::to_owned).into();
        let rows = std::iter::once(head).chain(rows.into_iter().map(|(_, row)| row));
        warned(rows.collect(), self.caveats, language)
    }

    /// What one person does, what is overdue first: what it is, and of whom, by when and since when.
    pub(super) fn of_owner(&self, name: &str) -> (Vec<(String, String)>, usize) {
        let wanted = same::name(name);
        let mut rows = Vec::new();
        for known in self.patients {
            let own = known.agreements.iter().filter(|open| same::name(owner(open)) == wanted);
            rows.extend(own.map(|open| self.row(known, open)));
        }
        rows.sort_by_key(Row::order);
        let overdue = rows.iter().filter(|row| row.overdue).count();
        (rows.into_iter().map(|row| (row.what.to_owned(), row.said)).collect(), overdue)
    }
}

/// Who does it; empty where nobody was named.
pub(super) fn owner(open: &OpenAgreement) -> &str {
    match open.agreement.owner {
        Some(Owner::Outside) => open.agreement.outside_name.trim(),
        Some(Owner::Participant(_)) => open.owner.trim(),
        None => "",
    }
}

struct Row<'k> {
    what: &'k str,
    said: String,
    overdue: bool,
    day: Option<NaiveDate>,
}

impl Row<'_> {
    /// What is overdue first, then by day; without a day last.
    fn order(&self) -> (bool, bool, Option<NaiveDate>) {
        (!self.overdue, self.day.is_none(), self.day)
    }
}
