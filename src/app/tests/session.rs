//! A session with a case: every shipped case to its end, votes that nobody sees too early, and nothing about a patient.

use super::Stage;
use crate::app::message::Opened;
use crate::app::{Effect, Msg, RowId, ScenePage, Screen, Settings, StepPage, is_masked};
use crate::checklist::{Case, Level, Library, Name, shipped};
use crate::meeting::session::key;
use crate::meeting::{Change, EarlierSession, Given, Id, Meeting, MeetingId, PatientId, Review, SessionText};
use crate::words::Language;

/// A session with a case that just began.
pub fn begun(case: &str, kept: bool, width: u16, height: u16) -> Stage {
    begun_in(Language::Dutch, case, kept, width, height)
}

/// The same in one of the languages.
pub fn begun_in(language: Language, case: &str, kept: bool, width: u16, height: u16) -> Stage {
    let mut stage = Stage::with(Settings { language, ..Settings::default() }, width, height);
    stage.to("cases").keys("<Enter>").to(&format!("case:{case}")).keys("<Enter>");
    stage.to(if kept { "begin-kept" } else { "begin-only" }).keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::SessionPeople);
    stage
}

/// The shipped cases.
pub fn cases() -> Vec<Case> {
    Library::new(shipped()).cases().map(|one| one.case.clone()).collect()
}

fn first_scene(id: &str) -> Name {
    cases().into_iter().find(|case| case.id.as_str() == id).unwrap().scenes[0].id.clone()
}

fn row(id: &str) -> RowId {
    id.split_once(':')
        .map_or_else(|| RowId::fixed(Box::leak(id.into())), |(kind, which)| RowId::of(kind, which))
}

fn says_fictional(stage: &Stage) -> bool {
    ["erzonnen", "ictional"].iter().any(|word| stage.text().contains(word))
}

