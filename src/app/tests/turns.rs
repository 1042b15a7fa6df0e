//! Keys by turns and keys without a meaning: Tab and Enter pressed without looking, letters with Alt, and whatever else comes.

use super::Stage;
use super::led::only_leads;
use super::tour::{midway, screens};
use crate::app::page::Mark;
use crate::app::{Msg, Screen, pages};
use crate::text::Command;
use crate::words::Language;

const NL: Language = Language::Dutch;

fn said(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

/// From every row of every screen that leads somewhere: Tab and Enter by turns name nobody and choose nothing there.
#[test]
fn tab_and_enter_by_turns_choose_nothing() {
    let mut refused = 0;
    for (name, stage) in screens(NL, 80, 24) {
        for row in pages::page(&stage.model).rows() {
            let mut stage = stage.clone();
            stage.send(Msg::Focus(row.id.clone()));
            let screen = stage.model.screen().clone();
            stage.keys("<Enter>");
            let came_to = stage.model.screen().clone();
            if came_to == screen || !stage.model.after_enter {
                continue;
            }
            for turn in 0..12 {
                // A session is played with these two keys.
                if stage.model.record().is_some_and(|record| record.session.is_some()) {
                    break;
                }
                let had = stage.model.open.as_ref().map(|open| open.history.newest().cloned());
                let (at, on) = (stage.focus(), stage.model.screen().clone());
                // On what is drawn as chosen Enter may say that in the record too.
                let is_chosen = stage.model.focused().is_some_and(|row| row.mark == Mark::Chosen);
                stage.keys(if turn % 2 == 0 { "<Tab>" } else { "<Enter>" });
                let open = stage
                    .model
                    .open
                    .as_ref()
                    .filter(|open| had.as_ref() != Some(&open.history.newest().cloned()));
                for change in
                    open.and_then(|open| open.history.newest()).iter().flat_map(|entry| &entry.changes)
                {
                    assert!(
                        only_leads(change) || is_chosen,
                        "{name} {}, turn {turn} at {on:?} {at}: {change:?}",
                        row.id.as_str()
                    );
                }
                refused += usize::from(said(&stage) == NL.choose_first());
            }
        }
    }
    assert!(refused > 50, "{refused}");
}

/// Tab and then a space means the row, as an arrow and Enter does.
#[test]
fn who_means_a_row_is_heard() {
    for keys in ["<Tab><Space>", "<Down><Enter>", "<Tab><Down><Up><Enter>"] {
        let mut stage = midway(NL, 80, 24);
        let (patient, agreement) = {
            let review = &stage.meeting().reviews[0];
            (review.patient, review.agreements[1].id)
        };
        stage.model.path.go(&Screen::Agreement(patient, agreement));
        stage.to("told-by").keys("<Enter>");
        let before = stage.meeting().clone();
        stage.keys(keys);
        assert_ne!(*stage.meeting(), before, "{keys}\n{}", stage.text());
    }
}

/// On every row of every screen a letter with Alt goes nowhere, types nothing and records nothing, and says so.
#[test]
fn a_letter_with_alt_does_nothing_anywhere() {
    for (name, stage) in screens(NL, 80, 24) {
        for row in pages::page(&stage.model).rows() {
            let mut stage = stage.clone();
            stage.send(Msg::Focus(row.id.clone()));
            let (path, record) = (stage.model.path.clone(), stage.meeting_or_none());
            for keys in ["<A-q>", "<A-1>", "<A-é>", "<A-Up>", "<A-Left>", "<A-F1>", "<A-Esc>"] {
                stage.keys(keys);
                assert_eq!(stage.model.path, path, "{name} {} {keys}", row.id.as_str());
                assert_eq!(stage.meeting_or_none(), record, "{name} {} {keys}", row.id.as_str());
            }
            let locked = matches!(stage.model.screen(), Screen::Locked | Screen::FirstUse(_));
            assert!(locked || said(&stage) == NL.alt_means_nothing(), "{name} {}", row.id.as_str());
        }
    }
}

/// Somebody of a name that is there already is told of, however it is written.
#[test]
fn a_participant_twice_is_told_of() {
    let add = |typed: &str| {
        let mut stage = midway(NL, 80, 24);
        stage.model.path.go(&Screen::MeetingDetails);
        stage.to("add-participant").keys("<Enter>");
        stage.send(Msg::Type(Command::InsertText(typed.into())));
        stage.keys("<Down>");
        stage
    };
    let first = midway(NL, 80, 24).meeting().participants[0].name.clone();
    let (plain, spaced) = (first.replace('.', ""), first.replace(' ', "\u{A0} "));
    for typed in [first.clone(), first.to_lowercase(), first.to_uppercase(), plain, spaced] {
        let stage = add(&typed);
        assert!(said(&stage).starts_with("Er is al een deelnemer"), "{typed:?}: {}", said(&stage));
        assert!(said(&stage).contains(&first), "{typed:?}: {}", said(&stage));
    }
    for other in ["Z. Andere", "", "  "] {
        assert!(!said(&add(other)).starts_with("Er is al"), "{other:?}");
    }
}

/// Enter on the kind that is chosen already goes on, and says that it was.
#[test]
fn enter_on_the_kind_that_is_chosen_goes_on() {
    let mut stage = midway(NL, 80, 24);
    stage.model.path.go(&Screen::MeetingDetails);
    let before = stage.meeting().clone();
    stage.to("kind:patz").keys("<Enter>");
    assert_eq!((stage.focus(), said(&stage).as_str()), ("to-agenda".to_owned(), NL.chosen_already()));
    assert_eq!(*stage.meeting(), before);
    stage.keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    // Where nobody takes part yet, that comes next.
    let mut stage = Stage::new(80, 24);
    stage.to("new").keys("<Enter>").to("kind:patz").keys("<Enter>");
    assert_eq!(stage.focus(), "add-participant");
}

/// One agreement after the other looks the same on the screen: whoever typed is told that it was kept.
#[test]
fn an_agreement_that_follows_another_says_that_the_first_was_kept() {
    let mut stage = midway(NL, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.open(Screen::Patient(patient));
    stage.keys("<F4>dochter bellen<F4>");
    assert_eq!(said(&stage), NL.agreement_stands_next("dochter bellen"));
    assert_eq!(stage.focus(), "what");
}

/// Numbers that look random and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

/// From every screen a walk of keys and pastes without sense: nothing breaks, what is drawn fits, letters with Alt do nothing, and
/// undo brings back what there was as far as it goes.
#[test]
fn a_walk_of_keys_without_sense_breaks_nothing() {
    const KEYS: [&str; 40] = [
        "<Enter>",
        "<Enter>",
        "<Enter>",
        "<Tab>",
        "<S-Tab>",
        "<Space>",
        "<Up>",
        "<Down>",
        "<Down>",
        "<Left>",
        "<Right>",
        "<Esc>",
        "<PageUp>",
        "<PageDown>",
        "<Home>",
        "<End>",
        "<F1>",
        "<F2>",
        "<F3>",
        "<F4>",
        "<F5>",
        "<F6>",
        "<F9>",
        "<F12>",
        "<C-z>",
        "<C-y>",
        "<C-f>",
        "<C-p>",
        "<C-r>",
        "<C-n>",
        "<A-q>",
        "<A-Enter>",
        "<A-Up>",
        "<A-Backspace>",
        "<Backspace>",
        "<C-Up>",
        "a",
        "moe<Space>",
        "4",
        "z",
    ];
    const PASTES: [&str; 6] =
        ["\u{301}een\n\u{301}", "a\u{8}b", "", "\n\n", "\u{1b}[200~x", "zij is moe en wil naar huis"];
    for (number, (name, stage)) in screens(NL, 80, 24).into_iter().enumerate() {
        let mut chance = Chance(u64::try_from(number).unwrap());
        let mut stage = stage.clone();
        let mut pressed = String::new();
        for _ in 0..60 {
            let key = KEYS[chance.below(KEYS.len())];
            pressed.push_str(key);
            let (path, record) = (stage.model.path.clone(), stage.meeting_or_none());
            stage.keys(key);
            if key == "<A-q>" {
                assert_eq!(
                    (&stage.model.path, stage.meeting_or_none()),
                    (&path, record),
                    "{name}: {pressed}"
                );
            }
            if chance.below(12) == 0 {
                stage.send(Msg::Type(Command::InsertText(PASTES[chance.below(PASTES.len())].into())));
            }
            assert!(!stage.text().contains("<U+0301>"), "{name}: {pressed}\n{}", stage.text());
        }
    }
}

/// Undoing a line or a space of which nothing can be seen names it, and shows no empty quotes.
#[test]
fn undoing_a_blank_line_names_it() {
    for (typed, wanted) in [("<Enter>", "de lege regel"), ("<End> ", "de spatie")] {
        let mut stage = midway(NL, 80, 24);
        let patient = stage.meeting().reviews[0].patient;
        stage.model.path.go(&Screen::Meeting);
        stage.model.path.open(Screen::Notes(patient));
        stage.keys("een<Esc>");
        stage.model.path.open(Screen::Notes(patient));
        stage.keys(typed).keys("<C-z>");
        assert!(said(&stage).contains(wanted), "{}", said(&stage));
        assert!(!said(&stage).contains("\"\""), "{}", said(&stage));
    }
}
