//! Reading conditions.

use std::ops::Range;

use toml::de::DeValue;

use super::Reader;
use super::gathered::{Outside, OutsideUse, Owner, PlacedCondition, PlacedTest};
use super::meant::is_name;
use super::node::{Node, Value, list, name, number};
use super::otherwise::meant_key;
use crate::checklist::definition::{Condition, ItemRef, Literal, Name, Test, limits};
use crate::checklist::diagnostic::Problem;
use crate::checklist::schema::{CONDITION, CONDITION_HEADS as HEADS, CONDITION_TESTS as TESTS};

impl Reader<'_, '_> {
    /// Reads the condition behind a key, and takes it along for the rules.
    pub(super) fn condition(&mut self, node: &Node<'_, '_>, key: &str, owner: &Owner) -> Option<Condition> {
        let node = node.node(key)?;
        let mut reading = Reading { tests: Vec::new(), partial: false };
        let condition = self.condition_part(&node, &mut reading, 1)?;
        self.gathered.conditions.push(PlacedCondition {
            owner: owner.clone(),
            condition: condition.clone(),
            span: node.span,
            tests: reading.tests,
            partial: reading.partial,
        });
        Some(condition)
    }

    fn condition_part(
        &mut self,
        node: &Node<'_, '_>,
        reading: &mut Reading,
        depth: usize,
    ) -> Option<Condition> {
        let condition = self.condition_of(node, reading, depth);
        reading.partial |= condition.is_none();
        condition
    }

    fn condition_of(
        &mut self,
        node: &Node<'_, '_>,
        reading: &mut Reading,
        depth: usize,
    ) -> Option<Condition> {
        if depth > limits::CONDITION_DEPTH {
            self.report.add(Problem::TooDeep { limit: limits::CONDITION_DEPTH }, &node.span);
            return None;
        }
        self.may_test(1, node)?;
        let heads: Vec<&str> = HEADS.into_iter().filter(|key| node.value(key).is_some()).collect();
        let [head] = heads.as_slice() else {
            return match misnamed_item(node).filter(|_| heads.is_empty()) {
                Some(key) => {
                    reading.partial = true;
                    self.item_test(node, key, reading)
                }
                None => self.unclear(node),
            };
        };
        let is_item = *head == "item";
        let stray_test = !is_item && TESTS.iter().any(|key| node.value(key).is_some());
        let stray_checklist = *head != "judgement" && node.value("checklist").is_some();
        if stray_test || stray_checklist {
            return self.unclear(node);
        }
        match *head {
            "item" => self.item_test(node, "item", reading),
            "judgement" => self.judgement_test(node, reading),
            "all" => Some(Condition::All(self.parts(node, "all", reading, depth))),
            "any" => Some(Condition::Any(self.parts(node, "any", reading, depth))),
            "not" => {
                let inner = self.condition_part(&node.node("not")?, reading, depth + 1)?;
                Some(Condition::Not(Box::new(inner)))
            }
            _ => self.count(&node.node("count")?, reading),
        }
    }

    /// Counts tests; `None` where they become too many.
    fn may_test(&mut self, tests: usize, node: &Node<'_, '_>) -> Option<()> {
        self.tests = self.tests.saturating_add(tests);
        if self.tests > limits::TESTS { self.too_many("when", limits::TESTS, &node.span) } else { Some(()) }
    }

    /// A condition without a head, unless it was blanked, or with several.
    fn unclear(&mut self, node: &Node<'_, '_>) -> Option<Condition> {
        // An unknown key was told of already, and is probably the head.
        let known = |key: &str| HEADS.contains(&key) || TESTS.contains(&key) || key == "checklist";
        let all_known = node.table.keys().all(|key| known(key.get_ref()));
        if all_known && !self.report.is_blanked(&node.span) {
            self.report.add(Problem::UnclearCondition, &node.span);
        }
        None
    }

    fn parts(
        &mut self,
        node: &Node<'_, '_>,
        key: &str,
        reading: &mut Reading,
        depth: usize,
    ) -> Vec<Condition> {
        let parts = node.nodes(key);
        // An empty list was told of by its form; nothing more follows from it.
        reading.partial |= parts.is_empty();
        parts.iter().filter_map(|part| self.condition_part(part, reading, depth + 1)).collect()
    }

    /// The tests on the question that stands behind `key`.
    fn item_test(&mut self, node: &Node<'_, '_>, key: &str, reading: &mut Reading) -> Option<Condition> {
        let (item, span) = self.item_ref(node.value(key)?)?;
        self.may_test(node.value("in").map_or(0, |value| list(value).len()), node)?;
        let mut tests = Vec::new();
        let mut values = Vec::new();
        let mut bounds = Vec::new();
        for key in ["is", "is_not"] {
            let Some(value) = node.value(key) else { continue };
            let Some(literal) = literal(value) else {
                reading.partial = true;
                continue;
            };
            values.push((literal.clone(), value.span()));
            tests.push(if key == "is" { Test::Is(literal) } else { Test::IsNot(literal) });
        }
        if let Some(value) = node.value("in") {
            let found: Vec<_> =
                list(value).into_iter().filter_map(|value| Some((literal(value)?, value.span()))).collect();
            reading.partial |= found.is_empty() || found.len() != list(value).len();
            tests.push(Test::In(found.iter().map(|(literal, _)| literal.clone()).collect()));
            values.extend(found);
        }
        for key in ["at_least", "at_most"] {
            let Some(value) = node.value(key) else { continue };
            let Some(bound) = number(value.get_ref()) else {
                reading.partial = true;
                continue;
            };
            bounds.push(value.span());
            tests.push(if key == "at_least" { Test::AtLeast(bound) } else { Test::AtMost(bound) });
        }
        if let Some(answered) = node.truth("answered") {
            tests.push(Test::Answered(answered));
        }
        if tests.is_empty() {
            if reading.partial || TESTS.iter().any(|key| node.value(key).is_some()) {
                return None;
            }
            tests.push(Test::Answered(true));
        }
        self.tested(&span, &values, &bounds);
        reading.tests.push(PlacedTest::Item { item: item.clone(), span, values, bounds });
        let mut conditions: Vec<Condition> =
            tests.into_iter().map(|test| Condition::Item { item: item.clone(), test }).collect();
        if conditions.len() == 1 { conditions.pop() } else { Some(Condition::All(conditions)) }
    }

