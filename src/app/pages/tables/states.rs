//! The state of a patient in the cells of a table: colour, phase, agreements, the plan and who carries the care.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::app::page::{Column, Role};
use crate::checklist::{Checklist, Name};
use crate::export::StateWords;
use crate::meeting::state::DYING;
use crate::meeting::{Course, Given, NonAnswer, PatientState, Reason, colour_question, terms, typed};

/// The columns of the window that a label with its year of birth gets at least: two people differ in the year as often as in the name.
pub(in crate::app::pages) const LABEL: u16 = 24;

/// A column of a table, for texts that people type, of any length.
pub(in crate::app::pages) fn column(heading: &str, role: Role, least: u16, goes: u8) -> Column {
    Column { heading: heading.to_owned(), role, least, goes, whole: false }
}

/// A column of a table for what the program says, of which no cell is ever cut off.
pub(in crate::app::pages) fn whole(heading: &str, role: Role, goes: u8) -> Column {
    Column { heading: heading.to_owned(), role, least: 0, goes, whole: true }
}

/// A day in the cell of a table; empty where there is none.
pub(in crate::app::pages) fn day(model: &Model, day: Option<NaiveDate>, today: NaiveDate) -> String {
    day.map(|day| typed::brief_day(day, today, model.language())).unwrap_or_default()
}

/// The day on which somebody was discussed last in the cell of a table; what was typed for it where that is no day yet.
pub(in crate::app::pages) fn discussed(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    typed::met_briefly(&state.discussed_typed, day(model, state.discussed, today))
}

