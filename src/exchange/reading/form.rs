//! What the form as it was filled in says: what has no resource of its own, and the exact reason why something is not known.

use std::collections::BTreeMap;

use serde_json::Value;

use super::concept::{codings, day, has};
use super::plain::{Given, Talk, Told};
use super::resources::Reading;
use super::source::Resource;
use crate::checklist::{Discussed, Item, ItemKind, Name};
use crate::exchange::codes;
use crate::exchange::questionnaire::{FORM, open_option};
use crate::meeting::{self, NonAnswer, Person, terms};

/// Items this deep are looked at; what is deeper is no form of ours.
const DEEPEST: usize = 12;

/// Where a form is being read.
#[derive(Clone, Copy, Default)]
struct At {
    depth: usize,
    time: Option<u32>,
}

impl Reading<'_> {
    /// Reads the forms of the checklist, after everything else.
    pub fn forms(&mut self) {
        let url = format!("{FORM}:{}", self.checklist.id);
        for resource in &self.resources.all {
            if resource.kind != "QuestionnaireResponse" {
                continue;
            }
            let named = resource.value.get("questionnaire").and_then(Value::as_str).unwrap_or_default();
            if named.split('|').next() != Some(&url) {
                self.tell(&resource.place, Told::Kind(super::clean::line(named).0));
            } else if self.is_ours(resource) {
                self.form(resource);
            }
        }
    }

    fn form(&mut self, resource: &Resource) {
        let mut talks: BTreeMap<Option<u32>, (Talk, Vec<Name>)> = BTreeMap::new();
        let mut found = Vec::new();
        self.items(resource, &resource.value, At::default(), &mut talks, &mut found);
        let plan = talks.get(&None).map(|(talk, _)| talk.clone()).filter(|talk| !talk.is_empty());
        let about = |item: &Name| {
            let named = talks.values().find(|(_, about)| about.contains(item));
            named.map(|(talk, _)| talk.clone()).or_else(|| plan.clone())
        };
        let checklist = self.checklist;
        let needs = |name: &Name| {
            checklist.item(name.as_str()).is_some_and(|item| item.discussed == Discussed::Needed)
        };
        // The form has one conversation for the whole plan: where resources tell of conversations, those are exact.
        let is_exact = self.given.iter().any(|one| one.talk.is_some());
        for one in self.given.iter_mut().filter(|one| !is_exact && needs(&one.item)) {
            one.talk = about(&one.item);
        }
        for (item, time, given, note) in found {
            match self.given.iter_mut().find(|known| known.item == item && known.time == time) {
                // Only the form has the exact reason.
                Some(Given { given: known @ meeting::Given::Not(_), .. })
                    if matches!(given, meeting::Given::Not(_)) =>
                {
                    *known = given;
                }
                Some(known) if known.given == given => {}
                Some(_) => self.tell(&resource.place, Told::Twice),
                None => {
                    let talk = (!is_exact && needs(&item)).then(|| about(&item)).flatten();
                    let on = day(resource.value.get("authored"));
                    self.given.push(Given {
                        item,
                        time,
                        given,
                        note,
                        talk,
                        on,
                        source: resource.place.clone(),
                    });
                }
            }
        }
    }

    fn items(
        &mut self,
        resource: &Resource,
        within: &Value,
        at: At,
        talks: &mut BTreeMap<Option<u32>, (Talk, Vec<Name>)>,
        found: &mut Vec<(Name, Option<u32>, meeting::Given, String)>,
    ) {
        let items = within.get("item").and_then(Value::as_array).into_iter().flatten();
        let mut times: BTreeMap<String, u32> = BTreeMap::new();
        for item in items {
            let Some(id) = item.get("linkId").and_then(Value::as_str).filter(|_| at.depth < DEEPEST) else {
                self.tell(&resource.place, Told::Shape("item.linkId".to_owned()));
                continue;
            };
            let name = self.links.name(id);
            let id = name.as_str();
            let mut inner = At { depth: at.depth + 1, ..at };
            if self
                .checklist
                .steps()
                .iter()
                .any(|step| step.groups.iter().any(|group| group.repeats && group.id.as_str() == id))
            {
                let time = times.entry(id.to_owned()).or_default();
                *time += 1;
                inner.time = Some(*time);
            }
            let answers = item.get("answer").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            if let Some(known) = self.checklist.item(id) {
                if let Some(given) = self.value(resource, known, answers) {
                    let note = self.own_words(resource, known, answers);
                    self.sort(known, (at.time, given, note), talks, found);
                }
            } else if !answers.is_empty() {
                self.tell(&resource.place, Told::Question(super::clean::line(id).0));
            }
            self.items(resource, item, inner, talks, found);
            for answer in answers {
                self.items(resource, answer, inner, talks, found);
            }
        }
    }

    /// Puts an answer where it belongs: with the conversations, or among the answers.
    fn sort(
        &self,
        item: &Item,
        (time, given, note): (Option<u32>, meeting::Given, String),
        talks: &mut BTreeMap<Option<u32>, (Talk, Vec<Name>)>,
        found: &mut Vec<(Name, Option<u32>, meeting::Given, String)>,
    ) {
        let mut of_talk = |put: &dyn Fn(&mut Talk, &mut Vec<Name>)| {
            let (talk, about) = talks.entry(time).or_default();
            put(talk, about);
        };
        match (item.discussed, &given) {
            (Discussed::On, meeting::Given::Date(text)) => {
                of_talk(&|talk, _| talk.on = text.parse().ok());
            }
            (Discussed::By, meeting::Given::Person(Person::Outside(name))) => {
                of_talk(&|talk, _| talk.by.clone_from(name));
            }
            (Discussed::With, meeting::Given::Text(text)) => of_talk(&|talk, _| talk.with.clone_from(text)),
            (Discussed::About, meeting::Given::Choices(names)) => {
                of_talk(&|_, about| about.extend(names.iter().cloned()));
            }
            (Discussed::On | Discussed::By | Discussed::With | Discussed::About, _) => {}
            _ => found.push((item.id.clone(), time, given, note)),
        }
    }

    fn value(&mut self, resource: &Resource, item: &Item, answers: &[Value]) -> Option<meeting::Given> {
        let first = answers.first()?;
        let reason = first.get("extension").and_then(Value::as_array).into_iter().flatten();
        let reason = reason.filter_map(|one| one.get("valueCode")?.as_str()).next();
        if let Some(reason) = reason {
            let mut all = NonAnswer::ALL.into_iter().filter(|known| NonAnswer::offered(item).contains(known));
            let found = all.find(|known| codes::absent(*known).unwrap_or("not-applicable") == reason);
            if found.is_none() {
                self.tell(&resource.place, Told::Value(super::clean::line(reason).0));
            }
            return found.map(meeting::Given::Not);
        }
        let text = |key: &str| first.get(key).and_then(Value::as_str);
        let given = match &item.kind {
            ItemKind::YesNo => first.get("valueBoolean").and_then(Value::as_bool).map(meeting::Given::YesNo),
            ItemKind::Choice(_) => self.chosen(item, first).map(meeting::Given::Choice),
            ItemKind::Choices(_) => {
                let chosen: Option<_> = answers.iter().map(|answer| self.chosen(item, answer)).collect();
                chosen.map(meeting::Given::Choices)
            }
            ItemKind::Scale(_) => {
                first.get("valueInteger").and_then(Value::as_i64).map(meeting::Given::Scale)
            }
            ItemKind::Number(_) => {
                let number = ["valueDecimal", "valueInteger"].iter().find_map(|key| first.get(key)?.as_f64());
                number.map(|number| meeting::Given::Number(number.to_string()))
            }
            ItemKind::Date(asked) => {
                let written = first.get("valueDate").or_else(|| first.get("valueDateTime"));
                let time =
                    written.and_then(Value::as_str).and_then(|text| text.get(10..16)?.strip_prefix('T'));
                day(written).map(|day| match time.filter(|_| asked.time) {
                    Some(time) => meeting::Given::Date(format!("{day} {time}")),
                    None => meeting::Given::Date(day.to_string()),
                })
            }
            ItemKind::ShortText => {
                text("valueString").map(|text| meeting::Given::Text(self.line(&resource.place, text)))
            }
            ItemKind::LongText => {
                text("valueString").map(|text| meeting::Given::Text(self.text(&resource.place, text)))
            }
            ItemKind::Person => text("valueString")
                .map(|text| meeting::Given::Person(Person::Outside(self.line(&resource.place, text)))),
            ItemKind::Agreement | ItemKind::Display => None,
        };
        let given = given.filter(|given| !given.typed().is_some_and(str::is_empty));
        if given.is_none() {
            self.tell(&resource.place, Told::Shape(item.id.to_string()));
        }
        given
    }

    /// The words of who chose "anders, namelijk": by themselves, or behind what the option is called.
    fn own_words(&mut self, resource: &Resource, item: &Item, answers: &[Value]) -> String {
        let of_option = |words: &str| {
            let mut open = terms::options(item).iter().filter(|option| option.needs_note);
            open.find_map(|option| words.strip_prefix(option.text.nl.as_str()))
                .map(|rest| rest.trim_start_matches(':').trim().to_owned())
        };
        let words = answers.iter().find_map(|answer| {
            if let (Some(words), Some(_)) =
                (answer.get("valueString").and_then(Value::as_str), open_option(&item.kind))
            {
                return Some(of_option(words).unwrap_or_else(|| words.to_owned()));
            }
            of_option(answer.pointer("/valueCoding/display")?.as_str()?)
        });
        words.map(|words| self.text(&resource.place, &words)).unwrap_or_default()
    }

    fn chosen(&self, item: &Item, answer: &Value) -> Option<Name> {
        if answer.get("valueString").is_some() {
            return open_option(&item.kind).map(|open| open.code.clone());
        }
        let coding = answer.get("valueCoding")?;
        let concept = serde_json::json!({ "coding": [coding] });
        let known = codings(&concept);
        let own = |code: &Name| has(&concept, crate::exchange::questionnaire::OPTIONS, code.as_str());
        let mut options = terms::options(item).iter();
        let is = |option: &&crate::checklist::ChoiceOption| match &option.coding {
            Some(coding) => known.contains(coding),
            None => own(&option.code),
        };
        options.find(is).map(|option| option.code.clone())
    }
}
