//! A scenario that stood: confirmed, changed and taken away as a whole, on the screen and in the minutes.

use super::Stage;
use super::register::{day, earlier, id, stamp};
use super::standing::patient;
use crate::app::Screen;
use crate::meeting::{Answer, Given, NonAnswer, QuestionKey};

fn part(item: &str, number: u32) -> QuestionKey {
    QuestionKey::repeated(&"kort".into(), &item.into(), &[number])
}

fn text(words: &str) -> Given {
    Given::Text(words.to_owned())
}

/// The second meeting of a patient of whom two scenarios stand, each with a plan.
pub fn at_scenarios() -> Stage {
    let mut stage = Stage::new(80, 24);
    stage.earlier = earlier();
    let first = &mut stage.earlier[0].reviews[0];
    first.repeats.insert(QuestionKey::new(&"kort".into(), &"scenarios".into()), vec![1, 2]);
    let said = [
        (part("scenario", 1), "longontsteking"),
        (part("scenario-plan", 1), "thuis behandelen"),
        (part("scenario", 2), "dochter valt uit"),
        (part("scenario-plan", 2), "hospice bellen"),
    ];
    for (key, words) in said {
        first.answers.insert(key, Answer::given(text(words), stamp(day(9, 13))));
    }
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage
}

fn given(stage: &Stage, key: &QuestionKey) -> Option<Given> {
    stage.meeting().review(patient()).unwrap().answers.get(key).and_then(|answer| answer.given.clone())
}

fn minutes(stage: &Stage) -> String {
    stage.minutes().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn who_confirms_a_plan_confirms_nothing_above_it() {
    let mut stage = at_scenarios();
    let before = stage.meeting().clone();
    stage.to("still-holds:kort/scenario-plan@2").keys("<Enter>");
    assert_eq!(given(&stage, &part("scenario-plan", 2)), Some(text("hospice bellen")));
    assert_eq!(given(&stage, &part("scenario", 2)), None, "nobody said that it is still expected");
    assert_eq!(stage.focus(), "still-holds:kort/scenario-plan@2", "the cursor stays");
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before, "one entry");
}

#[test]
fn who_confirms_a_scenario_confirms_what_lies_under_it() {
    let mut stage = at_scenarios();
    let before = stage.meeting().clone();
    stage.to("still-holds:kort/scenario@2").keys("<Enter>");
    assert_eq!(given(&stage, &part("scenario", 2)), Some(text("dochter valt uit")));
    assert_eq!(given(&stage, &part("scenario-plan", 2)), Some(text("hospice bellen")));
    assert_eq!(given(&stage, &part("scenario", 1)), None, "the other scenario is another");
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before, "one entry");
}

/// A plan belongs to its scenario: under another one it is an order that nobody gave.
#[test]
fn the_plan_of_a_scenario_is_not_that_of_the_one_that_takes_its_place() {
    let mut stage = at_scenarios();
    let before = stage.meeting().clone();
    stage.to("answer:kort/scenario@1").keys("Hartfalen");
    let gone = Some(Given::Not(NonAnswer::NoLonger));
    assert_eq!(given(&stage, &part("scenario-plan", 1)), gone);
    assert_eq!(given(&stage, &part("scenario-plan", 2)), None, "the other scenario is another");
    let read = minutes(&stage);
    assert!(read.contains("Hartfalen") && read.contains("was thuis behandelen"), "{read}");
    let shown = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("hoorde bij: longontsteking; was thuis behandelen"), "{shown}");
    assert!(!shown.contains("vandaag bevestigd"), "{shown}");
    stage.to("no-longer:kort/scenario-plan@1").keys("<Enter>");
    assert_eq!(given(&stage, &part("scenario-plan", 1)), gone, "it is not left to stand under the other");
    stage.to("still-holds:kort/scenario-plan@1").keys("<Enter>");
    assert_eq!(given(&stage, &part("scenario-plan", 1)), Some(text("thuis behandelen")), "on purpose");
    stage.keys("<C-z><C-z>");
    assert_eq!(*stage.meeting(), before, "what was taken back along comes back with the words");
}

/// Whoever empties the new text again, or had confirmed the plan before, finds nothing said that nobody said.
#[test]
fn a_scenario_that_was_not_replaced_after_all_has_its_plan_again() {
    let mut stage = at_scenarios();
    stage.to("answer:kort/scenario@1").keys("x<Backspace>");
    assert_eq!(given(&stage, &part("scenario", 1)), None);
    assert_eq!(given(&stage, &part("scenario-plan", 1)), None);
    stage.to("still-holds:kort/scenario-plan@1").keys("<Enter>");
    stage.to("answer:kort/scenario@1").keys("Benauwd");
    assert_eq!(given(&stage, &part("scenario-plan", 1)), Some(Given::Not(NonAnswer::NoLonger)));
}

/// Who mends a typing error says nothing else of what is expected: the plan stays what it was, and asks nothing.
#[test]
fn a_typing_error_that_is_mended_leaves_the_plan_with_its_scenario() {
    for mended in ["Longontsteking.", "longontstekking", "Longonsteking"] {
        let mut stage = at_scenarios();
        stage.to("answer:kort/scenario@1").keys(mended);
        assert_eq!(given(&stage, &part("scenario", 1)), Some(text(mended)));
        assert_eq!(
            given(&stage, &part("scenario-plan", 1)),
            None,
            "{mended}: it stands, and nobody confirmed it"
        );
        let shown = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!shown.contains("hoorde bij"), "{mended}: {shown}");
        assert!(shown.contains("Geldt nog: thuis behandelen"), "{mended}: {shown}");
        stage.keys(" links");
        assert_eq!(
            given(&stage, &part("scenario-plan", 1)),
            Some(Given::Not(NonAnswer::NoLonger)),
            "{mended}"
        );
    }
}

