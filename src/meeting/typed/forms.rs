//! The table of forms in which people name a day, each with examples; the table is the grammar.
//!
//! A pattern is a row of words with alternatives (`a|b`), of which those with `?` may be absent. Words in capitals take
//! something in: `N` a count, `UNIT` a length of time, `WD` a weekday, `D` a day of the month, `M` a month in digits,
//! `MONTH` a month by name, `NTH` which of a row, `Y` a year, `Y4` one in four digits, `DDMMYYYY` and `YYYYMMDD` a day in eight digits, `PART` a part of a
//! longer time. `-` is any sign between two numbers, `.` a point.

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
    form("vandaag|heden|nu|today nog?", Means::Days(0), &["vandaag", "vandaag nog", "vannacht", "today"]),
    form("nog vandaag", Means::Days(0), &["nog vandaag"]),
    form("tonight", Means::AboutDays(0), &["tonight"]),
    form(
        "morgen|tomorrow",
        Means::Days(1),
        &["morgen", "morgenochtend", "morgenvroeg", "morgenmiddag 15.00", "tomorrow"],
    ),
    form("this morning|afternoon|evening", Means::AboutDays(0), &["this afternoon"]),
    form("afgelopen|vorige|voorbije nacht", Means::EitherDay(-1, 0), &["afgelopen nacht"]),
    form("overmorgen", Means::Days(2), &["overmorgen"]),
    form("the? day after tomorrow", Means::Days(2), &["the day after tomorrow"]),
    form("gisteren|gister|yesterday", Means::Days(-1), &["gisteren", "gister", "gisteravond", "yesterday"]),
    form("last night", Means::AboutDays(-1), &["last night"]),
    form("eergisteren|eergister", Means::Days(-2), &["eergisteren", "eergistermiddag"]),
    form("the? day before yesterday", Means::Days(-2), &["the day before yesterday"]),
    form(
        "over|binnen|in|within N UNIT time?",
        Means::Ahead,
        &[
            "over 2 weken",
            "over veertien dagen",
            "binnen 48 uur",
            "over een maand",
            "in two weeks",
            "in a fortnight",
            "over een weekje",
            "over 14 dg",
            "in 6 weeks' time",
        ],
    ),
    form("na|after N UNIT", Means::Ahead, &["na 3 maanden"]),
    form("N UNIT", Means::Span, &["2 weken", "3 maanden", "two weeks"]),
    form(
        "over|in|within ongeveer|circa|ca|zon|about|around|roughly N UNIT",
        Means::AheadAbout,
        &["over ongeveer 2 weken"],
    ),
    form("vandaag|today over N UNIT", Means::Ahead, &["vandaag over een week"]),
    form("morgen|tomorrow over N UNIT", Means::AheadFrom(1), &["morgen over een week"]),
    form("N UNIT vanaf|from nu|vandaag|now|today", Means::Ahead, &["two weeks from now"]),
    form(
        "N UNIT geleden|terug|ago vandaag|today?",
        Means::Ago,
        &["2 weken geleden", "drie dagen geleden", "a fortnight ago", "a week ago today"],
    ),
    form(
        "ongeveer|circa|ca|zon|about|around|roughly N UNIT geleden|terug|ago",
        Means::AgoAbout,
        &["ongeveer 2 weken geleden", "about two weeks ago"],
    ),
    form("vandaag|today N UNIT geleden|ago", Means::AgoFrom(0), &["vandaag 2 weken geleden"]),
    form("gisteren|yesterday N UNIT geleden|ago", Means::AgoFrom(-1), &["gisteren een week geleden"]),
    form("volgende|eerstvolgende|next werkdag|workday", Means::NextWorkday, &["eerstvolgende werkdag"]),
    form(
        "over|binnen|in een|a|an? half|halve jaar|year",
        Means::Months(6),
        &["over een half jaar", "in half a year"],
    ),
    form("in half a year", Means::Months(6), &["in half a year"]),
    form("een? half|halve jaar|year", Means::MonthsSpan(6), &["half jaar", "een half jaar"]),
    form("half a year", Means::MonthsSpan(6), &["half a year"]),
    form("een|a? half|halve jaar geleden", Means::Months(-6), &["een half jaar geleden"]),
    form("half a year ago", Means::Months(-6), &["half a year ago"]),
    form("over|binnen anderhalf|anderhalve jaar|jr", Means::Months(18), &["over anderhalf jaar"]),
    form("anderhalf|anderhalve jaar|jr geleden|terug", Means::Months(-18), &["anderhalf jaar geleden"]),
    form(
        "over|binnen anderhalf|anderhalve week|weken|wk",
        Means::AboutDays(10),
        &["over anderhalve week", "over 1,5 week"],
    ),
    form(
        "anderhalf|anderhalve week|weken|wk geleden|terug",
        Means::AboutDays(-10),
        &["anderhalve week geleden"],
    ),
    form(
        "over|binnen anderhalf|anderhalve maand|maanden|mnd",
        Means::MonthAndHalf(1),
        &["over anderhalve maand"],
    ),
    form(
        "anderhalf|anderhalve maand|maanden|mnd geleden|terug",
        Means::MonthAndHalf(-1),
        &["anderhalve maand geleden"],
    ),
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
        &["komende dinsdag", "aankomende dinsdag", "a.s. vrijdag", "coming Tuesday"],
    ),
    form("WD as|aanstaande|next", Means::NamedAhead, &["vrijdag a.s.", "Friday next"]),
    form("afgelopen|verleden|jongstleden|jl WD", Means::NamedAgo, &["afgelopen dinsdag", "verleden vrijdag"]),
    form(
        "WD jl|jongstleden|ll|last",
        Means::NamedAgo,
        &["vrijdag jl.", "vrijdag jongstleden", "Friday last"],
    ),
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
    form(
        "WD over|in N UNIT",
        Means::NamedAfter,
        &["vrijdag over een week", "vrijdag over 8 dagen", "maandag over 2 weken", "maandag over een maand"],
    ),
    form("over N UNIT op? WD", Means::NamedAfter, &["over een week vrijdag"]),
    form(
        "WD N UNIT geleden|terug|ago",
        Means::NamedBefore,
        &["vrijdag 2 weken geleden", "Friday two weeks ago"],
    ),
    form("N UNIT geleden|ago op|on? WD", Means::NamedBefore, &["2 weken geleden op vrijdag"]),
    form("a week on WD", Means::NamedAfterWeek, &["a week on Friday"]),
    form("WD week", Means::NamedAfterWeek, &["Friday week"]),
    form("voor|before het|the? weekend", Means::BeforeWeekend, &["voor het weekend", "before the weekend"]),
    form("na|after het|the? weekend", Means::AfterWeekend, &["na het weekend", "after the weekend"]),
    form("in? het|the? weekend", Means::Weekend, &["in het weekend"]),
    form("dit|this weekend", Means::ThisWeekend, &["dit weekend", "this weekend"]),
    form(
        "komend|aanstaand|aankomend|coming weekend",
        Means::WeekendAhead,
        &["komend weekend", "coming weekend"],
    ),
    form("volgend|next weekend", Means::WeekendNext, &["volgend weekend"]),
    form("afgelopen|vorig|last weekend", Means::WeekendAgo, &["afgelopen weekend", "last weekend"]),
    form("deze|this week", Means::WithinWeek(0), &["deze week"]),
    form("volgende|komende|next week", Means::WithinWeek(1), &["volgende week", "next week"]),
    form("deze|this maand|month", Means::WithinMonth(0), &["deze maand"]),
    form("volgende|komende|next maand|month", Means::WithinMonth(1), &["volgende maand", "next month"]),
    form("PART van|of? deze|this week", Means::PartOfWeek(0), &["begin deze week"]),
    form(
        "PART van|of? de|the? week",
        Means::PartOfTheWeek,
        &["begin van de week", "eind van de week", "end of the week"],
    ),
    form(
        "PART van|of? volgende|komende|next week",
        Means::PartOfWeek(1),
        &["eind volgende week", "halverwege volgende week", "end of next week"],
    ),
    form(
        "PART van|of? vorige|afgelopen|last week",
        Means::PartOfWeek(-1),
        &["eind vorige week", "early last week"],
    ),
    form("week|wk|weeknr|weeknummer nr|nummer? N Y?", Means::WeekNumber, &["week 50"]),
    form("PART van|of? week|wk N Y?", Means::WeekNumber, &["begin wk 49", "eind week 49"]),
    form("WD in|van? week|wk N Y?", Means::WeekNumber, &["dinsdag week 50"]),
    form("week|wk N op? WD", Means::WeekNumber, &["week 50 dinsdag"]),
    form(
        "NTH WD van|in|of deze|this maand|month",
        Means::NthOfThisMonth(0),
        &["laatste vrijdag van deze maand"],
    ),
    form(
        "NTH WD van|in|of de|the? maand|month",
        Means::NthOfTheMonth,
        &["eerste dinsdag van de maand", "laatste vrijdag van de maand", "first Tuesday of the month"],
    ),
    form(
        "NTH WD van|in|of volgende|komende|next maand|month",
        Means::NthOfThisMonth(1),
        &["eerste maandag van volgende maand"],
    ),
    form(
        "NTH WD van|in|of? MONTH Y?",
        Means::NthOfMonth,
        &["eerste maandag van december", "2e dinsdag van januari", "last Friday of November"],
    ),
    form(
        "PART van|of? MONTH Y?",
        Means::PartOfMonth,
        &["begin januari", "half november", "eind december", "mid-December"],
    ),
    form("PART van|of? deze|this maand|month", Means::PartOfThisMonth(0), &["half deze maand"]),
    form(
        "PART van|of? de|the? maand|month",
        Means::PartOfTheMonth,
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
    form("PART van|of? dit|this jaar|year", Means::PartOfThisYear(0), &["begin dit jaar"]),
    form("PART van|of? het|the? jaar|year", Means::PartOfTheYear, &["eind van het jaar", "end of the year"]),
    form(
        "PART van|of? volgend|komend|next jaar|year",
        Means::PartOfThisYear(1),
        &["begin volgend jaar", "early next year"],
    ),
    form(
        "PART van|of? vorig|afgelopen|last jaar|year",
        Means::PartOfThisYear(-1),
        &["eind vorig jaar", "end of last year"],
    ),
    form("PART van|of? Y4", Means::PartOfYear, &["begin 2027"]),
    form("NTH kerstdag", Means::NthChristmas, &["eerste kerstdag", "1e kerstdag", "tweede kerstdag"]),
    form("met|rond|at|around? de|the? kerst|kerstmis|kerstdag", Means::Feast(12, 25), &["met kerst"]),
    form("at? christmas day?", Means::Feast(12, 25), &["Christmas"]),
    form("boxing day", Means::Feast(12, 26), &["Boxing Day"]),
    form("voor|before de|the? kerst|kerstmis|kerstdagen|christmas", Means::Feast(12, 24), &["voor kerst"]),
    form("na|after de|the? kerst|kerstmis|kerstdagen|christmas", Means::Feast(12, 27), &["na de kerst"]),
    form("kerstavond", Means::Feast(12, 24), &["kerstavond"]),
    form("christmas eve", Means::Feast(12, 24), &["Christmas Eve"]),
    form("oudjaar|oudjaarsdag|oudejaarsdag|oudejaar|oudejaarsavond", Means::Feast(12, 31), &["oudjaarsdag"]),
    form("new years eve", Means::Feast(12, 31), &["New Year's Eve"]),
    form("nieuwjaar|nieuwjaarsdag", Means::Feast(1, 1), &["nieuwjaarsdag"]),
    form("new year|years day", Means::Feast(1, 1), &["New Year's Day"]),
    form("voor|before nieuwjaar|nieuwjaarsdag", Means::Feast(12, 31), &["voor nieuwjaar"]),
    form("voor|before koningsdag", Means::Feast(4, 26), &["voor koningsdag"]),
    form("voor|before sinterklaas|pakjesavond", Means::Feast(12, 4), &["voor sinterklaas"]),
    form("koningsdag", Means::Feast(4, 27), &["koningsdag"]),
    form("sinterklaas|pakjesavond", Means::Feast(12, 5), &["Sinterklaas"]),
    form("Y4 - M - D", Means::Dated, &["2026-12-03", "2026-12-03T10:30"]),
    form("YYYYMMDD", Means::Dated, &["20261203"]),
    form("DDMMYYYY", Means::Dated, &["03122026"]),
    form(
        "WD? D - M WD?",
        Means::Dated,
        &["29-11", "29/11", "zo 29-11", "29-11 zo", "t/m vr 4-12", "vr 4-12 voor 12:00"],
    ),
    form("WD? D - M - Y WD?", Means::Dated, &["29-11-2026", "29.11.26", "3–12–2026", "d.d. 29-11-2026"]),
    form("WD? D M Y4", Means::Dated, &["3 12 2026"]),
    form(
        "WD? D of? MONTH Y? WD?",
        Means::Dated,
        &[
            "29 nov",
            "29-nov-2026",
            "4 december (vrijdag)",
            "20th of November",
            "eerste december",
            "w/c 7 December",
            "10 januari, of eerder bij een val",
            "vrijdag 4 dec bij huisbezoek",
        ],
    ),
    form("WD? MONTH D Y? WD?", Means::Dated, &["Nov 20th", "November 29, 2026"]),
    form("WD D", Means::DayOfMonth, &["maandag 30"]),
    form("WD? de|the? D e|ste|de|th|st|nd|rd", Means::DayOfMonth, &["de 30e", "maandag de 30e"]),
    form("WD? D - M as|aanstaande|next", Means::DatedAhead, &["3-12 a.s."]),
    form("WD? D of? MONTH as|aanstaande|next", Means::DatedAhead, &["3 dec a.s.", "3 December next"]),
    form("as|aanstaande|komende|coming WD? D of? MONTH", Means::DatedAhead, &["a.s. vrijdag 4 december"]),
    form("WD? D - M jl|jongstleden|ll|last", Means::DatedAgo, &["20-11 jl."]),
    form("WD? D of? MONTH jl|jongstleden|ll|last", Means::DatedAgo, &["20 nov jl.", "20 November last"]),
    form("WD jl|jongstleden|ll|last D - M", Means::DatedAgo, &["vrijdag jl. 20-11"]),
    form("WD jl|jongstleden|ll|last D of? MONTH", Means::DatedAgo, &["vrijdag jl. 20 nov"]),
    form("WD as|aanstaande|next D - M", Means::DatedAhead, &["donderdag a.s. 3-12"]),
    form("WD as|aanstaande|next D of? MONTH", Means::DatedAhead, &["donderdag a.s. 3 december"]),
    form("afgelopen|jl|jongstleden WD? D of? MONTH", Means::DatedAgo, &["afgelopen vrijdag 20 november"]),
    form("WD? D of? MONTH van|of? dit|this jaar|year", Means::DatedInYear(0), &["20 november van dit jaar"]),
    form(
        "WD? D of? MONTH van|of? vorig|afgelopen|last jaar|year",
        Means::DatedInYear(-1),
        &["20 november vorig jaar", "20 November last year"],
    ),
    form(
        "WD? D of? MONTH van|of? volgend|komend|next jaar|year",
        Means::DatedInYear(1),
        &["20 januari volgend jaar"],
    ),
];

