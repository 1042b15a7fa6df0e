//! What the screens say of what stands from earlier meetings.

use crate::words::language::{Language, ended, sentences};

sentences! {
    /// A row: what was agreed about limits of treatment.
    limits_label => "Behandelgrenzen", "Limits of treatment";
    /// Behind a limit of which by whom, when and with whom it was discussed is not noted.
    limits_incomplete => "ONVOLLEDIG", "INCOMPLETE";
    /// Behind a limit that stands, of which a later meeting said that it is not certain any more.
    limits_open_again => "WEER OPEN", "OPEN AGAIN";
    /// Above the column of limits of which it is not known yet.
    limits_unknown => "onbekend", "unknown";
    /// Above the column with what was added to a limit.
    limits_note => "toelichting", "comment";
    /// A row that leads from one limit to the table of all.
    limits_all => "Alle behandelgrenzen", "All limits of treatment";
    /// The same in a narrow window.
    limits_label_short => "Grenzen", "Limits";
    /// A limit, in one word: it is not to be done.
    limits_not => "Niet", "No";
    /// A limit, in one word: it is to be done.
    limits_yes => "Wel", "Yes";
    /// A limit, in one word: something else was agreed, which stands in the plan.
    limits_otherwise => "Anders", "Otherwise";
    /// A row that leads to all pages of the plan.
    whole_plan => "Het hele plan (PZP)", "The whole plan (PZP)";
    /// A non-answer: what stood is taken back.
    no_longer => "Geldt niet meer", "No longer holds";
    /// A row: the value of an earlier meeting is confirmed today.
    still_holds => "Geldt nog", "Still holds";
    /// A row: the value of an earlier meeting is confirmed today, where another was chosen before.
    holds_after_all => "Geldt toch nog", "Holds after all";
    /// What was confirmed is confirmed once more.
    confirmed_already => "Dit is vandaag al bevestigd. Ctrl+Z haalt het terug.", "This was confirmed today already. Ctrl+Z takes it back.";
    /// What stood was chosen again, with other words than stood beside it.
    confirmed_but_explained =>
        "Dit is vandaag al zo gekozen, met een eigen toelichting. Maak die leeg; dan geldt die van eerder.",
        "This was chosen so today already, with a note of its own. Empty that; then the earlier one holds.";
    /// The judgement of a step stands further up on the page.
    step_told_above => "staat hierboven", "see above";
    /// Something was recorded today and in no meeting before.
    overview_new => "nieuw", "new";
    /// Heading of what stands from earlier meetings.
    overview_stands => "Staat van eerder", "Stands from earlier";
    /// Heading of what was said last and belongs to its day.
    overview_last_time => "Laatst gezegd", "Last said";
    /// Heading of the question and the notes of earlier meetings.
    overview_written => "Laatst opgeschreven", "Last written down";
    /// Nothing was recorded today.
    overview_nothing_today => "vandaag nog niets vastgelegd", "nothing recorded today yet";
    /// Something was recorded today, and all of it is as it was.
    overview_unchanged => "niets veranderd", "nothing changed";
    /// A value that was recorded with a question that there is no more, or with options that it has no more.
    old_question => "vraag uit een eerdere lijst", "question of an earlier list";
}

