//! What a table says of each patient, beside what stands.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::cells;
use super::columns::{Column, Field, Headings};
use super::plain::{Said, Why};
use crate::checklist::{Looks, Name};
use crate::exchange::sheet::{Cell, Row, Sheet, Value, place};
use crate::meeting::{KnownPatient, MeetingKind, PatientId, Register, typed};
use crate::text::same::{folded, plain, plain_name, same};
use crate::words::Language;

/// What is known where the table is read.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Everybody who is known.
    pub register: &'a Register,
    /// The colours that there are, with what else they are called.
    pub colours: &'a [(Name, Vec<String>)],
    /// The group that is taken over.
    pub group: Option<&'a str>,
    /// The day.
    pub today: NaiveDate,
    /// The language in which it is told.
    pub language: Language,
}

/// A row that changes something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The cell in which the patient is named.
    pub place: String,
    /// What would be recorded.
    pub said: Said,
    /// What changes: the column, what stands, and what comes.
    pub changes: Vec<(Field, String, String)>,
}

/// What a table says beside what stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Rows with somebody new, or with something new of somebody.
    pub lines: Vec<Line>,
    /// How many rows say what stands.
    pub unchanged: usize,
    /// Cells of which something is not taken over.
    pub refused: Vec<(String, Why)>,
    /// Columns that are not taken over.
    pub unknown: Vec<Column>,
    /// Sheets in which no column names the patients.
    pub without: Vec<String>,
}

impl Proposal {
    /// What the sheets say; `headings` has those of each sheet.
    pub fn of(sheets: &[(Sheet, Option<Headings>)], known: &Known<'_>) -> Self {
        let mut proposal = Self::default();
        let mut seen = Seen::default();
        for (sheet, headings) in sheets {
            let Some(headings) = headings else {
                if !sheet.rows.is_empty() {
                    proposal.without.push(sheet.name.clone());
                }
                continue;
            };
            proposal.unknown.extend(headings.unknown.iter().cloned());
            for row in sheet.rows.iter().filter(|row| row.number > headings.row) {
                let mut reading =
                    Reading { sheet, row, headings, known, refused: &mut proposal.refused, seen: &mut seen };
                match reading.line() {
                    Some(line) if line.changes.is_empty() && line.said.patient.is_some() => {
                        proposal.unchanged += 1;
                    }
                    Some(line) => proposal.lines.push(line),
                    None => {}
                }
            }
        }
        proposal
    }

    /// The groups of those of whom something is taken over.
    pub fn groups(&self) -> Vec<&str> {
        let mut groups: Vec<&str> = Vec::new();
        for line in &self.lines {
            if !groups.iter().any(|known| same(known, &line.said.group)) {
                groups.push(&line.said.group);
            }
        }
        groups
    }
}

/// Who stood in a row before.
#[derive(Default)]
struct Seen {
    patients: BTreeSet<PatientId>,
    new: BTreeSet<(String, String, String)>,
}

/// Reading one row.
struct Reading<'a, 'k> {
    sheet: &'a Sheet,
    row: &'a Row,
    headings: &'a Headings,
    known: &'a Known<'k>,
    refused: &'a mut Vec<(String, Why)>,
    seen: &'a mut Seen,
}

