//! What each resource says, in answers of the checklist pzp.

use chrono::NaiveDate;
use serde_json::Value;

use super::clean;
use super::concept::{codings, day, has, is_directive, non_answer, on, shown};
use super::plain::{Given, Remark, Talk, Told};
use super::source::{Resource, Resources};
use crate::checklist::{Checklist, Code, Item, Name};
use crate::exchange::codes;
use crate::exchange::questionnaire::Links;
use crate::meeting::{self, NonAnswer, terms};
use crate::text::same::same;
use crate::words::Language;

/// What belongs to other resources and says nothing of the plan by itself.
const AROUND: [&str; 6] =
    ["Practitioner", "PractitionerRole", "Encounter", "Procedure", "Questionnaire", "OperationOutcome"];

/// The states in which a resource holds.
const HOLDS: [&str; 6] = ["active", "final", "amended", "corrected", "completed", "finished"];

/// Reading at work.
pub(super) struct Reading<'a> {
    pub resources: &'a Resources,
    pub checklist: &'a Checklist,
    pub today: NaiveDate,
    pub patient: usize,
    pub given: Vec<Given>,
    pub remarks: Vec<Remark>,
    others: u32,
    /// What a form calls the questions.
    pub links: Links,
}

impl<'a> Reading<'a> {
    pub fn new(resources: &'a Resources, checklist: &'a Checklist, today: NaiveDate, patient: usize) -> Self {
        let remarks = resources.remarks.clone();
        Self {
            resources,
            checklist,
            today,
            patient,
            given: Vec::new(),
            remarks,
            others: 0,
            links: Links::of(checklist),
        }
    }

    pub fn tell(&mut self, source: &str, told: Told) {
        let remark = Remark { source: source.to_owned(), told };
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    /// A text that may be kept.
    pub fn text(&mut self, source: &str, found: &str) -> String {
        let (text, told) = clean::text(found, clean::LONGEST);
        told.into_iter().for_each(|told| self.tell(source, told));
        text
    }

    pub fn line(&mut self, source: &str, found: &str) -> String {
        let (text, told) = clean::line(found);
        told.into_iter().for_each(|told| self.tell(source, told));
        text
    }

    /// Reads every resource that is no form.
    pub fn all(&mut self) {
        for (at, resource) in self.resources.all.iter().enumerate() {
            self.one(at, resource);
        }
        self.directives();
    }

    fn one(&mut self, at: usize, resource: &Resource) {
        let place = resource.place.as_str();
        if AROUND.contains(&resource.kind.as_str())
            || resource.kind == "QuestionnaireResponse"
            || resource.kind == "Consent" && is_directive(&resource.value)
        {
            return;
        }
        if resource.kind == "Patient" {
            if at == self.patient {
                self.capacity(resource);
            } else {
                self.tell(place, Told::OtherPatient);
            }
            return;
        }
        if !self.is_ours(resource) {
            return;
        }
        match resource.kind.as_str() {
            "Goal" => self.goal(resource),
            "Consent" => self.consent(resource),
            "Observation" => self.observation(resource),
            "Communication" => self.communication(resource),
            "RelatedPerson" => self.related(resource),
            "DeviceUseStatement" => self.device(resource),
            // Said by its use.
            "Device" => {}
            other => self.tell(place, Told::Kind(clean::line(other).0)),
        }
    }

    /// Whether a resource holds, and is of the patient.
    pub fn is_ours(&mut self, resource: &Resource) -> bool {
        let (value, place) = (&resource.value, resource.place.as_str());
        let subject = ["subject", "patient"].iter().find_map(|key| value.get(key));
        match subject.map(|subject| self.resources.at(subject)) {
            Some(Some(at)) if at != self.patient => {
                self.tell(place, Told::OtherPatient);
                return false;
            }
            Some(Some(_)) => {}
            Some(None) => {
                let to = subject.and_then(|subject| subject.get("reference")).and_then(Value::as_str);
                self.tell(place, Told::Reference(clean::line(to.unwrap_or("subject")).0));
                return false;
            }
            None => {
                self.tell(place, Told::Reference("subject".to_owned()));
                return false;
            }
        }
        let status = value.get("lifecycleStatus").or_else(|| value.get("status")).and_then(Value::as_str);
        let verified = value.pointer("/verificationStatus/coding/0/code").and_then(Value::as_str);
        match status {
            Some("entered-in-error") => self.tell(place, Told::InError),
            _ if verified == Some("entered-in-error") => self.tell(place, Told::InError),
            Some(status) if !HOLDS.contains(&status) => {
                self.tell(place, Told::Inactive(clean::line(status).0));
            }
            None if matches!(resource.kind.as_str(), "Goal" | "Consent" | "Observation") => {
                self.tell(place, Told::Shape("status".to_owned()));
            }
            _ => {
                let end = day(value.pointer("/provision/period/end"));
                if let Some(end) = end.filter(|end| *end < self.today) {
                    self.tell(place, Told::Inactive(end.to_string()));
                    return false;
                }
                return true;
            }
        }
        false
    }

    fn item(&self, name: &str) -> Option<&'a Item> {
        self.checklist.item(name)
    }

