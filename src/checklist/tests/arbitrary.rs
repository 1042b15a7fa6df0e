//! Definitions of every shape that the format knows, for properties: each of them is accepted.
//!
//! A definition is made of bytes, so that a shorter list of smaller bytes is a simpler definition. Every condition is
//! made to hold in one imagined meeting; so none is impossible and everything appears there.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use crate::checklist::{
    About, AgreementSuggestion, Ask, Audience, BasedOn, Checklist, ChoiceOption, Code, Condition, DayAsked,
    Discussed, Entry, FactValue, Facts, Group, Indication, Involved, Item, ItemKind, ItemRef,
    JudgementQuestion, Literal, Localized, Looks, Name, NonAnswers, NumberRange, Scale, Source, SourceStatus,
    Test,
};

/// A checklist that is accepted; its warnings are nobody's concern here.
pub(crate) fn checklist() -> impl Strategy<Value = Checklist> {
    vec(any::<u8>(), 0..500).prop_map(|bytes| Maker::new(bytes).checklist())
}

/// Deepest nesting of groups and items together.
const DEPTH: usize = crate::checklist::definition::limits::DEPTH;

const WORDS: [&str; 14] = [
    "Vraag",
    "wat de patiënt belangrijk vindt",
    "\"zo\"",
    "\\",
    "# nee",
    "[[group]]",
    "= 1",
    "**vet**",
    "- lijst",
    "漢字",
    "e\u{301}",
    "{ a }",
    "'",
    "\n\n",
];

/// Makes a checklist of bytes, and simple ones once they are used up.
struct Maker {
    bytes: std::vec::IntoIter<u8>,
    names: usize,
    sources: Vec<Name>,
    /// The answerable items so far, which conditions may ask about.
    asked: Vec<(Name, ItemKind)>,
    imagined: Imagined,
}

/// The meeting in which every condition holds.
#[derive(Default)]
struct Imagined {
    values: BTreeMap<Name, FactValue>,
    judgement: Option<Name>,
}

impl Facts for Imagined {
    fn value(&self, item: &ItemRef) -> Option<FactValue> {
        self.values.get(&item.item).filter(|_| item.checklist.is_none()).cloned()
    }

    fn judgement(&self, checklist: Option<&Name>) -> Option<Name> {
        self.judgement.clone().filter(|_| checklist.is_none())
    }
}

impl Maker {
    fn new(bytes: Vec<u8>) -> Self {
        Self {
            bytes: bytes.into_iter(),
            names: 0,
            sources: Vec::new(),
            asked: Vec::new(),
            imagined: Imagined::default(),
        }
    }

    /// A number below `end`; the first one when the bytes are used up.
    fn below(&mut self, end: usize) -> usize {
        usize::from(self.bytes.next().unwrap_or(0)) % end
    }

    fn perhaps(&mut self) -> bool {
        self.below(3) == 1
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.perhaps().then(|| make(self))
    }

    fn several<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// A name that no other part has.
    fn name(&mut self, start: &str) -> Name {
        self.names += 1;
        let end = self.one_of(&["", "-x", "_", "--", "x0"]);
        Name::new(format!("{start}{}{end}", self.names))
    }

    /// A text as the parser leaves it: with something in it, and no spaces around it.
    fn text(&mut self) -> String {
        let words: Vec<&str> = (0..1 + self.below(4)).map(|_| self.one_of(&WORDS)).collect();
        let text = words.join(" ").trim().to_owned();
        if text.is_empty() { "T".to_owned() } else { text }
    }

    fn line(&mut self) -> String {
        self.text().replace('\n', " ")
    }

    fn localized(&mut self) -> Localized {
        Localized { nl: self.text(), en: self.maybe(Self::text) }
    }

    fn code(&mut self) -> Code {
        Code { system: self.one_of(&["snomed", "loinc"]).to_owned(), code: self.line() }
    }

    fn source(&mut self) -> Option<Name> {
        if self.sources.is_empty() || !self.perhaps() {
            return None;
        }
        let sources = self.sources.clone();
        Some(self.one_of(&sources))
    }

