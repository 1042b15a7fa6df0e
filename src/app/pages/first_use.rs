//! The pages of the first use of a notebook: whom it is for, the passphrase, the recovery key, and the way to the first meeting.

use super::parts::like_field;
use super::tour;
use crate::app::message::{FirstDeed, FirstStep, Purpose};
use crate::app::model::{FirstUse, Model};
use crate::app::page::{Abilities, Action, Page, Role, Row, RowId, Screen};

/// The most points that stand for typed characters.
const MOST_POINTS: usize = 24;

/// A page of the first use.
pub(super) fn page(model: &Model, step: FirstStep) -> Page {
    let none = FirstUse::default();
    let state = model.first_use.as_ref().unwrap_or(&none);
    let mut page = Page { trail: vec!["Pallium".to_owned()], ..Page::default() };
    let language = model.language();
    page.corner = place(step).map(|place| language.first_step(place, 4));
    page.air();
    match step {
        FirstStep::Purpose => purpose(model, state, &mut page),
        FirstStep::Passphrase | FirstStep::Again => passphrase(model, state, step, &mut page),
        FirstStep::Key => key(model, state, &mut page),
        FirstStep::ReadBack => read_back(model, state, &mut page),
        FirstStep::Begin => begin(model, state, &mut page),
    }
    page
}

/// The place of a page among those on the longest way.
fn place(step: FirstStep) -> Option<usize> {
    match step {
        FirstStep::Purpose => Some(1),
        FirstStep::Passphrase | FirstStep::Again => Some(2),
        FirstStep::Key => Some(3),
        FirstStep::ReadBack => Some(4),
        FirstStep::Begin => None,
    }
}

fn purpose(model: &Model, state: &FirstUse, page: &mut Page) {
    let language = model.language();
    page.abilities = Abilities { leaves: true, ..Abilities::default() };
    page.text(Role::Question, language.first_use_question()).gap();
    let answers = [
        ("passphrase", language.first_use_passphrase(), Purpose::Passphrase),
        ("disk", language.first_use_disk(), Purpose::Disk),
        ("fictional", language.first_use_fictional(), Purpose::Fictional),
    ];
    for (number, (name, label, purpose)) in (1..).zip(answers) {
        let choose = Action::FirstUse(FirstDeed::Choose(purpose));
        page.push(Row::action(RowId::fixed(name), format!("{number}  {label}"), choose));
    }
    page.gap();
    told(model, state, page, language.first_use_how());
    if state.may_go_on {
        let go_on = Action::FirstUse(FirstDeed::GoOn);
        page.gap().push(Row::action(RowId::fixed("go-on"), language.first_use_go_on(), go_on));
    }
}

fn passphrase(model: &Model, state: &FirstUse, step: FirstStep, page: &mut Page) {
    let language = model.language();
    let (question, label) = match step {
        FirstStep::Again => (language.first_use_again_title(), language.first_use_again_row()),
        _ => (language.first_use_passphrase_title(), language.locked_passphrase()),
    };
    page.text(Role::Question, question);
    if step == FirstStep::Passphrase {
        page.text(Role::Plain, language.protect_introduction());
    }
    page.gap();
    let points = "*".repeat(usize::from(state.typed).min(MOST_POINTS));
    let take = Action::FirstUse(FirstDeed::Take);
    page.push(like_field(model, Row::action(RowId::fixed("secret"), label, take), &points));
    told(model, state, page, language.first_use_type());
}

fn key(model: &Model, state: &FirstUse, page: &mut Page) {
    let language = model.language();
    page.text(Role::Question, language.first_use_key_title()).gap();
    page.indented(Role::Strong, 4, state.key.text.clone()).gap();
    page.text(Role::Plain, language.recovery_advice()).gap();
    let next = Action::Open(Screen::FirstUse(FirstStep::ReadBack));
    page.push(Row::action(RowId::fixed("written"), language.first_use_written(), next));
    if !state.told.is_empty() {
        page.text(Role::Warning, state.told.clone());
    }
}

fn read_back(model: &Model, state: &FirstUse, page: &mut Page) {
    let language = model.language();
    page.text(Role::Question, language.first_use_read_back_title());
    page.text(Role::Plain, language.first_use_read_back()).gap();
    let take = Action::FirstUse(FirstDeed::Take);
    let row = Row::action(RowId::fixed("secret"), language.first_use_key_row(), take);
    page.push(like_field(model, row, &state.read_back.text));
    told(model, state, page, language.first_use_type());
}

/// What was wrong last, or that the work is under way, or what to do.
fn told(model: &Model, state: &FirstUse, page: &mut Page, how: &str) {
    match state {
        FirstUse { working: true, .. } => page.text(Role::Quiet, model.language().first_use_working()),
        FirstUse { told, .. } if told.is_empty() => page.text(Role::Quiet, how),
        FirstUse { told, .. } => page.text(Role::Warning, told.clone()),
    };
}

fn begin(model: &Model, state: &FirstUse, page: &mut Page) {
    let language = model.language();
    page.text(Role::Question, language.first_use_ready());
    if !state.told.is_empty() {
        page.text(Role::Plain, state.told.trim_end());
    }
    page.gap();
    let is_empty = model.listed.as_ref().is_none_or(|listed| listed.meetings.is_empty());
    if is_empty {
        page.text(Role::Plain, language.first_use_group()).gap();
        page.push(Row::action(RowId::fixed("new"), language.first_use_begin(), Action::NewMeeting));
    }
    let later = if is_empty { language.first_use_skip() } else { language.first_use_to_start() };
    page.push(Row::action(RowId::fixed("later"), later, Action::Back));
    page.push(tour::row(language));
}
