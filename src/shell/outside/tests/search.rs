//! Looking through meetings of several years, with everything about them known and with nothing.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use chrono::NaiveDate;

use super::*;
use crate::app::Settings;
use crate::meeting::{HitPlace, Id, MeetingKind, Review};
use crate::shell::Outside;
use crate::shell::outside::preferences::{Choices, Preferences};

/// Meetings of these years, with one person in all of them, who is called by this in each.
const MEETINGS: [(i32, &str); 5] = [
    (2022, "Fictief O."),
    (2024, "Fictief Anna"),
    (2025, "Fictief O."),
    (2026, "Fictief O."),
    (2026, "Fictief Anna"),
];

fn meeting(number: usize, year: i32, label: &str) -> Meeting {
    let day = NaiveDate::from_ymd_opt(year, 3, 1 + u32::try_from(number).unwrap()).unwrap();
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(1 + number as u128)), MeetingKind::Patz, day);
    let review = Review { label: label.to_owned(), ..Review::new(PatientId(Id::from_bits(1))) };
    meeting.reviews.push(review.into());
    meeting
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 3, 1).unwrap()
}

fn outside(folder: &Path) -> Outside {
    Outside::new(Some(folder.to_owned()), None, Preferences::new(Settings::default(), Choices::default()))
}

/// Places where the words are found, by the number of the meeting, with whether it is by a label from elsewhere.
fn found(outside: &Outside, words: &str) -> Vec<(u128, bool)> {
    let mut all = Vec::new();
    let unread = outside.find_in_all(words, Language::Dutch, &mut |hits| {
        all.extend(hits);
        true
    });
    assert_eq!(unread, Ok(0));
    let number = |hit: &Hit| hit.meeting.0.bits();
    all.iter()
        .filter(|hit| hit.place == HitPlace::Label)
        .map(|hit| (number(hit), hit.label != "Fictief Anna"))
        .collect()
}

#[test]
fn every_place_is_found_once_whatever_is_known_of_the_meetings() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let notebook = outside.notebook().unwrap();
    for (number, (year, label)) in MEETINGS.into_iter().enumerate() {
        notebook.save(&meeting(number, year, label), &[]).unwrap();
        let file =
            File::options().write(true).open(notebook.path(MeetingId(Id::from_bits(1 + number as u128))));
        file.unwrap().set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    }
    // Nothing is known yet: all of them are new, and the newest come first.
    let from_the_newest = [(5, false), (4, true), (3, true), (2, false), (1, true)];
    assert_eq!(found(&outside, "Anna"), from_the_newest);
    // Everything is known: what was found by a label from elsewhere in the newest year follows.
    let with_a_label_from_elsewhere_in_it = [(5, false), (4, true), (3, true), (2, false), (1, true)];
    assert_eq!(found(&outside, "Anna"), with_a_label_from_elsewhere_in_it);
    // The newest was changed since, and one was moved to a year that comes later.
    notebook.save(&meeting(4, 2026, "Fictief Anna"), &[]).unwrap();
    let mut moved = meeting(2, 2025, "Fictief O.");
    moved.details.date = day(2023);
    notebook.save(&moved, &[]).unwrap();
    let mut again = found(&outside, "Anna");
    assert_eq!(again.first(), Some(&(5, false)));
    again.sort_unstable();
    assert_eq!(again, [(1, true), (2, false), (3, true), (4, true), (5, false)]);
}

#[test]
fn who_has_enough_hears_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let notebook = outside.notebook().unwrap();
    for (number, (year, label)) in MEETINGS.into_iter().enumerate() {
        notebook.save(&meeting(number, year, label), &[]).unwrap();
    }
    for _ in 0..2 {
        let mut heard = 0;
        let looked = outside.find_in_all("Fictief", Language::Dutch, &mut |_| {
            heard += 1;
            heard < 2
        });
        assert_eq!((looked, heard), (Ok(0), 2));
    }
}
