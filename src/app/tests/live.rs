//! Definitions that change while the program runs: seen at once where they are shown, never under a running meeting.

use std::sync::Arc;

use super::Stage;
use super::tour::{changed, midway, with_a_fault};
use crate::app::{Effect, Msg, Place, Screen, pages};
use crate::checklist::{DefinitionFile, Layer, Library, Name, shipped};
use crate::meeting::{Given, Meeting, QuestionKey};
use crate::words::Language;

fn looks(stage: &Stage) -> usize {
    stage.effects.iter().filter(|effect| **effect == Effect::LookAtLibrary).count()
}

fn read(stage: &mut Stage, library: Arc<Library>) {
    stage.send(Msg::LibraryRead(library));
}

/// A stage on the page of the first patient.
fn at_patient() -> Stage {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage
}

#[test]
fn files_are_watched_while_they_are_shown_and_only_then() {
    let mut stage = Stage::new(80, 24);
    assert_eq!(stage.model.deadline(), None);
    stage.to("checklists").keys("<Enter>");
    assert_eq!(looks(&stage), 1);
    stage.wait(400);
    assert_eq!(looks(&stage), 1);
    stage.wait(600);
    assert_eq!(looks(&stage), 2);
    // A clock that was put back does not stop the watching.
    stage.now -= chrono::TimeDelta::hours(1);
    stage.keys("<Down>");
    assert_eq!(looks(&stage), 3);
    stage.keys("<Enter>").wait(1000);
    assert_eq!(*stage.model.screen(), Screen::ChecklistFile(Layer::Shipped, "markering.toml".into()));
    assert_eq!(looks(&stage), 4);
    stage.keys("<Esc><Esc>");
    assert_eq!(stage.model.deadline(), None);
}

#[test]
fn files_are_looked_at_when_the_window_is_and_when_a_patient_is_opened() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Meeting);
    stage.effects.clear();
    stage.to(&format!("patient:{patient}")).keys("<Enter>");
    assert_eq!((looks(&stage), stage.model.deadline()), (1, None));
    stage.keys("<Down>");
    assert_eq!(looks(&stage), 1);
    stage.send(Msg::FocusGained);
    assert_eq!((looks(&stage), stage.model.deadline()), (2, None));
}

#[test]
fn a_change_is_named_and_the_place_is_kept() {
    let mut stage = Stage::new(80, 24);
    stage.to("checklists").keys("<Enter>").to("checklist:pzp-stand");
    stage.wait(300);
    read(&mut stage, with_a_fault());
    assert_eq!(stage.focus(), "checklist:pzp-stand");
    let text = stage.text();
    assert!(text.contains("Bijgewerkt: eigen.toml: 2 fouten."), "{text}");
    assert!(text.contains("bijgewerkt 14:00:00"), "{text}");
    stage.to("problems:").keys("<Enter>").to("edit:onbekende-vraag-1");
    // The first fault is mended; the second one keeps the focus.
    let mended = |source: &str| {
        let files = shipped().into_iter().chain([DefinitionFile::new(Layer::User, "eigen.toml", source)]);
        Arc::new(Library::new(files.collect()))
    };
    let source = with_a_fault().problems()[0].source.replace("kleur = 3\n", "");
    read(&mut stage, mended(&source));
    assert_eq!(stage.focus(), "edit:onbekende-vraag-1");
    assert!(stage.text().contains("Bijgewerkt: eigen.toml: 1 fout."), "{}", stage.text());
    read(&mut stage, mended(&source.replace("vraagg", "vraag")));
    let text = stage.text();
    assert!(text.contains("Bijgewerkt: eigen.toml:"), "{text}");
    // The same again is no news.
    stage.keys("<Up>");
    read(&mut stage, mended(&source.replace("vraagg", "vraag")));
    assert!(!stage.text().contains("Bijgewerkt:"), "{}", stage.text());
}

