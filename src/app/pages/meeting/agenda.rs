//! The agenda of the open meeting.

use super::{ending, reopening, versions};
use crate::app::model::Model;
use crate::app::page::{Abilities, Action, Mark, Page, Role, Row, RowId, Screen, TableRow};
use crate::app::pages::parts::{is_practice, titled};
use crate::app::pages::tables::patient_row::is_waiting;
use crate::app::pages::{named, prepared, search};
use crate::meeting::{Role as MeetingRole, terms, typed};

/// The agenda: who is discussed, in which order, and how far the meeting is.
pub(in crate::app::pages) fn agenda(model: &Model) -> Page {
    let language = model.language();
    let Some(meeting) = model.record() else { return titled(language.meetings_title()) };
    let mut page = Page {
        trail: vec![
            terms::group(language, &meeting.details.group).to_owned(),
            meeting.details.met(language, |day| typed::day(day, language)),
        ],
        short_trail: vec![
            terms::group(language, &meeting.details.group).to_owned(),
            meeting.details.met(language, |day| typed::plain_day(day, model.now.date(), language)),
        ],
        abilities: Abilities {
            order: model.may_change() && meeting.reviews.len() > 1,
            ..Abilities::default()
        },
        has_pane: true,
        ..Page::default()
    };
    let recorder = meeting.with_role(MeetingRole::Recorder).map(|known| language.recorder_is(&known.name));
    let done = if meeting.details.is_between() {
        language.between_count(meeting.reviews.len())
    } else {
        language.discussed_of(meeting.finished(), meeting.on_agenda())
    };
    let between = model.settings.marks.signs().between;
    let invented = is_practice(model, meeting);
    let line: Vec<String> = [
        Some(terms::kind(language, meeting.details.kind).to_owned()),
        invented.then(|| language.meeting_fictional().to_owned()),
        Some(done),
        model.time_against_planned(),
        recorder,
    ]
    .into_iter()
    .flatten()
    .collect();
    page.text(Role::Quiet, line.join(between)).gap();
    if let Some(open) = model.open.as_ref() {
        if open.may_insist {
            let insist = Action::InsistOnMeeting(meeting.id);
            page.push(Row::action(RowId::fixed("insist"), language.work_here_anyway(), insist)).gap();
        }
        versions::on_agenda(&mut page, model, open);
    }
    if let Some(amendment) = meeting.reopened() {
        page.push(reopening::reason_row(model, amendment)).gap();
    }
    let waiting = meeting.reviews.iter().find(|review| is_waiting(review));
    page.first = waiting.map(|review| RowId::of("patient", review.patient));
    let between = meeting.details.is_between();
    if between {
        page.text(Role::Quiet, language.between_what()).gap();
    }
    if let Some(row) = ending::open_agreements_row(model).filter(|_| !between) {
        page.push(row).gap();
    }
    if let Some(known) = model.register().and_then(|register| register.twice(meeting)) {
        page.text(Role::Warning, language.agenda_has_one_twice(&named::known(model, known))).gap();
    }
    if meeting.on_agenda() == 0 && !between {
        proposal(&mut page, model);
    } else if let Some(sheet) = prepared::agenda(model) {
        if !search::table(&mut page, model, &sheet) {
            search::nothing(&mut page, model);
        }
        page.gap();
    }
    let proposed = prepared::proposed(model);
    if proposed > 0 && meeting.on_agenda() > 0 && !between && model.may_change() {
        let row = Row::action(
            RowId::fixed("proposed"),
            language.proposal_title(),
            Action::Open(Screen::AddPatient),
        );
        page.push(row.with_value(Role::Quiet, language.proposed_still(proposed)));
    }
    if model.may_change() {
        page.push(Row::action(
            RowId::fixed("add-patient"),
            if between { language.between_patient() } else { language.agenda_add_patient() },
            super::add_patient::way_in(model),
        ));
    }
    page.push(Row::action(
        RowId::fixed("details"),
        language.agenda_details(),
        Action::Open(Screen::MeetingDetails),
    ));
    if between {
        if model.may_change() && !meeting.reviews.is_empty() {
            let close = Action::CloseMeeting;
            page.gap().push(Row::action(RowId::fixed("close"), language.between_close(), close));
        }
        page.abilities.paper = true;
        reopening::way_in(&mut page, model);
    } else {
        ending::on_agenda(&mut page, model);
    }
    page
}

/// Who is proposed for the agenda, with the ways to take that over; nothing where nobody is.
fn proposal(page: &mut Page, model: &Model) {
    let language = model.language();
    let Some(sheet) = prepared::agenda(model).filter(|sheet| !sheet.is_empty() && model.may_change()) else {
        return;
    };
    page.text(Role::Heading, language.proposal_title());
    page.text(Role::Quiet, language.proposal_what()).gap();
    let table = sheet.found("");
    let is_reasoned = |row: &&TableRow| row.cells.get(1).is_some_and(|why| !why.is_empty());
    let reasoned = table.rows().filter(is_reasoned).count();
    let rows = [
        (reasoned > 0, "proposal", language.take_proposal(reasoned), false),
        (reasoned < sheet.len(), "proposal-all", language.take_all_patients(sheet.len()), true),
    ];
    for (_, id, label, all) in rows.into_iter().filter(|(shown, ..)| *shown) {
        page.push(Row::action(RowId::fixed(id), label, Action::TakeProposal(all)).marked(Mark::Leads));
    }
    page.gap();
    if !search::table(page, model, &sheet) {
        search::nothing(page, model);
    }
    page.gap();
}
