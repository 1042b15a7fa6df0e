//! Tables as text: whatever separates the cells, and in whatever letters.

use super::{Cell, LARGEST, LONGEST, MOST_COLUMNS, MOST_ROWS, Refused, Row, Sheet, Value};
use crate::export::as_typed;
use crate::text;

/// What may stand between cells, the likeliest first.
const SEPARATORS: [char; 3] = [';', ',', '\t'];

/// A table that stands in a text: RFC 4180, with whatever separates the cells.
///
/// # Errors
///
/// [`Refused`].
pub fn read(bytes: &[u8]) -> Result<Sheet, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let source = letters(bytes).ok_or(Refused::NoTable)?;
    let mut source = source.trim_start_matches('\u{feff}');
    if source.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let mut separator = None;
    // A line by which spreadsheets are told.
    if let Some(rest) = source.strip_prefix("sep=")
        && let Some((told, rest)) = rest.split_once('\n')
    {
        separator = told.chars().next();
        source = rest;
    }
    let separator = separator.unwrap_or_else(|| likeliest(source));
    rows(source, separator).map(|rows| Sheet { name: String::new(), rows })
}

/// The text of a file; none where it is no text.
fn letters(bytes: &[u8]) -> Option<String> {
    let wide = |rest: &[u8], join: fn([u8; 2]) -> u16| {
        let pairs = rest.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok().map(join));
        char::decode_utf16(pairs).map(|sign| sign.unwrap_or('\u{fffd}')).collect::<String>()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(wide(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(wide(rest, u16::from_be_bytes)),
        // No text has these, and every other kind of file does.
        _ if bytes.contains(&0) => None,
        _ => Some(text::from_bytes(bytes).0),
    }
}

/// The separator that stands most often in the first line.
fn likeliest(source: &str) -> char {
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut quoted = false;
    for sign in source.chars() {
        match sign {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            _ if !quoted => {
                let known = SEPARATORS.iter().zip(&mut counts).find(|(known, _)| **known == sign);
                known.into_iter().for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let first = SEPARATORS.iter().zip(&counts).find(|(_, count)| **count == most);
    first.map_or(';', |(separator, _)| *separator)
}

fn rows(source: &str, separator: char) -> Result<Vec<Row>, Refused> {
    let (mut rows, mut number, mut row, mut column) = (Vec::new(), 1_u32, Row::default(), 0_u32);
    let mut signs = source.chars().peekable();
    let mut content = String::new();
    let finish = |content: &mut String, row: &mut Row, column: u32| {
        let text = std::mem::take(content);
        if !text.trim().is_empty() && column < MOST_COLUMNS {
            let value = if text.len() > LONGEST {
                Value::TooLong
            } else {
                Value::Text(as_typed(text.trim()).to_owned())
            };
            row.cells.push((column, Cell::typed(value)));
        }
    };
    while let Some(sign) = signs.next() {
        match sign {
            '"' if content.trim().is_empty() => {
                content.clear();
                while let Some(sign) = signs.next() {
                    if sign == '"' && signs.next_if_eq(&'"').is_none() {
                        break;
                    }
                    content.push(sign);
                }
            }
            sign if sign == separator => {
                finish(&mut content, &mut row, column);
                column = column.saturating_add(1);
            }
            '\r' | '\n' => {
                if sign == '\r' {
                    let _ = signs.next_if_eq(&'\n');
                }
                finish(&mut content, &mut row, column);
                column = 0;
                let mut done = std::mem::take(&mut row);
                done.number = number;
                if !done.cells.is_empty() {
                    rows.push(done);
                    if rows.len() > MOST_ROWS {
                        return Err(Refused::TooManyRows);
                    }
                }
                number = number.saturating_add(1);
            }
            sign => content.push(sign),
        }
    }
    finish(&mut content, &mut row, column);
    row.number = number;
    if !row.cells.is_empty() {
        rows.push(row);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = read(bytes).unwrap();
        sheet.rows.iter().map(|row| row.cells.iter().map(|(_, cell)| cell.text()).collect()).collect()
    }

    #[test]
    fn whatever_separates_and_whatever_letters_the_cells_are_the_same() {
        let expected =
            vec![vec!["patiënt".to_owned(), "kleur".to_owned()], vec!["Fictief B.".into(), "rood".into()]];
        let text = "patiënt;kleur\r\nFictief B.;rood\r\n";
        let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for bytes in [
            text.as_bytes().to_vec(),
            text.replace(';', ",").into_bytes(),
            text.replace(';', "\t").into_bytes(),
            text.replace("\r\n", "\n").into_bytes(),
            text.replace("\r\n", "\r").into_bytes(),
            text.trim_end().as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            format!("sep=|\r\n{}", text.replace(';', "|")).into_bytes(),
            [&[0xff, 0xfe][..], &wide(u16::to_le_bytes)].concat(),
            [&[0xfe, 0xff][..], &wide(u16::to_be_bytes)].concat(),
            b"pati\xebnt;kleur\r\nFictief B.;rood\r\n".to_vec(),
            text.replace("Fictief B.", "\"Fictief B.\"").into_bytes(),
        ] {
            assert_eq!(cells(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn quotes_hold_what_separates_and_empty_cells_keep_their_column() {
        let sheet = read(b"a;b;c\n\"x;\"\"y\"\"\nz\";;1\n\n;;2\n").unwrap();
        assert_eq!(sheet.rows.len(), 3, "{sheet:?}");
        assert_eq!(sheet.rows[1].cell(0).unwrap().text(), "x;\"y\"\nz");
        assert_eq!(sheet.rows[1].cell(2).unwrap().text(), "1");
        assert_eq!((sheet.rows[2].number, sheet.rows[2].cells.len()), (4, 1));
        assert_eq!(cells(b"a\n'=1+1\n'n Fictief\n"), [["a"], ["=1+1"], ["'n Fictief"]]);
        assert_eq!(cells(b"a;b\n\"never ends;x"), [vec!["a", "b"], vec!["never ends;x"]]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(read(b" \r\n "), Err(Refused::Empty));
        assert_eq!(read(b"a\0b"), Err(Refused::NoTable));
        assert_eq!(read(&vec![b'a'; LARGEST + 1]), Err(Refused::TooLarge));
        assert_eq!(read("a\n".repeat(100_000).as_bytes()), Err(Refused::TooManyRows));
        let long = read(format!("a;b\n{};x", "y".repeat(40_000)).as_bytes()).unwrap();
        assert_eq!(long.rows[1].cell(0).unwrap().value, Value::TooLong);
        let wide = read(";".repeat(100_000).replacen(';', "a;", 1).as_bytes()).unwrap();
        assert_eq!(wide.rows[0].cells.len(), 1);
    }
}
