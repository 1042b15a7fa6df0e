//! Reading items and their options.

use std::collections::BTreeMap;
use std::ops::Range;

use super::gathered::{Owner, Space, TextRole};
use super::meant::both_bounds;
use super::node::{Node, string};
use super::otherwise::meant_key;
use super::validate::shorten;
use super::{Reader, empty};
use crate::checklist::definition::{
    Ask, Audience, ChoiceOption, DayAsked, Discussed, Item, ItemKind, Looks, Name, NonAnswers, NumberRange,
    Scale, limits,
};
use crate::checklist::diagnostic::{Diagnostic, Problem, Role};
use crate::checklist::schema::{ASK_OF_TYPES, ITEM, ITEM_TYPES, KEYS_OF_TYPES};
use crate::text::same::folded;

impl Reader<'_, '_> {
    pub(super) fn item(&mut self, node: &Node<'_, '_>, depth: usize) -> Option<Item> {
        self.items += 1;
        if self.items > limits::ITEMS {
            return self.too_many("item", limits::ITEMS, &node.span);
        }
        if depth > limits::DEPTH {
            self.report.add(Problem::TooDeep { limit: limits::DEPTH }, &node.span);
            return None;
        }
        let id = self.declare(node, Space::Parts);
        let owner = Owner::Part(id.clone().unwrap_or_else(|| Name::new("")));
        let text = self.text(node, "text", TextRole::Question).unwrap_or_else(empty);
        let label = self.text(node, "label", TextRole::Label);
        let help = self.text(node, "help", TextRole::Long);
        let kind = self.kind(node);
        self.check_ask(node);
        if kind == Some(ItemKind::Display) && node.value("states").is_some() {
            self.report.add(Problem::IdleKey { key: "states" }, &node.place("states"));
        }
        let source = self.source_ref(node);
        let when = self.condition(node, "enable_when", &owner);
        let items: Vec<Item> =
            node.nodes("item").iter().filter_map(|inner| self.item(inner, depth + 1)).collect();
        let id = id?;
        if kind.as_ref().is_none_or(has_no_answer) {
            self.gathered.unclear.insert(id.clone());
        }
        Some(Item {
            id,
            kind: kind.unwrap_or(ItemKind::Display),
            text,
            label,
            prefix: node.string("prefix"),
            link_id: node.string("link_id"),
            help,
            ask: match node.string("ask").as_deref() {
                Some("who-knows") => Ask::WhoKnows,
                Some("each-participant") => Ask::EachParticipant,
                _ => Ask::Team,
            },
            audience: node
                .values("audience")
                .into_iter()
                .filter_map(string)
                .filter_map(|a| audience(&a))
                .collect(),
            states: match node.string("states").as_deref() {
                Some("pzp") => NonAnswers::Pzp,
                Some("unknown") => NonAnswers::Unknown,
                Some("none") => NonAnswers::None,
                _ => NonAnswers::Team,
            },
            discussed: node.string("discussed").and_then(|word| Discussed::named(&word)).unwrap_or_default(),
            standing: node.truth("standing").unwrap_or(false),
            code: node.code("code"),
            source,
            when,
            items,
        })
    }

