//! The register: what is known of patients and groups from all meetings, as a fold over them, never kept twice.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::caveats::Caveats;
use super::colours::ColourBeside;
use super::later::LaterWord;
use super::mark::{Alike, Mark, form};
use crate::checklist::Name;
use crate::meeting::course::Standing;
use crate::meeting::index::digest::Plan;
use crate::meeting::index::open_agreement::OpenAgreement;
use crate::meeting::reading::death::Death;
use crate::meeting::reading::terms;
use crate::meeting::record::agreement::Agreement;
use crate::meeting::record::answer::QuestionKey;
use crate::meeting::record::came_along::CameAlong;
use crate::meeting::record::id::{AgreementId, MeetingId, PatientId};
use crate::meeting::record::identity::Identity;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::participant::Participant;
use crate::meeting::record::review::Review;
use crate::meeting::record::untouched::Voice;
use crate::text::same::{folded, in_order};
use crate::words::Language;

/// From where one looks back: a meeting sees what was before it, and not itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewpoint {
    /// The meeting that looks back; `None` for who looks at everything.
    pub meeting: Option<MeetingId>,
    /// Its day; what was later is not seen.
    pub date: NaiveDate,
    /// The day on which one looks, whatever day the meeting has: on it a discussion may be under way.
    pub today: NaiveDate,
    /// The patients of whom the whole earlier discussion is wanted.
    pub patients: Vec<PatientId>,
}

/// What is known from earlier meetings: in brief of everybody, in full of the patients that were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// The meeting from which one looked back, where it was one.
    pub meeting: Option<MeetingId>,
    /// Patients by identity; shared with the register before, where nothing changed of them.
    pub patients: Vec<Arc<KnownPatient>>,
    /// Of every other identity under which a person was recorded, the one by which that person stands here.
    pub persons: BTreeMap<PatientId, PatientId>,
    /// Who was one person with somebody else, and is not any more: what only came along to these says nothing.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub parted: BTreeSet<PatientId>,
    /// Groups, the one that met last first.
    pub groups: Vec<KnownGroup>,
    /// What stands from the meetings before this one, of the patients that were asked for.
    pub standing: BTreeMap<PatientId, Standing>,
    /// What meetings after this one say of agreements that came along to them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub later: BTreeMap<AgreementId, LaterWord>,
    /// What does not count in it.
    pub caveats: Caveats,
    /// Which of the patients may be shown alike.
    pub alike: Alike,
    /// Not all of its patients are invented.
    pub has_real: bool,
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
    /// By what else the patient is told from others.
    pub mark: Mark,
    /// The patient is invented: recorded first in a meeting of which that was said.
    pub invented: bool,
    /// The person's own words, as they were last.
    pub own_words: String,
    /// The day of the meeting in which they were written.
    pub own_words_on: Option<NaiveDate>,
    /// The patient has died.
    pub deceased: bool,
    /// The day of the death that was noted last, also one that is still to come.
    pub died_on: Option<NaiveDate>,
    /// The place of the death, as the option of the questions for looking back.
    pub died_at: Option<Name>,
    /// The last day on which something was recorded of somebody living after that day, or after it was said that the patient died.
    pub lived_on: Option<NaiveDate>,
    /// The team has looked back since the patient died.
    pub looked_back: bool,
    /// The day of the last meeting that discussed the patient.
    pub discussed: Option<NaiveDate>,
    /// What was typed for that day, where that is still a question.
    pub discussed_typed: String,
    /// The first day to come on whose agenda the patient stands already.
    pub planned: Option<NaiveDate>,
    /// The patient was on the last agenda, and put off to a later meeting.
    pub postponed: bool,
    /// The patient was on the last agenda, and the team did not get round to it.
    pub missed: bool,
    /// The group that had the patient on its agenda last.
    pub group: String,
    /// The name of that group in the form in which names are compared.
    pub group_folded: String,
    /// The other groups that had the patient on an agenda, in the same form.
    pub also_of: Vec<String>,
    /// The checklists of which the judgement was put off to a later meeting, and not given since.
    pub put_off: Vec<Name>,
    /// The kind of that meeting.
    pub kind: MeetingKind,
    /// Agreements that are still open, oldest first; shared, for they are most of what a register holds.
    pub agreements: Vec<Arc<OpenAgreement>>,
    /// Agreements that were done or dropped.
    pub ended: Vec<AgreementId>,
    /// Of the open ones those of which some record says that they ended, with its day: of two computers one may not have known.
    pub ended_before: Vec<(AgreementId, NaiveDate)>,
    /// What was judged and still holds: the day and the option, by checklist. A list, for a map has room for eleven.
    pub judged: Vec<(Name, (NaiveDate, Name))>,
    /// The colour that the patient had last, as the option of the brief discussion.
    pub colour: Option<Name>,
    /// The colour before that one, where it was another and the team has not spoken of the patient since.
    pub colour_was: Option<Name>,
    /// The colour that was noted on the same day under another label, where that is another: of the two none is the last word.
    pub colour_beside: Option<ColourBeside>,
    /// The question of who brings the case, where it waits for a discussion.
    pub question: String,
    /// The times of repeating groups, as they were last.
    pub repeats: BTreeMap<QuestionKey, Vec<u32>>,
    /// The central care provider by name; empty where none was named.
    pub central_carer: String,
    /// The name of who brought the patient in last; empty where that was never said.
    pub brought_by: String,
    /// Whether there is a plan (PZP), where that was asked.
    pub plan: Option<Plan>,
    /// The other identities under which the person was recorded.
    pub also: Vec<PatientId>,
    /// What the person was called under each identity, with the year of birth; empty where there is one.
    pub called: Vec<(PatientId, [String; 2])>,
    /// Under which of them each agreement was made, as far as that is known; empty where there is one.
    pub made_as: Vec<(AgreementId, PatientId)>,
    /// The day on which the patient is to be discussed again, until the team spoke of the patient on that day or later.
    pub next_review: Option<NaiveDate>,
    /// What was typed for that day, where it says more than the day.
    pub next_review_text: String,
}

