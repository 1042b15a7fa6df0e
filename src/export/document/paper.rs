//! What stands on a paper, as data.

use crate::words::Language;

/// The most columns of a line that is pasted elsewhere.
pub const WIDTH: u16 = 80;

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What kind of paper it is.
    pub kind: DocumentKind,
    /// In which language it is.
    pub language: Language,
    /// What it is called, for the title of a window and a list of files.
    pub title: String,
    /// For whom it was made; empty where it is for no reader in particular.
    pub reader: String,
    /// What stands at the foot of every printed page beside its number.
    pub foot: String,
    /// Whether all patients on it are fictional.
    pub fictional: bool,
    /// What stands on it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// What kind of paper something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// A whole meeting.
    Minutes,
    /// One patient in a meeting.
    Patient,
    /// What stands of a patient, for one reader.
    Summary,
    /// What was agreed and is open, by who does it.
    Agreements,
    /// Counts to learn from.
    Mirror,
    /// All patients, and what stands of them.
    Register,
    /// Everything that was recorded of a patient, in time.
    Course,
    /// What somebody prepares a meeting with.
    Preparation,
}

/// The name by which programs know the plan for another program, which is no paper of ours.
pub const FHIR: &str = "fhir";

impl DocumentKind {
    /// The name by which programs know the kind.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Patient => "patient",
            Self::Summary => "summary",
            Self::Agreements => "agreements",
            Self::Mirror => "mirror",
            Self::Register => "register",
            Self::Course => "course",
            Self::Preparation => "preparation",
        }
    }
}

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Room before what follows.
    Gap,
    /// A line between two parts.
    Rule,
    /// The title of a part; the paper itself has level 1.
    Heading(u8, String),
    /// A paragraph or a point of a list.
    Line(Place, String),
    /// A label with its value, which may have several lines.
    Labelled(Place, String, String),
    /// A sentence about the paper itself, such as what was left out.
    Note(String),
    /// Something that nobody may overlook.
    Warning(String),
    /// A table.
    Table(Table),
}

/// Where a line stands on a sheet of plain text; what is a list elsewhere follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What stands before its first line: spaces, and the sign of a list.
    pub first: &'static str,
    /// Within which number of points it stands: that of quoted texts, which have their own.
    pub number: Option<usize>,
    /// How many columns to the right what does not fit goes on.
    pub hanging: usize,
}

impl Place {
    /// A paragraph.
    pub const PARAGRAPH: Self = Self { first: "", number: None, hanging: 2 };
    /// A point of a list.
    pub const POINT: Self = Self { first: "- ", number: None, hanging: 2 };
    /// What belongs to a point above it.
    pub const UNDER: Self = Self { first: "  ", number: None, hanging: 2 };
    /// A point within a point.
    pub const SUBPOINT: Self = Self { first: "  - ", number: None, hanging: 4 };
    /// A point within that one.
    pub const SUBSUBPOINT: Self = Self { first: "    - ", number: None, hanging: 6 };
    /// What belongs to it.
    pub const UNDER_SUBSUBPOINT: Self = Self { first: "      ", number: None, hanging: 6 };
    /// What belongs to a point within a point.
    pub const UNDER_SUBPOINT: Self = Self { first: "    ", number: None, hanging: 4 };

    /// A quoted text with its number.
    pub const fn numbered(number: usize) -> Self {
        Self { first: "", number: Some(number), hanging: 4 }
    }

    /// What belongs to what stands here.
    pub const fn below(self) -> Self {
        match self.first.len() {
            6.. => Self::UNDER_SUBSUBPOINT,
            4.. => Self::UNDER_SUBPOINT,
            _ => Self::UNDER,
        }
    }

    /// Whether it is a point of a list.
    pub(super) fn is_point(self) -> bool {
        self.first.ends_with("- ")
    }

    /// Within how many points it stands.
    pub(super) fn depth(self) -> usize {
        self.first.len() / 2 - usize::from(self.is_point())
    }

    /// What stands before its first line.
    pub(super) fn before(self) -> String {
        self.number.map_or_else(|| self.first.to_owned(), |number| format!("[{number}] "))
    }
}

/// A table of which the first column names its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is about.
    pub caption: String,
    /// What its columns are called.
    pub columns: Vec<String>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// The label with a colon behind it, unless it is a question.
pub(in crate::export) fn with_colon(label: &str) -> String {
    if label.ends_with(['?', ':']) { label.to_owned() } else { format!("{label}:") }
}
