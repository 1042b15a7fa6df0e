//! A real program in a pseudo-terminal, driven by keys and known by what is on its screen.
//!
//! Nothing here sleeps. A reader thread feeds the screen and a waiter thread reports the exit; whoever waits is woken by
//! them, looks at the screen, and gives up, showing it, when its patience ends.

use std::io::{Read as _, Write};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

use super::emulator::{Emulator, Seen, text_of};
use super::keys;
use super::options::Options;
use super::tty::{open_without_owning, poke, send_signal};

pub use super::tty::Signal;

/// How long a screen must stay as it is to count as settled.
const QUIET: Duration = Duration::from_millis(25);

/// How late a quiet may be noticed.
const NOTICE: Duration = Duration::from_millis(2);

/// Where the terminal's own cursor stands, counted from 0, and whether it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Rows from the top.
    pub row: u16,
    /// Columns from the left.
    pub col: u16,
    /// Whether it is shown.
    pub visible: bool,
}

/// A running program, its terminal, and what it wrote so far. Dropped, it ends the program.
pub struct Terminal {
    shared: Arc<Shared>,
    master: Option<Box<dyn MasterPty + Send>>,
    reader: Option<JoinHandle<()>>,
    device: Option<PathBuf>,
    process: Option<u32>,
    options: Options,
    started: Instant,
}

type Watch = Box<dyn FnMut(&vt100::Screen) -> bool + Send>;

struct State {
    emulator: Emulator,
    raw: Vec<u8>,
    last_read: Instant,
    output_ended: bool,
    letting_go: bool,
    exit: Option<ExitStatus>,
    watch: Option<Watch>,
    watch_hit: Option<Instant>,
}

struct Shared {
    state: Mutex<State>,
    writer: Mutex<Option<Box<dyn Write + Send>>>,
    changed: Condvar,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn writer(&self) -> MutexGuard<'_, Option<Box<dyn Write + Send>>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, bytes: &[u8]) -> std::io::Result<()> {
        match self.writer().as_mut() {
            Some(writer) => writer.write_all(bytes).and_then(|()| writer.flush()),
            None => Err(std::io::Error::other("the terminal was hung up")),
        }
    }

    fn read_all(&self, mut reader: Box<dyn std::io::Read + Send>) {
        let mut buffer = [0; 16 * 1024];
        loop {
            let read = reader.read(&mut buffer).unwrap_or(0);
            let at = Instant::now();
            let mut state = self.state();
            let bytes = buffer.get(..read).unwrap_or_default();
            if state.letting_go || bytes.is_empty() {
                state.output_ended = true;
                self.changed.notify_all();
                return;
            }
            let answer = state.take(bytes, at);
            drop(state);
            self.changed.notify_all();
            if !answer.is_empty() {
                // A program that has gone meanwhile needs no answer.
                let _ = self.write(&answer);
            }
        }
    }
}

impl State {
    fn take(&mut self, bytes: &[u8], at: Instant) -> Vec<u8> {
        self.raw.extend_from_slice(bytes);
        self.last_read = at;
        let answer = self.emulator.feed(bytes);
        if self.watch_hit.is_none()
            && !self.emulator.inside_update()
            && self.watch.as_mut().is_some_and(|watch| watch(self.emulator.screen()))
        {
            self.watch_hit = Some(at);
        }
        answer
    }
}

