//! Taking back and making again, at the place where it happened.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use super::typing::is_taken_over;
use crate::app::model::{Entry, Model};
use crate::app::{is_masked, pages};
use crate::checklist::{Checklist, Level, Name, Part};
use crate::export::level_name;
use crate::meeting::{
    Agreement, AgreementText, AnswerText, Change, DoesNotFit, Identity, JudgementText, PatientId, Played,
    QuestionKey, ReviewText, SessionText, TextPlace,
};
use crate::text::{self, Cursor, TextEdit};
use crate::words::Language;

impl Turn<'_> {
    /// Takes back the last entry: goes to its place and shows what changed.
    pub(super) fn undo(&mut self) {
        self.travel(true);
    }

    /// Makes the last entry that was taken back again, at its place.
    pub(super) fn redo(&mut self) {
        self.travel(false);
    }

    fn travel(&mut self, back: bool) {
        let language = self.model.language();
        if !self.model.may_change() {
            return;
        }
        // What comes back belongs to the meeting that is open, and a group looks on.
        if pages::is_choosing(self.model) && !pages::within(self.model) {
            self.say(language.session_no_patients(), false);
            return;
        }
        if back && (self.regrets_ballot() || self.leave_what_was_looked_at()) {
            return;
        }
        let before = self.as_reopened();
        self.model.unseen().path.top_mut().stood = None;
        let Some(open) = &mut self.model.open else { return };
        let record = Arc::make_mut(&mut open.record);
        let done = if back { open.history.undo(record) } else { open.history.redo(record) };
        let entry = match done {
            Ok(Some(entry)) => entry.clone(),
            Ok(None) => {
                self.say(if back { language.nothing_to_undo() } else { language.nothing_to_redo() }, false);
                return;
            }
            Err(DoesNotFit) => {
                self.say(language.does_not_fit(), true);
                return;
            }
        };
        self.note_amended(before);
        // What comes back may be a number that was left out, or was never judged.
        self.model.unseen().unjudged = match entry.changes.last() {
            Some(Change::Text { place, edit, .. }) => {
                let came = if back { &edit.removed } else { &edit.inserted };
                Some((place.clone(), edit.at + came.len()))
            }
            _ => None,
        };
        self.changed(Urgency::Committed);
        self.show(&entry, back);
        let votes = entry.row.as_ref().is_some_and(|row| row.as_str().starts_with("vote:"));
        if is_masked(self.model) && !votes {
            // Where the focus comes would tell what somebody chose.
            self.model.set_focus(None);
        }
        let what = describe(self.model, &entry, back);
        self.say(if back { language.undone(&what) } else { language.redone(&what) }, false);
    }

    /// Leaves an agreement of earlier that was opened and only looked at, as by Esc: nobody did anything there that can be undone.
    fn leave_what_was_looked_at(&mut self) -> bool {
        let screens = self.model.path.from_the_top().map(|frame| &frame.screen);
        let Some(looked) = screens.into_iter().find(|screen| self.only_took(screen)).cloned() else {
            return false;
        };
        self.model.path.go(&looked);
        self.rewind(1) && self.model.path.back()
    }

    /// Goes to where the entry happened, as far as that place still exists.
    fn show(&mut self, entry: &Entry, back: bool) {
        self.model.path.go(&entry.screen);
        self.drop_gone();
        if let Some(row) = &entry.row
            && *self.model.screen() == entry.screen
        {
            self.enter(row.clone());
        }
        if let Some(Change::Text { place, edit, .. }) = entry.changes.last() {
            let applied = if back { edit.inverse() } else { edit.clone() };
            let cursor = Cursor::after(&applied);
            let text = self.model.record().and_then(|record| place.text(record)).unwrap_or_default();
            // Another day or number takes its place as well as that of the one that went.
            match is_taken_over(place, text) && cursor == Cursor::at(text.len()) {
                true => self.model.arrive(cursor.position()),
                false => self.model.set_cursor(cursor),
            }
            self.reveal();
        }
    }

    /// Takes screens off the path that show what is no longer in the record.
    pub(super) fn drop_gone(&mut self) {
        let record = self.model.open.as_ref().map(|open| open.record.clone());
        self.model.path.drop_gone(|screen| {
            let Some(record) = &record else { return screen.is_of_meeting() };
            let patient_gone = screen.patient().is_some_and(|patient| record.review(patient).is_none());
            let own_gone = match screen {
                crate::app::page::Screen::Participant(id) => record.participant(*id).is_none(),
                crate::app::page::Screen::Removing(removal) => !removal.is_there(record),
                // What was asked there is answered.
                crate::app::page::Screen::OnePerson(patient, other) => record
                    .review(*patient)
                    .is_some_and(|review| review.details.same_as == Some(Identity::SameAs(*other))),
                crate::app::page::Screen::Agreement(patient, id) => record
                    .review(*patient)
                    .is_none_or(|review| review.agreements.iter().all(|agreement| agreement.id != *id)),
                _ => false,
            };
            patient_gone || own_gone
        });
    }
}

