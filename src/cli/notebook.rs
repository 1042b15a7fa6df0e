//! The notebook without a screen: the list of its meetings, and one meeting as plain text.

use chrono::NaiveDate;

use super::Trouble;
use crate::app::action::Action;
use crate::app::page::{Block, Row, RowKind};
use crate::app::{
    Effect, FileProblem, Listed, Model, Msg, Opened, Page, Screen, Settings, Size, pages, terms,
};
use crate::meeting::{MeetingId, MeetingSummary, typed};
use crate::shell::{self, Outside};
use crate::text;
use crate::words::Language;

/// How many digits of an identifier are shown; with those a notebook of thousands of meetings has no two alike.
const DIGITS: usize = 8;

/// The list of meetings, newest first, and the files that cannot be read.
///
/// # Errors
///
/// What is wrong with the notebook.
pub(super) fn meetings(outside: &Outside, today: NaiveDate, language: Language) -> Result<String, Trouble> {
    let listed = listed(outside, language)?;
    let mut lines: Vec<[String; 4]> =
        listed.meetings.iter().map(|summary| line(summary, today, language)).collect();
    align(&mut lines);
    let mut text: String =
        lines.iter().map(|columns| format!("{}\n", columns.join("  ").trim_end())).collect();
    if listed.meetings.is_empty() {
        text = format!("{}\n", language.cli_no_meetings());
    }
    for FileProblem { message, .. } in &listed.problems {
        text.push_str(&format!("\n{}\n", message.get(language)));
    }
    Ok(text)
}

fn listed(outside: &Outside, language: Language) -> Result<Listed, Trouble> {
    match outside.perform(&Effect::ListMeetings) {
        Some(Msg::Listed(listed)) => Ok(*listed),
        Some(Msg::NotebookFailed(why)) => Err(Trouble::new(why.get(language))),
        _ => Ok(Listed::default()),
    }
}

fn line(summary: &MeetingSummary, today: NaiveDate, language: Language) -> [String; 4] {
    let mut state = vec![terms::kind(language, summary.kind).to_owned()];
    state.push(match summary.closed {
        true => language.meeting_closed().to_owned(),
        false => language.discussed_of(summary.finished, summary.patients),
    });
    if summary.fictional {
        state.push(language.meeting_fictional().to_owned());
    }
    [
        summary.id.to_string().chars().take(DIGITS).collect(),
        typed::short_day(summary.date, today, language),
        terms::group(language, &summary.group).to_owned(),
        state.join(", "),
    ]
}

/// Fills each column up to its widest text.
fn align(lines: &mut [[String; 4]]) {
    for column in 0..4 {
        let texts = || lines.iter().filter_map(|line| line.get(column));
        let widest = texts().map(|text| text::width(text)).max().unwrap_or(0);
        for line in lines.iter_mut() {
            if let Some(text) = line.get_mut(column) {
                text.push_str(&" ".repeat(widest - text::width(text)));
            }
        }
    }
}

/// One meeting as plain text; `which` is an identifier, its beginning, or the word for the newest.
///
/// # Errors
///
/// When there is no such meeting, there are several, or it cannot be read.
pub(super) fn show(outside: &Outside, which: &str, settings: Settings) -> Result<String, Trouble> {
    let language = settings.language;
    let listed = listed(outside, language)?;
    let id = find(&listed.meetings, which, language)?;
    let said = |why: &crate::checklist::Localized| Trouble::new(why.get(language));
    let notebook = outside.notebook().map_err(|why| said(&why))?;
    let meeting = notebook.read(id).map_err(|problem| Trouble::new(problem.message(language)))?;
    let definitions = shell::outside::pinned(&notebook, &meeting);
    // The same pages as on the screen, read as text: no second telling that could say something else.
    let mut model = Model::new(settings, Size::new(80, 24), shell::now(), String::new());
    crate::app::update(
        &mut model,
        shell::now(),
        Msg::Opened(Box::new(Opened { meeting, definitions, read_only: None })),
    );
    Ok(told(&mut model))
}

/// The meeting that was meant.
fn find(meetings: &[MeetingSummary], which: &str, language: Language) -> Result<MeetingId, Trouble> {
    if [Language::Dutch, Language::English].iter().any(|language| language.cli_last() == which) {
        return meetings.first().map(|newest| newest.id).ok_or(Trouble::new(language.cli_no_meetings()));
    }
    let typed = which.to_lowercase();
    let mut found = meetings.iter().map(|summary| summary.id).filter(|id| id.to_string().starts_with(&typed));
    match (found.next(), found.count()) {
        (Some(id), 0) if !typed.is_empty() => Ok(id),
        (Some(_), more) if !typed.is_empty() => {
            Err(Trouble::new(language.cli_many_meetings(&clean(which), more + 1)))
        }
        _ => Err(Trouble::new(language.cli_no_such_meeting(&clean(which)))),
    }
}

fn clean(typed: &str) -> String {
    text::truncate(&text::visible_line(typed), 60, "...").into_owned()
}

