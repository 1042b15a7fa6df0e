//! The judgement of the team: recorded, judged again, withdrawn; and that what stood still holds.

use crate::app::page::RowId;
use crate::app::update::Turn;
use crate::app::update::changes::Urgency;
use crate::checklist::Name;
use crate::meeting::{
    Answer, Change, Judgement, ParticipantId, PatientId, QuestionKey, ReviewFacts, Stamp, Stood, typed,
};

impl Turn<'_> {
    /// Records or takes back the team's judgement. What stands from an earlier meeting is not judged anew by choosing it
    /// again: whoever only looks at it must not have judged today.
    pub(in crate::app::update) fn judge(
        &mut self,
        patient: PatientId,
        checklist: &Name,
        choice: Option<Name>,
    ) {
        let standing = self.model.judged_before(patient, checklist).filter(|_| choice.is_some());
        if let Some(day) = standing.filter(|known| known.value.choice == choice).map(|known| known.date) {
            let language = self.model.language();
            let today = self.model.record().map_or(day, |meeting| meeting.details.date);
            self.say(language.judgement_stays_already(&typed::short_day(day, today, language)), false);
            return;
        }
        self.record_judgement(patient, checklist, choice);
    }

    /// Records today that the team judges as it did; what is asked next is why.
    pub(in crate::app::update) fn judge_again(&mut self, patient: PatientId, checklist: &Name) {
        let standing = self.model.judged_before(patient, checklist);
        let Some(choice) = standing.and_then(|known| known.value.choice.clone()) else { return };
        if self.record_judgement(patient, checklist, Some(choice)) {
            self.enter(RowId::fixed("reason"));
        }
    }

    /// Records the judgement with the indications that were on the screen; people decide, nothing is computed.
    fn record_judgement(&mut self, patient: PatientId, checklist: &Name, choice: Option<Name>) -> bool {
        let shown: Vec<Name> = match (self.model.review(patient), self.model.checklist(checklist)) {
            (Some(review), Some(known)) => known
                .indications_shown(&ReviewFacts::new(review, checklist))
                .into_iter()
                .map(|indication| indication.id.clone())
                .collect(),
            _ => Vec::new(),
        };
        let mut changes = self.pin(checklist);
        changes.extend(self.judgement_change(patient, checklist, |judgement, stamp| {
            // The same choice once more is no new one.
            if choice.is_some()
                && judgement.choice == choice
                && judgement.withdrawn.is_none()
                && judgement.indications == shown
            {
                return;
            }
            // A new choice takes the place of what was withdrawn, and is one of today.
            if choice.is_some() {
                withdraw(judgement, None, None);
            }
            judgement.indications = if choice.is_some() { shown } else { Vec::new() };
            judgement.recorded = choice.is_some().then_some(stamp);
            judgement.choice = choice;
        }));
        self.record(changes, Urgency::Committed)
    }

    /// Withdraws a judgement, or takes that back.
    pub(in crate::app::update) fn withdraw(&mut self, patient: PatientId, checklist: &Name, withdrawn: bool) {
        let earlier = self.model.judged_before(patient, checklist).cloned();
        let mut changes = self.pin(checklist);
        changes.extend(self.judgement_change(patient, checklist, |judgement, stamp| {
            withdraw(judgement, withdrawn.then_some(stamp), earlier);
        }));
        match self.record(changes, Urgency::Committed) {
            true if withdrawn => self.enter(RowId::fixed("withdrawn-reason")),
            // At what stands again, rather than on whatever took the place of the row that went.
            true => {
                self.model.set_focus(None);
                self.reveal();
            }
            false => {}
        }
    }

    /// Says that somebody took part in a judgement, or not.
    pub(in crate::app::update) fn toggle_involved(
        &mut self,
        patient: PatientId,
        checklist: &Name,
        who: ParticipantId,
    ) {
        let mut changes = self.pin(checklist);
        changes.extend(self.judgement_change(patient, checklist, |judgement, _| {
            if judgement.involved.contains(&who) {
                judgement.involved.retain(|known| *known != who);
            } else {
                judgement.involved.push(who);
            }
        }));
        self.record(changes, Urgency::Committed);
    }

    /// Says that everybody who is there took part in a judgement.
    pub(in crate::app::update) fn involve_all(&mut self, patient: PatientId, checklist: &Name) {
        let Some(meeting) = self.model.record() else { return };
        let present = meeting.participants.iter().filter(|known| !known.absent);
        let all: Vec<ParticipantId> = present.map(|known| known.id).collect();
        let mut changes = self.pin(checklist);
        changes.extend(self.judgement_change(patient, checklist, |judgement, _| {
            let new: Vec<_> = all.into_iter().filter(|id| !judgement.involved.contains(id)).collect();
            judgement.involved.extend(new);
        }));
        self.record(changes, Urgency::Committed);
    }

    /// Says that what an earlier meeting answered still holds. The cursor stays on it, or comes to it where that was said of
    /// another part of the same: the next Enter must not confirm what nobody read.
    pub(in crate::app::update) fn still_holds(&mut self, patient: PatientId, question: &QuestionKey) {
        let known = self.model.review(patient).and_then(|review| review.answers.get(question)).cloned();
        if known.as_ref().is_some_and(Answer::is_confirmed) {
            self.say(self.model.language().confirmed_already(), false);
            return;
        }
        let changes = self.confirmations(patient, question);
        let says_nothing = |change: &Change| change.is_nothing() || change.only_pins();
        if changes.iter().all(says_nothing) && self.model.may_change() {
            let language = self.model.language();
            let is_explained = known.is_some_and(|answer| !answer.note.trim().is_empty());
            let told =
                if is_explained { language.confirmed_but_explained() } else { language.chosen_already() };
            self.say(told, false);
            return;
        }
        if self.record(changes, Urgency::Committed) {
            if self.silent {
                let language = self.model.language();
                self.tell(language.recorded_at_once(language.still_holds()));
            }
            self.enter(RowId::of("still-holds", question));
        }
    }
}

/// Withdraws a judgement at `stamp`, or takes that back; one of an earlier meeting is named with its day, so that whoever
/// reads this meeting alone knows what was withdrawn.
fn withdraw(judgement: &mut Judgement, stamp: Option<Stamp>, earlier: Option<Stood<Judgement>>) {
    match (stamp, earlier) {
        (Some(_), Some(earlier)) if judgement.choice.is_none() => {
            judgement.choice = earlier.value.choice;
            judgement.judged_on = Some(earlier.date);
            if judgement.reason.is_empty() {
                judgement.reason = earlier.value.reason;
            }
            if judgement.involved.is_empty() {
                judgement.involved = earlier.value.involved;
            }
        }
        (None, _) => {
            judgement.withdrawn_reason.clear();
            if judgement.judged_on.take().is_some() {
                judgement.choice = None;
                judgement.reason.clear();
                judgement.involved.clear();
            }
        }
        _ => {}
    }
    judgement.withdrawn = stamp;
}
