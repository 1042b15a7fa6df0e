//! The terminal's own side: what is on the screen, which modes are on, and the answers to a program's questions.

use std::num::NonZeroU16;

/// How many rows that scrolled away are kept.
const SCROLLBACK: usize = 1000;

/// A screen that bytes are fed into, with everything a program asked of the terminal on the way.
pub struct Emulator {
    parser: vt100::Parser<Seen>,
}

/// What a program asked of its terminal beside drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The window titles that were set, oldest first.
    pub titles: Vec<String>,
    /// How many synchronized updates were finished.
    pub frames: usize,
    /// How often the bell rang.
    pub bells: usize,
    /// How often something was put on the system's clipboard.
    pub clipboard_writes: usize,
    /// Whether focus reports are on.
    pub focus_reports: bool,
    /// How many keyboard protocol levels were pushed and not popped.
    pub keyboard_levels: i32,
    /// Sequences that neither the emulator nor this harness knows.
    pub unknown: Vec<String>,
    inside_update: bool,
    replies: Vec<u8>,
}

impl Emulator {
    /// An empty screen of this size.
    pub fn new(rows: u16, cols: u16) -> Self {
        Self {
            parser: vt100::Parser::new_with_callbacks(
                at_least_one(rows),
                at_least_one(cols),
                SCROLLBACK,
                Seen::default(),
            ),
        }
    }

    /// Takes in what the program wrote, and returns what the terminal answers.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.parser.process(bytes);
        std::mem::take(&mut self.parser.callbacks_mut().replies)
    }

    /// Gives the window another size.
    pub fn resize(&mut self, rows: u16, cols: u16) {
        self.parser.set_size(at_least_one(rows), at_least_one(cols));
    }

    /// The screen as it stands.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// What the program asked for beside drawing.
    pub fn seen(&self) -> &Seen {
        self.parser.callbacks()
    }

    /// Whether a synchronized update is under way, so that a real terminal would still show the screen before it.
    pub fn inside_update(&self) -> bool {
        self.seen().inside_update
    }

    /// What a person would find wrong with this terminal after the program has gone.
    pub fn left_behind(&self) -> Vec<&'static str> {
        let (screen, seen) = (self.screen(), self.seen());
        let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
        let colour = screen.fgcolor() != vt100::Color::Default || screen.bgcolor() != vt100::Color::Default;
        let style =
            screen.bold() || screen.dim() || screen.italic() || screen.underline() || screen.inverse();
        [
            (screen.alternate_screen(), "the alternate screen is still shown"),
            (screen.hide_cursor(), "the cursor is still hidden"),
            (screen.bracketed_paste(), "bracketed paste is still on"),
            (screen.application_cursor(), "the arrow keys still send application codes"),
            (screen.application_keypad(), "the keypad still sends application codes"),
            (mouse, "the mouse is still captured"),
            (colour || style, "a colour or style is still on"),
            (seen.focus_reports, "focus reports are still on"),
            (seen.inside_update, "a synchronized update was never finished"),
            (seen.keyboard_levels > 0, "a keyboard protocol is still on"),
        ]
        .into_iter()
        .filter_map(|(wrong, what)| wrong.then_some(what))
        .collect()
    }
}

/// The rows of a screen as text, without the spaces at their ends.
pub fn text_of(screen: &vt100::Screen) -> String {
    let (_, cols) = screen.size();
    let rows: Vec<String> = screen.rows(0, cols.get()).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n")
}

/// What a screen shows and everything that scrolled away over its top.
pub fn everything(mut screen: vt100::Screen) -> String {
    screen.set_scrollback(SCROLLBACK);
    let mut text = String::new();
    for back in (0..=screen.scrollback()).rev() {
        screen.set_scrollback(back);
        text.push_str(&text_of(&screen));
        text.push('\n');
    }
    text
}

fn at_least_one(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).unwrap_or(NonZeroU16::MIN)
}

impl vt100::Callbacks for Seen {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.bells += 1;
    }

    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.titles.push(String::from_utf8_lossy(title).into_owned());
    }

    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], _: &[u8]) {
        self.clipboard_writes += 1;
    }

    fn unhandled_csi(
        &mut self,
        screen: &mut vt100::Screen,
        i1: Option<u8>,
        i2: Option<u8>,
        params: &[&[u16]],
        end: char,
    ) {
        let first = params.first().and_then(|sub| sub.first()).copied().unwrap_or(0);
        let names = |mode: u16| params.iter().any(|sub| sub.first() == Some(&mode));
        match (i1, i2, end) {
            (Some(b'?'), None, 'h' | 'l') if names(2026) => {
                self.frames += usize::from(self.inside_update && end == 'l');
                self.inside_update = end == 'h';
            }
            (Some(b'?'), None, 'h' | 'l') if names(1004) => self.focus_reports = end == 'h',
            (Some(b'>'), None, 'u') => self.keyboard_levels += 1,
            (Some(b'<'), None, 'u') => self.keyboard_levels -= i32::from(first.max(1)),
            // A terminal without the keyboard protocol stays silent; the question about its kind that follows is answered.
            (Some(b'?'), None, 'u') => {}
            (Some(b'?'), Some(b'$'), 'p') => {
                let state = if first == 2026 { 2 } else { 0 };
                self.replies.extend(format!("\u{1b}[?{first};{state}$y").into_bytes());
            }
            (None, None, 'n') if first == 5 => self.replies.extend(b"\x1b[0n"),
            (None, None, 'n') if first == 6 => {
                let (row, col) = screen.cursor_position();
                self.replies.extend(format!("\u{1b}[{};{}R", row + 1, col + 1).into_bytes());
            }
            (None, None, 'c') => self.replies.extend(b"\x1b[?62;22c"),
            (Some(b'>'), None, 'c') => self.replies.extend(b"\x1b[>0;276;0c"),
            _ => self.unknown.push(format!("CSI {i1:?} {i2:?} {params:?} {end:?}")),
        }
    }

    fn unhandled_osc(&mut self, _: &mut vt100::Screen, params: &[&[u8]]) {
        match params {
            [b"10", b"?"] => self.replies.extend(b"\x1b]10;rgb:c0c0/c0c0/c0c0\x1b\\"),
            [b"11", b"?"] => self.replies.extend(b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
            _ => self.unknown.push(format!("OSC {params:?}")),
        }
    }

    fn unhandled_escape(&mut self, _: &mut vt100::Screen, i1: Option<u8>, i2: Option<u8>, end: u8) {
        self.unknown.push(format!("ESC {i1:?} {i2:?} {end}"));
    }
}
