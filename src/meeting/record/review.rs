//! The discussion of one patient in one meeting.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::agreement::Agreement;
use super::answer::{Answer, QuestionKey};
use super::came_along::CameAlong;
use super::id::{AgreementId, ParticipantId, PatientId};
use super::identity::Identity;
use super::shared::Shared;
use super::stamp::Stamp;
use crate::checklist::Name;

/// The options that say to come back to it later, of shipped judgements that were recorded before definitions told.
const PUT_OFF: [(&str, &str); 2] = [("markering", "later"), ("stervensfase", "onduidelijk")];

/// Whether an option of a judgement says to come back to it later, where the record does not tell.
fn puts_off(checklist: &Name, choice: &Name) -> bool {
    PUT_OFF.iter().any(|(known, later)| checklist.as_str() == *known && choice.as_str() == *later)
}

/// The checklist for looking back on who has died.
pub const LOOKING_BACK: &str = "nabespreking";

/// The discussion of one patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The patient, the same in every meeting.
    pub patient: PatientId,
    /// The label that the team chose: initials, no more than a year of birth.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Year of birth as typed, where the team wants it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub born: String,
    /// The question of who brings the case.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// Who this person is and what matters now, in the person's own words where known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub own_words: String,
    /// Running notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// When to discuss again, as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next_review: String,
    /// The small facts around the discussion.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub details: ReviewDetails,
    /// Answers by question; empty is absent. A letter of the notes copies none of them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: Shared<BTreeMap<QuestionKey, Answer>>,
    /// The times of each repeating group, in the order on the screen; absent: the one time `1`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub repeats: BTreeMap<QuestionKey, Vec<u32>>,
    /// The team's judgement per checklist.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub judgements: BTreeMap<Name, Judgement>,
    /// Agreements in the order in which they were made.
    #[serde(default, rename = "agreement", skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
}

impl Review {
    /// The discussion of a patient of whom nothing is recorded yet.
    pub fn new(patient: PatientId) -> Self {
        Self {
            patient,
            label: String::new(),
            born: String::new(),
            question: String::new(),
            own_words: String::new(),
            notes: String::new(),
            next_review: String::new(),
            details: ReviewDetails::default(),
            answers: Shared::default(),
            repeats: BTreeMap::new(),
            judgements: BTreeMap::new(),
            agreements: Vec::new(),
        }
    }

    /// Whether something was recorded in a checklist for this patient.
    pub fn has_begun(&self, checklist: &Name) -> bool {
        self.judgements.contains_key(checklist) || self.answers.keys().any(|key| key.checklist == *checklist)
    }

    /// Whether nobody has typed or chosen anything for this patient.
    pub fn is_blank(&self) -> bool {
        *self == Self::new(self.patient)
    }

    /// Whether everything that is empty is absent, as it is in every record.
    pub fn is_settled(&self) -> bool {
        !self.answers.values().any(Answer::is_hollow) && !self.judgements.values().any(Judgement::is_empty)
    }

