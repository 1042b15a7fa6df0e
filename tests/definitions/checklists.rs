//! The shipped definitions, and what is said of broken ones.
//!
//! Every file in `tests/diagnostics` is read as a file of a user, beside the shipped ones; what is said of it stands
//! beside it. `UPDATE=1 cargo test --test definitions checklists::` writes what is said now, to be read before it is kept.

#![allow(clippy::unwrap_used, reason = "the helpers of tests, too, fail by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pallium::checklist::{
    DefinitionFile, Diagnostic, DiagnosticCode, Layer, Library, Origin, Problem, Severity, Strictness, parse,
    parse_bytes, print, render, shipped,
};
use pallium::words::Language;
use proptest::prelude::*;

use crate::support::definitions::{Hostile, hostile, ordinary_beyond_limits, ordinary_within_limits};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// What is found in a file of the user.
fn found(path: &Path) -> (String, Vec<Diagnostic>) {
    let source = fs::read_to_string(path).unwrap();
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut files = shipped();
    files.push(DefinitionFile::new(Layer::User, file, source.as_str()));
    let library = Library::new(files);
    let own = library.problems().iter().find(|one| one.layer == Layer::User);
    (source, own.map(|one| one.diagnostics.clone()).unwrap_or_default())
}

#[test]
fn every_rule_says_what_is_expected_of_it() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in fixtures() {
        let (source, diagnostics) = found(&path);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let dutch = render(&diagnostics, &source, &name, Language::Dutch, 80, false);
        let english = render(&diagnostics, &source, &name, Language::English, 80, false);
        let said = format!("{dutch}\n----\n\n{english}");
        let expected = path.with_extension("txt");
        if update {
            fs::write(&expected, &said).unwrap();
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n");
        if said != expected {
            wrong.push(format!("=== {name}, expected:\n{expected}\n=== found:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_file_in_which_it_alone_speaks() {
    let mut covered = BTreeSet::new();
    for path in fixtures().iter().filter(|path| stem(path) != "tien") {
        let (_, diagnostics) = found(path);
        let codes: BTreeSet<&str> = diagnostics.iter().map(|one| one.code.as_str()).collect();
        let name = stem(path);
        let rule = DiagnosticCode::ALL
            .iter()
            .map(|code| code.as_str())
            .find(|code| name == *code || name.strip_prefix(code).is_some_and(|rest| rest.starts_with('-')));
        assert_eq!(codes, BTreeSet::from_iter(rule), "{name}");
        covered.extend(rule);
    }
    // What is wrong with a file as a whole is no text that could stand here; that is tested below and where files are read.
    covered.extend(Problem::OF_FILES.iter().map(|problem| problem.code().as_str()));
    let all: BTreeSet<&str> = DiagnosticCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(covered, all);
}

#[test]
fn ten_faults_are_all_found_and_nothing_is_invented() {
    let path = fixtures().into_iter().find(|path| stem(path) == "tien").unwrap();
    let (source, diagnostics) = found(&path);
    let found: Vec<(usize, &str)> =
        diagnostics.iter().map(|one| (one.position(&source).line, one.code.as_str())).collect();
    let marked: Vec<(usize, &str)> = source
        .lines()
        .enumerate()
        .filter_map(|(number, line)| Some((number + 1, line.split_once("# fout: ")?.1.trim())))
        .collect();
    assert_eq!(marked.len(), 10);
    assert_eq!(found, marked);
}

#[test]
fn codes_are_unique_and_easy_to_type() {
    let codes: BTreeSet<&str> = DiagnosticCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes.len(), DiagnosticCode::ALL.len());
    for code in codes {
        assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
    }
}

#[test]
fn files_that_cannot_be_text_are_refused_before_they_are_read() {
    let origin = Origin::default();
    let only = |outcome: pallium::checklist::Outcome| {
        assert!(outcome.parsed.is_none());
        outcome.diagnostics.into_iter().map(|one| one.problem).collect::<Vec<_>>()
    };
    assert_eq!(only(parse_bytes(&[b'a', 0xff, 0xfe], &origin)), [Problem::NotUnicode(Some(1))]);
    assert_eq!(only(parse_bytes(&vec![b'#'; 1024 * 1024 + 1], &origin)), [Problem::TooLarge]);
    assert_eq!(only(parse(&"#".repeat(1024 * 1024 + 1), &origin)), [Problem::TooLarge]);
}

#[test]
fn a_score_is_refused_in_what_is_shipped() {
    let path = fixtures().into_iter().find(|path| stem(path) == "score-als-oordeel").unwrap();
    let source = fs::read_to_string(path).unwrap();
    let severity = |strictness| {
        let outcome = parse(&source, &Origin { file: None, strictness });
        (outcome.parsed.is_some(), outcome.diagnostics.first().unwrap().severity)
    };
    assert_eq!(severity(Strictness::Own), (true, Severity::Warning));
    assert_eq!(severity(Strictness::Shipped), (false, Severity::Error));
}

#[test]
fn every_file_in_the_folder_is_shipped() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    let mut on_disk = BTreeSet::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                // The demonstration is made of records, not of definitions.
                folders.extend((!path.ends_with("demonstratie")).then_some(path));
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                on_disk.insert(path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let embedded: BTreeSet<String> = shipped().into_iter().map(|file| file.file).collect();
    assert_eq!(embedded, on_disk);
}

/// A shipped text with pieces removed, doubled or replaced.
fn mutated() -> impl Strategy<Value = String> {
    let files = shipped();
    let sources: Vec<Arc<str>> = files.into_iter().map(|file| file.source).collect();
    let pieces = prop::sample::select(vec![
        "",
        "\"",
        "'",
        "\"\"\"",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        "\n",
        "\r",
        "\t",
        "#",
        "\\",
        "\\u202e",
        "\u{1b}[2J",
        "\u{feff}",
        "漢",
        "e\u{301}",
        "👩‍👩‍👧",
        "item = ",
        "all = [",
        "1e999",
        "-",
        "0x",
        "true",
        "id = \"a\"",
    ]);
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, pieces), 1..6);
    (prop::sample::select(sources), edits).prop_map(|(source, edits)| {
        let mut text: Vec<char> = source.chars().collect();
        for (at, length, piece) in edits {
            let at = at.index(text.len() + 1);
            let end = (at + length).min(text.len());
            text.splice(at..end, piece.chars());
        }
        text.into_iter().collect()
    })
}

/// Whatever comes in, it is read and told of without a panic, in bounded space, and nothing steers the terminal.
fn survives(source: &str, width: usize) {
    let outcome = parse(source, &Origin::default());
    let failed = outcome.diagnostics.iter().any(|one| one.severity == Severity::Error);
    assert_eq!(outcome.parsed.is_none(), failed);
    let text = render(&outcome.diagnostics, source, "proef\u{1b}.toml", Language::Dutch, width, false);
    let hidden =
        text.chars().find(|c| (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c));
    assert_eq!(hidden, None, "{text}");
    if let Some(checklist) = outcome.checklist() {
        let again = parse(&print(checklist), &Origin::default());
        assert_eq!(again.checklist(), Some(checklist), "{}", print(checklist));
    }
    for one in &outcome.diagnostics {
        let excerpt = one.excerpt(source, width);
        assert!(excerpt.underline_length >= 1);
        assert!(!one.message(Language::English).is_empty());
    }
}

/// Few by default, so that tests stay quick; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_cause_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), width in 0usize..120) {
        survives(&String::from_utf8_lossy(&bytes), width);
    }

    #[test]
    fn no_text_causes_a_panic(text in "(\\PC|[\\[\\]{}=\"',.#\n\r\t\\\\a-z0-9]){0,200}", width in 0usize..120) {
        survives(&text, width);
    }

    #[test]
    fn no_mutation_of_a_shipped_file_causes_a_panic(text in mutated(), width in 0usize..120) {
        survives(&text, width);
    }
}

