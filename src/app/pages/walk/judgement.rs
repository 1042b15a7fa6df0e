//! The team's judgement: what was discussed, what the guideline says of it, and what people decide.

use super::item::indication_text;
use super::question::Asked;
use crate::app::page::{Action, Chooser, Field, Mark, Page, Role, Row, RowId, Screen, StepPage};
use crate::export::{Judged, in_words};
use crate::meeting::{Judgement, JudgementText, ReviewFacts, TextPlace, terms, typed};

/// Adds the judgement on a checklist.
pub(in crate::app::pages) fn judgement(page: &mut Page, asked: &Asked<'_>) {
    let Some(question) = &asked.checklist.judgement else { return };
    let language = asked.model.language();
    let (review, checklist) = (asked.review, asked.checklist);
    let known = review.judgements.get(&checklist.id);
    let facts = ReviewFacts::new(review, &checklist.id);
    page.text(Role::Heading, language.judgement_title());
    discussed(page, asked);
    for indication in asked.indications {
        indication_text(page, asked, indication);
    }
    page.gap().indented(Role::Question, 3, question.text.get(language));
    if let Some(help) = &question.help {
        page.aside(3, help.get(language));
    }
    let choice =
        known.filter(|known| known.judged_on.is_none()).and_then(|judgement| judgement.choice.as_ref());
    for option in &question.options {
        let chosen = choice == Some(&option.code);
        let judge = Action::Judge(review.patient, checklist.id.clone(), Some(option.code.clone()));
        page.push(
            Row::action(RowId::of("judge", &option.code), option.text.get(language), judge)
                .marked(if chosen { Mark::Chosen } else { Mark::NotChosen })
                .at(3),
        );
        if page.first.is_none() || chosen {
            page.first = Some(RowId::of("judge", &option.code));
        }
    }
    page.gap();
    let place = |which| TextPlace::Judgement(review.patient, checklist.id.clone(), which);
    let reason = Field::line(place(JudgementText::Reason), "");
    page.push(Row::field(RowId::fixed("reason"), language.judgement_reason(), reason));
    if !asked.is_of_session() {
        page.push(involved_row(asked, known));
    }
    let (label, hint) = match asked.is_of_session() {
        true => (language.session_dissent(), language.session_text_hint()),
        false => (language.judgement_dissent(), language.judgement_dissent_hint()),
    };
    let dissent = Field::line(place(JudgementText::Dissent), hint);
    page.push(Row::field(RowId::fixed("dissent"), label, dissent));
    let missing = terms::not_involved(language, asked.meeting, question, known);
    if choice.is_some() && !missing.is_empty() && !asked.is_of_session() {
        page.text(Role::Warning, language.discipline_missing(&missing));
    }
    page.text(Role::Quiet, language.judgement_team_decides());
    offered_agreements(page, asked, &facts);
    withdrawal(page, asked, known);
    if choice.is_some() {
        let clear = Action::Judge(review.patient, checklist.id.clone(), None);
        page.gap().push(Row::action(RowId::fixed("clear-judgement"), language.judgement_clear(), clear));
    }
}

/// The judgement on one row of the patient's own page, which leads to the page where it is given.
pub(in crate::app::pages) fn brief(page: &mut Page, asked: &Asked<'_>) {
    let Some(question) = &asked.checklist.judgement else { return };
    let language = asked.model.language();
    let (patient, checklist) = (asked.review.patient, asked.checklist.id.clone());
    let (role, value) = match super::judged::judgement_in_words(asked.model, asked.review, asked.checklist) {
        Some(words) => {
            let known = asked.review.judgements.get(&checklist);
            let is_withdrawn = known.is_some_and(|known| known.withdrawn.is_some());
            (if is_withdrawn { Role::Warning } else { Role::Value }, words)
        }
        None => (Role::Quiet, language.scale_empty().to_owned()),
    };
    let id = RowId::of("judgement", &checklist);
    let open = Action::Open(Screen::Step { patient, checklist, page: StepPage::Judgement });
    page.push(Row::action(id, question.text.get(language), open).with_value(role, value));
}

/// What was answered on the way here, one line per answer.
fn discussed(page: &mut Page, asked: &Asked<'_>) {
    let language = asked.model.language();
    let lines = in_words(language, asked.meeting, asked.review, asked.checklist);
    if lines.is_empty() {
        page.text(
            Role::Quiet,
            format!("{}: {}", language.judgement_discussed(), language.judgement_nothing()),
        );
    }
    for (_, label, value) in lines {
        page.text(Role::Plain, format!("{label}: {value}"));
    }
}

