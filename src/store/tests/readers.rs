//! Several readers of one notebook: who opens it, who does not any more, and what nobody can slip in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::SecretString;

use super::{Place, meeting, noted};
use crate::store::generate::{self, Size};
use crate::store::record::names::UNDER_WAY;
use crate::store::record::names::{GENERATION, RECOVERY};
use crate::store::record::names::{KEY, KEYRING};
use crate::store::vault::keyring::{Keyring, Pair, Use};
use crate::store::{
    Backup, Codec, Cost, Damage, Files, Finding, KeyFiles, KeyProblem, Keys, Notebook, Outcome, ReadProblem,
    ReaderProblem, RealFiles, RecoveryKey, SaveError, add_reader, begin, begin_removal, codec,
    codec_for_backups, finish_removal, hold, recover, renew_first, renew_recovery, set_passphrase, unlock,
};

const NORTH: &str = "de wachtzin van noord";
const SOUTH: &str = "de wachtzin van zuid";
const WEST: &str = "de wachtzin van west";

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn opens(folder: &Path, passphrase: &str) -> Result<Keys, KeyProblem> {
    unlock(&RealFiles, folder, &secret(passphrase)).map(Option::unwrap)
}

fn notebook(folder: &Path, keys: &Keys) -> Notebook {
    Notebook::existing_with(folder, Arc::new(RealFiles), codec(&RealFiles, folder, keys).unwrap())
}

fn add(folder: &Path, name: &str, passphrase: &str) -> Result<Keys, ReaderProblem> {
    let held = hold(&RealFiles, folder).unwrap();
    let (keys, typed) = (opens(folder, NORTH).unwrap(), secret(passphrase));
    let since = "2026-11-27 14:03";
    add_reader(&RealFiles, folder, &keys, name, since, &typed, Cost::slight(), held.as_ref())
}

fn remove(folder: &Path, by: &str, name: &str) -> Result<usize, ReaderProblem> {
    let keys = opens(folder, by).unwrap();
    let held = notebook(folder, &keys).hold_everything().unwrap();
    let keys = begin_removal(&RealFiles, folder, &keys, name, &held)?;
    let files: Arc<dyn Files> = Arc::new(RealFiles);
    finish_removal(&files, folder, &keys, &held, None).map(|(_, sealing)| sealing.sealed)
}

/// A sealed notebook with two meetings and the readers Noord, Zuid and West.
fn team() -> (Place, RecoveryKey) {
    let place = Place::new();
    let folder = place.path();
    let plain = generate::notebook(folder, 2, Size::Small).unwrap();
    let held = plain.hold_everything().unwrap();
    let recovery = RecoveryKey::draw().unwrap();
    let keys = Keys::draw().unwrap().named("Noord", "2026-11-20 09:00");
    begin(&RealFiles, folder, &keys, &secret(NORTH), &recovery, Cost::slight(), &held).unwrap();
    let sealing = plain.with_codec(codec(&RealFiles, folder, &keys).unwrap());
    sealing.seal_everything(&held).unwrap();
    drop(held);
    add(folder, "Zuid", SOUTH).unwrap();
    add(folder, "West", WEST).unwrap();
    (place, recovery)
}

fn names(keys: &Keys) -> Vec<&str> {
    keys.readers().into_iter().map(|reader| reader.name.as_str()).collect()
}

fn meetings(folder: &Path, keys: &Keys) -> usize {
    let listing = notebook(folder, keys).list().unwrap();
    assert_eq!(listing.problems, []);
    listing.summaries.len()
}

/// Everything under a folder with its content.
fn copied(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            all.extend(copied(&entry));
        } else {
            all.push((entry.clone(), fs::read(&entry).unwrap()));
        }
    }
    all
}

