//! What changed when the definitions were read again, in one sentence.

use std::collections::BTreeMap;

use crate::checklist::{DefinitionHash, FileProblems, Layer, Library};
use crate::words::Language;

/// The most files that are named.
const MOST: usize = 3;

/// What a file gives: a definition in force, problems, or both.
#[derive(Default, PartialEq)]
struct State<'a> {
    in_force: Option<&'a DefinitionHash>,
    problems: Option<&'a FileProblems>,
}

type States<'a> = BTreeMap<(Layer, &'a str), State<'a>>;

fn states(library: &Library) -> States<'_> {
    let mut states = States::new();
    for one in library.checklists() {
        states.entry((one.layer, &one.file)).or_default().in_force = Some(&one.hash);
    }
    for one in library.routes() {
        states.entry((one.layer, &one.file)).or_default().in_force = Some(&one.hash);
    }
    for one in library.cases() {
        states.entry((one.layer, &one.file)).or_default().in_force = Some(&one.hash);
    }
    for problems in library.problems() {
        states.entry((problems.layer, &problems.file)).or_default().problems = Some(problems);
    }
    states
}

/// The files that changed with how they are now, and whether one of them is not in order; `None` where none changed.
pub fn library_changed(before: &Library, after: &Library, language: Language) -> Option<(String, bool)> {
    let (before, after) = (states(before), states(after));
    let own = |(layer, _): &&(Layer, &str)| *layer != Layer::Shipped;
    let files = before.keys().chain(after.keys()).filter(own);
    let mut changed: Vec<&(Layer, &str)> = files.filter(|file| before.get(file) != after.get(file)).collect();
    changed.sort();
    changed.dedup();
    let mut wrong = false;
    let mut told: Vec<String> = changed
        .iter()
        .map(|key| {
            let problems = after.get(key).and_then(|state| state.problems);
            let state = match problems {
                Some(problems) => {
                    wrong |= problems.is_refused();
                    how_many(problems, language)
                }
                None if after.contains_key(key) => language.checklist_in_order().to_owned(),
                None => language.checklist_gone().to_owned(),
            };
            format!("{}: {state}", key.1)
        })
        .collect();
    if told.len() > MOST {
        let more = told.split_off(MOST).len();
        told.push(language.and_more(more));
    }
    (!told.is_empty()).then(|| (language.library_changed(&told.join("; ")), wrong))
}

/// How many faults or remarks there are.
pub(in crate::app::pages) fn how_many(problems: &FileProblems, language: Language) -> String {
    let count = problems.diagnostics.len().saturating_add(problems.untold);
    if problems.is_refused() { language.faults(count) } else { language.remarks(count) }
}
