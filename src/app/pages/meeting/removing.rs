//! Taking something out of the meeting: what would go with it, what can be done instead, and the way back first.

use crate::app::model::Model;
use crate::app::page::{Action, Detail, Page, Role, Row, RowId};
use crate::app::pages::named;
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::app::pages::patient::agreement_row;
use crate::meeting::{Meeting, Removal, terms};

/// The question whether something is to be taken away although much would go with it.
pub(in crate::app::pages) fn removing(model: &Model, removal: &Removal) -> Page {
    let language = model.language();
    let Some(meeting) = model.record() else { return titled(language.removing_title()) };
    let discussed = removal.patient().and_then(|patient| discussion(model, patient));
    let mut page = match discussed {
        Some((meeting, review)) => patient_page(model, meeting, review),
        None => titled(language.removing_title()),
    };
    page.first = Some(RowId::fixed("back"));
    page.text(Role::Question, question(model, meeting, removal));
    let losses = removal.losses(meeting);
    let recorded = language.recorded_so_far(losses.answers, losses.judgements, losses.notes);
    let named = (losses.named > 0).then(|| language.named_with_patients(losses.named));
    for sentence in recorded.into_iter().chain(named) {
        page.text(Role::Plain, sentence);
    }
    page.text(Role::Quiet, language.removing_undo());
    if let (Some((meeting, review)), false) = (discussed, losses.agreements.is_empty()) {
        page.gap().text(Role::Heading, language.removing_agreements());
        for agreement in &losses.agreements {
            page.push(agreement_row(model, meeting, review, agreement));
        }
    }
    page.gap();
    page.push(Row::action(RowId::fixed("back"), language.removing_no(), Action::Back));
    match (removal, discussed) {
        (Removal::Patient(patient), Some((_, review)))
            if !review.details.postponed && !meeting.details.is_between() =>
        {
            let postpone = Action::Detail(*patient, Detail::Postponed(true));
            page.push(Row::action(RowId::fixed("postpone"), language.removing_postpone(), postpone));
        }
        (Removal::Agreement(patient, id), Some(_)) => {
            let dropped = Action::EndAgreement(*patient, *id, Some(false));
            page.push(Row::action(RowId::fixed("dropped"), language.agreement_dropped(), dropped));
        }
        _ => {}
    }
    let yes = match removal {
        Removal::Death(_) => language.removing_death_yes(),
        _ => language.removing_yes(),
    };
    page.push(Row::action(RowId::fixed("remove"), yes, Action::Remove(removal.clone())));
    page
}

fn question(model: &Model, meeting: &Meeting, removal: &Removal) -> String {
    let language = model.language();
    match removal {
        Removal::Patient(patient) => {
            let label = meeting.review(*patient).map(|review| named::called(model, review));
            let label = label.unwrap_or_default();
            match meeting.details.is_between() {
                true => language.between_remove_question(&label),
                false => language.removing_patient(&label),
            }
        }
        Removal::Participant(id) => {
            language.removing_participant(&terms::participant_by_id(language, meeting, Some(*id)))
        }
        Removal::Agreement(..) => language.removing_agreement().to_owned(),
        Removal::Time(..) => language.removing_title().to_owned(),
        Removal::Death(patient) => {
            let label = meeting.review(*patient).map(|review| named::called(model, review));
            language.removing_death(&label.unwrap_or_default())
        }
    }
}
