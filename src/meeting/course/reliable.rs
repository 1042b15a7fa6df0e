//! In which conversation what stands was discussed, and what is told against relying on it.

use std::rc::Rc;

use super::entries::Course;
use super::standing::is_value;
use crate::checklist::Item;
use crate::meeting::reading::discussed::{Conversation, Conversations, Missing};
use crate::meeting::record::answer::{Answer, QuestionKey};
use crate::meeting::record::id::MeetingId;
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::Review;

impl Course {
    /// The conversation in which an answer of `meeting` was discussed, or what is not `noted` of that; of a question that nothing asks
    /// any more without its item.
    ///
    /// Only a conversation that was noted beside the answer counts: one of another meeting may have been about another
    /// decision. Where an answer was confirmed unchanged, the meetings in which it was the same count too; a meeting in
    /// between that said nothing of it left it as it stood.
    ///
    /// # Errors
    ///
    /// What is missing.
    pub fn conversation(
        &self,
        (key, item): (&QuestionKey, Option<&Item>),
        (meeting, answer): (MeetingId, &Answer),
        noted: impl Fn(&Meeting, &Review) -> Rc<Conversations>,
    ) -> Result<Conversation, Vec<Missing>> {
        if self.is_disputed(key, meeting) {
            return Err(vec![Missing::Otherwise]);
        }
        let mut told = None;
        for (entry, review) in self.discussions().rev().skip_while(|(entry, _)| entry.id != meeting) {
            let same = |known: &Answer| known.given == answer.given && known.note == answer.note;
            let Some(known) = review.answers.get(key).filter(|known| same(known) || is_value(known)) else {
                continue;
            };
            if !same(known) {
                break;
            }
            let conversations = noted(entry, review);
            let missing = match item {
                Some(item) => conversations.missing(key, item, known),
                None => conversations.lacks(key),
            };
            if missing.is_empty() {
                return Ok(conversations.about(key).clone());
            }
            told.get_or_insert(missing);
            if !known.is_confirmed() {
                break;
            }
        }
        Err(told.unwrap_or_else(|| vec![Missing::By, Missing::On, Missing::With]))
    }

    /// Whether, on the day of a meeting, another value was recorded under another identity of the same person: of two records made
    /// apart none is the last word.
    pub fn is_disputed(&self, key: &QuestionKey, meeting: MeetingId) -> bool {
        let Some(day) = self.entries.iter().find(|entry| entry.id == meeting).map(|entry| entry.details.date)
        else {
            return false;
        };
        let on_that_day = self.discussions().filter(|(entry, _)| entry.details.date == day);
        let mut said = on_that_day.filter_map(|(_, review)| {
            let answer = review.answers.get(key).filter(|answer| is_value(answer))?;
            Some((review.patient, &answer.given, &answer.note))
        });
        let Some((patient, given, note)) = said.next() else { return false };
        said.any(|(other, otherwise, beside)| other != patient && (otherwise, beside) != (given, note))
    }

    /// The last value that was recorded before a meeting, with the meeting in which that was.
    pub fn before(&self, key: &QuestionKey, meeting: MeetingId) -> Option<(MeetingId, &Answer)> {
        let earlier = self.discussions().rev().skip_while(|(entry, _)| entry.id != meeting);
        let mut earlier = earlier.filter(|(entry, _)| entry.id != meeting);
        earlier.find_map(|(entry, review)| {
            let answer = review.answers.get(key).filter(|answer| is_value(answer))?;
            Some((entry.id, answer))
        })
    }
}
