//! What stands of a patient: the last value of everything, with the meeting in which it was recorded.

use super::old::{OldQuestion, OldQuestions};
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::checklist::Name;
use crate::meeting::record::answer::{Answer, Given, NonAnswer, QuestionKey};
use crate::meeting::record::id::{MeetingId, PatientId};
use crate::meeting::record::latest::{Latest, When};
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::review::{Judgement, LOOKING_BACK};

/// Something recorded in a meeting that nobody replaced since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood<T> {
    /// The meeting in which it was recorded last.
    pub meeting: MeetingId,
    /// The day of that meeting.
    pub date: NaiveDate,
    /// What was recorded.
    pub value: T,
}

/// What stands of a patient.
///
/// Of every question it holds the last value, of whatever meeting; whether a question stands or belongs to its day is
/// for its definition to say. An explicit non-answer never takes the place of a value, but "geldt niet meer" does. Of a death
/// that was taken back nothing stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Standing {
    /// Answers by question.
    pub answers: BTreeMap<QuestionKey, Stood<Answer>>,
    /// What later meetings said to be open again of the answers that stand: a non-answer takes no value's place, and whoever
    /// reads the value is to know of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub open_again: BTreeMap<QuestionKey, Stood<Answer>>,
    /// The last judgement on each checklist, also where that was its withdrawal.
    pub judgements: BTreeMap<Name, Stood<Judgement>>,
    /// What later meetings put off of the judgements that stand.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub put_off: BTreeMap<Name, Stood<Judgement>>,
    /// The times of repeating groups, as they were last.
    pub repeats: BTreeMap<QuestionKey, Stood<Vec<u32>>>,
    /// The meeting that discussed the patient last, and its day.
    pub discussed: Option<(NaiveDate, MeetingId)>,
    /// The last question that was brought in, and the last notes, of meetings in which people met.
    #[serde(default)]
    pub said: Said,
    /// The meetings in which all this was recorded, without their discussions: who was there, by which definitions.
    pub meetings: BTreeMap<MeetingId, Meeting>,
    /// Questions of the answers that no definition in force asks so any more.
    #[serde(default, skip_serializing_if = "OldQuestions::is_empty")]
    pub old: OldQuestions,
    /// How many meetings in which the patient occurs could not be read, so that something may be missing here.
    pub unread: usize,
}

/// What the last meetings wrote down beside answers; each may be of another one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// The question of who brought the case.
    pub question: Option<Stood<String>>,
    /// The running notes.
    pub notes: Option<Stood<String>>,
}

/// How many meetings are kept beside twice those to which something refers.
const MORE: usize = 8;

/// When something was said, and under which identity of the person.
type Moment = (When, PatientId);

/// The fold at work: it remembers when what stands was recorded, so that meetings may come in any order and in parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Fold {
    /// What stands after the meetings so far.
    pub(super) standing: Standing,
    /// The last non-answer to each question.
    none: BTreeMap<QuestionKey, Stood<Answer>>,
    /// The times of repeating groups that only came along: they count where nobody said which there are.
    copied: BTreeMap<QuestionKey, Stood<Vec<u32>>>,
    /// The last value that was taken back, with when and under which identity it was said: of two identities on one day none has the
    /// last word, and then the value is not gone.
    taken: BTreeMap<QuestionKey, (Moment, Stood<Answer>)>,
    /// When and under which identity each answer was said.
    said: BTreeMap<QuestionKey, Moment>,
    /// When it was said last that the patient did not die after all.
    lives: Latest<()>,
    order: BTreeMap<MeetingId, (When, PatientId)>,
    /// How many meetings may be kept before it is looked to which of them something refers.
    room: usize,
}

