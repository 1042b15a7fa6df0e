//! A backup holds everything, is refused when anything in it is not as it was written, and comes back.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{Place, meeting, noted};
use crate::meeting::{Meeting, Pinned};
use crate::store::files::Files as _;
use crate::store::upkeep::archive::{BLOCK, Packer};
use crate::store::upkeep::manifest::{Listed, Manifest, NAME};
use crate::store::{
    Backup, BackupProblem, Contents, LockError, Member, Notebook, Outcome, Planned, RealFiles, Reason,
    Refusal, Standing, definition_hash,
};

/// A notebook with something of everything.
fn full(place: &Place) -> Notebook {
    let notebook = place.open();
    let text: Arc<str> = "format = 1\n".into();
    let hash = definition_hash(&text);
    let mut pinning = noted(&meeting(1), "one");
    pinning.definitions.push(Pinned { id: "a".into(), version: "1".to_owned(), hash: hash.clone() });
    notebook.save(&pinning, &[(hash, text)]).unwrap();
    notebook.save(&noted(&meeting(2), "two"), &[]).unwrap();
    notebook.keep_version(&noted(&meeting(2), "before"), Reason::Opened).unwrap();
    let put = |name: &str, content: &str| {
        let path = place.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    };
    put(&format!("meetings/{} (kopie van laptop) é.toml", meeting(1).id), "format = half");
    put("settings.toml", "theme = \"calm\"\n");
    put("checklists/eigen.toml", "format = 1\n");
    put(&format!("checklists/routes/{}.toml", "lang".repeat(40)), "format = 1\n");
    put("meetings/notes.txt", "not of the notebook");
    put(&format!("meetings/{}.holder", meeting(9).id), "");
    put(&format!("meetings/.{}.0000000000000001.tmp", meeting(2).id), "");
    put("index/meetings.json", "{}");
    notebook
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.to_string_lossy().into_owned(), std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// The files of a notebook that belong in a backup, by their path in it.
fn members(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let all = files(folder).into_iter();
    let within = all.map(|(path, content)| {
        let path = Path::new(&path).strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (path, content)
    });
    within.filter(|(path, _)| Member::parse(path).is_some()).collect()
}

fn read(path: &Path) -> Result<Backup, BackupProblem> {
    Backup::read(Arc::new(RealFiles), path)
}

fn other_folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("backup.tar");
    (folder, path)
}

fn age(path: &Path, seconds: u64) {
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(seconds)).unwrap();
}

#[test]
fn everything_that_matters_comes_back_on_a_new_computer() {
    let (place, fresh) = (Place::new(), Place::new());
    let before = {
        full(&place);
        files(place.path())
    };
    let (_folder, path) = other_folder();
    let contents = Notebook::existing(place.path(), Arc::new(RealFiles)).backup(&path).unwrap();
    let size = std::fs::metadata(&path).unwrap().len();
    let expected = Contents {
        made: contents.made.clone(),
        meetings: 2,
        beside: 1,
        earlier: 1,
        definitions: 1,
        checklists: 2,
        size,
        sealed: false,
    };
    assert_eq!(contents, expected);
    assert_eq!(files(place.path()), before, "a backup changes nothing in the notebook");
    let backup = read(&path).unwrap();
    assert_eq!(backup.contents(), expected);
    let notebook = fresh.open();
    let planned = notebook.plan(&backup).unwrap();
    assert!(planned.iter().all(|planned| planned.standing == Standing::New), "{planned:?}");
    let done = notebook.restore(&backup, &|_| false).unwrap();
    assert!(done.iter().all(|(_, outcome)| *outcome == Outcome::Added), "{done:?}");
    assert_eq!(members(fresh.path()), members(place.path()));
    assert_eq!(members(fresh.path()).len(), 8);
    assert_eq!(fresh.open().read(meeting(1).id).unwrap().bottlenecks, "one");
    let again = notebook.restore(&backup, &|_| panic!("nothing is newer")).unwrap();
    assert!(again.iter().all(|(_, outcome)| *outcome == Outcome::Same), "{again:?}");
}

