//! The team's judgement: what was discussed, what the guideline says of it, and what people decide.

use super::earlier;
use super::question::Asked;
use super::source::in_short as source_in_short;
use crate::app::page::{Action, Chooser, Field, Mark, Page, Role, Row, RowId, Screen, StepPage};
use crate::checklist::{Ask, Name};
use crate::export::{Judged, in_words};
use crate::meeting::{
    Given, Judgement, JudgementText, NonAnswer, QuestionKey, ReviewFacts, TextPlace, terms, typed,
};

/// How far the question and what it is answered with stand to the right, as those of a checklist do.
const OPTIONS: u16 = 3;

/// How far a text stands to the right that is read with the labels beside the options.
const BESIDE_OPTIONS: u16 = OPTIONS + 2;

/// Adds the judgement on a checklist.
pub(in crate::app::pages) fn judgement(page: &mut Page, asked: &Asked<'_>) {
    let Some(question) = &asked.checklist.judgement else { return };
    let language = asked.model.language();
    let (review, checklist) = (asked.review, asked.checklist);
    let known = review.judgements.get(&checklist.id);
    let facts = ReviewFacts::new(review, &checklist.id);
    let text = question.text.get(language);
    // A question that names whose judgement it is needs no heading that says the same.
    if !text.to_lowercase().contains(&language.judgement_title().to_lowercase()) {
        page.text(Role::Heading, language.judgement_title());
    }
    let standing = asked.model.judged_before(review.patient, &checklist.id);
    stood(page, asked, known);
    page.indented(Role::Question, OPTIONS, text);
    if let Some(help) = &question.help {
        page.aside(OPTIONS, help.get(language));
    }
    let choice =
        known.filter(|known| known.judged_on.is_none()).and_then(|judgement| judgement.choice.as_ref());
    let stands = standing.and_then(|standing| standing.value.choice.as_ref());
    for option in &question.options {
        let stays = stands == Some(&option.code);
        let chosen = stays || choice == Some(&option.code);
        let judge = Action::Judge(review.patient, checklist.id.clone(), Some(option.code.clone()));
        let row = Row::action(RowId::of("judge", &option.code), option.text.get(language), judge)
            .marked(if chosen { Mark::Chosen } else { Mark::NotChosen })
            .at(OPTIONS);
        let since = standing
            .filter(|_| stays)
            .map(|standing| typed::short_day(standing.date, asked.meeting.details.date, language));
        page.push(match since {
            Some(day) => row.with_value(Role::Quiet, language.judgement_stays(&day)),
            None => row,
        });
        if chosen {
            page.first = Some(RowId::of("judge", &option.code));
        }
    }
    // What nobody judged is not judged by the first Enter.
    page.waits = page.first.is_none();
    // A new judgement is made on purpose: what stands is not judged anew by whoever only looks.
    if question.options.iter().any(|option| stands == Some(&option.code)) {
        let again = Action::JudgeAgain(review.patient, checklist.id.clone());
        let row = Row::action(RowId::fixed("judge-again"), language.judgement_again(), again);
        page.push(row.with_value(Role::Quiet, language.judgement_again_what()).at(OPTIONS));
    }
    page.gap();
    // A reason of today belongs to a judgement of today; what was said then stands above.
    if standing.is_none() || known.is_some() {
        reasons(page, asked, known);
    }
    let missing = terms::not_involved(language, asked.meeting, question, known);
    if choice.is_some() && !missing.is_empty() && !asked.is_of_session() {
        page.indented(Role::Warning, BESIDE_OPTIONS, language.discipline_missing(&missing));
    }
    page.indented(Role::Quiet, BESIDE_OPTIONS, language.judgement_team_decides());
    offered_agreements(page, asked, &facts);
    discussed(page, asked);
    withdrawal(page, asked, known);
    if choice.is_some() {
        let clear = Action::Judge(review.patient, checklist.id.clone(), None);
        let row = Row::action(RowId::fixed("clear-judgement"), language.judgement_clear(), clear);
        page.apart.push(row.with_value(Role::Quiet, language.judgement_clear_what()));
    }
}

