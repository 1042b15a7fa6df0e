//! Folding meetings into the register, in whatever order they come.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agreements::Agreements;
use super::caveats::Caveats;
use super::colours::Colours;
use super::groups::GatheredGroup;
use super::judged::Judged;
use super::known::{KnownGroup, KnownPatient, Register, Viewpoint};
use super::later::Later;
use super::mark::Mark;
use super::renamed::Renamed;
use super::tell_apart::tell_apart;
use crate::checklist::Name;
use crate::meeting::course::{Occurrences, one_by_one};
use crate::meeting::index::digest::{MeetingDigest, Plan, ReviewDigest};
use crate::meeting::index::open_agreement::Agreed;
use crate::meeting::record::answer::QuestionKey;
use crate::meeting::record::id::{AgreementId, MeetingId, PatientId};
use crate::meeting::record::latest::{Latest, When};
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::untouched::Voice;
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
        let read = one_by_one(|id| by_id.get(&id).map(|meeting| (**meeting).borrow().clone()));
        Self::folded(viewpoint, each, read)
    }

    /// Folds the digests of meetings that `each` hands over, in whatever order. What stands of the patients that were asked
    /// for is taken from the records themselves, of which `read` gives only those in which they occur.
    pub fn folded(
        viewpoint: &Viewpoint,
        each: impl FnOnce(&mut dyn FnMut(&MeetingDigest)),
        read: impl FnMut(&[MeetingId]) -> Vec<Option<Meeting>>,
    ) -> Self {
        let mut fold = Fold { today: Some(viewpoint.today), ..Fold::default() };
        let (mut ahead, mut later) = (0, Later::default());
        each(&mut |digest| {
            if viewpoint.sees(digest.id, digest.date) {
                fold.meeting(digest);
            } else if viewpoint.meeting.is_some_and(|meeting| meeting != digest.id) {
                later.take((viewpoint.date, viewpoint.today), digest);
            } else if viewpoint.meeting.is_none() && digest.kind != MeetingKind::Education {
                ahead += usize::from(digest.says_something());
                fold.made_ahead(digest);
            }
        });
        let (mut register, occurrences) = fold.register(viewpoint.meeting);
        (register.caveats.today, register.caveats.ahead) = (viewpoint.today, ahead);
        register.later = later.last();
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
    /// Who stands on the agenda of a meeting to come, as that proposes them, and the first day of these.
    planned: BTreeMap<PatientId, (NaiveDate, Box<Gathered>)>,
    groups: BTreeMap<String, GatheredGroup>,
    /// What became of agreements in meetings to come, each with how that comes to say it.
    ahead: Vec<(PatientId, AgreementId, When, Voice, Agreed)>,
    renamed: Renamed,
    occurrences: Occurrences,
}

#[derive(Default)]
struct Gathered {
    label: Latest<String>,
    /// The first meeting in which the patient stood, and whether that was an invented one: who was real before is no invention.
    first: Option<(When, bool)>,
    born: Latest<String>,
    own_words: Latest<(String, NaiveDate)>,
    /// The same where they only came along from the day on which they were written.
    own_words_copied: Latest<(String, NaiveDate)>,
    deceased: Latest<bool>,
    /// The day of the death; `None` where it was taken back.
    died_on: Latest<Option<NaiveDate>>,
    died_at: Latest<Name>,
    /// When something was recorded last of somebody living.
    lived: Latest<()>,
    /// Whether the patient had died when the team last spoke of him or her.
    looked_back: Latest<bool>,
    discussed: Option<(NaiveDate, String)>,
    /// The first day to come on whose agenda the patient stands.
    planned: Option<NaiveDate>,
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
    brought_by: Latest<String>,
    plan: Latest<Plan>,
    called: Vec<(PatientId, [String; 2])>,
    /// Under which identity each agreement was made.
    made_as: Vec<(AgreementId, PatientId)>,
    next_review: Latest<(NaiveDate, String)>,
    agenda: Latest<(String, MeetingKind)>,
    /// The group for which something was recorded between meetings, for who was on no agenda yet.
    between: Latest<(String, MeetingKind)>,
    question: Latest<String>,
    /// When the team last spoke of the patient.
    spoken: Latest<()>,
    agreements: Agreements,
}

