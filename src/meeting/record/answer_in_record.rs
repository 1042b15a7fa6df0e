//! How an answer stands in a record: beside who and when, one key that says what kind of value it is.
//!
//! The value is no table within the answer: there are hundreds of answers in a record, and a table costs a line of its
//! own and the time of writing it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::answer::{Answer, Given, NonAnswer, Person};
use super::id::ParticipantId;
use super::stamp::Stamp;
use crate::checklist::Name;

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The number is a hint, and no format of ours writes it.
        let mut out = serializer.serialize_struct("Answer", 6)?;
        out.serialize_field("recorded", &self.recorded)?;
        if let Some(day) = &self.held {
            out.serialize_field("held", day)?;
        }
        if let Some(who) = &self.answered_by {
            out.serialize_field("answered_by", who)?;
        }
        if !self.note.is_empty() {
            out.serialize_field("note", &self.note)?;
        }
        match &self.given {
            None => {}
            Some(Given::YesNo(yes)) => out.serialize_field("yes_no", yes)?,
            Some(Given::Choice(option)) => out.serialize_field("choice", option)?,
            Some(Given::Choices(options)) => out.serialize_field("choices", options)?,
            Some(Given::Scale(value)) => out.serialize_field("scale", value)?,
            Some(Given::Number(text)) => out.serialize_field("number", text)?,
            Some(Given::Date(text)) => out.serialize_field("date", text)?,
            Some(Given::Text(text)) => out.serialize_field("text", text)?,
            Some(Given::Person(Person::Participant(id))) => out.serialize_field("participant", id)?,
            Some(Given::Person(Person::Outside(name))) => out.serialize_field("outside", name)?,
            Some(Given::Not(why)) => out.serialize_field("not", why)?,
        }
        if self.leaves_open {
            out.serialize_field("leaves_open", &true)?;
        }
        if !self.counts.is_empty() {
            out.serialize_field("counts", &self.counts)?;
        }
        if let Some(earlier) = &self.earlier {
            out.serialize_field("earlier", earlier)?;
        }
        if !self.said_of.is_empty() {
            out.serialize_field("said_of", &self.said_of)?;
        }
        match self.replaces.as_deref() {
            Some(Given::Choice(option)) => out.serialize_field("replaces_choice", option)?,
            Some(Given::YesNo(yes)) => out.serialize_field("replaces_yes_no", yes)?,
            // Nothing else is chosen.
            _ => {}
        }
        out.end()
    }
}

/// An answer on its way in, with a place for every kind of value.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    recorded: Stamp,
    held: Option<NaiveDate>,
    answered_by: Option<ParticipantId>,
    #[serde(default)]
    note: String,
    yes_no: Option<bool>,
    choice: Option<Name>,
    choices: Option<BTreeSet<Name>>,
    scale: Option<i64>,
    number: Option<String>,
    date: Option<String>,
    text: Option<String>,
    participant: Option<ParticipantId>,
    outside: Option<String>,
    not: Option<NonAnswer>,
    #[serde(default)]
    leaves_open: bool,
    #[serde(default)]
    counts: BTreeMap<Name, u32>,
    earlier: Option<Box<Answer>>,
    #[serde(default)]
    said_of: String,
    replaces_choice: Option<Name>,
    replaces_yes_no: Option<bool>,
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Read::deserialize(deserializer)?;
        let values = [
            read.yes_no.map(Given::YesNo),
            read.choice.map(Given::Choice),
            read.choices.map(Given::Choices),
            read.scale.map(Given::Scale),
            read.number.map(Given::Number),
            read.date.map(Given::Date),
            read.text.map(Given::Text),
            read.participant.map(|id| Given::Person(Person::Participant(id))),
            read.outside.map(|name| Given::Person(Person::Outside(name))),
            read.not.map(Given::Not),
        ];
        let mut values = values.into_iter().flatten();
        let given = values.next();
        if values.next().is_some() {
            return Err(de::Error::custom("one value expected"));
        }
        if read.earlier.as_ref().is_some_and(|earlier| earlier.earlier.is_some()) {
            return Err(de::Error::custom("one earlier answer expected"));
        }
        Ok(Self {
            recorded: read.recorded,
            answered_by: read.answered_by,
            note: read.note,
            given,
            leaves_open: read.leaves_open,
            counts: read.counts,
            held: read.held,
            earlier: read.earlier,
            said_of: read.said_of,
            replaces: read
                .replaces_choice
                .map(Given::Choice)
                .or_else(|| read.replaces_yes_no.map(Given::YesNo))
                .map(Box::new),
        })
    }
}
