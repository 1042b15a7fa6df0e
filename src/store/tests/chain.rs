//! What a sealed notebook notes of its own work, so that what others do to it shows and what it does itself does not.

use std::fs;
use std::sync::Arc;

use super::tampering::World;
use super::{Counting, Place, meeting, noted};
use crate::store::vault::keyring::Pair;
use crate::store::vault::mark::{Mark, Secret};
use crate::store::vault::sealed::Sealed;
use crate::store::witness::roll::Entry as RollEntry;
use crate::store::{
    Backup, Codec, Damage, Holder, Keys, Link, LockError, Notebook, ReadProblem, RealFiles, Reason,
    SaveError, Subject, Tag, Tampering, has_lost_keys,
};

fn file(number: u128) -> String {
    format!("meetings/{}.toml", meeting(number).id)
}

/// Saves these versions of a meeting after each other, and gives the bytes of each.
fn saved(world: &World, number: u128, notes: &[&str]) -> Vec<Vec<u8>> {
    let notebook = world.open();
    let _ = notebook.load(meeting(number).id);
    let save = |note: &&str| {
        notebook.save(&noted(&meeting(number), note), &[]).unwrap();
        notebook.witness().unwrap();
        fs::read(world.path(&file(number))).unwrap()
    };
    notes.iter().map(save).collect()
}

