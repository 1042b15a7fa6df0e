//! A sealed notebook in other hands: every bit, every cut, every exchange, every earlier version, everything gone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::SecretString;

use super::{Place, meeting, noted};
use crate::checklist::Name;
use crate::meeting::{Meeting, Pinned};
use crate::store::record::names::KEY;
use crate::store::record::names::UNDER_WAY;
use crate::store::witness::chain::is_chained;
use crate::store::{
    Codec, Cost, Deed, Holder, Keys, LogEntry, Notebook, RealFiles, Reason, RecoveryKey, SaveError, Subject,
    Tampering, begin, codec, definition_hash, set_passphrase, unlock,
};

pub(super) const OLD: &str = "de oude wachtzin";
const NEW: &str = "de nieuwe wachtzin";

/// Every file by its path: of the notebook, and behind `../` what the computer remembers.
pub(super) type Snapshot = BTreeMap<String, Vec<u8>>;

/// A notebook and what this computer remembers of it.
pub(super) struct World {
    pub(super) place: Place,
    pub(super) memory: tempfile::TempDir,
    pub(super) keys: Keys,
    pub(super) recovery: RecoveryKey,
}

pub(super) fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

impl World {
    /// A sealed notebook with one meeting in it.
    pub(super) fn new() -> Self {
        let place = Place::new();
        place.open().save(&noted(&meeting(1), "eerste"), &[]).unwrap();
        let notebook = place.open();
        let held = notebook.hold_everything().unwrap();
        let (keys, recovery) = (Keys::draw().unwrap(), RecoveryKey::draw().unwrap());
        begin(&RealFiles, place.path(), &keys, &secret(OLD), &recovery, Cost::slight(), &held).unwrap();
        let world = Self { place, memory: tempfile::tempdir().unwrap(), keys, recovery };
        world.open().seal_everything(&held).unwrap();
        world
    }

    pub(super) fn codec(&self) -> Arc<dyn Codec> {
        codec(&RealFiles, self.place.path(), &self.keys).unwrap()
    }

    /// As a new start of the program on this computer opens it.
    pub(super) fn open(&self) -> Notebook {
        Notebook::existing_with(self.place.path(), Arc::new(RealFiles), self.codec())
            .remembered_in(Some(self.memory.path().to_owned()))
    }

    /// As a computer opens it that never saw it.
    pub(super) fn elsewhere(&self) -> Notebook {
        Notebook::existing_with(self.place.path(), Arc::new(RealFiles), self.codec())
    }

    pub(super) fn path(&self, within: &str) -> PathBuf {
        match within.strip_prefix("../") {
            Some(name) => self.memory.path().join(name),
            None => self.place.path().join(within),
        }
    }

    pub(super) fn take(&self) -> Snapshot {
        let name =
            |path: &Path, from: &Path| path.strip_prefix(from).unwrap().to_str().unwrap().replace('\\', "/");
        let inside = files(self.place.path()).into_iter().map(|path| (name(&path, self.place.path()), path));
        let beside = files(self.memory.path());
        let beside = beside.into_iter().map(|path| (format!("../{}", name(&path, self.memory.path())), path));
        let all = inside.chain(beside).filter(|(name, _)| !name.ends_with(".lock"));
        all.map(|(name, path)| (name, fs::read(path).unwrap())).collect()
    }

    pub(super) fn put(&self, within: &str, bytes: Option<&[u8]>) {
        match bytes {
            Some(bytes) => fs::write(self.path(within), bytes).unwrap(),
            None => drop(fs::remove_file(self.path(within))),
        }
    }

    pub(super) fn put_all(&self, snapshot: &Snapshot) {
        for within in self.take().keys().filter(|within| !snapshot.contains_key(*within)) {
            self.put(within, None);
        }
        snapshot.iter().for_each(|(within, bytes)| self.put(within, Some(bytes)));
    }

