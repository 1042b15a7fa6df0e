//! Being done with a patient: what was agreed is read out and confirmed while everybody is still there.

use super::agreement::{agreement_row, agreements_beside};
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::meeting::{Agreement, Lack, Meeting, PatientId, Review};

/// The open agreements of one patient, to be confirmed.
pub(in crate::app::pages) fn confirm(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else { return titled(language.confirm_title()) };
    let mut page = patient_page(model, meeting, review);
    page.abilities.finish = false;
    page.first = Some(RowId::fixed("confirmed"));
    page.text(Role::Heading, language.confirm_title());
    page.text(Role::Quiet, language.confirm_what()).gap();
    for agreement in review.agreements.iter().filter(|agreement| agreement.is_open()) {
        page.push(lacking_row(model, meeting, review, agreement));
    }
    for row in agreements_beside(model, meeting, review) {
        page.push(row);
    }
    let agree = Action::NewAgreement(patient, String::new());
    page.push(Row::action(RowId::fixed("agree"), language.patient_agree(), agree).marked(Mark::Leads));
    page.gap();
    page.push(Row::action(RowId::fixed("confirmed"), language.confirm_confirmed(), Action::Confirm(patient)));
    page.push(Row::action(RowId::fixed("back"), language.patient_reopen(), Action::Back));
    page
}

/// An agreement on one row, with what it lacks standing out.
pub(in crate::app::pages) fn lacking_row(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
    agreement: &Agreement,
) -> Row {
    let mut row = agreement_row(model, meeting, review, agreement);
    let lacks = agreement.lacks(meeting);
    if !lacks.is_empty() {
        row.value_role = Role::Warning;
    }
    if lacks.contains(&Lack::Teller) {
        row.value = format!("{}; {}", row.value, model.language().agreement_untold());
    }
    row
}
