//! What a row says, and why something of it is not taken over.

use chrono::NaiveDate;

use crate::checklist::Name;
use crate::meeting::PatientId;

/// Why something in a cell is not taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// There is a citizen number in it.
    CitizenNumber,
    /// There is a full date of birth in it, of which the year is taken.
    BirthDate,
    /// It is too long for what it is.
    TooLong,
    /// A formula that gave nothing, or an error.
    NoValue,
    /// Another kind of value than belongs there.
    Kind,
    /// No year of birth.
    NoYear,
    /// No day, or one that is not clear.
    NoDay,
    /// Neither yes nor no.
    NoYes,
    /// No colour of the brief discussion.
    NoColour,
    /// Nobody is named in the row.
    Nobody,
    /// Several known patients are called so.
    Several,
    /// The patient stands in an earlier row.
    Double,
    /// The row is of another group than the one that is taken over.
    OtherGroup,
    /// That somebody died is taken back on the screen only.
    NotAlive,
    /// It was worked out by a formula when the file was saved, and is taken as it was then.
    Formula,
}

/// What one patient would get.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Who it is, where that is known.
    pub patient: Option<PatientId>,
    /// The label.
    pub label: String,
    /// The year of birth.
    pub born: Option<String>,
    /// The group; empty where none is named.
    pub group: String,
    /// The colour.
    pub colour: Option<Name>,
    /// The central care provider.
    pub central_carer: Option<String>,
    /// Whether a conversation about the plan was held, and when.
    pub plan: Option<(bool, Option<NaiveDate>)>,
    /// When to discuss again.
    pub next_review: Option<NaiveDate>,
    /// The patient has died.
    pub deceased: bool,
}
