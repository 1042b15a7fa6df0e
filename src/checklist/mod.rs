//! The definitions, pure: text in; a checklist, or every diagnostic, out.

pub mod condition;
pub mod definition;
pub mod name;
pub mod route;

pub use condition::{Condition, ItemRef, Literal, Test};
pub use definition::{
    AgreementSuggestion, Ask, Audience, BasedOn, Checklist, ChoiceOption, Code, Entry, Group, Indication,
    Item, ItemKind, JudgementQuestion, Localized, NonAnswers, NumberRange, Scale, Source, SourceStatus,
};
pub use name::Name;
pub use route::{Route, RouteStep};
