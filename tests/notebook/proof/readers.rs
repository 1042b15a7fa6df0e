//! Adding and removing a reader and giving a new first passphrase, with the power going and the disk failing at every
//! call of it: whoever stays opens everything, and who was removed opens nothing any more.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use age::secrecy::SecretString;
use pallium::meeting::{Id, MeetingId};
use pallium::store::{
    Cost, Files, Keys, Notebook, Protection, ReaderProblem, RecoveryKey, Tampering, add_reader, begin,
    begin_removal, codec, finish_removal, hold, protection, recover, renew_first, renew_recovery, unlock,
};

use super::choices::every_way;
use super::disk::Disk;
use super::life::{Act, live};
use super::plants::Plant;
use super::trouble::{Failure, Trouble};
use super::truth::{FOLDER, Truth, version_of};
use super::{careful, disks, new_disk};

/// What stands in the mark of a removal.
const REMOVAL: &str = "Pallium seals this notebook anew\n";

const FIRST: &str = "de wachtzin van noord";
const LEAVING: &str = "de wachtzin van zuid";
const STAYING: &str = "de wachtzin van west";
const NEW: &str = "de wachtzin van oost";
const SINCE: &str = "2026-11-27 14:03";

fn folder() -> &'static Path {
    Path::new(FOLDER)
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

/// A sealed notebook with meetings, a version, and three readers.
struct Team {
    disk: Disk,
    truth: Truth,
    recovery: RecoveryKey,
    /// What the reader who leaves had opened before.
    gone: Arc<dyn pallium::store::Codec>,
}

/// Made once: making one takes longer than a try.
fn team() -> &'static Team {
    static TEAM: OnceLock<Team> = OnceLock::new();
    TEAM.get_or_init(|| {
        let (disk, mut truth) = (new_disk(), Truth::default());
        live(
            &disk,
            &|disk| careful(disk),
            &mut truth,
            &[Act::Save(1), Act::Keep(1), Act::Save(2), Act::Save(1)],
        );
        disk.wait(3600);
        let files = careful(&disk);
        let notebook = Notebook::open(folder(), files.clone()).expect("a notebook");
        let held = notebook.hold_everything().expect("a whole notebook");
        let recovery = RecoveryKey::draw().expect("a key");
        let keys = Keys::draw().expect("keys").named("Noord", SINCE);
        begin(files.as_ref(), folder(), &keys, &secret(FIRST), &recovery, Cost::slight(), &held)
            .expect("keys");
        let codec = codec(files.as_ref(), folder(), &keys).expect("a codec");
        notebook.with_codec(codec).seal_everything(&held).expect("a sealed notebook");
        drop(held);
        add(&files, "Zuid", LEAVING).expect("a reader");
        add(&files, "West", STAYING).expect("a reader");
        let gone = pallium::store::codec(files.as_ref(), folder(), &keys_of(&disk, LEAVING).expect("keys"));
        Team { gone: gone.expect("a codec"), disk, truth, recovery }
    })
}

fn keys_of(disk: &Disk, passphrase: &str) -> Option<Keys> {
    unlock(careful(disk).as_ref(), folder(), &secret(passphrase)).ok()?
}

/// Adds a reader as the program does; it is fine when they are there.
fn add(files: &Arc<dyn Files>, name: &str, passphrase: &str) -> Option<()> {
    let held = hold(files.as_ref(), folder()).ok()?;
    let keys = unlock(files.as_ref(), folder(), &secret(FIRST)).ok()??;
    let (typed, cost) = (secret(passphrase), Cost::slight());
    match add_reader(files.as_ref(), folder(), &keys, name, SINCE, &typed, cost, held.as_ref()) {
        Ok(_) | Err(ReaderProblem::Known) => Some(()),
        Err(_) => None,
    }
}

