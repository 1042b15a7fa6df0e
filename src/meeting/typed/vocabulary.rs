//! The words from which the forms of a day are made, in both languages.

use chrono::{Datelike, Months, NaiveDate, Weekday};

/// The time of a day beside it, which makes it no other day.
pub(super) const TIMES: &[&str] = &[
    "om|te|rond|at|around HHMM uur|u|h?",
    "HHMM uur|u|h?",
    "om|te|rond|tegen|vanaf|voor|na|tot|at|around|before|after|until|circa|ca|omstreeks|ongeveer|about? N : N uur|u|h|am|pm?",
    "t N : N z?",
    "t N : N : N z?",
    "om|te|rond|tegen|vanaf|voor|na|tot|at|around|before|after|until? N - N uur|u|h|am|pm",
    "om|te|rond|tegen|vanaf|voor|na|tot|at|around|before|after|until? N . N",
    "om|te|at? N : N : N",
    "om|van|from|between|tussen? N : N - N : N uur|u|h?",
    "om|van|from|between|tussen? N : N tot|to|until|en|and N : N uur|u|h?",
    "om|van|from|between|tussen? N . N - N . N uur|u|h?",
    "om|van|from|between|tussen N . N uur|u|h? tot|t|to|until|en|and N . N uur|u|h|am|pm?",
    "N . N to|until N . N uur|u|h|am|pm?",
    "N . N - N uur|u|h|am|pm?",
    "N : N - N uur|u|h|am|pm?",
    "aanvang|inloop|start|begin|starting om|at? N . N uur|u?",
    "aanvang|inloop|start|begin|starting om|at? N : N uur|u?",
    "om|te|rond|tegen|vanaf|voor|na|tot|at|around|before|after|until|circa|ca|omstreeks|ongeveer|about? N uur|u|h|am|pm",
    "om|van|from|between|tussen? N . N t m N . N uur|u|h?",
    "om|van|from|between|tussen? N : N t m N : N uur|u|h?",
    "om|van|from|between|tussen? N t m N uur|u|h",
    "N tot|to|until N uur|u|h|am|pm",
    "van|tussen N uur? tot|en half N uur|u?",
    "van|from|between|tussen N uur? tot|to|until|en|and N uur|u|h?",
    "om|te|at N",
    "om|te|rond|vanaf|at|around? N u|h N",
    "om|rond|at? half past? N uur|u?",
    "om|rond|at? kwart|quarter voor|over|to|past half? N uur|u?",
    "om|rond|at? N voor|over|to|past half? N uur|u?",
    "om|rond|at? N minuten voor|over half? N",
    "tussen|between N uur? en|and N uur?",
    "PART van|of? de|the? ochtend|middag|avond|dag|werkdag|morning|afternoon|evening|day",
    "rond|tegen|voor|na|om|tussen|onder de|het? ochtend|middag|middaguur|avond|eten|avondeten|lunch|middernacht",
    "laat|vroeg|late|early",
    "laat|vroeg|late|early in|op de|the ochtend|middag|avond|morning|afternoon|evening",
    "at|before|after|by|around? noon|midday|midnight|lunch|lunchtime|eod|cob|cop",
    "by? close|end of business|play",
    "first thing",
    "in alle vroegte",
    "overdag",
    DAYPART,
];

/// A time that is one behind a day only: "rond 10 november" is a day.
pub(super) const TIMES_BEHIND: &[&str] = &[
    "rond|tegen|around N",
    "N uur? tot|t|to|until N uur|u|h?",
    "N in? de|the|s? ochtend|ochtends|middag|middags|avond|avonds|nacht|nachts|morgens|morning|afternoon|evening|night",
];

/// A part of the day by itself.
pub(super) const DAYPART: &str = "in? de|the|s? ochtend|ochtends|middag|middags|avond|avonds|nacht|nachts|morgen|morgens|voormiddag|namiddag|vm|nm|morning|afternoon|evening|night|vroeg|am|pm";