impl Fold {
    fn meeting(&mut self, meeting: &MeetingDigest) {
        let when = meeting.when();
        self.occurrences.take(meeting);
        self.renamed.take(meeting);
        if meeting.kind != MeetingKind::Between && !meeting.group.is_empty() {
            self.groups.entry(folded(&meeting.group)).or_default().take(when, meeting);
        }
        for review in &meeting.reviews {
            let when = (meeting.when_of(review), self.today);
            self.patients.entry(review.patient).or_default().review(meeting, review, when);
        }
    }

    /// Takes over a meeting that was made ahead: whom it proposes, and what became of agreements when they were gone through beforehand.
    fn made_ahead(&mut self, meeting: &MeetingDigest) {
        for review in &meeting.reviews {
            for (id, said) in &review.agreements {
                // What was recorded by now is so by now, whatever day the meeting has.
                let touched = review.touched.max(said.touched());
                let touched =
                    touched.filter(|touched| self.today.is_some_and(|today| touched.date() <= today));
                let came_along = said.open().is_none_or(|open| open.agreement.from.is_some());
                if let Some(touched) = touched.filter(|_| came_along) {
                    let when = When { day: touched.date(), touched: Some(touched), meeting: meeting.id };
                    self.ahead.push((review.patient, *id, when, review.voice(*id), said.clone()));
                }
            }
            // What a clock that was far ahead recorded between meetings is no agenda, and stands in the way of none.
            let is_agenda = meeting.kind != MeetingKind::Between;
            let is_sooner =
                self.planned.get(&review.patient).is_none_or(|(day, known)| match known.agenda.get() {
                    Some(_) => is_agenda && meeting.date < *day,
                    None => is_agenda || meeting.date < *day,
                });
            if is_sooner && !review.aside && !review.postponed {
                let mut gathered = Box::<Gathered>::default();
                gathered.review(meeting, review, (meeting.when_of(review), None));
                // Of whom nobody spoke yet, nothing is known but who is proposed and why.
                (gathered.discussed, gathered.missed) = Default::default();
                self.planned.insert(review.patient, (meeting.date, gathered));
            }
        }
    }

    /// Adds to what is known what meetings to come say already.
    fn look_ahead(&mut self) {
        for (patient, id, when, voice, said) in std::mem::take(&mut self.ahead) {
            if let Some(known) = self.patients.get_mut(&patient) {
                known.agreements.take(id, when, voice, said);
            }
        }
        for (patient, (day, proposed)) in std::mem::take(&mut self.planned) {
            let day = proposed.agenda.get().map(|_| day);
            self.patients.entry(patient).or_insert(proposed).planned = day;
        }
    }

    /// The register, and in which meetings its patients occur.
    fn register(mut self, meeting: Option<MeetingId>) -> (Register, Occurrences) {
        self.look_ahead();
        let renamed = self.renamed;
        let mut groups: Vec<KnownGroup> = GatheredGroup::all(self.groups, &renamed);
        groups.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.name.cmp(&other.name)));
        let identities = self.occurrences.identities();
        let parted = identities.apart();
        if !identities.is_empty() {
            let mut persons: BTreeMap<PatientId, Box<Gathered>> = BTreeMap::new();
            for (patient, mut gathered) in std::mem::take(&mut self.patients) {
                if parted.contains(&identities.person(patient)) {
                    gathered.without_copies();
                }
                let person = persons.entry(identities.person(patient)).or_default();
                let called =
                    [&gathered.label, &gathered.born].map(|text| text.get().cloned().unwrap_or_default());
                person.called.push((patient, called));
                person.made_as.extend(gathered.agreements.made().map(|id| (id, patient)));
                person.merge(*gathered);
            }
            let joined = identities.joined();
            let joined = persons.iter_mut().filter(|(person, _)| joined.contains(person));
            let joined = joined.map(|(person, known)| (*person, &mut known.agreements)).collect();
            Agreements::give_back(joined, identities);
            self.patients = persons;
        }
        let mut persons = BTreeMap::new();
        for (person, gathered) in &self.patients {
            let others = gathered.called.iter().filter(|(identity, _)| identity != person);
            persons.extend(others.map(|(identity, _)| (*identity, *person)));
        }
        let patients = self.patients.into_iter().map(|(patient, gathered)| gathered.known(patient, &renamed));
        let (mut patients, standing): (Vec<KnownPatient>, _) = (patients.collect(), BTreeMap::new());
        let (alike, has_real) = tell_apart(&mut patients);
        let (caveats, later) = (Caveats::default(), BTreeMap::new());
        let patients = patients.into_iter().map(Into::into).collect();
        let register = Register {
            meeting,
            patients,
            persons,
            parted,
            groups,
            standing,
            later,
            caveats,
            alike,
            has_real,
        };
        (register, self.occurrences)
    }
}

