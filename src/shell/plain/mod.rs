//! The program line by line, for screen readers and pipes: no terminal, no threads, one line after another.

pub mod lines;

use std::collections::VecDeque;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crossterm::cursor::MoveTo;
use crossterm::execute;
use crossterm::terminal::{Clear, ClearType};

use super::lock::{self, Envelope, Sleep};
use super::outside::{Outside, both};
use super::run::{End, Start};
use super::terminal::is_simple;
use crate::app::{Effect, Model, Msg, Pictured, is_counting, is_masked};
use crate::linear::{Dialogue, Reply, WINDOW};
use crate::shell::computer::now;
use crate::shell::letters::on_terminal;
use crate::text;
use lines::{Line, Lines};

/// Holds the conversation until the user leaves or the input ends; at the end of the input everything is saved.
///
/// # Errors
///
/// When a line cannot be read or written; what was told before it is saved.
pub fn plain(start: Start, mut input: impl Lines, output: impl Write) -> io::Result<End> {
    let Start { settings, folder, outside, protected, unlocked, .. } = start;
    let mut model = Pictured::from(Model::new(settings, WINDOW, now(), folder));
    model.protected = protected;
    // Without a terminal there is nobody to be asked for the passphrase again.
    model.in_lines = true;
    model.lockable = outside.is_sealed() && input.is_terminal();
    model.votes_in_secret = input.hides();
    let told = unlocked.and_then(|unlocked| lock::resume(&outside, &mut model, unlocked.work));
    let dialogue = Dialogue::default();
    let mut talk = Talk {
        model,
        dialogue,
        outside: &outside,
        output,
        ended: false,
        locks: false,
        began: false,
        foreign: false,
    };
    let result = talk.hold(&mut input, told);
    if result.is_err() {
        // Whoever listened is gone; what was told is still worth keeping.
        let _ = talk.fact(Msg::Terminate);
    }
    outside.finish_log();
    if let Some(mut envelope) = result? {
        if let Some(folder) = &outside.folder {
            envelope.secure(folder, None);
        }
        return Ok(End::Locked(Box::new(envelope), None));
    }
    let unsaved = talk.model.open.as_ref().is_some_and(|open| !open.saving.is_clean());
    Ok(if unsaved { End::NotSaved } else { End::Saved })
}

/// Whether nobody may see what is typed: votes, or the numbers of a vote.
fn is_secret(model: &Model) -> bool {
    is_masked(model) || is_counting(model)
}

/// A conversation with the world that it needs.
struct Talk<'a, W> {
    model: Pictured,
    dialogue: Dialogue,
    outside: &'a Outside,
    output: W,
    ended: bool,
    /// Whether the program is to be locked, once everything else is done.
    locks: bool,
    /// Whether a line was read.
    began: bool,
    /// Whether it was said that the input is no UTF-8.
    foreign: bool,
}

