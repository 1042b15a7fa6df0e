//! Files of other programs, damaged at every place: registers in spreadsheets, plans and forms in FHIR. Nothing panics, and what
//! is taken over can always be kept, read back and shown. The same functions are targets of the fuzzer (`fuzz/targets`).
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "the helpers of tests, too, fail by panicking"
)]

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use crate::support::probes;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The two dates of the fictional person that were written by hand, each as a Bundle.
fn plans() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fhir/plan");
    let one = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let resources: Vec<Value> = serde_json::from_str(&text).unwrap();
        // What they refer to is the name of the part.
        let entries = resources.into_iter().map(|resource| {
            let name = resource.pointer("/identifier/0/value").cloned().unwrap();
            json!({ "fullUrl": name, "resource": resource })
        });
        json!({ "resourceType": "Bundle", "type": "collection", "entry": entries.collect::<Vec<_>>() })
    };
    vec![one("2024-06-05.json"), one("2026-06-12.json")]
}

/// Every place in a value.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, inner)| places(inner, &format!("{here}/{}", escaped(key)), found));
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, inner)| places(inner, &format!("{here}/{at}"), found));
        }
        _ => {}
    }
}

fn wrong() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(1e308),
        json!(""),
        json!("\u{1b}]0;x\u{7}\u{202e} 123456782"),
        json!("x".repeat(30_000)),
        json!("2026-13-45"),
        json!([]),
        json!([[[[{}]]]]),
        json!({}),
        json!({ "coding": [{ "system": "http://snomed.info/sct", "code": 7 }] }),
        json!({ "reference": "reanimatie" }),
    ]
}

/// The contents of the files of a folder; none where there is no folder.
fn contents(folder: &str) -> Vec<Vec<u8>> {
    let folder = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    folder.into_iter().flatten().map(|entry| std::fs::read(entry.unwrap().path()).unwrap()).collect()
}

/// Small forms of every kind; the one of three hundred questions says nothing more when it is damaged.
fn forms() -> Vec<Vec<u8>> {
    contents("tests/fhir/forms").into_iter().filter(|form| form.len() < 20_000).collect()
}

#[test]
fn whatever_the_fuzzer_stopped_at_is_read_or_told_of() {
    assert!(forms().len() >= 6);
    contents("fuzz/regressions/form").iter().chain(&forms()).for_each(|bytes| probes::form(bytes));
    contents("fuzz/regressions/table").iter().for_each(|bytes| probes::table(bytes));
    contents("fuzz/regressions/resources").iter().for_each(|bytes| probes::resources(bytes));
}

#[test]
fn a_plan_with_a_wrong_value_at_any_place_is_read_or_told_of() {
    for plan in plans() {
        let mut all = Vec::new();
        places(&plan, "", &mut all);
        assert!(all.len() > 300, "{}", all.len());
        let values = wrong();
        // Each place gets another of the values: all of them come by many times.
        for (at, place) in all.iter().enumerate() {
            let mut damaged = plan.clone();
            *damaged.pointer_mut(place).unwrap() = values[at % values.len()].clone();
            probes::resources(damaged.to_string().as_bytes());
        }
    }
}

/// The sheet of a register with everything that is read of one.
const SHEET: &str = r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:F4"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>naam</t></is></c><c r="B1" t="inlineStr"><is><t>geboren</t></is></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t>opnieuw bespreken</t></is></c><c r="E1" t="inlineStr"><is><t>overleden</t></is></c></row><row r="2"><c r="A2" t="str"><f>"Fictief "&amp;"B."</f><v>Fictief B.</v></c><c r="B2"><v>1938</v></c><c r="C2" t="inlineStr"><is><t>rood</t></is></c><c r="D2" s="1"><v>46388</v></c><c r="E2" t="b"><v>1</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><r><t>Fictief C.</t></r></is></c><c r="B3" t="e"><v>#REF!</v></c><c r="D3" t="d"><v>2026-12-01T00:00:00</v></c></row></sheetData></worksheet>"#;

/// A spreadsheet of parts, each under its name.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        if archive.start_file(name.as_str(), options).is_ok() {
            archive.write_all(content).unwrap();
        }
    }
    archive.finish().unwrap().into_inner()
}

