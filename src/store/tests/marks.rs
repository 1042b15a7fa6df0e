//! What is said to be under way in a sealed notebook: believed while it is so, and taken for no attack when a stop left it.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::tampering::{OLD, World, secret};
use super::{Place, meeting, noted};
use crate::store::files::{Entry, Facts, HeldFile, NewFile};
use crate::store::record::names::GENERATION;
use crate::store::record::names::KEYRING;
use crate::store::record::names::UNDER_WAY;
use crate::store::vault::protection::SEALING;
use crate::store::{
    Codec, Cost, Files, Finding, Holder, KeyProblem, Keys, Mark, Notebook, RealFiles, RecoveryKey, SaveError,
    SealProblem, Subject, Tampering, begin, codec, unlock,
};

fn file(number: u128) -> String {
    format!("meetings/{}.toml", meeting(number).id)
}

/// A mark as the notebook had it while it was being sealed.
fn mark_of(keys: &Keys) -> Vec<u8> {
    let mark = Mark { subject: Subject::of(UNDER_WAY), revision: 1, previous: None };
    keys.codec(false).seal(&mark, SEALING.to_vec()).unwrap().0
}

fn without_rolls(world: &World) {
    for within in world.take().into_keys().filter(|within| within.starts_with("devices/")) {
        world.put(&within, None);
    }
}

#[test]
fn an_old_mark_is_not_believed_when_all_rolls_are_gone() {
    let world = World::new();
    world.put(UNDER_WAY, Some(&mark_of(&world.keys)));
    without_rolls(&world);
    world.put(&file(1), Some(b"format = 1\n"));
    assert!(world.elsewhere().read(meeting(1).id).is_err(), "a plain file was believed");
    let told = world.elsewhere().tampering();
    assert!(told.contains(&Tampering::NoRolls("devices".to_owned())), "{told:?}");
    // What the program advises makes nothing genuine of it.
    fs::remove_file(world.path(&format!("meetings/{}.lock", meeting(1).id))).unwrap_or_default();
    let held = world.elsewhere().hold_everything().unwrap();
    let sealing = world.elsewhere().seal_everything(&held).unwrap();
    assert_eq!(sealing.damaged, [world.path(&file(1))]);
    assert_eq!(fs::read(world.path(&file(1))).unwrap(), b"format = 1\n");
    assert!(!world.path(UNDER_WAY).exists());
}

#[test]
fn the_keyring_of_while_it_was_being_sealed_does_not_come_back() {
    let place = Place::new();
    place.open().save(&noted(&meeting(1), "eerste"), &[]).unwrap();
    let notebook = place.open();
    let held = notebook.hold_everything().unwrap();
    let (keys, recovery) = (Keys::draw().unwrap(), RecoveryKey::draw().unwrap());
    begin(&RealFiles, place.path(), &keys, &secret(OLD), &recovery, Cost::slight(), &held).unwrap();
    let then = [UNDER_WAY, KEYRING].map(|name| (name, fs::read(place.path().join(name)).unwrap()));
    let codec = || codec(&RealFiles, place.path(), &keys).unwrap();
    assert!(codec().takes_plain());
    notebook.with_codec(codec()).seal_everything(&held).unwrap();
    assert!(!codec().takes_plain());
    fs::remove_dir_all(place.path().join("devices")).unwrap();
    for (name, bytes) in then {
        fs::write(place.path().join(name), bytes).unwrap();
    }
    assert!(!codec().takes_plain(), "an earlier keyring was believed");
    let opened = unlock(&RealFiles, place.path(), &secret(OLD));
    assert!(matches!(opened, Err(KeyProblem::RolledBack { .. })), "{opened:?}");
}

#[test]
fn what_stops_the_end_of_sealing_is_told_as_what_it_is() {
    let world = World::new();
    assert_eq!(world.open().tampering(), []);
    world.open().witness().unwrap();
    without_rolls(&world);
    let held = world.open().hold_everything().unwrap();
    let ended = world.open().seal_everything(&held);
    assert!(matches!(ended, Err(SealProblem::NotNoted(SaveError::NotWitnessed { .. }))), "{ended:?}");
}

