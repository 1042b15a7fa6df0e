//! A notebook in a real folder.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{Place, meeting, noted};
use crate::meeting::{MeetingSummary, Pinned};
use crate::store::generate::{self, Size};
use crate::store::{
    Damage, Fault, FileProblem, LockError, Notebook, ReadProblem, RealFiles, SaveError, definition_hash,
};
use crate::words::Language;

#[test]
fn a_meeting_is_found_back_after_a_restart() {
    let place = Place::new();
    let meeting = generate::meeting(3, Size::Small);
    place.open().save(&meeting, &[]).unwrap();
    let notebook = place.open();
    assert_eq!(notebook.read(meeting.id).unwrap(), meeting);
    assert_eq!(notebook.list().unwrap().summaries, [MeetingSummary::of(&meeting)]);
    assert_eq!(place.names(), [format!("{}.toml", meeting.id)]);
}

#[test]
fn a_meeting_is_saved_again_and_again() {
    let place = Place::new();
    let notebook = place.open();
    for number in 0..5 {
        notebook.save(&noted(&meeting(1), &number.to_string()), &[]).unwrap();
    }
    assert_eq!(place.open().read(meeting(1).id).unwrap().bottlenecks, "4");
    let again = place.open();
    let loaded = again.load(meeting(1).id).unwrap();
    again.save(&noted(&loaded, "5"), &[]).unwrap();
    assert_eq!(again.read(meeting(1).id).unwrap().bottlenecks, "5");
}

#[cfg(unix)]
#[test]
fn everything_is_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let folder = place.path().join("deep/er");
    let notebook = Notebook::open(&folder, Arc::new(RealFiles)).unwrap();
    notebook.save(&meeting(1), &[]).unwrap();
    let _lock = notebook.lock(meeting(1).id).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for part in ["..", ".", "meetings", "definitions", "index"] {
        assert_eq!(mode(&folder.join(part)), 0o700, "{part}");
    }
    for entry in fs::read_dir(folder.join("meetings")).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

#[test]
fn what_another_program_wrote_is_kept_and_ours_stands_beside_it() {
    let place = Place::new();
    let (one, other) = (place.open(), place.open());
    one.save(&noted(&meeting(1), "first"), &[]).unwrap();
    let loaded = other.load(meeting(1).id).unwrap();
    other.save(&noted(&loaded, "theirs"), &[]).unwrap();
    for text in ["ours", "ours, later"] {
        let error = one.save(&noted(&meeting(1), text), &[]).unwrap_err();
        let SaveError::ChangedOutside { path, kept } = error else { panic!("{error:?}") };
        assert_eq!(path, place.file(&meeting(1)));
        assert_eq!(place.names().len(), 2, "{:?}", place.names());
        assert!(fs::read_to_string(&kept).unwrap().contains(&format!("bottlenecks = \"{text}\"")));
        assert!(fs::read_to_string(&path).unwrap().contains("theirs"));
    }
    let problems = one.list().unwrap().problems;
    assert!(matches!(problems.as_slice(), [FileProblem::Conflict { .. }]), "{problems:?}");
    // Whoever has compared both goes on from what is on disk.
    one.load(meeting(1).id).unwrap();
    one.save(&noted(&meeting(1), "both"), &[]).unwrap();
    assert_eq!(other.read(meeting(1).id).unwrap().bottlenecks, "both");
}

#[test]
fn a_meeting_that_was_only_looked_at_is_not_replaced() {
    let place = Place::new();
    place.open().save(&noted(&meeting(1), "theirs"), &[]).unwrap();
    let notebook = place.open();
    notebook.read(meeting(1).id).unwrap();
    let error = notebook.save(&meeting(1), &[]).unwrap_err();
    assert!(matches!(error, SaveError::ChangedOutside { .. }), "{error:?}");
    assert_eq!(notebook.read(meeting(1).id).unwrap().bottlenecks, "theirs");
}

#[test]
fn a_damaged_file_is_never_overwritten() {
    let place = Place::new();
    let notebook = place.open();
    notebook.save(&meeting(1), &[]).unwrap();
    fs::write(place.file(&meeting(1)), "half a meet").unwrap();
    let error = notebook.save(&noted(&meeting(1), "work"), &[]).unwrap_err();
    let SaveError::TargetDamaged { path, kept } = error else { panic!("{error:?}") };
    assert_eq!(fs::read_to_string(path).unwrap(), "half a meet");
    assert!(fs::read_to_string(kept).unwrap().contains("work"));
}

