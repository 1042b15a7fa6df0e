//! The JSON schema, the reference and the examples of the documents agree with the program.
//!
//! `UPDATE=1 cargo test --test architecture schema::` writes the schema and the reference as they are now, to be read before they
//! are kept.

#![allow(clippy::unwrap_used, reason = "the helpers of tests, too, fail by panicking")]
#![allow(clippy::panic, reason = "the helpers of tests, too, fail by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use pallium::checklist::schema::FILES;
use pallium::checklist::{
    Origin, Parsed, json_schema, parse, print, print_case, print_route, reference, shipped,
};
use pallium::words::Language;
use pallium::words::reference::key_example;
use serde_json::{Value, json};

use crate::support::json_schema::{faults, tree};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn schema() -> Value {
    serde_json::from_str(&json_schema(Language::Dutch)).unwrap()
}

/// Compares a file with what the program says; `UPDATE=1` writes it.
fn same(path: &str, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(root(path), text).unwrap();
    }
    let kept = fs::read_to_string(root(path)).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        kept == text,
        "{path} is not what the program says; UPDATE=1 cargo test --test architecture schema:: writes it"
    );
}

#[test]
fn the_schema_in_docs_is_that_of_the_program() {
    same("docs/checklist.schema.json", &json_schema(Language::Dutch));
}

#[test]
fn the_reference_in_docs_is_that_of_the_program() {
    same("docs/checklists-naslag.md", &reference(Language::Dutch));
}

/// The forms of a day are a table in the program, with a day for each example.
#[test]
fn the_forms_of_a_day_in_docs_are_those_of_the_program() {
    let friday = chrono::NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    same("docs/dagen.md", &pallium::meeting::typed::examples(Language::Dutch, friday));
}

/// Whatever the language of its explanations, a schema asks the same.
#[test]
fn the_languages_of_the_schema_differ_in_explanations_only() {
    fn bare(value: Value) -> Value {
        match value {
            Value::Object(table) => table
                .into_iter()
                .filter(|(key, _)| key != "x-taplo")
                // A property of that name is a schema, and no explanation.
                .filter(|(key, value)| {
                    !(matches!(key.as_str(), "title" | "description") && value.is_string())
                })
                .map(|(key, value)| (key, bare(value)))
                .collect(),
            Value::Array(list) => list.into_iter().map(bare).collect(),
            other => other,
        }
    }
    let of = |language| -> Value { serde_json::from_str(&json_schema(language)).unwrap() };
    assert_ne!(of(Language::Dutch), of(Language::English));
    assert_eq!(bare(of(Language::Dutch)), bare(of(Language::English)));
}

#[test]
fn every_shipped_file_fits_the_schema_as_written_and_as_printed() {
    let schema = schema();
    for file in shipped() {
        let printed = match parse(&file.source, &Origin::default()).parsed.unwrap() {
            Parsed::Checklist(checklist) => print(&checklist),
            Parsed::Route(route) => print_route(&route),
            Parsed::Case(case) => print_case(&case),
        };
        for source in [&*file.source, &printed] {
            assert_eq!(faults(&schema, &tree(source).unwrap()), [""; 0], "{}", file.file);
        }
    }
}

/// Rules that are a matter of form, so that an editor can tell of them while somebody types.
const OF_FORM: [&str; 17] = [
    "onbekende-sleutel",
    "verkeerd-type",
    "ontbrekende-sleutel",
    "onbekend-woord",
    "ongeldige-naam",
    "onveilige-naam",
    "buiten-bereik",
    "niet-verzonnen",
    "ongepaste-sleutel",
    "lege-tekst",
    "lege-lijst",
    "lege-groep",
    "te-veel",
    "onduidelijke-voorwaarde",
    "onbekend-beroep",
    "ongepaste-ask",
    "onbekende-optie-woorden",
];

/// Files whose fault is what a word means together with the type of its item, which no schema says.
const OF_MEANING: [&str; 1] = ["ongepaste-sleutel-gesprek"];

/// Rules of which a schema can know nothing, because the text is no TOML or of another format.
const BEFORE_FORM: [&str; 5] =
    ["schrijffout", "niet-gesloten", "dubbele-sleutel", "nieuwer-formaat", "verkeerd-type-enkele-haken"];

#[test]
fn the_schema_refuses_what_is_a_matter_of_form_and_nothing_else() {
    let schema = schema();
    let mut of_form = 0;
    for entry in fs::read_dir(root("tests/diagnostics")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let is = |rules: &[&str]| {
            rules.iter().any(|rule| {
                name == *rule || name.strip_prefix(rule).is_some_and(|rest| rest.starts_with('-'))
            })
        };
        if path.extension().is_none_or(|extension| extension != "toml") || name == "tien" || is(&BEFORE_FORM)
        {
            continue;
        }
        let found = faults(&schema, &tree(&fs::read_to_string(&path).unwrap()).unwrap());
        let form = is(&OF_FORM) && !is(&OF_MEANING);
        assert_eq!(!found.is_empty(), form, "{name}: {found:?}");
        of_form += usize::from(form);
    }
    assert!(of_form >= OF_FORM.len(), "{of_form}");
}

#[test]
fn the_place_of_a_fault_is_that_of_the_value() {
    let source = "format = 1\nid = \"a\"\nversion = \"1\"\ntitle = \"A\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n\
        [[group.item]]\nid = \"i\"\ntype = \"chioce\"\ntext = \"Wat?\"\n";
    let found = faults(&schema(), &tree(source).unwrap());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found.iter().all(|fault| fault.starts_with("/group/0/item/0/type: not one of")), "{found:?}");
}

/// An example that the reference gives is one that its key takes.
#[test]
fn every_example_of_the_reference_fits_its_key() {
    let mut schema = schema();
    let mut examples = 0;
    for shape in FILES.iter().flat_map(|file| file.reachable()) {
        for key in shape.keys {
            let Some(example) = key_example(shape.name, key.name) else { continue };
            let place = format!("/$defs/{}/properties/{}", shape.name, key.name);
            let mut of_key = schema.pointer(&place).unwrap().clone();
            if let Some(table) = of_key.as_object_mut() {
                table.insert("$defs".to_owned(), schema.get_mut("$defs").unwrap().clone());
            }
            let value = tree(&format!("{} = {example}", key.name)).unwrap();
            let value = value.get(key.name).cloned().unwrap_or(json!(null));
            assert_eq!(faults(&of_key, &value), [""; 0], "{}.{} = {example}", shape.name, key.name);
            examples += 1;
        }
    }
    assert!(examples > 50, "{examples}");
}

#[test]
fn a_line_for_editors_is_a_comment_to_the_program() {
    let source = shipped().into_iter().find(|file| file.file == "kort.toml").unwrap().source;
    let with = format!("#:schema ./checklist.schema.json\n{source}");
    let read = |source: &str| parse(source, &Origin::default()).parsed.unwrap();
    assert_eq!(read(&with), read(&source));
}
