//! The program line by line, for screen readers and pipes: no terminal, no threads, one line after another.

use std::collections::VecDeque;
use std::io::{self, BufRead, IsTerminal, Write};

use super::outside::{Outside, both};
use super::run::{End, Start, now};
use crate::app::{Effect, Model, Msg};
use crate::linear::{Dialogue, Reply, WINDOW};
use crate::text;

/// Holds the conversation until the user leaves or the input ends; at the end of the input everything is saved.
///
/// # Errors
///
/// When a line cannot be read or written; what was told before it is saved.
pub fn plain(start: Start, input: impl BufRead, output: impl Write) -> io::Result<End> {
    let Start { settings, folder, outside, protected, .. } = start;
    let mut model = Model::new(settings, WINDOW, now(), folder);
    model.protected = protected;
    let mut talk = Talk { model, dialogue: Dialogue::default(), outside: &outside, output, ended: false };
    let result = talk.hold(input);
    if result.is_err() {
        // Whoever listened is gone; what was told is still worth keeping.
        let _ = talk.fact(Msg::Terminate);
    }
    outside.finish_log();
    result?;
    let unsaved = talk.model.open.as_ref().is_some_and(|open| !open.saving.is_clean());
    Ok(if unsaved { End::NotSaved } else { End::Saved })
}

/// A conversation with the world that it needs.
struct Talk<'a, W> {
    model: Model,
    dialogue: Dialogue,
    outside: &'a Outside,
    output: W,
    ended: bool,
}

impl<W: Write> Talk<'_, W> {
    fn hold(&mut self, input: impl BufRead) -> io::Result<()> {
        if let Some(read) = self.outside.read_settings() {
            self.quietly(read);
        }
        for effect in [Effect::DrawIds, Effect::ReadLibrary, Effect::ListMeetings] {
            if let Some(fact) = self.outside.perform(&effect) {
                self.quietly(fact);
            }
        }
        let lines = self.dialogue.begin(&self.model);
        self.write(&lines)?;
        let mut input = input;
        let mut line = Vec::new();
        while !self.ended {
            line.clear();
            if input.read_until(b'\n', &mut line)? == 0 {
                return self.fact(Msg::Terminate);
            }
            let typed = String::from_utf8_lossy(&line).into_owned();
            let reply = self.dialogue.line(&mut self.model, now(), &typed);
            self.answer(reply)?;
        }
        Ok(())
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
        if matches!(effect, Effect::Edit(_)) && !is_terminal {
            let why = both(|language| language.editor_needs_terminal().to_owned());
            return Some(Msg::EditorClosed(Some(Box::new(why))));
        }
        self.outside.perform(effect)
    }

    fn write(&mut self, lines: &[String]) -> io::Result<()> {
        for line in lines {
            writeln!(self.output, "{}", text::visible_line(line))?;
        }
        self.output.flush()
    }
}
