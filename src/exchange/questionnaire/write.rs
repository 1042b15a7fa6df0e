//! From a checklist to a Questionnaire.

use serde_json::{Map, Value, json};

use super::conditions::enabled;
use super::links::Links;
use super::options::{coded_option, open_option};
use super::texts::put_text;
use super::{CONTROL, CONTROLS, DEFINITION, EXCLUSIVE, FORM, Loss, Lost, MAX, MIN, OPEN_LABEL, UNIT};
use crate::checklist::{
    Checklist, ChoiceOption, Code, Condition, Entry, Group, Item, ItemKind, Localized, Part, print,
};
use crate::exchange::codes;

/// The checklist as a Questionnaire.
pub fn written(checklist: &Checklist) -> Value {
    let mut form = bare(checklist);
    let definition = json!([{ "url": DEFINITION, "valueString": print(checklist) }]);
    form.insert("extension".to_owned(), definition);
    Value::Object(form)
}

/// The same without the definition itself: all that other programs see of it.
pub fn bare(checklist: &Checklist) -> Map<String, Value> {
    let mut form = Map::new();
    form.insert("resourceType".to_owned(), json!("Questionnaire"));
    form.insert("language".to_owned(), json!("nl"));
    form.insert("url".to_owned(), json!(format!("{FORM}:{}", checklist.id)));
    form.insert("version".to_owned(), json!(checklist.version));
    put_text(&mut form, "title", &checklist.title);
    form.insert("status".to_owned(), json!("active"));
    form.insert("subjectType".to_owned(), json!(["Patient"]));
    if let Some(purpose) = &checklist.purpose {
        put_text(&mut form, "description", purpose);
    }
    let links = Links::of(checklist);
    let writer = Writer { checklist, links: &links };
    let items: Vec<Value> = checklist.groups.iter().map(|group| writer.group(group)).collect();
    form.insert("item".to_owned(), json!(items));
    form
}

/// What other programs will not see of the definition.
pub fn losses(checklist: &Checklist) -> Vec<Loss> {
    let mut losses = Vec::new();
    let links = Links::of(checklist);
    let mut lose = |place: &str, lost: Lost| losses.push(Loss { place: place.to_owned(), lost });
    for step in checklist.steps() {
        let place = step.part.id().as_str();
        if step.part.when().is_some_and(|when| enabled(checklist, &links, when).is_none()) {
            lose(place, Lost::Condition);
        }
        let Part::Item(item) = step.part else { continue };
        let becomes = match item.kind {
            ItemKind::Person => Some("string"),
            ItemKind::Agreement => Some("display"),
            _ => None,
        };
        if let Some(becomes) = becomes {
            lose(place, Lost::Becomes(item.kind.type_name(), becomes));
        }
        if item.is_counted() {
            lose(place, Lost::Part("ask"));
        }
    }
    for (is_there, name) in [
        (!checklist.indications.is_empty(), "indication"),
        (checklist.judgement.is_some(), "judgement"),
        (!checklist.agreements.is_empty(), "agreement"),
        (!checklist.sources.is_empty(), "source"),
    ] {
        if is_there {
            lose("", Lost::Part(name));
        }
    }
    losses
}

fn begun(id: &str, kind: &str, prefix: Option<&str>, text: &Localized) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("linkId".to_owned(), json!(id));
    fields.extend(prefix.map(|prefix| ("prefix".to_owned(), json!(prefix))));
    put_text(&mut fields, "text", text);
    fields.insert("type".to_owned(), json!(kind));
    fields
}

/// A definition on its way into a form.
struct Writer<'c> {
    checklist: &'c Checklist,
    links: &'c Links,
}

