//! The locked program: it draws a calm screen, waits for the passphrase, and knows nothing else.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use age::secrecy::SecretString;

use super::envelope::{Envelope, Work};
use super::sealed_work::{AfterLeaving, SealedWork};
use crate::app::keymap::{Key, KeyCode};
use crate::app::{self, Effect, LockFact, Model, Msg, Pictured};
use crate::shell::computer::now;
use crate::shell::inbox::input::Input;
use crate::shell::inbox::{Inbox, LoopEvent, signals};
use crate::shell::outside::both;
use crate::shell::terminal::{self, Terminal};
use crate::store::{Codec, KeyProblem};
use crate::view::Theme;

/// How often a locked program tries to get to the disk what was not saved.
const AGAIN: Duration = Duration::from_secs(30);

/// How often somebody may wish to leave work that is nowhere yet, line by line, before that is taken for the end of all lines.
const MOST_LEAVES: usize = 3;

/// The most bytes of a passphrase: its room never grows, so that no copy stays behind.
const ROOM: usize = 4096;

/// Trying a passphrase: what opens the notebook comes of it, or why not.
pub type Unlock<'u> = dyn Fn(&SecretString) -> Result<Arc<dyn Codec>, KeyProblem> + 'u;

/// What a locked program may do with the notebook.
pub struct Gate<'g> {
    /// The folder of the notebook.
    pub folder: &'g Path,
    /// Tries a passphrase.
    pub unlock: &'g Unlock<'g>,
    /// Writes down that somebody tried another one.
    pub refused: &'g dyn Fn(),
}

/// Waits line by line: `ask` gives what somebody typed, nothing when they went away, and `say` tells them.
pub fn await_line(
    envelope: Envelope,
    gate: &Gate<'_>,
    mut ask: impl FnMut() -> Option<SecretString>,
    mut say: impl FnMut(&str),
) -> Awaited {
    let language = envelope.settings.language;
    let mut kept = SealedWork::new(envelope, gate.folder);
    kept.leave_behind();
    say(language.locked_title());
    say(language.locked_kept());
    if kept.is_in_danger() {
        say(language.locked_unsaved());
    }
    let mut gone = 0;
    loop {
        kept.leave_behind();
        let Some(typed) = ask() else {
            let left = kept.before_leaving();
            gone += 1;
            // Where nobody can answer any more, asking again would never end.
            if left != AfterLeaving::NotSaved || gone == MOST_LEAVES {
                return Awaited::Left(left);
            }
            say(language.locked_cannot_leave());
            continue;
        };
        gone = 0;
        match (gate.unlock)(&typed) {
            Ok(codec) => {
                let work = kept.open(&codec);
                return Awaited::Unlocked(Box::new(Unlocked { on: None, work }), codec);
            }
            Err(KeyProblem::Wrong) => {
                (gate.refused)();
                say(language.locked_refused());
            }
            Err(problem) => say(&problem.message(language)),
        }
    }
}

impl std::fmt::Debug for Gate<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Gate").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// What a program has that was just unlocked.
#[derive(Debug)]
pub struct Unlocked {
    /// What it listens to and draws on, where it has a screen.
    pub(in crate::shell) on: Option<(Inbox, Terminal)>,
    /// The work; `None` when it cannot be understood, and then it was left in the notebook as far as it was not saved.
    pub(in crate::shell) work: Option<Work>,
}

/// How waiting ended.
#[derive(Debug)]
pub enum Awaited {
    /// The passphrase came, and this opens the notebook.
    Unlocked(Box<Unlocked>, Arc<dyn Codec>),
    /// Somebody left, and this became of the work.
    Left(AfterLeaving),
}

/// Waits until somebody unlocks or leaves.
///
/// # Errors
///
/// When the system gives no terminal, threads or signals.
pub fn await_unlock(
    envelope: Envelope,
    gate: &Gate<'_>,
    inbox: Inbox,
    terminal: Option<Terminal>,
) -> io::Result<Awaited> {
    let terminal = terminal.map_or_else(|| Terminal::resume(envelope.line, inbox.events.clone()), Ok)?;
    let blank = Model::new(envelope.settings, terminal::size(), now(), String::new());
    let typed = String::with_capacity(ROOM);
    let mut kept = SealedWork::new(envelope, gate.folder);
    kept.leave_behind();
    let model = blank.locked(kept.is_in_danger()).into();
    let mut waiting = Waiting { model, inbox, terminal, kept, typed, wiped: String::new(), gate };
    waiting.draw()?;
    waiting.inbox.listen()?;
    waiting.run()
}

/// What is to be done after something happened.
enum Next {
    Wait,
    Try,
    Leave,
}

struct Waiting<'g> {
    model: Pictured,
    inbox: Inbox,
    terminal: Terminal,
    kept: SealedWork<'g>,
    typed: String,
    /// What Esc wiped out, till something else is typed.
    wiped: String,
    gate: &'g Gate<'g>,
}

