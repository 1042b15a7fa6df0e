//! Every type of question in every room, whoever is asked: given, changed, wiped and taken back by keys and by lines,
//! and told in the minutes.

use std::ops::{Deref, DerefMut};

use super::both::{Both, checked, same};
use crate::app::Screen;
use crate::app::page::{Block, Mark, RowKind};
use crate::checklist::DiagnosticCode;
use crate::checklist::schema::{ASK, ASK_OF_TYPES, ITEM_TYPES};
use crate::meeting::QuestionKey;

/// How much room the page gives to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// One row on the patient's own page.
    Row,
    /// A page of its own.
    Large,
    /// A page with another question.
    Shared,
    /// A group within the group.
    Nested,
    /// Under another question.
    Under,
}

pub(super) const ROOMS: [Room; 5] = [Room::Row, Room::Large, Room::Shared, Room::Nested, Room::Under];

/// What else a definition may say of a question.
const EXTRAS: [&str; 3] = ["", "label", "discussed = \"needed\"\n"];

/// One question of the product.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    kind: &'static str,
    ask: &'static str,
    extra: &'static str,
    number: usize,
}

impl Asked {
    /// The words of the question, which no other has.
    fn words(&self) -> String {
        format!("Vraag {} over {}", self.number, self.kind)
    }

    /// What the minutes call it.
    fn label(&self) -> String {
        if self.extra == "label" { format!("Opschrift {}", self.number) } else { self.words() }
    }

    fn key(&self, repeats: bool) -> QuestionKey {
        let instance: &[u32] = if repeats { &[1] } else { &[] };
        QuestionKey::repeated(&"proef".into(), &format!("vraag-{}", self.number).as_str().into(), instance)
    }

    fn is_counted(&self) -> bool {
        self.ask == "each-participant"
    }

    fn is_text(&self) -> bool {
        matches!(self.kind, "number" | "date" | "short-text" | "long-text")
    }

    /// The table of the item, at a path of the definition.
    fn toml(&self, path: &str) -> String {
        let options = match self.kind {
            "choice" | "choices" => {
                "options = [{ code = \"groen\", text = \"Groen\" }, { code = \"rood\", text = \"Rood\" }, \
                 { code = \"anders\", text = \"Anders\", needs_note = true }]\n"
            }
            "scale" => "min = 1\nmax = 5\nlow = \"goed\"\nhigh = \"slecht\"\n",
            "number" => "unit = \"kg\"\nmin = 20\nmax = 300\n",
            _ => "",
        };
        let extra = match self.extra {
            "label" => format!("label = \"Opschrift {}\"\n", self.number),
            other => other.to_owned(),
        };
        format!(
            "[[{path}]]\nid = \"vraag-{}\"\ntype = \"{}\"\ntext = \"{}\"\nask = \"{}\"\n{options}{extra}",
            self.number,
            self.kind,
            self.words(),
            self.ask
        )
    }
}

/// The whole product, of which `check` refuses a part.
fn product() -> Vec<Asked> {
    let mut all = Vec::new();
    for kind in ITEM_TYPES {
        for ask in ASK {
            for extra in EXTRAS {
                all.push(Asked { kind, ask, extra, number: all.len() + 1 });
            }
        }
    }
    all
}

/// A checklist with these questions, each in the room that is asked for.
pub(super) fn definition(questions: &[Asked], room: Room, repeats: bool) -> String {
    let mut out = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n".to_owned();
    for asked in questions {
        let number = asked.number;
        let repeats = if repeats { "repeats = true\n" } else { "" };
        out.push_str(&format!("[[group]]\nid = \"groep-{number}\"\ntitle = \"Groep {number}\"\n{repeats}"));
        let other = |path: &str| {
            format!("[[{path}]]\nid = \"naast-{number}\"\ntype = \"yes-no\"\ntext = \"Daarnaast {number}\"\n")
        };
        out.push_str(&match room {
            Room::Row | Room::Large => asked.toml("group.item"),
            Room::Shared => other("group.item") + &asked.toml("group.item"),
            Room::Under => other("group.item") + &asked.toml("group.item.item"),
            Room::Nested => {
                other("group.item")
                    + &format!("[[group.group]]\nid = \"binnen-{number}\"\ntitle = \"Binnen {number}\"\n")
                    + &asked.toml("group.group.item")
            }
        });
    }
    out
}

