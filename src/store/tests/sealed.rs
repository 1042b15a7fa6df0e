//! A sealed notebook: what opens, what does not, and what is never written to it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};

use super::{Place, meeting, noted};
use crate::store::generate::{self, Size};
use crate::store::record::names::{GENERATION, KEY, KEYRING, RECOVERY, UNDER_WAY};
use crate::store::vault::sealed::is_sealed;
use crate::store::{
    Backup, Codec, Cost, Damage, FileProblem, Finding, Holder, KeyFiles, KeyProblem, Keys, Mark, Member,
    Notebook, Outcome, Protection, ReadProblem, RealFiles, Reason, RecoveryKey, SaveError, SealProblem,
    Subject, begin, codec, protection, recover, set_passphrase, unlock,
};

const PASSPHRASE: &str = "vier woorden voor een proef";

fn first(path: &str) -> Mark {
    Mark { subject: Subject::of(path), revision: 1, previous: None }
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

/// Protects the notebook in `folder` as the program does.
fn protect(folder: &Path) -> (Keys, RecoveryKey) {
    let notebook = Notebook::open(folder, Arc::new(RealFiles)).unwrap();
    let held = notebook.hold_everything().unwrap();
    let (keys, recovery) = (Keys::draw().unwrap(), RecoveryKey::draw().unwrap());
    begin(&RealFiles, folder, &keys, &secret(PASSPHRASE), &recovery, Cost::slight(), &held).unwrap();
    let codec = codec(&RealFiles, folder, &keys).unwrap();
    notebook.with_codec(codec).seal_everything(&held).unwrap();
    (keys, recovery)
}

fn unlocked(folder: &Path, passphrase: &str) -> Result<Keys, KeyProblem> {
    unlock(&RealFiles, folder, &secret(passphrase)).map(Option::unwrap)
}

fn opened(folder: &Path) -> Notebook {
    let codec = codec(&RealFiles, folder, &unlocked(folder, PASSPHRASE).unwrap()).unwrap();
    Notebook::open_with(folder, Arc::new(RealFiles), codec).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// A notebook with everything in it that a meeting leaves, and with what a stopped program leaves.
fn full() -> Place {
    let place = Place::new();
    let notebook = place.open();
    let me = Holder { who: "merkteken".into(), place: "elders".into(), since: "2026-11-27 14:03".into() };
    for number in 1..4 {
        let text: Arc<str> = format!("# merkteken {number}\n").into();
        let mut meeting = noted(&meeting(number), "merkteken");
        let hash = crate::store::definition_hash(&text);
        meeting.definitions.push(crate::meeting::Pinned {
            id: crate::checklist::Name::new("proef"),
            version: "1".to_owned(),
            hash: hash.clone(),
        });
        notebook.save(&meeting, &[(hash, text)]).unwrap();
        notebook.keep_version(&meeting, Reason::Opened).unwrap();
    }
    std::mem::forget(notebook.hold(meeting(1).id, &me, false));
    let whole = fs::read(place.file(&meeting(2))).unwrap();
    let id = meeting(2).id;
    for name in [
        format!("{id}.conflict-1.toml"),
        format!("{id}.damaged-1.toml"),
        format!("{id} (conflicted copy).toml"),
        format!(".{id}.00000000000000ff.tmp"),
    ] {
        fs::write(place.path().join("meetings").join(name), &whole).unwrap();
    }
    fs::write(place.path().join("index/meetings.json"), "merkteken").unwrap();
    fs::write(place.path().join("index/.meetings.json.00000000000000ff.tmp"), "merkteken").unwrap();
    place
}

#[test]
fn nothing_plain_remains_and_everything_opens() {
    let place = full();
    let before: Vec<_> = (1..4).map(|number| place.open().read(meeting(number).id).unwrap()).collect();
    let held = place.open().hold_everything();
    assert!(matches!(held, Err(SealProblem::Held(_))), "a meeting is open elsewhere: {held:?}");
    // The other program has ended.
    fs::remove_file(place.path().join(format!("meetings/{}.lock", meeting(1).id))).unwrap();
    protect(place.path());
    let mut sealed = 0;
    for path in files(place.path()) {
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(bytes.is_empty() || is_sealed(&bytes), "{name} is plain");
        sealed += usize::from(is_sealed(&bytes));
    }
    assert!(sealed >= 15, "{sealed}");
    assert_eq!(protection(&RealFiles, place.path()), Ok(Protection::Sealed { under_way: false }));
    let notebook = opened(place.path());
    let after: Vec<_> = (1..4).map(|number| notebook.read(meeting(number).id).unwrap()).collect();
    assert_eq!(after, before);
    assert_eq!(notebook.list().unwrap().summaries.len(), 3);
    for hash in after.iter().flat_map(|meeting| meeting.pinned()).map(|pinned| &pinned.hash) {
        notebook.read_definition(hash).unwrap();
    }
    let version = &notebook.versions(meeting(1).id)[0];
    assert_eq!(notebook.read_version(version).unwrap().bottlenecks, "merkteken");
    let needs = notebook.examine().findings;
    assert!(
        !needs.iter().any(|found| matches!(found, Finding::File(FileProblem::Unreadable(_)))),
        "{needs:?}"
    );
}

#[test]
fn every_flipped_bit_and_every_truncation_is_noticed() {
    let place = Place::new();
    place.open().save(&meeting(1), &[]).unwrap();
    let (keys, _) = protect(place.path());
    let codec = keys.codec(false);
    let text = Subject::of("tekst");
    let sealed = codec.seal(&first("tekst"), b"Een korte tekst.".to_vec()).unwrap().0;
    every_change_is_noticed(&sealed, &|bytes| codec.open(&text, bytes).is_ok());
    let key_files = KeyFiles::read(&RealFiles, place.path()).unwrap().unwrap();
    for name in [KEY, KEYRING, GENERATION] {
        every_change_is_noticed(key_files.file(name).unwrap(), &|bytes| {
            let key_files = key_files.with([(name, bytes)]);
            if name == KEY {
                return key_files.unlock(&secret(PASSPHRASE)).is_ok();
            }
            key_files.enter(keys.me.clone(), KEY, false).is_ok()
        });
    }
}

#[track_caller]
fn every_change_is_noticed(whole: &[u8], opens: &dyn Fn(Vec<u8>) -> bool) {
    assert!(opens(whole.to_vec()));
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!opens(changed), "bit {bit}");
    }
    for length in 0..whole.len() {
        assert!(!opens(whole[..length].to_vec()), "{length} bytes");
    }
    assert!(!opens([whole, b"x"].concat()));
}

