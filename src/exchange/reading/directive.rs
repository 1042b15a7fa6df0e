//! Advance directives: what somebody wrote down earlier, as answers about earlier wishes.

use chrono::NaiveDate;
use serde_json::Value;

use super::concept::{codings, day, has, is_directive, shown};
use super::plain::{Given, Talk, Told};
use super::resources::Reading;
use super::source::Resource;
use crate::checklist::{Item, Name};
use crate::exchange::codes;
use crate::meeting::{self, terms, typed};

/// A directive that was understood.
struct Directive {
    place: String,
    kind: Name,
    /// What the list calls it; in its own words where no list does.
    called: String,
    is_in_words: bool,
    on: Option<NaiveDate>,
    comment: String,
    talk: Option<Talk>,
}

impl Reading<'_> {
    /// Reads all directives together, after everything else: they are one answer here.
    pub fn directives(&mut self) {
        let (resources, checklist) = (self.resources, self.checklist);
        let item = |name: &str| checklist.item(name);
        let kinds = item("eerdere-wensen").and_then(|_| item("eerdere-wensen-op"));
        let kinds =
            kinds.and_then(|_| item("eerdere-wensen-waar")).and_then(|_| item("eerdere-wensen-welke"));
        let mut found = Vec::new();
        for resource in resources.all.iter().filter(|one| one.kind == "Consent" && is_directive(&one.value)) {
            if !self.is_ours(resource) {
                continue;
            }
            match kinds {
                Some(kinds) => found.extend(self.directive(resource, kinds)),
                None => self.tell(&resource.place, Told::Kind("Consent adr".to_owned())),
            }
        }
        let Some(first) = found.first() else { return };
        let chosen = found.iter().map(|directive| directive.kind.clone()).collect();
        let source = first.place.clone();
        let on = found.iter().filter_map(|directive| directive.on).max();
        let talk = first.talk.clone().filter(|_| found.iter().all(|one| one.talk == first.talk));
        let mut give = |item: &str, given: meeting::Given, note: String| {
            let (item, talk, source) = (Name::new(item), talk.clone(), source.clone());
            self.given.push(Given { item, time: None, given, note, talk, on, source });
        };
        give("eerdere-wensen", meeting::Given::YesNo(true), String::new());
        give("eerdere-wensen-welke", meeting::Given::Choices(chosen), note(&found));
        match &found[..] {
            [only] => {
                if let Some(day) = only.on {
                    give("eerdere-wensen-op", meeting::Given::Date(day.to_string()), String::new());
                }
            }
            // One day is asked for: those of several stand in words.
            several => {
                let days = several
                    .iter()
                    .filter_map(|one| one.on.map(|day| format!("{}, {}", one.called, typed::numeric(day))));
                let days: Vec<String> = days.collect();
                if !days.is_empty() {
                    give("eerdere-wensen-waar", meeting::Given::Text(days.join("; ")), String::new());
                }
            }
        }
    }

    fn directive(&mut self, resource: &Resource, kinds: &Item) -> Option<Directive> {
        let (value, place) = (&resource.value, resource.place.as_str());
        let Some(concept) = value.pointer("/provision/code/0") else {
            self.tell(place, Told::Shape("provision.code".to_owned()));
            return None;
        };
        let known = codings(concept);
        let options = terms::options(kinds);
        let of_list = options.iter().find(|option| {
            !option.needs_note && option.coding.as_ref().is_some_and(|coding| known.contains(coding))
        });
        let is_other = known.is_empty() || has(concept, "nullflavor", codes::OTHER);
        let words = concept.get("text").and_then(Value::as_str).filter(|_| is_other).unwrap_or_default();
        let words = self.line(place, words);
        let in_words = options.iter().find(|option| option.needs_note && !words.is_empty());
        let Some(option) = of_list.or(in_words) else {
            self.tell(place, Told::Code(shown(concept)));
            return None;
        };
        self.unread(resource);
        let extensions = value.get("extension").and_then(Value::as_array).into_iter().flatten();
        let comment = extensions
            .filter(|one| {
                one.get("url").and_then(Value::as_str).is_some_and(|url| url.ends_with("/ext-Comment"))
            })
            .find_map(|one| one.get("valueString")?.as_str());
        Some(Directive {
            place: place.to_owned(),
            kind: option.code.clone(),
            called: if option.needs_note { words } else { option.text.nl.clone() },
            is_in_words: option.needs_note,
            on: day(value.get("dateTime")),
            comment: comment.map(|comment| self.text(place, comment)).unwrap_or_default(),
            talk: self.talk(resource),
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
}

/// What stands beside the kinds: what no list has a name for, and then what was said of each.
fn note(found: &[Directive]) -> String {
    let words: Vec<&str> =
        found.iter().filter(|one| one.is_in_words).map(|one| one.called.as_str()).collect();
    let words = Some(words.join("; ")).filter(|words| !words.is_empty());
    let comments = found.iter().filter(|one| !one.comment.is_empty()).map(|one| match found {
        [_] => one.comment.clone(),
        _ => format!("{}: {}", one.called, one.comment),
    });
    words.into_iter().chain(comments).collect::<Vec<_>>().join("\n")
}