    fn checklist(mut self) -> Checklist {
        let based_on = self.maybe(|maker| BasedOn { id: maker.name("van"), version: maker.line() });
        let sources = self.several(2, |maker| Source {
            id: maker.name("bron"),
            title: maker.localized(),
            year: maker.maybe(|maker| 1990 + u16::try_from(maker.below(40)).unwrap()),
            status: maker.one_of(&[SourceStatus::InForce, SourceStatus::Concept, SourceStatus::Withdrawn]),
            url: maker.maybe(Self::line),
            evidence: maker.maybe(Self::localized),
        });
        self.sources = sources.iter().map(|source| source.id.clone()).collect();
        let judgement = self.maybe(|maker| {
            let options = maker.options();
            maker.imagined.judgement = maker.maybe(|maker| maker.one_of(&options).code);
            JudgementQuestion {
                text: maker.localized(),
                help: maker.maybe(Self::localized),
                options,
                source: maker.source(),
                involve: maker.several(2, |maker| {
                    (0..1 + maker.below(2))
                        .map(|_| maker.one_of(&Involved::all().collect::<Vec<_>>()))
                        .collect()
                }),
                judge_again_after: maker.maybe(|maker| 1 + u32::try_from(maker.below(30)).unwrap()),
            }
        });
        let codes: Vec<Name> = judgement
            .iter()
            .flat_map(|judgement| &judgement.options)
            .map(|option| option.code.clone())
            .collect();
        let groups = (0..1 + self.below(3)).map(|_| self.group(1, &codes)).collect();
        Checklist {
            id: Name::new("proef"),
            version: self.line(),
            title: self.localized(),
            purpose: self.maybe(Self::localized),
            based_on,
            sources,
            groups,
            indications: self.several(2, |maker| Indication {
                id: maker.name("indicatie"),
                when: maker.condition(&codes, 0),
                text: maker.localized(),
                source: maker.source(),
            }),
            agreements: self.several(2, |maker| AgreementSuggestion {
                when: maker.maybe(|maker| maker.condition(&codes, 0)),
                text: maker.localized(),
                source: maker.source(),
            }),
            judgement,
        }
    }

    fn group(&mut self, depth: usize, codes: &[Name]) -> Group {
        let id = self.name("groep");
        let when = self.maybe(|maker| maker.condition(codes, 0));
        let entries = (0..1 + self.below(3)).map(|_| {
            if depth + 1 < DEPTH && self.perhaps() {
                Entry::Group(self.group(depth + 1, codes))
            } else {
                Entry::Item(self.item(depth + 1, codes))
            }
        });
        let entries = entries.collect();
        Group {
            id,
            title: self.localized(),
            prefix: self.maybe(|_| "3".to_owned()),
            link_id: self.maybe(|_| "/g/1.2".to_owned()),
            help: self.maybe(Self::localized),
            when,
            repeats: self.perhaps(),
            about: self.one_of(&[About::Patient, About::Team]),
            standing: self.perhaps(),
            entries,
        }
    }

    fn item(&mut self, depth: usize, codes: &[Name]) -> Item {
        let id = self.name("vraag");
        let when = self.maybe(|maker| maker.condition(codes, 0));
        let kind = self.kind(&id);
        let ask = match &kind {
            ItemKind::Agreement | ItemKind::Display => Ask::Team,
            ItemKind::YesNo | ItemKind::Choice(_) | ItemKind::Choices(_) => {
                self.one_of(&[Ask::Team, Ask::WhoKnows, Ask::EachParticipant])
            }
            _ => self.one_of(&[Ask::Team, Ask::WhoKnows]),
        };
        let standing = !matches!(kind, ItemKind::Agreement | ItemKind::Display) && self.perhaps();
        let items =
            if depth < DEPTH { self.several(2, |maker| maker.item(depth + 1, codes)) } else { Vec::new() };
        Item {
            id,
            kind,
            text: self.localized(),
            label: self.maybe(Self::localized),
            prefix: self.maybe(|maker| maker.one_of(&["1a", "2.", "\"§\""]).to_owned()),
            link_id: self.maybe(|maker| maker.one_of(&["1.2", "\"a b\"", "/x"]).to_owned()),
            help: self.maybe(Self::localized),
            ask,
            // Other readers contradict a group that may be the team's.
            audience: self.maybe(|_| Audience::Team).into_iter().collect(),
            states: self.one_of(&[NonAnswers::Team, NonAnswers::Pzp, NonAnswers::Unknown, NonAnswers::None]),
            discussed: Discussed::Not,
            standing,
            code: self.maybe(Self::code),
            source: self.source(),
            when,
            items,
        }
    }