/// The questions of the product that are accepted.
fn accepted() -> Vec<Asked> {
    product()
        .into_iter()
        .filter(|asked| checked(&definition(std::slice::from_ref(asked), Room::Large, false)).0.is_some())
        .collect()
}

/// Each type with each of whom it can be asked.
pub(super) fn plain() -> Vec<Asked> {
    accepted().into_iter().filter(|asked| asked.extra.is_empty()).collect()
}

#[test]
fn what_does_not_work_is_a_fault_in_every_room_and_nothing_else_is() {
    for asked in product() {
        let types = ASK_OF_TYPES.iter().find(|(word, _)| *word == asked.ask);
        let answers = !matches!(asked.kind, "agreement" | "display");
        let discussed = asked.extra.starts_with("discussed");
        let expected = if types.is_some_and(|(_, types)| !types.contains(&asked.kind)) {
            Some(DiagnosticCode::UnsuitableAsk)
        } else if discussed && !answers {
            Some(DiagnosticCode::UnsuitableKey)
        } else {
            (discussed && asked.is_counted()).then_some(DiagnosticCode::UnsuitableAsk)
        };
        for room in ROOMS {
            for repeats in [false, true] {
                let source = definition(std::slice::from_ref(&asked), room, repeats);
                let (checklist, codes) = checked(&source);
                assert_eq!(expected.is_none(), codes.is_empty(), "{source}");
                assert!(expected.is_none_or(|expected| codes.contains(&expected)), "{source}");
                assert_eq!(checklist.is_none(), expected.is_some(), "{source}");
            }
        }
    }
}

/// The questions of one checklist, asked one after the other.
struct Walk {
    both: Both,
    room: Room,
    repeats: bool,
}

impl Deref for Walk {
    type Target = Both;

    fn deref(&self) -> &Both {
        &self.both
    }
}

impl DerefMut for Walk {
    fn deref_mut(&mut self) -> &mut Both {
        &mut self.both
    }
}

impl Walk {
    fn begin(questions: &[Asked], room: Room, repeats: bool) -> Self {
        let source = definition(questions, room, repeats);
        Self { both: Both::with(&source, room == Room::Row), room, repeats }
    }

    /// Gives the first or the second answer to a question; no answer takes it away.
    fn give(&mut self, asked: &Asked, which: Option<usize>) {
        let key = asked.key(self.repeats);
        let (answer, option) = (format!("answer:{key}"), |code: &str| format!("option:{key}={code}"));
        let codes = if asked.kind == "yes-no" { ["yes", "no"] } else { ["groen", "rood"] };
        match (asked.kind, which) {
            _ if asked.is_counted() => match which {
                Some(which) => self.enter(&option(codes[which])),
                None => self.enter(&format!("clear-counts:{key}")),
            },
            ("yes-no" | "choice", which) if self.room == Room::Row => {
                let words = if asked.kind == "yes-no" { ["ja", "nee"] } else { ["Groen", "2"] };
                self.cycled(&answer, which, which.map_or("", |which| words[which]));
            }
            ("yes-no" | "choice", Some(which)) => self.enter(&option(codes[which])),
            ("choices", Some(which)) => self.enter(&option(codes[which])),
            ("choices", None) if self.room == Room::Row => {
                self.enter(&option(codes[0]));
                self.enter(&option(codes[1]));
            }
            ("scale", Some(which)) => self.cycled(&answer, Some(which * 2), ["1", "3"][which]),
            ("scale", None) if self.room == Room::Row => self.cycled(&answer, None, ""),
            ("number", Some(which)) => self.typed(&answer, ["70 kg", "72,5"][which]),
            ("date", Some(which)) => self.typed(&answer, ["20-11-2026", "21 nov"][which]),
            ("short-text" | "long-text", Some(which)) => self.typed(&answer, ["thuis", "niet thuis"][which]),
            ("person", which) => {
                self.enter(&answer);
                let people = self.stage.meeting().participants.clone();
                match which {
                    Some(which) => self.enter(&format!("person:{}", people[which].id)),
                    None => self.enter("clear"),
                }
            }
            (_, None) if asked.is_text() => self.typed(&answer, ""),
            (_, None) => self.enter(&format!("clear:{key}")),
            (other, _) => panic!("no answer to {other}"),
        }
    }

