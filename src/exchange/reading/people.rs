//! Who a file is about, and the conversations that it tells of.

use serde_json::Value;

use super::clean;
use super::concept::{day, on};
use super::plain::{Person, Talk, Told};
use super::resources::Reading;
use super::source::Resource;
use crate::exchange::reference::SYSTEM;
use crate::words::Language;

/// The system of citizen numbers.
const CITIZEN: [&str; 2] = ["http://fhir.nl/fhir/NamingSystem/bsn", "urn:oid:2.16.840.1.113883.2.4.6.3"];

impl Reading<'_> {
    /// The conversation in which a resource says that it was discussed.
    pub fn talk(&mut self, resource: &Resource) -> Option<Talk> {
        let value = &resource.value;
        let extensions = value.get("extension").and_then(Value::as_array).into_iter().flatten();
        let by_extension = extensions
            .filter(|one| {
                one.get("url")
                    .and_then(Value::as_str)
                    .is_some_and(|url| url.ends_with("/ext-EncounterReference"))
            })
            .find_map(|one| one.get("valueReference"));
        let reference = by_extension.or_else(|| value.get("encounter"));
        if let Some(reference) = reference {
            let Some(encounter) = self.resources.of(reference) else {
                let to = reference.get("reference").and_then(Value::as_str).unwrap_or("encounter");
                self.tell(&resource.place, Told::Reference(clean::line(to).0));
                return None;
            };
            return Some(self.encounter(encounter));
        }
        let mut talk = Talk::default();
        let actors = value.pointer("/provision/actor").and_then(Value::as_array);
        let own = ["performer", "sender", "expressedBy"].iter().filter_map(|key| value.get(key));
        let own = own.flat_map(|one| one.as_array().map_or(std::slice::from_ref(one), Vec::as_slice));
        let people: Vec<&Value> =
            actors.into_iter().flatten().filter_map(|actor| actor.get("reference")).chain(own).collect();
        for person in people {
            self.person(resource, person, &mut talk);
        }
        // A day alone is no conversation.
        if talk.is_empty() {
            return None;
        }
        talk.on = on(value);
        Some(talk)
    }

    fn encounter(&mut self, encounter: &Resource) -> Talk {
        let value = &encounter.value;
        let mut talk = Talk { on: day(value.pointer("/period/start")), ..Talk::default() };
        let people = value.get("participant").and_then(Value::as_array).into_iter().flatten();
        for person in people.filter_map(|one| one.get("individual")) {
            self.person(encounter, person, &mut talk);
        }
        talk
    }

    /// Puts somebody who was there in a conversation: a professional held it, others were there.
    fn person(&mut self, source: &Resource, reference: &Value, talk: &mut Talk) {
        let found = self.resources.of(reference);
        if found.is_none() && reference.get("reference").is_some() {
            let to = reference.get("reference").and_then(Value::as_str).unwrap_or_default();
            self.tell(&source.place, Told::Reference(clean::line(to).0));
        }
        let display = reference.get("display").and_then(Value::as_str);
        let (is_professional, name) = match found {
            Some(role) if role.kind == "PractitionerRole" => {
                let practitioner = role.value.get("practitioner").unwrap_or(&Value::Null);
                let named = self.resources.of(practitioner).map(|one| name(&one.value));
                let shown = practitioner.get("display").and_then(Value::as_str).map(str::to_owned);
                (true, named.or(shown).unwrap_or_default())
            }
            Some(one) if one.kind == "Practitioner" => (true, name(&one.value)),
            Some(one) if one.kind == "RelatedPerson" => {
                let relations = one.value.get("relationship").and_then(Value::as_array);
                let words = relations.into_iter().flatten().find_map(|one| one.get("text")?.as_str());
                (false, words.map_or_else(|| name(&one.value), str::to_owned))
            }
            Some(one) if one.kind == "Patient" => (false, Language::Dutch.column_patient().to_owned()),
            Some(_) => (false, String::new()),
            None => (false, String::new()),
        };
        let name = if name.trim().is_empty() { display.unwrap_or_default().to_owned() } else { name };
        let name = self.line(&source.place, &name);
        let slot = if is_professional { &mut talk.by } else { &mut talk.with };
        if name.is_empty() || slot.split(", ").any(|known| known == name) {
            return;
        }
        if !slot.is_empty() {
            slot.push_str(", ");
        }
        slot.push_str(&name);
    }
}

/// Who a patient is, as far as that may be kept.
pub(super) fn person(resource: &Resource) -> (Person, Vec<Told>) {
    let value = &resource.value;
    let mut told = Vec::new();
    let identifiers = value.get("identifier").and_then(Value::as_array).into_iter().flatten();
    let mut person = Person::default();
    for identifier in identifiers {
        let text = |key: &str| identifier.get(key).and_then(Value::as_str).unwrap_or_default();
        if text("system") == SYSTEM {
            person.own = Some(text("value").to_owned());
        } else if CITIZEN.contains(&text("system")) {
            told.push(Told::CitizenNumber);
        }
    }
    let (name, more) = clean::line(&name(value));
    told.extend(more);
    person.name = name;
    if let Some(born) = value.get("birthDate").and_then(Value::as_str) {
        person.born =
            born.get(..4).and_then(|year| year.parse().ok()).filter(|year| (1_850..2_200).contains(year));
        if born.len() > 4 {
            told.push(Told::BirthDate);
        }
    }
    (person, told)
}

/// The name of a resource of a person.
fn name(value: &Value) -> String {
    let first = value.pointer("/name/0").unwrap_or(&Value::Null);
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let whole = text(first.get("text"));
    if !whole.trim().is_empty() {
        return whole;
    }
    let given = first.get("given").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let parts: Vec<String> = given.map(str::to_owned).chain([text(first.get("family"))]).collect();
    parts.join(" ").trim().to_owned()
}
