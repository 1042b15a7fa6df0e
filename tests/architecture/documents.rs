//! The examples in the documents: every TOML block is read as the program reads it.
//!
//! | block | what it is |
//! |---|---|
//! | ` ```toml ` | a whole file, about which nothing is to be said |
//! | ` ```toml erbij ` | lines to put at the end of the whole file before it |
//! | ` ```toml fout ` | a file with faults; the ` ```text ` block after it is what the program says of it |
//!
//! `UPDATE=1 cargo test --test architecture documents::` writes what the program says now, to be read before it is kept.

#![allow(clippy::unwrap_used, reason = "the helpers of tests, too, fail by panicking")]
#![allow(clippy::panic, reason = "the helpers of tests, too, fail by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pallium::checklist::schema::{FILES, Form, Shape};
use pallium::checklist::{DefinitionFile, FileProblems, Layer, Library, json_schema, render, shipped};
use pallium::words::Language;
use serde_json::Value;

use crate::support::json_schema::{faults, tree};

/// A fenced block: the words behind its fence, its lines, and where it stands.
struct Block {
    words: String,
    text: String,
    line: usize,
}

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect();
    found.sort();
    found
}

/// Whoever doubts a mechanism can read the test that shows what it is for.
#[test]
fn every_test_that_the_security_document_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("SECURITY.md")).unwrap();
    let rows =
        document.lines().filter(|line| line.starts_with("| ")).filter_map(|line| line.split(" | ").nth(2));
    let named: BTreeSet<&str> = rows.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(named.len() > 30, "{named:?}");
    let mut sources = String::new();
    let mut folders = vec![root.join("src/store"), root.join("tests")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.extension() {
                _ if path.is_dir() => folders.push(path),
                Some(extension) if extension == "rs" => sources.push_str(&fs::read_to_string(&path).unwrap()),
                _ => {}
            }
        }
    }
    let missing: Vec<&&str> =
        named.iter().filter(|name| !sources.contains(&format!("fn {name}()"))).collect();
    assert!(missing.is_empty(), "no such test: {missing:?}");
}

fn blocks(document: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in document.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(words)) => {
                open = Some(Block { words: words.to_owned(), text: String::new(), line: number + 1 });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is never closed");
    found
}

/// The file that a definition would be, by its `id` and its kind.
fn file_of(source: &str) -> String {
    let table = tree(source).unwrap();
    let id = table.get("id").and_then(Value::as_str).unwrap().to_owned();
    let folder = if table.get("step").is_some() {
        "routes/"
    } else if table.get("scene").is_some() {
        "casussen/"
    } else {
        ""
    };
    format!("{folder}{id}.toml")
}

/// What the program says of a file of the user, beside the shipped ones and the examples before it.
fn said(earlier: &[DefinitionFile], source: &str) -> Option<FileProblems> {
    let file = file_of(source);
    let mut files = shipped();
    files.extend(earlier.iter().filter(|one| one.file != file).cloned());
    files.push(DefinitionFile::new(Layer::User, file.clone(), source));
    Library::new(files).problems().iter().find(|one| one.layer == Layer::User && one.file == file).cloned()
}

fn shown(problems: &FileProblems) -> String {
    render(&problems.diagnostics, &problems.source, &problems.file, Language::Dutch, 100, false)
}

/// The good examples of a document, those with lines put at the end of another included.
fn good(document: &str) -> Vec<(usize, String)> {
    let mut whole = String::new();
    let mut found = Vec::new();
    for block in blocks(document) {
        match block.words.as_str() {
            "toml" => {
                whole.clone_from(&block.text);
                found.push((block.line, block.text));
            }
            "toml erbij" => found.push((block.line, format!("{whole}\n{}", block.text))),
            _ => {}
        }
    }
    found
}