#[test]
fn every_shipped_case_is_played_to_its_end() {
    let languages = [Language::Dutch, Language::English];
    let windows = languages.map(|language| [(60, 18), (80, 24)].map(|size| (language, size)));
    for case in cases() {
        for (language, (width, height)) in windows.as_flattened().iter().copied() {
            let mut stage = begun_in(language, case.id.as_str(), true, width, height);
            stage.to("people:nurses").keys("5").to("people:doctors").keys("3");
            stage.to("begin").keys("<Enter>");
            let (mut scenes, mut shown) = (0, Screen::Start);
            for _ in 0..200 {
                assert!(says_fictional(&stage), "{} {:?}", case.id, stage.model.screen());
                match *stage.model.screen() {
                    Screen::Scene(number, ScenePage::Vote(second)) => {
                        stage.keys(if second { "6" } else { "2" });
                        assert_eq!(usize::from(number), scenes);
                    }
                    Screen::Scene(_, ScenePage::Spread(_)) if shown != *stage.model.screen() => {
                        assert!(!stage.text().contains("█"));
                        shown = stage.model.screen().clone();
                        stage.to("show").keys("<Enter>");
                    }
                    Screen::Scene(_, ScenePage::Judge) => {
                        stage.to("reason").keys("xomdatx");
                    }
                    Screen::Step { page: StepPage::Judgement, .. } => {
                        stage.to("reason").keys("xomdatx");
                    }
                    Screen::Scene(_, ScenePage::Outcome) => {
                        stage.to("ended").keys("<Enter>");
                        scenes += 1;
                        continue;
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
            let paper = language.session_paper();
            assert!(report.trim_start().starts_with(paper) && report.trim_end().ends_with(paper), "{report}");
            // Every page of it was in the language that was chosen.
            let [title, other] = [language, languages[usize::from(language == languages[0])]]
                .map(|language| case.title.get(language));
            assert!(report.contains(title) && (title == other || !report.contains(other)), "{report}");
            let walked = report.matches("xomdatx").count();
            assert!(walked == case.scenes.len() && stage.meeting().reviews.is_empty(), "{report}");
        }
    }
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
        // Nor does it go anywhere else, such as a rescue copy, and the program ends with nothing to be saved.
        stage.keys("<Esc>").to("people").keys("<Enter>").to("people:doctors").keys("1");
        assert_eq!(stage.model.to_be_saved().is_some(), kept);
        stage.keys("<C-q>");
        assert_eq!(stage.effects.contains(&Effect::Quit), kept);
        assert_eq!(stage.text().contains("wordt niet opgeslagen"), !kept);
        // Who means it presses once more; anything else in between asks again.
        stage.keys("<Down><C-q>");
        assert_eq!(stage.effects.contains(&Effect::Quit), kept);
        stage.keys("<C-q>");
        assert!(stage.effects.contains(&Effect::Quit), "{kept}");
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
    stage.to("close").keys("<Enter>").to("closing").keys("<Enter>");
    let register = crate::meeting::Register::of(
        &crate::meeting::Viewpoint::of(&record, record.details.date),
        std::slice::from_ref(&record),
    );
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

/// A session at the first page of the checklist of its first scene.
fn at_checklist(case: &str) -> Stage {
    let mut stage = begun(case, true, 80, 24);
    stage.to("people:nurses").keys("6").to("people:doctors").keys("5").to("begin").keys("<Enter>");
    while !matches!(stage.model.screen(), Screen::Step { .. }) {
        stage.keys("<Tab>");
    }
    stage
}

/// On to a page, with Tab.
pub fn on_to(stage: &mut Stage, is_there: impl Fn(&Screen) -> bool) {
    for _ in 0..60 {
        if is_there(stage.model.screen()) {
            return;
        }
        stage.keys("<Tab>");
    }
    panic!("{:?}", stage.model.screen());
}

#[test]
fn the_checklist_of_a_scene_is_walked_as_in_a_meeting() {
    let mut stage = at_checklist("mevrouw-a");
    let scene = first_scene("mevrouw-a");
    assert!(stage.text().contains("Verzonnen casus") && stage.text().contains("1. "), "{}", stage.text());
    // Back by one key, and on again.
    let here = stage.model.screen().clone();
    stage.keys("<S-Tab>");
    assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Spread(true)));
    stage.keys("<Tab>");
    assert_eq!(*stage.model.screen(), here);
    let answer =
        stage.model.page().rows().find(|row| row.id.as_str().starts_with("option:")).unwrap().id.clone();
    stage.to(answer.as_str()).keys("<Enter>");
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { page: StepPage::Judgement, .. }));
    let options = stage.model.checklist(&Name::new("markering")).unwrap().judgement.clone().unwrap().options;
    stage.to(&format!("judge:{}", options[0].code)).keys("<Enter>");
    stage.to("reason").keys("zij werd drie keer opgenomen").to("dissent").keys("het kan ook haar hart zijn");
    stage.keys("<Tab>");
    assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Outcome));
    let report = stage.minutes();
    for said in [
        "Oordeel van de groep: ",
        "Reden: zij werd drie keer opgenomen",
        "Afwijkende mening, en waarom: het kan ook haar hart zijn",
    ] {
        assert!(report.contains(said), "{said}\n{report}");
    }
    let session = stage.meeting().session.clone().unwrap();
    let review = &session.walked[&scene];
    assert_eq!((review.answers.len(), review.judgements.len()), (1, 1));
    // Undo reaches it, and so does the way back.
    for _ in 0..30 {
        stage.keys("<C-z>");
    }
    let session = stage.meeting().session.clone().unwrap();
    assert!(session.walked[&scene].judgements.is_empty());
    assert_eq!((stage.meeting().reviews.len(), stage.meeting().spent.len()), (0, 0));
}

#[test]
fn nothing_of_a_walked_checklist_is_about_somebody() {
    let mut stage = at_checklist("mevrouw-a");
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { page: StepPage::Judgement, .. }));
    stage.to("reason").keys("uniek woord");
    let record = stage.meeting().clone();
    let patient = record.session.clone().unwrap().walked.values().next().unwrap().patient;
    let register = crate::meeting::Register::of(
        &crate::meeting::Viewpoint::of(&record, record.details.date),
        std::slice::from_ref(&record),
    );
    assert!(register.patients.is_empty() && register.standing.is_empty(), "{register:?}");
    let wanted = crate::meeting::Wanted::new("uniek").unwrap();
    let none = std::collections::HashMap::new();
    assert_eq!(crate::meeting::hits(&wanted, &record, &none, Language::Dutch), []);
    let digest = crate::meeting::MeetingDigest::of(&record);
    assert!(digest.reviews.is_empty());
    let mut occurrences = crate::meeting::Occurrences::default();
    occurrences.take(&digest);
    let course = occurrences.course(patient, |_| vec![Some(record.clone())]);
    assert!(course.entries.is_empty(), "{course:?}");
    // None of the keys of a patient does anything.
    let before = stage.text();
    stage.keys("<F2><F4><F5><F6>");
    assert_eq!((stage.text(), stage.meeting()), (before, &record));
}