    /// A type, with the value that the item has in the imagined meeting.
    fn kind(&mut self, id: &Name) -> ItemKind {
        let (kind, value) = match self.below(11) {
            0 => (ItemKind::YesNo, FactValue::Truth(self.perhaps())),
            1 => {
                let options = self.options();
                let chosen = self.one_of(&options).code;
                (ItemKind::Choice(options), FactValue::Code(chosen))
            }
            2 => {
                let options = self.options();
                let first = self.one_of(&options).code;
                let mut chosen = vec![first];
                chosen.extend(
                    self.maybe(|maker| maker.one_of(&options).code).filter(|code| *code != chosen[0]),
                );
                (ItemKind::Choices(options), FactValue::Codes(chosen))
            }
            3 => {
                let min = i64::try_from(self.below(10)).unwrap() - 5;
                let steps = self.below(10);
                let max = min + 1 + i64::try_from(steps).unwrap();
                let value = f64::from(i32::try_from(min).unwrap())
                    + f64::from(u8::try_from(self.below(steps + 2)).unwrap());
                let (low, high) = (self.maybe(Self::localized), self.maybe(Self::localized));
                (ItemKind::Scale(Scale { min, max, low, high }), FactValue::Number(value))
            }
            4 => {
                let min = self.maybe(|maker| maker.one_of(&[0.0, -2.5, 0.25, 1e-7]));
                let max = self.maybe(|maker| maker.one_of(&[1.0, 40.5, 1e30]));
                let value = self.one_of(&[0.25, 0.5, 0.75, 1.0]);
                let unit = self.maybe(Self::line);
                (ItemKind::Number(NumberRange { unit, min, max }), FactValue::Number(value))
            }
            5 => {
                let looks = self.one_of(&[Looks::Back, Looks::Forward, Looks::Either]);
                let day = |year| chrono::NaiveDate::from_ymd_opt(year, 2, 28);
                let earliest = self.maybe(|_| day(1999)).flatten();
                let latest = self.maybe(|_| day(2031)).flatten();
                let time = self.perhaps();
                (ItemKind::Date(DayAsked { looks, earliest, latest, time }), FactValue::Other)
            }
            6 => (ItemKind::ShortText, FactValue::Other),
            7 => (ItemKind::LongText, FactValue::Other),
            8 => (ItemKind::Person, FactValue::Other),
            9 => return ItemKind::Agreement,
            _ => return ItemKind::Display,
        };
        self.asked.push((id.clone(), kind.clone()));
        if !self.perhaps() {
            self.imagined.values.insert(id.clone(), value);
        }
        kind
    }

    /// A text that no other option of the same question has.
    fn numbered(&mut self, at: usize) -> Localized {
        let text = self.localized();
        Localized { nl: format!("{at} {}", text.nl), en: text.en }
    }

    fn options(&mut self) -> Vec<ChoiceOption> {
        (0..1 + self.below(4))
            .map(|at| ChoiceOption {
                code: self.name("optie"),
                text: self.numbered(at),
                coding: self.maybe(Self::code),
                sources: self.source().into_iter().collect(),
                needs_note: self.perhaps(),
                exclusive: self.perhaps(),
                leaves_open: self.perhaps(),
            })
            .collect()
    }

    /// A condition that holds in the imagined meeting; it asks only about what stands before it.
    fn condition(&mut self, codes: &[Name], depth: usize) -> Condition {
        let condition = self.any_condition(codes, depth);
        if condition.holds(&self.imagined) { condition } else { Condition::Not(Box::new(condition)) }
    }