#[test]
fn a_fault_leads_to_its_line_in_the_editor_and_back() {
    let mut stage = Stage::new(80, 24);
    read(&mut stage, with_a_fault());
    stage.to("checklists").keys("<Enter>").to("problems:").keys("<Enter>").to("edit:onbekende-vraag-1");
    stage.effects.clear();
    stage.keys("<Enter>");
    let place = Place { layer: Layer::User, file: "eigen.toml".into(), line: Some(14) };
    assert_eq!(stage.effects, [Effect::Edit(place)]);
    stage.send(Msg::EditorClosed(None));
    assert_eq!(stage.effects.last(), Some(&Effect::ReadLibrary));
    let why = crate::checklist::Localized::dutch("Het tekstprogramma start niet.");
    stage.send(Msg::EditorClosed(Some(Box::new(why))));
    assert!(stage.text().contains("Het tekstprogramma start niet."), "{}", stage.text());
}

#[test]
fn what_comes_with_the_program_is_not_edited_but_copied() {
    let mut stage = Stage::new(80, 24);
    stage.to("checklists").keys("<Enter>").to("checklist:markering").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("pallium checklist edit markering"), "{text}");
    assert!(!stage.layout().rows.iter().any(|row| row.id.as_str().starts_with("edit")), "{text}");
}

#[test]
fn a_running_meeting_keeps_what_it_began_with() {
    let mut stage = at_patient();
    let (before, steps) = (stage.meeting().clone(), step_names(&stage));
    read(&mut stage, changed());
    assert_eq!(*stage.meeting(), before);
    assert_eq!(step_names(&stage), steps);
    assert_eq!(stage.model.checklist(&"markering".into()).unwrap().version, "2026.5");
    // What was not begun in this meeting is what is in force.
    assert_eq!(stage.model.checklist(&"vier-dimensies".into()).unwrap().version, "nieuw");
    // A meeting in which nothing was recorded takes the route in force.
    let mut fresh = Stage::new(80, 24);
    read(&mut fresh, changed());
    fresh.keys("<Enter><Esc>").to("add-patient").keys("<Enter>Fictief N.").to("discuss").keys("<Enter>");
    assert_eq!(step_names(&fresh), ["kort", "markering"]);
}

fn step_names(stage: &Stage) -> Vec<String> {
    let review = &stage.meeting().reviews[0];
    pages::steps_of(&stage.model, review).iter().map(|step| step.checklist.id.to_string()).collect()
}

fn pins(meeting: &Meeting) -> Vec<(String, String)> {
    meeting.pinned().map(|pinned| (pinned.id.to_string(), pinned.version.clone())).collect()
}

fn pinned(pairs: [(&str, &str); 2]) -> Vec<(String, String)> {
    pairs.map(|(id, version)| (id.to_owned(), version.to_owned())).into()
}

#[test]
fn another_version_is_offered_shown_taken_over_and_taken_back() {
    let mut stage = at_patient();
    assert_eq!(pins(stage.meeting()), pinned([("markering", "2026.5"), ("kort", "2026.3")]));
    read(&mut stage, changed());
    let before = stage.meeting().clone();
    stage.to("newer:markering").keys("<Enter>");
    assert_eq!(stage.focus(), "leave");
    let text = stage.text();
    for told in [
        "versie 2026.5; nu geldt versie 2026.6",
        "veranderd: Aandoening of kwetsbaarheid",
        "Fictief J. (1941)",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(text.contains("Aandoening of kwetsbaarheid: Toenemende kwetsbaarheid"), "{text}");
    stage.keys("<Enter>");
    assert_eq!(*stage.meeting(), before);
    stage.to("newer:markering").keys("<Enter>").to("take-over").keys("<Enter>");
    let meeting = stage.meeting().clone();
    assert_eq!(pins(&meeting), pinned([("markering", "2026.6"), ("kort", "2026.3")]));
    let review = &meeting.reviews[0];
    let question = |item: &str| QuestionKey::new(&"markering".into(), &item.into());
    assert_eq!(review.answers.get(&question("aanleiding")), None);
    assert_eq!(review.answers[&question("surprise-question")].given, Some(Given::Choice("nee".into())));
    assert!(
        review.notes.ends_with("- Aandoening of kwetsbaarheid: Toenemende kwetsbaarheid"),
        "{}",
        review.notes
    );
    assert!(!stage.text().contains("Andere versie van Markering"), "{}", stage.text());
    // The copy goes to disk with the record that names it.
    let saved = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveMeeting(save) => Some(save),
        _ => None,
    });
    let saved = saved.unwrap();
    let hashes: Vec<&str> = saved.definitions.iter().map(|one| one.hash.as_str()).collect();
    assert_eq!(hashes, [saved.meeting.definitions[0].hash.as_str()]);
    assert_eq!(saved.routes[0].hash.as_str(), saved.meeting.routes[0].hash);
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
    assert!(stage.text().contains("Ongedaan gemaakt: de gebruikte checklist."), "{}", stage.text());
    stage.keys("<C-y>");
    assert_eq!(*stage.meeting(), meeting);
}

