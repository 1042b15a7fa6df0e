//! Patients over all meetings on the command line: the register, the course of one, and files that are not replaced unasked.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod files;

use std::sync::Arc;

use crate::support::commands::{self, Place};
use chrono::{NaiveDate, TimeDelta};
use pallium::meeting::{
    Agreement, AgreementId, Answer, Given, Id, Identity, Meeting, MeetingId, MeetingKind, Owner, PatientId,
    Review, Stamp, colour_question,
};
use pallium::store::{Notebook, RealFiles, demo};
use serde_json::Value;

fn today() -> NaiveDate {
    pallium::shell::now().date()
}

fn patient(bits: u128) -> PatientId {
    PatientId(Id::from_bits(bits << 120))
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

/// A meeting so many days ago, in which these patients got a colour.
fn meeting(number: u128, ago: i64, group: &str, patients: &[(u128, &str, &str)]) -> Meeting {
    let day = today() - TimeDelta::days(ago);
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, day);
    meeting.details.group = group.to_owned();
    for (bits, label, colour) in patients {
        let mut review = Review::new(patient(*bits));
        review.label = (*label).to_owned();
        let at = day.and_hms_opt(14, 0, 0).unwrap();
        let answer = Answer::given(Given::Choice((*colour).into()), Stamp { by: None, at });
        review.answers.insert(colour_question(), answer);
        meeting.reviews.push(review.into());
    }
    meeting
}

fn two_groups() -> Place {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    let first = meeting(1, 60, "Noord", &[(1, "Fictief J.", "groen"), (2, "=1+1", "oranje")]);
    let mut last = meeting(2, 4, "Noord", &[(1, "Fictief J.", "rood"), (3, "Fictief K.", "groen")]);
    last.reviews[1].details.same_as = Some(Identity::SameAs(patient(2)));
    let other = meeting(3, 9, "Zuid", &[(4, "fictief j.", "oranje")]);
    for meeting in [first, last, other] {
        notebook.save(&meeting, &[]).unwrap();
    }
    place
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_register_says_who_there_is_in_every_form() {
    let place = two_groups();
    let text = place.done(&["register"], &[]);
    assert!(text.contains("rood") && text.contains("Noord") && text.contains("Zuid"), "{text}");
    assert_eq!(text.lines().count(), 4, "{text}");
    let csv = place.done(&["register", "--format", "csv", "--order", "label", "--group", " noord"], &[]);
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 3, "{csv}");
    assert!(lines[0].starts_with("patiënt,geboren,groep,kleur,kleur daarvoor,"), "{csv}");
    let day = today() - TimeDelta::days(4);
    assert_eq!(lines[1], format!("Fictief J.,,Noord,rood,,,,,,{day},,0,0,,,,,,0100"));
    let document = json(&place.done(&["register", "--format", "json", "--order", "label"], &[]));
    assert_eq!((&document["format"], &document["kind"]), (&Value::from(1), &Value::from("register")));
    let labels: Vec<&str> =
        document["patients"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["Fictief J.", "fictief j.", "Fictief K."]);
    assert_eq!(document["patients"][0]["colour"], "rood");
    assert_eq!(document["patients"][0]["pressing"], Value::Null);
    assert_eq!(document["patients"][2]["also"].as_array().unwrap().len(), 1);
    let none = place.done(&["register", "--filter", "dying"], &[]);
    assert_eq!(none, "Niemand.\n");
    place.refused(&["register", "--group", "Oost"], &[], "Noord; Zuid");
    place.run(&["register", "--filter", "anders"], &[]).assert_refused(2, &["anders"]);
    let empty = Place::new(0);
    let text = empty.done(&["register"], &[]);
    assert!(text.ends_with("Er is nog niemand besproken.\n"), "{text}");
}

