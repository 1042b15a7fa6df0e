//! Questions of earlier definitions that the definitions in force ask no more, or with other options: their values stand as text, with
//! the label of then.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::checklist::{About, Checklist, Discussed, Item, Localized, Name, Part};
use crate::meeting::reading::terms;
use crate::meeting::record::answer::{Answer, Given, QuestionKey};
use crate::meeting::record::meeting::Meeting;
use crate::words::Language;

/// Questions that no definition in force asks so any more, by checklist and item.
pub type OldQuestions = BTreeMap<QuestionKey, OldQuestion>;

/// What a question was called, and what could be answered to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldQuestion {
    /// Its short label; the question itself where it had none.
    pub label: Localized,
    /// Its options by their codes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<Name, Localized>,
    /// Whether an answer to it stood until it was changed, or belonged to its day.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub stands: bool,
    /// Whether an answer to it counts only with the conversation in which it was discussed.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub needs_conversation: bool,
}

impl OldQuestion {
    /// A question as an earlier definition has it; `None` for one that is not about the patient, for what the team keeps to itself stays there.
    pub fn of(checklist: &Checklist, item: &Name) -> Option<Self> {
        let steps = checklist.steps();
        let step = steps.iter().find(|step| step.part.id() == item)?;
        let (Part::Item(item), About::Patient) = (step.part, step.about()) else { return None };
        let options = terms::options(item).iter();
        Some(Self {
            label: item.called().into_owned(),
            options: options.map(|option| (option.code.clone(), option.text.clone())).collect(),
            stands: checklist.stands(&item.id),
            needs_conversation: item.discussed == Discussed::Needed,
        })
    }

    /// An answer to it in words.
    pub fn words(&self, language: Language, meeting: &Meeting, answer: &Answer) -> String {
        let word = |code: &Name| {
            self.options.get(code).map_or_else(|| code.to_string(), |text| text.get(language).to_owned())
        };
        match &answer.given {
            Some(Given::Choice(code)) => word(code),
            Some(Given::Choices(codes)) => codes.iter().map(word).collect::<Vec<_>>().join("; "),
            _ => terms::given(language, meeting, answer),
        }
    }
}

/// Whether a question, as a definition in force has it, knows every option of an answer.
pub fn knows(item: &Item, answer: &Answer) -> bool {
    let is_known = |code: &Name| terms::options(item).iter().any(|option| option.code == *code);
    match &answer.given {
        Some(Given::Choice(code)) => is_known(code),
        Some(Given::Choices(codes)) => codes.iter().all(is_known),
        _ => true,
    }
}
