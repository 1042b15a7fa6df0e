//! The agenda of the open meeting.

use super::{ending, reopening, search, titled, versions};
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Abilities, Mark, Page, Role, Row, RowId};
use crate::app::screen::Screen;
use crate::app::terms;
use crate::meeting::{Given, QuestionKey, Review, Role as MeetingRole, typed};
use crate::words::Language;

/// The agenda: who is discussed, in which order, and how far the meeting is.
pub(super) fn agenda(model: &Model) -> Page {
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

/// Whether a patient is still to be discussed today.
fn is_waiting(review: &Review) -> bool {
    review.details.finished.is_none() && !review.details.postponed
}

/// Whether something was recorded today; agreements that came along from an earlier meeting are no beginning.
fn has_begun(review: &Review) -> bool {
    let agreed = review.agreements.iter().any(|agreement| agreement.from.is_none());
    agreed || !review.answers.is_empty() || !review.notes.is_empty()
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
    let state = super::add_patient::state_in_words(model, colour.as_ref(), own.chain(standing));
    let withdrawn = review.judgements.values().any(|judgement| judgement.withdrawn.is_some());
    let withdrawn = withdrawn.then(|| language.judgement_withdrawn_here().to_owned());
    let parts: Vec<String> = [state, withdrawn, Some(row.value.clone())].into_iter().flatten().collect();
    let (role, value) = (row.value_role, parts.join(model.settings.marks.signs().between));
    row.with_value(role, value)
}

/// A patient on one row, with how far the discussion is.
pub(super) fn patient_row(language: Language, review: &Review) -> Row {
    let (mark, state) = if review.details.finished.is_some() {
        (Mark::Done, language.patient_discussed())
    } else if review.details.postponed {
        (Mark::None, language.patient_postponed())
    } else if !has_begun(review) {
        (Mark::NotTicked, language.patient_to_discuss())
    } else {
        (Mark::NotTicked, language.patient_begun())
    };
    let value = match review.question.lines().next().map(str::trim) {
        Some(question) if !question.is_empty() && is_waiting(review) => question.to_owned(),
        _ => state.to_owned(),
    };
    let open = Action::Open(Screen::Patient(review.patient));
    Row::action(RowId::of("patient", review.patient), terms::patient(language, review), open)
        .with_value(Role::Quiet, value)
        .marked(mark)
}