#[test]
fn the_course_of_a_patient_is_told_and_of_two_alike_nobody_is_guessed() {
    let place = two_groups();
    place.refused(&["patient", "Fictief J."], &[], "past bij meer patiënten");
    let several = place.run(&["patient", "fictief"], &[]);
    several.assert_refused(1, &["01000000  Fictief J.  Noord", "04000000  fictief j.  Zuid", "Fictief K."]);
    let text = place.done(&["patient", "01000000"], &[]);
    assert!(text.starts_with("Fictief J., nr. 0100\n") && text.contains("\nWat staat\n"), "{text}");
    assert!(text.contains("◇ Groen → ◆ Rood"), "{text}");
    // Somebody who turned out to be somebody else is found under both labels.
    for label in ["=1+1", "Fictief K."] {
        let text = place.done(&["patient", label], &[]);
        assert!(text.contains("Ook bekend als =1+1.") && text.contains("◈ Oranje → ◇ Groen"), "{text}");
    }
    let document = json(&place.done(&["patient", "Fictief K.", "--format", "json"], &[]));
    assert_eq!((&document["format"], &document["kind"]), (&Value::from(1), &Value::from("patient")));
    assert_eq!(document["course"].as_array().unwrap().len(), 2);
    assert_eq!(document["course"][0]["day"], (today() - TimeDelta::days(4)).to_string());
    assert_eq!(document["other_labels"], Value::from(vec!["=1+1"]));
    place.refused(&["patient", "Fictief Z."], &[], "geen patiënt");
    place.refused(&["patient", ""], &[], "geen patiënt");
}

#[test]
fn the_demonstration_has_a_course_worth_reading() {
    let place = demonstration();
    let document = json(&place.done(&["register", "--format", "json"], &[]));
    for known in document["patients"].as_array().unwrap() {
        let number = known["patient"].as_str().unwrap();
        let text = place.done(&["patient", number], &[]);
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert!(text.contains("\nIn de tijd\n"), "{text}");
    }
}

#[test]
fn words_are_found_in_all_meetings_and_nothing_of_them_is_kept() {
    let place = demonstration();
    let text = place.done(&["find", "hond"], &[]);
    assert!(text.contains("hond") && text.contains("gevonden."), "{text}");
    let document = json(&place.done(&["find", "fictief", "--format", "json"], &[]));
    assert_eq!((&document["format"], &document["kind"]), (&Value::from(1), &Value::from("find")));
    let hits = document["hits"].as_array().unwrap();
    assert!(hits.iter().any(|hit| hit["place"] == "label"), "{document}");
    let days: Vec<&str> = hits.iter().map(|hit| hit["day"].as_str().unwrap()).collect();
    assert!(days.is_sorted_by(|one, next| one >= next), "the newest first: {days:?}");
    let nothing = place.done(&["find", "zebra", "hond"], &[]);
    assert_eq!(nothing, "Niets gevonden.\n");
    place.run(&["find"], &[]).assert_refused(2, &[]);
    for file in commands::files(&place.notebook()) {
        let content = std::fs::read(&file).unwrap();
        assert!(!String::from_utf8_lossy(&content).contains("zebra"), "{}", file.display());
    }
}

#[test]
fn a_sealed_notebook_asks_for_its_passphrase_first() {
    let place = Place::new(1).with_passphrases();
    let passphrase = "een lange zin die niemand raadt 7";
    place.done(&["protect"], &[passphrase, passphrase]);
    place.run(&["register"], &["iets anders"]).assert_refused(1, &[]);
    let text = place.done(&["register"], &[passphrase]);
    assert!(text.contains("Fictief"), "{text}");
}

#[test]
fn a_damaged_meeting_is_told_of_and_the_rest_is_used() {
    let place = two_groups();
    let damaged = place.notebook().join(format!("meetings/{}.toml", MeetingId(Id::from_bits(3))));
    std::fs::write(damaged, "kapot").unwrap();
    let ended = place.run(&["register", "--format", "json"], &[]);
    assert_eq!(ended.code, Some(0));
    assert!(ended.complained.contains("kon niet gelezen worden"), "{}", ended.complained);
    assert_eq!(json(&ended.said)["unread"], 1);
    for (command, format) in [
        ("agreements", "text"),
        ("agreements", "html"),
        ("agreements", "json"),
        ("register", "text"),
        ("register", "html"),
    ] {
        let told = place.done(&[command, "--format", format], &[]);
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            told.contains("kon niet gelezen worden: er kan hier iets ontbreken"),
            "{command} {format}: {told}"
        );
        assert!(!told.contains("Zie Eerdere bijeenkomsten"), "{command} {format}: {told}");
    }
    let table = place.run(&["agreements", "--format", "csv"], &[]);
    assert!(table.complained.contains("kon niet gelezen worden"), "{}", table.complained);
    // What is passed on says it too: a table in a last column, of which there is one row at least.
    assert!(
        table.said.ends_with("let op\r\n,,,,,,,,,,mogelijk onvolledig: niet te lezen bijeenkomsten: 1\r\n"),
        "{}",
        table.said
    );
    let table = place.done(&["register", "--format", "csv"], &[]);
    assert!(table.lines().skip(1).all(|row| row.ends_with("niet te lezen bijeenkomsten: 1")), "{table}");
    place.done(&["find", "Fictief", "-o", "gevonden.txt"], &[]);
    let found = std::fs::read_to_string(place.path("gevonden.txt")).unwrap();
    assert!(found.starts_with("E\u{e9}n eerdere bijeenkomst kon niet gelezen worden"), "{found}");
}

