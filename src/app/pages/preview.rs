//! What the row in focus opens, to be read beside the list in which it stands: nothing of it can be reached or changed here.

use std::sync::Arc;

use super::parts::{agreement_parts, quoted, since};
use super::patient::limits_in_words;
use super::tables::states;
use super::{about_group, session, tables, walk};
use crate::app::keymap::focus::focused;
use crate::app::model::Model;
use crate::app::page::{Action, Block, Mark, Page, Role, Row, RowId, RowKind, Screen, StepPage};
use crate::app::pages::named;
use crate::checklist::{Checklist, Looks, Name};
use crate::export::in_words;
use crate::meeting::{
    HitPlace, KnownPatient, MeetingId, MeetingKind, OpenAgreement, PatientId, PatientState, Reason, Review,
    colour_question, terms, typed,
};

/// What the row in focus opens; nothing where it opens nothing that can be read here.
pub fn preview(model: &Model, page: &Page) -> Vec<Block> {
    let mut pane = Page::default();
    if let Some(RowKind::Action(action)) = focused(model, page).map(|row| &row.kind) {
        match action {
            Action::Open(Screen::Patient(patient)) => discussion(&mut pane, model, *patient),
            Action::Open(Screen::Agreement(patient, _)) => discussion(&mut pane, model, *patient),
            Action::TakeAgreement(patient, _) | Action::AddEarlierPatient(patient) => {
                let known = model.register().and_then(|register| register.patient(*patient));
                known.into_iter().for_each(|known| standing(&mut pane, model, known));
            }
            Action::Open(Screen::Course(patient)) => {
                let known = model.known.as_ref().and_then(|register| register.patient(*patient));
                known.into_iter().for_each(|known| standing(&mut pane, model, known));
            }
            Action::Open(Screen::Step { patient, checklist, page }) => {
                step(&mut pane, model, *patient, checklist, page);
            }
            Action::OpenMeeting(id) => met(&mut pane, model, *id),
            Action::ResumeMeeting => {
                model.record().into_iter().for_each(|open| met(&mut pane, model, open.id));
            }
            Action::Open(Screen::Case(name)) => {
                let opened = session::case(model, name);
                pane.text(Role::Heading, opened.trail.first().cloned().unwrap_or_default()).gap();
                read(&mut pane, opened);
            }
            Action::OpenHit(meeting, patient, place) => hit(&mut pane, model, *meeting, *patient, place),
            _ => {}
        }
    }
    if *model.screen() == Screen::Start {
        pane.gap();
        about_group::pressing(&mut pane, model);
    }
    pane.blocks
}

/// A patient on the agenda: own words, the question, what stands, what was said today and the last time, what is agreed.
fn discussion(pane: &mut Page, model: &Model, patient: PatientId) {
    let language = model.language();
    let (Some(meeting), Some(review)) = (model.record(), model.review(patient)) else { return };
    let known = model.register().and_then(|register| register.patient(patient));
    let state = PatientState::in_meeting(meeting, review, known);
    let written = review
        .own_words_before(meeting.details.date)
        .map(|day| typed::short_day(day, meeting.details.date, language));
    who(pane, &named::called(model, review), (&review.own_words, written), &review.question);
    facts(pane, model, &state);
    if let Some((words, is_incomplete)) = limits_in_words(model, meeting, review).filter(|_| !state.deceased)
    {
        let role = if is_incomplete { Role::Warning } else { Role::Plain };
        pane.air().text(Role::Quiet, model.language().limits_label()).text(role, words);
    }
    for step in walk::steps_of(model, review).iter().filter(|step| step.inline) {
        said(pane, model, review, step.checklist);
    }
    let notes = review.notes.trim();
    if !notes.is_empty() {
        labelled(pane, language.patient_notes(), notes);
    }
    let own = review.agreements.iter().filter(|agreement| agreement.is_open()).map(|agreement| {
        let (what, how) = agreement_parts(model, meeting, Some(patient), agreement);
        (what, how, agreement.is_overdue(meeting.details.date))
    });
    let here = |open: &&Arc<OpenAgreement>| review.agreements.iter().all(|own| own.id != open.agreement.id);
    let elsewhere = known.into_iter().flat_map(|known| &known.agreements).filter(here);
    let all = own.chain(elsewhere.map(|open| agreement(model, open))).collect();
    agreements(pane, model, all);
}

