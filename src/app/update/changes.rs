//! Making changes out of the record as it is, and recording them.

use std::sync::Arc;

use super::{Turn, outcome};
use crate::app::model::{Entry, OpenMeeting, apply_all};
use crate::app::page::{Detail, Screen};
use crate::app::pages;
use crate::checklist::Name;
use crate::meeting::{
    Agreement, AgreementId, Answer, Change, Given, Judgement, Meeting, MeetingDetails, NonAnswer,
    Participant, ParticipantId, PatientId, Pinned, QuestionKey, ReviewDetails, Stamp, TextPlace, terms,
};
use crate::text::TextEdit;

/// How soon a change goes to disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Urgency {
    /// At once: an answer was committed or a field left.
    Committed,
    /// Within a second: somebody is typing.
    Typing,
}

impl Turn<'_> {
    /// Applies changes as one entry of the history; false, with a sentence, when they cannot be made.
    pub(super) fn record(&mut self, changes: Vec<Change>, urgency: Urgency) -> bool {
        let language = self.model.language();
        if !self.model.may_change() {
            let why = match self.model.open.is_some() {
                true => self.why_it_stays(),
                false => language.cannot_change().to_owned(),
            };
            self.say(why, true);
            return false;
        }
        let changes: Vec<Change> = changes.into_iter().filter(|change| !change.is_nothing()).collect();
        // A definition is noted with what is recorded by it, and not by itself.
        if changes.iter().all(Change::only_pins) {
            return true;
        }
        let stamp = self.model.stamp();
        let frame = self.model.path.top();
        let screen = match (&frame.screen, self.model.path.under()) {
            (Screen::Choose(_) | Screen::NoAnswer(..) | Screen::Removing(_), Some(under)) => {
                under.screen.clone()
            }
            (screen, _) => screen.clone(),
        };
        let row = frame.focus.clone();
        let before = self.as_reopened();
        // What begins empty, and goes again when somebody leaves it so, is nothing to be saved.
        let is_nothing = before.is_none() && changes.iter().all(Change::only_begins);
        let names = pages::named::names(self.model);
        let Some(open) = &mut self.model.open else { return false };
        if apply_all(&changes, Arc::make_mut(&mut open.record)).is_err() {
            self.say(language.does_not_fit(), true);
            return false;
        }
        let taken_back = |entry: &Entry| matches!((&entry.changes[..], &changes[..]), ([begun], [now]) if begun.only_begins() && begun.inverse() == *now);
        if before.is_none() && open.history.newest().is_some_and(taken_back) {
            open.history.forget_newest();
            return true;
        }
        let told = outcome::outcome(language, &changes, &open.record, &names)
            .filter(|_| urgency == Urgency::Committed);
        let entry = Entry { changes, at: stamp.at, by: stamp.by, screen, row };
        // What is chosen on a row is one choice until the cursor leaves it.
        let goes_on = entry.is_choice();
        open.history.add(entry);
        let came_to_nothing = open.history.newest().is_some_and(Entry::came_to_nothing);
        if came_to_nothing {
            // Chosen and taken back: the definition that came along goes too.
            let is_rewound = open.history.rewind(Arc::make_mut(&mut open.record), 1).is_ok();
            debug_assert!(is_rewound, "what was just applied can be taken back");
        }
        if urgency == Urgency::Committed && !goes_on {
            open.history.end_run();
        }
        match told {
            // No key brings back what left nothing.
            Some(told) if came_to_nothing => self.tell(told),
            Some(told) => self.tell(format!("{told} {}", language.undo_brings_back())),
            None => {}
        }
        self.note_amended(before);
        if !is_nothing {
            self.changed(urgency);
        }
        true
    }

    /// Notes that the record is newer than what is on disk.
    pub(super) fn changed(&mut self, urgency: Urgency) {
        let now = self.model.now;
        let Some(open) = &mut self.model.open else { return };
        open.saving.revision += 1;
        open.saving.typing_since.get_or_insert(now);
        if open.record.session.is_some()
            && let Some(session) = &mut Arc::make_mut(&mut open.record).session
        {
            session.touched = Some(now);
        }
        if urgency == Urgency::Committed {
            self.flush();
        }
    }

    /// Records a single change at once.
    pub(super) fn commit(&mut self, change: Option<Change>) -> bool {
        match change {
            Some(change) => self.record(vec![change], Urgency::Committed),
            None => false,
        }
    }

    /// The changes that pin the definition of `checklist`, when this is the first thing recorded in it, and the route by
    /// which one came there.
    pub(super) fn pin(&mut self, checklist: &Name) -> Vec<Change> {
        let mut changes = self.pin_route();
        let is_pinned = |meeting: &Meeting| meeting.definitions.iter().any(|pinned| pinned.id == *checklist);
        if self.meeting().is_none_or(is_pinned) {
            return changes;
        }
        let library = self.model.library.as_ref();
        let Some(definition) = library.and_then(|library| library.checklist(checklist)).cloned() else {
            return changes;
        };
        let Some(open) = &mut self.model.open else { return changes };
        if !open.definitions.iter().any(|known| known.hash == definition.hash) {
            open.definitions.push(definition.clone());
        }
        let (at, after) = (open.record.definitions.len(), Some(Pinned::of(&definition)));
        changes.push(Change::Definition { at, before: None, after });
        changes
    }

    /// The change that pins the route of the patient who is being discussed, when that was not done yet.
    fn pin_route(&mut self) -> Vec<Change> {
        // Nobody of a session follows a route.
        if self.meeting().is_none_or(|meeting| meeting.session.is_some()) {
            return Vec::new();
        }
        let review = self.model.path.patient().and_then(|patient| self.model.review(patient));
        let route = review.and_then(|review| pages::route_of(self.model, review)).cloned();
        let Some(route) = route else { return Vec::new() };
        let is_pinned = |meeting: &Meeting| meeting.routes.iter().any(|pinned| pinned.id == route.route.id);
        if self.meeting().is_none_or(is_pinned) {
            return Vec::new();
        }
        let Some(open) = &mut self.model.open else { return Vec::new() };
        if !open.routes.iter().any(|known| known.hash == route.hash) {
            open.routes.push(route.clone());
        }
        let (at, after) = (open.record.routes.len(), Some(Pinned::of_route(&route)));
        vec![Change::Route { at, before: None, after }]
    }

    fn meeting(&self) -> Option<&Meeting> {
        self.model.record()
    }

    /// The change of one answer by `alter`; the stamp goes along.
    pub(super) fn answer_change(
        &self,
        patient: PatientId,
        question: &QuestionKey,
        alter: impl FnOnce(&mut Answer),
    ) -> Option<Change> {
        let stamp = self.model.stamp();
        let before = self.meeting()?.review(patient)?.answers.get(question).cloned();
        let mut after = before.clone().unwrap_or_else(|| Answer::blank(stamp));
        alter(&mut after);
        // Left open, it would stand for what took the place of what it was said of.
        if after.given.is_none()
            && self.model.stands(question)
            && self.model.answered_earlier(patient, question).is_some()
            && self.model.said_of_another(patient, question).is_some()
        {
            after.given = Some(Given::Not(NonAnswer::NoLonger));
        }
        if before.as_ref() == Some(&after) {
            return None;
        }
        after.replaces = self.replaced(patient, question, before.as_ref(), &after);
        after.recorded = stamp;
        let asked = self.model.checklist(&question.checklist);
        let asked =
            asked.and_then(|checklist| checklist.item(question.item.as_str())).zip(after.given.as_ref());
        after.leaves_open = asked.is_some_and(|(item, given)| terms::left_open(item, given));
        self.refer_to_earlier(patient, question, &mut after);
        let after = (!after.is_empty()).then(|| Box::new(after));
        Some(Change::Answer { patient, question: question.clone(), before: before.map(Box::new), after })
    }

    /// Has an answer that takes the place of what stood, or confirms it, say what that was, and of what it is said.
    fn refer_to_earlier(&self, patient: PatientId, question: &QuestionKey, answer: &mut Answer) {
        answer.said_of = match answer.given {
            None => String::new(),
            Some(_) => self.model.said_of(patient, question),
        };
        if answer.given.is_none() {
            answer.earlier = None;
        } else if answer.earlier.is_none() && self.model.stands(question) {
            let stood = self.model.answered_earlier(patient, question);
            answer.earlier = stood.map(|stood| Box::new(stood.value.alone(stood.date)));
        }
        // Confirmed again, it stands since the first time.
        if answer.is_confirmed()
            && let Some(stood) = self.model.answered_earlier(patient, question)
            && let Some(first) = stood.value.earlier.as_ref().filter(|_| stood.value.is_confirmed())
        {
            answer.earlier = Some(first.clone());
        }
    }

    /// The changes by which what stood is confirmed today, with everything that stood under the same question: of the first of a
    /// time of a repeating group that is the rest of that time. What it stands under is not confirmed along.
    pub(super) fn confirmations(&mut self, patient: PatientId, question: &QuestionKey) -> Vec<Change> {
        let Some(item) = self
            .model
            .checklist(&question.checklist)
            .and_then(|checklist| checklist.item(question.item.as_str()))
            .cloned()
        else {
            return Vec::new();
        };
        let mut changes = self.pin(&question.checklist);
        let mut keys: Vec<QuestionKey> = Vec::new();
        let mut items = vec![item];
        while let Some(item) = items.pop() {
            items.extend(item.items.iter().cloned());
            keys.push(QuestionKey { item: item.id, ..question.clone() });
        }
        let within = self.model.time_around(question);
        if within.first() == Some(question) {
            keys.extend(within);
        }
        let mut said = Vec::new();
        for key in keys {
            // Whatever was said of the question itself today, its row is where somebody says that what stood holds after all.
            let stood = match key == *question {
                true => self.standing_answer(patient, &key),
                false => self.still_unsaid(patient, &key),
            };
            let stood = stood.filter(|_| !said.contains(&key));
            changes.extend(stood.and_then(|stood| self.confirmation(patient, &key, stood)));
            said.push(key);
        }
        changes
    }

    /// What an answer to the first part of a time of a repeating group says of the other parts that stand: what was said of it is not
    /// said of what takes its place, and no longer holds until somebody confirms it on purpose. Nothing is confirmed along.
    pub(super) fn said_along(
        &self,
        patient: PatientId,
        question: &QuestionKey,
        given: Option<&Given>,
    ) -> Vec<Change> {
        let within = self.model.time_around(question);
        let rest = within.iter().filter(|key| *key != question);
        let known = |key| self.model.review(patient).and_then(|review| review.answers.get(key));
        let is_first = within.first() == Some(question);
        let before = known(question).and_then(|answer| answer.given.as_ref());
        let was_other = is_first && self.model.other_than(patient, question, before).is_some();
        let is_other = is_first && self.model.other_than(patient, question, given).is_some();
        let changes = rest.filter_map(|key| {
            if is_other {
                let confirmed = !was_other && known(key).is_some_and(Answer::is_confirmed);
                if !confirmed && self.still_unsaid(patient, key).is_none() {
                    return None;
                }
                return self.answer_change(patient, key, |answer| {
                    answer.given = Some(Given::Not(NonAnswer::NoLonger));
                    answer.note.clear();
                });
            }
            if was_other && self.has_lapsed(patient, key) {
                let before = known(key).cloned().map(Box::new);
                return Some(Change::Answer { patient, question: key.clone(), before, after: None });
            }
            None
        });
        changes.collect()
    }

    /// Whether an answer that stood was taken back today.
    fn has_lapsed(&self, patient: PatientId, key: &QuestionKey) -> bool {
        let known = self.model.review(patient).and_then(|review| review.answers.get(key));
        known.is_some_and(|answer| {
            answer.given == Some(Given::Not(NonAnswer::NoLonger)) && answer.earlier.is_some()
        })
    }

    /// What stands of a question that was not answered today.
    fn still_unsaid(&self, patient: PatientId, key: &QuestionKey) -> Option<Answer> {
        let answered = self.model.review(patient).and_then(|review| review.answers.get(key));
        let is_unsaid = answered.is_none_or(|answer| answer.given.is_none());
        self.standing_answer(patient, key).filter(|_| is_unsaid)
    }

    /// The change by which one answer that stands is confirmed; what was explained of a choice of today stays, and says beside which
    /// choice it was.
    fn confirmation(&self, patient: PatientId, key: &QuestionKey, stood: Answer) -> Option<Change> {
        self.answer_change(patient, key, |answer| {
            let is_taken_back = matches!(answer.given, None | Some(Given::Not(_)));
            let is_explained = !is_taken_back && !answer.note.trim().is_empty();
            answer.given = stood.given;
            if is_explained {
                return;
            }
            answer.note = stood.note;
            answer.answered_by = stood.answered_by;
            answer.counts = stood.counts;
            answer.replaces = stood.replaces;
        })
    }

    /// The change of one judgement by `alter`.
    pub(super) fn judgement_change(
        &self,
        patient: PatientId,
        checklist: &Name,
        alter: impl FnOnce(&mut Judgement, Stamp),
    ) -> Option<Change> {
        let stamp = self.model.stamp();
        let before = self.meeting()?.review(patient)?.judgements.get(checklist).cloned();
        let mut after = before.clone().unwrap_or_default();
        alter(&mut after, stamp);
        let asked = self.model.checklist(checklist).and_then(|known| known.judgement.as_ref());
        let options = asked.map(|asked| asked.options.as_slice()).unwrap_or_default();
        after.leaves_open = after.choice.as_ref().is_some_and(|choice| terms::leaves_open(options, choice));
        let after = (!after.is_empty()).then(|| Box::new(after));
        Some(Change::Judgement { patient, checklist: checklist.clone(), before: before.map(Box::new), after })
    }

    /// The change by which a note is emptied that was all that is left of an answer: to which choice it belonged goes and comes back
    /// with it.
    pub(super) fn last_letter_of_a_note(
        &self,
        patient: PatientId,
        question: &QuestionKey,
        place: &TextPlace,
        edit: &TextEdit,
    ) -> Option<Change> {
        let known = self.model.review(patient)?.answers.get(question)?;
        let blank = Answer { note: String::new(), ..known.clone() };
        (known.replaces.is_some() && blank.is_empty() && self.model.is_emptied(place, edit))
            .then(|| self.answer_change(patient, question, |answer| answer.note.clear()))?
    }

    /// The change of one agreement by `alter`, which may take it away.
    pub(super) fn agreement_change(
        &self,
        patient: PatientId,
        id: AgreementId,
        alter: impl FnOnce(Agreement) -> Option<Agreement>,
    ) -> Option<Change> {
        let agreements = &self.meeting()?.review(patient)?.agreements;
        let at = agreements.iter().position(|agreement| agreement.id == id)?;
        let before = agreements.get(at)?.clone();
        let mut after = alter(before.clone()).map(Box::new);
        let came_along = |agreement: &Agreement| agreement.from.is_some() && agreement.ended.is_none();
        if let Some(after) = after.as_deref_mut().filter(|after| came_along(after) && **after != before) {
            after.changed = Some(self.model.stamp());
        }
        Some(Change::Agreement { patient, at, before: Some(Box::new(before)), after })
    }

    /// The change of one participant by `alter`, which may take the participant away.
    pub(super) fn participant_change(
        &self,
        id: ParticipantId,
        alter: impl FnOnce(Participant) -> Option<Participant>,
    ) -> Option<Change> {
        let participants = &self.meeting()?.participants;
        let at = participants.iter().position(|participant| participant.id == id)?;
        let before = participants.get(at)?.clone();
        let after = alter(before.clone()).map(Box::new);
        Some(Change::Participant { at, before: Some(Box::new(before)), after })
    }

    /// Whether this is the route that is shown as chosen of somebody of whom nothing is noted yet: it makes no patient.
    pub(super) fn is_shown_of_nobody(&self, patient: PatientId, detail: &Detail) -> bool {
        let review = self.model.review(patient).filter(|review| review.is_blank());
        let shown = review.and_then(|review| pages::route_of(self.model, review));
        shown.is_some_and(|shown| *detail == Detail::Route(Some(shown.route.id.clone())))
    }

    /// The change of the small facts of a discussion by `alter`.
    pub(super) fn review_change(
        &self,
        patient: PatientId,
        alter: impl FnOnce(&mut ReviewDetails, Stamp),
    ) -> Option<Change> {
        let before = self.meeting()?.review(patient)?.details.clone();
        let mut after = before.clone();
        alter(&mut after, self.model.stamp());
        Some(Change::ReviewDetails { patient, before: Box::new(before), after: Box::new(after) })
    }

    /// The change of the details of the meeting by `alter`.
    pub(super) fn meeting_change(&self, alter: impl FnOnce(&mut MeetingDetails)) -> Option<Change> {
        let before = self.meeting()?.details.clone();
        let mut after = before.clone();
        alter(&mut after);
        Some(Change::MeetingDetails { before: Box::new(before), after: Box::new(after) })
    }

    /// The meeting that is open, to be looked at.
    pub(super) fn open(&self) -> Option<&OpenMeeting> {
        self.model.open.as_ref()
    }
}
