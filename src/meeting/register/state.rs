//! The state of a patient in brief, as an agenda and a register show it: what stands, with what this meeting says on top.

use chrono::{NaiveDate, TimeDelta};

use super::colours::ColourBeside;
use super::known::KnownPatient;
use crate::checklist::Name;
use crate::meeting::index::digest::{Plan, ReviewDigest, colour_question};
use crate::meeting::record::agreement::Agreement;
use crate::meeting::record::answer::Given;
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::Review;
use crate::meeting::record::shared::Shared;
use crate::meeting::typed;
use crate::words::Language;

/// The checklist by which the palliative phase is marked, and the option that marks it.
pub const MARKING: (&str, &str) = ("markering", "markeren");

/// The checklist of the dying phase, and the option that says that it has begun.
pub const DYING: (&str, &str) = ("stervensfase", "stervensfase");

/// So many days ahead a day to discuss somebody again is a reason to do it now: a group meets in weeks or months, and two days after
/// its meeting is before its next one. A choice of this project.
pub const SOON: i64 = 14;

/// The state of a patient in brief.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PatientState {
    /// The colour, as the option of the brief discussion.
    pub colour: Option<Name>,
    /// The colour before that one, where it was another.
    pub colour_was: Option<Name>,
    /// The colour that was noted on the same day under another label of the person, where that is another.
    pub colour_beside: Option<ColourBeside>,
    /// The day on which the palliative phase was marked, where that stands.
    pub marked: Option<NaiveDate>,
    /// The day on which the dying phase was judged to have begun, where that stands.
    pub dying: Option<NaiveDate>,
    /// The checklists of which the judgement was put off since, so that what stands of them is to be looked at again.
    pub put_off: Vec<Name>,
    /// The patient has died.
    pub deceased: bool,
    /// The team has looked back since.
    pub looked_back: bool,
    /// The day of the last discussion that is over: of this meeting too, once the patient is done.
    pub discussed: Option<NaiveDate>,
    /// What was typed for that day, where that is still a question.
    pub discussed_typed: String,
    /// The first day to come on whose agenda the patient stands already.
    pub planned: Option<NaiveDate>,
    /// It is doubtful on which day the patient died, or whether.
    pub doubtful: bool,
    /// The day on which the patient is to be discussed again.
    pub next_review: Option<NaiveDate>,
    /// What was typed for that day, where it says more than the day.
    pub next_review_text: String,
    /// How many agreements are open.
    pub open: usize,
    /// How many of those are past their day.
    pub overdue: usize,
    /// The central care provider by name; empty where none was named.
    pub central_carer: String,
    /// Whether there is a plan (PZP), where that was asked.
    pub plan: Option<Plan>,
}

impl PatientState {
    /// The state as earlier meetings left it, seen from a day.
    pub fn of(known: &KnownPatient, today: NaiveDate) -> Self {
        let judged = |(checklist, choice): (&str, &str)| {
            let (day, judged) = known.judged_on(checklist)?;
            (judged.as_str() == choice).then_some(*day)
        };
        let overdue = known.agreements.iter().filter(|open| open.agreement.is_overdue(today));
        Self {
            colour: known.colour.clone(),
            colour_was: known.colour_was.clone(),
            colour_beside: known.colour_beside.clone(),
            marked: judged(MARKING),
            dying: judged(DYING),
            put_off: known.put_off.clone(),
            deceased: known.deceased,
            looked_back: known.looked_back,
            discussed: known.discussed,
            discussed_typed: known.discussed_typed.clone(),
            planned: known.planned,
            doubtful: known.death().is_some_and(|death| death.is_doubtful(today)),
            next_review: known.next_review,
            next_review_text: known.next_review_text.clone(),
            open: known.agreements.len(),
            overdue: overdue.count(),
            central_carer: known.central_carer.clone(),
            plan: known.plan,
        }
        .of_whoever_died()
    }

    /// Of whoever died no day is told on which the patient is to be discussed again: looking back is what is left.
    fn of_whoever_died(mut self) -> Self {
        if self.deceased {
            (self.next_review, self.next_review_text) = Default::default();
        }
        self
    }

