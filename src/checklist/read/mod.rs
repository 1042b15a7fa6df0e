//! The second pass over the tree: from tables to a definition, with the places that the rules need.
//!
//! What has the wrong form was told of by the first pass; here it reads as absent, so that nothing is told twice.

mod address;
mod case;
mod condition;
mod expected;
mod gathered;
mod item;
pub(super) mod meant;
mod node;
pub(super) mod otherwise;
pub(super) mod testing;
pub(super) mod validate;

use std::ops::Range;

use toml::de::DeTable;

pub(super) use self::case::case;
pub(super) use self::gathered::{Gathered, PlacedCondition, PlacedTest};
use self::gathered::{Named, Owner, Space, TextRole};
pub use self::gathered::{Outside, OutsideUse};
pub(super) use self::node::whole;
use self::node::{Node, name, one_or_many, string};
use super::definition::{
    About, AgreementSuggestion, BasedOn, Checklist, Entry, FORMAT, Group, Indication, JudgementQuestion,
    Localized, Source, SourceStatus,
};
use super::diagnostic::{Diagnostic, Problem};
use crate::checklist::definition::{Involved, Name, Route, RouteStep, limits};
use crate::checklist::diagnostic::report::Report;

pub(super) use self::gathered::{Owner as ConditionOwner, PlacedText, Space as NameSpace, TextRole as Role};

/// Reads a checklist from its tree.
pub(super) fn checklist(root: &DeTable<'_>, report: &mut Report<'_>) -> (Checklist, Gathered) {
    let root = Node { table: root, span: 0..0 };
    let mut reader = Reader::new(report, &root);
    let checklist = reader.checklist(&root);
    (checklist, reader.gathered)
}

/// Reads a route from its tree.
pub(super) fn route(root: &DeTable<'_>, report: &mut Report<'_>) -> (Route, Gathered) {
    let root = Node { table: root, span: 0..0 };
    let mut reader = Reader::new(report, &root);
    reader.own = None;
    let route = reader.route(&root);
    (route, reader.gathered)
}

/// A definition under way.
struct Reader<'r, 's> {
    report: &'r mut Report<'s>,
    gathered: Gathered,
    /// The name of the file itself.
    own: Option<Name>,
    /// The checklist of the step of a route that is read.
    step: Option<Name>,
    items: usize,
    groups: usize,
    tests: usize,
    /// Limits that were told of; each is told once.
    told: Vec<&'static str>,
}

impl<'r, 's> Reader<'r, 's> {
    fn new(report: &'r mut Report<'s>, root: &Node<'_, '_>) -> Self {
        Self {
            report,
            gathered: Gathered::default(),
            own: root.name("id"),
            step: None,
            items: 0,
            groups: 0,
            tests: 0,
            told: Vec::new(),
        }
    }

    fn checklist(&mut self, root: &Node<'_, '_>) -> Checklist {
        Checklist {
            id: root.name("id").unwrap_or_else(|| Name::new("")),
            version: root.string("version").unwrap_or_default(),
            title: self.text(root, "title", TextRole::Title).unwrap_or_else(empty),
            purpose: self.text(root, "purpose", TextRole::Long),
            based_on: root
                .node("based_on")
                .and_then(|node| Some(BasedOn { id: node.name("id")?, version: node.string("version")? })),
            sources: self.limited(root, "source", limits::PARTS, Self::source),
            groups: self.limited(root, "group", limits::GROUPS, |reader, node| reader.group(node, 1)),
            indications: self.limited(root, "indication", limits::PARTS, Self::indication),
            judgement: root.node("judgement").map(|node| self.judgement(&node)),
            agreements: self.limited(root, "agreement", limits::PARTS, |reader, node| {
                Some(AgreementSuggestion {
                    when: reader.condition(node, "when", &Owner::Agreement),
                    text: reader.text(node, "text", TextRole::Question).unwrap_or_else(empty),
                    source: reader.source_ref(node),
                })
            }),
        }
    }

    fn route(&mut self, root: &Node<'_, '_>) -> Route {
        Route {
            id: root.name("id").unwrap_or_else(|| Name::new("")),
            version: root.string("version").unwrap_or_default(),
            title: self.text(root, "title", TextRole::Title).unwrap_or_else(empty),
            purpose: self.text(root, "purpose", TextRole::Long),
            default_for: root.values("default_for").into_iter().filter_map(name).collect(),
            steps: self.limited(root, "step", limits::STEPS, |reader, node| {
                let (checklist, span) = node.placed_name("checklist")?;
                reader.gathered.outside.push(Outside::walked(checklist.clone(), span));
                reader.step = Some(checklist.clone());
                Some(RouteStep {
                    checklist,
                    title: reader.text(node, "title", TextRole::Title),
                    folded: node.truth("folded").unwrap_or(false),
                    inline: node.truth("inline").unwrap_or(false),
                    when: reader.condition(node, "enable_when", &Owner::Step),
                })
            }),
        }
    }

    fn source(&mut self, node: &Node<'_, '_>) -> Option<Source> {
        let id = self.declare(node, Space::Sources)?;
        Some(Source {
            id,
            title: self.text(node, "title", TextRole::Long).unwrap_or_else(empty),
            year: node.whole("year").and_then(|year| u16::try_from(year).ok()),
            status: match node.string("status").as_deref() {
                Some("concept") => SourceStatus::Concept,
                Some("withdrawn") => SourceStatus::Withdrawn,
                _ => SourceStatus::InForce,
            },
            url: self.address(node),
            evidence: self.text(node, "evidence", TextRole::Long),
        })
    }

