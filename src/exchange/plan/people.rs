//! The patient, and who is around the patient.

use serde_json::{Value, json};

use super::maker::{Maker, put};
use super::plain::Why;
use crate::exchange::codes;
use crate::meeting::Given;

impl Maker<'_> {
    /// The patient with capacity, a representative and a contact person.
    pub fn people(&mut self) {
        let mut patient = json!({ "name": [{ "text": self.plan.label.trim() }] });
        if let Some(year) = self.plan.born {
            put(&mut patient, "birthDate", json!(format!("{year:04}")));
        }
        if let Some(capacity) = self.capacity() {
            put(&mut patient, "extension", json!([capacity]));
        }
        self.add("Patient", "ACP-Patient", "", patient);
        for (item, role) in [("vertegenwoordiger", codes::REPRESENTATIVE), ("contactpersoon", codes::CONTACT)]
        {
            self.contact(item, role);
        }
    }

    fn capacity(&mut self) -> Option<Value> {
        let (is_capable, label, missing) = {
            let answers = self.known.answers("pzp", "wilsbekwaam");
            let found = answers.first()?;
            let Some(Given::YesNo(is_capable)) = found.stood.value.given else { return None };
            (is_capable, self.label(found), self.known.conversation(found).err())
        };
        if let Some(missing) = missing {
            self.leave_out(&label, Why::Lacks(missing));
            return None;
        }
        let mut parts = vec![json!({ "url": "legallyCapable", "valueBoolean": is_capable })];
        let why_not = self.known.answers("pzp", "wilsbekwaam-waarvoor-niet");
        if let Some(text) = why_not.first().map(|found| self.known.words(found)) {
            parts.push(json!({ "url": "legallyCapableComment", "valueString": text }));
        }
        let url = self.plan.profiles.named("ext-LegallyCapable-MedicalTreatmentDecisions");
        Some(json!({ "url": url, "extension": parts }))
    }

    /// Somebody around the patient, by a relation and no name, as the program asks for it.
    fn contact(&mut self, item: &str, role: &str) {
        let relation = {
            let answers = self.known.answers("pzp", item);
            let found =
                answers.first().filter(|found| matches!(found.stood.value.given, Some(Given::Text(_))));
            found.map(|found| self.known.words(found))
        };
        let Some(relation) = relation else { return };
        let fields = json!({
            "patient": self.to_patient(),
            "relationship": [codes::concept(codes::ROLES, role), { "text": relation }],
        });
        self.add("RelatedPerson", "ACP-ContactPerson", item, fields);
    }
}
