//! Deleting the meetings with invented patients that a notebook keeps of the time before it was used for others.

use std::collections::{BTreeMap, BTreeSet};

use super::{agreed, told};
use crate::cli::commands::notebook::listed;
use crate::cli::console::out;
use crate::cli::console::progress::Shown;
use crate::cli::trouble::Trouble;
use crate::meeting::{MeetingId, MeetingKind, MeetingSummary, PatientId, When, terms, typed};
use crate::shell::{Outside, me};
use crate::store::{Notebook, NotebookError, Survey};
use crate::text;
use crate::words::Language;

/// Deletes them, after it was said which and somebody agreed; false when something is left.
///
/// # Errors
///
/// When there is none, or the notebook cannot be read.
pub(in crate::cli) fn forget_invented(
    outside: &Outside,
    yes: bool,
    language: Language,
) -> Result<bool, Trouble> {
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let failed = |error: NotebookError| Trouble::new(error.message(language));
    let listed = listed(outside, language)?;
    let invented: Vec<&MeetingSummary> =
        listed.meetings.iter().filter(|summary| summary.is_of_invented()).collect();
    if invented.is_empty() {
        return Err(Trouble::new(language.forget_none_invented()));
    }
    let ids: BTreeSet<MeetingId> = invented.iter().map(|summary| summary.id).collect();
    let survey = Shown::during(language, |progress| notebook.survey(|id| ids.contains(&id), progress));
    let found = survey.map_err(failed)?.of_meetings(&ids);
    let line = |summary: &&MeetingSummary| {
        let met = summary.met(language, |day| typed::day(day, language));
        format!("  {met}, {}", text::visible_line(&summary.group))
    };
    let lines = invented.iter().map(line).collect::<Vec<_>>().join("\n");
    let mut said = vec![format!("{}\n{lines}", language.forget_invented(invented.len()))];
    let mixed = Mixed::of(&notebook, language).map_err(failed)?;
    said.extend(mixed.told(language));
    said.push(language.forget_session_versions(found.versions));
    said.push(language.delete_backups_stay().to_owned());
    out::say(&format!("{}\n\n", said.join("\n\n")), language)?;
    if !agreed(yes, language)? {
        return Ok(false);
    }
    // Before anything goes: what is interrupted after this is still accounted for.
    let patients: Vec<PatientId> = mixed.go.keys().copied().collect();
    let touched = ids.iter().chain(&mixed.meetings).copied().collect::<BTreeSet<_>>();
    let touched: Vec<MeetingId> = touched.into_iter().collect();
    let noted = out::is_noted(outside.note_deleted(&touched, &patients).as_ref(), language);
    // Who is invented is known from what is deleted: so that goes last, and an interruption leaves nobody who seems to be real.
    if !patients.is_empty() {
        let survey = Survey::default();
        let gone =
            Shown::during(language, |progress| notebook.forget_surveyed(&patients, &survey, &me(), progress));
        let gone = gone.map_err(failed)?;
        if !gone.is_whole() {
            outside.witness();
            return told(&gone, language.nothing_deleted_yet().to_owned(), Vec::new(), language);
        }
    }
    let done = Shown::during(language, |progress| notebook.delete_meetings(&ids, &me(), progress));
    let done = done.map_err(failed)?;
    outside.witness();
    let first = language.meetings_deleted(done.meetings.len(), done.versions);
    Ok(told(&done, first, Vec::new(), language)? && noted)
}

/// Who is in meetings with invented patients and in others too.
#[derive(Default)]
struct Mixed {
    /// Who was invented first: what others say of them goes too.
    go: BTreeMap<PatientId, String>,
    /// Who stood in another meeting first: who is real cannot be told from here, and stays.
    stay: BTreeMap<PatientId, String>,
    /// The other meetings from which something goes.
    meetings: BTreeSet<MeetingId>,
}

impl Mixed {
    fn of(notebook: &Notebook, language: Language) -> Result<Self, NotebookError> {
        let mut found: BTreeMap<PatientId, Found> = BTreeMap::new();
        notebook.digests(&mut |digest| {
            for review in digest.reviews.iter().filter(|_| digest.kind != MeetingKind::Education) {
                let known = found.entry(review.patient).or_default();
                let when = digest.when();
                if digest.fictional {
                    known.invented = Some(known.invented.map_or(when, |first| first.min(when)));
                } else {
                    known.real = Some(known.real.map_or(when, |first| first.min(when)));
                    known.meetings.insert(digest.id);
                }
                known.label = terms::label(language, &review.label, &review.born);
            }
        })?;
        let mut mixed = Self::default();
        for (patient, known) in found {
            let (Some(invented), Some(real)) = (known.invented, known.real) else { continue };
            let label = text::visible_line(&known.label).into_owned();
            if invented < real {
                mixed.go.insert(patient, label);
                mixed.meetings.extend(known.meetings);
            } else {
                mixed.stay.insert(patient, label);
            }
        }
        Ok(mixed)
    }

    fn told(&self, language: Language) -> Vec<String> {
        let named = |patients: &BTreeMap<PatientId, String>| {
            patients.values().map(|label| format!("\"{label}\"")).collect::<Vec<_>>().join(", ")
        };
        let go = (!self.go.is_empty())
            .then(|| language.forget_invented_elsewhere(&named(&self.go), self.meetings.len()));
        let stay = (!self.stay.is_empty()).then(|| language.forget_invented_stay(&named(&self.stay)));
        go.into_iter().chain(stay).collect()
    }
}

/// When a patient was recorded first as invented, and as who is not.
#[derive(Default)]
struct Found {
    invented: Option<When>,
    real: Option<When>,
    meetings: BTreeSet<MeetingId>,
    label: String,
}