#[test]
fn hostile_texts_are_told_of_in_bounded_words() {
    let size = 64 * 1024;
    let repeated = [
        "[[group]]\n",
        "[[a\n",
        "[",
        "a: 1\n",
        "a = 1\n",
        "a = \"b\n",
        "\"\"\"\n",
        "'''",
        "=",
        "\0",
        "漢",
        "\r",
        "a = [“, ",
        "a = { b = ",
        "[a]\n",
        "a.b.c = 1\n",
        "{ = 1 } ",
        "\n",
        "a = nee\n",
        "\\",
        "[[group.item.item]]\n",
    ];
    for piece in repeated {
        let source = piece.repeat(size / piece.len());
        let outcome = parse(&source, &Origin::default());
        assert!(outcome.parsed.is_none(), "{piece:?}");
        assert!((1..=110).contains(&outcome.diagnostics.len()), "{piece:?}: {}", outcome.diagnostics.len());
        let text = render(&outcome.diagnostics, &source, "proef.toml", Language::Dutch, 60, false);
        assert!(text.len() < 64 * 1024, "{piece:?}: {}", text.len());
    }
}

#[test]
fn every_hostile_file_is_told_of_in_bounded_words() {
    for Hostile { kind, bytes } in hostile(24 * 1024) {
        let outcome = parse_bytes(&bytes, &Origin::default());
        assert!(outcome.diagnostics.len() <= 100, "{kind}: {}", outcome.diagnostics.len());
        let source = std::str::from_utf8(&bytes).unwrap_or_default();
        let text = render(&outcome.diagnostics, source, "proef.toml", Language::Dutch, 60, false);
        assert!(text.len() < 128 * 1024, "{kind}: {}", text.len());
        let failed = outcome.diagnostics.iter().any(|one| one.severity == Severity::Error);
        assert_eq!(outcome.parsed.is_none(), failed, "{kind}");
    }
}

