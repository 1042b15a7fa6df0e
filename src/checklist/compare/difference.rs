//! What can differ between two versions of a checklist, and how.

use crate::checklist::definition::{Condition, Localized, Name};

/// A part of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The checklist itself.
    Checklist,
    /// A source.
    Source(Name),
    /// A group.
    Group(Name),
    /// An item.
    Item(Name),
    /// An option of an item.
    Option(Name, Name),
    /// An indication.
    Indication(Name),
    /// The judgement.
    Judgement,
    /// An option of the judgement.
    JudgementOption(Name),
    /// A proposal for an agreement; these have no name and are known by their Dutch text.
    Agreement(String),
}

/// What of a part differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The title.
    Title,
    /// What a checklist is for.
    Purpose,
    /// The question, sentence or option as shown.
    Text,
    /// The short label.
    Label,
    /// The help text.
    Help,
    /// What can be answered.
    Type,
    /// When it is shown.
    Condition,
    /// The lowest value.
    Minimum,
    /// The highest value.
    Maximum,
    /// What the lowest value means.
    Low,
    /// What the highest value means.
    High,
    /// The unit of a number.
    Unit,
    /// Whether a day has been or is to come.
    Looks,
    /// The first day that is expected.
    Earliest,
    /// The last day that is expected.
    Latest,
    /// Whether a day has its time.
    Time,
    /// The number before it.
    Prefix,
    /// What a form from elsewhere calls it.
    LinkId,
    /// Who answers.
    Ask,
    /// Who may read the answer.
    Audience,
    /// Which explicit non-answers are offered.
    NonAnswers,
    /// What it has to do with a conversation.
    Discussed,
    /// Whether it says nothing without a note.
    NeedsNote,
    /// Whether it goes with no other answer.
    Exclusive,
    /// Whether it leaves the question open.
    LeavesOpen,
    /// The standard code.
    Code,
    /// The source that it rests on.
    Source,
    /// Whether a group can be filled in more than once.
    Repeats,
    /// Whom a group is about.
    About,
    /// Whether answers stand.
    Standing,
    /// After how many days a judgement asks to be judged again.
    JudgeAgainAfter,
    /// The year of a source.
    Year,
    /// Whether a source is in force.
    Status,
    /// Where to find a source.
    Address,
    /// What a source found.
    Evidence,
    /// Which disciplines belong at the table.
    Involve,
}

/// What an aspect is.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing stands there.
    Absent,
    /// A text for the screen.
    Text(Localized),
    /// A word or number as the file writes it.
    Written(String),
    /// A condition.
    Condition(Condition),
}

/// How a part differs.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The later version has it and the earlier one has not, with what is in it.
    Added(Vec<(Aspect, Value)>),
    /// The earlier version has it and the later one has not, with what was in it.
    Removed(Vec<(Aspect, Value)>),
    /// One thing about it is different.
    Changed {
        /// Which one.
        aspect: Aspect,
        /// What it was.
        from: Value,
        /// What it became.
        to: Value,
    },
    /// It stands in another part: first where it stood, then where it stands.
    Moved(Place, Place),
    /// What both versions have in it stands in another order: names in the order of the later version.
    Reordered(Vec<Place>),
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The part.
    pub place: Place,
    /// What people call it: its label, question or title in the later version that has it.
    pub title: Localized,
    /// How it differs.
    pub change: Change,
}