#[cfg(unix)]
#[test]
fn a_backup_is_for_its_owner_and_replaces_nothing() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let notebook = full(&place);
    let (folder, path) = other_folder();
    notebook.backup(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let first = std::fs::read(&path).unwrap();
    assert_eq!(notebook.backup(&path), Err(BackupProblem::Exists { path: path.clone() }));
    assert_eq!(std::fs::read(&path).unwrap(), first);
    let inside = place.path().join("meetings/backup.tar");
    assert_eq!(notebook.backup(&inside), Err(BackupProblem::Inside { path: inside }));
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "no temporary file stays: {names:?}");
}

#[cfg(unix)]
#[test]
fn a_backup_that_would_not_be_whole_is_not_made_and_names_everything_that_is_wrong() {
    let place = Place::new();
    let notebook = full(&place);
    std::os::unix::fs::symlink("/etc/hostname", place.file(&meeting(3))).unwrap();
    std::fs::create_dir(place.path().join("checklists/map.toml")).unwrap();
    let (folder, path) = other_folder();
    let Err(BackupProblem::Unreadable(problems)) = notebook.backup(&path) else { panic!() };
    let paths: Vec<_> = problems.iter().map(|problem| problem.path().to_owned()).collect();
    assert_eq!(paths, [place.path().join("checklists/map.toml"), place.file(&meeting(3))]);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    std::fs::rename(place.path().join("checklists/map.toml"), place.path().join("checklists/a:b.toml"))
        .unwrap();
    let Err(BackupProblem::Unreadable(problems)) = notebook.backup(&path) else { panic!() };
    assert!(problems[0].path().ends_with("checklists/a:b.toml"), "{problems:?}");
    let nothing = Notebook::existing(&place.path().join("mistyped"), Arc::new(RealFiles));
    assert!(matches!(nothing.backup(&path), Err(BackupProblem::Unreadable(_))));
}

#[test]
fn a_bit_that_changed_or_an_end_that_is_missing_is_noticed_in_every_block() {
    let place = Place::new();
    full(&place);
    let (_folder, path) = other_folder();
    place.open().backup(&path).unwrap();
    let whole = std::fs::read(&path).unwrap();
    for (number, at) in (0..whole.len()).step_by(BLOCK / 8).enumerate() {
        // Another byte and another bit in each part of a block.
        let (at, bit) = ((at + number % 64).min(whole.len() - 1), 1 << (number % 8));
        let mut changed = whole.clone();
        changed[at] ^= bit;
        std::fs::write(&path, &changed).unwrap();
        assert!(read(&path).is_err(), "bit {bit} of byte {at}");
    }
    for end in (0..whole.len()).step_by(BLOCK).flat_map(|at| [at, at + BLOCK / 2]) {
        std::fs::write(&path, &whole[..end]).unwrap();
        let refused = read(&path).unwrap_err();
        let fits = match &refused {
            BackupProblem::Cut { .. } => end > BLOCK,
            BackupProblem::Foreign { .. } => end < 4 * BLOCK,
            _ => false,
        };
        assert!(fits, "{end} bytes of {}: {refused:?}", whole.len());
    }
    std::fs::write(&path, [whole.as_slice(), &[0]].concat()).unwrap();
    assert!(read(&path).is_err(), "something behind the end");
    std::fs::write(&path, &whole).unwrap();
    assert!(read(&path).is_ok());
}

/// A backup with these paths and contents, right in every way but what is in it.
fn packed(path: &Path, contents: &[(&str, &[u8])]) {
    let _ = std::fs::remove_file(path);
    let mut packer = Packer::new(RealFiles.create_new(path).unwrap());
    let mut manifest = Manifest::new("2026-11-27T14:03:00Z".to_owned());
    for (name, content) in contents {
        packer.add(name, 0, content).unwrap();
        manifest.files.push(Listed::of((*name).to_owned(), 0, content));
    }
    packer.add(NAME, 0, &manifest.encode().unwrap()).unwrap();
    packer.finish().unwrap();
}

