//! Tables for spreadsheets: RFC 4180, in which no cell becomes a formula.

use crate::text;

/// What makes a spreadsheet take a cell for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A record for each row, each with a line end of its own.
pub(super) fn table(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| row.iter().map(|cell| self::cell(cell)).collect::<Vec<_>>().join(",");
    rows.iter().map(|row| format!("{}\r\n", line(row))).collect()
}

fn cell(content: &str) -> String {
    let shown = text::visible_line(content);
    let defused = if content.starts_with(FORMULA) { format!("'{shown}") } else { shown.into_owned() };
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
        let written = table(&[row, vec!["x".to_owned()]]);
        assert_eq!(
            written,
            "Fictief J.,'=1+1,'+31,'-2,'@naam,' =x,' =x,\"a \"\"b\"\", c\",a b,é,,a-b\r\nx\r\n"
        );
    }
}
