//! What can be wrong with a definition, as data; the sentences stand in `words`.

pub(super) mod clean;
mod code;
mod excerpt;
mod file_kind;
pub mod position;
mod problem;
mod render;
pub(super) mod report;
pub(super) mod suggest;
mod syntax_fault;
mod telling;
mod wanted;

use std::ops::Range;

use crate::words::Language;
use crate::words::diagnostics::Sentences;
pub use code::{DiagnosticCode, Severity};
pub use excerpt::Excerpt;
pub use file_kind::FileKind;
pub use problem::Problem;
pub use render::render;
pub use syntax_fault::SyntaxFault;
pub use wanted::{Found, Testable, Wanted};

/// How strictly a definition is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strictness {
    /// A definition of a user.
    #[default]
    Own,
    /// A definition that comes with the program: nothing in it may pose as a verdict.
    Shipped,
    /// A definition that was accepted before, for instance by a meeting that pinned it: what was not asked then does not
    /// make it unreadable now.
    Accepted,
}

/// One problem in a definition, with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Which rule found it.
    pub code: DiagnosticCode,
    /// How bad it is.
    pub severity: Severity,
    /// The bytes of the source that it is about.
    pub span: Range<usize>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// What was found, for the sentence.
    pub problem: Problem,
    /// What was probably meant, as it would be written.
    pub suggestion: Option<String>,
}

/// Another place that belongs to a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The bytes of the source.
    pub span: Range<usize>,
    /// Why it is shown.
    pub role: Role,
}

/// Why a related place is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Where something stood for the first time.
    First,
    /// Another place with the same problem.
    Also,
    /// A next link of a circle.
    Link,
    /// A condition that plays a part.
    Condition,
}

impl Diagnostic {
    /// A problem at a place, as severe as its rule says.
    pub fn new(problem: Problem, span: Range<usize>) -> Self {
        let code = problem.code();
        Self { code, severity: code.severity(), span, related: Vec::new(), problem, suggestion: None }
    }

    /// The same with another place.
    #[must_use]
    pub fn related(mut self, span: Range<usize>, role: Role) -> Self {
        self.related.push(Related { span, role });
        self
    }

    /// The same with what was probably meant.
    #[must_use]
    pub fn suggest(mut self, suggestion: Option<impl Into<String>>) -> Self {
        self.suggestion = suggestion.map(Into::into);
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, language: Language) -> String {
        self.sentences(language).message
    }

    /// What stands or was expected at the place, in a few words.
    pub fn expected(&self, language: Language) -> String {
        self.sentences(language).expected
    }

    /// `bedoelde u "..."?`, where there is a suggestion.
    pub fn hint(&self, language: Language) -> Option<String> {
        self.suggestion.as_deref().map(|suggestion| language.did_you_mean(suggestion))
    }

    fn sentences(&self, language: Language) -> Sentences {
        telling::tell(&self.problem, language)
    }
}
