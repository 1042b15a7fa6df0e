//! The chapter of the handbook for trainers: each step, command and row that it names is tried.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::process::{Command, Stdio};

use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::session::{CASE, NL, all_scenes, begun, play, printed};

/// The chapter of the handbook for trainers.
fn chapter() -> &'static str {
    let handbook = include_str!("../../docs/handboek.md");
    let from = handbook.find("## Oefenen met een casus\n").unwrap();
    let rest = handbook.split_at(from + 3).1;
    rest.split_once("\n## ").unwrap().0
}

/// What stands between two signs in a cell.
fn between<'t>(cell: &'t str, sign: &str) -> Option<&'t str> {
    cell.split(sign).nth(1)
}

#[test]
fn the_first_scene_of_the_handbook_goes_as_it_says() {
    for (rows, cols) in [(24, 80), (18, 60)] {
        let options = pallium().size(rows, cols);
        let person = Person::start(&options, NL, NL.session_practise());
        let steps = chapter()
            .lines()
            .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
        let steps: Vec<_> = steps.skip(1).collect();
        assert_eq!(steps.len(), 22);
        for (done, seen) in steps {
            let row = between(done, "**");
            match (row, between(done, "`")) {
                // What a narrow window writes on a second line is left out.
                (Some(row), None) => {
                    let begin: String = row.chars().take(24).collect();
                    person.to(begin.trim()).press("<Enter>");
                }
                (Some(row), Some(typed)) => {
                    let begin: String = row.chars().take(16).collect();
                    person.write(begin.trim(), typed);
                }
                _ => {
                    assert!(done.contains("druk op Tab"), "{done}");
                    person.press("<Tab>");
                }
            }
            let begin: String = seen.chars().take(30).collect();
            person.terminal.wait_for(begin.trim());
        }
        person.quit(NL);
    }
}

#[test]
fn the_commands_of_the_handbook_do_what_it_says() {
    let options = pallium();
    let person = begun(&options, "Beginnen; onderweg");
    person.quit(NL);
    let mut commands = 0;
    for block in chapter().split("```sh\n").skip(1) {
        for line in block.split("```").next().unwrap().lines() {
            let arguments: Vec<&str> = line.strip_prefix("pallium ").unwrap().split(' ').collect();
            assert!(!printed(&options, &arguments).trim().is_empty(), "{line}");
            commands += 1;
        }
    }
    assert_eq!(commands, 9);
}

#[test]
fn every_row_that_the_handbook_names_is_one() {
    let known = [
        NL.session_practise(),
        NL.session_begin_kept(),
        NL.session_begin_not_kept(),
        NL.level_doctors(),
        NL.level_nurses(),
        NL.session_first_scene(),
        NL.session_show(),
        NL.session_skip(),
        NL.session_scene_done(),
        NL.session_mask(),
        NL.session_apart(),
        NL.session_show_counts(),
        "Toon bron en criteria (anders pas na de tweede ronde)",
        NL.session_show_trainer(),
        NL.session_names(),
        NL.session_kept_title(),
        NL.ending_minutes(),
        CASE,
        "Nee, het zou mij niet verbazen",
        "Ja, het zou mij verbazen",
    ];
    let is_lead = |name: &str| {
        name.ends_with('.')
            || name.ends_with('?')
            || ["De checklist van de scène", "Uw nabespreking", "Namen"].contains(&name)
    };
    let named = chapter().split("**").skip(1).step_by(2);
    let strangers: Vec<&str> = named.filter(|name| !known.contains(name) && !is_lead(name)).collect();
    assert_eq!(strangers, Vec::<&str>::new());
}

/// One page of A4 holds some sixty lines; what is printed is the text, its table included.
#[test]
fn the_sheet_of_the_trainer_is_one_page() {
    let sheet = include_str!("../../docs/draaiboek-casus.md");
    let lines: usize = sheet.lines().map(|line| line.chars().count().div_ceil(100).max(1)).sum();
    assert!(lines <= 56, "{lines}");
}

/// What comes out of the program, and what is said beside it.
fn told(options: &Options, arguments: &[&str]) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_pallium"))
        .args(arguments)
        .env("PALLIUM_LANG", "nl")
        .env("PALLIUM_DATA", options.notebook())
        .env("HOME", options.home())
        .env("XDG_STATE_HOME", options.home().join("state"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?} {output:?}");
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// A session is about nobody: whatever leaves of it, through a pipe or in a file, is called no paper about patients, as that of
/// a meeting about patients is.
#[test]
fn no_paper_of_a_session_is_called_one_about_patients() {
    let patients = "patiëntgegevens";
    for is_session in [true, false] {
        let options = pallium();
        if is_session {
            begun(&options, "Beginnen; onderweg").quit(NL);
        } else {
            pallium::store::generate::notebook(&options.notebook(), 1, pallium::store::generate::Size::Small)
                .unwrap();
        }
        let file = options.home().join("verslag.txt");
        let in_file = ["minutes", "laatste", "-o", file.to_str().unwrap()];
        for arguments in [
            &["minutes", "laatste"][..],
            &["show", "laatste"],
            &["minutes", "laatste", "--format", "html"],
            &in_file,
        ] {
            let (printed, beside) = told(&options, arguments);
            let warned = beside.contains(patients) || printed.contains(patients);
            assert_eq!(warned, !is_session, "{arguments:?}\n{beside}");
            if is_session {
                let paper =
                    if arguments == in_file { std::fs::read_to_string(&file).unwrap() } else { printed };
                assert!(paper.contains("Hoort in geen dossier"), "{paper}");
            }
        }
    }
}

/// What the program makes as an example is a case without a fault, and one that a group plays to its end.
#[test]
fn a_case_of_ones_own_is_made_checked_and_played() {
    for (rows, cols) in [(24, 80), (18, 60)] {
        let options = pallium().size(rows, cols);
        let own = "Titel van uw casus";
        assert!(printed(&options, &["checklist", "new", "--case", "onze-casus"]).contains("onze-casus.toml"));
        let file = options.notebook().join("checklists/casussen/onze-casus.toml");
        assert!(printed(&options, &["check", file.to_str().unwrap()]).contains("in orde"));
        assert!(
            printed(&options, &["case", "show", "onze-casus", "--trainer"]).contains("De buurvrouw belt")
        );
        let person = Person::start(&options, NL, NL.session_practise());
        person
            .open(NL.session_practise(), "Kies een casus")
            .open(own, "Beginnen")
            .open("Beginnen; onderweg", "Aantallen zijn genoeg")
            .write("vrijwilligers", "6");
        person.to(NL.session_first_scene()).press("<Enter>");
        play(&person, all_scenes);
        person.quit(NL);
        let report = printed(&options, &["minutes", "laatste"]);
        for said in [
            own,
            "vrijwilligers: 6",
            "Eerste ronde: 6 van de 6",
            "Tweede ronde: 6 van de 6",
            "omdat wij haar",
        ] {
            assert!(report.contains(said), "{said}\n{report}");
        }
    }
}
