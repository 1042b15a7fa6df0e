//! The end of a meeting: what is left open, what the group noted, time, minutes, closing.

use chrono::NaiveDate;

use super::reopening;
use crate::app::message::Paper;
use crate::app::model::Model;
use crate::app::page::{Action, Field, Page, Role, Row, RowId, Screen};
use crate::app::pages::named;
use crate::app::pages::parts::titled;
use crate::app::pages::patient::{lacking_row, owned_row};
use crate::app::pages::tables::patient_row::{is_waiting, patient_row};
use crate::checklist::Looks;
use crate::meeting::{Meeting, MeetingText, TextPlace, terms, typed};

/// A page about the end of the open meeting.
fn end_page(model: &Model, meeting: &Meeting) -> Page {
    let language = model.language();
    let mut page = titled(language.ending_title());
    page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    page.abilities.paper = true;
    page
}

/// The end of the open meeting.
pub(in crate::app::pages) fn ending(model: &Model) -> Page {
    let language = model.language();
    let Some(meeting) = model.record() else { return titled(language.ending_title()) };
    let mut page = end_page(model, meeting);
    page.text(Role::Heading, language.ending_still_open());
    let mut open = left_open(model, meeting);
    open.extend(earlier_agreements_row(model));
    if open.is_empty() {
        let running = meeting.reviews.iter().flat_map(|review| &review.agreements);
        let running = running.filter(|agreement| agreement.is_open()).count();
        page.text(Role::Plain, language.ending_complete(running));
    }
    for row in open {
        page.push(row);
    }
    per_person(&mut page, model, meeting);
    page.gap().text(Role::Heading, language.ending_of_the_group());
    of_the_group(&mut page, model);
    let used = model.time_against_planned();
    let used = used.unwrap_or_else(|| language.time_used(model.minutes_of_all(), None));
    page.gap().text(Role::Quiet, language.time_with_patients(&used));
    page.push(minutes_row(model));
    page.push(Row::action(RowId::fixed("close"), language.ending_close(), Action::Open(Screen::Closing)));
    page
}

/// An agreement on its row, with the day by which it is to be done.
type ByDay = (Option<NaiveDate>, Row);

/// What was agreed and still runs, person by person, as it is read aloud: each owner with all that is theirs. What nobody has
/// stands above already.
fn per_person(page: &mut Page, model: &Model, meeting: &Meeting) {
    let language = model.language();
    let mut people: Vec<(String, Vec<ByDay>)> = Vec::new();
    // In the order in which they sit at the table; then who is elsewhere.
    let seated = meeting.participants.iter().map(|known| terms::participant(language, known));
    people.extend(seated.map(|name| (name, Vec::new())));
    let absent: Vec<String> = meeting
        .participants
        .iter()
        .filter(|known| known.absent)
        .map(|known| terms::participant(language, known))
        .collect();
    for review in &meeting.reviews {
        for agreement in review.agreements.iter().filter(|one| one.is_open()) {
            let owner = terms::owner(language, meeting, agreement);
            if owner.is_empty() {
                continue;
            }
            let made = agreement.made_on(meeting.details.date);
            let due = typed::date(&agreement.due, made, Looks::Forward);
            let row = (due, owned_row(model, meeting, review, agreement));
            match people.iter_mut().find(|(name, _)| *name == owner) {
                Some((_, rows)) => rows.push(row),
                None => people.push((owner, vec![row])),
            }
        }
    }
    people.retain(|(_, rows)| !rows.is_empty());
    if people.is_empty() {
        return;
    }
    page.gap().text(Role::Heading, language.ending_agreements());
    for (owner, mut rows) in people {
        // What comes first is said first; what has no day comes last.
        rows.sort_by_key(|(due, _)| (due.is_none(), *due));
        let is_absent = absent.contains(&owner);
        let away = format!(" ({})", language.participant_absent().to_lowercase());
        page.text(Role::Strong, if is_absent { owner + &away } else { owner });
        for (_, row) in rows {
            page.push(row);
        }
    }
}

