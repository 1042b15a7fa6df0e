//! The sheet by which somebody prepares the next meeting of a group: what is open, who is proposed and why, and room for who is new.

use std::collections::BTreeMap;

use super::state_words::StateWords;
use crate::checklist::{Checklist, Name};
use crate::export::document::{Document, DocumentKind, Place, Table, WIDTH};
use crate::export::open_agreements::{OpenAgreements, owner};
use crate::export::sheet::Sheet;
use crate::meeting::{
    Id, KnownGroup, KnownPatient, Meeting, MeetingId, MeetingKind, Participant, PatientId, Proposed, Reason,
    Register, Role, proposal, register::state, terms, typed,
};
use crate::text::same::{self, folded, plain_name, same_name};
use crate::words::Language;

/// For how many new patients there is room.
const NEW: usize = 3;

/// Where something is to be written by hand.
const ROOM: &str = "______________________________";

/// What the sheet is made from.
#[derive(Clone, Copy)]
pub struct Preparation<'a, 'w> {
    /// The words for states, as seen from the day of the meeting.
    pub words: StateWords<'w>,
    /// What is known of all patients.
    pub register: &'a Register,
    /// The group that meets.
    pub group: &'a KnownGroup,
    /// For whom it is, by a name of [`Self::names`]; `None` for who leads the meeting.
    pub whom: Option<&'a str>,
    /// Whether all patients are fictional.
    pub fictional: bool,
}

