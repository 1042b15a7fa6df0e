//! What stands of a patient, as far as a reader may have it: shown questions with a definition, each with where it comes from.

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use super::fields::is_dated;
use super::reader::Reader;
use crate::checklist::{About, Checklist, Definition, Discussed, Item, Name, Part};
use crate::meeting::{
    Answer, Conversation, Conversations, Course, Given, Meeting, MeetingId, Missing, NonAnswer, QuestionKey,
    Review, ReviewFacts, Standing, Stood,
};
use crate::words::Language;

/// The definitions that each meeting pinned.
pub type PinnedDefinitions = [(MeetingId, Arc<Definition>)];

/// What stands, ready to be asked for.
pub struct Known<'a> {
    /// In which language it is told.
    pub language: Language,
    /// For whom.
    pub reader: Reader,
    /// Everything recorded of the patient.
    pub course: &'a Course,
    definitions: &'a PinnedDefinitions,
    /// What stands of it.
    pub standing: Standing,
    /// All that stands as if it were one discussion, so that conditions see what they ask for.
    review: Review,
}

/// An answer that stands and may be told.
pub struct Found<'k> {
    /// Which question, in which time of a repeating group.
    pub key: QuestionKey,
    /// The answer, and where it stands.
    pub stood: &'k Stood<Answer>,
    /// The definition by which it was given.
    pub checklist: &'k Checklist,
    /// The question.
    pub item: &'k Item,
    /// The meeting in which it was recorded.
    pub meeting: &'k Meeting,
}

impl Found<'_> {
    /// The day since which the answer stands; where nobody knows which day its meeting was, the day on which it was recorded.
    pub fn since(&self) -> NaiveDate {
        match self.meeting.details.is_day_known() {
            true => self.stood.since(),
            false => self.stood.value.recorded.at.date(),
        }
    }

    /// The day from which the words of a day in it are counted.
    pub fn counted_from(&self) -> NaiveDate {
        let details = &self.meeting.details;
        let answer = &self.stood.value;
        answer.counted_from(if details.is_day_known() { details.date } else { answer.recorded.at.date() })
    }
}

impl<'a> Known<'a> {
    /// What stands after a course, for a reader.
    pub fn new(
        language: Language,
        reader: Reader,
        course: &'a Course,
        definitions: &'a PinnedDefinitions,
    ) -> Self {
        let standing = course.standing();
        let mut known =
            Self { language, reader, course, definitions, standing, review: Review::new(course.patient) };
        let mut review = Review::new(course.patient);
        for (key, stood) in &known.standing.answers {
            if known.holds(key, stood) {
                review.answers.insert(key.clone(), stood.value.alone(stood.date));
            }
        }
        for (group, times) in &known.standing.repeats {
            review.repeats.insert(group.clone(), times.value.clone());
        }
        for (name, stood) in &known.standing.judgements {
            review.judgements.insert(name.clone(), stood.value.clone());
        }
        known.review = review;
        known
    }

