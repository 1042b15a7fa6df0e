//! What is read from resources, as plain values.

use chrono::NaiveDate;

use crate::checklist::Name;
use crate::meeting;

/// A conversation, as far as the resources tell.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Talk {
    /// By whom.
    pub by: String,
    /// When.
    pub on: Option<NaiveDate>,
    /// With whom.
    pub with: String,
}

impl Talk {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One answer that the resources give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The question of the checklist pzp.
    pub item: Name,
    /// Which time of its repeating group, where it is in one.
    pub time: Option<u32>,
    /// The answer.
    pub given: meeting::Given,
    /// What stands beside it.
    pub note: String,
    /// In which conversation it was discussed.
    pub talk: Option<Talk>,
    /// The day that the resource has, where it is of no conversation.
    pub on: Option<NaiveDate>,
    /// The resource that says so.
    pub source: String,
}

/// Why something of a file is not taken over, or is to be known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// Nothing here reads this kind of resource.
    Kind(String),
    /// No question has this code.
    Code(String),
    /// No option has this value.
    Value(String),
    /// A reference leads nowhere.
    Reference(String),
    /// It says of itself that it was entered in error.
    InError,
    /// It does not hold (any more): its status, or its end.
    Inactive(String),
    /// It is of another patient.
    OtherPatient,
    /// A citizen number, which is not kept.
    CitizenNumber,
    /// A full date of birth, of which the year is kept.
    BirthDate,
    /// A text that is too long.
    TooLong,
    /// Something of another type than belongs there.
    Shape(String),
    /// A later resource says something else of the same.
    Twice,
    /// A part that no question here holds.
    Part(String),
    /// A question of the form that the checklist does not have.
    Question(String),
}

/// Something told of one resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The resource: its kind, and its place in the file.
    pub source: String,
    /// What.
    pub told: Told,
}

/// Who a file is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Our own identity of the patient, where the file is one of ours.
    pub own: Option<String>,
    /// The name, as the file has it.
    pub name: String,
    /// The year of birth.
    pub born: Option<i32>,
}

/// How an answer of a file stands to what stands here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing stands here.
    New,
    /// The same stands here.
    Same,
    /// Something else stands here: in words, and since when.
    Other(String, NaiveDate),
}

/// An answer of a file beside what stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The answer.
    pub given: Given,
    /// The question in words.
    pub label: String,
    /// The answer in words.
    pub words: String,
    /// What stands.
    pub standing: Standing,
}
