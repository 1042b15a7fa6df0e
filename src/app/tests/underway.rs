//! The way through a discussion: the steps and their count, where one comes back to, and that looking leaves nothing.

use super::Stage;
use super::register::{at_agenda, day, earlier, id, stamp};
use super::standing::{patient, with_more};
use crate::app::{Effect, Msg, Screen, StepPage};
use crate::meeting::{Judgement, Meeting, MeetingId, MeetingKind, MeetingSummary, PatientId};

/// At a new patient of a new meeting, on the route that is given.
fn at_route(route: &str, width: u16, height: u16) -> (Stage, PatientId) {
    let mut stage = Stage::new(width, height);
    stage.keys("<Enter>PaTz Zuid<Esc>").to("add-patient").keys("<Enter>Fictief Q.");
    stage.to(&format!("route:{route}")).keys("<Enter>").to("discuss").keys("<Enter>");
    let patient = stage.meeting().reviews[0].patient;
    assert_eq!(*stage.model.screen(), Screen::Patient(patient));
    (stage, patient)
}

fn listed(stage: &Stage) -> Vec<String> {
    let page = stage.model.page();
    page.rows().filter_map(|row| row.id.as_str().strip_prefix("walk:").map(str::to_owned)).collect()
}

#[test]
fn the_walk_goes_through_the_steps_of_the_page_in_their_order() {
    for route in ["kort", "volledig"] {
        let (mut stage, patient) = at_route(route, 80, 24);
        let steps = listed(&stage);
        assert!(steps.len() > 3, "{steps:?}");
        stage.to(&format!("walk:{}", steps[0])).keys("<Enter>");
        let mut walked = Vec::new();
        for _ in 0..60 {
            let Screen::Step { checklist, .. } = stage.model.screen().clone() else { break };
            let page = stage.model.page();
            assert_eq!(page.tabs.len(), steps.len(), "the count does not move");
            let here = page.tabs.iter().position(|tab| tab.here).unwrap();
            if walked.last() != Some(&checklist.to_string()) {
                walked.push(checklist.to_string());
            }
            assert_eq!(here + 1, walked.len(), "{walked:?}");
            stage.keys("<Tab>");
        }
        assert_eq!(walked, steps);
        assert_eq!(*stage.model.screen(), Screen::Patient(patient), "behind the last step");
    }
}

#[test]
fn esc_comes_back_to_the_step_in_which_one_was() {
    let (mut stage, _) = at_route("volledig", 80, 24);
    stage.to("walk:persoon").keys("<Enter>");
    while matches!(stage.model.screen(), Screen::Step { checklist, .. } if checklist.as_str() == "persoon") {
        stage.keys("<Tab>");
    }
    stage.keys("<Esc>");
    assert_eq!(stage.focus(), "walk:markering");
}

#[test]
fn a_step_of_one_page_is_titled_as_the_step() {
    let (mut stage, _) = at_route("volledig", 80, 24);
    stage.to("walk:kort").keys("<Enter>");
    assert!(stage.text().contains("Scenario's en kleur"), "{}", stage.text());
    assert!(!stage.text().contains("Kort bespreken"), "{}", stage.text());
}

#[test]
fn a_step_that_was_begun_says_at_which_page_it_goes_on() {
    let (mut stage, _) = at_route("volledig", 80, 24);
    stage.to("walk:markering").keys("<Enter>").to("option:markering/aanleiding").keys("<Enter><Esc>");
    stage.keys("<Enter>");
    assert!(stage.text().contains("Verder bij bladzijde 2 van"), "{}", stage.text());
}

#[test]
fn the_head_of_the_walk_is_there_in_a_second_meeting_too() {
    let mut stage = with_more(Stage::new(80, 24));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    let steps = listed(&stage);
    stage.to("walk:markering").keys("<Enter>");
    assert_eq!(stage.model.page().tabs.len(), steps.len());
    stage.model.path.go(&Screen::Patient(patient()));
    stage.to("walk:stervensfase").keys("<Enter>");
    assert_eq!(stage.model.page().tabs.len(), steps.len());
}

#[test]
fn who_died_is_looked_back_on_whatever_route_was_chosen() {
    for route in ["kort", "volledig"] {
        let (mut stage, patient) = at_route(route, 80, 24);
        let before = stage.meeting().clone();
        let now = |stage: &Stage| {
            let review = stage.model.review(patient).unwrap();
            crate::app::pages::route_of(&stage.model, review).unwrap().route.id.to_string()
        };
        stage.to("profile").keys("<Enter>").to("deceased").keys("<Enter>");
        assert_eq!(now(&stage), "nabespreking");
        assert!(stage.text().contains("De bespreking is nu: Nabespreken."), "{}", stage.text());
        stage.model.path.go(&Screen::Patient(patient));
        stage.keys("<Home>");
        assert!(stage.text().contains("Overleden"), "{}", stage.text());
        stage.keys("<C-z>");
        assert_eq!((stage.meeting(), now(&stage).as_str()), (&before, route));
    }
}

