//! Votes while the keyboard goes round: whoever looks on sees that somebody chose, and never what.

use super::Stage;
use super::session::{begun, on_to};
use crate::app::{ScenePage, Screen, is_masked};
use crate::meeting::Round;

/// At the first vote of mevrouw A., with so many people, while the keyboard goes round.
fn voting(people: &str, width: u16, height: u16) -> Stage {
    let mut stage = begun("mevrouw-a", true, width, height);
    stage.to("people:nurses").keys(people).to("begin").keys("<Enter><Tab>").to("mask").keys("<Enter>");
    assert!(is_masked(&stage.model));
    stage
}

fn round(stage: &Stage) -> Round {
    stage.meeting().session.as_ref().unwrap().scenes.values().next().unwrap().first.clone()
}

/// Every picture that a voter makes is the same, whatever is chosen and by whichever keys.
#[test]
fn what_somebody_chooses_changes_nothing_on_the_screen() {
    for (width, height) in [(60, 18), (80, 24)] {
        let pictures = |keys: &[&str]| {
            let mut stage = voting("4", width, height);
            let picture = |stage: &Stage| (stage.picture(), stage.focus());
            let mut seen = vec![picture(&stage)];
            for key in keys {
                stage.keys(key);
                seen.push(picture(&stage));
            }
            let votes =
                ["nee", "ja", "ken-niet"].map(|option| round(&stage).count("surprise-question", option));
            (seen, votes)
        };
        let (first, votes) = pictures(&["1", "<Enter>"]);
        assert_eq!(votes.iter().sum::<u32>(), 1);
        assert!(first[0].0.contains("Typ het nummer van uw keuze"), "{}", first[0].0);
        assert!(first[1].0.contains("• gekozen, Enter bevestigt"), "{}", first[1].0);
        assert!(
            !first[2].0.contains("• gekozen") && first[2].0.contains("1 stem, 4 mensen"),
            "{}",
            first[2].0
        );
        let mut all = vec![votes];
        for keys in [["2", "<Enter>"], ["3", "<Enter>"], ["<Right>", "<Enter>"]] {
            let (seen, votes) = pictures(&keys);
            assert_eq!(seen, first, "{keys:?}");
            all.push(votes);
        }
        // Each was another vote, and the arrow is the first number.
        assert_eq!(all[3], all[0]);
        assert!(all[0] != all[1] && all[1] != all[2], "{all:?}");
        // By arrows alone: as often as the number says, and no more shows than after the first.
        let (seen, votes) = pictures(&["<Right>", "<Right>", "<Right>", "<Left>", "<Enter>"]);
        assert!(seen[1..5].iter().all(|picture| *picture == first[1]), "{width}");
        assert_eq!(votes, all[1]);
        // Oftener than there are choices is refused as such a number is, and the screen does not tell before Enter.
        let (seen, votes) = pictures(&["<Right>", "<Right>", "<Right>", "<Right>", "<Enter>"]);
        assert!(seen[1..5].iter().all(|picture| *picture == first[1]), "{width}");
        assert!(seen[5].0.contains("Typ een nummer van 1 tot en met 3"), "{}", seen[5].0);
        assert_eq!(votes, [0, 0, 0]);
    }
}

#[test]
fn nothing_is_counted_that_nobody_chose() {
    let mut stage = voting("4", 80, 24);
    let before = stage.meeting().clone();
    for keys in ["<Enter>", "<Enter><Enter>", "9", "x", "2<Down><Up><Enter>"] {
        stage.keys(keys);
        assert_eq!(*stage.meeting(), before, "{keys}");
    }
    assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Vote(false)));
    // Who goes elsewhere leaves nothing behind for the next.
    stage.keys("2<Tab><S-Tab><Enter>");
    assert_eq!(stage.meeting().session.as_ref().unwrap().scenes, before.session.as_ref().unwrap().scenes);
}

#[test]
fn a_choice_that_is_not_confirmed_goes_with_a_word() {
    for key in ["<Tab>", "<S-Tab>", "<Esc>", "<F9>", "<Down>"] {
        for (width, height) in [(60, 18), (80, 24)] {
            let mut stage = voting("4", width, height);
            stage.keys("2").keys(key);
            let text = stage.text();
            assert!(text.contains("nog niet bevestigd"), "{key}: {text}");
            let votes =
                ["nee", "ja", "ken-niet"].map(|option| round(&stage).count("surprise-question", option));
            assert_eq!(votes, [0, 0, 0], "{key}");
        }
    }
}