#[test]
fn an_error_behind_many_warnings_is_told() {
    let hidden = "[[source]]\nid = \"b\"\ntitle = \"een\u{200b}\"\n";
    let mut source = "format = 1\nid = \"a\"\nversion = \"1\"\ntitle = \"T\"\n".to_owned();
    for number in 0..150 {
        source.push_str(&hidden.replace("\"b\"", &format!("\"b{number}\"")));
    }
    source.push_str("[[group]]\nid = \"g\"\ntitle = \"G\"\n");
    let outcome = parse(&source, &Origin::default());
    assert_eq!((outcome.diagnostics.len(), outcome.untold), (100, 51));
    assert_eq!(outcome.diagnostics.last().unwrap().code, DiagnosticCode::EmptyGroup);
}

#[test]
fn ordinary_content_of_the_largest_size_is_accepted() {
    let outcome = parse(&ordinary_within_limits(), &Origin::default());
    assert!(outcome.checklist().is_some(), "{:?}", outcome.diagnostics);
    let beyond = parse(&ordinary_beyond_limits(), &Origin::default());
    let keys: Vec<&Problem> = beyond.diagnostics.iter().map(|one| &one.problem).collect();
    let over = [("group", 100), ("item", 500)].map(|(key, limit)| Problem::TooMany { key, limit });
    assert!(over.iter().all(|problem| keys.contains(&problem)), "{keys:?}");
}

#[test]
fn a_file_of_keys_is_refused_at_the_first_one_too_many() {
    let source = "a = 1\n".repeat(60_001);
    let outcome = parse(&source, &Origin::default());
    let only = outcome.diagnostics.first().unwrap();
    assert_eq!((outcome.diagnostics.len(), &only.problem), (1, &Problem::TooManyKeys { limit: 60_000 }));
    assert_eq!(only.position(&source).line, 60_001);
}

