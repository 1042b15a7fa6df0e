//! The table of keys as a JSON schema, by which editors help while somebody types.
//!
//! It holds what is a matter of form. What the parts say of each other (names that exist, conditions that can hold) is
//! for the rules.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    ASK_OF_TYPES, CONDITION_HEADS, CONDITION_TESTS, DEVICES, FILES, Form, ITEM_TYPES, KEYS_OF_TYPES, Key,
    NEEDED_BY_TYPES, NUMBERED_DEVICES, Shape,
};
use crate::checklist::definition::{Involved, limits};
use crate::words::Language;

/// At least one character that is no space.
const SOMETHING: &str = r"\S";

/// The JSON schema (draft 2020-12) of all kinds of definition files, with its explanations in `language`.
pub fn json_schema(language: Language) -> String {
    let mut shapes: Map<String, Value> = Map::new();
    for shape in FILES.iter().flat_map(|file| file.reachable()) {
        shapes.entry(shape.name).or_insert_with(|| of_shape(shape, language));
    }
    let known = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    // The `if` gives an editor one clear fault. The `anyOf` refuses nothing: from it editors take what can be typed.
    let files: Vec<Value> = FILES.iter().map(|file| known(file.name)).chain([json!(true)]).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": language.schema_title(),
        "description": language.schema_about(),
        "type": "object",
        "anyOf": files,
        "if": { "required": ["step"] },
        "then": known("route"),
        "else": { "if": has_scenes(), "then": known("case"), "else": known("checklist") },
        "$defs": shapes,
    });
    format!("{schema:#}\n")
}

/// What a file is known by as a case, as `parse` does it.
fn has_scenes() -> Value {
    json!({ "required": ["scene"], "not": { "required": ["group"] } })
}

