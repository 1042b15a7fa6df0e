//! The part of JSON Schema (draft 2020-12) that the schemas of this project use, and no more.
//!
//! A keyword or pattern that it does not know is a failure of the test, so that nothing passes because it was skipped.
//! Every fault is told with the place of the value, as an editor does.

use serde_json::{Map, Value};

/// What is wrong with a value, by place.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    Validator { root: schema }.check(schema, value, "", &mut faults);
    faults
}

/// The tree of a TOML text as an editor hands it to a JSON schema: days become strings.
pub fn tree(source: &str) -> Result<Value, toml::de::Error> {
    source.parse::<toml::Table>().map(|table| json(toml::Value::Table(table)))
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}

struct Validator<'s> {
    root: &'s Value,
}

impl Validator<'_> {
    fn holds(&self, schema: &Value, value: &Value) -> bool {
        let mut faults = Vec::new();
        self.check(schema, value, "", &mut faults);
        faults.is_empty()
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        let schema = match schema {
            Value::Bool(true) => return,
            Value::Bool(false) => return faults.push(format!("{at}: nothing may stand here")),
            Value::Object(schema) => schema,
            other => panic!("no schema: {other}"),
        };
        for (keyword, wanted) in schema {
            self.keyword(schema, keyword, wanted, value, at, faults);
        }
    }

    fn keyword(
        &self,
        schema: &Map<String, Value>,
        keyword: &str,
        wanted: &Value,
        value: &Value,
        at: &str,
        faults: &mut Vec<String>,
    ) {
        let mut tell = |is_wrong: bool, what: String| {
            if is_wrong {
                faults.push(format!("{at}: {what}"));
            }
        };
        let names = |list: &Value| -> Vec<String> {
            list.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
        };
        match keyword {
            "$schema" | "$defs" | "title" | "description" | "x-taplo" | "then" | "else" => {}
            "$ref" => {
                let place = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                self.check(self.root.pointer(place).unwrap(), value, at, faults);
            }
            "type" => {
                let is = |name: &Value| is_of_type(value, name.as_str().unwrap());
                let fits = wanted.as_array().map_or_else(|| is(wanted), |list| list.iter().any(is));
                tell(!fits, format!("not of type {wanted}"));
            }
            "const" => tell(value != wanted, format!("not {wanted}")),
            "enum" => tell(!wanted.as_array().unwrap().contains(value), format!("not one of {wanted}")),
            "pattern" => {
                let pattern = wanted.as_str().unwrap();
                let fits = value.as_str().is_none_or(|text| matches(pattern, text));
                tell(!fits, format!("does not match {pattern}"));
            }
            "minimum" | "maximum" => {
                let (limit, number) = (wanted.as_f64().unwrap(), value.as_f64());
                let over = |number: f64| if keyword == "minimum" { number < limit } else { number > limit };
                tell(number.is_some_and(over), format!("{keyword} {limit}"));
            }
            "minItems" | "maxItems" => {
                let limit = usize::try_from(wanted.as_u64().unwrap()).unwrap();
                let length = value.as_array().map_or(limit, Vec::len);
                let is_wrong = if keyword == "minItems" { length < limit } else { length > limit };
                tell(is_wrong, format!("{keyword} {limit}"));
            }
            "required" => {
                for name in names(wanted) {
                    tell(
                        value.as_object().is_some_and(|table| !table.contains_key(&name)),
                        format!("lacks {name}"),
                    );
                }
            }
            "additionalProperties" => {
                if wanted.is_object() {
                    for (name, inner) in value.as_object().into_iter().flatten() {
                        self.check(wanted, inner, &format!("{at}/{name}"), faults);
                    }
                    return;
                }
                assert_eq!(*wanted, Value::Bool(false));
                let known = schema.get("properties").and_then(Value::as_object).unwrap();
                for name in value.as_object().into_iter().flat_map(Map::keys) {
                    tell(!known.contains_key(name), format!("unknown {name}"));
                }
            }
            "properties" => {
                for (name, inner) in wanted.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        self.check(inner, value, &format!("{at}/{name}"), faults);
                    }
                }
            }
            "items" => {
                for (number, value) in value.as_array().into_iter().flatten().enumerate() {
                    self.check(wanted, value, &format!("{at}/{number}"), faults);
                }
            }
            "not" => tell(self.holds(wanted, value), format!("is {wanted}")),
            "anyOf" | "oneOf" => {
                let holding = wanted.as_array().unwrap().iter().filter(|one| self.holds(one, value)).count();
                tell(holding == 0, format!("{keyword}: none of {wanted}"));
                tell(keyword == "oneOf" && holding > 1, format!("oneOf: {holding} of {wanted}"));
            }
            "if" => {
                let branch = if self.holds(wanted, value) { "then" } else { "else" };
                if let Some(inner) = schema.get(branch) {
                    self.check(inner, value, at, faults);
                }
            }
            "dependentRequired" => {
                for (name, needed) in wanted.as_object().unwrap() {
                    for other in names(needed) {
                        let is_wrong = value.get(name).is_some() && value.get(&other).is_none();
                        tell(is_wrong, format!("{name} lacks {other}"));
                    }
                }
            }
            "dependentSchemas" => {
                for (name, inner) in wanted.as_object().unwrap() {
                    if value.get(name).is_some() {
                        self.check(inner, value, at, faults);
                    }
                }
            }
            other => panic!("the keyword {other} is not known here"),
        }
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("the type {other} is not known here"),
    }
}

/// Whether a text matches one of the patterns that the schema uses.
fn matches(pattern: &str, text: &str) -> bool {
    let is_name = |name: &str| {
        (1..=64).contains(&name.len())
            && !name.starts_with(['-', '_'])
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
    };
    match pattern {
        r"\S" => text.contains(|c: char| !c.is_whitespace()),
        "^[a-z0-9][a-z0-9_-]{0,63}$" => is_name(text),
        "^[a-z0-9][a-z0-9_-]{0,63}(/[a-z0-9][a-z0-9_-]{0,63})?$" => {
            text.split_once('/').map_or_else(|| is_name(text), |(one, two)| is_name(one) && is_name(two))
        }
        "^(con|prn|aux|nul|(com|lpt)[0-9])$" => {
            let number = |start| {
                text.strip_prefix(start)
                    .is_some_and(|rest: &str| rest.len() == 1 && "0123456789".contains(rest))
            };
            ["con", "prn", "aux", "nul"].contains(&text) || number("com") || number("lpt")
        }
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            let parts: Vec<&str> = text.split('-').collect();
            let is_of =
                |part: &&str, long: usize| part.len() == long && part.chars().all(|c| c.is_ascii_digit());
            matches!(parts.as_slice(), [year, month, day] if is_of(year, 4) && is_of(month, 2) && is_of(day, 2))
        }
        other => panic!("the pattern {other} is not known here"),
    }
}
