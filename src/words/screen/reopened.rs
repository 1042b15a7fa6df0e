//! What is said of a meeting that is reopened after it was closed, on the screen and in its minutes.

use crate::words::language::{Language, sentences};

sentences! {
    /// A row, and a title.
    reopen_title => "Bijeenkomst heropenen", "Reopen the meeting";
    /// What reopening means.
    reopen_what =>
        "Na het heropenen kan er weer iets veranderen. Het verslag noemt dan wie heropende, wanneer en waarom, en van alles wat verandert wat er stond en wat er nu staat.",
        "Once it is reopened, the meeting can be changed again. The minutes then name who reopened it, when and why, and for everything that changes what was there before and what is there now.";
    /// A row.
    reopen_yes => "Heropenen", "Reopen";
    /// A row.
    reopen_no => "Dicht laten", "Leave it closed";
    /// A field.
    reopened_reason => "Reden", "Reason";
    /// A hint.
    reopened_reason_hint => "waarom is de bijeenkomst heropend?", "why was the meeting reopened?";
    /// A row, where the meeting was reopened.
    reopened_row => "Heropend na afsluiten", "Reopened after closing";
    /// No reason was given.
    reopened_without_reason => "de reden is niet genoteerd", "no reason was noted";
    /// What happens next.
    reopened_what =>
        "De bijeenkomst is heropend. Verander wat nodig is, en sluit haar daarna weer af.",
        "The meeting is reopened. Change what is needed, and then close it again.";
    /// Heading.
    reopened_so_far => "Gewijzigd na afsluiten", "Changed after closing";
    /// Nothing was changed yet.
    reopened_nothing_yet => "Er is nog niets gewijzigd.", "Nothing was changed yet.";
    /// A row.
    reopened_to_agenda => "Naar de agenda", "To the agenda";
    /// Heading in the minutes.
    export_amended => "Gewijzigd na afsluiten", "Changed after closing";
    /// At the top of the minutes.
    export_was_reopened =>
        "Na het afsluiten heropend; wat er is gewijzigd, staat onderaan.",
        "Reopened after it was closed; what changed is at the end.";
    /// A reopening in which nothing changed.
    export_amended_nothing => "Er is niets gewijzigd.", "Nothing was changed.";
    /// What stood there.
    export_before => "Was", "Before";
    /// What stands there now.
    export_after => "Nu", "Now";
}

impl Language {
    /// When the meeting was closed and when it was reopened, each with who did it.
    pub fn export_reopened(self, closed: &str, reopened: &str) -> String {
        match self {
            Self::Dutch => format!("Afgesloten: {closed}. Heropend: {reopened}."),
            Self::English => format!("Closed: {closed}. Reopened: {reopened}."),
        }
    }

    /// An agreement that a meeting after this one dealt with.
    pub fn agreement_ended_later(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("LATER AFGEHANDELD ({day})"),
            Self::English => format!("DEALT WITH LATER ({day})"),
        }
    }

    /// An agreement that a meeting after this one has otherwise.
    pub fn agreement_other_later(self, day: &str, other: &str) -> String {
        match self {
            Self::Dutch => format!("LATER ANDERS ({day}: {other})"),
            Self::English => format!("OTHERWISE LATER ({day}: {other})"),
        }
    }

    /// An agreement of a closed meeting that was corrected since in an earlier one, from which it came along.
    pub fn agreement_other_by_now(self, other: &str) -> String {
        match self {
            Self::Dutch => format!("INTUSSEN ANDERS ({other})"),
            Self::English => format!("CHANGED MEANWHILE ({other})"),
        }
    }

    /// The same on its page; `told` is the one above.
    pub fn agreement_came_along_otherwise(self, told: &str) -> String {
        match self {
            Self::Dutch => {
                format!(
                    "{told}. Dat is later vastgelegd bij een eerdere keer; hier staat zij zoals zij toen was."
                )
            }
            Self::English => {
                format!("{told}. That was recorded afterwards at an earlier date; this is how it stood then.")
            }
        }
    }

    /// What a correction of an agreement does not reach, on its page; `told` is one of the two above.
    pub fn agreement_stays_later(self, told: &str) -> String {
        match self {
            Self::Dutch => format!("{told}. Wat u hier verandert, verandert dat niet."),
            Self::English => format!("{told}. What you change here does not change that."),
        }
    }
}