impl Writer<'_> {
    fn group(&self, group: &Group) -> Value {
        let mut fields = begun(self.links.link(&group.id), "group", group.prefix.as_deref(), &group.title);
        self.when(&mut fields, group.when.as_ref());
        if group.repeats {
            fields.insert("repeats".to_owned(), json!(true));
        }
        let entries = group.entries.iter().map(|entry| match entry {
            Entry::Item(item) => self.item(item),
            Entry::Group(group) => self.group(group),
        });
        let items: Vec<Value> =
            help(group.id.as_str(), group.help.as_ref()).into_iter().chain(entries).collect();
        fields.insert("item".to_owned(), json!(items));
        Value::Object(fields)
    }

    fn item(&self, item: &Item) -> Value {
        let mut fields =
            begun(self.links.link(&item.id), kind(&item.kind), item.prefix.as_deref(), &item.text);
        if let Some(code) = &item.code {
            fields.insert("code".to_owned(), json!([coding(code)]));
        }
        self.when(&mut fields, item.when.as_ref());
        let mut extensions = Vec::new();
        match &item.kind {
            ItemKind::Choice(options) | ItemKind::Choices(options) => {
                let open = open_option(&item.kind);
                if let Some(open) = open {
                    let mut label = Map::from_iter([("url".to_owned(), json!(OPEN_LABEL))]);
                    put_text(&mut label, "valueString", &open.text);
                    extensions.push(Value::Object(label));
                }
                let options: Vec<Value> = options
                    .iter()
                    .filter(|option| open.is_none_or(|open| open.code != option.code))
                    .map(answer_option)
                    .collect();
                fields.insert("answerOption".to_owned(), json!(options));
                if matches!(item.kind, ItemKind::Choices(_)) {
                    fields.insert("repeats".to_owned(), json!(true));
                }
            }
            ItemKind::Scale(scale) => {
                extensions.push(json!({ "url": MIN, "valueInteger": scale.min }));
                extensions.push(json!({ "url": MAX, "valueInteger": scale.max }));
            }
            ItemKind::Number(range) => {
                for (url, bound) in [(MIN, range.min), (MAX, range.max)] {
                    extensions.extend(bound.map(|bound| json!({ "url": url, "valueDecimal": bound })));
                }
                if let Some(unit) = &range.unit {
                    extensions.push(json!({ "url": UNIT, "valueCoding": { "display": unit } }));
                }
            }
            ItemKind::Date(asked) => {
                for (url, bound) in [(MIN, asked.earliest), (MAX, asked.latest)] {
                    let key = if asked.time { "valueDateTime" } else { "valueDate" };
                    extensions.extend(bound.map(|day| json!({ "url": url, key: day.to_string() })));
                }
            }
            _ => {}
        }
        if !extensions.is_empty() {
            fields.insert("extension".to_owned(), json!(extensions));
        }
        let within = item.items.iter().map(|inner| self.item(inner));
        let items: Vec<Value> =
            help(item.id.as_str(), item.help.as_ref()).into_iter().chain(within).collect();
        // Text to read has no parts in the standard.
        if !items.is_empty() && fields.get("type") != Some(&json!("display")) {
            fields.insert("item".to_owned(), json!(items));
        }
        Value::Object(fields)
    }

    fn when(&self, fields: &mut Map<String, Value>, condition: Option<&Condition>) {
        let Some((tests, behaviour)) =
            condition.and_then(|condition| enabled(self.checklist, self.links, condition))
        else {
            return;
        };
        if tests.len() > 1 {
            fields.insert("enableBehavior".to_owned(), json!(behaviour));
        }
        fields.insert("enableWhen".to_owned(), json!(tests));
    }
}

fn answer_option(option: &ChoiceOption) -> Value {
    let mut fields = Map::from_iter([("valueCoding".to_owned(), coded_option(option))]);
    if option.exclusive {
        fields.insert("extension".to_owned(), json!([{ "url": EXCLUSIVE, "valueBoolean": true }]));
    }
    Value::Object(fields)
}

/// A child that a program shows as help beside its question.
fn help(id: &str, text: Option<&Localized>) -> Option<Value> {
    let mut fields = begun(&format!("{id}.help"), "display", None, text?);
    let control = json!({ "coding": [codes::coded(CONTROLS, "help")] });
    fields.insert("extension".to_owned(), json!([{ "url": CONTROL, "valueCodeableConcept": control }]));
    Some(Value::Object(fields))
}

fn coding(code: &Code) -> Value {
    codes::coding(code)
}

fn kind(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::YesNo => "boolean",
        ItemKind::Choice(_) | ItemKind::Choices(_) if open_option(kind).is_some() => "open-choice",
        ItemKind::Choice(_) | ItemKind::Choices(_) => "choice",
        ItemKind::Scale(_) => "integer",
        ItemKind::Number(_) => "decimal",
        ItemKind::Date(asked) if asked.time => "dateTime",
        ItemKind::Date(_) => "date",
        ItemKind::ShortText | ItemKind::Person => "string",
        ItemKind::LongText => "text",
        ItemKind::Agreement | ItemKind::Display => "display",
    }
}
