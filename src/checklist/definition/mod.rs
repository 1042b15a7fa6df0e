//! What a checklist *is*, once its text has been read and found in order.
//!
//! The words are those of FHIR Questionnaire where it has one: group, item, type, enable when, option,
//! repeats, code. A definition is immutable; a meeting pins the one it used by the hash of its text.

mod case;
mod condition;
mod day;
mod file;
mod involved;
pub mod limits;
mod name;
mod route;
mod walk;

use serde::{Deserialize, Serialize};

use crate::words::Language;

pub use case::{
    Case, CaseDefinition, CasePatient, Given, GivenValue, JUDGEMENT, Level, OwnBallot, Role, Scene,
};
pub use condition::{Condition, FactValue, Facts, ItemRef, Literal, Test, truth_name};
pub use day::{DayAsked, Looks};
pub use file::{DefinitionHash, Layer};
pub use involved::{Discipline, Involved};
pub use name::Name;
pub use route::{Route, RouteStep};
pub use walk::{Part, Step, Visible};

/// The newest definition format that this program reads.
pub const FORMAT: i64 = 1;

/// A text in Dutch, with an English form where the author gave one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Localized {
    /// The Dutch text.
    pub nl: String,
    /// The English text, where there is one.
    pub en: Option<String>,
}

impl Localized {
    /// A text that exists in Dutch only.
    pub fn dutch(text: impl Into<String>) -> Self {
        Self { nl: text.into(), en: None }
    }

    /// The text in `language`, or in Dutch where that one is missing.
    pub fn get(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::English, Some(text)) => text,
            _ => &self.nl,
        }
    }
}

/// A checklist: groups of items that a team walks for one patient, and what may follow from them.
#[derive(Debug, Clone, PartialEq)]
pub struct Checklist {
    /// Name by which meetings and other checklists know it; also its file name without `.toml`.
    pub id: Name,
    /// Version as the author counts it, for example `2026.1`.
    pub version: String,
    /// Title as shown above the walk.
    pub title: Localized,
    /// One or two sentences on what the checklist is for.
    pub purpose: Option<Localized>,
    /// The shipped definition that this one was made from.
    pub based_on: Option<BasedOn>,
    /// Where the criteria come from.
    pub sources: Vec<Source>,
    /// The groups, in the order in which they are walked.
    pub groups: Vec<Group>,
    /// Sentences shown when a condition holds; never a verdict.
    pub indications: Vec<Indication>,
    /// The judgement that the team gives at the end, where the checklist asks for one.
    pub judgement: Option<JudgementQuestion>,
    /// Agreements offered when a condition holds.
    pub agreements: Vec<AgreementSuggestion>,
}

/// The definition and version that an own checklist was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasedOn {
    /// Name of the shipped checklist.
    pub id: Name,
    /// Its version at that time.
    pub version: String,
}

/// A publication that criteria rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name by which items refer to it.
    pub id: Name,
    /// Title, with the paragraph where that helps.
    pub title: Localized,
    /// Year of publication.
    pub year: Option<u16>,
    /// Whether the source is in force.
    pub status: SourceStatus,
    /// Where to find it.
    pub url: Option<String>,
    /// What the source found, in one or more sentences, for example figures from a study.
    pub evidence: Option<Localized>,
}

/// Whether a source is in force, shown beside everything that rests on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SourceStatus {
    /// Authorised or published.
    #[default]
    InForce,
    /// Up for authorisation; the authorised text will prevail.
    Concept,
    /// Replaced by a newer text.
    Withdrawn,
}

/// Items that belong together and are shown on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Name, unique in the checklist together with those of all items.
    pub id: Name,
    /// Title above the page.
    pub title: Localized,
    /// The number before the title, as a form from elsewhere has it: "1".
    pub prefix: Option<String>,
    /// What a form from elsewhere calls it, where that cannot be a name here.
    pub link_id: Option<String>,
    /// Help text: paragraphs, lists and bold.
    pub help: Option<Localized>,
    /// Shown only while this holds.
    pub when: Option<Condition>,
    /// Whether the group can be filled in more than once (for example one time per scenario).
    pub repeats: bool,
    /// Whom the answers are about.
    pub about: About,
    /// Whether its answers stand until another meeting changes them, instead of belonging to their day.
    pub standing: bool,
    /// Items and nested groups in their order.
    pub entries: Vec<Entry>,
}

