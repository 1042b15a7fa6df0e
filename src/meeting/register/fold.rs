//! Folding meetings into the register, in whatever order they come.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::colours::Colours;
use super::known::{KnownGroup, KnownPatient, Register, Viewpoint};
use super::renamed::Renamed;
use crate::checklist::Name;
use crate::meeting::course::Occurrences;
use crate::meeting::index::digest::{MeetingDigest, Plan, ReviewDigest};
use crate::meeting::index::open_agreement::OpenAgreement;
use crate::meeting::record::answer::QuestionKey;
use crate::meeting::record::id::{AgreementId, MeetingId, PatientId};
use crate::meeting::record::latest::{Latest, When};
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::participant::Participant;
use crate::text::same::folded;

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
        let mut fold = Fold { today: Some(viewpoint.date), ..Fold::default() };
        let mut ahead = 0;
        each(&mut |digest| {
            if viewpoint.sees(digest.id, digest.date) {
                fold.meeting(digest);
            } else if viewpoint.meeting.is_none() && digest.kind != MeetingKind::Education {
                ahead += usize::from(digest.date > viewpoint.date && digest.says_something());
            }
        });
        let (mut register, occurrences) = fold.register(viewpoint.meeting);
        register.ahead = ahead;
        register.standing = occurrences.standing(&viewpoint.patients, read);
        register
    }
}

/// The fold at work.
#[derive(Default)]
struct Fold {
    /// The day from which one looks: on it a discussion may be under way.
    today: Option<NaiveDate>,
    /// Boxed, for half of what a map has room for stays empty.
    patients: BTreeMap<PatientId, Box<Gathered>>,
    groups: BTreeMap<String, GatheredGroup>,
    renamed: Renamed,
    occurrences: Occurrences,
}

#[derive(Default)]
struct Gathered {
    label: Latest<String>,
    born: Latest<String>,
    own_words: Latest<(String, NaiveDate)>,
    deceased: Latest<bool>,
    /// Whether the patient had died when the team last spoke of him or her.
    looked_back: Latest<bool>,
    discussed: Option<(NaiveDate, String)>,
    postponed: Latest<bool>,
    missed: Latest<bool>,
    judged: Judged,
    colours: Colours,
    /// The judgements that were put off, and when that was last.
    put_off: BTreeMap<Name, Latest<()>>,
    /// The groups that had the patient on an agenda, each with when that was last.
    groups: Vec<(String, When)>,
    repeats: BTreeMap<QuestionKey, Latest<Vec<u32>>>,
    central_carer: Latest<String>,
    plan: Latest<Plan>,
    called: Vec<(PatientId, [String; 2])>,
    next_review: Latest<(NaiveDate, String)>,
    agenda: Latest<(String, MeetingKind)>,
    /// The group for which something was recorded between meetings, for who was on no agenda yet.
    between: Latest<(String, MeetingKind)>,
    question: Latest<String>,
    /// When the team last spoke of the patient.
    spoken: Latest<()>,
    agreements: Agreements,
}

#[derive(Default)]
struct GatheredGroup {
    last: Latest<(String, (NaiveDate, String), MeetingKind, String)>,
    participants: Latest<Vec<Participant>>,
}

impl Fold {
    fn meeting(&mut self, meeting: &MeetingDigest) {
        let when = meeting.when();
        self.occurrences.take(meeting);
        self.renamed.take(meeting);
        let between = meeting.kind == MeetingKind::Between;
        if !between && !meeting.group.is_empty() {
            let group = self.groups.entry(folded(&meeting.group)).or_default();
            group.last.take(when, || {
                let day = (meeting.date, meeting.date_typed.clone());
                (meeting.group.clone(), day, meeting.kind, meeting.planned.clone())
            });
            if !meeting.participants.is_empty() {
                group.participants.take(when, || meeting.participants.clone());
            }
        }
        for review in &meeting.reviews {
            let when = (meeting.when_of(review), self.today);
            self.patients.entry(review.patient).or_default().review(meeting, review, when);
        }
    }

    /// The register, and in which meetings its patients occur.
    fn register(mut self, meeting: Option<MeetingId>) -> (Register, Occurrences) {
        let renamed = self.renamed;
        let mut groups: Vec<KnownGroup> = GatheredGroup::all(self.groups, &renamed);
        groups.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.name.cmp(&other.name)));
        let identities = self.occurrences.identities();
        if !identities.is_empty() {
            let mut persons: BTreeMap<PatientId, Box<Gathered>> = BTreeMap::new();
            for (patient, gathered) in std::mem::take(&mut self.patients) {
                let person = persons.entry(identities.person(patient)).or_default();
                let called =
                    [&gathered.label, &gathered.born].map(|text| text.get().cloned().unwrap_or_default());
                person.called.push((patient, called));
                person.merge(*gathered);
            }
            self.patients = persons;
        }
        let mut persons = BTreeMap::new();
        for (person, gathered) in &self.patients {
            let others = gathered.called.iter().filter(|(identity, _)| identity != person);
            persons.extend(others.map(|(identity, _)| (*identity, *person)));
        }
        let patients = self.patients.into_iter().map(|(patient, gathered)| gathered.known(patient, &renamed));
        let (patients, standing) = (patients.collect(), BTreeMap::new());
        (Register { meeting, patients, persons, groups, standing, unread: 0, ahead: 0 }, self.occurrences)
    }
}

