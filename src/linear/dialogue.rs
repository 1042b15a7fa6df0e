//! The conversation: a line in, what happens, and the lines that tell of it.

use chrono::NaiveDateTime;

use super::commands::COMMANDS;
use super::hear::{self, Heard, Typing, hear};
use super::row::{SaidRow, ended};
use super::say::{Said, say};
use super::under::under;
use crate::app::model::Ending;
use crate::app::model::status;
use crate::app::page::Row;
use crate::app::{Effect, Msg, Pictured, update};
use crate::meeting::{SessionText, TextPlace};
use crate::text;

/// What comes of a line or a fact.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
pub struct Reply {
    /// Lines to write, in order, without line breaks and control characters.
    pub lines: Vec<String>,
    /// What has to be done outside, in order; the outcomes go to [`Dialogue::fact`].
    pub effects: Vec<Effect>,
}

/// What was said and what the next line is, beside the model.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dialogue {
    said: Option<Said>,
    /// The screen before this one, of which the numbers are still known when one comes straight back.
    before: Option<Said>,
    typing: Option<Typing>,
    /// The state of saving as it was said last.
    status: Option<String>,
    /// Why saving fails, as it was said last.
    failure: Option<String>,
}

impl Dialogue {
    /// Says how this works and the first screen; facts before this are not talked about.
    pub fn begin(&mut self, model: &Pictured) -> Vec<String> {
        let mut lines = vec![model.language().linear_welcome().to_owned()];
        lines.extend(self.screen(model, true));
        lines
    }

    /// Where the next line goes when it is no choice.
    pub fn typing(&self) -> Option<&Typing> {
        self.typing.as_ref()
    }

    /// What was said last.
    pub fn said(&self) -> Option<&Said> {
        self.said.as_ref()
    }

    /// Lets a typed line happen at the moment `now`.
    pub fn line(&mut self, model: &mut Pictured, now: NaiveDateTime, line: &str) -> Reply {
        let said = match self.said.take() {
            Some(said) => said,
            None => say(model, None, None).1,
        };
        let heard = hear(line, model, &said, self.typing.as_ref());
        self.said = Some(said);
        let mut reply = Reply::default();
        match heard {
            Heard::Refused(sentence) => reply.lines.push(sentence),
            Heard::More => {
                self.said.iter_mut().for_each(Said::go_on);
                reply.lines = self.screen(model, false);
            }
            Heard::Repeat => reply.lines = self.screen(model, true),
            Heard::Explain => reply.lines = explanation(model),
            Heard::Do { msgs, typing } => {
                let before = std::mem::replace(&mut self.typing, typing);
                let emptied = before.is_some() && before == self.typing && !is_added(&msgs);
                for msg in msgs {
                    self.happen(model, now, msg, &mut reply);
                }
                self.answer(model, before.as_ref(), emptied, &mut reply);
                // Whoever typed what is there already hears what that is.
                if !line.trim().is_empty() && reply.lines == [model.language().linear_nothing_new()] {
                    let focus = model.layout().focus.clone();
                    let said = self.said.as_ref().zip(focus);
                    reply.lines.extend(said.into_iter().flat_map(|(said, row)| said.told(&row)));
                }
            }
        }
        clean(reply)
    }

    /// Lets a fact from outside happen: the outcome of an effect, or the passing of the deadline of the model.
    pub fn fact(&mut self, model: &mut Pictured, now: NaiveDateTime, msg: Msg) -> Reply {
        let mut reply = Reply::default();
        let notice = model.notice.clone();
        reply.effects = update(model, now, msg);
        if self.said.is_none() {
            return reply;
        }
        if model.notice != notice {
            reply.lines.extend(notice_in_lines(model));
        }
        let on_screen = self.said.as_ref().is_some_and(|said| said.is_of(model));
        if self.typing.is_none() || !on_screen {
            self.typing = None;
            reply.lines.extend(self.screen(model, false));
        }
        self.saving(model, &mut reply.lines);
        clean(reply)
    }

    /// One message, and what the core says of it at once.
    fn happen(&self, model: &mut Pictured, now: NaiveDateTime, msg: Msg, reply: &mut Reply) {
        let effects = update(model, now, msg);
        for effect in effects {
            // Of several revisions that wait only the newest need be saved.
            if matches!(effect, Effect::SaveMeeting(_)) {
                reply.effects.retain(|known| !matches!(known, Effect::SaveMeeting(_)));
            }
            reply.effects.push(effect);
        }
        if let Some(notice) = notice_in_lines(model)
            && reply.lines.last() != Some(&notice)
        {
            reply.lines.push(notice);
        }
    }

