//! What the minutes say of a meeting that was reopened after it was closed.

use super::document::Place;
use super::phrases::who_when;
use super::sheet::Sheet;
use crate::meeting::{Amended, Amendment, Meeting, Names, PatientId};
use crate::words::Language;

/// Adds every reopening, with who, when, why and what changed.
pub(super) fn all(sheet: &mut Sheet, meeting: &Meeting, names: &Names, language: Language) {
    if meeting.amendments.is_empty() {
        return;
    }
    sheet.rule().gap().heading(2, language.export_amended());
    for amendment in &meeting.amendments {
        sheet.gap();
        reopening(sheet, meeting, amendment, true, language);
        if amendment.changes.is_empty() {
            sheet.line(language.export_amended_nothing());
        }
        for changed in &amendment.changes {
            let whom = changed.patient.filter(|_| !changed.of_the_group);
            let whom = whom.and_then(|patient| meeting.review(patient));
            let what = match whom {
                Some(review) => format!("{}, {}", names.shown(review, language), changed.what),
                None => changed.what.clone(),
            };
            change(sheet, &what, changed, language);
        }
    }
}

/// Adds what changed about one patient: nothing about others, and nothing that the group keeps to itself. The reason goes
/// along where nothing else changed, for it may be about somebody else.
pub(super) fn of_patient(sheet: &mut Sheet, meeting: &Meeting, patient: PatientId, language: Language) {
    let own = |changed: &&Amended| changed.patient == Some(patient) && !changed.of_the_group;
    let about = |amendment: &&Amendment| amendment.changes.iter().any(|changed| own(&changed));
    let amendments: Vec<&Amendment> = meeting.amendments.iter().filter(about).collect();
    if amendments.is_empty() {
        return;
    }
    sheet.gap().heading(2, language.export_amended());
    for amendment in amendments {
        let only = amendment.changes.iter().all(|changed| own(&changed));
        reopening(sheet, meeting, amendment, only, language);
        for changed in amendment.changes.iter().filter(own) {
            change(sheet, &changed.what, changed, language);
        }
    }
}

fn reopening(sheet: &mut Sheet, meeting: &Meeting, amendment: &Amendment, why: bool, language: Language) {
    let closed = who_when(meeting, amendment.closed, language);
    let reopened = who_when(meeting, amendment.reopened, language);
    sheet.line(&language.export_reopened(&closed, &reopened));
    if why {
        let reason = match amendment.reason.trim() {
            "" => language.reopened_without_reason(),
            reason => reason,
        };
        sheet.labelled_at(Place::UNDER, language.reopened_reason(), reason);
    }
}

fn change(sheet: &mut Sheet, what: &str, changed: &Amended, language: Language) {
    let said =
        |text: &str| if text.is_empty() { language.nothing_there().to_owned() } else { text.to_owned() };
    sheet.point(what);
    sheet.labelled_at(Place::UNDER, language.export_before(), &said(&changed.before));
    sheet.labelled_at(Place::UNDER, language.export_after(), &said(&changed.after));
}
