//! Lists of a group's own, beside what was recorded by the list before.

use std::sync::Arc;

use super::Stage;
use super::limits::after;
use super::register::{earlier, id};
use super::standing::{patient, with_more};
use crate::app::{Msg, RowId, Screen};
use crate::checklist::{DefinitionFile, Layer, Library, shipped, shipped_checklist};
use crate::meeting::course::OldQuestion;
use crate::meeting::{Given, NonAnswer, QuestionKey, colour_question};
use crate::words::Language;

/// The lists in force where a group has its own version of one.
fn own_version(name: &str, alter: impl Fn(&str) -> String) -> Arc<Library> {
    let file = format!("{name}.toml");
    let own = shipped().into_iter().find(|known| known.file.ends_with(&file)).unwrap();
    let altered = alter(&own.source);
    assert_ne!(altered, *own.source);
    let own = DefinitionFile::new(Layer::User, own.file, altered);
    let library = Library::new(shipped().into_iter().chain([own]).collect());
    assert!(library.problems().is_empty(), "{:?}", library.problems());
    Arc::new(library)
}

fn shown(stage: &mut Stage) -> String {
    stage.model.path.go(&Screen::Patient(patient()));
    stage.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A limit that the list of now does not ask stands in the line of all limits and above the table, as of an earlier list.
#[test]
fn a_limit_of_an_earlier_list_goes_nowhere_in_silence() {
    let mut stage = Stage::new(80, 40);
    let renamed = |text: &str| text.replace("\"beademing\"", "\"beademing-nu\"");
    stage.model.library = Some(own_version("pzp", renamed));
    let mut stage = after(stage, &[("beademing", "niet", ""), ("reanimatie", "niet", "")]);
    let table = stage.text();
    assert!(table.contains("beademing (vraag uit een eerdere lijst): niet (13 sep)"), "{table}");
    let page = shown(&mut stage);
    assert!(page.contains("beademing (vraag uit een eerdere lijst)"), "{page}");
}

/// A limit of an earlier list of which nobody noted the conversation is no plain limit on the overview and in the course either.
#[test]
fn a_limit_of_an_earlier_list_is_incomplete_wherever_it_stands() {
    let mut stage = Stage::new(80, 60);
    let renamed = |text: &str| text.replace("\"beademing\"", "\"beademing-nu\"");
    stage.model.library = Some(own_version("pzp", renamed));
    let mut stage = after(stage, &[("beademing", "niet", "alleen thuis")]);
    let mut known = (**stage.model.open.as_ref().unwrap().register.as_ref().unwrap()).clone();
    let old = OldQuestion::of(shipped_checklist(&"pzp".into()).unwrap(), &"beademing".into()).unwrap();
    let key = QuestionKey::new(&"pzp".into(), &"beademing".into());
    known.standing.get_mut(&patient()).unwrap().old.insert(key.clone(), old.clone());
    stage.send(Msg::Register(known.into()));
    stage.model.path.go(&Screen::Overview(patient()));
    let wanted = "Invasieve beademing (vraag uit een eerdere lijst): ONVOLLEDIG: niet genoteerd door wie, wanneer en met \
                  wie dit is besproken; zie dossier (genoteerd: Niet uitvoeren; alleen thuis) (13 sep)";
    let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains(wanted), "{page}");
    stage.model.path.go(&Screen::Course(patient()));
    stage.read_what_is_shown();
    Arc::make_mut(stage.model.course.as_mut().unwrap()).old.insert(key, old);
    let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains(wanted), "{page}");
    assert_eq!(page.matches("ONVOLLEDIG").count(), 2, "in what stands and at its meeting: {page}");
}

/// A stage with the colours of a group's own, in a meeting after one in which green stood.
fn with_colours(colours: &[&str]) -> Stage {
    let options = |text: &str| {
        let (before, rest) = text.split_once("  { code = \"groen\"").unwrap();
        let (_, after) = rest.split_once("\n]").unwrap();
        let own = colours
            .iter()
            .map(|code| format!("  {{ code = \"{code}\", text = {{ nl = \"{code}\", en = \"{code}\" }} }},"));
        format!("{before}{}\n]{after}", own.collect::<Vec<_>>().join("\n"))
    };
    let mut stage = Stage::new(80, 40);
    stage.model.library = Some(own_version("kort", options));
    stage = with_more(stage);
    stage.earlier = earlier();
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage
}

fn colour(stage: &Stage) -> Option<Given> {
    stage.meeting().review(patient()).unwrap().answers.get(&colour_question())?.given.clone()
}

/// What stood and is no answer any more is told where it is asked, and can only be taken back.
#[test]
fn a_colour_that_the_list_has_no_more_is_told_and_taken_back() {
    let mut stage = with_colours(&["geel", "rood", "geen"]);
    let page = shown(&mut stage);
    assert!(page.contains("Eerder: groen (13 sep); is in deze lijst geen antwoord meer"), "{page}");
    let rows = stage.model.page();
    assert!(
        rows.row(&RowId::of("still-holds", colour_question())).is_none(),
        "nobody confirms what is no answer"
    );
    stage.to("no-longer:kort/kleur").keys("<Enter>");
    assert_eq!(colour(&stage), Some(Given::Not(NonAnswer::NoLonger)));
}

/// Every colour of a group's own is reached by the arrow to the right, in the order of its file; no colour stays at the other end.
#[test]
fn the_arrow_goes_through_own_colours_in_the_order_of_the_file() {
    let own = ["blauw", "geel", "rood", "geen"];
    let mut stage = with_colours(&own);
    stage.to("answer:kort/kleur");
    for code in ["blauw", "geel", "rood", "rood"] {
        stage.keys("<Right>");
        assert_eq!(colour(&stage), Some(Given::Choice(code.into())));
    }
    stage.keys("<Left><Left><Left>");
    assert_eq!(colour(&stage), Some(Given::Choice("geen".into())));
    stage.keys("<Left>");
    assert_eq!(colour(&stage), None);
}

/// A colour that a group's own list has no more keeps its word in the language that is spoken, in lists and below.
#[test]
fn a_colour_that_the_list_has_no_more_has_its_word_in_every_language() {
    let mut stage = with_colours(&["geel", "rood", "geen"]);
    stage.model.settings.language = Language::English;
    let mut known = (**stage.model.open.as_ref().unwrap().register.as_ref().unwrap()).clone();
    let shipped = shipped_checklist(&"kort".into()).unwrap();
    let old = OldQuestion::of(shipped, &"kleur".into()).unwrap();
    known.standing.get_mut(&patient()).unwrap().old.insert(colour_question(), old);
    stage.send(Msg::Register(known.into()));
    stage.to("answer:kort/kleur").keys("<Right><Right>");
    let below = stage.text();
    assert!(below.contains("Was: Green"), "{below}");
    stage.model.path.go(&Screen::Start);
    stage.read_what_is_shown();
    let first = stage.text();
    assert!(first.contains("green") && !first.contains("groen"), "{first}");
}
