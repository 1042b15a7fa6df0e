//! What lists and papers about several patients say of themselves, with the real program: who of one label is who, who is invented,
//! and what of the notebook could not be counted.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use crate::support::commands::{Place, place};
use chrono::{Datelike, NaiveDate, TimeDelta};
use pallium::meeting::{
    Agreement, AgreementId, Id, Meeting, MeetingId, MeetingKind, Owner, PatientId, Review, Stamp,
};
use pallium::store::{RealFiles, Statement, state_fictional};
use serde_json::Value;

fn today() -> NaiveDate {
    pallium::shell::now().date()
}

fn ago(days: i64) -> NaiveDate {
    today() - TimeDelta::days(days)
}

/// A meeting of these patients, each by the first digits of an identity and a label; of each something is agreed with Wit.
fn held(number: u128, day: NaiveDate, patients: &[(u128, &str)]) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, day);
    meeting.details.group = "Noord".to_owned();
    let stamp = Stamp { by: None, at: day.and_hms_opt(14, 0, 0).unwrap() };
    for (who, label) in patients {
        let mut review = Review::new(PatientId(Id::from_bits(who << 112)));
        (review.label, review.born) = ((*label).to_owned(), "1938".to_owned());
        review.details.finished = Some(stamp);
        let mut agreed = Agreement::new(AgreementId(Id::from_bits(number << 64 | who)), stamp);
        agreed.what = format!("bellen {label}");
        (agreed.owner, agreed.outside_name) = (Some(Owner::Outside), "Wit".to_owned());
        review.agreements.push(agreed);
        meeting.reviews.push(review.into());
    }
    meeting
}

/// What a list says, as text on one line.
fn said(place: &Place, command: &[&str]) -> String {
    place.done(command, &[]).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every list of patients, in every form.
const LISTS: [&[&str]; 10] = [
    &["register"],
    &["register", "--format", "markdown"],
    &["register", "--format", "html"],
    &["register", "--format", "csv"],
    &["register", "--format", "json"],
    &["agreements"],
    &["agreements", "--format", "html"],
    &["agreements", "--format", "csv"],
    &["prepare"],
    &["prepare", "--for", "Wit"],
];

#[test]
fn two_patients_of_one_label_and_year_are_told_apart_in_every_list() {
    let patients = [(0x3f2a, "Fictief A."), (0x81c4, "Fictief A."), (0x5555, "Fictief B.")];
    let place = place(&[&held(1, ago(9), &patients)]);
    for list in LISTS {
        let said = said(&place, list);
        assert!(said.contains("3f2a") && said.contains("81c4"), "{list:?}: {said}");
        let is_marked = said.contains("5555") && !list.contains(&"json");
        assert!(!is_marked, "who is alone with a label needs no number: {list:?}: {said}");
    }
    // Of one patient, and of one meeting, it is said too; a dossier of the one who is alone needs no number.
    let number = place.done(&["meetings"], &[]).split_whitespace().next().unwrap().to_owned();
    for paper in [&["minutes", number.as_str()] as &[&str], &["find", "bellen"]] {
        let said = said(&place, paper);
        for number in ["3f2a", "81c4"] {
            assert!(said.contains(&format!("Fictief A. (1938), nr. {number}")), "{paper:?}: {said}");
        }
        assert!(said.contains("Fictief B. (1938)") && !said.contains("nr. 5555"), "{paper:?}: {said}");
    }
    for command in ["summary", "patient"] {
        let of = |whom: &str| match command {
            "summary" => said(&place, &["summary", whom, "--for", "hap"]),
            _ => said(&place, &["patient", whom]),
        };
        assert!(of("81c4").contains("Fictief A. (1938), nr. 81c4"), "{command}: {}", of("81c4"));
        assert!(!of("Fictief B.").contains("nr. "), "{command}: {}", of("Fictief B."));
    }
    // By the number that the list shows, the one who is meant is found.
    assert!(said(&place, &["patient", "81c4"]).contains("Fictief A. (1938)"));
}

#[test]
fn who_is_invented_is_said_to_be_so_where_others_are_not() {
    let mut practised = held(1, ago(30), &[(1, "Fictief V.")]);
    practised.details.fictional = true;
    let real = held(2, ago(9), &[(2, "Mw. E.")]);
    let mixed = place(&[&practised, &real]);
    for list in LISTS {
        let text = mixed.done(list, &[]);
        if list == ["register", "--format", "json"] {
            let document: Value = serde_json::from_str(&text).unwrap();
            let of = |label: &str| {
                let mut all = document["patients"].as_array().unwrap().iter();
                all.find(|one| one["label"] == label).unwrap()["invented"].clone()
            };
            assert_eq!((of("Fictief V."), of("Mw. E.")), (true.into(), false.into()));
        } else if list.contains(&"csv") {
            let line = |label: &str| text.lines().find(|line| line.contains(label)).unwrap().to_owned();
            assert!(text.lines().next().unwrap().contains("verzonnen"), "{list:?}: {text}");
            assert!(line("Fictief V.").contains(",Ja,"), "{list:?}: {text}");
            assert!(!line("Mw. E.").contains(",Ja,"), "{list:?}: {text}");
        } else {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains("Fictief V. (1938), verzonnen"), "{list:?}: {text}");
            assert!(!text.contains("Mw. E. (1938), verzonnen"), "{list:?}: {text}");
        }
    }
    assert!(said(&mixed, &["find", "bellen"]).contains("Fictief V. (1938), verzonnen"));
    assert!(said(&mixed, &["minutes", "00000000000000000000000000000001"]).contains("FICTIEF"));
    assert!(said(&mixed, &["patient", "Fictief V."]).contains("FICTIEF"));
    assert!(!said(&mixed, &["patient", "Mw. E."]).contains("FICTIEF"));
    let sent = |label: &str| mixed.done(&["fhir", "export", label], &[]);
    assert!(sent("Fictief V.").contains("HTEST") && !sent("Mw. E.").contains("HTEST"));
    // Where all are invented, the paper as a whole says so, whatever the notebook is for.
    let only = place(&[&practised]);
    for list in [&["register"] as &[&str], &["agreements"], &["prepare"], &["patient", "Fictief V."]] {
        assert!(said(&only, list).contains("FICTIEF"), "{list:?}");
    }
}

