//! Which keys a definition has, and of what form: one table for checking, the reference and the JSON schema.

pub(super) mod bounds;
mod json_schema;
pub(super) mod numbers;
mod reference;
pub(super) mod synonyms;

use super::definition::FORMAT;
use crate::checklist::definition::limits;

pub use json_schema::json_schema;
pub use reference::reference;

/// A kind of table and the keys it may have.
#[derive(Debug)]
pub struct Shape {
    /// Name of the shape in the reference.
    pub name: &'static str,
    /// Its keys, in the order in which they are best written.
    pub keys: &'static [Key],
}

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// The key as written.
    pub name: &'static str,
    /// Whether the table is incomplete without it.
    pub required: bool,
    /// What may stand behind it.
    pub form: Form,
}

/// What may stand behind a key.
#[derive(Debug)]
pub enum Form {
    /// A text: a string, or `{ nl = "...", en = "..." }`.
    Text,
    /// A string that is not translated.
    Plain,
    /// The name of a part: lower-case letters, digits, `-` and `_`.
    Name,
    /// The name of the file itself: a name that every system takes as a file name.
    FileName,
    /// A reference to an item: `item` or `checklist/item`.
    Reference,
    /// A whole number within these bounds.
    Whole(i64, i64),
    /// A number.
    Number,
    /// A day: "2020-01-31".
    Day,
    /// True or false.
    Truth,
    /// The declaration that a case is fictional: true, and nothing else.
    Fictional,
    /// One of some words.
    Word(&'static [&'static str]),
    /// A profession, or a kind of professions, by its name or its Dutch one.
    Involved,
    /// A standard code: a string (SNOMED CT) or `{ system, code }`.
    Code,
    /// A value in a condition: true or false, the code of an option, or a number.
    Value,
    /// One of these, or a list of them.
    OneOrMany(&'static Form),
    /// Answers that are on record: a table of references to items, each with its value.
    Given,
    /// A list of these.
    List(&'static Form),
    /// A table.
    Table(&'static Shape),
    /// A list of tables, or `[[...]]` sections, at most so many.
    Tables(&'static Shape, usize),
}

const fn must(name: &'static str, form: Form) -> Key {
    Key { name, required: true, form }
}

const fn may(name: &'static str, form: Form) -> Key {
    Key { name, required: false, form }
}

/// The types of an item, as written.
pub const ITEM_TYPES: &[&str] = &[
    "yes-no",
    "choice",
    "choices",
    "scale",
    "number",
    "date",
    "short-text",
    "long-text",
    "person",
    "agreement",
    "display",
];
/// Who is asked, as written.
pub const ASK: &[&str] = &["team", "who-knows", "each-participant"];
/// Who may read, as written.
pub const AUDIENCE: &[&str] = &["team", "social-domain", "patient"];
/// Whom a group is about, as written.
pub const ABOUT: &[&str] = &["patient", "team"];
/// The kinds of meetings for which a route may be the usual one, as written.
pub const KINDS: &[&str] = &["patz", "mdo", "education", "between"];
/// Which explicit non-answers are offered, as written.
pub const STATES: &[&str] = &["team", "pzp", "unknown", "none"];
/// Whether a day has been or is to come, as written.
pub const LOOKS: &[&str] = &["back", "forward", "either"];
/// What an answer has to do with the conversation in which it was discussed, as written.
pub const DISCUSSED: &[&str] = &["needed", "on", "by", "with", "about"];
/// For whom a case is, as written.
pub const LEVELS: &[&str] = &["volunteers", "carers", "nurses", "doctors", "mixed"];
/// Statuses of a source, as written.
pub const STATUS: &[&str] = &["in-force", "concept", "withdrawn"];

/// Keys that only some types of an item have, with those types.
pub const KEYS_OF_TYPES: [(&str, &[&str]); 11] = [
    ("options", &["choice", "choices"]),
    ("unit", &["number"]),
    ("min", &["number", "scale"]),
    ("max", &["number", "scale"]),
    ("low", &["scale"]),
    ("high", &["scale"]),
    ("looks", &["date"]),
    ("earliest", &["date"]),
    ("latest", &["date"]),
    ("time", &["date"]),
    (
        "standing",
        &["yes-no", "choice", "choices", "scale", "number", "date", "short-text", "long-text", "person"],
    ),
];
/// Words of `ask` that only some types of an item can have, with those types: where nothing is answered nobody is asked,
/// and only what is chosen can be counted.
pub const ASK_OF_TYPES: [(&str, &[&str]); 2] = [
    (
        "who-knows",
        &["yes-no", "choice", "choices", "scale", "number", "date", "short-text", "long-text", "person"],
    ),
    ("each-participant", &["yes-no", "choice", "choices"]),
];
/// Keys that some types of an item cannot do without, with those types.
pub const NEEDED_BY_TYPES: [(&str, &[&str]); 3] =
    [("options", &["choice", "choices"]), ("min", &["scale"]), ("max", &["scale"])];
/// Keys of which exactly one makes a condition what it is.
pub const CONDITION_HEADS: [&str; 6] = ["item", "judgement", "all", "any", "not", "count"];
/// Tests of a condition that stand beside `item`.
pub const CONDITION_TESTS: [&str; 6] = ["is", "is_not", "in", "at_least", "at_most", "answered"];
/// Names that Windows keeps for devices; `com` and `lpt` stand for those with a digit behind them.
pub const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// As [`DEVICES`], with a digit behind them.
pub const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The most that a count can ask for: as many as it can name.
const COUNTED: i64 = 500;
/// The most days after which a judgement asks to be judged again: ten years.
const DAYS: i64 = 3650;
/// The most minutes that a case or a scene can take: a day of learning.
const MINUTES: i64 = 600;

/// A text in two languages.
pub static TRANSLATION: Shape =
    Shape { name: "text", keys: &[must("nl", Form::Plain), may("en", Form::Plain)] };

/// A standard code with its system.
pub static CODE: Shape =
    Shape { name: "code", keys: &[must("system", Form::Plain), must("code", Form::Plain)] };

/// A checklist file.
pub static CHECKLIST: Shape = Shape {
    name: "checklist",
    keys: &[
        must("format", Form::Whole(1, FORMAT)),
        must("id", Form::FileName),
        must("version", Form::Plain),
        must("title", Form::Text),
        may("purpose", Form::Text),
        may("based_on", Form::Table(&BASED_ON)),
        may("source", Form::Tables(&SOURCE, limits::PARTS)),
        must("group", Form::Tables(&GROUP, limits::GROUPS)),
        may("indication", Form::Tables(&INDICATION, limits::PARTS)),
        may("judgement", Form::Table(&JUDGEMENT)),
        may("agreement", Form::Tables(&AGREEMENT, limits::PARTS)),
    ],
};

/// The shipped definition that an own one was made from.
pub static BASED_ON: Shape =
    Shape { name: "based_on", keys: &[must("id", Form::Name), must("version", Form::Plain)] };

/// A publication.
pub static SOURCE: Shape = Shape {
    name: "source",
    keys: &[
        must("id", Form::Name),
        must("title", Form::Text),
        may("year", Form::Whole(1, 9999)),
        may("status", Form::Word(STATUS)),
        may("url", Form::Plain),
        may("evidence", Form::Text),
    ],
};

/// A group of items.
pub static GROUP: Shape = Shape {
    name: "group",
    keys: &[
        must("id", Form::Name),
        must("title", Form::Text),
        may("prefix", Form::Plain),
        may("link_id", Form::Plain),
        may("help", Form::Text),
        may("enable_when", Form::Table(&CONDITION)),
        may("repeats", Form::Truth),
        may("about", Form::Word(ABOUT)),
        may("standing", Form::Truth),
        may("item", Form::Tables(&ITEM, limits::ITEMS)),
        may("group", Form::Tables(&GROUP, limits::GROUPS)),
    ],
};

/// An item.
pub static ITEM: Shape = Shape {
    name: "item",
    keys: &[
        must("id", Form::Name),
        must("type", Form::Word(ITEM_TYPES)),
        must("text", Form::Text),
        may("label", Form::Text),
        may("prefix", Form::Plain),
        may("link_id", Form::Plain),
        may("help", Form::Text),
        may("options", Form::Tables(&OPTION, limits::OPTIONS)),
        may("unit", Form::Plain),
        may("min", Form::Number),
        may("max", Form::Number),
        may("low", Form::Text),
        may("high", Form::Text),
        may("looks", Form::Word(LOOKS)),
        may("earliest", Form::Day),
        may("latest", Form::Day),
        may("time", Form::Truth),
        may("ask", Form::Word(ASK)),
        may("audience", Form::OneOrMany(&Form::Word(AUDIENCE))),
        may("states", Form::Word(STATES)),
        may("discussed", Form::Word(DISCUSSED)),
        may("standing", Form::Truth),
        may("code", Form::Code),
        may("source", Form::Name),
        may("enable_when", Form::Table(&CONDITION)),
        may("item", Form::Tables(&ITEM, limits::ITEMS)),
    ],
};

/// An option of a choice.
pub static OPTION: Shape = Shape {
    name: "option",
    keys: &[
        must("code", Form::Name),
        must("text", Form::Text),
        may("coding", Form::Code),
        may("source", Form::OneOrMany(&Form::Name)),
        may("needs_note", Form::Truth),
        may("exclusive", Form::Truth),
        may("leaves_open", Form::Truth),
    ],
};

/// A condition.
pub static CONDITION: Shape = Shape {
    name: "condition",
    keys: &[
        may("item", Form::Reference),
        may("is", Form::Value),
        may("is_not", Form::Value),
        may("in", Form::List(&Form::Value)),
        may("at_least", Form::Number),
        may("at_most", Form::Number),
        may("answered", Form::Truth),
        may("judgement", Form::OneOrMany(&Form::Name)),
        may("checklist", Form::Name),
        may("all", Form::Tables(&CONDITION, limits::TESTS)),
        may("any", Form::Tables(&CONDITION, limits::TESTS)),
        may("not", Form::Table(&CONDITION)),
        may("count", Form::Table(&COUNT)),
    ],
};

/// A count over items.
pub static COUNT: Shape = Shape {
    name: "count",
    keys: &[
        must("items", Form::List(&Form::Reference)),
        may("is", Form::OneOrMany(&Form::Value)),
        may("at_least", Form::Whole(0, COUNTED)),
        may("at_most", Form::Whole(0, COUNTED)),
    ],
};

/// A sentence shown when a condition holds.
pub static INDICATION: Shape = Shape {
    name: "indication",
    keys: &[
        must("id", Form::Name),
        must("when", Form::Table(&CONDITION)),
        must("text", Form::Text),
        may("source", Form::Name),
    ],
};

/// The judgement of the team.
pub static JUDGEMENT: Shape = Shape {
    name: "judgement",
    keys: &[
        must("text", Form::Text),
        may("help", Form::Text),
        must("options", Form::Tables(&OPTION, limits::OPTIONS)),
        may("source", Form::Name),
        may("involve", Form::List(&Form::OneOrMany(&Form::Involved))),
        may("judge_again_after", Form::Whole(1, DAYS)),
    ],
};

/// An agreement that is offered.
pub static AGREEMENT: Shape = Shape {
    name: "agreement",
    keys: &[may("when", Form::Table(&CONDITION)), must("text", Form::Text), may("source", Form::Name)],
};

/// A route file.
pub static ROUTE: Shape = Shape {
    name: "route",
    keys: &[
        must("format", Form::Whole(1, FORMAT)),
        must("id", Form::FileName),
        must("version", Form::Plain),
        must("title", Form::Text),
        may("purpose", Form::Text),
        may("default_for", Form::List(&Form::Word(KINDS))),
        must("step", Form::Tables(&STEP, limits::STEPS)),
    ],
};

/// A step of a route.
pub static STEP: Shape = Shape {
    name: "step",
    keys: &[
        must("checklist", Form::Name),
        may("title", Form::Text),
        may("folded", Form::Truth),
        may("inline", Form::Truth),
        may("enable_when", Form::Table(&CONDITION)),
    ],
};

/// A case file: a fictional patient with whom a group practises.
pub static CASE: Shape = Shape {
    name: "case",
    keys: &[
        must("format", Form::Whole(1, FORMAT)),
        must("id", Form::FileName),
        must("version", Form::Plain),
        must("title", Form::Text),
        may("purpose", Form::Text),
        must("fictional", Form::Fictional),
        may("minutes", Form::Whole(1, MINUTES)),
        may("for", Form::List(&Form::Word(LEVELS))),
        may("goals", Form::List(&Form::Text)),
        may("source", Form::Tables(&SOURCE, limits::PARTS)),
        must("patient", Form::Table(&PATIENT)),
        must("scene", Form::Tables(&SCENE, limits::SCENES)),
    ],
};

/// The fictional patient of a case.
pub static PATIENT: Shape = Shape {
    name: "patient",
    keys: &[
        must("label", Form::Text),
        may("age", Form::Whole(0, 120)),
        must("situation", Form::Text),
        may("own_words", Form::Text),
    ],
};

/// A scene of a case.
pub static SCENE: Shape = Shape {
    name: "scene",
    keys: &[
        must("id", Form::Name),
        must("title", Form::Text),
        may("minutes", Form::Whole(1, MINUTES)),
        must("text", Form::Text),
        may("checklist", Form::Name),
        may("given", Form::Given),
        may("vote", Form::List(&Form::Reference)),
        may("ballot", Form::Tables(&BALLOT, limits::PARTS)),
        may("roles", Form::Tables(&ROLE, limits::PARTS)),
        may("questions", Form::List(&Form::Text)),
        may("reveal", Form::Text),
        may("outcome", Form::Text),
        may("debrief", Form::Text),
        may("source", Form::Name),
    ],
};

/// A question that a scene puts to a vote by itself.
pub static BALLOT: Shape = Shape {
    name: "ballot",
    keys: &[
        must("id", Form::Name),
        must("text", Form::Text),
        must("options", Form::Tables(&BALLOT_OPTION, limits::OPTIONS)),
    ],
};

/// What can be chosen in a question of a scene.
pub static BALLOT_OPTION: Shape =
    Shape { name: "ballot-option", keys: &[must("code", Form::Name), must("text", Form::Text)] };

/// A part in a scene that is played.
pub static ROLE: Shape = Shape { name: "role", keys: &[must("who", Form::Text), must("card", Form::Text)] };

/// The shapes of a file, in the order in which the reference tells of them.
pub static FILES: [&Shape; 3] = [&CHECKLIST, &ROUTE, &CASE];

impl Shape {
    /// This shape and all that it leads to, each once: a table after the one that it stands in, and last the forms of
    /// a text and a code, which stand everywhere.
    pub fn reachable(&'static self) -> Vec<&'static Self> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found.extend([&TRANSLATION, &CODE]);
        found
    }

    fn collect(&'static self, found: &mut Vec<&'static Self>) {
        if found.iter().any(|known| known.name == self.name) {
            return;
        }
        found.push(self);
        self.keys.iter().filter_map(|key| key.form.shape()).for_each(|inner| inner.collect(found));
    }
}

impl Form {
    /// The table that stands behind a key of this form, where one can.
    pub fn shape(&self) -> Option<&'static Shape> {
        match self {
            Self::Table(shape) | Self::Tables(shape, _) => Some(shape),
            Self::OneOrMany(form) | Self::List(form) => form.shape(),
            _ => None,
        }
    }

    /// The words that a key of this form knows.
    pub const fn words(&self) -> &'static [&'static str] {
        match self {
            Self::Word(words) => words,
            Self::OneOrMany(form) | Self::List(form) => form.words(),
            _ => &[],
        }
    }
}
