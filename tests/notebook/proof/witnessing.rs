//! What a sealed notebook notes of its own work, with the power going and the disk failing at every call: the program
//! itself never gives an alarm, and what was noted is missed when it goes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::SecretString;
use pallium::meeting::{Id, Meeting, MeetingId};
use pallium::store::{
    Codec, Cost, Holder, Keys, Notebook, Reason, RecoveryKey, Tampering, begin, codec, unlock,
};

use super::choices::every_way;
use super::disk::Disk;
use super::life::live;
use super::trouble::{Failure, Trouble};
use super::truth::{FOLDER, Truth};
use super::{FIRST, careful, disks, new_disk};

const PASSPHRASE: &str = "een wachtzin";

fn folder() -> &'static Path {
    Path::new(FOLDER)
}

fn id(number: u128) -> MeetingId {
    MeetingId(Id::from_bits(number))
}

fn unlocked(disk: &Disk) -> Option<Arc<dyn Codec>> {
    let files = careful(disk);
    let keys = unlock(files.as_ref(), folder(), &SecretString::from(PASSPHRASE)).ok()??;
    codec(files.as_ref(), folder(), &keys).ok()
}

/// The notebook as a program on this computer opens it.
fn opened(disk: &Disk) -> Notebook {
    try_opened(disk).expect("this disk gives what it has")
}

fn try_opened(disk: &Disk) -> Option<Notebook> {
    let notebook = Notebook::existing_with(folder(), careful(disk), unlocked(disk)?);
    Some(notebook.remembered_in(Some(PathBuf::from("/remembered"))))
}

/// A sealed notebook in which somebody worked, and this computer saw it.
fn sealed() -> Disk {
    let (disk, mut truth) = (new_disk(), Truth::default());
    live(&disk, &|disk| careful(disk), &mut truth, &FIRST);
    disk.wait(3600);
    let files = careful(&disk);
    let notebook = Notebook::open(folder(), files.clone()).expect("a notebook");
    let held = notebook.hold_everything().expect("nobody has it");
    let (keys, recovery) = (Keys::draw().expect("keys"), RecoveryKey::draw().expect("a key"));
    let passphrase = SecretString::from(PASSPHRASE);
    begin(files.as_ref(), folder(), &keys, &passphrase, &recovery, Cost::slight(), &held).expect("begun");
    notebook.with_codec(unlocked(&disk).expect("keys")).seal_everything(&held).expect("sealed");
    let notebook = opened(&disk);
    assert_eq!(notebook.tampering(), []);
    notebook.witness().expect("noted");
    disk
}

/// An evening in a sealed notebook; whatever fails is left, as the program leaves it.
fn evening(disk: &Disk) {
    // A disk that does not give the keys is not worked on.
    let Some(notebook) = try_opened(disk) else { return };
    let saved = |meeting: Meeting| {
        let _ = notebook.save(&meeting, &[]);
        let _ = notebook.witness();
    };
    for note in ["een", "twee"] {
        if let Ok(meeting) = notebook.load(id(1)) {
            let _ = notebook.keep_version(&meeting, Reason::Worked);
            saved(Meeting { bottlenecks: note.to_owned(), ..meeting });
        }
    }
    if let Ok(meeting) = notebook.read(id(1)) {
        saved(Meeting { id: id(9), ..meeting });
    }
    let _ = notebook.delete_meetings(&[id(2)].into(), &Holder::default(), &mut |_, _| {});
    let _ = notebook.witness();
    let _ = notebook.list();
}

#[test]
fn the_program_itself_gives_no_alarm_wherever_the_power_goes() {
    let start = sealed();
    let whole = start.copy();
    whole.begin(Trouble::None);
    evening(&whole);
    assert_eq!(opened(&whole).tampering(), []);
    assert!(whole.calls() > 80, "too little was tried: {}", whole.calls());
    for at in 0..=whole.calls() {
        let disk = start.copy();
        disk.begin(Trouble::Cut(at));
        evening(&disk);
        every_way(disks(4, 12), u64::try_from(at).unwrap_or(0) + 1, |choices| {
            let after = disk.after_cut(choices);
            assert_eq!(opened(&after).tampering(), [], "cut before call {at}");
            // The next start goes on, and what was being deleted is.
            opened(&after).witness().expect("noted");
            assert_eq!(opened(&after).tampering(), [], "after a cut before call {at}");
        });
    }
}

#[test]
fn the_program_itself_gives_no_alarm_whatever_the_disk_says() {
    let start = sealed();
    let whole = start.copy();
    whole.begin(Trouble::None);
    evening(&whole);
    for at in 0..whole.calls() {
        let failure = Failure::ALL[at % Failure::ALL.len()];
        for trouble in [Trouble::Once(at, failure), Trouble::FromNow(at, failure)] {
            let disk = start.copy();
            disk.begin(trouble);
            evening(&disk);
            disk.begin(Trouble::None);
            assert_eq!(opened(&disk).tampering(), [], "{trouble:?}");
        }
    }
}

#[test]
fn what_was_noted_is_missed_when_it_goes() {
    let disk = sealed();
    evening(&disk);
    let (path, within) =
        (folder().join(format!("meetings/{}.toml", id(1))), format!("meetings/{}.toml", id(1)));
    disk.damage(&path, b"");
    assert!(
        matches!(opened(&disk).tampering().as_slice(), [Tampering::Unreadable(found, _)] if *found == within)
    );
    careful(&disk).remove(&path).expect("it is there");
    assert_eq!(opened(&disk).tampering(), [Tampering::Gone(within)]);
}
