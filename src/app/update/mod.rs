//! The only place where the model changes.

mod act;
mod changes;
mod clock;
mod coming_back;
mod discussion;
mod escape;
mod leave;
mod library;
mod meeting;
mod navigate;
mod notes;
mod outcome;
mod papers;
mod register;
mod removing;
mod reopening;
mod saving;
mod search;
mod secrets;
mod session;
mod typing;
mod undo;
mod versions;

use std::sync::Arc;

use chrono::{NaiveDateTime, TimeDelta};

use super::keymap::Focus;
use super::model::{BeforeEscape, IDS_AT_HAND, Notice, OpenMeeting};
use super::page::RowId;
use super::pictured::Pictured;
use crate::app::message::{Effect, Msg};
use crate::app::page::Screen;
use crate::app::pages;
use crate::meeting::Id;
use crate::text::Command;

/// A key that comes again sooner than this is held: it is longer than keyboards wait before they repeat one.
const HELD: TimeDelta = TimeDelta::milliseconds(700);

/// Lets `msg` happen to `model` at the moment `now` (local time), and gives what has to be done outside, in order.
pub fn update(model: &mut Pictured, now: NaiveDateTime, msg: Msg) -> Vec<Effect> {
    model.pass_time(now);
    let mut turn = Turn { model, effects: Vec::new(), silent: false, gone: None, reveal: None, key: None };
    let patient = turn.on_patient();
    let screen = turn.model.screen().clone();
    let before = turn.model.layout();
    let led = turn.led_by(&msg);
    let is_saved = matches!(msg, Msg::Saved(..));
    turn.happen(msg);
    turn.stay_in_session();
    turn.forget_ballot();
    turn.note_page();
    turn.ask_for_what_is_shown(*turn.model.screen() != screen, is_saved);
    turn.look_for_what_is_typed();
    turn.gather_for_paper();
    turn.watch_library(patient);
    turn.wind_clock();
    turn.when_due();
    turn.save_settings_before_leaving();
    turn.prepare();
    turn.stand(led);
    if *turn.model.screen() == screen {
        turn.keep_above_notice(&before);
    }
    turn.scroll_to_focus();
    let written = pages::paper_on_screen(turn.model);
    turn.model.unseen().written = written;
    turn.prepare();
    turn.effects
}

/// One message at work: the model that changes and the effects that gather.
struct Turn<'a> {
    model: &'a mut Pictured,
    effects: Vec<Effect>,
    /// Nothing was said in this turn, and what was said before it goes at its end: till then the window is as it was seen.
    silent: bool,
    /// The meeting that was let go, since nothing was recorded in it.
    gone: Option<Box<OpenMeeting>>,
    /// The screen on which the focus is to be brought in sight.
    reveal: Option<Screen>,
    /// What somebody wants in this turn.
    key: Option<Msg>,
}