/// A record of a newer program among the earlier ones: it is named and untouched, the rest is used, and what stands says that
/// something may be missing.
#[test]
fn a_newer_record_among_the_earlier_ones_is_named_and_the_rest_is_used() {
    let place = two_groups();
    let newer = place.notebook().join(format!("meetings/{}.toml", MeetingId(Id::from_bits(1))));
    let text = std::fs::read_to_string(&newer).unwrap().replacen("format = 1", "format = 7", 1);
    std::fs::write(&newer, &text).unwrap();
    let ended = place.run(&["meetings"], &[]);
    let told = format!("{}{}", ended.said, ended.complained);
    assert!(told.contains("nieuwere Pallium (indeling 7;"), "{told}");
    let document = json(&place.done(&["register", "--format", "json", "--order", "label"], &[]));
    assert_eq!((&document["unread"], &document["patients"][0]["colour"]), (&1.into(), &"rood".into()));
    let whom = patient(1).to_string();
    for paper in [
        &["patient", whom.as_str()] as &[&str],
        &["summary", whom.as_str(), "--for", "dossier"],
        &["summary", whom.as_str(), "--for", "hap"],
        &["prepare", "--group", "Noord"],
        &["find", "Fictief"],
    ] {
        let told = place.done(paper, &[]);
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_told = told.contains("niet gelezen worden") || told.contains("niet te lezen bijeenkomsten: 1");
        assert!(is_told && told.contains("Fictief J."), "{paper:?}: {told}");
    }
    assert_eq!(std::fs::read_to_string(&newer).unwrap(), text);
}

#[test]
fn whoever_is_forgotten_is_gone_under_every_identity() {
    let place = two_groups();
    let said = place.done(&["forget", "=1+1", "--yes"], &[]);
    let other = patient(3).to_string();
    assert!(said.contains("ook onder deze kenmerken") && said.contains(&other), "{said}");
    let gone = [patient(2).to_string(), other, "=1+1".to_owned(), "Fictief K.".to_owned()];
    place.done(&["register"], &[]);
    let is_log = |file: &std::path::Path| file.components().any(|part| part.as_os_str() == "log");
    for file in commands::files(&place.notebook()).into_iter().filter(|file| !is_log(file)) {
        let content = std::fs::read(&file).unwrap();
        let content = String::from_utf8_lossy(&content);
        for what in &gone {
            assert!(!content.contains(what.as_str()), "{what} in {}", file.display());
        }
    }
    let document = json(&place.done(&["register", "--format", "json"], &[]));
    assert_eq!(document["patients"].as_array().unwrap().len(), 2);
    for label in ["=1+1", "Fictief K."] {
        place.refused(&["patient", label], &[], "geen patiënt");
        assert_eq!(place.done(&["find", label], &[]), "Niets gevonden.\n");
    }
    place.done(&["patient", "01000000"], &[]);
}

