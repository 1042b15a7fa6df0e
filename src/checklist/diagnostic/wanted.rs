//! What was wanted in a place, what was found there instead, and what can be tested.

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text in quotes.
    Text,
    /// A text in quotes or one in two languages.
    Translated,
    /// A name in quotes.
    Name,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A day.
    Day,
    /// True or false.
    Truth,
    /// A standard code.
    Code,
    /// A value in a condition.
    Value,
    /// A list.
    List,
    /// A table.
    Table,
    /// A list of tables.
    Tables,
}

/// What was found instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A text.
    Text,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// A date or time.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
}

/// What can be tested on an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Testable {
    /// `is = true` or `is = false`.
    Truth,
    /// `is`, `is_not` and `in` with codes of options.
    Options,
    /// Numbers.
    Numbers,
    /// Only whether it is answered.
    Answered,
    /// Nothing: there is nothing to answer.
    Nothing,
}
