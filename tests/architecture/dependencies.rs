//! What Pallium is built from: licences that everybody can live with, a bounded number of crates, one terminal library.
//!
//! Judged over everything that ends up in the program or builds it, on all targets, as `Cargo.lock` has it.
#![allow(
    clippy::expect_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]
#![allow(clippy::indexing_slicing, reason = "a missing member of a JSON value is null, not a panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than a notice.
const PERMISSIVE: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Crates that are welcome under another licence, each with its reason.
const EXCEPTIONS: [(&str, &str, &str); 1] = [(
    "option-ext",
    "MPL-2.0",
    "comes with `directories`; covers its own files only, which Pallium uses unchanged",
)];

/// Raise it knowingly: every crate is somebody to trust. `ARCHITECTURE.md` says why each direct one is there. The last
/// eighteen read spreadsheets, and three before them make completions and man pages of the description of the arguments.
const MOST_CRATES: usize = 263;

/// Crates of which a second version would mean a second truth: about the terminal's state, or about widths.
const ONLY_ONE: [&str; 4] = ["crossterm", "ratatui-core", "unicode-segmentation", "unicode-width"];

struct Crate {
    name: String,
    version: String,
    licence: Option<String>,
}

/// All crates that the package reaches through dependencies of these kinds (`normal`, `build`), itself left out.
fn reached(metadata: &Value, kinds: &[&str]) -> Vec<Crate> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut edges: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        let follows = |dependency: &Value| {
            let of_kind = |kind: &Value| kinds.contains(&kind["kind"].as_str().unwrap_or("normal"));
            list(&dependency["dep_kinds"]).iter().any(of_kind).then(|| text(&dependency["pkg"]))
        };
        edges.insert(text(&node["id"]), list(&node["deps"]).iter().filter_map(follows).collect());
    }
    let root = text(&metadata["resolve"]["root"]);
    let mut seen = BTreeSet::new();
    let mut open = vec![root.clone()];
    while let Some(id) = open.pop() {
        if seen.insert(id.clone()) {
            open.extend(edges.get(&id).into_iter().flatten().cloned());
        }
    }
    seen.remove(&root);
    let packages = list(&metadata["packages"]);
    let reached = packages.iter().filter(|package| seen.contains(&text(&package["id"])));
    let described = reached.map(|package| Crate {
        name: text(&package["name"]),
        version: text(&package["version"]),
        licence: package["license"].as_str().map(str::to_owned),
    });
    described.collect()
}

/// What cargo knows of the dependency tree; without the network where all crates are there already.
fn metadata() -> Value {
    let ask = |more: &[&str]| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(["metadata", "--format-version", "1", "--locked"]).args(more);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs")
    };
    let mut answer = ask(&["--offline"]);
    if !answer.status.success() {
        // Crates of other systems are only fetched when somebody asks about them.
        answer = ask(&[]);
    }
    assert!(answer.status.success(), "cargo metadata says\n{}", String::from_utf8_lossy(&answer.stderr));
    serde_json::from_slice(&answer.stdout).expect("cargo metadata is JSON")
}

/// Whether a licence expression can be satisfied with permissive licences alone; an unreadable one cannot.
fn is_permissive(expression: &str) -> bool {
    // The slash is the old way of writing OR.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest) == Some(true) && rest.is_empty()
}

fn any(rest: &mut &[&str]) -> Option<bool> {
    let mut result = all(rest)?;
    while let Some(("OR", after)) = rest.split_first().map(|(first, after)| (*first, after)) {
        *rest = after;
        result |= all(rest)?;
    }
    Some(result)
}

fn all(rest: &mut &[&str]) -> Option<bool> {
    let mut result = one(rest)?;
    while let Some(("AND", after)) = rest.split_first().map(|(first, after)| (*first, after)) {
        *rest = after;
        result &= one(rest)?;
    }
    Some(result)
}

fn one(rest: &mut &[&str]) -> Option<bool> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    if *first == "(" {
        let inside = any(rest)?;
        let (close, after) = rest.split_first()?;
        *rest = after;
        return (*close == ")").then_some(inside);
    }
    let mut licence = (*first).to_owned();
    if let [with, exception, after @ ..] = *rest
        && *with == "WITH"
    {
        licence = format!("{licence} WITH {exception}");
        *rest = after;
    }
    Some(PERMISSIVE.contains(&licence.as_str()))
}

fn against_licences(crates: &[Crate]) -> Vec<String> {
    let excepted = |found: &Crate| {
        let licence = found.licence.as_deref();
        EXCEPTIONS.iter().any(|(name, allowed, _)| *name == found.name && Some(*allowed) == licence)
    };
    let fine = |found: &Crate| found.licence.as_deref().is_some_and(is_permissive) || excepted(found);
    let wrong = crates.iter().filter(|found| !fine(found));
    wrong
        .map(|found| {
            format!("{} {}: {}", found.name, found.version, found.licence.as_deref().unwrap_or("no licence"))
        })
        .collect()
}

