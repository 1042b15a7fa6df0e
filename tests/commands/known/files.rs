//! What leaves a notebook as a file: written whole, where it may go, and harmless.

use super::*;

#[test]
fn a_formula_of_a_label_is_text_in_a_spreadsheet() {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    notebook.save(&meeting(1, 1, "@Noord", &[(1, "=HYPERLINK(\"x\")", "groen")]), &[]).unwrap();
    let csv = place.done(&["register", "--format", "csv"], &[]);
    assert!(csv.contains("\r\n\"'=HYPERLINK(\"\"x\"\")\",,'@Noord,groen,"), "{csv}");
}

#[test]
fn a_dash_is_the_standard_output() {
    let place = two_groups();
    // "-" is the standard output, as elsewhere.
    for arguments in [
        &["register", "--format", "csv"][..],
        &["agreements"],
        &["patient", "01000000"],
        &["find", "Fictief"],
    ] {
        assert_eq!(
            place.done(&[arguments, &["-o", "-"]].concat(), &[]),
            place.done(arguments, &[]),
            "{arguments:?}"
        );
        assert!(!place.path("-").exists(), "{arguments:?}");
    }
}

#[test]
fn a_file_is_written_whole_noted_in_the_log_and_never_replaced_unasked() {
    let place = two_groups();
    let arguments = ["register", "--format", "csv", "-o", "uit.csv"];
    assert!(place.done(&arguments, &[]).starts_with("Geschreven naar uit.csv."));
    let written = std::fs::read_to_string(place.path("uit.csv")).unwrap();
    assert_eq!(written, place.done(&["register", "--format", "csv"], &[]));
    std::fs::write(place.path("uit.csv"), "van iemand anders").unwrap();
    place.refused(&arguments, &[], "uit.csv bestaat al en wordt niet overschreven");
    assert_eq!(std::fs::read_to_string(place.path("uit.csv")).unwrap(), "van iemand anders");
    place.refused(&["register", "-o", "weg/uit.txt"], &[], "weg/uit.txt is niet te maken");
    let day = today().to_string();
    std::fs::create_dir(place.path("map")).unwrap();
    for (arguments, name) in [
        (&["register", "--format", "html", "--group", "noord"][..], format!("register-noord-{day}.html")),
        (&["patient", "01000000", "--format", "markdown"], format!("verloop-fictief-j-{day}.md")),
        (&["agreements", "--format", "csv"], format!("afspraken-{day}.csv")),
        (&["prepare", "--group", "Noord"], format!("voorbereiding-noord-voorzitter-{day}.txt")),
    ] {
        place.done(&[arguments, &["-o", "map"]].concat(), &[]);
        let written = std::fs::read_to_string(place.path("map").join(&name));
        assert_eq!(written.unwrap_or_else(|_| panic!("{name}")), place.done(arguments, &[]));
    }
    std::fs::remove_dir_all(place.path("map")).unwrap();
    let log = place.done(&["log"], &[]);
    assert_eq!(log.matches("naar buiten gebracht").count(), 11, "{log}");
    for (paper, times) in [("register", 5), ("verloop", 2), ("afspraken", 2), ("voorbereiding", 2)] {
        let told = log.matches(&format!("naar buiten gebracht: {paper}")).count();
        assert_eq!(told, times, "{paper}: {log}");
    }
    assert!(!log.contains("reservekopie"), "{log}");
    let english = place.run(&["--lang", "en", "patient", "Fictief J."], &[]);
    english.assert_refused(1, &["matches several patients"]);
}

