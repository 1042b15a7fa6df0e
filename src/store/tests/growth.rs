//! What is done for a whole notebook reads each file once, and says how far it is.

use std::sync::Arc;

use super::tampering::World;
use super::{Counting, Place, meeting, settle};
use crate::meeting::{Id, Meeting, PatientId, Review};
use crate::store::{Finding, Holder, Notebook, Reason};

fn with_patients(number: u128, patients: &[u128]) -> Meeting {
    let review = |bits: &u128| Review::new(PatientId(Id::from_bits(*bits)));
    Meeting { reviews: patients.iter().map(|bits| review(bits).into()).collect(), ..meeting(number) }
}

/// Ten meetings with an earlier version each; in the first two is patient 1.
fn fill(notebook: &Notebook) {
    for number in 11..=20 {
        let patients: &[u128] = if number < 13 { &[1, 2] } else { &[2] };
        let meeting = with_patients(number, patients);
        notebook.save(&meeting, &[]).unwrap();
        notebook.keep_version(&meeting, Reason::Opened).unwrap();
    }
}

#[test]
fn looking_over_a_sealed_notebook_reads_each_file_once_and_counts() {
    let world = World::new();
    fill(&world.open());
    world.open().witness().unwrap();
    settle(world.place.path());
    world.open().list().unwrap();
    let disk = Arc::new(Counting::default());
    let notebook = Notebook::existing_with(world.place.path(), disk.clone(), world.codec())
        .remembered_in(Some(world.memory.path().to_owned()));
    let mut told = Vec::new();
    let examination = notebook.examine_with(&mut |done, of| told.push((done, of)));
    assert_eq!((examination.meetings, examination.earlier), (11, 10));
    assert_eq!(examination.findings, []);
    assert_eq!(told, (1..=21).map(|done| (done, 21)).collect::<Vec<_>>());
    let mut twice = disk.read_more_than(1);
    // The lists of what is known are no files of patients, and the log is looked at alone and with all else.
    twice.retain(|path, _| {
        path.starts_with(world.path("meetings")) || path.starts_with(world.path("history"))
    });
    assert_eq!(twice, [].into());
}

#[test]
fn deleting_reads_each_file_once_and_again_only_what_it_changes() {
    let place = Place::new();
    fill(&place.open());
    settle(place.path());
    let disk = Arc::new(Counting::default());
    let notebook = Notebook::existing(place.path(), disk.clone());
    let mut told = Vec::new();
    let survey = notebook.survey(|_| true, &mut |done, of| told.push((done, of))).unwrap();
    assert_eq!(told.last(), Some(&(20, 20)));
    let patient = PatientId(Id::from_bits(1));
    assert_eq!(survey.patients().len(), 2);
    let found = survey.of_patient(&[patient]);
    assert_eq!((found.meetings.len(), found.versions), (2, 2));
    let done = notebook.forget_surveyed(&[patient], &survey, &Holder::default(), &mut |_, _| {}).unwrap();
    assert!(done.is_whole() && done.meetings.len() == 2 && done.versions == 2, "{done:?}");
    let again = disk.read_more_than(1);
    let changed = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        found.meetings.iter().any(|summary| name.starts_with(&summary.id.to_string()))
    };
    assert!(again.keys().all(changed), "{again:?}");
    assert_eq!(notebook.survey(|_| true, &mut |_, _| {}).unwrap().patients().len(), 1);
}