    /// The files that a new start names, on the first screen or when the notebook is looked over.
    pub(super) fn named(&self) -> BTreeSet<String> {
        let name = |path: &Path| match path.strip_prefix(self.place.path()) {
            Ok(within) => within.to_str().unwrap().replace('\\', "/"),
            Err(_) => format!("../{}", path.file_name().unwrap().to_str().unwrap()),
        };
        let notebook = self.open();
        let mut named: BTreeSet<String> =
            notebook.tampering().iter().map(|found| name(&found.path(self.place.path()))).collect();
        let listing = notebook.list().unwrap();
        named.extend(
            listing
                .problems
                .iter()
                .filter(|problem| matches!(problem, crate::store::FileProblem::Unreadable(_)))
                .map(|problem| name(problem.path())),
        );
        let faults = notebook.read_log().unwrap().faults;
        named.extend(faults.iter().map(|fault| name(fault.path())));
        named
    }

    /// Everything that is found when the notebook is looked over can be told in both languages.
    #[track_caller]
    fn is_told(&self, within: &str) {
        let found = self.open().examine().findings;
        let about = found.iter().filter(|found| found.path() == self.path(within));
        let told = about.flat_map(|found| {
            [crate::words::Language::Dutch, crate::words::Language::English]
                .map(|language| found.message(language))
        });
        let told: Vec<String> = told.collect();
        assert!(is_harmless(within) || told.iter().any(|text| text.len() > 40), "{within}: {told:?}");
    }

    /// Whether every meeting but those in `touched` still says what it said.
    #[track_caller]
    fn others_open(&self, truth: &[Meeting], touched: &[&str]) {
        let notebook = self.open();
        let listing = notebook.list().unwrap();
        for meeting in truth.iter().filter(|one| !touched.contains(&&*file_of(one))) {
            assert_eq!(notebook.read(meeting.id).as_ref(), Ok(meeting), "{touched:?}");
            assert!(listing.summaries.iter().any(|summary| summary.id == meeting.id), "{touched:?}");
            for pinned in meeting.pinned() {
                let path = format!("definitions/{}.toml", pinned.hash);
                let definition = notebook.read_definition(&pinned.hash);
                assert!(definition.is_ok() || touched.contains(&&*path), "{touched:?}");
            }
        }
    }
}

pub(super) fn file_of(meeting: &Meeting) -> String {
    format!("meetings/{}.toml", meeting.id)
}

pub(super) fn pinning(meeting: Meeting, text: &Arc<str>) -> (Meeting, Vec<(String, Arc<str>)>) {
    let hash = definition_hash(text);
    let pinned = Pinned { id: Name::new("proef"), version: "1".to_owned(), hash: hash.clone() };
    (Meeting { definitions: vec![pinned], ..meeting }, vec![(hash, text.clone())])
}

fn entry(deed: Deed) -> LogEntry {
    LogEntry::new(chrono::NaiveDateTime::default(), deed)
}

