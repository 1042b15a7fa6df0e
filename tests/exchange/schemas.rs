//! What is written for other programs is what the schemas in `docs` say, and has no key that they do not tell of.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use serde_json::{Value, json};

use crate::support::commands::Place;
use crate::support::json_schema::faults;
use pallium::export::{Document, DocumentFormat};

const PAPERS: &str = include_str!("../../docs/documenten.schema.json");
const LISTS: &str = include_str!("../../docs/json.schema.json");
const COUNTS: &str = include_str!("../../docs/regio.schema.json");

/// A schema, in which what it does not tell of is wrong: who reads has to skip that, and who writes has to tell it.
fn strict(schema: &str) -> Value {
    fn close(schema: &mut Value) {
        match schema {
            Value::Object(table) => {
                if table.contains_key("properties") {
                    table.insert("additionalProperties".to_owned(), false.into());
                }
                table.values_mut().for_each(close);
            }
            Value::Array(list) => list.iter_mut().for_each(close),
            _ => {}
        }
    }
    let mut schema = serde_json::from_str(schema).unwrap();
    close(&mut schema);
    schema
}

#[track_caller]
fn assert_valid(schema: &str, written: &str) {
    let value: Value = serde_json::from_str(written).expect("it is JSON");
    let faults = faults(&strict(schema), &value);
    assert!(faults.is_empty(), "{faults:#?} in {written}");
}

/// A paper is what its schema says when it is written for another program.
#[track_caller]
pub fn assert_paper(document: &Document) {
    assert_valid(PAPERS, &document.written(DocumentFormat::Json));
}

#[test]
fn what_commands_write_for_other_programs_is_what_the_schemas_say() {
    let place = Place::new(14);
    let label = {
        let register: Value =
            serde_json::from_str(&place.done(&["register", "--format", "json"], &[])).unwrap();
        register["patients"][0]["patient"].as_str().unwrap().to_owned()
    };
    for (schema, command) in [
        (LISTS, &["register"][..]),
        (LISTS, &["register", "--filter", "agreement-overdue"]),
        (LISTS, &["patient", &label]),
        (LISTS, &["find", "de"]),
        (LISTS, &["find", "nergens"]),
        (PAPERS, &["minutes", "last"]),
        (PAPERS, &["minutes", "last", "--patient", "1"]),
        (PAPERS, &["summary", &label, "--for", "dossier"]),
        (PAPERS, &["summary", &label, "--for", "hap"]),
        (PAPERS, &["agreements"]),
        (PAPERS, &["prepare", "--group", "Fictieve groep 1"]),
        (PAPERS, &["mirror"]),
    ] {
        assert_valid(schema, &place.done(&[command, &["--format", "json"]].concat(), &[]));
    }
    let counts = place.done(&["mirror", "--format", "jsonl"], &[]);
    assert!(counts.lines().count() > 10, "{counts}");
    counts.lines().for_each(|line| assert_valid(COUNTS, line));
}

/// A schema that lets everything through says nothing.
#[test]
fn the_schemas_refuse_what_is_otherwise() {
    let paper = json!({
        "schema": "pallium-document", "version": 1, "kind": "summary", "language": "nl", "title": "t",
        "fictional": true, "blocks": [{"type": "labelled", "depth": 0, "point": true, "label": "l", "value": "v"}],
    });
    assert_valid(PAPERS, &paper.to_string());
    for (place, wrong) in [
        ("/version", json!(2)),
        ("/kind", json!("brief")),
        ("/language", json!("de")),
        ("/fictional", json!("ja")),
        ("/blocks/0/type", json!("table")),
        ("/blocks/0/value", json!(" ")),
        ("/blocks/0/depth", json!(-1)),
    ] {
        let mut other = paper.clone();
        *other.pointer_mut(place).unwrap() = wrong;
        assert!(!faults(&strict(PAPERS), &other).is_empty(), "{place}");
    }
    let find = json!({
        "format": 1, "kind": "find", "day": "2026-11-30", "fictional": true, "unread": 0, "more": false, "hits": [],
    });
    assert_valid(LISTS, &find.to_string());
    for (place, wrong) in [("/kind", json!("register")), ("/day", json!("30-11-2026")), ("/hits", json!({}))]
    {
        let mut other = find.clone();
        *other.pointer_mut(place).unwrap() = wrong;
        assert!(!faults(&strict(LISTS), &other).is_empty(), "{place}");
    }
}