#[test]
fn what_leaves_the_notebook_is_refused_and_shown() {
    let (_folder, path) = other_folder();
    let id = meeting(1).id;
    let good = format!("meetings/{id}.toml");
    packed(&path, &[(&good, b"")]);
    assert!(read(&path).is_ok());
    let long = format!("checklists/{}.toml", "a".repeat(300));
    let upper = format!("meetings/{}.toml", "A".repeat(32));
    for hostile in [
        "../settings.toml",
        "meetings/../settings.toml",
        "/settings.toml",
        "./settings.toml",
        "meetings//x.toml",
        "C:\\settings.toml",
        "checklists\\a.toml",
        "checklists/con.toml",
        "checklists/COM1.toml",
        "checklists/a.toml.",
        "checklists/.hidden.toml",
        "checklists/a:b.toml",
        "checklists/\u{1b}[2J.toml",
        "checklists/\u{202e}lmot.toml",
        "checklists/other/a.toml",
        "definitions/short.toml",
        "history/a/b.toml",
        "index/meetings.json",
        &format!("meetings/{id}.lock"),
        &format!("meetings/.{id}.0000000000000001.tmp"),
        &long,
        &upper,
        "elsewhere.toml",
        "",
    ] {
        packed(&path, &[(&good, b""), (hostile, b"x")]);
        match read(&path).unwrap_err() {
            BackupProblem::Refused { why: Refusal::Path, inside, .. } => {
                assert!(crate::text::is_clean(&inside), "{inside:?}");
            }
            other => panic!("{hostile:?}: {other:?}"),
        }
    }
    packed(&path, &[(&good, b"1"), (&good, b"2")]);
    let twice = read(&path).unwrap_err();
    assert!(matches!(twice, BackupProblem::Refused { why: Refusal::Twice, .. }), "{twice:?}");
}

/// Changes the first header behind the first file, and makes its sum right again.
fn forged(path: &Path, change: impl Fn(&mut [u8])) -> BackupProblem {
    packed(path, &[(&format!("meetings/{}.toml", meeting(1).id), b"x"), ("settings.toml", b"x")]);
    let mut bytes = std::fs::read(path).unwrap();
    let header = &mut bytes[2 * BLOCK..3 * BLOCK];
    change(header);
    header[148..156].copy_from_slice(b"        ");
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    std::fs::write(path, bytes).unwrap();
    read(path).unwrap_err()
}

#[test]
fn links_devices_and_huge_sizes_are_refused() {
    let (_folder, path) = other_folder();
    for kind in *b"1234567LKSgDMVN" {
        let refused = forged(&path, |header| header[156] = kind);
        let is_told = matches!(refused, BackupProblem::Refused { why: Refusal::NoFile, .. });
        assert!(is_told, "{}: {refused:?}", char::from(kind));
    }
    let huge = forged(&path, |header| header[124..136].copy_from_slice(b"77777777777\0"));
    assert!(matches!(huge, BackupProblem::Refused { why: Refusal::TooLarge, .. }), "{huge:?}");
    // A size in the binary form of other programs, an owner, another mode.
    for (from, with) in [(124, b"\x80\0\0\0".as_slice()), (108, b"0001750"), (100, b"0004755")] {
        let other = forged(&path, |header| header[from..from + with.len()].copy_from_slice(with));
        assert!(matches!(other, BackupProblem::Damaged { .. }), "{other:?}");
    }
    for foreign in [&b""[..], b"PK\x03\x04", &[0; 1024], &[0xff; 4096]] {
        std::fs::write(&path, foreign).unwrap();
        assert_eq!(read(&path).unwrap_err(), BackupProblem::Foreign { path: path.clone() });
    }
}

