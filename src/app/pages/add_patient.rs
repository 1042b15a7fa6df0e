//! Choosing a patient for the agenda: a new one, or one of earlier meetings.

use std::sync::Arc;

use super::{search, titled};
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Column, Mark, Page, Role, Row, RowId, Table, TableRow};
use crate::app::prepared::{self, Sheet, Sheets};
use crate::app::screen::Screen;
use crate::app::terms;
use crate::checklist::Name;
use crate::meeting::{KnownPatient, typed};
use crate::words::Language;

/// What "add a patient" does: straight to a new one where there is nobody to choose from.
pub(super) fn way_in(model: &Model) -> Action {
    let choice = match (model.record(), model.register()) {
        (Some(meeting), Some(register)) => register.has_somebody_for(meeting),
        // Not read yet: there may be somebody as soon as there is another meeting.
        (Some(meeting), None) => {
            let mut listed = model.listed.iter().flat_map(|listed| &listed.meetings);
            listed.any(|summary| summary.id != meeting.id)
        }
        (None, _) => false,
    };
    if choice { Action::Open(Screen::AddPatient) } else { Action::AddPatient }
}

/// A new patient first, then those of earlier meetings.
pub(super) fn add_patient(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.agenda_add_patient());
    let Some(meeting) = model.record() else { return page };
    page.corner = None;
    page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    let new = Row::action(RowId::fixed("new"), language.add_patient_new(), Action::AddPatient);
    page.push(new.marked(Mark::Leads));
    let Some(sheets) = prepared::patients(model) else {
        page.gap().text(Role::Quiet, language.add_patient_reading());
        return page;
    };
    let mut found = sheets.own.is_empty() && sheets.others.is_empty();
    for (heading, sheet) in
        [(language.add_patient_earlier(), &sheets.own), (language.add_patient_other_groups(), &sheets.others)]
    {
        if sheet.is_empty() {
            continue;
        }
        let before = page.blocks.len();
        page.gap().text(Role::Heading, heading);
        if search::table(&mut page, model, sheet) {
            found = true;
        } else {
            page.blocks.truncate(before);
        }
    }
    if !found {
        page.gap().text(Role::Quiet, language.nothing_found());
    }
    page
}

/// The patients of the group of the open meeting that it may want on its agenda, and those of other groups; `None` until
/// earlier meetings were read.
pub fn tables_of_patients(model: &Model) -> Option<Sheets> {
    let (meeting, register) = (model.record()?, model.register()?);
    let (own, others): (Vec<_>, Vec<_>) =
        register.offered(meeting).into_iter().partition(|(_, is_own)| *is_own);
    let table = |patients: Vec<(&KnownPatient, bool)>, other_group: bool| {
        let rows = patients.into_iter().map(|(known, _)| row(model, known, other_group));
        Sheet::new(Table::new(columns(model.language()), rows.map(Arc::new).collect()))
    };
    Some(Sheets { own: table(own, false), others: table(others, true) })
}

fn columns(language: Language) -> Vec<Column> {
    let column = |heading: &str, role, least, goes| Column { heading: heading.to_owned(), role, least, goes };
    vec![
        column(language.column_patient(), Role::Plain, 20, 0),
        column(language.column_state(), Role::Plain, 40, 0),
        column(language.column_discussed(), Role::Quiet, 12, 1),
        column(language.column_next_review(), Role::Quiet, 8, 3),
        column(language.column_agreements(), Role::Quiet, 9, 4),
        column(language.column_group(), Role::Quiet, 8, 2),
    ]
}

/// One patient: who, when last discussed, what is open.
fn row(model: &Model, known: &KnownPatient, other_group: bool) -> TableRow {
    let language = model.language();
    let today = model.now.date();
    let discussed = known.discussed.map(|date| typed::plain_day(date, today, language));
    let next = known.next_review.map(|date| typed::short_day(date, today, language));
    let open = known.agreements.len();
    let judged = known.judged.iter().map(|(name, (_, choice))| (name, choice));
    let state: Vec<String> = [
        known.deceased.then(|| language.patient_deceased().to_owned()),
        state_in_words(model, known.colour.as_ref(), judged),
        known.postponed.then(|| language.postponed_last_time().to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let state = state.join(", ");
    let group = if other_group { known.group.clone() } else { String::new() };
    let facts = [
        Some(state.clone()),
        Some(match &discussed {
            Some(day) => language.last_discussed(day),
            None => language.not_discussed_yet().to_owned(),
        }),
        next.as_ref().map(|day| language.next_review_on(day)),
        (open > 0).then(|| language.agreements_open(open)),
        Some(group.clone()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
    let label = terms::label(language, &known.label, &known.born);
    let cells = vec![
        label.clone(),
        state,
        discussed.unwrap_or_else(|| language.not_discussed_yet().to_owned()),
        next.unwrap_or_default(),
        if open > 0 { open.to_string() } else { String::new() },
        group,
    ];
    let id = RowId::of("earlier", known.patient);
    let row = Row::action(id, label, Action::AddEarlierPatient(known.patient));
    TableRow::new(row.with_value(Role::Quiet, facts.join(", ")), cells)
}

/// Colour and standing judgements in the words of their options: "rood, Ja, de stervensfase is begonnen"; none where there
/// is neither.
pub(super) fn state_in_words<'n>(
    model: &Model,
    colour: Option<&Name>,
    judged: impl Iterator<Item = (&'n Name, &'n Name)>,
) -> Option<String> {
    let language = model.language();
    let brief = model.checklist(&"kort".into());
    let item = brief.and_then(|checklist| checklist.item("kleur"));
    let options = item.map(terms::options).unwrap_or_default();
    let colour = colour.and_then(|code| options.iter().find(|option| option.code == *code));
    let colour = colour.map(|option| option.text.get(language).to_lowercase());
    let judged = judged.filter_map(|(name, choice)| {
        let options = &model.checklist(name)?.judgement.as_ref()?.options;
        let option = options.iter().find(|option| option.code == *choice)?;
        Some(option.text.get(language).to_owned())
    });
    let words: Vec<String> = colour.into_iter().chain(judged).collect();
    (!words.is_empty()).then(|| words.join("; "))
}