#[test]
fn a_name_that_is_no_safe_file_name_is_refused() {
    let code = |id: &str| {
        let source = format!(
            "format = 1\nid = {id:?}\nversion = \"1\"\ntitle = \"T\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n\
             [[group.item]]\nid = \"i\"\ntype = \"date\"\ntext = \"Wanneer?\"\n"
        );
        let outcome = parse(&source, &Origin::default());
        outcome.diagnostics.first().map(|one| one.code)
    };
    for device in ["con", "prn", "aux", "nul", "com1", "com9", "lpt1"] {
        assert_eq!(code(device), Some(DiagnosticCode::UnsafeName), "{device}");
    }
    let paths = ["../a", "a/b", "a\\b", "/a", "~", ".", "..", ".a", "a.", "a.toml", "nul.x", "con.toml"];
    let signs =
        ["a:b", "c:", "a*", "a?", "a|b", "conin$", "com\u{b9}", "A", "CON", "-a", "a b", " a", "a ", "é", ""];
    for id in paths.iter().chain(&signs) {
        assert_eq!(code(id), Some(DiagnosticCode::BadName), "{id}");
    }
    assert_eq!(code(&"a".repeat(65)), Some(DiagnosticCode::BadName));
    for good in ["con-", "com", "com10", "a", "0", "markering_2026"] {
        assert_eq!(code(good), None, "{good}");
    }
}

#[test]
fn limits_keep_a_checklist_walkable() {
    let mut source = "format = 1\nid = \"a\"\nversion = \"1\"\ntitle = \"T\"\n".to_owned();
    source.push_str("[[group]]\nid = \"g\"\ntitle = \"G\"\n");
    for number in 0..600 {
        let item = format!("[[group.item]]\nid = \"i{number}\"\ntype = \"yes-no\"\ntext = \"T\"\n");
        source.push_str(&item);
    }
    let outcome = parse(&source, &Origin::default());
    let problems: Vec<&Problem> = outcome.diagnostics.iter().map(|one| &one.problem).collect();
    assert_eq!(problems, [&Problem::TooMany { key: "item", limit: 500 }]);
}

/// A checklist that is right, in lines of which one is replaced.
const RIGHT: &str = "\
format = 1
id = \"eigen\"
version = \"1\"
title = \"Proef\"

[[group]]
id = \"a\"
title = \"Blad\"
repeats = true

[[group.item]]
id = \"g\"
type = \"number\"
text = \"Gewicht?\"

