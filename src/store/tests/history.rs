//! Earlier versions, second versions, and who has a meeting open.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Place, meeting, noted};
use crate::store::{FileProblem, Holder, LockError, Notebook, Reason, SaveError};

fn me(place: &str) -> Holder {
    Holder { who: "notulist".into(), place: place.into(), since: "2026-11-27 14:03".into() }
}

#[test]
fn a_version_is_kept_once_and_reads_back() {
    let place = Place::new();
    let notebook = place.open();
    let id = meeting(1).id;
    assert_eq!(notebook.versions(id), []);
    for (note, reason, is_new) in [
        ("a", Reason::Opened, true),
        ("a", Reason::Worked, false),
        ("b", Reason::Worked, true),
        ("a", Reason::Closed, true),
    ] {
        assert_eq!(notebook.keep_version(&noted(&meeting(1), note), reason), Ok(is_new), "{note}");
    }
    notebook.keep_version(&noted(&meeting(2), "another"), Reason::Opened).unwrap();
    let versions = place.open().versions(id);
    let kept: Vec<_> = versions
        .iter()
        .map(|version| (version.reason, notebook.read_version(version).unwrap().bottlenecks))
        .collect();
    let expected = [(Reason::Closed, "a"), (Reason::Worked, "b"), (Reason::Opened, "a")];
    assert_eq!(kept, expected.map(|(reason, note)| (reason, note.to_owned())));
    assert!(versions.is_sorted_by(|newer, older| newer.at > older.at));
}

#[test]
fn of_many_versions_the_newest_stay_and_one_of_each_day_before() {
    let place = Place::new();
    let notebook = place.open();
    let id = meeting(1).id;
    let folder = notebook.history(id);
    std::fs::create_dir_all(&folder).unwrap();
    let text = crate::store::record::encode(&meeting(1)).unwrap();
    for day in 1..=28 {
        for hour in [9, 10] {
            let name = format!("{id}.202602{day:02}T{hour:02}0000000.worked.toml");
            std::fs::write(folder.join(name), &text).unwrap();
        }
    }
    notebook.keep_version(&noted(&meeting(1), "new"), Reason::Closed).unwrap();
    let versions = notebook.versions(id);
    assert_eq!(versions.len(), 24 + 17, "all of the newest, and one for each of the other days");
    assert_eq!(notebook.read_version(&versions[0]).unwrap().bottlenecks, "new");
    let last: Vec<String> = versions.iter().rev().take(2).map(|version| version.at.to_string()).collect();
    assert_eq!(last, ["2026-02-01 10:00:00", "2026-02-02 10:00:00"]);
    for number in 0..40 {
        notebook.keep_version(&noted(&meeting(1), &number.to_string()), Reason::Worked).unwrap();
    }
    assert!(notebook.versions(id).len() <= 48);
}

/// Once the clock leapt, and is right again: later versions have their own day, and what was made meanwhile stays.
#[test]
fn one_leap_of_the_clock_dates_no_later_version() {
    let place = Place::new();
    let notebook = place.open();
    let id = meeting(1).id;
    let folder = notebook.history(id);
    std::fs::create_dir_all(&folder).unwrap();
    let ahead = format!("{id}.20990601T120000000.worked.toml");
    std::fs::write(folder.join(&ahead), crate::store::record::encode(&meeting(1)).unwrap()).unwrap();
    let keep = |note: &str| notebook.keep_version(&noted(&meeting(1), note), Reason::Worked).unwrap();
    let years = || -> Vec<i32> {
        let versions = notebook.versions(id);
        assert!(versions.is_sorted_by(|newer, older| newer.at > older.at));
        versions.iter().map(|version| chrono::Datelike::year(&version.at)).collect()
    };
    keep("nobody saw any start");
    assert_eq!(years(), [2099, 2099]);
    notebook.begin_log(&me("hier"), chrono::TimeDelta::days(365)).unwrap();
    keep("a");
    assert!(!keep("a"), "the same is kept once");
    keep("b");
    let kept = years();
    assert!(kept.len() == 4 && kept[2] < 2099 && kept[3] < 2099, "{kept:?}");
    for number in 0..60 {
        keep(&number.to_string());
    }
    let kept = years();
    assert!(kept.len() <= 2 + 48 && kept[..2] == [2099, 2099], "{kept:?}");
    assert!(kept[2..].iter().all(|year| *year < 2099), "{kept:?}");
}

