//! What a group saw of its votes counts, whatever is hidden again; and nothing that was counted goes without a word.

use super::Stage;
use super::session::{begun, on_to};
use crate::app::{Effect, RowId, ScenePage, Screen};
use crate::meeting::Played;

/// At the first vote of mevrouw A. with eight people, who vote by keyboard or are counted.
fn at_vote(by_keyboard: bool) -> Stage {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>");
    if by_keyboard {
        stage.to("mask").keys("<Enter>");
    }
    stage
}

fn vote(stage: &mut Stage, by_keyboard: bool, votes: &str) {
    for vote in votes.chars() {
        if by_keyboard {
            stage.keys(&format!("{vote}<Enter>"));
        }
    }
    if !by_keyboard {
        stage.to("option:surprise-question/nee").keys(&votes.len().to_string());
    }
}

fn played(stage: &Stage) -> Played {
    stage.meeting().session.as_ref().unwrap().scenes.values().next().unwrap().clone()
}

fn saved(stage: &Stage) -> Played {
    let save = stage.model.to_be_saved().unwrap();
    save.meeting.session.as_ref().unwrap().scenes.values().next().unwrap().clone()
}

fn to_outcome(stage: &mut Stage) {
    on_to(stage, |screen| *screen == Screen::Scene(0, ScenePage::Outcome));
}

/// Whoever shows the second round shows the first beside it: both are in the report, also where a trainer stops right there.
#[test]
fn what_stood_beside_each_other_is_in_the_report() {
    for (by_keyboard, first, second) in
        [(false, "11111111", "11111111"), (true, "12121212", "22222222"), (true, "1212", "222")]
    {
        let mut stage = at_vote(by_keyboard);
        vote(&mut stage, by_keyboard, first);
        on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Vote(true)));
        vote(&mut stage, by_keyboard, second);
        stage.keys("<Tab>");
        assert!(!stage.minutes().contains("ronde: "), "{}", stage.minutes());
        stage.to("show").keys("<Enter>");
        let report = stage.minutes();
        for told in ["Eerste ronde: ", "Tweede ronde: ", "Verschuiving: "] {
            assert!(report.contains(told), "{by_keyboard} {first} {told} {report}");
        }
        // Both stay when they are hidden again, and what was taken back is the round that was shown.
        stage.keys("<Enter>");
        assert!(!stage.text().contains('█'), "{}", stage.text());
        assert_eq!(stage.minutes(), report);
        stage.keys("<C-z><C-z>");
        assert!(
            stage.text().contains("tonen van de verdeling") && stage.text().contains("ronde 2"),
            "{}",
            stage.text()
        );
        assert!(!stage.minutes().contains("ronde: "), "{}", stage.minutes());
        stage.keys("<C-y>");
        to_outcome(&mut stage);
        stage.to("ended").keys("<Enter>");
        // The next scene has its title by now.
        let told = report.split("Scène 2").next().unwrap();
        assert!(stage.minutes().starts_with(told), "{told}\n---\n{}", stage.minutes());
    }
}

/// Fewer voted than there are, for somebody abstained: what was shown and hidden again is kept and told.
#[test]
fn a_spread_that_was_shown_counts_also_when_it_is_hidden_again() {
    let mut stage = at_vote(true);
    vote(&mut stage, true, "121");
    assert!(saved(&stage).first.counts.is_empty());
    stage.keys("<Tab>").to("show").keys("<Enter>");
    assert!(stage.text().contains("█ 2") && !saved(&stage).first.counts.is_empty());
    stage.keys("<Enter>");
    assert!(!stage.text().contains('█') && stage.text().contains("Toon de verdeling"), "{}", stage.text());
    assert_eq!(saved(&stage), played(&stage));
    to_outcome(&mut stage);
    assert!(stage.model.page().row(&RowId::fixed("ended")).is_some());
    stage.to("ended").keys("<Enter>");
    assert!(stage.minutes().contains("Eerste ronde: 3 van de 8 mensen stemden."), "{}", stage.minutes());
}

