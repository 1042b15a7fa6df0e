//! A table for tests: the conversation with a world that answers at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::app::tests::{Stage, papers};
use crate::app::{Effect, Model, Msg, Pictured, Settings};
use crate::checklist::{DefinitionFile, Layer, Library, shipped};
use crate::linear::{Dialogue, WINDOW};
use crate::meeting::{Id, Meeting, MeetingDigest, Occurrences, Register};
use crate::words::Language;

/// The conversation, the moment, and everything that was said.
pub struct Table {
    pub model: Pictured,
    pub now: NaiveDateTime,
    pub dialogue: Dialogue,
    pub said: Vec<String>,
    pub effects: Vec<Effect>,
    /// Whether saves succeed at once.
    pub saves: bool,
    pub ids: u128,
    /// The earlier meetings of the notebook.
    pub earlier: Vec<Meeting>,
    /// Whether what is typed stands among what is said.
    pub echo: bool,
    /// The files outside the notebook, by path.
    pub outside: BTreeMap<String, String>,
}

impl Table {
    pub fn new() -> Self {
        Self::with(Settings::default(), Vec::new())
    }

    /// At the agenda of the second meeting of a group.
    pub fn second_meeting(earlier: Vec<Meeting>) -> Self {
        let mut table = Self::new();
        table.earlier = earlier;
        for row in ["new", "known-group:1", "to-agenda"] {
            table.row(row, "");
        }
        table
    }

    pub fn english() -> Self {
        Self::with(Settings { language: Language::English, ..Settings::default() }, Vec::new())
    }

    /// With definitions beside the shipped ones.
    pub fn with(settings: Settings, own: Vec<(&str, &str)>) -> Self {
        let now = Stage::new(80, 24).now;
        let mut files = shipped();
        files.extend(own.into_iter().map(|(file, source)| DefinitionFile::new(Layer::User, file, source)));
        let mut table = Self {
            model: Model::new(settings, WINDOW, now, "~/Pallium".to_owned()).into(),
            now,
            dialogue: Dialogue::default(),
            said: Vec::new(),
            effects: Vec::new(),
            saves: true,
            ids: 0,
            earlier: Vec::new(),
            echo: false,
            outside: BTreeMap::new(),
        };
        table.model.in_lines = true;
        table.fact(Msg::LibraryRead(Arc::new(Library::new(files))));
        table.fact(Msg::Listed(Box::default()));
        table.draw_ids();
        table.said = table.dialogue.begin(&table.model);
        table
    }

    fn draw_ids(&mut self) {
        let ids: Vec<Id> = (0..64).map(|step| Id::from_bits(0xa000 + self.ids + step)).rev().collect();
        self.ids += 64;
        self.fact(Msg::Ids(ids.into()));
    }

    pub fn fact(&mut self, msg: Msg) {
        let reply = self.dialogue.fact(&mut self.model, self.now, msg);
        self.said.extend(reply.lines);
        self.perform(reply.effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match &effect {
                Effect::DrawIds => self.draw_ids(),
                Effect::SaveMeeting(save) if self.saves => {
                    self.fact(Msg::Saved(save.meeting.id, save.revision));
                }
                Effect::ReadRegister(viewpoint) => {
                    let register = Register::of(viewpoint, &self.earlier);
                    self.fact(Msg::Register(register.into()));
                }
                Effect::ReadCourse(patient, _) => {
                    let mut occurrences = Occurrences::default();
                    self.earlier.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
                    let read = |id| self.earlier.iter().find(|meeting| meeting.id == id).cloned();
                    let course = occurrences.course(*patient, crate::meeting::one_by_one(read));
                    self.fact(Msg::Course(Box::new(course)));
                }
                effect if papers::is_paper(effect) => {
                    let (model, earlier) = (&self.model, &self.earlier);
                    let answer = papers::answer(effect, model, earlier, self.now, &mut self.outside);
                    answer.into_iter().for_each(|fact| self.fact(fact));
                }
                _ => {}
            }
            self.effects.push(effect);
        }
    }

    /// Types one line; gives what is said in return.
    pub fn line(&mut self, line: &str) -> Vec<String> {
        let from = self.said.len();
        if self.echo {
            self.said.push(format!("> {line}"));
        }
        let reply = self.dialogue.line(&mut self.model, self.now, line);
        self.said.extend(reply.lines);
        self.perform(reply.effects);
        self.said[from..].to_vec()
    }

    /// Types the number of the row whose name begins like this, with a text behind it; its words where it has no number.
    pub fn row(&mut self, name: &str, text: &str) -> Vec<String> {
        let said = self.dialogue.said().unwrap();
        let id = said.rows().find(|id| id.as_str().starts_with(name));
        let label = id.and_then(|id| Some(self.model.page().row(id)?.label.clone()));
        let number = id.and_then(|id| said.number(id).map(|number| number.to_string()).or(label));
        let number = number.unwrap_or_else(|| panic!("no row {name} in\n{}", self.said.join("\n")));
        self.line(format!("{number} {text}").trim_end())
    }

    pub fn meeting(&self) -> &Meeting {
        self.model.record().expect("a meeting is open")
    }
}
