//! The table of forms in which people name a day, each with examples; the table is the grammar.
//!
//! A pattern is a row of words with alternatives (`a|b`), of which those with `?` may be absent. Words in capitals take
//! something in: `N` a count, `UNIT` a length of time, `WD` a weekday, `D` a day of the month, `M` a month in digits,
//! `MONTH` a month by name, `Y` a year, `Y4` one in four digits, `DDMMYYYY` a day in eight digits, `PART` a part of a
//! longer time. `-` is any sign between two numbers.

/// A form in which people name a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) pattern: &'static str,
    pub(super) means: Means,
    /// Examples, in Dutch and in English.
    pub(super) examples: &'static [&'static str],
}

const fn form(pattern: &'static str, means: Means, examples: &'static [&'static str]) -> Form {
    Form { pattern, means, examples }
}

/// Every form; the first that fits counts.
pub(super) const FORMS: &[Form] = &[
    form("vandaag|heden|nu|today", Means::Days(0), &["vandaag", "today"]),
    form("morgen|tomorrow", Means::Days(1), &["morgen", "morgenochtend", "tomorrow"]),
    form("overmorgen", Means::Days(2), &["overmorgen"]),
    form("the? day after tomorrow", Means::Days(2), &["the day after tomorrow"]),
    form("gisteren|yesterday", Means::Days(-1), &["gisteren", "gisteravond", "yesterday"]),
    form("eergisteren", Means::Days(-2), &["eergisteren"]),
    form("the? day before yesterday", Means::Days(-2), &["the day before yesterday"]),
    form(
        "over|binnen|in|within N UNIT",
        Means::Ahead,
        &[
            "over 2 weken",
            "over veertien dagen",
            "binnen 48 uur",
            "over een maand",
            "in two weeks",
            "in a fortnight",
        ],
    ),
    form("vandaag|today over N UNIT", Means::Ahead, &["vandaag over een week"]),
    form("N UNIT vanaf|from nu|vandaag|now|today", Means::Ahead, &["two weeks from now"]),
    form(
        "N UNIT geleden|terug|ago",
        Means::Ago,
        &["2 weken geleden", "drie dagen geleden", "a fortnight ago"],
    ),
    form(
        "over|binnen|in een|a|an? half|halve jaar|year",
        Means::Months(6),
        &["over een half jaar", "in half a year"],
    ),
    form("in half a year", Means::Months(6), &["in half a year"]),
    form("een|a? half|halve jaar geleden", Means::Months(-6), &["een half jaar geleden"]),
    form("half a year ago", Means::Months(-6), &["half a year ago"]),
    form("over|binnen anderhalf jaar", Means::Months(18), &["over anderhalf jaar"]),
    form("anderhalf jaar geleden", Means::Months(-18), &["anderhalf jaar geleden"]),
    form("over|in een|a UNIT of|or N", Means::AheadAbout, &["over een week of twee", "in a week or two"]),
    form(
        "een|a UNIT of|or N geleden|ago",
        Means::AgoAbout,
        &["een week of drie geleden", "a week or three ago"],
    ),
    form("WD", Means::Named, &["maandag", "vr", "Friday"]),
    form(
        "as|aanstaande|komende|eerstkomende|eerstvolgende|coming WD",
        Means::NamedAhead,
        &["komende dinsdag", "a.s. vrijdag", "coming Tuesday"],
    ),
    form("WD as|aanstaande", Means::NamedAhead, &["vrijdag a.s."]),
    form("afgelopen|jongstleden|jl WD", Means::NamedAgo, &["afgelopen dinsdag"]),
    form("WD jl|jongstleden|ll", Means::NamedAgo, &["vrijdag jl.", "vrijdag jongstleden"]),
    form("volgende|next WD", Means::NamedNext, &["volgende dinsdag", "next Tuesday"]),
    form("vorige|last WD", Means::NamedLast, &["vorige vrijdag", "last Friday"]),
    form("deze|dit|this WD", Means::NamedInWeek(0), &["deze vrijdag", "this Friday"]),
    form("deze|this week op? WD", Means::NamedInWeek(0), &["deze week maandag"]),
    form("WD van? deze|this week", Means::NamedInWeek(0), &["maandag deze week"]),
    form(
        "volgende|komende|next week op|on? WD",
        Means::NamedInWeek(1),
        &["volgende week dinsdag", "next week Monday"],
    ),
    form(
        "WD in|van? volgende|komende|next week",
        Means::NamedInWeek(1),
        &["dinsdag volgende week", "Tuesday next week"],
    ),
    form(
        "vorige|afgelopen|verleden|last week op|on? WD",
        Means::NamedInWeek(-1),
        &["vorige week vrijdag", "afgelopen week dinsdag", "last week Friday"],
    ),
    form(
        "WD in|van|of? vorige|afgelopen|verleden|last week",
        Means::NamedInWeek(-1),
        &["dinsdag vorige week"],
    ),
    form("WD over|in N UNIT", Means::NamedAfter, &["vrijdag over een week", "maandag over 2 weken"]),
    form("over N UNIT op? WD", Means::NamedAfter, &["over een week vrijdag"]),
    form("a week on WD", Means::NamedAfterWeek, &["a week on Friday"]),
    form("WD week", Means::NamedAfterWeek, &["Friday week"]),
    form("voor|before het|the? weekend", Means::BeforeWeekend, &["voor het weekend", "before the weekend"]),
    form("na|after het|the? weekend", Means::AfterWeekend, &["na het weekend", "after the weekend"]),
    form("week|wk N Y?", Means::WeekNumber, &["week 50"]),
    form(
        "PART van|of? MONTH Y?",
        Means::PartOfMonth,
        &["begin januari", "half november", "eind december", "mid-December"],
    ),
    form(
        "PART van|of? de|deze|the|this? maand|month",
        Means::PartOfThisMonth(0),
        &["einde van de maand", "end of the month"],
    ),
    form(
        "PART van|of? volgende|komende|next maand|month",
        Means::PartOfThisMonth(1),
        &["begin volgende maand"],
    ),
    form(
        "PART van|of? vorige|afgelopen|last maand|month",
        Means::PartOfThisMonth(-1),
        &["eind vorige maand"],
    ),
    form(
        "PART van|of? het|dit|the|this? jaar|year",
        Means::PartOfThisYear,
        &["eind van het jaar", "end of the year"],
    ),
    form("Y4 - M - D", Means::Dated, &["2026-12-03"]),
    form("DDMMYYYY", Means::Dated, &["03122026"]),
    form("WD? D - M WD?", Means::Dated, &["29-11", "29/11", "zo 29-11", "29-11 zo"]),
    form("WD? D - M - Y WD?", Means::Dated, &["29-11-2026", "29.11.26", "3–12–2026"]),
    form("WD? D M Y4", Means::Dated, &["3 12 2026"]),
    form(
        "WD? D of? MONTH Y? WD?",
        Means::Dated,
        &["29 nov", "29-nov-2026", "4 december (vrijdag)", "20th of November"],
    ),
    form("WD? MONTH D Y? WD?", Means::Dated, &["Nov 20th", "November 29, 2026"]),
    form("D - M as|aanstaande", Means::DatedAhead, &["3-12 a.s."]),
    form("WD? D MONTH as|aanstaande", Means::DatedAhead, &["3 dec a.s."]),
    form("D - M jl|jongstleden", Means::DatedAgo, &["20-11 jl."]),
    form("WD? D MONTH jl|jongstleden", Means::DatedAgo, &["20 nov jl."]),
];

/// The time of a day beside it, which makes it no other day.
pub(super) const TIMES: &[&str] = &[
    "om|rond|vanaf|at|around? N : N uur|u|h|am|pm?",
    "om|rond|vanaf|at|around? N - N uur|u|h",
    "om|rond|vanaf|at|around? N uur|u|h|am|pm",
    "om|rond|vanaf|at|around? N u|h N",
    "in? de|the|s? ochtend|ochtends|middag|middags|avond|avonds|morgen|morgens|morning|afternoon|evening",
];

/// Words before a day that make it no other day.
pub(super) const LEADS: &[&str] = &[
    "voor",
    "uiterlijk",
    "op",
    "de",
    "by",
    "before",
    "on",
    "the",
    "per",
    "tot",
    "vanaf",
    "sinds",
    "since",
    "until",
    "due",
];

/// Numbers in words, both languages.
pub(super) const COUNTS: &[(&str, u32)] = &[
    ("een", 1),
    ("n", 1),
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("twee", 2),
    ("two", 2),
    ("drie", 3),
    ("three", 3),
    ("vier", 4),
    ("four", 4),
    ("vijf", 5),
    ("five", 5),
    ("zes", 6),
    ("six", 6),
    ("zeven", 7),
    ("seven", 7),
    ("acht", 8),
    ("eight", 8),
    ("negen", 9),
    ("nine", 9),
    ("tien", 10),
    ("ten", 10),
    ("elf", 11),
    ("eleven", 11),
    ("twaalf", 12),
    ("twelve", 12),
    ("dertien", 13),
    ("thirteen", 13),
    ("veertien", 14),
    ("fourteen", 14),
    ("vijftien", 15),
    ("fifteen", 15),
    ("zestien", 16),
    ("sixteen", 16),
    ("zeventien", 17),
    ("achttien", 18),
    ("negentien", 19),
    ("twintig", 20),
    ("twenty", 20),
    ("eenentwintig", 21),
    ("dertig", 30),
    ("thirty", 30),
    ("veertig", 40),
    ("forty", 40),
    ("vijftig", 50),
    ("zestig", 60),
    ("sixty", 60),
    ("negentig", 90),
    ("ninety", 90),
];

/// Lengths of time: how many days or else months.
pub(super) const UNITS: &[(&[&str], Unit)] = &[
    (&["uur", "uren", "u", "hour", "hours"], Unit::Hours),
    (&["dag", "dagen", "dgn", "d", "day", "days"], Unit::Days(1)),
    (&["week", "weken", "wk", "wkn", "w", "weeks"], Unit::Days(7)),
    (&["fortnight", "fortnights"], Unit::Days(14)),
    (&["maand", "maanden", "mnd", "mnden", "month", "months"], Unit::Months(1)),
    (&["kwartaal", "kwartalen"], Unit::Months(3)),
    (&["jaar", "jaren", "year", "years"], Unit::Months(12)),
];

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Of which every day has twenty-four; one that has begun counts.
    Hours,
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
}