impl Gathered {
    fn review(
        &mut self,
        meeting: &MeetingDigest,
        review: &ReviewDigest,
        (when, today): (When, Option<NaiveDate>),
    ) {
        for (known, text) in [(&mut self.label, &review.label), (&mut self.born, &review.born)] {
            if !text.trim().is_empty() {
                known.take(when, || text.clone());
            }
        }
        if !review.own_words.trim().is_empty() {
            let written = review.own_words_on.unwrap_or(meeting.date);
            self.own_words.take(when, || (review.own_words.clone(), written));
        }
        if let Some(deceased) = review.deceased {
            self.deceased.take(when, || deceased);
            // Nobody looked back on a death of which another one was meant, or none.
            if !deceased {
                self.looked_back.take(when, || false);
            }
        }
        for (checklist, choice) in &review.judged {
            match review.put_off.contains(checklist) {
                true => self.put_off.entry(checklist.clone()).or_default().take(when, || ()),
                false => self.judged.take(checklist, when, choice),
            }
        }
        if let Some(code) = &review.colour {
            self.colours.take(when, Some(code.clone()));
        } else if review.no_longer.colour {
            self.colours.take(when, None);
        }
        for (group, times) in &review.repeats {
            self.repeats.entry(group.clone()).or_default().take(when, || times.clone());
        }
        if !review.central_carer.is_empty() {
            self.central_carer.take(when, || review.central_carer.clone());
        } else if review.no_longer.central_carer {
            self.central_carer.take(when, String::new);
        }
        if let Some(plan) = review.plan {
            self.plan.take(when, || plan);
        }
        if !review.question.is_empty() {
            self.question.take(when, || review.question.clone());
        }
        // Of whom is being spoken today, nobody has been spoken yet; on a later day the discussion is over, closed or not.
        let is_between = meeting.kind == MeetingKind::Between;
        let is_over = is_between || !(review.under_way && today == Some(meeting.date));
        if is_between {
            self.between.take(when, || (meeting.group.clone(), MeetingKind::Patz));
        } else {
            self.agenda.take(when, || (meeting.group.clone(), meeting.kind));
            self.of_group(&meeting.group, when);
            // On the agenda of whom only an agreement was dealt with, the patient was not.
            if !review.aside {
                self.postponed.take(when, || review.postponed);
                self.missed.take(when, || is_over && !review.discussed && !review.postponed);
            }
            if review.discussed && is_over {
                let said = Some((meeting.date, meeting.date_typed.clone()));
                self.discussed = self.discussed.take().max(said);
                self.spoken.take(when, || ());
                self.looked_back.take(when, || review.looked_back);
            }
        }
        // An empty field says nothing: the day stands until it has come and the team spoke of the patient.
        if let Some(day) = review.next_review.filter(|_| is_over) {
            self.next_review.take(when, || (day, review.next_review_text.clone()));
        }
        for (id, open) in &review.agreements {
            self.agreements.take(*id, when, open.clone());
        }
    }

    /// Notes that a group had the patient on its agenda.
    fn of_group(&mut self, group: &str, when: When) {
        match self.groups.iter_mut().find(|(known, _)| known == group) {
            Some((_, last)) => *last = (*last).max(when),
            None => self.groups.push((group.to_owned(), when)),
        }
    }

    /// Takes over what is known of the same person under another identity.
    fn merge(&mut self, other: Self) {
        self.label.merge(other.label);
        self.born.merge(other.born);
        self.own_words.merge(other.own_words);
        self.deceased.merge(other.deceased);
        self.looked_back.merge(other.looked_back);
        self.discussed = self.discussed.take().max(other.discussed);
        self.postponed.merge(other.postponed);
        self.missed.merge(other.missed);
        for (checklist, known) in other.judged.0 {
            known.dated().into_iter().for_each(|(when, choice)| self.judged.take(&checklist, when, &choice));
        }
        other.colours.taken().for_each(|(when, code)| self.colours.take(when, code));
        merge_entries(&mut self.put_off, other.put_off);
        for (group, when) in other.groups {
            self.of_group(&group, when);
        }
        merge_entries(&mut self.repeats, other.repeats);
        self.central_carer.merge(other.central_carer);
        self.plan.merge(other.plan);
        self.next_review.merge(other.next_review);
        self.agenda.merge(other.agenda);
        self.between.merge(other.between);
        self.question.merge(other.question);
        self.spoken.merge(other.spoken);
        other.agreements.all.into_iter().for_each(|(id, when, open)| self.agreements.take(id, when, open));
    }