    /// Where a source is to be found.
    fn address(&mut self, node: &Node<'_, '_>) -> Option<String> {
        let url = node.string("url")?;
        if !url.trim().is_empty() && !address::opens(&url) {
            let told = Diagnostic::new(Problem::BadAddress, node.place("url"));
            self.report.push(told.suggest(address::meant(&url)));
        }
        Some(url)
    }

    fn group(&mut self, node: &Node<'_, '_>, depth: usize) -> Option<Group> {
        self.groups += 1;
        if self.groups > limits::GROUPS {
            return self.too_many("group", limits::GROUPS, &node.span);
        }
        if depth > limits::DEPTH {
            self.report.add(Problem::TooDeep { limit: limits::DEPTH }, &node.span);
            return None;
        }
        let id = self.declare(node, Space::Parts);
        let owner = Owner::Part(id.clone().unwrap_or_else(|| Name::new("")));
        let title = self.text(node, "title", TextRole::Title).unwrap_or_else(empty);
        let help = self.text(node, "help", TextRole::Long);
        let when = self.condition(node, "enable_when", &owner);
        let mut parts: Vec<(Range<usize>, bool, Node<'_, '_>)> = Vec::new();
        parts.extend(node.nodes("item").into_iter().map(|node| (node.span.clone(), true, node)));
        parts.extend(node.nodes("group").into_iter().map(|node| (node.span.clone(), false, node)));
        parts.sort_by_key(|(span, ..)| span.start);
        let is_empty = parts.is_empty();
        let mut entries = Vec::new();
        for (_, is_item, part) in parts {
            entries.extend(if is_item {
                self.item(&part, depth + 1).map(Entry::Item)
            } else {
                self.group(&part, depth + 1).map(Entry::Group)
            });
        }
        let id = id?;
        if is_empty {
            self.gathered.empty_groups.push((id.clone(), node.span.clone()));
        }
        let repeats = node.truth("repeats").unwrap_or(false);
        let about = match node.string("about").as_deref() {
            Some("team") => About::Team,
            _ => About::Patient,
        };
        let standing = node.truth("standing").unwrap_or(false);
        Some(Group {
            id,
            title,
            prefix: node.string("prefix"),
            link_id: node.string("link_id"),
            help,
            when,
            repeats,
            about,
            standing,
            entries,
        })
    }

    fn indication(&mut self, node: &Node<'_, '_>) -> Option<Indication> {
        let id = self.declare(node, Space::Indications)?;
        let source = self.source_ref(node);
        self.gathered.indications.push((id.clone(), node.place("id"), source.is_some()));
        let when = self.condition(node, "when", &Owner::Indication(id.clone()));
        let text = self.text(node, "text", TextRole::Long);
        Some(Indication { id, when: when?, text: text.unwrap_or_else(empty), source })
    }

    fn judgement(&mut self, node: &Node<'_, '_>) -> JudgementQuestion {
        JudgementQuestion {
            text: self.text(node, "text", TextRole::Question).unwrap_or_else(empty),
            help: self.text(node, "help", TextRole::Long),
            options: self.options(node, false),
            source: self.source_ref(node),
            involve: node
                .values("involve")
                .into_iter()
                .map(|value| {
                    one_or_many(value)
                        .into_iter()
                        .filter_map(string)
                        .filter_map(|word| Involved::named(&word))
                        .collect()
                })
                .collect(),
            judge_again_after: node.whole("judge_again_after").and_then(|days| u32::try_from(days).ok()),
        }
    }

    /// Takes the name that a table gives itself.
    fn declare(&mut self, node: &Node<'_, '_>, space: Space) -> Option<Name> {
        let (name, span) = node.placed_name("id")?;
        self.gathered.names.push(Named { name: name.clone(), space, span });
        Some(name)
    }

    fn source_ref(&mut self, node: &Node<'_, '_>) -> Option<Name> {
        let (name, span) = node.placed_name("source")?;
        self.gathered.sources.push((name.clone(), span));
        Some(name)
    }

    /// The sources of an option: one name, or several.
    fn source_refs(&mut self, node: &Node<'_, '_>) -> Vec<Name> {
        let values = node.values("source").into_iter();
        let named: Vec<_> = values.filter_map(|value| Some((name(value)?, value.span()))).collect();
        self.gathered.sources.extend(named.iter().cloned());
        named.into_iter().map(|(name, _)| name).collect()
    }

    fn text(&mut self, node: &Node<'_, '_>, key: &str, role: TextRole) -> Option<Localized> {
        self.gathered.text(node.text(key), node.place(key), role)
    }

    /// Reads the tables of a list, up to a limit.
    fn limited<T>(
        &mut self,
        node: &Node<'_, '_>,
        key: &'static str,
        limit: usize,
        mut read: impl FnMut(&mut Self, &Node<'_, '_>) -> Option<T>,
    ) -> Vec<T> {
        let nodes = node.nodes(key);
        if let Some(first_over) = nodes.get(limit) {
            self.too_many::<()>(key, limit, &first_over.span);
        }
        nodes.iter().take(limit).filter_map(|node| read(self, node)).collect()
    }

    fn too_many<T>(&mut self, key: &'static str, limit: usize, span: &Range<usize>) -> Option<T> {
        if !self.told.contains(&key) {
            self.told.push(key);
            self.report.add(Problem::TooMany { key, limit }, span);
        }
        None
    }
}

fn empty() -> Localized {
    Localized::dutch("")
}

/// Whether a file is of a format that this program does not know yet.
pub(super) fn newer_format(root: &DeTable<'_>) -> Option<(i64, Range<usize>)> {
    let value = root.get("format")?;
    node::whole(value.get_ref())
        .filter(|format| !(1..=FORMAT).contains(format))
        .map(|found| (found, value.span()))
}