#[test]
fn every_example_is_what_the_program_takes() {
    let schema: Value = serde_json::from_str(&json_schema(Language::Dutch)).unwrap();
    let mut examples = 0;
    for path in documents() {
        let document = fs::read_to_string(&path).unwrap();
        let mut earlier: Vec<DefinitionFile> = Vec::new();
        for (line, source) in good(&document) {
            let place = format!("{}:{line}", path.display());
            if let Some(problems) = said(&earlier, &source) {
                panic!("{place}\n{}", shown(&problems));
            }
            assert_eq!(faults(&schema, &tree(&source).unwrap()), [""; 0], "{place}");
            let file = file_of(&source);
            earlier.retain(|one| one.file != file);
            earlier.push(DefinitionFile::new(Layer::User, file, source.as_str()));
            examples += 1;
        }
        let kinds: BTreeSet<String> = blocks(&document).into_iter().map(|block| block.words).collect();
        let unknown: Vec<&String> = kinds
            .iter()
            .filter(|words| words.starts_with("toml"))
            .filter(|words| !["toml", "toml erbij", "toml fout"].contains(&words.as_str()))
            .collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", path.display());
    }
    assert!(examples > 10, "{examples}");
}

#[test]
fn every_wrong_example_shows_what_the_program_says() {
    let mut wrong = 0;
    for path in documents() {
        let mut document = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let found = blocks(&document);
        for (block, after) in found.iter().zip(found.iter().skip(1)) {
            if block.words != "toml fout" {
                continue;
            }
            wrong += 1;
            assert_eq!(after.words, "text", "{}:{}", path.display(), block.line);
            let problems =
                said(&[], &block.text).unwrap_or_else(|| panic!("nothing is wrong: {}", block.text));
            let expected = format!("{}\n", shown(&problems).trim_end());
            if std::env::var_os("UPDATE").is_some() {
                let old = format!("{}```\n\n```text\n{}```", block.text, after.text);
                assert!(document.contains(&old));
                document = document.replace(&old, &format!("{}```\n\n```text\n{expected}```", block.text));
                fs::write(&path, &document).unwrap();
            } else {
                assert_eq!(after.text, expected, "{}:{}", path.display(), after.line);
            }
        }
    }
    assert!(wrong > 0);
}

/// The keys that a tree uses, as `shape.key`, and the words behind them as `key = word`.
fn uses(shape: &Shape, table: &Value, used: &mut BTreeSet<String>) {
    for key in shape.keys {
        if let Some(value) = table.get(key.name) {
            used.insert(format!("{}.{}", shape.name, key.name));
            of_form(&key.form, key.name, value, used);
        }
    }
}

fn of_form(form: &Form, key: &str, value: &Value, used: &mut BTreeSet<String>) {
    if let (Form::OneOrMany(one) | Form::List(one), Value::Array(list)) = (form, value) {
        return list.iter().for_each(|value| of_form(one, key, value, used));
    }
    match (form, value) {
        (Form::OneOrMany(one), value) => of_form(one, key, value, used),
        (Form::Text, Value::Object(_)) => uses(&pallium::checklist::schema::TRANSLATION, value, used),
        (Form::Code, Value::Object(_)) => uses(&pallium::checklist::schema::CODE, value, used),
        (Form::Table(shape), value) => uses(shape, value, used),
        (Form::Tables(shape, _), Value::Array(list)) => list.iter().for_each(|one| uses(shape, one, used)),
        (Form::Word(_), Value::String(word)) => {
            used.insert(format!("{key} = {word}"));
        }
        _ => {}
    }
}

