//! Commands found by their names: in either language, each doing what its key or row does.

use super::{Stage, tour};
use crate::app::Screen;
use crate::words::Language;

fn labels(stage: &Stage) -> Vec<String> {
    stage.model.page().rows().map(|row| row.label.clone()).collect()
}

fn on_patient(language: Language) -> Stage {
    let mut stage = tour::midway(language, 80, 24);
    let patient = stage.model.record().unwrap().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<C-p>");
    stage
}

#[test]
fn a_command_is_found_by_its_name_in_either_language_and_done_on_the_screen_below() {
    for (language, typed) in
        [(Language::Dutch, "overz"), (Language::Dutch, "overv"), (Language::English, "overz")]
    {
        let mut stage = on_patient(language);
        stage.keys(typed);
        assert!(labels(&stage).iter().any(|label| label.to_lowercase().starts_with("over")), "{typed}");
        stage.keys("<Enter>");
        assert!(matches!(stage.model.screen(), Screen::Overview(_)), "{typed} {:?}", stage.model.screen());
        stage.keys("<Esc>");
        assert!(matches!(stage.model.screen(), Screen::Patient(_)), "the way back goes past the list");
    }
}

#[test]
fn a_page_of_the_plan_is_found_by_its_name_and_by_its_questions_on_every_route() {
    for (typed, wanted) in
        [("behandelgrens rean", "Behandelgrens: reanimatie"), ("vrijwilligers", "Delen met zorgverleners")]
    {
        let mut stage = on_patient(Language::Dutch);
        stage.keys(typed);
        let found = labels(&stage);
        assert!(found.iter().any(|label| label == wanted), "{typed}: {found:?}");
        let row =
            stage.model.page().rows().find(|row| row.label == wanted).map(|row| row.id.clone()).unwrap();
        stage.to(row.as_str()).keys("<Enter>");
        let Screen::Step { checklist, .. } = stage.model.screen() else {
            panic!("{typed}: {:?}", stage.model.screen())
        };
        assert_eq!(checklist.as_str(), "pzp");
        stage.keys("<Esc>");
        assert!(matches!(stage.model.screen(), Screen::Patient(_)), "{:?}", stage.model.screen());
    }
}

#[test]
fn a_key_stands_beside_what_it_does() {
    let mut stage = on_patient(Language::Dutch);
    stage.keys("afspraak");
    let page = stage.model.page();
    let row = page.rows().find(|row| row.value == "F4").unwrap();
    assert_eq!(row.label, "Afspraak maken");
    assert_eq!(labels(&stage).iter().filter(|label| label.to_lowercase().starts_with("afspraak")).count(), 1);
    stage.keys("<Esc>papier");
    let page = stage.model.page();
    let row = page.rows().find(|row| row.value == "F9").unwrap();
    assert_eq!(row.label, "Verslag");
}

#[test]
fn a_row_of_the_screen_is_opened_and_a_field_only_gets_the_focus() {
    let mut stage = tour::midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Start);
    stage.keys("<C-p>sett<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Settings);
    stage.model.path.go(&Screen::MeetingDetails);
    let before = stage.model.record().unwrap().clone();
    stage.keys("<C-p>group<Enter>");
    assert_eq!(*stage.model.screen(), Screen::MeetingDetails);
    assert_eq!(stage.model.focused().unwrap().id.as_str(), "group");
    assert_eq!(*stage.model.record().unwrap(), before);
}

#[test]
fn what_is_not_found_says_so_and_esc_ends_looking_before_it_leaves() {
    let mut stage = on_patient(Language::Dutch);
    stage.keys("qqq");
    assert_eq!(labels(&stage), [Language::Dutch.show_all()]);
    stage.keys("<Esc>");
    assert!(*stage.model.screen() == Screen::Palette && labels(&stage).len() > 5);
    stage.keys("<Esc>");
    assert!(matches!(stage.model.screen(), Screen::Patient(_)));
    stage.keys("<F1>").to("palette").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Palette, "from the keys there is a row to it");
    stage.keys("<Esc>");
    assert!(matches!(stage.model.screen(), Screen::Patient(_)));
}

#[test]
fn what_is_called_alike_stands_once() {
    for language in [Language::Dutch, Language::English] {
        for (name, mut stage) in tour::screens(language, 80, 24) {
            if *stage.model.screen() == Screen::Locked {
                continue;
            }
            stage.keys("<C-p>");
            if *stage.model.screen() != Screen::Palette {
                continue;
            }
            let page = stage.model.page();
            let mut all: Vec<String> =
                page.rows().map(|row| format!("{} {}", row.label, row.value).to_lowercase()).collect();
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "{name}");
        }
    }
    let mut stage = tour::midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Start);
    stage.keys("<C-p>");
    let page = stage.model.page();
    let quits: Vec<_> = page.rows().filter(|row| row.label.to_lowercase() == "afsluiten").collect();
    assert_eq!(quits.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), ["Ctrl+Q"]);
}
