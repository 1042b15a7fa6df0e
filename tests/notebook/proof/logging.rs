//! The access log on a disk whose power goes before each call, and over the years that it is kept.

use std::path::Path;

use chrono::TimeDelta;
use pallium::store::{Deed, Holder, LogEntry, Notebook};

use super::choices::every_way;
use super::disk::Disk;
use super::trouble::Trouble;
use super::truth::FOLDER;
use super::{careful, new_disk};

const DAY: u64 = 24 * 3600;
const FIVE_YEARS: TimeDelta = TimeDelta::days(5 * 366);

/// One start of the program, in which `lines` things are done; gives how many of them were said to be written.
fn live(disk: &Disk, lines: usize) -> usize {
    let Ok(notebook) = Notebook::open(Path::new(FOLDER), careful(disk)) else { return 0 };
    let Ok(mut file) = notebook.begin_log(&Holder::default(), FIVE_YEARS) else { return 0 };
    let written = (0..lines).take_while(|_| {
        let entry = LogEntry::new(Default::default(), Deed::Opened);
        notebook.write_log(&mut file, &[entry]).is_ok()
    });
    written.count()
}

fn opened(disk: &Disk) -> usize {
    let notebook = Notebook::existing(Path::new(FOLDER), careful(disk));
    let log = notebook.read_log().expect("a readable log");
    assert_eq!(log.faults, [], "nobody touched it");
    log.entries.iter().filter(|entry| entry.deed == Deed::Opened).count()
}

#[test]
fn what_is_written_in_the_log_is_there_and_a_power_cut_breaks_no_chain() {
    let start = new_disk();
    assert_eq!(live(&start, 2), 2);
    let whole = start.copy();
    whole.begin(Trouble::None);
    assert_eq!(live(&whole, 2), 2);
    for at in 0..=whole.calls() {
        let disk = start.copy();
        disk.begin(Trouble::Cut(at));
        let written = live(&disk, 2);
        disk.begin(Trouble::None);
        every_way(8, 1, |choices| {
            let after = disk.after_cut(choices);
            assert!(opened(&after) >= 2 + written, "a line is gone");
            assert_eq!(live(&after, 1), 1);
            assert!(opened(&after) > 2 + written, "the next start goes on");
        });
    }
}

#[test]
fn two_programs_at_one_time_write_one_log() {
    let disk = new_disk();
    let notebook = Notebook::open(Path::new(FOLDER), careful(&disk)).expect("a notebook");
    let entry = || [LogEntry::new(Default::default(), Deed::Opened)];
    let mut first = notebook.begin_log(&Holder::default(), FIVE_YEARS).expect("a log");
    disk.wait(1);
    let mut second = notebook.begin_log(&Holder::default(), FIVE_YEARS).expect("a log");
    for _ in 0..3 {
        notebook.write_log(&mut first, &entry()).expect("a line");
        notebook.write_log(&mut second, &entry()).expect("a line");
    }
    assert_eq!(opened(&disk), 6);
    disk.wait(1);
    assert_eq!(live(&disk, 0), 0);
    // The third start knows the ends of both.
    let log = Path::new(FOLDER).join("log");
    let name = disk.names(&log).into_iter().next().expect("the first");
    let text = String::from_utf8(disk.content(&log.join(&name)).expect("a file")).expect("text");
    let shorter: String = text.split_inclusive('\n').take(3).collect();
    disk.damage(&log.join(&name), shorter.as_bytes());
    assert_eq!(notebook.read_log().expect("a log").faults.len(), 1, "the end of a file was cut off");
}

#[test]
fn after_five_years_a_file_goes_and_the_chain_still_holds() {
    let disk = new_disk();
    // Less than half a year between starts is time that passed; the last start tells until when.
    for start in 1..=11 {
        assert_eq!(live(&disk, 1), 1);
        assert_eq!(opened(&disk), start, "all are kept");
        disk.wait(182 * DAY);
    }
    assert_eq!(live(&disk, 1), 1);
    for _ in 0..3 {
        assert_eq!(opened(&disk), 12, "the oldest one is gone, and nothing is missed");
        disk.wait(182 * DAY);
        assert_eq!(live(&disk, 1), 1);
    }
    disk.wait(50 * 365 * DAY);
    for more in 1..=2 {
        assert_eq!(live(&disk, 1), 1);
        assert_eq!(opened(&disk), 12 + more - 1, "a leap of fifty years takes nothing along");
    }
}