#[test]
fn a_backup_of_a_newer_program_is_named_as_such() {
    let (_folder, path) = other_folder();
    let text = String::from_utf8(Manifest::new("x".to_owned()).encode().unwrap()).unwrap();
    let body = text.split_once("# sha256").unwrap().0.replace("format = 1", "format = 2");
    let digest = crate::store::disk::digest::Digest::of(body.as_bytes());
    let mut packer = Packer::new(RealFiles.create_new(&path).unwrap());
    packer.add(NAME, 0, format!("{body}# sha256 {digest}\n").as_bytes()).unwrap();
    packer.finish().unwrap();
    assert_eq!(read(&path).unwrap_err(), BackupProblem::Newer { path });
}

/// A notebook, its backup, and another evening of work on it.
fn later(place: &Place, path: &Path) -> (Notebook, Backup) {
    let notebook = full(place);
    // What the backup has is from before; what is here afterwards was changed since.
    for (name, _) in members(place.path()) {
        age(&place.path().join(name), 60);
    }
    notebook.backup(path).unwrap();
    notebook.save(&noted(&meeting(2), "later"), &[]).unwrap();
    std::fs::write(place.path().join("checklists/eigen.toml"), "format = 1 # later\n").unwrap();
    std::fs::write(place.path().join("settings.toml"), "theme = \"light\"\n").unwrap();
    (notebook, read(path).unwrap())
}

fn outcome(done: &[(Member, Outcome)], member: &Member) -> Outcome {
    done.iter().find(|(known, _)| known == member).unwrap().1.clone()
}

#[test]
fn what_is_newer_here_stays_unless_somebody_says_so_and_is_kept_then() {
    let place = Place::new();
    let (_folder, path) = other_folder();
    let (notebook, backup) = later(&place, &path);
    let before = members(place.path());
    let planned = notebook.plan(&backup).unwrap();
    let newer: Vec<&Planned> =
        planned.iter().filter(|planned| planned.standing == Standing::NewerHere).collect();
    let checklist = Member::Checklist("eigen.toml".to_owned());
    let named: Vec<&Member> = newer.iter().map(|planned| &planned.member).collect();
    assert_eq!(named, [&checklist, &Member::Settings, &Member::Meeting(meeting(2).id)]);
    assert_eq!(newer[2].here.as_ref().unwrap().id, meeting(2).id);
    let done = notebook.restore(&backup, &|_| false).unwrap();
    assert_eq!(outcome(&done, &Member::Meeting(meeting(2).id)), Outcome::NewerStayed);
    assert_eq!(members(place.path()), before);
    let only = Member::Meeting(meeting(2).id);
    let done = notebook.restore(&backup, &|member| *member == only).unwrap();
    assert_eq!(outcome(&done, &only), Outcome::Replaced);
    assert_eq!(outcome(&done, &checklist), Outcome::NewerStayed);
    assert_eq!(notebook.read(meeting(2).id).unwrap().bottlenecks, "two");
    let kept = notebook.versions(meeting(2).id);
    assert_eq!(kept[0].reason, Reason::Restored);
    assert_eq!(notebook.read_version(&kept[0]).unwrap().bottlenecks, "later");
    notebook.restore(&backup, &|_| true).unwrap();
    let content = |name: &str| std::fs::read_to_string(place.path().join(name)).unwrap();
    assert_eq!(content("checklists/eigen.toml"), "format = 1\n");
    assert_eq!(content("checklists/eigen.toml.replaced-1"), "format = 1 # later\n");
    assert_eq!(content("settings.toml.replaced-1"), "theme = \"light\"\n");
}

#[test]
fn what_is_older_here_is_replaced_and_kept() {
    let place = Place::new();
    let (_folder, path) = other_folder();
    let (notebook, backup) = later(&place, &path);
    age(&place.file(&meeting(2)), 3600);
    let done = notebook.restore(&backup, &|_| false).unwrap();
    assert_eq!(outcome(&done, &Member::Meeting(meeting(2).id)), Outcome::Replaced);
    let kept = &notebook.versions(meeting(2).id)[0];
    assert_eq!(notebook.read_version(kept).unwrap().bottlenecks, "later");
}