fn of_shape(shape: &Shape, language: Language) -> Value {
    let property = |key: &Key| (key.name.to_owned(), of_key(shape, key, language));
    let properties: Map<String, Value> = shape.keys.iter().map(property).collect();
    let required: Vec<&str> = shape.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = json!({
        "title": shape.name,
        "description": language.shape_explained(shape.name),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    let mut add = |key: &str, value: Value| {
        if let Some(table) = schema.as_object_mut() {
            table.insert(key.to_owned(), value);
        }
    };
    if !required.is_empty() {
        add("required", json!(required));
    }
    match shape.name {
        "item" => {
            add("dependentSchemas", fitting_types());
            add("if", of_types(&["choice", "choices"]));
            add("then", needed("choice"));
            let mut scale = needed("scale");
            if let Some(table) = scale.as_object_mut() {
                let whole = json!({ "type": "integer" });
                table.insert("properties".to_owned(), json!({ "min": whole, "max": whole }));
            }
            add("else", json!({ "if": of_types(&["scale"]), "then": scale }));
        }
        "condition" => {
            add("oneOf", CONDITION_HEADS.iter().map(|head| json!({ "required": [head] })).collect());
            let beside_item = CONDITION_TESTS.iter().map(|test| (*test, "item"));
            let beside: Map<String, Value> = beside_item
                .chain([("checklist", "judgement")])
                .map(|(key, head)| (key.to_owned(), json!([head])))
                .collect();
            add("dependentRequired", Value::Object(beside));
        }
        "count" => add("anyOf", json!([{ "required": ["at_least"] }, { "required": ["at_most"] }])),
        "group" => add("anyOf", json!([{ "required": ["item"] }, { "required": ["group"] }])),
        _ => {}
    }
    schema
}

/// With these keys the type is one of those that have them.
fn fitting_types() -> Value {
    let fitting = KEYS_OF_TYPES.iter().map(|(key, types)| {
        // An unknown word is told by the key itself.
        let others: Vec<&&str> = ITEM_TYPES.iter().filter(|one| !types.contains(one)).collect();
        ((*key).to_owned(), json!({ "properties": { "type": { "not": { "enum": others } } } }))
    });
    let of_ask = ASK_OF_TYPES.iter().fold(json!({}), |otherwise, (word, types)| {
        let others: Vec<&&str> = ITEM_TYPES.iter().filter(|one| !types.contains(one)).collect();
        json!({
            "if": { "properties": { "ask": { "enum": [word] } } },
            "then": { "properties": { "type": { "not": { "enum": others } } } },
            "else": otherwise,
        })
    });
    let named = json!({ "properties": { "ask": { "not": { "enum": ["each-participant"] } } } });
    let asked = [("ask".to_owned(), of_ask), ("discussed".to_owned(), named)];
    Value::Object(fitting.chain(asked).collect())
}

fn of_types(types: &[&str]) -> Value {
    json!({ "required": ["type"], "properties": { "type": { "enum": types } } })
}

fn needed(item_type: &str) -> Value {
    let needed = NEEDED_BY_TYPES.iter().filter(|(_, types)| types.contains(&item_type));
    json!({ "required": needed.map(|(key, _)| *key).collect::<Vec<_>>() })
}

/// What may stand behind a key, with its explanation.
fn of_key(shape: &Shape, key: &Key, language: Language) -> Value {
    let mut schema = of_form(&key.form);
    let explained = language.key_explained(shape.name, key.name);
    let words = key.form.words();
    if let Some(table) = schema.as_object_mut() {
        table.insert("description".to_owned(), json!(explained));
        if !words.is_empty() {
            let each: Vec<Option<&str>> =
                words.iter().map(|word| language.word_explained(key.name, word)).collect();
            // Where the editors that know TOML look for what each word means.
            table.insert("x-taplo".to_owned(), json!({ "docs": { "enumValues": each } }));
        }
    }
    schema
}

fn of_form(form: &Form) -> Value {
    match form {
        Form::Text => either(&text(), "text"),
        Form::Plain => text(),
        Form::Name => named(&name_pattern()),
        Form::FileName => {
            let mut schema = named(&name_pattern());
            if let Some(table) = schema.as_object_mut() {
                table.insert("not".to_owned(), json!({ "pattern": device_pattern() }));
            }
            schema
        }
        Form::Reference => named(&reference_pattern()),
        Form::Whole(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Form::Number => json!({ "type": "number" }),
        Form::Day => named("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Form::Truth => json!({ "type": "boolean" }),
        Form::Fictional => json!({ "const": true }),
        Form::Word(words) => json!({ "enum": words }),
        Form::Involved => {
            let names = Involved::all()
                .flat_map(|one| [one.name()].into_iter().chain(one.other_names().iter().copied()));
            json!({ "enum": names.collect::<BTreeSet<_>>() })
        }
        Form::Code => either(&text(), "code"),
        Form::Value => json!({ "type": ["boolean", "number", "string"], "pattern": name_pattern() }),
        Form::Given => {
            let codes = named(&name_pattern());
            let codes = json!({ "type": "array", "items": codes, "minItems": 1, "maxItems": limits::LIST });
            let one = json!({ "type": ["boolean", "number", "string"], "pattern": SOMETHING });
            json!({ "type": "object", "additionalProperties": { "anyOf": [one, codes] } })
        }
        Form::OneOrMany(one) => {
            let one = of_form(one);
            let list = json!({ "type": "array", "items": one, "minItems": 1, "maxItems": limits::LIST });
            json!({ "anyOf": [one, list] })
        }
        Form::List(one) => {
            json!({ "type": "array", "items": of_form(one), "minItems": 1, "maxItems": limits::LIST })
        }
        Form::Table(shape) => json!({ "$ref": format!("#/$defs/{}", shape.name) }),
        Form::Tables(shape, most) => {
            let items = json!({ "$ref": format!("#/$defs/{}", shape.name) });
            json!({ "type": "array", "items": items, "minItems": 1, "maxItems": most })
        }
    }
}

fn text() -> Value {
    named(SOMETHING)
}

fn named(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn either(one: &Value, shape: &str) -> Value {
    json!({ "anyOf": [one, { "$ref": format!("#/$defs/{shape}") }] })
}

fn name_pattern() -> String {
    format!("^{}$", name())
}

fn name() -> String {
    format!("[a-z0-9][a-z0-9_-]{{0,{}}}", limits::NAME - 1)
}

fn reference_pattern() -> String {
    format!("^{0}(/{0})?$", name())
}

fn device_pattern() -> String {
    format!("^({}|({})[0-9])$", DEVICES.join("|"), NUMBERED_DEVICES.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::schema::CHECKLIST;

    /// Every name that the table mentions is explained, in both languages, in a sentence.
    #[test]
    fn every_key_shape_and_word_is_explained() {
        let mut wrong = Vec::new();
        for language in [Language::Dutch, Language::English] {
            let mut tell = |what: String, explained: Option<&str>| {
                let is_sentence =
                    explained.is_some_and(|text| text.ends_with('.') && text.split(' ').count() >= 3);
                if !is_sentence {
                    wrong.push(format!("{what}: {explained:?}"));
                }
            };
            for shape in FILES.iter().flat_map(|file| file.reachable()) {
                tell(shape.name.to_owned(), language.shape_explained(shape.name));
                for key in shape.keys {
                    tell(
                        format!("{}.{}", shape.name, key.name),
                        language.key_explained(shape.name, key.name),
                    );
                    for word in key.form.words() {
                        tell(format!("{} = {word}", key.name), language.word_explained(key.name, word));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// The keys that only some types have are keys of an item, and those that are needed among them.
    #[test]
    fn what_depends_on_the_type_names_real_keys_and_types() {
        let group = CHECKLIST.reachable();
        let item = group.iter().find(|shape| shape.name == "item").unwrap();
        for (key, types) in KEYS_OF_TYPES.iter().chain(&NEEDED_BY_TYPES) {
            assert!(item.keys.iter().any(|known| known.name == *key), "{key}");
            assert!(types.iter().all(|one| ITEM_TYPES.contains(one)), "{types:?}");
        }
    }
}
