//! Two meetings of one group two months apart and a death between them, in the real program: what stood in the first stands in
//! the second, by arrow keys, Enter, Esc and typing.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod support;

use chrono::{Days, Local};
use pallium::meeting::{Given, Meeting, MeetingKind, colour_question};
use pallium::words::Language;

use support::pallium::{notebook, pallium};
use support::person::Person;

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
    person.terminal.wait_for(DUTCH.start_notes_stay());
}

/// Between the meetings: one of the two died.
fn between(person: &Person) {
    person.open(DUTCH.start_between(), DUTCH.between_patient());
    person.to(DUTCH.between_patient()).press("<Enter>").to("Fictief B.").press("<Enter>");
    person.terminal.wait_for(DUTCH.profile_deceased());
    person.to(DUTCH.profile_deceased()).press("<Enter>");
    person.terminal.wait_settled_with("■").keys("<Esc>").wait_for(DUTCH.between_close());
    person.to(DUTCH.between_close()).press("<Enter>");
    person.terminal.wait_for(DUTCH.start_notes_stay());
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
    person.to(&DUTCH.take_all_patients(2)).press("<Enter>");
    person.open("Fictief A.", DUTCH.patient_own_words()).to(DUTCH.still_holds()).press("<Enter>");
    person.terminal.wait_for("vandaag bevestigd");
    person.to(DUTCH.patient_finish()).press("<Enter>");
    person.terminal.wait_for(DUTCH.agenda_add_patient());
    person.open(DUTCH.ending_title(), DUTCH.ending_still_open());
    person.to(DUTCH.ending_close()).press("<Enter>").to(DUTCH.closing_yes()).press("<Enter>");
    person.terminal.wait_for(DUTCH.start_notes_stay());
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

    let notebook = notebook(&options.notebook());
    let listing = notebook.list().expect("the notebook has a list");
    assert_eq!(listing.problems, [], "a file of the notebook is not in order");
    let mut meetings: Vec<Meeting> =
        listing.summaries.iter().map(|summary| notebook.read(summary.id).expect("readable")).collect();
    meetings.sort_by_key(Meeting::when);
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
}

#[test]
fn in_an_ordinary_window() {
    two_meetings(24, 80);
}

#[test]
fn in_the_window_of_a_beamer() {
    two_meetings(18, 60);
}
