//! A second meeting of a group in lines: what stood in the first is confirmed, changed and taken back, as with keys.

use super::table::Table;
use crate::app::Screen;
use crate::app::tests::Stage;
use crate::app::tests::register::{day, earlier, id, stamp};
use crate::meeting::{Answer, Given, Meeting, MeetingId, PatientId, QuestionKey, colour_question};

fn by_keys() -> Stage {
    let mut stage = Stage::new(80, 24);
    stage.earlier = earlier();
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    stage.to("open-agreements").keys("<Enter>").to(&format!("agreement:{}", id(21))).keys("<Enter>");
    stage.to("done").keys("<Enter>").to("outcome").keys("gesproken<Esc><Esc>");
    stage.to("proposal-all").keys("<Enter>");
    stage.to(&format!("patient:{}", id(13))).keys("<Enter>").to("still-holds:kort/kleur").keys("<Enter>");
    stage.to("finish").keys("<Enter>");
    stage
}

fn by_lines() -> Table {
    let mut table = Table::second_meeting(earlier());
    let said = table.row("open-agreements", "").join("\n");
    assert!(said.contains("gesprek met dochter"), "{said}");
    table.row(&format!("agreement:{}", id(21)), "");
    table.row("done", "");
    table.row("outcome", "gesproken");
    table.line("terug");
    let said = table.line("terug").join("\n");
    assert!(said.contains("vorige keer uitgesteld"), "why somebody is proposed: {said}");
    table.row("proposal-all", "");
    let said = table.row(&format!("patient:{}", id(13)), "").join("\n");
    assert!(said.contains("Kleur: geldt nog: Groen (13 sep)"), "{said}");
    table.row("still-holds:kort/kleur", "");
    table.row("finish", "");
    table
}

#[test]
fn a_second_meeting_in_lines_leaves_the_record_that_keys_leave() {
    let without_time = |meeting: &Meeting| Meeting { spent: Default::default(), ..meeting.clone() };
    let (stage, table) = (by_keys(), by_lines());
    assert_eq!(without_time(stage.meeting()), without_time(table.meeting()));
    let review = table.meeting().review(PatientId(id(13))).unwrap();
    assert!(review.answers.values().all(|answer| answer.is_confirmed()) && !review.answers.is_empty());
}

#[test]
fn the_register_and_a_course_are_read_out_whole() {
    let mut table = Table::new();
    let meetings = earlier();
    let summaries = meetings.iter().map(crate::meeting::MeetingSummary::of).collect();
    table.earlier = meetings;
    let listed = crate::app::Listed { meetings: summaries, ..crate::app::Listed::default() };
    table.fact(crate::app::Msg::Listed(Box::new(listed)));
    table.line("?");
    let said = table.row("register", "").join("\n");
    assert!(said.contains("Fictief D. (1938)") && said.contains("open afspraken: 2"), "{said}");
    let said = table.row(&format!("patient:{}", id(13)), "").join("\n");
    assert!(said.contains("Kleur: Groen (13 sep)") && said.contains("afgesproken: noodmedicatie"), "{said}");
    assert_eq!(*table.model.screen(), Screen::Course(PatientId(id(13))));
}

/// An arrow between two values is a sign for the eye: who listens hears that one came after the other.
#[test]
fn what_came_after_a_value_is_said_in_a_word() {
    let mut meetings = earlier();
    let mut october = meetings[0].clone();
    october.id = MeetingId(id(9));
    october.details.date = day(10, 13);
    let review = &mut october.reviews[0];
    review
        .answers
        .insert(colour_question(), Answer::given(Given::Choice("oranje".into()), stamp(day(10, 13))));
    meetings.push(october);
    let mut table = Table::new();
    let summaries = meetings.iter().map(crate::meeting::MeetingSummary::of).collect();
    table.earlier = meetings;
    let listed = crate::app::Listed { meetings: summaries, ..crate::app::Listed::default() };
    table.fact(crate::app::Msg::Listed(Box::new(listed)));
    table.line("?");
    table.row("register", "");
    table.row(&format!("patient:{}", id(13)), "");
    let said = table.line("?").join("\n");
    assert!(said.contains("Kleur: groen 13 sep, daarna oranje 13 okt"), "{said}");
    assert!(said.contains("Kleur: Groen, daarna Oranje") && !said.contains('→'), "{said}");
}

/// The line that was said last before a row and is no row.
fn under(said: &[String], row: &str) -> String {
    let at = said.iter().position(|line| line.contains(row)).unwrap_or_else(|| panic!("{row}: {said:?}"));
    let is_heading = |line: &&String| !line.starts_with(|sign: char| sign.is_ascii_digit() || sign == ' ');
    said[..at].iter().rev().find(is_heading).cloned().unwrap_or_default()
}

