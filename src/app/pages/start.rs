//! The first screen, the list of meetings and the files that cannot be read.

use super::tables::state;
use chrono::NaiveDate;

use super::parts::{clock_doubt, titled};
use super::{about_group, prepared, search, tour};
use crate::app::message::{Protected, WayOut};
use crate::app::model::{Model, OpenMeeting};
use crate::app::page::{Action, Block, Mark, Page, Role, Row, RowId, Screen};
use crate::meeting::{MeetingKind, MeetingSummary, terms, typed};

/// The first screen.
pub(super) fn first(model: &Model) -> Page {
    let language = model.language();
    let mut page = Page {
        trail: vec!["Pallium".to_owned()],
        corner: Some(typed::day(model.now.date(), language)),
        ..Page::default()
    };
    page.air();
    let has_history = model.has_history();
    let is_reading = model.notebook_fault.is_none() && model.listed.as_ref().is_none_or(|listed| listed.more);
    if has_history {
        about_group::group(&mut page, model);
    } else if !is_reading {
        page.text(Role::Plain, language.start_purpose());
        page.text(Role::Quiet, language.start_notes_stay());
    }
    let is_brief = has_history || is_reading;
    match model.protected {
        Protected::No | Protected::Fictional | Protected::Fleeting => page.text(
            Role::Warning,
            if is_brief { language.start_not_encrypted() } else { language.start_fictional_only() },
        ),
        Protected::Disk => page.text(
            Role::Quiet,
            if is_brief { language.start_disk_is_encrypted() } else { language.start_disk_encrypted() },
        ),
        Protected::Sealed => page.text(Role::Quiet, language.start_encrypted()),
    };
    page.has_pane = has_history;
    if let Some(fault) = &model.notebook_fault {
        page.air().text(Role::Fault, fault.get(language));
    }
    if let Some(doubt) = clock_doubt(model) {
        page.air().text(Role::Warning, doubt);
    }
    let ahead = model.known.as_ref().map_or(0, |register| register.caveats.ahead);
    if ahead > 0 {
        page.air().text(Role::Warning, language.start_ahead(ahead));
    }
    page.gap();
    let before = page.blocks.len();
    continue_rows(model, &mut page);
    // With work that is not finished, Esc only comes near the end.
    page.abilities.leaves = page.blocks.len() == before;
    page.push(Row::action(RowId::fixed("new"), language.start_new(), Action::NewMeeting));
    closed_row(model, &mut page);
    let any = model.listed.as_ref().is_some_and(|listed| listed.meetings.iter().any(|one| !one.session));
    if any {
        page.push(
            Row::action(RowId::fixed("register"), language.start_register(), Action::Open(Screen::Register))
                .with_value(Role::Quiet, about_group::register_in_short(model)),
        );
        page.push(
            Row::action(RowId::fixed("between"), language.start_between(), Action::NewBetween)
                .with_value(Role::Quiet, language.start_between_hint()),
        );
    }
    let meetings = match (&model.listed, &model.notebook_fault) {
        (Some(listed), _) if listed.more => language.meetings_so_far(listed.meetings.len()),
        (Some(listed), _) => {
            // What was to be recorded between meetings and was not stands in no list.
            let counted = listed.meetings.iter().filter(|summary| !summary.holds_nothing());
            language.meetings_count(counted.count())
        }
        (None, Some(_)) => String::new(),
        (None, None) => language.reading_notebook().to_owned(),
    };
    page.push(
        Row::action(RowId::fixed("meetings"), language.start_meetings(), Action::Open(Screen::Meetings))
            .with_value(Role::Quiet, meetings),
    );
    if any {
        page.push(
            Row::action(RowId::fixed("find"), language.find_title(), Action::Open(Screen::Search))
                .with_value(Role::Quiet, language.start_find_hint()),
        );
    }
    if let Some(listed) = model.listed.as_ref().filter(|listed| !listed.problems.is_empty()) {
        page.push(
            Row::action(RowId::fixed("problems"), language.start_problems(), Action::Open(Screen::Problems))
                .with_value(Role::Warning, listed.problems.len().to_string()),
        );
    }
    rest(model, &mut page, has_history);
    page
}