    /// What can be answered; `None` where that could not be read.
    fn kind(&mut self, node: &Node<'_, '_>) -> Option<ItemKind> {
        let written = node.string("type")?;
        let item_type = ITEM_TYPES.iter().find(|known| **known == written)?;
        for (key, types) in KEYS_OF_TYPES {
            if !types.contains(item_type)
                && let Some((found, _)) = node.table.get_key_value(key)
            {
                self.report.retract_within(&node.place(key));
                self.report.add(Problem::UnsuitableKey { key, item_type }, &found.span());
            }
        }
        Some(match *item_type {
            "yes-no" => ItemKind::YesNo,
            "choice" | "choices" => {
                self.needs(node, "options")?;
                let options = self.options(node, *item_type == "choices");
                if *item_type == "choice" { ItemKind::Choice(options) } else { ItemKind::Choices(options) }
            }
            "scale" => {
                let (min, max) = (self.needs(node, "min"), self.needs(node, "max"));
                let bound = |reader: &mut Self, key: &str| {
                    let whole = node.whole(key);
                    let place = node.place(key);
                    if whole.is_none() && node.number(key).is_some() && !reader.report.is_covered(&place) {
                        let problem = Problem::WrongType {
                            key: key.to_owned(),
                            wanted: crate::checklist::diagnostic::Wanted::Whole,
                            found: crate::checklist::diagnostic::Found::Number,
                        };
                        reader.report.add(problem, &place);
                    }
                    whole
                };
                let (min, max) =
                    (min.and_then(|()| bound(self, "min")), max.and_then(|()| bound(self, "max")));
                let (min, max) = (min?, max?);
                self.check_range(min >= max, node);
                if max.saturating_sub(min) > limits::SCALE {
                    self.report.add(Problem::LongScale { limit: limits::SCALE }, &node.place("max"));
                }
                let low = self.text(node, "low", TextRole::Option);
                let high = self.text(node, "high", TextRole::Option);
                ItemKind::Scale(Scale { min, max, low, high })
            }
            "number" => {
                let (min, max) = (node.number("min"), node.number("max"));
                self.check_range(matches!((min, max), (Some(min), Some(max)) if min >= max), node);
                ItemKind::Number(NumberRange { unit: node.string("unit"), min, max })
            }
            "date" => {
                let (earliest, latest) = (node.day("earliest"), node.day("latest"));
                let is_reversed = matches!((earliest, latest), (Some(first), Some(last)) if first > last);
                self.check_days(is_reversed, node);
                let time = node.truth("time").unwrap_or(false);
                ItemKind::Date(DayAsked { looks: looks(node), earliest, latest, time })
            }
            "short-text" => ItemKind::ShortText,
            "long-text" => ItemKind::LongText,
            "person" => ItemKind::Person,
            "agreement" => ItemKind::Agreement,
            _ => ItemKind::Display,
        })
    }

    /// Whether the one who is asked fits what can be answered.
    fn check_ask(&mut self, node: &Node<'_, '_>) {
        let (Some(ask), Some(written)) = (node.string("ask"), node.string("type")) else { return };
        let Some(item_type) = ITEM_TYPES.iter().find(|known| **known == written) else { return };
        let Some((word, types)) = ASK_OF_TYPES.iter().find(|(word, _)| *word == ask) else { return };
        let problem = if !types.contains(item_type) {
            Problem::UnsuitableAsk { word, item_type, types }
        } else if *word == "each-participant" && node.value("discussed").is_some() {
            Problem::CountedConversation
        } else {
            return;
        };
        // Where everybody is asked, one who knows is the opposite; what is said of a conversation one person says.
        let other = matches!(problem, Problem::CountedConversation).then_some("who-knows");
        self.report.push(Diagnostic::new(problem, node.place("ask")).suggest(other));
    }

    /// A key that this type of item cannot do without.
    fn needs(&mut self, node: &Node<'_, '_>, key: &'static str) -> Option<()> {
        if node.value(key).is_some() {
            return Some(());
        }
        let known = |name: &str| ITEM.keys.iter().any(|key| key.name == name);
        let is_misspelt = node.table.keys().any(|found| {
            !known(found.get_ref())
                && (meant_key(found.get_ref(), node.table, &ITEM) == Some(key)
                    || matches!(key, "min" | "max")
                        && both_bounds(found.get_ref(), node.table, &ITEM).is_some())
        });
        if !is_misspelt && !self.report.is_partial(&node.span) {
            self.report.add(Problem::MissingKey { key, shape: "item" }, &node.span);
        }
        None
    }

