//! The agenda of the open meeting.

use super::patient_row::{is_waiting, patient_row};
use super::{ending, reopening, versions};
use crate::app::model::Model;
use crate::app::page::{Abilities, Action, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::titled;
use crate::app::pages::search;
use crate::app::pages::tables::state_in_words;
use crate::meeting::{Given, QuestionKey, Review, Role as MeetingRole, terms, typed};

/// The agenda: who is discussed, in which order, and how far the meeting is.
pub(in crate::app::pages) fn agenda(model: &Model) -> Page {
    let language = model.language();
    let Some(meeting) = model.record() else { return titled(language.meetings_title()) };
    let mut page = Page {
        trail: vec![
            terms::group(language, &meeting.details.group).to_owned(),
            typed::day(meeting.details.date, language),
        ],
        abilities: Abilities {
            order: model.may_change() && meeting.reviews.len() > 1,
            ..Abilities::default()
        },
        ..Page::default()
    };
    let recorder = meeting.with_role(MeetingRole::Recorder).map(|known| language.recorder_is(&known.name));
    let done = language.discussed_of(meeting.finished(), meeting.reviews.len());
    let between = model.settings.marks.signs().between;
    let line: Vec<String> = [
        Some(terms::kind(language, meeting.details.kind).to_owned()),
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
    let rows = meeting.reviews.iter().map(|review| stated(model, review, patient_row(language, review)));
    search::list(&mut page, model, rows.collect());
    if !meeting.reviews.is_empty() {
        page.gap();
    }
    if model.may_change() {
        page.push(Row::action(
            RowId::fixed("add-patient"),
            language.agenda_add_patient(),
            super::add_patient::way_in(model),
        ));
    }
    page.push(Row::action(
        RowId::fixed("details"),
        language.agenda_details(),
        Action::Open(Screen::MeetingDetails),
    ));
    ending::on_agenda(&mut page, model);
    page
}

/// The row with what the team has to know before it begins: the colour, what was judged, and whether that was withdrawn.
fn stated(model: &Model, review: &Review, row: Row) -> Row {
    let language = model.language();
    let known = model.register().and_then(|register| register.earlier.get(&review.patient));
    let key = QuestionKey::new(&"kort".into(), &"kleur".into());
    let colour = |review: &Review| match review.answers.get(&key).and_then(|answer| answer.given.as_ref()) {
        Some(Given::Choice(code)) => Some(code.clone()),
        _ => None,
    };
    let colour = colour(review).or_else(|| known.and_then(|earlier| colour(&earlier.review)));
    let own = review.judgements.iter().filter_map(|(name, judgement)| {
        let choice = judgement.choice.as_ref().filter(|_| judgement.withdrawn.is_none())?;
        Some((name, choice))
    });
    let standing = model
        .judged_earlier(review.patient)
        .filter_map(|name| Some((name, model.standing(review.patient, name)?.judgement.choice.as_ref()?)));
    let state = state_in_words(model, colour.as_ref(), own.chain(standing));
    let withdrawn = review.judgements.values().any(|judgement| judgement.withdrawn.is_some());
    let withdrawn = withdrawn.then(|| language.judgement_withdrawn_here().to_owned());
    let parts: Vec<String> = [state, withdrawn, Some(row.value.clone())].into_iter().flatten().collect();
    let (role, value) = (row.value_role, parts.join(model.settings.marks.signs().between));
    row.with_value(role, value)
}
