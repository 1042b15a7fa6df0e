//! Taking over another version of a checklist: what differs, which answers no longer fit, and what becomes of those.
//!
//! An answer that still fits stays as it is. One that does not becomes a line of text, with the words that it had: about
//! the patient in the running notes, of the team itself in the group's own notes, which go to nobody. So nothing that somebody chose or typed
//! is lost, and nothing stands under a question that it was not given to. An answer that was hidden and whose question
//! is gone stays in the record unseen, as hidden answers do.

use std::collections::BTreeSet;

use super::change::Change;
use super::place::{MeetingText, ReviewText, TextPlace};
use crate::checklist::{About, Checklist, Item, ItemKind, Name};
use crate::checklist::{Part, Step};
use crate::meeting::reading::facts::ReviewFacts;
use crate::meeting::reading::terms;
use crate::meeting::record::answer::{Answer, Given, NonAnswer, QuestionKey};
use crate::meeting::record::id::PatientId;
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::{Judgement, Review};
use crate::meeting::typed;
use crate::text::TextEdit;
use crate::words::Language;

/// How a question differs between two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Only the newer version has it.
    New,
    /// Both have it, and something of it is another.
    Changed,
    /// Only the older version has it.
    Gone,
}

/// The questions that differ, in the order of the newer version, those that are gone last.
pub fn differences<'c>(old: &'c Checklist, new: &'c Checklist) -> Vec<(Difference, &'c Item)> {
    let in_new = new.items().filter_map(|item| match old.item(item.id.as_str()) {
        None => Some((Difference::New, item)),
        Some(before) if !is_same(before, item) => Some((Difference::Changed, item)),
        Some(_) => None,
    });
    let gone = old.items().filter(|item| new.item(item.id.as_str()).is_none());
    in_new.chain(gone.map(|item| (Difference::Gone, item))).collect()
}

/// Whether two questions are the same; the questions under them are judged by themselves.
fn is_same(one: &Item, other: &Item) -> bool {
    let alone = |item: &Item| Item { items: Vec::new(), ..item.clone() };
    alone(one) == alone(other)
}

/// Something recorded that does not fit the newer version.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfit {
    /// Whose discussion.
    pub patient: PatientId,
    /// Whom it is about.
    pub about: About,
    /// The short label of the question.
    pub label: String,
    /// What was recorded, in the words of the older version.
    pub words: String,
    /// What takes it out of the record, or leaves the part that fits.
    change: Change,
}

/// What is recorded in the older version and does not fit the newer one, patient by patient.
pub fn unfit(meeting: &Meeting, old: &Checklist, new: &Checklist, language: Language) -> Vec<Unfit> {
    let (before, after) = (old.steps(), new.steps());
    let mut found = Vec::new();
    for review in &meeting.reviews {
        let versions = Versions { meeting, review, old, before: &before, after: &after, language };
        let answers = review.answers.iter().filter(|(key, _)| key.checklist == old.id);
        found.extend(answers.filter_map(|(key, answer)| versions.answer(key, answer)));
        found.extend(review.judgements.get(&old.id).and_then(|known| versions.judgement(known, new)));
    }
    found
}

/// The changes that take out what does not fit and write it down as text; the definition itself is not among them.
pub fn changes(meeting: &Meeting, old: &Checklist, new: &Checklist, language: Language) -> Vec<Change> {
    let unfit = unfit(meeting, old, new, language);
    let title = old.title.get(language);
    let line = |unfit: &Unfit| language.newer_kept_line(title, &old.version, &unfit.label, &unfit.words);
    let mut changes: Vec<Change> = unfit.iter().map(|unfit| unfit.change.clone()).collect();
    for review in &meeting.reviews {
        let own = unfit.iter().filter(|one| one.patient == review.patient && one.about == About::Patient);
        let place = TextPlace::Review(review.patient, ReviewText::Notes);
        changes.extend(added(meeting, place, &own.map(line).collect::<Vec<_>>()));
    }
    let of_team = unfit.iter().filter(|one| one.about == About::Team);
    changes.extend(added(
        meeting,
        TextPlace::Meeting(MeetingText::OwnNotes),
        &of_team.map(line).collect::<Vec<_>>(),
    ));
    changes
}

/// The change that adds lines to a text.
fn added(meeting: &Meeting, place: TextPlace, lines: &[String]) -> Option<Change> {
    if lines.is_empty() {
        return None;
    }
    let text = place.text(meeting)?;
    let between = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let edit = TextEdit {
        at: text.len(),
        removed: String::new(),
        inserted: format!("{between}{}", lines.join("\n")),
    };
    Some(Change::Text { place, edit, before: None, after: None })
}

/// One discussion seen with both versions.
struct Versions<'a> {
    meeting: &'a Meeting,
    review: &'a Review,
    old: &'a Checklist,
    before: &'a [Step<'a>],
    after: &'a [Step<'a>],
    language: Language,
}