    /// What the minutes and the row say of the first or the second answer.
    fn expected(&self, asked: &Asked, which: usize) -> String {
        let said = match asked.kind {
            "yes-no" if asked.is_counted() => ["verdeling: Ja 1", "verdeling: Ja 1; Nee 1"],
            "choice" if asked.is_counted() => ["verdeling: Groen 1", "verdeling: Groen 1; Rood 1"],
            "choices" if asked.is_counted() => [
                "verdeling, waarbij ieder meer kon kiezen: Groen 1 mens",
                "verdeling, waarbij ieder meer kon kiezen: Groen 1 mens; Rood 1 mens",
            ],
            "yes-no" => ["Ja", "Nee"],
            "choice" => ["Groen", "Rood"],
            "choices" => ["Groen", "Groen; Rood"],
            "scale" => ["1", "3"],
            "number" => ["70 kg", "72,5 kg"],
            "date" => ["20-11-2026", "21-11-2026"],
            "person" => ["M. Vos", "A. de Wit"],
            _ => ["thuis", "niet thuis"],
        };
        said[which].to_owned()
    }

    /// The rows of the page that belong to this question show the answer.
    fn shows(&self, asked: &Asked, which: usize) {
        let page = self.page();
        let key = asked.key(self.repeats).to_string();
        let own = |name: &str| {
            name.split_once(':').is_some_and(|(_, rest)| rest == key || rest.starts_with(&format!("{key}=")))
        };
        let record = self.stage.meeting();
        let shown: Vec<String> = page
            .rows()
            .filter(|row| own(row.id.as_str()))
            .filter_map(|row| match &row.kind {
                RowKind::Field(field) => {
                    let text = field.place.text(record).unwrap_or_default();
                    Some(format!("{text} {}", field.reading).trim().to_owned())
                }
                RowKind::Action(_) if matches!(row.mark, Mark::Chosen | Mark::Ticked) => {
                    Some(row.label.clone())
                }
                _ if row.value.is_empty() => None,
                _ if asked.is_counted() => Some(format!("{} {}", row.label, row.value)),
                _ => Some(row.value.clone()),
            })
            .collect();
        let shown = shown.join("; ");
        let expected = self.expected(asked, which);
        let expected = match expected.split_once(": ") {
            Some((spread, counts)) if spread.starts_with("verdeling") => counts,
            _ => &expected,
        };
        assert!(
            shown.contains(expected),
            "{asked:?} shows {shown:?} and not {expected:?}\n{}",
            self.stage.text()
        );
    }

    /// The words of the question stand on the page exactly once.
    fn asks(&self, asked: &Asked) {
        let page = self.page();
        let (words, label) = (asked.words(), asked.label());
        let texts = page.blocks.iter().map(|block| match block {
            Block::Text(paragraph) | Block::Aside(paragraph) => paragraph.text.clone(),
            Block::Row(row) => row.label.clone(),
            Block::Gap | Block::Air | Block::Table(_) | Block::Bars(_) | Block::Timeline(_) => String::new(),
        });
        let count = texts.filter(|text| *text == words || *text == label).count();
        assert_eq!(count, 1, "{asked:?}\n{}", self.stage.text());
    }

    /// Everything that can be done with one question.
    fn walk(&mut self, asked: &Asked) {
        self.asks(asked);
        let key = asked.key(self.repeats);
        match asked.kind {
            "display" => return,
            "agreement" => {
                let before = self.meeting();
                self.enter(&format!("agree:{key}"));
                assert_eq!(self.meeting().reviews[0].agreements.last().unwrap().what, asked.words());
                self.stage.keys("<Esc>");
                self.table.line("terug");
                let after = self.meeting();
                self.undo(&before);
                self.stage.keys("<C-y>");
                self.table.line("opnieuw");
                assert!(same(&self.meeting(), &after));
                return;
            }
            _ => {}
        }
        self.give(asked, Some(0));
        if asked.is_counted() {
            self.enter(&format!("counts:{key}"));
        }
        self.shows(asked, 0);
        let first = self.meeting();
        self.give(asked, Some(1));
        self.shows(asked, 1);
        let second = self.meeting();
        self.give(asked, None);
        assert_eq!(self.answer(&key), None, "{asked:?} is not wiped\n{}", self.stage.text());
        self.undo(&second);
        self.shows(asked, 1);
        self.undo(&first);
        self.shows(asked, 0);
        if asked.ask == "who-knows" {
            self.by_both(asked);
        }
    }

