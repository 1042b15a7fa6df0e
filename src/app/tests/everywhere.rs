//! What must hold on every screen.

use std::collections::BTreeSet;

use super::tour::{midway, screens};
use crate::app::keymap::{self, Key, KeyCode, focus};
use crate::app::layout::{Layout, layout};
use crate::app::{Msg, Size, intent, pages};
use crate::meeting::Meeting;
use crate::words::Language;

/// Lays every other screen out from 1x1 to 240x70: nothing overlaps, sticks out or panics.
///
/// Every width comes with an eleventh of the heights and every height with an eleventh of the widths, the next width with
/// the next eleventh; the smallest windows come in every size. Where a page has all the room that it takes, nothing changes any more
/// but how much that is: of those widths one in seven is tried.
fn stand_at_every_size(part: usize) {
    for (name, mut stage) in screens(Language::Dutch, 80, 24).into_iter().skip(part).step_by(2) {
        for width in (1..=165).chain((166..=240).step_by(7)) {
            stage.model.size = Size::new(width, 24);
            let page = pages::page(&stage.model);
            let context = focus::context(&stage.model, &page);
            let beside = pages::preview(&stage.model, &page);
            for height in (1..=70).filter(|height| width.max(*height) <= 20 || (width + height) % 11 == 0) {
                stage.model.size = Size::new(width, height);
                stands(&name, &layout(&stage.model, &page, &beside, &context));
            }
        }
    }
}

fn stands(name: &str, layout: &Layout) {
    let Size { width, height } = layout.size;
    for line in &layout.lines {
        let mut at = 0;
        for piece in &line.pieces {
            let end = usize::from(piece.x) + crate::text::width(&piece.text);
            assert!(usize::from(piece.x) >= at, "{name} {width}x{height}: overlap in {line:?}");
            assert!(end <= usize::from(width), "{name} {width}x{height}: too wide {line:?}");
            at = end;
        }
        assert!(line.y < height, "{name} {width}x{height}: below the window");
    }
    if let Some((x, y)) = layout.cursor {
        assert!(x < width && y < height, "{name} {width}x{height}: cursor outside");
    }
}

#[test]
fn every_screen_stands_at_every_size() {
    stand_at_every_size(0);
}

#[test]
fn every_other_screen_stands_at_every_size() {
    stand_at_every_size(1);
}

/// Two rows of one name would both have the focus, and no arrow would come past them.
#[test]
fn every_row_has_a_name_of_its_own() {
    for (name, stage) in screens(Language::Dutch, 80, 24) {
        let page = stage.model.page();
        let names: BTreeSet<_> = page.rows().map(|row| row.id.clone()).collect();
        assert_eq!(names.len(), page.rows().count(), "{name}");
    }
}

/// The footer shows what its keys do, on every row of every screen.
#[test]
fn footer_and_dispatch_agree() {
    for (name, mut stage) in screens(Language::Dutch, 80, 24) {
        let rows: Vec<_> = pages::page(&stage.model).rows().map(|row| row.id.clone()).collect();
        for row in rows {
            stage.model.path.top_mut().focus = Some(row.clone());
            // As when somebody comes to the row with an arrow.
            stage.model.after_letter = false;
            let page = pages::page(&stage.model);
            let context = focus::context(&stage.model, &page);
            let shown = keymap::footer(&context, 200, |_| 10);
            // A locked program knows only the way in and the way out.
            let least = if context.locked { 2 } else { 3 };
            assert!((least..=5).contains(&shown.len()), "{name} {row:?}: {} keys in the footer", shown.len());
            for binding in shown {
                for (key, msg) in binding.keys {
                    assert_eq!(
                        intent(&stage.model, *key).as_ref(),
                        Some(msg),
                        "{name} {row:?}: {} does something else than the footer says",
                        binding.shown
                    );
                }
            }
        }
    }
}

/// Down from the first row comes to every row and shows every line, Up brings everything back, at every height.
#[test]
fn arrows_reach_every_row_and_every_line() {
    for height in [12, 15, 18, 24, 50] {
        for (name, mut stage) in screens(Language::Dutch, 60, height) {
            stage.keys("<Home>");
            let layout = stage.layout();
            let rows: BTreeSet<_> = layout.rows.iter().map(|row| row.id).collect();
            let (mut seen, mut lines) = (BTreeSet::new(), BTreeSet::new());
            for key in ["<Down>", "<Up>", "<Down>"] {
                let mut before = None;
                loop {
                    let now = stage.layout();
                    let state = (stage.model.path.clone(), now.first_line);
                    if before.as_ref() == Some(&state) {
                        break;
                    }
                    seen.extend(now.focus.clone());
                    lines.extend(now.first_line..now.first_line + usize::from(now.body_height));
                    before = Some(state);
                    stage.keys(key);
                }
            }
            assert_eq!(seen, rows, "{name} at height {height}");
            let all = stage.layout().content_lines;
            assert!(
                (0..all).all(|line| lines.contains(&line)),
                "{name} at height {height}: a line out of reach"
            );
        }
    }
}

