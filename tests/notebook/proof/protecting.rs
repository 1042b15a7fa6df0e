//! Sealing a notebook and changing its passphrase, with the power going and the disk failing at every call of it.

use std::path::Path;
use std::sync::Arc;

use age::secrecy::SecretString;
use pallium::meeting::{Id, MeetingId};
use pallium::store::{
    Cost, Keys, Notebook, Plain, Protection, RecoveryKey, Tampering, begin, codec, hold, protection,
    set_passphrase, unlock,
};

use super::choices::every_way;
use super::disk::Disk;
use super::life::live;
use super::trouble::{Failure, Trouble};
use super::truth::{FOLDER, Truth, version_of};
use super::{FIRST, careful, disks, new_disk};

const OLD: &str = "de oude wachtzin";
const NEW: &str = "de nieuwe wachtzin";

fn folder() -> &'static Path {
    Path::new(FOLDER)
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

/// Seals the notebook, or goes on with that; whether it said that it is done.
fn protect(disk: &Disk) -> bool {
    let files = careful(disk);
    let Ok(known) = protection(files.as_ref(), folder()) else { return false };
    let Ok(notebook) = Notebook::open(folder(), files.clone()) else { return false };
    if let Protection::Sealed { under_way } = known {
        let Some(keys) = keys(disk, OLD) else { return false };
        let Ok(codec) = codec(files.as_ref(), folder(), &keys) else { return false };
        let notebook = notebook.with_codec(codec);
        let Ok(held) = notebook.hold_everything() else { return false };
        return !under_way || notebook.seal_everything(&held).is_ok();
    }
    let Ok(held) = notebook.hold_everything() else { return false };
    let (Ok(keys), Ok(recovery)) = (Keys::draw(), RecoveryKey::draw()) else { return false };
    let begun = begin(files.as_ref(), folder(), &keys, &secret(OLD), &recovery, Cost::slight(), &held);
    if begun.is_err() {
        return false;
    }
    let Ok(codec) = codec(files.as_ref(), folder(), &keys) else { return false };
    notebook.with_codec(codec).seal_everything(&held).is_ok()
}

fn keys(disk: &Disk, passphrase: &str) -> Option<Keys> {
    unlock(careful(disk).as_ref(), folder(), &secret(passphrase)).ok()?
}

/// Everything that was acknowledged can be read, as the next start of the program would.
fn is_whole(disk: &Disk, truth: &Truth, sealed: bool) -> bool {
    let files = careful(disk);
    let known = protection(files.as_ref(), folder()).expect("this disk says what it has");
    let codec: Arc<dyn pallium::store::Codec> = match known {
        Protection::Sealed { .. } => {
            let Some(keys) = keys(disk, OLD) else { return false };
            codec(files.as_ref(), folder(), &keys).expect("this disk gives what it has")
        }
        _ if sealed => return false,
        _ => Arc::new(Plain),
    };
    let notebook = Notebook::existing_with(folder(), files, codec);
    truth.meetings.iter().filter(|(_, versions)| versions.saved > 0).all(|(number, versions)| {
        let meeting = notebook.read(MeetingId(Id::from_bits(*number)));
        meeting.is_ok_and(|meeting| {
            version_of(*number, &meeting) == Some(versions.saved)
                && meeting.pinned().all(|pinned| notebook.read_definition(&pinned.hash).is_ok())
        })
    })
}

/// Whether a word of a meeting, or a key of TOML, stands in any file but the settings.
fn is_plain(disk: &Disk, folder: &Path) -> bool {
    disk.names(folder).into_iter().any(|name| {
        let path = folder.join(&name);
        match disk.content(&path) {
            None => is_plain(disk, &path),
            Some(bytes) => {
                name != "settings.toml" && !bytes.is_empty() && !bytes.starts_with(b"age-encryption.org/v1\n")
            }
        }
    })
}

