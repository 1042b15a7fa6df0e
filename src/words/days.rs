//! What is said of days and numbers that somebody typed.

use super::Language;
use super::sentences;

sentences! {
    /// Hint of a day that has been.
    date_hint_back =>
        "bijvoorbeeld gisteren, 24 nov of vorige week vrijdag", "for example yesterday, 24 Nov or last week Friday";
    /// Hint of a day that is to come.
    date_hint_forward => "bijvoorbeeld vrijdag, 29 nov of over 2 weken", "for example Friday, 29 Nov or in 2 weeks";
    /// Hint of a day that can be both.
    date_hint_either => "bijvoorbeeld gisteren, 29-11-2026 of over 2 weken", "for example yesterday, 29-11-2026 or in 2 weeks";
    /// Hint of a day with its time.
    moment_hint => "bijvoorbeeld vrijdag 14:30 of 24-11-2026 om 9 uur", "for example Friday 14:30 or 24-11-2026 at 9 am";
    /// A day of which the time was asked and not given.
    moment_without_time => "nog zonder tijdstip", "no time yet";
    /// A time that is on no clock.
    moment_impossible => "dat tijdstip bestaat niet", "there is no such time";
    /// An unreadable date.
    date_unread => "geen datum in herkend", "no date recognised";
    /// A time of which nobody can tell the day.
    date_vague =>
        "welke dag is dat? Typ de datum, of laat de tekst zo staan",
        "which day is that? Type the date, or leave the text as it is";
    /// The same, where nobody is typing.
    date_vague_on_paper => "welke dag is niet gezegd", "not said which day";
    /// A day that is on no calendar.
    date_impossible => "die dag bestaat niet", "there is no such day";
    /// An unreadable number.
    number_unread => "geen getal in herkend; de tekst blijft staan", "no number recognised; the text stays";
    /// Hint of a number.
    number_hint => "een getal", "a number";
    /// A year of birth that can hardly be one.
    born_unlikely => "klopt dit? Een geboortejaar heeft vier cijfers, zoals 1941", "is this right? A year of birth has four digits, such as 1941";
}

impl Language {
    /// The day of a meeting that is still a question, in the words that were typed for it.
    pub fn day_not_known(self, typed: &str) -> String {
        match self {
            Self::Dutch => format!("dag nog niet bekend: {typed}"),
            Self::English => format!("day not known yet: {typed}"),
        }
    }

