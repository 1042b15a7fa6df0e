//! Reading cases.

use toml::de::DeTable;

use super::gathered::{Gathered, Outside, Space, TextRole};
use super::node::{self, Node};
use super::{Reader, empty};
use crate::checklist::definition::{Case, CasePatient, Localized, Name, Scene, limits};
use crate::checklist::diagnostic::report::Report;

/// Reads a case from its tree.
pub(in crate::checklist) fn case(root: &DeTable<'_>, report: &mut Report<'_>) -> (Case, Gathered) {
    let root = Node { table: root, span: 0..0 };
    let mut reader = Reader::new(report, &root);
    let case = reader.case(&root);
    (case, reader.gathered)
}

impl Reader<'_, '_> {
    fn case(&mut self, root: &Node<'_, '_>) -> Case {
        Case {
            id: root.name("id").unwrap_or_else(|| Name::new("")),
            version: root.string("version").unwrap_or_default(),
            title: self.text(root, "title", TextRole::Title).unwrap_or_else(empty),
            purpose: self.text(root, "purpose", TextRole::Long),
            goals: self.texts(root, "goals"),
            sources: self.limited(root, "source", limits::PARTS, Self::source),
            patient: self.patient(root.node("patient").as_ref()),
            scenes: self.limited(root, "scene", limits::SCENES, Self::scene),
        }
    }

    fn patient(&mut self, node: Option<&Node<'_, '_>>) -> CasePatient {
        let mut text = |key, role| node.and_then(|node| self.text(node, key, role));
        CasePatient {
            label: text("label", TextRole::Title).unwrap_or_else(empty),
            situation: text("situation", TextRole::Long).unwrap_or_else(empty),
            own_words: text("own_words", TextRole::Long),
            age: node.and_then(|node| node.whole("age")).and_then(|age| u8::try_from(age).ok()),
        }
    }

    fn scene(&mut self, node: &Node<'_, '_>) -> Option<Scene> {
        let id = self.declare(node, Space::Scenes)?;
        let checklist = node.placed_name("checklist").map(|(checklist, span)| {
            self.gathered.outside.push(Outside { checklist: checklist.clone(), item: None, span });
            checklist
        });
        Some(Scene {
            id,
            title: self.text(node, "title", TextRole::Title).unwrap_or_else(empty),
            text: self.text(node, "text", TextRole::Long).unwrap_or_else(empty),
            checklist,
            questions: self.texts(node, "questions"),
            debrief: self.text(node, "debrief", TextRole::Long),
            source: self.source_ref(node),
        })
    }

    /// A list of texts that are read one by one, so that none should be long.
    fn texts(&mut self, node: &Node<'_, '_>, key: &str) -> Vec<Localized> {
        let values = node.values(key).into_iter().take(limits::LIST);
        let text = |value: &node::Value<'_>| {
            self.gathered.text(node::text(value.get_ref()), value.span(), TextRole::Question)
        };
        values.filter_map(text).collect()
    }
}