#[test]
fn everybody_opens_the_same_notebook_with_their_own_passphrase() {
    let (place, recovery) = team();
    for (passphrase, name) in [(NORTH, "Noord"), (SOUTH, "Zuid"), (WEST, "West")] {
        let keys = opens(place.path(), passphrase).unwrap();
        assert_eq!(names(&keys), ["Noord", "Zuid", "West"]);
        assert_eq!(keys.me().unwrap().name, name);
        assert_eq!(meetings(place.path(), &keys), 2);
        assert!(!keys.is_under_way() && keys.strays().is_empty());
        assert_eq!(keys.generation(), 4);
    }
    assert_eq!(opens(place.path(), "van niemand").unwrap_err(), KeyProblem::Wrong);
    assert!(recover(&RealFiles, place.path(), &recovery).unwrap().me().is_none());
    // Who changes a passphrase changes that of nobody else.
    let keys = opens(place.path(), SOUTH).unwrap();
    set_passphrase(&RealFiles, place.path(), &keys, &secret("een andere zin"), Cost::slight()).unwrap();
    assert_eq!(opens(place.path(), SOUTH).unwrap_err(), KeyProblem::Wrong);
    assert_eq!(opens(place.path(), "een andere zin").unwrap().me().unwrap().name, "Zuid");
    assert!(opens(place.path(), NORTH).is_ok() && opens(place.path(), WEST).is_ok());
    // What somebody seals who knows only whom to seal for, every reader opens.
    let recipient: age::x25519::Recipient = keys.recipient().parse().unwrap();
    let sealed = age::encrypt(&recipient, b"tekst").unwrap();
    assert_eq!(opens(place.path(), WEST).unwrap().codec(false).open_unproven(sealed), Ok(b"tekst".to_vec()));
}

#[test]
fn names_are_shown_told_apart_and_never_a_path() {
    let (place, _) = team();
    for (name, problem) in [
        ("zuid", ReaderProblem::Known),
        ("", ReaderProblem::Name),
        (" Oost", ReaderProblem::Name),
        ("Oo\u{202e}st", ReaderProblem::Name),
        ("Oost\n# newest", ReaderProblem::Name),
        (&"o".repeat(61), ReaderProblem::Name),
    ] {
        assert_eq!(add(place.path(), name, "een lange zin").unwrap_err(), problem, "{name:?}");
    }
    add(place.path(), "../Oost \"Ω\"", "een lange zin").unwrap();
    assert_eq!(opens(place.path(), "een lange zin").unwrap().me().unwrap().name, "../Oost \"Ω\"");
    assert_eq!(fs::read_dir(place.path().join("readers")).unwrap().count(), 3);
}

#[test]
fn who_was_removed_opens_nothing_that_is_there_and_the_others_open_everything() {
    let (place, recovery) = team();
    let folder = place.path();
    let before = copied(folder);
    let gone = opens(folder, SOUTH).unwrap();
    // Two meetings, and the two files with what this computer knows of them.
    assert_eq!(remove(folder, WEST, "zuid"), Ok(4));
    for (path, bytes) in copied(folder).into_iter().filter(|(_, bytes)| !bytes.is_empty()) {
        assert!(
            gone.codec_for_backups(false).open_unproven(bytes.clone()).is_err(),
            "{path:?} opens with the old key"
        );
        assert!(age::decrypt(&gone.me, &bytes).is_err(), "{path:?} is sealed to who was removed");
    }
    assert_eq!(opens(folder, SOUTH).unwrap_err(), KeyProblem::Wrong);
    for keys in [opens(folder, NORTH), opens(folder, WEST), recover(&RealFiles, folder, &recovery)] {
        let keys = keys.unwrap();
        assert_eq!((names(&keys), meetings(folder, &keys)), (vec!["Noord", "West"], 2));
        assert!(!keys.is_under_way());
    }
    // With a copy of their own file they are told that they are no reader, and still open nothing.
    let own = before.iter().find(|(path, _)| path.to_string_lossy().ends_with(&gone.own_file)).unwrap();
    fs::write(&own.0, &own.1).unwrap();
    assert!(matches!(opens(folder, SOUTH), Err(KeyProblem::NotAReader { .. })));
    assert_eq!(opens(folder, WEST).unwrap().strays(), std::slice::from_ref(&own.0));
}

#[test]
fn the_last_reader_stays_and_the_first_may_go() {
    let (place, recovery) = team();
    let folder = place.path();
    assert_eq!(remove(folder, NORTH, "Oost"), Err(ReaderProblem::Nobody));
    assert!(remove(folder, NORTH, "Noord").is_ok());
    assert!(!folder.join(KEY).exists());
    assert!(remove(folder, WEST, "Zuid").is_ok());
    assert_eq!(remove(folder, WEST, "West"), Err(ReaderProblem::Last));
    assert_eq!(meetings(folder, &opens(folder, WEST).unwrap()), 2);
    // The recovery key gives a first passphrase again.
    let keys = recover(&RealFiles, folder, &recovery).unwrap();
    let named = ("Oost", "2026-11-28 10:00");
    renew_first(&RealFiles, folder, &keys, named, &secret(NORTH), Cost::slight()).unwrap();
    assert_eq!(names(&opens(folder, NORTH).unwrap()), ["Oost", "West"]);
}

