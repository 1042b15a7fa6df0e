//! The agreements of earlier meetings that are still open, of whoever of the group: what is overdue first.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::named;
use crate::app::pages::parts::{agreement_in_words, titled};
use crate::app::pages::{prepared, search};
use crate::checklist::Looks;
use crate::meeting::{Agreement, PatientId, terms, typed};
use crate::text::same;

/// How many agreements of earlier meetings are still open, and how many of those are past their day.
pub(super) fn count(model: &Model) -> (usize, usize) {
    let Some(meeting) = model.record() else { return (0, 0) };
    let today = meeting.details.date;
    let here = meeting.reviews.iter().flat_map(|review| &review.agreements);
    let here = here.filter(|agreement| agreement.from.is_some() && agreement.is_open());
    let (open, overdue) = here.fold((0, 0), |(open, overdue), agreement| {
        (open + 1, overdue + usize::from(agreement.is_overdue(today)))
    });
    let elsewhere = prepared::agreements_elsewhere(model);
    (open + elsewhere.0, overdue + elsewhere.1)
}

/// The same with those that were made here: as many as the rows of the agenda tell of together, and those of whoever is not on it.
pub(super) fn count_all(model: &Model) -> (usize, usize) {
    let Some(meeting) = model.record() else { return (0, 0) };
    let new = meeting.reviews.iter().flat_map(|review| &review.agreements);
    let new = new.filter(|agreement| agreement.from.is_none() && agreement.is_open());
    new.fold(count(model), |(open, overdue), agreement| {
        (open + 1, overdue + usize::from(agreement.is_overdue(meeting.details.date)))
    })
}

/// An agreement with whose it is and where it is dealt with.
struct Open {
    day: NaiveDate,
    label: String,
    words: String,
    overdue: bool,
    agreement: Agreement,
    patient: PatientId,
    is_here: bool,
}

/// The agreements of earlier meetings that are still open.
pub(in crate::app::pages) fn open_agreements(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.open_agreements_title());
    let Some(meeting) = model.record() else { return page };
    page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    page.abilities.paper = true;
    page.text(Role::Quiet, language.open_agreements_what()).gap();
    let mut open = Vec::new();
    let mut add = |label: String, patient, agreement: Agreement, is_here| {
        open.push(Open {
            day: typed::date(&agreement.due, agreement.made_on(meeting.details.date), Looks::Forward)
                .unwrap_or(NaiveDate::MAX),
            words: agreement_in_words(model, meeting, &agreement),
            overdue: agreement.is_overdue(meeting.details.date),
            label,
            patient,
            agreement,
            is_here,
        });
    };
    let names = named::names(model);
    for review in &meeting.reviews {
        let label = names.shown(review, language);
        for agreement in review.agreements.iter().filter(|one| one.is_open()) {
            add(label.clone(), review.patient, agreement.clone(), true);
        }
    }
    for known in model.register().map(|register| register.elsewhere(meeting)).unwrap_or_default() {
        let label = names.known(known, language);
        for open in &known.agreements {
            add(label.clone(), known.patient, open.within(meeting), false);
        }
    }
    for (known, open) in model.register().map(|register| register.beside(meeting)).unwrap_or_default() {
        let label = named::known(model, known);
        add(label, known.patient, open.within(meeting), false);
    }
    open.sort_by_cached_key(|one| (one.day, same::in_order(&one.label)));
    if open.is_empty() {
        page.text(Role::Plain, language.open_agreements_none());
    }
    page.has_pane = !open.is_empty();
    let (earlier, new): (Vec<Open>, Vec<Open>) =
        open.into_iter().partition(|one| one.agreement.from.is_some());
    let row = |one: Open| {
        let deal = if one.is_here {
            Action::Open(Screen::Agreement(one.patient, one.agreement.id))
        } else {
            Action::TakeAgreement(one.patient, one.agreement.id)
        };
        let role = if one.overdue { Role::Warning } else { Role::Quiet };
        let row = Row::action(RowId::of("agreement", one.agreement.id), one.label, deal);
        row.with_value(role, one.words).marked(Mark::NotTicked)
    };
    // What was agreed today needs no going through, and is part of the count.
    let lists = [("", earlier), (language.open_agreements_of_today(), new)];
    let lists = lists.map(|(heading, list)| (heading.to_owned(), list.into_iter().map(row).collect()));
    search::groups(&mut page, model, lists.into());
    page.gap().push(Row::action(RowId::fixed("back"), language.agreements_to_agenda(), Action::Back));
    page
}