    /// A day with a weekday that it is not.
    pub fn date_other_weekday(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("dag en datum kloppen niet: het is {day}"),
            Self::English => format!("weekday and date disagree: it is {day}"),
        }
    }

    /// Beside a field, of what is typed in it and understood by nobody.
    pub fn text_stays(self, said: &str) -> String {
        match self {
            Self::Dutch => format!("{said}; de tekst blijft staan"),
            Self::English => format!("{said}; the text stays"),
        }
    }

    /// A month that is none.
    pub fn date_no_such_month(self, month: u32) -> String {
        match self {
            Self::Dutch => format!("er is geen maand {month}"),
            Self::English => format!("there is no month {month}"),
        }
    }

    /// Two days of which nobody said which one it is.
    pub fn date_either(self, first: &str, second: &str) -> String {
        match self {
            Self::Dutch => format!("niet gezegd is welke dag: {first} of {second}"),
            Self::English => format!("not said which day: {first} or {second}"),
        }
    }

    /// A day of which nobody said whether it is the one or the one of another year.
    pub fn date_which_year(self, day: &str, year: i32) -> String {
        match self {
            Self::Dutch => format!("niet gezegd is welk jaar: {day} of in {year}"),
            Self::English => format!("not said which year: {day} or in {year}"),
        }
    }

    /// A day that is none, and is one with its month before its day.
    pub fn date_month_first(self, day: u32, month: u32) -> String {
        match self {
            Self::Dutch => {
                format!("er is geen maand {day}. Bedoelt u {day}-{month}? Typ eerst de dag, dan de maand")
            }
            Self::English => format!(
                "there is no month {day}. Do you mean {day}-{month}? Type the day first, then the month"
            ),
        }
    }

    /// Two times that are both likely.
    pub fn moment_which(self, first: &str, second: &str) -> String {
        match self {
            Self::Dutch => format!("{first} of {second}? Typ het tijdstip"),
            Self::English => format!("{first} or {second}? Type the time"),
        }
    }

    /// Two days that are both likely.
    pub fn date_which(self, first: &str, second: &str) -> String {
        match self {
            Self::Dutch => format!("{first} of {second}? Typ de hele datum"),
            Self::English => format!("{first} or {second}? Type the whole date"),
        }
    }

    /// A day of the week that is today's: the last one, today or the next.
    pub fn date_which_of(self, [before, today, next]: [String; 3]) -> String {
        match self {
            Self::Dutch => format!("{before}, vandaag ({today}) of {next}? Typ de hele datum"),
            Self::English => format!("{before}, today ({today}) or {next}? Type the whole date"),
        }
    }

    /// The same on paper.
    pub fn date_one_of(self, [first, second, third]: [String; 3]) -> String {
        match self {
            Self::Dutch => format!("niet gezegd is welke dag: {first}, {second} of {third}"),
            Self::English => format!("not said which day: {first}, {second} or {third}"),
        }
    }

    /// A day that is much nearer in another year.
    pub fn date_nearer_in(self, day: &str, year: i32) -> String {
        match self {
            Self::Dutch => format!("{day}. Bedoelt u {year}? Typ het jaar erbij"),
            Self::English => format!("{day}. Do you mean {year}? Type the year as well"),
        }
    }

    /// A day so many years ahead, or below zero ago, that its year may be a slip.
    pub fn date_far(self, day: &str, years: i32) -> String {
        let count = years.unsigned_abs();
        match (self, years < 0) {
            (Self::Dutch, true) => format!("{day}; dat is {count} jaar geleden. Klopt het jaar?"),
            (Self::Dutch, false) => format!("{day}; dat is over {count} jaar. Klopt het jaar?"),
            (Self::English, true) => format!("{day}; that is {count} years ago. Is the year right?"),
            (Self::English, false) => format!("{day}; that is {count} years away. Is the year right?"),
        }
    }

    /// A day to come where one was asked that has been.
    pub fn date_to_come(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("{day}; die dag komt nog"),
            Self::English => format!("{day}; that day is still to come"),
        }
    }

    /// A day that has been where one was asked that is to come.
    pub fn date_been(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("{day}; die dag is al geweest"),
            Self::English => format!("{day}; that day has been"),
        }
    }

    /// What is no day, in the place of a day that stood there.
    pub fn date_instead_of(self, said: &str, day: &str) -> String {
        let stood = match self {
            Self::Dutch => format!("Hier stond {day}; Ctrl+Z haalt dat terug"),
            Self::English => format!("This stood here: {day}; Ctrl+Z brings it back"),
        };
        if said.is_empty() { stood } else { format!("{said}. {stood}") }
    }

    /// A number that cannot be read, or is one in another unit than is asked for.
    pub fn number_in_unit_unread(self, unit: &str) -> String {
        match self {
            Self::Dutch => format!("geen getal in {unit} herkend; de tekst blijft staan"),
            Self::English => format!("no number in {unit} recognised; the text stays"),
        }
    }

    /// Beside what was typed where a number was asked for and is none, or is one in another unit.
    pub fn no_number(self, unit: &str) -> String {
        let words = match self {
            Self::Dutch => "geen getal",
            Self::English => "no number",
        };
        if unit.is_empty() { words.to_owned() } else { format!("{words} in {unit}") }
    }

    /// A number in digits, with the sign of this language before the decimals.
    pub fn number(self, number: f64) -> String {
        match self {
            Self::Dutch => number.to_string().replace('.', ","),
            Self::English => number.to_string(),
        }
    }

    /// A number outside its bounds, which are in the unit that is asked for.
    pub fn number_out_of_bounds(self, min: Option<f64>, max: Option<f64>, unit: &str) -> String {
        let (min, max) = (min.map(|min| self.number(min)), max.map(|max| self.number(max)));
        let words = match (self, min, max) {
            (Self::Dutch, Some(min), Some(max)) => format!("valt buiten {min} tot en met {max}"),
            (Self::Dutch, Some(min), None) => format!("is minder dan {min}"),
            (Self::Dutch, None, Some(max)) => format!("is meer dan {max}"),
            (Self::English, Some(min), Some(max)) => format!("is outside {min} to {max}"),
            (Self::English, Some(min), None) => format!("is less than {min}"),
            (Self::English, None, Some(max)) => format!("is more than {max}"),
            (_, None, None) => return String::new(),
        };
        if unit.is_empty() { words } else { format!("{words} {unit}") }
    }

    /// A day outside its bounds, which are days in digits.
    pub fn day_out_of_bounds(self, earliest: Option<String>, latest: Option<String>) -> String {
        match (self, earliest, latest) {
            (Self::Dutch, Some(earliest), Some(latest)) => {
                format!("valt buiten {earliest} tot en met {latest}")
            }
            (Self::Dutch, Some(earliest), None) => format!("is eerder dan {earliest}"),
            (Self::Dutch, None, Some(latest)) => format!("is na {latest}"),
            (Self::English, Some(earliest), Some(latest)) => format!("is outside {earliest} to {latest}"),
            (Self::English, Some(earliest), None) => format!("is before {earliest}"),
            (Self::English, None, Some(latest)) => format!("is after {latest}"),
            (_, None, None) => String::new(),
        }
    }

    /// The head of the document with the forms of a day; `today` is the day from which the examples are counted.
    pub fn days_document(self, today: &str) -> String {
        match self {
            Self::Dutch => format!(
                "# Hoe u een dag kunt typen\n\n\
                Deze bladzijde is gemaakt uit het programma zelf. Elk voorbeeld is gelezen alsof het op {today} getypt is. \
                Een vraag kijkt terug (een gesprek, een overlijden) of vooruit (een afspraak, opnieuw bespreken); dat zegt `looks` in een checklist. Staat \
                het er niet, dan kan het allebei, zoals bij de dag van een bijeenkomst: dan geldt de dag die binnen \
                drie maanden ligt, en als dat beide dagen of geen van beide zijn, vraagt het programma welke.\n\n\
                Naast het veld staat altijd de hele dag met weekdag en jaar. Een vraag die terugkijkt neemt van een dag zonder jaar de laatste die \
                geweest is. Een vraag die vooruitkijkt neemt de eerste die komt; was dezelfde dag kort geleden, dan vraagt het programma \
                welk jaar u bedoelt. Bestaat de dag niet, of klopt de weekdag niet, dan staat dat erbij. Begin is de eerste dag, half de vijftiende, eind \
                de laatste; van een week zijn dat maandag, woensdag en vrijdag. Een weeknummer is de maandag en een weekend de zaterdag; \
                de eerste week van een maand is de eerste met een donderdag in die maand. Met \"voor\" telt een dag zelf mee: voor 1 januari en \
                voor nieuwjaar zijn allebei 1 januari. Van wat langer duurt dan een dag (kerst, Pasen, een weekend, een week, een maand) is het \
                de laatste dag ervoor. Een halve week of maand, en uren die geen hele dagen zijn, zijn naar beneden afgerond. \
                Bij wat geen ene dag is (een paar weken geleden, 2 tot 3 weken, november 2025, volgend voorjaar) wordt geen dag verzonnen: het programma vraagt welke dag dat is. \
                Wat zo gelezen is, blijft er in uw woorden bij staan. Wat geen dag wordt, blijft als tekst staan.\n\n\
                | getypt | bij een vraag die terugkijkt | bij een vraag die vooruitkijkt |\n|---|---|---|\n"
            ),
            Self::English => format!(
                "# How to type a day\n\n\
                This page is made from the program itself. Every example is read as if typed on {today}. A question looks back or \
                forward, as `looks` says in a checklist; without it the day within three months counts, and the program asks \
                where both or none are. Of a day without its year, a question that looks back takes the last one that was, and one that looks \
                forward the first to come; where the same day was shortly ago, the program asks which year is meant. \"Before\" a day is that day itself: before 1 January and before New Year's Day are both \
                1 January; before what is longer than a day (Christmas, Easter, a weekend, a week, a month) is the last day before it. \
                Of what is no one day (a few weeks ago, 2 to 3 weeks, November 2025, next spring) no day is made up: the program asks which one it is.\n\n\
                | typed | to a question that looks back | to one that looks forward |\n|---|---|---|\n"
            ),
        }
    }
}
