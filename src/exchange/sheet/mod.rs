//! A table as it stands in a file, whatever program wrote it: sheets, rows and cells, with the place of each.

mod csv;

use chrono::NaiveDate;

pub use self::csv::read as read_csv;

/// The largest file that is read.
pub const LARGEST: usize = 10_000_000;

/// How much a file may be when it is unpacked.
pub const UNPACKED: u64 = 64_000_000;

/// The most rows with something in them; a register has some hundreds.
pub const MOST_ROWS: usize = 10_000;

/// The most cells in a row that are looked at.
pub const MOST_COLUMNS: u32 = 200;

/// The longest text of a cell, in bytes; what is longer is no label and no name.
pub const LONGEST: usize = 2_000;

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name; empty where the file has none.
    pub name: String,
    /// The rows with something in them, in their order.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its number, from one on, as programs show it.
    pub number: u32,
    /// The cells with something in them, by their column, from zero on.
    pub cells: Vec<(u32, Cell)>,
}

/// One cell with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What stands there.
    pub value: Value,
    /// Whether that is what a formula gave when the file was saved.
    pub is_formula: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    Yes(bool),
    /// A text that is too long to be looked at.
    TooLong,
    /// What a formula could not give, or a day that no calendar has.
    Wrong,
}

/// Why a file was not read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// Unpacked it is larger than [`UNPACKED`].
    Bomb,
    /// Nothing stands in it.
    Empty,
    /// It asks for a password.
    Locked,
    /// It is a form of before 2007.
    Old,
    /// It is no table, or damaged.
    NoTable,
    /// More rows than [`MOST_ROWS`].
    TooManyRows,
}

impl Cell {
    /// A cell that somebody typed.
    pub fn typed(value: Value) -> Self {
        Self { value, is_formula: false }
    }

    /// What stands there as somebody would type it; nothing where it says nothing.
    pub fn text(&self) -> String {
        match &self.value {
            Value::Text(text) => text.trim().to_owned(),
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => day.to_string(),
            Value::Yes(_) | Value::TooLong | Value::Wrong => String::new(),
        }
    }
}

impl Row {
    /// The cell in a column.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        self.cells.iter().find(|(at, _)| *at == column).map(|(_, cell)| cell)
    }
}

/// The name of a place as programs show it: `C4`, with the sheet before it where that has a name.
pub fn place(sheet: &str, row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    let letters: String = letters.iter().rev().collect();
    if sheet.is_empty() { format!("{letters}{row}") } else { format!("{sheet}!{letters}{row}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_as_on_the_screen() {
        for (column, name) in [(0, "A4"), (25, "Z4"), (26, "AA4"), (51, "AZ4"), (52, "BA4"), (16_383, "XFD4")]
        {
            assert_eq!(place("", 4, column), name);
        }
        assert_eq!(place("Blad2", 1, 2), "Blad2!C1");
    }

    #[test]
    fn a_number_is_what_somebody_would_type() {
        let number = |number| Cell::typed(Value::Number(number)).text();
        assert_eq!((number(1938.0), number(2.5), number(-0.0)), ("1938".into(), "2.5".into(), "-0".into()));
        assert_eq!(number(123_456_782.0), "123456782");
        assert_eq!(number(f64::NAN), "NaN");
    }
}
