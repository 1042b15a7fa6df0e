//! Backspace and Delete on a page that was only opened: they take the sign at the cursor that is shown, or nothing.

use super::Stage;
use super::tour::screens;
use crate::app::{Size, pages};
use crate::meeting::Meeting;
use crate::words::Language;

/// Everything that is written, for one text that changes.
fn record(stage: &Stage) -> Option<Meeting> {
    stage.meeting_or_none()
}

/// The field in focus with its text, where there is one.
fn in_focus(stage: &Stage) -> Option<(String, String)> {
    let page = pages::page(&stage.model);
    let row = stage.model.focused()?;
    let field = page.row(&row.id)?.as_field()?.place.clone();
    Some((row.id.as_str().to_owned(), field.text(stage.model.record()?)?.to_owned()))
}

#[test]
fn on_a_page_that_was_only_opened_it_takes_what_stands_at_the_cursor() {
    for (width, height) in [(80, 24), (60, 18)] {
        for (name, stage) in screens(Language::Dutch, width, height) {
            if stage.model.locked.is_some() || stage.model.size != Size::new(width, height) {
                continue;
            }
            let (before, path) = (record(&stage), stage.model.path.clone());
            for key in ["<Backspace>", "<Delete>"] {
                let mut after = stage.clone();
                after.keys(key);
                let Some((row, text)) = in_focus(&stage).filter(|_| stage.model.may_change()) else {
                    assert_eq!(record(&after), before, "{name} {key}");
                    continue;
                };
                assert_eq!(after.model.path.top().screen, path.top().screen, "{name} {key}");
                let (now_in, now) = in_focus(&after).unwrap_or_default();
                assert_eq!(now_in, row, "{name} {key}");
                // What is typed stands where the cursor is shown; so what goes is the sign before or behind that.
                let mut typed = stage.clone();
                let shown = typed.layout().cursor;
                typed.keys("x");
                let typed_text = in_focus(&typed).map(|(_, text)| text).unwrap_or_default();
                let cuts = (0..=text.len()).rev().filter_map(|at| text.split_at_checked(at));
                // Behind a text it stands apart from the last word.
                let is_there = |(before, behind): &(&str, &str)| {
                    [format!("{before}x{behind}"), format!("{before} x{behind}")].contains(&typed_text)
                };
                let Some((before, behind)) = cuts.into_iter().find(is_there) else { continue };
                assert!(shown.is_some(), "{name}: no cursor");
                let mut left = (before.chars(), behind.chars());
                if key == "<Backspace>" {
                    left.0.next_back();
                } else {
                    left.1.next();
                }
                let expected = format!("{}{}", left.0.as_str(), left.1.as_str());
                assert_eq!(now, expected, "{name} {row} {key}");
            }
        }
    }
}

/// Where nothing can be typed F2 is said to open the notes: on their own page it leads to them, and who is there already goes on typing.
#[test]
fn f2_leads_to_the_notes_on_their_own_page_too() {
    let mut stage = super::tour::midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&crate::app::Screen::Notes(patient));
    stage.to("move-line:0").keys("x");
    assert!(stage.text().contains("F2 opent de aantekeningen"), "{}", stage.text());
    let before = stage.meeting().reviews[0].notes.clone();
    stage.keys("<F2>");
    assert_eq!(stage.focus(), "notes");
    stage.keys("<Enter><F2>verder");
    assert_eq!(stage.meeting().reviews[0].notes, format!("{before}\nverder"));
}
