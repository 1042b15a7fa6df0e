//! A checklist as a list of its parts, each with what can be said of it.

use super::difference::{Aspect, Place, Value};
use crate::checklist::definition::{
    About, Ask, Audience, Checklist, ChoiceOption, Code, Condition, Entry, Group, Involved, Item, ItemKind,
    Localized, Looks, Name, NonAnswers, SourceStatus,
};

/// One part.
pub(super) struct Part {
    pub(super) place: Place,
    /// The part around it; the checklist is around itself.
    pub(super) within: Place,
    pub(super) title: Localized,
    /// What there is to say of it; what is absent or usual is left out.
    pub(super) values: Vec<(Aspect, Value)>,
}

/// The parts in the order of the file.
pub(super) fn parts(checklist: &Checklist) -> Vec<Part> {
    let mut list = List(Vec::new());
    let top = Place::Checklist;
    let values = Values::new().text(Aspect::Title, Some(&checklist.title));
    list.add(top.clone(), &top, &checklist.title, values.text(Aspect::Purpose, checklist.purpose.as_ref()));
    for source in &checklist.sources {
        let status = match source.status {
            SourceStatus::InForce => None,
            SourceStatus::Concept => Some("concept"),
            SourceStatus::Withdrawn => Some("withdrawn"),
        };
        let values = Values::new()
            .text(Aspect::Title, Some(&source.title))
            .written(Aspect::Year, source.year)
            .written(Aspect::Status, status)
            .written(Aspect::Address, source.url.as_ref())
            .text(Aspect::Evidence, source.evidence.as_ref());
        list.add(Place::Source(source.id.clone()), &top, &source.title, values);
    }
    for group in &checklist.groups {
        list.group(group, &top);
    }
    for indication in &checklist.indications {
        let values = Values::new()
            .text(Aspect::Text, Some(&indication.text))
            .condition(Some(&indication.when))
            .written(Aspect::Source, indication.source.as_ref());
        list.add(Place::Indication(indication.id.clone()), &top, &indication.text, values);
    }
    if let Some(judgement) = &checklist.judgement {
        let involve: Vec<String> = judgement.involve.iter().map(|group| words(group)).collect();
        let involve = Some(involve.join("; ")).filter(|involve| !involve.is_empty());
        let values = Values::new()
            .text(Aspect::Text, Some(&judgement.text))
            .text(Aspect::Help, judgement.help.as_ref())
            .written(Aspect::Source, judgement.source.as_ref())
            .written(Aspect::Involve, involve)
            .written(Aspect::JudgeAgainAfter, judgement.judge_again_after);
        list.add(Place::Judgement, &top, &judgement.text, values);
        list.options(&judgement.options, &Place::Judgement, |code| Place::JudgementOption(code.clone()));
    }
    for agreement in &checklist.agreements {
        let values = Values::new()
            .text(Aspect::Text, Some(&agreement.text))
            .condition(agreement.when.as_ref())
            .written(Aspect::Source, agreement.source.as_ref());
        list.add(Place::Agreement(agreement.text.nl.clone()), &top, &agreement.text, values);
    }
    list.0
}

struct List(Vec<Part>);

impl List {
    fn add(&mut self, place: Place, within: &Place, title: &Localized, values: Values) {
        self.0.push(Part { place, within: within.clone(), title: title.clone(), values: values.0 });
    }

    fn group(&mut self, group: &Group, within: &Place) {
        let place = Place::Group(group.id.clone());
        let values = Values::new()
            .text(Aspect::Title, Some(&group.title))
            .written(Aspect::Prefix, group.prefix.as_ref())
            .written(Aspect::LinkId, group.link_id.as_ref())
            .text(Aspect::Help, group.help.as_ref())
            .condition(group.when.as_ref())
            .written(Aspect::Repeats, group.repeats.then_some("true"))
            .written(Aspect::About, (group.about == About::Team).then_some("team"))
            .written(Aspect::Standing, group.standing.then_some("true"));
        self.add(place.clone(), within, &group.title, values);
        for entry in &group.entries {
            match entry {
                Entry::Item(item) => self.item(item, &place),
                Entry::Group(inner) => self.group(inner, &place),
            }
        }
    }

