//! Names of parts, made of link ids and codes that may be anything.

use std::collections::BTreeSet;

use crate::checklist::{Name, limits};

/// Gives each part a name that no other has.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name of lower-case letters, digits and hyphens for `text`.
    pub fn given(&mut self, text: &str) -> Name {
        let base = safe(text);
        let mut name = base.clone();
        let mut number = 2_usize;
        while !self.0.insert(name.clone()) {
            name = format!("{base}-{number}");
            number += 1;
        }
        Name::new(name)
    }
}

/// The text as a name, cut off where it is long.
pub(super) fn safe(text: &str) -> String {
    let mut name = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() >= limits::NAME - 8 {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "deel".to_owned() } else { name.to_owned() }
}
