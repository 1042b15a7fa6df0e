//! What one message costs: the page is made and laid out at most once, and not at all where nothing changes.

use std::sync::Arc;

use super::Stage;
use super::register::id;
use super::tour::{midway, screens};
use crate::app::page::{Block, Screen};
use crate::app::pictured::{Made, made};
use crate::app::{Effect, Msg, RowsFor, intent, pages, update};
use crate::meeting::{Meeting, PatientId, Register, Review, formed};
use crate::words::Language;

/// Keys that do something somewhere: moving, typing, choosing, going on and back.
const KEYS: [&str; 18] = [
    "<Down>",
    "<Up>",
    "<Left>",
    "<Right>",
    "<PageDown>",
    "<PageUp>",
    "<Home>",
    "<End>",
    "<Tab>",
    "<S-Tab>",
    "x",
    "<Space>",
    "<Backspace>",
    "<Enter>",
    "<F1>",
    "<C-z>",
    "<C-y>",
    "<Esc>",
];

/// What is made for one message and for showing what comes of it.
fn price(stage: &mut Stage, msg: Msg) -> (Made, Vec<Effect>) {
    let _ = stage.model.layout();
    let before = made(|_| ());
    let effects = update(&mut stage.model, stage.now, msg);
    let _ = stage.model.layout();
    let after = made(|_| ());
    let made = Made {
        pages: after.pages - before.pages,
        contents: after.contents - before.contents,
        previews: after.previews - before.previews,
    };
    (made, effects)
}

#[test]
fn a_message_makes_one_page_and_lays_it_out_once() {
    let mut dear = Vec::new();
    let wide = screens(Language::Dutch, 120, 40).into_iter();
    let wide = wide.filter(|(_, stage)| stage.model.page().has_pane).map(|(name, stage)| (name, stage, true));
    let narrow = screens(Language::Dutch, 80, 24).into_iter().map(|(name, stage)| (name, stage, false));
    let mut panes = 0;
    for (name, stage, is_wide) in narrow.chain(wide) {
        for notation in KEYS {
            let mut stage = stage.clone();
            for key in super::stage::parse(notation) {
                let Some(msg) = intent(&stage.model, key) else { continue };
                let said = format!("{msg:?}");
                let (made, _) = price(&mut stage, msg);
                stage.model.assert_true();
                panes += made.previews;
                assert!(is_wide || made.previews == 0, "{name}: a pane for which there is no room");
                if made.pages > 1 || made.contents > 1 || made.previews > made.contents {
                    dear.push(format!("{name} {notation} {said}: {made:?}"));
                }
            }
        }
    }
    assert!(dear.is_empty(), "{dear:#?}");
    assert!(panes > 30, "panes were made: {panes}");
}

#[test]
fn what_is_kept_of_a_picture_is_true_after_any_keys() {
    let mut stage = midway(Language::Dutch, 80, 24);
    // A fixed walk: the next key follows from the one before, in steps that visit all of them in ever another order.
    let mut at = 1_usize;
    for step in 0..400 {
        at = (at * 31 + step) % 9_973;
        stage.keys(KEYS[at % KEYS.len()]);
        stage.wait(i64::try_from(at % 700).unwrap());
        stage.model.assert_true();
        let _ = stage.model.layout();
    }
}

#[test]
fn a_letter_in_the_notes_on_a_patient_lays_out_the_notes_and_makes_no_page() {
    let (_, mut stage) =
        screens(Language::Dutch, 80, 24).into_iter().find(|(name, _)| name == "patient").unwrap();
    stage.to("notes").keys("een");
    let mut pages = Vec::new();
    for key in ["x", " ", "y", "<Backspace>", "<Enter>", "<C-z>", "7"] {
        for key in super::stage::parse(key) {
            let msg = intent(&stage.model, key).unwrap();
            let (made, _) = price(&mut stage, msg);
            stage.model.assert_true();
            assert!(made.contents == 1, "{key:?}: {made:?}");
            pages.push(made.pages);
        }
    }
    assert_eq!(pages, [0, 0, 0, 0, 0, 1, 0]);
}

