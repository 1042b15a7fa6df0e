//! The first use of a notebook on the screen: it draws the pages, keeps the secrets that are typed on them, and does what was
//! chosen in a thread of its own. Nothing is made before all of it was chosen, and nothing of this is in a recording.

use std::io;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use age::secrecy::SecretString;

use crate::app::keymap::{Key, KeyCode};
use crate::app::{
    self, Effect, FirstDeed, FirstFact, FirstStep, Hidden, Model, Msg, Pictured, Purpose, RowId, Screen,
    Settings,
};
use crate::shell::computer::now;
use crate::shell::inbox::input::Input;
use crate::shell::inbox::{Inbox, LoopEvent, signals};
use crate::shell::terminal::{self, Terminal};
use crate::store::{Codec, Plain, RecoveryKey, SHORTEST_PASSPHRASE};
use crate::text::same::canonical;
use crate::view::Theme;
use crate::words::Language;

/// The most bytes of a secret: its room never grows, so that no copy stays behind.
const ROOM: usize = 4096;

/// How long a program that Esc ends can still hear that this was the beginning of another key.
const SECOND_THOUGHT: Duration = Duration::from_millis(600);

/// What is done with the notebook; each says in words why it was not.
pub trait Founding: Send + Sync + 'static {
    /// Whether the notebook can be sealed at all.
    ///
    /// # Errors
    ///
    /// What is in the way.
    fn is_ready(&self) -> Result<(), String>;

    /// Records what a notebook without a passphrase is for.
    ///
    /// # Errors
    ///
    /// Why it could not be recorded.
    fn state(&self, purpose: Purpose) -> Result<(), String>;

    /// Seals the notebook; gives what there is to tell, and what opens it from now on.
    ///
    /// # Errors
    ///
    /// Why it was not done.
    fn seal(&self, passphrase: &SecretString, recovery: &RecoveryKey) -> Result<Sealed, String>;
}

/// What came of sealing: what there is to tell, and what opens the notebook.
pub type Sealed = (String, Arc<dyn Codec>);

/// How the first use ended.
pub enum Founded {
    /// The notebook can be used.
    Ready(Box<Ready>),
    /// Somebody left.
    Left {
        /// Whether they saw a recovery key that counts for nothing now.
        saw_key: bool,
        /// Whether the notebook was made ready all the same.
        ready: bool,
    },
}

/// A notebook that can be used, and the screen to go on with.
pub struct Ready {
    /// What it listens to and draws on.
    pub on: (Inbox, Terminal),
    /// What opens the notebook.
    pub codec: Arc<dyn Codec>,
    /// What there is to tell.
    pub told: String,
}

/// Asks on the screen for what a notebook is, and has it done.
///
/// # Errors
///
/// When the system gives no terminal, threads or signals.
pub fn first_use(settings: Settings, founding: Arc<dyn Founding>) -> io::Result<Founded> {
    let mut inbox = Inbox::open()?;
    let terminal = Terminal::enter(inbox.events.clone())?;
    let model = Model::first_use(settings, terminal::size(), now()).into();
    inbox.listen()?;
    let mut first = First {
        model,
        inbox,
        terminal,
        founding,
        typed: room(),
        again: room(),
        read_back: room(),
        recovery: None,
        purpose: None,
        work: None,
        leaves_at: None,
        ended: None,
    };
    first.draw()?;
    first.run()
}

fn room() -> String {
    String::with_capacity(ROOM)
}

/// What the work behind a page came to.
enum Done {
    CanBeSealed,
    Stated,
    Sealed(Sealed),
}

/// How the pages end.
enum End {
    Left,
    Ready(Sealed),
}

struct First {
    model: Pictured,
    inbox: Inbox,
    terminal: Terminal,
    founding: Arc<dyn Founding>,
    typed: String,
    again: String,
    read_back: String,
    recovery: Option<RecoveryKey>,
    purpose: Option<Purpose>,
    work: Option<JoinHandle<Result<Done, String>>>,
    leaves_at: Option<Instant>,
    ended: Option<End>,
}

