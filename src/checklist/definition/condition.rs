//! Conditions: tables in a definition, evaluated over the answers of one patient.

use super::name::Name;

/// An item, by itself within its own checklist or as `checklist/item` of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemRef {
    /// The other checklist, where the item is not in the same one.
    pub checklist: Option<Name>,
    /// The item.
    pub item: Name,
}

/// When something is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// A test on one item.
    Item {
        /// The item.
        item: ItemRef,
        /// The test.
        test: Test,
    },
    /// The team's judgement is one of these.
    Judgement {
        /// The other checklist, where the judgement is not of the same one.
        checklist: Option<Name>,
        /// Codes of the judgement's options.
        is: Vec<Name>,
    },
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The inner one does not hold.
    Not(Box<Condition>),
    /// So many of these items are answered with one of these values.
    Count {
        /// The items.
        items: Vec<ItemRef>,
        /// The values that count; empty: any value.
        is: Vec<Literal>,
        /// At least so many.
        at_least: Option<u32>,
        /// At most so many.
        at_most: Option<u32>,
    },
}

/// A test on the answer to one item.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Answered with this value (one of the values, for several choices).
    Is(Literal),
    /// Answered, with another value.
    IsNot(Literal),
    /// Answered with one of these values.
    In(Vec<Literal>),
    /// A number of at least this.
    AtLeast(f64),
    /// A number of at most this.
    AtMost(f64),
    /// Answered with any value, or (false) without a value.
    Answered(bool),
}

/// The name under which a yes or a no is counted.
pub const fn truth_name(truth: bool) -> &'static str {
    if truth { "yes" } else { "no" }
}

/// A value as written in a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A yes or no.
    Truth(bool),
    /// The code of an option, or a text.
    Code(Name),
    /// A number.
    Number(f64),
}

/// A value given by a team, as conditions see it.
#[derive(Debug, Clone, PartialEq)]
pub enum FactValue {
    /// Yes or no.
    Truth(bool),
    /// The chosen option.
    Code(Name),
    /// The chosen options.
    Codes(Vec<Name>),
    /// A number, or a point on a scale.
    Number(f64),
    /// A value that conditions cannot look into: a text, a date, a person.
    Other,
    /// What several people answered, each for themselves: a test on it holds where it holds for one of them.
    Several(Vec<FactValue>),
}

/// What is known of one patient while conditions are tested.
pub trait Facts {
    /// The value given to an item; `None` when it is open or has an explicit non-answer.
    fn value(&self, item: &ItemRef) -> Option<FactValue>;

    /// The team's judgement in this checklist, or in another one.
    fn judgement(&self, checklist: Option<&Name>) -> Option<Name>;
}

impl Condition {
    /// Whether the condition holds; a test on what is not answered does not hold, unless it asks for just that.
    pub fn holds(&self, facts: &impl Facts) -> bool {
        match self {
            Self::Item { item, test } => test.holds(facts.value(item).as_ref()),
            Self::Judgement { checklist, is } => {
                facts.judgement(checklist.as_ref()).is_some_and(|code| is.contains(&code))
            }
            Self::All(parts) => parts.iter().all(|part| part.holds(facts)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(facts)),
            Self::Not(inner) => !inner.holds(facts),
            Self::Count { items, is, at_least, at_most } => {
                let counts = |item: &&ItemRef| {
                    facts.value(item).is_some_and(|value| {
                        is.is_empty() || is.iter().any(|literal| literal.matches(&value))
                    })
                };
                let count = items.iter().filter(counts).count();
                let within = |bound: Option<u32>| bound.and_then(|bound| usize::try_from(bound).ok());
                within(*at_least).is_none_or(|bound| count >= bound)
                    && within(*at_most).is_none_or(|bound| count <= bound)
            }
        }
    }

    /// Calls `visit` for every item that the condition looks at, in order.
    pub fn visit_items<'c>(&'c self, visit: &mut impl FnMut(&'c ItemRef)) {
        match self {
            Self::Item { item, .. } => visit(item),
            Self::Judgement { .. } => {}
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit_items(visit)),
            Self::Not(inner) => inner.visit_items(visit),
            Self::Count { items, .. } => items.iter().for_each(visit),
        }
    }
}

impl Test {
    /// Whether a value (`None`: not answered) passes.
    fn holds(&self, value: Option<&FactValue>) -> bool {
        if let (Some(FactValue::Several(values)), false) = (value, matches!(self, Self::Answered(_))) {
            return values.iter().any(|value| self.holds(Some(value)));
        }
        let number = |test: &dyn Fn(f64) -> bool| matches!(value, Some(FactValue::Number(n)) if test(*n));
        match self {
            Self::Is(literal) => value.is_some_and(|value| literal.matches(value)),
            Self::IsNot(literal) => value.is_some_and(|value| !literal.matches(value)),
            Self::In(literals) => value.is_some_and(|value| literals.iter().any(|l| l.matches(value))),
            Self::AtLeast(bound) => number(&|n| n >= *bound),
            Self::AtMost(bound) => number(&|n| n <= *bound),
            Self::Answered(answered) => value.is_some() == *answered,
        }
    }
}