fn told(model: &mut Model) -> String {
    let language = model.language();
    let Some(meeting) = model.record().cloned() else { return String::new() };
    let details = &meeting.details;
    let mut text = format!(
        "{}\n{}, {}\n",
        terms::group(language, &details.group),
        terms::kind(language, details.kind),
        typed::day(details.date, language)
    );
    if details.fictional {
        text.push_str(&format!("{}\n", language.meeting_fictional()));
    }
    if !meeting.participants.is_empty() {
        text.push_str(&format!("\n{}\n", language.details_participants()));
        for participant in &meeting.participants {
            text.push_str(&format!("  {}\n", terms::participant(language, participant)));
        }
    }
    for review in &meeting.reviews {
        let label = terms::patient(language, review);
        text.push_str(&format!("\n\n{label}\n{}\n", "=".repeat(text::width(&label))));
        model.path.go(&Screen::Overview(review.patient));
        text.push_str(&page_text(model, &pages::page(model)));
    }
    text
}

/// A page as text: what there is to read, without what there is to do.
fn page_text(model: &Model, page: &Page) -> String {
    let mut lines: Vec<String> = page.own_words.iter().map(|words| format!("\"{words}\"")).collect();
    for block in &page.blocks {
        match block {
            Block::Air | Block::Gap if lines.last().is_some_and(|line| !line.is_empty()) => {
                lines.push(String::new());
            }
            Block::Text(paragraph) => lines.extend(paragraph.text.lines().map(str::to_owned)),
            Block::Row(row) if !matches!(row.kind, RowKind::Action(Action::Back)) => {
                lines.extend(row_text(model, row));
            }
            _ => {}
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn row_text(model: &Model, row: &Row) -> Vec<String> {
    let sign = model.settings.marks.sign(row.mark);
    let space = if sign.is_empty() { "" } else { " " };
    let typed = row.as_field().and_then(|field| field.place.text(model.record()?));
    let value = typed.unwrap_or(&row.value);
    let colon = if value.is_empty() { "" } else { ": " };
    let whole = format!("{sign}{space}{}{colon}{value}", row.label);
    let mut lines = whole.lines();
    let first = lines.next().map(|line| format!("  {line}"));
    first.into_iter().chain(lines.map(|line| format!("      {line}"))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::meeting::{Id, Meeting, MeetingKind};
    use crate::shell::{Choices, Preferences};
    use crate::store::generate::{self, Size as Amount};

    fn outside(folder: &Path) -> Outside {
        let preferences = Preferences::new(Settings::default(), Choices::default());
        Outside::new(Some(folder.to_owned()), None, preferences)
    }

    fn summaries(bits: &[u128]) -> Vec<MeetingSummary> {
        let meeting = |bits: &u128| {
            Meeting::new(MeetingId(Id::from_bits(*bits)), MeetingKind::Patz, NaiveDate::default())
        };
        bits.iter().map(|bits| MeetingSummary::of(&meeting(bits))).collect()
    }

    #[test]
    fn a_meeting_by_its_beginning_or_as_the_last() {
        let known = summaries(&[0xab << 120, 0xac << 120, 0x1]);
        let found = |which: &str| find(&known, which, Language::Dutch);
        assert_eq!(found("ab").unwrap(), known[0].id);
        assert_eq!(found("AB").unwrap(), known[0].id);
        assert_eq!(found(&known[2].id.to_string()).unwrap(), known[2].id);
        assert_eq!(found("laatste").unwrap(), known[0].id);
        assert_eq!(found("last").unwrap(), known[0].id);
        assert!(found("a").unwrap_err().message.contains("2 bijeenkomsten"));
        assert!(found("").unwrap_err().message.contains("geen bijeenkomst"));
        assert!(found("zz\u{1b}").unwrap_err().message.contains("zz␛"));
        assert!(find(&[], "laatste", Language::Dutch).is_err());
    }

    #[test]
    fn an_empty_notebook_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let text = meetings(&outside(folder.path()), NaiveDate::default(), Language::English).unwrap();
        assert_eq!(text, "There are no meetings yet.\n");
    }

    #[test]
    fn meetings_are_listed_and_shown_with_what_was_noted() {
        let folder = tempfile::tempdir().unwrap();
        let notebook = generate::notebook(folder.path(), 2, Amount::Small).unwrap();
        let outside = outside(folder.path());
        let list = meetings(&outside, NaiveDate::default(), Language::Dutch).unwrap();
        assert_eq!(list.lines().count(), 2, "{list}");
        let newest = generate::meeting(0, Amount::Small);
        assert!(list.starts_with(&newest.id.to_string().chars().take(DIGITS).collect::<String>()), "{list}");
        let shown = show(&outside, "laatste", Settings::default()).unwrap();
        for review in &newest.reviews {
            assert!(shown.contains(&review.own_words) && shown.contains(&review.question), "{shown}");
            assert!(review.agreements.iter().all(|agreement| shown.contains(&agreement.what)), "{shown}");
        }
        // Looking takes nothing: another program can still hold the meeting.
        assert!(notebook.lock(newest.id).is_ok());
    }
}
