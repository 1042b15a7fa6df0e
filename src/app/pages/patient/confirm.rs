//! Being done with a patient: what was agreed is read out and confirmed while everybody is still there.

use super::agreement::{agreement_row, agreements_beside};
use crate::app::model::Model;
use crate::app::page::{Action, Block, Mark, Page, Paragraph, Role, Row, RowId};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::app::pages::walk::judgement_in_words;
use crate::meeting::{Agreement, Lack, Meeting, PatientId, Review};

/// The open agreements of one patient, to be confirmed.
pub(in crate::app::pages) fn confirm(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else { return titled(language.confirm_title()) };
    let mut page = patient_page(model, meeting, review);
    page.abilities.finish = false;
    page.first = Some(RowId::fixed("confirmed"));
    page.text(Role::Heading, language.confirm_title());
    let beside = agreements_beside(model, meeting, review);
    let has_any = review.agreements.iter().any(Agreement::is_open) || !beside.is_empty();
    if has_any {
        page.text(Role::Quiet, language.confirm_what()).gap();
    } else {
        for (name, _) in review.judgements.iter().filter(|(_, judgement)| judgement.is_of_today()) {
            let words = model.checklist(name).and_then(|known| judgement_in_words(model, review, known));
            page.blocks.extend(
                words.map(|words| {
                    Block::Text(Paragraph::plain(Role::Value, 0, language.confirm_judged(&words)))
                }),
            );
        }
        page.text(Role::Question, language.confirm_nothing_agreed()).gap();
        page.first = Some(RowId::fixed("agree"));
    }
    for agreement in review.agreements.iter().filter(|agreement| agreement.is_open()) {
        page.push(lacking_row(model, meeting, review, agreement));
    }
    for row in beside {
        page.push(row);
    }
    let agree = Action::NewAgreement(patient, String::new());
    page.push(Row::action(RowId::fixed("agree"), language.patient_agree(), agree).marked(Mark::Leads));
    page.gap();
    let confirmed = if has_any { language.confirm_confirmed() } else { language.confirm_nothing() };
    page.push(Row::action(RowId::fixed("confirmed"), confirmed, Action::Confirm(patient)));
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