/// A part of a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Its first day.
    Begin,
    /// The fifteenth day of the month, or the first of July.
    Half,
    /// Its last day.
    End,
}

/// The words for the parts.
pub(super) const PARTS: &[(&[&str], Part)] = &[
    (&["begin", "early", "beginning", "start"], Part::Begin),
    (&["half", "medio", "mid", "halverwege"], Part::Half),
    (&["eind", "einde", "end", "late"], Part::End),
];

/// How a form is counted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Means {
    Days(i64),
    Months(i64),
    Ahead,
    Ago,
    AheadAbout,
    AgoAbout,
    Named,
    NamedAhead,
    NamedAgo,
    NamedNext,
    NamedLast,
    NamedInWeek(i64),
    NamedAfter,
    NamedAfterWeek,
    BeforeWeekend,
    AfterWeekend,
    WeekNumber,
    PartOfMonth,
    PartOfThisMonth(i64),
    PartOfThisYear,
    Dated,
    DatedAhead,
    DatedAgo,
}

impl Means {
    /// Whether the day in numbers says all of it.
    pub(super) const fn is_whole(self) -> bool {
        !matches!(
            self,
            Self::AheadAbout
                | Self::AgoAbout
                | Self::BeforeWeekend
                | Self::AfterWeekend
                | Self::WeekNumber
                | Self::PartOfMonth
                | Self::PartOfThisMonth(_)
                | Self::PartOfThisYear
        )
    }
}
