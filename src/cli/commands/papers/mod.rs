//! Papers that leave the program, and the names of their files.

mod agreements;
mod mirror;
mod prepare;
mod summary;

pub(in crate::cli) use agreements::agreements;
pub(in crate::cli) use mirror::mirror;
pub(in crate::cli) use prepare::prepare;
pub(in crate::cli) use summary::summary;

use crate::cli::commands::leave::Leaf;
use crate::export::{Document, DocumentFormat, file_name};
use crate::meeting::{Meeting, PatientId};

/// A paper on its way outside.
pub(in crate::cli) struct Paper {
    /// What leaves.
    pub leaf: Leaf,
    /// The meeting that it is of, where it is of one.
    pub meeting: Option<Meeting>,
    /// How its file is called where only a folder was named.
    pub name: String,
    /// What is to be done before it is given to others; empty where nothing is.
    pub advice: &'static str,
}

impl Paper {
    /// A text for other programs, in a file that ends so.
    pub fn of_text(text: String, patients: Vec<PatientId>, name: &[impl AsRef<str>], ending: &str) -> Self {
        let leaf = Leaf { text, patients, exactly: true };
        Self { leaf, meeting: None, name: file_name(name, ending), advice: "" }
    }

    /// A document in a format.
    pub fn new(
        document: &Document,
        format: DocumentFormat,
        patients: Vec<PatientId>,
        name: &[impl AsRef<str>],
    ) -> Self {
        let exactly = format != DocumentFormat::Text;
        let leaf = Leaf { text: document.written(format), patients, exactly };
        Self { leaf, meeting: None, name: file_name(name, format.ending()), advice: "" }
    }
}
