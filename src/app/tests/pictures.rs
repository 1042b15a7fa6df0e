//! A picture of every screen at three sizes in both languages: text, and the roles of what stands there.

use super::tour;
use crate::words::Language;

const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (120, 40)];

fn pictures(language: Language, folder: &str) {
    let mut by_screen: Vec<(String, String)> = Vec::new();
    for (width, height) in SIZES {
        for (index, (name, stage)) in tour::screens(language, width, height).into_iter().enumerate() {
            let picture = format!("=== {width}x{height}\n{}", stage.picture());
            match by_screen.get_mut(index) {
                Some((_, text)) => text.push_str(&picture),
                None => by_screen.push((name, picture)),
            }
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("pictures/{folder}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, text) in by_screen {
            insta::assert_snapshot!(name, text);
        }
    });
}

#[test]
fn every_screen_in_dutch() {
    pictures(Language::Dutch, "nl");
}

#[test]
fn every_screen_in_english() {
    pictures(Language::English, "en");
}
