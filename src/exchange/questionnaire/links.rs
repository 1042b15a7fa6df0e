//! What each part of a definition is called in a form.

use std::collections::{BTreeMap, BTreeSet};

use crate::checklist::{Checklist, Name, Part};

/// The link id of every part: that of the form it came from, or its name; no two parts have the same one.
#[derive(Debug, Default)]
pub struct Links(BTreeMap<Name, String>);

impl Links {
    /// The link ids of a definition.
    pub fn of(checklist: &Checklist) -> Self {
        let steps = checklist.steps();
        let mut taken: BTreeSet<&str> = steps.iter().map(|step| step.part.id().as_str()).collect();
        let mut links = BTreeMap::new();
        for step in &steps {
            let link_id = match step.part {
                Part::Group(group) => group.link_id.as_deref(),
                Part::Item(item) => item.link_id.as_deref(),
            };
            // Help stands under its part with a link id that ends so.
            let free = link_id.filter(|link_id| !link_id.ends_with(".help") && taken.insert(link_id));
            if let Some(link_id) = free {
                links.insert(step.part.id().clone(), link_id.to_owned());
            }
        }
        Self(links)
    }

    /// What a form calls the part of this name.
    pub fn link<'a>(&'a self, name: &'a Name) -> &'a str {
        self.0.get(name).map_or(name.as_str(), String::as_str)
    }

    /// The part that a form calls so.
    pub fn name(&self, link_id: &str) -> Name {
        let found = self.0.iter().find(|(_, link)| link.as_str() == link_id);
        found.map_or_else(|| Name::new(link_id), |(name, _)| name.clone())
    }
}