#[test]
fn source_and_criteria_come_after_the_second_round() {
    let mut stage = at_checklist("mevrouw-a");
    let first = stage.model.screen().clone();
    stage.keys("<F3>");
    assert_eq!(*stage.model.screen(), first);
    let is_shown = |stage: &Stage| stage.model.page().abilities.source;
    assert!(!is_shown(&stage) && stage.model.page().row(&row("criteria")).is_some());
    // The trainer asks, and takes it back.
    stage.to("criteria").keys("<Enter>");
    assert!(is_shown(&stage) && stage.model.page().row(&row("criteria")).is_none());
    stage.keys("<C-z>");
    assert!(!is_shown(&stage));
    // A second round that nobody has seen yet opens nothing.
    while *stage.model.screen() != Screen::Scene(0, ScenePage::Vote(true)) {
        stage.keys("<S-Tab>");
    }
    stage.keys("9<Tab><Tab>");
    assert!(!is_shown(&stage));
    stage.keys("<S-Tab>").to("show").keys("<Enter><Tab>");
    assert!(is_shown(&stage));
    stage.keys("<F3>");
    assert!(matches!(stage.model.screen(), Screen::Source { .. }));
}

#[test]
fn what_is_on_record_stands_beside_its_question() {
    let mut stage = begun("meneer-k", true, 80, 24);
    stage.to("begin").keys("<Enter>");
    let is_asked = |stage: &Stage| stage.text().contains("Reanimatie") || stage.text().contains("reanimatie");
    on_to(&mut stage, |screen| matches!(screen, Screen::Scene(1, ScenePage::Spread(true))));
    for _ in 0..20 {
        stage.keys("<Tab>");
        if is_asked(&stage) && stage.text().contains("Staat al in het dossier: ") {
            break;
        }
    }
    assert!(stage.text().contains("Staat al in het dossier: "), "{}", stage.text());
    // "Still holds" makes it an answer of today.
    stage.to("still-holds").keys("<Enter>");
    let session = stage.meeting().session.clone().unwrap();
    let answers: Vec<_> = session.walked.values().flat_map(|review| review.answers.values()).collect();
    assert!(answers.iter().any(|answer| answer.given.is_some() && answer.is_confirmed()), "{answers:?}");
    assert!(!answers.iter().any(|answer| answer.given == Some(Given::Text(String::new()))));
}

/// Votes of nurses and of all others in both rounds of the first scene.
#[test]
fn a_profession_is_told_apart_from_five_people_on() {
    for (nurses, others, is_apart) in [("6", "5", true), ("6", "4", false), ("4", "9", false)] {
        let mut stage = begun("mevrouw-a", true, 80, 24);
        stage.to("people:nurses").keys(nurses).to("people:doctors").keys(others);
        stage.to("begin").keys("<Enter><Tab>");
        let apart = stage.model.page().row(&row("apart")).is_some();
        assert_eq!(apart, is_apart, "{nurses} {others}");
        if !apart {
            continue;
        }
        stage.to("apart").keys("<Enter>");
        stage.to("option:surprise-question/ja/nurses").keys("4");
        stage.to("option:surprise-question/nee/nurses").keys("2");
        let doctors = "option:surprise-question/nee/doctors";
        stage.to(doctors).keys("4").keys("<Tab>").to("show").keys("<Enter>");
        // Four physicians voted: what they voted may not follow either, so nobody is told apart.
        assert!(!stage.text().contains("verpleegkundigen"), "{}", stage.text());
        stage.keys("<S-Tab>").to(doctors).keys("<Backspace>5<Tab>");
        assert!(
            stage.text().contains("verpleegkundigen") && stage.text().contains("artsen"),
            "{}",
            stage.text()
        );
        let report = stage.minutes();
        assert!(report.contains("Eerste ronde, verpleegkundigen: "), "{report}");
    }
}