impl Literal {
    /// Whether a given value is this one, or has it among its choices.
    fn matches(&self, value: &FactValue) -> bool {
        match (self, value) {
            (Self::Truth(wanted), FactValue::Truth(given)) => wanted == given,
            (Self::Code(wanted), FactValue::Code(given)) => wanted == given,
            // A yes or no of many, of which only counts by name are kept.
            (Self::Truth(wanted), FactValue::Code(given)) => truth_name(*wanted) == given.as_str(),
            (Self::Code(wanted), FactValue::Codes(given)) => given.contains(wanted),
            (Self::Number(wanted), FactValue::Number(given)) => wanted == given,
            (_, FactValue::Several(given)) => given.iter().any(|given| self.matches(given)),
            _ => false,
        }
    }
}

impl std::fmt::Display for ItemRef {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.checklist {
            Some(checklist) => write!(formatter, "{checklist}/{}", self.item),
            None => write!(formatter, "{}", self.item),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Default)]
    struct Given(BTreeMap<String, FactValue>, Option<Name>);

    impl Facts for Given {
        fn value(&self, item: &ItemRef) -> Option<FactValue> {
            self.0.get(&item.to_string()).cloned()
        }
        fn judgement(&self, checklist: Option<&Name>) -> Option<Name> {
            self.1.clone().filter(|_| checklist.is_none())
        }
    }

    fn given(values: &[(&str, FactValue)]) -> Given {
        Given(values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(), None)
    }

    fn item(name: &str) -> ItemRef {
        ItemRef { checklist: None, item: name.into() }
    }

    fn test(name: &str, test: Test) -> Condition {
        Condition::Item { item: item(name), test }
    }

    #[test]
    fn what_is_not_answered_passes_no_test_on_its_value() {
        let nothing = Given::default();
        let code = || Literal::Code("nee".into());
        for one in [
            Test::Is(code()),
            Test::IsNot(code()),
            Test::In(vec![code()]),
            Test::AtLeast(0.0),
            Test::AtMost(9.0),
            Test::Answered(true),
        ] {
            assert!(!test("sq", one.clone()).holds(&nothing), "{one:?}");
        }
        assert!(test("sq", Test::Answered(false)).holds(&nothing));
    }

    #[test]
    fn values_are_compared_by_type() {
        let facts = given(&[
            ("sq", FactValue::Code("nee".into())),
            ("wie", FactValue::Codes(vec!["huisarts".into(), "consulent".into()])),
            ("pijn", FactValue::Number(4.0)),
            ("vraag", FactValue::Truth(true)),
            ("tekst", FactValue::Other),
        ]);
        let holds = |name, one| test(name, one).holds(&facts);
        assert!(holds("sq", Test::Is(Literal::Code("nee".into()))));
        assert!(!holds("sq", Test::IsNot(Literal::Code("nee".into()))));
        assert!(holds("sq", Test::IsNot(Literal::Code("ja".into()))));
        assert!(holds("wie", Test::Is(Literal::Code("consulent".into()))));
        assert!(holds("wie", Test::In(vec![Literal::Code("arts".into()), Literal::Code("huisarts".into())])));
        assert!(holds("pijn", Test::AtLeast(4.0)));
        assert!(!holds("pijn", Test::AtMost(3.0)));
        assert!(holds("vraag", Test::Is(Literal::Truth(true))));
        assert!(!holds("vraag", Test::Is(Literal::Number(1.0))));
        assert!(holds("tekst", Test::Answered(true)));
    }

    #[test]
    fn conditions_combine() {
        let facts = given(&[("a", FactValue::Truth(true)), ("b", FactValue::Truth(false))]);
        let a = || test("a", Test::Is(Literal::Truth(true)));
        let b = || test("b", Test::Is(Literal::Truth(true)));
        assert!(!Condition::All(vec![a(), b()]).holds(&facts));
        assert!(Condition::Any(vec![a(), b()]).holds(&facts));
        assert!(Condition::Not(Box::new(b())).holds(&facts));
        let count = |at_least, at_most, is: Vec<Literal>| Condition::Count {
            items: vec![item("a"), item("b"), item("c")],
            is,
            at_least,
            at_most,
        };
        assert!(count(Some(2), None, vec![]).holds(&facts));
        assert!(!count(Some(2), None, vec![Literal::Truth(true)]).holds(&facts));
        assert!(count(Some(1), Some(1), vec![Literal::Truth(true)]).holds(&facts));
        assert!(!count(None, Some(1), vec![]).holds(&facts));
    }

    #[test]
    fn the_judgement_is_a_fact_too() {
        let facts = Given(BTreeMap::new(), Some("markeren".into()));
        let is = |checklist: Option<&str>| Condition::Judgement {
            checklist: checklist.map(Name::from),
            is: vec!["markeren".into(), "later".into()],
        };
        assert!(is(None).holds(&facts));
        assert!(!is(Some("stervensfase")).holds(&facts));
        assert!(!is(None).holds(&Given::default()));
    }
}
