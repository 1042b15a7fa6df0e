//! What must hold whatever bytes come in: the functions that the fuzzer calls, and the tests with everything it found.
#![allow(dead_code, reason = "every crate that includes this module uses its own part of it")]
#![allow(clippy::panic, reason = "a probe reports what does not hold by panicking")]

use std::path::Path;
use std::sync::LazyLock;

use pallium::checklist::{
    Library, Name, Origin, Outcome, Parsed, Severity, parse_bytes, print, render, shipped,
};
use pallium::exchange::questionnaire;
use pallium::exchange::reading::{self, Beside, Resources, Whom};
use pallium::exchange::register::{self, Headings, Proposal};
use pallium::meeting::{Id, Meeting, MeetingId, PatientId, Register, Viewpoint};
use pallium::shell::spreadsheet;
use pallium::store::record::{decode, encode};
use pallium::text::{is_clean, visible_line, visible_text};
use pallium::words::Language;

/// Most problems that are told of one file.
const PROBLEMS: usize = 100;

/// A definition: refused with at least one error or accepted without any, told of within bounds, and printed as what it
/// is.
pub fn definition(bytes: &[u8]) {
    for file in [None, Some("proef.toml"), Some("routes/proef.toml")] {
        let outcome = parse_bytes(bytes, &Origin { file, ..Origin::default() });
        told(&outcome, bytes);
        if let Some(Parsed::Checklist(checklist)) = &outcome.parsed {
            let printed = print(checklist);
            let again = parse_bytes(printed.as_bytes(), &Origin::default());
            assert_eq!(again.checklist(), Some(checklist), "{printed}");
            assert_eq!(again.checklist().map(print), Some(printed));
        }
    }
}

/// What is said of a file.
fn told(outcome: &Outcome, bytes: &[u8]) {
    let is_error = |severity: Severity| severity == Severity::Error;
    let errors = outcome.diagnostics.iter().filter(|one| is_error(one.severity)).count();
    assert_eq!(outcome.parsed.is_none(), errors > 0, "{:?}", outcome.diagnostics);
    assert!(outcome.diagnostics.len() <= PROBLEMS, "{} problems", outcome.diagnostics.len());
    let source = std::str::from_utf8(bytes).unwrap_or_default();
    for one in &outcome.diagnostics {
        let related = one.related.iter().map(|related| &related.span);
        for span in std::iter::once(&one.span).chain(related) {
            assert!(source.get(span.clone()).is_some(), "{:?} is no place in the text", span);
        }
        let excerpt = one.excerpt(source, 60);
        assert!(is_clean(&excerpt.line_text) && excerpt.underline_length >= 1, "{excerpt:?}");
        assert!(
            is_clean(&one.message(Language::English)) && is_clean(&one.expected(Language::Dutch)),
            "{one:?}"
        );
    }
    for (width, colour) in [(0, false), (60, false), (usize::MAX / 2, true)] {
        let text = render(&outcome.diagnostics, source, "proef.toml", Language::Dutch, width, colour);
        let plain = if colour { without_colours(&text) } else { text };
        assert!(plain.lines().all(is_clean), "{plain}");
    }
}

/// A text without the sequences that change a colour.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((parameters, rest)) = piece.split_once('m') else { panic!("no colour: {piece:?}") };
        assert!(parameters.chars().all(|c| c.is_ascii_digit() || c == ';'), "no colour: {parameters:?}");
        plain.push_str(rest);
    }
    plain
}

/// A record: refused in words, or read and written as the same.
pub fn record(bytes: &[u8]) {
    // A record is only taken from a file of its own name.
    let text = String::from_utf8_lossy(bytes);
    let id = text.split("id = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let name = format!("{}.toml", id.replace(['/', '\0'], ""));
    let path = Path::new(&name);
    match decode(bytes, path) {
        Ok(meeting) => {
            let Ok(written) = encode(&meeting) else {
                panic!("what was read cannot be written: {meeting:?}")
            };
            match decode(&written, path) {
                Ok(again) => assert_eq!(again, meeting),
                Err(problem) => panic!("what was written cannot be read: {problem:?}"),
            }
        }
        Err(problem) => {
            for language in [Language::Dutch, Language::English] {
                let message = problem.message(language);
                assert!(!message.trim().is_empty() && message.lines().all(is_clean), "{message:?}");
            }
        }
    }
}

/// The boundary for hostile text: what passed it is clean, and passes it unchanged.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let line = visible_line(&text);
    assert!(is_clean(&line) && !line.contains(['\n', '\r', '\t']), "{line:?}");
    assert_eq!(visible_line(&line), line);
    let lines = visible_text(&text);
    assert!(lines.lines().all(is_clean) && !lines.contains(['\r', '\t']), "{lines:?}");
    assert_eq!(visible_text(&lines), lines);
    let width = pallium::text::width(&line);
    for cells in [0, 1, 2, 60] {
        let cut = pallium::text::truncate(&line, cells, "…");
        assert!(pallium::text::width(&cut) <= cells.min(width.max(1)), "{cut:?} in {cells}");
    }
    let wrapped = pallium::text::wrap(&lines, 60);
    assert!(!wrapped.lines().is_empty());
}

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 29).unwrap_or_default()
}

