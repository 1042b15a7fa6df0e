//! Taking something out of the meeting, after a question where much would go, and saying what went or was finished.

use super::Turn;
use super::changes::Urgency;
use crate::app::page::{Detail, RowId, Screen};
use crate::checklist::Name;
use crate::meeting::{Change, Given, NonAnswer, PatientId, QuestionKey, Removal, Review};

impl Turn<'_> {
    /// Takes something out of the meeting; what takes much with it is asked on a screen of its own first.
    pub(super) fn remove(&mut self, removal: Removal) {
        let asked = *self.model.screen() == Screen::Removing(removal.clone());
        let heavy = self.model.record().is_some_and(|meeting| removal.losses(meeting).are_heavy());
        if heavy && !asked && self.model.may_change() {
            self.go_into(Screen::Removing(removal));
            return;
        }
        self.leave_field();
        // The row behind what goes, so that the focus stays in its place.
        let here = self.model.focused().map(|row| row.id);
        let page = self.model.page();
        let next =
            page.rows().skip_while(|row| Some(&row.id) != here.as_ref()).nth(1).map(|row| row.id.clone());
        let beside = self.agreement_beside(&removal);
        let changes = match &removal {
            Removal::Patient(patient) => self.without_patient(*patient).into_iter().collect(),
            Removal::Participant(id) => self.participant_change(*id, |_| None).into_iter().collect(),
            Removal::Agreement(patient, id) => {
                self.agreement_change(*patient, *id, |_| None).into_iter().collect()
            }
            Removal::Time(patient, group, number) => self.without_time(*patient, group, *number),
            Removal::Death(patient) => {
                self.detail(*patient, &Detail::Deceased(false));
                return;
            }
        };
        if !changes.is_empty() && self.record(changes, Urgency::Committed) {
            if let Removal::Patient(_) = removal {
                self.model.path.go(&Screen::Meeting);
            }
            self.drop_gone();
            // Behind an agreement that went one stays at the agreements, and never in a sheet where the next Enter writes.
            let rows = match &removal {
                Removal::Time(..) => vec![next],
                Removal::Agreement(..) => vec![beside, Some(RowId::fixed("agree"))],
                _ => Vec::new(),
            };
            let page = self.model.page();
            if let Some(row) = rows.into_iter().flatten().find(|row| page.row(row).is_some()) {
                self.enter(row);
            }
        }
    }

    /// The row of the agreement behind the one that is to go, or else before it.
    fn agreement_beside(&self, removal: &Removal) -> Option<RowId> {
        let Removal::Agreement(patient, id) = removal else { return None };
        let known = &self.model.review(*patient)?.agreements;
        let at = known.iter().position(|one| one.id == *id)?;
        let beside = known.get(at + 1).or_else(|| known.get(at.checked_sub(1)?))?;
        Some(RowId::of("agreement", beside.id))
    }

    /// The change that takes a patient off the agenda.
    fn without_patient(&self, patient: PatientId) -> Option<Change> {
        let reviews = &self.model.record()?.reviews;
        let at = reviews.iter().position(|review| review.patient == patient)?;
        Some(Change::Review {
            at,
            before: reviews.get(at).map(|review| Box::new(Review::clone(review))),
            after: None,
        })
    }

    /// The changes that take a time out of a repeating group, its answers with it.
    fn without_time(&mut self, patient: PatientId, group: &QuestionKey, number: u32) -> Vec<Change> {
        let Some(review) = self.model.review(patient) else { return Vec::new() };
        let inner: Vec<u32> = group.instance.iter().copied().chain([number]).collect();
        let names = self.names_within(group);
        let gone = review.answers.iter().filter(|(key, _)| {
            key.checklist == group.checklist && key.instance.starts_with(&inner) && names.contains(&key.item)
        });
        let mut changes: Vec<Change> = gone
            .map(|(key, answer)| Change::Answer {
                patient,
                question: key.clone(),
                before: Some(Box::new(answer.clone())),
                after: None,
            })
            .collect();
        // What stood from an earlier meeting is taken back, for otherwise it would go on standing out of sight.
        let standing = self.model.standing(patient).into_iter().flat_map(|standing| standing.answers.keys());
        let stood: Vec<QuestionKey> = standing
            .filter(|key| {
                key.checklist == group.checklist
                    && key.instance.starts_with(&inner)
                    && names.contains(&key.item)
            })
            .filter(|key| self.model.stands(key) && self.model.answered_earlier(patient, key).is_some())
            .cloned()
            .collect();
        for key in stood {
            changes.retain(|change| !matches!(change, Change::Answer { question, .. } if *question == key));
            changes.extend(self.answer_change(patient, &key, |answer| {
                answer.given = Some(Given::Not(NonAnswer::NoLonger));
                answer.note.clear();
            }));
        }
        let before = review.repeats.get(group).cloned();
        let after = review.times(group).iter().copied().filter(|time| *time != number).collect();
        changes.push(Change::Repeats { patient, group: group.clone(), before, after: Some(after) });
        let mut pinned = self.pin(&group.checklist);
        pinned.extend(changes);
        pinned
    }

    /// The names of all items within a repeating group.
    fn names_within(&self, group: &QuestionKey) -> Vec<Name> {
        let Some(checklist) = self.model.checklist(&group.checklist) else { return Vec::new() };
        let steps = checklist.steps();
        steps
            .iter()
            .filter(|step| step.groups.iter().any(|around| around.id == group.item))
            .map(|step| step.part.id().clone())
            .collect()
    }
}
