//! Papers for outside the program, pure: records in; a document, and its text in whatever format, out.

mod agreements;
mod amended;
mod answers;
mod case_paper;
mod conclusion;
mod discussion;
mod document;
mod file_name;
mod guide;
mod judgement;
mod known;
mod list;
mod measure;
mod minutes;
mod mirror;
mod mirror_source;
mod open_agreements;
mod phrases;
mod pieces;
mod regional;
mod reopened;
mod session;
mod sheet;
mod summary;
mod whole;

pub use amended::amended;
pub use answers::{in_words, is_pzp, time_numbers};
pub use case_paper::{CaseReader, case_paper, given_in_words};
pub use conclusion::LINES;
pub use document::{Block, Document, DocumentFormat, DocumentKind, FHIR, Place, Table, WIDTH, as_typed, csv};
pub use file_name::{file_name, is_device};
pub use guide::case_guide;
pub use judgement::Judged;
pub use known::{Preparation, RegisterPaper, StateWords};
pub use list::{Picked, meetings, pick};
pub use measure::{Count, Measure};
pub use minutes::Minutes;
pub use mirror::{Counts, Mirror};
pub use mirror_source::{Counted, MirrorMeeting, MirrorPatient, MirrorSource};
pub use open_agreements::OpenAgreements;
pub use pieces::{Pieces, piece_name};
pub use regional::{RegionalRow, regional_csv, regional_lines};
pub use session::level_name;
pub use summary::{Extra, Found, Known, PinnedDefinitions, Reader, Refusal, Summary, is_limit};

#[cfg(test)]
mod tests;