/// So many patients of one meeting, none of them the same as in another.
fn many(number: u128, day: NaiveDate, first: u128, count: u128) -> Meeting {
    let labels: Vec<(u128, String)> = (first..first + count).map(|who| (who, format!("Mw. {who}"))).collect();
    let patients: Vec<(u128, &str)> = labels.iter().map(|(who, label)| (*who, label.as_str())).collect();
    held(number, day, &patients)
}

/// What a table of counts says of something that is counted; nothing where it is hidden.
fn counted(place: &Place, measure: &str, more: &[&str]) -> Option<i64> {
    let lines = place.done(&[&["mirror", "--format", "jsonl"], more].concat(), &[]);
    let rows = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let row = rows.into_iter().find(|row| row["measure"] == measure);
    row.unwrap_or_else(|| panic!("no {measure} in {lines}"))["value"].as_i64()
}

#[test]
fn who_is_invented_is_counted_nowhere_but_in_a_notebook_for_that() {
    let mut practised = many(1, ago(30), 1, 7);
    practised.details.fictional = true;
    practised.bottlenecks = "Verzonnen knelpunt".to_owned();
    let place = place(&[&practised, &many(2, ago(9), 100, 6)]);
    assert_eq!(counted(&place, "discussed", &[]), Some(6));
    let text = said(&place, &["mirror"]);
    assert!(text.contains("verzonnen patiënten (7) tellen niet mee"), "{text}");
    assert!(!text.contains("Verzonnen knelpunt") && text.contains("Bijeenkomsten: 1"), "{text}");
    // The whole notebook is for practising: they count, and each row says what they are.
    state_fictional(&RealFiles, &place.notebook(), &Statement::default()).unwrap();
    let lines = place.done(&["mirror", "--format", "jsonl"], &[]);
    assert!(lines.lines().all(|line| line.contains("\"fictional\":true")), "{lines}");
    assert_eq!(counted(&place, "discussed", &[]), Some(13));
}

