//! The loop: wait, let it happen, hand the effects out, draw once.

mod about_to_lock;
mod alarm;
mod end;
mod held;
mod lanes;
mod newest;
pub(super) mod recorder;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::shell::computer::now;
use chrono::NaiveDateTime;

use super::lock::{self, Sleep, Unlocked};
use super::outside::Outside;
use super::panic::Watch;
use super::terminal::{self, Terminal};
use crate::app::keymap::{Key, KeyCode};
use crate::app::{self, Effect, Layout, Model, Msg, Pictured, Protected, RowsFor, Settings};
use crate::shell::inbox::input::Input;
use crate::shell::inbox::{Inbox, LoopEvent, signals};
use crate::text::Command;
use crate::view::Theme;
use about_to_lock::AboutToLock;
pub use end::End;

use alarm::{Alarm, Over, Woken};
use held::Held;
use lanes::Lanes;
use newest::NewestRecord;
use recorder::Recorder;

/// How long the end of the program waits for the last save.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a program that Esc ends can still hear that this was the beginning of another key.
const SECOND_THOUGHT: Duration = Duration::from_millis(600);

/// What the program starts with.
#[derive(Debug)]
pub struct Start {
    /// Language and look before the notebook was read.
    pub settings: Settings,
    /// The folder of the notebook, as shown.
    pub folder: String,
    /// What protects the notebook, so that real patients may be in it.
    pub protected: Protected,
    /// The world outside.
    pub outside: Arc<Outside>,
    /// A recording to be made.
    pub recorder: Option<Recorder>,
    /// What there is from before the program was locked.
    pub unlocked: Option<Box<Unlocked>>,
    /// What the first use of the notebook listened to and drew on, and what came of it.
    pub first: Option<((Inbox, Terminal), String)>,
    /// Whether F12 is a fault, by which tests see what a panic leaves behind; in builds for development only.
    #[cfg(debug_assertions)]
    pub faulty: bool,
}

/// Runs the program on the terminal of the standard output until it ends, and gives the terminal back.
///
/// # Errors
///
/// When the system gives no terminal, threads or signals; nothing was noted then.
pub fn run(start: Start, watch: &Watch) -> io::Result<End> {
    let outside = start.outside.clone();
    let kept = NewestRecord::default();
    let (first, told_first) = start.first.unzip();
    let (on, before) = match start.unlocked.map(|unlocked| *unlocked) {
        Some(Unlocked { on, work }) => (on, Some(work)),
        None => (first, None),
    };
    let (mut inbox, terminal) = match on {
        Some((inbox, terminal)) => (inbox, Some(terminal)),
        None => (Inbox::open()?, None),
    };
    let lanes = Lanes::start(&outside, &inbox.events)?;
    let mut model = Pictured::from(Model::new(start.settings, terminal::size(), now(), start.folder));
    model.protected = start.protected;
    model.lockable = outside.is_sealed();
    told_first.into_iter().for_each(|told| model.begin_after_first_use(told));
    let told = before.and_then(|work| lock::resume(&outside, &mut model, work));
    // After a panic only `kept`, `lanes` and `outside` are looked at; each holds whole values at every moment.
    let ran = catch_unwind(AssertUnwindSafe(|| {
        let terminal = terminal.map_or_else(|| Terminal::enter(inbox.events.clone()), Ok)?;
        let recorder = start.recorder;
        Loop {
            model,
            terminal: Some(terminal),
            sleep: Sleep::now(),
            calm: None,
            held: Held::default(),
            to_do: Vec::new(),
            lanes: &lanes,
            outside: &outside,
            kept: &kept,
            recorder,
            over: None,
            #[cfg(debug_assertions)]
            faulty: start.faulty,
        }
        .run(&mut inbox, outside.perform(&Effect::DrawIds), told)
    }));
    let panicked = ran.is_err();
    if panicked && let Some(save) = kept.unsaved(outside.last_saved()) {
        lanes.submit(Effect::SaveMeeting(save));
    }
    let locked = matches!(ran, Ok(Ok(Some(_))));
    // A locked program keeps what it has open.
    if lanes.finish(PATIENCE) && !locked {
        outside.let_go_of_all();
    }
    if !locked {
        outside.finish_log();
    }
    let saved = kept.unsaved(outside.last_saved()).is_none();
    match ran {
        Err(_) => Ok(End::Panicked { place: watch.place(), saved }),
        Ok(Err(error)) => Err(error),
        Ok(Ok(Some(about))) => Ok(about.settle(&outside, inbox)),
        Ok(Ok(None)) => Ok(if saved { End::Saved } else { End::NotSaved }),
    }
}

