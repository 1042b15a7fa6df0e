//! What a file says of one patient, beside what stands of that patient here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::people::person;
use super::plain::{Given, Offered, Person, Remark, Standing, Talk};
use super::resources::Reading;
use super::source::{Refused, Resources};
use crate::checklist::{Checklist, Discussed, ItemKind, Name, Part};
use crate::export::Known;
use crate::meeting::{
    self, Answer, Meeting, MeetingId, MeetingKind, PatientId, QuestionKey, Stamp, terms, typed,
};
use crate::words::Language;

/// Of whom something is taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whom {
    /// Who it is here; nobody where it is somebody new.
    pub patient: Option<PatientId>,
    /// The label.
    pub label: String,
    /// The year of birth, where it is new.
    pub born: String,
}

/// What is known where a file is read.
#[derive(Clone, Copy)]
pub struct Beside<'a, 'k> {
    /// The checklist in which it would be recorded.
    pub checklist: &'a Checklist,
    /// What stands of the patient; nothing of somebody new.
    pub known: Option<&'a Known<'k>>,
    /// The day.
    pub today: NaiveDate,
    /// The language in which it is told.
    pub language: Language,
}

/// What a file says beside what stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// The answers, in the order of the checklist.
    pub offered: Vec<Offered>,
    /// What is not taken over, or is to be known.
    pub remarks: Vec<Remark>,
}

impl Resources {
    /// The patients of the files, each with its number.
    ///
    /// # Errors
    ///
    /// [`Refused::NoPatient`].
    pub fn people(&self) -> Result<Vec<(usize, Person)>, Refused> {
        let all = self.all.iter().enumerate().filter(|(_, one)| one.kind == "Patient");
        let people: Vec<(usize, Person)> = all.map(|(at, one)| (at, person(one).0)).collect();
        if people.is_empty() { Err(Refused::NoPatient) } else { Ok(people) }
    }

    /// What they say of the patient with this number.
    pub fn proposal(&self, patient: usize, beside: &Beside<'_, '_>) -> Proposal {
        let mut reading = Reading::new(self, beside.checklist, beside.today, patient);
        if let Some(resource) = self.all.get(patient) {
            for told in person(resource).1 {
                reading.tell(&resource.place, told);
            }
        }
        reading.all();
        reading.forms();
        reading.whole_talks();
        reading.only_talk();
        let (mut given, remarks) = (reading.given, reading.remarks);
        given.retain(|one| beside.checklist.item(one.item.as_str()).is_some());
        placed(&mut given, beside);
        let order: BTreeMap<&Name, usize> =
            beside.checklist.items().enumerate().map(|(at, item)| (&item.id, at)).collect();
        given.sort_by_key(|one| (order.get(&one.item).copied(), one.time));
        let offered = given.into_iter().filter_map(|one| offered(one, beside)).collect();
        Proposal { offered, remarks }
    }
}

impl Reading<'_> {
    /// Where a resource tells a part of a conversation that the file knows whole, it is that one; and what needs none was
    /// said in the one of its day.
    fn whole_talks(&mut self) {
        let is_whole = |talk: &Talk| talk.on.is_some() && !talk.by.is_empty() && !talk.with.is_empty();
        let mut whole: Vec<Talk> =
            self.given.iter().filter_map(|one| one.talk.clone()).filter(|talk| is_whole(talk)).collect();
        whole.sort();
        whole.dedup();
        let checklist = self.checklist;
        let needs = |one: &Given| {
            checklist.item(one.item.as_str()).is_some_and(|item| item.discussed == Discussed::Needed)
        };
        for one in &mut self.given {
            let part = match &one.talk {
                Some(talk) if is_whole(talk) => continue,
                Some(talk) => talk.clone(),
                None if one.on.is_none() || needs(one) => continue,
                None => Talk { on: one.on, ..Talk::default() },
            };
            let mut fits = whole.iter().filter(|talk| {
                (part.by.is_empty() || part.by == talk.by)
                    && (part.with.is_empty() || part.with == talk.with)
                    && (part.on.is_none() || part.on == talk.on)
            });
            if let (Some(found), None) = (fits.next(), fits.next()) {
                one.talk = Some(found.clone());
            }
        }
    }

    /// Where a file knows one conversation only, what the patient and the form say was discussed in it: neither of them can
    /// name one.
    fn only_talk(&mut self) {
        let mut talks: Vec<&Talk> = self.given.iter().filter_map(|one| one.talk.as_ref()).collect();
        talks.sort();
        talks.dedup();
        let [only] = talks.as_slice() else { return };
        let only = (*only).clone();
        let cannot_name =
            |source: &str| source.starts_with("Patient") || source.starts_with("QuestionnaireResponse");
        for one in &mut self.given {
            if one.talk.is_none() && cannot_name(&one.source) {
                one.talk = Some(only.clone());
            }
        }
    }
}

/// The repeating group around an item.
pub(super) fn repeating(checklist: &Checklist, item: &Name) -> Option<Name> {
    let steps = checklist.steps();
    let step = steps.iter().find(|step| matches!(step.part, Part::Item(known) if known.id == *item))?;
    step.groups.iter().find(|group| group.repeats).map(|group| group.id.clone())
}