/// A patient who was in every meeting, and then all meetings: waiting for the disk is what takes long.
#[test]
fn deleting_waits_for_the_disk_once_for_a_group_of_meetings() {
    let place = Place::new();
    fill(&place.open());
    settle(place.path());
    let disk = Arc::new(Counting::default());
    let notebook = Notebook::existing(place.path(), disk.clone());
    let meetings = place.path().join("meetings");
    let waited = || std::mem::take(&mut *disk.synced.lock().unwrap()).get(&meetings).copied();
    let patient = PatientId(Id::from_bits(2));
    let done = notebook.forget(patient, &Holder::default()).unwrap();
    assert!(done.is_whole(), "{done:?}");
    assert_eq!((done.meetings.len(), done.versions), (10, 10));
    assert_eq!(waited(), Some(1));
    for number in 11..=20 {
        assert!(place.open().read(meeting(number).id).unwrap().review(patient).is_none());
    }
    let all = (11..=20).map(|number| meeting(number).id).collect();
    let mut told = Vec::new();
    let done = notebook.delete_meetings(&all, &Holder::default(), &mut |done, of| told.push((done, of)));
    assert!(done.unwrap().is_whole());
    assert_eq!(told, (1..=10).map(|done| (done, 10)).collect::<Vec<_>>());
    assert_eq!(waited(), Some(1));
    assert_eq!(place.open().list().unwrap().summaries, []);
}

/// What another program has open is left alone, and all others of its group are not.
#[test]
fn a_meeting_that_somebody_has_open_does_not_keep_others_from_being_changed() {
    let place = Place::new();
    fill(&place.open());
    let other = place.open();
    let held = other.hold(meeting(11).id, &Holder::default(), false).unwrap();
    let patient = PatientId(Id::from_bits(1));
    let done = place.open().forget(patient, &Holder::default()).unwrap();
    assert_eq!((done.meetings, done.versions), (vec![meeting(12).id], 1));
    assert_eq!(done.held.len(), 1);
    drop(held);
    assert!(place.open().read(meeting(11).id).unwrap().review(patient).is_some());
    let done = place.open().forget(patient, &Holder::default()).unwrap();
    assert!(done.is_whole() && done.meetings == [meeting(11).id], "{done:?}");
}

/// What somebody wrote after everything was read is read again.
#[test]
fn what_changed_since_everything_was_read_is_not_taken_for_what_it_was() {
    let place = Place::new();
    fill(&place.open());
    settle(place.path());
    let notebook = place.open();
    let survey = notebook.survey(|_| true, &mut |_, _| {}).unwrap();
    let other = place.open();
    other.load(meeting(20).id).unwrap();
    other.save(&with_patients(20, &[1, 2]), &[]).unwrap();
    let patient = PatientId(Id::from_bits(1));
    let done = notebook.forget_surveyed(&[patient], &survey, &Holder::default(), &mut |_, _| {}).unwrap();
    assert_eq!(done.meetings.len(), 3);
    assert!(place.open().read(meeting(20).id).unwrap().review(patient).is_none());
}

#[test]
fn a_start_looks_among_versions_only_of_meetings_that_somebody_had_open() {
    let place = Place::new();
    fill(&place.open());
    let left = |number: u128| {
        let id = meeting(number).id;
        place.path().join(format!("history/{id}/.{id}.0000000000000000.tmp"))
    };
    for number in [11, 12, 13] {
        std::fs::write(left(number), "half").unwrap();
    }
    std::fs::write(place.path().join(format!("meetings/{}.holder", meeting(11).id)), "").unwrap();
    settle(place.path());
    let disk = Arc::new(Counting::default());
    let notebook = Notebook::existing(place.path(), disk.clone());
    notebook.sweep_named(&notebook.names_of_meetings().unwrap());
    assert_eq!([11, 12, 13].map(|number| left(number).exists()), [false, true, true]);
    let listed = disk.listed.lock().unwrap().clone();
    assert_eq!(listed.keys().filter(|path| path.starts_with(place.path().join("history"))).count(), 1);
    assert_eq!(listed[&place.path().join("meetings")], 1);
    // The next version of that meeting takes along what is left beside it, and what nobody asked for is told.
    notebook.keep_version(&with_patients(12, &[3]), Reason::Opened).unwrap();
    assert_eq!([12, 13].map(|number| left(number).exists()), [false, true]);
    let findings = notebook.examine().findings;
    assert!(findings.contains(&Finding::Remains { path: left(13) }), "{findings:?}");
    assert_eq!(notebook.sweep().removed, 1);
}