/// What is known of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownGroup {
    /// Its name.
    pub name: String,
    /// The names that it had before, or of the groups that it was made of, in the form in which names are compared.
    pub formerly: Vec<String>,
    /// The day of its last meeting.
    pub date: NaiveDate,
    /// What was typed for that day, where that is still a question.
    pub date_typed: String,
    /// The kind of that meeting.
    pub kind: MeetingKind,
    /// Planned length of that meeting, as typed.
    pub planned: String,
    /// All its meetings were about invented patients.
    pub invented: bool,
    /// Who belonged to its last meeting of which that is known.
    pub participants: Vec<Participant>,
}

impl Viewpoint {
    /// The viewpoint of `meeting` on a day, with everybody on its agenda.
    pub fn of(meeting: &Meeting, today: NaiveDate) -> Self {
        Self {
            meeting: Some(meeting.id),
            date: meeting.details.date,
            today,
            patients: meeting.reviews.iter().map(|review| review.patient).collect(),
        }
    }

    /// The viewpoint from which everything until a day is seen.
    pub fn whole(date: NaiveDate) -> Self {
        Self { meeting: None, date, today: date, patients: Vec::new() }
    }

    /// Whether a meeting lies before this viewpoint.
    pub fn sees(&self, meeting: MeetingId, date: NaiveDate) -> bool {
        Some(meeting) != self.meeting && date <= self.date
    }
}

impl Register {
    /// Whether an agreement is still open, as far as meetings before this one say; `None` where none of them knows it.
    ///
    /// It is looked for with `patient` first, and then with everybody: two patients may have become one meanwhile.
    pub fn holding(&self, patient: Option<PatientId>, agreement: &Agreement) -> Option<bool> {
        let own = patient.and_then(|patient| self.patient(patient));
        own.into_iter().chain(self.everybody()).find_map(|known| {
            let is_open = known.open(agreement).is_some();
            (is_open || known.ended.contains(&agreement.id)).then_some(is_open)
        })
    }

