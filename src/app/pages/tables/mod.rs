//! The long lists as tables: meetings, and patients of earlier meetings.

mod agenda;
mod course;
pub(super) mod patient_row;
mod register;
pub(super) mod states;

pub(super) use agenda::table_of_agenda;
pub(super) use course::page_of_course;
pub(super) use register::table_of_register;

use std::sync::Arc;

use crate::app::model::{Model, Sheet, Sheets};
use crate::app::page::{Action, Column, Mark, Role, Row, RowId, Table, TableRow};
use crate::checklist::Name;
use crate::meeting::{KnownPatient, MeetingKind, MeetingSummary, terms, typed};
use crate::words::Language;

/// The meetings of the notebook as a table.
pub(super) fn table_of_meetings(model: &Model) -> Table {
    let language = model.language();
    let column = |heading: &str, role, least, goes| Column {
        heading: heading.to_owned(),
        role,
        least,
        goes,
        whole: false,
    };
    let columns = vec![
        column(language.column_day(), Role::Plain, 11, 0),
        column(language.column_group(), Role::Plain, 20, 0),
        column(language.column_kind(), Role::Quiet, 4, 2),
        column(language.column_state(), Role::Quiet, 8, 1),
    ];
    let rows = model.listed.iter().flat_map(|listed| &listed.meetings).map(|summary| meeting(model, summary));
    Table::new(columns, rows.map(Arc::new).collect())
}

fn meeting(model: &Model, summary: &MeetingSummary) -> TableRow {
    let language = model.language();
    let day = typed::short_day(summary.date, model.now.date(), language);
    let group = terms::group(language, &summary.group);
    let kind = terms::kind(language, summary.kind);
    let mut state = state(model, summary);
    if summary.fictional && (summary.closed || !summary.session) {
        state = format!("{state}, {}", language.meeting_fictional());
    }
    let mark = if summary.closed { Mark::Done } else { Mark::None };
    let row = Row::action(
        RowId::of("meeting", summary.id),
        format!("{day}  {group}"),
        Action::OpenMeeting(summary.id),
    );
    let row = row.with_value(Role::Quiet, format!("{kind}, {state}")).marked(mark);
    TableRow::new(row, vec![day, group.to_owned(), kind.to_owned(), state])
}

/// How far a meeting is.
pub(super) fn state(model: &Model, summary: &MeetingSummary) -> String {
    let language = model.language();
    if summary.closed {
        language.meeting_closed().to_owned()
    } else if summary.kind == MeetingKind::Between {
        language.between_count(summary.patients)
    } else if summary.session {
        language.session_fictional().to_lowercase()
    } else {
        language.discussed_of(summary.finished, summary.patients)
    }
}

/// The patients of the group of the open meeting that it may want on its agenda, and those of other groups; `None` until
/// earlier meetings were read.
pub(super) fn tables_of_patients(model: &Model) -> Option<Sheets> {
    let (meeting, register) = (model.record()?, model.register()?);
    let (own, others): (Vec<_>, Vec<_>) =
        register.offered(meeting).into_iter().partition(|(_, is_own)| *is_own);
    let table = |patients: Vec<(&KnownPatient, bool)>, other_group: bool| {
        let rows = patients.into_iter().map(|(known, _)| patient(model, known, other_group));
        Sheet::new(Table::new(columns_of_patients(model.language()), rows.map(Arc::new).collect()))
    };
    Some(Sheets { own: table(own, false), others: table(others, true) })
}

fn columns_of_patients(language: Language) -> Vec<Column> {
    let column = |heading: &str, role, least, goes| Column {
        heading: heading.to_owned(),
        role,
        least,
        goes,
        whole: false,
    };
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
fn patient(model: &Model, known: &KnownPatient, other_group: bool) -> TableRow {
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