/// What an entry changed, in a few words: by the name of what it is, and of whom.
fn describe(model: &Model, entry: &Entry, back: bool) -> String {
    let language = model.language();
    let pins = |change: &&Change| matches!(change, Change::Definition { .. } | Change::Route { .. });
    let taken_over = |change: &Change| match change {
        Change::Definition { before, .. } | Change::Route { before, .. } => before.is_some(),
        _ => false,
    };
    let Some(change) = entry.changes.iter().find(|change| !pins(change)) else {
        return language.changed_definition().to_owned();
    };
    if entry.changes.iter().any(taken_over) {
        return language.changed_definition().to_owned();
    }
    let what = match change {
        // Of hands that are counted the number is for nobody yet.
        Change::Text { place: place @ TextPlace::Session(SessionText::Count(..)), .. } => {
            of_place(model, place)
        }
        Change::Text { place, edit, .. } => {
            return described_text(model, &of_place(model, place), edit, back);
        }
        Change::Answer { patient, question, .. } => of_answer(model, *patient, question),
        Change::Repeats { patient, group, .. } => of_answer(model, *patient, group),
        Change::Judgement { patient, checklist, .. } => of_judgement(model, *patient, checklist),
        Change::Agreement { patient, before, after, .. } => {
            let agreement = before.as_deref().or(after.as_deref());
            let what = agreement.map(|agreement| agreement.what.as_str()).unwrap_or_default();
            let named = of_agreement(model, *patient, what);
            let ended = |known: &Option<Box<Agreement>>| {
                known.as_ref().map(|known| known.ended.map(|ended| ended.done))
            };
            match (ended(before), ended(after)) {
                (Some(was), Some(is)) if was != is => language.changed_ending(&named, is),
                _ => named,
            }
        }
        Change::ReviewDetails { patient, before, after } => {
            let whose = whose(model, *patient);
            if before.finished != after.finished {
                language.changed_discussed(&whose)
            } else if (before.deceased, before.alive) != (after.deceased, after.alive) {
                language.changed_deceased(&whose)
            } else if before.postponed != after.postponed {
                language.changed_postponed(&whose)
            } else if (before.same_as, &before.apart_from) != (after.same_as, &after.apart_from) {
                language.changed_identity(&whose)
            } else {
                language.of_patient(language.changed_patient(), &whose)
            }
        }
        Change::Review { before, after, .. } => {
            let review = before.as_deref().or(after.as_deref());
            let named = review.map(|review| pages::named::called(model, review)).unwrap_or_default();
            let between = model.record().is_some_and(|meeting| meeting.details.is_between());
            language.changed_on_agenda(&named, after.is_none(), between)
        }
        Change::ReviewMoved { .. } => language.changed_agenda().to_owned(),
        Change::Participant { before, after, .. } => {
            let known = before.as_deref().or(after.as_deref());
            let name = known.map(|known| known.name.trim()).unwrap_or_default();
            language.changed_named(language.changed_participant(), name)
        }
        Change::MeetingDetails { .. } | Change::Amendment { .. } => language.changed_meeting().to_owned(),
        Change::Played { scene, before, after } => {
            let (what, second) = of_played(language, before.as_deref(), after.as_deref());
            of_scene(model, what, scene, second)
        }
        Change::Definition { .. } | Change::Route { .. } => language.changed_definition().to_owned(),
    };
    // What goes with it is of the same kind: the other patients of a proposal, the other answers that still hold.
    let alike = |other: &&Change| std::mem::discriminant(*other) == std::mem::discriminant(change);
    match entry.changes.iter().filter(alike).count() {
        0 | 1 => what,
        all => language.and_others(&what, all - 1),
    }
}