    /// An agreement of a meeting as it is by now, where it only came along to that meeting and an earlier one has it otherwise since:
    /// what was closed keeps it as it was.
    pub fn otherwise_by_now(&self, meeting: &Meeting, agreement: &Agreement) -> Option<&Arc<OpenAgreement>> {
        if self.meeting != Some(meeting.id) || agreement.from.is_none() {
            return None;
        }
        let holds = |review: &Review| review.agreements.iter().any(|own| own.id == agreement.id);
        let review = meeting.reviews.iter().find(|review| holds(review))?;
        let now = self.patient(review.patient)?.open(agreement)?;
        let is_other = review.voice(agreement) == Voice::Copied && now.differs(meeting, agreement);
        is_other.then_some(now)
    }

    /// All patients, by identity.
    pub fn everybody(&self) -> impl Iterator<Item = &KnownPatient> + Clone {
        self.patients.iter().map(AsRef::as_ref)
    }

    /// The same register, which takes from the one before each patient of whom nothing changed: two are at hand at most times, and
    /// nearly all of one is in the other.
    #[must_use]
    pub fn sharing(mut self, before: &Self) -> Self {
        for known in &mut self.patients {
            if let Some(same) = before.shared(known.patient).filter(|before| *before == known) {
                *known = same.clone();
            }
        }
        self
    }

    /// The patients that are shown in this form, as [`form`] makes it; who is of an education session is not compared.
    pub fn shown_as(&self, wanted: &str) -> impl Iterator<Item = &KnownPatient> {
        let fitting = self.alike.places(wanted).filter_map(|at| self.patients.get(at).map(AsRef::as_ref));
        fitting.filter(move |known| form(&known.label, &known.born).as_deref() == Some(wanted))
    }

    /// Whether somebody is known and all of them are invented, whatever the notebook is for.
    pub fn is_invented(&self) -> bool {
        let mut patients = self.everybody().filter(|known| known.kind != MeetingKind::Education).peekable();
        patients.peek().is_some() && patients.all(|known| known.invented)
    }

    /// How many patients stay off the agenda of a meeting since they are invented and those of the meeting are not, or the reverse.
    pub fn kept_apart(&self, meeting: &Meeting) -> usize {
        let agenda = Agenda::of(meeting);
        let is_apart = |known: &&KnownPatient| {
            known.kind != MeetingKind::Education && known.invented != agenda.invented && !agenda.holds(known)
        };
        if agenda.education { 0 } else { self.everybody().filter(is_apart).count() }
    }

    /// Who is on the agenda of a meeting under two identities that are one person, by what was known or by what the meeting says itself.
    pub fn twice(&self, meeting: &Meeting) -> Option<&KnownPatient> {
        let mut seen = HashSet::new();
        let reviews = meeting.reviews.iter().filter(|review| !review.is_aside());
        let mut known = reviews.filter_map(|review| match review.details.same_as {
            None => self.patient(review.patient),
            Some(Identity::SameAs(other)) => self.patient(other),
            // Taken apart again: whoever is meant, it is no second time.
            Some(Identity::Own) => None,
        });
        known.find(|known| !seen.insert(known.patient))
    }

    /// What is known of a patient.
    pub fn patient(&self, patient: PatientId) -> Option<&KnownPatient> {
        let person = self.persons.get(&patient).unwrap_or(&patient);
        self.shared(*person).map(AsRef::as_ref)
    }

    /// What is known of a person, by the identity under which that one stands here.
    pub(super) fn shared(&self, person: PatientId) -> Option<&Arc<KnownPatient>> {
        let at = self.patients.binary_search_by_key(&person, |known| known.patient).ok()?;
        self.patients.get(at)
    }

    /// What is known of a group by its name or by one that it had, however it is spaced and capitalised.
    pub fn group(&self, name: &str) -> Option<&KnownGroup> {
        let wanted = folded(name);
        let now = self.groups.iter().find(|known| folded(&known.name) == wanted);
        now.or_else(|| self.groups.iter().find(|known| known.formerly.contains(&wanted)))
    }

    /// The groups that a meeting may be one of: what is invented takes nothing over from what is real, nor the reverse.
    pub fn groups_for(&self, meeting: &Meeting) -> impl Iterator<Item = &KnownGroup> {
        let invented = meeting.details.fictional;
        self.groups.iter().filter(move |known| known.invented == invented)
    }

    /// Such a group by its name.
    pub fn group_for(&self, meeting: &Meeting, name: &str) -> Option<&KnownGroup> {
        self.group(name).filter(|known| known.invented == meeting.details.fictional)
    }