/// Gives each time of a repeating group the number that it has here, or a free one.
fn placed(given: &mut [Given], beside: &Beside<'_, '_>) {
    let checklist = beside.checklist;
    let mut numbers: BTreeMap<(Name, u32), u32> = BTreeMap::new();
    let mut used: BTreeMap<Name, Vec<u32>> = BTreeMap::new();
    let times: Vec<(Name, u32)> = {
        let mut times: Vec<(Name, u32)> =
            given.iter().filter_map(|one| Some((repeating(checklist, &one.item)?, one.time?))).collect();
        times.sort();
        times.dedup();
        times
    };
    for (group, time) in times {
        let of_time: Vec<&Given> = given
            .iter()
            .filter(|one| one.time == Some(time) && repeating(checklist, &one.item).as_ref() == Some(&group))
            .collect();
        let standing = |number: u32, one: &Given| {
            let known = beside.known?;
            let key = QuestionKey::repeated(&checklist.id, &one.item, &[number]);
            known.standing.answers.get(&key).map(|stood| stood.value.given.clone())
        };
        let taken = used.entry(group.clone()).or_default();
        let here = times_of(beside, &group);
        // The treatment that it is about makes it the same one.
        let same = |number: &u32| {
            let mut texts =
                of_time.iter().filter(|one| matches!(one.given, meeting::Given::Text(_))).peekable();
            let names = texts.peek().is_some();
            let mut texts = texts.map(|one| standing(*number, one).flatten() == Some(one.given.clone()));
            let all = |one: &&Given| standing(*number, one).flatten() == Some(one.given.clone());
            if names { texts.next() == Some(true) } else { of_time.iter().all(all) }
        };
        let found = here.iter().copied().find(|number| !taken.contains(number) && same(number));
        let free = || here.iter().chain(taken.iter()).max().map_or(1, |last| last + 1);
        let number = found.unwrap_or_else(free);
        taken.push(number);
        numbers.insert((group, time), number);
    }
    for one in given {
        if let (Some(group), Some(time)) = (repeating(checklist, &one.item), one.time) {
            one.time = numbers.get(&(group, time)).copied().or(one.time);
        }
    }
}

/// The times of a repeating group in which something stands here.
pub(super) fn times_of(beside: &Beside<'_, '_>, group: &Name) -> Vec<u32> {
    let Some(known) = beside.known else { return Vec::new() };
    let mut numbers: Vec<u32> = known
        .standing
        .answers
        .keys()
        .filter(|key| key.checklist == beside.checklist.id)
        .filter(|key| repeating(beside.checklist, &key.item).as_ref() == Some(group))
        .filter_map(|key| key.instance.first().copied())
        .collect();
    let key = QuestionKey::new(&beside.checklist.id, group);
    numbers
        .extend(known.standing.repeats.get(&key).into_iter().flat_map(|stood| stood.value.iter().copied()));
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The key of an answer.
pub(super) fn key(checklist: &Checklist, one: &Given) -> QuestionKey {
    let instance: Vec<u32> = one.time.into_iter().collect();
    QuestionKey::repeated(&checklist.id, &one.item, &instance)
}

/// An answer as it would be recorded.
pub(super) fn answer(one: &Given, stamp: Stamp) -> Answer {
    Answer { note: one.note.clone(), ..Answer::given(one.given.clone(), stamp) }
}

fn offered(one: Given, beside: &Beside<'_, '_>) -> Option<Offered> {
    let item = beside.checklist.item(one.item.as_str())?;
    let language = beside.language;
    let label = item.called().get(language).to_owned();
    let blank = Meeting::new(MeetingId(meeting::Id::from_bits(0)), MeetingKind::Between, beside.today);
    let stamp = Stamp { by: None, at: beside.today.and_time(chrono::NaiveTime::MIN) };
    let words = match (&item.kind, &one.given) {
        (ItemKind::Date(asked), meeting::Given::Date(day)) => {
            typed::told_within(language, day, beside.today, asked)
        }
        _ => terms::answer(language, &blank, item, &answer(&one, stamp)),
    };
    let words = if one.note.is_empty() { words } else { format!("{words}: {}", one.note) };
    let stands = beside.known.and_then(|known| Some((known, known.answer(&key(beside.checklist, &one))?)));
    let standing = match stands {
        None => Standing::New,
        Some((known, found)) => {
            let stood = &found.stood.value;
            let said = known.words(&found);
            let talk = known.conversation(&found).ok().flatten();
            let same_talk = match (&one.talk, &talk) {
                (Some(one), Some(talk)) => {
                    one.by == talk.by.trim() && one.with == talk.with.trim() && one.on == talk.day
                }
                _ => item.discussed != Discussed::Needed || one.talk.is_none(),
            };
            let same_value = stood.given.as_ref() == Some(&one.given)
                || is_same(language, stood.given.as_ref(), &one, &said);
            if same_value && stood.note.trim() == one.note && same_talk {
                Standing::Same
            } else {
                let note = stood.note.trim();
                Standing::Other(
                    if note.is_empty() { said } else { format!("{said}: {note}") },
                    found.stood.since(),
                )
            }
        }
    };
    Some(Offered { given: one, label, words, standing })
}

/// Whether a value that was typed says the same: a day or person in other words.
fn is_same(language: Language, stood: Option<&meeting::Given>, one: &Given, said: &str) -> bool {
    match (stood, &one.given) {
        (Some(meeting::Given::Text(stood)), meeting::Given::Text(text)) => stood.trim() == text.trim(),
        (Some(meeting::Given::Person(_)), meeting::Given::Person(meeting::Person::Outside(name))) => {
            said == name.as_str()
        }
        (Some(meeting::Given::Date(_)), meeting::Given::Date(day)) => {
            let day: Option<NaiveDate> = day.get(..10).and_then(|day| day.parse().ok());
            day.is_some_and(|day| said.contains(&typed::day(day, language)))
        }
        (Some(meeting::Given::Number(stood)), meeting::Given::Number(number)) => {
            typed::number(stood) == typed::number(number)
        }
        _ => false,
    }
}