impl First {
    fn run(mut self) -> io::Result<Founded> {
        loop {
            let Some(event) = self.inbox.next(self.leaves_at) else { return Ok(self.left()) };
            match event {
                LoopEvent::Came(inputs) => {
                    inputs.into_iter().for_each(|input| self.input(input));
                    self.draw()?;
                }
                LoopEvent::Fact(_) | LoopEvent::Register(..) => {
                    self.look_at_work();
                    self.draw()?;
                }
                LoopEvent::ClockJumped => {}
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
                LoopEvent::Terminate | LoopEvent::Closed => return Ok(self.left()),
            }
            match self.ended.take() {
                None => {}
                Some(End::Left) => return Ok(self.left()),
                Some(End::Ready((told, codec))) => {
                    let on = (self.inbox, self.terminal);
                    return Ok(Founded::Ready(Box::new(Ready { on, codec, told })));
                }
            }
        }
    }

    /// What there is when somebody goes away; what is under way with the keys is whole first.
    fn left(mut self) -> Founded {
        let done = self.work.take().map(finished);
        let ready = matches!(done, Some(Ok(Done::Sealed(_) | Done::Stated)));
        Founded::Left { saw_key: self.recovery.is_some() && !ready, ready }
    }

    fn step(&self) -> Option<FirstStep> {
        match self.model.screen() {
            Screen::FirstUse(step) => Some(*step),
            _ => None,
        }
    }

    fn language(&self) -> Language {
        self.model.language()
    }

    fn input(&mut self, input: Input) {
        if self.leaves_at.take().is_some()
            && matches!(input, Input::Key(_) | Input::Text(_) | Input::EndOfText)
        {
            self.ended = Some(End::Left);
        }
        if self.ended.is_some() {
            return;
        }
        match input {
            Input::Resize(size) => self.happen(Msg::Resized(size)),
            Input::FocusGained => self.terminal.forget(),
            Input::NotUtf8 => self.happen(Msg::NotUtf8),
            Input::EscapeWasNone => self.happen(Msg::EscapeWasNone),
            Input::Text(text) => {
                let line = text.trim_end_matches(['\n', '\r']);
                line.chars().for_each(|sign| self.put(sign));
                self.retyped();
                // Of a row of keys that came at once, Enter was one.
                if line.len() < text.len() {
                    self.happen(Msg::Activate);
                }
            }
            Input::Key(Key { code: KeyCode::Char('c' | 'd'), control: true, .. }) if self.work.is_none() => {
                self.ended = Some(End::Left);
            }
            Input::EndOfText => self.key(Key::plain(KeyCode::Enter)),
            Input::Key(key) => self.key(key),
        }
    }

    fn key(&mut self, key: Key) {
        let is_typed = self.step().is_some_and(FirstStep::is_typed) && self.work.is_none();
        let erases = is_typed && matches!(key.code, KeyCode::Backspace);
        match key.typed() {
            Some(sign) => {
                self.put(sign);
                self.retyped();
            }
            None if erases && !key.control => {
                if let Some(secret) = self.secret() {
                    secret.pop();
                }
                self.retyped();
            }
            None if erases || is_typed && key == Key::control(KeyCode::Char('u')) => {
                if let Some(secret) = self.secret() {
                    secret.clear();
                }
                self.retyped();
            }
            None => {
                if let Some(msg) = app::intent(&self.model, key) {
                    self.happen(msg);
                }
            }
        }
    }

    /// What is typed on the present page.
    fn secret(&mut self) -> Option<&mut String> {
        match self.step()? {
            FirstStep::Passphrase => Some(&mut self.typed),
            FirstStep::Again => Some(&mut self.again),
            FirstStep::ReadBack => Some(&mut self.read_back),
            FirstStep::Purpose | FirstStep::Key | FirstStep::Begin => None,
        }
    }

