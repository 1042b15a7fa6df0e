//! Making a backup and putting it back, with the power going and the disk failing at every call of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pallium::meeting::{Id, Meeting, MeetingId};
use pallium::store::{Backup, Files, Notebook, Outcome};

use super::choices::every_way;
use super::disk::Disk;
use super::life::{Act, live};
use super::report::Report;
use super::trouble::{Failure, Trouble};
use super::truth::{FOLDER, Faults, Truth, version, version_of};
use super::{Effort, FIRST, SECOND, new_disk};

/// Where the backup is.
const BACKUP: &str = "/safe.tar";

type Planting<'p> = &'p dyn Fn(&Disk) -> Arc<dyn Files>;

/// A disk on which a backup is to be put back, and what must become of it.
struct Case {
    start: Disk,
    /// Each meeting file with its content at the start.
    before: BTreeMap<PathBuf, Vec<u8>>,
    /// Each meeting file with its content in the backup.
    backed: BTreeMap<PathBuf, Vec<u8>>,
}

fn careful(disk: &Disk) -> Arc<dyn Files> {
    Arc::new(disk.clone())
}

fn file(number: u128) -> PathBuf {
    Path::new(FOLDER).join(format!("meetings/{}.toml", MeetingId(Id::from_bits(number))))
}

fn meetings(disk: &Disk) -> BTreeMap<PathBuf, Vec<u8>> {
    (1..4).filter_map(|number| Some((file(number), disk.content(&file(number))?))).collect()
}

/// The first evening, with an earlier version kept, and its backup.
fn backed_up() -> (Disk, Truth) {
    let (disk, mut truth) = (new_disk(), Truth::default());
    live(&disk, &careful, &mut truth, &FIRST);
    let notebook = Notebook::open(Path::new(FOLDER), careful(&disk)).expect("a notebook");
    notebook.keep_version(&version(1, 1), pallium::store::Reason::Opened).expect("a version is kept");
    notebook.backup(Path::new(BACKUP)).expect("a backup");
    disk.wait(60);
    (disk, truth)
}

fn cases() -> [Case; 3] {
    let (disk, mut truth) = backed_up();
    let backed = meetings(&disk);
    let bytes = disk.content(Path::new(BACKUP)).expect("the backup is there");
    // On a new computer.
    let empty = new_disk();
    let mut copy = empty.create_new(Path::new(BACKUP)).expect("a new file");
    copy.write_all(&bytes).and_then(|()| copy.sync()).expect("a copy");
    drop(copy);
    empty.sync_folder(Path::new("/")).expect("a lasting name");
    // Over another evening of work.
    let newer = disk.copy();
    live(&newer, &careful, &mut truth, &SECOND);
    newer.wait(60);
    // Over what is damaged.
    let damaged = newer.copy();
    damaged.damage(&file(2), b"format = 1\nid = \"half");
    [empty, newer, damaged].map(|start| Case { before: meetings(&start), start, backed: backed.clone() })
}

/// Puts the backup back and says whether the program said that everything is back.
fn restore(disk: &Disk, plant: Planting<'_>) -> bool {
    let files = plant(disk);
    let Ok(backup) = Backup::read(files.clone(), Path::new(BACKUP)) else { return false };
    let Ok(notebook) = Notebook::open(Path::new(FOLDER), files) else { return false };
    let back = |outcome: &Outcome| {
        matches!(outcome, Outcome::Added | Outcome::Same | Outcome::Replaced | Outcome::Repaired { .. })
    };
    notebook.restore(&backup, &|_| true).is_ok_and(|done| done.iter().all(|(_, outcome)| back(outcome)))
}

impl Case {
    /// What is wrong with a disk after a restore that said that it was `whole`, or did not.
    fn compare(&self, disk: &Disk, whole: bool) -> Faults {
        let mut faults = Faults::default();
        for number in 1..4 {
            let path = file(number);
            let (found, backed, before) =
                (disk.content(&path), self.backed.get(&path), self.before.get(&path));
            let right = found.as_ref() == backed.or(before);
            let untouched = found.as_ref() == before;
            faults.lost += usize::from(!(right || untouched && !whole));
            if let Some(before) = before {
                faults.lost += usize::from(!self.is_somewhere(disk, number, before));
            }
        }
        let Ok(notebook) = Notebook::open(Path::new(FOLDER), careful(&disk.copy())) else {
            faults.unopened += 1;
            return faults;
        };
        for number in 1..4 {
            // A meeting without its definition cannot be walked through any more.
            if let Ok(meeting) = notebook.read(MeetingId(Id::from_bits(number))) {
                let pinned = |meeting: &Meeting| {
                    meeting.definitions.iter().all(|pinned| notebook.read_definition(&pinned.hash).is_ok())
                };
                faults.unopened += usize::from(version_of(number, &meeting).is_none() || !pinned(&meeting));
            }
        }
        faults
    }

    /// Whether what a meeting held at the start is still there: in its place, as an earlier version, or set aside.
    fn is_somewhere(&self, disk: &Disk, number: u128, content: &[u8]) -> bool {
        let id = MeetingId(Id::from_bits(number));
        let history = Path::new(FOLDER).join("history").join(id.to_string());
        let aside = file(number).with_extension("damaged-1.toml");
        let kept = disk.names(&history).into_iter().map(|name| history.join(name));
        kept.chain([file(number), aside]).any(|path| disk.content(&path).as_deref() == Some(content))
    }