    /// The groups that discuss patients, the one that met last first.
    pub fn meeting_groups(&self) -> impl Iterator<Item = &KnownGroup> {
        self.groups.iter().filter(|known| known.kind != MeetingKind::Education)
    }

    /// Whether there is anybody that a meeting may want on its agenda.
    pub fn has_somebody_for(&self, meeting: &Meeting) -> bool {
        let agenda = Agenda::of(meeting);
        self.everybody().any(|known| agenda.may_take(known))
    }

    /// The patients of the meeting's own group who are not on its agenda and of whom agreements are open.
    pub fn elsewhere(&self, meeting: &Meeting) -> Vec<&KnownPatient> {
        let agenda = Agenda::of(meeting);
        let own = |known: &&KnownPatient| {
            let is_here = agenda.here.contains(&known.patient);
            !known.agreements.is_empty() && !is_here && agenda.is_own(known) && agenda.may_take(known)
        };
        if agenda.group.is_empty() { Vec::new() } else { self.everybody().filter(own).collect() }
    }

    /// The open agreements of patients on the agenda of which the meeting itself knows nothing.
    pub fn beside(&self, meeting: &Meeting) -> Vec<(&KnownPatient, &OpenAgreement)> {
        let here: HashSet<PatientId> = meeting.reviews.iter().map(|review| review.patient).collect();
        let mut beside = Vec::new();
        for known in self.everybody().filter(|known| !known.agreements.is_empty()) {
            if known.identities().any(|id| here.contains(&id)) {
                beside.extend(known.agreements_beside(meeting).into_iter().map(|open| (known, open)));
            }
        }
        beside
    }

    /// How many agreements are open that the meeting itself does not hold, and how many of these are past their day.
    pub fn agreements_elsewhere(&self, meeting: &Meeting) -> (usize, usize) {
        let elsewhere =
            self.elsewhere(meeting).into_iter().flat_map(|known| &known.agreements).map(AsRef::as_ref);
        let beside = self.beside(meeting);
        let beside = beside.iter().map(|(_, open)| *open);
        elsewhere.chain(beside).fold((0, 0), |(open, overdue), known| {
            (open + 1, overdue + usize::from(known.agreement.is_overdue(meeting.details.date)))
        })
    }

    /// The patients that a meeting may want on its agenda, each with whether it is of the meeting's own group: those
    /// first; then who was put off, then who was discussed last; who died and was looked back on comes last.
    pub fn offered(&self, meeting: &Meeting) -> Vec<(&KnownPatient, bool)> {
        let agenda = Agenda::of(meeting);
        let fitting = self.everybody().filter(|known| agenda.may_take(known));
        let mut offered: Vec<(&KnownPatient, bool)> =
            fitting.map(|known| (known, agenda.is_own(known))).collect();
        offered.sort_by_cached_key(|(known, own)| {
            let rank = (!own, known.deceased && known.looked_back, !(known.postponed || known.missed));
            (rank, Reverse(known.discussed), in_order(&known.label), known.patient)
        });
        offered
    }
}

/// What decides whether a known patient may come on the agenda of a meeting.
pub(super) struct Agenda {
    /// Who is on it.
    patients: HashSet<PatientId>,
    /// Who is in the record, also where only an agreement was dealt with.
    here: HashSet<PatientId>,
    education: bool,
    invented: bool,
    pub(super) group: String,
    /// What the group was called before this meeting.
    formerly: Vec<String>,
}

impl Agenda {
    pub(super) fn of(meeting: &Meeting) -> Self {
        Self {
            patients: meeting
                .reviews
                .iter()
                .filter(|review| !review.is_aside())
                .map(|review| review.patient)
                .collect(),
            here: meeting.reviews.iter().map(|review| review.patient).collect(),
            education: meeting.details.kind == MeetingKind::Education,
            invented: meeting.details.fictional,
            group: folded(&meeting.details.group),
            formerly: meeting.details.formerly.iter().map(|name| folded(name)).collect(),
        }
    }

    /// Whether a patient may come on it: those of a session with a case stay apart, and who is invented from who is not.
    pub(super) fn may_take(&self, known: &KnownPatient) -> bool {
        let is_alike = (known.kind == MeetingKind::Education) == self.education;
        is_alike && known.invented == self.invented && !self.holds(known)
    }