/// The loop with all that it holds.
struct Loop<'a> {
    model: Pictured,
    /// Gone when the window was closed.
    terminal: Option<Terminal>,
    lanes: &'a Lanes,
    outside: &'a Outside,
    kept: &'a NewestRecord,
    recorder: Option<Recorder>,
    over: Option<Over>,
    sleep: Sleep,
    /// The calm screen, while the lock is being prepared.
    calm: Option<Arc<Layout>>,
    /// Keys that wait for the meeting that is being opened.
    held: Held,
    /// What the lanes are to do once the picture is on its way: a save on another core would hold it up.
    to_do: Vec<Effect>,
    #[cfg(debug_assertions)]
    faulty: bool,
}

impl Loop<'_> {
    fn run(
        mut self,
        inbox: &mut Inbox,
        ids: Option<Msg>,
        told: Option<Msg>,
    ) -> io::Result<Option<AboutToLock>> {
        if let Some(recorder) = &mut self.recorder {
            recorder.begin(&self.model);
        }
        // At hand before the first frame is: the first key that follows it may begin a meeting.
        ids.into_iter().chain(told).for_each(|fact| self.tell(fact));
        // First there is something to see; only then the notebook is opened.
        self.show();
        inbox.listen()?;
        self.lanes.read_settings();
        for effect in [Effect::ListMeetings, Effect::ReadLibrary] {
            self.lanes.submit(effect);
        }
        let mut alarm = Alarm::default();
        while self.over != Some(Over::Now) {
            if let Some(locked) = self.locked_now(false) {
                return Ok(Some(locked));
            }
            let look = self.model.lockable.then(|| Instant::now() + lock::LOOK);
            let look = look.into_iter().chain(self.held.until()).min();
            // Whoever types on when the program is to end would keep it from being done with saving.
            let ends = matches!(self.over, Some(Over::By(_) | Over::LockedBy(_)));
            let next = |until| if ends { inbox.next_but_keys(until) } else { inbox.next(until) };
            let woken = alarm.wait(next, self.model.deadline(), self.over, look);
            // Before anything else: whoever woke the computer sees nothing and does nothing.
            if self.model.lockable && self.sleep.noticed(Sleep::now()) {
                self.tell(Msg::Slept);
                self.show();
            }
            match woken {
                Woken::By(event) => self.happen(event, inbox),
                Woken::Deadline(moment) => {
                    self.tell_at(now().max(moment), Msg::Woke);
                    self.show();
                }
                Woken::Look if self.held.is_empty() => {}
                Woken::Look => {
                    self.take_held();
                    self.show();
                }
                Woken::TooLate => match self.locked_now(true) {
                    Some(locked) => return Ok(Some(locked)),
                    None => break,
                },
            }
        }
        Ok(None)
    }

    /// What there is to lock, when the program is to be locked and everything that can be saved is; `anyway` when that
    /// took too long.
    fn locked_now(&mut self, anyway: bool) -> Option<AboutToLock> {
        if !matches!(self.over, Some(Over::LockedBy(_))) {
            return None;
        }
        let saving = self.model.open.as_ref().map(|open| &open.saving);
        let settled = saving.is_none_or(|saving| saving.is_clean() || saving.failed.is_some());
        if !settled && !anyway {
            return None;
        }
        match lock::seal(self.outside, &self.model, self.recorder.is_some()) {
            Ok(envelope) => {
                let terminal = self.terminal.take()?;
                // The calm screen has to be there before this program is gone.
                terminal.settle();
                Some(AboutToLock {
                    envelope,
                    terminal,
                    model: self.model.clone(),
                    recording: self.recorder.is_some(),
                })
            }
            Err(why) => {
                (self.over, self.calm) = (None, None);
                self.tell(Msg::LockFailed(Box::new(why)));
                self.show();
                None
            }
        }
    }

    /// Lets everything happen that is there, and draws once.
    fn happen(&mut self, first: LoopEvent, inbox: &mut Inbox) {
        let mut next = Some(first);
        while let Some(event) = next {
            match event {
                LoopEvent::Came(inputs) => self.came(inputs),
                LoopEvent::Fact(fact) => {
                    self.tell(fact);
                    self.take_held();
                }
                LoopEvent::Register(rows, fact) => {
                    self.model.have_ready(*rows);
                    // What is shown no more, and rows that never were, are freed elsewhere.
                    let before = (self.model.known.clone(), self.model.prepared.clone());
                    self.tell(fact);
                    self.lanes.let_go(before.0, before.1);
                    self.take_held();
                }
                // The clocks are looked at before anything happens.
                LoopEvent::ClockJumped => {}
                // What is drawn below is the newest there is.
                LoopEvent::Taken => {}
                LoopEvent::Stopped => self.stop(),
                LoopEvent::GoesOn => self.go_on(),
                LoopEvent::Terminate => self.terminate(),
                LoopEvent::Closed => {
                    self.terminal = None;
                    self.terminate();
                }
            }
            next = inbox.more();
        }
        self.show();
    }

    /// Takes what came from the terminal. Where another program had it gather lines, the Enter that ended one did nothing else.
    fn came(&mut self, mut inputs: Vec<Input>) {
        let was_changed = self.terminal.as_mut().is_some_and(Terminal::put_right);
        let is_enter =
            |last: &Input| matches!(last, Input::EndOfText | Input::Key(Key { code: KeyCode::Enter, .. }));
        if was_changed && inputs.last().is_some_and(is_enter) {
            inputs.pop();
        }
        inputs.into_iter().for_each(|input| self.input(input));
    }

    /// What is typed while a meeting is being opened waits for its pages; the rest happens at once.
    fn input(&mut self, input: Input) {
        let is_key =
            matches!(input, Input::Key(_) | Input::Text(_) | Input::EndOfText | Input::EscapeWasNone);
        if is_key && self.held.waits(self.model.is_opening(), Instant::now()) {
            let leaves = match input {
                Input::Key(key) => matches!(app::intent(&self.model, key), Some(Msg::Quit | Msg::Lock)),
                _ => false,
            };
            if !leaves || !self.held.is_empty() {
                return self.held.hold(input);
            }
        }
        self.take(input);
    }

    /// Takes what waited, as soon as it no longer has to.
    fn take_held(&mut self) {
        while !self.held.is_empty() && !self.held.waits(self.model.is_opening(), Instant::now()) {
            self.held.next().into_iter().for_each(|input| self.take(input));
        }
    }

    /// What a key means is decided when it is its turn: an earlier one may have changed the screen.
    fn take(&mut self, input: Input) {
        #[cfg(debug_assertions)]
        self.fail_if_asked(&input);
        // Between the wish to lock and the lock nobody is there any more.
        if matches!(self.over, Some(Over::LockedBy(_))) {
            return;
        }
        if matches!(self.over, Some(Over::UnlessKeyBy(_))) {
            match input {
                Input::EscapeWasNone => self.over = None,
                Input::Key(_) | Input::Text(_) | Input::EndOfText => {
                    self.over = Some(Over::Now);
                    return;
                }
                Input::Resize(_) | Input::FocusGained | Input::NotUtf8 => {}
            }
        }
        let msg = match input {
            Input::Key(key) => app::intent(&self.model, key),
            Input::Text(text) => Some(Msg::Type(Command::InsertText(text))),
            Input::EndOfText => Some(app::end_of_text(&self.model)),
            Input::Resize(size) => Some(Msg::Resized(size)),
            Input::FocusGained => Some(Msg::FocusGained),
            Input::EscapeWasNone => Some(Msg::EscapeWasNone),
            Input::NotUtf8 => Some(Msg::NotUtf8),
        };
        if let Some(msg) = msg {
            self.tell(msg);
        }
    }

    /// A fault that has all notes in what it says, as a fault of ours might.
    #[cfg(debug_assertions)]
    #[expect(clippy::panic, reason = "it is asked for, and is in no release")]
    fn fail_if_asked(&self, input: &Input) {
        if self.faulty && *input == Input::Key(Key::plain(KeyCode::F(12))) {
            panic!("{:?}", self.model.open);
        }
    }

    fn terminate(&mut self) {
        if !matches!(self.over, Some(Over::By(_) | Over::Now)) {
            self.over = Some(Over::By(Instant::now() + PATIENCE));
            self.tell(Msg::Terminate);
        }
    }

    fn tell(&mut self, msg: Msg) {
        self.tell_at(now(), msg);
    }

    fn tell_at(&mut self, moment: NaiveDateTime, msg: Msg) {
        // What somebody votes while the keyboard goes round is in no recording, and of hands no number.
        if let Some(recorder) = self.recorder.as_mut().filter(|_| !app::is_masked(&self.model)) {
            let hidden = app::is_counting(&self.model).then(|| app::message::scrambled(&msg));
            recorder.record(moment, hidden.as_ref().unwrap_or(&msg));
        }
        let is_escape = msg == Msg::Back;
        let effects = app::update(&mut self.model, moment, msg);
        self.kept.keep(&self.model);
        for effect in effects {
            match effect {
                Effect::Quit if is_escape => {
                    self.over = Some(Over::UnlessKeyBy(Instant::now() + SECOND_THOUGHT));
                }
                Effect::Quit => self.over = Some(Over::Now),
                Effect::Redraw => self.terminal.iter_mut().for_each(Terminal::forget),
                Effect::Lock => self.prepare_lock(),
                Effect::Unlock | Effect::FirstUse(_) => {}
                Effect::Edit(_) | Effect::EditSettings => self.edit(&effect),
                effect => self.to_do.push(effect),
            }
        }
    }

    /// Hands the lanes what is to be done, in its order.
    fn hand_over(&mut self) {
        for effect in self.to_do.drain(..) {
            match effect {
                Effect::ReadRegister(viewpoint) if viewpoint.meeting.is_none() => {
                    self.lanes.read_register(viewpoint, RowsFor::now(&self.model));
                }
                effect => self.lanes.submit(effect),
            }
        }
    }

    /// From now on there is nothing to see; the lock follows when everything is saved, as far as it can be.
    fn prepare_lock(&mut self) {
        if self.over.is_none() {
            self.over = Some(Over::LockedBy(Instant::now() + PATIENCE));
            self.calm = Some(Pictured::from(self.model.about_to_lock()).layout());
        }
    }

    /// Lends the terminal to the user's editor till that ends. Meanwhile nobody reads keys here: an editor is asked for by
    /// a key, and the next ones are read only with permission.
    fn edit(&mut self, effect: &Effect) {
        self.hand_over();
        let Some(terminal) = &mut self.terminal else { return };
        terminal.lend();
        let outcome = self.outside.perform(effect);
        let is_back = terminal.take_back().is_ok();
        if !is_back {
            self.terminal = None;
            self.terminate();
        }
        self.tell(Msg::Resized(terminal::size()));
        if let Some(outcome) = outcome {
            self.tell(outcome);
        }
    }

    /// Gives the terminal back and stops, as the system asked; [`LoopEvent::GoesOn`] tells the end of that.
    fn stop(&mut self) {
        if let Some(terminal) = &mut self.terminal {
            terminal.lend();
        }
        signals::stop();
    }

    fn go_on(&mut self) {
        let Some(terminal) = &mut self.terminal else { return };
        if terminal.go_on().is_err() {
            self.terminal = None;
            self.terminate();
        }
        self.tell(Msg::Resized(terminal::size()));
    }

    /// Draws what there is to see now, and then has done what there is to do; a terminal that takes nothing any more is a closed window.
    fn show(&mut self) {
        if self.over != Some(Over::Now) && self.draw().is_err() {
            self.terminal = None;
            self.terminate();
        }
        self.hand_over();
        if let Some(recorder) = &mut self.recorder {
            recorder.flush();
        }
    }

    /// Draws, unless it would be what was drawn last.
    fn draw(&mut self) -> io::Result<()> {
        let Some(terminal) = &mut self.terminal else { return Ok(()) };
        let layout = self.calm.clone().unwrap_or_else(|| self.model.layout());
        terminal.draw(layout, Theme::named(self.model.settings.theme))
    }
}

#[cfg(test)]
#[path = "tests/run.rs"]
mod tests;