impl Fold {
    /// Takes over a meeting that holds one discussion.
    pub(super) fn add(&mut self, entry: &Meeting) {
        let Some(review) = entry.reviews.first() else { return };
        // Two identities of one person may be in one meeting: the word that was said later stands, and of two at once always
        // the same.
        let when = (entry.when(), review.patient);
        let (meeting, date) = (entry.id, when.0.day);
        let mut is_wanted = false;
        if review.says_deceased() == Some(false) {
            self.lives.take(when.0, || ());
        }
        for (key, answer) in review.answers.iter().filter(|(_, answer)| answer.given.is_some()) {
            let known = if is_value(answer) { &self.standing.answers } else { &self.none };
            let stood = || Stood { meeting, date, value: answer.clone() };
            if known.get(key).is_none_or(|known| self.is_before(known.meeting, when)) {
                let known = if is_value(answer) { &mut self.standing.answers } else { &mut self.none };
                let before = known.insert(key.clone(), stood());
                is_wanted = true;
                if is_value(answer) {
                    let said = self.said.insert(key.clone(), when);
                    if is_taken_back(answer) {
                        self.keep_taken(key, said.zip(before));
                    }
                }
            } else if is_value(answer) && known.get(key).is_some_and(|known| is_taken_back(&known.value)) {
                self.keep_taken(key, Some((when, stood())));
                is_wanted = true;
            }
            if is_open(answer)
                && let open = &mut self.standing.open_again
                && open
                    .get(key)
                    .is_none_or(|known| self.order.get(&known.meeting).is_none_or(|known| *known < when))
            {
                open.insert(key.clone(), Stood { meeting, date, value: answer.clone() });
            }
        }
        for (name, judgement) in review.judgements.iter().filter(|(_, judgement)| judgement.says()) {
            let puts_off = judgement.is_put_off(name);
            let known = if puts_off { &self.standing.put_off } else { &self.standing.judgements };
            if known.get(name).is_none_or(|known| self.is_before(known.meeting, when)) {
                let stood = Stood { meeting, date, value: judgement.clone() };
                let known = if puts_off { &mut self.standing.put_off } else { &mut self.standing.judgements };
                known.insert(name.clone(), stood);
                is_wanted = true;
            }
        }
        let unsaid = review.unsaid().repeats;
        for (group, times) in &review.repeats {
            let is_copy = unsaid.contains(group);
            let known = if is_copy { &self.copied } else { &self.standing.repeats };
            if known.get(group).is_none_or(|known| self.is_before(known.meeting, when)) {
                let known = if is_copy { &mut self.copied } else { &mut self.standing.repeats };
                known.insert(group.clone(), Stood { meeting, date, value: times.clone() });
            }
        }
        if entry.details.kind != MeetingKind::Between {
            let said = &self.standing.said;
            let later = |known: &Option<Stood<String>>| {
                known.as_ref().is_none_or(|known| self.is_before(known.meeting, when))
            };
            let of = |text: &str, known: &Option<Stood<String>>| {
                let text = text.trim();
                (!text.is_empty() && later(known)).then(|| Stood { meeting, date, value: text.to_owned() })
            };
            let (question, notes) = (of(&review.question, &said.question), of(&review.notes, &said.notes));
            let said = &mut self.standing.said;
            said.question = question.or(said.question.take());
            said.notes = notes.or(said.notes.take());
        }
        if entry.details.kind != MeetingKind::Between && review.was_discussed() {
            let known = self.standing.discussed;
            if known.is_none_or(|(_, known)| self.is_before(known, when)) {
                self.standing.discussed = Some((date, meeting));
                is_wanted = true;
            }
        }
        let latest = self.order.get(&meeting).map_or(when, |known| when.max(*known));
        self.order.insert(meeting, latest);
        if is_wanted {
            self.standing.meetings.insert(meeting, entry.without_discussions());
        }
        // Of somebody who was in thousands of meetings, a few are referred to.
        if self.standing.meetings.len() > self.room {
            self.let_go();
            self.room = 2 * self.standing.meetings.len() + MORE;
        }
    }

    /// Keeps a value that was taken back, unless a later one was too.
    fn keep_taken(&mut self, key: &QuestionKey, value: Option<(Moment, Stood<Answer>)>) {
        let Some((when, value)) = value.filter(|(_, value)| !is_taken_back(&value.value)) else { return };
        if self.taken.get(key).is_none_or(|(known, _)| *known < when) {
            self.taken.insert(key.clone(), (when, value));
        }
    }

    /// Lets meetings go to which nothing refers any more.
    fn let_go(&mut self) {
        let answers = [&self.standing.answers, &self.standing.open_again, &self.none];
        let answers = answers.into_iter().flat_map(BTreeMap::values).map(|stood| stood.meeting);
        let answers = answers.chain(self.taken.values().map(|(_, stood)| stood.meeting));
        let judgements = self.standing.judgements.values().chain(self.standing.put_off.values());
        let judgements = judgements.map(|stood| stood.meeting);
        let discussed = self.standing.discussed.map(|(_, meeting)| meeting);
        let wanted: BTreeSet<MeetingId> = answers.chain(judgements).chain(discussed).collect();
        self.standing.meetings.retain(|id, _| wanted.contains(id));
    }

    fn is_before(&self, known: MeetingId, when: (When, PatientId)) -> bool {
        self.order.get(&known).is_none_or(|known| *known < when)
    }

    /// Whether something of a meeting was said of a death that was taken back in it or since.
    fn is_taken_back(&self, key: &QuestionKey, meeting: MeetingId) -> bool {
        let lives = self.lives.when().filter(|_| key.checklist.as_str() == LOOKING_BACK);
        lives.is_some_and(|lives| self.order.get(&meeting).is_none_or(|(said, _)| *said <= lives))
    }

