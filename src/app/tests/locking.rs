//! Locking: when it comes, what it saves first, and that unlocking brings back the very same place.

use chrono::TimeDelta;

use super::Stage;
use super::tour::{midway, screens};
use crate::app::{Effect, LockAfter, LockFact, Locked, Model, Msg, Resume, Screen, Unlocking};
use crate::checklist::Localized;
use crate::meeting::Meeting;
use crate::words::Language;

fn lockable() -> Stage {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.lockable = true;
    stage.model.touched = stage.now;
    stage.effects.clear();
    stage
}

/// What a program has that was locked as this one is, and unlocked.
fn unlocked(stage: &Stage) -> Model {
    let json = serde_json::to_string(&Resume::of(&stage.model)).unwrap();
    let mut model =
        Model::new(stage.model.settings, stage.model.size, stage.model.now, stage.model.folder.clone());
    model.library = stage.model.library.clone();
    model.listed = stage.model.listed.clone();
    model.lockable = stage.model.lockable;
    serde_json::from_str::<Resume>(&json).unwrap().into(&mut model);
    model
}

#[test]
fn one_key_saves_what_was_typed_and_locks() {
    let mut stage = lockable();
    stage.saves = false;
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    stage.keys("Slaapt nu beter.").keys("<C-l>");
    let saved = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveMeeting(save) => Some(save.meeting.reviews[0].notes.clone()),
        _ => None,
    });
    assert!(saved.is_some_and(|notes| notes.contains("Slaapt nu beter.")), "{:?}", stage.effects);
    assert_eq!(stage.effects.last(), Some(&Effect::Lock));
}

#[test]
fn without_a_passphrase_nothing_locks() {
    let mut stage = lockable();
    stage.model.lockable = false;
    stage.send(Msg::Slept);
    stage.wait(TimeDelta::days(1).num_milliseconds());
    assert_eq!(stage.model.notice, None);
    // Whoever asks for it must not walk away from it.
    stage.keys("<C-l>");
    assert!(stage.text().contains("Vergrendelen kan hier niet"), "{}", stage.text());
    assert!(!stage.effects.contains(&Effect::Lock), "{:?}", stage.effects);
    stage.keys("<F1>");
    assert!(!stage.text().contains("Ctrl+L"), "{}", stage.text());
}

#[test]
fn it_locks_after_the_time_that_was_set_and_a_meeting_has_longer() {
    for (open, minutes) in [(true, 45), (false, 5)] {
        let mut stage = lockable();
        if !open {
            stage.model.open = None;
            stage.model.path.go(&Screen::Start);
        }
        stage.wait(TimeDelta::minutes(minutes).num_milliseconds() - 1);
        assert!(!stage.effects.contains(&Effect::Lock), "{open}");
        stage.wait(1);
        assert_eq!(stage.effects.last(), Some(&Effect::Lock), "{open}");
    }
    let mut stage = lockable();
    stage.model.settings.lock = LockAfter { meeting: 15, otherwise: 2 };
    stage.wait(TimeDelta::minutes(14).num_milliseconds());
    stage.keys("<Down>");
    stage.wait(TimeDelta::minutes(14).num_milliseconds());
    assert!(!stage.effects.contains(&Effect::Lock), "a key begins the time anew");
    stage.wait(TimeDelta::minutes(1).num_milliseconds());
    assert!(stage.effects.contains(&Effect::Lock));
}

/// After a time in which no timer could ring, the first key locks and does nothing else.
#[test]
fn whoever_comes_back_too_late_is_asked_first() {
    let mut stage = lockable();
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    let before: Meeting = stage.meeting().clone();
    stage.now += TimeDelta::minutes(46);
    stage.keys("x");
    assert_eq!(stage.effects.last(), Some(&Effect::Lock));
    assert_eq!(stage.meeting().reviews, before.reviews);
}

#[test]
fn it_locks_when_the_computer_slept() {
    let mut stage = lockable();
    stage.send(Msg::Slept);
    assert_eq!(stage.effects.last(), Some(&Effect::Lock));
}

#[test]
fn a_full_disk_does_not_keep_it_from_locking_and_nothing_typed_is_lost() {
    let mut stage = lockable();
    stage.saves = false;
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    stage.keys("Nog niet op schijf.");
    let (id, revision) = (stage.meeting().id, stage.model.open.as_ref().unwrap().saving.revision);
    let full = || Localized { nl: "vol".to_owned(), en: None };
    stage.send(Msg::SaveFailed(id, revision, Box::new(full())));
    stage.effects.clear();
    stage.keys("<C-l>");
    assert!(
        matches!(stage.effects.as_slice(), [Effect::SaveMeeting(_), Effect::Lock]),
        "{:?}",
        stage.effects
    );
    let model = unlocked(&stage);
    let open = model.open.as_ref().unwrap();
    assert!(open.record.reviews[0].notes.contains("Nog niet op schijf."));
    assert!(!open.saving.is_clean() && open.saving.failed.is_some());
    // And it is tried again by itself.
    assert!(model.save_deadline().is_some());
}