/// The rows that have to do with no patient; in a low window they fold into one, but for practising and those that say that
/// something is wrong.
fn rest(model: &Model, page: &mut Page, has_history: bool) {
    let language = model.language();
    let folds = has_history && model.size.height < LOW && !model.path.top().unfolded && !model.in_lines;
    let (checklists, settings) = (
        Row::action(
            RowId::fixed("checklists"),
            language.start_checklists(),
            Action::Open(Screen::Checklists),
        ),
        Row::action(RowId::fixed("settings"), language.start_settings(), Action::Open(Screen::Settings)),
    );
    let broken = model
        .library
        .as_ref()
        .is_some_and(|library| library.problems().iter().any(|problem| problem.is_refused()));
    let checklists = checklists.with_value(Role::Quiet, super::library::in_short(model));
    let faults = model.settings_file.faults.len();
    let settings = match faults {
        0 => settings,
        count => settings.with_value(Role::Warning, language.settings_faults(count)),
    };
    for (row, is_wrong) in [(checklists, broken), (settings, faults > 0)] {
        if is_wrong || !folds {
            page.push(row);
        }
    }
    // A trainer looks for it in a low window too: that is how a beamer shows it.
    if model.library.as_ref().is_some_and(|library| library.cases().next().is_some()) {
        page.push(Row::action(
            RowId::fixed("cases"),
            language.session_practise(),
            Action::Open(Screen::Cases),
        ));
    }
    if folds {
        page.push(
            Row::action(RowId::fixed("more"), language.start_more(), Action::Unfold)
                .with_value(Role::Quiet, language.start_more_hint()),
        );
        return;
    }
    let none = model.listed.as_ref().is_some_and(|listed| listed.meetings.is_empty() && !listed.more);
    // The tour is about the keys of the full screen.
    if none && model.open.is_none() && !model.in_lines {
        page.push(tour::row(language));
    }
    if model.lockable {
        page.push(Row::action(RowId::fixed("lock"), language.start_lock(), Action::Lock));
    }
    page.push(Row::action(RowId::fixed("quit"), language.start_quit(), Action::Quit));
}

/// Below how many lines a window has room for the rows about patients and no others.
const LOW: u16 = 22;

/// The most meetings and sessions of which the first screen says that they go on.
const MOST: usize = 3;

/// Going on with what is not closed: the meeting that is open, and above it every other one of today and every session with a case,
/// whichever day it began; where there is none of these, the newest. Below these the first that was made ahead.
fn continue_rows(model: &Model, page: &mut Page) {
    let (today, language) = (model.now.date(), model.language());
    // What was recorded between meetings and taken back again is nothing to go on with.
    let is_closed = |open: &OpenMeeting| open.record.details.closed.is_some();
    let open = model.open.as_ref().filter(|open| !is_closed(open) && !model.only_looked());
    let here = model.record().map(|meeting| meeting.id);
    let listed = model.listed.iter().flat_map(|listed| &listed.meetings);
    let unfinished: Vec<&MeetingSummary> =
        listed.filter(|one| !one.closed && !one.holds_nothing() && Some(one.id) != here).collect();
    // One of which nothing is known but its day takes the place of none in which something was recorded.
    let (empty, unfinished): (Vec<_>, Vec<_>) =
        unfinished.into_iter().partition(|summary| summary.is_empty());
    let only_named: Vec<&MeetingSummary> =
        empty.into_iter().filter(|summary| !summary.group.trim().is_empty()).collect();
    let ahead: Vec<&MeetingSummary> = unfinished.iter().copied().filter(|one| one.is_met()).collect();
    let is_open_empty = open.is_some_and(|open| MeetingSummary::of(&open.record).is_empty());
    let is_free = open.is_none_or(|open| open.record.details.is_between());
    let goes_on = |summary: &&MeetingSummary| {
        summary.kind != MeetingKind::Between && (summary.session || summary.date == today)
    };
    let mut waiting: Vec<&MeetingSummary> = unfinished.iter().copied().filter(goes_on).collect();
    if waiting.is_empty() && is_free && (open.is_some() || unfinished.is_empty()) {
        waiting.extend(only_named.iter().copied().filter(goes_on));
    }
    let is_met = waiting.iter().any(|summary| summary.date == today);
    if (open.is_none() || is_open_empty) && !is_met {
        let latest = MeetingSummary::latest(unfinished);
        let latest = latest.or_else(|| MeetingSummary::latest(only_named).filter(|_| open.is_none()));
        waiting.extend(latest.filter(|latest| waiting.iter().all(|known| known.id != latest.id)));
    }
    waiting.sort_by_key(|summary| std::cmp::Reverse((summary.date, summary.last_at())));
    waiting.truncate(MOST);
    let made_ahead = MeetingSummary::next_after(ahead, today)
        .filter(|next| waiting.len() < MOST && waiting.iter().all(|known| known.id != next.id));
    let here = open.map(|open| summed_up(model, open));
    let alike = |summary: &MeetingSummary| {
        let is_alike = |other: &&&MeetingSummary| {
            other.id != summary.id && (&other.group, other.date) == (&summary.group, summary.date)
        };
        let of_open =
            here.as_ref().is_some_and(|open| (&open.group, open.date) == (&summary.group, summary.date));
        of_open || waiting.iter().find(is_alike).is_some()
    };
    let times = MeetingSummary::times(waiting.iter().copied().chain(&here));
    let row = |id: RowId, summary: &MeetingSummary| {
        let mut day = summary.met(language, |day| when(model, day, today));
        if let Some(time) = times.get(&summary.id).filter(|_| alike(summary)) {
            day = format!("{day} {time}");
        }
        let state = format!("{day}, {}", state(model, summary));
        let label = language.start_continue(&named(model, summary.kind, &summary.group));
        Row::action(id, label, Action::OpenMeeting(summary.id)).with_value(Role::Quiet, state)
    };
    for (number, summary) in waiting.iter().enumerate() {
        // The one that is open, to go on with or to be read, has the first name.
        let id = match (model.open.is_some(), number) {
            (false, 0) => RowId::fixed("continue"),
            (true, 0) => RowId::fixed("continue-today"),
            _ => RowId::of("continue", summary.id),
        };
        page.push(row(id, summary));
    }
    let ahead_row = made_ahead.map(|next| Block::Row(Box::new(row(RowId::of("continue", next.id), next))));
    if let Some(open) = open.filter(|open| !open.record.says_nothing()) {
        let own = summed_up(model, open);
        let label = language.start_continue(&named(model, own.kind, &own.group));
        let row = Row::action(RowId::fixed("continue"), label, Action::ResumeMeeting);
        let is_alike = |summary: &&MeetingSummary| (&summary.group, summary.date) == (&own.group, own.date);
        let time = times.get(&open.record.id).filter(|_| waiting.iter().any(is_alike));
        let state = state_of_open(model, open, time);
        page.push(row.with_value(Role::Quiet, state));
    }
    page.blocks.extend(ahead_row);
}

