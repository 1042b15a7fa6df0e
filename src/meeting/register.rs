//! The register: what is known of patients and groups from all meetings, as a fold over them, never kept twice.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::{Agreement, Owner};
use super::answer::{Given, QuestionKey};
use super::id::{AgreementId, MeetingId, ParticipantId, PatientId};
use super::participant::Participant;
use super::record::{Meeting, MeetingKind};
use super::review::{Judgement, Review};
use super::typed;
use crate::checklist::{Looks, Name};
use crate::text::same::{folded, same};

/// From where one looks back: a meeting sees what was before it, and not itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewpoint {
    /// The meeting that looks back.
    pub meeting: MeetingId,
    /// Its day; what was later is not seen.
    pub date: NaiveDate,
    /// The patients of whom the whole earlier discussion is wanted.
    pub patients: Vec<PatientId>,
}

/// What is known from earlier meetings: in brief of everybody, in full of the patients that were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// The meeting from which one looked back.
    pub meeting: MeetingId,
    /// Patients by identity.
    pub patients: Vec<KnownPatient>,
    /// Groups, the one that met last first.
    pub groups: Vec<KnownGroup>,
    /// The discussion before this one, of the patients that were asked for.
    pub earlier: BTreeMap<PatientId, Earlier>,
    /// What was judged in whatever earlier meeting and still holds, of the patients that were asked for.
    pub judgements: BTreeMap<PatientId, BTreeMap<Name, Standing>>,
}

/// What is known of a patient, in brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPatient {
    /// Identity.
    pub patient: PatientId,
    /// The label, as it was last.
    pub label: String,
    /// Year of birth as typed last.
    pub born: String,
    /// The person's own words, as they were last.
    pub own_words: String,
    /// The patient has died.
    pub deceased: bool,
    /// The team has looked back since the patient died.
    pub looked_back: bool,
    /// The day of the last meeting that discussed the patient.
    pub discussed: Option<NaiveDate>,
    /// The patient was on the last agenda, and put off to a later meeting.
    pub postponed: bool,
    /// The group that had the patient on its agenda last.
    pub group: String,
    /// The name of that group in the form in which names are compared.
    pub group_folded: String,
    /// The kind of that meeting.
    pub kind: MeetingKind,
    /// Agreements that are still open, oldest first.
    pub agreements: Vec<OpenAgreement>,
    /// What was judged and still holds: the day and the option, by checklist.
    pub judged: BTreeMap<Name, (NaiveDate, Name)>,
    /// The colour that the patient had last, as the option of the brief discussion.
    pub colour: Option<Name>,
    /// The day on which the patient was to be discussed again, where the team said one when it spoke last.
    pub next_review: Option<NaiveDate>,
}

/// The question of the brief discussion by which a patient gets a colour.
const COLOUR: (&str, &str) = ("kort", "kleur");

/// An agreement that is still open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenAgreement {
    /// The agreement as it was last, with the day of the meeting in which it was made.
    pub agreement: Agreement,
    /// The owner's name where the owner was a participant: participants have their identity within a meeting.
    pub owner: String,
}

/// What is known of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownGroup {
    /// Its name.
    pub name: String,
    /// The day of its last meeting.
    pub date: NaiveDate,
    /// The kind of that meeting.
    pub kind: MeetingKind,
    /// Planned length of that meeting, as typed.
    pub planned: String,
    /// Who belonged to its last meeting of which that is known.
    pub participants: Vec<Participant>,
}

/// The last discussion of a patient before this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The day.
    pub date: NaiveDate,
    /// What was recorded.
    pub review: Review,
}

/// A judgement of an earlier meeting that nobody withdrew or replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The day on which it was given.
    pub date: NaiveDate,
    /// The judgement.
    pub judgement: Judgement,
}

impl Viewpoint {
    /// The viewpoint of `meeting`, with everybody on its agenda.
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            meeting: meeting.id,
            date: meeting.details.date,
            patients: meeting.reviews.iter().map(|review| review.patient).collect(),
        }
    }

    /// Whether a meeting lies before this viewpoint.
    pub fn sees(&self, meeting: MeetingId, date: NaiveDate) -> bool {
        meeting != self.meeting && date <= self.date
    }
}

impl Register {
    /// Folds meetings, in whatever order they come.
    pub fn of<M: Borrow<Meeting>>(viewpoint: &Viewpoint, meetings: impl IntoIterator<Item = M>) -> Self {
        let mut fold = Fold::default();
        for meeting in meetings {
            let meeting: &Meeting = meeting.borrow();
            if viewpoint.sees(meeting.id, meeting.details.date) {
                fold.meeting(viewpoint, meeting);
            }
        }
        fold.register(viewpoint.meeting)
    }

