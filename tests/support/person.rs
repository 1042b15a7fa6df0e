//! Somebody at the keys: goes to a row by its name with the arrow keys, presses Enter, and types.
//!
//! Each key waits for what it does, so that no key is pressed on a screen that the program has not drawn yet.

use std::cell::Cell;
use std::time::Duration;

use pallium::words::Language;

use super::emulator::text_of;
use super::options::Options;
use super::terminal::Terminal;

/// What stands in front of the row in focus, in both sets of signs.
const HERE: [&str; 2] = ["▸ ", "> "];

/// What may stand between that and the row's name.
const MARKS: [&str; 11] = ["● ", "○ ", "■ ", "□ ", "→ ", "✓ ", "(*) ", "( ) ", "[x] ", "[ ] ", "-> "];

/// No page has more rows than this.
const MANY: usize = 120;

/// A key that has moved nothing after this is at the end of its way.
const STUCK: Duration = Duration::from_secs(2);

/// A running Pallium and the hands of its user.
pub struct Person {
    /// The program.
    pub terminal: Terminal,
    pressed: Cell<usize>,
}

impl Person {
    /// Starts the program and waits until its first screen has read the notebook, and shows `text`.
    #[track_caller]
    pub fn start(options: &Options, language: Language, text: &str) -> Self {
        Self::start_after(options, language, text, |terminal| {
            // A notebook of a test is for fictional patients; who is asked says so.
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let question = words(language.first_use_question());
            let asked = |screen: &vt100::Screen| words(&text_of(screen)).contains(&question);
            terminal.wait_until(|screen| asked(screen) || text_of(screen).contains(language.start_new()));
            if asked(&terminal.modes()) {
                let found = |screen: &vt100::Screen, text: &str| text_of(screen).contains(text);
                let (ready, not_recorded) = (language.first_use_ready(), language.first_use_go_on());
                // Where a program is recorded, the question comes in lines and the first screen follows.
                let begun = language.start_new();
                terminal
                    .keys("3<Enter>")
                    .wait_until(|screen| [ready, not_recorded, begun].iter().any(|text| found(screen, text)));
                if found(&terminal.modes(), not_recorded) {
                    terminal.keys("<Down><Enter>").wait_for(ready);
                }
                if !found(&terminal.modes(), begun) {
                    terminal.keys("<Esc>");
                }
            }
        })
    }

    /// The same, where something is asked first.
    #[track_caller]
    pub fn start_after(
        options: &Options,
        language: Language,
        text: &str,
        answer: impl FnOnce(&Terminal),
    ) -> Self {
        let terminal = Terminal::start(options);
        answer(&terminal);
        terminal
            .wait_for(language.start_new())
            .wait_gone(language.reading_notebook())
            .wait_gone(more_to_come(language))
            .wait_settled_with(text);
        Self { terminal, pressed: Cell::new(0) }
    }

    /// Somebody at a program that runs already.
    pub fn with(terminal: Terminal) -> Self {
        Self { terminal, pressed: Cell::new(0) }
    }

    /// The name of the row in focus.
    pub fn row(&self) -> Option<String> {
        text_of(&self.screen()).lines().find_map(row_in_focus)
    }

    /// The screen as it stands, and never half of a frame.
    #[track_caller]
    pub fn screen(&self) -> vt100::Screen {
        let mut seen = None;
        self.terminal.wait_until(|screen| {
            seen = Some(screen.clone());
            true
        });
        seen.unwrap_or_else(|| self.terminal.modes())
    }

    /// Presses a key that changes what is below the first row, where the state of saving stands, and above the last.
    #[track_caller]
    pub fn press(&self, key: &str) -> &Self {
        let before = page(&self.screen());
        // Nobody reads a screen and presses Enter again as fast as a keyboard repeats one that is held: another key comes between, which
        // only draws the window anew.
        if key == "<Enter>" {
            self.terminal.keys("<C-r>");
        }
        self.count();
        self.terminal.keys(key).wait_until(|screen| page(screen) != before);
        self
    }

