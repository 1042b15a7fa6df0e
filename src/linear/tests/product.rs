//! Every type of question in every room, whoever is asked: given, changed, wiped and taken back by keys and by lines,
//! and told in the minutes.

use super::table::Table;
use crate::app::page::{Block, Mark, Page, RowKind};
use crate::app::tests::Stage;
use crate::app::{Msg, Screen, Settings, pages};
use crate::checklist::schema::{ASK, ASK_OF_TYPES, ITEM_TYPES};
use crate::checklist::{
    Checklist, DefinitionFile, DiagnosticCode, Layer, Library, Origin, Parsed, parse, shipped,
};
use crate::export::Minutes;
use crate::meeting::{Answer, Meeting, QuestionKey};
use crate::words::Language;

/// How much room the page gives to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
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

const ROOMS: [Room; 5] = [Room::Row, Room::Large, Room::Shared, Room::Nested, Room::Under];

/// What else a definition may say of a question.
const EXTRAS: [&str; 3] = ["", "label", "discussed = \"needed\"\n"];

/// One question of the product.
#[derive(Debug, Clone)]
struct Asked {
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
fn definition(questions: &[Asked], room: Room, repeats: bool) -> String {
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

fn checked(source: &str) -> (Option<Checklist>, Vec<DiagnosticCode>) {
    let outcome = parse(source, &Origin::default());
    let codes = outcome.diagnostics.iter().map(|one| one.code).collect();
    match outcome.parsed {
        Some(Parsed::Checklist(checklist)) => (Some(checklist), codes),
        _ => (None, codes),
    }
}

/// The questions of the product that are accepted.
fn accepted() -> Vec<Asked> {
    product()
        .into_iter()
        .filter(|asked| checked(&definition(std::slice::from_ref(asked), Room::Large, false)).0.is_some())
        .collect()
}

/// Each type with each of whom it can be asked.
fn plain() -> Vec<Asked> {
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

const ROUTE: &str = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\ndefault_for = [\"patz\"]\n\
    [[step]]\nchecklist = \"proef\"\n";

/// The same discussion at a screen and line by line.
struct Walk {
    stage: Stage,
    table: Table,
    room: Room,
    repeats: bool,
    checklist: Checklist,
}

impl Walk {
    fn begin(questions: &[Asked], room: Room, repeats: bool) -> Self {
        let source = definition(questions, room, repeats);
        let checklist = checked(&source).0.unwrap_or_else(|| panic!("{source}"));
        let route = if room == Room::Row { format!("{ROUTE}inline = true\n") } else { ROUTE.to_owned() };
        let own = vec![("proef.toml", source.as_str()), ("routes/eigen.toml", route.as_str())];
        let mut table = Table::with(Settings::default(), own.clone());
        for (row, text) in [("new", ""), ("add-participant", ""), ("name", "M. Vos"), ("terug", "")] {
            if row == "terug" { drop(table.line(row)) } else { drop(table.row(row, text)) }
        }
        for (row, text) in [("add-participant", ""), ("name", "A. de Wit"), ("terug", ""), ("terug", "")] {
            if row == "terug" { drop(table.line(row)) } else { drop(table.row(row, text)) }
        }
        for (row, text) in [("add-patient", ""), ("label", "Fictief J."), ("discuss", "")] {
            table.row(row, text);
        }
        let mut stage = Stage::new(80, 24);
        let mut files = shipped();
        files.extend(own.into_iter().map(|(file, source)| DefinitionFile::new(Layer::User, file, source)));
        stage.send(Msg::LibraryRead(std::sync::Arc::new(Library::new(files))));
        stage.to("new").keys("<Enter>").to("add-participant").keys("<Enter>M. Vos<Esc>");
        stage.to("add-participant").keys("<Enter>A. de Wit<Esc><Esc>");
        stage.to("add-patient").keys("<Enter>Fictief J.").to("discuss").keys("<Enter>");
        let mut walk = Self { stage, table, room, repeats, checklist };
        if room != Room::Row {
            walk.stage.to("walk:proef").keys("<Enter>");
            walk.table.row("walk:proef", "");
        }
        walk
    }

    fn page(&self) -> Page {
        let page = pages::page(&self.stage.model);
        assert_eq!(page, pages::page(&self.table.model), "both front ends show one page");
        page
    }

    fn meeting(&self) -> Meeting {
        assert_eq!(self.stage.meeting(), self.table.meeting(), "{}", self.stage.text());
        self.stage.meeting().clone()
    }

    fn answer(&self, key: &QuestionKey) -> Option<Answer> {
        self.meeting().reviews[0].answers.get(key).cloned()
    }

    /// Goes to a row by arrows.
    fn to(&mut self, row: &str) -> &mut Stage {
        let page = pages::page(&self.stage.model);
        let place = |start: &str| page.rows().position(|row| row.id.as_str().starts_with(start));
        let wanted = place(row).unwrap_or_else(|| panic!("no row {row}:\n{}", self.stage.text()));
        let from = place(&self.stage.focus()).unwrap_or_default();
        self.stage.keys(&if from < wanted { "<Down>" } else { "<Up>" }.repeat(wanted.abs_diff(from)));
        // In a text of more lines the arrows go through it first.
        self.stage.to(row)
    }

    /// Goes to a row by arrows and presses Enter; types its number.
    fn enter(&mut self, row: &str) {
        self.to(row).keys("<Enter>");
        self.table.row(row, "");
    }

    /// To the row with the cursor on it, in both.
    fn typed(&mut self, row: &str, text: &str) {
        let focus = self.to(row).layout().focus.unwrap();
        let page = pages::page(&self.stage.model);
        assert!(page.row(&focus).is_some_and(|row| row.as_field().is_some()), "{row}");
        self.stage.keys("<C-a><Delete>").keys(text).keys("<Down><Up>");
        self.table.row(row, "");
        self.table.line("/wis");
        if !text.is_empty() {
            self.table.line(text);
        }
        self.table.line("");
    }

    /// Chooses the option with this place on a row that has them beside each other; with none, no option.
    fn cycled(&mut self, row: &str, at: Option<usize>, words: &str) {
        self.to(row).keys("<Left><Left><Left><Left><Left><Left>");
        let from_none = pages::page(&self.stage.model)
            .rows()
            .any(|other| other.id.as_str().starts_with(row) && other.value.contains("nog niet gekozen"));
        self.stage.keys(&"<Right>".repeat(at.map_or(0, |at| at + usize::from(from_none))));
        if at.is_some() {
            self.table.row(row, words);
        } else {
            self.table.row(row, "");
            self.table.line("/wis");
        }
    }

    /// Takes back in both until the record is what it was.
    fn undo(&mut self, to: &Meeting, asked: &Asked) {
        for _ in 0..40 {
            if same(self.stage.meeting(), to) {
                break;
            }
            self.stage.keys("<C-z>");
        }
        for _ in 0..40 {
            if same(self.table.meeting(), to) {
                break;
            }
            self.table.line("ongedaan");
        }
        assert!(same(&self.meeting(), to), "{asked:?} is not taken back");
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
            "choice" | "choices" if asked.is_counted() => {
                ["verdeling: Groen 1", "verdeling: Groen 1; Rood 1"]
            }
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
        let expected = expected.strip_prefix("verdeling: ").unwrap_or(&expected);
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
            Block::Gap | Block::Air => String::new(),
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
                self.undo(&before, asked);
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
        self.undo(&second, asked);
        self.shows(asked, 1);
        self.undo(&first, asked);
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

    /// The minutes in one line.
    fn minutes(&self) -> String {
        let meeting = self.meeting();
        let text = Minutes::new(&meeting, vec![&self.checklist], Language::Dutch).whole();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.split_once(" Proef ").map_or_else(String::new, |(_, answers)| format!("{answers} "))
    }
}

/// Whether two records say the same: what was pinned with the first answer stays pinned.
fn same(one: &Meeting, other: &Meeting) -> bool {
    crate::meeting::differences(one, other).is_empty()
}

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
            let said = match (asked.kind, asked.ask) {
                ("display", _) => {
                    assert!(!minutes.contains(&words), "{minutes}");
                    continue;
                }
                ("agreement", _) => words,
                (_, "who-knows") => {
                    format!("- {label}: {words} - {} (M. Vos)", walk.expected(asked, 0))
                }
                _ => format!("- {label}: {}", walk.expected(asked, 0)),
            };
            assert_eq!(minutes.matches(&format!("{said} ")).count(), 1, "{said:?} in {minutes}");
            let incomplete = format!("{said} ONVOLLEDIG");
            assert_eq!(minutes.contains(&incomplete), asked.extra.starts_with("discussed"), "{minutes}");
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