fn against_one_version(crates: &[Crate]) -> Vec<String> {
    let versions = |name: &str| {
        crates
            .iter()
            .filter(|found| found.name == name)
            .map(|found| found.version.as_str())
            .collect::<Vec<_>>()
    };
    let several =
        ONLY_ONE.iter().map(|name| (name, versions(name))).filter(|(_, versions)| versions.len() > 1);
    several.map(|(name, versions)| format!("{name}: {}", versions.join(" and "))).collect()
}

#[test]
fn every_licence_is_permissive() {
    let crates = reached(&metadata(), &["normal", "build"]);
    assert!(crates.len() > 50, "{} crates cannot be the whole tree", crates.len());
    let wrong = against_licences(&crates);
    assert!(
        wrong.is_empty(),
        "Replace these crates, or give each an exception with a reason:\n  {}",
        wrong.join("\n  ")
    );
}

#[test]
fn no_exception_is_out_of_date() {
    let crates = reached(&metadata(), &["normal", "build"]);
    for (name, licence, _) in EXCEPTIONS {
        let needed =
            crates.iter().any(|found| found.name == name && found.licence.as_deref() == Some(licence));
        assert!(needed, "{name} under {licence} is no longer used; take its exception out");
    }
}

#[test]
fn the_number_of_crates_is_bounded() {
    let number = reached(&metadata(), &["normal"]).len();
    assert!(
        number <= MOST_CRATES,
        "{number} crates, and {MOST_CRATES} were thought enough; can one be done without?"
    );
}

#[test]
fn the_terminal_and_the_widths_have_one_truth() {
    let crates = reached(&metadata(), &["normal"]);
    assert!(
        crates.iter().any(|found| found.name == "crossterm"),
        "crossterm was not found; is this the right tree?"
    );
    let wrong = against_one_version(&crates);
    assert!(
        wrong.is_empty(),
        "Use the version that ratatui uses; `cargo tree -i` shows who asks:\n  {}",
        wrong.join("\n  ")
    );
}

#[test]
fn licence_expressions_are_read_as_they_are_meant() {
    let permissive = [
        "MIT",
        "MIT/Apache-2.0",
        "MIT OR GPL-3.0-only",
        "GPL-3.0-only OR MIT",
        "(MIT OR GPL-3.0-only) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR Apache-2.0",
        "MIT AND (Apache-2.0 OR LGPL-2.1-or-later)",
    ];
    for expression in permissive {
        assert!(is_permissive(expression), "{expression}");
    }
    let not = [
        "",
        "GPL-3.0-only",
        "MPL-2.0",
        "MIT AND GPL-3.0-only",
        "(MIT OR Apache-2.0) AND GPL-3.0-only",
        "GPL-3.0-only OR MIT AND AGPL-3.0-only",
        "GPL-2.0-only WITH Classpath-exception-2.0",
        "MIT OR",
        "(MIT",
        "MIT Apache-2.0",
    ];
    for expression in not {
        assert!(!is_permissive(expression), "{expression}");
    }
}

#[test]
fn a_planted_crate_is_caught() {
    let plant = |name: &str, version: &str, licence: Option<&str>| Crate {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: licence.map(str::to_owned),
    };
    let crates = [
        plant("crossterm", "0.28.1", Some("MIT")),
        plant("crossterm", "0.29.0", Some("MIT")),
        plant("closed", "1.0.0", None),
        plant("option-ext", "1.0.0", Some("GPL-3.0-only")),
        plant("option-ext", "0.2.0", Some("MPL-2.0")),
    ];
    assert_eq!(against_licences(&crates), ["closed 1.0.0: no licence", "option-ext 1.0.0: GPL-3.0-only"]);
    assert_eq!(against_one_version(&crates), ["crossterm: 0.28.1 and 0.29.0"]);
    let metadata = serde_json::json!({
        "packages": [
            { "id": "pallium", "name": "pallium", "version": "1.0.0", "license": "MIT" },
            { "id": "used", "name": "used", "version": "1.0.0", "license": "MIT" },
            { "id": "builds", "name": "builds", "version": "1.0.0", "license": "MIT" },
            { "id": "tests", "name": "tests", "version": "1.0.0", "license": "GPL-3.0-only" },
        ],
        "resolve": { "root": "pallium", "nodes": [
            { "id": "pallium", "deps": [
                { "pkg": "used", "dep_kinds": [{ "kind": null }] },
                { "pkg": "tests", "dep_kinds": [{ "kind": "dev" }] },
            ] },
            { "id": "used", "deps": [{ "pkg": "builds", "dep_kinds": [{ "kind": "build" }] }] },
            { "id": "builds", "deps": [] },
            { "id": "tests", "deps": [] },
        ] },
    });
    let names =
        |kinds: &[&str]| reached(&metadata, kinds).into_iter().map(|found| found.name).collect::<Vec<_>>();
    assert_eq!(names(&["normal"]), ["used"]);
    assert_eq!(names(&["normal", "build"]), ["used", "builds"]);
}