#[test]
fn a_meeting_is_prepared_for_a_group_and_for_somebody_of_it() {
    let place = demonstration();
    let chair = place.done(&["prepare"], &[]);
    assert!(
        chair.starts_with("Voorbereiding\nPaTz Voorbeeld (fictief). Voor R. Bakker, voorzitter."),
        "{chair}"
    );
    assert!(chair.contains("Openstaande afspraken") && chair.contains("K. Idrissi: "), "{chair}");
    let vos = place.done(&["prepare", "--for", "vos"], &[]);
    assert!(vos.contains("Voor M. Vos, wijkverpleegkundige") && !vos.contains("Idrissi: "), "{vos}");
    assert!(vos.contains("zou het mij verbazen") || vos.contains("Zou het mij verbazen"), "{vos}");
    let html = place.done(&["prepare", "--for", "vos", "--format", "html"], &[]);
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("Uw patiënten"), "{html}");
    place.refused(&["prepare", "--for", "zebra"], &[], "niemand bekend als \"zebra\". Wel: ");
    place.refused(&["prepare", "--group", "Oost"], &[], "geen groep \"Oost\"");
    place.run(&["prepare", "--on", "ooit"], &[]).assert_refused(2, &["\"ooit\" is geen dag"]);
    let later = place.done(&["prepare", "--on", "31-12-2099"], &[]);
    assert!(later.contains("31 december 2099") && later.contains("weer bespreken"), "{later}");
    two_groups().run(&["prepare"], &[]).assert_refused(2, &["Voor welke groep?", "Noord; Zuid"]);
    Place::new(0).run(&["prepare"], &[]).assert_refused(2, &["nog geen bijeenkomst"]);
}

#[test]
fn a_table_is_made_of_what_is_one_and_refused_of_the_rest() {
    let place = demonstration();
    let csv = place.done(&["agreements", "--format", "csv", "--for", "vos"], &[]);
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(
        lines[0],
        "wie,afspraak,patiënt,geboren,groep,uiterlijk,over tijd,afgesproken op,verzonnen,nummer"
    );
    assert!(lines.len() > 3 && lines[1..].iter().all(|line| line.starts_with("M. Vos,")), "{csv}");
    // Whoever is not there is not somebody with nothing to do.
    for format in ["csv", "text"] {
        let ended = place.run(&["agreements", "--for", "zwerver", "--format", format], &[]);
        ended.assert_refused(1, &["Niemand is bekend als \"zwerver\"", "M. Vos"]);
        assert_eq!(ended.said, "");
    }
    for command in [
        &["minutes", "laatste"][..],
        &["summary", "Fictief B.", "--for", "hap"],
        &["patient", "Fictief B."],
        &["prepare"],
    ] {
        for format in ["csv", "jsonl"] {
            let ended = place.run(&[command, &["--format", format]].concat(), &[]);
            ended.assert_refused(
                2,
                &[&format!("--format {format} kan niet. Kies text, markdown, html of json.")],
            );
            assert_eq!(ended.said, "");
        }
    }
    for command in ["agreements", "register"] {
        let ended = place.run(&[command, "--format", "jsonl"], &[]);
        ended.assert_refused(2, &["alleen voor \"pallium mirror\""]);
    }
}

#[test]
fn a_network_gets_the_counts_of_each_group_and_no_sum() {
    let place = two_groups();
    let csv = place.done(&["mirror", "--format", "csv"], &[]);
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 1 + 2 * 17, "{csv}");
    let of = |group: &str| lines.iter().filter(|line| line.split(',').nth(2) == Some(group)).count();
    assert_eq!((of("Noord"), of("Zuid"), of("")), (17, 17, 0), "{csv}");
    assert!(
        lines[1..].iter().all(|line| line.ends_with(",,true") || line.contains(",meetings_unread,,,,0,")),
        "few are told of nobody: {csv}"
    );
    let written = place.done(&["mirror", "--format", "jsonl", "--group", "noord"], &[]);
    assert_eq!(written.lines().count(), 17);
    for line in written.lines().take(16).map(json) {
        assert_eq!((&line["schema"], &line["version"]), (&Value::from("pallium-counts"), &Value::from(1)));
        assert_eq!((&line["value"], &line["hidden"]), (&Value::Null, &Value::from(true)));
        assert_eq!(line["fictional"], Value::from(false));
    }
    std::fs::create_dir(place.path("tellingen")).unwrap();
    place.done(&["mirror", "--group", "Zuid", "--format", "csv", "-o", "tellingen"], &[]);
    let name = format!("tellingen/spiegel-zuid-{}.csv", today());
    assert!(std::fs::read_to_string(place.path(&name)).unwrap().starts_with("schema,version,group_name,"));
}