/// A notebook with two of every kind of file, how it was on three earlier days, and what its meetings say.
fn lived() -> (World, Vec<Snapshot>, Vec<Meeting>) {
    let world = World::new();
    let me = Holder { who: "iemand".into(), place: "ergens".into(), since: "2026-11-27 14:03".into() };
    let mut days = vec![world.take()];
    let mut truth = Vec::new();
    for day in 1..4 {
        let notebook = world.open();
        let mut log = notebook.begin_log(&me, chrono::TimeDelta::days(3660)).unwrap();
        truth.clear();
        for number in [1, 2] {
            let text: Arc<str> = format!("# tekst {number}\n").into();
            let (meeting, definitions) = pinning(noted(&meeting(number), &format!("dag {day}")), &text);
            if notebook.path(meeting.id).exists() {
                notebook.load(meeting.id).unwrap();
            }
            notebook.save(&meeting, &definitions).unwrap();
            notebook.keep_version(&meeting, Reason::Worked).unwrap();
            truth.push(meeting);
        }
        // A program that had an older version in hand: its own goes beside, and is chosen away on the third day.
        let stale = world.open();
        let beside = stale.save(&noted(&meeting(2), &format!("ernaast op dag {day}")), &[]);
        let Err(SaveError::ChangedOutside { kept, .. }) = beside else { panic!("not kept beside") };
        if day == 2 {
            stale.witness().unwrap();
            days.push(world.take());
            stale.put_away(&kept).unwrap();
        }
        stale.witness().unwrap();
        if day == 1 {
            notebook.save(&noted(&meeting(3), "wordt verwijderd"), &[]).unwrap();
            notebook.keep_version(&noted(&meeting(3), "wordt verwijderd"), Reason::Worked).unwrap();
        } else {
            notebook.delete_meetings(&[meeting(3).id].into(), &me, &mut |_, _| {}).unwrap();
        }
        notebook.write_log(&mut log, &[entry(Deed::Opened)]).unwrap();
        notebook.witness().unwrap();
        if day < 3 {
            days.push(world.take());
        }
        notebook.write_log(&mut log, &[entry(Deed::Changed)]).unwrap();
        if day == 2 {
            set_passphrase(&RealFiles, world.place.path(), &world.keys, &secret(NEW), Cost::slight())
                .unwrap();
            notebook.note_keys();
        }
        notebook.list().unwrap();
        std::mem::forget(notebook.hold(meeting(1).id, &me, true));
        notebook.witness().unwrap();
    }
    // Another computer works on it too.
    let other = world.elsewhere();
    other.tampering();
    let (changed, _) = pinning(noted(&meeting(2), "elders"), &"# tekst 2\n".into());
    other.load(meeting(2).id).unwrap();
    other.save(&changed, &[]).unwrap();
    other.witness().unwrap();
    world.open().tampering();
    let notebook = world.open();
    notebook.tampering();
    notebook.witness().unwrap();
    index_now(&world);
    truth[1] = changed;
    for within in world.take().keys() {
        grow_old(&world.path(within));
    }
    assert_eq!(world.named(), BTreeSet::new(), "nothing is wrong yet");
    (world, days, truth)
}

/// Makes a file look as if it was changed a minute ago.
fn grow_old(path: &Path) {
    let before = std::time::SystemTime::now() - std::time::Duration::from_secs(60);
    fs::File::options().write(true).open(path).unwrap().set_modified(before).unwrap();
}

/// Has the index written, which holds nothing that was changed in the last seconds.
pub(super) fn index_now(world: &World) {
    files(&world.path("meetings")).iter().for_each(|path| grow_old(path));
    world.open().list().unwrap();
}

/// Files whose loss or age harms nothing; what becomes of each is asserted by a test of its own.
fn is_harmless(within: &str) -> bool {
    within.starts_with("index/") || within.ends_with(".holder") || within.starts_with("../")
}

/// One of each kind, and of the kinds with one of each role.
pub(super) fn kinds(all: &Snapshot) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let kind = |within: &String| match within.split('/').collect::<Vec<_>>().as_slice() {
        ["meetings", name] if name.contains("conflict") => "beside".to_owned(),
        ["meetings", name] if name.ends_with(".holder") => "holder".to_owned(),
        [folder, .., _] => (*folder).to_owned(),
        _ => within.clone(),
    };
    all.keys().filter(|within| seen.insert(kind(within))).cloned().collect()
}

#[test]
fn a_changed_file_is_named_whatever_it_is_and_the_others_open() {
    let (world, _, truth) = lived();
    let all = world.take();
    for within in kinds(&all) {
        let whole = &all[&within];
        // Every bit is refused; that a refused file is named is tried at places throughout it.
        for at in (0..whole.len()).step_by(whole.len() / 3 + 1) {
            let mut flipped = whole.clone();
            flipped[at] ^= 1;
            for changed in [flipped, whole[..at].to_vec(), [whole, &b"x"[..]].concat()] {
                world.put(&within, Some(&changed));
                let named = world.named();
                let is_named = named.contains(&within);
                assert!(is_named || (is_harmless(&within) && named.is_empty()), "{within}: {named:?}");
                world.others_open(&truth, &[&within]);
            }
        }
        world.put(&within, Some(whole));
        assert_eq!(world.named(), BTreeSet::new(), "{within} is as it was");
    }
}