impl Language {
    /// How many of the agreements that were made in a meeting are open.
    pub fn agreements_open_of_it(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("{} van deze bijeenkomst", self.agreements_open(count)),
            Self::English => format!("{} of this meeting", self.agreements_open(count)),
        }
    }

    /// Behind what stands: the list of now has no such answer.
    pub fn no_option_any_more(self, told: &str) -> String {
        match self {
            Self::Dutch => format!("{told}; is in deze lijst geen antwoord meer"),
            Self::English => format!("{told}; no longer an answer in this list"),
        }
    }

    /// Under the table of limits: what the sign of an answer of an earlier meeting means.
    pub fn limits_stood(self, sign: &str) -> String {
        match self {
            Self::Dutch => format!("{sign} staat van een eerdere keer"),
            Self::English => format!("{sign} stands from an earlier time"),
        }
    }

    /// What the plan says of what is asked, and since when.
    pub fn plan_says(self, words: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("in het plan (PZP) staat: {words} ({day})"),
            Self::English => format!("the plan (PZP) says: {words} ({day})"),
        }
    }

    /// Of how many limits nothing was agreed, though they were spoken of.
    pub fn limits_still_open(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("{count} nog open"),
            Self::English => format!("{count} still open"),
        }
    }

    /// What stands in another checklist to the same question: "longontsteking (staat bij: Bespreking)".
    pub fn said_elsewhere(self, title: &str, words: &str) -> String {
        match self {
            Self::Dutch => format!("{words} (staat bij: {title})"),
            Self::English => format!("{words} (stands with: {title})"),
        }
    }

    /// A value of an earlier meeting, with its day and who recorded it.
    pub fn earlier_value(self, value: &str, day: &str, by: &str) -> String {
        let by = match by {
            "" => String::new(),
            by => format!(", {by}"),
        };
        match self {
            Self::Dutch => format!("Eerder: {value} ({day}{by})"),
            Self::English => format!("Earlier: {value} ({day}{by})"),
        }
    }

    /// What was said last and belongs to its day.
    pub fn value_last_time(self, value: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("Laatst ({day}): {value}"),
            Self::English => format!("Last ({day}): {value}"),
        }
    }

    /// The row that confirms a value, where the value stands nowhere else.
    pub fn still_holds_value(self, value: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("Geldt nog: {value} ({day})"),
            Self::English => format!("Still holds: {value} ({day})"),
        }
    }

    /// The same of what a case begins with, which has no day.
    pub fn still_holds_of_case(self, value: &str) -> String {
        match self {
            Self::Dutch => format!("Geldt nog: {value}"),
            Self::English => format!("Still holds: {value}"),
        }
    }

    /// What a case begins with was confirmed.
    pub const fn confirmed_in_case(self) -> &'static str {
        match self {
            Self::Dutch => "bevestigd in deze oefening",
            Self::English => "confirmed in this exercise",
        }
    }

    /// What a case begins with was taken back.
    pub fn taken_back_in_case(self, was: &str) -> String {
        match self {
            Self::Dutch => format!("teruggenomen in deze oefening; {was}"),
            Self::English => format!("taken back in this exercise; {was}"),
        }
    }

    /// A row with the question and the notes of the last meeting that had any.
    pub fn written_last(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Opgeschreven {day}"),
            Self::English => format!("Written down {day}"),
        }
    }

    /// A value stands since a day, and was confirmed today.
    pub fn confirmed_today(self, since: &str) -> String {
        match self {
            Self::Dutch => format!("staat sinds {since}, vandaag bevestigd"),
            Self::English => format!("stands since {since}, confirmed today"),
        }
    }

    /// A row with the judgement on a checklist, which is not the row of its step.
    pub fn judgement_on(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("{title}: oordeel"),
            Self::English => format!("{title}: judgement"),
        }
    }

    /// Since when the judgement of this option stands.
    pub fn judgement_stays(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("staat, van {day}"),
            Self::English => format!("stands, of {day}"),
        }
    }

    /// What stands was chosen again, which changes nothing.
    pub fn judgement_stays_already(self, day: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "Dit oordeel van {day} staat al. Beoordeelt het team vandaag weer: Opnieuw beoordelen."
                )
            }
            Self::English => {
                format!(
                    "This judgement of {day} already stands. If the team judges again today: Judge again."
                )
            }
        }
    }

    /// What was judged before a judgement of today took its place.
    pub fn judgement_was(self, day: &str, what: &str) -> String {
        let what = ended(what);
        match self {
            Self::Dutch => format!("Hiervoor, {day}: {what}"),
            Self::English => format!("Before this, {day}: {what}"),
        }
    }

    /// Heading above what was answered when the judgement that stands was given.
    pub fn judgement_discussed_on(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Besproken op {day}"),
            Self::English => format!("Discussed on {day}"),
        }
    }

    /// What a value was before it was changed today.
    pub fn was_on(self, value: &str, day: &str) -> String {
        let value = value.trim_end_matches('.');
        match self {
            Self::Dutch => format!("was {value}, {day}"),
            Self::English => format!("was {value}, {day}"),
        }
    }

    /// What stood was taken back today.
    pub fn taken_back_today(self, was: &str) -> String {
        match self {
            Self::Dutch => format!("vandaag teruggenomen; {was}"),
            Self::English => format!("taken back today; {was}"),
        }
    }

    /// The label of an answer with what it is said of.
    pub fn said_of(self, label: &str, of: &str) -> String {
        match self {
            Self::Dutch => format!("{label} bij \"{of}\""),
            Self::English => format!("{label} for \"{of}\""),
        }
    }

    /// What stood of something that was made another one today.
    pub fn was_said_of(self, of: &str, was: &str) -> String {
        match self {
            Self::Dutch => format!("hoorde bij: {of}; {was}"),
            Self::English => format!("was said of: {of}; {was}"),
        }
    }

    /// What an answer was in an earlier meeting, or that it was confirmed, for the minutes.
    pub fn export_earlier(self, was: &str, day: &str, confirmed: bool) -> String {
        match (self, confirmed) {
            (Self::Dutch, true) => format!("geldt nog, staat sinds {day}"),
            (Self::English, true) => format!("still holds, stands since {day}"),
            (Self::Dutch | Self::English, false) => format!("was {was}, {day}"),
        }
    }

    /// The date of next review of the last discussion.
    pub fn next_review_was(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("vorige keer afgesproken: {day}"),
            Self::English => format!("agreed last time: {day}"),
        }
    }

    /// How many values are others than they were.
    pub fn overview_changes(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 antwoord veranderd".to_owned(),
            (Self::Dutch, _) => format!("{count} antwoorden veranderd"),
            (Self::English, 1) => "1 answer changed".to_owned(),
            (Self::English, _) => format!("{count} answers changed"),
        }
    }

    /// How many answers of today have nothing before them.
    pub fn overview_new_count(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 antwoord nieuw".to_owned(),
            (Self::Dutch, _) => format!("{count} antwoorden nieuw"),
            (Self::English, 1) => "1 new answer".to_owned(),
            (Self::English, _) => format!("{count} new answers"),
        }
    }

    /// A judgement is so old that it asks to be judged again.
    pub fn judge_again(self, days: i64) -> String {
        match (self, days) {
            (Self::Dutch, 1) => "1 dag oud: opnieuw beoordelen".to_owned(),
            (Self::Dutch, _) => format!("{days} dagen oud: opnieuw beoordelen"),
            (Self::English, 1) => "1 day old: judge again".to_owned(),
            (Self::English, _) => format!("{days} days old: judge again"),
        }
    }

    /// Meetings of which there is a second version that nobody has compared.
    pub fn second_versions(self, days: &str) -> String {
        match self {
            Self::Dutch => format!(
                "LET OP: van een bijeenkomst ({days}) is er een tweede versie, die iets anders kan zeggen en hier niet meetelt. Vergelijk ze eerst, bij de gegevens van die bijeenkomst."
            ),
            Self::English => format!(
                "NOTE: there is a second version of a meeting ({days}), which may say something else and does not count here. Compare them first, under the details of that meeting."
            ),
        }
    }

    /// That a later meeting left open what stands.
    pub fn open_again_on(self, day: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!("LET OP, {day}: {reason}"),
            Self::English => format!("NOTE, {day}: {reason}"),
        }
    }

    /// Something was recorded in meetings of days to come, of which `first` is the first.
    pub fn recorded_ahead(self, count: usize, first: &str) -> String {
        match (self, count) {
            (Self::Dutch, 0 | 1) => format!(
                "LET OP: wat in de bijeenkomst van {first} staat, telt nog niet mee: die dag is nog niet geweest. Klopt de datum niet, verbeter hem dan daar."
            ),
            (Self::Dutch, count) => format!(
                "LET OP: wat in {count} bijeenkomsten vanaf {first} staat, telt nog niet mee: die dagen zijn nog niet geweest. Klopt een datum niet, verbeter hem dan daar."
            ),
            (Self::English, 0 | 1) => format!(
                "NOTE: what the meeting of {first} says does not count yet: that day has not come. If the date is wrong, correct it there."
            ),
            (Self::English, count) => format!(
                "NOTE: what {count} meetings from {first} on say does not count yet: those days have not come. If a date is wrong, correct it there."
            ),
        }
    }

    /// How many earlier meetings could not be read.
    pub fn something_unread(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => {
                "Eén eerdere bijeenkomst kon niet gelezen worden: er kan hier iets ontbreken. Vraag wie het notitieboek bijhoudt het na te kijken (pallium doctor).".to_owned()
            }
            (Self::Dutch, _) => format!(
                "{count} eerdere bijeenkomsten konden niet gelezen worden: er kan hier iets ontbreken. Vraag wie het notitieboek bijhoudt het na te kijken (pallium doctor)."
            ),
            (Self::English, 1) => {
                "One earlier meeting could not be read: something may be missing here. Ask whoever looks after the notebook to check it (pallium doctor).".to_owned()
            }
            (Self::English, _) => format!(
                "{count} earlier meetings could not be read: something may be missing here. Ask whoever looks after the notebook to check it (pallium doctor)."
            ),
        }
    }
}
