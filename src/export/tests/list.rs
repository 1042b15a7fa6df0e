//! The list of meetings, and finding one in it.

use chrono::NaiveDate;

use super::fictional::{id, meeting};
use crate::export::{Picked, meetings, pick};
use crate::meeting::{MeetingId, MeetingKind, MeetingSummary};
use crate::words::Language;

fn summaries() -> Vec<MeetingSummary> {
    let first = MeetingSummary { id: MeetingId(id(0x1234_5678 << 96)), ..MeetingSummary::of(&meeting()) };
    let mut second = MeetingSummary { id: MeetingId(id(0x1234_5699 << 96)), ..first.clone() };
    second.group = "Een groep met een wel heel erg lange naam in het noorden".to_owned();
    second.kind = MeetingKind::Education;
    second.date = NaiveDate::from_ymd_opt(2025, 1, 9).unwrap();
    vec![first, second]
}

#[test]
fn the_list_fits_and_tells_meetings_apart() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let said = meetings(&summaries(), Language::Dutch, today);
    assert_eq!(
        said,
        "\
datum       groep                 soort        besproken  afspraken  nummer
22 nov      PaTz Noord            PaTz         2/3        4 open     1234567
9 jan 2025  Een groep met een...  Scholing...  2/3        4 open     1234569
"
    );
    assert!(meetings(&summaries(), Language::English, today).lines().all(|line| line.len() <= 80));
    assert_eq!(meetings(&[], Language::Dutch, today), "Er zijn nog geen bijeenkomsten.\n");
}

#[test]
fn a_meeting_is_found_by_the_number_in_the_list() {
    let summaries = summaries();
    assert_eq!(pick(&summaries, "1234567"), Picked::One(summaries[0].id));
    assert_eq!(pick(&summaries, " 1234569 "), Picked::One(summaries[1].id));
    assert_eq!(pick(&summaries, "1234"), Picked::Several(2));
    assert_eq!(pick(&summaries, ""), Picked::None);
    assert_eq!(pick(&summaries, "x"), Picked::None);
    assert_eq!(pick(&summaries, &summaries[1].id.to_string()), Picked::One(summaries[1].id));
}
