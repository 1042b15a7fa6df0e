//! A summary of one patient, for one reader.

use super::Paper;
use crate::cli::arguments::WantedSummary;
use crate::cli::commands::known::read::Known;
use crate::cli::trouble::Trouble;
use crate::export::{DocumentFormat, PinnedDefinitions, Summary};
use crate::meeting::{terms, typed};
use crate::shell::{self, Outside};
use crate::text;
use crate::words::Language;

/// The summary of the patient who was meant.
///
/// # Errors
///
/// When nobody is meant, several are, the notebook cannot be read, or there may be no such paper.
pub(in crate::cli) fn summary(
    outside: &Outside,
    WantedSummary { whom, reader, extras }: &WantedSummary,
    format: DocumentFormat,
    language: Language,
) -> Result<Paper, Trouble> {
    let reader = *reader;
    if let Some(extra) = extras.iter().find(|extra| !reader.extras().contains(extra)) {
        let names: Vec<&str> = reader.extras().iter().map(|extra| extra.name()).collect();
        let whom = Summary::whom(language, reader);
        return Err(Trouble::new(language.summary_no_such_extra(extra.name(), whom, &names)));
    }
    let known = Known::read(outside, language)?;
    let person = known.find(whom, language)?;
    let course = known.course(person.patient);
    if let (true, Some(day)) = (course.entries.is_empty(), person.planned) {
        let label = terms::label(language, &person.label, &person.born);
        let label = text::visible_line(&label).into_owned();
        return Err(Trouble::new(language.only_proposed(&label, &typed::day(day, language))));
    }
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let mut definitions = Vec::new();
    for entry in &course.entries {
        let pinned = shell::outside::pinned(&notebook, entry);
        definitions.extend(pinned.into_iter().map(|definition| (entry.id, definition)));
    }
    let definitions: &PinnedDefinitions = &definitions;
    let me = shell::me().who;
    let summary = Summary {
        language,
        reader,
        course: &course,
        definitions,
        today: known.today,
        made_by: me.trim(),
        fictional: known.fictional,
        number: person.mark.number(),
        extras,
    };
    let document = summary.document().map_err(|why| Trouble::new(why.told(reader, language)))?;
    let advice = if reader.is_read_through() { language.cli_read_before_giving() } else { "" };
    Ok(Paper { advice, ..Paper::new(&document, format, vec![person.patient], &summary.name()) })
}
