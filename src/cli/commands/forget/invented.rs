//! Deleting the meetings with invented patients that a notebook keeps of the time before it was used for others.

use std::collections::BTreeSet;

use super::{agreed, told};
use crate::cli::commands::leave::is_noted;
use crate::cli::commands::notebook::listed;
use crate::cli::console::out;
use crate::cli::console::progress::Shown;
use crate::cli::trouble::Trouble;
use crate::meeting::{MeetingId, MeetingSummary, typed};
use crate::shell::{Outside, me};
use crate::store::NotebookError;
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
    said.push(language.forget_session_versions(found.versions));
    said.push(language.delete_backups_stay().to_owned());
    out::say(&format!("{}\n\n", said.join("\n\n")), language)?;
    if !agreed(yes, language)? {
        return Ok(false);
    }
    // Before anything goes: what is interrupted after this is still accounted for.
    let noted = is_noted(outside.note_deleted(&ids.iter().copied().collect::<Vec<_>>(), &[]), language);
    let done = Shown::during(language, |progress| notebook.delete_meetings(&ids, &me(), progress));
    let done = done.map_err(failed)?;
    outside.witness();
    let first = language.meetings_deleted(done.meetings.len(), done.versions);
    Ok(told(&done, first, Vec::new(), language)? && noted)
}
