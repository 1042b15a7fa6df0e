//! A stage for tests: the core with a world that answers at once, driven by keys as a user presses them.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use crate::app::keymap::{Key, KeyCode};
use crate::app::message::Found;
use crate::app::{Effect, Layout, Model, Msg, Pictured, Role, Screen, Settings, Size, intent, update};
use crate::checklist::{Library, shipped};
use crate::export::Minutes;
use crate::meeting::{
    Course, Id, Meeting, MeetingDigest, Occurrences, PatientId, Register, Wanted, hits, one_by_one,
};

/// The core, the moment, and what was asked of the world.
#[derive(Clone)]
pub struct Stage {
    pub model: Pictured,
    pub now: NaiveDateTime,
    pub effects: Vec<Effect>,
    /// Whether saves succeed at once.
    pub saves: bool,
    /// The earlier meetings of the notebook.
    pub earlier: Vec<Meeting>,
    /// The files outside the notebook, by path.
    pub outside: BTreeMap<String, String>,
    ids: u128,
}

/// Sunday 22 November 2026, two in the afternoon.
pub fn afternoon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(14, 0, 0).unwrap()
}

impl Stage {
    pub fn new(width: u16, height: u16) -> Self {
        Self::with(Settings::default(), width, height)
    }

    pub fn with(settings: Settings, width: u16, height: u16) -> Self {
        let now = afternoon();
        let model = Model::new(settings, Size::new(width, height), now, "~/Pallium".to_owned()).into();
        let mut stage = Self {
            model,
            now,
            effects: Vec::new(),
            saves: true,
            earlier: Vec::new(),
            outside: BTreeMap::new(),
            ids: 0,
        };
        stage.send(Msg::LibraryRead(Arc::new(Library::new(shipped()))));
        stage.send(Msg::Listed(Box::default()));
        stage.draw_ids();
        stage
    }

    fn draw_ids(&mut self) {
        let ids: Vec<Id> = (0..64).map(|step| Id::from_bits(0xa000 + self.ids + step)).rev().collect();
        self.ids += 64;
        self.send(Msg::Ids(ids.into()));
    }

    /// Lets a message happen and the world answer.
    pub fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.model, self.now, msg);
        for effect in &effects {
            match effect {
                Effect::DrawIds => self.draw_ids(),
                Effect::SaveMeeting(save) if self.saves => {
                    self.send(Msg::Saved(save.meeting.id, save.revision));
                }
                Effect::ReadCourse(patient, until) => {
                    let course = self.course(*patient, *until);
                    self.send(Msg::Course(Box::new(course)));
                }
                effect if super::papers::is_paper(effect) => {
                    let (model, earlier) = (&self.model, &self.earlier);
                    let answer = super::papers::answer(effect, model, earlier, self.now, &mut self.outside);
                    answer.into_iter().for_each(|fact| self.send(fact));
                }
                Effect::Find(find) => {
                    let Some(wanted) = Wanted::new(&find.words) else { continue };
                    let mut found = Found { number: find.number, ..Found::default() };
                    for meeting in self.earlier.iter().rev() {
                        found.hits.extend(hits(&wanted, meeting, &HashMap::new(), find.language));
                    }
                    self.send(Msg::Found(Box::new(found)));
                }
                Effect::ReadRegister(viewpoint) => {
                    let register = Register::of(viewpoint, &self.earlier);
                    self.send(Msg::Register(register.into()));
                }
                _ => {}
            }
        }
        self.effects.extend(effects);
    }

    /// Reads what the present screen shows of other meetings, as when somebody comes there.
    pub fn read_what_is_shown(&mut self) {
        let today = self.now.date();
        match self.model.screen().clone() {
            Screen::Register | Screen::Start => {
                let register = Register::of(&crate::meeting::Viewpoint::whole(today), &self.earlier);
                self.send(Msg::Register(register.into()));
            }
            Screen::Paper(_) => self.send(Msg::FocusGained),
            Screen::Course(patient) => {
                self.model.asked.course = Some(patient);
                self.send(Msg::Course(Box::new(self.course(patient, today))));
            }
            _ => {}
        }
    }

    fn course(&self, patient: PatientId, until: NaiveDate) -> Course {
        let mut occurrences = Occurrences::default();
        let seen = self.earlier.iter().filter(|meeting| meeting.details.date <= until);
        seen.for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
        let read = |id| self.earlier.iter().find(|meeting| meeting.id == id).cloned();
        occurrences.course(patient, one_by_one(read))
    }

    /// Reads the register again, as after the notebook changed.
    pub fn ask_register(&mut self) {
        let viewpoint = crate::meeting::Viewpoint::of(self.meeting(), self.now.date());
        let register = Register::of(&viewpoint, &self.earlier);
        self.send(Msg::Register(register.into()));
    }

    /// Lets time pass, and wakes the core as the shell would.
    pub fn wait(&mut self, milliseconds: i64) {
        self.now += TimeDelta::milliseconds(milliseconds);
        if self.model.deadline().is_some_and(|deadline| deadline <= self.now) {
            self.send(Msg::Woke);
        }
    }

    /// Presses keys: `<Down>`, `<S-Tab>`, `<C-z>` and so on; anything else is typed.
    pub fn keys(&mut self, notation: &str) -> &mut Self {
        for key in parse(notation) {
            if let Some(msg) = intent(&self.model, key) {
                self.send(msg);
            }
        }
        self
    }

    pub fn layout(&self) -> Arc<Layout> {
        self.model.layout()
    }

    pub fn meeting(&self) -> &Meeting {
        self.model.record().expect("a meeting is open")
    }

    /// The focused row by its name.
    pub fn focus(&self) -> String {
        self.layout().focus.as_ref().map(|row| row.as_str().to_owned()).unwrap_or_default()
    }

    /// The window as text, the cursor as `▮` under its line left out.
    pub fn text(&self) -> String {
        text(&self.layout())
    }

    /// The window as text with its roles beside, for snapshots.
    pub fn picture(&self) -> String {
        let layout = self.layout();
        let cursor = layout.cursor.map_or("hidden".to_owned(), |(x, y)| format!("column {x}, row {y}"));
        format!("{}\n-- roles --\n{}\ncursor: {cursor}\n", text(&layout), roles(&layout))
    }

    /// The minutes of the open meeting, in Dutch.
    pub fn minutes(&self) -> String {
        let open = self.model.open.as_ref().expect("a meeting is open");
        let definitions = open.pinned().map(|pinned| &pinned.checklist).collect();
        Minutes::new(&open.record, definitions, self.model.language()).whole()
    }

    /// The cursor is where somebody wants it, and was not only led there by Enter.
    fn there(&mut self) -> &mut Self {
        if self.model.after_enter {
            self.model.after_enter = false;
        }
        // Nor is a key held by whoever looks for a row.
        if self.model.deed.is_some() {
            self.model.deed = None;
        }
        self
    }

    /// Presses Down until the row with this name has the focus.
    pub fn to(&mut self, row: &str) -> &mut Self {
        let page = self.model.page();
        let is_there = page.rows().any(|known| known.id.as_str().starts_with(row));
        let folded = |name| page.row(&crate::app::RowId::fixed(name));
        if !is_there
            && let Some(blank) =
                folded("blank").or_else(|| folded("standing")).or_else(|| folded("words-folded"))
        {
            self.send(Msg::Focus(blank.id.clone()));
            self.keys("<Enter>");
        }
        for _ in 0..400 {
            if self.focus().starts_with(row) {
                return self.there();
            }
            self.keys("<Down>");
        }
        for _ in 0..400 {
            if self.focus().starts_with(row) {
                return self.there();
            }
            self.keys("<Up>");
        }
        panic!("no row {row} to be reached from here:\n{}", self.text());
    }
}

