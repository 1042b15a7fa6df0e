//! Counts of a group to learn from.

use chrono::NaiveDate;

use super::Paper;
use crate::checklist::Looks;
use crate::cli::arguments::WantedMirror;
use crate::cli::commands::notebook::is_fictional;
use crate::cli::console::out;
use crate::cli::trouble::{Trouble, WRONG_USAGE};
use crate::export::{DocumentFormat, Mirror};
use crate::meeting::typed;
use crate::shell::{self, Outside};
use crate::text;
use crate::words::Language;

/// The counts over the meetings that were meant.
///
/// # Errors
///
/// When a day is none, or the notebook cannot be read.
pub(in crate::cli) fn mirror(
    outside: &Outside,
    wanted: &WantedMirror,
    format: DocumentFormat,
    language: Language,
) -> Result<Paper, Trouble> {
    let today = shell::now().date();
    let day = |typed: &Option<String>| -> Result<Option<NaiveDate>, Trouble> {
        let Some(typed) = typed else { return Ok(None) };
        let read = typed::whole_date(typed, today, Looks::Back);
        let shown = text::visible_line(typed);
        let wrong = || Trouble {
            code: WRONG_USAGE,
            ..Trouble::new(language.mirror_no_day(&text::truncate(&shown, 40, "...")))
        };
        read.map(Some).ok_or_else(wrong)
    };
    let (from, to) = (day(&wanted.from)?, day(&wanted.to)?.unwrap_or(today));
    let group = wanted.group.as_deref().unwrap_or_default();
    let source = outside.mirror_source(today).map_err(|why| Trouble::new(why.get(language)))?;
    if source.unread > 0 {
        out::complain(&language.something_unread(source.unread));
    }
    let fictional = outside.notebook().is_ok_and(|notebook| is_fictional(notebook.folder()));
    let mirror = Mirror { language, source: &source, group, from, to, fictional };
    let ids = mirror.patients().iter().map(|one| one.patient).collect();
    let advice = language.cli_read_before_giving();
    Ok(Paper { advice, ..Paper::new(&mirror.document(), format, ids, &mirror.name()) })
}
