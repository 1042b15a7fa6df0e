//! Everything about one patient on one page, from which every line can be opened.

use crate::app::model::Model;
use crate::app::page::{Action, Chooser, Page, Role, Row, RowId, Screen, StepPage};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::app::pages::walk::{self, judgement_in_words};

use super::agreement::agreement_row;
use crate::checklist::{Checklist, Name};
use crate::export::{in_words, is_pzp};
use crate::meeting::{Earlier, Meeting, PatientId, QuestionKey, Review, ReviewFacts, terms, typed};
use crate::words::Language;

/// What an answer was before: "was Groen", or that it is new.
fn change_in_words(
    language: Language,
    meeting: &Meeting,
    checklist: &Checklist,
    key: &QuestionKey,
    before: &Review,
) -> String {
    let answer = before.answers.get(key).zip(checklist.item(key.item.as_str()));
    let was = answer.map(|(answer, item)| terms::answer(language, meeting, item, answer)).unwrap_or_default();
    if was.is_empty() { language.overview_new().to_owned() } else { language.overview_was(&was) }
}

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

/// What stood at the discussion before this one and was not recorded anew, each under the checklist that it belongs to.
fn from_earlier(page: &mut Page, model: &Model, meeting: &Meeting, review: &Review, earlier: &Earlier) {
    let language = model.language();
    let mut names: Vec<&Name> = earlier.review.answers.keys().map(|key| &key.checklist).collect();
    names.extend(model.judged_earlier(review.patient));
    names.sort_unstable();
    names.dedup();
    let mut rows = Vec::new();
    for checklist in names.into_iter().filter_map(|name| model.checklist(name)) {
        // Of a checklist that this meeting uses it stands with the rest of that.
        let here =
            model.open.iter().flat_map(|open| open.pinned()).any(|own| own.checklist.id == checklist.id);
        let standing = model.standing(review.patient, &checklist.id).filter(|_| !here);
        if let Some(words) = standing.and_then(|_| judgement_in_words(model, review, checklist)) {
            let open = Screen::Step {
                patient: review.patient,
                checklist: checklist.id.clone(),
                page: StepPage::Judgement,
            };
            let title = checklist.title.get(language);
            let row = Row::action(RowId::of("judged", &checklist.id), title, Action::Open(open));
            rows.push(row.with_value(Role::Value, words));
        }
        for (key, label, value) in in_words(language, meeting, &earlier.review, checklist) {
            if review.answers_to(&key).next().is_some() {
                continue;
            }
            let open = match walk::page_of(checklist, &key.item) {
                Some(page) => Screen::Step { patient: review.patient, checklist: checklist.id.clone(), page },
                None => Screen::Patient(review.patient),
            };
            let row = Row::action(RowId::of("earlier", &key), label, Action::Open(open));
            rows.push(row.with_value(Role::Quiet, value));
        }
    }
    if rows.is_empty() {
        return;
    }
    let day = typed::short_day(earlier.date, meeting.details.date, language);
    let nothing = review.answers.is_empty() && review.judgements.is_empty();
    let heading =
        if nothing { language.overview_nothing_today(&day) } else { language.overview_earlier(&day) };
    page.gap().text(Role::Heading, heading);
    rows.into_iter().for_each(|row| {
        page.push(row);
    });
}

/// Everything about one patient on one page.
pub(in crate::app::pages) fn overview(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.overview_title());
    };
    let mut page = patient_page(model, meeting, review);
    let earlier = model.earlier(patient);
    let changed: Vec<&QuestionKey> = earlier.iter().flat_map(|earlier| earlier.changed(review)).collect();
    match earlier {
        Some(earlier) => {
            let day = typed::short_day(earlier.date, meeting.details.date, language);
            let mut heading = vec![language.overview_title().to_owned()];
            // Of nothing recorded nothing can have changed.
            if !review.answers.is_empty() {
                heading.push(language.overview_changed_since(&day, changed.len()));
            }
            page.text(Role::Heading, heading.join(model.settings.marks.signs().between));
        }
        None => {
            page.text(Role::Heading, language.overview_title());
        }
    }
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
        let pages = walk::pages_of(checklist, review);
        for (key, label, value) in lines {
            let value = match earlier.filter(|_| changed.contains(&&key)) {
                Some(earlier) => format!(
                    "{value} ({})",
                    change_in_words(language, meeting, checklist, &key, &earlier.review)
                ),
                None => value,
            };
            let open = match walk::page_of(checklist, &key.item) {
                Some(page) => Action::Open(Screen::Step { patient, checklist: checklist.id.clone(), page }),
                None => to_patient(),
            };
            page.push(Row::action(RowId::of("answer", &key), label, open).with_value(Role::Value, value));
            let answered = review.answers.get(&key).zip(checklist.item(key.item.as_str()));
            let told = answered.map(|(answer, item)| walk::lacking(model, review, &key, item, answer));
            if let Some(told) = told.filter(|told| !told.is_empty()) {
                page.text(Role::Warning, told);
            }
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
    if let Some(earlier) = earlier {
        from_earlier(&mut page, model, meeting, review, earlier);
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