/// What leaves the notebook does not go into it, and a folder that is copied to other computers is named, as on the screen.
#[test]
fn a_file_of_the_command_line_does_not_go_where_the_screen_does_not_let_it() {
    let place = two_groups();
    std::fs::create_dir_all(place.path("OneDrive - Zorg/x")).unwrap();
    for arguments in [
        &["register"][..],
        &["find", "Fictief"],
        &["agreements"],
        &["mirror"],
        &["prepare", "--group", "Noord"],
    ] {
        let within = place.notebook();
        for to in [within.clone(), within.join("uit.txt"), within.join("meetings").join("uit.txt")] {
            let ended = place.run(&[arguments, &["-o", to.to_str().unwrap()]].concat(), &[]);
            assert_eq!(ended.code, Some(1), "{arguments:?}: {}{}", ended.said, ended.complained);
            let is_told = ended.complained.contains("deze map is van het notitieboek zelf")
                || ended.complained.contains("geen gewoon bestand");
            assert!(is_told, "{arguments:?}: {}", ended.complained);
        }
        let told = place.run(&[arguments, &["-o", "OneDrive - Zorg/x/uit.txt"]].concat(), &[]);
        assert_eq!(told.code, Some(0), "{}", told.complained);
        assert!(
            told.complained.contains("deze map wordt gesynchroniseerd (OneDrive)"),
            "{}",
            told.complained
        );
        std::fs::remove_file(place.path("OneDrive - Zorg/x/uit.txt")).unwrap();
        let quiet = place.run(&[arguments, &["-o", "uit.txt"]].concat(), &[]);
        assert!(!quiet.complained.contains("gesynchroniseerd"), "{}", quiet.complained);
        std::fs::remove_file(place.path("uit.txt")).unwrap();
    }
}

/// Whatever somebody typed or pasted to do harm stays text on every paper and in every table.
#[test]
fn hostile_text_does_no_harm_by_any_way_out() {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    let label = "=cmd|' /C calc'!A0</td><script>alert(1)</script>\u{202e}\u{1b}[31m";
    let mut meeting = meeting(1, 3, "@Noord\"<img src=x>", &[(1, label, "rood")]);
    let at = today().and_hms_opt(14, 0, 0).unwrap();
    let mut agreement = Agreement::new(AgreementId(Id::from_bits(7)), Stamp { by: None, at });
    agreement.what = "+31 bellen\r\n=1+1,\"x\" [klik](https://voorbeeld.invalid)".to_owned();
    agreement.owner = Some(Owner::Outside);
    agreement.outside_name = "-2+3 <b>de Vries</b>".to_owned();
    meeting.reviews[0].agreements.push(agreement);
    notebook.save(&meeting, &[]).unwrap();
    let mut tables = 0;
    for command in [
        &["register"][..],
        &["patient", "01000000"],
        &["agreements"],
        &["prepare"],
        &["prepare", "--for=-2+3 <b>de Vries</b>"],
        &["mirror"],
        &["minutes", "laatste"],
    ] {
        for format in ["text", "markdown", "html", "csv", "json", "jsonl"] {
            let ended = place.run(&[command, &[&format!("--format={format}")]].concat(), &[]);
            let said = &ended.said;
            if ended.code == Some(2) {
                assert!(said.is_empty() && ended.complained.contains("--format"), "{}", ended.complained);
                continue;
            }
            assert_eq!(ended.code, Some(0), "{command:?} {format}: {}", ended.complained);
            assert!(
                !said.is_empty() && !said.contains(['\u{1b}', '\u{202e}']),
                "{command:?} {format}: {said}"
            );
            match format {
                "html" => {
                    for tag in ["<script", "<img", "<b>de", "</td><"] {
                        let own = said.matches("</td><td>").count() + said.matches("</td></tr>").count();
                        let found = said.matches(tag).count();
                        assert!(
                            found == 0 || (tag == "</td><" && found == own),
                            "{command:?}: {tag} in {said}"
                        );
                    }
                }
                "markdown" => {
                    assert!(!said.contains(" [klik](") && !said.contains(" <b>"), "{command:?}: {said}");
                }
                "csv" => {
                    tables += 1;
                    for line in said.split_terminator("\r\n") {
                        for cell in line.split(',') {
                            let cell = cell.trim_start_matches('"');
                            assert!(!cell.starts_with(['=', '+', '-', '@']), "{command:?}: {line}");
                        }
                    }
                }
                "json" => drop(json(said)),
                "jsonl" => said.lines().for_each(|line| drop(json(line))),
                _ => {}
            }
        }
    }
    assert_eq!(tables, 3);
}