    fn judgement_test(&mut self, node: &Node<'_, '_>, reading: &mut Reading) -> Option<Condition> {
        self.may_test(node.values("judgement").len(), node)?;
        let codes: Vec<(Name, Range<usize>)> = node
            .values("judgement")
            .into_iter()
            .filter_map(|value| Some((name(value)?, value.span())))
            .collect();
        let checklist = node.name("checklist").filter(|name| Some(name) != self.own.as_ref());
        if let Some(checklist) = &checklist {
            self.gathered.outside.push(Outside {
                checklist: checklist.clone(),
                item: None,
                span: node.place("checklist"),
                wanted: OutsideUse::Judged(codes.clone()),
            });
        } else if let Some(step) = self.step.clone().filter(|_| self.own.is_none()) {
            let span = node.place("judgement");
            self.gathered.outside.push(Outside {
                checklist: step,
                item: None,
                span,
                wanted: OutsideUse::OfStep,
            });
        }
        let is: Vec<Name> = codes.iter().map(|(code, _)| code.clone()).collect();
        reading.tests.push(PlacedTest::Judgement {
            checklist: checklist.clone(),
            codes,
            span: node.place("judgement"),
        });
        Some(Condition::Judgement { checklist, is })
    }

    fn count(&mut self, node: &Node<'_, '_>, reading: &mut Reading) -> Option<Condition> {
        // Every value is compared with every item.
        self.may_test(node.values("items").len().saturating_mul(node.values("is").len().max(1)), node)?;
        let mut items = Vec::new();
        let is: Vec<(Literal, Range<usize>)> =
            node.values("is").into_iter().filter_map(|value| Some((literal(value)?, value.span()))).collect();
        reading.partial |= is.len() != node.values("is").len();
        for value in node.values("items") {
            let Some((item, span)) = self.item_ref(value) else {
                reading.partial = true;
                continue;
            };
            items.push(item.clone());
            self.tested(&span, &is, &[]);
            reading.tests.push(PlacedTest::Item { item, span, values: is.clone(), bounds: Vec::new() });
        }
        let bound = |key: &str| node.whole(key).and_then(|bound| u32::try_from(bound).ok());
        let (at_least, at_most) = (bound("at_least"), bound("at_most"));
        reading.tests.push(PlacedTest::Count { span: node.span.clone() });
        if items.is_empty() {
            return None;
        }
        if at_least.is_none() && at_most.is_none() {
            return self.unclear_count(node);
        }
        let is = is.into_iter().map(|(literal, _)| literal).collect();
        Some(Condition::Count { items, is, at_least, at_most })
    }

    /// A count without a bound that can be used.
    fn unclear_count(&mut self, node: &Node<'_, '_>) -> Option<Condition> {
        if !self.report.is_blanked(&node.span) {
            self.report.add(Problem::UnclearCondition, &node.span);
        }
        None
    }

    fn item_ref(&mut self, value: &Value<'_>) -> Option<(ItemRef, Range<usize>)> {
        let written = name(value)?;
        let (checklist, item) = match written.as_str().split_once('/') {
            Some((checklist, item)) => (Some(Name::new(checklist)), Name::new(item)),
            None => (None, written),
        };
        let checklist = checklist.filter(|name| Some(name) != self.own.as_ref());
        let (from, wanted) = match &checklist {
            Some(checklist) => (Some(checklist.clone()), OutsideUse::Known),
            None => (self.step.clone(), OutsideUse::OfStep),
        };
        self.gathered.outside.extend(from.map(|checklist| Outside {
            checklist,
            item: Some(item.clone()),
            span: value.span(),
            wanted,
        }));
        Some((ItemRef { checklist, item }, value.span()))
    }
}

impl Reader<'_, '_> {
    /// Takes along how a question of another checklist is tested, which was read last.
    fn tested(&mut self, span: &Range<usize>, values: &[(Literal, Range<usize>)], bounds: &[Range<usize>]) {
        let last = self.gathered.outside.last_mut();
        if let Some(outside) = last.filter(|one| one.span == *span && one.wanted == OutsideUse::Known) {
            outside.wanted = OutsideUse::Tested(values.to_vec(), bounds.to_vec());
        }
    }
}

/// What is collected while one condition is read.
struct Reading {
    tests: Vec<PlacedTest>,
    partial: bool,
}

/// The key that was told of as unknown and means the question: what is tested of it is judged at once.
fn misnamed_item<'n>(node: &Node<'n, '_>) -> Option<&'n str> {
    let keys = node.table.keys().map(|key| key.get_ref().as_ref());
    let is_meant = |key: &&str| {
        let names = node.value(key).and_then(name).is_some_and(|name| is_name(name.as_str()));
        names && meant_key(key, node.table, &CONDITION) == Some("item")
    };
    keys.into_iter().find(is_meant)
}

fn literal(value: &Value<'_>) -> Option<Literal> {
    match value.get_ref() {
        DeValue::Boolean(truth) => Some(Literal::Truth(*truth)),
        DeValue::String(_) => name(value).map(Literal::Code),
        other => number(other).map(Literal::Number),
    }
}
