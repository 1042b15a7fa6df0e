//! Long lists: what is typed looks for rows, Esc shows all again, and no field loses a letter to it.

use chrono::{NaiveDate, TimeDelta};

use super::Stage;
use super::stage::afternoon;
use crate::app::{Listed, Msg, Screen};
use crate::meeting::{Id, Meeting, MeetingId, MeetingKind, MeetingSummary};

const GROUPS: [&str; 5] = ["PaTz Noord", "MDO Zuid", "Café Één", "Ijsselgroep", "Straße"];

fn summary(days_ago: u16) -> MeetingSummary {
    let date: NaiveDate = (afternoon() - TimeDelta::days(i64::from(days_ago))).date();
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(days_ago.into())), MeetingKind::Patz, date);
    meeting.details.group = GROUPS[usize::from(days_ago) % GROUPS.len()].to_owned();
    MeetingSummary::of(&meeting)
}

/// The list of forty meetings.
fn at_meetings() -> Stage {
    let mut stage = Stage::new(80, 24);
    let meetings = (0..40).map(summary).collect();
    stage.send(Msg::Listed(Box::new(Listed { meetings, ..Listed::default() })));
    stage.to("meetings").keys("<Enter>");
    stage
}

/// The days of the meetings that are in the list now.
fn found(stage: &Stage) -> Vec<u128> {
    let page = stage.model.page();
    let ids = page.rows().filter_map(|row| row.id.as_str().strip_prefix("meeting:").map(str::to_owned));
    ids.map(|id| (0..40).find(|bits| Id::from_bits(*bits).to_string() == id).unwrap()).collect()
}

#[test]
fn typing_finds_words_anywhere_without_accents_and_capitals() {
    for (typed, group) in [("noord", 0), ("ZUID", 1), ("cafe een", 2), ("IJSSEL", 3), ("strasse", 4)] {
        let mut stage = at_meetings();
        stage.keys(typed);
        let wanted: Vec<u128> = (0..40).filter(|day| day % 5 == group).collect();
        assert_eq!(found(&stage), wanted, "{typed}\n{}", stage.text());
        assert!(stage.text().contains(&format!("Gezocht: {typed}")), "{}", stage.text());
        assert_eq!(stage.focus(), format!("meeting:{}", Id::from_bits(wanted[0])), "what was found first");
    }
}

#[test]
fn a_search_is_ended_by_esc_with_the_focus_on_what_was_found() {
    let mut stage = at_meetings();
    stage.keys("zuid<Down><Down>");
    let focus = stage.focus();
    assert_eq!(focus, format!("meeting:{}", Id::from_bits(11)));
    stage.keys("<Esc>");
    assert_eq!((found(&stage).len(), stage.focus()), (40, focus));
    assert!(stage.text().contains('▸'), "the focus is in sight: {}", stage.text());
    assert_eq!(*stage.model.screen(), Screen::Meetings);
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Start);
}

#[test]
fn what_was_typed_is_taken_back_letter_by_letter_and_word_by_word() {
    let mut stage = at_meetings();
    stage.keys("patz noordx");
    assert!(stage.text().contains("Niets gevonden"), "{}", stage.text());
    // Enter makes no new meeting where somebody expected to open one.
    assert_eq!(stage.focus(), "show-all");
    let mut all = stage.clone();
    all.keys("<Enter>");
    assert_eq!((all.model.screen(), found(&all).len()), (&Screen::Meetings, 40));
    stage.keys("<Backspace>");
    assert_eq!(found(&stage).len(), 8);
    stage.keys("<C-Backspace>");
    assert!(stage.text().contains("Gezocht: patz"), "{}", stage.text());
    stage.keys("<C-w>");
    assert_eq!(found(&stage).len(), 40);
    assert!(!stage.text().contains("Gezocht"), "{}", stage.text());
}

#[test]
fn enter_opens_what_was_found_and_a_space_is_a_space() {
    let mut stage = at_meetings();
    stage.keys("mdo zuid<Enter>");
    let wanted = crate::app::Effect::OpenMeeting(MeetingId(Id::from_bits(1)));
    assert!(stage.effects.contains(&wanted), "{:?}", stage.effects);
}

