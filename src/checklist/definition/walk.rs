//! Going through a checklist: finding an item, all of them in order, and those that are shown.

use std::borrow::Cow;
use std::cell::Cell;

use super::condition::{Condition, FactValue, Facts, ItemRef};
use super::name::Name;
use super::{About, Ask, Audience, Checklist, Entry, Group, Item, ItemKind, Localized};

/// A group or an item on the way through a checklist.
#[derive(Debug, Clone, Copy)]
pub enum Part<'c> {
    /// A group; its contents follow.
    Group(&'c Group),
    /// An item; the items under it follow.
    Item(&'c Item),
}

/// A part with what it lies in.
#[derive(Debug, Clone)]
pub struct Step<'c> {
    /// The part.
    pub part: Part<'c>,
    /// The groups around it, outermost first.
    pub groups: Vec<&'c Group>,
    /// The items that it lies under, outermost first.
    pub parents: Vec<&'c Item>,
}

impl Step<'_> {
    /// Whom an answer here is about: the team where any group around says so, or the item or one that it lies under is
    /// for the team alone.
    pub fn about(&self) -> About {
        let of_team = |group: &&Group| group.about == About::Team;
        let own = match self.part {
            Part::Group(group) => of_team(&group),
            Part::Item(item) => item.is_of_team(),
        };
        let around = self.groups.iter().any(of_team) || self.parents.iter().any(|item| item.is_of_team());
        if own || around { About::Team } else { About::Patient }
    }
}

impl<'c> Part<'c> {
    /// The name of the group or item.
    pub fn id(&self) -> &'c Name {
        match self {
            Self::Group(group) => &group.id,
            Self::Item(item) => &item.id,
        }
    }

    /// The condition of the group or item itself.
    pub fn when(&self) -> Option<&'c Condition> {
        match self {
            Self::Group(group) => group.when.as_ref(),
            Self::Item(item) => item.when.as_ref(),
        }
    }
}

impl Group {
    /// The title with its number before it.
    pub fn called(&self) -> Cow<'_, Localized> {
        numbered(self.prefix.as_deref(), &self.title)
    }
}

/// A text with a number before it, where there is one.
fn numbered<'t>(prefix: Option<&str>, text: &'t Localized) -> Cow<'t, Localized> {
    let Some(prefix) = prefix else { return Cow::Borrowed(text) };
    let before = |text: &str| format!("{prefix} {text}");
    Cow::Owned(Localized { nl: before(&text.nl), en: text.en.as_deref().map(before) })
}

impl Item {
    /// What the question is called in lists and papers: its label or else itself, with its number before it.
    pub fn called(&self) -> Cow<'_, Localized> {
        numbered(self.prefix.as_deref(), self.label.as_ref().unwrap_or(&self.text))
    }

    /// The question with its number before it.
    pub fn question(&self) -> Cow<'_, Localized> {
        numbered(self.prefix.as_deref(), &self.text)
    }

    /// Whether the item can be answered.
    pub fn is_answerable(&self) -> bool {
        !matches!(self.kind, ItemKind::Display | ItemKind::Agreement)
    }

    /// Whether everybody answers alone and only how often each answer was given is kept.
    pub fn is_counted(&self) -> bool {
        let can_be = matches!(self.kind, ItemKind::YesNo | ItemKind::Choice(_) | ItemKind::Choices(_));
        self.ask == Ask::EachParticipant && can_be
    }

    /// Whether the answer is for the team alone, so that it never stands in anything about a patient.
    pub fn is_of_team(&self) -> bool {
        self.audience.contains(&Audience::Team)
    }
}