    fn put(&mut self, sign: char) {
        if self.work.is_some() {
            return;
        }
        if self.step() == Some(FirstStep::Purpose) {
            let rows = [('1', "passphrase"), ('2', "disk"), ('3', "fictional")];
            if let Some((_, row)) = rows.into_iter().find(|(number, _)| *number == sign) {
                self.happen(Msg::Focus(RowId::fixed(row)));
            }
        }
        if let Some(secret) = self.secret()
            && secret.len() + sign.len_utf8() <= ROOM
            && !sign.is_control()
        {
            secret.push(sign);
        }
    }

    /// Tells the pages what stands typed: how much of a passphrase, and which signs of the recovery key.
    fn retyped(&mut self) {
        if !self.step().is_some_and(FirstStep::is_typed) || self.work.is_some() {
            return;
        }
        let count = self.secret().map_or(0, |secret| secret.chars().count());
        self.fact(FirstFact::Typed(u16::try_from(count).unwrap_or(u16::MAX)));
        if self.step() == Some(FirstStep::ReadBack) {
            self.fact(FirstFact::ReadBack(Hidden::new(&self.read_back)));
        }
    }

    fn fact(&mut self, fact: FirstFact) {
        self.happen(Msg::FirstFact(Box::new(fact)));
    }

    fn wrong(&mut self, why: &str) {
        self.fact(FirstFact::Wrong(why.into()));
    }

    fn happen(&mut self, msg: Msg) {
        let is_escape = msg == Msg::Back;
        let before = self.step();
        let effects = app::update(&mut self.model, now(), msg);
        for effect in effects {
            match effect {
                Effect::Quit if is_escape => self.leaves_at = Some(Instant::now() + SECOND_THOUGHT),
                Effect::Quit => self.ended = Some(End::Left),
                Effect::Redraw => self.terminal.forget(),
                Effect::FirstUse(deed) => self.do_what_is_asked(deed),
                _ => {}
            }
        }
        if self.step() != before {
            self.show_what_belongs_here();
        }
    }

    /// The recovery key is on its own page and on no other, and so is what was typed of it.
    fn show_what_belongs_here(&mut self) {
        let step = self.step();
        let shown = |first_use: &app::FirstUse| first_use.key != Hidden::default();
        let is_shown = self.model.first_use.as_ref().is_some_and(shown);
        match (step, is_shown) {
            (Some(FirstStep::Key), false) => {
                let key = self.recovery.as_ref().map(|key| Hidden::new(key.shown())).unwrap_or_default();
                self.fact(FirstFact::Key(key));
            }
            (Some(FirstStep::Key), true) | (_, false) => {}
            (_, true) => self.fact(FirstFact::Key(Hidden::default())),
        }
        if step != Some(FirstStep::ReadBack) {
            self.fact(FirstFact::ReadBack(Hidden::default()));
        }
        self.retyped();
    }

    fn do_what_is_asked(&mut self, deed: FirstDeed) {
        match (deed, self.step()) {
            (FirstDeed::Choose(purpose), _) => self.choose(purpose),
            (FirstDeed::GoOn, _) => self.end(Ok(Done::Stated)),
            (FirstDeed::Take, Some(FirstStep::Passphrase)) => self.take_passphrase(),
            (FirstDeed::Take, Some(FirstStep::Again)) => self.take_again(),
            (FirstDeed::Take, Some(FirstStep::ReadBack)) => self.take_read_back(),
            (FirstDeed::Take, _) => {}
        }
    }

    fn choose(&mut self, purpose: Purpose) {
        (self.typed, self.again, self.read_back) = (room(), room(), room());
        self.purpose = Some(purpose);
        let founding = self.founding.clone();
        match purpose {
            Purpose::Passphrase => self.work(move || founding.is_ready().map(|()| Done::CanBeSealed)),
            Purpose::Disk | Purpose::Fictional => {
                self.work(move || founding.state(purpose).map(|()| Done::Stated));
            }
        }
    }