    /// Whether the patient is said to have died, or (false) not to have died after all; nothing where neither was said here, also
    /// where it only came along that the patient died.
    pub fn says_deceased(&self) -> Option<bool> {
        let came_along = || self.details.came_along.as_ref().is_some_and(|came| came.deceased);
        match (self.details.deceased, self.details.alive) {
            (true, _) => (!came_along()).then_some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }

    /// Whether a checklist asks of a death that is taken back in this discussion, so that nothing of it holds.
    pub fn takes_back(&self, checklist: &Name) -> bool {
        checklist.as_str() == LOOKING_BACK && self.says_deceased() == Some(false)
    }

    /// Whether the team spoke of the patient: who was only put on the agenda, or put off, was not discussed.
    pub fn was_discussed(&self) -> bool {
        let details = &self.details;
        let recorded = !self.notes.trim().is_empty()
            || !self.answers.is_empty()
            || !self.judgements.is_empty()
            || self.agreements.iter().any(|agreement| agreement.from.is_none());
        !details.postponed && (details.finished.is_some() || recorded)
    }

    /// The agreements that were made in this discussion; the others came along from earlier ones.
    pub fn made(&self) -> impl Iterator<Item = AgreementId> {
        self.agreements.iter().filter(|agreement| agreement.from.is_none()).map(|agreement| agreement.id)
    }

    /// Whether the patient is not on the agenda: only an agreement of an earlier meeting was dealt with.
    pub fn is_aside(&self) -> bool {
        self.details.agreements_only && !self.was_discussed()
    }

    /// The latest moment at which something was recorded here.
    pub fn touched(&self) -> Option<NaiveDateTime> {
        let answers = self.answers.values().map(|answer| answer.recorded);
        let judgements =
            self.judgements.values().flat_map(|known| [known.recorded, known.withdrawn]).flatten();
        // Of an agreement that came along, nothing was recorded here but its end.
        let agreements = self.agreements.iter().flat_map(|agreement| {
            let own = [Some(agreement.recorded), agreement.confirmed]
                .map(|at| at.filter(|_| agreement.from.is_none()));
            own.into_iter().chain([agreement.ended.map(|ended| ended.recorded)])
        });
        let details =
            [self.details.finished, self.details.taken_over, self.details.noted].into_iter().flatten();
        answers.chain(judgements).chain(agreements.flatten()).chain(details).map(|stamp| stamp.at).max()
    }

    /// The answers to a question, of everybody who answered it.
    pub fn answers_to(&self, question: &QuestionKey) -> impl Iterator<Item = (&QuestionKey, &Answer)> {
        let first = QuestionKey { by: None, ..question.clone() };
        self.answers.range(first.clone()..).take_while(move |(key, _)| key.asks_the_same(&first))
    }

    /// The times of a repeating group, in their order.
    pub fn times(&self, group: &QuestionKey) -> &[u32] {
        self.repeats.get(group).map_or(&[1], Vec::as_slice)
    }
}

/// The small facts around a discussion, changed as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewDetails {
    /// Who brings the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brought_by: Option<ParticipantId>,
    /// Whether the patient knows of the discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informed: Option<PatientInformed>,
    /// The route chosen for this patient; absent: the default of the kind of meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Name>,
    /// Moved to a later meeting.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub postponed: bool,
    /// When the discussion was finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<Stamp>,
    /// Not on the agenda: only an agreement of an earlier meeting was dealt with.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub agreements_only: bool,
    /// The patient has died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub deceased: bool,
    /// It was corrected that the patient had died.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub alive: bool,
    /// When what was agreed was taken over into the patient's record, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_over: Option<Stamp>,
    /// The day of the earlier meeting in which the person's own words were written, where they came along from there unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_words_on: Option<NaiveDate>,
    /// What came along from earlier meetings when the patient was put on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_along: Option<Box<CameAlong>>,
    /// When it was last said that the patient died, or lives, or who the patient is, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted: Option<Stamp>,
    /// Whether this is the same person as another patient of the notebook; absent: nothing is said of that here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<Identity>,
    /// Other patients of the notebook that turn out to be persons of their own: that they were this one is taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart_from: Vec<PatientId>,
}

/// Whether the patient knows that the team discusses the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PatientInformed {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Discussed without anything that leads to the person.
    Anonymous,
}

impl PatientInformed {
    /// Every state, in the order in which the screen offers them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Anonymous];

    /// The name by which records know the state.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Anonymous => "anonymous",
        }
    }
}

/// The judgement of the team on one checklist; people decide, the program only records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Code of the option that the team chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Name>,
    /// Whether that option leaves it open, as its definition says.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub leaves_open: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// A dissenting argument; a name only on request.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dissent: String,
    /// Who took part in the judgement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub involved: Vec<ParticipantId>,
    /// Indications that were on the screen when the team decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indications: Vec<Name>,
    /// Who recorded the choice, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Stamp>,
    /// The day of the earlier meeting in which it was judged, where it is only withdrawn here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged_on: Option<NaiveDate>,
    /// When a judgement was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Stamp>,
    /// Why it was withdrawn.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub withdrawn_reason: String,
}

impl Judgement {
    /// Whether something was judged or withdrawn: what says neither changes nothing that stands.
    pub fn says(&self) -> bool {
        self.withdrawn.is_some() || self.choice.is_some()
    }

    /// Whether the team only put the judgement off: that decides nothing, and what stood before stands.
    pub fn is_put_off(&self, checklist: &Name) -> bool {
        let choice = self.choice.as_ref().filter(|_| self.withdrawn.is_none());
        choice.is_some_and(|choice| self.leaves_open || puts_off(checklist, choice))
    }

    /// Whether it was judged in the meeting itself, and holds.
    pub fn is_of_today(&self) -> bool {
        self.choice.is_some() && self.withdrawn.is_none() && self.judged_on.is_none()
    }

    /// Whether nothing is said, so that the judgement should not exist.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
