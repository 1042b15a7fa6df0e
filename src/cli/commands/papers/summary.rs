//! A summary of one patient, for one reader.

use super::Paper;
use crate::cli::commands::known::read::Known;
use crate::cli::trouble::Trouble;
use crate::export::{DocumentFormat, PinnedDefinitions, Reader, Refusal, Summary};
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
    whom: &str,
    reader: Reader,
    format: DocumentFormat,
    language: Language,
) -> Result<Paper, Trouble> {
    let known = Known::read(outside, language)?;
    let person = known.find(whom, language)?;
    let course = known.course(person.patient);
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
    };
    let document = summary.document().map_err(|why| Trouble::new(refused(why, reader, language)))?;
    let day = known.today.to_string();
    let name = [language.file_summary(), person.label.as_str(), reader.name(), &day];
    let advice = match reader {
        Reader::Social | Reader::Patient => language.cli_read_before_giving(),
        Reader::Dossier | Reader::Hap => "",
    };
    Ok(Paper { advice, ..Paper::new(&document, format, vec![person.patient], &name) })
}

/// Why there may be no such paper, in words.
pub(super) fn refused(why: Refusal, reader: Reader, language: Language) -> String {
    let whom = match reader {
        // The sentence speaks of the patient, and not to the patient.
        Reader::Patient => language.summary_for_relatives(),
        _ => Summary::whom(language, reader),
    };
    let question = match reader {
        Reader::Patient => language.summary_question_relatives(),
        _ => language.summary_question_social(),
    };
    let told = match why {
        Refusal::NotAsked => language.summary_not_asked(whom, question),
        Refusal::NoConsent => language.summary_no_consent(whom),
        Refusal::Deceased => language.summary_refused_deceased().to_owned(),
    };
    text::visible_text(&told).into_owned()
}