/// Removes the reader Zuid, or goes on with that.
fn remove(files: &Arc<dyn Files>) -> Option<()> {
    let keys = unlock(files.as_ref(), folder(), &secret(FIRST)).ok()??;
    let codec = codec(files.as_ref(), folder(), &keys).ok()?;
    let notebook = Notebook::existing_with(folder(), files.clone(), codec);
    let held = notebook.hold_everything().ok()?;
    let keys = match begin_removal(files.as_ref(), folder(), &keys, "Zuid", &held) {
        Ok(keys) => keys,
        Err(ReaderProblem::Nobody) if keys.is_under_way() => keys,
        // Only the mark may be left.
        Err(ReaderProblem::Nobody) => return notebook.seal_everything(&held).ok().map(drop),
        Err(_) => return None,
    };
    finish_removal(files, folder(), &keys, &held, None).ok().map(drop)
}

/// Gives a new first passphrase.
fn renew(files: &Arc<dyn Files>, recovery: &RecoveryKey) -> Option<()> {
    let _held = hold(files.as_ref(), folder()).ok()?;
    let keys = recover(files.as_ref(), folder(), recovery).ok()?;
    renew_first(files.as_ref(), folder(), &keys, ("Noord", SINCE), &secret(NEW), Cost::slight())
        .ok()
        .map(drop)
}

/// Whether everything that was acknowledged opens with this passphrase.
fn opens(disk: &Disk, passphrase: &str) -> bool {
    keys_of(disk, passphrase).is_some_and(|keys| is_whole(disk, &keys))
}

fn is_whole(disk: &Disk, keys: &Keys) -> bool {
    let files = careful(disk);
    let codec = codec(files.as_ref(), folder(), keys).expect("this disk gives what it has");
    let notebook = Notebook::existing_with(folder(), files, codec);
    let truth = &team().truth;
    truth.meetings.iter().all(|(number, versions)| {
        let id = MeetingId(Id::from_bits(*number));
        let kept = notebook.versions(id);
        notebook.read(id).is_ok_and(|meeting| {
            version_of(*number, &meeting) == Some(versions.saved)
                && meeting.pinned().all(|pinned| notebook.read_definition(&pinned.hash).is_ok())
        }) && kept.len() >= usize::from(truth.kept.contains_key(number))
            && kept.iter().all(|version| notebook.read_version(version).is_ok())
    })
}

/// Whether who was removed opens something with what they had, or with their file.
fn is_open_to_who_left(disk: &Disk, within: &Path) -> bool {
    keys_of(disk, LEAVING).is_some()
        || disk.names(within).into_iter().any(|name| {
            let path = within.join(name);
            match disk.content(&path) {
                None => is_open_to_who_left(disk, &path),
                // The mark of a removal says nothing of anybody, and a stop may leave one behind until the next start sweeps.
                Some(bytes) => {
                    team().gone.open_unproven(bytes).is_ok_and(|plain| !plain.ends_with(REMOVAL.as_bytes()))
                }
            }
        })
}

/// Every trouble at every call of `act`, and what is found afterwards, shown to `look` with whether it was said to be done.
fn everywhere(disks: usize, act: &dyn Fn(&Disk) -> Option<()>, look: &mut dyn FnMut(&Disk, bool, &str)) {
    let whole = team().disk.copy();
    whole.begin(Trouble::None);
    assert!(act(&whole).is_some());
    for at in 0..=whole.calls() {
        let disk = team().disk.copy();
        disk.begin(Trouble::Cut(at));
        let done = act(&disk).is_some();
        every_way(disks, u64::try_from(at).unwrap_or(0) + 1, |choices| {
            look(&disk.after_cut(choices), done, &format!("cut before call {at}"));
        });
        let failure = Failure::ALL[at % Failure::ALL.len()];
        // By turns a fault that passes and one that stays.
        let trouble = if at % 2 == 0 { Trouble::Once(at, failure) } else { Trouble::FromNow(at, failure) };
        let disk = team().disk.copy();
        disk.begin(trouble);
        let done = act(&disk).is_some();
        disk.begin(Trouble::None);
        look(&disk, done, &format!("{trouble:?}"));
    }
}

#[test]
fn whoever_is_there_opens_everything_wherever_adding_a_reader_is_broken_off() {
    let act = |disk: &Disk| add(&careful(disk), "Oost", NEW);
    everywhere(disks(1, 6), &act, &mut |disk, done, when| {
        assert!([FIRST, LEAVING, STAYING].iter().all(|known| opens(disk, known)), "{when}");
        assert!(!done || opens(disk, NEW), "{when}: said to be added");
        assert!(act(disk).is_some() && opens(disk, NEW) && opens(disk, FIRST), "{when}: not completed");
    });
}