#[test]
fn a_new_first_passphrase_shuts_the_old_file_out() {
    let (place, recovery) = team();
    let folder = place.path();
    let old = fs::read(folder.join(KEY)).unwrap();
    let keys = recover(&RealFiles, folder, &recovery).unwrap();
    renew_first(&RealFiles, folder, &keys, ("x", ""), &secret("een nieuwe zin"), Cost::slight()).unwrap();
    assert_eq!(names(&opens(folder, "een nieuwe zin").unwrap()), ["Noord", "Zuid", "West"]);
    fs::write(folder.join(KEY), old).unwrap();
    assert!(matches!(opens(folder, NORTH), Err(KeyProblem::NotAReader { .. })));
}

#[test]
fn a_new_recovery_key_shuts_the_old_one_out_with_its_file() {
    let (place, old) = team();
    let folder = place.path();
    let file = fs::read(folder.join(RECOVERY)).unwrap();
    let (keys, new) = (opens(folder, SOUTH).unwrap(), RecoveryKey::draw().unwrap());
    let held = hold(&RealFiles, folder).unwrap();
    renew_recovery(&RealFiles, folder, &keys, &new, Cost::slight(), held.as_ref()).unwrap();
    assert_eq!(meetings(folder, &recover(&RealFiles, folder, &new).unwrap()), 2);
    assert_eq!(recover(&RealFiles, folder, &old).unwrap_err(), KeyProblem::Wrong);
    fs::write(folder.join(RECOVERY), file).unwrap();
    assert!(matches!(recover(&RealFiles, folder, &old), Err(KeyProblem::NotAReader { .. })));
    assert!(opens(folder, NORTH).is_ok());
}

