//! A definition that does not say what has to be discussed with the patient, or what stands: it is of before a file could say so, or
//! a group's own copy of one. What was recorded by it is no less a limit, so what the shipped definition of that name says counts.

use std::sync::Arc;

use super::Definition;
use super::shipped;
use crate::checklist::definition::{Checklist, Discussed, Entry, Group, Item, Layer};
use crate::checklist::diagnostic::{Diagnostic, Strictness};
use crate::checklist::parse::{Origin, Parsed, parse};

impl Definition {
    /// Reads the checklist that a meeting pinned, completed by what the shipped one of its name says of its questions.
    ///
    /// # Errors
    ///
    /// All problems, when the text is no checklist that can be used.
    pub fn pinned(source: Arc<str>, file: String) -> Result<Self, Vec<Diagnostic>> {
        let mut definition = Self::read(source, Layer::Given, file)?;
        let id = definition.checklist.id.to_string();
        let shipped = shipped::source(&format!("{id}.toml")).filter(|text| **text != *definition.source);
        let origin = Origin { file: None, strictness: Strictness::Accepted };
        if let Some(Some(Parsed::Checklist(shipped))) = shipped.map(|text| parse(text, &origin).parsed) {
            complete(&mut definition.checklist, &shipped);
        }
        Ok(definition)
    }
}

/// That a limit needs its conversation holds of every question that is asked so; where a conversation is noted and what stands, only
/// where the definition says nothing of that at all: else it is what its author chose.
fn complete(checklist: &mut Checklist, shipped: &Checklist) {
    let tells_of_conversation =
        checklist.items().any(|item| !matches!(item.discussed, Discussed::Not | Discussed::Needed));
    let names: Vec<_> = checklist.items().map(|item| item.id.clone()).collect();
    let says_what_stands = names.iter().any(|name| checklist.stands(name));
    each(&mut checklist.groups, &mut |item| {
        let Some(known) = shipped.item(item.id.as_str()) else { return };
        let is_alike = std::mem::discriminant(&known.kind) == std::mem::discriminant(&item.kind);
        let is_told = known.discussed == Discussed::Needed || !tells_of_conversation;
        if item.discussed == Discussed::Not && is_alike && is_told {
            item.discussed = known.discussed;
        }
        item.standing |= !says_what_stands && shipped.stands(&item.id);
    });
}

fn each(groups: &mut [Group], change: &mut dyn FnMut(&mut Item)) {
    for entry in groups.iter_mut().flat_map(|group| &mut group.entries) {
        match entry {
            Entry::Item(item) => within(item, change),
            Entry::Group(group) => each(std::slice::from_mut(group), change),
        }
    }
}

fn within(item: &mut Item, change: &mut dyn FnMut(&mut Item)) {
    change(item);
    item.items.iter_mut().for_each(|inner| within(inner, change));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{Library, Name, shipped};

    fn without(id: &str, keys: &[&str]) -> (Checklist, Definition) {
        let library = Library::new(shipped());
        let known = library.checklist(&Name::new(id)).unwrap();
        let is_kept = |line: &&str| !keys.iter().any(|key| line.trim_start().starts_with(key));
        let text: Vec<&str> = known.source.lines().filter(is_kept).collect();
        let read = Definition::pinned(text.join("\n").into(), format!("{id}.toml")).unwrap();
        (known.checklist.clone(), read)
    }

    #[test]
    fn what_an_older_definition_says_nothing_of_is_as_the_shipped_one_says() {
        for id in ["pzp", "pzp-stand", "persoon"] {
            let (now, older) = without(id, &["standing", "discussed"]);
            for item in now.items() {
                let read = older.checklist.item(item.id.as_str()).unwrap();
                assert_eq!(read.discussed, item.discussed, "{id}: {}", item.id);
                assert_eq!(older.checklist.stands(&item.id), now.stands(&item.id), "{id}: {}", item.id);
            }
        }
    }

    #[test]
    fn what_an_author_chose_stays_but_no_limit_goes_without_its_conversation() {
        let (_, own) = without("pzp", &["discussed = \"needed\""]);
        let cpr = own.checklist.item("reanimatie").unwrap();
        assert_eq!(cpr.discussed, Discussed::Needed);
        let (now, own) = without("pzp", &["discussed = \"by\""]);
        assert!(now.items().any(|item| item.discussed == Discussed::By));
        assert!(own.checklist.items().all(|item| item.discussed != Discussed::By));
    }
}