fn parts() -> Vec<(String, Vec<u8>)> {
    let written = pallium::shell::spreadsheet::write("Register", &[vec!["naam".to_owned()]]).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(written)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).unwrap();
        let (name, mut content) = (member.name().unwrap().into_owned(), Vec::new());
        member.read_to_end(&mut content).unwrap();
        if name.ends_with("sheet1.xml") {
            content = SHEET.as_bytes().to_vec();
        }
        if name.ends_with("workbook.xml.rels") {
            let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            let more = format!(
                r#"<Relationship Id="rId8" Type="{office}/styles" Target="styles.xml"/><Relationship Id="rId9" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            );
            content = String::from_utf8(content).unwrap().replace("</Relationships>", &more).into_bytes();
        }
        parts.push((name, content));
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let styles = format!(
        r#"<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d-m-yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
    );
    parts.push(("xl/styles.xml".to_owned(), styles.into_bytes()));
    let strings = format!(r#"<sst xmlns="{main}" count="1" uniqueCount="1"><si><t>kleur</t></si></sst>"#);
    parts.push(("xl/sharedStrings.xml".to_owned(), strings.into_bytes()));
    parts
}

#[test]
fn the_register_that_is_damaged_here_is_one_that_is_read() {
    let sheets = pallium::shell::spreadsheet::read(&packed(&parts())).unwrap();
    let cells: Vec<usize> = sheets[0].rows.iter().map(|row| row.cells.len()).collect();
    assert_eq!(cells, [5, 5, 3]);
    assert_eq!(sheets[0].rows[1].cell(3).unwrap().text(), "2027-01-01");
    assert_eq!(sheets[0].rows[0].cell(2).unwrap().text(), "kleur");
    probes::table(&packed(&parts()));
}

/// Places that no sheet has: numbers of columns and rows that cannot be counted.
#[test]
fn a_place_outside_every_sheet_is_refused() {
    for (real, far) in [
        ("r=\"A1\"", "r=\"AAAAAAAA1\""),
        ("r=\"A1\"", "r = 'zzzzzzzzzzz'"),
        ("r=\"A1\"", "r=\"A99999999999\""),
        ("row r=\"2\"", "row r=\"4294967296\""),
        ("ref=\"A1:F4\"", "ref=\"A1:XXXXXXXXX4\""),
        ("ref=\"A1:F4\"", "ref=\"A1:F44444444444\""),
    ] {
        let mut parts = parts();
        for (name, content) in &mut parts {
            if name.ends_with("sheet1.xml") {
                let sheet = SHEET.replacen(real, far, 1);
                assert_ne!(sheet, SHEET, "{real}");
                *content = sheet.into_bytes();
            }
        }
        let read = pallium::shell::spreadsheet::read(&packed(&parts));
        assert!(matches!(read, Err(pallium::exchange::sheet::Refused::NoTable)), "{far}: {read:?}");
    }
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

/// Pieces taken away, doubled, or replaced.
fn damaged(mut bytes: Vec<u8>, damages: &[(usize, usize, u8, Vec<u8>)]) -> Vec<u8> {
    for (at, length, kind, piece) in damages {
        let at = at % (bytes.len() + 1);
        let end = (at + length).min(bytes.len());
        match kind % 4 {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            2 => drop(bytes.splice(at..at, piece.iter().copied())),
            _ => bytes[at..end].iter_mut().zip(piece).for_each(|(place, byte)| *place = *byte),
        }
    }
    bytes
}

fn damages() -> impl Strategy<Value = Vec<(usize, usize, u8, Vec<u8>)>> {
    let pieces: Vec<Vec<u8>> = [
        &b"<"[..],
        b">",
        b"&",
        b"\"",
        b"<row r=\"4294967295\">",
        b"<c r=\"XFD1048577\">",
        b"<c r=\"AAAAAAAA1\">",
        b"<v>1e999</v>",
        b"<v>-1</v>",
        b"t=\"s\"",
        b"<f>A1</f>",
        b"<f t=\"shared\" si=\"0\" ref=\"A1:XFD1048576\">A1</f>",
        b"\0",
        b"\xff",
        b"<!DOCTYPE a [<!ENTITY b \"c\">]>",
        b"&b;",
        b"99999999999999999999",
        b"s=\"99\"",
    ]
    .iter()
    .map(|piece| piece.to_vec())
    .collect();
    let one = (any::<usize>(), 0_usize..60, any::<u8>(), prop::sample::select(pieces));
    prop::collection::vec(one, 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_spreadsheet_is_read_or_told_of(which in any::<prop::sample::Index>(), damages in damages()) {
        let mut parts = parts();
        let at = which.index(parts.len());
        parts[at].1 = damaged(std::mem::take(&mut parts[at].1), &damages);
        probes::table(&packed(&parts));
    }

    #[test]
    fn a_damaged_package_is_read_or_told_of(damages in damages()) {
        probes::table(&damaged(packed(&parts()), &damages));
    }

    #[test]
    fn a_damaged_table_is_read_or_told_of(damages in damages()) {
        let table = b"naam;geboren;kleur;opnieuw bespreken\r\n\"Fictief B.\";1938;rood;1-12-2026\r\n=1+1;1-1-1938;x;y\r\n";
        probes::table(&damaged(table.to_vec(), &damages));
    }

    #[test]
    fn a_damaged_form_is_read_or_told_of(which in any::<prop::sample::Index>(), damages in damages()) {
        let forms = forms();
        probes::form(&damaged(forms[which.index(forms.len())].clone(), &damages));
    }

    #[test]
    fn a_damaged_plan_is_read_or_told_of(which in any::<prop::sample::Index>(), damages in damages()) {
        let plans = plans();
        let plan = plans[which.index(plans.len())].to_string();
        probes::resources(&damaged(plan.into_bytes(), &damages));
    }
}