#[test]
fn every_key_and_type_stands_in_an_example_for_trainers() {
    let path = documents().into_iter().find(|path| path.ends_with("checklists-schrijven.md")).unwrap();
    let document = fs::read_to_string(path).unwrap();
    let mut used = BTreeSet::new();
    for (_, source) in good(&document) {
        let table = tree(&source).unwrap();
        let kind = if table.get("step").is_some() {
            "route"
        } else if table.get("scene").is_some() {
            "case"
        } else {
            "checklist"
        };
        uses(FILES.iter().find(|file| file.name == kind).unwrap(), &table, &mut used);
    }
    let mut missing = Vec::new();
    for shape in FILES.iter().flat_map(|file| file.reachable()) {
        for key in shape.keys {
            let name = format!("{}.{}", shape.name, key.name);
            if !used.contains(&name) {
                missing.push(name);
            }
            for word in key.form.words() {
                // A word that holds by itself is named in the text, and need not be written.
                let named = used.contains(&format!("{} = {word}", key.name))
                    || document.contains(&format!("\"{word}\"`"));
                if !named {
                    missing.push(format!("{} = {word}", key.name));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// A link in a document leads to a file that is there, and to a heading in it.
#[test]
fn every_link_in_the_documents_leads_somewhere() {
    for path in documents() {
        let document = fs::read_to_string(&path).unwrap();
        for target in document.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            if file.contains(':') {
                continue;
            }
            let place = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let there = fs::read_to_string(&place).unwrap_or_else(|_| panic!("{}: {target}", path.display()));
            let anchor = |line: &str| {
                let words = line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
                words.replace(['?', ':', ','], "")
            };
            let is_there = heading.is_empty()
                || there.lines().any(|line| line.starts_with('#') && anchor(line) == heading);
            assert!(is_there, "{}: {target}", path.display());
        }
    }
}

/// What handbook and script for trainers quote that the program says in other letters: values that stand for any value.
const QUOTED_AS_AN_EXAMPLE: [&str; 5] = ["◎", "opgeschreven 13 sep", "nr. 3f2a", "20 van 400", "patienten"];

/// Rows and sentences that the handbook quotes, or tells to choose, are those of the program or of a shipped checklist.
#[test]
fn what_the_handbook_quotes_is_what_the_program_says() {
    fn gathered(folder: &Path, said: &mut String) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                gathered(&path, said);
            } else {
                said.push_str(&fs::read_to_string(&path).unwrap_or_default());
            }
        }
    }
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = String::new();
    ["src/words", "checklists"].iter().for_each(|folder| gathered(&root.join(folder), &mut said));
    let said = on_one_line(&said.replace("\\\n", " ").replace("\\\"", "\""));
    let mut unknown = Vec::new();
    for name in ["handboek.md", "draaiboek-casus.md"] {
        let document = on_one_line(&fs::read_to_string(root.join("docs").join(name)).unwrap());
        // What stands between backquotes is typed, and held by another test.
        let text: String = document.split('`').step_by(2).collect();
        let quoted = text.split('"').skip(1).step_by(2);
        let chosen = ["kies **", "kies dan **"].map(|begin| text.split(begin).skip(1)).into_iter().flatten();
        let chosen = chosen.filter_map(|rest| rest.split("**").next());
        for one in quoted.chain(chosen) {
            let one = one.trim_end_matches(['.', ' ', ':']);
            if !said.contains(one) && !QUOTED_AS_AN_EXAMPLE.contains(&one) {
                unknown.push(format!("{name}: {one}"));
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// Words that the field does not use for this, or that can be misread: what stands there, why not, and where it may.
const NOT_TO_BE_SAID: [(&str, &str, &[&str]); 14] = [
    ("bewaard", "what is on the disk is \"opgeslagen\", as the status says it", &[]),
    ("verteld door", "reads as done, where somebody has yet to tell it", &[]),
    ("wie oordeelden mee", "\"betrokken bij dit oordeel\"", &[]),
    ("anders dacht", "\"afwijkende mening\": an argument, not a person", &[]),
    ("signaal", "\"aanwijzing\": nothing is signalled, people judge", &["kanaal"]),
    ("leervragen", "\"onderwijsbehoeften\"", &[]),
    ("laatste fase", "the palliative phase may last years", &[]),
    ("nog van niemand", "\"nog niemand\"", &[]),
    ("alles mag hier", "names and citizen numbers may not", &[]),
    ("voor vrijdag", "a day that is included is \"uiterlijk\"", &[]),
    ("vóór {", "a day that is included is \"uiterlijk\"", &["bewaartermijn", "Van vóór {"]),
    ("kan wijzen op een sterke indicatie", "the source says that it is one", &[]),
    ("een grond om te markeren", "the source says that it can be an occasion", &[]),
    ("alleen symptoomverlichting", "in the meaning of the standard: lengthening life is not wanted", &[]),
];

/// The shipped definitions, the sentences of the program and the documents for users use the words of the field.
#[test]
fn the_words_of_the_field_are_used() {
    fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                texts(&path, found);
            } else if matches!(ending.as_str(), "toml" | "rs" | "md") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    ["checklists", "src/words", "docs"].iter().for_each(|folder| texts(&root.join(folder), &mut found));
    assert!(found.len() > 50, "{}", found.len());
    let mut wrong = Vec::new();
    for path in found {
        let text = fs::read_to_string(&path).unwrap().to_lowercase();
        for (number, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            for (word, why, allowed) in NOT_TO_BE_SAID {
                let word = word.to_lowercase();
                if line.contains(&word) && !allowed.iter().any(|near| line.contains(&near.to_lowercase())) {
                    wrong.push(format!("{}:{}: {word}: {why}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Which criterion rests on which source, gathered from the shipped definitions.
fn sources() -> String {
    let library = Library::new(shipped());
    let dutch = |text: &pallium::checklist::Localized| text.get(Language::Dutch).replace(['\n', '|'], " ");
    let mut rows: Vec<(String, String, String)> = Vec::new();
    let mut without: Vec<String> = Vec::new();
    for definition in library.checklists() {
        let checklist = &definition.checklist;
        let title = dutch(&checklist.title);
        let mut add = |source: &pallium::checklist::Name, what: String| {
            let source = checklist.source(source).unwrap();
            let status = match source.status {
                pallium::checklist::SourceStatus::InForce => "van kracht",
                pallium::checklist::SourceStatus::Concept => "concept",
                pallium::checklist::SourceStatus::Withdrawn => "ingetrokken",
            };
            rows.push((dutch(&source.title), status.to_owned(), format!("{title}: {what}")));
        };
        for item in checklist.items() {
            let label = dutch(item.label.as_ref().unwrap_or(&item.text));
            item.source.iter().for_each(|source| add(source, label.clone()));
            for option in pallium::meeting::terms::options(item) {
                let text = dutch(&option.text);
                option.sources.iter().for_each(|source| add(source, format!("{label}, \"{text}\"")));
            }
        }
        for indication in &checklist.indications {
            match &indication.source {
                Some(source) => add(source, format!("\"{}\"", dutch(&indication.text))),
                None => without.push(format!("{title}: {}", indication.id)),
            }
        }
        if let Some(judgement) = &checklist.judgement {
            match &judgement.source {
                Some(source) => add(source, format!("oordeel: {}", dutch(&judgement.text))),
                None => without.push(format!("{title}: the judgement")),
            }
        }
        for agreement in &checklist.agreements {
            agreement
                .source
                .iter()
                .for_each(|source| add(source, format!("afspraak: {}", dutch(&agreement.text))));
        }
    }
    assert!(without.is_empty(), "no source: {without:?}");
    rows.sort();
    rows.dedup();
    let mut page = "# Bronnen van de meegeleverde checklists\n\nUit de checklists zelf gemaakt: welke bron, met welke paragraaf en \
                    status, en wat erop rust. Wat hier niet staat,\nis een eigen vraag van dit project en beroept zich nergens op.\n"
        .to_owned();
    let mut last = String::new();
    for (source, status, used) in rows {
        if source != last {
            page.push_str(&format!("\n## {source} ({status})\n\n"));
            last.clone_from(&source);
        }
        page.push_str(&format!("- {used}\n"));
    }
    page
}

#[test]
fn the_table_of_sources_is_that_of_the_shipped_checklists() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bronnen.md");
    let page = sources();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n"), page);
}