impl<'a> Preparation<'a, '_> {
    /// Everybody who can get a sheet: who belongs to the group, and who does something for its patients.
    pub fn names(&self) -> Vec<&'a str> {
        let members = self.group.participants.iter().map(|known| known.name.trim());
        let owners = self.patients().into_iter().flat_map(|known| &known.agreements).map(|open| owner(open));
        let mut seen: BTreeMap<String, &'a str> = BTreeMap::new();
        for name in members.chain(owners).filter(|name| !name.is_empty()) {
            seen.entry(same::name(name)).or_insert(name);
        }
        seen.into_values().collect()
    }

    /// Who is meant: by the whole name, or by the beginning of one of its words; several where it is not clear.
    pub fn called(&self, typed: &str) -> Vec<&'a str> {
        let names = self.names();
        let same = names.iter().find(|name| same_name(name, typed));
        let wanted = plain_name(typed);
        match same {
            Some(name) => vec![name],
            None if wanted.is_empty() => Vec::new(),
            None => {
                let begins = |name: &&str| same::has_beginning(&plain_name(name), &wanted);
                names.into_iter().filter(begins).collect()
            }
        }
    }

    /// The patients who stand on the sheet.
    pub fn whose(&self) -> Vec<PatientId> {
        let proposed = self.proposed();
        let open = self.register.everybody().filter(|known| match self.whom {
            Some(name) => is_of(known, name),
            None => known.is_of(&folded(&self.group.name)) && !known.agreements.is_empty(),
        });
        let mut ids: Vec<PatientId> =
            proposed.iter().map(|one| one.known.patient).chain(open.map(|known| known.patient)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The parts of the name of a file that holds it.
    pub fn name(&self) -> [String; 4] {
        let whom = self.whom.unwrap_or_else(|| self.language().file_chair());
        let name = self.language().file_preparation();
        [name.to_owned(), self.group.name.clone(), whom.to_owned(), self.words.today.to_string()]
    }

    /// The paper.
    pub fn document(&self) -> Document {
        let language = self.language();
        let title = language.preparation_title();
        let day = typed::day(self.words.today, language);
        let mut sheet = Sheet::new(WIDTH);
        sheet.heading(1, title);
        let whom = self.whom.map_or_else(|| self.chair(), |name| self.in_full(name));
        sheet.line(&language.preparation_for(terms::group(language, &self.group.name), &whom, &day));
        if self.fictional {
            sheet.warning(language.export_fictional());
        }
        sheet.warnings(&self.register.caveats.told(language));
        let proposed = self.proposed();
        match self.whom {
            Some(name) => {
                self.agreements_of(&mut sheet, name);
                let (own, others): (Vec<_>, Vec<_>) = proposed.iter().partition(|one| is_of(one.known, name));
                let others: Vec<_> = others.into_iter().filter(|one| one.reason != Reason::Rest).collect();
                self.patients_on(&mut sheet, language.preparation_own(), &own);
                self.patients_on(&mut sheet, language.preparation_others(), &others);
                if own.is_empty() && others.is_empty() {
                    sheet.gap().line(language.preparation_nobody());
                }
                self.new_patients(&mut sheet);
            }
            None => {
                let (pressing, rest): (Vec<_>, Vec<_>) =
                    proposed.iter().partition(|one| one.reason != Reason::Rest);
                self.patients_on(&mut sheet, language.proposal_title(), &pressing);
                if pressing.is_empty() {
                    sheet.gap().line(language.preparation_nobody());
                }
                self.patients_on(&mut sheet, language.preparation_rest(), &rest);
                self.all_agreements(&mut sheet);
            }
        }
        sheet.gap().note(language.preparation_note());
        let mut foot = vec![title.to_owned(), self.group.name.trim().to_owned(), whom, day];
        foot.retain(|part| !part.is_empty());
        foot.extend(self.fictional.then(|| language.export_fictional().to_owned()));
        Document {
            kind: DocumentKind::Preparation,
            language,
            title: title.to_owned(),
            reader: self.whom.unwrap_or_default().to_owned(),
            foot: foot.join(", "),
            fictional: self.fictional,
            blocks: sheet.blocks(),
        }
    }

    fn language(&self) -> Language {
        self.words.language
    }

    /// The patients of the group.
    fn patients(&self) -> Vec<&'a KnownPatient> {
        let group = folded(&self.group.name);
        let of_group = |known: &&KnownPatient| known.is_of(&group);
        self.register.everybody().filter(of_group).collect()
    }

    /// What a meeting of the group on that day would be proposed.
    fn proposed(&self) -> Vec<Proposed<'a>> {
        let nobody = MeetingId(Id::from_bits(0));
        let mut meeting = Meeting::new(nobody, self.group.kind, self.words.today);
        meeting.details.group.clone_from(&self.group.name);
        // Of invented patients the meeting is one of those.
        meeting.details.fictional = self.group.invented;
        proposal(self.register, &meeting)
    }

    /// Who leads the meeting, as far as the last one tells.
    fn chair(&self) -> String {
        let language = self.language();
        let chair = self.group.participants.iter().find(|known| known.roles.contains(&Role::Chair));
        let named = chair.map(|known| known.name.trim()).filter(|name| !name.is_empty());
        let role = language.role_chair().to_lowercase();
        named.map_or_else(|| role.clone(), |name| format!("{name}, {role}"))
    }

    fn in_full(&self, name: &str) -> String {
        let known: Option<&Participant> =
            self.group.participants.iter().find(|known| same_name(&known.name, name));
        known.map_or_else(|| name.to_owned(), |known| terms::participant(self.language(), known))
    }

    fn open<'p>(&'p self, patients: &'p [&'p KnownPatient]) -> OpenAgreements<'p> {
        let (language, today) = (self.language(), self.words.today);
        let (caveats, fictional) = (&self.register.caveats, self.fictional);
        OpenAgreements { language, patients, group: "", owner: "", today, caveats, fictional }
    }

    /// What one person does, for patients of every group.
    fn agreements_of(&self, sheet: &mut Sheet, name: &str) {
        let language = self.language();
        let everybody = self.register.everybody();
        let patients: Vec<&KnownPatient> =
            everybody.filter(|known| known.kind != MeetingKind::Education).collect();
        let (rows, overdue) = self.open(&patients).of_owner(name);
        let heading = match rows.len() {
            0 => language.preparation_agreements().to_owned(),
            open => language.agreements_of(language.preparation_agreements(), open, overdue),
        };
        sheet.gap().heading(2, &heading);
        if rows.is_empty() {
            sheet.line(language.preparation_no_agreements());
        }
        for (what, said) in rows {
            sheet.labelled_at(Place::POINT, &what, &said);
        }
    }

    /// What everybody does for the patients of the group.
    fn all_agreements(&self, sheet: &mut Sheet) {
        let language = self.language();
        let patients = self.patients();
        let open = self.open(&patients);
        sheet.gap().heading(2, language.agreements_title());
        let mut owners: BTreeMap<(bool, String), &str> = BTreeMap::new();
        for name in patients.iter().flat_map(|known| &known.agreements).map(|open| owner(open)) {
            owners.entry((name.is_empty(), same::name(name))).or_insert(name);
        }
        if owners.is_empty() {
            sheet.line(language.agreements_none());
        }
        for name in owners.into_values() {
            let (rows, overdue) = open.of_owner(name);
            let shown = if name.is_empty() { language.agreement_no_owner() } else { name };
            sheet.gap().heading(3, &language.agreements_of(shown, rows.len(), overdue));
            for (what, said) in rows {
                sheet.labelled_at(Place::POINT, &what, &said);
            }
        }
    }

    /// Patients with why they are proposed, what stands and what is due; nothing where there are none.
    fn patients_on(&self, sheet: &mut Sheet, heading: &str, patients: &[&Proposed<'_>]) {
        if patients.is_empty() {
            return;
        }
        let language = self.language();
        let is_proposed = patients.iter().any(|one| one.reason != Reason::Rest);
        let mut columns =
            vec![language.column_patient(), language.preparation_stands(), language.preparation_due()];
        if is_proposed {
            columns.insert(1, language.column_why());
        }
        let row = |one: &&Proposed<'_>| {
            let label = one.known.shown(language);
            let mut cells = vec![label, self.stands(one), self.due(one)];
            if is_proposed {
                cells.insert(1, self.why(one));
            }
            cells
        };
        sheet.gap().table(Table {
            caption: format!("{heading} ({})", patients.len()),
            columns: columns.into_iter().map(str::to_owned).collect(),
            rows: patients.iter().map(row).collect(),
        });
    }

    /// Why somebody is proposed, with the question that waits.
    fn why(&self, one: &Proposed<'_>) -> String {
        let question = one.known.question.trim();
        let reasons = one.reasons().map(|reason| self.words.reason_beside_phase(&one.state, reason));
        let reason = reasons.filter(|reason| !reason.is_empty()).collect::<Vec<_>>().join("; ");
        let asked = format!("{}: {question}", self.language().patient_question().to_lowercase());
        let parts = [reason, if question.is_empty() { String::new() } else { asked }];
        joined(parts)
    }

    fn stands(&self, one: &Proposed<'_>) -> String {
        let (language, words, state) = (self.language(), &self.words, &one.state);
        let plan = words.plan(state);
        let carer = state.central_carer.trim();
        joined([
            words.colour(state),
            words.phase_in_full(state),
            self.died(one),
            if carer.is_empty() { String::new() } else { language.central_carer_is(carer) },
            if plan.is_empty() { plan } else { language.plan_is(&plan) },
            match state.discussed(language, |day| typed::short_day(day, words.today, language)) {
                Some(day) => language.last_discussed(&day),
                None => language.not_discussed_yet().to_owned(),
            },
        ])
    }

    /// The day and the place of a death, with which looking back begins.
    fn died(&self, one: &Proposed<'_>) -> String {
        let (language, known) = (self.language(), one.known);
        if !one.state.deceased {
            return String::new();
        }
        let on = known.died_on.map(|day| typed::short_day(day, self.words.today, language));
        let at = known.died_at.as_ref().map(|code| self.words.place_of_death(code));
        language.preparation_died(&on.unwrap_or_default(), &at.unwrap_or_default())
    }

    fn due(&self, one: &Proposed<'_>) -> String {
        let (language, words) = (self.language(), &self.words);
        let open = words.agreements(&one.state);
        joined([
            words
                .next_review_in_full(&one.state)
                .map(|day| language.next_review_on(&day))
                .unwrap_or_default(),
            if open.is_empty() { open } else { language.agreements_are_open(&open) },
        ])
    }

    /// Room for patients whom nobody knows yet, with the question that helps to think of them.
    fn new_patients(&self, sheet: &mut Sheet) {
        let language = self.language();
        sheet.gap().heading(2, language.preparation_new());
        let marking = (self.words.checklist)(&Name::new(state::MARKING.0));
        if let Some(question) = surprise_question(marking) {
            sheet.line(&language.preparation_surprise(question.get(language)));
        }
        for number in 1..=NEW {
            let label = language.preparation_label();
            sheet.labelled_at(Place::POINT, &format!("{number}. {label}"), ROOM);
            for label in [language.preparation_why_now(), language.preparation_question()] {
                sheet.labelled_at(Place::UNDER, label, ROOM);
            }
        }
    }
}

fn surprise_question(marking: Option<&Checklist>) -> Option<&crate::checklist::Localized> {
    Some(&marking?.item("surprise-question")?.text)
}

/// Whether somebody carries the care of a patient, brought them in, or does something for them.
fn is_of(known: &KnownPatient, name: &str) -> bool {
    same_name(&known.central_carer, name)
        || same_name(&known.brought_by, name)
        || known.agreements.iter().any(|open| same_name(owner(open), name))
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}
