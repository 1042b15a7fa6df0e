//! The long lists as tables: meetings, and patients of earlier meetings.

mod agenda;
mod course;
mod hits;
mod noted;
mod offered;
pub(super) mod patient_row;
mod register;
pub(super) mod states;
mod still_open;

pub(super) use agenda::table_of_agenda;
pub(super) use course::page_of_course;
pub(super) use hits::{entries_of_hits, mark};
pub use hits::{place, whose};
pub(super) use offered::tables_of_patients;
pub(super) use register::{table_of, table_of_register};

use std::collections::HashMap;
use std::sync::Arc;

use states::{column, whole};

use crate::app::model::Model;
use crate::app::page::{Action, Mark, Role, Row, RowId, Table, TableRow};
use crate::meeting::{MeetingKind, MeetingSummary, terms, typed};

/// The meetings of the notebook as a table.
pub(super) fn table_of_meetings(model: &Model) -> Table {
    let language = model.language();
    let columns = vec![
        whole(language.column_day(), Role::Plain, 0),
        column(language.column_group(), Role::Plain, 20, 0),
        whole(language.column_kind(), Role::Quiet, 2),
        whole(language.column_state(), Role::Quiet, 1),
    ];
    let all = || model.listed.iter().flat_map(|listed| &listed.meetings);
    let listed = || all().filter(|summary| !summary.holds_nothing());
    let times = MeetingSummary::times(listed());
    let mut called: HashMap<_, usize> = HashMap::new();
    let name = |summary: &'_ MeetingSummary| (summary.group.clone(), summary.date, summary.kind);
    listed().for_each(|summary| *called.entry(name(summary)).or_default() += 1);
    let is_one_of_two = |summary: &MeetingSummary| called.get(&name(summary)).is_some_and(|count| *count > 1);
    // Where none is invented, or all are, no row has to say so where there is little room.
    let is_mixed = listed().any(MeetingSummary::is_of_invented) && model.protected.is_protected();
    let rows = listed().map(|summary| {
        let time = times.get(&summary.id).filter(|_| summary.session || is_one_of_two(summary));
        meeting(model, summary, time, is_mixed)
    });
    Table::new(columns, rows.map(Arc::new).collect())
}

fn meeting(model: &Model, summary: &MeetingSummary, time: Option<&String>, is_mixed: bool) -> TableRow {
    let language = model.language();
    let today = model.now.date();
    let day = summary.met(language, |day| typed::short_day(day, today, language));
    let brief = typed::met_briefly(&summary.date_typed, typed::brief_day(summary.date, today, language));
    let group = terms::group(language, &summary.group);
    // What the other columns say of it goes where the window is narrow.
    let named = if summary.session { language.session_of(group) } else { group.to_owned() };
    let kind = summary.kind_in_words(language);
    let mut state = state(model, summary);
    if let Some(time) = time.filter(|_| !summary.session) {
        state = format!("{state}, {time}");
    }
    let mut brief_state = state.clone();
    if summary.session {
        // What it is stands in front of its name; of two with one case, only the time tells which.
        let state_of = if summary.closed { language.meeting_closed() } else { language.session_under_way() };
        state =
            [Some(state_of), time.map(String::as_str)].into_iter().flatten().collect::<Vec<_>>().join(", ");
        brief_state = state.clone();
    } else if summary.is_of_invented() {
        state = format!("{state}, {}", language.meeting_fictional());
        if is_mixed {
            brief_state = format!("{} {brief_state}", language.patient_invented_briefly());
        }
    }
    let row_state = format!("{kind}, {state}");
    // Where the window is narrow only this column is left, and a meeting of that day is called the same.
    let mut kind_cell = kind.to_owned();
    if summary.kind == MeetingKind::Between {
        state = format!("{}, {state}", language.between_briefly());
        // How many patients it is about the meeting itself says.
        let told = time.filter(|_| !summary.session).into_iter().map(String::as_str);
        let invented =
            Some(language.patient_invented_briefly()).filter(|_| is_mixed && summary.is_of_invented());
        brief_state = invented
            .into_iter()
            .chain([language.between_briefly()])
            .chain(told)
            .collect::<Vec<_>>()
            .join(" ");
        kind_cell.clear();
    }
    let mark = if summary.closed { Mark::Done } else { Mark::None };
    let row = Row::action(
        RowId::of("meeting", summary.id),
        format!("{day}  {named}"),
        Action::OpenMeeting(summary.id),
    );
    let row = row.with_value(Role::Quiet, row_state).marked(mark);
    // In a narrow window how far it is says more than what every meeting of this notebook is.
    TableRow::new(row, vec![brief, named, kind_cell, state]).or_shorter(3, brief_state)
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
