//! What can be answered to a question of a form: numbers with their bounds and unit, options wherever they stand.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

use super::names::Names;
use super::read::{Reader, kind_of};
use super::texts::{clean, is};
use super::{EXCLUSIVE, Lost, MAX, MIN, OPEN_LABEL, UNIT, UNIT_OPTION};
use crate::checklist::{ChoiceOption, Code, DayAsked, ItemKind, Localized, NumberRange, Scale, limits};
use crate::exchange::codes;
use crate::text::same::folded;

/// An option as the form gives it.
struct Coding {
    system: String,
    code: String,
    text: Localized,
    /// Whether it goes with no other.
    exclusive: bool,
}

/// Puts a number behind the text of an option that is that of an earlier one, for on a screen nobody could tell them apart.
fn tell_apart(options: &mut [ChoiceOption]) {
    let mut seen = BTreeSet::new();
    for option in options {
        let first = option.text.clone();
        for number in 2.. {
            if seen.insert(folded(&option.text.nl)) {
                break;
            }
            option.text.nl = format!("{} ({number})", first.nl);
            option.text.en = first.en.as_ref().map(|text| format!("{text} ({number})"));
        }
    }
}

impl Reader<'_> {
    /// What can be answered, and for options the system and code that the form gives them.
    pub(super) fn kind(&mut self, fields: &Value, place: &str) -> Option<(ItemKind, Vec<(String, String)>)> {
        let kind = self.asked_as(fields, place);
        if !matches!(kind, "decimal" | "integer" | "quantity" | "date" | "dateTime") {
            for bound in extensions(fields).filter(|extension| is(extension, MIN) || is(extension, MAX)) {
                let name = if is(bound, MIN) { "minValue" } else { "maxValue" };
                self.lose(place, Lost::Feature(name.to_owned()));
            }
        }
        let repeats = fields.get("repeats").and_then(Value::as_bool).unwrap_or_default();
        if repeats && !matches!(kind, "choice" | "open-choice") {
            self.lose(place, Lost::Feature("repeats".to_owned()));
        }
        Some(match kind {
            "boolean" => (ItemKind::YesNo, Vec::new()),
            "decimal" | "integer" | "quantity" => (self.number(fields, place), Vec::new()),
            "date" | "dateTime" => (self.day(fields, place), Vec::new()),
            "string" | "url" => (ItemKind::ShortText, Vec::new()),
            "time" => {
                self.lose(place, Lost::Kind("time".to_owned()));
                (ItemKind::ShortText, Vec::new())
            }
            "text" => (ItemKind::LongText, Vec::new()),
            "display" => (ItemKind::Display, Vec::new()),
            "choice" | "open-choice" => return Some(self.choice(fields, place, repeats)),
            other => {
                self.lose(place, Lost::Kind(clean(other)));
                return None;
            }
        })
    }

    /// The type of a question; a choice where it gives the numbers, days, times or texts that can be answered.
    fn asked_as<'v>(&mut self, fields: &'v Value, place: &str) -> &'v str {
        let kind = kind_of(fields);
        let options = fields.get("answerOption").and_then(Value::as_array).map_or(0, Vec::len);
        if options == 0 || matches!(kind, "choice" | "open-choice") {
            return kind;
        }
        if options == 1 || !matches!(kind, "integer" | "date" | "time" | "string") {
            self.lose(place, Lost::Feature("answerOption".to_owned()));
            return kind;
        }
        self.lose(place, Lost::AsChoice(kind.to_owned()));
        if extensions(fields).any(|extension| is(extension, UNIT) || is(extension, UNIT_OPTION)) {
            self.lose(place, Lost::Feature("unit".to_owned()));
        }
        "choice"
    }

    fn day(&mut self, fields: &Value, place: &str) -> ItemKind {
        let mut asked = DayAsked { time: kind_of(fields) == "dateTime", ..DayAsked::default() };
        for extension in extensions(fields) {
            let value = extension.get("valueDate").or_else(|| extension.get("valueDateTime"));
            let day = || value?.as_str()?.get(..10)?.parse::<NaiveDate>().ok();
            let (bound, name) = match extension {
                one if is(one, MIN) => (&mut asked.earliest, "minValue"),
                one if is(one, MAX) => (&mut asked.latest, "maxValue"),
                _ => continue,
            };
            *bound = day();
            // Bounds that are computed, or are a part of a year, are no day.
            if bound.is_none() {
                self.lose(place, Lost::Feature(name.to_owned()));
            }
        }
        if asked.earliest.zip(asked.latest).is_some_and(|(first, last)| first > last) {
            self.lose(place, Lost::Feature("minValue".to_owned()));
            (asked.earliest, asked.latest) = (None, None);
        }
        ItemKind::Date(asked)
    }

    fn number(&mut self, fields: &Value, place: &str) -> ItemKind {
        let mut range = NumberRange::default();
        let mut units = 0;
        for extension in extensions(fields) {
            let bound = || {
                let value = extension.get("valueDecimal").or_else(|| extension.get("valueInteger"))?;
                value.as_f64().filter(|bound| bound.is_finite())
            };
            if is(extension, MIN) {
                range.min = bound();
            } else if is(extension, MAX) {
                range.max = bound();
            } else if is(extension, UNIT) || is(extension, UNIT_OPTION) {
                units += 1;
                let coding = extension.get("valueCoding");
                let unit = coding.and_then(|coding| coding.get("display").or_else(|| coding.get("code")));
                let unit = unit.and_then(Value::as_str).map(clean).filter(|unit| !unit.is_empty());
                range.unit = range.unit.or(unit);
            }
        }
        if units > 1 {
            self.lose(place, Lost::Feature("unitOption".to_owned()));
        }
        // What a form of ours asks on a scale.
        if let (Some(min), Some(max), None, "integer") = (range.min, range.max, &range.unit, kind_of(fields))
            && let (Some(min), Some(max)) = (whole(min), whole(max))
            && min < max
            && max.saturating_sub(min) <= 10
        {
            return ItemKind::Scale(Scale { min, max, low: None, high: None });
        }
        if range.min.zip(range.max).is_some_and(|(min, max)| min > max) {
            self.lose(place, Lost::Feature("minValue".to_owned()));
            (range.min, range.max) = (None, None);
        }
        ItemKind::Number(range)
    }

    fn choice(&mut self, fields: &Value, place: &str, repeats: bool) -> (ItemKind, Vec<(String, String)>) {
        let text = (ItemKind::ShortText, Vec::new());
        let given = fields.get("answerOption").and_then(Value::as_array);
        let typed = ["valueInteger", "valueDate", "valueTime"];
        let typed = typed.iter().find(|key| given.into_iter().flatten().any(|one| one.get(**key).is_some()));
        if let Some(key) = typed.filter(|_| matches!(kind_of(fields), "choice" | "open-choice")) {
            self.lose(place, Lost::AsChoice((*key).to_owned()));
        }
        let codings = match given {
            Some(options) => options.iter().filter_map(|option| self.answer_option(option, place)).collect(),
            None => match self.contained(fields) {
                Ok(codings) => codings,
                Err(url) => {
                    self.lose(place, Lost::OutsideValues(clean(&url)));
                    return text;
                }
            },
        };
        let is_open = kind_of(fields) == "open-choice";
        if codings.len() + usize::from(is_open) > limits::OPTIONS {
            self.lose(place, Lost::TooManyOptions(codings.len()));
            return text;
        }
        if codings.len() < 2 && !is_open || codings.is_empty() {
            self.lose(place, Lost::Feature("answerOption".to_owned()));
            return text;
        }
        let mut names = Names::default();
        let (mut options, mut known) = (Vec::new(), Vec::new());
        for Coding { system, code, text: display, exclusive } in codings {
            let is_ours = system == super::OPTIONS || system.is_empty();
            let coding = (!is_ours)
                .then(|| Code { system: codes::own_system(&system).to_owned(), code: code.clone() });
            options.push(ChoiceOption {
                code: names.given(if code.is_empty() { &display.nl } else { &code }),
                text: display,
                coding,
                sources: Vec::new(),
                needs_note: false,
                exclusive: exclusive && repeats,
                leaves_open: false,
            });
            known.push((system, code));
        }
        if is_open {
            let label = extensions(fields).find(|extension| is(extension, OPEN_LABEL));
            let text = label.and_then(|label| self.text(label, "valueString")).unwrap_or_else(|| Localized {
                nl: "Anders, namelijk".to_owned(),
                en: Some("Otherwise, namely".to_owned()),
            });
            let code = names.given("anders");
            options.push(ChoiceOption {
                code,
                text,
                coding: None,
                sources: Vec::new(),
                needs_note: true,
                exclusive: false,
                leaves_open: false,
            });
        }
        tell_apart(&mut options);
        (if repeats { ItemKind::Choices(options) } else { ItemKind::Choice(options) }, known)
    }

    fn answer_option(&mut self, option: &Value, place: &str) -> Option<Coding> {
        if let Some(coding) = option.get("valueCoding") {
            self.features(option, place, &[]);
            let excludes = excludes(option) || excludes(coding);
            return self.coding(coding, None).map(|coding| Coding { exclusive: excludes, ..coding });
        }
        let plain = ["valueString", "valueInteger", "valueDate", "valueTime"];
        let value = plain.into_iter().find_map(|key| option.get(key));
        let Some(value) = value else {
            self.lose(place, Lost::Feature("answerOption.valueReference".to_owned()));
            return None;
        };
        self.features(option, place, &[]);
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let shown = clean(&text);
        (!shown.is_empty()).then(|| Coding {
            system: String::new(),
            code: text,
            text: Localized::dutch(shown),
            exclusive: excludes(option),
        })
    }

    fn coding(&mut self, coding: &Value, system: Option<&str>) -> Option<Coding> {
        let text = |key: &str| coding.get(key).and_then(Value::as_str).map(clean).unwrap_or_default();
        let code = text("code");
        let display = self.text(coding, "display").unwrap_or_else(|| Localized::dutch(code.clone()));
        let own = system.map_or_else(|| text("system"), clean);
        (!display.nl.is_empty()).then(|| Coding {
            system: own,
            code,
            text: display,
            exclusive: excludes(coding),
        })
    }

    /// The codings of a value set that is in the form itself; the address of one that is not.
    fn contained(&mut self, fields: &Value) -> Result<Vec<Coding>, String> {
        let url = fields.get("answerValueSet").and_then(Value::as_str).unwrap_or("-");
        let outside = || url.to_owned();
        let form = self.form;
        let id = url.strip_prefix('#').ok_or_else(outside)?;
        let sets = form.get("contained").and_then(Value::as_array).ok_or_else(outside)?;
        let named = |set: &&Value| set.get("id").and_then(Value::as_str) == Some(id);
        let set = sets.iter().find(named).ok_or_else(outside)?;
        let list = |pointer: &str| set.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice);
        let mut found = Vec::new();
        if let Some(codings) = list("/expansion/contains") {
            found.extend(codings.iter().take(limits::LIST).filter_map(|coding| self.coding(coding, None)));
        } else {
            for include in list("/compose/include").unwrap_or_default() {
                let system = include.get("system").and_then(Value::as_str).unwrap_or_default();
                let concepts = include.get("concept").and_then(Value::as_array).ok_or_else(outside)?;
                let room = limits::LIST.saturating_sub(found.len());
                found.extend(concepts.iter().take(room).filter_map(|one| self.coding(one, Some(system))));
            }
        }
        if found.is_empty() { Err(outside()) } else { Ok(found) }
    }

    pub(super) fn code(&mut self, fields: &Value, place: &str) -> Option<Code> {
        let codings = fields.get("code").and_then(Value::as_array)?;
        if codings.len() > 1 {
            self.lose(place, Lost::Feature("code".to_owned()));
        }
        let text = |key: &str| codings.first()?.get(key)?.as_str().map(clean).filter(|text| !text.is_empty());
        let system = text("system")?;
        Some(Code { system: codes::own_system(&system).to_owned(), code: text("code")? })
    }
}

/// The extensions of a part.
fn extensions(fields: &Value) -> impl Iterator<Item = &Value> {
    fields.get("extension").and_then(Value::as_array).into_iter().flatten()
}

/// Whether an option goes with no other.
fn excludes(option: &Value) -> bool {
    extensions(option)
        .any(|one| is(one, EXCLUSIVE) && one.get("valueBoolean").and_then(Value::as_bool) == Some(true))
}

/// A bound as a whole number, where it is one of a size that a scale can have.
fn whole(bound: f64) -> Option<i64> {
    if bound.fract() == 0.0 && bound.abs() < 1e6 { format!("{bound:.0}").parse().ok() } else { None }
}
