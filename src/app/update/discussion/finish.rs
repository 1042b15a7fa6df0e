//! Being done with a patient, whose agreements are confirmed.

use crate::app::page::{RowId, Screen};
use crate::app::pages;
use crate::app::update::Turn;
use crate::app::update::changes::Urgency;
use crate::meeting::{Agreement, AgreementId, Change, Judgement, PatientId, Review, Shared, Stamp};

impl Turn<'_> {
    /// Being done with the patient on the screen, by key.
    pub(in crate::app::update) fn finish_here(&mut self) {
        if let Some(patient) = self.model.screen().patient() {
            self.finish(patient, true);
        }
    }

    /// Being done with a patient: what was agreed is confirmed first, where there is something; where the team judged today and
    /// agreed nothing, that is asked.
    ///
    /// Where nothing was agreed, it is asked too of whoever came to the row by Enter alone: `is_meant` says that somebody went there.
    pub(in crate::app::update) fn finish(&mut self, patient: PatientId, is_meant: bool) {
        // Who was only just added goes, as by Esc; at a discussion everybody stays.
        let at_profile = matches!(self.model.screen(), Screen::Profile(_));
        self.leave_screen((!at_profile).then_some(patient));
        self.drop_gone();
        if self.model.record().is_none_or(|meeting| meeting.details.is_between())
            || self.model.review(patient).is_none_or(|review| review.details.finished.is_some())
        {
            return;
        }
        let judged = self
            .model
            .review(patient)
            .is_some_and(|review| review.judgements.values().any(Judgement::is_of_today));
        if self.open_agreements(patient).is_empty()
            && !self.has_agreements_beside(patient)
            && !judged
            && is_meant
        {
            self.confirm(patient);
        } else {
            self.go_into(Screen::Confirm(patient));
        }
    }

    /// Records that all open agreements were confirmed and the patient was discussed, as one entry of the history.
    pub(in crate::app::update) fn confirm(&mut self, patient: PatientId) {
        let stamp = self.model.stamp();
        let finished = self.review_change(patient, |details, stamp| details.finished = Some(stamp));
        // Of what was done or dropped since it came along, nothing is agreed anew.
        let ended = self.ended_since(patient);
        let confirmed: Vec<Change> = self
            .open_agreements(patient)
            .into_iter()
            .filter(|id| !ended.contains(id))
            .filter_map(|id| {
                self.agreement_change(patient, id, |mut agreement| {
                    agreement.confirmed = Some(stamp);
                    Some(agreement)
                })
            })
            .collect();
        let beside = self.confirmed_beside(patient, stamp);
        let changes = finished.into_iter().chain(confirmed).chain(beside).collect();
        if self.record(changes, Urgency::Committed) {
            self.go_to_next_patient(patient);
        }
    }

    /// Agrees the same about another patient: who, what and when, as an agreement of its own.
    pub(in crate::app::update) fn copy_agreement(
        &mut self,
        patient: PatientId,
        id: AgreementId,
        other: PatientId,
    ) {
        let agreements = self.model.review(patient).map(|review| review.agreements.as_slice());
        let known = agreements.unwrap_or_default().iter().find(|agreement| agreement.id == id).cloned();
        let place = self.model.review(other).map(|review| (review.agreements.len(), review.clone()));
        let (Some(known), Some((at, review))) = (known, place) else { return };
        let Some(new) = self.take_id().map(AgreementId) else { return };
        let copied = Agreement {
            what: known.what,
            due: known.due,
            owner: known.owner,
            outside_name: known.outside_name,
            told_by: known.told_by,
            ..Agreement::new(new, self.model.stamp())
        };
        let change = Change::Agreement { patient: other, at, before: None, after: Some(Box::new(copied)) };
        if self.commit(Some(change)) {
            let language = self.model.language();
            self.model.path.back();
            self.say(language.agreement_copied(&pages::named::called(self.model, &review)), false);
        }
    }

    /// What was read aloud of earlier meetings comes along with the rest, confirmed.
    fn confirmed_beside(&self, patient: PatientId, stamp: Stamp) -> Vec<Change> {
        let known = self.model.register().and_then(|register| register.patient(patient));
        let (Some(known), Some(record)) = (known, self.model.record()) else { return Vec::new() };
        let Some(review) = record.review(patient) else { return Vec::new() };
        let beside = known.agreements_beside(record).into_iter().zip(review.agreements.len()..);
        beside
            .map(|(open, at)| {
                let after = Agreement { confirmed: Some(stamp), ..open.within(record) };
                Change::Agreement { patient, at, before: None, after: Some(Box::new(after)) }
            })
            .collect()
    }

    /// Whether agreements of earlier meetings are open that did not come along into this one.
    fn has_agreements_beside(&self, patient: PatientId) -> bool {
        let known = self.model.register().and_then(|register| register.patient(patient));
        known
            .zip(self.model.record())
            .is_some_and(|(known, record)| !known.agreements_beside(record).is_empty())
    }

    /// The agreements that came along, that nobody touched here, and that ended elsewhere meanwhile.
    fn ended_since(&self, patient: PatientId) -> Vec<AgreementId> {
        let (Some(register), Some(review)) = (self.model.register(), self.model.review(patient)) else {
            return Vec::new();
        };
        let ended = review.agreements.iter().filter(|agreement| {
            review.only_came_along(agreement) && register.holding(Some(patient), agreement) == Some(false)
        });
        ended.map(|agreement| agreement.id).collect()
    }

    fn open_agreements(&self, patient: PatientId) -> Vec<AgreementId> {
        let agreements = self.model.review(patient).map(|review| review.agreements.as_slice());
        let open = agreements.unwrap_or_default().iter().filter(|agreement| agreement.is_open());
        open.map(|agreement| agreement.id).collect()
    }

    /// To the agenda, at who comes after this patient; after the last one, at the end of the meeting.
    fn go_to_next_patient(&mut self, patient: PatientId) {
        self.model.path.go(&Screen::Meeting);
        let reviews = self.model.record().map(|record| record.reviews.as_slice()).unwrap_or_default();
        let at = reviews.iter().position(|review| review.patient == patient).unwrap_or(0);
        let (before, after) = reviews.split_at(at);
        let waits = |review: &&Shared<Review>| review.details.finished.is_none() && !review.details.postponed;
        let next = after.iter().chain(before).find(waits).map(|review| review.patient);
        self.enter(match next {
            Some(next) => RowId::of("patient", next),
            None => RowId::fixed("ending"),
        });
    }
}
