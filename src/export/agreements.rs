//! Agreements in words: what, who, by when, from which meeting, and whether they were confirmed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::sheet::{Sheet, with_colon};
use crate::checklist::Looks;
use crate::meeting::{Agreement, Meeting, Names, Owner, terms, typed};
use crate::text::same::{self, same_name};
use crate::words::Language;

/// An agreement on one line.
pub(super) fn agreed(meeting: &Meeting, agreement: &Agreement, language: Language) -> String {
    let mut parts = vec![owner(meeting, agreement, language), due(meeting, agreement, language)];
    parts.extend(circumstances(meeting, agreement, language));
    format!("{} {}", with_colon(what(agreement, language)), parts.join("; "))
}

/// What was agreed, or that nobody said it.
pub(super) fn what(agreement: &Agreement, language: Language) -> &str {
    match agreement.what.trim() {
        "" => language.agreement_unnamed(),
        what => what,
    }
}

/// Who does it, or that nobody does.
pub(super) fn owner(meeting: &Meeting, agreement: &Agreement, language: Language) -> String {
    match (terms::owner(language, meeting, agreement).trim(), agreement.owner) {
        ("", Some(Owner::Outside)) => language.export_outside().to_owned(),
        ("", _) => language.agreement_no_owner().to_owned(),
        (name, _) => name.to_owned(),
    }
}

/// By when, or that there is no day.
pub(super) fn due(meeting: &Meeting, agreement: &Agreement, language: Language) -> String {
    let today = agreement.made_on(meeting.details.date);
    match (agreement.due.trim(), typed::whole_date(&agreement.due, today, Looks::Forward)) {
        ("", _) => language.agreement_no_date().to_owned(),
        (_, Some(date)) => language.agreement_before(&typed::day(date, language)),
        (text, None) => typed::told(language, text, today, Looks::Forward),
    }
}

/// Who tells, where it comes from, how it ended, and whether it was confirmed.
fn circumstances(meeting: &Meeting, agreement: &Agreement, language: Language) -> Vec<String> {
    let mut parts = Vec::new();
    let teller = terms::participant_by_id(language, meeting, agreement.told_by);
    if !teller.is_empty() {
        parts.push(language.export_tells(&teller));
    }
    if let Some(from) = agreement.from {
        parts.push(language.agreement_from(&typed::numeric(from)));
    }
    if agreement.is_overdue(meeting.details.date) {
        parts.push(language.export_overdue().to_owned());
    }
    match agreement.ended {
        Some(ended) => {
            let word = if ended.done { language.export_done() } else { language.export_dropped() };
            let outcome = match agreement.outcome.trim() {
                "" => String::new(),
                outcome => format!(": {outcome}"),
            };
            parts.push(format!("{word} {}{outcome}", typed::numeric(ended.recorded.at.date())));
        }
        // Between meetings nobody is at the table who could.
        None if agreement.confirmed.is_none() && !meeting.details.is_between() => {
            parts.push(language.export_unconfirmed().to_owned());
        }
        None => {}
    }
    parts
}

/// Where somebody stands among the owners: the participants in their order, then others. Who came along from another meeting by name
/// only is the participant of that name.
fn place_of_owner(meeting: &Meeting, agreement: &Agreement) -> usize {
    let mut participants = meeting.participants.iter();
    let place = match agreement.owner {
        Some(Owner::Participant(id)) => participants.position(|known| known.id == id),
        Some(Owner::Outside) => participants.position(|known| {
            let name = agreement.outside_name.trim();
            !name.is_empty() && same_name(&known.name, name)
        }),
        None => return usize::MAX,
    };
    place.unwrap_or(usize::MAX - 1)
}

/// What an owner is called, and what is to be done, each with the day before which that is: what has none comes last.
type Owned = (String, Vec<((bool, Option<NaiveDate>), String)>);

/// What is open, person by person over all patients, in the order in which it is to be done, so what is overdue first; who has
/// nothing open is not there.
pub(super) fn per_person(sheet: &mut Sheet, meeting: &Meeting, names: &Names, language: Language) {
    let mut owners: BTreeMap<(usize, String), Owned> = BTreeMap::new();
    for review in &meeting.reviews {
        for agreement in review.agreements.iter().filter(|agreement| agreement.is_open()) {
            let place = place_of_owner(meeting, agreement);
            let mut parts = vec![due(meeting, agreement, language)];
            parts.extend(circumstances(meeting, agreement, language));
            let patient = names.shown(review, language);
            let line = format!("{} ({patient}): {}", what(agreement, language), parts.join("; "));
            let due = agreement.due_on(meeting.details.date);
            let called = match meeting.participants.get(place) {
                Some(known) => terms::participant_by_id(language, meeting, Some(known.id)),
                None => owner(meeting, agreement, language),
            };
            let named = owners.entry((place, same::name(&called))).or_insert((called, Vec::new()));
            named.1.push(((due.is_none(), due), line));
        }
    }
    if owners.is_empty() {
        return;
    }
    sheet.rule().gap().heading(2, language.export_per_person());
    for (owner, mut lines) in owners.into_values() {
        sheet.gap().heading(3, &with_colon(&owner));
        lines.sort_by_key(|(due, _)| *due);
        for (_, line) in lines {
            sheet.point(&line);
        }
    }
}
