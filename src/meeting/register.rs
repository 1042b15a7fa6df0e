//! The register: what is known of patients and groups from all meetings, as a fold over them, never kept twice.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::QuestionKey;
use super::digest::{MeetingDigest, ReviewDigest};
use super::id::{AgreementId, MeetingId, PatientId};
use super::open_agreement::OpenAgreement;
use super::participant::Participant;
use super::record::{Meeting, MeetingKind};
use super::review::{Judgement, Review};
use crate::checklist::Name;
use crate::text::same::folded;

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
        let meetings: Vec<M> = meetings.into_iter().collect();
        let digests: Vec<MeetingDigest> =
            meetings.iter().map(|meeting| MeetingDigest::of(meeting.borrow())).collect();
        let by_id: BTreeMap<MeetingId, &M> =
            meetings.iter().map(|meeting| (meeting.borrow().id, meeting)).collect();
        let each = |take: &mut dyn FnMut(&MeetingDigest)| digests.iter().for_each(take);
        Self::folded(viewpoint, each, |id| by_id.get(&id).map(|meeting| (**meeting).borrow().clone()))
    }

    /// Folds the digests of meetings that `each` hands over, in whatever order. Of the patients that were asked for the last discussion and what
    /// was judged are taken from the records themselves, of which `read` gives only those that are needed.
    pub fn folded(
        viewpoint: &Viewpoint,
        each: impl FnOnce(&mut dyn FnMut(&MeetingDigest)),
        mut read: impl FnMut(MeetingId) -> Option<Meeting>,
    ) -> Self {
        let mut fold = Fold::default();
        each(&mut |digest| {
            if viewpoint.sees(digest.id, digest.date) {
                fold.meeting(viewpoint, digest);
            }
        });
        let (mut register, wanted) = fold.register(viewpoint.meeting);
        for (meeting, parts) in wanted {
            if let Some(meeting) = read(meeting) {
                parts.into_iter().for_each(|part| register.take(&meeting, part));
            }
        }
        register
    }

    /// Takes over a part of a record that was read.
    fn take(&mut self, meeting: &Meeting, part: Wanted) {
        let date = meeting.details.date;
        match part {
            Wanted::Earlier(patient) => {
                if let Some(review) = meeting.review(patient) {
                    self.earlier.insert(patient, Earlier { date, review: review.clone() });
                }
            }
            Wanted::Judgement(patient, checklist) => {
                let judgement = meeting.review(patient).and_then(|review| review.judgements.get(&checklist));
                if let Some(judgement) = judgement.cloned() {
                    self.judgements
                        .entry(patient)
                        .or_default()
                        .insert(checklist, Standing { date, judgement });
                }
            }
        }
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
    /// In which meetings the last discussion and what was judged stand, of the patients that were asked for.
    earlier: BTreeMap<PatientId, Latest<()>>,
    judgements: BTreeMap<(PatientId, Name), Latest<bool>>,
}

/// What is to be taken from a record.
enum Wanted {
    Earlier(PatientId),
    Judgement(PatientId, Name),
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
    fn meeting(&mut self, viewpoint: &Viewpoint, meeting: &MeetingDigest) {
        let when = (meeting.date, meeting.id);
        let between = meeting.kind == MeetingKind::Between;
        if !between && !meeting.group.is_empty() {
            let group = self.groups.entry(folded(&meeting.group)).or_default();
            group
                .last
                .take(when, || (meeting.group.clone(), meeting.date, meeting.kind, meeting.planned.clone()));
            if !meeting.participants.is_empty() {
                group.participants.take(when, || meeting.participants.clone());
            }
        }
        for review in &meeting.reviews {
            self.patients.entry(review.patient).or_default().review(meeting, review, when);
            if viewpoint.patients.contains(&review.patient) {
                if review.discussed {
                    self.earlier.entry(review.patient).or_default().take(when, || ());
                }
                // A choice stands until another one or its withdrawal; what says neither changes nothing.
                for (checklist, choice) in &review.judged {
                    let known = self.judgements.entry((review.patient, checklist.clone())).or_default();
                    known.take(when, || choice.is_some());
                }
            }
        }
    }

    /// The register, and what is still to be taken from which records.
    fn register(self, meeting: MeetingId) -> (Register, BTreeMap<MeetingId, Vec<Wanted>>) {
        let groups = self.groups.into_values().filter_map(GatheredGroup::known);
        let mut groups: Vec<KnownGroup> = groups.collect();
        groups.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.name.cmp(&other.name)));
        let patients = self.patients.into_iter().map(|(patient, gathered)| gathered.known(patient));
        let mut wanted: BTreeMap<MeetingId, Vec<Wanted>> = BTreeMap::new();
        for (patient, last) in self.earlier {
            if let Some(((_, meeting), ())) = last.0 {
                wanted.entry(meeting).or_default().push(Wanted::Earlier(patient));
            }
        }
        for ((patient, checklist), last) in self.judgements {
            if let Some(((_, meeting), true)) = last.0 {
                wanted.entry(meeting).or_default().push(Wanted::Judgement(patient, checklist));
            }
        }
        let (earlier, judgements) = (BTreeMap::new(), BTreeMap::new());
        (Register { meeting, patients: patients.collect(), groups, earlier, judgements }, wanted)
    }
}

impl Gathered {
    fn review(&mut self, meeting: &MeetingDigest, review: &ReviewDigest, when: When) {
        for (known, text) in [
            (&mut self.label, &review.label),
            (&mut self.born, &review.born),
            (&mut self.own_words, &review.own_words),
        ] {
            if !text.trim().is_empty() {
                known.take(when, || text.clone());
            }
        }
        self.deceased.take(when, || review.deceased);
        for (checklist, choice) in &review.judged {
            self.judged.entry(checklist.clone()).or_default().take(when, || choice.clone());
        }
        if let Some(code) = &review.colour {
            self.colour.take(when, || code.clone());
        }
        if meeting.kind != MeetingKind::Between {
            self.postponed.take(when, || review.postponed);
            self.agenda.take(when, || (meeting.group.clone(), meeting.kind));
            if review.discussed {
                self.discussed = self.discussed.max(Some(meeting.date));
                self.looked_back.take(when, || review.deceased);
                self.next_review.take(when, || review.next_review);
            }
        }
        for (id, open) in &review.agreements {
            self.agreements.entry(*id).or_default().take(when, || open.clone().map(Box::new));
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

#[cfg(test)]
#[path = "tests/register.rs"]
mod tests;