/// Whom the answers of a group are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum About {
    /// The patient and naasten.
    #[default]
    Patient,
    /// The team itself ("wat deed het met ons"): never part of anything about a patient.
    Team,
}

/// A part of a group.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "most entries are items, so that a box would only cost")]
pub enum Entry {
    /// One item.
    Item(Item),
    /// A group within the group.
    Group(Group),
}

/// One question, field or text.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Name, unique in the checklist.
    pub id: Name,
    /// What can be answered.
    pub kind: ItemKind,
    /// The question.
    pub text: Localized,
    /// A short label for the overview page and for minutes; the question itself where absent.
    pub label: Option<Localized>,
    /// The number before the question, as a form from elsewhere has it: "1a".
    pub prefix: Option<String>,
    /// What a form from elsewhere calls it, where that cannot be a name here.
    pub link_id: Option<String>,
    /// Help text: paragraphs, lists and bold.
    pub help: Option<Localized>,
    /// Who answers.
    pub ask: Ask,
    /// Who may read the answer when parts of the record are shared.
    pub audience: Vec<Audience>,
    /// Which explicit non-answers are offered.
    pub states: NonAnswers,
    /// What the answer has to do with the conversation in which it was discussed with the patient.
    pub discussed: Discussed,
    /// Whether the answer stands until another meeting changes it, instead of belonging to its day; what is within a
    /// standing group or item stands too ([`Checklist::stands`]).
    pub standing: bool,
    /// Standard code of the question.
    pub code: Option<Code>,
    /// Name of the source that the criterion rests on.
    pub source: Option<Name>,
    /// Shown only while this holds.
    pub when: Option<Condition>,
    /// Items that belong under this one; they keep their answers when this one has none.
    pub items: Vec<Item>,
}

/// What can be answered to an item.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// Yes or no.
    YesNo,
    /// One of some options.
    Choice(Vec<ChoiceOption>),
    /// Any number of some options.
    Choices(Vec<ChoiceOption>),
    /// A whole number between two named ends.
    Scale(Scale),
    /// A number with a unit.
    Number(NumberRange),
    /// A day, before or after the day on which it is asked, with its time or without.
    Date(DayAsked),
    /// One line of text.
    ShortText,
    /// Text of any length.
    LongText,
    /// A participant, or somebody from outside.
    Person,
    /// A proposal for an agreement, made with one key.
    Agreement,
    /// Text to read; nothing to answer.
    Display,
}

impl ItemKind {
    /// The word of a type, as written.
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::YesNo => "yes-no",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Scale(_) => "scale",
            Self::Number(_) => "number",
            Self::Date(_) => "date",
            Self::ShortText => "short-text",
            Self::LongText => "long-text",
            Self::Person => "person",
            Self::Agreement => "agreement",
            Self::Display => "display",
        }
    }
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceOption {
    /// Name under which the choice is recorded.
    pub code: Name,
    /// Text as shown.
    pub text: Localized,
    /// Standard code of the option.
    pub coding: Option<Code>,
    /// Sources of this one option, where they differ from the item's.
    pub sources: Vec<Name>,
    /// Whether the choice says nothing without a note ("anders, namelijk").
    pub needs_note: bool,
    /// Whether no other one goes together with it, where several may be chosen ("geen aanwijzingen").
    pub exclusive: bool,
    /// Whether whoever chooses it leaves the question open ("nog onbekend", "hier later op terugkomen"), so that it takes the place of
    /// nothing that stands.
    pub leaves_open: bool,
}