    /// What is known of a patient.
    pub fn patient(&self, patient: PatientId) -> Option<&KnownPatient> {
        self.patients.iter().find(|known| known.patient == patient)
    }

    /// What is known of a group by its name, however it is spaced and capitalised.
    pub fn group(&self, name: &str) -> Option<&KnownGroup> {
        let wanted = folded(name);
        self.groups.iter().find(|known| folded(&known.name) == wanted)
    }

    /// Whether there is anybody that a meeting may want on its agenda.
    pub fn has_somebody_for(&self, meeting: &Meeting) -> bool {
        let agenda = Agenda::of(meeting);
        self.patients.iter().any(|known| agenda.may_take(known))
    }

    /// How many agreements are open of patients of the meeting's own group who are not on its agenda.
    pub fn agreements_elsewhere(&self, meeting: &Meeting) -> usize {
        let agenda = Agenda::of(meeting);
        let own = |known: &&KnownPatient| {
            !known.agreements.is_empty() && agenda.is_own(known) && agenda.may_take(known)
        };
        if agenda.group.is_empty() {
            0
        } else {
            self.patients.iter().filter(own).map(|known| known.agreements.len()).sum()
        }
    }

    /// The patients that a meeting may want on its agenda, each with whether it is of the meeting's own group: those
    /// first; then who was put off, then who was discussed last; who died and was looked back on comes last.
    pub fn offered(&self, meeting: &Meeting) -> Vec<(&KnownPatient, bool)> {
        let agenda = Agenda::of(meeting);
        let fitting = self.patients.iter().filter(|known| agenda.may_take(known));
        let mut offered: Vec<(&KnownPatient, bool)> =
            fitting.map(|known| (known, agenda.is_own(known))).collect();
        offered.sort_by(|(one, own), (other, other_own)| {
            let rank = |known: &KnownPatient, own: bool| {
                (!own, known.deceased && known.looked_back, !known.postponed)
            };
            rank(one, *own)
                .cmp(&rank(other, *other_own))
                .then(other.discussed.cmp(&one.discussed))
                .then_with(|| one.label.cmp(&other.label))
                .then(one.patient.cmp(&other.patient))
        });
        offered
    }
}

/// What decides whether a known patient may come on the agenda of a meeting.
struct Agenda {
    patients: HashSet<PatientId>,
    education: bool,
    group: String,
}

impl Agenda {
    fn of(meeting: &Meeting) -> Self {
        Self {
            patients: meeting.reviews.iter().map(|review| review.patient).collect(),
            education: meeting.details.kind == MeetingKind::Education,
            group: folded(&meeting.details.group),
        }
    }

    /// Whether a patient may come on it: those of a session with a case stay apart.
    fn may_take(&self, known: &KnownPatient) -> bool {
        (known.kind == MeetingKind::Education) == self.education && !self.patients.contains(&known.patient)
    }

    /// Whether the patient was last on the agenda of the same group; a meeting without a name is of any.
    fn is_own(&self, known: &KnownPatient) -> bool {
        self.group.is_empty() || self.group == known.group_folded
    }
}

impl KnownPatient {
    /// The discussion with which the patient comes on the agenda of `meeting`: who it is, and what is still open.
    pub fn review(&self, meeting: &Meeting) -> Review {
        let mut review = Review::new(self.patient);
        review.label.clone_from(&self.label);
        review.born.clone_from(&self.born);
        review.own_words.clone_from(&self.own_words);
        review.details.deceased = self.deceased;
        review.agreements = self.agreements.iter().map(|open| open.within(meeting)).collect();
        review
    }
}

impl OpenAgreement {
    /// The agreement in another meeting: its owner is who has that identity or name there, or else somebody from
    /// outside by the same name, so that nobody gets lost.
    pub fn within(&self, meeting: &Meeting) -> Agreement {
        let mut agreement = self.agreement.clone();
        let there = |id: ParticipantId| meeting.participant(id).is_some();
        agreement.told_by = agreement.told_by.filter(|id| there(*id));
        if let Some(Owner::Participant(id)) = agreement.owner
            && !there(id)
        {
            let named = |known: &&Participant| same(&known.name, &self.owner);
            agreement.owner = match meeting.participants.iter().find(named) {
                _ if self.owner.trim().is_empty() => None,
                Some(known) => Some(Owner::Participant(known.id)),
                None => {
                    agreement.outside_name.clone_from(&self.owner);
                    Some(Owner::Outside)
                }
            };
        }
        agreement
    }
}

