//! Papers that leave the program, and the names of their files.

mod agreements;
mod fhir;
mod mirror;
mod prepare;
mod summary;

pub(in crate::cli) use agreements::agreements;
pub(in crate::cli) use fhir::fhir;
pub(in crate::cli) use mirror::mirror;
pub(in crate::cli) use prepare::prepare;
pub(in crate::cli) use summary::summary;

use chrono::NaiveDate;

use crate::checklist::Looks;
use crate::cli::commands::leave::Leaf;
use crate::cli::trouble::{Trouble, WRONG_USAGE};
use crate::export::{Document, DocumentFormat, file_name};
use crate::meeting::typed::{self, Read};
use crate::meeting::{Meeting, PatientId};
use crate::text;
use crate::words::Language;

/// The day that somebody typed behind an option, which is asked about as a field does.
fn day_of(typed: &str, today: NaiveDate, looks: Looks, language: Language) -> Result<NaiveDate, Trouble> {
    let shown = || text::truncate(&text::visible_line(typed), 60, "...").into_owned();
    let read = match looks {
        Looks::Back => typed::since(typed, today),
        _ => typed::read(typed, today, looks),
    };
    let wrong = |sentence| Trouble { code: WRONG_USAGE, ..Trouble::new(sentence) };
    match (typed::clear(read), read) {
        (Some(reading), _) => Ok(reading.day),
        // As `log --since` does: what looks back means the day that has been.
        (None, Read::Day(reading)) if looks == Looks::Back => Ok(reading.day),
        (None, Read::Nothing) => Err(wrong(language.mirror_no_day(&shown()))),
        (None, asked) => Err(wrong(language.day_asked(&shown(), &typed::doubt(language, asked)))),
    }
}

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
    /// What is not on it, told beside it.
    pub left_out: Vec<String>,
}

impl Paper {
    /// A text for other programs, in a file that ends so.
    pub fn of_text(
        text: String,
        paper: &'static str,
        patients: Vec<PatientId>,
        name: &[impl AsRef<str>],
        ending: &str,
    ) -> Self {
        let leaf = Leaf { text, paper, patients, exactly: true, bytes: None };
        Self { leaf, meeting: None, name: file_name(name, ending), advice: "", left_out: Vec::new() }
    }

    /// A document in a format.
    pub fn new(
        document: &Document,
        format: DocumentFormat,
        patients: Vec<PatientId>,
        name: &[impl AsRef<str>],
    ) -> Self {
        let exactly = format != DocumentFormat::Text;
        let (text, paper) = (document.written(format), document.kind.name());
        let leaf = Leaf { text, paper, patients, exactly, bytes: None };
        Self { leaf, meeting: None, name: file_name(name, format.ending()), advice: "", left_out: Vec::new() }
    }
}