    /// What is said after a line: how to type, or what changed on the screen.
    fn answer(&mut self, model: &Pictured, before: Option<&Typing>, emptied: bool, reply: &mut Reply) {
        let language = model.language();
        let gone = self.typing.as_ref().is_some_and(|typing| model.page().row(typing.row()).is_none());
        if gone {
            self.typing = None;
        }
        match &self.typing {
            Some(_) if emptied => reply.lines.push(language.linear_emptied().to_owned()),
            Some(typing) if before == Some(typing) => {}
            Some(typing) => reply.lines.extend(invitation(model, typing)),
            None => {
                // Of a screen that nobody comes to any more nothing is said.
                if !reply.effects.contains(&Effect::Quit) {
                    reply.lines.extend(self.screen(model, false));
                }
                self.saving(model, &mut reply.lines);
                let elsewhere =
                    |effect: &Effect| matches!(effect, Effect::Quit | Effect::Edit(_) | Effect::EditSettings);
                let leaves = reply.effects.iter().any(elsewhere) || model.ending != Ending::No;
                if reply.lines.is_empty() && !leaves {
                    reply.lines.push(language.linear_nothing_new().to_owned());
                }
                if model.ending != Ending::No {
                    reply.lines.push(language.saving_before_quit().to_owned());
                }
            }
        }
    }

    /// What is new on the screen, or all of it.
    fn screen(&mut self, model: &Pictured, whole: bool) -> Vec<String> {
        let stays = self.said.as_ref().is_some_and(|said| said.is_of(model));
        let known = if stays { self.said.as_ref() } else { self.before.as_ref() };
        let known = known.filter(|said| !whole && said.is_of(model));
        let returns = known.is_some() && !stays;
        let last = self.said.as_ref().filter(|_| !whole);
        let (mut lines, said) = say(model, known, last);
        if returns {
            // Where it is another one by now, that was said as what is new.
            lines.retain(|line| line != said.trail());
            lines.splice(0..0, [String::new(), said.trail().to_owned()]);
        }
        let left = self.said.replace(said);
        if !stays {
            self.before = left;
        }
        if whole {
            self.status = None;
            self.failure = None;
            self.saving(model, &mut lines);
        }
        lines
    }

    /// The state of saving, where it is another one than was said last; that saving has begun is not worth a line.
    fn saving(&mut self, model: &Pictured, lines: &mut Vec<String>) {
        let saving = model.open.as_ref().map(|open| &open.saving);
        let failure = saving.and_then(|saving| saving.failed.as_ref());
        let failure = failure.map(|(why, _)| why.get(model.language()).to_owned());
        let busy = failure.is_none() && saving.is_some_and(|saving| !saving.is_clean());
        if let Some(status) = status::status(model).filter(|_| !busy)
            && self.status.as_ref() != Some(&status.text)
        {
            lines.push(status.text.clone());
            self.status = Some(status.text);
        }
        if failure != self.failure {
            lines.extend(failure.clone());
            self.failure = failure;
        }
    }
}

fn is_added(msgs: &[Msg]) -> bool {
    msgs.iter().any(|msg| matches!(msg, Msg::Type(text::Command::InsertText(_))))
}

/// How to type on a row.
fn invitation(model: &Pictured, typing: &Typing) -> Vec<String> {
    let language = model.language();
    let page = model.page();
    let Some(row) = page.row(typing.row()) else { return Vec::new() };
    let how = match typing {
        Typing::Line(_) if is_count(row) => language.linear_type_number().to_owned(),
        Typing::Line(_) if stands(model, row) => language.linear_type_line_over().to_owned(),
        Typing::Line(_) => language.linear_type_line().to_owned(),
        Typing::Lines(_) => language.linear_type_lines().to_owned(),
        Typing::Value(_) => hear::asks_value(model, row).unwrap_or_default(),
    };
    let (under, signs) = (under(&page), model.settings.marks.signs());
    let label = SaidRow::of(model, row).under(under.get(&row.id), signs).called();
    vec![format!("{} {how}", ended(&label, '.'))]
}

/// Whether a field takes a number of people or of votes.
fn is_count(row: &Row) -> bool {
    let place = row.as_field().map(|field| &field.place);
    matches!(place, Some(TextPlace::Session(SessionText::People(_) | SessionText::Count(..))))
}

/// Whether something stands in a field, so that a line takes its place.
fn stands(model: &Pictured, row: &Row) -> bool {
    let text = row.as_field().and_then(|field| field.place.text(model.record()?));
    text.is_some_and(|text| !text.trim().is_empty())
}

/// How everything works, and the commands of this screen.
fn explanation(model: &Pictured) -> Vec<String> {
    let language = model.language();
    let context = model.context();
    let mut lines = vec![
        language.linear_help_numbers().to_owned(),
        language.linear_help_texts().to_owned(),
        language.linear_help_slash().to_owned(),
        language.linear_help_commands().to_owned(),
    ];
    for command in COMMANDS.iter().filter(|command| (command.when)(&context)) {
        let words = command.words(language).join(", ");
        lines.push(format!("{words}: {}", (command.label)(language)));
    }
    lines
}

/// The last gate: nothing that a terminal would obey goes out.
fn clean(mut reply: Reply) -> Reply {
    for line in &mut reply.lines {
        if !text::is_clean(line) || line.contains('\n') {
            *line = text::visible_line(line).into_owned();
        }
    }
    reply
}

/// What just happened, with the words of this front end for the keys that a sentence names.
fn notice_in_lines(model: &Pictured) -> Option<String> {
    let language = model.language();
    let notice = model.notice.as_ref()?;
    let (undo, redo) = (language.linear_undo_word(), language.linear_redo_word());
    Some(notice.text.replace("Ctrl+Z", undo).replace("Ctrl+Y", redo))
}