    fn give(&mut self, resource: &Resource, item: &str, given: meeting::Given, note: String) {
        let talk = self.talk(resource);
        let on = on(&resource.value);
        self.give_of(resource, item, None, given, note, talk, on);
    }

    #[allow(clippy::too_many_arguments, reason = "one place where an answer comes about")]
    fn give_of(
        &mut self,
        resource: &Resource,
        item: &str,
        time: Option<u32>,
        given: meeting::Given,
        note: String,
        talk: Option<Talk>,
        on: Option<NaiveDate>,
    ) {
        if given.typed().is_some_and(str::is_empty) {
            return;
        }
        let item = Name::new(item);
        if let Some(known) = self.given.iter().find(|known| known.item == item && known.time == time) {
            if known.given != given || known.note != note {
                self.tell(&resource.place, Told::Twice);
            }
            return;
        }
        self.given.push(Given { item, time, given, note, talk, on, source: resource.place.clone() });
    }

    /// The option of an item that has one of the codes of a concept.
    fn option(&self, item: &Item, concept: &Value) -> Option<Name> {
        let codings: Vec<Code> = codings(concept);
        let options = terms::options(item).iter();
        options
            .filter(|option| option.coding.as_ref().is_some_and(|coding| codings.contains(coding)))
            .map(|option| option.code.clone())
            .next()
    }

    fn note(&mut self, resource: &Resource) -> String {
        let notes = resource.value.get("note").and_then(Value::as_array);
        let found = notes.into_iter().flatten().filter_map(|note| note.get("text")?.as_str());
        let found: Vec<&str> = found.collect();
        self.text(&resource.place, &found.join("\n"))
    }

    fn goal(&mut self, resource: &Resource) {
        let Some(item) = self.item("hoofddoel") else { return };
        let concept = resource.value.get("description").unwrap_or(&Value::Null);
        let note = self.note(resource);
        if let Some(code) = self.option(item, concept) {
            return self.give(resource, "hoofddoel", meeting::Given::Choice(code), note);
        }
        if has(concept, "nullflavor", "UNK") {
            let (reason, note) = non_answer(&note).unwrap_or((NonAnswer::Unknown, note));
            return self.give(resource, "hoofddoel", meeting::Given::Not(reason), note);
        }
        self.tell(&resource.place, Told::Value(shown(concept)));
    }

    fn consent(&mut self, resource: &Resource) {
        let place = resource.place.as_str();
        let value = &resource.value;
        let scope = value.get("scope").unwrap_or(&Value::Null);
        if !has(scope, codes::CONSENT_SCOPE, "treatment") {
            return self.tell(place, Told::Kind(format!("Consent {}", shown(scope))));
        }
        let Some(concept) = value.pointer("/provision/code/0") else {
            return self.tell(place, Told::Shape("provision.code".to_owned()));
        };
        let words = concept.get("text").and_then(Value::as_str).unwrap_or_default();
        let limits =
            self.checklist.items().filter(|item| item.discussed == crate::checklist::Discussed::Needed);
        let of_code = limits
            .filter(|item| item.code.as_ref().is_some_and(|code| code.system != "nullflavor"))
            .find(|item| item.code.as_ref().is_some_and(|code| codings(concept).contains(code)));
        // The value set has no code for it, so that it comes in words.
        let icd = words.contains(codes::ICD_OFF).then(|| self.item("icd-uitzetten")).flatten();
        let other =
            || has(concept, "nullflavor", "OTH").then(|| self.item("andere-behandeling-besluit")).flatten();
        let Some(item) = of_code.or(icd).or_else(other) else {
            return self.tell(place, Told::Code(shown(concept)));
        };
        let Some((given, note)) = self.decision(resource, item) else { return };
        let (talk, on) = (self.talk(resource), on(value));
        let name = item.id.as_str();
        if name != "andere-behandeling-besluit" {
            return self.give_of(resource, name, None, given, note, talk, on);
        }
        let treatment = self.line(place, words);
        if treatment.is_empty() {
            return self.tell(place, Told::Code(shown(concept)));
        }
        self.others += 1;
        let time = Some(self.others);
        self.give_of(
            resource,
            "andere-behandeling",
            time,
            meeting::Given::Text(treatment),
            String::new(),
            talk.clone(),
            on,
        );
        self.give_of(resource, name, time, given, note, talk, on);
    }