/// Adds why it was judged so, who took part, and who thought otherwise.
fn reasons(page: &mut Page, asked: &Asked<'_>, known: Option<&Judgement>) {
    let language = asked.model.language();
    let (review, checklist) = (asked.review, asked.checklist);
    let place = |which| TextPlace::Judgement(review.patient, checklist.id.clone(), which);
    let reason = Field::line(place(JudgementText::Reason), "");
    page.push(Row::field(RowId::fixed("reason"), language.judgement_reason(), reason).at(OPTIONS));
    if !asked.is_of_session() {
        page.push(involved_row(asked, known).at(OPTIONS));
    }
    let (label, hint) = match asked.is_of_session() {
        true => (language.session_dissent(), language.session_text_hint()),
        false => (language.judgement_dissent(), language.judgement_dissent_hint()),
    };
    let dissent = Field::line(place(JudgementText::Dissent), hint);
    page.push(Row::field(RowId::fixed("dissent"), label, dissent).at(OPTIONS));
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

/// What was answered on the way here, one line per answer, and what the sources say of it; each source is named once.
///
/// It stands below the choices: whoever judges has just heard it, and must not lose the question over it.
fn discussed(page: &mut Page, asked: &Asked<'_>) {
    let language = asked.model.language();
    let lines = in_words(language, asked.meeting, asked.review, asked.checklist);
    let earlier = if lines.is_empty() { earlier::discussed(asked) } else { None };
    if let Some((day, lines)) = earlier {
        page.gap().text(Role::Heading, language.judgement_discussed_on(&day));
        tell(page, asked, lines);
    } else {
        page.gap().text(Role::Heading, language.judgement_discussed());
        if lines.is_empty() {
            page.text(Role::Quiet, language.judgement_nothing());
        }
    }
    let passed_over = Given::Not(NonAnswer::NotDiscussedToday);
    let is_passed_over = |key: &QuestionKey| {
        asked.review.answers.get(key).is_some_and(|answer| answer.given.as_ref() == Some(&passed_over))
    };
    let (passed, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(key, ..)| is_passed_over(key));
    tell(page, asked, lines);
    if !passed.is_empty() {
        // What was not discussed is no part of what was.
        let labels: Vec<String> = passed.into_iter().map(|(_, label, _)| label).collect();
        let words = terms::non_answer(language, NonAnswer::NotDiscussedToday);
        page.text(
            Role::Quiet,
            format!("{words}: {}", labels.join(asked.model.settings.marks.signs().between)),
        );
    }
    let mut named: Vec<&Name> = Vec::new();
    for indication in asked.indications {
        page.rich(Role::Indication, 0, indication.text.get(language));
        named.extend(indication.source.iter().filter(|source| !named.contains(source)).collect::<Vec<_>>());
    }
    for source in named.into_iter().filter_map(|name| asked.checklist.source(name)) {
        page.text(Role::Quiet, source_in_short(language, source));
    }
}

/// One line per answer: which question, its label, and the answer with whose it is. Where people answer for themselves, the question
/// stands above with all its words: two that are much alike are told apart.
fn tell(page: &mut Page, asked: &Asked<'_>, lines: Vec<earlier::Said>) {
    let mut above: Option<Name> = None;
    for (key, label, value) in lines {
        let personal = asked.checklist.item(key.item.as_str()).filter(|item| item.ask == Ask::WhoKnows);
        let Some(item) = personal else {
            page.text(Role::Plain, format!("{label}: {value}"));
            continue;
        };
        if above.as_ref() != Some(&key.item) {
            page.text(Role::Plain, format!("{label}: {}", asked.text(&item.question())));
            above = Some(key.item);
        }
        page.indented(Role::Plain, 2, value);
    }
}

/// What was judged in an earlier meeting, with its reason and those who judged: read before anything is judged anew, and
/// still there beside what was judged today.
fn stood(page: &mut Page, asked: &Asked<'_>, known: Option<&Judgement>) {
    // What is withdrawn here says itself what it was.
    if known.is_some_and(|known| known.withdrawn.is_some()) {
        return;
    }
    let earlier = asked.model.standing(asked.review.patient);
    let Some(standing) = earlier.and_then(|earlier| earlier.judgement(&asked.checklist.id)) else { return };
    let (language, judgement) = (asked.model.language(), &standing.value);
    let meeting = earlier.and_then(|earlier| earlier.meeting(standing.meeting)).unwrap_or(asked.meeting);
    let words = Judged { language, meeting, checklist: Some(asked.checklist), judgement }.choice();
    let day = typed::day(standing.date, language);
    // Who puts off judging takes the place of nothing.
    let decides = |known: &Judgement| known.choice.is_some() && !known.is_put_off(&asked.checklist.id);
    let replaced = known.is_some_and(decides);
    let (role, told) = match replaced {
        true => (Role::Quiet, language.judgement_was(&day, &words)),
        false => (Role::Value, language.judgement_earlier(&day, &words)),
    };
    page.text(role, told);
    let involved: Vec<String> = judgement
        .involved
        .iter()
        .map(|id| terms::participant_by_id(language, meeting, Some(*id)))
        .filter(|name| !name.is_empty())
        .collect();
    let between = asked.model.settings.marks.signs().between;
    let said = [
        (language.judgement_reason(), judgement.reason.clone()),
        (language.judgement_who(), involved.join(between)),
        (language.judgement_dissent(), judgement.dissent.clone()),
    ];
    let role = if replaced { Role::Quiet } else { Role::Plain };
    for (label, text) in said {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            page.indented(role, 2, format!("{label}: {text}"));
        }
    }
    if let Some(told) = super::judged::put_off(asked.model, asked.review, asked.checklist) {
        page.indented(Role::Warning, 2, told);
    }
    page.gap();
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
            let row = Row::action(RowId::fixed("withdraw"), language.judgement_withdraw(), withdraw);
            page.gap().push(row.with_value(Role::Quiet, language.judgement_withdraw_what()));
        }
        _ => earlier_judgement(page, asked),
    }
}

/// The way to withdraw what was judged in an earlier meeting, whichever it was, and still holds.
fn earlier_judgement(page: &mut Page, asked: &Asked<'_>) {
    let (patient, checklist) = (asked.review.patient, &asked.checklist.id);
    if asked.model.judged_before(patient, checklist).is_none() {
        return;
    }
    let withdraw = Action::Withdraw(patient, checklist.clone(), true);
    let language = asked.model.language();
    let row = Row::action(RowId::fixed("withdraw"), language.judgement_withdraw(), withdraw);
    page.gap().push(row.with_value(Role::Quiet, language.judgement_withdraw_what()));
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
    Row::action(RowId::fixed("involved"), language.judgement_who(), Action::Open(choose))
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
