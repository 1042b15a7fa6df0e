//! The register: what is known of patients and groups from all meetings, as a fold over them, never kept twice.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::QuestionKey;
use super::course::{Occurrences, Standing};
use super::digest::{MeetingDigest, Plan, ReviewDigest};
use super::id::{AgreementId, MeetingId, PatientId};
use super::latest::{Latest, When};
use super::open_agreement::OpenAgreement;
use super::participant::Participant;
use super::record::{Meeting, MeetingKind};
use super::review::Review;
use crate::checklist::Name;
use crate::text::same::folded;

/// From where one looks back: a meeting sees what was before it, and not itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewpoint {
    /// The meeting that looks back; `None` for who looks at everything.
    pub meeting: Option<MeetingId>,
    /// Its day; what was later is not seen.
    pub date: NaiveDate,
    /// The patients of whom the whole earlier discussion is wanted.
    pub patients: Vec<PatientId>,
}

/// What is known from earlier meetings: in brief of everybody, in full of the patients that were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// The meeting from which one looked back, where it was one.
    pub meeting: Option<MeetingId>,
    /// Patients by identity.
    pub patients: Vec<KnownPatient>,
    /// Groups, the one that met last first.
    pub groups: Vec<KnownGroup>,
    /// What stands from the meetings before this one, of the patients that were asked for.
    pub standing: BTreeMap<PatientId, Standing>,
    /// How many meetings could not be read, so that something may be missing.
    pub unread: usize,
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
    /// The colour before that one, where it was another.
    pub colour_was: Option<Name>,
    /// The times of repeating groups, as they were last.
    pub repeats: BTreeMap<QuestionKey, Vec<u32>>,
    /// The central carer by name; empty where none was named.
    pub central_carer: String,
    /// Whether there is a plan (PZP), where that was asked.
    pub plan: Option<Plan>,
    /// The other identities under which the person was recorded.
    pub also: Vec<PatientId>,
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