/// A judgement that no longer holds is withdrawn, with date and reason, rather than wiped out.
fn withdrawal(page: &mut Page, asked: &Asked<'_>, known: Option<&Judgement>) {
    let language = asked.model.language();
    let (patient, checklist) = (asked.review.patient, &asked.checklist.id);
    match known {
        Some(Judgement { withdrawn: Some(stamp), .. }) => {
            let (meeting, day) = (asked.meeting, typed::day(stamp.at.date(), language));
            page.gap().text(Role::Warning, language.judgement_withdrawn_on(&day));
            if let Some(judgement) = known.filter(|known| known.judged_on.is_some()) {
                let words = Judged { language, meeting, checklist: Some(asked.checklist), judgement };
                page.text(Role::Plain, language.judgement_it_was(&words.choice(), &words.day()));
            }
            let place = TextPlace::Judgement(patient, checklist.clone(), JudgementText::WithdrawnReason);
            let reason = Field::line(place, "");
            page.push(Row::field(
                RowId::fixed("withdrawn-reason"),
                language.judgement_withdrawn_reason(),
                reason,
            ));
            let undo = Action::Withdraw(patient, checklist.clone(), false);
            page.push(Row::action(RowId::fixed("not-withdrawn"), language.judgement_not_withdrawn(), undo));
        }
        Some(Judgement { choice: Some(_), .. }) => {
            let withdraw = Action::Withdraw(patient, checklist.clone(), true);
            page.gap().push(Row::action(RowId::fixed("withdraw"), language.judgement_withdraw(), withdraw));
        }
        _ => earlier_judgement(page, asked),
    }
}

/// What was judged in an earlier meeting, whichever it was, and still holds; it can be withdrawn now.
fn earlier_judgement(page: &mut Page, asked: &Asked<'_>) {
    let language = asked.model.language();
    let (patient, checklist) = (asked.review.patient, &asked.checklist.id);
    let Some(standing) = asked.model.judged_before(patient, checklist) else { return };
    let (meeting, judgement) = (asked.meeting, &standing.value);
    let words = Judged { language, meeting, checklist: Some(asked.checklist), judgement }.choice();
    page.gap().text(Role::Quiet, language.judgement_earlier(&typed::day(standing.date, language), &words));
    let withdraw = Action::Withdraw(patient, checklist.clone(), true);
    page.push(Row::action(RowId::fixed("withdraw"), language.judgement_withdraw(), withdraw));
}

fn involved_row(asked: &Asked<'_>, known: Option<&Judgement>) -> Row {
    let language = asked.model.language();
    let between = asked.model.settings.marks.signs().between;
    let names: Vec<String> = known
        .iter()
        .flat_map(|judgement| &judgement.involved)
        .map(|id| terms::participant_by_id(language, asked.meeting, Some(*id)))
        .filter(|name| !name.is_empty())
        .collect();
    let (role, value) = if names.is_empty() {
        (Role::Quiet, language.nobody().to_owned())
    } else {
        (Role::Value, names.join(between))
    };
    let choose = Screen::Choose(Chooser::Involved(asked.review.patient, asked.checklist.id.clone()));
    Row::action(RowId::fixed("involved"), language.judgement_involved(), Action::Open(choose))
        .with_value(role, value)
}

/// Agreements that follow from what was answered and decided; gone once made.
pub(in crate::app::pages) fn offered_agreements(page: &mut Page, asked: &Asked<'_>, facts: &ReviewFacts<'_>) {
    let language = asked.model.language();
    let offered: Vec<_> = asked.checklist.agreements_offered(facts);
    if offered.is_empty() {
        return;
    }
    page.gap().text(Role::Heading, language.judgement_agreements());
    for (index, suggestion) in offered.into_iter().enumerate() {
        let text = suggestion.text.get(language);
        let made = asked.review.agreements.iter().find(|agreement| agreement.what.starts_with(text));
        let row = match made {
            Some(agreement) => {
                let open = Action::Open(Screen::Agreement(asked.review.patient, agreement.id));
                Row::action(RowId::of("offer", index), text, open).marked(Mark::Ticked)
            }
            None => {
                let make = Action::NewAgreement(asked.review.patient, text.to_owned());
                Row::action(RowId::of("offer", index), text, make).marked(Mark::NotTicked)
            }
        };
        page.push(row);
    }
}
