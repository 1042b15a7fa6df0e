//! Counts of a group to learn from.

use super::{Paper, day_of};
use crate::checklist::Looks;
use crate::cli::arguments::{PaperFormat, WantedMirror};
use crate::cli::commands::known::read::no_such_group;
use crate::cli::commands::notebook::is_fictional;
use crate::cli::console::out;
use crate::cli::trouble::{Trouble, WRONG_USAGE};
use crate::export::{DocumentKind, Mirror, RegionalRow, regional_csv, regional_lines};
use crate::meeting::{PatientId, typed};
use crate::shell::{self, Outside};
use crate::text::{self, same::folded};
use crate::words::Language;

/// The counts over the meetings that were meant.
///
/// # Errors
///
/// When a day is none, or the notebook cannot be read.
pub(in crate::cli) fn mirror(
    outside: &Outside,
    wanted: &WantedMirror,
    format: PaperFormat,
    language: Language,
) -> Result<Paper, Trouble> {
    let today = shell::now().date();
    let day = |typed: &Option<String>| {
        typed.as_deref().map(|typed| day_of(typed, today, Looks::Back, language)).transpose()
    };
    let (from, to) = (day(&wanted.from)?, day(&wanted.to)?.unwrap_or(today));
    if let Some(from) = from.filter(|from| *from > to) {
        let (from, to) = (typed::day(from, language), typed::day(to, language));
        return Err(Trouble { code: WRONG_USAGE, ..Trouble::new(language.mirror_upside_down(&from, &to)) });
    }
    let source = outside.mirror_source(today).map_err(|why| Trouble::new(why.get(language)))?;
    // By the name that it has, and by no looser rule than it is counted by: else a paper of zeros would be of no group.
    let group = match wanted.group.as_deref() {
        None => "",
        Some(name) => {
            source.group(name).ok_or_else(|| {
                // It may have met on a day that is still to come by this clock.
                source.caveats.told(language).iter().for_each(|told| out::complain(told));
                match source.of_invented.contains(&folded(name)) {
                    true => Trouble::new(language.mirror_group_invented(&text::truncate(
                        &text::visible_line(name),
                        60,
                        "...",
                    ))),
                    false => no_such_group(name, source.groups().into_iter(), language),
                }
            })?
        }
    };
    let fictional = outside.notebook().is_ok_and(|notebook| is_fictional(notebook.folder()));
    let mirror = Mirror { language, source: &source, group, from, to, fictional };
    mirror.told_first().iter().for_each(|told| out::complain(told));
    let ids: Vec<PatientId> = mirror.patients().iter().map(|one| one.patient).collect();
    let advice = language.cli_read_before_giving();
    let table = |written: fn(&[RegionalRow]) -> String| {
        let groups = if group.is_empty() { mirror.groups() } else { vec![group] };
        let rows: Vec<RegionalRow> =
            groups.into_iter().flat_map(|group| Mirror { group, ..mirror }.regional(today)).collect();
        Paper::of_text(
            written(&rows),
            DocumentKind::Mirror.name(),
            ids.clone(),
            &mirror.name(),
            format.name(),
        )
    };
    Ok(match format {
        PaperFormat::Document(format) => {
            Paper { advice, ..Paper::new(&mirror.document(), format, ids.clone(), &mirror.name()) }
        }
        PaperFormat::Csv | PaperFormat::Xlsx => table(regional_csv),
        PaperFormat::JsonLines => table(regional_lines),
    })
}
