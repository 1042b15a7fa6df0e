//! The answers to one checklist in words: what was shown and answered, and nothing else.

use std::collections::BTreeMap;

use crate::checklist::{About, Ask, Checklist, Entry, Group, Item, NonAnswers, Visible};
use crate::meeting::{
    Answer, Given, Meeting, NonAnswer, QuestionKey, Review, ReviewFacts, Stamp, terms, typed,
};
use crate::words::Language;

/// For whom answers are gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What belongs to the patient.
    Patient,
    /// What the group keeps to itself, which never stands in anything about a patient.
    Group,
}

/// A line of the answers.
#[derive(Debug, Clone)]
pub(super) enum Line<'a> {
    /// Which time of a repeating group follows.
    Time {
        /// What it is called, with its number.
        title: String,
        /// Whether its first answer is called so, so that it needs no line of its own.
        is_told: bool,
    },
    /// A time of a repeating group that stood before and was taken away.
    Gone {
        /// The first question of it.
        key: QuestionKey,
        /// What the group is called.
        title: String,
        /// That it no longer holds, and what it was.
        value: String,
        /// Who recorded that, and when.
        recorded: Stamp,
    },
    /// An answered question.
    Answered {
        /// Which question.
        key: QuestionKey,
        /// The short label of the question.
        label: String,
        /// The answer in words; empty where there is only a note.
        value: String,
        /// The question itself.
        item: &'a Item,
        /// The answer itself, with its note and stamp.
        answer: &'a Answer,
        /// What it was in an earlier meeting, or since when it stands; empty where nothing stood.
        earlier: String,
        /// Whether it stands under one of several times.
        under: bool,
    },
}

/// Whose answers to what.
#[derive(Clone, Copy)]
pub(super) struct Answers<'a> {
    pub language: Language,
    pub meeting: &'a Meeting,
    pub review: &'a Review,
    pub checklist: &'a Checklist,
    pub part: Part,
}

/// Whether the checklist holds items of the PZP, so that the plan in the record prevails.
pub fn is_pzp(checklist: &Checklist) -> bool {
    checklist.items().any(|item| item.states == NonAnswers::Pzp)
}

/// Whether everybody who knows the patient answers for themselves, so that the whole question belongs above the answers.
pub fn is_personal(item: &Item) -> bool {
    item.ask == Ask::WhoKnows
}