    /// The state of a patient of a meeting, with what earlier meetings left where something was known.
    pub fn in_meeting(meeting: &Meeting, review: &Review, known: Option<&KnownPatient>) -> Self {
        let today = meeting.details.date;
        let mut state = known.map(|known| Self::of(known, today)).unwrap_or_default();
        let colour = colour_question();
        let chosen = |review: &Review| match review.answers.get(&colour)?.given.as_ref()? {
            Given::Choice(code) => Some(Some(code.clone())),
            _ => ReviewDigest::of(meeting, review).no_longer.colour.then_some(None),
        };
        let no_longer = ReviewDigest::of(meeting, review).no_longer;
        if let Some(said) = chosen(review) {
            // Of two identities of one person in one meeting none has the last word.
            let beside = known.and_then(|known| {
                let also = |other: &&Shared<Review>| {
                    let is_same = known.patient == other.patient || known.also.contains(&other.patient);
                    is_same && other.patient != review.patient
                };
                let others = meeting.reviews.iter().filter(also);
                others.filter_map(|other| chosen(other)).find(|other| *other != said)
            });
            let was = state.colour.take();
            (state.colour, state.colour_beside) = match (said, beside) {
                (Some(code), beside) => (Some(code), beside.map(ColourBeside::of)),
                (None, Some(Some(code))) => (Some(code), Some(ColourBeside::NoLonger)),
                (None, _) => (None, None),
            };
            state.colour_was = match &state.colour {
                // Of two none is the last word, so that nothing was before it.
                Some(_) if state.colour_beside.is_some() => None,
                Some(code) if was.as_ref() == Some(code) => state.colour_was.take(),
                Some(_) => was,
                None => None,
            };
        }
        if no_longer.central_carer {
            state.central_carer.clear();
        }
        for (slot, (checklist, choice)) in [(&mut state.marked, MARKING), (&mut state.dying, DYING)] {
            let own = review.judgements.get(checklist);
            let own = own.filter(|judgement| judgement.says() && !judgement.is_put_off(&checklist.into()));
            if let Some(judgement) = own {
                let holds = judgement.withdrawn.is_none()
                    && judgement.choice.as_ref().is_some_and(|judged| judged.as_str() == choice);
                *slot = holds.then_some(today);
            }
        }
        for (checklist, judgement) in review.judgements.iter().filter(|(_, judgement)| judgement.says()) {
            state.put_off.retain(|known| known != checklist);
            state.put_off.extend(judgement.is_put_off(checklist).then(|| checklist.clone()));
        }
        // What stands here is what the register tells of this meeting when it is over.
        let own = ReviewDigest::of(meeting, review);
        if review.details.finished.is_some() && !meeting.details.is_between() {
            state.discussed = Some(today);
            meeting.details.date_typed.trim().clone_into(&mut state.discussed_typed);
            state.next_review = state.next_review.filter(|day| *day > today);
        }
        if own.next_review.is_some() || state.next_review.is_none() {
            (state.next_review, state.next_review_text) = (own.next_review, own.next_review_text);
        }
        state.plan = own.plan.or(state.plan);
        if !own.central_carer.is_empty() {
            state.central_carer = own.central_carer;
        }
        state.deceased = review.says_deceased().unwrap_or(state.deceased);
        state.looked_back |= state.deceased && own.looked_back;
        // What came along from earlier meetings stands in the discussion itself, but for what was agreed since.
        let since = known.map(|known| known.agreements_beside(meeting)).unwrap_or_default();
        let own = review.agreements.iter().filter(|agreement| agreement.ended.is_none());
        let all: Vec<&Agreement> = own.chain(since.into_iter().map(|open| &open.agreement)).collect();
        let open = || all.iter().copied();
        state.open = open().count();
        state.overdue = open().filter(|agreement| agreement.is_overdue(today)).count();
        state.of_whoever_died()
    }

    /// How many days ago the dying phase was judged to have begun; `None` where it was not.
    pub fn dying_for(&self, today: NaiveDate) -> Option<TimeDelta> {
        self.dying.map(|day| today - day)
    }

    /// The day on which the patient was discussed last as it is told, or that it is not known yet; none where nobody did.
    pub fn discussed(&self, language: Language, day: impl Fn(NaiveDate) -> String) -> Option<String> {
        Some(typed::met(language, &self.discussed_typed, day(self.discussed?)))
    }

    /// Whether the patient was to be discussed again by now.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.next_review.is_some_and(|day| day <= today)
    }

    /// Whether the day on which the patient is to be discussed again comes soon after this one, in [`SOON`] days or less.
    pub fn is_due_soon(&self, today: NaiveDate) -> bool {
        self.next_review.is_some_and(|day| day > today && (day - today).num_days() <= SOON)
    }
}

/// Why a patient is proposed for an agenda, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The patient died, and the team has not looked back.
    Deceased,
    /// The colour became another one.
    ColourChanged,
    /// The patient was proposed and never discussed.
    New,
    /// The patient was on the last agenda, and the team did not get round to it.
    Missed,
    /// The patient was put off last time.
    Postponed,
    /// A judgement was put off to a later meeting.
    PutOff,
    /// The day on which the patient was to be discussed again has come.
    Due,
    /// An agreement is past its day.
    AgreementOverdue,
    /// The dying phase was judged to have begun.
    Dying,
    /// The day on which the patient is to be discussed again comes soon, before the group is likely to meet again.
    DueSoon,
    /// Nothing presses.
    Rest,
}

impl Reason {
    /// What presses most of why a patient of a group would be on an agenda on a day; `None` for who died and was looked back on.
    pub fn of(known: &KnownPatient, state: &PatientState, today: NaiveDate) -> Option<Self> {
        Self::all(known, state, today).into_iter().next()
    }

    /// Why a patient of a group would be on an agenda on a day, what presses most first; nothing for who died and was looked back on.
    pub fn all(known: &KnownPatient, state: &PatientState, today: NaiveDate) -> Vec<Self> {
        if state.deceased {
            return if state.looked_back { Vec::new() } else { vec![Self::Deceased] };
        }
        let reasons = [
            (state.colour_was.is_some() || state.colour_beside.is_some(), Self::ColourChanged),
            (known.missed, Self::Missed),
            (known.postponed, Self::Postponed),
            (known.discussed.is_none() && !known.missed && !known.postponed, Self::New),
            (!known.put_off.is_empty() && !known.postponed, Self::PutOff),
            (state.is_due(today), Self::Due),
            (state.overdue > 0, Self::AgreementOverdue),
            (state.dying.is_some(), Self::Dying),
            (state.is_due_soon(today), Self::DueSoon),
        ];
        let found: Vec<Self> =
            reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect();
        if found.is_empty() { vec![Self::Rest] } else { found }
    }
}

#[cfg(test)]
#[path = "../tests/state.rs"]
mod tests;
