//! What was answered to the plan: the goal, the limits, wishes, and the form as a whole.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::maker::{Maker, put};
use super::plain::Why;
use crate::checklist::{Checklist, ChoiceOption, Code, Name};
use crate::exchange::codes;
use crate::exchange::questionnaire;
use crate::meeting::{Conversation, Given, NonAnswer, QuestionKey, discussed, terms};

/// The limits, by their question.
pub(super) const LIMITS: [&str; 7] = [
    "reanimatie",
    "beademing",
    "intensive-care",
    "ziekenhuisopname",
    "antibiotica",
    "bloedproduct",
    "andere-behandeling-besluit",
];

/// What is an observation, by its question, with its profile.
pub(super) const OBSERVATIONS: [(&str, &str); 5] = [
    ("wensen-voor-zorgverleners", "ACP-SpecificCareWishes"),
    ("gewenste-plaats", "ACP-PreferredPlaceOfDeath"),
    ("euthanasie", "ACP-PositionRegardingEuthanasia"),
    ("donorregistratie", "ACP-OrganDonationChoiceRegistration"),
    ("verder-van-belang", "ACP-OtherImportantInformation"),
];

/// What else has a resource, or is a part of one.
const OTHERS: [&str; 19] = [
    "wilsbekwaam",
    "wilsbekwaam-waarvoor-niet",
    "vertegenwoordiger",
    "contactpersoon",
    "gesprek-op",
    "gesprek-door",
    "gesprek-bij",
    "ander-over",
    "ander-op",
    "ander-door",
    "ander-met",
    "hoofddoel",
    "icd",
    "icd-uitzetten",
    "andere-behandeling",
    "eerdere-wensen-welke",
    "eerdere-wensen-op",
    "naasten-verteld",
    "delen-akkoord",
];

/// That there are earlier wishes, which a directive says.
const EARLIER: &str = "eerdere-wensen";

/// What has a note in its resource, beside limits and observations.
const TAKE_NOTES: [&str; 3] = ["hoofddoel", "icd-uitzetten", "eerdere-wensen-welke"];

pub(super) const COMMENT: &str = "http://nictiz.nl/fhir/StructureDefinition/ext-Comment";
pub(super) const OTHERWISE: &str =
    "http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther";

/// One answer, taken out of what is known.
pub(super) struct Taken {
    pub part: String,
    pub label: String,
    pub given: Given,
    /// What was chosen or why nothing was, in words.
    pub words: String,
    pub note: String,
    /// The standard code of the question.
    pub question: Option<Code>,
    /// The standard code of what was chosen.
    pub chosen: Option<Code>,
    /// What was chosen where several may be.
    pub several: Vec<ChoiceOption>,
    pub conversation: Option<Conversation>,
    /// The day of the conversation, or else the day on which it was recorded.
    pub day: NaiveDate,
    /// The other treatment that it is about.
    pub treatment: Option<String>,
}

