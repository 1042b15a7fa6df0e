//! Conditions: tables in a definition, evaluated over the answers of one patient.

use super::name::Name;

/// An item, by itself within its own checklist or as `checklist/item` of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemRef {
    /// The other checklist, where the item is not in the same one.
    pub checklist: Option<Name>,
    /// The item.
    pub item: Name,
}

/// When something is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// A test on one item.
    Item {
        /// The item.
        item: ItemRef,
        /// The test.
        test: Test,
    },
    /// The team's judgement is one of these.
    Judgement {
        /// The other checklist, where the judgement is not of the same one.
        checklist: Option<Name>,
        /// Codes of the judgement's options.
        is: Vec<Name>,
    },
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The inner one does not hold.
    Not(Box<Condition>),
    /// So many of these items are answered with one of these values.
    Count {
        /// The items.
        items: Vec<ItemRef>,
        /// The values that count; empty: any value.
        is: Vec<Literal>,
        /// At least so many.
        at_least: Option<u32>,
        /// At most so many.
        at_most: Option<u32>,
    },
}

/// A test on the answer to one item.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Answered with this value (one of the values, for several choices).
    Is(Literal),
    /// Answered, with another value.
    IsNot(Literal),
    /// Answered with one of these values.
    In(Vec<Literal>),
    /// A number of at least this.
    AtLeast(f64),
    /// A number of at most this.
    AtMost(f64),
    /// Answered with any value, or (false) without a value.
    Answered(bool),
}

/// A value as written in a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A yes or no.
    Truth(bool),
    /// The code of an option, or a text.
    Code(Name),
    /// A number.
    Number(f64),
}
