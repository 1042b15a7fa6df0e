//! The rules of the house, read from the source: which folder knows which, what stays pure, and how files look.
//!
//! Every rule is a function from a file's text to what is wrong with it, so that [`planted`] can show it a violation.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod planted;
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::imports::{Import, circles, imports, module};
use crate::support::source::{Mention, mentions};
use tables::{ARROWS, IMPURE, LARGEST_MESSAGE, LONGEST, MOST_IN_A_ROOM, PURE, ROOMS, Rooms, UNTIED, WORDS};

struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The file's place in the crate: `src/text/buffer.rs` is `["text", "buffer"]`.
    fn module(&self) -> Vec<String> {
        module(&self.path)
    }

    fn folder(&self) -> Option<String> {
        self.module().into_iter().next()
    }

    fn mentions(&self) -> Vec<Mention> {
        let test_file = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let mut found = mentions(&self.text, &self.module());
        found.iter_mut().for_each(|mention| mention.in_tests |= test_file);
        found
    }
}

fn against_arrows(file: &SourceFile) -> Vec<String> {
    let Some(folder) = file.folder() else { return Vec::new() };
    let Some((_, known)) = ARROWS.iter().find(|(name, _)| *name == folder) else { return Vec::new() };
    let foreign = |mention: &Mention| match mention.path.as_slice() {
        [root, target, ..] if root == "crate" => Some(target.clone()).filter(|target| *target != folder),
        _ => None,
    };
    let wrong = file.mentions().into_iter().filter_map(|mention| {
        let target = foreign(&mention).filter(|target| !known.contains(&target.as_str()))?;
        Some(format!("{}:{}: `{folder}` must not know `{target}`", file.path, mention.line))
    });
    wrong.collect()
}

fn all_imports(files: &[SourceFile]) -> BTreeSet<Import> {
    imports(&files.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect::<Vec<_>>())
}

/// The room of a file in a folder with rooms; the door of the folder is in none.
fn room(path: &str, folder: &str) -> Option<String> {
    let place = module(path);
    let (outer, inner) = place.split_at_checked(folder.split('/').count())?;
    inner.first().filter(|_| outer.join("/") == folder).cloned()
}

fn against_rooms(files: &[SourceFile], folder: &str, rooms: &[(&str, &[&str])]) -> Vec<String> {
    let known = |from: &str| rooms.iter().find(|(name, _)| *name == from).map(|(_, known)| *known);
    let wrong = all_imports(files).into_iter().filter_map(|Import { from, to, line }| {
        let here = room(&from, folder)?;
        if !to.starts_with(&format!("src/{folder}/")) {
            return None;
        }
        let Some(known) = known(&here) else {
            return Some(format!("{from}: `{here}` is no room of `{folder}`"));
        };
        let there = room(&to, folder).unwrap_or_else(|| folder.to_owned());
        let may = there == here || known.contains(&there.as_str());
        (!may).then(|| format!("{from}:{line}: `{here}` must not know `{there}` ({to})"))
    });
    wrong.collect()
}

fn in_circles(files: &[SourceFile], within: &str) -> Vec<String> {
    let all = all_imports(files);
    let inside: BTreeSet<Import> = all
        .into_iter()
        .filter(|import| import.from.starts_with(within) && import.to.starts_with(within))
        .collect();
    circles(&inside)
        .iter()
        .map(|import| format!("{}:{}: imports {}", import.from, import.line, import.to))
        .collect()
}

fn names(mention: &Mention, what: &str) -> bool {
    let parts: Vec<&str> = what.split("::").collect();
    mention.path.windows(parts.len()).any(|window| window.iter().eq(parts.iter()))
}

fn against_purity(file: &SourceFile, folders: &[&str], forbidden: &[&str]) -> Vec<String> {
    if !file.folder().is_some_and(|folder| folders.contains(&folder.as_str())) {
        return Vec::new();
    }
    let found = file.mentions();
    let outside_tests = found.iter().filter(|mention| !mention.in_tests);
    let wrong = outside_tests.flat_map(|mention| {
        let named = forbidden.iter().filter(|what| names(mention, what));
        named.map(|what| format!("{}:{}: names `{what}`", file.path, mention.line)).collect::<Vec<_>>()
    });
    wrong.collect()
}