/// A group that was mistyped has no empty paper.
#[test]
fn a_group_that_nobody_knows_is_told_with_those_that_there_are() {
    let place = two_groups();
    for command in ["register", "agreements", "mirror", "prepare"] {
        let wrong = place.run(&[command, "--group", "Nord"], &[]);
        assert_eq!(wrong.code, Some(1), "{command}");
        assert!(wrong.said.is_empty(), "{command}: {}", wrong.said);
        for part in ["Er is geen groep \"Nord\"", "Noord", "Zuid"] {
            assert!(wrong.complained.contains(part), "{command}: {}", wrong.complained);
        }
        assert_eq!(place.run(&[command, "--group", " noord"], &[]).code, Some(0), "{command}");
    }
}

/// An accent or a hyphen too few names the only group that it can be, in every command; where it may be two, they are told.
#[test]
fn a_group_is_meant_without_its_accents_in_every_command() {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    notebook.save(&meeting(1, 9, "PaTz Caf\u{e9}", &[(1, "Fictief B.", "groen")]), &[]).unwrap();
    notebook.save(&meeting(2, 4, "Noord-Oost", &[(2, "\"Mw. O.\"", "groen")]), &[]).unwrap();
    for command in ["register", "agreements", "mirror", "prepare"] {
        for typed in ["PaTz Cafe", "patz cafe\u{301}", "PATZ CAF\u{c9}", "noord oost"] {
            let ran = place.run(&[command, "--group", typed], &[]);
            assert_eq!(ran.code, Some(0), "{command} {typed}: {}", ran.complained);
        }
    }
    notebook.save(&meeting(3, 2, "Patz Caf\u{ea}", &[(3, "Fictief C.", "groen")]), &[]).unwrap();
    for command in ["register", "agreements", "mirror", "prepare"] {
        assert_eq!(place.run(&[command, "--group", "PaTz Cafe"], &[]).code, Some(1), "{command}");
        assert_eq!(place.run(&[command, "--group", "PaTz Caf\u{e9}"], &[]).code, Some(0), "{command}");
    }
    for typed in ["Mw. O.", "\u{201C}Mw O\u{201D}"] {
        assert!(place.done(&["patient", typed], &[]).contains("Mw. O."), "{typed}");
    }
}

/// A clock that stands before every meeting makes nobody unknown without a word.
#[test]
fn meetings_that_are_all_still_to_come_are_told() {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    notebook.save(&meeting(1, -400, "Noord", &[(1, "Fictief J.", "groen")]), &[]).unwrap();
    for command in ["register", "agreements"] {
        let complained = place.run(&[command], &[]).complained;
        assert!(
            complained.contains("alle bijeenkomsten in dit notitieboek (1) zijn van na vandaag"),
            "{complained}"
        );
    }
    notebook.save(&meeting(2, 3, "Noord", &[(1, "Fictief J.", "groen")]), &[]).unwrap();
    // What was said of somebody who is known does not pass in silence; a meeting that was only made ahead may.
    assert!(place.run(&["register"], &[]).complained.contains("1 bijeenkomst is van na vandaag"));
    let mut made_ahead = meeting(1, -400, "Noord", &[(1, "Fictief J.", "groen")]);
    made_ahead.reviews[0] = {
        let mut review = Review::new(patient(1));
        review.label = "Fictief J.".to_owned();
        review.into()
    };
    notebook.save(&made_ahead, &[]).unwrap();
    assert!(!place.run(&["register"], &[]).complained.contains("van na vandaag"));
    notebook.save(&meeting(3, -2, "Noord", &[(5, "Fictief B.", "groen")]), &[]).unwrap();
    for arguments in [&["register"][..], &["patient", "Fictief B."], &["summary", "Fictief B.", "--for=hap"]]
    {
        let complained = place.run(arguments, &[]).complained;
        let told = complained.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Let op: 1 bijeenkomst is van na vandaag"), "{arguments:?}: {told}");
    }
    let near = place.run(&["patient", "j"], &[]).complained;
    assert!(near.contains("is te weinig om zeker te zijn") && !near.contains("meer patiënten"), "{near}");
}
