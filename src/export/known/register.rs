//! The register on paper and as a table for a spreadsheet.

use chrono::NaiveDate;

use super::state_words::StateWords;
use crate::checklist::Name;
use crate::export::document::{Document, DocumentKind, Table, WIDTH, warned};
use crate::export::sheet::Sheet;
use crate::meeting::{Caveats, KnownPatient, PatientState, Selection, typed};

/// Some patients of the register, in their order.
#[derive(Clone, Copy)]
pub struct RegisterPaper<'a, 'w> {
    /// The words for their states.
    pub words: StateWords<'w>,
    /// Which patients were asked for.
    pub selection: &'a Selection,
    /// What was looked for among them; empty where nothing was.
    pub search: &'a str,
    /// The patients.
    pub patients: &'a [(&'a KnownPatient, PatientState)],
    /// What does not count in it.
    pub caveats: &'a Caveats,
    /// Whether all patients are fictional.
    pub fictional: bool,
}

impl RegisterPaper<'_, '_> {
    /// The parts of the name of a file that holds it.
    pub fn name(&self) -> [String; 3] {
        let group = self.selection.group.clone().unwrap_or_default();
        [self.words.language.file_register().to_owned(), group, self.words.today.to_string()]
    }

    /// The paper: a row for each patient, without the columns in which nothing stands.
    pub fn document(&self) -> Document {
        let (language, today) = (self.words.language, self.words.today);
        let mut sheet = Sheet::new(WIDTH);
        let title = language.register_title();
        sheet.heading(1, title);
        let group = self.selection.group.as_deref().unwrap_or_default().trim();
        let shown = language.register_filter(self.selection.filter.name());
        let day = typed::day(today, language);
        sheet.line(&language.register_made(group, shown, self.patients.len(), &day));
        if !self.search.is_empty() {
            sheet.line(&language.register_searched(self.search));
        }
        if self.fictional {
            sheet.warning(language.export_fictional());
        }
        sheet.warnings(&self.caveats.told(language));
        sheet.gap();
        if self.patients.is_empty() {
            sheet.line(language.register_nobody());
        } else {
            sheet.table(self.table());
        }
        let mut foot = vec![title.to_owned(), typed::numeric(today)];
        if !group.is_empty() {
            foot.insert(1, group.to_owned());
        }
        foot.extend(self.fictional.then(|| language.export_fictional().to_owned()));
        Document {
            kind: DocumentKind::Register,
            language,
            title: title.to_owned(),
            reader: String::new(),
            foot: foot.join(", "),
            fictional: self.fictional,
            blocks: sheet.blocks(),
        }
    }

    fn table(&self) -> Table {
        let (words, language) = (&self.words, self.words.language);
        let short = |day: Option<NaiveDate>| {
            day.map(|day| typed::short_day(day, words.today, language)).unwrap_or_default()
        };
        let mut columns = vec![
            language.column_patient(),
            language.column_colour(),
            language.column_phase(),
            language.column_discussed(),
            language.column_next_review(),
            language.column_agreements(),
            language.column_central_carer(),
            language.column_plan(),
            language.column_group(),
        ];
        let mut groups = self.patients.iter().map(|(known, _)| known.group_folded.as_str());
        let first = groups.next();
        let one_group = groups.all(|group| Some(group) == first);
        let row = |(known, state): &(&KnownPatient, PatientState)| {
            vec![
                known.shown(language),
                words.colour(state),
                words.phase_in_full(state),
                short(state.discussed),
                words.next_review(state).unwrap_or_default(),
                words.agreements(state),
                state.central_carer.clone(),
                words.plan(state),
                if one_group { String::new() } else { known.group.trim().to_owned() },
            ]
        };
        let mut rows: Vec<Vec<String>> = self.patients.iter().map(row).collect();
        let is_used: Vec<bool> = (0..columns.len())
            .map(|at| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.trim().is_empty())))
            .collect();
        let mut used = is_used.iter();
        columns.retain(|_| used.next().copied().unwrap_or(true));
        for row in &mut rows {
            let mut used = is_used.iter();
            row.retain(|_| used.next().copied().unwrap_or(true));
        }
        Table {
            caption: language.register_caption().to_owned(),
            columns: columns.into_iter().map(str::to_owned).collect(),
            rows,
        }
    }

    /// A row for each patient with the names of the columns above them; days are written as 2026-11-29.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let language = self.words.language;
        let head = [
            language.csv_patient(),
            language.csv_born(),
            language.column_group(),
            language.column_colour(),
            language.csv_colour_was(),
            language.csv_marked(),
            language.csv_dying(),
            language.csv_deceased(),
            language.csv_looked_back(),
            language.csv_discussed(),
            language.csv_next_review(),
            language.csv_open(),
            language.csv_overdue(),
            language.column_central_carer(),
            language.csv_plan(),
            language.csv_plan_on(),
            language.csv_planned(),
            language.csv_invented(),
            language.csv_number(),
        ];
        let head = head.map(str::to_owned).into();
        let rows =
            std::iter::once(head).chain(self.patients.iter().map(|(known, state)| self.row(known, state)));
        warned(rows.collect(), self.caveats, language)
    }

    fn row(&self, known: &KnownPatient, state: &PatientState) -> Vec<String> {
        let language = self.words.language;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let yes = |is: bool| if is { language.yes().to_owned() } else { String::new() };
        let colour = |colour: &Option<Name>| {
            colour.as_ref().map(|code| self.words.colour_word(code)).unwrap_or_default()
        };
        let plan = state.plan.map(|plan| if plan.held { language.yes() } else { language.no() });
        vec![
            known.label.trim().to_owned(),
            known.born.trim().to_owned(),
            known.group.trim().to_owned(),
            if state.colour_beside.is_some() { self.words.colour(state) } else { colour(&state.colour) },
            colour(&state.colour_was),
            day(state.marked),
            day(state.dying),
            yes(state.deceased),
            yes(state.looked_back),
            typed::met_briefly(&state.discussed_typed, day(state.discussed)),
            day(state.next_review),
            state.open.to_string(),
            state.overdue.to_string(),
            known.central_carer.trim().to_owned(),
            plan.unwrap_or_default().to_owned(),
            day(state.plan.and_then(|plan| plan.on)),
            day(state.planned),
            yes(known.invented),
            known.mark.number().to_owned(),
        ]
    }
}
