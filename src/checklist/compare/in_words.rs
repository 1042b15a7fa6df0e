//! Differences as lines of text, the same for every screen and list.

use super::difference::{Aspect, Change, Difference, Place, Value};
use crate::checklist::definition::{Checklist, Condition, Localized};
use crate::checklist::in_words;
use crate::words::Language;

/// A difference in words: a first line, and lines that belong under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceInWords {
    /// The part, and how it differs.
    pub heading: String,
    /// Both values, each with its word before it.
    pub lines: Vec<(&'static str, String)>,
}

impl Difference {
    /// The difference in words; the checklists are the two that were compared, for what conditions refer to.
    pub fn in_words(&self, earlier: &Checklist, later: &Checklist, language: Language) -> DifferenceInWords {
        let part = self.place.in_words(language);
        let title = self.title.get(language);
        let about = match &self.place {
            Place::Checklist | Place::Judgement => part,
            _ => format!("{part} (\"{title}\")"),
        };
        let heading = |what: &str| format!("{about}: {what}");
        let places = |places: &[Place]| {
            places.iter().map(|place| place.in_words(language)).collect::<Vec<_>>().join(", ")
        };
        match &self.change {
            Change::Added(_) => {
                DifferenceInWords { heading: heading(language.change_added()), lines: Vec::new() }
            }
            Change::Removed(_) => {
                DifferenceInWords { heading: heading(language.change_removed()), lines: Vec::new() }
            }
            Change::Moved(from, to) => DifferenceInWords {
                heading: heading(language.change_moved()),
                lines: vec![
                    (language.change_from(), from.in_words(language)),
                    (language.change_to(), to.in_words(language)),
                ],
            },
            Change::Reordered(order) => DifferenceInWords {
                heading: heading(language.change_reordered()),
                lines: vec![(language.change_to(), places(order))],
            },
            Change::Changed { aspect, from, to } => {
                let (was, is) = match (from, to) {
                    (Value::Text(was), Value::Text(is)) => texts(was, is, language),
                    _ => (value(from, earlier, language), value(to, later, language)),
                };
                DifferenceInWords {
                    heading: heading(aspect.in_words(language)),
                    lines: vec![(language.change_from(), was), (language.change_to(), is)],
                }
            }
        }
    }
}

/// Two texts in the language of the user, or in the other one where only that differs.
fn texts(was: &Localized, is: &Localized, language: Language) -> (String, String) {
    let (shown, now) = (was.get(language), is.get(language));
    if shown != now {
        return (shown.to_owned(), now.to_owned());
    }
    if was.nl != is.nl {
        return (was.nl.clone(), is.nl.clone());
    }
    let english = |text: &Option<String>| match text {
        Some(text) => format!("{}: {text}", language.value_english()),
        None => format!("{}: {}", language.value_english(), language.value_absent()),
    };
    (english(&was.en), english(&is.en))
}

fn value(value: &Value, checklist: &Checklist, language: Language) -> String {
    match value {
        Value::Absent => language.value_absent().to_owned(),
        Value::Text(text) => text.get(language).to_owned(),
        Value::Written(word) => word.clone(),
        Value::Condition(condition) => condition_in_words(condition, checklist, language),
    }
}

fn condition_in_words(condition: &Condition, checklist: &Checklist, language: Language) -> String {
    in_words::condition(condition, checklist, language)
}

impl Place {
    /// The part in words, with its name as in the file.
    pub fn in_words(&self, language: Language) -> String {
        let named = |part: &str, name: &dyn std::fmt::Display| format!("{part} {name}");
        match self {
            Self::Checklist => language.part_checklist().to_owned(),
            Self::Source(name) => named(language.part_source(), name),
            Self::Group(name) => named(language.part_group(), name),
            Self::Item(name) => named(language.part_item(), name),
            Self::Option(item, code) => {
                format!("{} {item}, {} {code}", language.part_item(), language.part_option())
            }
            Self::Indication(name) => named(language.part_indication(), name),
            Self::Judgement => language.part_judgement().to_owned(),
            Self::JudgementOption(code) => {
                format!("{}, {} {code}", language.part_judgement(), language.part_option())
            }
            Self::Agreement(_) => language.part_agreement().to_owned(),
        }
    }
}

impl Aspect {
    /// The aspect in words.
    pub const fn in_words(self, language: Language) -> &'static str {
        match self {
            Self::Title => language.aspect_title(),
            Self::Purpose => language.aspect_purpose(),
            Self::Text => language.aspect_text(),
            Self::Label => language.aspect_label(),
            Self::Help => language.aspect_help(),
            Self::Type => language.aspect_type(),
            Self::Condition => language.aspect_condition(),
            Self::Minimum => language.aspect_minimum(),
            Self::Maximum => language.aspect_maximum(),
            Self::Low => language.aspect_low(),
            Self::High => language.aspect_high(),
            Self::Unit => language.aspect_unit(),
            Self::Looks => language.aspect_looks(),
            Self::Earliest => language.aspect_earliest(),
            Self::Latest => language.aspect_latest(),
            Self::Time => language.aspect_time(),
            Self::Prefix => language.aspect_prefix(),
            Self::LinkId => language.aspect_link_id(),
            Self::Ask => language.aspect_ask(),
            Self::Audience => language.aspect_audience(),
            Self::NonAnswers => language.aspect_states(),
            Self::Discussed => language.aspect_discussed(),
            Self::NeedsNote => language.aspect_needs_note(),
            Self::Exclusive => language.aspect_exclusive(),
            Self::LeavesOpen => language.aspect_leaves_open(),
            Self::Code => language.aspect_code(),
            Self::Source => language.aspect_source(),
            Self::Repeats => language.aspect_repeats(),
            Self::About => language.aspect_about(),
            Self::Standing => language.aspect_standing(),
            Self::JudgeAgainAfter => language.aspect_judge_again_after(),
            Self::Year => language.aspect_year(),
            Self::Status => language.aspect_status(),
            Self::Address => language.aspect_address(),
            Self::Evidence => language.aspect_evidence(),
            Self::Involve => language.aspect_involve(),
        }
    }
}