    /// Compares, then does it again without trouble: everything is back then, and nothing is left over.
    fn judge(&self, disk: &Disk, whole: bool, report: &mut Report) {
        report.runs += 1;
        report.faults.add(self.compare(disk, whole));
        let again = disk.copy();
        again.begin(Trouble::None);
        report.faults.unopened += usize::from(!restore(&again, &careful));
        report.faults.add(self.compare(&again, true));
        again.wait(3600);
        if let Ok(notebook) = Notebook::open(Path::new(FOLDER), careful(&again)) {
            report.faults.left += notebook.sweep().recoverable.len();
        }
        for folder in ["meetings", "definitions", ""] {
            let names = again.names(&Path::new(FOLDER).join(folder));
            report.faults.left += names.iter().filter(|name| name.ends_with(".tmp")).count();
        }
    }

    fn try_with(&self, trouble: Trouble, disks: usize, plant: Planting<'_>, report: &mut Report) {
        let disk = self.start.copy();
        disk.begin(trouble);
        let whole = restore(&disk, plant);
        report.points += 1;
        report.saved += usize::from(whole);
        let is_cut = matches!(trouble, Trouble::Cut(_));
        disk.begin(Trouble::None);
        every_way(disks, 1, |choices| self.judge(&disk.after_cut(choices), whole, report));
        if !is_cut {
            self.judge(&disk, whole, report);
        }
    }
}

/// Putting back, with the power going before each call, and each call failing.
pub fn restore_everywhere(plant: Planting<'_>, effort: Effort, report: &mut Report) {
    for case in cases() {
        let whole = case.start.copy();
        whole.begin(Trouble::None);
        // A disk without trouble is put back as a whole, or nothing below means anything.
        report.faults.hidden += usize::from(!restore(&whole, plant));
        for at in 0..=whole.calls() {
            case.try_with(Trouble::Cut(at), effort.disks.div_ceil(8), plant, report);
            if !(effort.all || report.faults.is_none()) {
                return;
            }
        }
        for at in 0..whole.calls() {
            for &failure in Failure::ALL.iter().cycle().skip(at).take(effort.failures) {
                for trouble in [Trouble::Once(at, failure), Trouble::FromNow(at, failure)] {
                    case.try_with(trouble, effort.disks.div_ceil(40), plant, report);
                }
            }
        }
    }
}

/// Making a backup, with the same: under its name there is a whole one or none, and none is lost that was called made.
pub fn back_up_everywhere(plant: Planting<'_>, effort: Effort, report: &mut Report) {
    const SECOND_BACKUP: &str = "/second.tar";
    let (start, _) = backed_up();
    let make = |disk: &Disk| {
        let notebook = Notebook::existing(Path::new(FOLDER), plant(disk));
        notebook.backup(Path::new(SECOND_BACKUP)).is_ok()
    };
    let whole = start.copy();
    whole.begin(Trouble::None);
    report.faults.hidden += usize::from(!make(&whole));
    let judge = |disk: &Disk, made: bool, report: &mut Report| {
        report.runs += 1;
        let path = Path::new(SECOND_BACKUP);
        let there = disk.content(path).is_some();
        let right = Backup::read(careful(&disk.copy()), path).is_ok();
        report.faults.lost += usize::from(made && !right);
        report.faults.hidden += usize::from(there && !right);
        report.faults.lost += usize::from(meetings(disk) != meetings(&start));
    };
    let points = (0..=whole.calls()).map(Trouble::Cut);
    let failing = (0..whole.calls()).flat_map(|at| {
        let kinds = Failure::ALL.iter().cycle().skip(at).take(effort.failures);
        kinds.flat_map(move |&kind| [Trouble::Once(at, kind), Trouble::FromNow(at, kind)])
    });
    for trouble in points.chain(failing) {
        if !(effort.all || report.faults.is_none()) {
            return;
        }
        let disk = start.copy();
        disk.begin(trouble);
        let made = make(&disk);
        report.points += 1;
        disk.begin(Trouble::None);
        every_way(effort.disks.div_ceil(8), 1, |choices| judge(&disk.after_cut(choices), made, report));
    }
}

/// Over what an evening before left, nothing is put back that is newer here, unless somebody says so.
#[test]
fn what_is_newer_here_stays_without_a_word() {
    let [_, newer, _] = cases();
    let files = careful(&newer.start);
    let backup = Backup::read(files.clone(), Path::new(BACKUP)).expect("a backup");
    let notebook = Notebook::open(Path::new(FOLDER), files).expect("a notebook");
    let done = notebook.restore(&backup, &|_| false).expect("a whole backup");
    let stayed = done.iter().filter(|(_, outcome)| *outcome == Outcome::NewerStayed).count();
    assert_eq!(stayed, 2, "{done:?}");
    assert_eq!(meetings(&newer.start), newer.before);
}

#[test]
fn the_cases_are_what_they_say() {
    let [empty, newer, damaged] = cases();
    assert!(empty.before.is_empty() && empty.backed.len() == 2);
    assert_eq!(newer.before.len(), 3);
    assert!(newer.backed.iter().all(|(path, content)| newer.before.get(path) != Some(content)));
    assert_ne!(damaged.before.get(&file(2)), newer.before.get(&file(2)));
    let nothing: &[Act] = &[];
    live(&empty.start, &careful, &mut Truth::default(), nothing);
    assert!(restore(&empty.start, &careful));
    assert_eq!(meetings(&empty.start), empty.backed);
}