impl Viewpoint {
    /// The viewpoint of `meeting`, with everybody on its agenda.
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            meeting: Some(meeting.id),
            date: meeting.details.date,
            patients: meeting.reviews.iter().map(|review| review.patient).collect(),
        }
    }

    /// The viewpoint from which everything until a day is seen.
    pub fn whole(date: NaiveDate) -> Self {
        Self { meeting: None, date, patients: Vec::new() }
    }

    /// Whether a meeting lies before this viewpoint.
    pub fn sees(&self, meeting: MeetingId, date: NaiveDate) -> bool {
        Some(meeting) != self.meeting && date <= self.date
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

    /// Folds the digests of meetings that `each` hands over, in whatever order. What stands of the patients that were asked
    /// for is taken from the records themselves, of which `read` gives only those in which they occur.
    pub fn folded(
        viewpoint: &Viewpoint,
        each: impl FnOnce(&mut dyn FnMut(&MeetingDigest)),
        read: impl FnMut(MeetingId) -> Option<Meeting>,
    ) -> Self {
        let mut fold = Fold::default();
        each(&mut |digest| {
            if viewpoint.sees(digest.id, digest.date) {
                fold.meeting(digest);
            }
        });
        let (mut register, occurrences) = fold.register(viewpoint.meeting);
        register.standing = occurrences.standing(&viewpoint.patients, read);
        register
    }

    /// What is known of a patient.
    pub fn patient(&self, patient: PatientId) -> Option<&KnownPatient> {
        self.patients.iter().find(|known| known.patient == patient || known.also.contains(&patient))
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

    /// The patients of the meeting's own group who are not on its agenda and of whom agreements are open.
    pub fn elsewhere(&self, meeting: &Meeting) -> Vec<&KnownPatient> {
        let agenda = Agenda::of(meeting);
        let own = |known: &&KnownPatient| {
            !known.agreements.is_empty() && agenda.is_own(known) && agenda.may_take(known)
        };
        if agenda.group.is_empty() { Vec::new() } else { self.patients.iter().filter(own).collect() }
    }

    /// How many agreements are open of those patients, and how many of these are past their day.
    pub fn agreements_elsewhere(&self, meeting: &Meeting) -> (usize, usize) {
        let agreements = self.elsewhere(meeting).into_iter().flat_map(|known| &known.agreements);
        agreements.fold((0, 0), |(open, overdue), known| {
            (open + 1, overdue + usize::from(known.agreement.is_overdue(meeting.details.date)))
        })
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
pub(super) struct Agenda {
    patients: HashSet<PatientId>,
    education: bool,
    pub(super) group: String,
}

impl Agenda {
    pub(super) fn of(meeting: &Meeting) -> Self {
        Self {
            patients: meeting.reviews.iter().map(|review| review.patient).collect(),
            education: meeting.details.kind == MeetingKind::Education,
            group: folded(&meeting.details.group),
        }
    }

    /// Whether a patient may come on it: those of a session with a case stay apart.
    pub(super) fn may_take(&self, known: &KnownPatient) -> bool {
        (known.kind == MeetingKind::Education) == self.education && !self.patients.contains(&known.patient)
    }

    /// Whether the patient was last on the agenda of the same group; a meeting without a name is of any.
    pub(super) fn is_own(&self, known: &KnownPatient) -> bool {
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
        review.repeats.clone_from(&self.repeats);
        review.agreements = self.agreements.iter().map(|open| open.within(meeting)).collect();
        review
    }
}

/// The fold at work.
#[derive(Default)]
struct Fold {
    patients: BTreeMap<PatientId, Gathered>,
    groups: BTreeMap<String, GatheredGroup>,
    occurrences: Occurrences,
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
    colours: Colours,
    repeats: BTreeMap<QuestionKey, Latest<Vec<u32>>>,
    central_carer: Latest<String>,
    plan: Latest<Plan>,
    also: Vec<PatientId>,
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
    fn meeting(&mut self, meeting: &MeetingDigest) {
        let when = meeting.when();
        self.occurrences.take(meeting);
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
        }
    }

    /// The register, and in which meetings its patients occur.
    fn register(mut self, meeting: Option<MeetingId>) -> (Register, Occurrences) {
        let groups = self.groups.into_values().filter_map(GatheredGroup::known);
        let mut groups: Vec<KnownGroup> = groups.collect();
        groups.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.name.cmp(&other.name)));
        let identities = self.occurrences.identities();
        if !identities.is_empty() {
            let mut persons: BTreeMap<PatientId, Gathered> = BTreeMap::new();
            for (patient, gathered) in std::mem::take(&mut self.patients) {
                let person = persons.entry(identities.person(patient)).or_default();
                person.also.push(patient);
                person.merge(gathered);
            }
            for (person, gathered) in &mut persons {
                gathered.also.retain(|patient| patient != person);
            }
            self.patients = persons;
        }
        let patients = self.patients.into_iter().map(|(patient, gathered)| gathered.known(patient));
        let (patients, standing) = (patients.collect(), BTreeMap::new());
        (Register { meeting, patients, groups, standing, unread: 0 }, self.occurrences)
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
        if let Some(deceased) = review.deceased {
            self.deceased.take(when, || deceased);
        }
        for (checklist, choice) in &review.judged {
            self.judged.entry(checklist.clone()).or_default().take(when, || choice.clone());
        }
        if let Some(code) = &review.colour {
            self.colours.take(when, code);
        }
        for (group, times) in &review.repeats {
            self.repeats.entry(group.clone()).or_default().take(when, || times.clone());
        }
        if !review.central_carer.is_empty() {
            self.central_carer.take(when, || review.central_carer.clone());
        }
        if let Some(plan) = review.plan {
            self.plan.take(when, || plan);
        }
        if meeting.kind != MeetingKind::Between {
            self.postponed.take(when, || review.postponed);
            self.agenda.take(when, || (meeting.group.clone(), meeting.kind));
            if review.discussed {
                self.discussed = self.discussed.max(Some(meeting.date));
                self.looked_back.take(when, || review.looked_back);
                self.next_review.take(when, || review.next_review);
            }
        }
        for (id, open) in &review.agreements {
            self.agreements.entry(*id).or_default().take(when, || open.clone().map(Box::new));
        }
    }

    /// Takes over what is known of the same person under another identity.
    fn merge(&mut self, other: Self) {
        self.label.merge(other.label);
        self.born.merge(other.born);
        self.own_words.merge(other.own_words);
        self.deceased.merge(other.deceased);
        self.looked_back.merge(other.looked_back);
        self.discussed = self.discussed.max(other.discussed);
        self.postponed.merge(other.postponed);
        merge_entries(&mut self.judged, other.judged);
        other.colours.0.into_iter().for_each(|(when, code)| self.colours.take(when, &code));
        merge_entries(&mut self.repeats, other.repeats);
        self.central_carer.merge(other.central_carer);
        self.plan.merge(other.plan);
        self.next_review.merge(other.next_review);
        self.agenda.merge(other.agenda);
        merge_entries(&mut self.agreements, other.agreements);
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
                    let (when, choice) = last.dated()?;
                    Some((name, (when.day, choice?)))
                })
                .collect(),
            colour: self.colours.last(),
            colour_was: self.colours.before(),
            repeats: self
                .repeats
                .into_iter()
                .filter_map(|(group, last)| Some((group, last.value()?)))
                .collect(),
            central_carer: self.central_carer.value().unwrap_or_default(),
            plan: self.plan.value(),
            also: self.also,
            next_review: self.next_review.value().flatten(),
        }
    }
}

/// The last two colours, the last one first.
#[derive(Default)]
struct Colours(Vec<(When, Name)>);

impl Colours {
    fn take(&mut self, when: When, colour: &Name) {
        let at = self.0.partition_point(|(known, _)| *known > when);
        if at < 2 {
            self.0.insert(at, (when, colour.clone()));
            self.0.truncate(2);
        }
    }

    fn last(&self) -> Option<Name> {
        self.0.first().map(|(_, colour)| colour.clone())
    }

    /// The one before the last, where it was another.
    fn before(&self) -> Option<Name> {
        let (_, before) = self.0.get(1)?;
        (self.last().as_ref() != Some(before)).then(|| before.clone())
    }
}

fn merge_entries<K: Ord, T>(known: &mut BTreeMap<K, Latest<T>>, other: BTreeMap<K, Latest<T>>) {
    for (key, latest) in other {
        known.entry(key).or_default().merge(latest);
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
