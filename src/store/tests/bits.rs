//! Every single bit of a file of every kind, every cut, and every mark: none is believed.

use std::fs;
use std::sync::Arc;

use super::meeting;
use super::tampering::{OLD, World, file_of, index_now, kinds, pinning, secret};
use crate::store::record::names::{GENERATION, RECOVERY};
use crate::store::record::names::{KEY, KEYRING};
use crate::store::vault::mark::{Mark, Secret};
use crate::store::{Codec, Holder, KeyFiles, RealFiles, Reason, Subject};

/// Whether these bytes open where they stand, as every door of the notebook opens them.
fn opens(world: &World, within: &str, bytes: Vec<u8>) -> bool {
    let key_files =
        |bytes| KeyFiles::read(&RealFiles, world.place.path()).unwrap().unwrap().with([(within, bytes)]);
    match within {
        KEY => key_files(bytes).unlock(&secret(OLD)).is_ok(),
        RECOVERY => key_files(bytes).recover(&world.recovery).is_ok(),
        KEYRING | GENERATION => key_files(bytes).enter(world.keys.me.clone(), KEY, false).is_ok(),
        _ => {
            let subject = match within.strip_prefix("../").and_then(|name| name.strip_suffix(".seen")) {
                Some(name) => Subject::of(&format!("remembered/{name}")),
                None => Subject::of(within),
            };
            world.keys.codec(false).open(&subject, bytes).is_ok()
        }
    }
}

#[test]
fn every_bit_and_every_cut_of_every_kind_of_file_is_refused() {
    let world = small();
    let all = world.take();
    let kinds = kinds(&all);
    assert_eq!(kinds.len(), 13, "{kinds:?}");
    std::thread::scope(|threads| {
        for within in &kinds {
            let (world, whole) = (&world, &all[within]);
            threads.spawn(move || every_change_is_refused(world, within, whole));
        }
    });
}

fn every_change_is_refused(world: &World, within: &str, whole: &[u8]) {
    assert!(opens(world, within, whole.to_vec()), "{within}");
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!opens(world, within, changed), "{within}: bit {bit}");
    }
    for length in 0..whole.len() {
        assert!(!opens(world, within, whole[..length].to_vec()), "{within}: {length} bytes");
    }
    assert!(!opens(world, within, [whole, &b"x"[..]].concat()), "{within}: longer");
}

/// One of every kind of file, as small as they can be.
fn small() -> World {
    let world = World::new();
    let notebook = world.open();
    notebook.begin_log(&Holder::default(), chrono::TimeDelta::days(3660)).unwrap();
    let (pinned, definitions) = pinning(meeting(1), &"#\n".into());
    notebook.load(meeting(1).id).unwrap();
    notebook.save(&pinned, &definitions).unwrap();
    notebook.keep_version(&meeting(1), Reason::Worked).unwrap();
    fs::copy(
        world.path(&file_of(&meeting(1))),
        world.path(&format!("meetings/{}.conflict-1.toml", meeting(1).id)),
    )
    .unwrap();
    index_now(&world);
    std::mem::forget(notebook.hold(meeting(1).id, &Holder::default(), true));
    notebook.witness().unwrap();
    world
}

#[test]
fn every_part_of_a_mark_counts() {
    let secret: Secret = Arc::new(age::secrecy::SecretBox::new(Box::new([1; 32])));
    let mark = Mark { subject: Subject::of("meetings/x"), revision: 12, previous: None };
    let (whole, tag) = mark.put(&secret, b"tekst\n");
    let opened = Mark::take(&secret, &mark.subject, whole.clone()).unwrap();
    assert_eq!((opened.plain.as_slice(), opened.link.unwrap().tag), (&b"tekst\n"[..], tag));
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(Mark::take(&secret, &mark.subject, changed).is_err(), "bit {bit}");
    }
    for length in 0..whole.len() {
        assert!(Mark::take(&secret, &mark.subject, whole[..length].to_vec()).is_err(), "{length} bytes");
    }
    assert!(Mark::take(&secret, &Subject::of("meetings/y"), whole).is_err());
}
