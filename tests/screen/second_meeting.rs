//! Two meetings of one group two months apart and a death between them, in the real program: what stood in the first stands in
//! the second, by arrow keys, Enter, Esc and typing, and by lines of question and answer: the same records.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono::{Days, Local};
use pallium::meeting::{Given, Meeting, MeetingKind, colour_question};
use pallium::words::Language;

use crate::support::pallium::{notebook, pallium};
use crate::support::person::Person;

const GROUP: &str = "PaTz Fictief";
const DUTCH: Language = Language::Dutch;

/// The first meeting, two months ago: two patients, each with a colour, one with an agreement.
fn first(person: &Person) {
    let held = Local::now().date_naive() - Days::new(61);
    person.open(DUTCH.start_new(), DUTCH.details_group()).write(DUTCH.details_group(), GROUP);
    let date = person.to(DUTCH.details_date());
    date.type_text(&held.format("%d-%m-%Y").to_string());
    person.to(DUTCH.details_add_participant()).press("<Enter>").type_text("M. Vos").press("<Esc>");
    person.open(DUTCH.details_to_agenda(), DUTCH.agenda_add_patient());
    for label in ["Fictief A.", "Fictief B."] {
        person.open(DUTCH.agenda_add_patient(), DUTCH.profile_label());
        person.write(DUTCH.profile_label(), label).press("<Esc>");
    }
    for (label, rights) in [("Fictief A.", 2), ("Fictief B.", 1)] {
        person.open(label, DUTCH.patient_own_words()).to("Kleur");
        for _ in 0..rights {
            person.press("<Right>");
        }
        if rights == 2 {
            person.to(DUTCH.patient_agree()).press("<Enter>").type_text("gesprek met dochter");
            person.to(DUTCH.agreement_who()).press("<Enter>").to("M. Vos").press("<Enter>");
            person.write(DUTCH.agreement_due(), "over een week");
            person.to(DUTCH.agreement_ready()).press("<Enter>");
        }
        person.to(DUTCH.patient_finish()).press("<Enter>");
        if rights == 2 {
            person.to(DUTCH.confirm_confirmed()).press("<Enter>");
        }
        person.terminal.wait_for(DUTCH.agenda_add_patient());
    }
    person.open(DUTCH.ending_title(), DUTCH.ending_still_open());
    person.to(DUTCH.ending_close()).press("<Enter>").to(DUTCH.closing_yes()).press("<Enter>");
    person.terminal.wait_for(DUTCH.start_new());
}

/// Between the meetings: one of the two died.
fn between(person: &Person) {
    person.open(DUTCH.start_between(), DUTCH.between_patient());
    person.to(DUTCH.between_patient()).press("<Enter>").to("Fictief B.").press("<Enter>");
    person.terminal.wait_for(DUTCH.profile_deceased());
    person.to(DUTCH.profile_deceased()).press("<Enter>");
    person.terminal.wait_settled_with("■").keys("<Esc>").wait_for(DUTCH.between_close());
    person.to(DUTCH.between_close()).press("<Enter>");
    person.terminal.wait_for(DUTCH.start_new());
}

/// The second meeting: the agreement of last time first, then the proposal, then what stood.
fn second(person: &Person) {
    person.open(DUTCH.start_new(), DUTCH.details_group());
    person.terminal.wait_settled_with("vorige");
    person.to(GROUP).press("<Enter>");
    person.open(DUTCH.details_to_agenda(), DUTCH.proposal_title());
    person.open(DUTCH.open_agreements_title(), DUTCH.agreements_to_agenda()).to("Fictief A.");
    person.press("<Enter>").to(DUTCH.agreement_done()).press("<Enter>");
    person.write(DUTCH.agreement_outcome(), "gesproken").press("<Esc>").press("<Esc>");
    person.to(&DUTCH.take_proposal(2)).press("<Enter>");
    person.open("Fictief A.", DUTCH.patient_own_words()).to(DUTCH.still_holds()).press("<Enter>");
    person.terminal.wait_for("vandaag bevestigd");
    person.to(DUTCH.patient_finish()).press("<Enter>");
    person.terminal.wait_for(DUTCH.agenda_add_patient());
    person.open(DUTCH.ending_title(), DUTCH.ending_still_open());
    person.to(DUTCH.ending_close()).press("<Enter>").to(DUTCH.closing_yes()).press("<Enter>");
    person.terminal.wait_for(DUTCH.start_new());
}