#[test]
fn another_route_is_offered_and_taken_over() {
    let mut stage = at_patient();
    read(&mut stage, changed());
    stage.to("newer-route:kort").keys("<Enter>");
    assert!(stage.text().contains("De stappen in de andere versie"), "{}", stage.text());
    stage.to("take-over").keys("<Enter>");
    assert_eq!(step_names(&stage), ["kort", "markering"]);
    stage.keys("<C-z>");
    assert!(step_names(&stage).len() > 2);
}

#[test]
fn a_closed_meeting_is_offered_nothing() {
    let mut stage = at_patient();
    stage.model.path.go(&Screen::Closing);
    stage.to("closing").keys("<Enter>");
    read(&mut stage, changed());
    assert_eq!(stage.model.newer_checklist(&"markering".into()), None);
}

#[test]
fn a_page_that_the_version_in_force_does_not_have_is_left() {
    let mut stage = at_patient();
    stage.to("walk:vier-dimensies").keys("<Enter>");
    assert!(matches!(stage.model.screen(), Screen::Step { .. }));
    let files = shipped().into_iter().map(|mut file| {
        if file.file == "vier-dimensies.toml" {
            file.source =
                "format = 1\nid = \"vier-dimensies\"\nversion = \"x\"\ntitle = \"Anders\"\n[[group]]\n\
                           id = \"anders\"\ntitle = \"Anders\"\n[[group.item]]\nid = \"i\"\ntype = \"date\"\n\
                           text = \"Wanneer?\"\n"
                    .into();
        }
        DefinitionFile { layer: Layer::User, ..file }
    });
    read(&mut stage, Arc::new(Library::new(files.collect())));
    assert!(matches!(stage.model.screen(), Screen::Patient(_)), "{}", stage.text());
}

/// A hidden question is not counted and not told, and keeps its answer.
#[test]
fn a_hidden_question_is_not_counted_and_not_told_and_keeps_its_answer() {
    let mut stage = at_patient();
    let key = QuestionKey::new(&"markering".into(), &"surprise-question".into());
    let counted = |stage: &mut Stage| {
        let (model, review) = (&stage.model, &stage.meeting().reviews[0]);
        pages::progress(model.checklist(&"markering".into()).unwrap(), review).unwrap()
    };
    let minutes = |stage: &Stage| {
        let open = stage.model.open.as_ref().unwrap();
        let definitions: Vec<_> = open.pinned().map(|one| &one.checklist).collect();
        crate::export::Minutes::new(&open.record, definitions, Language::Dutch).whole()
    };
    let all = counted(&mut stage);
    assert!(minutes(&stage).contains("Valt af."));
    stage.keys("<Enter>");
    for _ in 0..6 {
        stage.keys("<S-Tab>");
    }
    stage.to("option:markering/duidelijk=yes").keys("<Enter><Esc>");
    assert_eq!(all, (3, 10));
    assert_eq!(counted(&mut stage), (3, 5));
    assert!(!minutes(&stage).contains("Valt af."), "{}", minutes(&stage));
    assert_eq!(stage.meeting().reviews[0].answers[&key].note, "Valt af.");
    stage.keys("<C-z>");
    assert!(minutes(&stage).contains("Valt af."));
}

/// What one patient answered shows nothing at another one.
#[test]
fn conditions_see_the_answers_of_the_same_patient_only() {
    let stage = at_patient();
    let meeting = stage.meeting();
    let checklist = stage.model.checklist(&"markering".into()).unwrap();
    let second = Name::from("tweede-surprise-question");
    let shown = |review| {
        let facts = crate::meeting::ReviewFacts::new(review, &checklist.id);
        checklist.visible(&facts).contains(&second)
    };
    assert!(shown(&meeting.reviews[0]));
    assert!(!shown(&meeting.reviews[1]));
}