#[test]
fn unlocking_brings_back_every_screen_as_it_was() {
    for (name, mut stage) in screens(Language::Dutch, 80, 24) {
        // Before there is a notebook there is nothing to lock it with.
        if stage.model.locked.is_some() || stage.model.first_use.is_some() {
            continue;
        }
        (stage.model.notice, stage.model.refreshed) = (None, None);
        stage.model.written = None;
        // What was read for the register and the course of a patient is read anew; the clock of a patient starts anew.
        (stage.model.known, stage.model.course) = (None, None);
        stage.model.clock = None;
        stage.model.papers = crate::app::model::Papers::default();
        // Nobody went to where the cursor stands.
        stage.model.after_enter = true;
        let mut model = unlocked(&stage);
        model.ids = stage.model.ids.clone();
        let expected = stage.model.layout();
        assert_eq!(crate::app::Pictured::from(model).layout(), expected, "{name}");
    }
}

#[test]
fn what_was_done_before_the_lock_can_be_undone_after_it() {
    let mut stage = lockable();
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    let before = stage.meeting().reviews[0].notes.clone();
    stage.keys("<C-End>!<C-l>");
    assert_ne!(stage.meeting().reviews[0].notes, before);
    stage.model = unlocked(&stage).into();
    stage.keys("<C-z>");
    assert_eq!(stage.meeting().reviews[0].notes, before);
    stage.keys("<C-y>");
    assert!(stage.meeting().reviews[0].notes.ends_with('!'));
}

#[test]
fn what_was_not_saved_at_the_lock_is_saved_after_it() {
    let mut stage = lockable();
    stage.saves = false;
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    stage.keys("x<C-l>");
    stage.model = unlocked(&stage).into();
    stage.effects.clear();
    stage.wait(2_000);
    assert!(stage.effects.iter().any(|effect| matches!(effect, Effect::SaveMeeting(_))));
}

#[test]
fn a_locked_program_shows_nothing_of_a_meeting_and_knows_only_the_way_in() {
    let stage = lockable();
    let mut locked = Stage::new(80, 24);
    locked.model = stage.model.locked(false).into();
    assert_eq!(locked.model.open, None);
    assert_eq!((locked.model.listed.as_ref(), locked.model.clipboard.as_str()), (None, ""));
    let text = locked.text();
    assert!(!text.contains("PaTz") && !text.contains("Fictief"), "{text}");
    locked.effects.clear();
    locked.keys("<F1><F2><F5><F9><Esc><Tab><C-z><C-s><Left>letters<Right>");
    assert_eq!((locked.effects.as_slice(), locked.model.screen()), (&[][..], &Screen::Locked));
    locked.keys("<Enter>");
    assert_eq!(locked.effects, [Effect::Unlock]);
    locked.keys("<Down><Enter>");
    assert_eq!(locked.effects, [Effect::Unlock, Effect::Quit]);
}

/// Enter after typing unlocks, also when the focus was on the row that quits.
#[test]
fn typing_brings_the_focus_back_to_the_passphrase() {
    let mut stage = Stage::new(80, 24);
    stage.model = lockable().model.locked(false).into();
    assert!(stage.text().contains("Enter ontgrendelen"), "{}", stage.text());
    stage.keys("<Down>");
    assert!(!stage.text().contains("Enter ontgrendelen"), "{}", stage.text());
    stage.effects.clear();
    stage.send(Msg::LockFact(LockFact::Typed(1)));
    stage.keys("<Enter>");
    assert_eq!(stage.effects, [Effect::Unlock]);
}

#[test]
fn the_locked_screen_says_how_far_it_is() {
    let mut stage = Stage::new(80, 24);
    stage.model = stage.model.locked(true).into();
    assert!(stage.text().contains("nog niet opgeslagen"));
    stage.send(Msg::LockFact(LockFact::Typed(3)));
    assert!(stage.text().contains("***") && !stage.text().contains("****"));
    stage.send(Msg::LockFact(LockFact::Refused));
    assert!(stage.text().contains("niets verloren") && !stage.text().contains('*'));
    let expected = Locked { typed: 0, unlocking: Unlocking::Refused, unsaved: true };
    assert_eq!(stage.model.locked, Some(expected));
}

/// Settings that could not be saved are said, and tried again before the program goes.
#[test]
fn unsaved_settings_are_told_and_tried_again_before_leaving_and_locking() {
    let mut stage = lockable();
    let why = Localized { nl: "De map is alleen-lezen.".to_owned(), en: None };
    stage.send(Msg::SettingsSaved(Some(Box::new(why))));
    let notice = stage.model.notice.clone().expect("a notice");
    assert!(notice.warning && notice.text.contains("De map is alleen-lezen."), "{}", notice.text);
    stage.model.path.go(&Screen::Settings);
    assert!(stage.text().contains("niet opgeslagen"), "{}", stage.text());
    // Where the page says why, no notice says it once more.
    let why = Localized { nl: "De map is alleen-lezen.".to_owned(), en: None };
    stage.send(Msg::SettingsSaved(Some(Box::new(why))));
    assert_eq!(stage.text().matches("De map is alleen").count(), 1, "{}", stage.text());
    let save = Effect::SaveSettings(stage.model.settings);
    stage.effects.clear();
    stage.keys("<C-l>");
    assert!(
        matches!(stage.effects.as_slice(), [.., saves, Effect::Lock] if *saves == save),
        "{:?}",
        stage.effects
    );
    stage.effects.clear();
    stage.keys("<C-q><C-q>");
    assert!(stage.effects.contains(&save), "{:?}", stage.effects);
    stage.send(Msg::SettingsSaved(None));
    stage.effects.clear();
    stage.keys("<C-q>");
    assert!(!stage.effects.contains(&save), "{:?}", stage.effects);
}