/// What is shown of a text that somebody typed: as much as the window has room for beside the words around it.
fn shown(model: &Model, text: &str) -> String {
    let room = usize::from(model.size.width).saturating_sub(56).clamp(24, 60);
    text::truncate(text.trim(), room, model.settings.marks.signs().ellipsis).replace('\n', " ")
}

/// Who it is about; empty where the record does not know.
fn whose(model: &Model, patient: PatientId) -> String {
    // The one in a case has no name of its own.
    let record = model.record().filter(|record| record.session.is_none());
    let review = record.and_then(|record| record.review(patient));
    review.map(|review| pages::named::called(model, review)).unwrap_or_default()
}

fn of_answer(model: &Model, patient: PatientId, question: &QuestionKey) -> String {
    let language = model.language();
    let checklist = model.checklist(&question.checklist);
    let steps = checklist.map(Checklist::steps).unwrap_or_default();
    let label = steps.iter().find_map(|step| match step.part {
        Part::Item(item) if item.id == question.item => Some(item.called()),
        _ => None,
    });
    let label = label.map(|label| shown(model, label.get(language))).unwrap_or_default();
    language.of_patient(&language.changed_answer_to(&label), &whose(model, patient))
}

fn of_judgement(model: &Model, patient: PatientId, checklist: &Name) -> String {
    let language = model.language();
    let title = model.checklist(checklist).map(|known| known.title.get(language)).unwrap_or_default();
    language.of_patient(&language.changed_named(language.changed_judgement(), title), &whose(model, patient))
}

fn of_agreement(model: &Model, patient: PatientId, what: &str) -> String {
    let language = model.language();
    let named = language.changed_named(language.changed_agreement(), &shown(model, what));
    language.of_patient(&named, &whose(model, patient))
}

/// What changed in a scene, and in which round; of a vote not which one.
fn of_played(
    language: Language,
    before: Option<&Played>,
    after: Option<&Played>,
) -> (&'static str, Option<bool>) {
    let none = Played::default();
    let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
    if before.ended != after.ended {
        return (language.changed_ended(), None);
    }
    if before.is_untold() && !after.is_untold() {
        let is_kept =
            before.first.counts == after.first.counts && before.second.counts == after.second.counts;
        // The other round may have been in sight before.
        let mut rounds = before.rounds().into_iter().zip(after.rounds());
        let in_sight = rounds.any(|(before, after)| before.is_untold() && after.is_in_sight());
        if !is_kept {
            return (language.changed_forgotten(), None);
        } else if !in_sight {
            return (language.changed_kept(), None);
        }
    }
    // Whoever shows the second round shows the first beside it.
    let is_other = |second: &bool| {
        let [before, after] = [before, after].map(|played| played.round(*second).is_in_sight());
        before != after
    };
    if let Some(second) = [true, false].into_iter().find(is_other) {
        let in_sight = after.round(second).is_in_sight();
        let what = if in_sight { language.changed_spread_shown() } else { language.changed_spread_hidden() };
        return (what, Some(second));
    }
    for second in [false, true] {
        let (before, after) = (before.round(second), after.round(second));
        let what = if before.counts != after.counts {
            language.changed_vote()
        } else if before.masked != after.masked {
            if after.masked { language.changed_mask_on() } else { language.changed_mask_off() }
        } else if before.complete != after.complete {
            language.changed_one_more()
        } else {
            continue;
        };
        return (what, Some(second));
    }
    let what =
        if before.apart == after.apart { language.changed_criteria() } else { language.changed_apart() };
    (what, None)
}