#[test]
fn a_second_version_of_a_meeting_is_told_of_on_every_list() {
    let one = held(1, ago(9), &[(1, "Mw. A.")]);
    let place = place(&[&one]);
    let file = place.notebook().join(format!("meetings/{}.toml", one.id));
    let beside = place.notebook().join(format!("meetings/{} (conflicted copy).toml", one.id));
    let other = std::fs::read_to_string(file).unwrap().replace("Mw. A.", "Mw. B.");
    std::fs::write(beside, other).unwrap();
    for list in [
        &["register"] as &[&str],
        &["register", "--format", "html"],
        &["agreements"],
        &["prepare"],
        &["mirror"],
    ] {
        let said = said(&place, list);
        assert!(said.contains("er een tweede versie"), "{list:?}: {said}");
    }
    for list in ["register", "agreements"] {
        let said = said(&place, &[list, "--format", "csv"]);
        assert!(said.contains("tweede versie"), "{list}: {said}");
    }
    assert_eq!(counted(&place, "meetings_unread", &[]), Some(1), "what a network gets says it too");
}

#[test]
fn counts_for_a_network_say_that_meetings_could_not_be_read() {
    let (one, two) = (many(1, ago(30), 1, 6), many(2, ago(9), 1, 6));
    let place = place(&[&one, &two]);
    assert_eq!(counted(&place, "meetings_unread", &[]), Some(0));
    std::fs::write(place.notebook().join(format!("meetings/{}.toml", two.id)), "format = [").unwrap();
    assert_eq!(counted(&place, "meetings_unread", &[]), Some(1));
    let csv = place.done(&["mirror", "--format", "csv"], &[]);
    assert!(csv.contains(",meetings_unread,,,,1,false"), "{csv}");
}

#[test]
fn a_sheet_for_a_later_day_does_not_call_that_day_today() {
    let place = place(&[&held(1, ago(9), &[(1, "Mw. A.")]), &held(2, ago(-200), &[(2, "Mw. B.")])]);
    let on = ago(-300).format("%d-%m-%Y").to_string();
    let said = said(&place, &["prepare", "--on", &on]);
    let year_of_sheet = format!("van na vandaag, {}", today().year());
    assert!(!said.contains(&year_of_sheet));
    let (_, behind) = said.split_once("van na vandaag, ").unwrap_or_else(|| panic!("{said}"));
    let day = behind.split(',').next().unwrap_or_default();
    assert!(
        day.contains(&format!(" {} ", today().day())) && day.ends_with(&today().year().to_string()),
        "{day}"
    );
}

/// Twelve of all time and eleven of a year are one of the other years.
#[test]
fn a_period_of_which_the_rest_is_few_is_not_told() {
    let this_year = today().year();
    let day = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 3).unwrap();
    let (last, before) = (this_year - 1, this_year - 2);
    for (then, only, told) in [(11, 1, false), (11, 4, false), (11, 5, true), (11, 0, true)] {
        let older = many(1, day(before, 6), 500, 6 + only);
        // Six are of both years.
        let newer = many(2, day(last, 6), 500 + only, then);
        let place = place(&[&older, &newer]);
        let from = format!("01-01-{last}");
        let to = format!("31-12-{last}");
        assert_eq!(
            counted(&place, "discussed", &[]),
            Some(i64::try_from(then + only).unwrap()),
            "{then} {only}"
        );
        let of_year = counted(&place, "discussed", &["--from", &from, "--to", &to]);
        assert_eq!(of_year.is_some(), told, "{then} of the year, {only} of the others: {of_year:?}");
        let open = counted(&place, "discussed", &["--from", &from]);
        assert_eq!(open.is_some(), told, "the same without an end: {open:?}");
    }
}

