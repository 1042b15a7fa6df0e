//! What the room sees: columns that say what their heading says, what was judged and agreed in sight, and one way on.

use super::Stage;
use super::said_before::after_july;
use super::standing::patient;
use super::tour::midway;
use crate::app::page::RowId;
use crate::app::{Screen, Size};
use crate::meeting::{Answer, Given, PatientId, QuestionKey};
use crate::words::Language;

fn first(stage: &Stage) -> PatientId {
    stage.meeting().reviews[0].patient
}

fn key(of: &str) -> QuestionKey {
    of.parse().unwrap()
}

/// Under "vraag" stands what is asked; that somebody was discussed is what the sign in front says, and what is no question stands
/// between brackets.
#[test]
fn under_the_heading_of_questions_stand_questions() {
    let mut stage = midway(Language::Dutch, 100, 24);
    let patient = first(&stage);
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F6>").to("confirmed").keys("<Enter>");
    assert!(stage.meeting().reviews[0].details.finished.is_some(), "{}", stage.text());
    stage.model.path.go(&Screen::Meeting);
    let text = stage.text();
    let line = |name: &str| text.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
    assert!(
        line("Fictief J.").contains("Hoe lang kan") && !line("Fictief J.").contains("besproken"),
        "{text}"
    );
    let other = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Profile(other));
    stage.to("postpone").keys("<Enter>");
    stage.model.path.go(&Screen::Meeting);
    let line = stage.text().lines().find(|line| line.contains("Fictief B.")).unwrap_or_default().to_owned();
    assert!(line.contains('(') && line.trim_end().ends_with([')', '…']), "{}", stage.text());
}

/// From one agreement to the next, and from the last of them to where somebody was before the first.
#[test]
fn esc_after_several_agreements_leads_to_where_the_first_was_made() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    stage.model.path.go(&Screen::Patient(patient));
    let before = stage.meeting().reviews[0].agreements.len();
    stage.keys("<F4>bed regelen<F4>nachtzorg<F4>apotheek bellen<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient), "{}", stage.text());
    assert_eq!(stage.meeting().reviews[0].agreements.len(), before + 3);
    // What is empty goes on the way.
    stage.keys("<F4><F4><Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient), "{}", stage.text());
    assert_eq!(stage.meeting().reviews[0].agreements.len(), before + 3);
    // Half of one is not left in silence.
    stage.keys("<F4>").to("due").keys("1 dec<F4>");
    assert_eq!(stage.focus(), "what", "{}", stage.text());
}

/// Enter comes past no row by which one is done with a patient, and does not do it by itself.
#[test]
fn enter_leads_to_being_done_with_a_patient_and_asks() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let other = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(other));
    stage.to("next-review").keys("<Enter>");
    assert_eq!(stage.focus(), "finish", "{}", stage.text());
    stage.keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Confirm(other), "{}", stage.text());
    assert!(stage.meeting().reviews[1].details.finished.is_none(), "{}", stage.text());
    stage.to("confirmed").keys("<Enter>");
    assert!(stage.meeting().reviews[1].details.finished.is_some(), "{}", stage.text());
}

/// After the last step of the walk somebody is done with the patient.
#[test]
fn the_walk_ends_at_being_done_with_the_patient() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let other = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(other));
    stage.to("walk:markering").keys("<Enter>");
    for _ in 0..60 {
        if !matches!(stage.model.screen(), Screen::Step { .. }) {
            break;
        }
        stage.keys("<Tab>");
    }
    assert_eq!(*stage.model.screen(), Screen::Patient(other));
    assert_eq!(stage.focus(), "finish", "{}", stage.text());
}

/// When somebody died stands where the patient is discussed, and in the minutes.
#[test]
fn the_day_of_death_is_in_sight_and_in_the_minutes() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    stage.model.path.go(&Screen::Profile(patient));
    stage.to("deceased").keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient));
    assert!(stage.text().contains("Overleden; de dag is nog niet genoteerd"), "{}", stage.text());
    stage.to("walk:nabespreking").keys("<Enter>");
    for _ in 0..20 {
        if stage.model.page().rows().any(|row| row.id.as_str() == "answer:nabespreking/overleden-op") {
            break;
        }
        stage.keys("<Tab>");
    }
    stage.to("answer:nabespreking/overleden-op").keys("22 nov<Down>");
    stage.model.path.go(&Screen::Patient(patient));
    assert!(stage.text().contains("Overleden op 22-11-2026"), "{}", stage.text());
    assert!(stage.minutes().contains("Overleden op zondag 22 november 2026."), "{}", stage.minutes());
}