impl Earlier {
    /// The questions that were answered now and have another answer than they had then.
    pub fn changed<'r>(&'r self, now: &'r Review) -> impl Iterator<Item = &'r QuestionKey> {
        now.answers.iter().filter_map(|(key, answer)| {
            let given = answer.given.as_ref()?;
            let before = self.review.answers.get(key).and_then(|answer| answer.given.as_ref());
            (before != Some(given)).then_some(key)
        })
    }
}

/// The order of meetings, which makes the fold independent of the order in which they come.
type When = (NaiveDate, MeetingId);

/// A fact, and when it was recorded last.
struct Latest<T>(Option<(When, T)>);

impl<T> Default for Latest<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Latest<T> {
    fn take(&mut self, when: When, value: impl FnOnce() -> T) {
        if self.0.as_ref().is_none_or(|(known, _)| *known < when) {
            self.0 = Some((when, value()));
        }
    }

    fn value(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }
}

/// The fold at work.
#[derive(Default)]
struct Fold {
    patients: BTreeMap<PatientId, Gathered>,
    groups: BTreeMap<String, GatheredGroup>,
    earlier: BTreeMap<PatientId, Latest<Earlier>>,
    judgements: BTreeMap<(PatientId, Name), Latest<Option<Standing>>>,
}

#[derive(Default)]
struct Gathered {
    label: Latest<String>,
    born: Latest<String>,
    own_words: Latest<String>,
    deceased: Latest<bool>,
    /// Whether the patient had died when the team last spoke of him or her.
    looked_back: Latest<bool>,
    discussed: Option<NaiveDate>,
    postponed: Latest<bool>,
    judged: BTreeMap<Name, Latest<Option<Name>>>,
    colour: Latest<Name>,
    next_review: Latest<Option<NaiveDate>>,
    agenda: Latest<(String, MeetingKind)>,
    /// Each agreement as it was last; `None` once it ended. Boxed, for a node of the map has room for eleven, and most
    /// patients have one or two.
    agreements: BTreeMap<AgreementId, Latest<Option<Box<OpenAgreement>>>>,
}

#[derive(Default)]
struct GatheredGroup {
    last: Latest<(String, NaiveDate, MeetingKind, String)>,
    participants: Latest<Vec<Participant>>,
}

impl Fold {
    fn meeting(&mut self, viewpoint: &Viewpoint, meeting: &Meeting) {
        let details = &meeting.details;
        let when = (details.date, meeting.id);
        let between = details.kind == MeetingKind::Between;
        if !between && !details.group.trim().is_empty() {
            let group = self.groups.entry(folded(&details.group)).or_default();
            group.last.take(when, || {
                (details.group.trim().to_owned(), details.date, details.kind, details.planned.clone())
            });
            if !meeting.participants.is_empty() {
                group.participants.take(when, || meeting.participants.clone());
            }
        }
        for review in &meeting.reviews {
            self.patients.entry(review.patient).or_default().review(meeting, review, when);
            if viewpoint.patients.contains(&review.patient) && was_discussed(review) {
                let earlier = || Earlier { date: details.date, review: Review::clone(review) };
                self.earlier.entry(review.patient).or_default().take(when, earlier);
            }
            if viewpoint.patients.contains(&review.patient) {
                self.judgements_of(review, when);
            }
        }
    }

    /// A choice stands until another one or its withdrawal; what says neither changes nothing.
    fn judgements_of(&mut self, review: &Review, when: When) {
        for (checklist, judgement) in &review.judgements {
            let standing = match judgement {
                Judgement { withdrawn: Some(_), .. } => None,
                Judgement { choice: Some(_), .. } => Some(judgement.clone()),
                _ => continue,
            };
            let known = self.judgements.entry((review.patient, checklist.clone())).or_default();
            known.take(when, || standing.map(|judgement| Standing { date: when.0, judgement }));
        }
    }

    fn register(self, meeting: MeetingId) -> Register {
        let groups = self.groups.into_values().filter_map(GatheredGroup::known);
        let mut groups: Vec<KnownGroup> = groups.collect();
        groups.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.name.cmp(&other.name)));
        let patients = self.patients.into_iter().map(|(patient, gathered)| gathered.known(patient));
        let earlier = self.earlier.into_iter().filter_map(|(patient, last)| Some((patient, last.value()?)));
        let mut judgements: BTreeMap<PatientId, BTreeMap<Name, Standing>> = BTreeMap::new();
        for ((patient, checklist), last) in self.judgements {
            if let Some(standing) = last.value().flatten() {
                judgements.entry(patient).or_default().insert(checklist, standing);
            }
        }
        Register { meeting, patients: patients.collect(), groups, earlier: earlier.collect(), judgements }
    }
}

