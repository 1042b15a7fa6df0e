//! The chapter of the handbook for trainers: each step, command and row that it names is tried.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use crate::support::pallium::pallium;
use crate::support::person::Person;
use crate::support::session::{CASE, NL, begun, printed};

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
