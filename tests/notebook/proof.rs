//! The proof that a notebook loses nothing, on a model of a disk.
//!
//! `cargo test` runs a short form. The long form, with its figures:
//!
//! ```text
//! LONG=1 cargo test --release --test notebook proof:: -- --nocapture
//! ```
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod choices;
mod disk;
mod forgetting;
mod life;
mod logging;
mod plants;
mod protecting;
mod readers;
mod report;
mod restoring;
mod trouble;
mod truth;
mod witnessing;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pallium::store::Files;

use choices::{Numbers, every_way};
use disk::Disk;
use life::{Act, live, settle};
use plants::Plant;
use report::Report;
use restoring::{back_up_everywhere, restore_everywhere};
use trouble::{Failure, Trouble};
use truth::{FOLDER, Truth};

/// How thorough a run is.
#[derive(Debug, Clone, Copy)]
struct Effort {
    /// Disks tried for each point at which the power goes.
    disks: usize,
    /// Of the seven kinds of failure, how many are tried at each point; the next point goes on with the others.
    failures: usize,
    /// Acts done in cycles of living and crashing.
    acts: usize,
    /// Whether making and putting back a backup goes on after the first thing that is wrong.
    all: bool,
}

const SHORT: Effort = Effort { disks: 8, failures: 1, acts: 400, all: true };
const LONG: Effort = Effort { disks: 400, failures: 7, acts: 10_000, all: true };

/// Whether the long form was asked for.
fn is_long() -> bool {
    std::env::var_os("LONG").is_some()
}

fn effort() -> Effort {
    if is_long() { LONG } else { SHORT }
}

/// How many disks are tried for each point, where a notebook that is sealed makes each of them cost much.
fn disks(short: usize, long: usize) -> usize {
    if is_long() { long } else { short }
}

/// The program as it is.
fn careful(disk: &Disk) -> Arc<dyn Files> {
    Arc::new(disk.clone())
}

fn new_disk() -> Disk {
    Disk::new(Path::new("/"))
}

/// What a first evening does: a new notebook, two meetings, one with a definition, settings, the list.
const FIRST: [Act; 11] = [
    Act::Save(1),
    Act::Save(1),
    Act::Keep(1),
    Act::Settings,
    Act::Save(2),
    Act::Wait,
    Act::List,
    Act::Save(1),
    Act::Keep(1),
    Act::Look(2),
    Act::Save(2),
];

/// What the second evening does, on what the first left.
const SECOND: [Act; 4] = [Act::List, Act::Save(2), Act::Save(1), Act::Save(3)];

/// A disk on which the first evening was, or nothing.
fn before(plant: &dyn Fn(&Disk) -> Arc<dyn Files>, acts: &[Act]) -> (Disk, Truth) {
    let (disk, mut truth) = (new_disk(), Truth::default());
    if !acts.is_empty() {
        live(&disk, plant, &mut truth, acts);
        disk.wait(60);
    }
    (disk, truth)
}

/// The power goes before each call of an evening, and whatever may be lost is lost.
fn cut_everywhere(plant: &dyn Fn(&Disk) -> Arc<dyn Files>, effort: Effort, report: &mut Report) {
    for (earlier, acts) in [(&[][..], &FIRST[..]), (&FIRST[..], &SECOND[..])] {
        let (start, known) = before(plant, earlier);
        let whole = start.copy();
        whole.begin(Trouble::None);
        live(&whole, plant, &mut known.clone(), acts);
        for at in 0..=whole.calls() {
            let (disk, mut truth) = (start.copy(), known.clone());
            disk.begin(Trouble::Cut(at));
            let told = live(&disk, plant, &mut truth, acts);
            report.points += 1;
            report.saved += told.saved;
            let seed = u64::try_from(at).unwrap_or(0) + 1;
            report.runs += every_way(effort.disks, seed, |choices| {
                report.faults.add(truth.compare(&disk.after_cut(choices), plant));
            });
        }
    }
}

/// Each call of an evening fails, in each of seven ways, once and from then on; then the power goes.
fn fail_everywhere(plant: &dyn Fn(&Disk) -> Arc<dyn Files>, effort: Effort, report: &mut Report) {
    for (earlier, acts) in [(&[][..], &FIRST[..]), (&FIRST[..], &SECOND[..])] {
        let (start, known) = before(plant, earlier);
        let whole = start.copy();
        whole.begin(Trouble::None);
        live(&whole, plant, &mut known.clone(), acts);
        for at in 0..whole.calls() {
            let failures = Failure::ALL.iter().cycle().skip(at).take(effort.failures);
            for &failure in failures {
                for trouble in [Trouble::Once(at, failure), Trouble::FromNow(at, failure)] {
                    let (disk, mut truth) = (start.copy(), known.clone());
                    disk.begin(trouble);
                    let told = live(&disk, plant, &mut truth, acts);
                    assert!(disk.struck(), "call {at} was reached before and is not now");
                    report.points += 1;
                    report.saved += told.saved;
                    disk.begin(Trouble::None);
                    let seed = u64::try_from(at).unwrap_or(0) + 1;
                    report.runs += every_way(effort.disks.div_ceil(8), seed, |choices| {
                        report.faults.add(truth.compare(&disk.after_cut(choices), plant));
                    });
                    // The same without a cut: somebody closes the lid and comes back.
                    report.runs += 1;
                    report.faults.add(truth.compare(&disk, plant));
                }
            }
        }
    }
}