/// Words before a day that make it about that day.
pub(super) const ABOUT: &[&str] = &[
    "rond",
    "omstreeks",
    "ongeveer|ong|ongv",
    "circa",
    "ca",
    "plusminus",
    "tegen",
    "around",
    "about",
    "approximately",
    "approx",
    "roughly",
    "towards",
    "ruim",
    "bijna",
    "krap",
    "almost",
    "nearly",
    "pakweg",
    "grofweg",
    "zowat",
    "vlak",
    "kort",
    "net",
    "just",
    "shortly",
    "zsm|asap",
    "zo snel|spoedig mogelijk",
    "as soon as possible",
    "in? de|the loop|course van|of",
    "ergens|sometime in|on?",
    "some time in|on?",
    "week van|of",
    "in? de|the week van|of",
    "overleden|gestorven|overlijden|ovl|overl|died|deceased|passed away? op|on|dd?",
    "opgenomen|ontslagen|opname|ontslag|opn|ontsl|admitted|discharged op|on|dd?",
    "besproken|gesproken|gesprek|huisbezoek|visite|visit|afspraak|appointment|discussed op|on|dd?",
];

/// The same behind a day.
pub(super) const ABOUT_BEHIND: &[&str] = &[
    "ongeveer|ong|circa|ca|pakweg|grofweg|ofzo",
    "approximately|approx|roughly|about",
    "of|or zo|so|thereabouts",
    "nog",
    "give or take",
    "precies|exact|exactly",
];

/// Words before the last day on which something is to be done, behind a day on which it would better be done.
pub(super) const LIMITS: &[&str] = &[
    "uiterlijk",
    "op zn|zijn laatst",
    "niet later dan",
    "no|not later than",
    "by? at the latest by|on?",
    "at latest",
    "by",
];

/// The same behind that day.
pub(super) const LIMITS_BEHIND: &[&str] = &["uiterlijk", "op zn|zijn laatst", "at the? latest"];

/// Words before a day on which something would better be done.
pub(super) const WISHES: &[&str] = &[
    "het? liefst",
    "bij voorkeur",
    "graag",
    "preferably|ideally",
    "zsm|asap",
    "zo snel|spoedig mogelijk",
    "as soon as possible",
];

/// Words before a day that make it no other day; an entry of more words stands whole.
pub(super) const LEADS: &[&str] = &[
    "t m",
    "nog",
    "op zn|zijn laatst",
    "niet later dan",
    "no|not later than",
    "on or before",
    "at the latest",
    "voor",
    "uiterlijk",
    "op",
    "de",
    "by",
    "before",
    "on",
    "the",
    "per",
    "het",
    "t",
    "in de|the|het",
    "aan het",
    "at the",
    "binnen",
    "deadline|streefdatum|einddatum|target date?",
    "max|maximaal|hooguit|hoogstens",
    "tot en met",
    "tem",
    "tot",
    "vanaf",
    "sinds",
    "since",
    "until",
    "due",
    "dd",
    "datum",
    "precies",
    "exact",
    "exactly",
    "liefst",
    "het liefst",
    "graag",
    "bij voorkeur",
    "preferably",
    "ideally",
    "up to and including",
    "w c",
    "week commencing",
    "week beginning",
    "miv",
    "m i v",
    "met ingang van",
    "as of",
    "with effect from",
    "from",
];

/// Words behind a day that say when it may be sooner or later; any words may follow them.
pub(super) const SOONER: &[&str] = &[
    "of|or zo|zoveel|eerder|later|sooner|earlier|vaker",
    "of|or bij|als|indien|when|if",
    "en|maar|and|but eerder|later|sooner|earlier",
    "eerder|later|sooner|earlier",
    "tenzij|mits|indien|unless|provided",
    "als|wanneer|zodra|if|when|once",
];

/// Words behind a day that say where, with whom or how; any words may follow them.
pub(super) const BESIDE: &[&str] = &[
    "bij|met|door|via|thuis|at|with|by|via|during",
    "tijdens|in|na|after de|het|the overleg|visite|huisbezoek|mdo|spreekuur|poli|dienst|meeting|visit|clinic",
    "op|on de|het|the? poli|afdeling|hap|spreekuur|ward|clinic",
    "per telefoon|mail|phone",
    "telefonisch|fysiek|online|thuis",
    "uiterlijk",
    "op zn|zijn laatst",
    "at the? latest",
    "het? liefst",
    "bij voorkeur",
    "preferably|ideally",
];

