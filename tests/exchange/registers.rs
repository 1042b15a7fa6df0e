//! The register of a group out of spreadsheets and back, on the command line: what is proposed, taken over, and refused.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use crate::support::commands::Place;
use chrono::{NaiveDate, TimeDelta};
use pallium::meeting::{
    Answer, Given, Id, Meeting, MeetingId, MeetingKind, PatientId, Review, Stamp, colour_question,
};
use pallium::shell::spreadsheet;
use pallium::store::{Notebook, RealFiles, demo};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn today() -> NaiveDate {
    pallium::shell::now().date()
}

/// The fictional meetings of the demonstration.
fn demonstration() -> Place {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    for known in demo::fictional(today()).unwrap() {
        let texts: Vec<_> =
            known.definitions.iter().map(|one| (one.hash.to_string(), one.source.clone())).collect();
        notebook.save(&known.meeting, &texts).unwrap();
    }
    place
}

/// Two groups with the same label in both, one of them a formula.
fn two_groups() -> Place {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    let day = today() - TimeDelta::days(9);
    for (number, group, patients) in [
        (1, "Noord", vec![(1, "Fictief J."), (2, "=1+1")]),
        (2, "Zuid", vec![(4, "fictief j."), (5, "Fictief, \"K\"")]),
    ] {
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, day);
        meeting.details.group = group.to_owned();
        for (bits, label) in patients {
            let mut review = Review::new(PatientId(Id::from_bits(bits << 120)));
            review.label = label.to_owned();
            let at = day.and_hms_opt(14, 0, 0).unwrap();
            let answer = Answer::given(Given::Choice("groen".into()), Stamp { by: None, at });
            review.answers.insert(colour_question(), answer);
            meeting.reviews.push(review.into());
        }
        notebook.save(&meeting, &[]).unwrap();
    }
    place
}