/// A scale of whole numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Lowest value.
    pub min: i64,
    /// Highest value.
    pub max: i64,
    /// What the lowest value means.
    pub low: Option<Localized>,
    /// What the highest value means.
    pub high: Option<Localized>,
}

/// The bounds and unit of a number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NumberRange {
    /// Unit as shown behind the number.
    pub unit: Option<String>,
    /// Lowest accepted value.
    pub min: Option<f64>,
    /// Highest accepted value.
    pub max: Option<f64>,
}

/// Who answers an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ask {
    /// The team together.
    #[default]
    Team,
    /// The one who knows the patient.
    WhoKnows,
    /// Everybody, masked; counts are kept, no names.
    EachParticipant,
}

/// Who may read an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// The team that met.
    Team,
    /// The social domain and volunteers.
    SocialDomain,
    /// The patient and naasten.
    Patient,
}

/// Which explicit non-answers an item offers beside its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NonAnswers {
    /// "Vandaag niet besproken": for what a team discusses.
    #[default]
    Team,
    /// "Nog onbekend", "met patiënt niet besproken", "patiënt is er nog niet aan toe", "niet van toepassing":
    /// for PZP items; "niet van toepassing" not where the answer needs a conversation, for beside a limit it can be
    /// read as "niet" (informatiestandaard PZP).
    Pzp,
    /// "Nog onbekend" alone: for facts that somebody can look up.
    Unknown,
    /// None.
    None,
}

impl NumberRange {
    /// Whether a number lies within the bounds.
    pub fn contains(&self, number: f64) -> bool {
        self.min.is_none_or(|min| min <= number) && self.max.is_none_or(|max| number <= max)
    }
}

/// What an answer has to do with a conversation with the patient: at every item of a plan it must be clear who
/// discussed it, when and with whom (informatiestandaard PZP).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Discussed {
    /// Nothing.
    #[default]
    Not,
    /// It counts only together with by whom, when and with whom it was discussed.
    Needed,
    /// It says on which day a conversation was held.
    On,
    /// It says by whom.
    By,
    /// It says with whom.
    With,
    /// Its options name the items that a conversation was about; without it a conversation is about the whole plan.
    About,
}

impl Discussed {
    /// The word of a definition file; none where the key does not stand there.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Not => None,
            Self::Needed => Some("needed"),
            Self::On => Some("on"),
            Self::By => Some("by"),
            Self::With => Some("with"),
            Self::About => Some("about"),
        }
    }

    /// What a word of a definition file means.
    pub fn named(word: &str) -> Option<Self> {
        [Self::Needed, Self::On, Self::By, Self::With, Self::About]
            .into_iter()
            .find(|known| known.word() == Some(word))
    }
}

/// A code from a standard terminology.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// `snomed` unless the author wrote another system.
    pub system: String,
    /// The code itself.
    pub code: String,
}

/// A sentence shown when a condition holds: what a source says of it, never a verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Indication {
    /// Name under which the record notes that it was shown.
    pub id: Name,
    /// When it is shown.
    pub when: Condition,
    /// The sentence.
    pub text: Localized,
    /// Source that says so.
    pub source: Option<Name>,
}

/// The judgement that the team is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgementQuestion {
    /// The question.
    pub text: Localized,
    /// Help text.
    pub help: Option<Localized>,
    /// What can be decided.
    pub options: Vec<ChoiceOption>,
    /// Source of the question.
    pub source: Option<Name>,
    /// Disciplines that the source wants at the table; a missing group is mentioned, never enforced. Each inner
    /// list is met by any one of its disciplines.
    pub involve: Vec<Vec<Involved>>,
    /// After how many days a judgement that stands asks to be judged again; it does not end by itself.
    pub judge_again_after: Option<u32>,
}

/// An agreement that is offered when a condition holds.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementSuggestion {
    /// When it is offered.
    pub when: Option<Condition>,
    /// What would be agreed.
    pub text: Localized,
    /// Source that asks for it.
    pub source: Option<Name>,
}