/// What `words` makes of a state by the definitions in use, as seen from a day.
fn said<T>(model: &Model, today: NaiveDate, words: impl FnOnce(&StateWords<'_>) -> T) -> T {
    let checklist = |name: &Name| -> Option<&Checklist> { model.checklist(name) };
    words(&StateWords { language: model.language(), today, checklist: &checklist })
}

/// The colour with its sign, and what it was where that was another: "◆ rood (was groen)"; empty where there is none.
pub(in crate::app::pages) fn colour(model: &Model, state: &PatientState) -> String {
    let colour = said(model, model.now.date(), |words| words.colour(state));
    match &state.colour {
        Some(code) if !colour.is_empty() => {
            format!("{} {colour}", model.settings.marks.signs().of_colour(code.as_str()))
        }
        _ => colour,
    }
}

/// The colour with its sign, and of what it was the sign alone: "◆ rood ← ◇".
pub(in crate::app::pages) fn colour_now(model: &Model, state: &PatientState) -> String {
    let signs = model.settings.marks.signs();
    let now = colour(model, &PatientState { colour_was: None, ..state.clone() });
    match &state.colour_was {
        Some(was) if !now.is_empty() && state.colour_beside.is_none() => {
            format!("{now} {} {}", signs.was, signs.of_colour(was.as_str()))
        }
        _ => now,
    }
}

/// The colour with its sign, and what it was behind a sign for that: "◆ rood ← groen".
pub(in crate::app::pages) fn colour_briefly(model: &Model, state: &PatientState) -> String {
    let signs = model.settings.marks.signs();
    match (&state.colour, &state.colour_was) {
        (Some(code), Some(was)) if state.colour_beside.is_none() => {
            let (now, was) = (colour_word(model, code), colour_word(model, was));
            format!("{} {now} {} {was}", signs.of_colour(code.as_str()), signs.was)
        }
        _ => colour(model, state),
    }
}

/// The word of a colour, as the definition in use has it; the code where it has none.
pub(in crate::app::pages) fn colour_word(model: &Model, code: &Name) -> String {
    said(model, model.now.date(), |words| words.colour_word(code))
}

/// The phase with its day in the cell of a table.
pub(in crate::app::pages) fn phase_in_table(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    said(model, today, |words| words.phase_in_table(state))
}

/// Of how many of those days the judgement that the dying phase has begun is to be given again.
pub(in crate::app::pages) fn dying_again(model: &Model, since: &[NaiveDate]) -> usize {
    let checklist = Name::from(DYING.0);
    let again = |day: &&NaiveDate| model.judge_again(&checklist, **day, model.now.date()).is_some();
    since.iter().filter(again).count()
}

/// The phase without its day.
pub(in crate::app::pages) fn phase_briefly(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    said(model, today, |words| words.phase_briefly(state))
}

/// The phase with how old a judgement is that is to be given again, where there is room for a sentence.
pub(in crate::app::pages) fn phase_in_full(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    said(model, today, |words| words.phase_in_full(state))
}

/// How many agreements are open and how many of those are past their day: "2, 1 over tijd"; empty where none is open.
pub(in crate::app::pages) fn agreements(model: &Model, state: &PatientState) -> String {
    match (state.open, state.overdue) {
        // Where all of them are, one number says it.
        (open, overdue) if open == overdue && open > 0 => model.language().only_overdue(overdue),
        _ => said(model, model.now.date(), |words| words.agreements(state)),
    }
}

/// The same in fewer words, of what is past its day alone: "1 over tijd".
pub(in crate::app::pages) fn agreements_briefly(model: &Model, state: &PatientState) -> String {
    match (state.open, state.overdue) {
        (open, overdue) if open > 0 && overdue > 0 => model.language().only_overdue(overdue),
        _ => agreements(model, state),
    }
}

/// How many agreements are open, where there is room for no more.
pub(in crate::app::pages) fn agreements_counted(model: &Model, state: &PatientState) -> String {
    match (state.open, state.overdue) {
        (0, _) => agreements(model, state),
        (open, 0) => open.to_string(),
        (_, overdue) => model.language().only_overdue(overdue),
    }
}

/// Whether there is a plan and of which day; empty where nobody was asked.
pub(in crate::app::pages) fn plan(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    said(model, today, |words| words.plan(state))
}

/// The plan in the cell of a table.
pub(in crate::app::pages) fn plan_in_table(model: &Model, state: &PatientState, today: NaiveDate) -> String {
    match state.plan.and_then(|plan| plan.on.filter(|_| plan.held)) {
        Some(on) => day(model, Some(on), today),
        None => plan(model, state, today),
    }
}

/// The cells and all of what they say in one line, for where there is no table.
pub(in crate::app::pages) fn facts(model: &Model, state: &PatientState, today: NaiveDate) -> Vec<String> {
    let language = model.language();
    let discussed = match state.discussed(language, |day| typed::plain_day(day, today, language)) {
        Some(day) => language.last_discussed(&day),
        None => language.not_discussed_yet().to_owned(),
    };
    // Of whom nobody spoke yet, that is the reason that is told.
    let planned = state.planned.filter(|_| state.discussed.is_some());
    let planned = planned.map(|day| language.on_agenda_of(&typed::plain_day(day, today, language)));
    let open = agreements(model, state);
    let plan = plan(model, state, today);
    let facts = [
        colour(model, state),
        phase_in_full(model, state, today),
        discussed,
        planned.unwrap_or_default(),
        said(model, today, |words| words.next_review_in_full(state))
            .map(|day| language.next_review_on(&day))
            .unwrap_or_default(),
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

/// Why somebody is proposed for the agenda, what presses most first; empty where nothing presses.
pub(in crate::app::pages) fn reasons(model: &Model, state: &PatientState, reasons: &[Reason]) -> String {
    let words = reasons.iter().map(|why| reason(model, state, *why)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("; ")
}

/// The same for where the phase is told in full as well.
pub(in crate::app::pages) fn reasons_beside_phase(
    model: &Model,
    state: &PatientState,
    why: &[Reason],
) -> String {
    let beside: Vec<Reason> = why.iter().copied().filter(|why| *why != Reason::Dying).collect();
    reasons_briefly(model, state, &beside)
}

/// The same without what was typed beside a day.
pub(in crate::app::pages) fn reasons_briefly(model: &Model, state: &PatientState, why: &[Reason]) -> String {
    reasons(model, &PatientState { next_review_text: String::new(), ..state.clone() }, why)
}

/// What presses most, and how much more does, where there is no room for all: "afspraak over tijd +1".
pub(in crate::app::pages) fn reasons_counted(model: &Model, state: &PatientState, why: &[Reason]) -> String {
    let heaviest = reasons_briefly(model, state, why.get(..1).unwrap_or_default());
    match why.len() {
        0 | 1 => heaviest,
        count => format!("{heaviest} +{}", count - 1),
    }
}

/// Why somebody is proposed for the agenda; empty where nothing presses.
fn reason(model: &Model, state: &PatientState, reason: Reason) -> String {
    said(model, model.now.date(), |words| words.reason(state, reason))
}

/// The colours one after the other, each with the day since which it was that.
pub(in crate::app::pages) fn colours(model: &Model, course: &Course) -> String {
    let language = model.language();
    let question = colour_question();
    let signs = model.settings.marks.signs();
    let mut colours: Vec<(Option<Name>, String)> = Vec::new();
    for (meeting, review) in course.discussions() {
        let answer = review.answers.get(&question).and_then(|answer| answer.given.as_ref());
        let now = match answer {
            Some(Given::Choice(code)) => Some(code.clone()),
            // From that day there is none, until another one is given, be it the same.
            Some(Given::Not(NonAnswer::NoLonger)) if !colours.is_empty() => None,
            _ => continue,
        };
        if colours.last().is_none_or(|(last, _)| *last != now) {
            let day = meeting.details.met(language, |day| typed::short_day(day, model.now.date(), language));
            let told = match &now {
                Some(code) => {
                    format!("{} {}", signs.of_colour(code.as_str()), colour_word(model, code))
                }
                None => terms::non_answer(language, NonAnswer::NoLonger).to_lowercase(),
            };
            colours.push((now, format!("{told} {day}")));
        }
    }
    colours.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(&then(model))
}

/// What stands between what was and what came after it: an arrow, which in lines is said.
pub(super) fn then(model: &Model) -> String {
    if model.in_lines {
        model.language().linear_then().to_owned()
    } else {
        format!(" {} ", model.settings.marks.signs().leads)
    }
}
