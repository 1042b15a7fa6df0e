//! The state of a patient in the cells of a table: colour, phase, agreements, the plan and who carries the care.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::app::page::{Column, Role};
use crate::checklist::Name;
use crate::meeting::register::state::DYING;
use crate::meeting::{PatientState, Reason, colour_question, terms, typed};
use crate::words::Language;

/// A column of a table.
pub(in crate::app::pages) fn column(heading: &str, role: Role, least: u16, goes: u8) -> Column {
    Column { heading: heading.to_owned(), role, least, goes }
}

/// The colour with its sign, and what it was where that was another: "◆ rood (was groen)"; empty where there is none.
pub(in crate::app::pages) fn colour(model: &Model, state: &PatientState) -> String {
    let word = |code: &Name| colour_word(model, code);
    match (&state.colour, &state.colour_was) {
        (None, _) => String::new(),
        (Some(now), was) => {
            let sign = model.settings.marks.signs().colour;
            let was = was.as_ref().map(|was| format!(" ({})", model.language().was(&word(was))));
            format!("{sign} {}{}", word(now), was.unwrap_or_default())
        }
    }
}

/// The word of a colour, as the definition in use has it; the code where it has none.
pub(in crate::app::pages) fn colour_word(model: &Model, code: &Name) -> String {
    let question = colour_question();
    let item =
        model.checklist(&question.checklist).and_then(|checklist| checklist.item(question.item.as_str()));
    let options = item.map(terms::options).unwrap_or_default();
    let option = options.iter().find(|option| option.code == *code);
    option.map_or_else(|| code.to_string(), |option| option.text.get(model.language()).to_lowercase())
}

/// The phase with its day: that the patient died, the dying phase (with a question mark where it is to be judged again), or that
/// the palliative phase was marked; empty where none of these stands.
pub(in crate::app::pages) fn phase(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    let language = model.language();
    if state.deceased {
        let words =
            if state.looked_back { language.patient_deceased() } else { language.patient_to_look_back_on() };
        return words.to_owned();
    }
    if let Some(day) = state.dying {
        let words = typed::short_day(day, today, language);
        return match model.judge_again(&DYING.0.into(), day, today) {
            Some(_) => language.phase_dying_again(&words),
            None => language.phase_dying(&words),
        };
    }
    let marked = state.marked.map(|day| language.phase_marked(&typed::short_day(day, today, language)));
    marked.unwrap_or_default()
}

/// The phase with how old a judgement is that is to be given again, where there is room for a sentence.
pub(in crate::app::pages) fn phase_in_full(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    let language = model.language();
    if state.deceased && !state.looked_back {
        return language.not_looked_back(language.patient_deceased());
    }
    let again = state.dying.filter(|_| !state.deceased).and_then(|day| {
        let days = model.judge_again(&DYING.0.into(), day, today)?;
        Some(format!(
            "{}, {}",
            language.phase_dying(&typed::short_day(day, today, language)),
            language.judge_again(days)
        ))
    });
    again.unwrap_or_else(|| phase(model, state, today))
}

/// How many agreements are open and how many of those are past their day: "2, 1 over tijd"; empty where none is open.
pub(in crate::app::pages) fn agreements(language: Language, state: &PatientState) -> String {
    match (state.open, state.overdue) {
        (0, _) => String::new(),
        (open, 0) => open.to_string(),
        (open, overdue) => language.open_and_overdue(open, overdue),
    }
}

/// Whether there is a plan and of which day; empty where nobody was asked.
pub(in crate::app::pages) fn plan(language: Language, state: &PatientState, today: NaiveDate) -> String {
    match state.plan {
        None => String::new(),
        Some(plan) if !plan.held => language.no_plan().to_owned(),
        Some(plan) => match plan.on {
            Some(day) => typed::short_day(day, today, language),
            None => language.plan_without_day().to_owned(),
        },
    }
}

/// The cells and all of what they say in one line, for where there is no table.
pub(in crate::app::pages) fn facts(model: &Model, state: &PatientState, today: NaiveDate) -> Vec<String> {
    let language = model.language();
    let discussed = match state.discussed {
        Some(day) => language.last_discussed(&typed::plain_day(day, today, language)),
        None => language.not_discussed_yet().to_owned(),
    };
    let open = agreements(language, state);
    let plan = plan(language, state, today);
    let facts = [
        colour(model, state),
        phase_in_full(model, state, today),
        discussed,
        next_review(language, state, today).map(|day| language.next_review_on(&day)).unwrap_or_default(),
        if open.is_empty() { open } else { language.agreements_are_open(&open) },
        if state.central_carer.is_empty() {
            String::new()
        } else {
            language.central_carer_is(&state.central_carer)
        },
        if plan.is_empty() { plan } else { language.plan_is(&plan) },
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect()
}

/// The day on which the patient is to be discussed again.
pub(in crate::app::pages) fn next_review(
    language: Language,
    state: &PatientState,
    today: NaiveDate,
) -> Option<String> {
    state.next_review.map(|day| typed::short_day(day, today, language))
}

/// Why somebody is proposed for the agenda; empty where nothing presses.
pub(in crate::app::pages) fn reason(model: &Model, state: &PatientState, reason: Reason) -> String {
    let language = model.language();
    let today = model.now.date();
    match reason {
        Reason::Deceased => language.reason_deceased().to_owned(),
        Reason::ColourChanged => language.reason_colour().to_owned(),
        Reason::New => language.reason_new().to_owned(),
        Reason::Postponed => language.reason_postponed().to_owned(),
        Reason::Due => language.reason_due(&next_review(language, state, today).unwrap_or_default()),
        Reason::AgreementOverdue => language.reason_agreement().to_owned(),
        Reason::Dying => phase(model, state, today),
        Reason::Rest => String::new(),
    }
}