/// What somebody copied in a list of files is no second version: nobody worked on it, and nothing has to be compared.
#[test]
fn an_equal_copy_of_a_meeting_is_told_to_be_one() {
    let place = Place::new();
    let notebook = place.open();
    notebook.save(&noted(&meeting(1), "ours"), &[]).unwrap();
    let id = meeting(1).id;
    for (at, name) in ["(1)", "- kopie", "- Copy (2)"].iter().enumerate() {
        let path = place.path().join(format!("meetings/{id} {name}.toml"));
        std::fs::copy(place.file(&meeting(1)), &path).unwrap();
        let problems = notebook.list().unwrap().problems;
        assert_eq!(problems, [FileProblem::Copy { path: path.clone() }], "{name}");
        assert!(problems[0].message(crate::words::Language::Dutch).contains("mag weg"));
        assert!(notebook.doubled_meetings().is_empty(), "nobody is told to choose");
        // Once the meeting goes on, they say different things.
        notebook.save(&noted(&meeting(1), &format!("later {at}")), &[]).unwrap();
        let problems = notebook.list().unwrap().problems;
        assert_eq!(problems, [FileProblem::Conflict { path: path.clone() }], "{name}");
        notebook.put_away(&path).unwrap();
    }
}

#[test]
fn a_second_version_is_put_away_with_what_it_holds() {
    let place = Place::new();
    let notebook = place.open();
    notebook.save(&noted(&meeting(1), "ours"), &[]).unwrap();
    let id = meeting(1).id;
    for name in [
        format!("{id}.conflict-1.toml"),
        format!("{id} (conflicted copy 2026-11-27 140300).toml"),
        format!("{id}.sync-conflict-20261127-140300-ABCDEFG.toml"),
        format!("{id}-LAPTOP.toml"),
        format!("{id} (1).toml"),
        format!("{id} (met conflict van laptop 2026-11-27).toml"),
    ] {
        let path = place.path().join("meetings").join(&name);
        let theirs = format!("theirs in {name}");
        std::fs::write(&path, crate::store::record::encode(&noted(&meeting(1), &theirs)).unwrap()).unwrap();
        let problems = place.open().list().unwrap().problems;
        assert_eq!(problems, [FileProblem::Conflict { path: path.clone() }], "{name}");
        notebook.put_away(&path).unwrap();
        assert!(!path.exists());
        let kept = notebook.read_version(&notebook.versions(id)[0]).unwrap();
        assert_eq!((kept.bottlenecks, notebook.versions(id)[0].reason), (theirs, Reason::Beside));
    }
    let damaged = place.path().join(format!("meetings/{id}.conflict-1.toml"));
    std::fs::write(&damaged, "format = ").unwrap();
    assert_eq!(notebook.put_away(&damaged), Err(SaveError::NotPutAway { path: damaged.clone() }));
    assert!(damaged.exists());
    assert_eq!(notebook.read(id).unwrap().bottlenecks, "ours");
}

#[test]
fn who_has_a_meeting_open_is_told_and_taken_back() {
    let place = Place::new();
    let (one, other) = (place.open(), place.open());
    let id = meeting(1).id;
    let held = one.hold(id, &me("laptop-1"), false).unwrap();
    let Err(LockError::Held { holder: Some(holder), .. }) = other.hold(id, &me("laptop-1"), true) else {
        panic!("held by another program, whatever anybody says")
    };
    assert_eq!(holder, me("laptop-1"));
    drop(held);
    assert_eq!(other.holder(id), None);
    assert_eq!(place.names().len(), 1, "the lock alone: {:?}", place.names());
}

