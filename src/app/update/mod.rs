//! The only place where the model changes.

mod act;
mod changes;
mod clock;
mod edit;
mod escape;
mod facts;
mod finish;
mod leave;
mod library;
mod locking;
mod meeting;
mod navigate;
mod notes;
mod register;
mod removing;
mod reopening;
mod saving;
mod undo;
mod versions;

use chrono::NaiveDateTime;

use super::effect::Effect;
use super::escape::BeforeEscape;
use super::focus;
use super::model::{IDS_AT_HAND, Model, Notice};
use super::msg::Msg;
use super::page::RowId;
use super::pages;
use super::written;
use crate::meeting::Id;
use crate::text::Command;

/// Lets `msg` happen to `model` at the moment `now` (local time), and gives what has to be done outside, in order.
pub fn update(model: &mut Model, now: NaiveDateTime, msg: Msg) -> Vec<Effect> {
    model.now = now;
    let mut turn = Turn { model, effects: Vec::new() };
    turn.run_clock();
    let patient = turn.on_patient();
    turn.happen(msg);
    turn.watch_library(patient);
    turn.wind_clock();
    turn.when_due();
    turn.model.written = written::on_screen(turn.model);
    turn.effects
}

/// One message at work: the model that changes and the effects that gather.
struct Turn<'a> {
    model: &'a mut Model,
    effects: Vec<Effect>,
}

impl Turn<'_> {
    fn happen(&mut self, msg: Msg) {
        match msg {
            Msg::Resized(size) => {
                self.model.size = size;
                self.reveal();
            }
            Msg::Woke => {}
            Msg::Ids(ids) => self.model.ids.extend(ids),
            Msg::SettingsRead(settings) => self.model.settings = settings,
            Msg::LibraryRead(library) => self.library_read(&library),
            // Others may have written on the terminal meanwhile.
            Msg::FocusGained => self.effects.extend([Effect::Redraw, Effect::LookAtLibrary]),
            Msg::NotUtf8 => self.say(self.model.language().terminal_not_utf8(), true),
            Msg::EscapeWasNone => self.escape_was_none(),
            Msg::EditorClosed(fault) => self.editor_closed(fault),
            Msg::Listed(listed) => self.listed(*listed),
            Msg::NotebookFailed(why) => self.model.notebook_fault = Some(*why),
            Msg::Opened(opened) => self.opened(*opened),
            Msg::Register(register) => self.register(register),
            Msg::OpenFailed(why) | Msg::LogFailed(why) | Msg::LockFailed(why) => {
                self.say(why.get(self.model.language()).to_owned(), true);
            }
            Msg::Saved(meeting, revision) => self.saved(meeting, revision),
            Msg::SaveFailed(meeting, revision, why) => self.save_failed(meeting, revision, *why),
            Msg::Versions(meeting, versions) => self.versions(meeting, versions),
            Msg::VersionRead(read) => self.version_read(*read),
            Msg::PutAway(outcome) => self.version_was_put_away(*outcome),
            Msg::SavedElsewhere(revision, told) => self.saved_elsewhere(revision, &told),
            Msg::Terminate => self.terminate(),
            Msg::Slept => self.lock(),
            Msg::LockFact(fact) => self.lock_fact(fact),
            // Whoever comes back after that long shows the passphrase first; the key does nothing else.
            _ if self.must_lock() => {}
            intent => {
                self.model.notice = None;
                self.model.touched = self.model.now;
                let place = self.place();
                let screen = self.model.screen().clone();
                let before = (intent == Msg::Back).then(|| Box::new(BeforeEscape::of(self.model)));
                let is_letter = matches!(intent, Msg::Type(Command::Insert(_) | Command::InsertText(_)));
                self.intend(intent);
                self.model.after_letter = is_letter;
                self.model.before_escape = before;
                self.keep_focus(place);
                if *self.model.screen() != screen && self.model.path.top().focus.is_some() {
                    self.reveal();
                }
            }
        }
    }

    fn intend(&mut self, intent: Msg) {
        match intent {
            Msg::Up => self.vertical(false),
            Msg::Down => self.vertical(true),
            Msg::Left => self.sideways(false),
            Msg::Right => self.sideways(true),
            Msg::PageUp => self.page(false),
            Msg::PageDown => self.page(true),
            Msg::First => self.edge(false),
            Msg::Last => self.edge(true),
            Msg::Activate => self.activate(),
            Msg::Focus(row) => self.focus(row),
            Msg::Next => self.step(true),
            Msg::Previous => self.step(false),
            Msg::Back => self.back(),
            Msg::Type(command) => self.type_command(&command),
            Msg::Undo => match self.model.left_out().cloned() {
                Some(left_out) => self.keep(left_out),
                None => self.undo(),
            },
            Msg::Redo => self.redo(),
            Msg::Save => self.save_on_request(),
            Msg::Help => self.help(),
            Msg::Source => self.source(),
            Msg::Notes => self.notes(),
            Msg::Agreement => self.agree(),
            Msg::Overview => self.overview(),
            Msg::MoveUp => self.move_focused(-1),
            Msg::MoveDown => self.move_focused(1),
            Msg::Finish => self.finish_here(),
            Msg::Minutes => self.minutes(),
            Msg::Lock => self.lock_on_request(),
            Msg::Redraw => self.effects.push(Effect::Redraw),
            Msg::Quit => self.quit(),
            _ => {}
        }
    }

    /// Says one sentence above the footer, until the next intent.
    fn say(&mut self, text: impl Into<String>, warning: bool) {
        self.model.notice = Some(Notice { text: text.into(), warning });
    }

    /// Takes an identifier that was drawn outside; none is at hand only while the first ones are on their way.
    fn take_id(&mut self) -> Option<Id> {
        let id = self.model.ids.pop();
        if self.model.ids.len() < IDS_AT_HAND / 2 {
            self.effects.push(Effect::DrawIds);
        }
        if id.is_none() {
            self.say(self.model.language().one_moment(), true);
        }
        id
    }

    /// The position of the row in focus, and how many rows there are.
    fn place(&self) -> Option<(RowId, usize)> {
        let page = pages::page(self.model);
        let id = focus::focused(self.model, &page)?.id.clone();
        let position = page.rows().position(|row| row.id == id)?;
        Some((id, position))
    }

    /// Keeps the focus near where it was when its row has gone from the same screen.
    fn keep_focus(&mut self, before: Option<(RowId, usize)>) {
        let Some((id, position)) = before else { return };
        let frame = self.model.path.top();
        if frame.focus.as_ref() != Some(&id) {
            return;
        }
        let page = pages::page(self.model);
        if page.row(&id).is_some() {
            return;
        }
        let rows: Vec<RowId> = page.rows().map(|row| row.id.clone()).collect();
        let near = rows.get(position).or_else(|| rows.last()).cloned();
        if let Some(near) = near {
            self.enter(near);
        }
    }
}