#[test]
fn a_program_that_was_open_meanwhile_saves_nothing_that_nobody_could_open() {
    let (place, _) = team();
    let folder = place.path();
    let open = notebook(folder, &opens(folder, NORTH).unwrap());
    add(folder, "Oost", "een lange zin").unwrap();
    open.save(&meeting(7), &[]).unwrap();
    remove(folder, WEST, "Zuid").unwrap();
    assert_eq!(open.save(&noted(&meeting(7), "meer"), &[]), Err(SaveError::OtherKeys));
    let again = opens(folder, NORTH).unwrap();
    assert_eq!(meetings(folder, &again), 3);
    // What it keeps elsewhere opens with what it was started with.
    let rescue = Place::new();
    for (name, bytes) in open.codec.openers() {
        let path = rescue.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let copy = Notebook::open_with(rescue.path(), Arc::new(RealFiles), open.codec.clone()).unwrap();
    copy.save(&noted(&meeting(7), "meer"), &[]).unwrap();
    assert_eq!(meetings(rescue.path(), &opens(rescue.path(), NORTH).unwrap()), 1);
}

#[test]
fn a_removal_that_was_broken_off_is_told_and_completed() {
    let (place, _) = team();
    let folder = place.path();
    let keys = opens(folder, NORTH).unwrap();
    let held = notebook(folder, &keys).hold_everything().unwrap();
    begin_removal(&RealFiles, folder, &keys, "Zuid", &held).unwrap();
    // Nothing is sealed anew yet, and everything opens; a second removal goes on with both.
    let keys = opens(folder, WEST).unwrap();
    assert!(keys.is_under_way());
    assert_eq!(meetings(folder, &keys), 2);
    let told = notebook(folder, &keys).examine().findings;
    assert!(told.iter().any(|found| matches!(found, Finding::Removal { .. })), "{told:?}");
    assert!(!told.iter().any(|found| matches!(found, Finding::UnderWay { .. })), "{told:?}");
    assert!(matches!(opens(folder, SOUTH), Err(KeyProblem::NotAReader { .. })));
    drop(held);
    remove(folder, WEST, "Noord").unwrap();
    let keys = opens(folder, WEST).unwrap();
    assert!(!keys.is_under_way() && keys.strays().is_empty());
    assert_eq!((names(&keys), meetings(folder, &keys)), (vec!["West"], 2));
    // The folder of a test is open to others, and nothing else is the matter.
    let told = notebook(folder, &keys).examine().findings;
    assert!(told.iter().all(|found| matches!(found, Finding::Open { .. })), "{told:?}");
}

#[test]
fn a_removal_that_was_broken_off_before_it_began_is_no_attack_and_can_be_done_again() {
    let (place, _) = team();
    let folder = place.path();
    let keys = opens(folder, NORTH).unwrap();
    let noted = notebook(folder, &keys);
    noted.note_keys();
    noted.witness().unwrap();
    let held = noted.hold_everything().unwrap();
    // The power went between the mark and the keyring.
    let names_of_keys = ["notebook.keyring", "notebook.generation"];
    let before = names_of_keys.map(|name| (folder.join(name), fs::read(folder.join(name)).unwrap()));
    begin_removal(&RealFiles, folder, &keys, "Zuid", &held).unwrap();
    let mark = fs::read(folder.join(UNDER_WAY)).unwrap();
    before.iter().for_each(|(path, bytes)| fs::write(path, bytes).unwrap());
    let keys = opens(folder, NORTH).unwrap();
    assert_eq!(names(&keys), ["Noord", "Zuid", "West"]);
    assert_eq!(notebook(folder, &keys).tampering(), []);
    let told = notebook(folder, &keys).examine().findings;
    assert!(told.iter().any(|found| matches!(found, Finding::RemovalNotBegun { .. })), "{told:?}");
    assert!(!told.iter().any(|found| matches!(found, Finding::UnderWay { .. })), "{told:?}");
    notebook(folder, &keys).seal_everything(&held).unwrap();
    assert!(!folder.join(UNDER_WAY).exists());
    drop(held);
    remove(folder, NORTH, "Zuid").unwrap();
    let keys = opens(folder, NORTH).unwrap();
    assert_eq!(names(&keys), ["Noord", "West"]);
    // A mark that a stop at the very end left is no attack either.
    fs::write(folder.join(UNDER_WAY), mark).unwrap();
    assert_eq!(notebook(folder, &keys).tampering(), []);
    let told = notebook(folder, &keys).examine().findings;
    assert!(told.iter().any(|found| matches!(found, Finding::StaleMark { .. })), "{told:?}");
}

#[test]
fn a_plain_file_that_somebody_put_there_is_not_sealed_anew() {
    let (place, _) = team();
    let folder = place.path();
    let planted = place.file(&meeting(9));
    fs::write(&planted, "format = 1\n").unwrap();
    assert_eq!(remove(folder, NORTH, "Zuid"), Ok(4));
    assert_eq!(fs::read(&planted).unwrap(), b"format = 1\n");
    let read = notebook(folder, &opens(folder, NORTH).unwrap()).read(meeting(9).id);
    assert_eq!(read, Err(ReadProblem::Damaged { path: planted, line: None, damage: Damage::Sealed }));
}

#[test]
fn a_keyring_that_alone_is_swapped_forged_or_rolled_back_is_refused() {
    let (place, _) = team();
    let folder = place.path();
    let path = folder.join(KEYRING);
    let refused = |bytes: &[u8]| {
        let right = fs::read(&path).unwrap();
        fs::write(&path, bytes).unwrap();
        let opened = opens(folder, NORTH).map(drop);
        fs::write(&path, right).unwrap();
        opened.unwrap_err()
    };
    // From before somebody was added, and from before somebody was removed.
    let earlier = fs::read(&path).unwrap();
    add(folder, "Oost", "een lange zin").unwrap();
    assert!(matches!(refused(&earlier), KeyProblem::RolledBack { .. }));
    let earlier = fs::read(&path).unwrap();
    let gone = opens(folder, SOUTH).unwrap();
    remove(folder, NORTH, "Zuid").unwrap();
    assert!(matches!(refused(&earlier), KeyProblem::RolledBack { .. }));
    // Who was removed knows to whom to seal, and makes one with keys of their own.
    let mut forged = gone.ring;
    forged.generation = 100;
    forged.keys = vec![(Use::Newest, Arc::new(Pair::draw().unwrap()))];
    assert!(matches!(refused(&forged.seal().unwrap()), KeyProblem::RolledBack { .. }));
    // Of another notebook, and no keyring at all.
    let (other, _) = team();
    let other = fs::read(other.path().join(KEYRING)).unwrap();
    assert!(matches!(refused(&other), KeyProblem::NotAReader { .. }));
    assert!(matches!(refused(b""), KeyProblem::Damaged { .. } | KeyProblem::Newer { .. }));
    for name in [KEYRING, GENERATION] {
        let right = fs::read(folder.join(name)).unwrap();
        fs::remove_file(folder.join(name)).unwrap();
        assert_eq!(opens(folder, NORTH).map(drop), Err(KeyProblem::Lost { path: folder.join(name) }));
        fs::write(folder.join(name), right).unwrap();
    }
    assert!(opens(folder, NORTH).is_ok());
}

/// A line that is missing, unknown or out of place makes it none of ours, so that nothing in it is lost with the next writing; what
/// earlier programs wrote at its end is left out.
#[test]
fn a_keyring_is_read_in_the_form_in_which_it_is_written_and_in_no_other() {
    let (place, _) = team();
    let keys = opens(place.path(), NORTH).unwrap();
    let plain = age::decrypt(&keys.me, keys.key_files.file(KEYRING).unwrap()).unwrap();
    let text = String::from_utf8(plain).unwrap();
    let opened = |text: &str| {
        let sealed = age::encrypt(&keys.me.to_public(), text.as_bytes()).unwrap();
        Keyring::open(&sealed, &keys.me).is_ok()
    };
    assert!(opened(&text));
    assert!(opened(&format!("{text}# proof: {}\n", "0".repeat(64))));
    for changed in [
        text.replace("readers/", "../readers/"),
        text.replace("# newest: ", "# retired: "),
        format!("{text}# more\n"),
        format!("{text}{text}"),
    ] {
        assert!(!opened(&changed), "{}", changed.replace("SECRET", "..."));
    }
    for line in
        text.lines().filter(|line| !["# reader: ", "# recovery: "].iter().any(|one| line.starts_with(one)))
    {
        assert!(!opened(&text.replace(&format!("{line}\n"), "")), "without {}", line.get(..12).unwrap());
    }
}

#[test]
fn a_backup_from_before_a_removal_still_comes_back_and_brings_no_reader_with_it() {
    let (place, _) = team();
    let folder = place.path();
    let room = tempfile::tempdir().unwrap();
    let tar = room.path().join("eerder.tar");
    let before = notebook(folder, &opens(folder, NORTH).unwrap());
    before.save(&meeting(7), &[]).unwrap();
    before.backup(&tar).unwrap();
    remove(folder, NORTH, "Zuid").unwrap();
    fs::remove_file(place.file(&meeting(7))).unwrap();
    let keys = opens(folder, NORTH).unwrap();
    let codec = codec_for_backups(&RealFiles, folder, &keys).unwrap();
    let backup = Backup::read(Arc::new(RealFiles), &tar).unwrap();
    assert!(backup.opens_with(codec.as_ref()).unwrap());
    let done =
        Notebook::existing_with(folder, Arc::new(RealFiles), codec).restore(&backup, &|_| false).unwrap();
    assert_eq!(done.iter().filter(|(_, outcome)| *outcome == Outcome::Added).count(), 1, "{done:?}");
    let keys = opens(folder, WEST).unwrap();
    assert_eq!((names(&keys), meetings(folder, &keys)), (vec!["Noord", "West"], 3));
    assert!(opens(folder, SOUTH).is_err() && keys.strays().is_empty());
    // In a folder of its own it opens with all passphrases of then.
    let elsewhere = Place::new();
    let key_files: KeyFiles = backup.key_files().unwrap().unwrap();
    let codec: Arc<dyn Codec> = Arc::new(key_files.unlock(&secret(SOUTH)).unwrap().codec(false));
    let restored = Notebook::open_with(elsewhere.path(), Arc::new(RealFiles), codec).unwrap();
    restored.restore(&backup, &|_| false).unwrap();
    for passphrase in [NORTH, SOUTH, WEST] {
        assert_eq!(meetings(elsewhere.path(), &opens(elsewhere.path(), passphrase).unwrap()), 3);
    }
}

#[test]
fn of_two_who_change_the_readers_at_once_one_is_told() {
    let (place, _) = team();
    let folder = place.path();
    let keys = opens(folder, NORTH).unwrap();
    let held = hold(&RealFiles, folder).unwrap();
    assert!(hold(&RealFiles, folder).is_err());
    // On a shared folder that passes no locks on.
    let add = |name: &str| {
        let (since, cost) = ("2026-11-27 14:03", Cost::slight());
        add_reader(&RealFiles, folder, &keys, name, since, &secret("een lange zin"), cost, held.as_ref())
    };
    add("Oost").unwrap();
    assert_eq!(add("Midden").unwrap_err(), ReaderProblem::Key(KeyProblem::Changed));
    assert_eq!(names(&opens(folder, NORTH).unwrap()), ["Noord", "Zuid", "West", "Oost"]);
}
