//! The definitions, pure: text in; a checklist, or every diagnostic, out.
//!
//! A text is read in passes, each of which tells only what the ones before it did not: [`parse`] finds what is no TOML
//! and mends it, checks keys and forms against [`schema`], reads the definition, and applies the rules.

pub mod compare;
pub mod definition;
pub mod diagnostic;
pub mod draft;
pub mod in_words;
mod library;
mod parse;
mod print;
mod read;
mod rules;
pub mod schema;
mod syntax;

pub use definition::{
    About, AgreementSuggestion, Ask, Audience, BasedOn, Case, CaseDefinition, CasePatient, Checklist,
    ChoiceOption, Code, Condition, DayAsked, DefinitionHash, Discipline, Discussed, Entry, FactValue, Facts,
    Given, GivenValue, Group, Indication, Involved, Item, ItemKind, ItemRef, JUDGEMENT, JudgementQuestion,
    Layer, Level, Literal, Localized, Looks, Name, NonAnswers, NumberRange, OwnBallot, Part, Role, Route,
    RouteStep, Scale, Scene, Source, SourceStatus, Step, Test, Visible, limits, truth_name,
};
pub use diagnostic::position::{Position, line_column};
pub use diagnostic::{Diagnostic, DiagnosticCode, Excerpt, FileKind, Problem, Severity, Strictness, render};
pub use library::shipped::shipped;
pub use library::shipped_checklist;
pub use library::{Definition, DefinitionFile, FileProblems, Library, NewerShipped, RouteDefinition};
pub use parse::{Origin, Outcome, Parsed, not_unicode, parse, parse_bytes};
pub use print::{print, print_case, print_route};
pub use read::{Outside, OutsideUse};
pub use rules::refused_name;
pub use schema::{json_schema, reference};

#[cfg(test)]
pub(crate) mod tests;