/// An empty line parts groups for who sees it; who listens takes a row for a part of the heading that was heard last.
#[test]
fn what_ends_a_discussion_is_heard_apart_from_the_agreements() {
    let mut table = Table::second_meeting(earlier());
    table.row("proposal-all", "");
    let said = table.row(&format!("patient:{}", id(13)), "");
    for (row, heading) in [
        ("Afspraak maken", "Afspraken"),
        ("Opnieuw bespreken", "Tot slot"),
        ("Deze patiënt afronden", "Tot slot"),
        ("Vier dimensies", "Kort bespreken"),
        ("Overzicht", "Meer over deze patiënt"),
    ] {
        assert_eq!(under(&said, row), heading, "{row}: {said:?}");
    }
    let said = table.row("profile", "");
    for (row, heading) in [
        ("Anoniem besproken", "Weet de patiënt van deze bespreking?"),
        ("Overleden", "Over deze patiënt"),
        ("Dezelfde persoon als", "Over deze patiënt"),
        ("Naar een volgende bijeenkomst", "Op de agenda"),
    ] {
        assert_eq!(under(&said, row), heading, "{row}: {said:?}");
    }
}

#[test]
fn a_choice_by_its_word_is_that_choice_whatever_stood_and_one_undo_takes_it_back() {
    let mut table = Table::second_meeting(earlier());
    table.row("proposal-all", "");
    table.row(&format!("patient:{}", id(13)), "");
    let before = table.meeting().clone();
    let colour = |table: &Table| {
        let review = table.meeting().review(PatientId(id(13))).unwrap();
        review.answers.get(&crate::meeting::colour_question()).and_then(|answer| answer.given.clone())
    };
    for (said, code) in [("oranje", "oranje"), ("3", "rood"), ("Groen", "groen")] {
        table.row("answer:kort/kleur", said);
        assert_eq!(colour(&table), Some(crate::meeting::Given::Choice(code.into())));
        table.line("/ongedaan");
        assert_eq!(colour(&table), None, "{said}");
    }
    assert_eq!(table.meeting().reviews, before.reviews);
}

#[test]
fn a_field_of_which_something_stands_is_not_said_to_be_empty() {
    let mut table = Table::new();
    table.earlier = earlier();
    let key = QuestionKey::new(&"kort".into(), &"buiten-kantooruren".into());
    let answer = Answer::given(Given::Text("De huisartsenpost weet ervan.".to_owned()), stamp(day(9, 13)));
    table.earlier[0].reviews[0].answers.insert(key.clone(), answer);
    table.row("new", "");
    table.row("known-group:1", "");
    table.row("to-agenda", "");
    table.row("proposal-all", "");
    let said = table.row(&format!("patient:{}", id(13)), "");
    let at = said.iter().position(|line| line.contains("Avond, nacht, weekend")).unwrap();
    assert!(said[at].contains("(vandaag nog niets ingevuld"), "{}", said[at]);
    assert!(said[at + 1].contains("geldt nog: De huisartsenpost weet ervan."), "{}", said[at + 1]);
    assert!(said.iter().any(|line| line.contains("(leeg")), "what nobody ever said is empty: {said:?}");
    let confirmed = table.row(&format!("still-holds:{key}"), "").join("\n");
    assert!(!confirmed.contains("nog niets ingevuld"), "{confirmed}");
}

/// What leaves a page is no part of the list that ends above it.
#[test]
fn what_leaves_a_page_is_heard_apart_from_the_list_above_it() {
    let mut table = Table::new();
    let said = table.row("new", "");
    assert_eq!(under(&said, "Naar de agenda"), "Verder", "{said:?}");
    let said = table.row("add-participant", "");
    assert_eq!(under(&said, "Terug"), "Verder", "{said:?}");
}

/// From the course one comes to the same page of another meeting: who listens hears the whole of it, with numbers of its own.
#[test]
fn the_page_of_a_patient_in_another_meeting_is_another_screen() {
    let mut table = Table::second_meeting(earlier());
    table.row("proposal-all", "");
    table.row(&format!("patient:{}", id(13)), "");
    table.row("course", "");
    let first = table.earlier[0].clone();
    table.row(&format!("entry:{}", first.id), "");
    let from = table.said.len();
    table.fact(crate::app::Msg::Opened(Box::new(crate::app::Opened::new(first, Vec::new()))));
    assert_eq!(*table.model.screen(), Screen::Patient(PatientId(id(13))));
    let said = table.said[from..].join("\n");
    assert!(said.contains("\n1. ") && !said.contains("Niet meer op dit scherm"), "{said}");
}
