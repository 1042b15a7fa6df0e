//! Reopening a closed meeting: what that means, why it was done, and what changed since.

use crate::app::model::Model;
use crate::app::page::{Action, Field, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::named;
use crate::app::pages::parts::{agreement_later, titled};
use crate::meeting::{Amended, Amendment, Meeting, MeetingText, TextPlace, terms};
use crate::text;
use crate::words::Language;

/// The most columns of what stands at one place, before or after it changed.
const SHORT: usize = 80;

/// Reopening the open meeting; once that is done, the reason and what changed.
pub(in crate::app::pages) fn reopening(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(title(model));
    let Some(meeting) = model.record() else { return page };
    page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    page.abilities.paper = true;
    match meeting.reopened() {
        Some(amendment) => reopened(&mut page, model, meeting, amendment),
        None => {
            let what =
                if is_between(model) { language.between_reopen_what() } else { language.reopen_what() };
            page.text(Role::Question, what).gap();
            if may_reopen(model) {
                page.push(Row::action(RowId::fixed("reopen"), language.reopen_yes(), Action::ReopenMeeting));
            }
            page.push(Row::action(RowId::fixed("back"), language.reopen_no(), Action::Back));
        }
    }
    page
}

/// Whether it was recorded between meetings, where nobody met.
fn is_between(model: &Model) -> bool {
    model.record().is_some_and(|meeting| meeting.details.is_between())
}

fn title(model: &Model) -> &'static str {
    let language = model.language();
    if is_between(model) { language.between_reopen() } else { language.reopen_title() }
}

fn reopened(page: &mut Page, model: &Model, meeting: &Meeting, amendment: &Amendment) {
    let language = model.language();
    let (what, hint, on) = if is_between(model) {
        let hint = language.between_reopened_reason_hint();
        (language.between_reopened_what(), hint, language.between_to_patients())
    } else {
        (language.reopened_what(), language.reopened_reason_hint(), language.reopened_to_agenda())
    };
    page.text(Role::Plain, what).gap();
    let field = Field::line(TextPlace::Meeting(MeetingText::Reopened), hint);
    page.push(Row::field(RowId::fixed("reason"), language.reopened_reason(), field));
    page.gap().text(Role::Heading, language.reopened_so_far());
    if amendment.changes.is_empty() {
        page.text(Role::Quiet, language.reopened_nothing_yet());
    }
    for changed in &amendment.changes {
        let whom = changed.patient.filter(|_| !changed.of_the_group);
        let whom = whom.and_then(|patient| meeting.review(patient));
        let what = match whom {
            Some(review) => format!("{}, {}", named::called(model, review), changed.what),
            None => changed.what.clone(),
        };
        page.text(Role::Plain, format!("{what}: {}", from_to(language, changed)));
    }
    said_later(page, model, meeting);
    page.gap().push(Row::action(RowId::fixed("to-agenda"), on, Action::Back));
}

/// What stands at a place now and what was there before, in short: two agreements of one patient are called the same.
fn from_to(language: Language, changed: &Amended) -> String {
    let short = |words: &str| {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        text::truncate(&line, SHORT, "...").into_owned()
    };
    let (before, after) = (short(&changed.before), short(&changed.after));
    match (before.as_str(), after.as_str()) {
        ("", after) => after.to_owned(),
        (before, "") => language.was(before),
        (before, after) => format!("{after} ({})", language.was(before)),
    }
}

/// Adds what a later meeting says otherwise of agreements that were changed here: that stands, whatever is typed now.
pub(super) fn said_later(page: &mut Page, model: &Model, meeting: &Meeting) {
    let Some(amendment) = meeting.reopened() else { return };
    for review in &meeting.reviews {
        for agreement in &review.agreements {
            let place = format!("agreement:{}", agreement.id);
            let is_changed = amendment.changes.iter().any(|changed| changed.place == place);
            if let Some(later) = agreement_later(model, meeting, agreement).filter(|_| is_changed) {
                let called = named::called(model, review);
                page.text(Role::Warning, format!("{called}, {}: {later}", agreement.what.trim()));
            }
        }
    }
}

/// Whether the meeting is closed, and nothing else keeps it from being changed here.
fn may_reopen(model: &Model) -> bool {
    let may = |open: &crate::app::model::OpenMeeting| {
        open.read_only.is_none() && open.record.details.closed.is_some()
    };
    model.open.as_ref().is_some_and(may)
}

/// The way to reopening a closed meeting.
pub(in crate::app::pages) fn way_in(page: &mut Page, model: &Model) {
    if may_reopen(model) {
        let open = Action::Open(Screen::Reopening);
        page.push(Row::action(RowId::fixed("reopening"), title(model), open));
    }
}

/// The row of a reopened meeting, with why it was reopened; what is missing stands out.
pub(in crate::app::pages) fn reason_row(model: &Model, amendment: &Amendment) -> Row {
    let language = model.language();
    let open = Action::Open(Screen::Reopening);
    let label = if is_between(model) { language.between_reopened_row() } else { language.reopened_row() };
    let row = Row::action(RowId::fixed("reopened"), label, open).marked(Mark::Leads);
    match amendment.reason.trim() {
        "" => row.with_value(Role::Warning, language.reopened_without_reason()),
        reason => row.with_value(Role::Quiet, reason),
    }
}
