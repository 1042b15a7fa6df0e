//! The rules of the house as tables: the arrows, the rooms, the words, and what is allowed of each.

/// Which folder may know which others. A new folder of `src` gets its arrows here, and a line in `ARCHITECTURE.md`.
pub(super) const ARROWS: [(&str, &[&str]); 12] = [
    ("words", &[]),
    ("text", &[]),
    ("checklist", &["text", "words"]),
    ("meeting", &["checklist", "text", "words"]),
    ("app", &["exchange", "export", "meeting", "checklist", "text", "words"]),
    ("export", &["meeting", "checklist", "text", "words"]),
    ("exchange", &["export", "meeting", "checklist", "text", "words"]),
    ("view", &["app", "meeting", "checklist", "text", "words"]),
    ("linear", &["app", "meeting", "checklist", "text", "words"]),
    ("store", &["meeting", "checklist", "text", "words"]),
    (
        "shell",
        &["app", "checklist", "exchange", "export", "linear", "meeting", "store", "text", "view", "words"],
    ),
    (
        "cli",
        &[
            "shell",
            "app",
            "checklist",
            "exchange",
            "export",
            "linear",
            "meeting",
            "store",
            "text",
            "view",
            "words",
        ],
    ),
];

/// One word for one thing on every screen, paper and line: what is not said, and what is said instead. What a word means stands in the
/// handbook; a checklist that tells a story may use any word.
pub(super) const WORDS: [(&str, &str); 16] = [
    ("niet meer nodig", "vervallen"),
    ("no longer needed", "dropped"),
    (" laat\"", "over tijd"),
    (" te laat", "over tijd"),
    (" late\"", "overdue"),
    ("klaar met deze patiënt", "deze patiënt afronden"),
    ("patiënt afsluiten", "deze patiënt afronden"),
    ("done with this patient", "finish this patient"),
    ("=> \"afsluiten\", \"close", "what is closed is named"),
    ("stand van de pzp", "stand van het plan (PZP)"),
    ("hele pzp", "het hele plan (PZP)"),
    ("leervragen", "onderwijsbehoeften"),
    ("anders dacht", "afwijkende mening"),
    ("wie oordeelden mee", "betrokken bij dit oordeel"),
    ("in de laatste fase", "in de palliatieve fase"),
    ("bezig met bewaren", "bezig met opslaan"),
];

/// Each room with those that it may know.
pub(super) type Rooms = &'static [(&'static str, &'static [&'static str])];

