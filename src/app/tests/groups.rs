//! A meeting of a group that met before, under its name or another.

use super::Stage;
use super::register::{earlier, names, new_meeting};
use crate::app::Screen;
use crate::meeting::{Discipline, Id, MeetingId, MeetingKind, Role};

/// A group with a new name is told that nothing comes along by itself, and one key says which group it was.
#[test]
fn a_renamed_group_takes_along_what_was_of_it() {
    let mut stage = new_meeting();
    stage.keys("PaTz Oost<Down>");
    let text = stage.text();
    assert!(
        text.contains("Heette deze groep eerder anders?") && text.contains("Deze naam is nieuw"),
        "{text}"
    );
    stage.to("formerly:1").keys("<Enter>");
    assert_eq!(stage.meeting().details.formerly, ["PaTz Noord"]);
    assert_eq!(names(&stage), ["M. Vos", "A. de Wit"], "its people come along");
    assert!(
        stage.text().contains("Wat van PaTz Noord was, hoort voortaan bij deze groep."),
        "{}",
        stage.text()
    );
    stage.keys("<C-z>");
    assert_eq!((stage.meeting().details.formerly.len(), names(&stage).len()), (0, 0));
    stage.to("formerly:1").keys("<Enter>").to("to-agenda").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    let text = stage.text();
    assert!(text.contains("Fictief D.") && text.contains("Fictief S."), "{text}");
}

#[test]
fn a_known_group_is_one_choice() {
    let mut stage = new_meeting();
    assert_eq!(stage.focus(), "group");
    assert!(stage.text().contains("vorige keer 13 september"), "{}", stage.text());
    let before = stage.meeting().clone();
    stage.to("known-group:1").keys("<Enter>");
    let meeting = stage.meeting();
    assert_eq!((meeting.details.group.as_str(), meeting.details.planned.as_str()), ("PaTz Noord", "75"));
    assert_eq!(names(&stage), ["M. Vos", "A. de Wit"]);
    assert_eq!(meeting.with_role(Role::Recorder).unwrap().discipline, Some(Discipline::DistrictNurse));
    assert!(meeting.participants.iter().all(|known| !known.absent), "who was absent then may be here now");
    assert!(stage.text().contains("Deelnemers overgenomen van 13 september"), "{}", stage.text());
    assert_eq!(stage.focus(), "to-agenda");
    assert!(!stage.text().contains("vorige keer"), "offered only while there is no name");
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before, "one entry");
    stage.keys("<C-y>");
    assert_eq!(names(&stage), ["M. Vos", "A. de Wit"]);
}

#[test]
fn a_typed_name_of_a_known_group_brings_its_people() {
    let mut stage = new_meeting();
    stage.keys("mdo zuid<Down>");
    let details = &stage.meeting().details;
    assert_eq!((details.group.as_str(), details.kind), ("MDO Zuid", MeetingKind::Mdo));
    assert_eq!(names(&stage).len(), 2);
    stage.keys("<C-z>");
    assert_eq!((stage.meeting().details.group.as_str(), names(&stage).len()), ("mdo zuid", 0));
    stage.keys("<Down><Up><Down>");
    assert_eq!(names(&stage).len(), 0, "what was taken back stays so");
}

#[test]
fn who_already_sits_at_the_table_stays_and_nobody_comes_by_surprise() {
    let mut stage = new_meeting();
    stage.to("add-participant").keys("<Enter>K. Nieuw<Esc>").to("group").keys("PaTz Noord<Down>");
    assert_eq!(names(&stage), ["K. Nieuw"]);
    assert_eq!(stage.meeting().details.planned, "");
    let mut unknown = new_meeting();
    unknown.keys("PaTz West<Down>");
    assert_eq!((names(&unknown).len(), unknown.meeting().details.planned.as_str()), (0, ""));
}

/// Where a group was renamed and part of it keeps the name, what is typed stays, and the page asks which of the two is meant.
#[test]
fn a_name_that_a_group_had_before_stays_as_typed_and_is_asked_about() {
    let mut stage = new_meeting();
    let mut renamed = stage.earlier[0].clone();
    renamed.id = MeetingId(Id::from_bits(4711));
    renamed.details.date = renamed.details.date + chrono::Days::new(7);
    renamed.details.formerly = vec![std::mem::replace(&mut renamed.details.group, "PaTz Oost".to_owned())];
    stage.earlier.push(renamed);
    stage.ask_register();
    stage.keys("PaTz Noord<Down>");
    assert_eq!((stage.meeting().details.group.as_str(), names(&stage).len()), ("PaTz Noord", 0));
    let text = stage.text();
    assert!(text.contains("PaTz Noord heet nu PaTz Oost; is dit die groep?"), "{text}");
    let before = stage.meeting().clone();
    stage.to("called-now").keys("<Enter>");
    assert_eq!((stage.meeting().details.group.as_str(), names(&stage).len()), ("PaTz Oost", 2));
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
}

/// Two meetings of a group on one day are mostly one that somebody did not find: whoever makes the second is told of the first.
#[test]
fn a_second_meeting_of_a_group_on_one_day_says_so() {
    for (days, is_told) in [(0, true), (1, false)] {
        let mut stage = Stage::new(60, 18);
        stage.earlier = earlier();
        stage.earlier[0].details.date = stage.now.date() - chrono::TimeDelta::days(days);
        stage.to("new").keys("<Enter>");
        stage.to("known-group:0").keys("<Enter>");
        assert_eq!(stage.meeting().details.group, "PaTz Noord");
        let told = "Van deze dag is er al een bijeenkomst van deze groep.";
        // Below the page at once, and above the fold where somebody looks at the day.
        for row in ["to-agenda", "date"] {
            let text = stage.text().replace("↑ meer", "").replace("↓ meer", "");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(text.contains(told), is_told, "{row}: {text}");
            stage.to("date");
        }
    }
}

/// What a clock far ahead recorded does not count, and the first screen says so as the register and every paper do.
#[test]
fn the_first_screen_says_that_meetings_of_a_day_to_come_do_not_count() {
    for (days, is_told) in [(1, true), (0, false)] {
        for size in [(80, 24), (60, 18)] {
            let mut stage = Stage::new(size.0, size.1);
            stage.earlier = earlier();
            stage.earlier[0].details.date = stage.now.date() + chrono::TimeDelta::days(days);
            stage.read_what_is_shown();
            let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(text.contains("is van na vandaag en telt nog niet mee"), is_told, "{text}");
        }
    }
}
