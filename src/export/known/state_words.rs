//! The state of a patient in words, the same on the screen and on paper.

use chrono::NaiveDate;

use crate::checklist::{Checklist, Name, shipped_checklist};
use crate::meeting::register::state::{DYING, MARKING};
use crate::meeting::{
    NonAnswer, PLACE_OF_DEATH, PatientState, QuestionKey, Reason, colour_question, terms, typed,
};
use crate::words::Language;

/// What the words for a state depend on.
#[derive(Clone, Copy)]
pub struct StateWords<'a> {
    /// In which language.
    pub language: Language,
    /// From which day it is seen.
    pub today: NaiveDate,
    /// The checklist of a name, where there is one.
    pub checklist: &'a dyn Fn(&Name) -> Option<&'a Checklist>,
}

impl StateWords<'_> {
    /// The word of a colour, as its definition has it; of one that a group's own list has no more as the shipped one has it, and else
    /// the code.
    pub fn colour_word(&self, code: &Name) -> String {
        self.option(&colour_question(), code)
    }

    /// The words for the place of a death, in the same way.
    pub fn place_of_death(&self, code: &Name) -> String {
        let (checklist, item) = PLACE_OF_DEATH;
        self.option(&QuestionKey::new(&checklist.into(), &item.into()), code)
    }

    fn option(&self, question: &QuestionKey, code: &Name) -> String {
        let in_list = |checklist: &Checklist| {
            let item = checklist.item(question.item.as_str());
            let mut options = item.map(terms::options).unwrap_or_default().iter();
            let option = options.find(|option| option.code == *code);
            option.map(|option| option.text.get(self.language).to_lowercase())
        };
        let own = (self.checklist)(&question.checklist).and_then(in_list);
        let word = own.or_else(|| shipped_checklist(&question.checklist).and_then(in_list));
        word.unwrap_or_else(|| code.to_string())
    }

    /// The colour, and what it was where that was another: "rood (was groen)"; of two that were noted on one day both, "rood of
    /// oranje"; empty where there is none.
    pub fn colour(&self, state: &PatientState) -> String {
        let Some(now) = &state.colour else { return String::new() };
        if let Some(beside) = &state.colour_beside {
            let none = || terms::non_answer(self.language, NonAnswer::NoLonger).to_lowercase();
            let beside = beside.colour().map_or_else(none, |code| self.colour_word(code));
            return self.language.one_or_other(&self.colour_word(now), &beside);
        }
        let was = state.colour_was.as_ref().map(|was| self.language.was(&self.colour_word(was)));
        format!("{}{}", self.colour_word(now), was.map(|was| format!(" ({was})")).unwrap_or_default())
    }

    /// The phase with its day: that the patient died, the dying phase, or that the palliative phase was marked, with a question mark
    /// where it is to be judged again; empty where none of these stands.
    pub fn phase(&self, state: &PatientState) -> String {
        self.phase_on(state, |day| typed::short_day(day, self.today, self.language))
    }

    /// The phase with its day in the cell of a table.
    pub fn phase_in_table(&self, state: &PatientState) -> String {
        self.phase_on(state, |day| typed::brief_day(day, self.today, self.language))
    }

    /// The phase without its day.
    pub fn phase_briefly(&self, state: &PatientState) -> String {
        self.phase_on(state, |_| String::new()).trim_end().to_owned()
    }

    fn phase_on(&self, state: &PatientState, told: impl Fn(NaiveDate) -> String) -> String {
        let language = self.language;
        if state.deceased {
            let words = if state.looked_back {
                language.patient_deceased()
            } else {
                language.patient_to_look_back_on()
            };
            return if state.doubtful { language.doubtful(words) } else { words.to_owned() };
        }
        if let Some(day) = state.dying {
            let words = told(day);
            return match self.dying_for(day) {
                Some(_) => language.phase_dying_again(&words),
                None if is_put_off(state, DYING.0) => language.phase_dying_again(&words),
                None => language.phase_dying(&words),
            };
        }
        let marked = state.marked.map(|day| match is_put_off(state, MARKING.0) {
            true => language.phase_marked_again(&told(day)),
            false => language.phase_marked(&told(day)),
        });
        marked.unwrap_or_default()
    }

    /// The phase with how old a judgement is that is to be given again, where there is room for a sentence.
    pub fn phase_in_full(&self, state: &PatientState) -> String {
        let language = self.language;
        if state.deceased && !state.looked_back {
            let died = language.not_looked_back(language.patient_deceased());
            return if state.doubtful { language.doubtful(&died) } else { died };
        }
        let again = state.dying.filter(|_| !state.deceased).and_then(|day| {
            let days = self.dying_for(day)?;
            let dying = language.phase_dying(&typed::short_day(day, self.today, language));
            Some(format!("{dying}, {}", language.judge_again(days)))
        });
        let told = again.unwrap_or_else(|| self.phase(state));
        let off = [(DYING.0, state.dying.is_some()), (MARKING.0, state.dying.is_none())];
        let is_off = off.iter().any(|(name, is_shown)| *is_shown && is_put_off(state, name));
        match is_off && !state.deceased && !told.is_empty() {
            true => format!("{told}, {}", language.reason_put_off()),
            false => told,
        }
    }

    /// How many days ago the dying phase was judged to have begun, where it is to be judged again.
    fn dying_for(&self, day: NaiveDate) -> Option<i64> {
        let after = (self.checklist)(&DYING.0.into())?.judgement.as_ref()?.judge_again_after?;
        let days = (self.today - day).num_days();
        (days >= i64::from(after)).then_some(days)
    }

    /// How many agreements are open and how many of those are past their day: "2, 1 over tijd"; empty where none is open.
    pub fn agreements(&self, state: &PatientState) -> String {
        match (state.open, state.overdue) {
            (0, _) => String::new(),
            (open, 0) => open.to_string(),
            (open, overdue) => self.language.open_and_overdue(open, overdue),
        }
    }

    /// Whether there is a plan and of which day; empty where nobody was asked.
    pub fn plan(&self, state: &PatientState) -> String {
        match state.plan {
            None => String::new(),
            Some(plan) if !plan.held => self.language.no_plan().to_owned(),
            Some(plan) => match plan.on {
                Some(day) => typed::short_day(day, self.today, self.language),
                None => self.language.plan_without_day().to_owned(),
            },
        }
    }

    /// The day on which the patient is to be discussed again.
    pub fn next_review(&self, state: &PatientState) -> Option<String> {
        state.next_review.map(|day| typed::short_day(day, self.today, self.language))
    }

    /// The day on which the patient is to be discussed again, with what was typed where that says more than the day.
    pub fn next_review_in_full(&self, state: &PatientState) -> Option<String> {
        let day = self.next_review(state)?;
        let text = &state.next_review_text;
        Some(if text.is_empty() { day } else { format!("{day} (\"{text}\")") })
    }

    /// Why somebody is proposed for the agenda; empty where nothing presses.
    pub fn reason(&self, state: &PatientState, reason: Reason) -> String {
        let language = self.language;
        match reason {
            Reason::Deceased => language.reason_deceased().to_owned(),
            Reason::ColourChanged => language.reason_colour().to_owned(),
            Reason::New => match state.planned {
                Some(day) => language.proposed_for(&typed::short_day(day, self.today, language)),
                None => language.reason_new().to_owned(),
            },
            Reason::Missed => language.reason_missed().to_owned(),
            Reason::PutOff => language.reason_put_off().to_owned(),
            Reason::Postponed => language.reason_postponed().to_owned(),
            Reason::Due => language.reason_due(&self.next_review_in_full(state).unwrap_or_default()),
            Reason::DueSoon => language.reason_due_soon(&self.next_review_in_full(state).unwrap_or_default()),
            Reason::AgreementOverdue => language.reason_agreement().to_owned(),
            Reason::Dying => self.phase(state),
            Reason::Rest => String::new(),
        }
    }

    /// The same where the phase stands beside it in full.
    pub fn reason_beside_phase(&self, state: &PatientState, reason: Reason) -> String {
        let is_asked = |day| self.dying_for(day).is_some() || is_put_off(state, DYING.0);
        match reason {
            Reason::Dying if state.dying.is_some_and(is_asked) => {
                self.language.reason_dying_again().to_owned()
            }
            reason => self.reason(state, reason),
        }
    }
}

/// Whether judging was put off since what stands of a checklist.
fn is_put_off(state: &PatientState, checklist: &str) -> bool {
    state.put_off.iter().any(|name| name.as_str() == checklist)
}