/// A record that is taken over can be written, read back, and shown.
fn may_be_kept(meeting: &Meeting) {
    let Ok(bytes) = encode(meeting) else { panic!("it cannot be written: {meeting:?}") };
    let name = format!("{}.toml", meeting.id);
    match decode(&bytes, Path::new(&name)) {
        Ok(again) => assert_eq!(again, *meeting),
        Err(problem) => panic!("it cannot be read: {problem:?}"),
    }
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.lines().all(is_clean), "{text}");
}

/// Any bytes as the register of a group.
pub fn table(bytes: &[u8]) {
    let Ok(sheets) = spreadsheet::read(bytes) else { return };
    let sheets: Vec<_> = sheets
        .into_iter()
        .map(|sheet| {
            let headings = Headings::of(&sheet);
            (sheet, headings)
        })
        .collect();
    let register = Register::of(&Viewpoint::whole(day()), Vec::<Meeting>::new());
    let colours = [(Name::new("rood"), vec!["Rood".to_owned()])];
    let language = Language::Dutch;
    let known =
        register::Known { register: &register, colours: &colours, group: None, today: day(), language };
    let proposal = Proposal::of(&sheets, &known);
    let now = day().and_time(chrono::NaiveTime::MIN);
    let mut bits = 1;
    let mut draw = || {
        bits += 1;
        Id::from_bits(bits)
    };
    let taking = register::Taking { id: MeetingId(Id::from_bits(1)), now, language, file: "register.xlsx" };
    let (meeting, _) = register::record(&proposal, &taking, &mut draw);
    // The name of a sheet is shown where it stands, and nowhere else kept.
    may_be_kept(&meeting);
}

/// Read once: that takes longer than a probe.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::new(shipped()));

/// Any bytes as the plan of a patient.
pub fn resources(bytes: &[u8]) {
    let Ok(resources) = Resources::read(&[("plan.json".to_owned(), bytes.to_vec())]) else { return };
    let Ok(people) = resources.people() else { return };
    let Some(pzp) = LIBRARY.checklist(&Name::new("pzp")) else { panic!("the plan ships") };
    let language = Language::Dutch;
    let beside = Beside { checklist: &pzp.checklist, known: None, today: day(), language };
    for (at, person) in people.into_iter().take(3) {
        assert!(is_clean(&person.name), "{person:?}");
        let proposal = resources.proposal(at, &beside);
        let whom = Whom { patient: None, label: person.name.clone(), born: String::new() };
        let now = day().and_time(chrono::NaiveTime::MIN);
        let taking =
            reading::Taking { patient: PatientId(Id::from_bits(1)), now, file: "plan.json", group: "" };
        let mut bits = 1;
        let mut draw = || {
            bits += 1;
            Id::from_bits(bits)
        };
        for meeting in reading::records(&proposal.offered, &whom, &taking, &beside, &mut draw) {
            may_be_kept(&meeting);
        }
    }
}

/// Any bytes as a form of FHIR: refused, or a checklist that reads back.
pub fn form(bytes: &[u8]) {
    let source = String::from_utf8_lossy(bytes);
    if let Ok(imported) = questionnaire::read(&source, Some("proef")) {
        let printed = print(&imported.checklist);
        let again = parse_bytes(printed.as_bytes(), &Origin::default());
        assert_eq!(again.checklist(), Some(&imported.checklist), "{printed}");
        assert!(imported.losses.iter().all(|loss| loss.told(Language::Dutch).lines().all(is_clean)));
    }
}