/// A notebook with a meeting of today under way, and two before it.
fn today() -> Stage {
    let mut stage = Stage::new(80, 24);
    stage.earlier = earlier();
    let mut today = Meeting::new(MeetingId(id(90)), MeetingKind::Patz, day(11, 22));
    today.details.group = "PaTz Noord".to_owned();
    stage.earlier.push(today);
    let meetings = stage.earlier.iter().rev().map(MeetingSummary::of).collect();
    stage.send(Msg::Listed(Box::new(crate::app::Listed { meetings, ..crate::app::Listed::default() })));
    stage
}

#[test]
fn who_only_looks_between_meetings_leaves_nothing() {
    let mut stage = today();
    let before = stage.text();
    assert_eq!(stage.focus(), "continue");
    stage.to("between").keys("<Enter>").to("add-patient").keys("<Enter>");
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient()));
    stage.effects.clear();
    stage.keys("<Esc>");
    assert!(stage.meeting().reviews.is_empty());
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Start);
    assert!(!stage.effects.iter().any(|effect| matches!(effect, Effect::SaveMeeting(_))));
    stage.to("continue");
    assert_eq!(stage.text(), before, "the first screen is as it was");
}

#[test]
fn what_was_recorded_between_meetings_stays_and_the_meeting_of_today_comes_first() {
    let mut stage = today();
    stage.to("between").keys("<Enter>").to("add-patient").keys("<Enter>");
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>").to("deceased").keys("<Enter><Esc><Esc>");
    assert_eq!((stage.model.screen(), stage.focus().as_str()), (&Screen::Start, "continue-today"));
    assert!(stage.text().contains("Verder met PaTz Noord"), "{}", stage.text());
    assert!(stage.text().contains("Verder met Tussen bijeenkomsten"), "{}", stage.text());
    stage.to("continue").keys("<Up>").to("continue").keys("<Down><Enter>");
    stage.model.path.go(&Screen::Meeting);
    stage.to("close").keys("<Enter>");
    assert!(stage.text().contains("Het is vastgelegd."), "{}", stage.text());
}

#[test]
fn it_is_recorded_is_said_only_of_something() {
    let mut stage = today();
    stage.to("between").keys("<Enter>").to("add-patient").keys("<Enter>");
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Meeting);
    stage.to("close").keys("<Enter>");
    assert!(!stage.text().contains("Het is vastgelegd."), "{}", stage.text());
    assert!(stage.text().contains("Er is niets vastgelegd."), "{}", stage.text());
    assert!(stage.model.open.is_none());
}

#[test]
fn a_new_meeting_in_which_nothing_was_done_is_not_gone_on_with() {
    let mut stage = today();
    stage.to("new").keys("<Enter><Esc><Esc>");
    assert_eq!((stage.model.screen(), stage.model.open.is_none()), (&Screen::Start, true));
    assert!(!stage.text().contains("zonder naam"), "{}", stage.text());
}

#[test]
fn a_closed_meeting_is_read_again_and_not_gone_on_with() {
    let mut stage = Stage::new(80, 24);
    stage.keys("<Enter>PaTz Zuid<Esc>").to("ending").keys("<Enter>").to("close").keys("<Enter>");
    stage.to("closing").keys("<Enter>");
    assert_eq!((stage.model.screen(), stage.focus().as_str()), (&Screen::Start, "new"), "{}", stage.text());
    assert!(stage.text().contains("Teruglezen: PaTz Zuid"), "{}", stage.text());
    assert!(!stage.text().contains("Verder met"), "{}", stage.text());
}

#[test]
fn looking_at_an_old_agreement_notes_nothing() {
    let mut stage = at_agenda();
    let before = stage.meeting().clone();
    stage.to("open-agreements").keys("<Enter>").to(&format!("agreement:{}", id(21))).keys("<Enter><Esc>");
    assert_eq!(*stage.model.screen(), Screen::OpenAgreements);
    assert!(!stage.text().contains("staat genoteerd"), "{}", stage.text());
    assert_eq!(stage.meeting().reviews, before.reviews);
    stage.keys("<Enter>").to("due").keys("over 1 week<Down><Esc>");
    assert!(stage.text().contains("staat genoteerd"), "{}", stage.text());
}

#[test]
fn a_judgement_of_a_checklist_without_a_step_still_stands_above() {
    let mut stage = with_more(Stage::new(80, 24));
    let judged = Judgement {
        choice: Some("markeren".into()),
        recorded: Some(stamp(day(9, 13))),
        ..Judgement::default()
    };
    stage.earlier[0].reviews[0].judgements.insert("markering".into(), judged);
    stage.ask_register();
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Profile(patient()));
    stage.to("route:nabespreking").keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    let page = stage.model.page();
    let said = page.rows().filter(|row| row.value.contains("Palliatieve fase markeren")).count();
    assert_eq!(said, 1, "{}", stage.text());
    let step = Screen::Step { patient: patient(), checklist: "markering".into(), page: StepPage::Judgement };
    stage.model.path.open(step);
    assert!(stage.model.page().tabs.is_empty(), "it is no step of this route");
}
