//! The words of a condition, told as people read it.

use crate::words::language::{Language, sentences};

sentences! {
    /// An answer to a question that asks yes or no.
    condition_yes => "ja", "yes";
    /// An answer to a question that asks yes or no.
    condition_no => "nee", "no";
    /// Between conditions that all hold, or things that all belong.
    condition_and => " en ", " and ";
    /// Between conditions of which one holds.
    condition_or => " of ", " or ";
    /// A test on whether there is an answer.
    condition_answered => "beantwoord", "answered";
    /// A test on whether there is an answer.
    condition_open => "niet beantwoord", "not answered";
    /// What the team decided.
    condition_judgement => "oordeel", "judgement";
}

/// Sentences with parameters. Texts come in clean.
impl Language {
    /// Something that does not hold.
    pub fn condition_not(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("niet {what}"),
            Self::English => format!("not {what}"),
        }
    }

    /// A lower bound.
    pub fn condition_at_least(self, bound: &str) -> String {
        match self {
            Self::Dutch => format!("ten minste {bound}"),
            Self::English => format!("at least {bound}"),
        }
    }

    /// An upper bound.
    pub fn condition_at_most(self, bound: &str) -> String {
        match self {
            Self::Dutch => format!("hoogstens {bound}"),
            Self::English => format!("at most {bound}"),
        }
    }

    /// How many of some questions have an answer that counts.
    pub fn condition_count(self, bounds: &str, items: &str, counts: &str) -> String {
        match self {
            Self::Dutch => format!("{bounds} van {items}: {counts}"),
            Self::English => format!("{bounds} of {items}: {counts}"),
        }
    }

    /// When something is not shown.
    pub fn condition_unless(self, condition: &str) -> String {
        match self {
            Self::Dutch => format!("Niet bij {condition}"),
            Self::English => format!("Not with {condition}"),
        }
    }

    /// When something is shown.
    pub fn condition_only_when(self, condition: &str) -> String {
        match self {
            Self::Dutch => format!("Alleen bij {condition}"),
            Self::English => format!("Only with {condition}"),
        }
    }
}
