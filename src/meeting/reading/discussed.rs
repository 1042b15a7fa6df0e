//! By whom, when and with whom something of a plan was discussed, and what an answer lacks without that.
//!
//! At every item of a plan it must be clear who last discussed it, and when (informatiestandaard PZP). A conversation is
//! noted once and holds for the whole plan, wherever it was filled in; one that names what it was about prevails there.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::facts::ReviewFacts;
use super::terms;
use crate::checklist::{Checklist, Discussed, Item, Looks, Name};
use crate::checklist::{Part, Step, Visible};
use crate::meeting::record::answer::{Answer, Given, QuestionKey};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::Review;
use crate::meeting::typed;
use crate::words::Language;

/// Something without which an answer cannot be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Who discussed it.
    By,
    /// When.
    On,
    /// With whom.
    With,
    /// That it was held: the day that was noted had not come when it was noted.
    Held,
    /// What is meant by a choice that says nothing by itself.
    Note,
    /// That the conversation was about this choice, and not about the one that gave way to it.
    Renewed,
    /// That the note was meant beside this choice.
    NoteRenewed,
    /// One word on it: on the same day something else was recorded of the same person under another name.
    Otherwise,
}

/// What was noted of a conversation, in words; empty where nothing was noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conversation {
    /// By whom.
    pub by: String,
    /// When, as typed.
    pub on: String,
    /// The day that was typed, where it is one.
    pub day: Option<NaiveDate>,
    /// With whom.
    pub with: String,
    /// The day had not come when it was noted, so that the conversation cannot have been held.
    pub is_ahead: bool,
    /// Something of it was noted in this meeting, and not only confirmed as it stood before.
    pub is_new: bool,
}

impl Conversation {
    fn put(&mut self, part: Discussed, text: &str, day: Option<NaiveDate>, is_ahead: bool) {
        let slot = match part {
            Discussed::By => &mut self.by,
            Discussed::On => &mut self.on,
            Discussed::With => &mut self.with,
            Discussed::Not | Discussed::Needed | Discussed::About => return,
        };
        if slot.is_empty() {
            text.trim().clone_into(slot);
        }
        if part == Discussed::On && self.day.is_none() {
            self.day = day;
            self.is_ahead = is_ahead;
        }
    }

    fn lacks(&self) -> impl Iterator<Item = Missing> {
        let lacks = [
            (self.by.is_empty(), Missing::By),
            (self.day.is_none(), Missing::On),
            (self.with.is_empty(), Missing::With),
            (self.is_ahead, Missing::Held),
        ];
        lacks.into_iter().filter(|(lacking, _)| *lacking).map(|(_, missing)| missing)
    }
}

/// The conversations of one patient, as far as they were noted in the checklists of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conversations {
    /// The one that holds for the whole plan.
    plan: Conversation,
    /// Those that hold for one item, over all its times.
    about: BTreeMap<(Name, Name), Conversation>,
    /// Those that hold within one time of a repeating group.
    within: BTreeMap<(Name, Box<[u32]>), Conversation>,
    /// On which page the one for the plan is noted.
    page: Option<PageOf>,
}

/// A page of a checklist by its names and its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageOf {
    /// The checklist.
    pub checklist: Name,
    /// The group that makes the page.
    pub group: Name,
    /// Its title, in the language that was asked for.
    pub title: String,
}

impl Conversations {
    /// Gathers what `review` has of conversations in `definitions`; hidden questions do not count.
    pub fn of(language: Language, meeting: &Meeting, review: &Review, definitions: &[&Checklist]) -> Self {
        let mut found = Self::default();
        for checklist in definitions {
            found.gather(language, meeting, review, checklist);
        }
        found
    }

