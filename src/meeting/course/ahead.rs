//! What meetings of days to come say already of a person: it does not count until then, but for agreements that were gone through beforehand.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agreed::Statements;
use super::entries::Course;
use crate::meeting::index::digest::MeetingDigest;
use crate::meeting::index::open_agreement::{OpenAgreement, Says};
use crate::meeting::record::id::{AgreementId, PatientId};
use crate::meeting::record::latest::When;
use crate::meeting::record::meeting::MeetingKind;
use crate::meeting::record::untouched::Voice;

/// What meetings after a day say already.
#[derive(Debug, Clone)]
pub struct Ahead {
    today: NaiveDate,
    /// The meetings in which something was recorded, and of whom.
    recorded: Vec<(NaiveDate, Vec<PatientId>)>,
    agreed: Vec<AgreedAhead>,
}

/// What is said of an agreement of a patient.
#[derive(Debug, Clone)]
struct AgreedAhead {
    patient: PatientId,
    id: AgreementId,
    when: When,
    says: Says,
    voice: Voice,
    /// By when it is to be done now; `None` where it ended.
    due: Option<String>,
}

impl Ahead {
    /// What meetings after this day say, of which nothing was read yet.
    pub fn new(today: NaiveDate) -> Self {
        Self { today, recorded: Vec::new(), agreed: Vec::new() }
    }

    /// Takes what a meeting says, in whatever order they come; one of a day that was is passed by.
    pub fn take(&mut self, digest: &MeetingDigest) {
        if digest.date <= self.today || digest.kind == MeetingKind::Education {
            return;
        }
        self.recorded.push((digest.date, digest.recorded()));
        for review in &digest.reviews {
            for (id, said) in &review.agreements {
                // What was recorded by now is so by now, whatever day the meeting has.
                let touched = review.touched.max(said.touched());
                let Some(touched) = touched.filter(|touched| touched.date() <= self.today) else { continue };
                if said.open().is_none_or(|open| open.agreement.from.is_some()) {
                    let when = When { day: touched.date(), touched: Some(touched), meeting: digest.id };
                    let due = said.open().map(|open| open.agreement.due.clone());
                    let (patient, says, voice) = (review.patient, said.says(), review.voice(*id));
                    self.agreed.push(AgreedAhead { patient, id: *id, when, says, voice, due });
                }
            }
        }
    }

    /// The days of a person under any of these identities, in their order.
    fn days(&self, person: &[PatientId]) -> Vec<NaiveDate> {
        let is_of = |patients: &[PatientId]| patients.iter().any(|one| person.contains(one));
        let mut days: Vec<NaiveDate> =
            self.recorded.iter().filter(|(_, of)| is_of(of)).map(|(day, _)| *day).collect();
        days.sort_unstable();
        days
    }

    /// What of a person was said last here, and not in any meeting that was: what only came along is no word of its own.
    fn agreed(&self, course: &Course, person: &[PatientId]) -> BTreeMap<AgreementId, Option<String>> {
        let mut said = Statements::default();
        for (meeting, review) in course.discussions() {
            for agreement in &review.agreements {
                let says = OpenAgreement::of(meeting, agreement).says();
                said.take(agreement.id, meeting.when(), says, review.voice(agreement), None);
            }
        }
        for one in self.agreed.iter().filter(|one| person.contains(&one.patient)) {
            said.take(one.id, one.when, one.says, one.voice, Some(&one.due));
        }
        said.last().into_iter().filter_map(|(id, _, ahead)| Some((id, ahead?.clone()))).collect()
    }
}

impl Course {
    /// Notes what meetings of days to come say of the person, known by these identities.
    #[must_use]
    pub fn with_ahead(self, ahead: &Ahead, person: &[PatientId]) -> Self {
        Self { ahead: ahead.days(person), agreed_ahead: ahead.agreed(&self, person), ..self }
    }
}