/// Lives and cuts in turn on one disk, with what was acknowledged known exactly.
fn cycle(plant: &dyn Fn(&Disk) -> Arc<dyn Files>, effort: Effort, seed: u64, report: &mut Report) {
    let mut numbers = Numbers::new(seed);
    let (mut disk, mut truth) = (new_disk(), Truth::default());
    let mut done = 0;
    while done < effort.acts {
        let acts: Vec<Act> = (0..=numbers.below(12))
            .map(|_| match numbers.below(9) {
                0 => Act::List,
                1 => Act::Settings,
                2 => Act::Look(u128::try_from(numbers.below(4)).unwrap_or(0) + 1),
                3 => Act::Wait,
                4 => Act::Keep(u128::try_from(numbers.below(4)).unwrap_or(0) + 1),
                _ => Act::Save(u128::try_from(numbers.below(4)).unwrap_or(0) + 1),
            })
            .collect();
        done += acts.len();
        let at = numbers.below(24 + 12 * acts.len());
        let failure = Failure::ALL[numbers.below(Failure::ALL.len())];
        disk.begin(match numbers.below(4) {
            0 => Trouble::Once(at, failure),
            1 => Trouble::FromNow(at, failure),
            _ => Trouble::Cut(at),
        });
        let told = live(&disk, plant, &mut truth, &acts);
        report.points += 1;
        report.saved += told.saved;
        let seed = u64::try_from(numbers.below(usize::MAX)).unwrap_or(1);
        let mut choices = choices::Choices::random(Numbers::new(seed));
        disk = disk.after_cut(&mut choices);
        report.runs += 1;
        report.faults.add(truth.compare(&disk, plant));
        settle(&disk, plant, &mut truth);
    }
    report.acts += done;
}

/// A meeting is damaged from outside, while the program is away and while it is busy with it.
fn damage(plant: &dyn Fn(&Disk) -> Arc<dyn Files>, report: &mut Report) {
    for damaged in [&b""[..], b"\0\0\0\0", b"format = 1\nid = \"half", b"format = 99\n", &[0xff; 4096]] {
        let (disk, mut truth) = before(plant, &FIRST);
        let path: PathBuf = Path::new(FOLDER).join(format!("meetings/{}.toml", truth::version(1, 1).id));
        disk.damage(&path, damaged);
        truth.damaged.insert(path, damaged.to_vec());
        disk.begin(Trouble::None);
        // The program of the second evening may not open it; one that had it open may not replace it.
        live(&disk, plant, &mut truth, &SECOND);
        report.points += 1;
        report.runs += 1;
        report.faults.add(truth.compare(&disk, plant));
    }
}

fn everything(plant: &dyn Fn(&Disk) -> Arc<dyn Files>, effort: Effort) -> Report {
    let mut report = Report::default();
    cut_everywhere(plant, effort, &mut report);
    fail_everywhere(plant, effort, &mut report);
    cycle(plant, effort, 1, &mut report);
    damage(plant, &mut report);
    report
}

fn backups(plant: &dyn Fn(&Disk) -> Arc<dyn Files>, effort: Effort) -> Report {
    let mut report = Report::default();
    restore_everywhere(plant, effort, &mut report);
    back_up_everywhere(plant, effort, &mut report);
    report
}

/// Whether the proof finds anything wrong; it stops at the part that does.
fn is_caught(plant: Plant) -> bool {
    let plant = |disk: &Disk| plant.on(disk);
    let effort = Effort { acts: 60, ..SHORT };
    let found = |part: &dyn Fn(&mut Report)| {
        let mut report = Report::default();
        part(&mut report);
        !report.faults.is_none()
    };
    found(&|report| damage(&plant, report))
        || found(&|report| cycle(&plant, effort, 1, report))
        || found(&|report| cut_everywhere(&plant, effort, report))
        || found(&|report| fail_everywhere(&plant, effort, report))
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    let report = everything(&careful, effort());
    report.print("the program as it is");
    assert!(report.faults.is_none(), "{report}");
    assert!(report.saved > 500 && report.points > 300, "too little was tried: {report}");
}

#[test]
fn a_backup_is_whole_and_putting_it_back_loses_nothing() {
    let report = backups(&careful, effort());
    report.print("making and putting back a backup");
    assert!(report.faults.is_none(), "{report}");
    assert!(report.points > 300, "too little was tried: {report}");
}

#[test]
fn every_planted_bug_is_caught() {
    for plant in Plant::ALL {
        assert!(is_caught(plant), "{plant:?} was not caught");
        if is_long() {
            everything(&|disk| plant.on(disk), SHORT).print(&format!("planted: {plant:?}"));
        }
    }
}

/// A restore or a backup of its own catches what concerns it, without the help of the other parts.
#[test]
fn a_careless_restore_or_backup_is_caught() {
    let effort = Effort { all: false, ..SHORT };
    for plant in [Plant::NoSync, Plant::NoFolderSync, Plant::InPlace, Plant::Early] {
        let mut report = Report::default();
        restore_everywhere(&|disk| plant.on(disk), effort, &mut report);
        assert!(!report.faults.is_none(), "restoring with {plant:?} was not caught");
    }
    for plant in [Plant::NoSync, Plant::NoFolderSync] {
        let mut report = Report::default();
        back_up_everywhere(&|disk| plant.on(disk), effort, &mut report);
        assert!(!report.faults.is_none(), "backing up with {plant:?} was not caught");
    }
}