    fn gather(&mut self, language: Language, meeting: &Meeting, review: &Review, checklist: &Checklist) {
        let today = meeting.details.date;
        let mut told: BTreeMap<Box<[u32]>, (Conversation, Vec<Name>)> = BTreeMap::new();
        let steps = checklist.steps();
        let parts = steps.iter().filter_map(|step| match step.part {
            Part::Item(item) if is_part(item.discussed) => Some((item, step)),
            _ => None,
        });
        let mut parts = parts.peekable();
        if parts.peek().is_none() {
            return;
        }
        let visible = checklist.visible(&ReviewFacts::new(review, &checklist.id));
        for (item, step) in parts {
            self.note_page(language, checklist, item, step, &visible);
            for (instance, answer) in shown_answers(review, checklist, item) {
                let (conversation, about) = told.entry(instance.into()).or_default();
                let is_said = answer.given.as_ref().is_some_and(|given| !matches!(given, Given::Not(_)));
                conversation.is_new |= is_said && !answer.is_confirmed();
                match &answer.given {
                    None | Some(Given::Not(_)) => {}
                    Some(Given::Choices(codes)) if item.discussed == Discussed::About => {
                        about.extend(codes.iter().cloned());
                    }
                    Some(Given::Date(text)) => {
                        let day = typed::date(text, answer.counted_from(today), Looks::Back);
                        let noted = today.max(answer.recorded.at.date());
                        conversation.put(item.discussed, text, day, day.is_some_and(|day| day > noted));
                    }
                    Some(_) => {
                        let words = terms::answer(language, meeting, item, answer);
                        let day = typed::date(&words, today, Looks::Back);
                        conversation.put(item.discussed, &words, day, false);
                    }
                }
            }
        }
        let names_items = steps
            .iter()
            .any(|step| matches!(step.part, Part::Item(item) if item.discussed == Discussed::About));
        for (instance, (conversation, about)) in told {
            if !about.is_empty() {
                for item in about {
                    self.about.insert((checklist.id.clone(), item), conversation.clone());
                }
            } else if instance.is_empty() {
                self.plan.is_new |= conversation.is_new;
                for (part, text) in [
                    (Discussed::By, &conversation.by),
                    (Discussed::On, &conversation.on),
                    (Discussed::With, &conversation.with),
                ] {
                    if !text.is_empty() {
                        self.plan.put(part, text, conversation.day, conversation.is_ahead);
                    }
                }
            } else if !names_items {
                self.within.insert((checklist.id.clone(), instance), conversation);
            }
        }
    }

    /// Remembers where the conversation of the plan can be noted: the first page that is on the screen.
    fn note_page(
        &mut self,
        language: Language,
        checklist: &Checklist,
        item: &Item,
        step: &Step<'_>,
        visible: &Visible,
    ) {
        let repeats = step.groups.iter().any(|group| group.repeats);
        if self.page.is_some() || repeats || item.discussed == Discussed::About {
            return;
        }
        if let Some(group) = step.groups.first().filter(|group| visible.contains(&group.id)) {
            self.page = Some(PageOf {
                checklist: checklist.id.clone(),
                group: group.id.clone(),
                title: group.called().get(language).to_owned(),
            });
        }
    }

    /// The conversation that holds for a question.
    pub fn about(&self, question: &QuestionKey) -> &Conversation {
        let named = self.about.get(&(question.checklist.clone(), question.item.clone()));
        named
            .or_else(|| self.within.get(&(question.checklist.clone(), question.instance.clone())))
            .unwrap_or(&self.plan)
    }

    /// What is not noted of the conversation that holds for a question, also where nothing asks that question any more.
    pub fn lacks(&self, question: &QuestionKey) -> Vec<Missing> {
        self.about(question).lacks().collect()
    }

    /// Where the conversation of the plan can be noted.
    pub fn page(&self) -> Option<&PageOf> {
        self.page.as_ref()
    }

