//! A file with a definition, before anything in it was judged.

use std::sync::Arc;

use crate::checklist::definition::Layer;
use crate::checklist::diagnostic::{Diagnostic, Problem, Severity};

/// A file with a definition: its text, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionFile {
    /// Where it comes from.
    pub layer: Layer,
    /// Its path within the layer, as shown on the screen: `markering.toml`, `routes/kort.toml`.
    pub file: String,
    /// Its text; empty where it was refused.
    pub source: Arc<str>,
    /// Why the file was refused before anything in it was judged.
    pub refused: Option<Problem>,
}

impl DefinitionFile {
    /// A file with its text.
    pub fn new(layer: Layer, file: impl Into<String>, source: impl Into<Arc<str>>) -> Self {
        Self { layer, file: file.into(), source: source.into(), refused: None }
    }

    /// A file that is refused as a whole.
    pub fn refused(layer: Layer, file: impl Into<String>, why: Problem) -> Self {
        Self { refused: Some(why), ..Self::new(layer, file, "") }
    }

    /// What is said of a file that is refused as a whole; a document beside the definitions is no fault.
    pub fn refusal(&self) -> Option<Diagnostic> {
        let why = self.refused.clone()?;
        let is_beside = matches!(why, Problem::OtherKind(_)) && !self.file.ends_with(".toml");
        let told = Diagnostic::new(why, 0..0);
        Some(if is_beside { told.with_severity(Severity::Warning) } else { told })
    }
}
