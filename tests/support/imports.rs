//! Which source file imports which, through whatever module re-exports what it names.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::source::{Mention, mentions};

/// One source file that names another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The file that names.
    pub from: String,
    /// The file in which stands what is named.
    pub to: String,
    /// The line on which it is first named, counted from 1.
    pub line: usize,
}

/// The place in the crate of a file: `src/text/buffer.rs` is `["text", "buffer"]`.
pub fn module(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = inside.split('/').map(str::to_owned);
    parts.filter(|part| !matches!(part.as_str(), "mod" | "lib" | "main")).collect()
}

/// All imports between files (by path and text), without those of tests and without what a file only hands on.
pub fn imports(files: &[(&str, &str)]) -> BTreeSet<Import> {
    let files: Vec<(&str, &str)> = files.iter().copied().filter(|(path, _)| !is_test(path)).collect();
    let crate_of = Crate::of(&files);
    let mut first: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (path, text) in &files {
        let place = module(path);
        let all = mentions(text, &place);
        // What a file hands on and works with itself it imports as well.
        let own: HashSet<&String> = all
            .iter()
            .filter(|one| !one.in_tests && !one.handed_on)
            .filter_map(|one| one.path.first())
            .collect();
        let is_used =
            |one: &Mention| !one.handed_on || one.path.last().is_some_and(|name| own.contains(name));
        for mention in all.iter().filter(|mention| !mention.in_tests && is_used(mention)) {
            let Some(to) = crate_of.named(&place, mention) else { continue };
            if to != *path {
                first.entry(((*path).to_owned(), to.to_owned())).or_insert(mention.line);
            }
        }
    }
    first.into_iter().map(|((from, to), line)| Import { from, to, line }).collect()
}

/// Those of `imports` that lie on a circle: what is named comes to name the file itself.
pub fn circles(imports: &BTreeSet<Import>) -> Vec<&Import> {
    let mut left: Vec<&Import> = imports.iter().collect();
    // What leads to a file that names nothing, or comes from one that nobody names, is on no circle.
    loop {
        let from: BTreeSet<&str> = left.iter().map(|import| import.from.as_str()).collect();
        let to: BTreeSet<&str> = left.iter().map(|import| import.to.as_str()).collect();
        let before = left.len();
        left.retain(|import| from.contains(import.to.as_str()) && to.contains(import.from.as_str()));
        if left.len() == before {
            break;
        }
    }
    // What only leads from one circle to another is on none.
    let reaches = |start: &str, goal: &str| {
        let (mut seen, mut next) = (BTreeSet::from([start]), vec![start]);
        while let Some(file) = next.pop() {
            for import in left.iter().filter(|import| import.from == file) {
                if seen.insert(&import.to) {
                    next.push(&import.to);
                }
            }
        }
        seen.contains(goal)
    };
    left.iter().copied().filter(|import| reaches(&import.to, &import.from)).collect()
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

type Place = Vec<String>;

/// The files by their place, and what each module hands on under which name.
struct Crate<'a> {
    files: BTreeMap<Place, &'a str>,
    /// Every module, also one that has no file of its own.
    modules: HashSet<Place>,
    handed_on: BTreeMap<(Place, String), Place>,
}

impl<'a> Crate<'a> {
    fn of(files: &[(&'a str, &str)]) -> Self {
        let by_place: BTreeMap<Place, &str> = files.iter().map(|(path, _)| (module(path), *path)).collect();
        let parts =
            by_place.keys().flat_map(|place| (1..=place.len()).map(|length| place[..length].to_vec()));
        let mut made = Self { modules: parts.collect(), files: by_place, handed_on: BTreeMap::new() };
        for (path, text) in files {
            let place = module(path);
            for mention in mentions(text, &place).into_iter().filter(|mention| mention.handed_on) {
                if let Some(whole) = made.whole(&place, &mention)
                    && let Some(name) = whole.last().cloned()
                {
                    made.handed_on.insert((place.clone(), name), whole);
                }
            }
        }
        made
    }

    /// The path from the root of the crate; `None` for what is not of this crate.
    fn whole(&self, place: &[String], mention: &Mention) -> Option<Place> {
        let path: Vec<&String> = mention.path.iter().filter(|part| *part != "self").collect();
        let (first, rest) = path.split_first()?;
        if *first == "crate" {
            return Some(rest.iter().map(|part| (*part).clone()).collect());
        }
        // A name alone may be a method or a value; whoever means the module names something in it.
        if rest.is_empty() {
            return None;
        }
        let child: Place = place.iter().chain([*first]).cloned().collect();
        self.modules
            .contains(&child)
            .then(|| child.into_iter().chain(rest.iter().map(|part| (*part).clone())).collect())
    }

    /// The file in which stands what is named; `None` for what is not of this crate, and for a file's own surroundings, as in
    /// `pub(in crate::store)`.
    fn named(&self, place: &[String], mention: &Mention) -> Option<&'a str> {
        let mut whole = self.whole(place, mention)?;
        // No module hands on more than a few times; this ends also where two hand on each other's names.
        for _ in 0..8 {
            let length = (0..=whole.len()).rev().find(|length| self.files.contains_key(&whole[..*length]))?;
            let (module, rest) = whole.split_at(length);
            let Some((name, rest)) = rest.split_first() else {
                return (!place.starts_with(module)).then(|| self.files[module]);
            };
            match self.handed_on.get(&(module.to_vec(), name.clone())) {
                Some(onward) => whole = onward.iter().chain(rest).cloned().collect(),
                None => return Some(self.files[module]),
            }
        }
        None
    }
}