impl Turn<'_> {
    fn happen(&mut self, msg: Msg) {
        match msg {
            Msg::Resized(size) => {
                // A window that went through other sizes and came back was emptied on its way.
                if size == self.model.size {
                    self.effects.push(Effect::Redraw);
                }
                self.model.size = size;
                self.reveal();
            }
            Msg::Woke => {}
            Msg::Ids(ids) => self.model.unseen().ids.extend(ids),
            Msg::SettingsRead(read) => {
                self.model.settings = read.settings;
                self.model.settings_file = read.file;
                self.name_sessions();
            }
            Msg::SettingsSaved(outcome) => self.settings_saved(outcome),
            Msg::LibraryRead(library) => {
                self.library_read(&library);
                self.name_sessions();
            }
            // Others may have written on the terminal meanwhile.
            Msg::FocusGained => self.effects.extend([Effect::Redraw, Effect::LookAtLibrary]),
            Msg::NotUtf8 => self.say(self.model.language().terminal_not_utf8(), true),
            Msg::AltMeansNothing => self.say(self.model.language().alt_means_nothing(), true),
            Msg::EnterCameAlong => self.say(self.model.language().enter_came_along(), true),
            Msg::EscapeWasNone => self.escape_was_none(),
            Msg::EditorClosed(fault) => self.editor_closed(fault),
            Msg::Listed(listed) => self.listed(*listed),
            Msg::NotebookFailed(why) => self.model.notebook_fault = Some(*why),
            Msg::Opened(opened) => self.opened(*opened),
            Msg::Register(register) => self.register(register),
            Msg::EarlierSession(meeting, earlier) => self.earlier_session(meeting, earlier),
            Msg::Course(course) => self.course(course),
            Msg::Gathered(gathered) => self.gathered(gathered),
            Msg::PaperFolder(folder) => self.paper_folder(folder),
            Msg::PaperFact(fact) => self.paper_fact(*fact),
            Msg::Found(part) => self.found(*part),
            Msg::OpenFailed(why) => {
                self.model.unseen().asked.meeting = false;
                self.say(why.get(self.model.language()).to_owned(), true);
            }
            Msg::LogFailed(why) | Msg::LockFailed(why) => {
                self.say(why.get(self.model.language()).to_owned(), true);
            }
            Msg::Saved(meeting, revision) => self.saved(meeting, revision),
            Msg::SaveFailed(meeting, revision, why) => self.save_failed(meeting, revision, *why),
            Msg::Versions(meeting, versions) => self.versions(meeting, versions),
            Msg::VersionRead(read) => self.version_read(*read),
            Msg::SessionDeleted(outcome) => self.session_was_deleted(*outcome),
            Msg::PutAway(outcome) => self.version_was_put_away(*outcome),
            Msg::SavedElsewhere(revision, told) => self.saved_elsewhere(revision, &told),
            Msg::Terminate => self.terminate(),
            Msg::Slept => self.lock(),
            Msg::LockFact(fact) => self.lock_fact(fact),
            Msg::FirstFact(fact) => self.first_fact(*fact),
            // What is under way with the keys is whole before anybody does something else.
            _ if self.is_making_ready() => {}
            // Whoever comes back after that long shows the passphrase first; the key does nothing else.
            _ if self.must_lock() => {}
            ref intent if self.is_out_of_sight(intent) => {}
            ref intent if self.is_held_down(intent) => self.model.unseen().touched = self.model.now,
            intent => {
                self.silent = true;
                self.key = Some(intent.clone());
                let at_once = self.model.now - self.model.touched < HELD;
                if self.model.wanted.is_some() {
                    self.model.unseen().wanted = None;
                }
                if self.model.left_out().is_none() {
                    self.model.unseen().left_out = None;
                }
                self.model.unseen().touched = self.model.now;
                let (place, revision) = (self.place(), self.revision());
                let screen = self.model.screen().clone();
                let deed = self.begun_deed(&intent);
                let before = (intent == Msg::Back).then(|| Box::new(self.before_escape()));
                // Whoever takes back letters that were refused is still busy with them.
                let takes_back = matches!(intent, Msg::Type(Command::Backspace | Command::Delete));
                let is_letter = matches!(
                    intent,
                    Msg::ActivateOnce | Msg::Type(Command::Insert(_) | Command::InsertText(_))
                ) || takes_back && self.model.after_letter;
                let types = matches!(
                    intent,
                    Msg::Type(Command::Insert(_) | Command::InsertText(_) | Command::NewLine)
                );
                if !self.types_on(&intent) && !matches!(intent, Msg::Undo | Msg::Redo) {
                    self.judge_number();
                }
                self.intend(intent);
                self.prepare();
                self.note_deed(deed);
                if types {
                    self.keep_left_out();
                }
                // What was said of typing stays for as long as somebody types.
                let goes_on = types && (self.model.left_out().is_some() || self.model.after_letter);
                let holds = self.revision() == revision || self.tells_of_typing();
                if self.silent && !goes_on && !(holds && self.still_tells(place.as_ref(), &screen, at_once)) {
                    self.be_silent();
                }
                if self.model.after_letter != is_letter {
                    self.model.around_the_page().after_letter = is_letter;
                }
                let gone = self.gone.take();
                self.model.unseen().before_escape =
                    before.map(|before| Box::new(BeforeEscape { gone, ..*before }));
                self.keep_focus(place);
                if *self.model.screen() != screen && self.begins_below() {
                    self.reveal();
                }
            }
        }
    }

    pub(super) fn intend(&mut self, intent: Msg) {
        match intent {
            Msg::Up => self.vertical(false),
            Msg::Down => self.vertical(true),
            Msg::Left => self.sideways(false),
            Msg::Right => self.sideways(true),
            Msg::PageUp => self.page(false),
            Msg::PageDown => self.page(true),
            Msg::First => self.edge(false),
            Msg::Last => self.edge(true),
            // Where only Enter led, a space is another key.
            Msg::Activate if self.focus_kind() == Focus::Waits => {
                self.say(self.model.language().choose_first(), false);
            }
            Msg::ActivateOnce if self.is_on_quitting() => {
                self.say(self.words_before_quitting(false), false);
            }
            Msg::Activate | Msg::ActivateOnce => self.activate(),
            Msg::Choose(place) => self.choose(usize::from(place)),
            Msg::Focus(row) => self.focus(row),
            Msg::Next => self.step(true),
            Msg::Previous => self.step(false),
            Msg::Back if self.end_search() => {}
            Msg::Back => self.back(),
            Msg::Type(Command::NewLine) if self.focus_kind() == Focus::Sheet => self.activate(),
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
            Msg::Paper => self.paper(),
            Msg::Find => self.find(),
            Msg::Palette => self.go_into(Screen::Palette),
            Msg::Lock => self.lock_on_request(),
            Msg::Redraw => self.effects.push(Effect::Redraw),
            Msg::Quit if self.asks_before_quitting(true) => {}
            Msg::Quit => self.quit(),
            _ => {}
        }
    }

    /// Has the long lists of the present screen at hand before anybody asks for the page on which they stand.
    fn prepare(&mut self) {
        let model = self.model.unseen();
        match &model.open {
            None => model.prepared.names = None,
            Some(open) => {
                let (names, register) =
                    (model.prepared.names.get_or_insert_default(), open.register.as_ref());
                if !names.is_of(register, &open.record) {
                    Arc::make_mut(names).follow(register, &open.record);
                }
            }
        }
        model.prepared = pages::prepared::prepare(model);
    }

    /// Whether the screen begins at a row that may be out of sight: one that somebody came from, or one in which is typed.
    fn begins_below(&self) -> bool {
        self.model.path.top().focus.is_some() || self.model.context().typing()
    }

    /// Says one sentence above the footer, until the next intent.
    fn say(&mut self, text: impl Into<String>, warning: bool) {
        self.silent = false;
        self.model.around_the_page().notice = Some(Notice { text: text.into(), warning, told_of: None });
    }

    /// Says what went, until the cursor leaves the row; and after that for as long as the same key is held.
    fn tell(&mut self, text: impl Into<String>) {
        self.say(text, false);
        let told_of = self.key.clone().map(Box::new);
        if let Some(notice) = &mut self.model.around_the_page().notice {
            notice.told_of = told_of;
        }
    }

    /// Whether it stands above the footer what went.
    fn is_told(&self) -> bool {
        self.model.notice.as_ref().is_some_and(|notice| notice.told_of.is_some())
    }

    /// Whether it stands above the footer what went by typing; anything else is no longer what comes back once more is recorded.
    fn tells_of_typing(&self) -> bool {
        let told_of = self.model.notice.as_ref().and_then(|notice| notice.told_of.as_deref());
        matches!(told_of, Some(Msg::Type(_)))
    }

    /// Whether what went is still told after a key that said nothing: the cursor was on a row and is still there, or the key is held.
    /// `at_once`: the key came as soon after the one before as a held one does.
    fn still_tells(&self, before: Option<&(RowId, usize)>, screen: &Screen, at_once: bool) -> bool {
        let told_of = self.model.notice.as_ref().and_then(|notice| notice.told_of.as_deref());
        let stays = || {
            let now = self.model.focused();
            self.model.screen() == screen && now.map(|row| row.id).as_ref() == before.map(|(id, _)| id)
        };
        // What was spoken is not said again.
        told_of.is_some() && !self.model.in_lines && (at_once && told_of == self.key.as_ref() || stays())
    }

    /// What was left out can be put back for as long as somebody only types on behind it.
    fn keep_left_out(&mut self) {
        let Some(revision) = self.open().map(|open| open.saving.revision) else { return };
        if let Some(left_out) = &mut self.model.around_the_page().left_out {
            left_out.revision = revision;
        }
    }

    /// Takes the sentence above the footer away.
    fn be_silent(&mut self) {
        if self.model.notice.is_some() {
            self.model.around_the_page().notice = None;
        }
    }

    /// Takes an identifier that was drawn outside; none is at hand only while the first ones are on their way.
    fn take_id(&mut self) -> Option<Id> {
        let id = self.model.unseen().ids.pop();
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
        let id = self.model.focused()?.id;
        let position = self.model.page().position(&id)?;
        Some((id, position))
    }

    /// Keeps the focus near where it was when its row has gone from the same screen.
    fn keep_focus(&mut self, before: Option<(RowId, usize)>) {
        let Some((id, position)) = before else { return };
        if self.model.path.top().focus.as_ref() != Some(&id) {
            return;
        }
        if self.model.page().row(&id).is_some() {
            return;
        }
        // What was emptied would fold away under whoever types in it.
        self.unfold_for(&id);
        let page = self.model.page();
        if page.row(&id).is_some() {
            return;
        }
        if let Some(near) = page.at(position).or_else(|| page.last()) {
            self.enter(near.id.clone());
        }
    }
}
