//! What could not be taken over, item by item.

use crate::words::Language;

/// Something that one of the two forms has no place for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Where: the link id or the name of the part; empty for the form as a whole.
    pub place: String,
    /// What.
    pub lost: Lost,
}

/// What is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// A feature by the name that the standard gives it.
    Feature(String),
    /// That an answer is required: here nothing is.
    Required,
    /// A type of question that is not known here, by its word.
    Kind(String),
    /// A value set that is not in the file, so that a text is asked for.
    OutsideValues(String),
    /// More options than can be shown, so that a text is asked for.
    TooManyOptions(usize),
    /// Numbers, days or times to choose from, by the word that the standard has for them: they are a choice of texts here.
    AsChoice(String),
    /// A condition that cannot be tested here, so that the question is always shown.
    Condition,
    /// A group within a question; its questions stand under that question.
    GroupInQuestion,
    /// A group without questions.
    EmptyGroup,
    /// A link id that was there twice, or names another part.
    LinkId(String),
    /// No Dutch text.
    NoDutch,
    /// The type of a question of ours that becomes another.
    Becomes(&'static str, &'static str),
    /// A part of a definition that no form has.
    Part(&'static str),
    /// The definition that came along is of another form than this one, and was not used.
    Changed,
}

impl Loss {
    /// One line: where, and what.
    pub fn told(&self, language: Language) -> String {
        let what = match &self.lost {
            Lost::Feature(name) => language.form_feature(name),
            Lost::Required => language.form_required().to_owned(),
            Lost::Kind(kind) => language.form_kind(kind),
            Lost::OutsideValues(url) => language.form_outside_values(url),
            Lost::TooManyOptions(count) => language.form_too_many_options(*count),
            Lost::AsChoice(kind) => language.form_as_choice(kind),
            Lost::Condition => language.form_condition().to_owned(),
            Lost::GroupInQuestion => language.form_group_in_question().to_owned(),
            Lost::EmptyGroup => language.form_empty_group().to_owned(),
            Lost::LinkId(name) => language.form_link_id(name),
            Lost::NoDutch => language.form_no_dutch().to_owned(),
            Lost::Becomes(from, to) => language.form_becomes(from, to),
            Lost::Part(name) => language.form_part(name),
            Lost::Changed => language.form_changed().to_owned(),
        };
        let told = if self.place.is_empty() { what } else { format!("{}: {what}", self.place) };
        crate::text::visible_line(&told).into_owned()
    }
}