/// Whoever regrets a number takes it back, so that the Enter of somebody else does not count it.
#[test]
fn a_number_that_was_taken_back_is_nobodys_vote() {
    for key in ["<Backspace>", "<Delete>"] {
        let mut stage = voting("4", 60, 18);
        stage.keys("2").keys(key);
        assert!(!stage.text().contains("• gekozen"), "{key}: {}", stage.text());
        stage.keys("<Enter>");
        let votes = ["nee", "ja", "ken-niet"].map(|option| round(&stage).count("surprise-question", option));
        assert_eq!(votes, [0, 0, 0], "{key}");
    }
}

/// Undo takes back what is chosen before it takes back the vote of whoever came before.
#[test]
fn undo_of_a_chosen_number_takes_no_vote_of_somebody_else_back() {
    let mut stage = voting("4", 80, 24);
    stage.keys("1<Enter>").wait(1000);
    stage.keys("2<C-z>");
    let votes = |stage: &Stage| {
        ["nee", "ja", "ken-niet"]
            .map(|option| round(stage).count("surprise-question", option))
            .iter()
            .sum::<u32>()
    };
    assert_eq!(votes(&stage), 1, "{}", stage.text());
    assert!(!stage.text().contains("• gekozen"), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(votes(&stage), 0, "{}", stage.text());
}

#[test]
fn when_all_have_voted_nothing_shows_before_somebody_asks() {
    let mut stage = voting("3", 80, 24);
    stage.keys("1<Enter>2<Enter>2<Enter>");
    let text = stage.text();
    assert!(text.contains("Alle stemmen zijn binnen") && text.contains("3 stemmen, 3 mensen"), "{text}");
    for gone in ["Tellen in plaats van", "2. ", "█"] {
        assert_eq!(text.contains(gone), gone == "2. ", "{gone} {text}");
    }
    // An Enter too many turns no page and shows nothing.
    stage.keys("<Enter><Enter><Enter>");
    assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Vote(false)));
    assert!(is_masked(&stage.model) && !stage.text().contains('█'), "{}", stage.text());
    assert!(!stage.minutes().contains("niet verbazen"), "{}", stage.minutes());
    stage.keys("<Tab>");
    assert!(!stage.text().contains('█'), "{}", stage.text());
    stage.to("show").keys("<Enter>");
    assert!(!is_masked(&stage.model) && stage.text().contains("█ 2"), "{}", stage.text());
    stage.keys("<C-z><C-z><C-z><C-z>");
    assert_eq!(round(&stage).counts.len(), 0);
}

/// Six were counted and eight are there: the last two vote like the others.
#[test]
fn who_was_not_counted_votes_all_the_same() {
    let mut stage = voting("6", 80, 24);
    for voter in 1..=8 {
        stage.keys("2<Enter>");
        assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Vote(false)), "{voter}");
    }
    let text = stage.text();
    assert!(text.contains("8 stemmen, 6 mensen") && text.contains("meer stemmen dan mensen"), "{text}");
    assert_eq!(round(&stage).votes("surprise-question"), 8);
    assert!(is_masked(&stage.model));
}

#[test]
fn taking_back_tells_nobody_what_it_was() {
    let pictures = |number: &str| {
        let mut stage = voting("4", 80, 24);
        let keys = [number, "<Enter>", "<C-z>", "<C-y>"];
        keys.map(|key| (stage.keys(key).picture(), stage.focus()))
    };
    assert_eq!(pictures("1"), pictures("3"));
}