#[test]
fn a_save_makes_and_lays_out_no_page_of_a_patient_anew() {
    let mut stages = screens(Language::Dutch, 80, 24);
    let mut seen = 0;
    for (name, stage) in &mut stages {
        if !stage.model.screen().is_untold_of_saving() || stage.model.record().is_none() {
            continue;
        }
        let id = stage.model.record().unwrap().id;
        let revision = stage.model.open.as_ref().unwrap().saving.revision;
        // Also of what was there before something else was done.
        for revision in [revision.saturating_sub(1), revision] {
            let (made, _) = price(stage, Msg::Saved(id, revision));
            stage.model.assert_true();
            assert_eq!((made.pages, made.contents), (0, 0), "{name}: {made:?}");
        }
        seen += 1;
    }
    assert!(seen > 2, "pages of patients: {seen}");
}

#[test]
fn a_long_list_is_made_into_rows_once() {
    let mut stage = super::register::at_agenda();
    let is_at_hand = |stage: &Stage| {
        let on_page = stage.model.page().blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            _ => None,
        });
        let at_hand = pages::prepared::register(&stage.model).map(|sheet| sheet.found(""));
        Arc::ptr_eq(&on_page.unwrap(), &at_hand.unwrap())
    };
    stage.model.path.go(&Screen::Register);
    stage.read_what_is_shown();
    assert!(is_at_hand(&stage), "when it was read");
    stage.to("order").keys("<Right>");
    assert!(is_at_hand(&stage), "in another order");
    stage.to("patient").keys("<Enter><Esc>");
    assert_eq!(*stage.model.screen(), Screen::Register);
    assert!(is_at_hand(&stage), "when somebody comes back");
}

#[test]
fn an_arrow_on_a_course_makes_nothing_of_it_anew() {
    let mut seen = 0;
    for (name, stage) in screens(Language::Dutch, 80, 24) {
        let Screen::Course(patient) = *stage.model.screen() else { continue };
        let mut stage = stage.clone();
        stage.send(Msg::Woke);
        let before = pages::prepared::course(&stage.model, patient);
        let is_made =
            stage.model.prepared.course.as_ref().is_some_and(|(_, page)| Arc::ptr_eq(page, &before));
        assert!(is_made, "{name}: nothing is at hand");
        for notation in ["<Down>", "<Down>", "<PageDown>", "<PageUp>", "<Up>", "<End>", "<Home>"] {
            let key = super::stage::parse(notation)[0];
            let msg = intent(&stage.model, key).unwrap();
            let (made, _) = price(&mut stage, msg);
            assert_eq!(made.pages, 0, "{name} {notation}");
            assert!(
                Arc::ptr_eq(&before, &pages::prepared::course(&stage.model, patient)),
                "{name} {notation}"
            );
            stage.model.assert_true();
        }
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn an_arrow_in_a_table_lays_out_the_two_rows_that_it_changes() {
    let mut stage = Stage::new(80, 24);
    stage.earlier = super::register::earlier();
    stage.model.path.go(&Screen::Register);
    stage.read_what_is_shown();
    stage.to("patient");
    let before = stage.model.layout();
    stage.keys("<Down>");
    let after = stage.model.layout();
    let is_row = |line: &&crate::app::Line| line.pieces.iter().any(|piece| piece.text.contains("Fictief"));
    let is_new = |line: &&crate::app::Line| {
        !before.lines.iter().any(|known| known.pieces.is_shared_with(&line.pieces))
    };
    assert_eq!(after.lines.iter().filter(is_row).count(), 4);
    assert_eq!(after.lines.iter().filter(is_row).filter(is_new).count(), 2);
}

#[test]
fn a_save_of_a_meeting_makes_nothing_of_the_list_of_meetings() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Meetings);
    stage.send(Msg::Woke);
    let table = |stage: &Stage| stage.model.prepared.meetings.as_ref().map(|(_, sheet)| sheet.found(""));
    let before = table(&stage).expect("the list is at hand");
    stage.model.path.back();
    stage.model.listed.as_mut().unwrap().revision += 1;
    stage.send(Msg::Woke);
    assert!(Arc::ptr_eq(&before, &table(&stage).unwrap()), "made where nobody sees it");
    stage.model.path.go(&Screen::Meetings);
    stage.send(Msg::Woke);
    assert!(!Arc::ptr_eq(&before, &table(&stage).unwrap()), "an old list is shown");
}