impl Terminal {
    /// Starts the program of `options` in a pseudo-terminal of its own.
    #[track_caller]
    pub fn start(options: &Options) -> Self {
        let (rows, cols) = options.window();
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("the system has no pseudo-terminal to give");
        let reader = pair.master.try_clone_reader().expect("a fresh pseudo-terminal can be read");
        let writer = pair.master.take_writer().expect("a fresh pseudo-terminal can be written");
        let command: CommandBuilder = options.command();
        let started = Instant::now();
        let mut child = match pair.slave.spawn_command(command) {
            Ok(child) => child,
            Err(error) => panic!("{} does not start: {error:#}", options.program().display()),
        };
        // With our own copy closed, the program's end is the end of its output.
        drop(pair.slave);
        let process = child.process_id();
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                emulator: Emulator::new(rows, cols),
                raw: Vec::new(),
                last_read: started,
                output_ended: false,
                letting_go: false,
                exit: None,
                watch: None,
                watch_hit: None,
            }),
            writer: Mutex::new(Some(writer)),
            changed: Condvar::new(),
        });
        let reading = Arc::clone(&shared);
        let reader = std::thread::spawn(move || reading.read_all(reader));
        let waiting = Arc::clone(&shared);
        std::thread::spawn(move || {
            let exit = child.wait().unwrap_or_else(|_| ExitStatus::with_exit_code(u32::MAX));
            waiting.state().exit = Some(exit);
            waiting.changed.notify_all();
        });
        let device = pair.master.tty_name();
        let options = options.clone();
        Self { shared, master: Some(pair.master), reader: Some(reader), device, process, options, started }
    }

    /// Waits until the screen shows `text` within one row.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> &Self {
        self.wait("the text", text, |state| text_of(state.emulator.screen()).contains(text))
    }

    /// Waits until the screen no longer shows `text`.
    #[track_caller]
    pub fn wait_gone(&self, text: &str) -> &Self {
        self.wait("the end of", text, |state| !text_of(state.emulator.screen()).contains(text))
    }

    /// Waits until the screen is as `predicate` wants it; it never sees a half-drawn synchronized update.
    #[track_caller]
    pub fn wait_until(&self, mut predicate: impl FnMut(&vt100::Screen) -> bool) -> &Self {
        self.wait("a screen that satisfies", "the test", |state| predicate(state.emulator.screen()))
    }

    /// Waits until what came after so many bytes is as `predicate` wants it.
    #[track_caller]
    pub fn wait_output(&self, from: usize, predicate: impl Fn(&str) -> bool) -> &Self {
        self.wait("output that satisfies", "the test", |state| {
            predicate(&String::from_utf8_lossy(state.raw.get(from..).unwrap_or_default()))
        })
    }

    /// Waits until the screen shows `text` and then stays as it is for a moment.
    ///
    /// After a key, name a text that was not there before it: a screen that has not changed yet is settled too.
    #[track_caller]
    pub fn wait_settled_with(&self, text: &str) -> &Self {
        self.wait("a settled screen with", text, |state| {
            state.last_read.elapsed() >= QUIET && text_of(state.emulator.screen()).contains(text)
        })
    }

    /// Waits until nothing has come for `pause`.
    #[track_caller]
    pub fn wait_quiet(&self, pause: Duration) -> &Self {
        let from = Instant::now();
        self.wait("a quiet of", &format!("{pause:?}"), |state| {
            from.elapsed() >= pause && state.last_read.elapsed() >= pause
        })
    }

    /// Waits until the program has ended and all that it wrote has arrived.
    #[track_caller]
    pub fn wait_exit(&self) -> ExitStatus {
        let mut exit = None;
        self.wait("the program's", "end", |state| {
            exit.clone_from(&state.exit);
            state.exit.is_some() && state.output_ended
        });
        exit.unwrap_or_else(|| ExitStatus::with_exit_code(u32::MAX))
    }

    /// The terminal takes nothing that the program writes any more, as after Ctrl+S or in a window that is frozen.
    #[cfg(unix)]
    #[track_caller]
    pub fn freeze(&self) {
        let device = self.device.as_deref().expect("a terminal with a name");
        let tty = open_without_owning(device).expect("the terminal can be opened");
        rustix::termios::tcflow(&tty, rustix::termios::Action::OOff).expect("output can be stopped");
    }

    /// Types keys in the notation of [`keys::encode`].
    #[track_caller]
    pub fn keys(&self, notation: &str) -> &Self {
        let bytes = self.encoded(notation);
        self.send(&bytes)
    }

    /// Pastes as a terminal does in which the program has switched bracketed paste on.
    #[track_caller]
    pub fn paste(&self, text: &str) -> &Self {
        assert!(
            self.modes().bracketed_paste(),
            "bracketed paste is off; `paste_as_keys` is what such a terminal does"
        );
        self.send(&keys::paste(text, true))
    }

    /// Pastes as a terminal does that knows no bracketed paste: as keys, line ends as Enter.
    #[track_caller]
    pub fn paste_as_keys(&self, text: &str) -> &Self {
        self.send(&keys::paste(text, false))
    }

    /// Sends bytes as they are.
    #[track_caller]
    pub fn send(&self, bytes: &[u8]) -> &Self {
        if let Err(error) = self.shared.write(bytes) {
            panic!("the program takes no keys any more: {error}\n{}", self.shared.state().describe());
        }
        self
    }

    /// Gives the window another size, and tells the program so.
    #[track_caller]
    pub fn resize(&self, rows: u16, cols: u16) -> &Self {
        self.shared.state().emulator.resize(rows, cols);
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master
            .as_ref()
            .expect("the terminal was hung up")
            .resize(size)
            .expect("a pseudo-terminal changes size");
        self
    }

    /// The rows of the screen as text.
    pub fn screen(&self) -> String {
        text_of(self.shared.state().emulator.screen())
    }

    /// The screen with its cells, styles and modes, as it stands now.
    pub fn modes(&self) -> vt100::Screen {
        self.shared.state().emulator.screen().clone()
    }

    /// What the program asked of its terminal beside drawing.
    pub fn seen(&self) -> Seen {
        self.shared.state().emulator.seen().clone()
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self) -> Cursor {
        let state = self.shared.state();
        let screen = state.emulator.screen();
        let (row, col) = screen.cursor_position();
        Cursor { row, col, visible: !screen.hide_cursor() }
    }

    /// Every byte that the program wrote.
    pub fn raw_output(&self) -> Vec<u8> {
        self.shared.state().raw.clone()
    }

    /// How many bytes the program wrote.
    pub fn bytes_received(&self) -> usize {
        self.shared.state().raw.len()
    }

    /// The time from the start to the last byte that came.
    pub fn time_to_last_byte(&self) -> Duration {
        self.shared.state().last_read.duration_since(self.started)
    }

    /// Types keys and measures the time until the first whole frame that satisfies `frame`; nothing when none comes
    /// within `patience`.
    #[track_caller]
    pub fn time_to_frame(
        &self,
        notation: &str,
        patience: Duration,
        frame: impl FnMut(&vt100::Screen) -> bool + Send + 'static,
    ) -> Option<Duration> {
        let bytes = self.encoded(notation);
        {
            let mut state = self.shared.state();
            state.watch = Some(Box::new(frame));
            state.watch_hit = None;
        }
        let pressed = Instant::now();
        self.send(&bytes);
        let mut state = self.shared.state();
        while state.watch_hit.is_none() && !state.output_ended && pressed.elapsed() < patience {
            let rest = patience.saturating_sub(pressed.elapsed());
            state = self.shared.changed.wait_timeout(state, rest).unwrap_or_else(PoisonError::into_inner).0;
        }
        state.watch = None;
        state.watch_hit.take().map(|at| at.duration_since(pressed))
    }

    /// The process of the program itself, also when a shell stands between.
    #[track_caller]
    pub fn process(&self) -> u32 {
        self.options.process_behind_shell().or(self.process).expect("a started program has a process number")
    }

    /// Sends the program a signal.
    #[track_caller]
    pub fn signal(&self, signal: Signal) -> &Self {
        let sent = send_signal(self.process(), signal);
        assert!(
            sent,
            "{signal:?} could not be sent; has the program ended?\n{}",
            self.shared.state().describe()
        );
        self
    }

    /// Closes the window: the program's terminal is gone, and the system tells it so.
    pub fn hang_up(&mut self) -> &Self {
        self.shared.state().letting_go = true;
        // The reader sits in a read and holds the terminal open. One byte through the terminal's other end wakes it.
        if let (Some(reader), Some(device)) = (self.reader.take(), self.device.as_deref()) {
            let poked = self.shared.state().output_ended || poke(device).is_ok();
            if poked {
                let _ = reader.join();
            }
            // A writer that is dropped types Enter and Ctrl+D, unless the terminal knows no end-of-file key. A closing
            // window types nothing.
            let flag = if cfg!(target_os = "linux") { "-F" } else { "-f" };
            let _ = Command::new("stty").arg(flag).arg(device).args(["eof", "undef"]).output();
        }
        drop(self.shared.writer().take());
        drop(self.master.take());
        self
    }

    /// Waits for the end of a program that was asked to stop; one that does not listen is killed when this is dropped.
    pub fn wait_end(&self, patience: Duration) -> bool {
        let deadline = Instant::now() + patience;
        let mut state = self.shared.state();
        while state.exit.is_none() && Instant::now() < deadline {
            let rest = deadline.saturating_duration_since(Instant::now());
            state = self.shared.changed.wait_timeout(state, rest).unwrap_or_else(PoisonError::into_inner).0;
        }
        state.exit.is_some()
    }

    /// What is wrong with the terminal after the program's end; empty when it was given back as it was found.
    ///
    /// The program must have been started with [`Options::behind_shell`]: the system resets a terminal's line settings
    /// when the process that owns it ends, so only a shell that lives on can see whether raw mode was left.
    #[track_caller]
    pub fn left_behind(&self) -> Vec<String> {
        let settings = self.options.line_settings_left_behind();
        let state = self.shared.state();
        state.emulator.left_behind().into_iter().map(str::to_owned).chain(settings).collect()
    }

    /// Fails when the terminal was not given back as it was found.
    #[track_caller]
    pub fn assert_restored(&self) {
        let wrong = self.left_behind();
        assert!(wrong.is_empty(), "after the end {}\n{}", wrong.join(", "), self.shared.state().describe());
    }

    #[track_caller]
    fn encoded(&self, notation: &str) -> Vec<u8> {
        let application = self.shared.state().emulator.screen().application_cursor();
        keys::encode(notation, application).unwrap_or_else(|error| panic!("{error}"))
    }

    #[track_caller]
    fn wait(&self, what: &str, detail: &str, mut satisfied: impl FnMut(&State) -> bool) -> &Self {
        let deadline = Instant::now() + self.options.patience();
        let mut state = self.shared.state();
        loop {
            if (state.output_ended || !state.emulator.inside_update()) && satisfied(&state) {
                return self;
            }
            let ended = state.output_ended && state.exit.is_some();
            let now = Instant::now();
            if now >= deadline || (ended && state.last_read.elapsed() > QUIET) {
                let why = if ended { "the program ended" } else { "patience ended" };
                let shown = state.describe();
                drop(state);
                panic!("waited for {what} {detail:?} until {why}\n{shown}");
            }
            // Woken by every byte and by the end; the pause bounds how late a quiet is noticed.
            let pause = NOTICE.min(deadline.duration_since(now));
            state = self.shared.changed.wait_timeout(state, pause).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl State {
    fn describe(&self) -> String {
        let screen = self.emulator.screen();
        let (rows, cols) = screen.size();
        let edge = "-".repeat(usize::from(cols.get()));
        let last = self.raw.get(self.raw.len().saturating_sub(200)..).unwrap_or_default().escape_ascii();
        let end = self.exit.as_ref().map_or_else(|| "running".to_owned(), ToString::to_string);
        let (row, col) = screen.cursor_position();
        format!(
            "{cols}x{rows}, {end}, cursor at row {row} column {col}, {} bytes, the last of them \"{last}\"\n{edge}\n{}\n{edge}",
            self.raw.len(),
            text_of(screen)
        )
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let running = self.shared.state().exit.is_none();
        if running {
            for process in [self.options.process_behind_shell(), self.process].into_iter().flatten() {
                send_signal(process, Signal::Kill);
            }
        }
        self.hang_up();
    }
}