/// What must be recorded, whichever way it came about.
#[track_caller]
fn assert_stands(folder: &Path) {
    let notebook = notebook(folder);
    let listing = notebook.list().expect("the notebook has a list");
    assert_eq!(listing.problems, [], "a file of the notebook is not in order");
    let mut meetings: Vec<Meeting> =
        listing.summaries.iter().map(|summary| notebook.read(summary.id).expect("readable")).collect();
    // All three may be of one second, of which no moment tells the order: what came along from the first tells the second.
    let came_along = |meeting: &Meeting| {
        meeting.reviews.iter().flat_map(|review| &review.agreements).any(|agreement| agreement.from.is_some())
    };
    meetings.sort_by_key(|meeting| match meeting.details.kind {
        MeetingKind::Between => 1,
        _ if came_along(meeting) => 2,
        _ => 0,
    });
    let kinds: Vec<MeetingKind> = meetings.iter().map(|meeting| meeting.details.kind).collect();
    assert_eq!(kinds, [MeetingKind::Patz, MeetingKind::Between, MeetingKind::Patz]);
    let [first, between, second] = meetings.as_slice() else { panic!("three records") };
    assert!(between.reviews[0].details.deceased && between.details.closed.is_some());
    let (a, b) = (first.reviews[0].patient, first.reviews[1].patient);
    assert_eq!(between.reviews[0].patient, b);
    let kept = second.review(a).expect("on the agenda");
    let colour = kept.answers.get(&colour_question()).expect("confirmed");
    assert_eq!(colour.given, Some(Given::Choice("oranje".into())));
    assert!(colour.is_confirmed(), "{colour:?}");
    let agreement = &kept.agreements[0];
    assert!(agreement.ended.is_some_and(|ended| ended.done), "{agreement:?}");
    assert_eq!((agreement.outcome.as_str(), agreement.from), ("gesproken", Some(first.details.date)));
    let dead = second.review(b).expect("on the agenda");
    assert!(dead.details.deceased, "what was recorded between the meetings came along");
    for meeting in &meetings {
        assert!(meeting.details.closed.is_some(), "{:?}", meeting.details);
    }
    let finished = |meeting: &Meeting| {
        meeting
            .reviews
            .iter()
            .map(|review| (review.label.clone(), review.details.finished.is_some()))
            .collect::<Vec<_>>()
    };
    let named = |a, b| vec![("Fictief A.".to_owned(), a), ("Fictief B.".to_owned(), b)];
    let mut last = finished(second);
    last.sort();
    assert_eq!((finished(first), last), (named(true, true), named(true, false)));
}

#[track_caller]
fn two_meetings(rows: u16, cols: u16) {
    let options = pallium().size(rows, cols);
    let person = Person::start(&options, DUTCH, DUTCH.start_new());
    first(&person);
    between(&person);
    second(&person);
    person.open(DUTCH.start_register(), "Fictief A.").open("Fictief A.", DUTCH.course_stands());
    person.press("<End>").press("<Esc>").press("<Esc>");
    person.quit(DUTCH);

    assert_stands(&options.notebook());
}

#[test]
fn in_an_ordinary_window() {
    two_meetings(24, 80);
}

#[test]
fn in_the_window_of_a_beamer() {
    two_meetings(18, 60);
}

/// What is said to the number of a row that is nowhere: until there, everything was said.
const NO_ROW: &str = "Er is geen regel 9999.";

/// Somebody who works line by line.
struct Lines {
    program: Child,
    typed: Option<ChildStdin>,
    said: Receiver<String>,
}