#[test]
fn who_is_proposed_for_a_day_to_come_is_said_to_be_so_in_tables_too() {
    let mut ahead = Meeting::new(MeetingId(Id::from_bits(3)), MeetingKind::Patz, ago(-9));
    ahead.details.group = "Noord".to_owned();
    let mut proposed = Review::new(PatientId(Id::from_bits(7 << 112)));
    proposed.label = "Mw. Q.".to_owned();
    ahead.reviews.push(proposed.into());
    let place = place(&[&held(1, ago(9), &[(1, "Mw. A.")]), &ahead]);
    let day = ago(-9).to_string();
    let csv = place.done(&["register", "--format", "csv"], &[]);
    assert!(csv.lines().any(|line| line.contains("Mw. Q.") && line.contains(&day)), "{csv}");
    let json: Value = serde_json::from_str(&place.done(&["register", "--format", "json"], &[])).unwrap();
    let all = json["patients"].as_array().unwrap();
    assert!(all.iter().any(|one| one["label"] == "Mw. Q." && one["planned"] == day.as_str()), "{json}");
}

/// Gone through beforehand in a meeting to come: by now it is to be done on its new day, wherever it is told.
#[test]
fn an_agreement_that_was_moved_beforehand_has_its_new_day_everywhere() {
    let numeric = |day: NaiveDate| day.format("%d-%m-%Y").to_string();
    let mut before = held(1, ago(9), &[(1, "Mw. A.")]);
    before.reviews[0].agreements[0].due = numeric(ago(2));
    let mut ahead = held(2, ago(-9), &[(1, "Mw. A.")]);
    ahead.reviews[0].details.finished = None;
    let mut moved = before.reviews[0].agreements[0].clone();
    (moved.from, moved.due) = (Some(ago(9)), numeric(ago(-20)));
    moved.confirmed = Some(Stamp { by: None, at: today().and_hms_opt(0, 0, 1).unwrap() });
    ahead.reviews[0].agreements = vec![moved];
    let place = place(&[&before, &ahead]);
    let new = pallium::meeting::typed::day(ago(-20), pallium::words::Language::Dutch);
    for list in [&["agreements"] as &[&str], &["summary", "Mw. A.", "--for", "dossier"]] {
        let said = said(&place, list);
        assert!(said.contains(&new) && !said.contains("OVER TIJD"), "{list:?}: {said}");
    }
    let course = said(&place, &["patient", "Mw. A."]);
    let (_, open) = course.split_once("Open afspraken").unwrap();
    let (open, _) = open.split_once("In de tijd").unwrap();
    assert!(!open.contains("OVER TIJD"), "{course}");
}

/// Minutes of a meeting that was made ahead and opened by nobody since say what stands by now, as its screen would.
#[test]
fn minutes_of_a_meeting_made_ahead_read_out_nothing_that_ended_or_moved() {
    let mut with_two = held(1, ago(9), &[(1, "Mw. A.")]);
    let mut other = with_two.reviews[0].agreements[0].clone();
    (other.id, other.what) = (AgreementId(Id::from_bits(2 << 64)), "medicatie halen".to_owned());
    with_two.reviews[0].agreements.push(other);
    let mut ahead = Meeting::new(MeetingId(Id::from_bits(0x2222 << 112)), MeetingKind::Patz, ago(-9));
    ahead.details.group = "Noord".to_owned();
    let viewpoint = pallium::meeting::Viewpoint::of(&ahead, ahead.details.date);
    let known = pallium::meeting::Register::of(&viewpoint, [&with_two]);
    ahead.reviews.push(known.patients[0].review(&ahead).into());
    let mut between = ahead.clone();
    (between.id, between.details.kind) = (MeetingId(Id::from_bits(0x3333 << 112)), MeetingKind::Between);
    between.details.date = ago(1);
    let stamp = Stamp { by: None, at: ago(1).and_hms_opt(12, 0, 0).unwrap() };
    let review = &mut between.reviews[0];
    review.agreements[0].ended = Some(pallium::meeting::Ended { done: true, recorded: stamp });
    review.agreements[1].due = "14-12-2030".to_owned();
    review.agreements[1].changed = Some(stamp);
    review.label = "Mw. X.".to_owned();
    let place = place(&[&with_two, &ahead, &between]);
    let minutes = said(&place, &["minutes", "2222"]);
    assert!(!minutes.contains("bellen"), "{minutes}");
    assert!(minutes.contains("medicatie halen") && minutes.contains("14 dec"), "{minutes}");
    assert!(minutes.contains("Mw. X.") && !minutes.contains("Mw. A."), "{minutes}");
    let one = said(&place, &["minutes", "2222", "--patient", "Mw. X."]);
    assert!(!one.contains("bellen"), "{one}");
}