/// How a form is counted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Means {
    Days(i64),
    AboutDays(i64),
    EitherDay(i64, i64),
    Months(i64),
    MonthsSpan(i64),
    MonthAndHalf(i64),
    Ahead,
    Ago,
    AheadFrom(i64),
    AgoFrom(i64),
    Span,
    NextWorkday,
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
    NamedBefore,
    BeforeWeekend,
    AfterWeekend,
    Weekend,
    ThisWeekend,
    WeekendAhead,
    WeekendNext,
    WeekendAgo,
    PartOfWeek(i64),
    PartOfTheWeek,
    WithinWeek(i64),
    WithinMonth(i64),
    WeekNumber,
    NthOfMonth,
    NthOfThisMonth(i64),
    NthOfTheMonth,
    PartOfMonth,
    PartOfThisMonth(i64),
    PartOfTheMonth,
    PartOfThisYear(i32),
    PartOfTheYear,
    PartOfYear,
    Feast(u32, u32),
    NthChristmas,
    DayOfMonth,
    Dated,
    DatedAhead,
    DatedAgo,
    DatedInYear(i32),
}

impl Means {
    /// Whether the day in numbers says all of it.
    pub(super) const fn is_whole(self) -> bool {
        !matches!(
            self,
            Self::AheadAbout
                | Self::AgoAbout
                | Self::AboutDays(_)
                | Self::MonthAndHalf(_)
                | Self::Weekend
                | Self::ThisWeekend
                | Self::WeekendAhead
                | Self::WeekendNext
                | Self::WeekendAgo
                | Self::PartOfWeek(_)
                | Self::PartOfTheWeek
                | Self::WithinWeek(_)
                | Self::WithinMonth(_)
                | Self::PartOfYear
                | Self::Feast(..)
                | Self::NthChristmas
                | Self::BeforeWeekend
                | Self::AfterWeekend
                | Self::WeekNumber
                | Self::PartOfMonth
                | Self::PartOfThisMonth(_)
                | Self::PartOfTheMonth
                | Self::PartOfThisYear(_)
                | Self::PartOfTheYear
        )
    }
}
