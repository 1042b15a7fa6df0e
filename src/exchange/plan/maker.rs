//! Resources in the making: each with its address, identifier and profile, conversations each once.

use serde_json::{Map, Value, json};

use super::plain::{LeftOut, Plan, Why};
use crate::exchange::codes;
use crate::exchange::reference::{address, identifier};
use crate::export::{Found, Known, Reader};
use crate::meeting::{Conversation, Missing};

/// What was made so far.
pub(super) struct Maker<'a> {
    pub plan: &'a Plan<'a>,
    pub known: Known<'a>,
    patient: String,
    entries: Vec<Value>,
    conversations: Vec<Conversation>,
    left_out: Vec<LeftOut>,
}

impl<'a> Maker<'a> {
    pub fn new(plan: &'a Plan<'a>) -> Self {
        let known = Known::new(plan.language, Reader::Dossier, plan.course, plan.definitions);
        Self {
            plan,
            patient: plan.course.patient.to_string(),
            known,
            entries: Vec::new(),
            conversations: Vec::new(),
            left_out: Vec::new(),
        }
    }

    pub fn finished(mut self) -> (Vec<Value>, Vec<LeftOut>) {
        let unread = self.plan.course.unread;
        if unread > 0 {
            let what = self.plan.language.fhir_meetings().to_owned();
            self.left_out.push(LeftOut { what, why: Why::Unread(unread) });
        }
        if self.known.unknown() > 0 {
            let what = self.plan.language.fhir_questions().to_owned();
            self.left_out.push(LeftOut { what, why: Why::Unread(self.known.unknown()) });
        }
        (self.entries, self.left_out)
    }

    pub fn leave_out(&mut self, what: &str, why: Why) {
        let left_out = LeftOut { what: what.to_owned(), why };
        if !self.left_out.contains(&left_out) {
            self.left_out.push(left_out);
        }
    }

    /// Adds a resource; `fields` is an object.
    pub fn add(&mut self, kind: &str, profile: &str, part: &str, fields: Value) {
        let mut resource = Map::new();
        resource.insert("resourceType".to_owned(), json!(kind));
        if !profile.is_empty() {
            resource.insert("meta".to_owned(), json!({ "profile": [self.plan.profiles.named(profile)] }));
        }
        // A response has one identifier, and every other resource a list of them.
        let identifier = identifier(&self.patient, part);
        let identifier = if kind == "QuestionnaireResponse" { identifier } else { json!([identifier]) };
        resource.insert("identifier".to_owned(), identifier);
        if let Value::Object(fields) = fields {
            resource.extend(fields);
        }
        self.entries.push(json!({ "fullUrl": address(&self.patient, part), "resource": resource }));
    }

    /// Adds a resource that is of no patient, and has an address of its own.
    pub fn add_as_it_is(&mut self, part: &str, resource: &Value) {
        self.entries.push(json!({ "fullUrl": address(&self.patient, part), "resource": resource }));
    }

    /// Whether there is a resource that follows a profile.
    pub fn has_made(&self, profile: &str) -> bool {
        let profile = self.plan.profiles.named(profile);
        let named = |entry: &Value| entry.pointer("/resource/meta/profile/0") == Some(&json!(profile));
        self.entries.iter().any(named)
    }

    /// A reference to a part that was or will be added.
    pub fn to(&self, kind: &str, part: &str) -> Value {
        json!({ "reference": address(&self.patient, part), "type": kind })
    }

    pub fn to_patient(&self) -> Value {
        self.to("Patient", "")
    }

    pub fn label(&self, found: &Found<'_>) -> String {
        let label = found.item.called();
        label.get(self.plan.language).to_owned()
    }

    /// The conversation of an answer: none where none was noted and none is needed.
    pub fn conversation(&self, found: &Found<'_>) -> Result<Option<Conversation>, Vec<Missing>> {
        let of_answer = self.known.conversation(found)?;
        Ok(of_answer.filter(is_complete).or_else(|| self.known.spoken(found).filter(is_complete)))
    }

    /// The number of a conversation, which is added with all that belongs to it when it is met first.
    pub fn held(&mut self, conversation: &Conversation) -> usize {
        if let Some(at) = self.conversations.iter().position(|known| known == conversation) {
            return at + 1;
        }
        self.conversations.push(conversation.clone());
        let number = self.conversations.len();
        let part = |name: &str| format!("{name}-{number}");
        let day = conversation.day.map(|day| day.to_string());
        let name = json!([{ "text": conversation.by.trim() }]);
        let profile = "ACP-HealthProfessional-Practitioner";
        self.add("Practitioner", profile, &part("practitioner"), json!({ "name": name }));
        let practitioner = self.to("Practitioner", &part("practitioner"));
        let role = json!({ "practitioner": practitioner });
        self.add("PractitionerRole", "ACP-HealthProfessional-PractitionerRole", &part("role"), role);
        let by = self.to("PractitionerRole", &part("role"));
        // Who else was there stands as it was typed: nobody is made a contact person or a patient by a guess.
        let with = json!({ "display": conversation.with.trim() });
        let encounter = json!({
            "status": "finished",
            "class": codes::coded(codes::NULL_FLAVOR, "UNK"),
            "subject": self.to_patient(),
            "participant": [{ "individual": by }, { "individual": with }],
            "period": { "start": day, "end": day },
            "reasonReference": [self.to("Procedure", &part("procedure"))],
        });
        self.add("Encounter", "ACP-Encounter", &part("encounter"), encounter);
        let procedure = json!({
            "status": "completed",
            "code": codes::concept(codes::SNOMED, codes::PLANNING),
            "subject": self.to_patient(),
            "encounter": self.to("Encounter", &part("encounter")),
            "performedDateTime": day,
            "performer": [{ "actor": self.to("PractitionerRole", &part("role")) }],
        });
        self.add("Procedure", "ACP-Procedure", &part("procedure"), procedure);
        number
    }

    /// The extension by which a resource names its encounter, where the profiles have it.
    pub fn encounter_extension(&self, number: usize) -> Option<Value> {
        let url = self.plan.profiles.named("ext-EncounterReference");
        let to = self.to("Encounter", &format!("encounter-{number}"));
        self.plan.profiles.is_draft().then(|| json!({ "url": url, "valueReference": to }))
    }
}

fn is_complete(conversation: &Conversation) -> bool {
    conversation.day.is_some() && !conversation.by.trim().is_empty() && !conversation.with.trim().is_empty()
}

/// Puts a value behind a key of an object.
pub(super) fn put(fields: &mut Value, key: &str, value: Value) {
    if let Some(fields) = fields.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
}