/// The rooms within a folder, and which others of the same folder each may know. A file that stands by itself is a room too.
pub(super) const ROOMS: [(&str, Rooms); 8] = [
    (
        "store",
        &[
            ("disk", &[]),
            ("record", &["disk"]),
            ("vault", &["record", "disk"]),
            ("witness", &["vault", "record", "disk"]),
            ("notebook", &["witness", "vault", "record", "disk"]),
            ("upkeep", &["notebook", "witness", "vault", "record", "disk"]),
        ],
    ),
    (
        "checklist",
        &[
            ("definition", &[]),
            ("diagnostic", &["definition"]),
            ("schema", &["diagnostic", "definition"]),
            ("syntax", &["schema", "diagnostic", "definition"]),
            ("read", &["schema", "diagnostic", "definition"]),
            ("rules", &["read", "schema", "diagnostic", "definition"]),
            ("parse", &["rules", "read", "syntax", "schema", "diagnostic", "definition"]),
            ("library", &["parse", "rules", "read", "diagnostic", "definition"]),
            ("print", &["definition"]),
            ("in_words", &["definition"]),
            ("compare", &["in_words", "definition"]),
            ("draft", &["print", "diagnostic"]),
        ],
    ),
    (
        "meeting",
        &[
            ("typed", &[]),
            ("record", &["typed"]),
            ("reading", &["record", "typed"]),
            ("changes", &["reading", "record", "typed"]),
            ("index", &["reading", "record", "typed"]),
            ("course", &["index", "reading", "record"]),
            ("register", &["course", "index", "reading", "record", "typed"]),
        ],
    ),
    (
        "words",
        &[
            ("language", &[]),
            ("people", &["language"]),
            ("calendar", &["language"]),
            ("days", &["language"]),
            ("diagnostics", &["language"]),
            ("reference", &["language"]),
            ("document", &["language"]),
            ("screen", &["language"]),
            ("linear", &["language"]),
            ("command", &["language"]),
        ],
    ),
    (
        "app",
        &[
            ("message", &[]),
            ("page", &["message"]),
            ("model", &["page", "message"]),
            ("keymap", &["model", "page", "message"]),
            ("layout", &["keymap", "model", "page", "message"]),
            ("pages", &["layout", "keymap", "model", "page", "message"]),
            ("pictured", &["pages", "layout", "keymap", "model", "page", "message"]),
            ("update", &["pictured", "pages", "layout", "keymap", "model", "page", "message"]),
        ],
    ),
    (
        "shell",
        &[
            ("memory", &[]),
            ("panic", &[]),
            ("letters", &[]),
            ("spreadsheet", &[]),
            ("computer", &[]),
            ("keyboard", &[]),
            ("inbox", &["keyboard"]),
            ("terminal", &["inbox", "keyboard", "letters"]),
            ("outside", &["computer"]),
            ("first_use", &["terminal", "inbox", "computer"]),
            ("lock", &["outside", "terminal", "inbox", "computer"]),
            ("run", &["lock", "outside", "terminal", "inbox", "computer", "panic"]),
            ("plain", &["run", "lock", "outside", "terminal", "computer", "letters"]),
        ],
    ),
    (
        "cli",
        &[
            ("trouble", &[]),
            ("arguments", &[]),
            ("console", &["trouble"]),
            ("session", &["console", "arguments", "trouble"]),
            ("commands", &["session", "console", "arguments", "trouble"]),
        ],
    ),
    (
        "app/pages",
        &[
            ("named", &[]),
            ("parts", &["named"]),
            ("search", &[]),
            ("tables", &["named", "parts"]),
            ("reading", &[]),
            ("locked", &["parts"]),
            ("tour", &["parts"]),
            ("first_use", &["tour", "parts"]),
            ("palette", &["search", "parts"]),
            ("help", &["palette", "tour", "parts"]),
            ("settings", &["parts"]),
            ("prepared", &["tables", "named"]),
            ("about_group", &["prepared", "tables"]),
            ("library", &["search", "parts"]),
            ("walk", &["named", "search", "parts"]),
            ("patient", &["named", "walk", "tables", "search", "parts"]),
            ("meeting", &["named", "patient", "prepared", "tables", "search", "parts"]),
            ("known", &["named", "prepared", "tables", "search", "parts"]),
            ("paper", &["named", "prepared", "search", "parts"]),
            ("session", &["walk", "search", "parts"]),
            ("preview", &["named", "about_group", "session", "known", "patient", "walk", "tables", "parts"]),
            ("start", &["about_group", "library", "prepared", "tables", "tour", "search", "parts"]),
        ],
    ),
];

/// Where no file may import one that comes to import it.
pub(super) const UNTIED: [&str; 1] = ["src/"];

/// More files than this in one room hold two rooms.
pub(super) const MOST_IN_A_ROOM: usize = 20;

/// Messages are passed by value, many of them per key; what is larger goes in a box.
pub(super) const LARGEST_MESSAGE: usize = 64;

/// The folders in which the same values in always give the same values out.
pub(super) const PURE: [&str; 8] =
    ["words", "text", "checklist", "meeting", "app", "export", "exchange", "linear"];

/// What a pure folder never names: terminal, disk, clock, randomness, environment, threads, streams.
pub(super) const IMPURE: [&str; 17] = [
    "crossterm",
    "ratatui",
    "getrandom",
    "tempfile",
    "directories",
    "signal_hook",
    "clap",
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "Local::now",
    "Utc::now",
    "Local::today",
];

/// Files longer than this hold two subjects.
pub(super) const LONGEST: usize = 500;