impl Checklist {
    /// All groups and items, depth first, in the order of the file.
    pub fn steps(&self) -> Vec<Step<'_>> {
        let mut steps = Vec::new();
        for group in &self.groups {
            walk_group(group, &mut Vec::new(), &mut steps);
        }
        steps
    }

    /// All items, depth first, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        let mut items = Vec::new();
        self.groups.iter().for_each(|group| items_in_group(group, &mut items));
        items.into_iter()
    }

    /// Whether this holds of an item that is shown whatever is known: neither it nor anything that it lies in has a condition.
    pub fn always_asks(&self, holds: impl Fn(&Item) -> bool) -> bool {
        self.groups.iter().any(|group| always_in_group(group, &holds))
    }

    /// The item with this name.
    pub fn item(&self, name: &str) -> Option<&Item> {
        self.groups.iter().find_map(|group| item_in_group(group, name))
    }

    /// Whether the answer to the item with this name stands until another meeting changes it.
    pub fn stands(&self, name: &Name) -> bool {
        self.groups.iter().find_map(|group| stands_in_group(group, name, false)).unwrap_or(false)
    }

    /// The group with this name.
    pub fn group(&self, name: &str) -> Option<&Group> {
        self.groups.iter().find_map(|group| group_in_group(group, name))
    }

    /// The source with this name.
    pub fn source(&self, name: &Name) -> Option<&super::Source> {
        self.sources.iter().find(|source| source.id == *name)
    }

    /// The names of the groups and items that are shown, given what is known.
    ///
    /// A part is shown while its own condition holds and all that it lies in is shown. An item under another one is
    /// shown whether or not that one has a value. The answer of a hidden item is kept, but conditions do not see it.
    pub fn visible(&self, facts: &impl Facts) -> Visible {
        let mut parts = Vec::new();
        self.groups.iter().for_each(|group| lay_group(group, None, &mut parts));
        let mut shown = vec![false; parts.len()];
        // Circles are refused when a definition is read, so this settles; the bound is for definitions made by hand.
        for _ in 0..=parts.len() {
            let mut changed = false;
            // Nearly all look back at what was settled before them, so that nothing is gone through twice.
            let looks_ahead = Cell::new(false);
            for (at, (part, around)) in parts.iter().enumerate() {
                let is_shown = |at: usize| shown.get(at) == Some(&true);
                let is_hidden = |name: &Name| {
                    let place = parts.iter().position(|(part, _)| part.id() == name);
                    looks_ahead.set(looks_ahead.get() || place.is_some_and(|place| place >= at));
                    place.is_some_and(|place| !is_shown(place))
                };
                let seen = Seen { facts, is_hidden };
                let now = around.is_none_or(is_shown) && part.when().is_none_or(|when| when.holds(&seen));
                if let Some(before) = shown.get_mut(at).filter(|before| **before != now) {
                    *before = now;
                    changed = true;
                }
            }
            if !changed || !looks_ahead.get() {
                break;
            }
        }
        let shown = parts.into_iter().zip(shown).filter(|(_, is_shown)| *is_shown);
        Visible(shown.map(|((part, _), _)| part.id().clone()).collect())
    }

    /// The indications that hold, in their order; hidden items do not count.
    pub fn indications_shown(&self, facts: &impl Facts) -> Vec<&super::Indication> {
        self.indications_among(facts, &self.visible(facts))
    }

    /// The same, where it is known which groups and items are shown.
    pub fn indications_among(&self, facts: &impl Facts, visible: &Visible) -> Vec<&super::Indication> {
        let seen = self.seen(facts, visible);
        self.indications.iter().filter(|one| one.when.holds(&seen)).collect()
    }

    /// The agreements that are offered, in their order; hidden items do not count.
    pub fn agreements_offered(&self, facts: &impl Facts) -> Vec<&super::AgreementSuggestion> {
        let visible = self.visible(facts);
        let seen = self.seen(facts, &visible);
        let holds =
            |one: &&super::AgreementSuggestion| one.when.as_ref().is_none_or(|when| when.holds(&seen));
        self.agreements.iter().filter(holds).collect()
    }

    /// Facts without the answers of what is hidden here.
    fn seen<'f, F: Facts>(
        &'f self,
        facts: &'f F,
        visible: &'f Visible,
    ) -> Seen<'f, F, impl Fn(&Name) -> bool> {
        let is_own = |name: &str| self.item(name).is_some() || self.group(name).is_some();
        Seen { facts, is_hidden: move |name: &Name| !visible.contains(name) && is_own(name.as_str()) }
    }
}

/// The names of the groups and items of a checklist that are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visible(Vec<Name>);

impl Visible {
    /// Whether a group or item is shown.
    pub fn contains(&self, name: &Name) -> bool {
        self.0.contains(name)
    }
}

