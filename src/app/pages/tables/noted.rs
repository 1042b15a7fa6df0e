//! What a course asks of every meeting of a patient, gathered once for all its lines.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::app::model::Model;
use crate::checklist::{About, Checklist, Item, Name, Part};
use crate::meeting::{
    Answer, Conversations, Course, Given, Meeting, MeetingId, OldQuestion, PatientId, QuestionKey, Review,
    discussed,
};

/// The items of a checklist; nothing at what is no question about the patient.
type Items<'m> = BTreeMap<&'m Name, Option<&'m Item>>;

/// What was gathered so far.
pub(super) struct Noted<'m> {
    pub model: &'m Model,
    conversations: RefCell<BTreeMap<(MeetingId, PatientId), Rc<Conversations>>>,
    items: RefCell<BTreeMap<Name, Rc<Items<'m>>>>,
}

impl<'m> Noted<'m> {
    /// Nothing yet.
    pub fn of(model: &'m Model) -> Self {
        Self { model, conversations: RefCell::default(), items: RefCell::default() }
    }

    /// The conversations that were noted in a meeting.
    fn conversations(&self, entry: &Meeting, review: &Review) -> Rc<Conversations> {
        let gather = || {
            let pinned = entry.definitions.iter().filter_map(|pinned| self.model.checklist(&pinned.id));
            let pinned: Vec<&Checklist> = pinned.collect();
            Rc::new(Conversations::of(self.model.language(), entry, review, &pinned))
        };
        self.conversations.borrow_mut().entry((entry.id, review.patient)).or_insert_with(gather).clone()
    }

    /// The question about the patient that a checklist asks; nothing within where it is none, and nothing at all where the
    /// checklist does not ask it any more.
    pub fn asked(&self, key: &QuestionKey) -> Option<Option<&'m Item>> {
        let gather = || {
            let steps = self.model.checklist(&key.checklist).map(Checklist::steps).unwrap_or_default();
            let mut items = Items::new();
            for step in steps {
                let item = match (step.part, step.about()) {
                    (Part::Item(item), About::Patient) => Some(item),
                    _ => None,
                };
                items.entry(step.part.id()).or_insert(item);
            }
            Rc::new(items)
        };
        let items = self.items.borrow_mut().entry(key.checklist.clone()).or_insert_with(gather).clone();
        items.get(&key.item).copied()
    }

    /// What an answer that leaves the room with its conversation lacks of that, as on every paper: a limit of treatment of which
    /// nobody noted with whom it was discussed is no plain limit. Where it was confirmed unchanged, the meetings in which it was
    /// the same count too.
    pub fn lacking(
        &self,
        course: &Course,
        meeting: MeetingId,
        question: (&QuestionKey, &Item),
        answer: &Answer,
    ) -> Option<String> {
        self.missing(course, (question.0, Some(question.1)), (meeting, answer))
    }

    /// The same of a question that its checklist does not ask so any more.
    pub fn lacking_of_old(
        &self,
        course: &Course,
        meeting: MeetingId,
        (key, old): (&QuestionKey, &OldQuestion),
        answer: &Answer,
    ) -> Option<String> {
        // Where the whole checklist is gone, nobody can tell what of it was a conversation.
        let is_known = self.model.checklist(&key.checklist).is_some();
        let says = !matches!(answer.given, None | Some(Given::Not(_)));
        let needs = old.needs_conversation && is_known && says;
        needs.then(|| self.missing(course, (key, None), (meeting, answer))).flatten()
    }

    fn missing(
        &self,
        course: &Course,
        question: (&QuestionKey, Option<&Item>),
        told: (MeetingId, &Answer),
    ) -> Option<String> {
        let noted = |entry: &Meeting, review: &Review| self.conversations(entry, review);
        let missing = course.conversation(question, told, noted).err()?;
        Some(self.model.language().incomplete(&discussed::in_words(self.model.language(), &missing)))
    }
}