    fn take_passphrase(&mut self) {
        if canonical(&self.typed).chars().count() < SHORTEST_PASSPHRASE {
            let why = self.language().passphrase_short(SHORTEST_PASSPHRASE);
            self.wrong(&why);
        } else {
            self.again = room();
            self.fact(FirstFact::To(FirstStep::Again));
        }
    }

    fn take_again(&mut self) {
        if canonical(&self.typed) != canonical(&self.again) {
            (self.typed, self.again) = (room(), room());
            self.fact(FirstFact::To(FirstStep::Passphrase));
            let why = self.language().passphrase_differs();
            self.wrong(why);
            return;
        }
        if self.recovery.is_none() {
            match RecoveryKey::draw() {
                Ok(key) => self.recovery = Some(key),
                Err(problem) => {
                    let why = problem.message(self.language());
                    self.wrong(&why);
                    return;
                }
            }
        }
        self.fact(FirstFact::To(FirstStep::Key));
    }

    fn take_read_back(&mut self) {
        let Some(recovery) = self.recovery.clone() else { return };
        let language = self.language();
        match RecoveryKey::read(&self.read_back) {
            Ok(typed) if typed.is(&recovery) => {
                let founding = self.founding.clone();
                let passphrase = SecretString::from(self.typed.as_str());
                self.work(move || founding.seal(&passphrase, &recovery).map(Done::Sealed));
            }
            Ok(_) => self.wrong(language.first_use_key_other()),
            Err(mistyped) => self.wrong(&mistyped.message(language)),
        }
    }

    /// Has something done that takes its time, and says so meanwhile.
    fn work(&mut self, does: impl FnOnce() -> Result<Done, String> + Send + 'static) {
        let events = self.inbox.events.clone();
        let thread = Builder::new().name("first-use".to_owned()).spawn(move || {
            let done = does();
            // Wakes the loop, which is gone only where nobody waits any more.
            let _ = events.send(LoopEvent::Fact(Msg::Woke));
            done
        });
        match thread {
            Ok(thread) => {
                self.work = Some(thread);
                self.fact(FirstFact::Working);
            }
            Err(error) => self.wrong(&error.to_string()),
        }
    }

    fn look_at_work(&mut self) {
        if let Some(work) = self.work.take() {
            self.end(finished(work));
        }
    }

    fn end(&mut self, done: Result<Done, String>) {
        match done {
            Ok(Done::CanBeSealed) => self.fact(FirstFact::To(FirstStep::Passphrase)),
            Ok(Done::Sealed(sealed)) => {
                // What was typed has served, and stands nowhere any more.
                (self.typed, self.again, self.read_back) = (room(), room(), room());
                self.fact(FirstFact::ReadBack(Hidden::default()));
                self.fact(FirstFact::Key(Hidden::default()));
                self.ended = Some(End::Ready(sealed));
            }
            Ok(Done::Stated) => {
                let void = self.recovery.is_some().then(|| self.language().first_use_key_void().to_owned());
                self.ended = Some(End::Ready((void.unwrap_or_default(), Arc::new(Plain))));
            }
            Err(why) if matches!(self.purpose, Some(Purpose::Disk | Purpose::Fictional)) => {
                self.fact(FirstFact::NotRecorded(why.into()));
            }
            Err(why) => self.wrong(&why),
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let theme = Theme::named(self.model.settings.theme);
        self.terminal.draw(self.model.layout(), theme)
    }
}

/// What a thread came to; a fault of ours in it is one of ours here.
fn finished(work: JoinHandle<Result<Done, String>>) -> Result<Done, String> {
    work.join().unwrap_or_else(|fault| resume_unwind(fault))
}