/// What is left open, each as a row that opens it: patients who were neither discussed nor postponed, and agreements
/// that nobody will know of once the room is empty.
fn left_open(model: &Model, meeting: &Meeting) -> Vec<Row> {
    let waiting = meeting.reviews.iter().filter(|review| is_waiting(review));
    let names = named::names(model);
    let mut rows: Vec<Row> = waiting.map(|review| patient_row(model, &names, review)).collect();
    let reopened = meeting.reopened().filter(|amendment| amendment.reason.trim().is_empty());
    rows.extend(reopened.map(|amendment| reopening::reason_row(model, amendment)));
    for review in &meeting.reviews {
        for agreement in review.agreements.iter().filter(|agreement| !agreement.lacks(meeting).is_empty()) {
            let mut row = lacking_row(model, meeting, review, agreement);
            row.label = format!("{}: {}", names.shown(review, model.language()), row.label);
            rows.push(row);
        }
    }
    rows
}

/// The agreements of earlier meetings that are still open, of whoever: what was agreed stays in sight.
fn earlier_agreements_row(model: &Model) -> Option<Row> {
    let count = super::open_agreements::count(model);
    agreements_row(model, model.language().open_agreements_of_earlier(), count)
}

/// All agreements that are open, where some are of earlier meetings.
pub(super) fn open_agreements_row(model: &Model) -> Option<Row> {
    let (earlier, _) = super::open_agreements::count(model);
    let row = || {
        let count = super::open_agreements::count_all(model);
        agreements_row(model, model.language().open_agreements_title(), count)
    };
    (earlier > 0).then(row).flatten()
}

fn agreements_row(model: &Model, label: &str, (open, overdue): (usize, usize)) -> Option<Row> {
    let language = model.language();
    let row = Row::action(RowId::fixed("open-agreements"), label, Action::Open(Screen::OpenAgreements));
    let (role, words) = match overdue {
        0 => (Role::Quiet, open.to_string()),
        _ => (Role::Warning, language.open_and_overdue(open, overdue)),
    };
    (open > 0 && model.may_change()).then(|| row.with_value(role, words))
}

/// What the group notes of itself.
fn of_the_group(page: &mut Page, model: &Model) {
    let language = model.language();
    let fields = [
        (
            "bottlenecks",
            language.export_bottlenecks(),
            MeetingText::Bottlenecks,
            language.ending_bottlenecks_hint(),
        ),
        (
            "learning-needs",
            language.export_learning_needs(),
            MeetingText::LearningNeeds,
            language.ending_learning_needs_hint(),
        ),
        ("own-notes", language.export_own_notes(), MeetingText::OwnNotes, language.ending_own_notes_hint()),
    ];
    // What is the group's own comes to the screen only where there is something of it: it is no question to be asked.
    let own = model.record().is_some_and(|meeting| !meeting.own_notes.is_empty());
    let fields = fields.into_iter().filter(|(_, _, text, _)| own || *text != MeetingText::OwnNotes);
    for (id, label, text, hint) in fields {
        let field = Field::lines(TextPlace::Meeting(text), hint);
        page.push(Row::field(RowId::fixed(id), label, field));
    }
}

fn minutes_row(model: &Model) -> Row {
    let open = Action::Open(Screen::Paper(Box::new(Paper::minutes(None))));
    Row::action(RowId::fixed("minutes"), model.language().ending_minutes(), open)
}

/// Adds to the agenda what the group notes on the way, the minutes, and the way to the end.
pub(in crate::app::pages) fn on_agenda(page: &mut Page, model: &Model) {
    page.abilities.paper = true;
    page.gap();
    of_the_group(page, model);
    page.gap().push(minutes_row(model));
    if model.may_change() {
        page.push(Row::action(
            RowId::fixed("ending"),
            model.language().ending_title(),
            Action::Open(Screen::Ending),
        ));
    }
    reopening::way_in(page, model);
}

/// Closing the open meeting: what that means, and nothing in the way.
pub(in crate::app::pages) fn closing(model: &Model) -> Page {
    let language = model.language();
    let Some(meeting) = model.record() else { return titled(language.ending_close()) };
    let mut page = end_page(model, meeting);
    page.text(Role::Question, language.closing_what());
    let open = left_open(model, meeting).len();
    if open > 0 {
        page.text(Role::Plain, language.closing_still_open(open));
    }
    reopening::said_later(&mut page, model, meeting);
    page.gap();
    page.push(Row::action(RowId::fixed("back"), language.closing_no(), Action::Back));
    page.push(Row::action(RowId::fixed("closing"), language.closing_yes(), Action::CloseMeeting));
    page
}
