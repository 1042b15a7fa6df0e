//! What the rules need beside the definition itself: places of names, references, conditions and texts.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::checklist::definition::{Condition, GivenValue, ItemRef, Literal, Localized, Name};

/// The places of a definition.
#[derive(Default)]
pub(in crate::checklist) struct Gathered {
    /// Every name that is given, in order.
    pub names: Vec<Named>,
    /// References to sources.
    pub sources: Vec<(Name, Range<usize>)>,
    /// All conditions.
    pub conditions: Vec<PlacedCondition>,
    /// All texts that are shown.
    pub texts: Vec<PlacedText>,
    /// Groups with nothing in them.
    pub empty_groups: Vec<(Name, Range<usize>)>,
    /// Items whose type or options could not be read, so that nothing is said of tests on them.
    pub unclear: BTreeSet<Name>,
    /// Indications with their sources.
    pub indications: Vec<(Name, Range<usize>, bool)>,
    /// Items of other checklists, and other checklists.
    pub outside: Vec<Outside>,
}

/// A reference to what another file defines.
#[derive(Debug, Clone, PartialEq)]
pub struct Outside {
    /// The other checklist.
    pub checklist: Name,
    /// Its item, where one is meant.
    pub item: Option<Name>,
    /// The place of the reference.
    pub span: Range<usize>,
    /// What it is wanted for.
    pub wanted: OutsideUse,
}

/// What a definition wants of another one.
#[derive(Debug, Clone, PartialEq)]
pub enum OutsideUse {
    /// That it is there.
    Known,
    /// A checklist that is walked.
    Walked,
    /// A question that passes a test: with these values, and with bounds in these places.
    Tested(Vec<(Literal, Range<usize>)>, Vec<Range<usize>>),
    /// The judgement of a checklist, with one of these codes.
    Judged(Vec<(Name, Range<usize>)>),
    /// A question or judgement of the step of a route that is only offered once it was answered.
    OfStep,
    /// A question on which a group can vote.
    Vote,
    /// A question with this answer, and the place of the answer; of a list also those of what stands in it.
    Given(GivenValue, Range<usize>, Vec<Range<usize>>),
}

impl Outside {
    /// A reference to a checklist that is walked.
    pub(super) const fn walked(checklist: Name, span: Range<usize>) -> Self {
        Self { checklist, item: None, span, wanted: OutsideUse::Walked }
    }
}

/// A name that is given.
pub(in crate::checklist) struct Named {
    pub name: Name,
    pub space: Space,
    pub span: Range<usize>,
}

/// Names of one space are unique within it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::checklist) enum Space {
    /// Groups and items.
    Parts,
    Sources,
    Indications,
    Scenes,
}

/// A condition with its place and its tests.
pub(in crate::checklist) struct PlacedCondition {
    pub owner: Owner,
    pub condition: Condition,
    pub span: Range<usize>,
    pub tests: Vec<PlacedTest>,
    /// Whether some part of it could not be read.
    pub partial: bool,
}

/// What a condition belongs to.
#[derive(Clone, PartialEq)]
pub(in crate::checklist) enum Owner {
    /// A group or item.
    Part(Name),
    Indication(Name),
    Agreement,
    Step,
}

/// One test of a condition.
pub(in crate::checklist) enum PlacedTest {
    Item {
        item: ItemRef,
        span: Range<usize>,
        values: Vec<(Literal, Range<usize>)>,
        bounds: Vec<Range<usize>>,
    },
    Judgement {
        checklist: Option<Name>,
        codes: Vec<(Name, Range<usize>)>,
        span: Range<usize>,
    },
    Count {
        span: Range<usize>,
    },
}

/// A text that is shown.
pub(in crate::checklist) struct PlacedText {
    pub text: Localized,
    pub span: Range<usize>,
    pub role: TextRole,
}

/// Where a text is shown, which decides how much room it has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::checklist) enum TextRole {
    Title,
    /// The short form of a question, in the column of an overview.
    Label,
    Question,
    Option,
    Long,
}

impl Gathered {
    /// Takes a text along and returns it.
    pub(in crate::checklist) fn text(
        &mut self,
        text: Option<Localized>,
        span: Range<usize>,
        role: TextRole,
    ) -> Option<Localized> {
        let text = text?;
        self.texts.push(PlacedText { text: text.clone(), span, role });
        Some(text)
    }
}