    /// Whether a person is on it, under whichever identity.
    fn holds(&self, known: &KnownPatient) -> bool {
        known.identities().any(|id| self.patients.contains(&id))
    }

    /// Whether the patient was last on the agenda of the same group; a meeting without a name is of any.
    pub(super) fn is_own(&self, known: &KnownPatient) -> bool {
        self.group.is_empty()
            || self.group == known.group_folded
            || self.formerly.contains(&known.group_folded)
    }
}

impl KnownPatient {
    /// How the patient is called in every list: by label and year of birth, with what tells this one from others.
    pub fn shown(&self, language: Language) -> String {
        self.mark.behind(terms::label(language, &self.label, &self.born), language)
    }

    /// The same where it may be cut off: what tells this one from others stands first.
    pub fn shown_briefly(&self, language: Language) -> String {
        self.mark.before(terms::label(language, &self.label, &self.born), language)
    }

    /// What is known of the death; nothing of who lives.
    pub fn death(&self) -> Option<Death> {
        self.deceased.then_some(Death { on: self.died_on, since: self.lived_on })
    }

    /// What was judged on a checklist and still holds: the day and the option.
    pub fn judged_on(&self, checklist: &str) -> Option<&(NaiveDate, Name)> {
        self.judged.iter().find(|(name, _)| name.as_str() == checklist).map(|(_, judged)| judged)
    }

    /// Whether an agreement is among those that are open. It stands where its moment says, for of each agreement on a page that is
    /// asked; only one of which that was changed is looked for everywhere.
    fn open(&self, agreement: &Agreement) -> Option<&Arc<OpenAgreement>> {
        let moment = |agreement: &Agreement| (agreement.recorded.at, agreement.id);
        let at = self.agreements.binary_search_by_key(&moment(agreement), |open| moment(&open.agreement));
        let at = at.ok().and_then(|at| self.agreements.get(at));
        at.or_else(|| self.agreements.iter().find(|open| open.agreement.id == agreement.id))
    }

    /// Whether a group ever had the patient on its agenda, by its name in the form in which names are compared: two groups may
    /// discuss one patient, and none of them loses sight of whoever the other discussed last.
    pub fn is_of(&self, group: &str) -> bool {
        self.group_folded == group || self.also_of.iter().any(|known| known == group)
    }

    /// What the person was called under one of the identities, with the year of birth.
    pub fn called(&self, patient: PatientId) -> (&str, &str) {
        let own = self.called.iter().find(|(known, _)| *known == patient);
        own.map_or((&self.label, &self.born), |(_, [label, born])| (label, born))
    }

    /// All identities under which the person was recorded.
    pub fn identities(&self) -> impl Iterator<Item = PatientId> {
        std::iter::once(self.patient).chain(self.also.iter().copied())
    }

    /// The agreements that are open and of which a meeting knows nothing: made after the patient came on its agenda. Of two who are one
    /// and both on it, the one has what the other brought.
    pub fn agreements_beside(&self, meeting: &Meeting) -> Vec<&OpenAgreement> {
        let reviews = || self.identities().filter_map(|id| meeting.review(id));
        let is_there = |open: &OpenAgreement| {
            reviews().flat_map(|review| &review.agreements).any(|own| own.id == open.agreement.id)
        };
        self.agreements.iter().map(AsRef::as_ref).filter(|open| !is_there(open)).collect()
    }

    /// The discussion with which the patient comes on the agenda of `meeting`: who it is, and what is still open.
    pub fn review(&self, meeting: &Meeting) -> Review {
        let mut review = Review::new(self.patient);
        review.label.clone_from(&self.label);
        review.born.clone_from(&self.born);
        review.own_words.clone_from(&self.own_words);
        review.details.own_words_on = self.own_words_on.filter(|day| *day <= meeting.details.date);
        review.question.clone_from(&self.question);
        review.details.deceased = self.deceased;
        review.repeats.clone_from(&self.repeats);
        review.agreements = self.agreements.iter().map(|open| open.within(meeting)).collect();
        review.details.came_along = CameAlong::of(&review);
        review
    }
}

#[cfg(test)]
#[path = "../tests/register.rs"]
mod tests;
