//! The targets of the fuzzer over everything that ships, every fixture, and every input that the fuzzer ever stopped at.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run definition` looks for new ones; what it finds goes to `fuzz/regressions`.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "the helpers of tests, too, fail by panicking"
)]

use crate::support::{definitions, probes};
use std::fs;
use std::path::Path;

use proptest::prelude::*;

/// The contents of all files below a folder, in the order of their names.
fn contents(folder: &str) -> Vec<Vec<u8>> {
    let mut paths = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut contents = Vec::new();
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            let mut inside: Vec<_> =
                fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).collect();
            inside.sort();
            paths.extend(inside);
        } else {
            contents.push(fs::read(&path).unwrap());
        }
    }
    contents
}

/// Definitions to begin with: those that ship, and those that are wrong in one way each.
fn definitions() -> Vec<Vec<u8>> {
    let mut all = contents("checklists");
    all.extend(contents("tests/diagnostics"));
    all
}

#[test]
fn definitions_and_what_the_fuzzer_found() {
    let seeds = definitions();
    assert!(seeds.len() > 50);
    seeds.iter().chain(&contents("fuzz/regressions/definition")).for_each(|bytes| probes::definition(bytes));
}

#[test]
fn records_and_what_the_fuzzer_found() {
    let seeds = contents("checklists/casussen");
    assert!(!seeds.is_empty());
    seeds.iter().chain(&contents("fuzz/regressions/record")).for_each(|bytes| probes::record(bytes));
}

#[test]
fn texts_and_what_the_fuzzer_found() {
    let hostile = definitions::hostile(2048);
    assert!(hostile.len() > 50);
    let found = contents("fuzz/regressions/text");
    hostile.iter().map(|file| &file.bytes).chain(&found).for_each(|bytes| probes::text(bytes));
}

/// Few by default, so that tests stay quick; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