    /// What an answer lacks; nothing for an explicit non-answer, which says that there is none.
    pub fn missing(&self, question: &QuestionKey, item: &Item, answer: &Answer) -> Vec<Missing> {
        let says_something = match &answer.given {
            Some(Given::Not(_)) => false,
            Some(Given::Choice(code)) if says_nothing(item, code) => false,
            Some(_) => true,
            None => !answer.note.trim().is_empty(),
        };
        let mut missing = Vec::new();
        if says_something && item.discussed == Discussed::Needed {
            let conversation = self.about(question);
            missing.extend(conversation.lacks());
            // What gave way in an earlier meeting is not what somebody noted a conversation about in this one.
            let is_later = answer.is_confirmed() || answer.replaces_earlier();
            if answer.replaces.is_some() && missing.is_empty() && !(is_later && conversation.is_new) {
                missing.push(Missing::Renewed);
            }
        }
        if answer.has_note_of_another() {
            missing.push(Missing::NoteRenewed);
        }
        if answer.note.trim().is_empty() && needs_note(item, answer) {
            missing.push(Missing::Note);
        }
        missing
    }
}

/// Whether the answer tells something of a conversation.
fn is_part(discussed: Discussed) -> bool {
    matches!(discussed, Discussed::On | Discussed::By | Discussed::With | Discussed::About)
}

/// Whether an option stands for "not discussed" or "unknown", so that there is nothing that anybody could act on
/// (NullFlavor NASK and UNK, as the informatiestandaard PZP codes them).
fn says_nothing(item: &Item, code: &Name) -> bool {
    let option = terms::options(item).iter().find(|option| option.code == *code);
    let coding = option.and_then(|option| option.coding.as_ref());
    coding
        .is_some_and(|coding| coding.system == "nullflavor" && matches!(coding.code.as_str(), "NASK" | "UNK"))
}

/// Whether something was chosen, or counted, that says nothing by itself.
pub fn needs_note(item: &Item, answer: &Answer) -> bool {
    let chosen = |code: &Name| match &answer.given {
        Some(Given::Choice(chosen)) => chosen == code,
        Some(Given::Choices(chosen)) => chosen.contains(code),
        // What was counted is told of once it is shown.
        _ => answer.is_spread_shown() && answer.counts.get(code).is_some_and(|count| *count > 0),
    };
    terms::options(item).iter().any(|option| option.needs_note && chosen(&option.code))
}

/// The answers to an item that are on the screen, each with the time of the repeating groups around it.
fn shown_answers<'r>(
    review: &'r Review,
    checklist: &'r Checklist,
    item: &'r Item,
) -> impl Iterator<Item = (&'r [u32], &'r Answer)> {
    review
        .answers
        .iter()
        .filter(|(key, _)| key.checklist == checklist.id && key.item == item.id)
        .filter(|(key, _)| {
            let facts = ReviewFacts::within(review, &checklist.id, &key.instance);
            checklist.visible(&facts).contains(&item.id)
        })
        .map(|(key, answer)| (&*key.instance, answer))
}

/// What is missing, in words: "niet genoteerd door wie en wanneer besproken".
pub fn in_words(language: Language, missing: &[Missing]) -> String {
    let asked = [
        (Missing::By, language.by_whom()),
        (Missing::On, language.on_what_day()),
        (Missing::With, language.with_whom()),
    ];
    let asked: Vec<&str> =
        asked.iter().filter(|(one, _)| missing.contains(one)).map(|(_, word)| *word).collect();
    let mut told = Vec::new();
    if !asked.is_empty() {
        told.push(language.not_noted_of_conversation(&language.listed(&asked)));
    }
    if missing.contains(&Missing::Held) {
        told.push(language.not_held_yet().to_owned());
    }
    if missing.contains(&Missing::Note) {
        told.push(language.not_noted_what().to_owned());
    }
    let renewed = match (missing.contains(&Missing::Renewed), missing.contains(&Missing::NoteRenewed)) {
        (true, true) => language.both_of_another_choice(),
        (true, false) => language.conversation_of_another_choice(),
        (false, true) => language.note_of_another_choice(),
        (false, false) => "",
    };
    if !renewed.is_empty() {
        told.push(renewed.to_owned());
    }
    if missing.contains(&Missing::Otherwise) {
        told.push(language.noted_otherwise_too().to_owned());
    }
    told.join("; ")
}

#[cfg(test)]
#[path = "../tests/discussed.rs"]
mod tests;