#[test]
fn a_changed_file_is_named_and_the_others_open() {
    let place = Place::new();
    for number in [1, 2] {
        place.open().save(&meeting(number), &[]).unwrap();
    }
    protect(place.path());
    let path = place.file(&meeting(1));
    let mut bytes = fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    // A plain file in the place of a sealed one was not made with the key.
    for bytes in [bytes, b"format = 1\n".to_vec(), Vec::new()] {
        fs::write(&path, &bytes).unwrap();
        let notebook = opened(place.path());
        let problem = ReadProblem::Damaged { path: path.clone(), line: None, damage: Damage::Sealed };
        assert_eq!(notebook.read(meeting(1).id), Err(problem.clone()));
        let listing = notebook.list().unwrap();
        assert_eq!(listing.problems, [FileProblem::Unreadable(problem.clone())]);
        assert_eq!(listing.summaries.len(), 1);
        assert!(notebook.examine().findings.contains(&Finding::File(FileProblem::Unreadable(problem))));
        let Err(SaveError::TargetDamaged { kept, .. }) = notebook.save(&meeting(1), &[]) else {
            panic!("a damaged meeting was overwritten");
        };
        fs::remove_file(kept).unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes, "it is not overwritten");
    }
}

#[test]
fn passphrase_and_recovery_key_open_and_nothing_else_does() {
    let place = Place::new();
    let (keys, recovery) = protect(place.path());
    assert_eq!(unlocked(place.path(), "een andere wachtzin").unwrap_err(), KeyProblem::Wrong);
    assert!(recover(&RealFiles, place.path(), &recovery).is_ok());
    let other = RecoveryKey::draw().unwrap();
    assert_eq!(recover(&RealFiles, place.path(), &other).unwrap_err(), KeyProblem::Wrong);
    set_passphrase(&RealFiles, place.path(), &keys, &secret("de nieuwe wachtzin"), Cost::slight()).unwrap();
    assert_eq!(unlocked(place.path(), PASSPHRASE).unwrap_err(), KeyProblem::Wrong);
    let again = unlocked(place.path(), "de nieuwe wachtzin").unwrap();
    let sealed = keys.codec(false).seal(&first("tekst"), b"tekst".to_vec()).unwrap().0;
    assert_eq!(again.codec(false).open(&Subject::of("tekst"), sealed).unwrap().plain, b"tekst");
    assert!(recover(&RealFiles, place.path(), &recovery).is_ok(), "the recovery key stays the same");
}

#[test]
fn a_program_that_opened_it_plain_writes_nothing_plain_to_it() {
    let place = Place::new();
    let plain = place.open();
    protect(place.path());
    assert_eq!(plain.save(&meeting(1), &[]), Err(SaveError::Sealed));
    assert_eq!(plain.keep_version(&meeting(1), Reason::Opened), Err(SaveError::Sealed));
    let _lock = plain.hold(meeting(1).id, &Holder::default(), false).unwrap();
    plain.list().unwrap();
    let left: Vec<PathBuf> = files(place.path());
    let plain =
        left.iter().filter(|path| fs::read(path).is_ok_and(|all| !all.is_empty() && !is_sealed(&all)));
    assert_eq!(plain.count(), 0, "{left:?}");
}

