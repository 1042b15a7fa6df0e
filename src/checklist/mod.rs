//! The definitions, pure: text in; a checklist, or every diagnostic, out.
//!
//! A text is read in passes, each of which tells only what the ones before it did not: [`parse`] finds what is no TOML
//! and mends it, checks keys and forms against [`schema`], reads the definition, and applies the rules.

pub mod case;
mod clean;
pub mod compare;
pub mod condition;
pub mod definition;
pub mod diagnostic;
mod diagnostic_code;
pub mod draft;
pub mod excerpt;
pub mod in_words;
pub mod involved;
mod json_schema;
pub mod library;
pub mod limits;
pub mod name;
mod parse;
pub mod position;
pub mod print;
mod problem;
mod read;
mod reference;
mod render;
mod report;
pub mod route;
mod rules;
pub mod schema;
mod schema_words;
mod shipped;
mod suggest;
mod syntax;
pub mod syntax_fault;
mod telling;
mod validate;
pub mod walk;

pub use case::{Case, CaseDefinition, CasePatient, Scene};
pub use condition::{Condition, FactValue, Facts, ItemRef, Literal, Test, truth_name};
pub use definition::{
    About, AgreementSuggestion, Ask, Audience, BasedOn, Checklist, ChoiceOption, Code, Discussed, Entry,
    Group, Indication, Item, ItemKind, JudgementQuestion, Localized, Looks, NonAnswers, NumberRange, Scale,
    Source, SourceStatus,
};
pub use diagnostic::{Diagnostic, DiagnosticCode, Problem, Severity, Strictness};
pub use excerpt::Excerpt;
pub use involved::{Discipline, Involved};
pub use json_schema::json_schema;
pub use library::{
    Definition, DefinitionFile, DefinitionHash, FileProblems, Layer, Library, NewerShipped, RouteDefinition,
};
pub use name::Name;
pub use parse::{Origin, Outcome, Parsed, parse, parse_bytes};
pub use position::{Position, line_column};
pub use print::{print, print_case, print_route};
pub use read::Outside;
pub use reference::reference;
pub use render::render;
pub use route::{Route, RouteStep};
pub use rules::refused_name;
pub use shipped::shipped;
pub use walk::{Part, Step, Visible};

#[cfg(test)]
pub(crate) mod tests;