/// What changed in a scene, with the number by which the group knows it.
fn of_scene(model: &Model, what: &str, scene: &Name, second: Option<bool>) -> String {
    let case = model.open.as_ref().and_then(|open| open.case());
    let number = case.and_then(|case| case.scenes.iter().position(|known| known.id == *scene));
    number.map_or_else(|| what.to_owned(), |number| model.language().of_scene(what, number + 1, second))
}

/// Which text it is, and of whom.
fn of_place(model: &Model, place: &TextPlace) -> String {
    let language = model.language();
    match place {
        TextPlace::Answer(patient, question, which) => {
            let of = of_answer(model, *patient, question);
            if *which == AnswerText::Note { language.changed_part(language.item_note(), &of) } else { of }
        }
        TextPlace::Judgement(patient, checklist, which) => {
            let part = match which {
                JudgementText::Reason | JudgementText::WithdrawnReason => language.judgement_reason(),
                JudgementText::Dissent => language.judgement_dissent(),
            };
            language.changed_part(part, &of_judgement(model, *patient, checklist))
        }
        TextPlace::Agreement(patient, id, which) => {
            let agreements = model.review(*patient).map(|review| review.agreements.as_slice());
            let known = agreements.unwrap_or_default().iter().find(|known| known.id == *id);
            // Of what was agreed itself the words follow.
            let what = known.filter(|_| *which != AgreementText::What).map(|known| known.what.as_str());
            of_agreement(model, *patient, what.unwrap_or_default())
        }
        TextPlace::Participant(id, _) => {
            let known = model.record().and_then(|record| record.participant(*id));
            let name = known.map(|known| known.name.trim()).unwrap_or_default();
            language.changed_named(language.changed_participant(), name)
        }
        TextPlace::Session(which) => {
            let (what, place) = match which {
                SessionText::People(of) => {
                    let of = match of {
                        Level::Mixed => language.session_others(),
                        of => level_name(*of, language),
                    };
                    return format!("{}: {of}", language.session_people().to_lowercase());
                }
                SessionText::Names => (language.session_names(), None),
                SessionText::PassedOn => (language.session_passed_on(), None),
                SessionText::Count(scene, second, _) => {
                    (language.session_votes_counted(), Some((scene, Some(*second))))
                }
                SessionText::Decision(scene) => (language.session_decision(), Some((scene, None))),
                SessionText::Reason(scene) => (language.session_reason(), Some((scene, None))),
                SessionText::Dissent(scene) => (language.session_dissent(), Some((scene, None))),
            };
            let what = what.to_lowercase();
            match place {
                Some((scene, second)) => of_scene(model, &what, scene, second),
                None => what,
            }
        }
        TextPlace::Meeting(_) => language.changed_meeting().to_owned(),
        TextPlace::Review(patient, which) => {
            let field = match which {
                ReviewText::Label => language.profile_label(),
                ReviewText::Born => language.profile_born(),
                ReviewText::Question => language.patient_question(),
                ReviewText::OwnWords => language.patient_own_words(),
                ReviewText::Notes => language.patient_notes(),
                ReviewText::NextReview => language.patient_next_review(),
            };
            language.of_patient(&field.to_lowercase(), &whose(model, *patient))
        }
    }
}

fn described_text(model: &Model, field: &str, edit: &TextEdit, back: bool) -> String {
    let language = model.language();
    let (gone, come) = if back { (&edit.inserted, &edit.removed) } else { (&edit.removed, &edit.inserted) };
    if come.trim().is_empty() && gone.trim().is_empty() {
        // Between quotes nothing of it would be seen.
        format!("{field}, {}", language.blank_changed(gone.contains('\n') || come.contains('\n')))
    } else if come.trim().is_empty() {
        format!("{field}, {}", language.text_taken_out(&shown(model, gone)))
    } else {
        format!("{field}, {}", language.text_put_back(&shown(model, come)))
    }
}