    fn known(self, patient: PatientId, renamed: &Renamed) -> KnownPatient {
        let spoken = self.spoken.when();
        let since = |when: Option<When>| when.is_some_and(|when| spoken.is_none_or(|spoken| spoken < when));
        let agenda = self.agenda.dated().or_else(|| self.between.dated());
        let agenda = agenda.map(|(when, (group, kind))| (renamed.now(&group, when), kind));
        let (group, kind) = agenda.unwrap_or((String::new(), MeetingKind::Patz));
        let called = if self.called.len() > 1 { self.called } else { Vec::new() };
        let also = called.iter().map(|(known, _)| *known).filter(|known| *known != patient).collect();
        let named = |(was, when): &(String, When)| folded(&renamed.now(was, *when));
        let mut also_of: Vec<String> = self.groups.iter().map(named).collect();
        also_of.retain(|known| !known.is_empty() && *known != folded(&group));
        also_of.sort();
        also_of.dedup();
        let put_off = self.put_off.iter().filter(|(checklist, off)| {
            let judged = self.judged.0.iter().find(|(known, _)| known == *checklist);
            off.when() > judged.and_then(|(_, last)| last.when())
        });
        let put_off = put_off.map(|(checklist, _)| checklist.clone()).collect();
        let (agreements, ended) = self.agreements.last();
        let (discussed, discussed_typed) = self.discussed.unzip();
        let set = self.next_review.when().map(|when| when.day);
        let waits = |day: NaiveDate| discussed.is_none_or(|last| last < day || set >= Some(last));
        let next = self.next_review.value().filter(|(day, _)| waits(*day)).unzip();
        let own_words = self.own_words.value().unzip();
        KnownPatient {
            patient,
            label: self.label.value().unwrap_or_default(),
            born: self.born.value().unwrap_or_default(),
            own_words: own_words.0.unwrap_or_default(),
            own_words_on: own_words.1,
            deceased: self.deceased.value().unwrap_or_default(),
            looked_back: self.looked_back.value().unwrap_or_default(),
            discussed,
            discussed_typed: discussed_typed.unwrap_or_default(),
            postponed: self.postponed.value().unwrap_or_default(),
            missed: self.missed.value().unwrap_or_default(),
            group_folded: folded(&group),
            also_of,
            put_off,
            group,
            kind,
            agreements,
            ended,
            judged: self.judged.last(),
            colour: self.colours.last(),
            colour_was: self.colours.before().filter(|_| since(self.colours.when())),
            question: if since(self.question.when()) {
                self.question.value().unwrap_or_default()
            } else {
                String::new()
            },
            repeats: self
                .repeats
                .into_iter()
                .filter_map(|(group, last)| Some((group, last.value()?)))
                .collect(),
            central_carer: self.central_carer.value().unwrap_or_default(),
            plan: self.plan.value(),
            also,
            called,
            next_review: next.0,
            next_review_text: next.1.unwrap_or_default(),
        }
    }
}

/// What was judged last on each checklist; `None` for a withdrawal. A list, for there are few.
#[derive(Default)]
struct Judged(Vec<(Name, Latest<Option<Name>>)>);

impl Judged {
    fn take(&mut self, checklist: &Name, when: When, choice: &Option<Name>) {
        match self.0.iter_mut().find(|(known, _)| known == checklist) {
            Some((_, last)) => last.take(when, || choice.clone()),
            None => {
                let mut last = Latest::default();
                last.take(when, || choice.clone());
                self.0.push((checklist.clone(), last));
            }
        }
    }

    /// What still holds, by checklist.
    fn last(mut self) -> Vec<(Name, (NaiveDate, Name))> {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        let stands = self.0.into_iter().filter_map(|(name, last)| {
            let (when, choice) = last.dated()?;
            Some((name, (when.day, choice?)))
        });
        let mut stands: Vec<_> = stands.collect();
        stands.shrink_to_fit();
        stands
    }
}

/// Each agreement as it was last; `None` once it ended.
///
/// A list in the order in which meetings came, from which now and then goes what a later one replaced: most patients have one or
/// two agreements, and somebody who was in thousands of meetings has thousands.
#[derive(Default)]
struct Agreements {
    all: Vec<(AgreementId, When, Option<Arc<OpenAgreement>>)>,
    /// How many there were after the last time.
    settled: usize,
}

