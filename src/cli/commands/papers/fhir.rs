//! The plan of one patient for other programs.

use super::Paper;
use crate::cli::commands::known::read::Known;
use crate::cli::trouble::Trouble;
use crate::exchange::{Plan, Profiles};
use crate::export::{FHIR, PinnedDefinitions, Reader, Summary};
use crate::meeting::typed;
use crate::shell::{self, Outside};
use crate::words::Language;

/// The plan that stands of the patient who was meant.
///
/// # Errors
///
/// When nobody is meant, several are, the notebook cannot be read, or there may be no such paper.
pub(in crate::cli) fn fhir(
    outside: &Outside,
    whom: &str,
    profiles: &Profiles,
    language: Language,
) -> Result<Paper, Trouble> {
    let known = Known::read(outside, language)?;
    let person = known.find(whom, language)?;
    let course = known.course(person.patient);
    let fictional = known.fictional || person.invented;
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let mut definitions = Vec::new();
    for entry in &course.entries {
        let pinned = shell::outside::pinned(&notebook, entry);
        definitions.extend(pinned.into_iter().map(|definition| (entry.id, definition)));
    }
    let definitions: &PinnedDefinitions = &definitions;
    // What may not be on paper for who treats the patient, may not be in a file either.
    let summary = Summary {
        language,
        reader: Reader::Hap,
        course: &course,
        definitions,
        today: known.today,
        made_by: "",
        fictional,
        number: "",
        extras: &[],
    };
    summary.document().map_err(|why| Trouble::new(why.told(Reader::Hap, language)))?;
    let plan = Plan {
        language,
        course: &course,
        definitions,
        label: &person.label,
        born: typed::birth_year(&person.born, known.today),
        profiles: profiles.clone(),
        fictional,
    };
    let sent = plan.sent();
    let mut left_out: Vec<String> = Vec::new();
    if !sent.left_out.is_empty() {
        left_out.push(language.fhir_left_out().to_owned());
        left_out.extend(sent.left_out.iter().map(|one| format!("  {}", one.told(language))));
    }
    let day = known.today.to_string();
    let name = [language.file_plan(), person.label.as_str(), &day];
    let paper = Paper::of_text(sent.text(), FHIR, vec![person.patient], &name, "json");
    Ok(Paper { advice: language.fhir_advice(), left_out, ..paper })
}
