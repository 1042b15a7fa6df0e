//! Choosing a patient for the agenda: a new one, or one of earlier meetings.

use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::{is_practice, titled};
use crate::app::pages::{prepared, search};
use crate::meeting::terms;

/// What "add a patient" does: straight to a new one where there is nobody to choose from.
pub(in crate::app::pages) fn way_in(model: &Model) -> Action {
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
pub(in crate::app::pages) fn add_patient(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.agenda_add_patient());
    let Some(meeting) = model.record() else { return page };
    page.corner = None;
    page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    if is_practice(model, meeting) {
        page.text(Role::Warning, language.add_patient_invented()).gap();
    }
    let new = Row::action(RowId::fixed("new"), language.add_patient_new(), Action::AddPatient);
    page.push(new.marked(Mark::Leads));
    let proposed = prepared::proposed(model);
    // While nobody is on the agenda, the agenda itself is the proposal.
    let on_agenda = meeting.on_agenda() > 0 && !meeting.details.is_between();
    if proposed > 0 && on_agenda && model.path.top().search.is_empty() {
        let take = Action::TakeProposal(false);
        let row = Row::action(RowId::fixed("proposal"), language.take_proposal(proposed), take);
        page.push(row.marked(Mark::Leads));
    }
    let Some(sheets) = prepared::patients(model) else {
        page.gap().text(Role::Quiet, language.add_patient_reading());
        return page;
    };
    page.has_pane = !(sheets.own.is_empty() && sheets.others.is_empty());
    let mut first = None;
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
        // Who is of the group goes before who is of another.
        first = first.or(page.first.take());
    }
    page.first = first;
    if !found {
        search::nothing(&mut page, model);
    }
    let apart = model.register().map_or(0, |register| register.kept_apart(meeting));
    if apart > 0 {
        page.gap().text(Role::Quiet, language.add_patient_kept_apart(meeting.details.fictional, apart));
    }
    page
}
