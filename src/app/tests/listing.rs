//! A list of meetings that fills while somebody looks at it, and saves that come no more often than they must.

use chrono::{NaiveDate, TimeDelta};

use super::Stage;
use super::stage::afternoon;
use crate::app::{Effect, Listed, Msg, Opened};
use crate::meeting::{Id, Meeting, MeetingId, MeetingKind, MeetingSummary};

fn summary(days_ago: i64) -> MeetingSummary {
    let date: NaiveDate = (afternoon() - TimeDelta::days(days_ago)).date();
    let id = MeetingId(Id::from_bits(u128::try_from(days_ago).unwrap()));
    let mut meeting = Meeting::new(id, MeetingKind::Patz, date);
    meeting.details.group = format!("Groep {days_ago}");
    MeetingSummary::of(&meeting)
}

fn part(days_ago: impl IntoIterator<Item = i64>, more: bool) -> Msg {
    let meetings = days_ago.into_iter().map(summary).collect();
    Msg::Listed(Box::new(Listed { meetings, more, ..Listed::default() }))
}

fn listed(stage: &Stage) -> Vec<i64> {
    let meetings = &stage.model.listed.as_ref().unwrap().meetings;
    let days = |known: &MeetingSummary| (afternoon().date() - known.date).num_days();
    meetings.iter().map(days).collect()
}

/// The line of the window in which the row in focus begins.
fn line_in_focus(stage: &Stage) -> usize {
    stage.text().lines().position(|line| line.contains('▸')).unwrap()
}

#[test]
fn parts_come_in_their_order_and_the_end_is_told() {
    let mut stage = Stage::new(80, 24);
    stage.send(part([4, 8], true));
    assert!(stage.text().contains("2 gelezen, meer volgt"), "{}", stage.text());
    stage.to("meetings").keys("<Enter>");
    assert!(stage.text().contains("2 gelezen, meer volgt"), "{}", stage.text());
    stage.send(part([2, 6, 10], true));
    stage.send(part([1], false));
    assert_eq!(listed(&stage), [1, 2, 4, 6, 8, 10]);
    assert!(!stage.text().contains("meer volgt"), "{}", stage.text());
    // The next list takes the place of this one.
    stage.send(part([3], false));
    assert_eq!(listed(&stage), [3]);
}

#[test]
fn an_empty_beginning_is_not_called_an_empty_notebook() {
    let mut stage = Stage::new(80, 24);
    stage.to("meetings").keys("<Enter>");
    let none = stage.model.language().meetings_none();
    let first = none.split('.').next().unwrap();
    assert!(stage.text().contains(first), "{}", stage.text());
    stage.send(part([], true));
    assert!(!stage.text().contains(first), "{}", stage.text());
    stage.send(part([5], false));
    assert_eq!(stage.focus(), format!("meeting:{}", summary(5).id));
}

#[test]
fn the_row_in_focus_stays_in_its_place_while_others_come_in_above_it() {
    let mut stage = Stage::new(80, 24);
    stage.send(part((100..160).step_by(2), true));
    stage.to("meetings").keys("<Enter>").keys(&"<Down>".repeat(25));
    let (row, line) = (stage.focus(), line_in_focus(&stage));
    for (at, part) in [part((1..60).step_by(2), true), part((101..160).step_by(2), true), part(60..99, false)]
        .into_iter()
        .enumerate()
    {
        stage.send(part);
        assert_eq!(
            (stage.focus(), line_in_focus(&stage)),
            (row.clone(), line),
            "part {at}\n{}",
            stage.text()
        );
    }
    // Enter opens what stands there.
    stage.keys("<Enter>");
    let opened = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::OpenMeeting(id) => Some(format!("meeting:{id}")),
        _ => None,
    });
    assert_eq!(opened, Some(row));
}

#[test]
fn nobody_moved_and_yet_the_first_row_is_not_exchanged_for_another() {
    let mut stage = Stage::new(80, 24);
    stage.send(part([4, 8], true));
    stage.to("meetings").keys("<Enter>");
    let row = stage.focus();
    stage.send(part([1, 2, 3], false));
    assert_eq!(stage.focus(), row);
}