/// What was never shown is there when the session is read again, but for votes of a round that nobody ended.
#[test]
fn a_closed_session_shows_what_was_counted() {
    for (keys, is_shown) in [("7", true), ("<Down>", false)] {
        let mut stage = begun("mevrouw-a", true, 80, 24);
        stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>").keys(keys);
        stage
            .keys("<Esc>")
            .to("close")
            .keys("<Enter>")
            .to("closing")
            .keys("<Enter>")
            .to("continue")
            .keys("<Enter>");
        stage.to("scene:0").keys("<Enter>");
        while *stage.model.screen() != Screen::Scene(0, ScenePage::Spread(false)) {
            stage.keys("<Tab>");
        }
        assert_eq!(stage.text().contains("█ 7"), is_shown, "{}", stage.text());
    }
    let mut stage = voting("8", 80, 24);
    stage
        .keys("2<Enter>")
        .keys("<Esc>")
        .to("close")
        .keys("<Enter>")
        .to("forget:thuiskomst")
        .keys("<Enter>")
        .to("closing")
        .keys("<Enter>")
        .to("continue")
        .keys("<Enter>");
    stage.to("scene:0").keys("<Enter>");
    while *stage.model.screen() != Screen::Scene(0, ScenePage::Spread(false)) {
        stage.keys("<Tab>");
    }
    assert!(!stage.text().contains('█'), "{}", stage.text());
}

/// A spread of no votes shows nothing and is not on record as shown, so that the votes that come are as secret as any.
#[test]
fn a_spread_of_no_votes_is_not_shown_and_tells_of_no_vote_that_comes() {
    for hidden in ["", "<Enter>"] {
        let mut stage = begun("mevrouw-a", true, 80, 24);
        stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab><Tab>");
        stage.to("show").keys("<Enter>").keys(hidden);
        let notice = stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
        assert!(notice.contains("niets te tonen") && !stage.text().contains("█"), "{notice}");
        assert!(stage.meeting().session.as_ref().unwrap().scenes.is_empty(), "nothing is recorded");
        stage.keys("<S-Tab>").to("mask").keys("<Enter>");
        assert!(!stage.text().contains("al getoond"), "{}", stage.text());
        stage.keys("1<Enter>");
        let session = stage.meeting().session.clone().unwrap();
        assert!(session.hides_votes() && round(&stage).votes("surprise-question") == 1);
        stage.keys("<Tab>");
        assert!(!stage.text().contains('█'), "{}", stage.text());
    }
    // Nor does a record that says that it was shown, or shown and hidden again.
    for covered in [false, true] {
        let mut stage = voting("8", 80, 24);
        let open = stage.model.open.as_mut().unwrap();
        let session = std::sync::Arc::make_mut(&mut open.record).session.as_mut().unwrap();
        let played = session.scenes.values_mut().next().unwrap();
        (played.first.shown, played.first.covered) = (true, covered);
        stage.keys("1<Enter>");
        assert!(stage.meeting().session.as_ref().unwrap().hides_votes(), "{covered}");
    }
}

/// The order is that of who is there; and who votes after somebody is of the same profession, until all of it voted.
#[test]
fn one_profession_votes_after_the_other() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:doctors").keys("5").to("people:nurses").keys("5").to("begin").keys("<Enter><Tab>");
    stage.to("mask").keys("<Enter>").to("apart").keys("<Enter>");
    let doctors = "vote:surprise-question/doctors";
    let nurses = "vote:surprise-question/nurses";
    assert!(stage.model.page().rows().next().unwrap().id.as_str() == doctors, "{}", stage.text());
    stage.to(nurses).keys("1<Enter>");
    assert_eq!(stage.focus(), nurses);
    stage.keys("2<Enter><C-z>");
    assert_eq!(stage.focus(), nurses);
    stage.keys("2<Enter>1<Enter>1<Enter>1<Enter>");
    assert_eq!(stage.focus(), doctors);
    stage.keys("1<Enter>");
    let votes = [crate::checklist::Level::Nurses, crate::checklist::Level::Doctors]
        .map(|of| round(&stage).votes_of("surprise-question", Some(of)));
    assert_eq!(votes, [5, 1]);
}

/// Whoever leaves a scene for the next one finds the next one in the list.
#[test]
fn the_list_of_scenes_stands_at_the_scene_that_was_left() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8<Esc>").to("scene:0").keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(1, ScenePage::Story));
    stage.keys("<Esc>");
    assert_eq!(stage.focus(), "scene:1");
}

/// What undo took back is told of the round that it was about, also where the other one is in sight.
#[test]
fn votes_that_were_kept_are_called_so_by_undo() {
    let mut stage = voting("2", 80, 24);
    stage.keys("1<Enter>2<Enter><Tab>").to("show").keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Vote(true)));
    stage.keys("1<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Outcome));
    stage.to("keep:thuiskomst").keys("<Enter><C-z>");
    let notice = stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    assert!(notice.contains(crate::words::Language::Dutch.changed_kept()), "{notice}");
}
