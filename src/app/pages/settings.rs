//! Language and look, and leaving while something is not saved.

use super::parts::titled;
use crate::app::message::{LockAfter, Marks, Setting, ThemeName};
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId};
use crate::words::Language;

/// Language and look.
pub(super) fn settings(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.settings_title());
    let option = |page: &mut Page, id: RowId, label: &str, chosen: bool, setting: Setting| {
        let mark = if chosen { Mark::Chosen } else { Mark::NotChosen };
        page.push(Row::action(id, label, Action::Set(setting)).marked(mark));
    };
    // What keeps a choice from being saved says what is wrong with the file; it is not said twice.
    let unsaved = model.settings_unsaved.as_ref().map(|why| why.get(language)).unwrap_or_default();
    let faults = model.settings_file.faults.iter();
    for fault in faults.filter(|fault| !unsaved.contains(fault.get(language))) {
        page.text(Role::Fault, fault.get(language)).gap();
    }
    if let Some(why) = &model.settings_unsaved {
        page.text(Role::Warning, language.settings_not_saved(why.get(language))).gap();
    }
    page.text(Role::Heading, language.settings_language());
    for (known, name) in [(Language::Dutch, "Nederlands"), (Language::English, "English")] {
        let chosen = language == known;
        option(&mut page, RowId::of("language", name), name, chosen, Setting::Language(known));
    }
    page.gap().text(Role::Heading, language.settings_theme());
    for theme in ThemeName::ALL {
        let word = theme.word(language);
        let chosen = model.settings.theme == theme;
        option(&mut page, RowId::of("theme", format!("{theme:?}")), word, chosen, Setting::Theme(theme));
    }
    page.gap().text(Role::Heading, language.settings_marks());
    for marks in Marks::ALL {
        let word = marks.word(language);
        let chosen = model.settings.marks == marks;
        option(&mut page, RowId::of("marks", format!("{marks:?}")), word, chosen, Setting::Marks(marks));
    }
    if model.lockable {
        lock_times(&mut page, model);
    }
    planned(model, &mut page);
    retention(model, &mut page);
    in_file(model, &mut page);
    page.gap().text(Role::Heading, language.settings_folder());
    page.text(Role::Quiet, model.folder.clone()).gap();
    page.push(Row::action(RowId::fixed("done"), language.choose_done(), Action::Back));
    page
}

/// After how long the program locks itself.
fn lock_times(page: &mut Page, model: &Model) {
    let (language, now) = (model.language(), model.settings.lock);
    let in_meeting = LockAfter::IN_MEETING.map(|meeting| (meeting, LockAfter { meeting, ..now }));
    let otherwise = LockAfter::OTHERWISE.map(|otherwise| (otherwise, LockAfter { otherwise, ..now }));
    for (heading, kind, choices) in [
        (language.settings_lock_meeting(), "lock-meeting", in_meeting),
        (language.settings_lock(), "lock", otherwise),
    ] {
        page.gap().text(Role::Heading, heading);
        for (minutes, after) in choices {
            let mark = if after == now { Mark::Chosen } else { Mark::NotChosen };
            let action = Action::Set(Setting::Lock(after));
            page.push(
                Row::action(RowId::of(kind, minutes), language.lock_after(minutes), action).marked(mark),
            );
        }
    }
}

/// Lengths of a meeting to choose from, in minutes.
const PLANNED: [u16; 4] = [45, 60, 90, 120];

/// How long a new meeting is planned to take; what was set by hand is offered too.
fn planned(model: &Model, page: &mut Page) {
    let language = model.language();
    page.gap().text(Role::Heading, language.settings_planned());
    let chosen = model.settings.planned_minutes;
    let own = chosen.filter(|minutes| !PLANNED.contains(minutes));
    for minutes in [None].into_iter().chain(PLANNED.map(Some)).chain(own.map(Some)) {
        let label = minutes.map_or_else(
            || language.settings_retention_none().to_owned(),
            |minutes| format!("{minutes} {}", language.minutes()),
        );
        let mark = if chosen == minutes { Mark::Chosen } else { Mark::NotChosen };
        let id = RowId::of("planned", minutes.unwrap_or(0));
        page.push(Row::action(id, label, Action::Set(Setting::Planned(minutes))).marked(mark));
    }
}

