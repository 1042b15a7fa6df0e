//! Which keys a definition has, and of what form: one table for checking, documentation and a schema.

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
    /// A reference to an item: `item` or `checklist/item`.
    Reference,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// One of some words.
    Word(&'static [&'static str]),
    /// A standard code: a string (SNOMED CT) or `{ system, code }`.
    Code,
    /// A value in a condition: true or false, the code of an option, or a number.
    Value,
    /// One of these, or a list of them.
    OneOrMany(&'static Form),
    /// A list of these.
    List(&'static Form),
    /// A table.
    Table(&'static Shape),
    /// A list of tables, or `[[...]]` sections.
    Tables(&'static Shape),
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
/// Which explicit non-answers are offered, as written.
pub const STATES: &[&str] = &["team", "pzp", "none"];
/// Statuses of a source, as written.
pub const STATUS: &[&str] = &["in-force", "concept", "withdrawn"];

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
        must("format", Form::Whole),
        must("id", Form::Name),
        must("version", Form::Plain),
        must("title", Form::Text),
        may("purpose", Form::Text),
        may("based_on", Form::Table(&BASED_ON)),
        may("source", Form::Tables(&SOURCE)),
        must("group", Form::Tables(&GROUP)),
        may("indication", Form::Tables(&INDICATION)),
        may("judgement", Form::Table(&JUDGEMENT)),
        may("agreement", Form::Tables(&AGREEMENT)),
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
        may("year", Form::Whole),
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
        may("help", Form::Text),
        may("enable_when", Form::Table(&CONDITION)),
        may("repeats", Form::Truth),
        may("about", Form::Word(ABOUT)),
        may("item", Form::Tables(&ITEM)),
        may("group", Form::Tables(&GROUP)),
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
        may("help", Form::Text),
        may("options", Form::Tables(&OPTION)),
        may("unit", Form::Plain),
        may("min", Form::Number),
        may("max", Form::Number),
        may("low", Form::Text),
        may("high", Form::Text),
        may("ask", Form::Word(ASK)),
        may("audience", Form::OneOrMany(&Form::Word(AUDIENCE))),
        may("states", Form::Word(STATES)),
        may("code", Form::Code),
        may("source", Form::Name),
        may("enable_when", Form::Table(&CONDITION)),
        may("item", Form::Tables(&ITEM)),
    ],
};

/// An option of a choice.
pub static OPTION: Shape = Shape {
    name: "option",
    keys: &[
        must("code", Form::Name),
        must("text", Form::Text),
        may("coding", Form::Code),
        may("source", Form::Name),
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
        may("all", Form::Tables(&CONDITION)),
        may("any", Form::Tables(&CONDITION)),
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
        may("at_least", Form::Whole),
        may("at_most", Form::Whole),
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
        must("options", Form::Tables(&OPTION)),
        may("source", Form::Name),
        may("involve", Form::List(&Form::OneOrMany(&Form::Name))),
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
        must("format", Form::Whole),
        must("id", Form::Name),
        must("version", Form::Plain),
        must("title", Form::Text),
        may("purpose", Form::Text),
        may("default_for", Form::List(&Form::Name)),
        must("step", Form::Tables(&STEP)),
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