/// A meeting of the list: which group, when, how many patients and agreements; of the one that is open who they are too.
fn met(pane: &mut Page, model: &Model, id: MeetingId) {
    let language = model.language();
    let mut listed = model.listed.iter().flat_map(|listed| &listed.meetings);
    let Some(summary) = listed.find(|summary| summary.id == id) else { return };
    pane.text(Role::Heading, terms::group(language, &summary.group));
    pane.text(Role::Plain, summary.met(language, |day| typed::day(day, language)));
    let kind = summary.kind_in_words(language);
    let closed = if summary.closed { language.meeting_closed() } else { language.meeting_not_closed() };
    pane.text(Role::Quiet, format!("{kind}, {closed}")).gap();
    if summary.session {
        return;
    }
    pane.text(
        Role::Plain,
        match summary.kind {
            MeetingKind::Between => language.between_count(summary.patients),
            _ => language.discussed_of(summary.finished, summary.patients),
        },
    );
    if summary.open_agreements > 0 {
        pane.text(Role::Plain, language.agreements_open_of_it(summary.open_agreements));
    }
    let here = model.record().filter(|meeting| meeting.id == id);
    let mut names = here.into_iter().flat_map(|meeting| &meeting.reviews).peekable();
    if names.peek().is_some() {
        pane.gap();
    }
    for review in names {
        pane.text(Role::Plain, named::called(model, review));
    }
}

/// A patient of earlier meetings: own words, the question that waits, what stands, what is still to be done.
fn standing(pane: &mut Page, model: &Model, known: &KnownPatient) {
    let state = PatientState::of(known, model.now.date());
    let label = known.shown(model.language());
    let today = model.now.date();
    let written = known.own_words_on.filter(|day| *day < today);
    let written = written.map(|day| typed::short_day(day, today, model.language()));
    who(pane, &label, (&known.own_words, written), &known.question);
    facts(pane, model, &state);
    let why = states::reasons(model, &state, &Reason::all(known, &state, today));
    if !why.is_empty() {
        labelled(pane, model.language().column_why(), &why);
    }
    let all = known.agreements.iter().map(|open| {
        let (what, how, overdue) = agreement(model, open);
        // Of two computers one may not have known that it ended.
        let ended = known.ended_before.iter().find(|(id, _)| *id == open.agreement.id);
        let ended = ended.map(|(_, day)| typed::short_day(*day, today, model.language()));
        let told = ended.map(|day| model.language().agreement_ended_too(&day));
        (what, [Some(how), told].into_iter().flatten().collect::<Vec<_>>().join("; "), overdue)
    });
    agreements(pane, model, all.collect());
}

fn who(pane: &mut Page, label: &str, (own_words, written): (&str, Option<String>), question: &str) {
    pane.text(Role::Heading, label);
    let words = own_words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words.is_empty() {
        let written = written.map(|day| format!(" ({day})")).unwrap_or_default();
        pane.text(Role::OwnWords, format!("{}{written}", quoted(&words)));
    }
    let question = question.trim();
    if !question.is_empty() {
        pane.gap().text(Role::Question, question);
    }
}

/// What stands, a line each: colour, phase, when discussed, the plan, who carries the care.
fn facts(pane: &mut Page, model: &Model, state: &PatientState) {
    pane.gap();
    // The agreements themselves follow.
    let open = model.language().agreements_are_open(&states::agreements(model, state));
    for fact in states::facts(model, state, model.now.date()).into_iter().filter(|fact| *fact != open) {
        pane.text(Role::Plain, fact);
    }
}

/// The answers of a checklist: those of today, and of the others what was said the last time, with its day.
fn said(pane: &mut Page, model: &Model, review: &Review, checklist: &Checklist) {
    let language = model.language();
    let Some(meeting) = model.record() else { return };
    let colour = colour_question();
    let today = in_words(language, meeting, review, checklist);
    for (_, label, value) in today.iter().filter(|(key, ..)| *key != colour) {
        labelled(pane, label, value);
    }
    let patient = review.patient;
    let keys = model.standing(patient).into_iter().flat_map(|standing| standing.answers.keys());
    let of_it = keys.filter(|key| key.checklist == checklist.id && **key != colour);
    for key in of_it.filter(|key| !today.iter().any(|(known, ..)| known == *key)) {
        let stood = model.answered_earlier(patient, key);
        let Some((stood, item)) = stood.zip(checklist.item(key.item.as_str())) else { continue };
        let words = walk::earlier::in_words(model, patient, (key, item), stood);
        let day = since(language, stood, meeting.details.date);
        let label = item.label.as_ref().unwrap_or(&item.text).get(language);
        if !words.is_empty() {
            labelled(pane, &format!("{label} ({day})"), &words);
        }
    }
}