/// One thing done to a file.
#[derive(Debug, Clone)]
enum Damage {
    Cut,
    Delete,
    Repeat,
    Swap,
    Insert(&'static [u8]),
    Replace(u8),
}

fn damage() -> impl Strategy<Value = Damage> {
    let pieces: &[&[u8]] = &[
        b"[[group.item]]\n",
        b"[[",
        b"]]",
        b"\"\"\"",
        b"\"",
        b"'",
        b"{ ",
        b" }",
        b"=",
        b",",
        b"\n",
        b"\r",
        b"\t",
        b"#",
        b"\\",
        b"\0",
        b"\xff",
        b"\xc3",
        b"\xe2\x80\xae",
        b"\x1b]0;x\x07",
        b"\xef\xbb\xbf",
        b"enable_when = { item = ",
        b"not = { ",
        b"count = { items = [",
        b"at_least = 1e308",
        b"min = -9223372036854775808\n",
        b"max = 9223372036854775807\n",
        b"format = 2\n",
        b"id = \"con\"\n",
        b"nl = ",
    ];
    prop_oneof![
        Just(Damage::Cut),
        Just(Damage::Delete),
        Just(Damage::Repeat),
        Just(Damage::Swap),
        prop::sample::select(pieces.to_vec()).prop_map(Damage::Insert),
        any::<u8>().prop_map(Damage::Replace),
    ]
}

/// Files with fragments taken away, doubled, moved and put in, at any byte.
fn damaged(files: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let place = any::<prop::sample::Index>();
    let damages = prop::collection::vec((damage(), place.clone(), place, 1usize..200), 1..5);
    (prop::sample::select(files), damages).prop_map(|(mut bytes, damages)| {
        for (damage, first, second, length) in damages {
            let (at, other) = (first.index(bytes.len() + 1), second.index(bytes.len() + 1));
            let end = (at + length).min(bytes.len());
            match damage {
                // Half the file is nearly always left.
                Damage::Cut if at > bytes.len() / 2 => bytes.truncate(at),
                Damage::Cut => {}
                Damage::Delete => drop(bytes.drain(at..end)),
                Damage::Repeat => {
                    let piece = bytes[at..end].to_vec();
                    bytes.splice(other..other, piece);
                }
                Damage::Swap => {
                    let piece: Vec<u8> = bytes.drain(at..end).collect();
                    let other = other.min(bytes.len());
                    bytes.splice(other..other, piece);
                }
                Damage::Insert(piece) => drop(bytes.splice(at..at, piece.iter().copied())),
                Damage::Replace(byte) => bytes[at..end].iter_mut().take(1).for_each(|place| *place = byte),
            }
        }
        bytes
    })
}

/// Something like a definition: its keys, with values that may or may not fit.
fn like_a_definition() -> impl Strategy<Value = Vec<u8>> {
    let keys = [
        "format",
        "id",
        "version",
        "title",
        "purpose",
        "based_on",
        "source",
        "group",
        "item",
        "text",
        "type",
        "options",
        "help",
        "label",
        "enable_when",
        "when",
        "judgement",
        "indication",
        "agreement",
        "min",
        "max",
        "low",
        "high",
        "unit",
        "ask",
        "audience",
        "states",
        "discussed",
        "needs_note",
        "code",
        "coding",
        "repeats",
        "about",
        "year",
        "status",
        "url",
        "step",
        "checklist",
        "folded",
        "involve",
        "default_for",
        "is",
        "in",
        "at_least",
        "all",
        "any",
        "not",
        "count",
        "items",
        "nl",
        "en",
        "titel",
        "tekst",
        "itme",
    ];
    let values = [
        "1",
        "-1",
        "0.5",
        "true",
        "false",
        "\"a\"",
        "\"b\"",
        "\"a/b\"",
        "\"\"",
        "\"yes-no\"",
        "\"choice\"",
        "\"scale\"",
        "[]",
        "{}",
        "[\"a\", \"b\"]",
        "[1, true]",
        "{ item = \"a\", is = true }",
        "{ not = { item = \"b\" } }",
        "{ nl = \"x\", en = \"y\" }",
        "[{ code = \"a\", text = \"A\" }, { code = \"b\", text = \"B\" }]",
        "{ count = { items = [\"a\", \"b\"], at_least = 1 } }",
        "{ judgement = \"a\" }",
        "2026-13-01",
        "nee",
        "“x”",
        "\"\"\"\nx\n\"\"\"",
        "\"\\u202e\"",
        "9999999999999999999999",
        "nan",
        "{ all = [{ any = [{ item = \"a\" }] }] }",
    ];
    let headers = [
        "[[group]]",
        "[[group.item]]",
        "[[group.group]]",
        "[[group.item.item]]",
        "[[source]]",
        "[[indication]]",
        "[judgement]",
        "[[agreement]]",
        "[[step]]",
        "[group]",
        "[[item]]",
        "[[group",
        "[x.y]",
    ];
    let line = prop_oneof![
        6 => (prop::sample::select(keys.to_vec()), prop::sample::select(values.to_vec()))
            .prop_map(|(key, value)| format!("{key} = {value}\n")),
        2 => prop::sample::select(headers.to_vec()).prop_map(|header| format!("{header}\n")),
        1 => "[ -~]{0,20}\n".prop_map(String::from),
    ];
    prop::collection::vec(line, 0..60).prop_map(|lines| lines.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_to_a_definition_does_harm(bytes in damaged(definitions())) {
        probes::definition(&bytes);
    }

    #[test]
    fn nothing_like_a_definition_does_harm(bytes in like_a_definition()) {
        probes::definition(&bytes);
    }

    #[test]
    fn no_damage_to_a_record_does_harm(bytes in damaged(contents("checklists/casussen"))) {
        probes::record(&bytes);
    }

    #[test]
    fn no_bytes_harm_the_boundary_for_text(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        probes::text(&bytes);
        probes::definition(&bytes);
    }
}
