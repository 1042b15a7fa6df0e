//! What mirror information is counted from: of each patient a few truths, of each meeting its day and what the group noted.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::checklist::{Looks, Name};
use crate::meeting::register::state::MARKING;
use crate::meeting::{
    Answer, Caveats, Course, Given, KnownPatient, MeetingId, PatientId, QuestionKey, Stood, typed,
};
use crate::text::same::{alike, folded};

/// What is counted, of every group and of all time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MirrorSource {
    /// The meetings in which patients are discussed, in any order.
    pub meetings: Vec<MirrorMeeting>,
    /// The patients, each once.
    pub patients: Vec<MirrorPatient>,
    /// How many patients are left out, for they are invented in a notebook that is for others.
    #[serde(default)]
    pub invented: usize,
    /// What the groups that count are called now, by each name that they had, in the form in which names are compared.
    #[serde(default)]
    pub formerly: BTreeMap<String, String>,
    /// The groups that met about invented patients alone, in the same form, where those are left out.
    #[serde(default)]
    pub of_invented: Vec<String>,
    /// What does not count in it.
    #[serde(default)]
    pub caveats: Caveats,
}

impl MirrorSource {
    /// The groups that met, each by the name that it had last.
    pub fn groups(&self) -> Vec<&str> {
        groups(self.meetings.iter())
    }

    /// The group that is called so, or was; or the only one that is called much like it.
    pub fn group(&self, name: &str) -> Option<&str> {
        let wanted = folded(name);
        let groups = self.groups();
        let called = |wanted: &str| groups.iter().copied().find(|known| folded(known) == wanted);
        let now = called(&wanted).or_else(|| called(&folded(self.formerly.get(&wanted)?)));
        now.or_else(|| alike(groups.iter().copied(), name))
    }
}

/// The groups of some meetings, each by the name that it had last; meetings without a group have none.
pub(super) fn groups<'m>(meetings: impl Iterator<Item = &'m MirrorMeeting>) -> Vec<&'m str> {
    let mut meetings: Vec<&MirrorMeeting> = meetings.collect();
    meetings.sort_by_key(|meeting| (meeting.date, meeting.id));
    let named = meetings.into_iter().map(|meeting| (folded(&meeting.group), meeting.group.trim()));
    let named: BTreeMap<String, &str> = named.filter(|(folded, _)| !folded.is_empty()).collect();
    named.into_values().collect()
}

/// A meeting, as far as it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MirrorMeeting {
    /// Identity.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// Nobody knows which day it was: the day is the one on which its record was made.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub day_unknown: bool,
    /// The name of the group.
    pub group: String,
    /// What the group noted as bottlenecks.
    pub bottlenecks: String,
    /// What the group noted as learning needs.
    pub learning_needs: String,
}

/// A patient, as far as it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MirrorPatient {
    /// Identity, for the access log.
    pub patient: PatientId,
    /// The meetings that discussed the patient.
    pub discussed: Vec<MeetingId>,
    /// What is counted.
    pub counted: Counted,
}

/// What is counted of one patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counted {
    /// The palliative phase is marked.
    pub marked: bool,
    /// There is a plan.
    pub plan: bool,
    /// A central care provider is known.
    pub central: bool,
    /// A preferred place of death was noted.
    pub place: bool,
    /// A specialised team was asked or is involved.
    pub consulted: bool,
    /// The patient died.
    pub died: bool,
    /// The team looked back.
    pub looked_back: bool,
    /// When the patient died, the preferred place was known.
    pub place_known: bool,
    /// That place was reached.
    pub place_reached: bool,
    /// Days from marking to death; nothing where that day is in doubt.
    pub days: Option<i64>,
}

impl MirrorPatient {
    /// What counts of a patient; nothing of whoever was never discussed.
    pub fn of(known: &KnownPatient, course: &Course, today: NaiveDate) -> Option<Self> {
        let discussed = course.discussions().filter(|(_, review)| review.was_discussed());
        let discussed: Vec<MeetingId> = discussed.map(|(entry, _)| entry.id).collect();
        let counts = !discussed.is_empty();
        counts.then(|| Self { patient: known.patient, discussed, counted: counted(known, course, today) })
    }
}

fn counted(known: &KnownPatient, course: &Course, today: NaiveDate) -> Counted {
    let standing = course.standing();
    let answer = |checklist: &str, item: &str| -> Option<&Stood<Answer>> {
        standing.answers.get(&QuestionKey::new(&Name::new(checklist), &Name::new(item)))
    };
    let chosen = |checklist: &str, item: &str| match answer(checklist, item)?.value.given.as_ref()? {
        Given::Choice(code) => Some(code.as_str()),
        _ => None,
    };
    let marked = known.judged_on(MARKING.0).filter(|(_, choice)| choice.as_str() == MARKING.1);
    let died_on = answer("nabespreking", "overleden-op").and_then(|stood| match &stood.value.given {
        Some(Given::Date(text)) => typed::date(text, stood.value.counted_from(stood.date), Looks::Back),
        _ => None,
    });
    // What the plan says is known, whether or not it was said once more after the death.
    let preferred = chosen("nabespreking", "gewenste-plaats").or_else(|| chosen("pzp", "gewenste-plaats"));
    let preferred = preferred.filter(|code| *code != "onbekend");
    // A day that is to come, or on which something speaks of somebody living, is no day to count to.
    let died_on = died_on.filter(|_| course.death().is_none_or(|death| !death.is_doubtful(today)));
    let days = marked.zip(died_on).map(|((marked, _), died)| (died - *marked).num_days());
    Counted {
        marked: marked.is_some(),
        plan: known.plan.is_some_and(|plan| plan.held),
        central: !known.central_carer.trim().is_empty(),
        place: chosen("pzp", "gewenste-plaats").is_some(),
        consulted: matches!(chosen("vier-dimensies", "consult"), Some("ja" | "betrokken")),
        died: known.deceased,
        looked_back: known.looked_back,
        place_known: preferred.is_some(),
        place_reached: match answer("nabespreking", "plaats-bereikt").map(|stood| &stood.value.given) {
            Some(Some(Given::YesNo(reached))) => *reached,
            // Where nobody said so, it follows from both places.
            _ => {
                preferred.is_some()
                    && preferred != Some("elders")
                    && preferred == chosen("nabespreking", "plaats-van-overlijden")
            }
        },
        days: days.filter(|days| *days >= 0),
    }
}