    /// The value that the meetings so far gave to a question, and that still holds.
    pub(super) fn answer(&self, question: &QuestionKey) -> Option<&Stood<Answer>> {
        self.standing.answer(question).filter(|stood| !self.is_taken_back(question, stood.meeting))
    }

    /// What stands, with the meetings to which it refers and no other.
    pub(super) fn finish(mut self) -> Standing {
        let mut standing = std::mem::take(&mut self.standing);
        for (key, ((_, of), value)) in std::mem::take(&mut self.taken) {
            let is_other = self.said.get(&key).is_some_and(|(_, by)| *by != of);
            let stood = standing.answers.get_mut(&key).filter(|stood| is_taken_back(&stood.value));
            if let Some(stood) = stood.filter(|stood| is_other && stood.date == value.date) {
                *stood = value;
            }
        }
        for (group, times) in std::mem::take(&mut self.copied) {
            standing.repeats.entry(group).or_insert(times);
        }
        standing.answers.retain(|key, stood| !self.is_taken_back(key, stood.meeting));
        standing.repeats.retain(|key, stood| !self.is_taken_back(key, stood.meeting));
        for (key, stood) in std::mem::take(&mut self.none) {
            if !self.is_taken_back(&key, stood.meeting) {
                standing.answers.entry(key).or_insert(stood);
            }
        }
        let answers = &standing.answers;
        standing.open_again.retain(|key, open| {
            let value =
                answers.get(key).filter(|stood| is_value(&stood.value) && !is_taken_back(&stood.value));
            value.is_some_and(|value| self.order.get(&value.meeting) < self.order.get(&open.meeting))
        });
        // Where nothing was judged before, that it was put off is the last that was said.
        let mut put_off = std::mem::take(&mut standing.put_off);
        put_off.retain(|name, off| match standing.judgements.get(name) {
            Some(judged) => self.order.get(&judged.meeting) < self.order.get(&off.meeting),
            None => {
                standing.judgements.insert(name.clone(), off.clone());
                false
            }
        });
        standing.put_off = put_off;
        self.standing = standing;
        self.let_go();
        self.standing
    }
}
impl Standing {
    /// The judgement that stands on a checklist; none where it was withdrawn.
    pub fn judgement(&self, checklist: &Name) -> Option<&Stood<Judgement>> {
        self.judgements.get(checklist).filter(|stood| stood.value.withdrawn.is_none())
    }

    /// The value that an earlier meeting gave to a question, of which nobody said that it no longer holds.
    ///
    /// What belongs to its day is known from whenever it was said last: its day says how old it is, and nothing of it is taken
    /// over.
    pub fn answer(&self, question: &QuestionKey) -> Option<&Stood<Answer>> {
        let stood = self.answers.get(question)?;
        (is_value(&stood.value) && !is_taken_back(&stood.value)).then_some(stood)
    }

    /// That somebody took back what stood, for as long as nothing came in its place.
    pub fn taken_back(&self, question: &QuestionKey) -> Option<&Stood<Answer>> {
        self.answers.get(question).filter(|stood| is_taken_back(&stood.value))
    }

    /// What a later meeting said of a question whose value stands: that it is open again.
    pub fn open_again(&self, question: &QuestionKey) -> Option<&Stood<Answer>> {
        self.open_again.get(question)
    }

    /// What a question was called and could be answered with, where no definition in force asks it so any more.
    pub fn old(&self, question: &QuestionKey) -> Option<&OldQuestion> {
        self.old.get(&QuestionKey::new(&question.checklist, &question.item))
    }

    /// The meeting in which something was recorded, for the people and definitions that it names.
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.get(&id)
    }
}

impl Stood<Answer> {
    /// The day since which the answer stands: where it was confirmed later, the day on which it was first given.
    pub fn since(&self) -> NaiveDate {
        let earlier = self.value.earlier.as_ref().filter(|_| self.value.is_confirmed());
        let confirmed = earlier.map(|earlier| earlier.counted_from(earlier.recorded.at.date()));
        confirmed.filter(|first| *first < self.date).unwrap_or(self.date)
    }

    /// The day on which it was confirmed last, where it stands since an earlier one.
    pub fn confirmed(&self) -> Option<NaiveDate> {
        (self.since() < self.date).then_some(self.date)
    }
}

/// Whether an answer says something of the patient, also that something no longer holds.
pub(super) fn is_value(answer: &Answer) -> bool {
    (answer.given.is_some() && !answer.is_open()) || is_taken_back(answer)
}

/// Whether an answer says that a question is open: that nobody spoke of it today says nothing of it.
fn is_open(answer: &Answer) -> bool {
    answer.is_open() && answer.given != Some(Given::Not(NonAnswer::NotDiscussedToday))
}

/// Whether an answer says that what stood no longer holds.
pub(super) fn is_taken_back(answer: &Answer) -> bool {
    answer.given == Some(Given::Not(NonAnswer::NoLonger))
}