fn file(place: &Place, name: &str, bytes: &[u8]) -> String {
    let path = place.path(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A spreadsheet with sheets of the given XML rows; `more` is put before the sheets of the workbook.
fn book(sheets: &[(&str, &str)], more: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut put = |name: &str, content: String| {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    };
    let relations = |inside: String| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>"#
        )
    };
    put(
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.into(),
    );
    put(
        "_rels/.rels",
        relations(format!(
            r#"<Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>"#
        )),
    );
    let of = |at: usize, name: &str| format!(r#"<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>"#);
    let named: String = sheets.iter().zip(1..).map(|((name, _), at)| of(at, name)).collect();
    put(
        "xl/workbook.xml",
        format!(r#"<workbook xmlns="{main}" xmlns:r="{office}">{more}<sheets>{named}</sheets></workbook>"#),
    );
    let of = |at: usize| {
        format!(r#"<Relationship Id="rId{at}" Type="{office}/worksheet" Target="worksheets/sheet{at}.xml"/>"#)
    };
    let styles = format!(r#"<Relationship Id="rId99" Type="{office}/styles" Target="styles.xml"/>"#);
    put("xl/_rels/workbook.xml.rels", relations((1..=sheets.len()).map(of).collect::<String>() + &styles));
    put(
        "xl/styles.xml",
        format!(
            r#"<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
        ),
    );
    for ((_, rows), at) in sheets.iter().zip(1..) {
        put(
            &format!("xl/worksheets/sheet{at}.xml"),
            format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#),
        );
    }
    archive.finish().unwrap().into_inner()
}

fn text(at: &str, content: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{content}</t></is></c>"#)
}

/// The headings of a sheet with these columns.
fn head(columns: &[&str]) -> String {
    let cells = columns.iter().zip('A'..).map(|(name, at)| text(&format!("{at}1"), name));
    format!(r#"<row r="1">{}</row>"#, cells.collect::<String>())
}

#[test]
fn out_and_in_again_changes_nothing() {
    for (place, groups) in
        [(demonstration(), vec![None]), (two_groups(), vec![Some("Noord"), Some("Zuid"), None])]
    {
        let before = place.done(&["meetings"], &[]);
        for group in groups {
            let of: Vec<&str> = group.map(|group| vec!["--group", group]).unwrap_or_default();
            for format in ["csv", "xlsx"] {
                let name = format!("uit-{}.{format}", group.unwrap_or("alle"));
                let out = [&["register", "--format", format, "-o", name.as_str()], of.as_slice()].concat();
                place.done(&out, &[]);
                let said = place
                    .done(&[&["import", "register", name.as_str(), "--take"], of.as_slice()].concat(), &[]);
                assert!(
                    said.contains("0 nieuw, 0 gewijzigd") && said.contains("Er verandert niets"),
                    "{name}: {said}"
                );
                assert!(!said.contains("Niet overgenomen"), "{name}: {said}");
                assert!(!said.contains("Kolommen die niet"), "{name}: {said}");
            }
        }
        assert_eq!(place.done(&["meetings"], &[]), before);
    }
}

#[test]
fn a_register_comes_into_an_empty_notebook_as_it_was_and_can_be_taken_back() {
    let from = demonstration();
    from.done(&["register", "--format", "xlsx", "-o", "uit.xlsx"], &[]);
    let bytes = std::fs::read(from.path("uit.xlsx")).unwrap();
    let into = Place::empty();
    std::fs::create_dir_all(into.notebook()).unwrap();
    let name = file(&into, "in.xlsx", &bytes);
    let said = into.done(&["import", "register", &name, "--take"], &[]);
    let id = said.split("record ").nth(1).unwrap().split('.').next().unwrap().to_owned();
    let columns = |place: &Place| -> Vec<Vec<String>> {
        let table = place.done(&["register", "--format", "csv", "--order", "label"], &[]);
        let rows = table.lines().map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            // Label, born, group, colour, died, discuss again, central care provider, plan and its day.
            [0, 1, 2, 3, 7, 10, 13, 14, 15].iter().map(|at| cells[*at].to_owned()).collect()
        });
        rows.collect()
    };
    assert_eq!(columns(&into), columns(&from));
    let again = into.done(&["import", "register", &name, "--take"], &[]);
    assert!(again.contains("0 nieuw, 0 gewijzigd"), "{again}");
    into.done(&["history", &id, "--restore", "1"], &[]);
    assert_eq!(columns(&into).len(), 1, "only the headings");
}

#[test]
fn what_a_group_kept_is_proposed_and_taken_over() {
    let place = two_groups();
    let table = "Naam;Geb. jaar;Kleurcode;CZV;PZP;Overleden;Opmerking\r\n\
        Fictief J.;1938;Oranje;Fictief Arts;ja;;x\r\n\
        Fictief L. (1-3-1941);1-3-1941;paars;BSN 123456782;misschien;;\r\n\
        Fictief L.;1941;;;;;\r\n\
        ;;rood;;;;\r\n\
        Fictief M.;;rood;;;ja;\r\n";
    let name = file(&place, "register.csv", table.as_bytes());
    let proposed = place.run(&["import", "register", &name, "--group", "Noord"], &[]);
    assert_eq!(proposed.code, Some(0), "{}", proposed.complained);
    for part in [
        "register.csv: 2 nieuw, 1 gewijzigd, 0 zoals bekend.",
        "Fictief L.  (A3, Noord)",
        "geboren: 1941",
        "Fictief J.  (A2, Noord)",
        "kleur: groen -> oranje",
        "centrale zorgverlener: Fictief Arts",
        "plan (PZP): Ja",
        "A3: een volledige geboortedatum",
        "B3: een volledige geboortedatum",
        "C3: geen kleur die hier bekend is (groen, oranje, rood, geen)",
        "D3: een burgerservicenummer",
        "E3: geen \"ja\" of \"nee\"",
        "A4: deze patiënt staat al in een eerdere rij",
        "A5: deze rij noemt geen patiënt",
        "G1 \"Opmerking\": geen kolom van het register",
    ] {
        assert!(proposed.said.contains(part), "no {part:?} in {}", proposed.said);
    }
    assert!(!proposed.said.contains("123456782"), "{}", proposed.said);
    assert!(proposed.complained.contains("met --take") || proposed.complained.contains("Met --take"));
    assert!(
        !place.done(&["register", "--format", "csv"], &[]).contains("Fictief M."),
        "nothing before it was agreed to"
    );
    place.done(&["import", "register", &name, "--group", "Noord", "--take"], &[]);
    let now = place.done(&["register", "--format", "csv", "--group", "Noord"], &[]);
    let of = |label: &str| now.lines().find(|line| line.starts_with(label)).unwrap_or_default().to_owned();
    assert!(of("Fictief J.").starts_with("Fictief J.,1938,Noord,oranje,groen,"), "{now}");
    assert!(of("Fictief J.").contains(",Fictief Arts,Ja,"), "{now}");
    assert!(of("Fictief L.").starts_with("Fictief L.,1941,Noord,,"), "{now}");
    assert!(of("Fictief M.").starts_with("Fictief M.,,Noord,rood,,,,Ja,"), "{now}");
    // Who is in the other group is untouched, and rows of several groups are not mixed.
    assert!(
        place
            .done(&["register", "--format", "csv", "--group", "Zuid"], &[])
            .contains("fictief j.,,Zuid,groen,")
    );
    let mixed = file(&place, "twee.csv", b"naam;groep\nFictief X.;Noord\nFictief Y.;Zuid\n");
    place.refused(&["import", "register", &mixed, "--take"], &[], "Noord; Zuid");
    let one = place.done(&["import", "register", &mixed, "--take", "--group", "Zuid"], &[]);
    assert!(one.contains("1 nieuw") && one.contains("A2: een rij van een andere groep"), "{one}");
}

#[test]
fn every_sheet_formula_and_day_of_a_spreadsheet_is_read() {
    let first = head(&["patiënt", "opnieuw bespreken", "kleur"])
        + &format!(
            r#"<row r="2">{}<c r="B2" s="1"><v>46388</v></c><c r="C2"><f>"ro"&amp;"od"</f></c></row>"#,
            text("A2", "Fictief P.")
        )
        + &format!(
            r#"<row r="3"><c r="A3" t="str"><f>"Fictief "&amp;"Q."</f><v>Fictief Q.</v></c><c r="C3" t="e"><v>#REF!</v></c></row><row r="1048576">{}</row>"#,
            text("XFD1048576", "ver weg")
        );
    let second = head(&["Naam"]) + &format!(r#"<row r="2">{}</row>"#, text("A2", "Fictief R."));
    let sheets = [
        ("Dokter A", first.as_str()),
        ("Dokter B", second.as_str()),
        ("Uitleg", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
    ];
    // 1 January 2027 by the calendar of 1900, and four years and a day later by that of 1904.
    for (more, day) in [("", "01-01-2027"), (r#"<workbookPr date1904="1"/>"#, "02-01-2031")] {
        let place = Place::empty();
        std::fs::create_dir_all(place.notebook()).unwrap();
        let name = file(&place, "r.xlsx", &book(&sheets, more));
        let said = place.done(&["import", "register", &name, "--take"], &[]);
        for part in [
            "3 nieuw",
            &format!("opnieuw bespreken: {day}"),
            "Dokter A!C2: een formule zonder uitkomst",
            "Dokter A!A3: een formule; genomen is de uitkomst",
            "Dokter A!C3: een formule zonder uitkomst, of een fout",
            "Fictief R.  (Dokter B!A2",
            "Blad \"Uitleg\": geen kop noemt de patiënten",
        ] {
            assert!(said.contains(part), "no {part:?} in {said}");
        }
    }
}

#[test]
fn what_is_no_register_is_refused_in_words_and_leaves_nothing() {
    let place = two_groups();
    let before = place.done(&["meetings"], &[]);
    let bomb = {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
        let zeros = vec![b'0'; 1 << 20];
        (0..70).for_each(|_| archive.write_all(&zeros).unwrap());
        archive.finish().unwrap().into_inner()
    };
    assert!(bomb.len() < 1_000_000, "{}", bomb.len());
    let compound = |name: &str| {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].into_iter().chain(name).collect::<Vec<u8>>()
    };
    let rows: String = (2..100_002)
        .map(|row| format!(r#"<row r="{row}">{}</row>"#, text(&format!("A{row}"), "Fictief")))
        .collect();
    let many = book(&[("Blad", &(head(&["naam"]) + &rows))], "");
    let good =
        spreadsheet::write("Register", &[vec!["naam".to_owned()], vec!["Fictief Z.".to_owned()]]).unwrap();
    let cut = &good[..good.len() / 2];
    let mut flipped = good.clone();
    let sheet = good.windows(20).position(|window| window == b"xl/worksheets/sheet1").unwrap();
    flipped[sheet + 60] ^= 0x55;
    for (name, bytes, told) in [
        ("bom.xlsx", bomb.as_slice(), "groter dan 64 MB"),
        ("slot.xlsx", &compound("EncryptedPackage"), "Er zit een wachtwoord op"),
        ("oud.xls", &compound("Workbook"), "een oud soort bestand"),
        ("veel.xlsx", &many, "meer dan 10.000 rijen"),
        ("veel.csv", &[&b"naam\n"[..], &b"Fictief\n".repeat(100_000)].concat(), "meer dan 10.000 rijen"),
        ("half.xlsx", cut, "beschadigd"),
        ("anders.xlsx", &flipped, "beschadigd"),
        ("leeg.csv", b"", "Er staat niets in"),
        ("foto.csv", b"\x89PNG\0\0", "geen Excel-bestand en geen CSV"),
        ("groot.csv", &vec![b'a'; 10_000_001], "groter dan 10 MB"),
        ("kop.csv", b"a;b\n1;2\n", "Geen kop noemt de pati"),
        ("leeg.xlsx", &book(&[("Blad", "")], ""), "Er staat niets in"),
    ] {
        let path = file(&place, name, bytes);
        let ended = place.run(&["import", "register", &path, "--take"], &[]);
        ended.assert_refused(1, &[told]);
        assert!(!ended.complained.contains("panick"), "{name}: {}", ended.complained);
    }
    let folder = place.path("");
    place.refused(&["import", "register", folder.to_str().unwrap()], &[], "geen gewoon bestand");
    place.refused(&["import", "register", "weg.xlsx"], &[], "weg.xlsx");
    let hostile =
        file(&place, "\u{1b}]0;titel\u{7}.csv", "naam;kleur\n\u{1b}[31mrood\u{202e};\u{7}x\n".as_bytes());
    let ended = place.run(&["import", "register", &hostile], &[]);
    let all = format!("{}{}", ended.said, ended.complained);
    assert!(all.contains('␛') && !all.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{all:?}");
    assert_eq!(place.done(&["meetings"], &[]), before);
    place.run(&["register", "--format", "xlsx"], &[]).assert_refused(2, &["alleen naar een bestand"]);
    place.run(&["mirror", "--format", "xlsx"], &[]).assert_refused(2, &["pallium register"]);
}
