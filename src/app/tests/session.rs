//! A session with a case: every shipped case to its end, votes that nobody sees too early, and nothing about a patient.

use super::Stage;
use crate::app::{Effect, Msg, ScenePage, Screen, Settings, is_masked};
use crate::checklist::{Case, Library, shipped};
use crate::meeting::{Change, Id, PatientId, Review};
use crate::words::Language;

/// A session with a case that just began.
fn begun(case: &str, kept: bool, width: u16, height: u16) -> Stage {
    let mut stage = Stage::with(Settings::default(), width, height);
    stage.to("cases").keys("<Enter>").to(&format!("case:{case}")).keys("<Enter>");
    stage.to(if kept { "begin-kept" } else { "begin-only" }).keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::SessionPeople);
    stage
}

fn cases() -> Vec<Case> {
    Library::new(shipped()).cases().map(|one| one.case.clone()).collect()
}

fn says_fictional(stage: &Stage) -> bool {
    stage.text().contains("erzonnen")
}

#[test]
fn every_shipped_case_is_played_to_its_end() {
    for case in cases() {
        for (width, height) in [(60, 18), (80, 24)] {
            let mut stage = begun(case.id.as_str(), true, width, height);
            stage.to("people:nurses").keys("5").to("people:doctors").keys("3");
            stage.to("begin").keys("<Enter>");
            let mut scenes = 0;
            for _ in 0..200 {
                assert!(says_fictional(&stage), "{} {:?}", case.id, stage.model.screen());
                match *stage.model.screen() {
                    Screen::Scene(number, ScenePage::Vote(second)) => {
                        stage.keys(if second { "6" } else { "2" });
                        assert_eq!(usize::from(number), scenes);
                    }
                    Screen::Scene(_, ScenePage::Spread(_)) => {
                        assert!(!stage.text().contains("█"));
                        stage.to("show").keys("<Enter>");
                    }
                    Screen::Scene(_, ScenePage::Judge) => {
                        stage.to("reason").keys("omdat");
                    }
                    Screen::Scene(_, ScenePage::Outcome) => {
                        stage.to("ended").keys("<Enter>");
                        scenes += 1;
                    }
                    Screen::Meeting => break,
                    _ => {}
                }
                stage.keys("<Tab>");
            }
            assert_eq!((scenes, stage.model.screen()), (case.scenes.len(), &Screen::Meeting), "{}", case.id);
            let session = stage.meeting().session.clone().unwrap();
            assert_eq!((session.present(), session.scenes.len()), (8, case.scenes.len()));
            let report = stage.minutes();
            let paper = "Verzonnen casus. Hoort in geen dossier.";
            assert!(report.trim_start().starts_with(paper) && report.trim_end().ends_with(paper), "{report}");
            assert!(report.contains("omdat") && stage.meeting().reviews.is_empty());
        }
    }
}

#[test]
fn a_vote_that_goes_round_shows_nothing_until_all_have_voted() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("3").to("begin").keys("<Enter><Tab>");
    stage.to("mask").keys("<Enter>");
    assert!(is_masked(&stage.model));
    let before = stage.text();
    let page =
        |stage: &Stage| stage.text().replace("1 stemmen", "0 stemmen").replace("2 stemmen", "0 stemmen");
    stage.to("option:surprise-question/ja").keys("<Enter>");
    assert_eq!(stage.focus(), "option:surprise-question/nee");
    let options = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| line.contains('○') || line.contains("stemmen,"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(options(&page(&stage).replace('▸', " ")), options(&before.replace('▸', " ")));
    stage.keys("<Enter>");
    assert!(is_masked(&stage.model));
    assert!(!stage.minutes().contains("ja, het zou"), "{}", stage.minutes());
    let mut spread = stage.clone();
    spread.keys("<Tab>");
    assert!(!spread.text().contains('█'), "{}", spread.text());
    stage.keys("<Enter>");
    assert!(!is_masked(&stage.model));
    let session = stage.meeting().session.clone().unwrap();
    let round = &session.scenes.values().next().unwrap().first;
    assert_eq!((round.count("surprise-question", "ja"), round.count("surprise-question", "nee")), (1, 2));
    stage.keys("<C-z><C-z><C-z>");
    assert_eq!(
        stage.meeting().session.clone().unwrap().scenes.values().next().unwrap().first.counts.len(),
        0
    );
}

#[test]
fn more_votes_than_people_are_said_and_kept() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("2").to("begin").keys("<Enter><Tab>9");
    assert!(stage.text().contains("meer stemmen dan mensen"), "{}", stage.text());
    let session = stage.meeting().session.clone().unwrap();
    assert_eq!(session.scenes.values().next().unwrap().first.votes("surprise-question"), 9);
}

#[test]
fn a_session_goes_to_the_disk_only_where_that_was_chosen() {
    for kept in [true, false] {
        let mut stage = begun("mevrouw-a", kept, 80, 24);
        stage.to("people:nurses").keys("4").to("begin").keys("<Enter>");
        let is_saved = stage.effects.iter().any(|effect| matches!(effect, Effect::SaveMeeting(_)));
        assert_eq!(is_saved, kept);
        assert_eq!(stage.text().contains("wordt niet opgeslagen"), !kept);
    }
}

#[test]
fn no_patient_gets_into_a_session() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    let review = Review::new(PatientId(Id::from_bits(7)));
    let change = Change::Review { at: 0, before: None, after: Some(Box::new(review)) };
    let mut record = stage.meeting().clone();
    assert!(change.apply(&mut record).is_err() && record == *stage.meeting());
    stage.keys("<Esc>");
    assert!(!stage.model.page().rows().any(|row| row.id.as_str().contains("patient")));
    stage.to("close").keys("<Enter>");
    let register = crate::meeting::Register::of(&crate::meeting::Viewpoint::of(&record), &[record.clone()]);
    assert!(register.patients.is_empty() && register.groups.is_empty(), "{register:?}");
}

#[test]
fn a_case_that_changes_leaves_the_session_as_it_is() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("4").to("begin").keys("<Enter>");
    let before = stage.text();
    let without = shipped().into_iter().filter(|file| !file.file.contains("mevrouw-a")).collect();
    stage.send(Msg::LibraryRead(std::sync::Arc::new(Library::new(without))));
    assert_eq!(stage.text(), before);
    let english = Stage::with(Settings { language: Language::English, ..Settings::default() }, 80, 24);
    assert!(english.text().contains("Practise with a case"));
}
