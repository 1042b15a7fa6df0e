//! Forgetting a patient with the power going before each call, and each call failing: doing it again finishes it.

use std::path::Path;

use chrono::NaiveDate;
use pallium::meeting::{Id, Meeting, MeetingId, MeetingKind, PatientId, Review, VersionReason};
use pallium::store::{Holder, Notebook};

use super::choices::every_way;
use super::disk::Disk;
use super::trouble::{Failure, Trouble};
use super::truth::FOLDER;
use super::{careful, new_disk};

const GONE: &str = "Fictief Weg";
const STAYS: &str = "Fictief Blijft";

fn meeting(number: u128, note: &str) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, NaiveDate::default());
    for (patient, label) in [(1, GONE), (2, STAYS)] {
        let mut review = Review::new(PatientId(Id::from_bits(patient)));
        review.label = label.to_owned();
        review.notes = format!("{label} {note}");
        meeting.reviews.push(review.into());
    }
    meeting
}

/// Two meetings, each with an earlier version.
fn start() -> Disk {
    let disk = new_disk();
    let notebook = Notebook::open(Path::new(FOLDER), careful(&disk)).expect("a notebook");
    for number in 1..3 {
        notebook.save(&meeting(number, "nu"), &[]).expect("a save");
        notebook.keep_version(&meeting(number, "toen"), VersionReason::Opened).expect("a version");
    }
    disk
}

fn forget(disk: &Disk) -> bool {
    let Ok(notebook) = Notebook::open(Path::new(FOLDER), careful(disk)) else { return false };
    let me = Holder { who: "ik".to_owned(), ..Holder::default() };
    notebook.forget(PatientId(Id::from_bits(1)), &me).is_ok_and(|done| done.is_whole())
}

/// Every file of the notebook that holds `text`.
fn holding(disk: &Disk, text: &str) -> usize {
    let folder = Path::new(FOLDER);
    let mut folders = vec![folder.join("meetings")];
    folders.extend(disk.names(&folder.join("history")).iter().map(|id| folder.join("history").join(id)));
    let files = folders.iter().flat_map(|folder| {
        disk.names(folder).into_iter().filter_map(|name| disk.content(&folder.join(name)))
    });
    files.filter(|bytes| String::from_utf8_lossy(bytes).contains(text)).count()
}

fn finishes(disk: &Disk) {
    disk.begin(Trouble::None);
    // The other patient is never missing, at no moment.
    assert!(holding(disk, STAYS) >= 4, "somebody else was lost");
    assert!(forget(disk), "doing it again finishes it");
    assert_eq!(holding(disk, GONE), 0, "something is left");
    assert!(holding(disk, STAYS) >= 4, "somebody else was lost");
}

#[test]
fn forgetting_that_was_interrupted_anywhere_is_finished_by_doing_it_again() {
    let start = start();
    let whole = start.copy();
    whole.begin(Trouble::None);
    assert!(forget(&whole));
    assert_eq!((holding(&start, GONE), holding(&whole, GONE), holding(&whole, STAYS)), (4, 0, 4));
    for at in 0..whole.calls() {
        let disk = start.copy();
        disk.begin(Trouble::Cut(at));
        forget(&disk);
        every_way(4, 1, |choices| finishes(&disk.after_cut(choices)));
        let failure = Failure::ALL[at % Failure::ALL.len()];
        for trouble in [Trouble::Once(at, failure), Trouble::FromNow(at, failure)] {
            let disk = start.copy();
            disk.begin(trouble);
            forget(&disk);
            finishes(&disk);
        }
    }
    // What was said to be done stays done when the power goes at once.
    every_way(16, 1, |choices| assert_eq!(holding(&whole.after_cut(choices), GONE), 0));
}
