//! A form that was filled in: the items of a QuestionnaireResponse.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};
use serde_json::{Map, Value, json};

use super::links::Links;
use super::options::{open_option, plain_option};
use crate::checklist::{Checklist, DayAsked, Entry, Group, Item, ItemKind};
use crate::meeting::{Answer, Given, QuestionKey, typed};

/// The items of a response in the order of the form; `answer` gives the answers to a question, where it may be told.
pub fn answered(
    checklist: &Checklist,
    keys: &[QuestionKey],
    mut answer: impl FnMut(&QuestionKey, &Item) -> Option<Vec<Value>>,
) -> Vec<Value> {
    let mut items = Vec::new();
    let links = Links::of(checklist);
    for group in &checklist.groups {
        items.extend(groups(group, &links, &[], keys, &mut answer));
    }
    items
}

/// A group, as often as it was filled in.
fn groups(
    group: &Group,
    links: &Links,
    around: &[u32],
    keys: &[QuestionKey],
    answer: &mut impl FnMut(&QuestionKey, &Item) -> Option<Vec<Value>>,
) -> Vec<Value> {
    let mut times: Vec<Vec<u32>> = vec![around.to_vec()];
    if group.repeats {
        let within = keys.iter().filter(|key| key.instance.starts_with(around));
        let mut numbers: Vec<u32> =
            within.filter_map(|key| key.instance.get(around.len()).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        times = numbers.into_iter().map(|number| [around, &[number]].concat()).collect();
    }
    let mut written = Vec::new();
    for instance in times {
        let mut items = Vec::new();
        for entry in &group.entries {
            match entry {
                Entry::Item(one) => items.extend(item(one, links, &instance, keys, answer)),
                Entry::Group(inner) => items.extend(groups(inner, links, &instance, keys, answer)),
            }
        }
        if !items.is_empty() {
            written.push(json!({ "linkId": links.link(&group.id), "text": group.title.nl, "item": items }));
        }
    }
    written
}

fn item(
    item: &Item,
    links: &Links,
    instance: &[u32],
    keys: &[QuestionKey],
    answer: &mut impl FnMut(&QuestionKey, &Item) -> Option<Vec<Value>>,
) -> Vec<Value> {
    let own = keys.iter().filter(|key| key.item == item.id && *key.instance == *instance);
    let answers: Vec<Value> = own.filter_map(|key| answer(key, item)).flatten().collect();
    let within: Vec<Value> =
        item.items.iter().flat_map(|inner| self::item(inner, links, instance, keys, answer)).collect();
    // Without an answer nothing can stand under it.
    if answers.is_empty() {
        return within;
    }
    let mut fields = Map::new();
    fields.insert("linkId".to_owned(), json!(links.link(&item.id)));
    fields.insert("text".to_owned(), json!(item.text.nl));
    let mut answers = answers;
    if let Some(first) = answers.first_mut().and_then(Value::as_object_mut)
        && !within.is_empty()
    {
        first.insert("item".to_owned(), json!(within));
    }
    fields.insert("answer".to_owned(), json!(answers));
    vec![Value::Object(fields)]
}

/// The answers that a value makes; none where it is none, or a day or number that cannot be read. `words` is what a person is
/// called, `recorded` the day by which days are understood.
pub fn value(item: &Item, answer: &Answer, words: &str, recorded: NaiveDate) -> Option<Vec<Value>> {
    let coded = |code: &crate::checklist::Name| match &item.kind {
        ItemKind::Choice(options) | ItemKind::Choices(options) => {
            options.iter().find(|option| option.code == *code).map(|option| {
                let note = answer.note.trim();
                if open_option(&item.kind).is_some_and(|open| open.code == option.code) {
                    return json!({ "valueString": if note.is_empty() { &option.text.nl } else { note } });
                }
                if option.needs_note && !note.is_empty() {
                    let mut coding = plain_option(option);
                    if let Some(fields) = coding.as_object_mut() {
                        fields.insert("display".to_owned(), json!(format!("{}: {note}", option.text.nl)));
                    }
                    return json!({ "valueCoding": coding });
                }
                json!({ "valueCoding": plain_option(option) })
            })
        }
        _ => None,
    };
    match answer.given.as_ref()? {
        Given::YesNo(truth) => Some(vec![json!({ "valueBoolean": truth })]),
        Given::Choice(code) => coded(code).map(|value| vec![value]),
        Given::Choices(codes) => Some(codes.iter().filter_map(coded).collect()),
        Given::Scale(number) => Some(vec![json!({ "valueInteger": number })]),
        Given::Number(typed) => {
            let number = typed::number(typed)?;
            Some(vec![json!({ "valueDecimal": number })])
        }
        Given::Date(text) => {
            let asked = if let ItemKind::Date(asked) = item.kind { asked } else { DayAsked::default() };
            let day = typed::date(text, answer.counted_from(recorded), asked.looks)?;
            Some(vec![match typed::time(text) {
                _ if !asked.time => json!({ "valueDate": day.to_string() }),
                None => json!({ "valueDateTime": day.to_string() }),
                Some(time) => json!({ "valueDateTime": moment(day, time) }),
            }])
        }
        Given::Text(text) => Some(vec![json!({ "valueString": text.trim() })]),
        Given::Person(_) => Some(vec![json!({ "valueString": words })]),
        Given::Not(_) => None,
    }
}

/// A moment with the offset that the standard asks for: that of Dutch time, from the last Sunday of March to the last one of
/// October an hour more.
fn moment(day: NaiveDate, time: NaiveTime) -> String {
    let last_sunday = |month: u32| {
        let last = NaiveDate::from_ymd_opt(day.year(), month, 31)?;
        last.checked_sub_signed(TimeDelta::try_days(i64::from(last.weekday().num_days_from_sunday()))?)
    };
    let at = day.and_time(time);
    let is_summer = last_sunday(3).and_then(|day| day.and_hms_opt(2, 0, 0)).is_some_and(|start| start <= at)
        && last_sunday(10).and_then(|day| day.and_hms_opt(3, 0, 0)).is_some_and(|end| at < end);
    let offset = if is_summer { "+02:00" } else { "+01:00" };
    format!("{day}T{:02}:{:02}:00{offset}", time.hour(), time.minute())
}