/// Where nothing can be typed, no letter changes anything that matters.
#[test]
fn no_letter_is_a_command() {
    for (name, mut stage) in screens(Language::Dutch, 80, 24) {
        let rows: Vec<_> =
            pages::page(&stage.model).rows().map(|row| (row.id.clone(), row.as_field().is_some())).collect();
        for (row, field) in rows {
            stage.model.path.top_mut().focus = Some(row.clone());
            for letter in "abcdefghijklmnopqrstuvwxyz0123456789?./:".chars() {
                let msg = intent(&stage.model, Key::plain(KeyCode::Char(letter)));
                let secret = stage.model.locked.is_some() || stage.model.first_use.is_some();
                let is_text = matches!(msg, Some(Msg::Type(_))) || secret && msg.is_none();
                assert!(is_text, "{name} {row:?}: {letter} is a command");
                // What has no meaning of its own is pressed by example.
                if !field && "aqz7?/".contains(letter) {
                    let before = (stage.meeting_or_none(), stage.model.path.clone());
                    stage.keys(&letter.to_string());
                    // Looking for a row changes what is seen of a list, and nothing else.
                    if stage.model.page().abilities.searching {
                        stage.model.path.top_mut().search.clear();
                        stage.model.path.top_mut().before_search = None;
                        stage.model.path.top_mut().focus = Some(row.clone());
                        stage.model.path.top_mut().first_line = before.1.top().first_line;
                    }
                    // A row that leads to a list opens it for what is typed; nobody is chosen by that.
                    if stage.model.screen().is_choice() {
                        stage.model.path.go(&before.1.top().screen);
                    }
                    assert_eq!(
                        before,
                        (stage.meeting_or_none(), stage.model.path.clone()),
                        "{name} {row:?}: {letter}"
                    );
                }
            }
        }
    }
}

/// A program that was recorded with free text hidden behaves the same when it is played again.
#[test]
fn hidden_text_keeps_its_shape() {
    let hidden = crate::app::message::scrambled(&Msg::Type(crate::text::Command::InsertText(
        "Mw. J. 12, é 漢🇳🇱".into(),
    )));
    assert_eq!(hidden, Msg::Type(crate::text::Command::InsertText("Xx. X. 00, x 字🇳🇱".into())));
}

/// Any intents in any order: nothing panics, the focus is on a row, and undo brings the record back.
#[test]
fn any_keys_in_any_order_can_be_undone() {
    let keys = [
        "<Down>",
        "<Down>",
        "<Down>",
        "<Up>",
        "<Enter>",
        "<Enter>",
        "<Enter>",
        "<Tab>",
        "<S-Tab>",
        "<Esc>",
        "<Left>",
        "<Right>",
        "<PageDown>",
        "<PageUp>",
        "<Home>",
        "<End>",
        "<F1>",
        "<F2>",
        "<F3>",
        "<F4>",
        "<F5>",
        "<F6>",
        "<F9>",
        "<Space>",
        "a",
        "vrijdag",
        "12",
        "<Backspace>",
        "<Delete>",
        "<C-a>",
        "<C-x>",
        "<C-v>",
        "<C-z>",
        "<C-y>",
        "<C-s>",
        "<S-Left>",
    ];
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % u64::try_from(below).unwrap()).unwrap()
    };
    for round in 0..24 {
        let mut stage = midway(Language::Dutch, 60, 18);
        let before = stage.meeting().clone();
        stage.model.open.as_mut().unwrap().history = crate::app::model::History::default();
        for _ in 0..80 {
            let key = keys[next(keys.len())];
            stage.keys(key);
            stage.wait(400);
            let layout = stage.layout();
            let waits = focus::waits(&stage.model, &stage.model.page());
            assert!(layout.rows.is_empty() || layout.focus.is_some() || waits);
            if stage.model.record().map(|record| record.id) != Some(before.id) {
                break;
            }
        }
        if stage.model.record().map(|record| record.id) != Some(before.id) {
            continue;
        }
        if stage.meeting().details.closed.is_some() {
            continue;
        }
        while stage.model.open.as_ref().is_some_and(|open| open.history.can_undo()) {
            stage.keys("<C-z>");
        }
        // Time that has passed is no change.
        let after = Meeting { spent: before.spent.clone(), ..stage.meeting().clone() };
        assert_eq!(after, before, "round {round}");
    }
}

/// The width that typing uses is the width that the layout used.
#[test]
fn a_field_is_as_wide_as_it_is_laid_out() {
    for width in [40, 43, 44, 60, 80, 120] {
        for (name, stage) in screens(Language::Dutch, width, 24) {
            let page = pages::page(&stage.model);
            for placed in stage.layout().rows.iter() {
                let Some((_, laid_out)) = placed.field else { continue };
                let row = page.row(&placed.id).unwrap();
                let typed = crate::app::layout::width_of_field(&stage.model, &page, row);
                assert_eq!(typed, laid_out, "{name} at {width}: {:?}", placed.id);
            }
        }
    }
}