#[test]
fn a_mark_that_a_stop_left_is_no_attack_and_no_sealing() {
    let world = World::new();
    let (codec, unfit) = (world.codec(), b"Pallium seals this notebook\n");
    let found = |bytes: &[u8]| {
        world.put(UNDER_WAY, Some(bytes));
        let notebook = Notebook::existing_with(world.place.path(), Arc::new(RealFiles), codec.clone());
        let findings = notebook.examine().findings;
        assert!(!findings.iter().any(|found| matches!(found, Finding::UnderWay { .. })), "{findings:?}");
        findings
    };
    // Everything was sealed, and that is noted: somebody put it there.
    let findings = found(unfit);
    let back = |found: &Finding| {
        matches!(found, Finding::File(crate::store::FileProblem::Tampered { found: Tampering::Mark(_), .. }))
    };
    assert!(findings.iter().any(back), "{findings:?}");
    // Nothing is noted of it: it may be what a stop left.
    without_rolls(&world);
    let findings = found(&mark_of(&world.keys));
    assert!(findings.iter().any(|found| matches!(found, Finding::StaleMark { .. })), "{findings:?}");
}

#[test]
fn rolls_that_were_gone_stay_told_until_somebody_says_that_all_is_right() {
    for looks_first in [true, false] {
        let world = World::new();
        let told = [Tampering::NoRolls("devices".to_owned())];
        without_rolls(&world);
        let notebook = world.elsewhere();
        if looks_first {
            assert_eq!(notebook.tampering(), told);
        }
        notebook.save(&meeting(2), &[]).unwrap();
        notebook.witness().unwrap();
        assert!(world.take().keys().any(|within| within.starts_with("devices/")), "no roll was written");
        for _ in 0..2 {
            let notebook = world.elsewhere();
            assert_eq!(notebook.tampering(), told);
            notebook.witness().unwrap();
        }
        assert_eq!(world.elsewhere().accept().unwrap().left, []);
        assert_eq!(world.elsewhere().tampering(), []);
    }
}

/// A disk on which another program holds every lock for some time.
#[derive(Debug, Default)]
struct Held {
    tries: AtomicU32,
}

impl Files for Held {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        RealFiles.create_folder(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        RealFiles.list(folder)
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        RealFiles.facts(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        RealFiles.read(path, limit)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        RealFiles.create_new(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealFiles.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealFiles.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove(path)
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Box<dyn HeldFile>>> {
        let is_roll = path.parent().is_some_and(|folder| folder.ends_with("devices"));
        let left = self.tries.load(Ordering::Relaxed);
        if is_roll && left > 0 {
            self.tries.store(left - 1, Ordering::Relaxed);
            return Ok(None);
        }
        RealFiles.try_lock(path)
    }
}

#[test]
fn a_roll_that_another_program_is_writing_is_waited_for() {
    let world = World::new();
    let files = Arc::new(Held::default());
    let notebook = Notebook::existing_with(world.place.path(), files.clone(), world.codec());
    let is_missed = |number| {
        let bytes = fs::read(world.path(&file(number))).unwrap();
        world.put(&file(number), None);
        let is_missed = world.elsewhere().tampering().contains(&Tampering::Gone(file(number)));
        world.put(&file(number), Some(&bytes));
        is_missed
    };
    notebook.save(&meeting(2), &[]).unwrap();
    files.tries.store(3, Ordering::Relaxed);
    notebook.witness().unwrap();
    assert!(is_missed(2), "it was not waited for");
    // Somebody who does not let go: nothing is said of a save, which is noted with the next, and nothing is deleted.
    notebook.save(&meeting(3), &[]).unwrap();
    files.tries.store(u32::MAX, Ordering::Relaxed);
    assert_eq!(notebook.witness(), Ok(()));
    assert!(!is_missed(3));
    let deleted =
        notebook.delete_meetings(&[meeting(3).id].into(), &Holder::default(), &mut |_, _| {}).unwrap();
    assert!(matches!(deleted.failed.as_slice(), [SaveError::RollBusy { .. }]), "{deleted:?}");
    assert!(world.path(&file(3)).exists());
    files.tries.store(0, Ordering::Relaxed);
    notebook.witness().unwrap();
    assert!(is_missed(3));
}

#[test]
fn a_keyring_without_its_generation_is_settled_when_sealing_ends() {
    let world = World::new();
    let before = fs::read(world.path(GENERATION)).unwrap();
    let ring =
        world.codec().enter(&crate::store::KeyFiles::read(&RealFiles, world.place.path()).unwrap().unwrap());
    let ring = ring.unwrap().unwrap();
    ring.rewritten(&RealFiles, world.place.path(), ring.ring.clone()).unwrap();
    // A stop between the two.
    world.put(GENERATION, Some(&before));
    let held = world.elsewhere().hold_everything().unwrap();
    world.elsewhere().seal_everything(&held).unwrap();
    let keys = unlock(&RealFiles, world.place.path(), &secret(OLD)).unwrap().unwrap();
    assert_eq!(keys.key_files.generation(&keys.ring), Some(keys.generation()));
}