#[test]
fn who_has_the_public_key_and_not_the_secret_makes_no_file() {
    let world = World::new();
    let recipient: age::x25519::Recipient = world.keys.recipient().parse().unwrap();
    let path = world.path(&file(1));
    let plain = world.open().custody.read_plain(&path).unwrap();
    let unmarked = age::encrypt(&recipient, &plain).unwrap();
    let wrong: Secret = Arc::new(age::secrecy::SecretBox::new(Box::new([7; 32])));
    let mark = Mark { subject: Subject::of(&file(1)), revision: 99, previous: None };
    let forged = age::encrypt(&recipient, &mark.put(&wrong, &plain).0).unwrap();
    for bytes in [unmarked, forged] {
        fs::write(&path, &bytes).unwrap();
        let refused = ReadProblem::Damaged { path: path.clone(), line: None, damage: Damage::Unproven };
        assert_eq!(world.open().read(meeting(1).id), Err(refused.clone()));
        assert!(world.open().tampering().contains(&Tampering::Unreadable(file(1), refused)));
        let saved = world.open().save(&meeting(1), &[]);
        assert!(matches!(saved, Err(SaveError::TargetDamaged { .. })), "{saved:?}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "it is not overwritten");
    }
}

#[test]
fn several_keys_open_and_the_newest_seals() {
    let pair = || Arc::new(Pair::draw().unwrap());
    let (old, new) = (pair(), pair());
    let mark = Mark { subject: Subject::of("tekst"), revision: 1, previous: None };
    let only_old = Sealed::new(vec![old.clone()], vec![old.clone()], false, None);
    let both = Sealed::new(vec![new.clone(), old.clone()], vec![new.clone(), old], false, None);
    let before = only_old.seal(&mark, b"een".to_vec()).unwrap().0;
    let after = both.seal(&mark, b"twee".to_vec()).unwrap().0;
    assert_eq!(both.open(&mark.subject, before).unwrap().plain, b"een");
    let only_new = Sealed::new(vec![new.clone()], vec![new], false, None);
    assert_eq!(only_new.open(&mark.subject, after.clone()).unwrap().plain, b"twee");
    assert!(only_old.open(&mark.subject, after).is_err());
    assert_eq!(only_old.name(&["a"]), both.name(&["a"]), "what is remembered keeps its name");
}

#[test]
fn what_was_put_back_is_named_until_somebody_accepts_it() {
    let world = World::new();
    let versions = saved(&world, 1, &["een", "twee", "drie"]);
    fs::write(world.path(&file(1)), &versions[0]).unwrap();
    assert_eq!(world.open().tampering(), [Tampering::Older(file(1))]);
    assert_eq!(world.open().read(meeting(1).id).unwrap().bottlenecks, "een", "it opens");
    // Working on does not make it right.
    saved(&world, 1, &["verder"]);
    assert_eq!(world.open().tampering(), [Tampering::Doubted(file(1))]);
    saved(&world, 1, &["nog verder"]);
    assert_eq!(world.open().tampering(), [Tampering::Doubted(file(1))]);
    let notebook = world.open();
    assert_eq!(notebook.accept().unwrap().accepted, [Tampering::Doubted(file(1))]);
    assert_eq!(world.open().tampering(), []);
    // Accepted as it stands, it is the newest: what was newer before may not come back either.
    fs::write(world.path(&file(1)), &versions[0]).unwrap();
    world.open().accept().unwrap();
    assert_eq!(world.open().tampering(), []);
    fs::write(world.path(&file(1)), &versions[2]).unwrap();
    assert_eq!(world.open().tampering(), [Tampering::Older(file(1))]);
}

#[test]
fn a_save_that_nobody_noted_is_no_alarm_and_is_noted_later() {
    let world = World::new();
    let notebook = world.open();
    notebook.load(meeting(1).id).unwrap();
    for note in ["een", "twee", "drie"] {
        notebook.save(&noted(&meeting(1), note), &[]).unwrap();
    }
    notebook.save(&meeting(2), &[]).unwrap();
    let versions = fs::read(world.path(&file(1))).unwrap();
    // The program was stopped before it wrote its roll.
    drop(notebook);
    let next = world.open();
    assert_eq!(next.tampering(), []);
    next.witness().unwrap();
    saved(&world, 1, &["later"]);
    fs::write(world.path(&file(1)), versions).unwrap();
    fs::remove_file(world.path(&file(2))).unwrap();
    assert_eq!(world.open().tampering(), [Tampering::Older(file(1)), Tampering::Gone(file(2))]);
    assert_eq!(world.open().accept().unwrap().left, []);
    assert_eq!(world.open().tampering(), []);
}

#[test]
fn what_was_deleted_on_purpose_is_not_missed_and_may_not_come_back() {
    let world = World::new();
    saved(&world, 2, &["weg"]);
    let notebook = world.open();
    notebook.keep_version(&noted(&meeting(2), "weg"), Reason::Worked).unwrap();
    let version = notebook.version_path(&notebook.versions(meeting(2).id)[0]);
    let (bytes, kept) = (fs::read(world.path(&file(2))).unwrap(), fs::read(&version).unwrap());
    assert!(
        notebook
            .delete_meetings(&[meeting(2).id].into(), &Holder::default(), &mut |_, _| {})
            .unwrap()
            .is_whole()
    );
    notebook.witness().unwrap();
    for computer in [world.open(), world.elsewhere()] {
        assert_eq!(computer.tampering(), []);
    }
    fs::write(world.path(&file(2)), bytes).unwrap();
    fs::write(&version, kept).unwrap();
    let within = world.open().custody.within(&version);
    assert_eq!(world.elsewhere().tampering(), [Tampering::Back(within), Tampering::Back(file(2))]);
}

#[test]
fn a_deletion_that_was_cut_off_is_no_alarm_and_is_finished() {
    let world = World::new();
    saved(&world, 2, &["weg"]);
    // The program was stopped after it wrote down what it was about to delete.
    world.open().custody.let_go_of(&[&world.path(&file(2))]).unwrap();
    assert_eq!(world.open().tampering(), []);
    world.open().witness().unwrap();
    assert!(!world.path(&file(2)).exists());
    assert_eq!(world.open().tampering(), []);
}

#[test]
fn two_programs_of_one_computer_lose_nothing_of_what_each_noted() {
    let world = World::new();
    let (one, other) = (world.open(), world.open());
    one.save(&meeting(2), &[]).unwrap();
    other.save(&meeting(3), &[]).unwrap();
    for notebook in [&one, &other, &one, &other] {
        notebook.witness().unwrap();
    }
    for number in [2, 3] {
        fs::remove_file(world.path(&file(number))).unwrap();
    }
    assert_eq!(world.open().tampering(), [Tampering::Gone(file(2)), Tampering::Gone(file(3))]);
}

#[test]
fn a_roll_that_was_put_back_while_the_program_ran_is_not_written_over() {
    let world = World::new();
    let roll = world.take().into_keys().find(|within| within.starts_with("devices/")).unwrap();
    let before = fs::read(world.path(&roll)).unwrap();
    let notebook = world.open();
    notebook.save(&meeting(2), &[]).unwrap();
    notebook.witness().unwrap();
    for changed in [Some(before), Some(b"age-encryption.org/v1\n".to_vec()), None] {
        match &changed {
            Some(bytes) => fs::write(world.path(&roll), bytes).unwrap(),
            None => fs::remove_file(world.path(&roll)).unwrap(),
        }
        notebook.save(&noted(&meeting(2), "later"), &[]).unwrap();
        assert!(matches!(notebook.witness(), Err(SaveError::NotWitnessed { .. })));
        // Nothing is deleted that would not be missed, and nothing is missed that was not deleted.
        let gone =
            notebook.delete_meetings(&[meeting(2).id].into(), &Holder::default(), &mut |_, _| {}).unwrap();
        assert!(!gone.is_whole() && world.path(&file(2)).exists());
        assert_eq!(fs::read(world.path(&roll)).ok(), changed, "it is not written over");
        assert_eq!(world.open().tampering().len(), 1);
    }
    assert_eq!(notebook.accept().unwrap().left, []);
    assert_eq!(world.open().tampering(), []);
    notebook.witness().unwrap();
}

#[test]
fn two_computers_know_of_each_other() {
    let world = World::new();
    let elsewhere = world.elsewhere();
    elsewhere.save(&meeting(2), &[]).unwrap();
    elsewhere.witness().unwrap();
    let notebook = world.open();
    assert_eq!(notebook.tampering(), []);
    notebook.save(&meeting(3), &[]).unwrap();
    notebook.witness().unwrap();
    let other = "devices/00000000000000000000000000000000.toml".to_owned();
    fs::remove_file(world.path(&other)).unwrap();
    // Also a third computer, which never saw it, hears that it is gone.
    let third = Notebook::existing_with(world.place.path(), Arc::new(RealFiles), world.codec());
    assert_eq!(third.tampering(), [Tampering::RollGone(other)]);
    assert_eq!(world.open().accept().unwrap().left, []);
    assert_eq!(world.open().tampering(), []);
}

#[test]
fn a_backup_that_is_put_back_is_no_alarm() {
    let world = World::new();
    saved(&world, 1, &["oud"]);
    let room = tempfile::tempdir().unwrap();
    let target = room.path().join("backup.tar");
    world.open().backup(&target).unwrap();
    saved(&world, 1, &["nieuw", "nieuwer"]);
    saved(&world, 2, &["erbij"]);
    let backup = Backup::read(Arc::new(RealFiles), &target).unwrap();
    let notebook = world.open();
    notebook.restore(&backup, &|_| true).unwrap();
    notebook.witness().unwrap();
    assert_eq!(world.open().read(meeting(1).id).unwrap().bottlenecks, "oud");
    assert_eq!(world.open().tampering(), []);
    // Also where it is the only copy, and where the file had gone.
    fs::remove_file(world.path(&file(1))).unwrap();
    assert_eq!(world.open().tampering(), [Tampering::Gone(file(1))]);
    let notebook = world.open();
    notebook.restore(&backup, &|_| true).unwrap();
    notebook.witness().unwrap();
    assert_eq!(world.open().tampering(), []);
    let fresh = Place::new();
    let codec: Arc<dyn Codec> = world.codec();
    let restored = Notebook::open_with(fresh.path(), Arc::new(RealFiles), codec.clone()).unwrap();
    restored.restore(&backup, &|_| false).unwrap();
    restored.witness().unwrap();
    let again = Notebook::existing_with(fresh.path(), Arc::new(RealFiles), codec);
    assert_eq!(
        (again.tampering(), again.read(meeting(1).id).unwrap().bottlenecks),
        (vec![], "oud".to_owned())
    );
}

#[test]
fn what_a_meeting_held_is_read_by_people_too_behind_one_remark() {
    let world = World::new();
    let bytes = fs::read(world.path(&file(1))).unwrap();
    let plain = age::decrypt(&world.keys.identity(), &bytes).unwrap();
    let text = String::from_utf8(plain).unwrap();
    assert!(text.starts_with(&format!("# pallium meeting/{} 1 - ", meeting(1).id)), "{text}");
    assert!(text.parse::<toml::Table>().is_ok_and(|table| table.contains_key("format")), "{text}");
}

#[test]
fn another_notebook_with_other_keys_remembers_under_another_name() {
    let (one, other) = (Keys::draw().unwrap(), Keys::draw().unwrap());
    let name = |keys: &Keys, folder: &str| keys.codec(false).name(&["notebook", folder]);
    assert_ne!(name(&one, "a"), name(&other, "a"));
    assert_ne!(name(&one, "a"), name(&one, "b"));
    assert_eq!(name(&one, "a"), name(&one, "a"));
}

/// What may go or get old without anybody being told, and what comes of it.
#[test]
fn what_is_not_missed_does_no_harm() {
    let world = World::new();
    let me =
        |place: &str| Holder { who: "iemand".into(), place: place.into(), since: "2026-11-27 14:03".into() };
    let holder = world.path(&format!("meetings/{}.holder", meeting(1).id));
    let notebook = world.open();
    let lock = notebook.hold(meeting(1).id, &me("elders"), false).unwrap();
    let bytes = fs::read(&holder).unwrap();
    drop(lock);
    assert!(!holder.exists());
    // One that was put back: a person is asked. Damaged, or gone: nobody has it open.
    fs::write(&holder, &bytes).unwrap();
    let asked = notebook.hold(meeting(1).id, &me("hier"), false);
    assert!(matches!(asked, Err(LockError::Elsewhere { .. })), "{asked:?}");
    fs::write(&holder, &bytes[1..]).unwrap();
    assert_eq!(notebook.holder(meeting(1).id), None);
    drop(notebook.hold(meeting(1).id, &me("hier"), false).unwrap());
    // The memory of this computer, alone: it is a new computer from then on, and knows what the rolls say.
    let versions = saved(&world, 1, &["een", "twee"]);
    let memory = world.take().into_keys().find(|within| within.starts_with("../")).unwrap();
    world.put(&memory, None);
    let notebook = world.open();
    assert_eq!(notebook.tampering(), []);
    // It is no reason to write; the next save is.
    saved(&world, 2, &["erbij"]);
    assert!(world.path(&memory).exists());
    fs::write(world.path(&file(1)), &versions[0]).unwrap();
    assert_eq!(world.open().tampering(), [Tampering::Older(file(1))]);
    // A damaged one is named, not written over, and nothing else is missed for it.
    fs::write(world.path(&file(1)), &versions[1]).unwrap();
    let damaged = b"age-encryption.org/v1\n";
    world.put(&memory, Some(damaged));
    let found = world.open().tampering();
    assert!(matches!(found.as_slice(), [Tampering::Memory { .. }]), "{found:?}");
    saved(&world, 2, &["later"]);
    assert_eq!(fs::read(world.path(&memory)).unwrap(), damaged);
    assert_eq!(world.open().accept().unwrap().left, []);
    assert_eq!(world.open().tampering(), []);
}

#[test]
fn a_notebook_that_lost_its_key_file_is_not_taken_for_a_plain_one() {
    let world = World::new();
    assert!(!has_lost_keys(&RealFiles, world.place.path()));
    for name in ["notebook.key", "notebook.keyring"] {
        assert!(!has_lost_keys(&RealFiles, world.place.path()));
        fs::remove_file(world.path(name)).unwrap();
    }
    assert!(has_lost_keys(&RealFiles, world.place.path()));
    for roll in world.take().into_keys().filter(|within| within.starts_with("devices/")) {
        world.put(&roll, None);
    }
    assert!(has_lost_keys(&RealFiles, world.place.path()), "its meetings are sealed");
    let plain = Place::new();
    plain.open().save(&meeting(1), &[]).unwrap();
    // Sealing was broken off before the first file.
    fs::write(plain.path().join("notebook.recovery"), b"age-encryption.org/v1\n").unwrap();
    assert!(!has_lost_keys(&RealFiles, plain.path()));
}

/// A save beside ten thousand files that are known moves as many bytes as one beside ten, and what it notes is seen all the same.
#[test]
fn a_save_costs_the_same_however_much_is_known() {
    let moved = |known: u64| {
        let world = World::new();
        let disk = Arc::new(Counting::default());
        let notebook = Notebook::existing_with(world.place.path(), disk.clone(), world.codec())
            .remembered_in(Some(world.memory.path().to_owned()));
        notebook.custody.load_chain();
        for number in 0..known {
            let link = Link { revision: 1, tag: Tag::of_bytes(&number.to_be_bytes()) };
            notebook
                .custody
                .chain()
                .note(&format!("definitions/{number:064x}.toml"), RollEntry::Gone(link.revision));
        }
        notebook.load(meeting(1).id).unwrap();
        notebook.save(&meeting(1), &[]).unwrap();
        notebook.witness().unwrap();
        let before = disk.bytes();
        notebook.save(&noted(&meeting(1), "twee"), &[]).unwrap();
        notebook.witness().unwrap();
        let moved = disk.bytes() - before;
        // Another program of this computer knows the same.
        let old = fs::read(world.path(&file(1))).unwrap();
        notebook.save(&noted(&meeting(1), "drie"), &[]).unwrap();
        notebook.witness().unwrap();
        fs::write(world.path(&file(1)), old).unwrap();
        assert_eq!(world.open().tampering(), [Tampering::Older(file(1))], "{known}");
        moved
    };
    let (few, many) = (moved(10), moved(10_000));
    assert!(many < few + 1000, "{few} and {many} bytes");
}