    /// What was decided of a limit, with its explanation.
    fn decision(&mut self, resource: &Resource, item: &Item) -> Option<(meeting::Given, String)> {
        let place = resource.place.as_str();
        let value = &resource.value;
        let extension = |list: &str, ends: &str| -> Option<String> {
            let list = value.get(list)?.as_array()?.iter();
            let found = list
                .filter(|one| one.get("url").and_then(Value::as_str).is_some_and(|url| url.ends_with(ends)));
            found.filter_map(|one| one.get("valueString")?.as_str()).map(str::to_owned).next()
        };
        let comment = extension("extension", "/ext-Comment").unwrap_or_default();
        let comment = self.text(place, &comment);
        let with_code = |code: &str| {
            let options = terms::options(item).iter();
            let of = |coding: &Code| coding.system != "nullflavor" && coding.code == code;
            options
                .filter(|option| option.coding.as_ref().is_some_and(of))
                .map(|option| option.code.clone())
                .next()
        };
        let wrong = |told: &str| Told::Value(clean::line(told).0);
        match value.pointer("/provision/type") {
            Some(Value::String(kind)) => {
                let code = match kind.as_str() {
                    "permit" => with_code("0"),
                    "deny" => with_code("2"),
                    _ => None,
                };
                if code.is_none() {
                    self.tell(place, wrong(kind));
                }
                code.map(|code| (meeting::Given::Choice(code), comment))
            }
            Some(_) => {
                self.tell(place, Told::Shape("provision.type".to_owned()));
                None
            }
            None => {
                let Some(text) = extension("modifierExtension", ".SpecificationOther") else {
                    self.tell(place, Told::Shape("provision.type".to_owned()));
                    return None;
                };
                let text = self.text(place, &text);
                if let Some((reason, rest)) =
                    non_answer(&text).filter(|(reason, _)| NonAnswer::offered(item).contains(reason))
                {
                    let note =
                        [rest, comment].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
                    return Some((meeting::Given::Not(reason), note.join("\n")));
                }
                let languages = [Language::Dutch, Language::English];
                let said = |option: &crate::checklist::ChoiceOption| {
                    languages.iter().any(|language| same(option.text.get(*language), &text))
                };
                let option = terms::options(item).iter().find(|option| said(option));
                if let Some(option) = option {
                    return Some((meeting::Given::Choice(option.code.clone()), comment));
                }
                let otherwise = with_code("1");
                if otherwise.is_none() {
                    self.tell(place, wrong(&text));
                }
                otherwise.map(|code| (meeting::Given::Choice(code), text))
            }
        }
    }

    fn observation(&mut self, resource: &Resource) {
        let place = resource.place.as_str();
        let value = &resource.value;
        let concept = value.get("code").unwrap_or(&Value::Null);
        let known = codings(concept);
        let item =
            self.checklist.items().find(|item| item.code.as_ref().is_some_and(|code| known.contains(code)));
        let Some(item) = item else { return self.tell(place, Told::Code(shown(concept))) };
        let name = item.id.as_str();
        let note = self.note(resource);
        if let Some(absent) = value.get("dataAbsentReason") {
            let reason = NonAnswer::ALL
                .into_iter()
                .find(|reason| codes::absent(*reason).is_some_and(|code| has(absent, codes::ABSENT, code)));
            return match reason.filter(|reason| NonAnswer::offered(item).contains(reason)) {
                Some(reason) => {
                    let note = non_answer(&note).map_or(note, |(_, rest)| rest);
                    self.give(resource, name, meeting::Given::Not(reason), note);
                }
                None => self.tell(place, Told::Value(shown(absent))),
            };
        }
        let is_text =
            matches!(item.kind, crate::checklist::ItemKind::LongText | crate::checklist::ItemKind::ShortText);
        match (value.get("valueString"), value.get("valueCodeableConcept")) {
            (Some(Value::String(text)), _) if is_text => {
                let text = self.text(place, text);
                self.give(resource, name, meeting::Given::Text(text), note);
            }
            (None, Some(concept)) => match self.option(item, concept) {
                Some(code) => {
                    let words = concept.get("text").and_then(Value::as_str).unwrap_or_default();
                    let words = self.text(place, words);
                    let needs_note =
                        terms::options(item).iter().any(|one| one.code == code && one.needs_note);
                    let note = if needs_note && !words.is_empty() { words } else { note };
                    self.give(resource, name, meeting::Given::Choice(code), note);
                }
                None if has(concept, "nullflavor", "UNK")
                    && NonAnswer::offered(item).contains(&NonAnswer::Unknown) =>
                {
                    self.give(resource, name, meeting::Given::Not(NonAnswer::Unknown), note);
                }
                None => self.tell(place, Told::Value(shown(concept))),
            },
            _ => self.tell(place, Told::Shape("value[x]".to_owned())),
        }
    }