/// Those of them that say from when on, and so mean something else where a last day is asked for.
pub(super) const FROM: &[&str] =
    &["vanaf", "sinds", "since", "miv", "m i v", "met ingang van", "as of", "with effect from", "from"];

/// Short and other forms of a word that stands in the forms of a day, and how it is mistyped most often.
pub(super) const SAME: &[(&str, &str)] = &[
    ("aankomend", "komend"),
    ("aankomende", "komende"),
    ("aanst", "aanstaande"),
    ("afg", "afgelopen"),
    ("afgel", "afgelopen"),
    ("agustus", "augustus"),
    ("daags", "dag"),
    ("decemeber", "december"),
    ("desember", "december"),
    ("dgn", "dagen"),
    ("dindsag", "dinsdag"),
    ("dinsdga", "dinsdag"),
    ("donderdga", "donderdag"),
    ("eerstk", "eerstkomende"),
    ("ek", "eerstkomende"),
    ("febuari", "februari"),
    ("febuary", "february"),
    ("firday", "friday"),
    ("gel", "geleden"),
    ("gelden", "geleden"),
    ("geled", "geleden"),
    ("gelede", "geleden"),
    ("geleeden", "geleden"),
    ("gisetren", "gisteren"),
    ("gistren", "gisteren"),
    ("gleden", "geleden"),
    ("jongstl", "jongstleden"),
    ("jr", "jaar"),
    ("kom", "komende"),
    ("maandga", "maandag"),
    ("mandag", "maandag"),
    ("mnd", "maand"),
    ("mnden", "maanden"),
    ("morgn", "morgen"),
    ("mrgn", "morgen"),
    ("novemebr", "november"),
    ("novenber", "november"),
    ("novmber", "november"),
    ("oclock", "uur"),
    ("oktboer", "oktober"),
    ("otkober", "oktober"),
    ("overmrogen", "overmorgen"),
    ("satuday", "saturday"),
    ("thurday", "thursday"),
    ("til", "until"),
    ("till", "until"),
    ("tmrw", "tomorrow"),
    ("tody", "today"),
    ("tommorow", "tomorrow"),
    ("tommorrow", "tomorrow"),
    ("tomorow", "tomorrow"),
    ("trug", "terug"),
    ("tusday", "tuesday"),
    ("va", "vanaf"),
    ("vadaag", "vandaag"),
    ("vandaaag", "vandaag"),
    ("vandag", "vandaag"),
    ("vd", "van"),
    ("vdg", "vandaag"),
    ("vlg", "volgende"),
    ("vlgd", "volgende"),
    ("vlgde", "volgende"),
    ("vlgnd", "volgende"),
    ("vlgnde", "volgende"),
    ("vndg", "vandaag"),
    ("volg", "volgende"),
    ("vor", "vorige"),
    ("vrg", "vorige"),
    ("vrijdga", "vrijdag"),
    ("vrydag", "vrijdag"),
    ("weds", "wednesday"),
    ("wendesday", "wednesday"),
    ("wensdag", "woensdag"),
    ("wk", "week"),
    ("wkend", "weekend"),
    ("wkn", "weken"),
    ("wknd", "weekend"),
    ("wks", "weeks"),
    ("woensdga", "woensdag"),
    ("woesdag", "woensdag"),
    ("yesteday", "yesterday"),
    ("zaterdga", "zaterdag"),
    ("zatrdag", "zaterdag"),
    ("zodnag", "zondag"),
    ("zondga", "zondag"),
];

/// Words for days that are so many from today.
pub(super) const FROM_TODAY: &[(&[&str], i64)] = &[
    (&["eergisteren", "eergister"], -2),
    (&["gisteren", "gister", "yesterday"], -1),
    (&["vandaag", "heden", "today"], 0),
    (&["morgen", "tomorrow"], 1),
    (&["overmorgen"], 2),
];