#[test]
fn what_a_stopped_program_left_is_taken_over_but_another_computer_is_asked_about() {
    let place = Place::new();
    let notebook = place.open();
    let id = meeting(1).id;
    let path = place.path().join(format!("meetings/{id}.holder"));
    let left = "who = \"notulist\"\nplace = \"laptop-1\"\nsince = \"2026-11-27 14:03\"\n";
    std::fs::write(&path, left).unwrap();
    drop(notebook.hold(id, &me("laptop-1"), false).unwrap());
    std::fs::write(&path, left).unwrap();
    assert_eq!(
        notebook.hold(id, &me("laptop-2"), false).unwrap_err(),
        LockError::Elsewhere { holder: me("laptop-1") }
    );
    // Windows tells the name of a computer in capitals.
    for (left_at, now_at) in [("LAPTOP-1", "laptop-1"), ("laptop-1", "LAPTOP-1")] {
        std::fs::write(&path, left.replace("laptop-1", left_at)).unwrap();
        drop(notebook.hold(id, &me(now_at), false).unwrap());
        assert!(!path.exists(), "taken over, and told no more");
    }
    std::fs::write(&path, left).unwrap();
    let mine = notebook.hold(id, &me("laptop-2"), true).unwrap();
    assert_eq!(notebook.holder(id), Some(me("laptop-2")));
    // The other one comes back and takes it over in turn; that stays.
    std::fs::write(&path, left).unwrap();
    drop(mine);
    assert_eq!(notebook.holder(id), Some(me("laptop-1")));
    for nonsense in ["", "\u{0}", "who = 1", "who = \"\u{1b}[31m\"\nother = 1"] {
        std::fs::write(&path, nonsense).unwrap();
        drop(notebook.hold(id, &me("laptop-2"), nonsense.is_empty()).unwrap());
    }
}

/// Two programs that take turns by the lock, each reading what the other wrote.
#[test]
fn of_a_thousand_saves_by_two_programs_none_is_lost() {
    let place = Place::new();
    place.open().save(&noted(&meeting(1), ""), &[]).unwrap();
    let saved = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for name in ["a", "b"] {
            let (place, saved) = (&place, &saved);
            scope.spawn(move || {
                let notebook: Notebook = place.open();
                let mut done = 0;
                while done < 500 {
                    let Ok(_lock) = notebook.hold(meeting(1).id, &me("laptop-1"), false) else {
                        std::thread::yield_now();
                        continue;
                    };
                    let known = notebook.load(meeting(1).id).unwrap();
                    let note = format!("{}{name}{done}\n", known.bottlenecks);
                    notebook.save(&noted(&known, &note), &[]).unwrap();
                    saved.fetch_add(1, Ordering::SeqCst);
                    done += 1;
                }
            });
        }
    });
    let lines = place.open().read(meeting(1).id).unwrap().bottlenecks;
    assert_eq!((lines.lines().count(), saved.load(Ordering::SeqCst)), (1000, 1000));
    for name in ["a", "b"] {
        assert!((0..500).all(|number| lines.lines().any(|line| line == format!("{name}{number}"))));
    }
}

/// Two programs in a folder that passes no locks on: each save is in the meeting or in a version beside it.
#[test]
fn without_locks_every_acknowledged_version_is_somewhere() {
    let place = Place::new();
    let first = place.open();
    first.save(&noted(&meeting(1), "first"), &[]).unwrap();
    let second = place.open();
    second.load(meeting(1).id).unwrap();
    let mut refused = 0;
    for number in 0..200 {
        let (notebook, name) = if number % 2 == 0 { (&first, "a") } else { (&second, "b") };
        match notebook.save(&noted(&meeting(1), &format!("{name}{number}")), &[]) {
            Ok(()) => {}
            Err(SaveError::ChangedOutside { kept, .. }) => {
                refused += 1;
                assert!(kept.exists());
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(refused >= 99, "only one of the two can have gone on: {refused}");
    let conflicts = place.names().into_iter().filter(|name| name.contains("conflict")).count();
    assert_eq!(conflicts, 1, "one version for each program, not one for each save");
}