[[group.item]]
id = \"k\"
type = \"choice\"
text = \"Kleur?\"
options = [
  { code = \"groen\", text = \"Groen\" },
  { code = \"oranje\", text = \"Oranje\" },
  { code = \"rood\", text = \"Rood\" },
]
enable_when = { item = \"g\", at_least = 100 }
";

#[test]
fn one_slip_is_one_fault_with_the_remedy() {
    let cases: &[(&str, &str, &str, &str)] = &[
        // A comma that is missing, wherever that is.
        ("\"Groen\" },\n", "\"Groen\" }\n", "komma", ""),
        ("\"Oranje\" },\n", "\"Oranje\" }\n", "komma", ""),
        ("\"Oranje\" },\n", "\"Oranje\" }  # nog niet af\n", "komma", ""),
        ("\"groen\", text", "\"groen\" text", "komma", ""),
        ("\"g\", at_least", "\"g\" at_least", "komma", ""),
        // True and false in other words.
        ("repeats = true", "repeats = ja", "true of false", "true"),
        ("repeats = true", "repeats = Ja", "true of false", "true"),
        ("repeats = true", "repeats = waar", "true of false", "true"),
        ("repeats = true", "repeats = nee", "true of false", "false"),
        ("repeats = true", "repeats = onwaar", "true of false", "false"),
        ("repeats = true", "repeats = True", "true of false", "true"),
        ("repeats = true", "repeats = FALSE", "true of false", "false"),
        ("repeats = true", "repeats = \"ja\"", "true", "true"),
        ("repeats = true", "repeats = \"nee\"", "true", "false"),
        ("repeats = true", "repeats = 1", "true", "true"),
        // What came along with pasting.
        ("text = \"Gewicht?\"", "text\u{a0}=\u{a0}\"Gewicht?\"", "vaste spatie", ""),
        ("text = \"Gewicht?\"", "\u{a0}\u{a0}text = \"Gewicht?\"", "vaste spatie", ""),
        ("[[group]]", "[[group]]\u{a0}", "vaste spatie", ""),
        ("  { code = \"rood\"", "\u{a0} { code =\u{202f}\"rood\"", "vaste spatie", ""),
        ("title = \"Blad\"", "title = \"Blad\"\u{200b}", "niet ziet", ""),
        ("title = \"Blad\"", "\u{feff}title = \"Blad\"", "niet ziet", ""),
        ("repeats = true", "repeats ＝ true", "lijkt op een ander", "="),
        ("at_least = 100", "at_least = −100", "lijkt op een ander", "-"),
        ("text = \"Kleur?\"", "text = “Kleur?”", "gekrulde", ""),
        ("text = \"Rood\"", "text = “Rood”", "gekrulde", ""),
        ("\"oranje\"", "\"licht–oranje\"", "naam", "licht-oranje"),
        // A test of another kind of table, and words of other formats.
        ("at_least = 100", "min = 100", "min", "at_least"),
        ("at_least = 100", "max = 100", "max", "at_most"),
        ("at_least = 100", "minstens = 100", "minstens", "at_least"),
        // Keys and words in Dutch.
        ("title = \"Blad\"", "titel = \"Blad\"", "titel", "title"),
        ("title = \"Proef\"", "Titel = \"Proef\"", "Titel", "title"),
        ("version = ", "versie = ", "versie", "version"),
        ("repeats = true", "herhaal = true", "herhaal", "repeats"),
        ("text = \"Gewicht?\"", "vraag = \"Gewicht?\"", "vraag", "text"),
        ("text = \"Gewicht?\"", "tekst = \"Gewicht?\"", "tekst", "text"),
        ("type = \"number\"", "soort = \"number\"", "soort", "type"),
        ("options = [", "opties = [", "opties", "options"),
        ("enable_when", "wanneer", "wanneer", "enable_when"),
        ("enable_when", "als", "als", "enable_when"),
        ("item = \"g\"", "vraag = \"g\"", "vraag", "item"),
        ("type = \"number\"", "type = \"getal\"", "getal", "number"),
        ("type = \"choice\"", "type = \"keuze\"", "keuze", "choice"),
        ("type = \"choice\"", "type = \"Keuze\"", "Keuze", "choice"),
        ("repeats = true", "about = \"groep\"", "groep", "team"),
    ];
    let all_found = |source: &str| parse(source, &Origin::default()).diagnostics;
    assert_eq!(all_found(RIGHT), [], "the ground is right");
    let mut wrong = Vec::new();
    for (right, slip, said, suggestion) in cases {
        let source = RIGHT.replacen(right, slip, 1);
        assert_ne!(source, RIGHT, "{right}");
        let found = all_found(&source);
        let told = render(&found, &source, "eigen.toml", Language::Dutch, 80, false);
        let meant = found.first().and_then(|one| one.suggestion.clone()).unwrap_or_default();
        if found.len() != 1 || !told.contains(said) || meant != *suggestion {
            wrong
                .push(format!("{slip:?}: wanted {said:?} and {suggestion:?}, found {}\n{told}", found.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_byte_order_mark_at_the_beginning_is_passed_over() {
    assert_eq!(parse(&format!("\u{feff}{RIGHT}"), &Origin::default()).diagnostics, []);
}
