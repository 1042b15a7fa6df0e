//! Deleting a session with a case, which may have names in it, in the way in which a patient is deleted.

use std::collections::BTreeSet;

use super::{agreed, told};
use crate::app::Listed;
use crate::cli::commands::notebook::{find, listed};
use crate::cli::console::numbers::Numbers;
use crate::cli::console::out;
use crate::cli::console::progress::Shown;
use crate::cli::trouble::Trouble;
use crate::meeting::{MeetingSummary, typed};
use crate::shell::{Outside, me};
use crate::store::NotebookError;
use crate::text;
use crate::words::Language;

/// Deletes a session, after it was said what goes and somebody agreed; false when something is left.
///
/// # Errors
///
/// When none is meant, several are, or the notebook cannot be read.
pub(in crate::cli) fn forget_session(
    outside: &Outside,
    which: &str,
    yes: bool,
    language: Language,
) -> Result<bool, Trouble> {
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let failed = |error: NotebookError| Trouble::new(error.message(language));
    let mut listed = listed(outside, language)?;
    let numbers = Numbers::of(listed.meetings.iter().map(|summary| summary.id));
    listed.meetings.retain(|summary| summary.session);
    let times = MeetingSummary::times(&listed.meetings);
    let of = |summary: &MeetingSummary| {
        let time = times.get(&summary.id).cloned();
        let met = summary.met(language, |day| typed::day(day, language));
        let when = [Some(met), time].into_iter().flatten().collect::<Vec<_>>();
        (numbers.short(&summary.id), when.join(", "), text::visible_line(&summary.group).into_owned())
    };
    let one = one(&listed, which, language).ok_or_else(|| {
        let line = |summary| {
            let (id, when, case) = of(summary);
            format!("  {id}  {when}  {case}")
        };
        let known = listed.meetings.iter().map(line).collect::<Vec<_>>().join("\n");
        let clean = text::truncate(&text::visible_line(which), 60, "...").into_owned();
        Trouble::new(language.forget_no_session(&clean, &known))
    })?;
    let ids = BTreeSet::from([one.id]);
    let survey = Shown::during(language, |progress| notebook.survey(|id| id == one.id, progress));
    let found = survey.map_err(failed)?.of_meetings(&ids);
    let (id, when, case) = of(one);
    let mut said = vec![language.forget_which_session(&case, &when, &id)];
    said.push(language.session_delete_what().to_owned());
    said.push(language.forget_session_versions(found.versions));
    said.push(language.delete_backups_stay().to_owned());
    out::say(&format!("{}\n\n", said.join("\n\n")), language)?;
    if !agreed(yes, language)? {
        return Ok(false);
    }
    // Before anything goes: what is interrupted after this is still accounted for.
    let noted = out::is_noted(outside.note_deleted(&[one.id], &[]).as_ref(), language);
    let done = Shown::during(language, |progress| notebook.delete_meetings(&ids, &me(), progress));
    let done = done.map_err(failed)?;
    outside.witness();
    let first = match done.is_whole() {
        true => language.session_deleted(done.versions),
        false => language.meetings_deleted(done.meetings.len(), done.versions),
    };
    Ok(told(&done, first, Vec::new(), language)? && noted)
}

/// The session that was meant: by its identifier or the beginning of that, or the last of all sessions.
fn one<'l>(listed: &'l Listed, which: &str, language: Language) -> Option<&'l MeetingSummary> {
    let id = find(listed, which, language).ok()?;
    listed.meetings.iter().find(|summary| summary.id == id)
}