    fn any_condition(&mut self, codes: &[Name], depth: usize) -> Condition {
        let parts = |maker: &mut Self| {
            (0..1 + maker.below(3)).map(|_| maker.any_condition(codes, depth + 1)).collect()
        };
        match self.below(if depth < 3 { 8 } else { 4 }) {
            4 => Condition::All(parts(self)),
            5 => Condition::Any(parts(self)),
            6 => Condition::Not(Box::new(self.any_condition(codes, depth + 1))),
            7 => self.count(),
            1 => {
                let (checklist, known) = if codes.is_empty() || self.perhaps() {
                    (Some(Name::new("elders")), vec![Name::new("ja"), Name::new("nee")])
                } else {
                    (None, codes.to_vec())
                };
                let is = (0..1 + self.below(2)).map(|_| self.one_of(&known)).collect();
                Condition::Judgement { checklist, is }
            }
            _ => {
                let (item, kind) = self.asked_item();
                let test = self.test(kind.as_ref());
                Condition::Item { item, test }
            }
        }
    }

    /// An item that was asked before; one of another checklist where there is none.
    fn asked_item(&mut self) -> (ItemRef, Option<ItemKind>) {
        if self.asked.is_empty() || self.below(8) == 7 {
            return (ItemRef { checklist: Some("elders".into()), item: "vraag".into() }, None);
        }
        let asked = self.asked.clone();
        let (item, kind) = self.one_of(&asked);
        (ItemRef { checklist: None, item }, Some(kind))
    }

    fn test(&mut self, kind: Option<&ItemKind>) -> Test {
        let Some(literals) = self.literals(kind) else { return Test::Answered(self.perhaps()) };
        let is_number = matches!(literals[0], Literal::Number(_));
        match self.below(if is_number { 6 } else { 4 }) {
            0 => Test::Is(self.one_of(&literals)),
            1 => Test::IsNot(self.one_of(&literals)),
            2 => Test::In((0..1 + self.below(3)).map(|_| self.one_of(&literals)).collect()),
            3 => Test::Answered(self.perhaps()),
            at => match self.one_of(&literals) {
                Literal::Number(bound) if at == 4 => Test::AtLeast(bound),
                Literal::Number(bound) => Test::AtMost(bound),
                other => Test::Is(other),
            },
        }
    }

    /// Values that can be compared with an item; `None` where it can only be asked whether it is answered.
    fn literals(&mut self, kind: Option<&ItemKind>) -> Option<Vec<Literal>> {
        Some(match kind {
            None => vec![Literal::Code("ja".into()), Literal::Truth(true), Literal::Number(2.0)],
            Some(ItemKind::YesNo) => vec![Literal::Truth(true), Literal::Truth(false)],
            Some(ItemKind::Choice(options) | ItemKind::Choices(options)) => {
                options.iter().map(|option| Literal::Code(option.code.clone())).collect()
            }
            Some(ItemKind::Scale(_) | ItemKind::Number(_)) => {
                [0.0, 1.0, -3.0, 0.2, 0.3, 0.7, 4.5, 1e3].map(Literal::Number).to_vec()
            }
            _ => return None,
        })
    }

    fn count(&mut self) -> Condition {
        let (first, kind) = self.asked_item();
        let mut items = vec![first];
        // What is counted must be comparable with each of them.
        let is = match (self.perhaps(), self.literals(kind.as_ref())) {
            (true, Some(literals)) => (0..1 + self.below(2)).map(|_| self.one_of(&literals)).collect(),
            _ => {
                items.extend((0..self.below(3)).map(|_| self.asked_item().0));
                Vec::new()
            }
        };
        let bound = |maker: &mut Self| u32::try_from(maker.below(4)).unwrap();
        let at_most = self.maybe(bound);
        let at_least = if at_most.is_none() { Some(bound(self)) } else { self.maybe(bound) };
        Condition::Count { items, is, at_least, at_most }
    }
}