/// What is set in the file alone, and the way into it.
fn in_file(model: &Model, page: &mut Page) {
    let (language, file) = (model.language(), &model.settings_file);
    page.gap().text(Role::Heading, language.settings_in_file());
    let colours: Vec<String> = file.colours.iter().map(|(code, means)| format!("{code}: {means}")).collect();
    let colours = Some(colours.join(model.settings.marks.signs().between)).filter(|text| !text.is_empty());
    for (id, label, value) in [
        ("paper-folder", language.settings_paper_folder(), &file.paper_folder),
        ("fhir-base", language.settings_fhir_base(), &file.fhir_base),
        ("colours", language.settings_colours(), &colours),
    ] {
        let row = Row::action(RowId::fixed(id), label, Action::EditSettings);
        page.push(match value {
            Some(value) => row.with_value(Role::Value, value.clone()),
            None => row.with_value(Role::Quiet, language.settings_usual()),
        });
    }
    page.push(Row::action(RowId::fixed("edit"), language.settings_edit(), Action::EditSettings));
}

/// Retention times to choose from, in months.
const KEPT: [u32; 4] = [6, 12, 24, 60];

/// After how long meetings need not be kept any more; one that was set by hand is offered too.
fn retention(model: &Model, page: &mut Page) {
    let language = model.language();
    page.gap().text(Role::Heading, language.settings_retention());
    page.text(Role::Quiet, language.settings_retention_what());
    let chosen = model.settings.retention_months;
    let own = chosen.filter(|months| !KEPT.contains(months));
    for months in [None].into_iter().chain(KEPT.map(Some)).chain(own.map(Some)) {
        let label = months.map_or_else(
            || language.settings_retention_none().to_owned(),
            |months| language.retention_age(months),
        );
        let mark = if chosen == months { Mark::Chosen } else { Mark::NotChosen };
        let id = RowId::of("retention", months.unwrap_or(0));
        page.push(Row::action(id, label, Action::Set(Setting::Retention(months))).marked(mark));
    }
}

/// Leaving while something is not saved, or was not until now.
pub(super) fn not_saved(model: &Model) -> Page {
    let language = model.language();
    if model.open.as_ref().is_none_or(|open| open.saving.is_clean()) {
        let mut page = titled(language.saved_meanwhile_title());
        page.air().text(Role::Question, language.saved_meanwhile_what()).gap();
        page.push(Row::action(RowId::fixed("stay"), language.not_saved_stay(), Action::Back));
        page.push(Row::action(RowId::fixed("quit"), language.start_quit(), Action::QuitUnsaved));
        return page;
    }
    let mut page = titled(language.not_saved_title());
    page.air().text(Role::Question, language.not_saved_what());
    if let Some((why, _)) = model.open.as_ref().and_then(|open| open.saving.failed.as_ref()) {
        page.text(Role::Plain, why.get(language));
    }
    page.gap();
    page.push(Row::action(RowId::fixed("again"), language.not_saved_again(), Action::SaveAgain));
    page.push(Row::action(RowId::fixed("stay"), language.not_saved_stay(), Action::Back));
    let saving = model.open.as_ref().map(|open| &open.saving);
    // What stands in a rescue copy is not lost by leaving.
    let rescued = saving.is_some_and(|saving| saving.elsewhere == Some(saving.revision));
    if !rescued {
        let elsewhere = language.not_saved_elsewhere();
        page.push(Row::action(RowId::fixed("elsewhere"), elsewhere, Action::SaveElsewhere));
    }
    let quit = if rescued { language.start_quit() } else { language.not_saved_quit() };
    page.push(Row::action(RowId::fixed("quit"), quit, Action::QuitUnsaved));
    page
}