#[test]
fn the_session_before_stands_beside_this_one() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    let asked = stage.effects.iter().any(|effect| matches!(effect, Effect::ReadEarlierSession(_)));
    assert!(asked);
    let mut other = Meeting::clone(stage.meeting());
    other.id = MeetingId(Id::from_bits(5));
    other.details.date = other.details.date.pred_opt().unwrap();
    let scene =
        cases().into_iter().find(|case| case.id.as_str() == "mevrouw-a").unwrap().scenes[0].id.clone();
    let session = other.session.as_mut().unwrap();
    session
        .put(&SessionText::Count(scene.clone(), false, key("surprise-question", "ja", None)), "7".to_owned());
    session.put(&SessionText::Reason(scene), "geheim".to_owned());
    let (earlier, _) = EarlierSession::before(stage.meeting(), &other).unwrap();
    stage.send(Msg::EarlierSession(stage.meeting().id, Some(Box::new(earlier))));
    stage.to("people:nurses").keys("4").to("begin").keys("<Enter><Tab>4<Tab>");
    assert!(!stage.text().contains("Vorige keer"), "{}", stage.text());
    stage.to("show").keys("<Enter>");
    assert!(stage.text().contains("Vorige keer, zaterdag 21 november 2026, ronde 1"), "{}", stage.text());
    // All bars have one measure, and nothing but counts comes along.
    let length = |count: &str| {
        let text = stage.text();
        let line = text.lines().find(|line| line.trim_end().ends_with(count)).unwrap();
        line.matches('█').count()
    };
    assert!(length("█ 7") > length("█ 4"), "{}", stage.text());
    let report = stage.minutes();
    assert!(!report.contains("geheim"), "{report}");
}

#[test]
fn names_are_optional_and_beside_no_answer() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    assert!(!stage.minutes().contains("Aanwezig"));
    stage.to("names").keys("J. Bos, verpleegkundige<Enter>M. Vos, arts");
    let report = stage.minutes();
    let list = report.find("Aanwezig").unwrap();
    assert!(report.find("J. Bos").unwrap() > list && report.find("M. Vos").unwrap() > list, "{report}");
    assert!(list > report.rfind("Niet gespeeld").unwrap(), "{report}");
}

/// Until everybody has voted, or the trainer asks, nothing of a vote that goes round is written anywhere.
#[test]
fn nothing_of_a_hidden_vote_is_written() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("3").to("begin").keys("<Enter><Tab>").to("mask").keys("<Enter>");
    stage.effects.clear();
    stage.keys("2<Enter>2<Enter>");
    let counts = |stage: &Stage| -> Vec<usize> {
        let of = |effect: &Effect| match effect {
            Effect::SaveMeeting(save) => {
                let session = save.meeting.session.as_ref()?;
                Some(session.scenes.values().map(|played| played.first.counts.len()).sum())
            }
            _ => None,
        };
        stage.effects.iter().filter_map(of).collect()
    };
    let written = counts(&stage);
    assert!(!written.is_empty() && written.iter().all(|count| *count == 0), "{written:?}");
    assert!(!stage.model.to_be_saved().unwrap().meeting.session.as_ref().unwrap().hides_votes());
    // With the last one nothing is lost any more, and still nothing told.
    stage.keys("2<Enter>");
    assert!(is_masked(&stage.model));
    assert!(counts(&stage).last().is_some_and(|count| *count > 0));
}

#[test]
fn a_scene_whose_checklist_is_missing_is_played_without() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("4").to("begin");
    let without = shipped().into_iter().filter(|file| !file.file.contains("markering")).collect();
    stage.send(Msg::LibraryRead(std::sync::Arc::new(Library::new(without))));
    let meeting = stage.meeting().clone();
    stage.send(Msg::Opened(Box::new(Opened {
        meeting,
        definitions: Vec::new(),
        routes: Vec::new(),
        read_only: None,
        may_insist: false,
        versions: Vec::new(),
        told: None,
    })));
    stage.to("scene:0").keys("<Enter><Tab>");
    let gone = "De checklist van deze scène is er niet meer";
    assert!(stage.text().contains(gone), "{}", stage.text());
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Judge));
    assert!(stage.text().contains(gone), "{}", stage.text());
    stage.to("reason").keys("wij weten genoeg").keys("<Tab>");
    assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Outcome));
    assert!(stage.minutes().contains("wij weten genoeg"));
}

#[test]
fn without_people_everything_is_played_all_the_same() {
    let mut stage = begun("mevrouw-a", true, 60, 18);
    stage.to("begin").keys("<Enter><Tab>").to("mask").keys("<Enter>");
    // Nobody knows when all have voted: it stays hidden until the trainer asks.
    stage.keys("1<Enter>2<Enter>1<Enter>1<Enter>");
    assert!(is_masked(&stage.model));
    stage.keys("<Tab>");
    assert!(!stage.text().contains('█'), "{}", stage.text());
    stage.to("show").keys("<Enter>");
    assert!(stage.text().contains('█'), "{}", stage.text());
    let report = stage.minutes();
    assert!(!report.contains("artsen") && report.contains("Eerste ronde: "), "{report}");
    assert_eq!(stage.meeting().session.as_ref().unwrap().people.get(&Level::Nurses), None);
}