fn labelled(pane: &mut Page, label: &str, value: &str) {
    pane.air().text(Role::Quiet, label).text(Role::Plain, value);
}

/// An open agreement as a later meeting sees it: what, who and by when, and whether it is past its day.
fn agreement(model: &Model, open: &OpenAgreement) -> (String, String, bool) {
    let (language, today) = (model.language(), model.now.date());
    let agreement = &open.agreement;
    let what = match agreement.what.trim() {
        "" => language.agreement_unnamed(),
        what => what,
    };
    let due = match typed::whole_date(&agreement.due, today, Looks::Forward) {
        Some(day) => language.agreement_before(&typed::short_day(day, today, language)),
        None if agreement.due.trim().is_empty() => language.agreement_no_date().to_owned(),
        None => typed::told(language, &agreement.due, agreement.made_on(today), Looks::Forward),
    };
    let owner = match (open.owner.trim(), agreement.outside_name.trim()) {
        ("", "") => language.agreement_no_owner(),
        ("", outside) => outside,
        (owner, _) => owner,
    };
    let overdue = agreement.is_overdue(today);
    let late = if overdue { format!("; {}", language.export_overdue()) } else { String::new() };
    (what.to_owned(), format!("{owner}, {due}{late}"), overdue)
}

fn agreements(pane: &mut Page, model: &Model, all: Vec<(String, String, bool)>) {
    if all.is_empty() {
        return;
    }
    pane.gap().text(Role::Heading, model.language().course_open_agreements());
    for (what, how, overdue) in all {
        pane.text(Role::Plain, what);
        pane.indented(if overdue { Role::Warning } else { Role::Quiet }, 2, how);
    }
}

/// A page of a checklist: its questions, with what was answered.
fn step(pane: &mut Page, model: &Model, patient: PatientId, name: &Name, at: &StepPage) {
    let criteria = session::shows_criteria(model, patient);
    let opened = walk::step(model, patient, name, at, criteria);
    let on = RowId::fixed("next");
    let shown =
        opened.blocks.into_iter().take_while(|block| !matches!(block, Block::Row(row) if row.id == on));
    let blocks = shown.collect();
    read(pane, Page { blocks, ..Page::default() });
}

/// What a page says, without what could be done there.
fn read(pane: &mut Page, opened: Page) {
    let is_read = |block: &Block| match block {
        Block::Row(row) => tells(row),
        _ => true,
    };
    pane.blocks.extend(opened.blocks.into_iter().filter(is_read));
}

/// Whether a row says something, and not only what could be done.
fn tells(row: &Row) -> bool {
    let is_option =
        matches!(row.mark, Mark::Chosen | Mark::NotChosen | Mark::Ticked | Mark::NotTicked | Mark::Done);
    is_option || !matches!(row.kind, RowKind::Action(_)) || !row.value.is_empty()
}

/// What was found, where it stands, and what is known of whom it is about.
fn hit(pane: &mut Page, model: &Model, meeting: MeetingId, patient: Option<PatientId>, place: &HitPlace) {
    let language = model.language();
    let hits = model.finding.iter().flat_map(|finding| &finding.found.hits);
    let mut same = hits.filter(|hit| (hit.meeting, hit.patient, &hit.place) == (meeting, patient, place));
    let Some(hit) = same.next() else { return };
    pane.text(Role::Heading, tables::whose(language, hit, &tables::mark(model, hit)));
    let kind = terms::kind(language, hit.kind);
    pane.text(
        Role::Quiet,
        format!("{}, {kind}", typed::met(language, &hit.date_typed, typed::day(hit.date, language))),
    );
    pane.gap().text(Role::Quiet, tables::place(language, hit)).text(Role::Plain, hit.text.trim());
    let register = model.known.as_ref();
    if let Some(known) = patient.and_then(|patient| register?.patient(patient)) {
        facts(pane, model, &PatientState::of(known, model.now.date()));
    }
}