#[test]
fn a_file_that_was_taken_away_is_written_again() {
    let place = Place::new();
    let notebook = place.open();
    notebook.save(&meeting(1), &[]).unwrap();
    fs::remove_file(place.file(&meeting(1))).unwrap();
    notebook.save(&meeting(1), &[]).unwrap();
    assert_eq!(notebook.read(meeting(1).id).unwrap(), meeting(1));
}

#[test]
fn pinned_definitions_are_there_before_the_record() {
    let place = Place::new();
    let notebook = place.open();
    let text: Arc<str> = "format = 1\n".into();
    let hash = definition_hash(&text);
    let mut meeting = meeting(1);
    meeting.definitions.push(Pinned { id: "a".into(), version: "1".to_owned(), hash: hash.clone() });
    let error = notebook.save(&meeting, &[(hash.clone(), "another text".into())]).unwrap_err();
    assert_eq!(error, SaveError::DefinitionMissing { hash: hash.clone() });
    assert_eq!(place.names(), [""; 0]);
    notebook.save(&meeting, &[(hash.clone(), text.clone())]).unwrap();
    assert_eq!(notebook.read_definition(&hash).unwrap(), text);

    // Lost since: the work of today is saved all the same, and a copy at hand mends it.
    fs::write(place.path().join(format!("definitions/{hash}.toml")), "mangled").unwrap();
    let again = place.open();
    let problem = again.read_definition(&hash).unwrap_err();
    assert!(matches!(problem, ReadProblem::Damaged { damage: Damage::Hash, .. }), "{problem:?}");
    let loaded = again.load(meeting.id).unwrap();
    again.save(&noted(&loaded, "more"), &[]).unwrap();
    again.save(&noted(&loaded, "more"), &[(hash.clone(), text.clone())]).unwrap();
    assert_eq!(again.read_definition(&hash).unwrap(), text);
}

#[test]
fn a_meeting_is_held_by_one_program() {
    let place = Place::new();
    let (one, other) = (place.open(), place.open());
    let held = one.lock(meeting(1).id).unwrap();
    assert!(matches!(other.lock(meeting(1).id), Err(LockError::Held { .. })));
    other.lock(meeting(2).id).unwrap();
    drop(held);
    other.lock(meeting(1).id).unwrap();
    assert_eq!(one.list().unwrap(), crate::store::Listing::default());
}

#[test]
fn the_index_may_be_wrong_or_gone() {
    let place = Place::new();
    let notebook = generate::notebook(place.path(), 6, Size::Small).unwrap();
    let old = SystemTime::now() - Duration::from_secs(60);
    for name in place.names() {
        let file = fs::File::options().append(true).open(place.path().join("meetings").join(name)).unwrap();
        file.set_modified(old).unwrap();
    }
    let listing = notebook.list().unwrap();
    assert_eq!(listing.summaries.len(), 6);
    assert!(listing.summaries.is_sorted_by(|one, other| one.date >= other.date));
    let index = place.path().join("index/meetings.json");
    let good = fs::read_to_string(&index).unwrap();
    for bad in ["", "x", &good.replace("Fictieve", "Valse"), good.split_at(good.len() - 1).0] {
        fs::write(&index, bad).unwrap();
        assert_eq!(notebook.list().unwrap(), listing);
        assert_eq!(fs::read_to_string(&index).unwrap(), good);
    }
    fs::remove_dir_all(place.path().join("index")).unwrap();
    assert_eq!(notebook.list().unwrap(), listing);
}