impl Agreements {
    /// How many may come beside twice those that are there.
    const MORE: usize = 8;

    fn take(&mut self, id: AgreementId, when: When, open: Option<Arc<OpenAgreement>>) {
        self.all.push((id, when, open));
        if self.all.len() > 2 * self.settled + Self::MORE {
            self.settle();
        }
    }

    /// Keeps the last of each.
    fn settle(&mut self) {
        self.all.sort_by(|(one, earlier, _), (other, later, _)| one.cmp(other).then(later.cmp(earlier)));
        self.all.dedup_by_key(|(id, ..)| *id);
        self.settled = self.all.len();
    }

    /// Those that are open, oldest first, and those that ended.
    fn last(mut self) -> (Vec<Arc<OpenAgreement>>, Vec<AgreementId>) {
        self.settle();
        let ended = self.all.iter().filter(|(_, _, open)| open.is_none()).map(|(id, ..)| *id).collect();
        let mut open = Vec::with_capacity(self.all.iter().filter(|(_, _, open)| open.is_some()).count());
        open.extend(self.all.into_iter().filter_map(|(_, _, open)| open));
        open.sort_by_key(|open: &Arc<OpenAgreement>| (open.agreement.recorded.at, open.agreement.id));
        (open, ended)
    }
}

fn merge_entries<K: Ord, T>(known: &mut BTreeMap<K, Latest<T>>, other: BTreeMap<K, Latest<T>>) {
    for (key, latest) in other {
        known.entry(key).or_default().merge(latest);
    }
}

impl GatheredGroup {
    /// All groups, each by the name that it has now: one that is called otherwise since its last meeting is in no list any more, and
    /// its people are known with the other.
    fn all(groups: BTreeMap<String, Self>, renamed: &Renamed) -> Vec<KnownGroup> {
        let mut now: BTreeMap<String, (Self, Vec<String>)> = BTreeMap::new();
        let last = |group: &Self| group.last.get().map(|(name, ..)| name.clone()).zip(group.last.when());
        for (was, group) in groups {
            let Some((name, when)) = last(&group) else { continue };
            let is = folded(&renamed.now(&name, when));
            let (known, formerly) = now.entry(is.clone()).or_default();
            known.participants.merge(group.participants);
            if is == was {
                known.last.merge(group.last);
            } else {
                formerly.push(was);
            }
        }
        now.into_values().filter_map(|(known, formerly)| known.known(formerly)).collect()
    }

    fn known(self, formerly: Vec<String>) -> Option<KnownGroup> {
        let (name, (date, date_typed), kind, planned) = self.last.value()?;
        let participants = self.participants.value().unwrap_or_default();
        Some(KnownGroup { name, formerly, date, date_typed, kind, planned, participants })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{Agreement, Id, Stamp};

    fn when(day: u32) -> When {
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(day.into());
        When { day, touched: None, meeting: MeetingId(Id::from_bits(1)) }
    }

    fn open(id: u128, day: u32) -> Arc<OpenAgreement> {
        let at = when(day).day.and_time(chrono::NaiveTime::MIN);
        let agreement = Agreement::new(AgreementId(Id::from_bits(id)), Stamp { by: None, at });
        Arc::new(OpenAgreement { agreement, owner: String::new() })
    }

    #[test]
    fn of_agreements_the_last_word_counts_in_whatever_order_meetings_come_and_nothing_else_is_kept() {
        // A hundred meetings with the same three agreements, of which the second ends in the last.
        let mut days: Vec<u32> = (0..100).collect();
        for order in 0..3 {
            let mut agreements = Agreements::default();
            for day in &days {
                for id in 1..=3 {
                    let ended = id == 2 && *day == 99;
                    let id = AgreementId(Id::from_bits(id));
                    agreements.take(id, when(*day), (!ended).then(|| open(id.0.bits(), 3)));
                }
                assert!(agreements.all.len() <= 2 * 3 + Agreements::MORE);
            }
            let (still, ended) = agreements.last();
            let still: Vec<u128> = still.iter().map(|open| open.agreement.id.0.bits()).collect();
            let ended: Vec<u128> = ended.iter().map(|id| id.0.bits()).collect();
            assert_eq!((still, ended), (vec![1, 3], vec![2]), "order {order}");
            days.reverse();
            days.rotate_left(37);
        }
    }

    #[test]
    fn an_agreement_that_is_kept_of_everybody_is_small() {
        assert_eq!(size_of::<Option<AgreementId>>(), 17);
        assert!(size_of::<OpenAgreement>() <= 288, "{} bytes", size_of::<OpenAgreement>());
    }
}