/// Where a text says what has another name everywhere else; what explains the code is not read.
fn against_words(file: &SourceFile) -> Vec<String> {
    let lines = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    let said = lines.flat_map(|(at, line)| {
        let line = line.to_lowercase();
        let wrong = WORDS.iter().filter(move |(word, _)| line.contains(word));
        wrong.map(move |(word, instead)| format!("{}:{}: {word:?} is {instead:?}", file.path, at + 1))
    });
    said.collect()
}

fn too_long(file: &SourceFile) -> Vec<String> {
    let lines = file.text.lines().count();
    (lines > LONGEST).then(|| format!("{}: {lines} lines", file.path)).into_iter().collect()
}

fn without_purpose(file: &SourceFile) -> Vec<String> {
    let said = file
        .text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("//! "))
        .is_some_and(|line| !line.trim().is_empty());
    (!said).then(|| file.path.clone()).into_iter().collect()
}

fn promises_without_issue(file: &SourceFile) -> Vec<String> {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let numbered = |after: &str| {
        let after = after.trim_start_matches(['(', ' ', ':']);
        after.strip_prefix('#').is_some_and(|rest| rest.starts_with(|digit: char| digit.is_ascii_digit()))
    };
    let promises = |line: &str| {
        marks.iter().any(|mark| {
            whole_word(line, mark).is_some_and(|at| !line.get(at + mark.len()..).is_some_and(numbered))
        })
    };
    let lines = file.text.lines().enumerate().filter(|(_, line)| promises(line));
    lines.map(|(number, line)| format!("{}:{}: {}", file.path, number + 1, line.trim())).collect()
}

/// What a reader elsewhere cannot use: places on one machine, hosts of one network, and how a text came about.
fn out_of_place(file: &SourceFile) -> Vec<String> {
    let anywhere = [
        concat!("/wo", "rk/"),
        concat!("/t", "mp/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("c:\\", "users"),
        concat!("index.cra", "tes.io"),
        concat!("sparse", "+http"),
        concat!("artifact", "ory"),
        concat!("://local", "host"),
        concat!("127.0", ".0.1"),
        concat!("://10", "."),
        concat!("://192", ".168."),
    ];
    let words = [
        concat!("l", "lm"),
        concat!("language ", "model"),
        concat!("chat", "gpt"),
        concat!("cla", "ude"),
        concat!("anth", "ropic"),
        concat!("open", "ai"),
        concat!("co", "pilot"),
        concat!("sub", "agent"),
        concat!("ai", "-generated"),
        concat!("system ", "prompt"),
        concat!("work", "tree"),
    ];
    let lock = file.path.ends_with("Cargo.lock");
    let mut wrong = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let lower = line.to_lowercase();
        let foreign = lower.contains(concat!("registry", "+")) && !(lock && line == PUBLIC_INDEX);
        let found = anywhere.iter().find(|what| lower.contains(**what));
        let found = found.or_else(|| words.iter().find(|what| whole_word(&lower, what).is_some()));
        if foreign || found.is_some() {
            wrong.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
        }
    }
    wrong
}

const PUBLIC_INDEX: &str = concat!("source = \"registry", "+https://github.com/rust-lang/crates.io-index\"");

