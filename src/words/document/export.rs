//! What minutes and lists on paper or in a pipe say.

use crate::words::language::{Language, sentences};

sentences! {
    /// Who was there.
    export_present => "Aanwezig", "Present";
    /// Who belongs to the group and was not there.
    export_absent => "Afwezig", "Absent";
    /// A patient who was not discussed.
    export_not_discussed => "Niet besproken.", "Not discussed.";
    /// Heading above what was discussed on the patient's own page.
    export_discussion => "Bespreking", "Discussion";
    /// A patient whose discussion was not finished.
    export_unfinished => "De bespreking is niet afgerond.", "The discussion was not finished.";
    /// A patient who was moved to a later meeting.
    export_postponed => "Doorgeschoven naar een volgende bijeenkomst.", "Moved to a later meeting.";
    /// A patient who has died.
    export_deceased => "Overleden.", "Deceased.";
    /// Whether the patient knows.
    export_informed => "Patiënt weet van deze bespreking", "Patient knows of this discussion";
    /// Before the number of a page.
    document_page => "bladzijde", "page";
    /// Between the number of a page and how many there are.
    document_of => "van", "of";
    /// How often each option was chosen.
    export_spread => "verdeling", "spread";
    /// Before how many people chose each of several answers.
    export_spread_several => "verdeling, waarbij ieder meer kon kiezen", "spread, where each could choose more";
    /// Answers were counted, and nobody saw the spread.
    export_spread_unseen => "geteld; de verdeling is niet getoond", "counted; the spread was not shown";
    /// The explanation beside an answer.
    export_note => "Toelichting", "Comment";
    /// The judgement of the team.
    export_judgement => "Oordeel van het team", "Judgement of the team";
    /// A judgement without a choice.
    export_no_judgement => "nog niet gegeven", "not given yet";
    /// What a source says, as it was on the screen when the team decided.
    export_shown => "Getoond bij het oordeel", "Shown at the judgement";
    /// Something that was not written down.
    export_not_noted => "niet genoteerd", "not noted";
    /// Who was not there at a judgement and should be.
    export_not_involved => "Nog niet betrokken", "Not involved yet";
    /// What matters most of one patient.
    export_conclusion => "Kort", "In short";
    /// That not everything fits in the conclusion.
    export_more_below => "En meer: zie hieronder.", "And more: see below.";
    /// What sources said at the judgements.
    export_sources_said => "Wat de bronnen zeggen", "What the sources say";
    /// The agreements person by person.
    export_per_person => "Afspraken per persoon", "Agreements per person";
    /// An agreement of which the day has passed.
    export_overdue => "OVER TIJD", "OVERDUE";
    /// An agreement that was not read out at the end.
    export_unconfirmed => "niet bevestigd", "not confirmed";
    /// A patient who was discussed without anything that leads to the person.
    export_discussed_anonymously => "Anoniem besproken.", "Discussed anonymously.";
    /// An agreement that was done.
    export_done => "gedaan", "done";
    /// An agreement that is no longer needed.
    export_dropped => "vervallen", "dropped";
    /// Somebody from outside without a name.
    export_outside => "iemand van buiten de bijeenkomst", "somebody from outside the meeting";
    /// Bottlenecks.
    export_bottlenecks => "Knelpunten", "Bottlenecks";
    /// Learning needs.
    export_learning_needs => "Onderwijsbehoeften", "Learning needs";
    /// What the group wrote for itself.
    export_own_notes => "Van ons als groep", "About us as a group";
    /// All patients are fictional.
    export_fictional => "FICTIEF: alle patiënten zijn verzonnen.", "FICTIONAL: all patients are fictional.";
    /// The meeting goes on.
    export_not_closed => "De bijeenkomst is nog niet afgesloten.", "The meeting is not closed yet.";
    /// A definition that is missing.
    export_without_definition =>
        "De checklist zelf is niet gevonden; de antwoorden staan in het notitieboek, maar niet hier.",
        "The checklist itself was not found; the answers are in the notebook, but not here.";
    /// What belongs to the group and to no patient.
    export_of_the_group => "Van de groep", "About the group";
    /// A column.
    export_column_date => "datum", "date";
    /// A column.
    export_column_group => "groep", "group";
    /// A column.
    export_column_kind => "soort", "kind";
    /// A column.
    export_column_discussed => "besproken", "discussed";
    /// A column.
    export_column_agreements => "afspraken", "agreements";
    /// A column.
    export_column_number => "nummer", "number";
}

impl Language {
    /// How many agreements are open.
    pub fn export_open(self, count: usize) -> String {
        format!("{count} open")
    }

    /// Where and when a patient was discussed.
    pub fn export_discussed_in(self, group: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("Besproken in {group}, {day}"),
            Self::English => format!("Discussed in {group}, {day}"),
        }
    }

    /// Who recorded something, and when; `by` may be empty.
    pub fn export_recorded(self, by: &str, at: &str) -> String {
        match (self, by) {
            (Self::Dutch, "") => format!("Genotuleerd: {at}"),
            (Self::Dutch, by) => format!("Genotuleerd door {by}, {at}"),
            (Self::English, "") => format!("Minuted: {at}"),
            (Self::English, by) => format!("Minuted by {by}, {at}"),
        }
    }

    /// Who wrote something down in the meeting: never who agreed it with the patient.
    pub fn export_noted_by(self, by: &str, at: &str) -> String {
        match self {
            Self::Dutch => format!("genotuleerd door {by}, {at}"),
            Self::English => format!("minuted by {by}, {at}"),
        }
    }

    /// Who tells an owner who is not there.
    pub fn export_tells(self, who: &str) -> String {
        match self {
            Self::Dutch => format!("{who} vertelt het"),
            Self::English => format!("to be told by {who}"),
        }
    }

    /// That a judgement was withdrawn, when, by whom and why; `by` and `reason` may be empty.
    pub fn judgement_withdrawn_in_full(self, day: &str, by: &str, reason: &str) -> String {
        let by = match (self, by) {
            (_, "") => String::new(),
            (Self::Dutch, by) => format!(" door {by}"),
            (Self::English, by) => format!(" by {by}"),
        };
        let reason = if reason.is_empty() { self.export_not_noted() } else { reason };
        let stop = if reason.ends_with(['.', '!', '?']) { "" } else { "." };
        match self {
            Self::Dutch => format!("INGETROKKEN op {day}{by}. Reden: {reason}{stop}"),
            Self::English => format!("WITHDRAWN on {day}{by}. Reason: {reason}{stop}"),
        }
    }

    /// What a withdrawn judgement was, and of which day; `day` may be empty.
    pub fn judgement_it_was(self, what: &str, day: &str) -> String {
        let day = if day.is_empty() { String::new() } else { format!(" ({day})") };
        match self {
            Self::Dutch => format!("Het was: {what}{day}"),
            Self::English => format!("It was: {what}{day}"),
        }
    }

    /// That what was agreed was taken over into the patient's record; `by` may be empty.
    pub fn export_taken_over(self, by: &str, day: &str) -> String {
        match (self, by) {
            (Self::Dutch, "") => format!("Overgenomen in dossier op {day}."),
            (Self::Dutch, by) => format!("Overgenomen in dossier door {by}, op {day}."),
            (Self::English, "") => format!("Copied into the patient's record on {day}."),
            (Self::English, by) => format!("Copied into the patient's record by {by}, on {day}."),
        }
    }
}