    fn communication(&mut self, resource: &Resource) {
        let topic = resource.value.get("topic").unwrap_or(&Value::Null);
        if !has(topic, "snomed", codes::ADVICE) {
            return self.tell(&resource.place, Told::Code(shown(topic)));
        }
        self.give(resource, "naasten-verteld", meeting::Given::YesNo(true), String::new());
    }

    fn related(&mut self, resource: &Resource) {
        let relations = resource.value.get("relationship").and_then(Value::as_array);
        let relations: &[Value] = relations.map(Vec::as_slice).unwrap_or_default();
        let is = |code: &str| relations.iter().any(|one| has(one, codes::ROLES, code));
        let role = [("vertegenwoordiger", codes::REPRESENTATIVE), ("contactpersoon", codes::CONTACT)]
            .into_iter()
            .find(|(_, code)| is(code));
        let Some((item, _)) = role else {
            let told = relations.first().map(shown).unwrap_or_default();
            return self.tell(&resource.place, Told::Code(told));
        };
        let words = relations.iter().find_map(|one| one.get("text")?.as_str());
        let display = relations.iter().filter(|one| !has(one, codes::ROLES, codes::REPRESENTATIVE));
        let display = display.filter_map(|one| one.pointer("/coding/0/display")?.as_str()).next();
        let words = words.or(display).unwrap_or_default();
        let text = self.line(&resource.place, words);
        if text.is_empty() {
            return self.tell(&resource.place, Told::Shape("relationship.text".to_owned()));
        }
        self.give_of(resource, item, None, meeting::Given::Text(text), String::new(), None, None);
    }

    fn device(&mut self, resource: &Resource) {
        let device = resource.value.get("device").unwrap_or(&Value::Null);
        let Some(device) = self.resources.of(device) else {
            return self.tell(&resource.place, Told::Reference("device".to_owned()));
        };
        let kind = device.value.get("type").unwrap_or(&Value::Null);
        if !has(kind, "snomed", codes::ICD) {
            return self.tell(&resource.place, Told::Code(shown(kind)));
        }
        let on = on(&resource.value);
        self.give_of(resource, "icd", None, meeting::Given::YesNo(true), String::new(), None, on);
    }

    fn capacity(&mut self, resource: &Resource) {
        let value = &resource.value;
        let extensions = value.get("extension").and_then(Value::as_array);
        let found = extensions.into_iter().flatten().find(|one| {
            let url = one.get("url").and_then(Value::as_str);
            url.is_some_and(|url| url.ends_with("/ext-LegallyCapable-MedicalTreatmentDecisions"))
        });
        let parts = found.and_then(|found| found.get("extension")?.as_array());
        for part in parts.into_iter().flatten() {
            match part.get("url").and_then(Value::as_str) {
                Some("legallyCapable") => match part.get("valueBoolean") {
                    Some(Value::Bool(is)) => {
                        self.give(resource, "wilsbekwaam", meeting::Given::YesNo(*is), String::new());
                    }
                    _ => self.tell(&resource.place, Told::Shape("legallyCapable".to_owned())),
                },
                Some("legallyCapableComment") => {
                    let comment = part.get("valueString").and_then(Value::as_str).unwrap_or_default();
                    let text = self.line(&resource.place, comment);
                    self.give(
                        resource,
                        "wilsbekwaam-waarvoor-niet",
                        meeting::Given::Text(text),
                        String::new(),
                    );
                }
                _ => {}
            }
        }
    }
}
