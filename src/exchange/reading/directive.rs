//! Advance directives: what somebody wrote down earlier, as answers about earlier wishes and about euthanasia.

use chrono::NaiveDate;
use serde_json::Value;

use super::concept::{codings, day, is_directive, shown};
use super::plain::{Given, Told};
use super::resources::Reading;
use super::source::Resource;
use crate::checklist::Name;
use crate::exchange::codes;
use crate::meeting::{self, terms, typed};

/// A directive that was understood.
struct Directive {
    place: String,
    on: Option<NaiveDate>,
    /// What it is and of when: "Levenswensverklaring, 28-06-2025".
    words: String,
    note: String,
    is_of_euthanasia: bool,
}

impl Reading<'_> {
    /// Reads all directives together, after everything else: they are one answer here.
    pub fn directives(&mut self) {
        let resources = self.resources;
        let mut found = Vec::new();
        for resource in resources.all.iter().filter(|one| one.kind == "Consent" && is_directive(&one.value)) {
            if self.is_ours(resource) {
                found.extend(self.directive(resource));
            }
        }
        let Some(first) = found.first() else { return };
        let is_there = |name: &str| self.checklist.item(name).is_some();
        if !is_there("eerdere-wensen") || !is_there("eerdere-wensen-waar") {
            for directive in &found {
                self.tell(&directive.place, Told::Kind(format!("Consent {}", directive.words)));
            }
            return;
        }
        let words: Vec<&str> = found.iter().map(|directive| directive.words.as_str()).collect();
        let notes: Vec<&str> =
            found.iter().map(|directive| directive.note.as_str()).filter(|note| !note.is_empty()).collect();
        let on = found.iter().filter_map(|directive| directive.on).max();
        let given = |item: &str, given: meeting::Given, note: String| Given {
            item: Name::new(item),
            time: None,
            given,
            note,
            talk: None,
            on,
            source: first.place.clone(),
        };
        let there = given("eerdere-wensen", meeting::Given::YesNo(true), String::new());
        let which = given("eerdere-wensen-waar", meeting::Given::Text(words.join("; ")), notes.join("\n"));
        self.given.extend([there, which]);
        for directive in found.iter().filter(|directive| directive.is_of_euthanasia) {
            self.euthanasia(directive);
        }
    }

    fn directive(&mut self, resource: &Resource) -> Option<Directive> {
        let (value, place) = (&resource.value, resource.place.as_str());
        let Some(concept) = value.pointer("/provision/code/0") else {
            self.tell(place, Told::Shape("provision.code".to_owned()));
            return None;
        };
        let known = codings(concept);
        let of_list = codes::DIRECTIVES.iter().find(|(code, _)| {
            known.iter().any(|one| one.system == codes::DIRECTIVE_TYPES && one.code == *code)
        });
        let typed = concept.get("text").and_then(Value::as_str).filter(|_| known.is_empty());
        let called = match (of_list, typed) {
            (Some((_, words)), _) => (*words).to_owned(),
            (None, Some(text)) => self.line(place, text),
            (None, None) => String::new(),
        };
        if called.is_empty() {
            self.tell(place, Told::Code(shown(concept)));
            return None;
        }
        self.unread(resource);
        let on = day(value.get("dateTime"));
        let extensions = value.get("extension").and_then(Value::as_array).into_iter().flatten();
        let comment = extensions
            .filter(|one| {
                one.get("url").and_then(Value::as_str).is_some_and(|url| url.ends_with("/ext-Comment"))
            })
            .find_map(|one| one.get("valueString")?.as_str());
        Some(Directive {
            place: place.to_owned(),
            on,
            words: on.map_or_else(|| called.clone(), |day| format!("{called}, {}", typed::numeric(day))),
            note: comment.map(|comment| self.text(place, comment)).unwrap_or_default(),
            is_of_euthanasia: of_list.is_some_and(|(code, _)| matches!(*code, "EU" | "EUD")),
        })
    }

    /// Tells of what a directive has and nothing here holds.
    fn unread(&mut self, resource: &Resource) {
        let value = &resource.value;
        let title = value.pointer("/sourceAttachment/title").and_then(Value::as_str);
        let is_disorder = |one: &&Value| {
            one.get("url")
                .and_then(Value::as_str)
                .is_some_and(|url| url.ends_with("AdvanceDirective.Disorder"))
        };
        let disorder =
            value.get("extension").and_then(Value::as_array).into_iter().flatten().find(is_disorder);
        let parts = [
            value.get("sourceAttachment").map(|_| title.unwrap_or("sourceAttachment")),
            value.get("sourceReference").map(|_| "sourceReference"),
            value.pointer("/provision/actor/0").map(|_| "provision.actor"),
            disorder.map(|_| "Disorder"),
        ];
        for part in parts.into_iter().flatten() {
            let part = self.line(&resource.place, part);
            self.tell(&resource.place, Told::Part(part));
        }
    }

    /// That somebody has a request for euthanasia in writing, which may have been said already.
    fn euthanasia(&mut self, directive: &Directive) {
        let Some(item) = self.checklist.item("euthanasie") else { return };
        let mut options = terms::options(item).iter();
        let is = |coding: &crate::checklist::Code| coding.code == codes::EUTHANASIA_DIRECTIVE;
        let Some(option) = options.find(|option| option.coding.as_ref().is_some_and(is)) else { return };
        let given = meeting::Given::Choice(option.code.clone());
        match self.given.iter_mut().find(|known| known.item == item.id) {
            Some(known) if known.given == given => {
                let note = [known.note.as_str(), directive.words.as_str()];
                known.note = note.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n");
            }
            Some(_) => self.tell(&directive.place, Told::Twice),
            None => self.given.push(Given {
                item: item.id.clone(),
                time: None,
                given,
                note: directive.words.clone(),
                talk: None,
                on: directive.on,
                source: directive.place.clone(),
            }),
        }
    }
}