/// Who says what is to be done says nothing of whether it is still expected; but who reads has to know of what it is said.
#[test]
fn another_plan_confirms_no_scenario_and_says_of_which_it_is() {
    for new in [false, true] {
        let mut stage = at_scenarios();
        if new {
            stage.earlier[0].reviews[0].answers.remove(&part("scenario-plan", 1));
            stage.ask_register();
        }
        let before = stage.meeting().clone();
        stage.to("answer:kort/scenario-plan@1").keys("Ziekenhuis");
        assert_eq!(given(&stage, &part("scenario", 1)), None, "nobody said that it is still expected");
        let read = minutes(&stage);
        assert!(read.contains("Wat doen we dan bij \"longontsteking\": Ziekenhuis"), "{read}");
        assert_eq!(read.contains("was thuis behandelen"), !new, "{read}");
        stage.keys("<C-z>");
        assert_eq!(*stage.meeting(), before, "taken back whole");
        stage.to("answer:kort/scenario-plan@1").keys("Z<Backspace>");
        assert!(!minutes(&stage).contains("longontsteking"), "{}", minutes(&stage));
        // With its scenario it stands under that.
        stage
            .to("answer:kort/scenario-plan@1")
            .keys("Ziekenhuis")
            .to("still-holds:kort/scenario@1")
            .keys("<Enter>");
        let read = minutes(&stage);
        assert!(
            read.contains("Verwacht scenario: longontsteking") && !read.contains("bij \"longontsteking"),
            "{read}"
        );
    }
}

#[test]
fn a_plan_that_is_confirmed_alone_says_of_which_scenario_it_is() {
    let mut stage = at_scenarios();
    stage.to("still-holds:kort/scenario-plan@2").keys("<Enter>");
    let read = minutes(&stage);
    assert!(read.contains("Wat doen we dan bij \"dochter valt uit\": hospice bellen"), "{read}");
    stage.keys("<F5>");
    let shown = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("bij \"dochter valt uit\""), "{shown}");
}

#[test]
fn a_scenario_that_no_longer_holds_takes_its_plan_along() {
    let mut stage = at_scenarios();
    stage.to("no-longer:kort/scenario@1").keys("<Enter>");
    let gone = Some(Given::Not(NonAnswer::NoLonger));
    assert_eq!(given(&stage, &part("scenario", 1)), gone);
    assert_eq!(given(&stage, &part("scenario-plan", 1)), gone);
    assert_eq!(given(&stage, &part("scenario", 2)), None);
}

#[test]
fn a_scenario_that_was_taken_away_is_said_in_the_minutes_and_on_the_overview() {
    let mut stage = at_scenarios();
    stage.to("remove-time:kort/scenarios=2").keys("<Enter>");
    assert_eq!(stage.focus(), "minutes", "the cursor stays at the end");
    let read = minutes(&stage);
    assert!(read.contains("Verwacht scenario: vervallen: dochter valt uit; hospice bellen"), "{read}");
    stage.keys("<F5>");
    let shown = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("vervallen: dochter valt uit; hospice bellen"), "{shown}");
    assert_eq!(shown.matches("dochter valt uit").count(), 1, "{shown}");
}

#[test]
fn enter_on_a_row_of_the_overview_lands_at_that_answer() {
    let mut stage = at_scenarios();
    stage.keys("<F5>").to("earlier:kort/scenario-plan@2").keys("<Enter>");
    assert!(matches!(stage.model.screen(), Screen::Step { .. }), "{:?}", stage.model.screen());
    assert!(stage.focus().ends_with(":kort/scenario-plan@2"), "{}", stage.focus());
    stage.keys("<Esc>").to("earlier:kort/kleur").keys("<Enter>");
    assert!(stage.focus().contains(":kort/kleur"), "{}", stage.focus());
}

/// Whoever asks for one more and presses Enter again is in it, and takes nothing of another away.
#[test]
fn one_more_scenario_is_where_the_cursor_goes() {
    let mut stage = at_scenarios();
    stage.to("add-time:kort/scenarios").keys("<Enter>");
    assert_eq!(stage.focus(), "answer:kort/scenario@3");
    assert!(stage.layout().rows.iter().any(|row| Some(&row.id) == stage.layout().focus.as_ref()));
    stage.keys("<Enter><Enter>");
    assert_eq!(given(&stage, &part("scenario", 1)), None);
    let removed = |number| given(&stage, &part("scenario", number)) == Some(Given::Not(NonAnswer::NoLonger));
    assert!(!removed(1) && !removed(2));
}

/// What is read together stands together: no row that takes one away, and none of what stands from an earlier time, comes between one
/// scenario and the next.
#[test]
fn nothing_stands_between_one_scenario_and_the_next() {
    let mut stage = at_scenarios();
    for (item, words) in [("scenario", "hartfalen"), ("scenario-plan", "cardioloog bellen")] {
        for number in [1, 2] {
            stage.to(&format!("answer:kort/{item}@{number}")).keys("<C-a>").keys(words);
        }
    }
    stage.keys("<Esc><Enter>");
    let rows: Vec<String> = stage.model.page().rows().map(|row| row.id.as_str().to_owned()).collect();
    let at = |wanted: &str| {
        rows.iter().position(|row| row == wanted).unwrap_or_else(|| panic!("{wanted}: {rows:?}"))
    };
    let first = at("answer:kort/scenario@1");
    let together = ["answer:kort/scenario@1", "answer:kort/scenario-plan@1", "answer:kort/scenario@2"];
    assert_eq!(rows.get(first..first + together.len()).unwrap(), together, "{rows:?}");
    assert!(at("remove-time:kort/scenarios=1") > at("finish"), "{rows:?}");
}