/// Facts without the answers of hidden items of the same checklist.
struct Seen<'f, F, H> {
    facts: &'f F,
    is_hidden: H,
}

impl<F: Facts, H: Fn(&Name) -> bool> Facts for Seen<'_, F, H> {
    fn value(&self, item: &ItemRef) -> Option<FactValue> {
        let hidden = item.checklist.is_none() && (self.is_hidden)(&item.item);
        if hidden { None } else { self.facts.value(item) }
    }

    fn judgement(&self, checklist: Option<&Name>) -> Option<Name> {
        self.facts.judgement(checklist)
    }
}

/// Lists a group and all that lies in it, each with the place in the list of what it lies in.
fn lay_group<'c>(group: &'c Group, around: Option<usize>, parts: &mut Vec<(Part<'c>, Option<usize>)>) {
    let here = Some(parts.len());
    parts.push((Part::Group(group), around));
    for entry in &group.entries {
        match entry {
            Entry::Group(inner) => lay_group(inner, here, parts),
            Entry::Item(item) => lay_item(item, here, parts),
        }
    }
}

fn lay_item<'c>(item: &'c Item, around: Option<usize>, parts: &mut Vec<(Part<'c>, Option<usize>)>) {
    let here = Some(parts.len());
    parts.push((Part::Item(item), around));
    item.items.iter().for_each(|inner| lay_item(inner, here, parts));
}

fn walk_group<'c>(group: &'c Group, groups: &mut Vec<&'c Group>, steps: &mut Vec<Step<'c>>) {
    steps.push(Step { part: Part::Group(group), groups: groups.clone(), parents: Vec::new() });
    groups.push(group);
    for entry in &group.entries {
        match entry {
            Entry::Group(inner) => walk_group(inner, groups, steps),
            Entry::Item(item) => walk_item(item, groups, &mut Vec::new(), steps),
        }
    }
    groups.pop();
}

fn walk_item<'c>(
    item: &'c Item,
    groups: &[&'c Group],
    parents: &mut Vec<&'c Item>,
    steps: &mut Vec<Step<'c>>,
) {
    steps.push(Step { part: Part::Item(item), groups: groups.to_vec(), parents: parents.clone() });
    parents.push(item);
    for inner in &item.items {
        walk_item(inner, groups, parents, steps);
    }
    parents.pop();
}

fn items_in_group<'c>(group: &'c Group, items: &mut Vec<&'c Item>) {
    for entry in &group.entries {
        match entry {
            Entry::Group(inner) => items_in_group(inner, items),
            Entry::Item(item) => items_in_item(item, items),
        }
    }
}

fn items_in_item<'c>(item: &'c Item, items: &mut Vec<&'c Item>) {
    items.push(item);
    item.items.iter().for_each(|inner| items_in_item(inner, items));
}

fn always_in_group(group: &Group, holds: &impl Fn(&Item) -> bool) -> bool {
    let within = |entry: &Entry| match entry {
        Entry::Group(inner) => always_in_group(inner, holds),
        Entry::Item(item) => always_in_item(item, holds),
    };
    group.when.is_none() && group.entries.iter().any(within)
}

fn always_in_item(item: &Item, holds: &impl Fn(&Item) -> bool) -> bool {
    item.when.is_none() && (holds(item) || item.items.iter().any(|inner| always_in_item(inner, holds)))
}

fn item_in_group<'c>(group: &'c Group, name: &str) -> Option<&'c Item> {
    group.entries.iter().find_map(|entry| match entry {
        Entry::Group(inner) => item_in_group(inner, name),
        Entry::Item(item) => item_in_item(item, name),
    })
}

fn item_in_item<'c>(item: &'c Item, name: &str) -> Option<&'c Item> {
    let is_it = item.id.as_str() == name;
    is_it.then_some(item).or_else(|| item.items.iter().find_map(|inner| item_in_item(inner, name)))
}

fn group_in_group<'c>(group: &'c Group, name: &str) -> Option<&'c Group> {
    let within = |entry: &'c Entry| match entry {
        Entry::Group(inner) => group_in_group(inner, name),
        Entry::Item(_) => None,
    };
    (group.id.as_str() == name).then_some(group).or_else(|| group.entries.iter().find_map(within))
}

