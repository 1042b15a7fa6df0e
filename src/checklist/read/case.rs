//! Reading cases.

use std::ops::Range;

use toml::de::DeTable;

use super::gathered::{Gathered, Outside, OutsideUse, Space, TextRole};
use super::node::{self, Node};
use super::validate::shorten;
use super::{Reader, empty};
use crate::checklist::definition::{
    Case, CasePatient, Given, GivenValue, ItemRef, Level, Localized, Name, OwnBallot, Role, Scene, limits,
};
use crate::checklist::diagnostic::Problem;
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
            minutes: minutes(root),
            level: root
                .values("for")
                .into_iter()
                .filter_map(node::string)
                .filter_map(|word| Level::named(&word))
                .collect(),
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
            self.gathered.outside.push(Outside::walked(checklist.clone(), span));
            checklist
        });
        let given = self.given(node, checklist.as_ref());
        let vote = self.votes(node, checklist.as_ref());
        let ballots = self.ballots(node, &vote);
        Some(Scene {
            id,
            title: self.text(node, "title", TextRole::Title).unwrap_or_else(empty),
            minutes: minutes(node),
            text: self.text(node, "text", TextRole::Long).unwrap_or_else(empty),
            checklist,
            given,
            vote,
            ballots,
            roles: self.limited(node, "roles", limits::PARTS, |reader, node| {
                Some(Role {
                    who: reader.text(node, "who", TextRole::Title)?,
                    card: reader.text(node, "card", TextRole::Long)?,
                })
            }),
            reveal: self.text(node, "reveal", TextRole::Long),
            outcome: self.text(node, "outcome", TextRole::Long),
            questions: self.texts(node, "questions"),
            debrief: self.text(node, "debrief", TextRole::Long),
            source: self.source_ref(node),
        })
    }

    /// The questions of a vote, each to be looked up in the checklist of the scene.
    fn votes(&mut self, node: &Node<'_, '_>, checklist: Option<&Name>) -> Vec<ItemRef> {
        let mut votes = Vec::new();
        for value in node.values("vote").into_iter().take(limits::LIST) {
            let Some(written) = node::name(value) else { continue };
            let vote = reference(written.as_str());
            let named = vote.checklist.as_ref();
            let is_partial = self.report.is_partial(&node.span);
            if votes.iter().any(|known: &ItemRef| known.item == vote.item) {
                let name = vote.item.to_string();
                self.report.add(Problem::VotedTwice { name }, &value.span());
                continue;
            }
            match checklist.filter(|checklist| named.is_none_or(|named| named == *checklist)) {
                Some(checklist) => self.gathered.outside.push(Outside {
                    checklist: checklist.clone(),
                    item: Some(vote.item.clone()),
                    span: value.span(),
                    wanted: OutsideUse::Vote,
                }),
                None if is_partial => {}
                None => {
                    let scene = checklist.map(Name::to_string);
                    self.report.add(Problem::VoteElsewhere { scene }, &value.span());
                }
            }
            votes.push(vote);
        }
        votes
    }

    /// The questions that a scene puts to a vote by itself; under one name nothing is counted twice.
    fn ballots(&mut self, node: &Node<'_, '_>, vote: &[ItemRef]) -> Vec<OwnBallot> {
        let mut known: Vec<Name> = vote.iter().map(|vote| vote.item.clone()).collect();
        self.limited(node, "ballot", limits::PARTS, |reader, node| {
            let (id, span) = node.placed_name("id")?;
            let text = reader.text(node, "text", TextRole::Question).unwrap_or_else(empty);
            let options = reader.options(node, false);
            if known.contains(&id) {
                reader.report.add(Problem::VotedTwice { name: id.to_string() }, &span);
                return None;
            }
            known.push(id.clone());
            Some(OwnBallot { id, text, options })
        })
    }

    /// What is on record already, each to be looked up in its checklist.
    fn given(&mut self, node: &Node<'_, '_>, checklist: Option<&Name>) -> Vec<Given> {
        let Some(table) = node.node("given") else { return Vec::new() };
        let mut entries: Vec<_> = table.table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut given = Vec::new();
        for (key, value) in entries.into_iter().take(limits::LIST) {
            let question = reference(key.get_ref());
            let Some(known) = given_value(value) else { continue };
            match question.checklist.as_ref().or(checklist) {
                Some(of) => self.gathered.outside.push(Outside {
                    checklist: of.clone(),
                    item: Some(question.item.clone()),
                    span: key.span(),
                    wanted: OutsideUse::Given(known.clone(), value.span(), codes(value)),
                }),
                None if self.report.is_partial(&node.span) => {}
                None => {
                    let problem = Problem::UnknownGiven { name: shorten(question.item.as_str()) };
                    self.report.add(problem, &key.span());
                }
            }
            given.push(Given { question, value: known });
        }
        given
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

/// How long something takes, where that was written.
fn minutes(node: &Node<'_, '_>) -> Option<u16> {
    node.whole("minutes").and_then(|minutes| u16::try_from(minutes).ok())
}

/// A question as `checklist/item`, or by itself.
fn reference(written: &str) -> ItemRef {
    match written.split_once('/') {
        Some((checklist, item)) => ItemRef { checklist: Some(Name::new(checklist)), item: Name::new(item) },
        None => ItemRef { checklist: None, item: Name::new(written) },
    }
}

/// The places of the codes of a list.
fn codes(value: &node::Value<'_>) -> Vec<Range<usize>> {
    node::list(value).into_iter().filter(|code| node::name(code).is_some()).map(node::Value::span).collect()
}

fn given_value(value: &node::Value<'_>) -> Option<GivenValue> {
    let value_of = value.get_ref();
    if let Some(truth) = value_of.as_bool() {
        return Some(GivenValue::Truth(truth));
    }
    if value_of.is_array() {
        return Some(GivenValue::Codes(node::list(value).into_iter().filter_map(node::name).collect()));
    }
    if let Some(moment) = value_of.as_datetime() {
        return moment_typed(moment).map(GivenValue::Text);
    }
    node::string(value).map(GivenValue::Text).or_else(|| node::number(value_of).map(GivenValue::Number))
}

/// A day of TOML, perhaps with its time, as somebody types it.
fn moment_typed(moment: &toml::value::Datetime) -> Option<String> {
    let day = moment.date?;
    let time = moment.time.map(|time| format!(" {:02}:{:02}", time.hour, time.minute));
    Some(format!("{:02}-{:02}-{:04}{}", day.day, day.month, day.year, time.unwrap_or_default()))
}