/// The window as text.
pub fn text(layout: &Layout) -> String {
    assert!(layout.lines.is_sorted_by_key(|line| line.y), "what draws looks for a row by halving");
    let mut out = String::new();
    for y in 0..layout.size.height {
        let mut line = String::new();
        let pieces = layout.lines.iter().filter(|line| line.y == y).flat_map(|line| &line.pieces);
        for piece in pieces {
            let width = crate::text::width(&line);
            let gap = usize::from(piece.x).saturating_sub(width);
            assert!(usize::from(piece.x) >= width, "pieces overlap at {y}: {line:?} {piece:?}");
            let _ = write!(line, "{}{}", " ".repeat(gap), piece.text);
        }
        assert!(crate::text::width(&line) <= usize::from(layout.size.width), "too wide: {line:?}");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// One letter per cell for what is not plain.
fn roles(layout: &Layout) -> String {
    let mut out = String::new();
    for y in 0..layout.size.height {
        let mut line = String::new();
        for piece in layout.lines.iter().filter(|line| line.y == y).flat_map(|line| &line.pieces) {
            let gap = usize::from(piece.x).saturating_sub(line.chars().count());
            line.push_str(&" ".repeat(gap));
            line.push_str(&letter(piece.role).repeat(crate::text::width(&piece.text)));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn letter(role: Role) -> &'static str {
    match role {
        Role::Plain => ".",
        Role::Question => "Q",
        Role::Heading => "H",
        Role::Quiet => "q",
        Role::Accent => "A",
        Role::OwnWords => "o",
        Role::Strong => "B",
        Role::Value => "v",
        Role::Focus => "F",
        Role::Selection => "S",
        Role::Chosen => "C",
        Role::Done => "D",
        Role::Indication => "I",
        Role::Warning => "W",
        Role::Fault => "!",
        Role::Underline => "U",
        Role::Status => "s",
        Role::Key => "k",
        Role::Green | Role::Orange | Role::Red => "c",
    }
}

pub fn parse(notation: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = notation;
    while let Some(first) = rest.chars().next() {
        if first == '<'
            && let Some((name, after)) = rest.strip_prefix('<').and_then(|inner| inner.split_once('>'))
            && let Some(key) = named(name)
        {
            keys.push(key);
            rest = after;
        } else {
            keys.push(match first {
                '\n' => Key::plain(KeyCode::Enter),
                other => Key::plain(KeyCode::Char(other)),
            });
            rest = rest.strip_prefix(first).unwrap_or_default();
        }
    }
    keys
}

fn named(name: &str) -> Option<Key> {
    let mut key = Key::plain(KeyCode::Enter);
    let mut name = name;
    loop {
        if let Some(after) = name.strip_prefix("S-") {
            key.shift = true;
            name = after;
        } else if let Some(after) = name.strip_prefix("C-") {
            key.control = true;
            name = after;
        } else if let Some(after) = name.strip_prefix("A-") {
            key.alt = true;
            name = after;
        } else {
            break;
        }
    }
    key.code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Space" => KeyCode::Char(' '),
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        _ => match (name.strip_prefix('F'), name.chars().count()) {
            (Some(number), _) if number.parse::<u8>().is_ok() => KeyCode::F(number.parse().ok()?),
            (_, 1) => KeyCode::Char(name.chars().next()?),
            _ => return None,
        },
    };
    Some(key)
}

impl Stage {
    /// The record of the open meeting, where there is one.
    pub fn meeting_or_none(&self) -> Option<Meeting> {
        self.model.record().cloned()
    }
}