fn whole_word(line: &str, word: &str) -> Option<usize> {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    line.match_indices(word).map(|(at, _)| at).find(|at| {
        let (before, after) =
            (line.get(..*at).unwrap_or_default(), line.get(at + word.len()..).unwrap_or_default());
        !joins(before.chars().next_back()) && !joins(after.chars().next())
    })
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files that belong to the repository: those that git knows and those it would take, or all when there is no git.
fn repository() -> Vec<SourceFile> {
    let root = root();
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(&root)
        .output();
    let paths: Vec<String> = match listed {
        Ok(done) if done.status.success() => {
            let names = String::from_utf8_lossy(&done.stdout).into_owned();
            names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
        }
        _ => walk(&root, &root),
    };
    assert!(
        paths.iter().any(|path| path == "src/lib.rs"),
        "the list of files misses src/lib.rs; has it been read?"
    );
    let read =
        |path: String| std::fs::read_to_string(root.join(&path)).ok().map(|text| SourceFile { path, text });
    paths.into_iter().filter_map(read).collect()
}

fn walk(root: &Path, folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let visible =
        entries.filter(|entry| !matches!(entry.file_name().to_str(), Some("target" | ".git") | None));
    visible
        .flat_map(|entry| {
            let path = entry.path();
            let name =
                path.strip_prefix(root).ok().and_then(Path::to_str).map(|name| name.replace('\\', "/"));
            if path.is_dir() { walk(root, &path) } else { name.into_iter().collect() }
        })
        .collect()
}

fn sources() -> Vec<SourceFile> {
    let is_source = |file: &SourceFile| file.path.starts_with("src/") && file.path.ends_with(".rs");
    repository().into_iter().filter(is_source).collect()
}

#[track_caller]
fn none(found: impl IntoIterator<Item = String>, advice: &str) {
    let wrong: Vec<String> = found.into_iter().collect();
    assert!(wrong.is_empty(), "{advice}\n  {}", wrong.join("\n  "));
}

#[test]
fn arrows_point_one_way() {
    let wrong = sources().into_iter().flat_map(|file| against_arrows(&file));
    none(
        wrong,
        "Move the shared part down, or pass the value in; the arrows are in rooms/tables.rs and in ARCHITECTURE.md:",
    );
}

#[test]
fn arrows_lead_to_folders_and_never_back() {
    let known: Vec<String> = sources().into_iter().filter_map(|file| file.folder()).collect();
    let to_nowhere = ARROWS.iter().flat_map(|(folder, targets)| targets.iter().chain([folder]));
    let to_nowhere = to_nowhere.filter(|target| !known.iter().any(|folder| folder == *target));
    none(to_nowhere.map(|target| (*target).to_owned()), "There is no such folder:");
    // A folder that knows only folders whose place is certain has a certain place itself.
    let mut placed: Vec<&str> = Vec::new();
    for _ in 0..ARROWS.len() {
        let next = ARROWS.iter().filter(|(_, targets)| targets.iter().all(|target| placed.contains(target)));
        placed.extend(next.map(|(folder, _)| *folder).collect::<Vec<_>>());
    }
    let circle = ARROWS.iter().filter(|(folder, _)| !placed.contains(folder));
    none(circle.map(|(folder, _)| (*folder).to_owned()), "These folders know each other in a circle:");
}

#[test]
fn rooms_know_only_the_rooms_below_them() {
    let files = sources();
    let wrong = ROOMS.iter().flat_map(|(folder, rooms)| against_rooms(&files, folder, rooms));
    none(
        wrong,
        "Move the shared part down, or pass the value in; the rooms are in rooms/tables.rs and in ARCHITECTURE.md:",
    );
    for (_, rooms) in ROOMS {
        let ordered = rooms.iter().enumerate().all(|(at, (_, known))| {
            known.iter().all(|known| rooms.iter().take(at).any(|(before, _)| before == known))
        });
        assert!(ordered, "each room stands below those that it knows");
    }
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let files = sources();
    none(
        UNTIED.iter().flat_map(|within| in_circles(&files, within)),
        "Put the plain type below and the behaviour above it, so that one of these imports goes:",
    );
}

#[test]
fn no_room_is_crowded() {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for file in sources().into_iter().filter(|file| !file.path.ends_with("/mod.rs")) {
        if let Some((folder, _)) = file.path.rsplit_once('/').filter(|(folder, _)| has_rooms(folder)) {
            *count.entry(folder.to_owned()).or_default() += 1;
        }
    }
    let crowded = count.into_iter().filter(|(_, count)| *count > MOST_IN_A_ROOM);
    none(
        crowded.map(|(folder, count)| format!("{folder}: {count} files")),
        "Find the second room in this one:",
    );
}

/// Whether a folder belongs to a part with rooms; tests stand beside each other.
fn has_rooms(folder: &str) -> bool {
    let within =
        |(part, _): &(&str, Rooms)| folder.strip_prefix("src/").is_some_and(|rest| rest.starts_with(part));
    ROOMS.iter().any(within) && !folder.ends_with("/tests")
}

#[test]
fn every_folder_has_its_arrows() {
    let known = |folder: &String| ARROWS.iter().any(|(name, _)| name == folder);
    let strangers = sources().into_iter().filter_map(|file| file.folder()).filter(|folder| !known(folder));
    none(strangers, "Give this part of src its arrows, here and in ARCHITECTURE.md:");
}

#[test]
fn the_core_is_pure() {
    let wrong = sources().into_iter().flat_map(|file| against_purity(&file, &PURE, &IMPURE));
    none(
        wrong,
        "Let time, ids, files and keys come in as values (a length of time is `core::time::Duration`):",
    );
}

#[test]
fn the_notebook_knows_no_terminal_and_the_picture_no_disk() {
    let files = sources();
    let terminal = files.iter().flat_map(|file| against_purity(file, &["store"], &["crossterm", "ratatui"]));
    let disk = files.iter().flat_map(|file| against_purity(file, &["view"], &["std::fs"]));
    none(terminal.chain(disk), "Let the shell do this and pass the outcome on:");
}

#[test]
fn messages_are_small() {
    let size = size_of::<pallium::app::Msg>();
    assert!(size <= LARGEST_MESSAGE, "a message takes {size} bytes: put its largest kind in a box");
}

#[test]
fn the_model_is_a_value() {
    fn is_a_value<T: Clone + PartialEq + Send + std::fmt::Debug>() {}
    is_a_value::<pallium::app::Model>();
    // What the model asks for and what happens to it can be compared and sent too.
    is_a_value::<pallium::app::Msg>();
    is_a_value::<pallium::app::Effect>();
    is_a_value::<pallium::app::Layout>();
}

#[test]
fn one_thing_has_one_name() {
    let says = |path: &str| {
        path.starts_with("src/words/")
            || path.starts_with("checklists/") && path.ends_with(".toml") && !path.contains("casussen")
    };
    let read = repository().into_iter().filter(|file| says(&file.path) || file.path == "docs/handboek.md");
    let read: Vec<SourceFile> = read.collect();
    assert!(read.len() > 60, "{}", read.len());
    none(read.iter().flat_map(against_words), "One word for one thing:");
    let planted = SourceFile::new("src/words/a.rs", "/// te laat\na => \"Niet meer nodig\", \"overdue\";");
    assert_eq!(against_words(&planted), ["src/words/a.rs:2: \"niet meer nodig\" is \"vervallen\""]);
}

/// Those of the program and those of its tests.
#[test]
fn no_file_is_too_long() {
    let rust = repository().into_iter().filter(|file| file.path.ends_with(".rs"));
    none(
        rust.flat_map(|file| too_long(&file)),
        "Find the second subject in this file and give it one of its own:",
    );
}

/// A file beside a `main.rs` of tests that it does not name is compiled by nobody, and says nothing.
#[test]
fn every_file_of_tests_is_in_a_program() {
    let files = repository();
    let mains = files.iter().filter_map(|file| Some((file.path.strip_suffix("/main.rs")?, &file.text)));
    let silent = mains.filter(|(area, _)| area.starts_with("tests/")).flat_map(|(area, main)| {
        let beside = files.iter().filter_map(move |file| {
            let name = file.path.strip_prefix(area)?.strip_prefix('/')?.strip_suffix(".rs")?;
            (!name.contains('/') && name != "main").then_some(name)
        });
        let unnamed = beside.filter(|name| !main.lines().any(|line| line == format!("mod {name};")));
        unnamed.map(move |name| format!("{area}/{name}.rs"))
    });
    none(silent, "Name it in the main.rs beside it:");
}

#[test]
fn every_file_says_what_it_is_for() {
    none(
        sources().into_iter().flat_map(|file| without_purpose(&file)),
        "Start the file with a `//!` line that says what it is for:",
    );
}

#[test]
fn every_promise_has_its_issue() {
    let rust = repository().into_iter().filter(|file| file.path.ends_with(".rs"));
    let wrong = rust.flat_map(|file| promises_without_issue(&file));
    none(wrong, "Do it now, or open an issue and write its number behind the mark, as in `(#12)`:");
}

#[test]
fn files_are_about_the_program_alone() {
    let wrong = repository().into_iter().flat_map(|file| out_of_place(&file));
    none(wrong, "Take out what only makes sense on one machine, or on how the text came about:");
}
