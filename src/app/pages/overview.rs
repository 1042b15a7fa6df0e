//! Everything about one patient on one page, from which every line can be opened.

use super::patient::{agreement_row, judgement_in_words};
use super::{discussion, patient_page, step, titled};
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Page, Role, Row, RowId};
use crate::app::screen::{Chooser, Screen, StepPage};
use crate::app::terms;
use crate::export::{in_words, is_pzp};
use crate::meeting::{Meeting, PatientId, Review, ReviewFacts, typed};

/// Whether, by whom and when this was taken over into the patient's record.
fn taken_over(model: &Model, meeting: &Meeting, review: &Review) -> Row {
    let language = model.language();
    let choose = Action::Open(Screen::Choose(Chooser::TakenOver(review.patient)));
    let row = Row::action(RowId::fixed("taken-over"), language.overview_taken_over(), choose);
    match review.details.taken_over {
        None => row.with_value(Role::Quiet, language.overview_not_taken_over()),
        Some(stamp) => {
            let by = terms::participant_by_id(language, meeting, stamp.by);
            row.with_value(
                Role::Value,
                language.overview_taken_over_by(&by, &typed::day(stamp.at.date(), language)),
            )
        }
    }
}

/// Everything about one patient on one page.
pub(super) fn overview(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.overview_title());
    };
    let mut page = patient_page(model, meeting, review);
    page.text(Role::Heading, language.overview_title());
    let to_patient = || Action::Open(Screen::Patient(patient));
    for (id, label, text) in [
        ("question", language.patient_question(), &review.question),
        ("notes", language.patient_notes(), &review.notes),
    ] {
        if !text.trim().is_empty() {
            page.push(
                Row::action(RowId::fixed(id), label, to_patient()).with_value(Role::Value, text.trim()),
            );
        }
    }
    for definition in model.open.iter().flat_map(|open| open.pinned()) {
        let checklist = &definition.checklist;
        let lines = in_words(language, meeting, review, checklist);
        let judged = judgement_in_words(model, review, checklist);
        if lines.is_empty() && judged.is_none() {
            continue;
        }
        page.gap().text(Role::Heading, checklist.title.get(language));
        let pages = step::pages_of(checklist, review);
        for (key, label, value) in lines {
            let open = match step::page_of(checklist, &key.item) {
                Some(page) => Action::Open(Screen::Step { patient, checklist: checklist.id.clone(), page }),
                None => to_patient(),
            };
            page.push(Row::action(RowId::of("answer", &key), label, open).with_value(Role::Value, value));
        }
        if is_pzp(checklist) {
            page.text(Role::Quiet, language.pzp_record_prevails());
        }
        let facts = ReviewFacts::new(review, &checklist.id);
        for indication in checklist.indications_shown(&facts) {
            page.text(Role::Indication, indication.text.get(language));
        }
        if let Some(judged) = judged.filter(|_| pages.contains(&StepPage::Judgement)) {
            let open = Screen::Step { patient, checklist: checklist.id.clone(), page: StepPage::Judgement };
            page.push(
                Row::action(
                    RowId::of("judgement", &checklist.id),
                    language.judgement_title(),
                    Action::Open(open),
                )
                .with_value(Role::Value, judged),
            );
        }
    }
    page.gap().text(Role::Heading, language.patient_agreements());
    for agreement in &review.agreements {
        page.push(agreement_row(model, meeting, review, agreement));
    }
    if !review.next_review.trim().is_empty() {
        page.gap().push(
            Row::action(RowId::fixed("next-review"), language.patient_next_review(), to_patient())
                .with_value(Role::Value, review.next_review.trim()),
        );
    }
    page.gap().push(taken_over(model, meeting, review));
    let minutes = Action::Open(Screen::Minutes(Some(patient)));
    page.push(Row::action(RowId::fixed("minutes"), language.minutes_title(), minutes));
    page.push(Row::action(RowId::fixed("back"), language.step_back_to_patient(), Action::Back));
    page
}
