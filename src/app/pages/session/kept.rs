//! The sessions that stand in the notebook, and the question before one of them is deleted.

use crate::app::model::{Model, OpenMeeting};
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::titled;
use crate::meeting::{MeetingId, MeetingSummary, typed};
use crate::words::Language;

/// The sessions that stand in the notebook, newest first; of those of one case and day the time tells which.
pub(in crate::app::pages) fn sessions(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.session_kept_title());
    page.trail.push(language.session_fictional().to_owned());
    page.text(Role::Quiet, language.session_kept_what()).gap();
    let times = MeetingSummary::times(all(model));
    for summary in all(model) {
        let open = Action::Open(Screen::KeptSession(summary.id));
        let row = Row::action(RowId::of("session", summary.id), summary.group.clone(), open);
        let day = summary.met(language, |day| typed::short_day(day, model.now.date(), language));
        let time = times.get(&summary.id).map(String::as_str);
        let parts = [Some(&*day), time, Some(state(summary, language))];
        let beside = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        page.push(row.with_value(Role::Quiet, beside).marked(Mark::Leads));
    }
    if all(model).next().is_none() {
        page.text(Role::Plain, language.session_kept_none());
    }
    page
}

/// How many sessions stand in the notebook.
pub(super) fn number_kept(model: &Model) -> usize {
    all(model).count()
}

/// One session: what would go with it, and the way back first.
pub(in crate::app::pages) fn kept(model: &Model, id: MeetingId) -> Page {
    let language = model.language();
    let Some(summary) = all(model).find(|summary| summary.id == id) else {
        return titled(language.session_kept_title());
    };
    let mut page = titled(&summary.group);
    page.trail.push(language.session_fictional().to_owned());
    let time = MeetingSummary::times(all(model)).remove(&id);
    let day = summary.met(language, |day| typed::day(day, language));
    let when = [Some(day), time].into_iter().flatten().collect::<Vec<_>>().join(", ");
    page.text(Role::Question, format!("{when}, {}", state(summary, language))).gap();
    page.push(Row::action(RowId::fixed("back"), language.session_kept_back(), Action::Back));
    let label = if summary.closed { language.session_kept_read() } else { language.session_kept_go_on() };
    page.push(Row::action(RowId::fixed("open"), label, Action::OpenMeeting(id)).marked(Mark::Leads));
    page.first = Some(RowId::fixed("back"));
    let is_elsewhere = |open: &OpenMeeting| open.record.id == id && open.read_only.is_some();
    if model.open.as_ref().is_some_and(is_elsewhere) {
        return page;
    }
    page.gap().text(Role::Plain, language.session_delete_what());
    page.text(Role::Quiet, language.delete_backups_stay());
    page.push(Row::action(RowId::fixed("delete"), language.session_delete(), Action::DeleteSession(id)));
    page
}

fn all(model: &Model) -> impl Iterator<Item = &MeetingSummary> {
    model.listed.iter().flat_map(|listed| &listed.meetings).filter(|summary| summary.session)
}

const fn state(summary: &MeetingSummary, language: Language) -> &'static str {
    if summary.closed { language.meeting_closed() } else { language.session_under_way() }
}