    /// How many keys were pressed so far that are not text.
    pub fn pressed(&self) -> usize {
        self.pressed.get()
    }

    fn count(&self) {
        self.pressed.set(self.pressed.get() + 1);
    }

    /// Goes to the row whose name begins with `name`: where it is seen, else down to the end of the page, else up.
    #[track_caller]
    pub fn to(&self, name: &str) -> &Self {
        let mut key = "<Down>";
        let mut went = false;
        for _ in 0..MANY {
            let screen = self.screen();
            // Where only Enter led, the footer offers no Enter: one goes there first, as with an arrow that stays.
            let waits = |screen: &vt100::Screen| {
                !text_of(screen).lines().last().is_some_and(|footer| footer.contains("Enter"))
            };
            if waits(&screen) && !went && self.row().is_some_and(|row| row.starts_with(name)) {
                went = true;
                self.count();
                self.terminal.time_to_frame("<Up>", STUCK, move |screen| !waits(screen));
                continue;
            }
            let text = text_of(&screen);
            let here = text.lines().position(|line| row_in_focus(line).is_some());
            let there = text.lines().skip(1).position(|line| without_mark(line).starts_with(name));
            match (here, there.map(|at| at + 1)) {
                _ if self.row().is_some_and(|row| row.starts_with(name)) => return self,
                (Some(here), Some(there)) => key = if there < here { "<Up>" } else { "<Down>" },
                _ => {}
            }
            let before = page(&screen);
            self.count();
            let moved = self.terminal.time_to_frame(key, STUCK, move |screen| page(screen) != before);
            if moved.is_none() {
                key = if key == "<Down>" { "<Up>" } else { "<Down>" };
            }
        }
        panic!("no row {name:?} on\n{}", self.terminal.screen());
    }

    /// Goes to a row, presses Enter, and waits for a text of what opens.
    #[track_caller]
    pub fn open(&self, name: &str, shows: &str) -> &Self {
        self.to(name).press("<Enter>");
        // What is read for a page may come after its first picture, and would pass for the answer to the next key.
        self.terminal.wait_settled_with(shows);
        self
    }

    /// Goes to a field and types into it, letter by letter.
    #[track_caller]
    pub fn write(&self, field: &str, text: &str) -> &Self {
        self.to(field).type_text(text)
    }

    /// Types letter by letter; each must show, or move the cursor. A space at the end of a line shows with what follows.
    #[track_caller]
    pub fn type_text(&self, text: &str) -> &Self {
        for word in text.split_inclusive(|character| character != ' ') {
            let before = page(&self.screen());
            self.terminal.send(word.as_bytes()).wait_until(|screen| page(screen) != before);
        }
        self
    }
}

/// What stands behind the meetings while not all of them were read.
fn more_to_come(language: Language) -> &'static str {
    match language {
        Language::Dutch => "meer volgt",
        Language::English => "more to come",
    }
}

/// What a person looks at: the rows without the first and last, and the cursor.
fn page(screen: &vt100::Screen) -> (Vec<String>, Option<(u16, u16)>) {
    let text = text_of(screen);
    let rows: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    let rows = rows.split_last().map(|(_, rows)| rows.to_vec()).unwrap_or_default();
    (rows, (!screen.hide_cursor()).then(|| screen.cursor_position()))
}

fn row_in_focus(line: &str) -> Option<String> {
    let line = line.trim_start();
    HERE.iter().any(|here| line.starts_with(here)).then(|| without_mark(line).to_owned())
}

/// The name of a row, without what stands in front of it.
fn without_mark(line: &str) -> &str {
    let name = line.trim_start();
    // Under the cursor a row that leads somewhere has a blank where its mark stands otherwise.
    let name = HERE.iter().find_map(|here| name.strip_prefix(here)).unwrap_or(name).trim_start();
    MARKS.iter().find_map(|mark| name.strip_prefix(mark)).unwrap_or(name)
}