#[test]
fn what_was_read_before_makes_nothing_new_of_tables() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Register);
    stage.read_what_is_shown();
    let table = |stage: &Stage| pages::prepared::register(&stage.model).map(|sheet| sheet.found(""));
    let before = table(&stage).unwrap();
    stage.read_what_is_shown();
    assert!(Arc::ptr_eq(&before, &table(&stage).unwrap()));
    // And what is new does.
    let nobody: &[Meeting] = &[];
    let mut other = Register::of(&crate::meeting::Viewpoint::whole(stage.now.date()), nobody);
    other.caveats.unread = 1;
    stage.send(Msg::Register(other.into()));
    assert!(!Arc::ptr_eq(&before, &table(&stage).unwrap()));
}

#[test]
fn rows_that_come_with_a_register_are_shown_and_stay_until_something_differs() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.earlier = super::register::earlier();
    stage.model.path.go(&Screen::Register);
    let table = |stage: &Stage| pages::prepared::register(&stage.model).unwrap().found("");
    let whole = crate::meeting::Viewpoint::whole(stage.now.date());
    let come = |stage: &mut Stage, unread, rows: RowsFor| {
        let mut read = Register::of(&whole, &stage.earlier);
        read.caveats.unread = unread;
        let (read, ready) = rows.rows(read.into());
        let ready = ready.unwrap();
        let made = ready.sheet.found("");
        stage.model.have_ready(ready);
        stage.send(Msg::Register(read));
        made
    };
    let rows = RowsFor::now(&stage.model).unwrap();
    let made = come(&mut stage, 1, rows.clone());
    assert!(!made.is_empty(), "nobody is in the register");
    assert!(Arc::ptr_eq(&made, &table(&stage)));
    stage.model.prepared.register = None;
    assert_eq!(*made, *table(&stage), "they are what would be made here");
    let made = come(&mut stage, 2, rows.clone());
    // Whoever comes back finds them.
    stage.model.path.go(&Screen::Settings);
    stage.send(Msg::Woke);
    stage.model.path.go(&Screen::Register);
    stage.send(Msg::Woke);
    assert!(Arc::ptr_eq(&made, &table(&stage)));
    // The same once more is known where it is read, and costs the loop nothing.
    let known = stage.model.known.clone().unwrap();
    let (same, none) = RowsFor::now(&stage.model).unwrap().rows(Arc::new(Register::clone(&known)));
    assert!(Arc::ptr_eq(&same, &known) && none.is_none());
    // What was made for another selection is left.
    stage.model.selection.group = Some("een andere groep".to_owned());
    come(&mut stage, 3, rows);
    assert!(table(&stage).is_empty());
}

#[test]
fn a_letter_of_a_label_is_compared_with_those_who_are_known_and_they_are_not_compared_anew() {
    let mut counts = Vec::new();
    for many in [10, 400] {
        let mut stage = Stage::new(80, 24);
        stage.earlier = super::register::earlier();
        for number in 0..many {
            let mut review = Review::new(PatientId(id(1_000 + number)));
            review.label = format!("Fictief {number}.");
            stage.earlier[0].reviews.push(review.into());
        }
        stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
        stage.model.path.go(&Screen::AddPatient);
        stage.to("new").keys("<Enter>");
        assert_eq!(stage.model.register().map(|known| known.patients.len() > 9), Some(true));
        stage.to("label").keys("Zo");
        let before = formed(|_| ());
        stage.keys("x");
        let after = formed(|_| ());
        assert!(after > before, "nothing is compared");
        counts.push(after - before);
    }
    assert!(counts[0] < 4, "labels are compared that did not change: {}", counts[0]);
    assert_eq!(counts[0], counts[1], "labels compared for a letter, with few and many known");
}

#[test]
fn what_changes_nothing_makes_nothing() {
    for (name, stage) in screens(Language::Dutch, 80, 24) {
        let mut stage = stage.clone();
        stage.send(Msg::First);
        let before = stage.model.layout();
        for msg in [Msg::First, Msg::Woke, Msg::Ids(Box::default())] {
            let said = format!("{msg:?}");
            let (made, _) = price(&mut stage, msg);
            if *stage.model.layout() == *before {
                assert_eq!(made, Made::default(), "{name} {said}");
                assert!(Arc::ptr_eq(&before, &stage.model.layout()), "{name} {said}");
            }
        }
    }
}