impl Versions<'_> {
    fn answer(&self, key: &QuestionKey, answer: &Answer) -> Option<Unfit> {
        let (was, item) = find(self.before, &key.item)?;
        let now = find(self.after, &key.item);
        let rest = now.and_then(|(step, item)| {
            let depth = step.groups.iter().filter(|group| group.repeats).count();
            (depth == key.instance.len()).then(|| remains(item, answer)).flatten()
        });
        if rest.as_ref() == Some(answer) {
            return None;
        }
        let facts = ReviewFacts::within(self.review, &self.old.id, &key.instance);
        if now.is_none() && !self.old.visible(&facts).contains(&key.item) {
            return None;
        }
        let mut label = item.called().get(self.language).to_owned();
        if !key.instance.is_empty() {
            let times: Vec<String> = key.instance.iter().map(ToString::to_string).collect();
            label = format!("{label} ({})", times.join("."));
        }
        Some(Unfit {
            patient: self.review.patient,
            about: was.about(),
            label,
            words: match &rest {
                None => self.words(item, answer),
                Some(rest) => self.words(item, &without(answer, rest)),
            },
            change: Change::Answer {
                patient: self.review.patient,
                question: key.clone(),
                before: Some(Box::new(answer.clone())),
                after: rest.map(Box::new),
            },
        })
    }

    /// Everything that an answer says, in the words of its question.
    fn words(&self, item: &Item, answer: &Answer) -> String {
        let by = terms::participant_by_id(self.language, self.meeting, answer.answered_by);
        let by = if by.is_empty() { by } else { format!("({by})") };
        let value = terms::answer(self.language, self.meeting, item, answer);
        let parts = [value, by, answer.note.clone()].into_iter();
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    fn judgement(&self, known: &Judgement, new: &Checklist) -> Option<Unfit> {
        let language = self.language;
        let options = new.judgement.as_ref().map(|question| &question.options);
        let fits = |code: &Name| options.is_some_and(|options| options.iter().any(|one| one.code == *code));
        let shown = |name: &&Name| new.indications.iter().any(|one| one.id == **name);
        let mut after = known.clone();
        let mut said: Vec<String> = Vec::new();
        if let Some(choice) = known.choice.as_ref().filter(|choice| !fits(choice)) {
            let mut old = self.old.judgement.iter().flat_map(|question| &question.options);
            let option = old.find(|option| option.code == *choice);
            said.push(option.map_or_else(|| choice.to_string(), |one| one.text.get(language).to_owned()));
            (after.choice, after.recorded) = (None, None);
        }
        let gone: BTreeSet<&Name> = known.indications.iter().filter(|name| !shown(name)).collect();
        for name in &gone {
            let text = self.old.indications.iter().find(|one| one.id == **name);
            said.push(text.map_or_else(|| name.to_string(), |one| one.text.get(language).to_owned()));
        }
        after.indications.retain(|name| !gone.contains(name));
        if options.is_none() {
            // Without the question there is no page on which the rest could be read.
            let involved = known.involved.iter();
            let involved = involved.map(|id| terms::participant_by_id(language, self.meeting, Some(*id)));
            said.extend([&known.reason, &known.dissent, &known.withdrawn_reason].map(String::clone));
            said.extend(involved);
            after = Judgement::default();
        }
        if after == *known {
            return None;
        }
        said.retain(|part| !part.is_empty());
        Some(Unfit {
            patient: self.review.patient,
            about: About::Patient,
            label: language.judgement_title().to_owned(),
            words: said.join("; "),
            change: Change::Judgement {
                patient: self.review.patient,
                checklist: self.old.id.clone(),
                before: Some(Box::new(known.clone())),
                after: (!after.is_empty()).then(|| Box::new(after)),
            },
        })
    }
}

fn find<'s, 'c>(steps: &'s [Step<'c>], name: &Name) -> Option<(&'s Step<'c>, &'c Item)> {
    steps.iter().find_map(|step| match step.part {
        Part::Item(item) if item.id == *name => Some((step, item)),
        _ => None,
    })
}

/// What of an answer fits a question: all of it, of several options those that are still there, or nothing.
fn remains(item: &Item, answer: &Answer) -> Option<Answer> {
    let known = |code: &Name| terms::options(item).iter().any(|option| option.code == *code);
    if !item.is_answerable() {
        return None;
    }
    if !answer.counts.is_empty() {
        let counted = terms::counted(Language::Dutch, item);
        let is_counted = |code: &Name| counted.iter().any(|(known, _)| known == code);
        return answer.counts.keys().all(is_counted).then(|| answer.clone());
    }
    if item.is_counted() && matches!(answer.given, Some(ref given) if !matches!(given, Given::Not(_))) {
        return None;
    }
    let Some(given) = &answer.given else { return Some(answer.clone()) };
    let fits = match (given, &item.kind) {
        (Given::Choices(codes), ItemKind::Choices(_)) => {
            let left: BTreeSet<Name> = codes.iter().filter(|code| known(code)).cloned().collect();
            let rest = Answer { given: Some(Given::Choices(left.clone())), ..answer.clone() };
            return (!left.is_empty()).then_some(rest);
        }
        (Given::YesNo(_), ItemKind::YesNo)
        | (Given::Date(_), ItemKind::Date(_))
        | (Given::Text(_), ItemKind::LongText)
        | (Given::Person(_), ItemKind::Person) => true,
        (Given::Text(text), ItemKind::ShortText) => !text.contains('\n'),
        (Given::Choice(code), ItemKind::Choice(_)) => known(code),
        (Given::Scale(value), ItemKind::Scale(scale)) => (scale.min..=scale.max).contains(value),
        // What is no number was kept as it was typed, and still is.
        (Given::Number(text), ItemKind::Number(range)) => {
            typed::quantity(text, range.unit.as_deref()).is_none_or(|number| range.contains(number))
        }
        (Given::Not(reason), _) => NonAnswer::offered(item).contains(reason),
        _ => false,
    };
    fits.then(|| answer.clone())
}

/// The options of an answer that a part of it does not have.
fn without(answer: &Answer, rest: &Answer) -> Answer {
    let codes = |answer: &Answer| match &answer.given {
        Some(Given::Choices(codes)) => codes.clone(),
        _ => BTreeSet::new(),
    };
    let gone = codes(answer).difference(&codes(rest)).cloned().collect();
    Answer::given(Given::Choices(gone), answer.recorded)
}

#[cfg(test)]
#[path = "../tests/newer.rs"]
mod tests;