#[test]
fn whoever_stays_opens_everything_wherever_a_removal_is_broken_off_and_who_left_nothing_after_it() {
    let act = |disk: &Disk| remove(&careful(disk));
    let right = |disk: &Disk| {
        opens(disk, FIRST)
            && opens(disk, STAYING)
            && recover(careful(disk).as_ref(), folder(), &team().recovery).is_ok()
            && !is_called_an_attack(disk)
    };
    let over = |disk: &Disk| {
        let keys = keys_of(disk, STAYING).expect("a reader");
        let known = protection(careful(disk).as_ref(), folder());
        !is_open_to_who_left(disk, folder())
            && !keys.is_under_way()
            && keys.strays().is_empty()
            && known == Ok(Protection::Sealed { under_way: false })
    };
    assert!(is_open_to_who_left(&team().disk, folder()));
    everywhere(disks(1, 6), &act, &mut |disk, done, when| {
        assert!(right(disk), "{when}");
        assert!(!done || over(disk), "{when}: said to be done");
        assert!(act(disk).is_some(), "{when}: not completed");
        assert!(right(disk) && over(disk), "{when}, completed");
    });
}

#[test]
fn the_old_first_passphrase_or_the_new_one_opens_wherever_a_recovery_is_broken_off() {
    let act = |disk: &Disk| renew(&careful(disk), &team().recovery);
    everywhere(4, &act, &mut |disk, done, when| {
        let (old, new) = (opens(disk, FIRST), opens(disk, NEW));
        assert!(old != new && (new || !done), "{when}: old {old}, new {new}");
        assert!(opens(disk, LEAVING) && opens(disk, STAYING), "{when}");
        assert!(act(disk).is_some() && opens(disk, NEW) && !opens(disk, FIRST), "{when}: not completed");
    });
}

#[test]
fn the_old_recovery_key_or_the_new_one_opens_wherever_the_change_is_broken_off() {
    let new = RecoveryKey::draw().expect("a key");
    let act = |disk: &Disk| {
        let files = careful(disk);
        let held = hold(files.as_ref(), folder()).ok()?;
        let keys = unlock(files.as_ref(), folder(), &secret(STAYING)).ok()??;
        renew_recovery(files.as_ref(), folder(), &keys, &new, Cost::slight(), held.as_ref()).ok().map(drop)
    };
    everywhere(4, &act, &mut |disk, done, when| {
        let opens_by =
            |key| recover(careful(disk).as_ref(), folder(), key).is_ok_and(|keys| is_whole(disk, &keys));
        let (by_old, by_new) = (opens_by(&team().recovery), opens_by(&new));
        assert!(by_old != by_new && (by_new || !done), "{when}: old {by_old}, new {by_new}");
        assert!(opens(disk, FIRST) && opens(disk, STAYING), "{when}");
    });
}

/// Whether the mark that the program itself left is taken for one that somebody put back.
fn is_called_an_attack(disk: &Disk) -> bool {
    let files = careful(disk);
    let keys = keys_of(disk, STAYING).expect("a reader");
    let codec = codec(files.as_ref(), folder(), &keys).expect("a codec");
    let told = Notebook::existing_with(folder(), files, codec).tampering();
    told.iter().any(|found| matches!(found, Tampering::Mark(_)))
}

/// A program that does not wait for the disk loses files to a key that is retired.
#[test]
fn a_careless_removal_is_caught() {
    for plant in [Plant::NoSync, Plant::NoFolderSync] {
        let disk = team().disk.copy();
        assert!(remove(&plant.on(&disk)).is_some());
        let mut faults = 0;
        every_way(12, 1, |choices| {
            let after = disk.after_cut(choices);
            let right = opens(&after, FIRST) && opens(&after, STAYING);
            faults += usize::from(!right || is_open_to_who_left(&after, folder()));
        });
        assert!(faults > 0, "{plant:?}");
    }
}