#[test]
fn a_short_list_is_searched_too_and_a_field_keeps_its_letters() {
    let mut stage = Stage::new(80, 24);
    stage
        .send(Msg::Listed(Box::new(Listed { meetings: (0..5).map(summary).collect(), ..Listed::default() })));
    // Else Enter would open whichever stood under the cursor, and not the one that was meant.
    stage.to("meetings").keys("<Enter>").keys("zuid");
    assert!(found(&stage).len() < 5 && stage.text().contains("Gezocht: zuid"), "{}", stage.text());
    stage.keys("<Backspace><Backspace><Backspace><Backspace>");
    assert_eq!(found(&stage).len(), 5);

    // The roles and disciplines of a participant are searched from their rows, as one list; the name above them is a field.
    let mut stage = Stage::new(80, 24);
    stage.to("new").keys("<Enter>").to("add-participant").keys("<Enter>").keys("Fictief W.");
    assert_eq!(stage.meeting().participants[0].name, "Fictief W.");
    stage.to("discipline:").keys("verpl");
    assert_eq!(stage.meeting().participants[0].name, "Fictief W.");
    let rows: Vec<String> = stage.model.page().rows().map(|row| row.label.clone()).collect();
    let disciplines = rows.iter().filter(|label| label.to_lowercase().contains("verpl")).count();
    assert!(disciplines > 0 && !rows.iter().any(|label| label == "voorzitter"), "{rows:?}");
    assert!(!rows.iter().any(|label| label == "huisarts"), "{rows:?}");
    assert!(stage.focus().starts_with("discipline:"), "{}", stage.focus());
}

#[test]
fn keys_cost_no_more_where_the_list_is_long() {
    let mut stage = Stage::new(80, 24);
    let meetings = (0..10_000).map(|day| summary(day % 8_000)).collect();
    stage.send(Msg::Listed(Box::new(Listed { meetings, ..Listed::default() })));
    stage.to("meetings").keys("<Enter><End><Up><PageUp><Down>");
    let layout = stage.layout();
    assert!(layout.lines.len() <= 24, "only what is in sight is laid out");
    assert!(layout.content_lines > 10_000);
    assert!(stage.text().contains('▸'), "{}", stage.text());
}

#[test]
fn a_name_goes_before_what_is_said_of_it_and_a_failed_search_goes_back_to_where_it_began() {
    let mut stage = Stage::new(80, 24);
    stage.to("new").keys("<Enter>").to("to-agenda").keys("<Enter>");
    for letter in "FGHIJKLMNO".chars() {
        stage.to("add-patient").keys("<Enter>").keys(&format!("Fictief {letter}.<Esc>"));
    }
    let of = |stage: &Stage, at: usize| format!("patient:{}", stage.meeting().reviews[at].patient);
    // Every row says "nog te bespreken".
    stage.keys("g");
    assert_eq!(stage.focus(), of(&stage, 1), "{}", stage.text());
    let fourth = of(&stage, 3);
    stage.keys("<Esc>").to(&fourth).keys("2 x bellen<Esc>");
    assert_eq!(stage.focus(), of(&stage, 3), "{}", stage.text());
}

#[test]
fn who_takes_a_search_back_is_where_it_began_and_types_into_nothing_else() {
    let mut stage = Stage::new(80, 24);
    stage
        .to("new")
        .keys("<Enter>")
        .to("to-agenda")
        .keys("<Enter>")
        .to("add-patient")
        .keys("<Enter>")
        .keys("Mw. Z.");
    let rows: Vec<String> = stage.model.page().rows().map(|row| row.id.as_str().to_owned()).collect();
    let mut searched = 0;
    for id in rows {
        for typed in ["q", "d", "a"] {
            let mut stage = stage.clone();
            stage.to(&id);
            let before = stage.meeting().clone();
            let screen = stage.model.screen().clone();
            stage.keys(typed);
            if *stage.model.screen() != screen || stage.model.path.top().search.is_empty() {
                continue;
            }
            searched += 1;
            stage.keys("<Backspace>");
            assert_eq!(stage.focus(), id, "{typed}: {}", stage.text());
            stage.keys("dag en nacht");
            assert_eq!(*stage.meeting(), before, "{typed} on {id}: {}", stage.text());
        }
    }
    assert!(searched > 6, "{searched} rows search");
}