    fn item(&mut self, item: &Item, within: &Place) {
        let place = Place::Item(item.id.clone());
        let ask = match item.ask {
            Ask::Team => None,
            Ask::WhoKnows => Some("who-knows"),
            Ask::EachParticipant => Some("each-participant"),
        };
        let states = match item.states {
            NonAnswers::Team => None,
            NonAnswers::Pzp => Some("pzp"),
            NonAnswers::Unknown => Some("unknown"),
            NonAnswers::None => Some("none"),
        };
        let audience: Vec<&str> = item.audience.iter().map(|one| audience(*one)).collect();
        let audience = Some(audience.join(", ")).filter(|audience| !audience.is_empty());
        let values = Values::new()
            .text(Aspect::Text, Some(&item.text))
            .text(Aspect::Label, item.label.as_ref())
            .written(Aspect::Prefix, item.prefix.as_ref())
            .written(Aspect::LinkId, item.link_id.as_ref())
            .text(Aspect::Help, item.help.as_ref())
            .written(Aspect::Type, Some(item.kind.type_name()))
            .written(Aspect::Ask, ask)
            .written(Aspect::Audience, audience)
            .written(Aspect::NonAnswers, states)
            .written(Aspect::Discussed, item.discussed.word())
            .written(Aspect::Standing, item.standing.then_some("true"))
            .written(Aspect::Code, item.code.as_ref().map(code))
            .written(Aspect::Source, item.source.as_ref())
            .condition(item.when.as_ref());
        let values = match &item.kind {
            ItemKind::Scale(scale) => values
                .written(Aspect::Minimum, Some(scale.min))
                .written(Aspect::Maximum, Some(scale.max))
                .text(Aspect::Low, scale.low.as_ref())
                .text(Aspect::High, scale.high.as_ref()),
            ItemKind::Number(range) => values
                .written(Aspect::Minimum, range.min)
                .written(Aspect::Maximum, range.max)
                .written(Aspect::Unit, range.unit.as_ref()),
            ItemKind::Date(asked) => values
                .written(Aspect::Looks, Some(asked.looks.word()).filter(|_| asked.looks != Looks::default()))
                .written(Aspect::Earliest, asked.earliest)
                .written(Aspect::Latest, asked.latest)
                .written(Aspect::Time, asked.time.then_some("true")),
            _ => values,
        };
        self.add(place.clone(), within, item.label.as_ref().unwrap_or(&item.text), values);
        if let ItemKind::Choice(options) | ItemKind::Choices(options) = &item.kind {
            self.options(options, &place, |code| Place::Option(item.id.clone(), code.clone()));
        }
        item.items.iter().for_each(|inner| self.item(inner, &place));
    }

    fn options(&mut self, options: &[ChoiceOption], within: &Place, place: impl Fn(&Name) -> Place) {
        for option in options {
            let values = Values::new()
                .text(Aspect::Text, Some(&option.text))
                .written(Aspect::Code, option.coding.as_ref().map(code))
                .written(Aspect::Source, Some(named(&option.sources)).filter(|names| !names.is_empty()))
                .written(Aspect::NeedsNote, option.needs_note.then_some("true"))
                .written(Aspect::Exclusive, option.exclusive.then_some("true"))
                .written(Aspect::LeavesOpen, option.leaves_open.then_some("true"));
            self.add(place(&option.code), within, &option.text, values);
        }
    }
}

struct Values(Vec<(Aspect, Value)>);

impl Values {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn text(mut self, aspect: Aspect, text: Option<&Localized>) -> Self {
        self.0.extend(text.map(|text| (aspect, Value::Text(text.clone()))));
        self
    }

    fn written(mut self, aspect: Aspect, word: Option<impl ToString>) -> Self {
        self.0.extend(word.map(|word| (aspect, Value::Written(word.to_string()))));
        self
    }

    fn condition(mut self, when: Option<&Condition>) -> Self {
        self.0.extend(when.map(|when| (Aspect::Condition, Value::Condition(when.clone()))));
        self
    }
}

const fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Team => "team",
        Audience::SocialDomain => "social-domain",
        Audience::Patient => "patient",
    }
}

fn named(names: &[Name]) -> String {
    names.iter().map(Name::as_str).collect::<Vec<_>>().join(", ")
}

fn code(code: &Code) -> String {
    format!("{} {}", code.system, code.code)
}

fn words(group: &[Involved]) -> String {
    group.iter().map(|one| one.name()).collect::<Vec<_>>().join(" / ")
}