impl Gathered {
    fn review(&mut self, meeting: &Meeting, review: &Review, when: When) {
        for (known, text) in [
            (&mut self.label, &review.label),
            (&mut self.born, &review.born),
            (&mut self.own_words, &review.own_words),
        ] {
            if !text.trim().is_empty() {
                known.take(when, || text.clone());
            }
        }
        self.deceased.take(when, || review.details.deceased);
        for (checklist, judgement) in &review.judgements {
            let choice = match judgement {
                Judgement { withdrawn: Some(_), .. } => None,
                Judgement { choice: Some(choice), .. } => Some(choice.clone()),
                _ => continue,
            };
            self.judged.entry(checklist.clone()).or_default().take(when, || choice);
        }
        let colour = QuestionKey::new(&COLOUR.0.into(), &COLOUR.1.into());
        if let Some(Given::Choice(code)) =
            review.answers.get(&colour).and_then(|answer| answer.given.as_ref())
        {
            self.colour.take(when, || code.clone());
        }
        if meeting.details.kind != MeetingKind::Between {
            self.postponed.take(when, || review.details.postponed);
            self.agenda.take(when, || (meeting.details.group.trim().to_owned(), meeting.details.kind));
            if was_discussed(review) {
                self.discussed = self.discussed.max(Some(meeting.details.date));
                self.looked_back.take(when, || review.details.deceased);
                let next = || typed::date(&review.next_review, meeting.details.date, Looks::Forward);
                self.next_review.take(when, next);
            }
        }
        for agreement in &review.agreements {
            let state = || agreement.ended.is_none().then(|| Box::new(open_agreement(meeting, agreement)));
            self.agreements.entry(agreement.id).or_default().take(when, state);
        }
    }

    fn known(self, patient: PatientId) -> KnownPatient {
        let (group, kind) = self.agenda.value().unwrap_or((String::new(), MeetingKind::Patz));
        let open = self.agreements.into_values().filter_map(|last| last.value().flatten());
        let mut agreements: Vec<OpenAgreement> = open.map(|open| *open).collect();
        agreements.sort_by_key(|open| (open.agreement.recorded.at, open.agreement.id));
        agreements.shrink_to_fit();
        KnownPatient {
            patient,
            label: self.label.value().unwrap_or_default(),
            born: self.born.value().unwrap_or_default(),
            own_words: self.own_words.value().unwrap_or_default(),
            deceased: self.deceased.value().unwrap_or_default(),
            looked_back: self.looked_back.value().unwrap_or_default(),
            discussed: self.discussed,
            postponed: self.postponed.value().unwrap_or_default(),
            group_folded: folded(&group),
            group,
            kind,
            agreements,
            judged: self
                .judged
                .into_iter()
                .filter_map(|(name, last)| {
                    let day = last.0.as_ref().map(|((day, _), _)| *day)?;
                    Some((name, (day, last.value().flatten()?)))
                })
                .collect(),
            colour: self.colour.value(),
            next_review: self.next_review.value().flatten(),
        }
    }
}

impl GatheredGroup {
    fn known(self) -> Option<KnownGroup> {
        let (name, date, kind, planned) = self.last.value()?;
        let participants = self.participants.value().unwrap_or_default();
        Some(KnownGroup { name, date, kind, planned, participants })
    }
}

/// Whether the team spoke of the patient: who was only put on the agenda, or put off, was not discussed.
fn was_discussed(review: &Review) -> bool {
    let details = &review.details;
    let recorded = !review.notes.trim().is_empty()
        || !review.answers.is_empty()
        || !review.judgements.is_empty()
        || review.agreements.iter().any(|agreement| agreement.from.is_none());
    !details.postponed && (details.finished.is_some() || recorded)
}

fn open_agreement(meeting: &Meeting, agreement: &Agreement) -> OpenAgreement {
    let owner = match agreement.owner {
        Some(Owner::Participant(id)) => meeting.participant(id).map(|known| known.name.clone()),
        _ => None,
    };
    let mut agreement = agreement.clone();
    agreement.from.get_or_insert(meeting.details.date);
    OpenAgreement { agreement, owner: owner.unwrap_or_default() }
}

#[cfg(test)]
#[path = "tests/register.rs"]
mod tests;