fn lived() -> (Disk, Truth) {
    let (disk, mut truth) = (new_disk(), Truth::default());
    live(&disk, &|disk| careful(disk), &mut truth, &FIRST);
    disk.wait(3600);
    (disk, truth)
}

/// What the next start would say of a notebook that is sealed.
fn alarms(disk: &Disk) -> Vec<Tampering> {
    let files = careful(disk);
    let Some(keys) = keys(disk, OLD) else { return Vec::new() };
    let codec = codec(files.as_ref(), folder(), &keys).expect("this disk gives what it has");
    Notebook::existing_with(folder(), files, codec).tampering()
}

#[test]
fn sealing_loses_nothing_wherever_the_power_goes_and_can_be_completed() {
    let (start, truth) = lived();
    let whole = start.copy();
    whole.begin(Trouble::None);
    assert!(protect(&whole) && is_whole(&whole, &truth, true) && !is_plain(&whole, folder()));
    for at in 0..=whole.calls() {
        let disk = start.copy();
        disk.begin(Trouble::Cut(at));
        let done = protect(&disk);
        every_way(disks(4, 12), u64::try_from(at).unwrap_or(0) + 1, |choices| {
            let after = disk.after_cut(choices);
            assert!(is_whole(&after, &truth, done), "cut before call {at}");
            assert_eq!(alarms(&after), [], "cut before call {at}");
            assert!(!done || !is_plain(&after, folder()), "plain again after a cut before call {at}");
            assert!(protect(&after), "not completed after a cut before call {at}");
            assert!(is_whole(&after, &truth, true) && !is_plain(&after, folder()), "call {at}, completed");
            assert_eq!(alarms(&after), [], "call {at}, completed");
        });
    }
}

#[test]
fn sealing_loses_nothing_whatever_the_disk_says() {
    let (start, truth) = lived();
    let whole = start.copy();
    whole.begin(Trouble::None);
    assert!(protect(&whole));
    for at in 0..whole.calls() {
        let failure = Failure::ALL[at % Failure::ALL.len()];
        for trouble in [Trouble::Once(at, failure), Trouble::FromNow(at, failure)] {
            let disk = start.copy();
            disk.begin(trouble);
            let done = protect(&disk);
            disk.begin(Trouble::None);
            assert!(is_whole(&disk, &truth, done), "{trouble:?}");
            assert!(protect(&disk), "not completed after {trouble:?}");
            assert!(is_whole(&disk, &truth, true) && !is_plain(&disk, folder()), "{trouble:?}");
        }
    }
}

#[test]
fn the_old_passphrase_or_the_new_one_opens_wherever_the_change_is_broken_off() {
    let (start, truth) = lived();
    assert!(protect(&start));
    let change = |disk: &Disk| {
        let files = careful(disk);
        let _held = hold(files.as_ref(), folder()).ok()?;
        let keys = keys(disk, OLD)?;
        set_passphrase(files.as_ref(), folder(), &keys, &secret(NEW), Cost::slight()).ok()
    };
    let whole = start.copy();
    whole.begin(Trouble::None);
    assert!(change(&whole).is_some());
    assert!(keys(&whole, NEW).is_some() && keys(&whole, OLD).is_none());
    let troubles = (0..=whole.calls()).flat_map(|at| {
        let failures = Failure::ALL.into_iter().map(move |failure| Trouble::Once(at, failure));
        failures.chain([Trouble::Cut(at)])
    });
    for trouble in troubles {
        let disk = start.copy();
        disk.begin(trouble);
        let changed = change(&disk).is_some();
        every_way(16, 1, |choices| {
            let after = disk.after_cut(choices);
            let (old, new) = (keys(&after, OLD).is_some(), keys(&after, NEW).is_some());
            assert!(old != new, "{trouble:?}: old {old}, new {new}");
            assert!(new || !changed, "{trouble:?}: said to be changed, and is not");
            assert!(!old || is_whole(&after, &truth, true), "{trouble:?}");
        });
    }
}
