//! Tables for spreadsheets: RFC 4180, in which no cell becomes a formula.

use crate::meeting::Caveats;
use crate::text;
use crate::words::Language;

/// What makes a spreadsheet take a cell for a formula; some also know the wide forms of the East.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Rows of cells as CSV: a record for each row, each with a line end of its own.
pub fn csv(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| row.iter().map(|cell| self::cell(cell)).collect::<Vec<_>>().join(",");
    rows.iter().map(|row| format!("{}\r\n", line(row))).collect()
}

/// Rows of cells, to each of which it is added that meetings could not be read or have a second version, where that is so.
///
/// A table has no head on which that could stand, a line above it would be taken for a row, and what a program says beside it is gone
/// once the file is passed on. So it is a last column, there only then; a table without rows gets one that says nothing else.
pub fn warned(mut rows: Vec<Vec<String>>, caveats: &Caveats, language: Language) -> Vec<Vec<String>> {
    let told = [
        (caveats.unread > 0).then(|| language.csv_unread(caveats.unread)),
        (!caveats.doubled.is_empty()).then(|| language.csv_doubled(caveats.doubled.len())),
    ];
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" | ");
    if told.is_empty() {
        return rows;
    }
    let columns = rows.first().map_or(0, Vec::len);
    if rows.len() == 1 {
        rows.push(vec![String::new(); columns]);
    }
    for (at, row) in rows.iter_mut().enumerate() {
        row.push(match at {
            0 => language.csv_incomplete().to_owned(),
            _ => told.clone(),
        });
    }
    rows
}

/// What was typed, of a cell that was written by [`csv`]: without the sign that keeps it from being a formula.
pub fn as_typed(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

fn is_formula(content: &str) -> bool {
    // What stands before it is skipped by some, and a line that was broken is put together by others.
    let rest = content.trim_start_matches(|sign: char| !sign.is_alphanumeric() && !FORMULA.contains(&sign));
    rest.starts_with(FORMULA)
}

fn cell(content: &str) -> String {
    let shown = text::visible_line(content);
    let defused = if is_formula(content) { format!("'{shown}") } else { shown.into_owned() };
    if defused.contains([',', '"', '\r', '\n', ';']) {
        format!("\"{}\"", defused.replace('"', "\"\""))
    } else {
        defused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_before_a_formula_makes_it_one() {
        for typed in
            [" =1+1", "\u{a0}=1+1", "\n=1+1", "\"=1+1", "'=1+1", ";=1+1", "\u{200b}=1+1", "＝1+1", "(=1"]
        {
            let written = csv(&[vec![typed.to_owned(), "x".to_owned()]]);
            let cell = written.trim_start_matches('"');
            assert!(cell.starts_with('\''), "{typed:?}: {written}");
        }
        assert_eq!(csv(&[vec!["a=b".to_owned(), "(a)".to_owned(), "3-4".to_owned()]]), "a=b,(a),3-4\r\n");
    }

    #[test]
    fn a_cell_says_what_it_says_and_is_never_a_formula() {
        let row: Vec<String> = [
            "Fictief J.",
            "=1+1",
            "+31",
            "-2",
            "@naam",
            "\t=x",
            "\r=x",
            "a \"b\", c",
            "a\nb",
            "é",
            "",
            "a-b",
        ]
        .map(str::to_owned)
        .into();
        let written = csv(&[row, vec!["x".to_owned()]]);
        assert_eq!(
            written,
            "Fictief J.,'=1+1,'+31,'-2,'@naam,' =x,' =x,\"a \"\"b\"\", c\",a b,é,,a-b\r\nx\r\n"
        );
    }
}
