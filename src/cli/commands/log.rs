//! Showing the access log, and whether it is as it was written.

use crate::cli::arguments::WantedLog;
use chrono::{Datelike, NaiveDate};

use super::notebook::{find_any, listed};
use crate::cli::console::numbers::{DIGITS, Numbers};
use crate::cli::trouble::Trouble;
use crate::meeting::typed::{self, Read};
use crate::shell::{self, Outside};
use crate::store::{Deed, LogEntry, clock};
use crate::text;
use crate::words::Language;

/// The log as text, and whether it is as it was written.
///
/// # Errors
///
/// When what was asked makes no sense, or the log cannot be read.
pub(in crate::cli) fn log(
    outside: &Outside,
    wanted: &WantedLog,
    language: Language,
) -> Result<(String, bool), Trouble> {
    let since = wanted.since.as_deref().map(|typed| day(typed, language)).transpose()?;
    let meeting = wanted.meeting.as_deref().map(|typed| meeting(outside, typed, language)).transpose()?;
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    outside.log_what_waited();
    let log = notebook.read_log().map_err(|error| Trouble::new(error.message(language)))?;
    let fits = |entry: &&LogEntry| {
        let about = |wanted: &String| entry.meeting.is_some_and(|id| id.to_string().starts_with(wanted));
        since.is_none_or(|since| clock::local(entry.at).date() >= since) && meeting.as_ref().is_none_or(about)
    };
    let named = log.entries.iter().flat_map(|entry| {
        let meeting = entry.meeting.map(|id| id.to_string());
        meeting.into_iter().chain(entry.patients.iter().map(ToString::to_string))
    });
    let numbers = Numbers::of(named);
    let entries = log.entries.iter().filter(fits);
    let lines: Vec<String> = entries.map(|entry| line(entry, &numbers, language)).collect();
    // That nothing happened from a day on that is still to come, says nothing.
    let told = |day: NaiveDate| match typed::day(day, language) {
        words if day > shell::now().date() => language.date_to_come(&words),
        words => words,
    };
    if let Some(day) =
        since.filter(|day| lines.is_empty() && log.faults.is_empty() && *day > shell::now().date())
    {
        return Err(Trouble::new(language.log_not_yet(&typed::day(day, language))));
    }
    let mut paragraphs: Vec<String> = since.map(|day| language.log_since(&told(day))).into_iter().collect();
    paragraphs.push(match lines.as_slice() {
        [] if log.entries.is_empty() => language.log_empty().to_owned(),
        [] => language.log_nothing_found().to_owned(),
        lines => lines.join("\n"),
    });
    paragraphs.extend(log.faults.iter().map(|fault| fault.message(language)));
    Ok((format!("{}\n", paragraphs.join("\n\n")), log.faults.is_empty()))
}

fn day(typed: &str, language: Language) -> Result<NaiveDate, Trouble> {
    // A whole year, which may be one that no field takes; with two digits the day comes first, as in a field.
    let iso = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok().filter(|day| day.year() >= 1900);
    let shown = || text::truncate(&text::visible_line(typed), 60, "...").into_owned();
    match iso.map_or_else(|| typed::since(typed, shell::now().date()), Read::from) {
        Read::Day(reading) => Ok(reading.day),
        Read::Nothing => Err(Trouble::new(language.no_day(&shown()))),
        asked => Err(Trouble::new(language.day_asked(&shown(), &typed::doubt(language, asked)))),
    }
}

/// The beginning of the identifier of a meeting, which may be deleted by now.
fn meeting(outside: &Outside, typed: &str, language: Language) -> Result<String, Trouble> {
    let lower = typed.trim().to_lowercase();
    if lower.len() >= DIGITS && lower.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(lower);
    }
    let id = find_any(&listed(outside, language)?, typed, language)?;
    Ok(id.to_string())
}

fn line(entry: &LogEntry, numbers: &Numbers, language: Language) -> String {
    let short = |id: String| numbers.short(&id);
    let who = if entry.who.trim().is_empty() { language.log_nobody() } else { entry.who.trim() };
    let patients: Vec<String> = entry.patients.iter().map(|id| short(id.to_string())).collect();
    let parts = [
        Some(clock::local(entry.at).format("%d-%m-%Y %H:%M:%S").to_string()),
        Some(who.to_owned()),
        Some(deed(entry, language)),
        entry.meeting.map(|id| language.log_meeting(&short(id.to_string()))),
        (!patients.is_empty()).then(|| language.log_patients(&patients.join(", "))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

fn deed(entry: &LogEntry, language: Language) -> String {
    let said = match entry.deed {
        Deed::Exported => return language.deed_of_paper(&entry.paper, is_whole_notebook(entry)),
        // What comes back with no meeting named is the whole notebook.
        Deed::Changed if entry.meeting.is_none() => language.deed_restored(),
        Deed::Started => language.deed_started(),
        Deed::Unlocked => language.deed_unlocked(),
        Deed::NotUnlocked => language.deed_not_unlocked(),
        Deed::Opened => language.deed_opened(),
        Deed::Created => language.deed_created(),
        Deed::Changed => language.deed_changed(),
        Deed::Deleted => language.deed_deleted(),
        Deed::LogDeleted => language.deed_log_deleted(),
        Deed::ClockSeen => language.deed_clock_seen(),
    };
    said.to_owned()
}

/// Whether what left was a backup: older entries do not say which paper left, but a backup never named anybody.
fn is_whole_notebook(entry: &LogEntry) -> bool {
    entry.paper.is_empty() && entry.meeting.is_none() && entry.patients.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{Id, PatientId};

    #[test]
    fn a_line_says_which_paper_left_and_an_older_one_still_reads() {
        let older = r#"{"at":"2026-11-29T12:00:00","deed":"exported""#;
        let patients = format!(r#","patients":["{}"]"#, PatientId(Id::from_bits(1)));
        for (rest, known) in [
            ("", "naar buiten gebracht: reservekopie van het hele notitieboek"),
            (patients.as_str(), "naar buiten gebracht"),
            (r#","paper":"register""#, "naar buiten gebracht: register"),
            (r#","paper":"minutes""#, "naar buiten gebracht: verslag"),
            (r#","paper":"fhir""#, "naar buiten gebracht: pzp-fhir"),
            (r#","paper":"van later""#, "naar buiten gebracht"),
        ] {
            let entry: LogEntry = serde_json::from_str(&format!("{older}{rest}}}")).unwrap();
            assert_eq!(deed(&entry, Language::Dutch), known, "{rest}");
        }
    }

    #[test]
    fn a_day_is_read_as_in_a_field() {
        for (typed, known) in [
            ("01-11-26", Some("2026-11-01")),
            ("1-11-26", Some("2026-11-01")),
            ("31-10-26", Some("2026-10-31")),
            ("01-11-2026", Some("2026-11-01")),
            ("2026-11-01", Some("2026-11-01")),
            ("2026-11-1", Some("2026-11-01")),
            (" 20261101 ", Some("2026-11-01")),
            ("0026-11-01", None),
            ("1-11-1", None),
            ("31-11-26", None),
            ("", None),
        ] {
            let read = day(typed, Language::Dutch).ok().map(|day| day.to_string());
            assert_eq!(read.as_deref(), known, "{typed}");
        }
    }
}