impl Gathered {
    fn review(
        &mut self,
        meeting: &MeetingDigest,
        review: &ReviewDigest,
        (when, today): (When, Option<NaiveDate>),
    ) {
        self.first = self.first.into_iter().chain([(when, meeting.fictional)]).min();
        // What only came along takes the place of nothing that was said.
        let unsaid = &review.unsaid;
        for (known, text, when) in [
            (&mut self.label, &review.label, when.said(unsaid.label)),
            (&mut self.born, &review.born, when.said(unsaid.born)),
        ] {
            if !text.trim().is_empty() {
                known.take(when, || text.clone());
            }
        }
        if !review.own_words.trim().is_empty() {
            let (known, when) = match review.own_words_on {
                Some(day) => (&mut self.own_words_copied, When { day, touched: None, ..when }),
                None => (&mut self.own_words, when),
            };
            known.take(when, || (review.own_words.clone(), when.day));
        }
        if let Some(died_on) = review.died_on.filter(|_| review.deceased != Some(false)) {
            self.died_on.take(when, || Some(died_on));
        }
        if let Some(place) = &review.died_at {
            self.died_at.take(when, || place.clone());
        }
        if review.of_living {
            self.lived.take(when, || ());
        }
        if let Some(deceased) = review.deceased {
            self.deceased.take(when.said(unsaid.deceased), || deceased);
            // Nobody looked back on a death of which another one was meant, or none.
            if !deceased {
                self.died_on.take(when, || None);
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
            let when = when.said(unsaid.repeats.contains(group));
            self.repeats.entry(group.clone()).or_default().take(when, || times.clone());
        }
        if !review.central_carer.is_empty() {
            self.central_carer.take(when, || review.central_carer.clone());
        } else if review.no_longer.central_carer {
            self.central_carer.take(when, String::new);
        }
        if !review.brought_by.is_empty() {
            self.brought_by.take(when, || review.brought_by.clone());
        }
        if let Some(plan) = review.plan {
            self.plan.take(when, || plan);
        }
        if !review.question.is_empty() {
            self.question.take(when.said(unsaid.question), || review.question.clone());
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
        for (id, said) in &review.agreements {
            self.agreements.take(*id, when, review.voice(*id), said.clone());
        }
    }

    /// Notes that a group had the patient on its agenda.
    fn of_group(&mut self, group: &str, when: When) {
        match self.groups.iter_mut().find(|(known, _)| known == group) {
            Some((_, last)) => *last = (*last).max(when),
            None => self.groups.push((group.to_owned(), when)),
        }
    }

    /// Lets go what only came along: it may be of whoever was one person with this one, and is somebody else. The label stays
    /// where nobody said it, for somebody has to be called something; agreements are given back.
    fn without_copies(&mut self) {
        self.born.only_said();
        self.own_words_copied = Latest::default();
        self.deceased.only_said();
        self.question.only_said();
        self.repeats.values_mut().for_each(Latest::only_said);
    }

    /// Takes over what is known of the same person under another identity.
    fn merge(&mut self, other: Self) {
        // The year of birth goes with the label, unless it was said after that.
        let is_named = other.label.get().is_some() && other.label.when() >= self.label.when();
        let own = std::mem::take(&mut self.born);
        let (own, beside) = if is_named { (other.born, own) } else { (own, other.born) };
        self.label.merge(other.label);
        let is_said_since = beside.when() > self.label.when().max(own.when());
        self.born = if is_said_since || own.get().is_none() { beside } else { own };
        self.first = self.first.into_iter().chain(other.first).min();
        self.own_words.merge(other.own_words);
        self.own_words_copied.merge(other.own_words_copied);
        self.deceased.merge(other.deceased);
        self.died_on.merge(other.died_on);
        self.died_at.merge(other.died_at);
        self.lived.merge(other.lived);
        self.looked_back.merge(other.looked_back);
        self.discussed = self.discussed.take().max(other.discussed);
        self.planned = [self.planned, other.planned].into_iter().flatten().min();
        self.postponed.merge(other.postponed);
        self.missed.merge(other.missed);
        for (checklist, known) in other.judged.0 {
            known.dated().into_iter().for_each(|(when, choice)| self.judged.take(&checklist, when, &choice));
        }
        self.colours.merge(other.colours);
        merge_entries(&mut self.put_off, other.put_off);
        for (group, when) in other.groups {
            self.of_group(&group, when);
        }
        merge_entries(&mut self.repeats, other.repeats);
        self.central_carer.merge(other.central_carer);
        self.brought_by.merge(other.brought_by);
        self.plan.merge(other.plan);
        self.next_review.merge(other.next_review);
        self.agenda.merge(other.agenda);
        self.between.merge(other.between);
        self.question.merge(other.question);
        self.spoken.merge(other.spoken);
        self.agreements.merge(other.agreements);
    }

    fn known(mut self, patient: PatientId, renamed: &Renamed) -> KnownPatient {
        // Of one day what was said there goes before what came along from there.
        let copied = std::mem::take(&mut self.own_words_copied);
        if copied.when() > self.own_words.when() {
            self.own_words = copied;
        }
        // Meetings come in any order, and each may say it.
        self.made_as.sort_unstable();
        self.made_as.dedup();
        let spoken = self.spoken.when();
        let since = |when: Option<When>| when.is_some_and(|when| spoken.is_none_or(|spoken| spoken < when));
        let agenda = self.agenda.dated().or_else(|| self.between.dated());
        let agenda = agenda.map(|(when, (group, kind))| (renamed.now(&group, when), kind));
        let (group, kind) = agenda.unwrap_or((String::new(), MeetingKind::Patz));
        // Also where of the other identity nothing was read yet.
        let also = self.called.iter().map(|(known, _)| *known).filter(|known| *known != patient).collect();
        let (called, made_as) = match self.called.len() {
            0 | 1 => Default::default(),
            _ => (self.called, self.made_as),
        };
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
        let ends = self.agreements.ends();
        let (agreements, ended) = self.agreements.last();
        let ended_before = agreements.iter().filter_map(|open| ends.get_key_value(&open.agreement.id));
        let ended_before = ended_before.map(|(id, day)| (*id, *day)).collect();
        let (discussed, discussed_typed) = self.discussed.unzip();
        let set = self.next_review.when().map(|when| when.day);
        let waits = |day: NaiveDate| discussed.is_none_or(|last| last < day || set >= Some(last));
        let next = self.next_review.value().filter(|(day, _)| waits(*day)).unzip();
        let own_words = self.own_words.value().unzip();
        let died_on = self.died_on.get().copied().flatten();
        let said = self.deceased.when();
        let lived =
            self.lived.when().filter(|lived| died_on.is_some_and(|on| on < lived.day) || said < Some(*lived));
        KnownPatient {
            patient,
            label: self.label.value().unwrap_or_default(),
            mark: Mark::default(),
            invented: self.first.is_some_and(|(_, invented)| invented),
            born: self.born.value().unwrap_or_default(),
            own_words: own_words.0.unwrap_or_default(),
            own_words_on: own_words.1,
            deceased: self.deceased.value().unwrap_or_default(),
            died_on,
            died_at: self.died_at.value(),
            lived_on: lived.map(|lived| lived.day),
            looked_back: self.looked_back.value().unwrap_or_default(),
            discussed,
            discussed_typed: discussed_typed.unwrap_or_default(),
            planned: self.planned,
            postponed: self.postponed.value().unwrap_or_default(),
            missed: self.missed.value().unwrap_or_default(),
            group_folded: folded(&group),
            also_of,
            put_off,
            group,
            kind,
            agreements,
            ended,
            ended_before,
            judged: self.judged.last(),
            colour: self.colours.last(),
            colour_beside: self.colours.beside(),
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
            brought_by: self.brought_by.value().unwrap_or_default(),
            plan: self.plan.value(),
            also,
            called,
            made_as,
            next_review: next.0,
            next_review_text: next.1.unwrap_or_default(),
        }
    }
}

fn merge_entries<K: Ord, T>(known: &mut BTreeMap<K, Latest<T>>, other: BTreeMap<K, Latest<T>>) {
    for (key, latest) in other {
        known.entry(key).or_default().merge(latest);
    }
}
