//! What somebody wrote down or said earlier: a consent for each kind of advance directive.

use chrono::NaiveDate;
use serde_json::json;

use super::answers::{COMMENT, Taken};
use super::maker::{Maker, put};
use super::plain::Why;
use crate::checklist::ItemKind;
use crate::exchange::codes;
use crate::meeting::{Given, terms, typed};

const KINDS: &str = "eerdere-wensen-welke";
const DAY: &str = "eerdere-wensen-op";

impl Maker<'_> {
    /// A directive for each kind that was chosen.
    pub fn directives(&mut self, taken: &Taken) {
        if taken.several.is_empty() {
            return self.leave_out(&taken.label, Why::FormOnly);
        }
        let is_one = taken.several.len() == 1;
        let is_in_words = taken.several.iter().any(|kind| kind.needs_note);
        let day = self.day_of_directive();
        if let Some((label, _)) = day.as_ref().filter(|_| !is_one) {
            self.leave_out(label, Why::OfWhich);
        }
        let note = taken.note.as_str();
        if !note.is_empty() && !is_one && !is_in_words {
            self.leave_out(note, Why::OfWhich);
        }
        for kind in &taken.several {
            let Some(code) = &kind.coding else { continue };
            let mut concept = json!({ "coding": [codes::coding(code)] });
            if kind.needs_note {
                put(&mut concept, "text", json!(note));
            }
            let (system, category) = codes::ADVANCE;
            let mut fields = json!({
                "status": "active",
                "scope": codes::concept(codes::CONSENT_SCOPE, "adr"),
                "category": [codes::concept(system, category)],
                "patient": self.to_patient(),
                "policy": [{ "uri": codes::LAW }],
                "provision": { "code": [concept] },
            });
            if let Some((_, Some(day))) = day.as_ref().filter(|_| is_one) {
                put(&mut fields, "dateTime", json!(day.to_string()));
            }
            let number = taken.conversation.as_ref().map(|held| self.held(held));
            let mut extensions: Vec<_> =
                number.and_then(|number| self.encounter_extension(number)).into_iter().collect();
            if is_one && !is_in_words && !note.is_empty() {
                extensions.push(json!({ "url": COMMENT, "valueString": note }));
            }
            if !extensions.is_empty() {
                put(&mut fields, "extension", json!(extensions));
            }
            let part = format!("{}.{}", taken.part, kind.code);
            self.add("Consent", "ACP-AdvanceDirective", &part, fields);
        }
    }

    /// The day that was said of the directive, where it can be read, with what it is called.
    fn day_of_directive(&self) -> Option<(String, Option<NaiveDate>)> {
        let answers = self.known.answers("pzp", DAY);
        let found = answers.first()?;
        let (ItemKind::Date(asked), Some(Given::Date(text))) = (&found.item.kind, &found.stood.value.given)
        else {
            return None;
        };
        let day = typed::date(text, found.counted_from(), asked.looks);
        Some((self.label(found), day))
    }

    /// Whether a directive of one of these kinds was chosen.
    pub fn has_directive(&self, kinds: &[&str]) -> bool {
        self.known.answers("pzp", KINDS).iter().any(|found| {
            let Some(Given::Choices(chosen)) = &found.stood.value.given else { return false };
            terms::options(found.item).iter().filter(|option| chosen.contains(&option.code)).any(|option| {
                option.coding.as_ref().is_some_and(|coding| kinds.contains(&coding.code.as_str()))
            })
        })
    }
}
