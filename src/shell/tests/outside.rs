//! Effects on a notebook in a folder of its own.

use chrono::NaiveDate;

use super::*;
use crate::app::{Settings, ThemeName};
use crate::meeting::MeetingKind;
use crate::shell::preferences::Choices;

fn outside(folder: &Path) -> Outside {
    let preferences = Preferences::new(Settings::default(), Choices::default());
    Outside::new(Some(folder.to_owned()), None, preferences)
}

fn save(revision: u64, group: &str) -> Save {
    let id = MeetingId(Id::from_bits(7));
    let mut meeting = Meeting::new(id, MeetingKind::Patz, NaiveDate::default());
    meeting.details.group = group.to_owned();
    Save { meeting: Arc::new(meeting), revision, definitions: Vec::new(), routes: Vec::new() }
}

#[test]
fn a_meeting_that_was_saved_is_listed_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let save = save(3, "PaTz Noord");
    let id = save.meeting.id;
    assert_eq!(outside.perform(&Effect::SaveMeeting(save.clone())), Some(Msg::Saved(id, 3)));
    assert_eq!(outside.last_saved(), Some((id, 3)));
    let Some(Msg::Listed(listed)) = outside.perform(&Effect::ListMeetings) else { panic!("a list") };
    assert_eq!(listed.meetings.iter().map(|summary| summary.id).collect::<Vec<_>>(), [id]);
    assert_eq!(listed.problems, []);
    let Some(Msg::Opened(opened)) = outside.perform(&Effect::OpenMeeting(id)) else { panic!("a meeting") };
    assert_eq!((opened.meeting, opened.read_only), ((*save.meeting).clone(), None));
    assert_eq!(outside.last_saved(), None);
}

#[test]
fn a_meeting_that_somebody_else_holds_is_for_reading() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (outside(folder.path()), outside(folder.path()));
    let save = save(1, "PaTz Noord");
    let id = save.meeting.id;
    one.perform(&Effect::SaveMeeting(save));
    let opened = |outside: &Outside| match outside.perform(&Effect::OpenMeeting(id)) {
        Some(Msg::Opened(opened)) => opened.read_only,
        other => panic!("{other:?}"),
    };
    assert!(opened(&other).is_some());
    assert_eq!(opened(&one), None);
    assert_eq!(one.perform(&Effect::LetGo(id)), None);
    assert_eq!(opened(&other), None);
}

#[test]
fn what_is_not_there_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let id = MeetingId(Id::from_bits(1));
    assert!(matches!(outside.perform(&Effect::OpenMeeting(id)), Some(Msg::OpenFailed(_))));
    // It was not held all the same.
    assert!(open(&outside.locks).is_empty());
}

#[test]
fn a_notebook_that_cannot_be_made_is_a_fact_and_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("notitieboek");
    std::fs::write(&place, "in de weg").unwrap();
    let outside = outside(&place);
    assert!(matches!(outside.perform(&Effect::ListMeetings), Some(Msg::NotebookFailed(_))));
    assert!(matches!(outside.perform(&Effect::SaveMeeting(save(1, ""))), Some(Msg::SaveFailed(_, 1, _))));
    std::fs::remove_file(&place).unwrap();
    assert!(matches!(outside.perform(&Effect::SaveMeeting(save(1, ""))), Some(Msg::Saved(_, 1))));
    let nowhere = Outside::new(None, None, Preferences::new(Settings::default(), Choices::default()));
    assert!(matches!(nowhere.perform(&Effect::ListMeetings), Some(Msg::NotebookFailed(_))));
}

#[test]
fn settings_come_back_and_nothing_is_touched_before_the_first_effect() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("notitieboek");
    let first = outside(&place);
    assert!(!place.exists());
    assert_eq!(first.read_settings(), None);
    let light = Settings { theme: ThemeName::Light, ..Settings::default() };
    assert_eq!(first.perform(&Effect::SaveSettings(light)), None);
    assert_eq!(outside(&place).read_settings(), Some(Msg::SettingsRead(light)));
}

#[test]
fn own_checklists_are_part_of_the_library() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join(definitions::FOLDER);
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("mijn.toml"), "format = ").unwrap();
    let Some(Msg::LibraryRead(library)) = outside(folder.path()).perform(&Effect::ReadLibrary) else {
        panic!("a library")
    };
    assert!(library.checklists().count() > 0);
    assert_eq!(library.problems().iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), ["mijn.toml"]);
}

#[test]
fn identifiers_are_drawn_and_differ() {
    let folder = tempfile::tempdir().unwrap();
    let Some(Msg::Ids(ids)) = outside(folder.path()).perform(&Effect::DrawIds) else { panic!("identifiers") };
    let different: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!((ids.len(), different.len()), (IDS, IDS));
}

#[test]
fn the_register_is_read_from_every_meeting_before_and_a_broken_file_costs_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let patient = crate::meeting::PatientId(Id::from_bits(11));
    for bits in 1..=3_u32 {
        let id = MeetingId(Id::from_bits(bits.into()));
        let date = NaiveDate::from_ymd_opt(2026, bits, 1).unwrap();
        let mut meeting = Meeting::new(id, MeetingKind::Patz, date);
        meeting.details.group = "PaTz Noord".to_owned();
        let mut review = crate::meeting::Review::new(patient);
        review.label = format!("Fictief {bits}");
        review.notes = "besproken".to_owned();
        meeting.reviews.push(review);
        let save =
            Save { meeting: Arc::new(meeting), revision: 1, definitions: Vec::new(), routes: Vec::new() };
        outside.perform(&Effect::SaveMeeting(save));
    }
    let read = || {
        let own = MeetingId(Id::from_bits(3));
        let date = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let viewpoint = Viewpoint { meeting: own, date, patients: vec![patient] };
        match outside.perform(&Effect::ReadRegister(viewpoint)) {
            Some(Msg::Register(register)) => register,
            other => panic!("{other:?}"),
        }
    };
    let register = read();
    assert_eq!(register.patient(patient).unwrap().label, "Fictief 2");
    assert_eq!(register.groups.len(), 1);
    let second = outside.notebook().unwrap().path(MeetingId(Id::from_bits(2)));
    std::fs::write(second, "kapot").unwrap();
    let register = read();
    let earlier = &register.earlier[&patient];
    assert_eq!(earlier.review.label, "Fictief 1");
    let nowhere = Outside::new(None, None, Preferences::new(Settings::default(), Choices::default()));
    let viewpoint = Viewpoint { meeting: register.meeting, date: NaiveDate::MAX, patients: Vec::new() };
    assert_eq!(nowhere.perform(&Effect::ReadRegister(viewpoint)), None);
}
