//! The formats in which a paper is read.

use serde::{Deserialize, Serialize};

use super::paper::{Document, WIDTH};

/// A format in which a paper is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentFormat {
    /// Plain text of at most 80 columns, to be pasted.
    Text,
    /// Markdown.
    Markdown,
    /// One page for a browser, to be read and printed.
    Html,
    /// For other programs (`docs/documenten.md`).
    Json,
}

impl DocumentFormat {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Html, Self::Json];

    /// The name by which it is asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// How the name of a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

impl Document {
    /// The paper in a format.
    pub fn written(&self, format: DocumentFormat) -> String {
        match format {
            DocumentFormat::Text => self.text(WIDTH),
            DocumentFormat::Markdown => self.markdown(),
            DocumentFormat::Html => self.html(),
            DocumentFormat::Json => self.json(),
        }
    }
}