/// Whether the item with this name stands, within a group; what the team keeps to itself never does.
fn stands_in_group(group: &Group, name: &Name, around: bool) -> Option<bool> {
    let stands = (around || group.standing) && group.about != About::Team;
    group.entries.iter().find_map(|entry| match entry {
        Entry::Item(item) => stands_in_item(item, name, stands, group.about == About::Team),
        Entry::Group(inner) => stands_in_group(inner, name, stands),
    })
}

fn stands_in_item(item: &Item, name: &Name, around: bool, of_team: bool) -> Option<bool> {
    let of_team = of_team || item.is_of_team();
    let stands = (around || item.standing) && !of_team;
    if item.id == *name {
        return Some(stands);
    }
    item.items.iter().find_map(|inner| stands_in_item(inner, name, stands, of_team))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::checklist::{Library, shipped};

    /// Answers by name, as a team might have given them.
    #[derive(Default)]
    struct Given(BTreeMap<&'static str, FactValue>, Option<&'static str>);

    impl Facts for Given {
        fn value(&self, item: &ItemRef) -> Option<FactValue> {
            self.0.get(item.item.as_str()).filter(|_| item.checklist.is_none()).cloned()
        }
        fn judgement(&self, checklist: Option<&Name>) -> Option<Name> {
            self.1.filter(|_| checklist.is_none()).map(Name::from)
        }
    }

    fn marking() -> Checklist {
        let library = Library::new(shipped());
        library.checklist(&"markering".into()).unwrap().checklist.clone()
    }

    fn shown(checklist: &Checklist, given: &Given, name: &str) -> bool {
        checklist.visible(given).contains(&name.into())
    }

    #[test]
    fn what_is_found_by_name_is_what_stands_on_the_way() {
        for definition in Library::new(shipped()).checklists() {
            let checklist = &definition.checklist;
            let on_the_way = checklist.steps();
            let items = on_the_way.iter().filter_map(|step| match step.part {
                Part::Item(item) => Some(item),
                Part::Group(_) => None,
            });
            assert!(checklist.items().eq(items), "{}", checklist.id);
            for step in &on_the_way {
                let id = step.part.id().as_str();
                match step.part {
                    Part::Item(item) => assert_eq!(checklist.item(id), Some(item)),
                    Part::Group(group) => assert_eq!(checklist.group(id), Some(group)),
                }
            }
        }
    }

    #[test]
    fn no_further_question_where_the_beginning_is_clear() {
        let checklist = marking();
        let open = Given::default();
        assert!(shown(&checklist, &open, "surprise-question"));
        let clear = Given(BTreeMap::from([("duidelijk", FactValue::Truth(true))]), None);
        assert!(!shown(&checklist, &clear, "surprise"));
        assert!(!shown(&checklist, &clear, "surprise-question"));
        assert!(!shown(&checklist, &clear, "dimensies"));
    }

    #[test]
    fn the_second_surprise_question_follows_a_no() {
        let checklist = marking();
        for (answer, follows) in [("nee", true), ("ja", false), ("ken-niet", false)] {
            let given = Given(BTreeMap::from([("surprise-question", FactValue::Code(answer.into()))]), None);
            assert_eq!(shown(&checklist, &given, "tweede-surprise-question"), follows, "{answer}");
        }
    }

    #[test]
    fn a_hidden_answer_is_kept_but_not_seen() {
        let checklist = marking();
        let mut given = Given(BTreeMap::from([("surprise-question", FactValue::Code("nee".into()))]), None);
        let names = |given: &Given| {
            let shown = checklist.indications_shown(given);
            shown.into_iter().map(|one| one.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names(&given), ["surprise-nee"]);
        given.0.insert("duidelijk", FactValue::Truth(true));
        assert_eq!(names(&given), ["begin-duidelijk"]);
        assert!(!shown(&checklist, &given, "tweede-surprise-question"));
    }

    #[test]
    fn agreements_follow_the_judgement() {
        let checklist = marking();
        let offered = |judgement| checklist.agreements_offered(&Given(BTreeMap::new(), judgement)).len();
        assert_eq!(offered(Some("markeren")), 3);
        assert_eq!(offered(Some("niet")), 0);
        assert_eq!(offered(None), 0);
    }
}
