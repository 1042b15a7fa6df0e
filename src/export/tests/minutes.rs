//! The minutes as golden files; `UPDATE=1 cargo test export` writes what is said now, to be read before it is kept.

use std::path::Path;

use super::fictional::{definitions, library, meeting};
use crate::checklist::Checklist;
use crate::export::Minutes;
use crate::meeting::{Answer, Given, Meeting, Review, Stamp};
use crate::words::Language;

fn show(meeting: &Meeting, definitions: &[&Checklist], language: Language) -> String {
    Minutes::new(meeting, definitions.to_vec(), language).whole()
}

fn patient(meeting: &Meeting, review: &Review, definitions: &[&Checklist], language: Language) -> String {
    Minutes::new(meeting, definitions.to_vec(), language).patient(review)
}

#[track_caller]
fn golden(name: &str, said: &str) {
    for line in said.lines() {
        assert!(crate::text::width(line) <= 80, "{line}");
        assert_eq!(line, line.trim_end());
        assert!(crate::text::is_clean(line));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export/tests").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, said).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(said, expected, "{name}");
}

#[test]
fn the_whole_meeting() {
    let library = library();
    golden("meeting.txt", &show(&meeting(), &definitions(&library), Language::Dutch));
    golden("meeting.en.txt", &show(&meeting(), &definitions(&library), Language::English));
}

#[test]
fn one_patient() {
    let (library, meeting) = (library(), meeting());
    let definitions = definitions(&library);
    golden("patient.txt", &patient(&meeting, &meeting.reviews[0], &definitions, Language::Dutch));
    golden("deceased.txt", &patient(&meeting, &meeting.reviews[1], &definitions, Language::Dutch));
}

/// What the group keeps to itself, what is hidden and other patients never stand in anything about a patient.
#[test]
fn nothing_stands_where_it_does_not_belong() {
    let (library, meeting) = (library(), meeting());
    let definitions = definitions(&library);
    for review in &meeting.reviews {
        let said = patient(&meeting, review, &definitions, Language::Dutch);
        for other in meeting.reviews.iter().filter(|other| other.patient != review.patient) {
            assert!(!said.contains(&other.label), "{said}");
        }
        for kept in ["GROEP", "Intervisie", "VERBORGEN", "Knelpunten", "Onderwijsbehoeften"] {
            assert!(!said.contains(kept), "{kept} in\n{said}");
        }
    }
    let said = show(&meeting, &definitions, Language::Dutch);
    let (patients, group) = said.split_once("Van de groep").unwrap();
    assert!(!patients.contains("GROEP") && group.contains("GROEP"));
    assert!(!group.contains("Fictief"));
    assert!(!said.contains("VERBORGEN"));
}

/// What was emptied has no number, and leaves none behind.
#[test]
fn a_second_time_without_a_first_stands_alone() {
    let (library, mut meeting) = (library(), meeting());
    meeting.reviews[0].answers.retain(|key, _| key.instance.first() != Some(&3));
    let said = patient(&meeting, &meeting.reviews[0], &definitions(&library), Language::Dutch);
    assert!(said.contains("- Verwacht scenario: longontsteking"), "{said}");
    for numbered in ["Verwacht scenario 1", "Verwacht scenario 2"] {
        assert!(!said.contains(numbered), "{said}");
    }
}

/// Without a definition nobody knows what is hidden or kept, so that only its absence is told.
#[test]
fn a_missing_definition_is_told() {
    let meeting = meeting();
    let none: &[&Checklist] = &[];
    let said = show(&meeting, none, Language::Dutch);
    assert!(said.contains("markering: De checklist zelf is niet gevonden;"), "{said}");
    assert!(said.contains("Oordeel van het team: markeren"), "{said}");
    for kept in ["GROEP", "VERBORGEN"] {
        assert!(!said.contains(kept), "{said}");
    }
}

/// A day that had not come when it was noted, or on which something was recorded of somebody living, is not told plainly.
#[test]
fn a_death_in_doubt_is_told_as_one() {
    let library = library();
    let told = |on: &str| {
        let mut meeting = meeting();
        let day = meeting.details.date;
        let review = &mut *meeting.reviews[0];
        review.details.deceased = true;
        let key = crate::meeting::died_on_question();
        let at = day.and_hms_opt(13, 0, 0).unwrap();
        review.answers.insert(key, Answer::given(Given::Date(on.to_owned()), Stamp { by: None, at }));
        patient(&meeting, &meeting.reviews[0], &definitions(&library), Language::Dutch)
    };
    assert!(told("22-11-2026").contains("Overleden op zondag 22 november 2026."), "{}", told("22-11-2026"));
    for on in ["15-03-2027", "01-09-2026"] {
        let said = told(on);
        assert!(said.contains("LET OP: overleden op") && !said.contains("Overleden op m"), "{said}");
    }
}

#[test]
fn an_empty_meeting_is_short() {
    let mut meeting = meeting();
    meeting.participants.clear();
    meeting.reviews.clear();
    meeting.bottlenecks.clear();
    meeting.learning_needs.clear();
    assert_eq!(
        show(&meeting, &[], Language::Dutch),
        "PaTz Noord\nPaTz, zondag 22 november 2026\nFICTIEF: alle patiënten zijn verzonnen.\n\
         De bijeenkomst is nog niet afgesloten.\n\nNog geen patiënten\n\n\
         FICTIEF: alle patiënten zijn verzonnen.\n"
    );
}