impl Maker<'_> {
    /// A resource for every answer that has one, in the order of the plan.
    pub fn answers(&mut self) {
        for taken in self.taken("hoofddoel") {
            self.goal(&taken);
        }
        for item in LIMITS {
            for taken in self.taken(item) {
                self.limit(&taken);
            }
        }
        for taken in self.taken("icd") {
            self.icd(&taken);
        }
        for taken in self.taken("icd-uitzetten") {
            self.limit(&taken);
        }
        for (item, profile) in OBSERVATIONS {
            for taken in self.taken(item) {
                self.observation(&taken, profile);
            }
        }
        for taken in self.taken("eerdere-wensen-welke") {
            self.directives(&taken);
        }
        for taken in self.taken("naasten-verteld") {
            self.communication(&taken);
        }
        for taken in self.taken("delen-akkoord") {
            if taken.given == Given::YesNo(false) {
                self.leave_out(&taken.label, Why::NoConsent);
            }
        }
    }

    /// The answers to a question that may be sent; what may not is told.
    fn taken(&mut self, item: &str) -> Vec<Taken> {
        let (mut taken, mut refused) = (Vec::new(), Vec::new());
        for found in self.known.answers("pzp", item) {
            let answer = &found.stood.value;
            let Some(given) = answer.given.clone() else { continue };
            let label = self.label(&found);
            let conversation = match self.conversation(&found) {
                Ok(conversation) => conversation,
                Err(missing) => {
                    refused.push((label, missing));
                    continue;
                }
            };
            let chosen = match &given {
                Given::Choice(code) => terms::options(found.item).iter().find(|option| option.code == *code),
                _ => None,
            };
            let several = match &given {
                Given::Choices(codes) => {
                    let options = terms::options(found.item).iter();
                    options.filter(|option| codes.contains(&option.code)).cloned().collect()
                }
                _ => Vec::new(),
            };
            let instance: Vec<String> = found.key.instance.iter().map(u32::to_string).collect();
            let part =
                if instance.is_empty() { item.to_owned() } else { format!("{item}@{}", instance.join(".")) };
            taken.push(Taken {
                part,
                label,
                words: self.known.words(&found),
                note: answer.note.trim().to_owned(),
                question: found.item.code.clone(),
                chosen: chosen.and_then(|option| option.coding.clone()),
                several,
                day: conversation.as_ref().and_then(|held| held.day).unwrap_or(found.since()),
                conversation,
                treatment: self.known.beside(&found, "andere-behandeling"),
                given,
            });
        }
        for (label, missing) in refused {
            self.leave_out(&label, Why::Lacks(missing));
        }
        taken
    }

    fn goal(&mut self, taken: &Taken) {
        let code = match (&taken.given, &taken.chosen) {
            (Given::Not(reason), _) => {
                codes::unknown(*reason).map(|code| codes::coded(codes::NULL_FLAVOR, code))
            }
            (_, chosen) => chosen.as_ref().map(codes::coding),
        };
        let Some(code) = code else { return self.leave_out(&taken.label, Why::NotApplicable) };
        let mut fields = json!({
            "lifecycleStatus": "active",
            "description": { "coding": [code] },
            "subject": self.to_patient(),
            "statusDate": taken.day.to_string(),
        });
        let number = taken.conversation.as_ref().map(|held| self.held(held));
        if let Some(extension) = number.and_then(|number| self.encounter_extension(number)) {
            put(&mut fields, "extension", json!([extension]));
        }
        note(&mut fields, taken);
        self.add("Goal", "ACP-Medical-Policy-Goal", &taken.part, fields);
    }

    fn limit(&mut self, taken: &Taken) {
        if matches!(taken.given, Given::Not(NonAnswer::NotApplicable)) {
            return self.leave_out(&taken.label, Why::NotApplicable);
        }
        let code = match &taken.question {
            // The value set has no code for it, and the standard wants it in words.
            Some(code) if code.code == codes::ICD_OFF => json!({
                "coding": [codes::coded(codes::NULL_FLAVOR, codes::OTHER)],
                "text": format!("{} (SNOMED CT {})", taken.label, codes::ICD_OFF),
            }),
            Some(code) => match &taken.treatment {
                Some(treatment) => json!({ "coding": [codes::coding(code)], "text": treatment }),
                None => json!({ "coding": [codes::coding(code)] }),
            },
            None => return self.leave_out(&taken.label, Why::FormOnly),
        };
        let mut provision = json!({ "code": [code] });
        let number = taken.conversation.as_ref().map(|held| self.held(held));
        if let Some((number, held)) = number.zip(taken.conversation.as_ref()) {
            let role = codes::concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "CONSENTER");
            let by = self.to("PractitionerRole", &format!("role-{number}"));
            let with = json!({ "display": held.with.trim() });
            let actors = json!([{ "role": role, "reference": with }, { "role": role, "reference": by }]);
            put(&mut provision, "actor", actors);
        }
        // Only these two say yes or no; "otherwise", "unknown" and "not decided yet" are told in words.
        let decision =
            taken.chosen.as_ref().and_then(|code| match (code.system.as_str(), code.code.as_str()) {
                ("nullflavor", _) => None,
                (_, "0") => Some("permit"),
                (_, "2") => Some("deny"),
                _ => None,
            });
        let mut fields = json!({
            "status": "active",
            "scope": codes::concept(codes::CONSENT_SCOPE, "treatment"),
            "category": [codes::concept(codes::SNOMED, codes::DIRECTIVE)],
            "patient": self.to_patient(),
            "dateTime": taken.day.to_string(),
            "policy": [{ "uri": codes::LAW }],
        });
        let mut extensions: Vec<Value> =
            number.and_then(|number| self.encounter_extension(number)).into_iter().collect();
        let comment = match decision {
            Some(decision) => {
                put(&mut provision, "type", json!(decision));
                taken.note.as_str()
            }
            None => {
                let (text, comment) = match &taken.given {
                    Given::Choice(_) if is_otherwise(taken) => (taken.note.as_str(), ""),
                    _ => (taken.words.as_str(), taken.note.as_str()),
                };
                let other = json!([{ "url": OTHERWISE, "valueString": text }]);
                put(&mut fields, "modifierExtension", other);
                comment
            }
        };
        if !comment.is_empty() {
            extensions.push(json!({ "url": COMMENT, "valueString": comment }));
        }
        if !extensions.is_empty() {
            put(&mut fields, "extension", json!(extensions));
        }
        put(&mut fields, "provision", provision);
        self.add("Consent", "ACP-TreatmentDirective", &taken.part, fields);
    }

    fn icd(&mut self, taken: &Taken) {
        match taken.given {
            Given::YesNo(true) => {}
            Given::YesNo(false) => return self.leave_out(&taken.label, Why::NoIsNothing),
            _ => return self.leave_out(&taken.label, Why::FormOnly),
        }
        let device = json!({
            "type": codes::concept(codes::SNOMED, codes::ICD), "patient": self.to_patient(),
        });
        self.add("Device", "ACP-MedicalDevice.Product-ICD", "icd", device);
        let used = json!({
            "status": "active", "subject": self.to_patient(), "device": self.to("Device", "icd"),
            "recordedOn": taken.day.to_string(),
        });
        self.add("DeviceUseStatement", "ACP-MedicalDevice", "icd-gebruik", used);
    }

    fn observation(&mut self, taken: &Taken, profile: &str) {
        let Some(question) = &taken.question else { return self.leave_out(&taken.label, Why::FormOnly) };
        let mut fields = json!({
            "status": "final",
            "code": { "coding": [codes::coding(question)] },
            "subject": self.to_patient(),
            "effectiveDateTime": taken.day.to_string(),
        });
        match (&taken.given, &taken.chosen) {
            (Given::Not(reason), _) => {
                let Some(absent) = codes::absent(*reason) else {
                    return self.leave_out(&taken.label, Why::NotApplicable);
                };
                put(&mut fields, "dataAbsentReason", codes::concept(codes::ABSENT, absent));
            }
            (Given::Text(text), _) => put(&mut fields, "valueString", json!(text.trim())),
            (Given::Choice(_), Some(chosen)) => {
                let value = if chosen.code == codes::OTHER && !taken.note.is_empty() {
                    json!({ "coding": [codes::coding(chosen)], "text": taken.note })
                } else {
                    json!({ "coding": [codes::coding(chosen)] })
                };
                put(&mut fields, "valueCodeableConcept", value);
            }
            _ => return self.leave_out(&taken.label, Why::FormOnly),
        }
        if profile == "ACP-SpecificCareWishes" {
            put(&mut fields, "method", codes::concept(codes::SNOMED, codes::ESTABLISHING));
        }
        if let Some(number) = taken.conversation.as_ref().map(|held| self.held(held)) {
            put(&mut fields, "encounter", self.to("Encounter", &format!("encounter-{number}")));
            put(&mut fields, "performer", json!([self.to("PractitionerRole", &format!("role-{number}"))]));
        }
        if fields.pointer("/valueCodeableConcept/text").is_none() {
            note(&mut fields, taken);
        }
        self.add("Observation", profile, &taken.part, fields);
        if taken.chosen.as_ref().is_some_and(|chosen| chosen.code == codes::EUTHANASIA_DIRECTIVE)
            && !self.has_directive(&codes::EUTHANASIA)
        {
            self.leave_out(&taken.words, Why::NoDocument);
        }
    }

    fn communication(&mut self, taken: &Taken) {
        match taken.given {
            Given::YesNo(true) if !self.plan.profiles.is_draft() => {
                return self.leave_out(&taken.label, Why::OtherVersion);
            }
            Given::YesNo(true) => {}
            Given::YesNo(false) => return self.leave_out(&taken.label, Why::NoIsNothing),
            _ => return self.leave_out(&taken.label, Why::FormOnly),
        }
        let Some(held) = &taken.conversation else {
            use crate::meeting::Missing;
            return self.leave_out(&taken.label, Why::Lacks(vec![Missing::By, Missing::On, Missing::With]));
        };
        let number = self.held(held);
        let fields = json!({
            "status": "completed",
            "topic": codes::concept(codes::SNOMED, codes::ADVICE),
            "reasonCode": [codes::concept(codes::SNOMED, codes::PLANNING)],
            "subject": self.to_patient(),
            "recipient": [self.to_patient()],
            "sender": self.to("PractitionerRole", &format!("role-{number}")),
            "sent": taken.day.to_string(),
        });
        self.add("Communication", "ACP-Communication", &taken.part, fields);
    }

    /// The form as it was filled in, and the form itself, by the newest definition that an answer rests on.
    pub fn form(&mut self) {
        let name = Name::new("pzp");
        let answers = self.known.standing.answers.iter().filter(|(key, _)| key.checklist == name);
        let newest = answers.max_by_key(|(_, stood)| (stood.date, stood.meeting));
        let Some(checklist) = newest.and_then(|(_, stood)| self.known.definition(stood.meeting, &name))
        else {
            return;
        };
        let items = self.answered(checklist);
        if items.is_empty() {
            return;
        }
        let form = Value::Object(questionnaire::bare(checklist));
        let response = json!({
            "questionnaire": form.pointer("/url"),
            "status": "completed",
            "subject": self.to_patient(),
            "item": items,
        });
        self.add("QuestionnaireResponse", "", "formulier", response);
        self.add_as_it_is("vragenlijst", &form);
    }

    fn answered(&mut self, checklist: &Checklist) -> Vec<Value> {
        let keys: Vec<QuestionKey> =
            self.known.standing.answers.keys().filter(|key| key.checklist == checklist.id).cloned().collect();
        let mut refused = Vec::new();
        let has_directives = self.has_made("ACP-AdvanceDirective");
        let items = questionnaire::answered(checklist, &keys, |key, item| {
            let found = self.known.answer(key)?;
            let label = self.label(&found);
            if let Err(missing) = self.known.conversation(&found) {
                refused.push((label, Why::Lacks(missing)));
                return None;
            }
            let own = item.id.as_str();
            let has_resource = LIMITS.contains(&own)
                || OTHERS.contains(&own)
                || own == EARLIER && has_directives
                || OBSERVATIONS.iter().any(|(known, _)| *known == own);
            let answer = &found.stood.value;
            let takes_note = TAKE_NOTES.contains(&own)
                || LIMITS.contains(&own)
                || OBSERVATIONS.iter().any(|(known, _)| *known == own)
                || discussed::needs_note(item, answer);
            if !takes_note && !answer.note.trim().is_empty() {
                refused.push((label.clone(), Why::Note));
            }
            if let Some(Given::Not(reason)) = answer.given {
                // A response knows no other reason why there is no answer.
                let code = codes::absent(reason).unwrap_or("not-applicable");
                let url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
                return Some(vec![json!({ "extension": [{ "url": url, "valueCode": code }] })]);
            }
            let words = self.known.words(&found);
            let value = questionnaire::value(item, answer, &words, found.counted_from());
            if value.is_none() {
                refused.push((label, Why::Unreadable));
            } else if !has_resource {
                refused.push((label, Why::FormOnly));
            }
            value
        });
        for (label, why) in refused {
            self.leave_out(&label, why);
        }
        items
    }
}

/// Whether what was chosen says nothing without its note.
fn is_otherwise(taken: &Taken) -> bool {
    taken.chosen.as_ref().is_some_and(|code| code.system != "nullflavor" && code.code == "1")
}

fn note(fields: &mut Value, taken: &Taken) {
    let reason = matches!(taken.given, Given::Not(_)).then_some(taken.words.as_str());
    let texts: Vec<&str> =
        reason.into_iter().chain([taken.note.as_str()]).filter(|text| !text.is_empty()).collect();
    if !texts.is_empty() {
        put(fields, "note", json!([{ "text": texts.join(": ") }]));
    }
}