#[test]
fn what_is_damaged_here_is_set_aside_and_repaired() {
    let place = Place::new();
    let (_folder, path) = other_folder();
    let (notebook, backup) = later(&place, &path);
    let hash = definition_hash("format = 1\n");
    let definition = format!("definitions/{hash}.toml");
    let damaged = "format = 1\nid = \"half";
    std::fs::write(place.file(&meeting(1)), damaged).unwrap();
    std::fs::write(place.path().join(&definition), "another text").unwrap();
    let done = notebook.restore(&backup, &|_| false).unwrap();
    let aside = place.path().join(format!("meetings/{}.damaged-1.toml", meeting(1).id));
    let repaired = outcome(&done, &Member::Meeting(meeting(1).id));
    assert_eq!(repaired, Outcome::Repaired { aside: aside.clone() });
    assert_eq!(std::fs::read_to_string(aside).unwrap(), damaged);
    let content = |name: &str| std::fs::read_to_string(place.path().join(name)).unwrap();
    assert_eq!(content(&definition), "format = 1\n");
    assert_eq!(content(&definition.replace(".toml", ".toml.damaged-1")), "another text");
    assert_eq!(notebook.read(meeting(1).id).unwrap().bottlenecks, "one");
}

#[test]
fn what_cannot_be_judged_stays_as_it_is() {
    let place = Place::new();
    let (_folder, path) = other_folder();
    let (notebook, backup) = later(&place, &path);
    let newer =
        std::fs::read_to_string(place.file(&meeting(1))).unwrap().replace("format = 1", "format = 99");
    std::fs::write(place.file(&meeting(1)), &newer).unwrap();
    age(&place.file(&meeting(1)), 3600);
    let done = notebook.restore(&backup, &|_| false).unwrap();
    let left = outcome(&done, &Member::Meeting(meeting(1).id));
    assert!(matches!(left, Outcome::Unclear(_)), "{left:?}");
    assert_eq!(std::fs::read_to_string(place.file(&meeting(1))).unwrap(), newer);
    // A backup of a damaged meeting does not replace a whole one.
    let (_folder, path) = other_folder();
    packed(&path, &[(&format!("meetings/{}.toml", meeting(2).id), b"format = half")]);
    let done = notebook.restore(&read(&path).unwrap(), &|_| true).unwrap();
    assert_eq!(outcome(&done, &Member::Meeting(meeting(2).id)), Outcome::DamagedThere);
    assert_eq!(notebook.read(meeting(2).id).unwrap().bottlenecks, "later");
}

#[test]
fn what_somebody_has_open_is_skipped_and_told() {
    let place = Place::new();
    let (_folder, path) = other_folder();
    let (notebook, backup) = later(&place, &path);
    let member = Member::Meeting(meeting(2).id);
    let holder = place.path().join(format!("meetings/{}.holder", meeting(2).id));
    let other = place.open();
    {
        let _lock = other.lock(meeting(2).id).unwrap();
        let held = outcome(&notebook.restore(&backup, &|_| true).unwrap(), &member);
        assert!(matches!(held, Outcome::Held(LockError::Held { .. })), "{held:?}");
    }
    let bottlenecks = |notebook: &Notebook| -> Meeting { notebook.read(meeting(2).id).unwrap() };
    assert_eq!(bottlenecks(&notebook).bottlenecks, "later");
    std::fs::write(&holder, "who = \"notulist\"\nplace = \"laptop-2\"\nsince = \"nu\"\n").unwrap();
    let held = outcome(&notebook.restore(&backup, &|_| true).unwrap(), &member);
    assert!(matches!(held, Outcome::Held(LockError::Elsewhere { .. })), "{held:?}");
    std::fs::remove_file(holder).unwrap();
    assert_eq!(outcome(&notebook.restore(&backup, &|_| true).unwrap(), &member), Outcome::Replaced);
    assert_eq!(bottlenecks(&notebook).bottlenecks, "two");
}