    /// The definition by which a meeting used a checklist.
    pub fn definition(&self, meeting: MeetingId, name: &Name) -> Option<&'a Checklist> {
        let pinned =
            self.definitions.iter().find(|(id, known)| *id == meeting && known.checklist.id == *name);
        pinned.map(|(_, known)| &known.checklist)
    }

    /// Whether an answer still says something: nobody took it back, and what belongs to its day is of the last discussion.
    fn holds(&self, key: &QuestionKey, stood: &Stood<Answer>) -> bool {
        let Some(checklist) = self.definition(stood.meeting, &key.checklist) else { return false };
        let is_last = self.standing.discussed.is_some_and(|(_, meeting)| meeting == stood.meeting);
        !is_withdrawn(stood) && (is_last || checklist.stands(&key.item) || is_dated(key))
    }

    /// How many answers cannot be told because nobody knows their questions any more.
    pub fn unknown(&self) -> usize {
        let keys = self.standing.answers.iter();
        keys.filter(|(key, stood)| self.definition(stood.meeting, &key.checklist).is_none()).count()
    }

    /// The answers to a question that stand, are shown, and may be told to the reader: in each time of a repeating group, of
    /// each person who answered.
    pub fn answers(&self, checklist: &str, item: &str) -> Vec<Found<'_>> {
        let keys = self.review.answers.keys();
        let keys = keys.filter(|key| key.checklist.as_str() == checklist && key.item.as_str() == item);
        keys.filter_map(|key| self.answer(key)).collect()
    }

    /// The answers to a question that has to be discussed with the patient, where the last word is that what was agreed holds no longer.
    pub fn withdrawn(&self, checklist: &str, item: &str) -> Vec<Found<'_>> {
        let all = self.standing.answers.iter().filter(|(key, stood)| {
            key.checklist.as_str() == checklist && key.item.as_str() == item && is_withdrawn(stood)
        });
        let found = all.filter_map(|(key, stood)| {
            let checklist = self.definition(stood.meeting, &key.checklist)?;
            let (item, meeting) = (self.question(stood.meeting, key)?, self.standing.meeting(stood.meeting)?);
            // Where nothing stood, there is no paper on which it stands.
            let stood_before =
                stood.value.earlier.is_some() || self.course.before(key, stood.meeting).is_some();
            // With it may have gone what its question was shown for.
            (item.discussed == Discussed::Needed && stood_before).then(|| Found {
                key: key.clone(),
                stood,
                checklist,
                item,
                meeting,
            })
        });
        found.collect()
    }

    /// One answer, where it may be told.
    pub fn answer(&self, key: &QuestionKey) -> Option<Found<'_>> {
        let stood = self.standing.answers.get(key).filter(|stood| self.holds(key, stood))?;
        self.found(key, stood)
    }

    fn found<'k>(&'k self, key: &QuestionKey, stood: &'k Stood<Answer>) -> Option<Found<'k>> {
        let checklist = self.definition(stood.meeting, &key.checklist)?;
        let meeting = self.standing.meeting(stood.meeting)?;
        let item = self.question(stood.meeting, key)?;
        let steps = checklist.steps();
        let step = steps.iter().find(|step| *step.part.id() == key.item)?;
        let mut repeating = step.groups.iter().filter(|group| group.repeats).enumerate();
        let is_there = repeating.all(|(depth, group)| {
            let (Some(around), Some(time)) = (key.instance.get(..depth), key.instance.get(depth)) else {
                return false;
            };
            let group = QuestionKey::repeated(&key.checklist, &group.id, around);
            self.review.times(&group).contains(time)
        });
        let facts = ReviewFacts::within(&self.review, &key.checklist, &key.instance);
        let is_shown = || checklist.visible(&facts).contains(&item.id);
        (is_there && is_shown()).then(|| Found { key: key.clone(), stood, checklist, item, meeting })
    }

    /// A question of a meeting by its key, where the reader may be told of it at all.
    pub fn question(&self, meeting: MeetingId, key: &QuestionKey) -> Option<&'a Item> {
        let checklist = self.definition(meeting, &key.checklist)?;
        let step = checklist
            .steps()
            .into_iter()
            .find(|step| matches!(step.part, Part::Item(item) if item.id == key.item))?;
        let Part::Item(item) = step.part else { return None };
        // Whoever answered a question to everybody voted, and that is nobody else's.
        let may = step.about() == About::Patient
            && !item.is_counted()
            && self.reader.may_read(&item.audience)
            && step.parents.iter().all(|parent| self.reader.may_read(&parent.audience));
        may.then_some(item)
    }

    /// In which conversation something was discussed, or what is not noted of that; none where none is needed.
    pub fn conversation(&self, found: &Found<'_>) -> Result<Option<Conversation>, Vec<Missing>> {
        let told = (found.stood.meeting, &found.stood.value);
        let conversation = self.discussed((&found.key, found.item), told)?;
        Ok((found.item.discussed == Discussed::Needed).then_some(conversation))
    }

    /// The same of any answer, of the meeting in which it was recorded.
    pub(super) fn discussed(
        &self,
        question: (&QuestionKey, &Item),
        told: (MeetingId, &Answer),
    ) -> Result<Conversation, Vec<Missing>> {
        let noted = |meeting: &Meeting, review: &Review| {
            let definitions = self.definitions_of(meeting.id);
            Rc::new(Conversations::of(self.language, meeting, review, &definitions))
        };
        self.course.conversation((question.0, Some(question.1)), told, noted)
    }

    /// The conversation that was noted beside an answer, whole or not, whether the answer needs one or not.
    pub fn spoken(&self, found: &Found<'_>) -> Option<Conversation> {
        let of_it = |(entry, review): &(&Meeting, &Review)| {
            entry.id == found.stood.meeting && review.answers.contains_key(&found.key)
        };
        let (entry, review) = self.course.discussions().rev().find(of_it)?;
        let definitions = self.definitions_of(entry.id);
        let conversations = Conversations::of(self.language, entry, review, &definitions);
        Some(conversations.about(&found.key).clone())
    }

    fn definitions_of(&self, meeting: MeetingId) -> Vec<&'a Checklist> {
        let own = self.definitions.iter().filter(|(id, _)| *id == meeting);
        own.map(|(_, known)| &known.checklist).collect()
    }

    /// The day of an answer where something was recorded of the patient since, in a meeting or between two.
    pub fn earlier(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.newest().is_some_and(|last| day < last).then_some(day)
    }

    /// The day of the newest of what stands, or of the last discussion where that was later.
    pub fn newest(&self) -> Option<NaiveDate> {
        let answers = self.standing.answers.values().map(|stood| stood.date);
        let judged = self.standing.judgements.values().map(|stood| stood.date);
        answers.chain(judged).chain(self.standing.discussed.map(|(day, _)| day)).max()
    }
}

/// Whether somebody said that what was agreed holds no longer.
fn is_withdrawn(stood: &Stood<Answer>) -> bool {
    stood.value.given == Some(Given::Not(NonAnswer::NoLonger))
}