impl<'k> Reading<'_, 'k> {
    fn cell(&mut self, field: Field) -> Option<(String, Cell)> {
        let (at, _) = self.headings.fields.iter().find(|(_, known)| *known == field)?;
        let cell = self.row.cell(*at)?.clone();
        let place = place(&self.sheet.name, self.row.number, *at);
        if cell.is_formula && cell.value != Value::Wrong {
            self.refused.push((place.clone(), Why::Formula));
        }
        Some((place, cell))
    }

    fn refuse(&mut self, place: &str, why: impl IntoIterator<Item = Why>) {
        self.refused.extend(why.into_iter().map(|why| (place.to_owned(), why)));
    }

    fn text(&mut self, field: Field) -> Option<String> {
        let (place, cell) = self.cell(field)?;
        let (text, why) = cells::text(&cell);
        self.refuse(&place, why);
        text
    }

    fn taken<T>(&mut self, field: Field, read: impl FnOnce(&Cell) -> Result<T, Why>) -> Option<T> {
        let (place, cell) = self.cell(field)?;
        read(&cell).map_err(|why| self.refuse(&place, [why])).ok()
    }

    fn line(&mut self) -> Option<Line> {
        let today = self.known.today;
        let own = self.headings.fields.iter().filter(|(_, field)| *field != Field::Follows);
        if own.clone().all(|(at, _)| self.row.cell(*at).is_none()) {
            return None;
        }
        let label_at = own.clone().find(|(_, field)| *field == Field::Label).map_or(0, |(at, _)| *at);
        let here = place(&self.sheet.name, self.row.number, label_at);
        let raw_born = self.cell_text(Field::Born);
        let Some(label) = self.text(Field::Label) else {
            self.refuse(&here, [Why::Nobody]);
            return None;
        };
        let group = self.text(Field::Group);
        if let (Some(group), Some(wanted)) = (&group, self.known.group)
            && !same(group, wanted)
            && plain_name(group) != plain_name(wanted)
        {
            self.refuse(&here, [Why::OtherGroup]);
            return None;
        }
        let wanted = group.or_else(|| self.known.group.map(str::to_owned));
        let before = self.refused.len();
        let born = self.cell(Field::Born).and_then(|(place, cell)| {
            let (born, why) = cells::born(&cell, today);
            self.refuse(&place, why);
            born
        });
        let found = match self.who(&label, born.as_deref(), &raw_born, wanted.as_deref()) {
            Ok(found) => found,
            Err(why) => {
                self.refuse(&here, [why]);
                return None;
            }
        };
        // What stands as it was typed is no reason for a word.
        let stands = found.is_some_and(|known| !raw_born.is_empty() && known.born.trim() == raw_born);
        if stands {
            self.refused.truncate(before);
        }
        let born = born.filter(|_| !stands);
        let is_first = match found {
            Some(known) => self.seen.patients.insert(known.patient),
            None => {
                let key = (
                    folded(&label),
                    born.clone().unwrap_or_default(),
                    folded(wanted.as_deref().unwrap_or("")),
                );
                self.seen.new.insert(key)
            }
        };
        if !is_first {
            self.refuse(&here, [Why::Double]);
            return None;
        }
        let known_group = found.map(|known| known.group.trim().to_owned()).filter(|group| !group.is_empty());
        let said = Said {
            patient: found.map(|known| known.patient),
            group: known_group.or(wanted).unwrap_or_default(),
            born,
            colour: self.colour(),
            central_carer: self.text(Field::CentralCarer),
            plan: self.plan(),
            next_review: self.taken(Field::NextReview, |cell| cells::day(cell, today, Looks::Forward)),
            deceased: self.deceased(found),
            label,
        };
        Some(self.compared(here, said, found))
    }

    fn cell_text(&self, field: Field) -> String {
        let at = self.headings.fields.iter().find(|(_, known)| *known == field).map(|(at, _)| *at);
        at.and_then(|at| self.row.cell(at)).map(Cell::text).unwrap_or_default()
    }

    /// Who is meant; nobody where it is somebody new.
    fn who(
        &self,
        label: &str,
        born: Option<&str>,
        raw_born: &str,
        group: Option<&str>,
    ) -> Result<Option<&'k KnownPatient>, Why> {
        let register: &'k Register = self.known.register;
        let everybody = register.everybody().filter(|one| one.kind != MeetingKind::Education);
        let year = |known: &KnownPatient| {
            typed::birth_year(&known.born, self.known.today).map(|year| year.to_string())
        };
        let called: Vec<&'k KnownPatient> = everybody
            .filter(|known| same(&known.label, label))
            // Of another year it is somebody else.
            .filter(|known| match (born, year(known)) {
                (Some(born), Some(year)) => born == year,
                _ => true,
            })
            .collect();
        let is_born = |known: &KnownPatient| {
            (born.is_some() && born == year(known).as_deref())
                || (!raw_born.is_empty() && known.born.trim() == raw_born)
        };
        let in_group = |known: &KnownPatient| group.is_none_or(|group| same(&known.group, group));
        let narrowed = |list: &[&'_ KnownPatient], holds: &dyn Fn(&KnownPatient) -> bool| {
            list.iter().filter(|known| holds(known)).count()
        };
        // In another group somebody of the same label is somebody else, unless the year of birth says otherwise.
        let mut fits: Vec<&'k KnownPatient> = called
            .iter()
            .copied()
            .filter(|known| in_group(known) || known.group.trim().is_empty() || is_born(known))
            .collect();
        for holds in [&in_group as &dyn Fn(&KnownPatient) -> bool, &is_born] {
            if fits.len() > 1 && narrowed(&fits, holds) > 0 {
                fits.retain(|known| holds(known));
            }
        }
        // Without a year in the file, who has none is meant before who has one.
        if fits.len() > 1
            && raw_born.is_empty()
            && fits.iter().filter(|known| known.born.trim().is_empty()).count() == 1
        {
            fits.retain(|known| known.born.trim().is_empty());
        }
        match fits.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            _ => Err(Why::Several),
        }
    }

    fn colour(&mut self) -> Option<Name> {
        let (place, cell) = self.cell(Field::Colour)?;
        let (said, why) = cells::text(&cell);
        self.refuse(&place, why);
        let said = plain(&said?);
        let found = self.known.colours.iter().find(|(code, names)| {
            plain(code.as_str()) == said || names.iter().any(|name| plain(name) == said)
        });
        if found.is_none() {
            self.refuse(&place, [Why::NoColour]);
        }
        found.map(|(code, _)| code.clone())
    }

    fn plan(&mut self) -> Option<(bool, Option<NaiveDate>)> {
        let today = self.known.today;
        let held = self.taken(Field::Plan, |cell| cells::yes(cell, today));
        let on = self.taken(Field::PlanOn, |cell| cells::day(cell, today, Looks::Back));
        match (held, on) {
            (Some((false, _)), _) => Some((false, None)),
            (Some((true, day)), on) => Some((true, on.or(day))),
            (None, Some(on)) => Some((true, Some(on))),
            (None, None) => None,
        }
    }

    fn deceased(&mut self, known: Option<&KnownPatient>) -> bool {
        let today = self.known.today;
        let Some((place, cell)) = self.cell(Field::Deceased) else { return false };
        match cells::yes(&cell, today) {
            Ok((true, _)) => return true,
            Ok((false, _)) if known.is_some_and(|known| known.deceased) => {
                self.refuse(&place, [Why::NotAlive]);
            }
            Ok((false, _)) => {}
            Err(why) => self.refuse(&place, [why]),
        }
        false
    }

    /// What is new in what was said; what stands already is not said again.
    fn compared(&mut self, place: String, mut said: Said, known: Option<&KnownPatient>) -> Line {
        let language = self.known.language;
        let yes = |is: bool| if is { language.yes().to_owned() } else { language.no().to_owned() };
        let day = |day: Option<NaiveDate>| day.map(typed::numeric).unwrap_or_default();
        let mut changes = Vec::new();
        let mut put = |field: Field, before: String, after: String| {
            if before != after {
                changes.push((field, before, after));
            }
        };
        let stood_born = known.map(|known| known.born.trim().to_owned()).unwrap_or_default();
        said.born = said.born.take().filter(|born| {
            let year = typed::birth_year(&stood_born, self.known.today).map(|year| year.to_string());
            year.as_deref() != Some(born.as_str())
        });
        if let Some(born) = &said.born {
            put(Field::Born, stood_born, born.clone());
        }
        said.colour =
            said.colour.take().filter(|colour| known.and_then(|known| known.colour.as_ref()) != Some(colour));
        if let Some(colour) = &said.colour {
            let before = known.and_then(|known| known.colour.as_ref()).map(ToString::to_string);
            put(Field::Colour, before.unwrap_or_default(), colour.to_string());
        }
        let carer = known.map(|known| known.central_carer.trim().to_owned()).unwrap_or_default();
        said.central_carer = said.central_carer.take().filter(|name| !same(name, &carer));
        if let Some(name) = &said.central_carer {
            put(Field::CentralCarer, carer, name.clone());
        }
        let plan = known.and_then(|known| known.plan);
        said.plan = said.plan.filter(|(held, on)| {
            plan.is_none_or(|plan| plan.held != *held || (on.is_some() && plan.on != *on))
        });
        if let Some((held, on)) = said.plan {
            put(Field::Plan, plan.map(|plan| yes(plan.held)).unwrap_or_default(), yes(held));
            if on.is_some() {
                put(Field::PlanOn, day(plan.and_then(|plan| plan.on)), day(on));
            }
        }
        let review = known.and_then(|known| known.next_review);
        said.next_review = said.next_review.filter(|next| review != Some(*next));
        if said.next_review.is_some() {
            put(Field::NextReview, day(review), day(said.next_review));
        }
        said.deceased = said.deceased && !known.is_some_and(|known| known.deceased);
        if said.deceased {
            put(Field::Deceased, String::new(), yes(true));
        }
        Line { place, said, changes }
    }
}