#[test]
fn the_mark_of_a_sealing_cannot_be_made_without_the_key() {
    let place = Place::new();
    place.open().save(&meeting(1), &[]).unwrap();
    protect(place.path());
    fs::write(place.path().join(UNDER_WAY), b"Pallium seals this notebook\n").unwrap();
    fs::write(place.file(&meeting(1)), b"format = 1\n").unwrap();
    let notebook = opened(place.path());
    assert!(matches!(notebook.read(meeting(1).id), Err(ReadProblem::Damaged { damage: Damage::Sealed, .. })));
    let told = notebook.examine().findings;
    assert!(!told.iter().any(|found| matches!(found, Finding::UnderWay { .. })), "{told:?}");
    assert!(told.iter().any(|found| found.path() == place.path().join(UNDER_WAY)), "{told:?}");
}

#[test]
fn a_backup_holds_the_keys_and_a_plain_one_is_sealed_when_it_comes_back() {
    let place = Place::new();
    for number in [1, 2] {
        place.open().save(&noted(&meeting(number), "oud"), &[]).unwrap();
    }
    let room = tempfile::tempdir().unwrap();
    let (plain, sealed) = (room.path().join("plain.tar"), room.path().join("sealed.tar"));
    place.open().backup(&plain).unwrap();
    protect(place.path());
    fs::remove_file(place.file(&meeting(1))).unwrap();
    let notebook = opened(place.path());
    let backup = Backup::read(Arc::new(RealFiles), &plain).unwrap();
    let done = notebook.restore(&backup, &|_| false).unwrap();
    let of = |member| done.iter().find(|(known, _)| *known == member).map(|(_, outcome)| outcome.clone());
    assert_eq!(of(Member::Meeting(meeting(1).id)), Some(Outcome::Added));
    assert_eq!(of(Member::Meeting(meeting(2).id)), Some(Outcome::Same));
    assert!(is_sealed(&fs::read(place.file(&meeting(1))).unwrap()));
    assert_eq!(notebook.read(meeting(1).id).unwrap().bottlenecks, "oud");

    assert!(notebook.backup(&sealed).unwrap().sealed);
    let backup = Backup::read(Arc::new(RealFiles), &sealed).unwrap();
    assert!(backup.key_files().unwrap().unwrap().unlock(&secret(PASSPHRASE)).is_ok());
    let elsewhere = Place::new();
    let other = Keys::draw().unwrap();
    assert!(!backup.opens_with(&other.codec(false)).unwrap());
    let keys = unlocked(place.path(), PASSPHRASE).unwrap();
    let codec: Arc<dyn Codec> = Arc::new(keys.codec(false));
    assert!(backup.opens_with(codec.as_ref()).unwrap());
    let restored = Notebook::open_with(elsewhere.path(), Arc::new(RealFiles), codec).unwrap();
    restored.restore(&backup, &|_| false).unwrap();
    assert_eq!(opened(elsewhere.path()).list().unwrap().summaries.len(), 2);
    for name in [KEY, RECOVERY, KEYRING, GENERATION] {
        assert!(elsewhere.path().join(name).exists(), "{name}");
    }
}

/// In twenty years there may be no Pallium, and there will be an `age`.
#[test]
fn the_stock_program_opens_every_file() {
    let there = Command::new("age").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_err() {
        // Past the harness, which would keep it to itself.
        let said = "not tested: there is no stock program \"age\" here to open a notebook with\n";
        std::io::stderr().write_all(said.as_bytes()).unwrap();
        return;
    }
    let place = full();
    fs::remove_file(place.path().join(format!("meetings/{}.lock", meeting(1).id))).unwrap();
    protect(place.path());
    let keys = unlocked(place.path(), PASSPHRASE).unwrap();
    let room = tempfile::tempdir().unwrap();
    let age = |identity: &Path, path: &Path| {
        let output = Command::new("age").arg("-d").arg("-i").arg(identity).arg(path).output().unwrap();
        assert!(output.status.success(), "{path:?}: {output:?}");
        output.stdout
    };
    // What is in `notebook.key`; the program asks for its passphrase at a terminal only.
    let (me, all) = (room.path().join("me"), room.path().join("keys"));
    fs::write(&me, keys.me.to_string().expose_secret()).unwrap();
    fs::write(&all, age(&me, &place.path().join(KEYRING))).unwrap();
    let mut opened = 0;
    for path in files(place.path()).into_iter().filter(|path| fs::read(path).is_ok_and(|all| is_sealed(&all)))
    {
        if [KEY, RECOVERY, KEYRING, GENERATION].iter().any(|name| path.ends_with(name)) {
            continue;
        }
        let within = path.strip_prefix(place.path()).unwrap().to_str().unwrap();
        let ours = keys.codec(false).open(&Subject::of(within), fs::read(&path).unwrap()).unwrap().plain;
        let theirs = age(&all, &path);
        let mark = theirs.len() - ours.len();
        assert!(theirs.ends_with(&ours), "{path:?}");
        assert!(theirs[..mark].starts_with(b"# pallium ") && theirs[mark - 1] == b'\n');
        opened += 1;
    }
    assert!(opened >= 12, "{opened}");
}

#[test]
fn a_generated_notebook_is_the_same_after_sealing() {
    let place = Place::new();
    generate::notebook(place.path(), 5, Size::Small).unwrap();
    let before = place.open().list().unwrap();
    protect(place.path());
    assert_eq!(opened(place.path()).list().unwrap(), before);
}