#[test]
fn every_two_files_that_are_exchanged_are_named() {
    let (world, _, truth) = lived();
    let all = world.take();
    let paths: Vec<&String> = all.keys().collect();
    let mut tried = 0;
    for (at, one) in paths.iter().enumerate() {
        for other in &paths[at + 1..] {
            world.put(one, Some(&all[*other]));
            world.put(other, Some(&all[*one]));
            let named = world.named();
            for within in [one, other] {
                assert!(
                    named.contains(*within) || is_harmless(within),
                    "{one} and {other} were exchanged, and named were {named:?}"
                );
            }
            world.others_open(&truth, &[one, other]);
            world.put(one, Some(&all[*one]));
            world.put(other, Some(&all[*other]));
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn every_file_that_is_put_back_to_an_earlier_day_is_named() {
    let (world, days, truth) = lived();
    let all = world.take();
    let mut tried = BTreeSet::new();
    for day in &days {
        for (within, earlier) in day.iter().filter(|(within, bytes)| all.get(*within) != Some(bytes)) {
            world.put(within, Some(earlier));
            let named = world.named();
            let is_named = named.contains(within);
            assert!(is_named || is_harmless(within) && named.is_empty(), "{within}: {named:?}");
            world.others_open(&truth, &[within]);
            world.is_told(within);
            world.put(within, all.get(within).map(Vec::as_slice));
            tried.insert(within.clone());
        }
    }
    let has = |part: &str| tried.iter().any(|within| within.contains(part));
    for kind in [
        "meetings/00000000000000000000000000000001.toml",
        "meetings/00000000000000000000000000000003.toml",
        "conflict",
        "history/00000000000000000000000000000003",
        "log/",
        "devices/",
        KEY,
    ] {
        assert!(has(kind), "no {kind} in {tried:?}");
    }
}

#[test]
fn every_file_that_is_taken_away_is_named() {
    let (world, _, truth) = lived();
    let all = world.take();
    for (within, whole) in all.iter().filter(|(within, _)| *within != KEY) {
        world.put(within, None);
        let named = world.named();
        let is_named = named.contains(within);
        assert!(is_named || (is_harmless(within) && named.is_empty()), "{within}: {named:?}");
        world.others_open(&truth, &[within]);
        world.is_told(within);
        world.put(within, Some(whole));
    }
    assert_eq!(world.named(), BTreeSet::new());
}

/// All of it put back at once: the computer that saw the later day knows, and no other can.
#[test]
fn a_whole_notebook_of_an_earlier_day_is_known_by_who_saw_the_later_one() {
    let (world, days, _) = lived();
    let all = world.take();
    for day in &days {
        let inside: Snapshot = all
            .iter()
            .filter(|(within, _)| within.starts_with("../"))
            .chain(day.iter().filter(|(within, _)| !within.starts_with("../")))
            .map(|(within, bytes)| (within.clone(), bytes.clone()))
            .collect();
        world.put_all(&inside);
        let is_older =
            |within: &&String| within.starts_with("devices/") && day.get(*within) != all.get(*within);
        let rolls: Vec<_> = all.keys().filter(is_older).collect();
        let named = world.named();
        assert!(!rolls.is_empty() && rolls.iter().all(|roll| named.contains(*roll)), "{named:?}");
        assert_eq!(world.elsewhere().tampering(), [], "a computer that never saw it cannot know");
    }
}

/// That tests can fail: without the rolls an earlier version is like any other.
#[test]
fn without_rolls_and_memory_nothing_of_this_would_be_seen() {
    let (world, days, _) = lived();
    let within = file_of(&meeting(1));
    world.put(&within, Some(&days[1][&within]));
    assert!(world.named().contains(&within));
    for roll in world.take().keys().filter(|name| name.starts_with("devices/") || name.starts_with("../")) {
        world.put(roll, None);
    }
    assert_eq!(world.open().tampering(), [Tampering::NoRolls("devices".to_owned())]);
    assert_eq!(world.open().read(meeting(1).id).unwrap().bottlenecks, "dag 1");
}

#[test]
fn an_index_of_an_earlier_day_is_not_believed() {
    let (world, _, _) = lived();
    let (within, index) = (file_of(&meeting(1)), "index/meetings.json");
    let facts = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    let before = (fs::read(world.path(&within)).unwrap(), fs::read(world.path(index)).unwrap());
    let modified = facts(&world.path(&within));
    let notebook = world.open();
    let mut later = notebook.load(meeting(1).id).unwrap();
    later.details.group = "Later".to_owned();
    notebook.save(&later, &[]).unwrap();
    notebook.witness().unwrap();
    // The meeting as it is, with the index of before it was, and made to look as that one says.
    world.put(index, Some(&before.1));
    let size = fs::read(world.path(&within)).unwrap().len();
    fs::File::options().write(true).open(world.path(&within)).unwrap().set_modified(modified).unwrap();
    let group = || {
        let listing = world.open().list().unwrap();
        listing.summaries.into_iter().find(|one| one.id == meeting(1).id).unwrap().group
    };
    assert_eq!(group(), "Later", "{size} and {}", before.0.len());
    // Both put back together: it is what it says, and it is named.
    world.put(&within, Some(&before.0));
    world.put(index, Some(&before.1));
    fs::File::options().write(true).open(world.path(&within)).unwrap().set_modified(modified).unwrap();
    assert_eq!(group(), "");
    assert!(world.open().tampering().contains(&Tampering::Older(within)));
}

#[test]
fn the_mark_of_sealing_is_not_believed_when_it_comes_back() {
    let (world, _, _) = lived();
    let first = Mark1::of(&world);
    world.put(UNDER_WAY, Some(&first));
    let (within, whole) = (file_of(&meeting(1)), fs::read(world.path(&file_of(&meeting(1)))).unwrap());
    world.put(&within, Some(b"format = 1\n"));
    assert!(world.open().read(meeting(1).id).is_err(), "a plain file was believed");
    let named = world.named();
    assert!(named.contains(&within) && named.contains(UNDER_WAY), "{named:?}");
    let held = world.place.open();
    fs::remove_file(world.path(&format!("meetings/{}.lock", meeting(1).id))).unwrap();
    let held = held.hold_everything().unwrap();
    let sealing = world.open().seal_everything(&held).unwrap();
    assert_eq!(sealing.damaged, [world.path(&within)], "a plain file was sealed");
    assert_eq!(fs::read(world.path(&within)).unwrap(), b"format = 1\n");
    world.put(&within, Some(&whole));
    assert_eq!(world.open().accept().unwrap().left, []);
    assert_eq!(world.named(), BTreeSet::new());
    assert!(!world.path(UNDER_WAY).exists());
}

/// The mark as it was while the notebook was being sealed.
struct Mark1;

impl Mark1 {
    fn of(world: &World) -> Vec<u8> {
        let mark = crate::store::Mark { subject: Subject::of(UNDER_WAY), revision: 1, previous: None };
        world.keys.codec(false).seal(&mark, crate::store::vault::protection::SEALING.to_vec()).unwrap().0
    }
}

#[test]
fn the_passphrase_of_an_earlier_day_is_named() {
    let (world, days, _) = lived();
    world.put(KEY, Some(&days[0][KEY]));
    assert!(unlock(&RealFiles, world.place.path(), &secret(OLD)).is_ok(), "it is valid again");
    assert_eq!(world.open().tampering(), [Tampering::Key(KEY.to_owned())]);
}

#[test]
fn what_is_chained_is_every_file_that_matters() {
    let (world, _, _) = lived();
    let free: Vec<String> = world.take().into_keys().filter(|within| !is_chained(within)).collect();
    for within in free {
        let known = is_harmless(&within) || within.starts_with("devices/") || within.starts_with("notebook.");
        assert!(known, "{within}");
    }
}