/// A step says what was judged or said on it, and never only how much was.
#[test]
fn a_step_says_what_was_said_on_it() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let other = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(other));
    let value = |stage: &Stage, row: &str| {
        let page = stage.model.page();
        page.rows().find(|known| known.id.as_str() == row).map(|row| row.value.clone()).unwrap_or_default()
    };
    stage.to("walk:vier-dimensies").keys("<Enter>");
    stage.to("answer:vier-dimensies").keys("Pijn bij lopen");
    stage.model.path.go(&Screen::Patient(other));
    let told = value(&stage, "walk:vier-dimensies");
    assert!(told.contains("Pijn bij lopen"), "{told}");
    stage
        .to("walk:markering")
        .keys("<Enter>")
        .to("option:markering/aanleiding=kwetsbaarheid")
        .keys("<Enter>");
    stage.model.path.go(&Screen::Patient(other));
    assert!(value(&stage, "walk:markering").ends_with("nog geen oordeel"), "{}", stage.text());
    let page = stage.model.page();
    let steps = page.rows().filter(|row| row.id.as_str().starts_with("walk:"));
    for row in steps {
        assert!(
            row.value.contains("oordeel") || !row.value.contains("beantwoord"),
            "{}: {}",
            row.label,
            row.value
        );
    }
}

/// With all of a plan on the page, what is asked and what is agreed are in sight in the smallest window.
#[test]
fn agreements_are_in_sight_in_the_smallest_window_with_a_full_plan() {
    let limits =
        ["reanimatie", "beademing", "intensive-care", "ziekenhuisopname", "antibiotica", "bloedproduct"];
    let mut stage = after_july(
        |_| {},
        |september| {
            let at = super::register::stamp(super::register::day(9, 13));
            september.own_words =
                "Ik wil thuis blijven, bij mijn hond, en niet meer naar het ziekenhuis als het anders kan."
                    .to_owned();
            for (at_place, item) in limits.iter().enumerate() {
                let choice = if at_place % 2 == 0 { "niet" } else { "wel" };
                let given = Given::Choice(choice.into());
                september.answers.insert(key(&format!("pzp/{item}")), Answer::given(given, at));
            }
        },
    );
    stage.model.size = Size::new(60, 18);
    stage.to("question").keys("Is het plan nog goed, en kent iedereen het?");
    for what in ["bed regelen", "nachtzorg"] {
        stage.keys("<F4>").keys(what).keys("<Esc>");
    }
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.go(&Screen::Patient(patient()));
    let text = stage.text();
    for part in ["Vraag van de inbrenger", "Is het plan", "Afspraken", "□"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(stage.model.page().rows().any(|row| row.id == RowId::fixed("limits")), "{text}");
}

/// What presses in the list of patients is said in words.
#[test]
fn no_cell_of_the_agenda_has_a_sign_that_nobody_explains() {
    for (width, height) in [(80, 24), (60, 18), (100, 30)] {
        let mut stage = midway(Language::Dutch, width, height);
        let patient = first(&stage);
        stage.model.path.go(&Screen::Patient(patient));
        stage.keys("<F4>oud werk").to("due").keys("1-11-2026<Esc>");
        stage.model.path.go(&Screen::Meeting);
        let text = stage.text();
        let line = text.lines().find(|line| line.contains("Fictief J.")).unwrap_or_default();
        assert!(!line.contains('!'), "{text}");
    }
}

/// Beside the minutes of a patient stand the other papers of that patient, and those of everybody after them.
#[test]
fn papers_of_the_patient_come_before_those_of_everybody() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F9>").to("paper").keys("<Right>");
    let Screen::Paper(paper) = stage.model.screen() else { panic!("{}", stage.text()) };
    assert_eq!(paper.patient, Some(patient), "{}", stage.text());
    assert_ne!(paper.kind, crate::app::message::PaperKind::Minutes);
}