/// What was counted and never shown is asked about before the scene ends, and before the session is closed.
#[test]
fn what_was_never_shown_is_kept_or_forgotten_by_somebody() {
    for (votes, keep) in [("121", true), ("121", false), ("12121212", true), ("12121212", false)] {
        for at_closing in [false, true] {
            let mut stage = at_vote(true);
            vote(&mut stage, true, votes);
            if at_closing {
                stage.keys("<Esc>").to("close").keys("<Enter>");
                assert!(stage.model.page().row(&RowId::fixed("closing")).is_none());
            } else {
                to_outcome(&mut stage);
                assert!(stage.model.page().row(&RowId::fixed("ended")).is_none());
                // Tab does not pass by, and loses nothing.
                stage.keys("<Tab><Tab>");
                assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Outcome));
            }
            let told = format!("Scène 1, ronde 1: {} stemmen geteld, niet getoond.", votes.len());
            assert!(stage.text().contains(&told), "{}", stage.text());
            let scene = stage.meeting().session.as_ref().unwrap().scenes.keys().next().unwrap().clone();
            let row = RowId::of(if keep { "keep" } else { "forget" }, scene);
            stage.to(row.as_str()).keys("<Enter>");
            assert!(!stage.text().contains('█') && !played(&stage).is_untold());
            let is_told = stage.minutes().contains("Eerste ronde: ");
            assert_eq!(is_told, keep, "{}", stage.minutes());
            assert_eq!(saved(&stage).first.counts.is_empty(), !keep);
            // One key takes it back.
            stage.keys("<C-z>");
            assert!(played(&stage).is_untold(), "{votes}");
            assert!(
                stage.text().contains(if keep { "in het verslag" } else { "vergeten" }),
                "{}",
                stage.text()
            );
            stage.keys("<C-y>");
            stage.to(if at_closing { "closing" } else { "ended" }).keys("<Enter>");
            assert_eq!(stage.minutes().contains("Eerste ronde: "), keep);
        }
    }
}

/// Whoever leaves with votes that stand in no file is told so once.
#[test]
fn the_program_ends_with_no_votes_that_nobody_knew_would_go() {
    let mut stage = at_vote(true);
    vote(&mut stage, true, "121");
    stage.keys("<C-q>");
    assert!(
        !stage.effects.contains(&Effect::Quit) && stage.text().contains("niet getoond"),
        "{}",
        stage.text()
    );
    stage.keys("<C-q>");
    assert!(stage.effects.contains(&Effect::Quit));
    // Nothing else takes the place of the session meanwhile; where they were shown, nothing is asked.
    let mut stage = at_vote(true);
    vote(&mut stage, true, "121");
    stage.keys("<Esc><Esc>").to("new").keys("<Enter>");
    assert!(stage.meeting().session.is_some() && stage.text().contains("niet getoond"), "{}", stage.text());
    let mut stage = at_vote(true);
    vote(&mut stage, true, "121");
    stage.keys("<Tab>").to("show").keys("<Enter><C-q>");
    assert!(stage.effects.contains(&Effect::Quit));
}

/// After the spread was shown, the page is the same vote still: nobody counts hands, and who came late votes like the others.
#[test]
fn a_vote_by_keyboard_stays_one() {
    for shown_once in [true, false] {
        let mut stage = at_vote(true);
        vote(&mut stage, true, "121");
        stage.keys("<Tab>").to("show").keys("<Enter>");
        if !shown_once {
            stage.keys("<Enter>");
        }
        stage.keys("<S-Tab>");
        let text = stage.text();
        assert!(text.contains("De verdeling is al getoond") && text.contains("Mijn stem"), "{text}");
        assert!(
            !text.contains("Tel handen")
                && stage.model.page().row(&RowId::of("option", "surprise-question/nee")).is_none()
        );
        stage.keys("2<Enter>");
        assert_eq!(played(&stage).first.votes("surprise-question"), 4);
        assert!(crate::app::is_masked(&stage.model));
    }
}

/// Whoever votes on where the trainer went on too early shows nothing by a number and Enter.
#[test]
fn a_number_shows_no_spread() {
    for number in ["1", "2", "3"] {
        let mut stage = at_vote(true);
        vote(&mut stage, true, "1212");
        stage.keys("<Tab>");
        assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Spread(false)));
        stage.keys(number).keys("<Enter>");
        assert!(!stage.text().contains('█') && !played(&stage).first.shown, "{number} {}", stage.text());
    }
}