/// The meeting that is open to be read: it is over, so that nothing begins with it.
fn closed_row(model: &Model, page: &mut Page) {
    let Some(open) = model.open.as_ref().filter(|open| open.record.details.closed.is_some()) else { return };
    let own = summed_up(model, open);
    let label = model.language().start_read_again(&named(model, own.kind, &own.group));
    let row = Row::action(RowId::fixed("continue"), label, Action::ResumeMeeting);
    page.push(row.with_value(Role::Quiet, state_of_open(model, open, None)));
}

/// The meeting that is open, as the list has it: a session is called as the program speaks.
fn summed_up(model: &Model, open: &OpenMeeting) -> MeetingSummary {
    MeetingSummary { group: open.title(model.language()), ..MeetingSummary::of(&open.record) }
}

fn named(model: &Model, kind: MeetingKind, group: &str) -> String {
    let language = model.language();
    let group = terms::group(language, group);
    match kind {
        MeetingKind::Between => format!("{}, {group}", terms::kind(language, kind)),
        _ => group.to_owned(),
    }
}

/// The day, the time where another is called the same, and how far it is.
fn state_of_open(model: &Model, open: &OpenMeeting, time: Option<&String>) -> String {
    let summary = MeetingSummary::of(&open.record);
    let day = summary.met(model.language(), |day| when(model, day, model.now.date()));
    let day = time.map_or_else(|| day.clone(), |time| format!("{day} {time}"));
    let fictional = summary.session && summary.closed;
    let fictional = fictional.then(|| model.language().session_fictional().to_lowercase());
    [Some(day), fictional, Some(state(model, &summary))].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn when(model: &Model, date: NaiveDate, today: NaiveDate) -> String {
    let language = model.language();
    if date == today { language.today().to_owned() } else { typed::short_day(date, today, language) }
}

/// The list of meetings, newest first.
pub(super) fn meetings(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.meetings_title());
    page.has_pane = model.listed.as_ref().is_some_and(|listed| !listed.meetings.is_empty());
    if let Some(listed) = model.listed.as_ref().filter(|listed| listed.more) {
        page.corner = Some(language.meetings_so_far(listed.meetings.len()));
    }
    match (&model.listed, &model.notebook_fault) {
        (_, Some(fault)) => {
            page.text(Role::Fault, fault.get(language));
        }
        (None, None) => {
            page.text(Role::Quiet, language.reading_notebook());
        }
        (Some(listed), None) if listed.meetings.is_empty() && !listed.more => {
            page.text(Role::Quiet, language.meetings_none());
            page.text(Role::Quiet, language.meetings_begin()).gap();
        }
        _ => {}
    }
    if let Some(sheet) = prepared::meetings(model).filter(|sheet| !sheet.is_empty())
        && !search::table(&mut page, model, &sheet)
    {
        search::nothing(&mut page, model);
    }
    page.gap().push(Row::action(RowId::fixed("new"), language.meetings_new(), Action::NewMeeting));
    page
}

/// The files that cannot be read, each with its reason.
pub(super) fn problems(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.problems_title());
    page.text(Role::Plain, language.problems_untouched()).gap();
    for (index, problem) in model.listed.iter().flat_map(|listed| &listed.problems).enumerate() {
        let (action, what) = match problem.way_out {
            None => (Action::Nothing, ""),
            Some(WayOut::Compare(id)) => (Action::OpenMeeting(id), language.problem_compare()),
            Some(WayOut::Recover(id)) => (Action::RecoverMeeting(id), language.problem_recover()),
        };
        page.push(Row::action(RowId::of("problem", index), problem.file.clone(), Action::Nothing));
        page.indented(Role::Plain, 4, problem.message.get(language));
        if !what.is_empty() {
            let way_out = RowId::of("way-out", index);
            page.first.get_or_insert_with(|| way_out.clone());
            page.push(Row::action(way_out, what, action).marked(Mark::Leads).at(4));
        }
        page.gap();
    }
    page
}