impl<W: Write> Talk<'_, W> {
    /// Gives what there is to lock; nothing when the user left.
    fn hold(&mut self, input: &mut impl Lines, told: Option<Msg>) -> io::Result<Option<Envelope>> {
        if let Some(read) = self.outside.read_settings() {
            self.quietly(read);
        }
        for effect in [Effect::DrawIds, Effect::ReadLibrary, Effect::ListMeetings] {
            if let Some(fact) = self.outside.perform(&effect) {
                self.quietly(fact);
            }
        }
        input.hide(is_secret(&self.model));
        let lines = self.dialogue.begin(&self.model);
        self.write(&lines)?;
        if let Some(told) = told {
            self.fact(told)?;
        }
        let mut sleep = Sleep::now();
        while !self.ended {
            if let Some(envelope) = self.locked()? {
                return Ok(Some(envelope));
            }
            let next = input.next_line(self.patience())?;
            if self.model.lockable && sleep.noticed(Sleep::now()) {
                self.fact(Msg::Slept)?;
                continue;
            }
            match next {
                Line::Typed(line) => {
                    let typed = self.understood(&line)?;
                    let reply = self.dialogue.line(&mut self.model, now(), &typed);
                    // First no echo, then what is said: who votes at once is not shown either.
                    if is_secret(&self.model) {
                        input.hide(true);
                    }
                    self.answer(reply)?;
                    input.hide(is_secret(&self.model));
                }
                Line::Nothing if self.model.lock_deadline().is_some_and(|deadline| deadline <= now()) => {
                    self.fact(Msg::Woke)?;
                }
                Line::Nothing => {}
                Line::End => {
                    self.fact(Msg::Terminate)?;
                    return Ok(None);
                }
            }
        }
        Ok(None)
    }

    /// The text of a line; older programs give no UTF-8, and some begin with a mark that says that they do.
    fn understood(&mut self, line: &[u8]) -> io::Result<String> {
        let (typed, foreign) = text::from_bytes(line);
        if foreign && !std::mem::replace(&mut self.foreign, true) {
            let told = self.model.language().input_not_utf8().to_owned();
            self.write(&[told])?;
        }
        let began = std::mem::replace(&mut self.began, true);
        Ok(match typed.strip_prefix('\u{FEFF}') {
            Some(rest) if !began => rest.to_owned(),
            _ => typed,
        })
    }

    /// How long to wait for a line: till it is time to lock, and no longer than the clocks may go unseen.
    fn patience(&self) -> Option<Duration> {
        let left = self.model.lock_deadline()? - now();
        let left = left.to_std().unwrap_or_default().saturating_add(Duration::from_secs(1));
        Some(left.min(lock::LOOK))
    }

    /// What there is to lock, where that was asked for; then nothing of what was said is on the screen any more.
    fn locked(&mut self) -> io::Result<Option<Envelope>> {
        if !std::mem::take(&mut self.locks) {
            return Ok(None);
        }
        match lock::seal(self.outside, &self.model, false) {
            Ok(envelope) => {
                if !is_simple() {
                    execute!(self.output, Clear(ClearType::All), Clear(ClearType::Purge), MoveTo(0, 0))?;
                }
                Ok(Some(envelope))
            }
            Err(why) => self.fact(Msg::LockFailed(Box::new(why))).map(|()| None),
        }
    }

    /// Lets a fact happen before the conversation begins.
    fn quietly(&mut self, fact: Msg) {
        let effects = crate::app::update(&mut self.model, now(), fact);
        for effect in effects {
            if let Some(fact) = self.outside.perform(&effect) {
                self.quietly(fact);
            }
        }
    }

    fn fact(&mut self, fact: Msg) -> io::Result<()> {
        let reply = self.dialogue.fact(&mut self.model, now(), fact);
        self.answer(reply)
    }

    /// Writes what is said and does what is asked for, until nothing more comes of it.
    fn answer(&mut self, reply: Reply) -> io::Result<()> {
        let mut effects = VecDeque::from(reply.effects);
        self.write(&reply.lines)?;
        while let Some(effect) = effects.pop_front() {
            if effect == Effect::Quit {
                self.ended = true;
                return Ok(());
            }
            self.locks |= effect == Effect::Lock;
            for fact in [self.perform(&effect), self.outside.log_trouble()].into_iter().flatten() {
                let reply = self.dialogue.fact(&mut self.model, now(), fact);
                self.write(&reply.lines)?;
                effects.extend(reply.effects);
            }
            self.outside.after(&effect);
        }
        Ok(())
    }

    /// Does what is asked for; an editor needs a terminal on both sides, which a pipe or another program is not.
    fn perform(&self, effect: &Effect) -> Option<Msg> {
        let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        if matches!(effect, Effect::Edit(_) | Effect::EditSettings) && !is_terminal {
            let why = both(|language| language.editor_needs_terminal().to_owned());
            return Some(Msg::EditorClosed(Some(Box::new(why))));
        }
        self.outside.perform(effect)
    }

    fn write(&mut self, lines: &[String]) -> io::Result<()> {
        let is_terminal = io::stdout().is_terminal();
        for line in lines {
            let line = text::visible_line(line);
            let shown = if is_terminal { on_terminal(&line) } else { std::borrow::Cow::Borrowed(&*line) };
            writeln!(self.output, "{shown}")?;
        }
        self.output.flush()
    }
}