/// The answers about the patient, each as its short label and its words with the note behind; the team's own part and
/// hidden questions are not among them. In repeating groups the label carries the number of the time.
pub fn in_words(
    language: Language,
    meeting: &Meeting,
    review: &Review,
    checklist: &Checklist,
) -> Vec<(QuestionKey, String, String)> {
    let answers = Answers { language, meeting, review, checklist, part: Part::Patient };
    let mut time = String::new();
    let mut words = Vec::new();
    for line in answers.lines() {
        match line {
            Line::Time { title, .. } => time = title,
            Line::Gone { key, title, value, .. } => words.push((key, title, value)),
            Line::Answered { key, label, value, item, answer, under, .. } => {
                let label = if under { format!("{label} ({})", time.to_lowercase()) } else { label };
                let note = terms::note(language, item, answer);
                let value =
                    [value, note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
                words.push((key, label, value));
            }
        }
    }
    words
}

/// The number that each time of a repeating group has, in their order: what was filled in counts as on paper, and what is
/// empty counts on after that.
pub fn time_numbers(
    meeting: &Meeting,
    review: &Review,
    checklist: &Checklist,
    group: &Group,
    instance: &[u32],
) -> Vec<usize> {
    let language = Language::Dutch;
    let parts = [Part::Patient, Part::Group];
    let answers = parts.map(|part| Answers { language, meeting, review, checklist, part });
    let key = QuestionKey::repeated(&checklist.id, &group.id, instance);
    let is_empty =
        |number: &u32| answers.iter().all(|answers| answers.time(group, false, instance, *number).is_empty());
    let empty: Vec<bool> = review.times(&key).iter().map(is_empty).collect();
    let filled = empty.iter().filter(|empty| !**empty).count();
    let (mut next, mut next_empty) = (0, filled);
    let numbers = empty.into_iter().map(|empty| {
        let next = if empty { &mut next_empty } else { &mut next };
        *next += 1;
        *next
    });
    numbers.collect()
}

impl<'a> Answers<'a> {
    /// The lines, in the order of the checklist.
    pub fn lines(&self) -> Vec<Line<'a>> {
        if self.review.takes_back(&self.checklist.id) {
            return Vec::new();
        }
        let facts = ReviewFacts::new(self.review, &self.checklist.id);
        let visible = self.checklist.visible(&facts);
        let mut lines = Vec::new();
        for group in self.checklist.groups.iter().filter(|group| visible.contains(&group.id)) {
            self.group(group, group.about == About::Team, &[], &visible, &mut lines);
        }
        lines
    }

    fn group(
        &self,
        group: &'a Group,
        kept: bool,
        instance: &[u32],
        visible: &Visible,
        lines: &mut Vec<Line<'a>>,
    ) {
        if !group.repeats {
            self.entries(group, kept, instance, visible, lines);
            return;
        }
        let key = QuestionKey::repeated(&self.checklist.id, &group.id, instance);
        let times = self.review.times(&key).iter();
        let mut times: Vec<_> = times.map(|number| self.time(group, kept, instance, *number)).collect();
        // Times without an answer are not told of, and have no number.
        times.retain(|own| !own.is_empty());
        let are_several = times.len() > 1;
        for (number, mut own) in (1..).zip(times) {
            if are_several {
                let called = group.called();
                let called = called.get(self.language);
                let title = self.language.time_number(called, number);
                // "Expected scenario 1: pneumonia" says at once what a heading of the same name would say before it.
                let is_told = match own.first_mut() {
                    Some(Line::Answered { label, value, item, .. })
                        if label == called && !value.is_empty() && !is_personal(item) =>
                    {
                        label.clone_from(&title);
                        true
                    }
                    _ => false,
                };
                for line in own.iter_mut().skip(usize::from(is_told)) {
                    if let Line::Answered { under, .. } = line {
                        *under = true;
                    }
                }
                lines.push(Line::Time { title, is_told });
            }
            lines.append(&mut own);
        }
        lines.extend(self.gone(group, kept, &key));
    }

    /// The times of a repeating group that stood before and were taken away today: whoever reads has to know that they no longer hold.
    fn gone(&self, group: &'a Group, kept: bool, key: &QuestionKey) -> Vec<Line<'a>> {
        let (language, depth) = (self.language, key.instance.len());
        let kept = kept || group.about == About::Team;
        let mut items = Vec::new();
        items_of(group, kept, &mut items);
        items.retain(|(_, kept)| *kept == (self.part == Part::Group));
        let mut gone: BTreeMap<u32, (QuestionKey, Vec<String>, Stamp)> = BTreeMap::new();
        for (item, _) in items {
            let of_item = self.review.answers.iter().filter(|(known, answer)| {
                let is_same = known.checklist == key.checklist && known.item == item.id;
                is_same
                    && known.instance.starts_with(&key.instance)
                    && answer.given == Some(Given::Not(NonAnswer::NoLonger))
            });
            for (known, answer) in of_item {
                let Some((number, was)) = known.instance.get(depth).copied().zip(answer.stood_before())
                else {
                    continue;
                };
                if self.review.times(key).contains(&number) {
                    continue;
                }
                let told = terms::answer(language, self.meeting, item, &was);
                let one = gone.entry(number).or_insert_with(|| (known.clone(), Vec::new(), answer.recorded));
                one.1.extend(Some(told.trim().to_owned()).filter(|told| !told.is_empty()));
            }
        }
        let lines = gone.into_values().map(|(key, was, recorded)| Line::Gone {
            key,
            title: group.called().get(language).to_owned(),
            value: language.time_gone(&was.join("; ")),
            recorded,
        });
        lines.collect()
    }

    /// What was answered in one time of a repeating group.
    fn time(&self, group: &'a Group, kept: bool, instance: &[u32], number: u32) -> Vec<Line<'a>> {
        let inner: Vec<u32> = instance.iter().copied().chain([number]).collect();
        let facts = ReviewFacts::within(self.review, &self.checklist.id, &inner);
        let visible = self.checklist.visible(&facts);
        let mut own = Vec::new();
        self.entries(group, kept, &inner, &visible, &mut own);
        let first = group.entries.iter().find_map(|entry| match entry {
            Entry::Item(item) => Some(&item.id),
            Entry::Group(_) => None,
        });
        let is_first =
            |line: &Line<'_>| matches!(line, Line::Answered { key, .. } if Some(&key.item) == first);
        // Half of it says nothing to who was not there.
        if !own.iter().any(is_first) {
            for line in &mut own {
                if let Line::Answered { label, answer, .. } = line
                    && !answer.said_of.is_empty()
                {
                    *label = self.language.said_of(label, &answer.said_of);
                }
            }
        }
        own
    }

    fn entries(
        &self,
        group: &'a Group,
        kept: bool,
        instance: &[u32],
        visible: &Visible,
        lines: &mut Vec<Line<'a>>,
    ) {
        for entry in &group.entries {
            match entry {
                Entry::Item(item) => self.item(item, kept, instance, visible, lines),
                Entry::Group(inner) if visible.contains(&inner.id) => {
                    self.group(inner, kept || inner.about == About::Team, instance, visible, lines);
                }
                Entry::Group(_) => {}
            }
        }
    }

    fn item(
        &self,
        item: &'a Item,
        kept: bool,
        instance: &[u32],
        visible: &Visible,
        lines: &mut Vec<Line<'a>>,
    ) {
        if !visible.contains(&item.id) {
            return;
        }
        let kept = kept || item.is_of_team();
        let wanted = kept == (self.part == Part::Group);
        let key = QuestionKey::repeated(&self.checklist.id, &item.id, instance);
        let answers = self.review.answers_to(&key).filter(|_| wanted && item.is_answerable());
        for (key, answer) in answers {
            let value = self.value(item, answer);
            if !value.is_empty() || !answer.note.trim().is_empty() {
                let label = item.called().get(self.language).to_owned();
                let earlier = self.earlier(item, answer);
                let key = key.clone();
                lines.push(Line::Answered { key, label, value, item, answer, earlier, under: false });
            }
        }
        for child in &item.items {
            self.item(child, kept, instance, visible, lines);
        }
    }

    /// What an answer was in an earlier meeting, or since when it stands; empty where nothing stood.
    fn earlier(&self, item: &Item, answer: &Answer) -> String {
        let Some(earlier) = answer.stood_before() else { return String::new() };
        let was = terms::answer(self.language, self.meeting, item, &earlier);
        let day = typed::numeric(earlier.counted_from(earlier.recorded.at.date()));
        self.language.export_earlier(was.trim(), &day, answer.is_confirmed())
    }

    /// The answer in words, with who gave it.
    fn value(&self, item: &Item, answer: &Answer) -> String {
        let language = self.language;
        let value = terms::answer(language, self.meeting, item, answer);
        let value = value.trim();
        let by = terms::participant_by_id(language, self.meeting, answer.answered_by);
        if value.is_empty() || by.is_empty() { value.to_owned() } else { format!("{value} ({by})") }
    }
}

/// The items of a group, in their order, each with whether the team keeps it to itself.
fn items_of<'a>(group: &'a Group, kept: bool, items: &mut Vec<(&'a Item, bool)>) {
    fn of<'a>(item: &'a Item, kept: bool, items: &mut Vec<(&'a Item, bool)>) {
        let kept = kept || item.is_of_team();
        items.push((item, kept));
        item.items.iter().for_each(|child| of(child, kept, items));
    }
    for entry in &group.entries {
        match entry {
            Entry::Item(item) => of(item, kept, items),
            Entry::Group(inner) => items_of(inner, kept || inner.about == About::Team, items),
        }
    }
}