#[test]
fn what_was_saved_meanwhile_is_newer_than_what_the_list_brings() {
    let mut stage = Stage::new(80, 24);
    stage.send(part([4], true));
    stage.to("new").keys("<Enter>").keys("PaTz Nieuw").keys("<Down>");
    let id = stage.meeting().id;
    let mut older = summary(0);
    older.id = id;
    older.group = "zoals het was".to_owned();
    stage.send(Msg::Listed(Box::new(Listed { meetings: vec![older, summary(2)], ..Listed::default() })));
    let meetings = &stage.model.listed.as_ref().unwrap().meetings;
    let own: Vec<&str> =
        meetings.iter().filter(|known| known.id == id).map(|known| known.group.as_str()).collect();
    assert_eq!((own, meetings.len()), (vec!["PaTz Nieuw"], 3));
}

#[test]
fn typing_asks_for_at_most_one_save_a_second() {
    let mut stage = Stage::new(80, 24);
    stage.to("new").keys("<Enter>").to("group");
    stage.keys("P");
    stage.wait(1_000);
    stage.effects.clear();
    let saves = |stage: &Stage| {
        stage.effects.iter().filter(|effect| matches!(effect, Effect::SaveMeeting(_))).count()
    };
    for tenth in 1..=300 {
        // A name is not as long as that.
        stage.keys(if tenth % 100 == 0 { "<C-a>a" } else { "a" });
        stage.wait(100);
        let most = usize::try_from(tenth / 10).unwrap();
        assert!(saves(&stage) <= most, "{} saves in {tenth} tenths of a second", saves(&stage));
    }
    assert!(saves(&stage) >= 25, "typing was hardly saved: {}", saves(&stage));
}

/// A meeting and what was recorded between meetings on one day are told apart in the smallest window, and nothing is listed of nothing.
#[test]
fn what_was_recorded_between_meetings_says_so_and_where_it_is_nothing_it_is_in_no_list() {
    let between = |bits: u128, patients: usize| {
        let id = MeetingId(Id::from_bits(bits));
        let mut meeting = Meeting::new(id, MeetingKind::Between, afternoon().date());
        meeting.details.group = "Groep 0".to_owned();
        MeetingSummary { patients, ..MeetingSummary::of(&meeting) }
    };
    let mut stage = Stage::new(60, 18);
    let meetings = vec![summary(0), between(91, 1), between(92, 0)];
    stage.send(Msg::Listed(Box::new(Listed { meetings, ..Listed::default() })));
    stage.to("meetings").keys("<Enter>");
    let text = stage.text();
    assert_eq!(text.matches("Groep 0").count(), 2, "{text}");
    assert_eq!(text.matches("tussentijds, 1 patiënt").count(), 1, "{text}");
}

/// Whoever reads an old meeting goes back to the list from which it was chosen, at the row of that meeting.
#[test]
fn an_old_meeting_leads_back_to_the_list_of_meetings() {
    let mut stage = crate::app::tests::standing::with_more(Stage::new(80, 24));
    stage.keys("<Esc><Esc>");
    let meetings = stage.earlier.iter().map(MeetingSummary::of).collect();
    stage.send(Msg::Listed(Box::new(Listed { meetings, ..Listed::default() })));
    let old = stage.earlier[0].clone();
    stage.model.path = crate::app::page::Path::default();
    stage.model.path.open(crate::app::Screen::Meetings);
    let row = format!("meeting:{}", old.id);
    stage.to(&row).keys("<Enter>");
    stage.send(Msg::Opened(Box::new(Opened::new(old.clone(), Vec::new()))));
    assert_eq!(stage.meeting().id, old.id);
    stage.keys("<Esc>");
    assert_eq!((stage.model.screen(), stage.focus()), (&crate::app::Screen::Meetings, row));
}

/// A clock that is behind what was recorded, or long after it, is told of on the first screen and where a new meeting gets its day
/// from it, until somebody said to have seen that.
#[test]
fn a_doubtful_clock_is_told_of_until_somebody_saw_it() {
    for (days_ago, is_doubtful) in [(-40, true), (400, true), (20, false), (0, false)] {
        let recorded = afternoon() - TimeDelta::days(days_ago);
        let told = |clocks_seen: Vec<chrono::NaiveDateTime>| {
            let meetings = vec![MeetingSummary { touched: Some(recorded), ..summary(5) }];
            let mut stage = Stage::new(80, 24);
            stage.send(Msg::Listed(Box::new(Listed { meetings, clocks_seen, ..Listed::default() })));
            let first = stage.text().contains("De klok van deze computer zegt");
            stage.to("new").keys("<Enter>");
            (first, stage.text().contains("De klok van deze computer zegt"))
        };
        assert_eq!(told(Vec::new()), (is_doubtful, is_doubtful), "{days_ago}");
        assert_eq!(told(vec![recorded]), (false, false), "{days_ago}");
    }
}