    fn check_range(&mut self, is_reversed: bool, node: &Node<'_, '_>) {
        // Of a bound that stands twice nobody knows which one is meant.
        if is_reversed && !self.report.is_partial(&node.span) {
            let diagnostic = Diagnostic::new(Problem::BadRange, node.place("max"));
            self.report.push(diagnostic.related(node.place("min"), Role::Also));
        }
    }

    fn check_days(&mut self, is_reversed: bool, node: &Node<'_, '_>) {
        if is_reversed && !self.report.is_partial(&node.span) {
            let diagnostic = Diagnostic::new(Problem::BadDays, node.place("latest"));
            self.report.push(diagnostic.related(node.place("earliest"), Role::Also));
        }
    }

    /// The options of a question or a judgement; of `several` more than one may be chosen.
    pub(super) fn options(&mut self, node: &Node<'_, '_>, several: bool) -> Vec<ChoiceOption> {
        let mut seen: BTreeMap<Name, Range<usize>> = BTreeMap::new();
        let mut texts: BTreeMap<String, Range<usize>> = BTreeMap::new();
        let place = node.place("options");
        let options = self.limited(node, "options", limits::OPTIONS, |reader, node| {
            let (code, span) = node.placed_name("code")?;
            if let Some(first) = seen.get(&code) {
                let problem = Problem::DuplicateCode { code: code.to_string() };
                reader.report.push(Diagnostic::new(problem, span).related(first.clone(), Role::First));
            } else {
                seen.insert(code.clone(), span);
            }
            let exclusive = node.truth("exclusive").unwrap_or(false);
            if exclusive && !several {
                reader.report.add(Problem::IdleKey { key: "exclusive" }, &node.place("exclusive"));
            }
            let text = reader.text(node, "text", TextRole::Option).unwrap_or_else(empty);
            let called = folded(&text.nl);
            if let Some(first) = texts.get(&called) {
                let problem = Problem::DuplicateText { text: shorten(&text.nl) };
                let diagnostic = Diagnostic::new(problem, node.place("text"));
                reader.report.push(diagnostic.related(first.clone(), Role::First));
            } else if !called.is_empty() {
                texts.insert(called, node.place("text"));
            }
            Some(ChoiceOption {
                code,
                text,
                coding: node.code("coding"),
                sources: reader.source_refs(node),
                needs_note: node.truth("needs_note").unwrap_or(false),
                exclusive,
                leaves_open: node.truth("leaves_open").unwrap_or(false),
            })
        });
        // What a conversation was about may be one question.
        let is_about = node.string("discussed").as_deref() == Some("about");
        let is_alone = node.nodes("options").len() == 1 && !self.report.is_partial(&node.span);
        if is_alone && !is_about {
            self.report.add(Problem::OneOption, &place);
        }
        if !options.is_empty() && options.iter().all(|option| option.leaves_open) {
            self.report.add(Problem::NothingToSay, &place);
        }
        options
    }
}

/// Whether nothing lies between the bounds of an answer, or there is none to choose, which is told of where they stand.
fn has_no_answer(kind: &ItemKind) -> bool {
    match kind {
        ItemKind::Scale(scale) => scale.min >= scale.max,
        ItemKind::Choice(options) | ItemKind::Choices(options) => options.is_empty(),
        ItemKind::Number(NumberRange { min: Some(min), max: Some(max), .. }) => min >= max,
        _ => false,
    }
}

/// Where a day is looked for; a conversation that is told of was held.
fn looks(node: &Node<'_, '_>) -> Looks {
    let written = node.string("looks").and_then(|word| Looks::named(&word));
    let is_held = node.string("discussed").as_deref() == Some("on");
    written.unwrap_or(if is_held { Looks::Back } else { Looks::default() })
}

fn audience(word: &str) -> Option<Audience> {
    Some(match word {
        "team" => Audience::Team,
        "social-domain" => Audience::SocialDomain,
        "patient" => Audience::Patient,
        _ => return None,
    })
}