impl Lines {
    fn start(notebook: &Path, home: &Path) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_pallium"))
            .arg("--plain")
            .env_clear()
            .env("LANG", "C.UTF-8")
            .env("PALLIUM_LANG", "nl")
            .env("HOME", home)
            .env("PALLIUM_DATA", notebook)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (typed, output) = (program.stdin.take(), program.stdout.take().unwrap());
        let (tell, said) = channel();
        std::thread::spawn(move || {
            BufReader::new(output).lines().map_while(Result::ok).all(|line| tell.send(line).is_ok())
        });
        Self { program, typed, said }
    }

    fn type_line(&mut self, line: &str) {
        writeln!(self.typed.as_mut().unwrap(), "{line}").expect("the program listens");
    }

    /// Everything that stands on the screen now.
    #[track_caller]
    fn screen(&mut self) -> Vec<String> {
        self.type_line("?");
        self.type_line("9999");
        let mut said = Vec::new();
        loop {
            let line = self.said.recv_timeout(Duration::from_secs(60));
            let line = line.unwrap_or_else(|_| panic!("nothing more is said after\n{}", said.join("\n")));
            if line.starts_with(NO_ROW) {
                // What was said before the question belongs to the lines before it.
                let first = said.iter().rposition(|line: &String| line.is_empty()).unwrap_or(0);
                return said.split_off(first);
            }
            said.push(line);
        }
    }

    /// Types the number of the row that says this, with a text behind it.
    #[track_caller]
    fn row(&mut self, words: &str, text: &str) -> &mut Self {
        let screen = self.screen();
        let of_row = |line: &String| {
            let (number, row) = line.split_once(". ")?;
            let number: usize = number.parse().ok()?;
            row.trim_start_matches(|sign: char| !sign.is_alphanumeric()).starts_with(words).then_some(number)
        };
        let number = screen.iter().find_map(of_row);
        let number = number.unwrap_or_else(|| panic!("no row {words:?} in\n{}", screen.join("\n")));
        self.type_line(format!("{number} {text}").trim_end());
        self
    }

    fn line(&mut self, line: &str) -> &mut Self {
        self.type_line(line);
        self
    }

    #[track_caller]
    fn says(&mut self, words: &str) -> &mut Self {
        let screen = self.screen().join("\n");
        assert!(screen.contains(words), "no {words:?} in\n{screen}");
        self
    }

    fn close_meeting(&mut self) {
        self.row(DUTCH.ending_title(), "").row(DUTCH.ending_close(), "").row(DUTCH.closing_yes(), "");
        self.says(DUTCH.start_new());
    }

    #[track_caller]
    fn quit(mut self) {
        self.row(DUTCH.start_quit(), "");
        drop(self.typed.take());
        let ended = self.program.wait().expect("the program ends");
        assert!(ended.success(), "{ended:?}");
    }
}

fn first_by_lines(lines: &mut Lines) {
    let held = Local::now().date_naive() - Days::new(61);
    lines.row(DUTCH.start_new(), "").row(DUTCH.details_group(), GROUP);
    lines.row(DUTCH.details_date(), &held.format("%d-%m-%Y").to_string());
    lines.row(DUTCH.details_add_participant(), "").row("Naam", "M. Vos").line("terug");
    lines.row(DUTCH.details_to_agenda(), "");
    for label in ["Fictief A.", "Fictief B."] {
        lines.row(DUTCH.agenda_add_patient(), "").row(DUTCH.profile_label(), label).line("terug");
    }
    for (label, colour) in [("Fictief A.", "Oranje"), ("Fictief B.", "Groen")] {
        lines.row(label, "").row("Kleur", colour);
        if colour == "Oranje" {
            lines.row(DUTCH.patient_agree(), "").row(DUTCH.agreement_what(), "gesprek met dochter");
            lines.row(DUTCH.agreement_who(), "").row("M. Vos", "");
            lines.row(DUTCH.agreement_due(), "over een week").row(DUTCH.agreement_ready(), "");
        }
        lines.row(DUTCH.patient_finish(), "");
        if colour == "Oranje" {
            lines.row(DUTCH.confirm_confirmed(), "");
        }
    }
    lines.close_meeting();
}

fn between_by_lines(lines: &mut Lines) {
    lines.row(DUTCH.start_between(), "").row(DUTCH.between_patient(), "").row("Fictief B.", "");
    lines.row(DUTCH.profile_deceased(), "").line("terug").row(DUTCH.between_close(), "");
    lines.says(DUTCH.start_new());
}

fn second_by_lines(lines: &mut Lines) {
    lines.row(DUTCH.start_new(), "").row(GROUP, "").row(DUTCH.details_to_agenda(), "");
    lines.says(DUTCH.proposal_title());
    lines.row(DUTCH.open_agreements_title(), "").row("Fictief A.", "").row(DUTCH.agreement_done(), "");
    lines.row(DUTCH.agreement_outcome(), "gesproken").line("terug").line("terug");
    lines.row(&DUTCH.take_proposal(2), "");
    // Who only hears is told of which question it is.
    lines.row("Fictief A.", "").row("Kleur: geldt nog", "").says("vandaag bevestigd");
    lines.row(DUTCH.patient_finish(), "");
    lines.close_meeting();
}

#[test]
fn line_by_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let notebook = folder.path().join("notebook");
    let mut lines = Lines::start(&notebook, folder.path());
    first_by_lines(&mut lines);
    between_by_lines(&mut lines);
    second_by_lines(&mut lines);
    lines.row(DUTCH.start_register(), "").says("Fictief A.");
    lines.row("Fictief A.", "").says(DUTCH.course_stands()).line("terug").line("terug");
    lines.quit();
    assert_stands(&notebook);
}