/// What one of is meant without its number: "jaar geleden".
pub(super) const SINGLE: &[&str] = &[
    "uur",
    "dag",
    "dagje",
    "week",
    "weekje",
    "maand",
    "maandje",
    "kwartaal",
    "jaar",
    "jaartje",
    "hour",
    "day",
    "fortnight",
    "month",
    "year",
];

/// More than one, of which nobody knows how many.
pub(super) const FEW: &[&str] =
    &["paar", "enkele", "enige", "few", "couple", "several", "aantal", "meerdere", "verschillende"];

/// The parts of a year that have no days of their own.
pub(super) const SEASONS: &[&str] =
    &["voorjaar", "lente", "zomer", "najaar", "herfst", "winter", "spring", "summer", "autumn", "fall"];

/// Words that mean one of what follows them.
pub(super) const ARTICLES: &[&str] = &["n", "a", "an"];

/// Lengths of time: how many days or else months.
pub(super) const UNITS: &[(&[&str], Unit)] = &[
    (&["uur", "uren", "u", "h", "hr", "hrs", "hour", "hours"], Unit::Hours),
    (
        &["dag", "dagen", "dgn", "dg", "dagje", "dagjes", "daagje", "daagjes", "d", "day", "days"],
        Unit::Days(1),
    ),
    (&["week", "weken", "weekje", "weekjes", "wk", "wkn", "wks", "w", "weeks"], Unit::Days(7)),
    (&["fortnight", "fortnights"], Unit::Days(14)),
    (&["werkdag", "werkdagen", "wd", "workday", "workdays"], Unit::Workdays),
    (
        &["maand", "maanden", "maandje", "maandjes", "mnd", "mnden", "mth", "mths", "month", "months"],
        Unit::Months(1),
    ),
    (&["kwartaal", "kwartalen"], Unit::Months(3)),
    (&["jaar", "jaren", "jaartje", "jr", "yr", "yrs", "year", "years"], Unit::Months(12)),
];

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Of which every day has twenty-four; one that has begun counts.
    Hours,
    /// So many days.
    Days(u32),
    /// Days from Monday to Friday.
    Workdays,
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

impl Part {
    /// The weekday that a part of a week is: of a week of work, as teams plan.
    pub(super) const fn weekday(self) -> Weekday {
        match self {
            Self::Begin => Weekday::Mon,
            Self::Half => Weekday::Wed,
            Self::End => Weekday::Fri,
        }
    }

    /// The day that it is of a month.
    pub(super) fn of_month(self, year: i32, month: u32) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        match self {
            Self::Begin => Some(first),
            Self::Half => first.with_day(15),
            Self::End => first.checked_add_months(Months::new(1))?.pred_opt(),
        }
    }

    /// The day that it is of a year.
    pub(super) fn of_year(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = match self {
            Self::Begin => (1, 1),
            Self::Half => (7, 1),
            Self::End => (12, 31),
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

/// The words for which of a row, the last as -1.
pub(super) const NTHS: &[(&[&str], i8)] = &[
    (&["eerste", "first"], 1),
    (&["tweede", "second"], 2),
    (&["derde", "third"], 3),
    (&["vierde", "fourth"], 4),
    (&["vijfde", "fifth"], 5),
    (&["laatste", "last"], -1),
];

/// What stands behind the stroke where a length is written as a part of what is longer: "3/7" are days, "2/52" weeks, "6/12" months.
pub(super) const PARTS_OF: &[(&str, Unit)] =
    &[("7", Unit::Days(1)), ("52", Unit::Days(7)), ("12", Unit::Months(1))];

/// The months in the digits of Rome.
pub(super) const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The words for the parts.
pub(super) const PARTS: &[(&[&str], Part)] = &[
    (&["begin", "early", "beginning", "start", "primo"], Part::Begin),
    (&["half", "medio", "mid", "midden", "halverwege", "middle"], Part::Half),
    (&["eind", "einde", "end", "late", "ultimo"], Part::End),
];