#[test]
fn a_list_in_parts_tells_what_is_known_first_and_each_meeting_once() {
    let place = Place::new();
    let notebook = generate::notebook(place.path(), 40, Size::Small).unwrap();
    // The older the meeting, the longer ago its file was changed; one of the old ones was changed last.
    for number in 0..40_u64 {
        let id = generate::meeting(usize::try_from(number).unwrap(), Size::Small).id;
        let file = fs::File::options().append(true).open(notebook.path(id)).unwrap();
        let ago = if number == 30 { 60 } else { 3600 + number };
        file.set_modified(SystemTime::now() - Duration::from_secs(ago)).unwrap();
    }
    let parts = || {
        let mut parts = Vec::new();
        notebook.list_parts(&mut |part| parts.push(part)).unwrap();
        parts
    };
    let cold = parts();
    let listing = notebook.list().unwrap();
    assert!(cold.len() > 1 && cold[0].summaries.len() < 40, "{} parts", cold.len());
    assert!(cold.iter().rev().skip(1).all(|part| part.more) && !cold[cold.len() - 1].more);
    let changed_last = generate::meeting(30, Size::Small).id;
    assert!(cold[0].summaries.iter().any(|summary| summary.id == changed_last));
    assert!(cold[0].summaries.iter().any(|summary| summary.id == listing.summaries[0].id));
    let mut told: Vec<_> =
        cold.into_iter().flat_map(|part| part.summaries).map(|summary| summary.id).collect();
    told.sort();
    let mut all: Vec<_> = listing.summaries.iter().map(|summary| summary.id).collect();
    all.sort();
    assert_eq!(told, all);
    // The index knows them all; what changes is read, after what is known was told.
    assert_eq!(parts(), [listing]);
    notebook.load(changed_last).unwrap();
    notebook.save(&noted(&generate::meeting(30, Size::Small), "anders"), &[]).unwrap();
    let warm: Vec<(usize, bool)> = parts().iter().map(|part| (part.summaries.len(), part.more)).collect();
    assert_eq!(warm, [(39, true), (1, false)]);
}

#[test]
fn the_list_follows_every_save() {
    let place = Place::new();
    let notebook = place.open();
    for (number, group) in ["a", "b", "c"].into_iter().enumerate() {
        let mut meeting = meeting(1);
        meeting.details.group = group.to_owned();
        notebook.save(&meeting, &[]).unwrap();
        assert_eq!(notebook.list().unwrap().summaries[0].group, group, "save {number}");
    }
}

#[test]
fn one_bad_file_leaves_the_rest_usable() {
    let place = Place::new();
    let notebook = place.open();
    notebook.save(&meeting(1), &[]).unwrap();
    fs::write(place.file(&meeting(2)), "=").unwrap();
    fs::write(place.path().join("meetings/kopie van 1.toml"), "").unwrap();
    fs::create_dir(place.file(&meeting(3))).unwrap();
    let listing = notebook.list().unwrap();
    assert_eq!(listing.summaries.len(), 1);
    assert_eq!(listing.problems.len(), 3, "{:?}", listing.problems);
    let foreign = listing.problems.iter().filter(|problem| matches!(problem, FileProblem::Foreign { .. }));
    assert_eq!(foreign.count(), 1);
}

#[test]
fn settings_are_kept() {
    let place = Place::new();
    let notebook = place.open();
    assert_eq!(notebook.read_settings().unwrap(), None);
    notebook.change_settings(|_| Some("theme = \"light\"\n".to_owned())).unwrap();
    assert_eq!(place.open().read_settings().unwrap().as_deref(), Some("theme = \"light\"\n"));
    let refused = notebook.change_settings(|_| None).unwrap_err();
    assert!(matches!(refused, SaveError::SettingsDamaged { .. }), "{refused:?}");
    fs::write(place.path().join("settings.toml"), [0xFF, 0xFE]).unwrap();
    assert!(matches!(notebook.read_settings().unwrap_err(), ReadProblem::Damaged { .. }));
    let error = notebook.change_settings(|_| Some(String::new())).unwrap_err();
    assert!(matches!(error, SaveError::SettingsDamaged { .. }), "{error:?}");
    assert_eq!(fs::read(place.path().join("settings.toml")).unwrap(), [0xFF, 0xFE]);
}

#[test]
fn a_notebook_without_an_index_is_read_all_the_same() {
    let place = Place::new();
    place.open().save(&meeting(1), &[]).unwrap();
    fs::remove_dir(place.path().join("index")).unwrap();
    fs::write(place.path().join("index"), "in the way").unwrap();
    assert_eq!(place.open().list().unwrap().summaries.len(), 1);
}

#[test]
fn a_file_in_the_way_is_named() {
    let place = Place::new();
    let path = place.path().join("file");
    fs::write(&path, "").unwrap();
    let error = Notebook::open(&path, Arc::new(RealFiles)).unwrap_err();
    assert_eq!(error.fault, Fault::NotAFolder);
    assert!(error.message(Language::Dutch).contains(&path.display().to_string()));
}
