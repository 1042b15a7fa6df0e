//! The plan that stands of one patient, as resources of the informatiestandaard PZP.
//!
//! Nothing is sent that was not said: what is empty makes no resource, what lacks its conversation is left out and told.

mod answers;
mod directive;
mod maker;
mod people;
mod plain;

use serde_json::json;

use self::maker::Maker;
pub use self::plain::{LeftOut, Plan, Profiles, Sent, Why};

impl Plan<'_> {
    /// The bundle, and what is not in it.
    pub fn sent(&self) -> Sent {
        let mut maker = Maker::new(self);
        maker.people();
        maker.answers();
        maker.form();
        let (entries, left_out) = maker.finished();
        let mut bundle = json!({ "resourceType": "Bundle", "type": "collection", "entry": entries });
        if self.fictional
            && let Some(fields) = bundle.as_object_mut()
        {
            let test = json!({
                "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HTEST",
                "display": "test health data",
            });
            fields.insert("meta".to_owned(), json!({ "security": [test] }));
        }
        Sent { bundle, left_out }
    }
}
