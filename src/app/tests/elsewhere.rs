//! A session that goes on in another window, and the lists of a window that stays open meanwhile.

use super::Stage;
use super::session::{begun, on_to};
use crate::app::page::{Row, RowKind};
use crate::app::{Action, Effect, Listed, Msg, RowId, ScenePage, Screen, StepPage};
use crate::checklist::Localized;
use crate::meeting::MeetingSummary;

/// Has the open session go on in another window.
fn goes_on_elsewhere(stage: &mut Stage) {
    let open = stage.model.open.as_mut().unwrap();
    open.read_only = Some(Localized { nl: "Staat elders open.".to_owned(), en: None });
}

fn listed(stage: &mut Stage) {
    let meetings = vec![MeetingSummary::of(&stage.meeting().clone())];
    stage.send(Msg::Listed(Box::new(Listed { meetings, ..Default::default() })));
}

/// Who looks on sees every option, whoever voted for it, and no way to vote, to show or to delete.
#[test]
fn who_looks_on_sees_every_option_and_takes_nothing_away() {
    for by_keyboard in [false, true] {
        for in_lines in [false, true] {
            let mut stage = begun("mevrouw-a", true, 80, 24);
            stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>");
            if by_keyboard {
                stage.to("mask").keys("<Enter>2<Enter>2<Enter>");
            } else {
                stage.keys("7");
            }
            listed(&mut stage);
            let before = stage.meeting().clone();
            goes_on_elsewhere(&mut stage);
            stage.model.in_lines = in_lines;
            let text = stage.text();
            for option in
                ["Nee, het zou mij niet verbazen", "Ja, het zou mij verbazen", "Ken deze patiënt niet"]
            {
                assert!(text.contains(option), "{by_keyboard} {in_lines} {option}: {text}");
            }
            assert!(!text.contains("ingevuld") && !text.contains("Mijn stem"), "{text}");
            stage.keys("1<Enter>2<Enter><Tab>1<Enter>");
            let page = stage.model.page();
            assert!(
                page.row(&RowId::fixed("show")).is_none() && !stage.text().contains('█'),
                "{}",
                stage.text()
            );
            // Where all scenes stand, and at the session itself, nothing deletes it.
            stage.keys("<Esc>");
            assert_eq!(*stage.model.screen(), Screen::Meeting);
            assert!(stage.model.page().row(&RowId::fixed("delete")).is_none(), "{}", stage.text());
            stage.model.path.open(Screen::KeptSession(before.id));
            assert!(stage.model.page().row(&RowId::fixed("delete")).is_none(), "{}", stage.text());
            assert_eq!(*stage.meeting(), before);
        }
    }
    // Here it is deleted from both.
    let mut stage = begun("mevrouw-a", true, 80, 24);
    listed(&mut stage);
    stage.keys("<Esc>");
    assert!(stage.model.page().row(&RowId::fixed("delete")).is_some(), "{}", stage.text());
    stage.to("delete").keys("<Enter>");
    assert!(stage.model.page().row(&RowId::fixed("delete")).is_some(), "{}", stage.text());
}

/// A list that may be old by now is read again when somebody comes to it; what another window did shows then.
#[test]
fn a_list_is_read_again_when_somebody_comes_to_it() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.keys("<Esc>");
    listed(&mut stage);
    let asks = |stage: &mut Stage, keys: &str| {
        stage.effects.clear();
        stage.keys(keys);
        stage.effects.iter().filter(|effect| matches!(effect, Effect::ListAgain)).count()
    };
    assert_eq!(asks(&mut stage, "<Esc>"), 1, "the first screen");
    assert_eq!(*stage.model.screen(), Screen::Start);
    assert_eq!(asks(&mut stage, "<Down><Up>"), 0, "who stays there asks nothing");
    stage.to("cases");
    assert_eq!(asks(&mut stage, "<Enter>"), 1, "the cases");
    stage.to("sessions");
    assert_eq!(asks(&mut stage, "<Enter>"), 1, "the sessions");
    assert_eq!(asks(&mut stage, "<Esc>"), 1, "back to the cases");
    stage.keys("<Esc>").to("meetings");
    assert_eq!(asks(&mut stage, "<Enter>"), 1, "the meetings");
    // A session that was begun elsewhere meanwhile is there at once, and the newest of this window stays.
    stage.keys("<Esc>");
    let own = stage.meeting().clone();
    let mut other = own.clone();
    other.id = crate::meeting::MeetingId(crate::meeting::Id::from_bits(9 << 120));
    let meetings = [&own, &other].map(MeetingSummary::of).to_vec();
    stage.send(Msg::Listed(Box::new(Listed { meetings, ..Default::default() })));
    let rows = stage.model.page().rows().filter(|row| row.label.starts_with("Verder met")).count();
    assert_eq!(rows, 2, "{}", stage.text());
}

/// What the group voted on the judgement itself stands where it judges, once it was shown.
#[test]
fn what_was_voted_on_the_judgement_stands_beside_it() {
    for (case, number) in [("mevrouw-l", 0), ("meneer-k", 2), ("mevrouw-o", 2), ("twee-kamers", 0)] {
        for shown in [true, false] {
            let mut stage = begun(case, true, 80, 60);
            stage.to("people:nurses").keys("8<Esc>").to(&format!("scene:{number}")).keys("<Enter>");
            on_to(&mut stage, |screen| *screen == Screen::Scene(number, ScenePage::Vote(true)));
            stage.keys("6<Tab>");
            if shown {
                stage.to("show").keys("<Enter>");
            }
            on_to(&mut stage, |screen| matches!(screen, Screen::Step { page: StepPage::Judgement, .. }));
            let text = stage.text();
            assert_eq!(text.contains("De groep stemde, ronde 2: "), shown, "{case} {text}");
            assert_eq!(text.contains(": 6"), shown, "{case} {text}");
        }
    }
}

/// What is agreed in a scene is about nobody: no paper for a patient, and nobody real beside it.
#[test]
fn an_agreement_in_a_scene_is_about_nobody() {
    let mut stage = begun("mevrouw-a", true, 80, 40);
    stage.to("people:nurses").keys("8").to("names").keys("J. Bos<Esc>").to("scene:0").keys("<Enter>");
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { page: StepPage::Judgement, .. }));
    let row = stage.model.page().rows().find(|row| row.label.contains("markeren")).unwrap().id.clone();
    stage.to(row.as_str()).keys("<Enter>");
    let offers = |row: &&Row| matches!(row.kind, RowKind::Action(Action::NewAgreement(..)));
    let row = stage.model.page().rows().find(offers).unwrap().id.clone();
    stage.to(row.as_str()).keys("<Enter>");
    assert!(matches!(stage.model.screen(), Screen::Agreement(..)), "{:?}", stage.model.screen());
    stage.to("what").keys("bellen");
    let text = stage.text();
    assert!(stage.model.page().row(&RowId::fixed("for-patient")).is_none(), "{text}");
    assert!(text.contains("erzonnen") && !text.contains("Bos"), "{text}");
    stage.to("owner").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("geen deelnemers met naam") && !text.contains("Bos"), "{text}");
    assert!(stage.model.page().row(&RowId::fixed("add-participant")).is_none(), "{text}");
    stage.keys("Vos");
    let text = stage.text();
    assert!(text.contains("Iemand van buiten") && !text.contains("Deelnemer toevoegen"), "{text}");
}