    /// Says who answered, and takes the answer of one more person.
    fn by_both(&mut self, asked: &Asked) {
        let key = asked.key(self.repeats);
        let people: Vec<_> = self.stage.meeting().participants.iter().map(|known| known.id).collect();
        self.enter(&format!("by:{key}"));
        self.enter(&format!("person:{}", people[0]));
        self.enter(&format!("another:{key}"));
        self.enter(&format!("person:{}", people[1]));
        assert_eq!(self.meeting().reviews[0].answers_to(&key).count(), 2, "{asked:?}");
    }

    /// To the page of the next question.
    fn on(&mut self) {
        if self.room != Room::Row {
            self.stage.keys("<Tab>");
            self.table.line("verder");
        }
    }
}

/// Before what was noted of a question that is to be discussed with the patient.
const INCOMPLETE: &str =
    "ONVOLLEDIG: niet genoteerd door wie, wanneer en met wie dit is besproken; zie dossier";

/// Walks these questions in a room, and finds each in the minutes.
fn walked(questions: &[Asked], room: Room, repeats: bool) {
    for some in questions.chunks(6) {
        let mut walk = Walk::begin(some, room, repeats);
        for asked in some {
            walk.walk(asked);
            walk.on();
        }
        assert!(matches!(walk.stage.model.screen(), Screen::Patient(_)));
        let minutes = walk.minutes();
        for asked in some {
            let (words, label) = (asked.words(), asked.label());
            // What cannot be relied on is said before what was noted, and not behind it.
            let noted = |value: String| match asked.extra.starts_with("discussed") {
                true => format!("{INCOMPLETE} (genoteerd: {})", value.trim_end_matches('.')),
                false => value,
            };
            let said = match (asked.kind, asked.ask) {
                ("display", _) => {
                    assert!(!minutes.contains(&words), "{minutes}");
                    continue;
                }
                ("agreement", _) => words,
                (_, "who-knows") => {
                    let asks = if words == label { String::new() } else { format!(" {words}") };
                    format!("- {label}:{asks} - {}", noted(format!("{} (M. Vos)", walk.expected(asked, 0))))
                }
                _ => format!("- {label}: {}", noted(walk.expected(asked, 0))),
            };
            assert_eq!(minutes.matches(&format!("{said} ")).count(), 1, "{said:?} in {minutes}");
            assert!(!minutes.contains(&format!("{said} ONVOLLEDIG")), "{minutes}");
        }
    }
}

#[test]
fn every_question_in_one_row() {
    walked(&accepted(), Room::Row, false);
}

#[test]
fn every_question_on_a_page_of_its_own() {
    let apart = accepted().into_iter().filter(|asked| asked.extra != "label");
    walked(&apart.collect::<Vec<_>>(), Room::Large, false);
}

#[test]
fn every_question_beside_another() {
    walked(&plain(), Room::Shared, false);
}

#[test]
fn every_question_within_and_under_others() {
    let plain = plain();
    walked(&plain, Room::Nested, false);
    walked(&plain, Room::Under, false);
}

#[test]
fn every_question_in_a_group_that_repeats() {
    let plain = plain();
    for room in [Room::Row, Room::Large] {
        walked(&plain, room, true);
    }
}

/// Whoever hears a page on which several questions are counted, or answered by somebody, hears of which question each row is.
#[test]
fn rows_of_several_questions_on_one_page_say_of_which_they_are() {
    let wanted = [
        ("yes-no", "each-participant"),
        ("choices", "each-participant"),
        ("scale", "who-knows"),
        ("number", "who-knows"),
    ];
    let questions: Vec<Asked> =
        plain().into_iter().filter(|asked| wanted.contains(&(asked.kind, asked.ask))).collect();
    assert_eq!(questions.len(), wanted.len());
    let mut walk = Walk::begin(&questions, Room::Row, false);
    for asked in questions.iter().filter(|asked| asked.is_counted()) {
        walk.give(asked, Some(0));
        walk.enter(&format!("counts:{}", asked.key(false)));
    }
    let lines = walk.table.line("?");
    let says = |words: &str| lines.iter().any(|line| line.contains(words));
    assert!(says("Ja: 1") && says("Groen: 1 mens"), "{lines:#?}");
    let is_count = |line: &&String| line.contains(": 1") || line.contains(": 0");
    assert!(!lines.iter().filter(is_count).any(|line| line.contains("niet gekozen")), "{lines:#?}");
    for asked in &questions {
        let words = asked.words();
        let row = if asked.is_counted() {
            format!("Antwoorden wissen: {words}")
        } else {
            format!("{words}: Beantwoord door")
        };
        assert!(says(&row), "{row}\n{lines:#?}");
    }
}
