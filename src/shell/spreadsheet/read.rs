//! What stands in a spreadsheet. A file of somebody else may be anything: its size is bounded before anything looks into it.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, SheetType, Xlsx};
use chrono::NaiveDate;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::exchange::sheet::{
    Cell, LARGEST, LONGEST, MOST_COLUMNS, MOST_ROWS, Refused, Row, Sheet, UNPACKED, Value, read_csv,
};

/// How a file begins that is packed, as spreadsheets are.
const PACKED: &[u8] = b"PK\x03\x04";

/// How the files of before 2007 begin, and those with a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// What stands in a file with a password and in no other compound file, as it is written there.
const ENCRYPTED: &str = "EncryptedPackage";

/// The sheets of a file, whatever of the known forms it has.
///
/// # Errors
///
/// [`Refused`]; a file is read as a whole or not at all.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(name.len()).any(|window| window == name);
        return Err(if is_locked { Refused::Locked } else { Refused::Old });
    }
    if !bytes.starts_with(PACKED) {
        return read_csv(bytes).map(|sheet| vec![sheet]);
    }
    unpacked(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refused::NoTable)?;
    let known = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = known.map(|sheet| sheet.name.clone()).collect();
    let (mut sheets, mut count) = (Vec::new(), 0);
    for name in names {
        let rows = rows(&mut book, &name, &mut count)?;
        sheets.push(Sheet { name, rows });
    }
    if count == 0 { Err(Refused::Empty) } else { Ok(sheets) }
}

/// Unpacks everything once, part by part: what a file says of its own size is not believed, and no place that lies far outside
/// every sheet goes on to what counts with it.
fn unpacked(bytes: &[u8]) -> Result<(), Refused> {
    let refused = |error: ZipError| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refused::Locked,
        _ => Refused::NoTable,
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
    let (mut left, mut part) = (UNPACKED, Vec::new());
    for at in 0..archive.len() {
        let member = archive.by_index(at).map_err(refused)?;
        part.clear();
        let size = member.take(left + 1).read_to_end(&mut part).map_err(|_| Refused::NoTable)?;
        left = left.checked_sub(u64::try_from(size).unwrap_or(u64::MAX)).ok_or(Refused::Bomb)?;
        if places(&part).any(lies_outside) {
            return Err(Refused::NoTable);
        }
    }
    Ok(())
}

/// The places in a part of a file, as in `r="B12"` and `ref="A1:F4"`.
fn places(part: &[u8]) -> impl Iterator<Item = &[u8]> {
    let pieces = part.split(|byte| matches!(byte, b'"' | b'\''));
    let values = pieces.clone().zip(pieces.skip(1)).filter(|(before, _)| {
        let name = before.trim_ascii_end().strip_suffix(b"=").unwrap_or_default().trim_ascii_end();
        name.ends_with(b" r") || name.ends_with(b" ref") || name == b"r" || name == b"ref"
    });
    values.flat_map(|(_, value)| value.split(|byte| *byte == b':'))
}

/// Whether a place has more letters or digits than any sheet has columns or rows (16,384 and 1,048,576).
fn lies_outside(place: &[u8]) -> bool {
    let letters = place.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let digits = place.iter().skip(letters).take_while(|byte| byte.is_ascii_digit()).count();
    letters > 6 || digits > 9
}

fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, count: &mut usize) -> Result<Vec<Row>, Refused> {
    // One cell after the other: a sheet that says to reach to its last corner takes no room for all in between.
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| Refused::NoTable)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(found) = cells.next_cell_with_formula().map_err(|_| Refused::NoTable)? {
        let (row, column) = found.pos;
        let is_formula = found.formula.is_some();
        let Some(value) = value(&found.value, is_formula).filter(|_| column < MOST_COLUMNS) else { continue };
        let (number, cell) = (row.saturating_add(1), Cell { value, is_formula });
        match rows.last_mut().filter(|last| last.number == number) {
            Some(last) => last.cells.push((column, cell)),
            None => {
                *count += 1;
                if *count > MOST_ROWS {
                    return Err(Refused::TooManyRows);
                }
                rows.push(Row { number, cells: vec![(column, cell)] });
            }
        }
    }
    Ok(rows)
}

/// What stands in a cell; nothing where nothing does.
fn value(found: &DataRef<'_>, is_formula: bool) -> Option<Value> {
    let text = |text: &str| {
        if text.len() > LONGEST {
            return Some(Value::TooLong);
        }
        Some(text.trim()).filter(|text| !text.is_empty()).map(|text| Value::Text(text.to_owned()))
    };
    match found {
        // A formula that was never worked out shows nothing, and that is said.
        DataRef::Empty => is_formula.then_some(Value::Wrong),
        DataRef::Int(number) => text(&number.to_string()),
        DataRef::Float(number) => Some(Value::Number(*number)),
        DataRef::String(found) => text(found),
        DataRef::SharedString(found) => text(found),
        DataRef::Bool(yes) => Some(Value::Yes(*yes)),
        DataRef::DateTime(moment)
            if moment.is_datetime() && (1.0..2_958_466.0).contains(&moment.as_f64()) =>
        {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
            Some(day.map_or(Value::Wrong, Value::Day))
        }
        DataRef::DateTimeIso(moment) => {
            let day = moment.get(..10).and_then(|day| day.parse().ok());
            Some(day.map_or(Value::Wrong, Value::Day))
        }
        DataRef::DateTime(_) | DataRef::DurationIso(_) | DataRef::Error(_) => Some(Value::Wrong),
    }
}