#[test]
fn what_is_found_says_to_other_programs_too_who_is_who_and_who_is_invented() {
    let mut practised = held(1, ago(30), &[(0x9999, "Fictief V.")]);
    practised.details.fictional = true;
    let real = held(2, ago(9), &[(0x3f2a, "Mw. A."), (0x81c4, "Mw. A."), (0x5555, "Mw. E.")]);
    let place = place(&[&practised, &real]);
    let document: Value =
        serde_json::from_str(&place.done(&["find", "bellen", "--format", "json"], &[])).unwrap();
    let mut told: Vec<(String, Value, Value)> = document["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| {
            (hit["label"].as_str().unwrap().to_owned(), hit["number"].clone(), hit["invented"].clone())
        })
        .collect();
    told.sort_by_key(|(label, number, _)| (label.clone(), number.to_string()));
    let expected = [
        ("Fictief V.", Value::Null, true),
        ("Mw. A.", "3f2a".into(), false),
        ("Mw. A.", "81c4".into(), false),
        ("Mw. E.", Value::Null, false),
    ];
    let expected: Vec<(String, Value, Value)> = expected
        .into_iter()
        .map(|(label, number, invented)| (label.to_owned(), number, invented.into()))
        .collect();
    assert_eq!(told, expected);
    let one: Value =
        serde_json::from_str(&place.done(&["patient", "81c4", "--format", "json"], &[])).unwrap();
    assert_eq!((&one["number"], &one["invented"]), (&"81c4".into(), &false.into()));
}

#[test]
fn what_was_practised_stays_is_told_at_protecting_and_goes_when_asked() {
    let mut practised = held(1, ago(30), &[(1, "Fictief V.")]);
    practised.details.fictional = true;
    let place = place(&[&practised, &held(2, ago(9), &[(2, "Mw. E.")])]);
    let told = place.done(&["protect", "--disk-is-encrypted"], &[]);
    assert!(
        told.contains("1 bijeenkomst met verzonnen patiënten") && told.contains("forget --invented"),
        "{told}"
    );
    place.done(&["forget", "--invented", "--yes"], &[]);
    let left = said(&place, &["register"]);
    assert!(left.contains("Mw. E.") && !left.contains("Fictief V."), "{left}");
    place.refused(&["forget", "--invented", "--yes"], &[], "geen bijeenkomsten met verzonnen");
    assert!(!place.done(&["protect", "--disk-is-encrypted"], &[]).contains("verzonnen"));
}

#[test]
fn whoever_was_invented_first_goes_from_every_meeting_and_who_was_not_is_named_and_stays() {
    let mut practised = held(1, ago(30), &[(1, "Fictief V."), (3, "Fictief X.")]);
    practised.details.fictional = true;
    let real = held(2, ago(9), &[(1, "Fictief V."), (2, "Mw. E.")]);
    let first = held(3, ago(40), &[(3, "Fictief X.")]);
    let place = place(&[&practised, &real, &first]);
    place.done(&["protect", "--disk-is-encrypted"], &[]);
    let told = place.done(&["forget", "--invented", "--yes"], &[]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("daar verdwijnen zij ook: \"Fictief V. (1938)\""), "{told}");
    assert!(told.contains("LET OP: \"Fictief X. (1938)\" stond eerst"), "{told}");
    for list in LISTS {
        let left = said(&place, list);
        assert!(left.contains("Mw. E.") && !left.contains("Fictief V."), "{list:?}: {left}");
    }
    assert!(said(&place, &["register"]).contains("Fictief X."));
}