impl Waiting<'_> {
    fn run(mut self) -> io::Result<Awaited> {
        loop {
            let until = self.kept.is_in_danger().then(|| Instant::now() + AGAIN);
            let Some(event) = self.inbox.next(until) else {
                self.kept.leave_behind();
                continue;
            };
            match event {
                LoopEvent::Came(inputs) => {
                    for input in inputs {
                        match self.input(input) {
                            Next::Wait => {}
                            Next::Leave => match self.kept.before_leaving() {
                                AfterLeaving::NotSaved => self.cannot_leave(),
                                left => return Ok(Awaited::Left(left)),
                            },
                            Next::Try => {
                                if let Some(codec) = self.try_typed()? {
                                    return Ok(self.unlocked(codec));
                                }
                            }
                        }
                    }
                    self.draw()?;
                }
                // What an earlier program asked for, or what matters only to an unlocked one.
                LoopEvent::Fact(_) | LoopEvent::Register(..) | LoopEvent::ClockJumped => {}
                LoopEvent::Taken => self.draw()?,
                LoopEvent::Stopped => {
                    self.terminal.lend();
                    signals::stop();
                }
                LoopEvent::GoesOn => {
                    self.terminal.go_on()?;
                    self.happen(Msg::Resized(terminal::size()));
                    self.draw()?;
                }
                LoopEvent::Terminate | LoopEvent::Closed => {
                    return Ok(Awaited::Left(self.kept.before_leaving()));
                }
            }
        }
    }

    fn input(&mut self, input: Input) -> Next {
        match input {
            Input::Resize(size) => self.happen(Msg::Resized(size)),
            Input::FocusGained => {
                self.terminal.forget();
                Next::Wait
            }
            Input::NotUtf8 => Next::Wait,
            Input::EscapeWasNone => {
                std::mem::swap(&mut self.typed, &mut self.wiped);
                self.retyped()
            }
            Input::Text(text) => {
                let line = text.trim_end_matches(['\n', '\r']);
                line.chars().for_each(|character| self.put(character));
                self.retyped();
                // Of a row of keys that came at once, Enter was one.
                if line.len() < text.len() { Next::Try } else { Next::Wait }
            }
            Input::EndOfText => Next::Try,
            Input::Key(key) => match (key.typed(), key) {
                (Some(character), _) => {
                    self.put(character);
                    self.retyped()
                }
                (None, Key { code: KeyCode::Backspace, control: false, .. }) => {
                    self.typed.pop();
                    self.retyped()
                }
                (None, Key { code: KeyCode::Esc, .. }) => {
                    // An arrow in two pieces begins like it.
                    self.wiped = std::mem::replace(&mut self.typed, String::with_capacity(ROOM));
                    self.retyped()
                }
                (None, Key { code: KeyCode::Backspace, .. }) => {
                    self.typed.clear();
                    self.retyped()
                }
                (None, key) if key == Key::control(KeyCode::Char('u')) => {
                    self.typed.clear();
                    self.retyped()
                }
                (None, key) => match app::intent(&self.model, key) {
                    Some(msg) => self.happen(msg),
                    None => Next::Wait,
                },
            },
        }
    }

    fn put(&mut self, character: char) {
        self.wiped = String::new();
        if self.typed.len() + character.len_utf8() <= ROOM && !character.is_control() {
            self.typed.push(character);
        }
    }

    fn retyped(&mut self) -> Next {
        let count = u16::try_from(self.typed.chars().count()).unwrap_or(u16::MAX);
        self.happen(Msg::LockFact(LockFact::Typed(count)))
    }

    fn happen(&mut self, msg: Msg) -> Next {
        let effects = app::update(&mut self.model, now(), msg);
        effects.into_iter().fold(Next::Wait, |next, effect| match effect {
            Effect::Unlock => Next::Try,
            Effect::Quit => Next::Leave,
            Effect::Redraw => {
                self.terminal.forget();
                next
            }
            _ => next,
        })
    }

    /// Tries what was typed, which is forgotten by that.
    fn try_typed(&mut self) -> io::Result<Option<Arc<dyn Codec>>> {
        if self.typed.is_empty() {
            let why = both(|language| language.locked_empty().to_owned());
            self.happen(Msg::LockFact(LockFact::Failed(Box::new(why))));
            return Ok(None);
        }
        self.happen(Msg::LockFact(LockFact::Tried));
        self.draw()?;
        let typed = SecretString::from(self.typed.as_str());
        self.typed = String::with_capacity(ROOM);
        let fact = match (self.gate.unlock)(&typed) {
            Ok(codec) => return Ok(Some(codec)),
            Err(KeyProblem::Wrong) => {
                (self.gate.refused)();
                LockFact::Refused
            }
            Err(problem) => LockFact::Failed(Box::new(both(|language| problem.message(language)))),
        };
        self.happen(Msg::LockFact(fact));
        Ok(None)
    }

    fn unlocked(mut self, codec: Arc<dyn Codec>) -> Awaited {
        let work = self.kept.open(&codec);
        let Self { inbox, terminal, .. } = self;
        Awaited::Unlocked(Box::new(Unlocked { on: Some((inbox, terminal)), work }), codec)
    }

    fn cannot_leave(&mut self) {
        let why = both(|language| language.locked_cannot_leave().to_owned());
        self.happen(Msg::LockFact(LockFact::Failed(Box::new(why))));
    }

    fn draw(&mut self) -> io::Result<()> {
        let theme = Theme::named(self.model.settings.theme);
        self.terminal.draw(self.model.layout(), theme)
    }
}
