//! Every definition can be walked to its end by any answers, in windows of any size, by keys and by lines: the same
//! record.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

use super::table::Table;
use crate::app::page::{RowId, RowKind};
use crate::app::tests::Stage;
use crate::app::{Msg, Screen, Settings, Size, pages};
use crate::checklist::tests::arbitrary::checklist;
use crate::checklist::{DefinitionFile, Layer, Library, print, shipped};
use crate::linear::hear::scale;

const ROUTE: &str = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\ndefault_for = [\"patz\"]\n\
    [[step]]\nchecklist = \"proef\"\n";

/// What is typed where something can be typed.
const TEXTS: [&str; 6] = ["12", "vrijdag", "een tekst", "3,5", "漢字", "-"];

/// Most intents before the walk is only walked on.
const INTENTS: usize = 40;

/// The same discussion at a screen and line by line.
pub(crate) struct Walk {
    stage: Stage,
    table: Table,
    bytes: std::vec::IntoIter<u8>,
}

impl Walk {
    /// A patient whose route is this one checklist, at the first page of it; `None` where no page is shown yet.
    pub(crate) fn begin(source: &str, bytes: Vec<u8>) -> Option<Self> {
        let own = vec![("proef.toml", source), ("routes/eigen.toml", ROUTE)];
        let mut table = Table::with(Settings::default(), own.clone());
        for (row, text) in [("new", ""), ("add-patient", ""), ("label", "Fictief J."), ("discuss", "")] {
            if row == "add-patient" {
                table.line("terug");
            }
            table.row(row, text);
        }
        let mut stage = Stage::new(80, 24);
        let mut files = shipped();
        files.extend(own.into_iter().map(|(file, source)| DefinitionFile::new(Layer::User, file, source)));
        stage.send(Msg::LibraryRead(Arc::new(Library::new(files))));
        stage.to("new").keys("<Enter><Esc>").to("add-patient").keys("<Enter>Fictief J.");
        stage.to("discuss").keys("<Enter>");
        let mut walk = Self { stage, table, bytes: bytes.into_iter() };
        let first = RowId::of("walk", "proef");
        pages::page(&walk.stage.model).row(&first)?;
        walk.open(&first);
        matches!(walk.stage.model.screen(), Screen::Step { .. }).then_some(walk)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::from(self.bytes.next().unwrap_or(0)) % end
    }

    /// Puts the focus of the screen on a row: by arrows where the window shows enough of the page for that.
    fn focus(&mut self, row: &RowId) {
        let size = self.stage.model.size;
        if size.width >= 40 && size.height >= 12 {
            let page = pages::page(&self.stage.model);
            let place = |id: Option<&RowId>| page.rows().position(|row| Some(&row.id) == id);
            let from = place(self.stage.layout().focus.as_ref());
            let key = if from < place(Some(row)) { "<Down>" } else { "<Up>" };
            for _ in 0..200 {
                if self.stage.layout().focus.as_ref() == Some(row) {
                    // Somebody went there, if only by an arrow that stays.
                    self.stage.model.after_enter = false;
                    // That takes longer than a held key waits.
                    self.stage.model.deed = None;
                    return;
                }
                self.stage.keys(key);
            }
        }
        self.stage.send(Msg::Focus(row.clone()));
    }

    /// Types the number of a row, with something behind it.
    fn line(&mut self, row: &RowId, rest: &str) {
        let number = self.table.dialogue.said().and_then(|said| said.number(row));
        let number = number.unwrap_or_else(|| panic!("{row:?} has no number"));
        self.table.line(format!("{number} {rest}").trim_end());
    }

    /// Opens or chooses a row.
    fn open(&mut self, row: &RowId) {
        self.focus(row);
        self.stage.keys("<Enter>");
        self.line(row, "");
    }

    /// Does something with one of the rows.
    fn act(&mut self) {
        let page = pages::page(&self.stage.model);
        let rows: Vec<_> = page.rows().collect();
        if rows.is_empty() {
            return;
        }
        let row = rows[self.below(rows.len())];
        match &row.kind {
            RowKind::Action(_) => self.open(&row.id),
            RowKind::Field(field) => {
                let text = TEXTS[self.below(TEXTS.len())];
                let known = field.place.text(self.stage.meeting()).unwrap_or_default();
                if known.is_empty() {
                    self.focus(&row.id);
                    self.stage.keys(text);
                    self.line(&row.id, text);
                }
            }
            RowKind::OneOf(_) => {}
            RowKind::Scale { .. } => {
                let Some((scale, known)) = scale(&self.stage.model, row) else { return };
                let (min, max) = (scale.min, scale.max);
                let steps = self.below(usize::try_from(max - min + 1).unwrap());
                let wanted = min + i64::try_from(steps).unwrap();
                self.focus(&row.id);
                if known.is_none() {
                    self.stage.keys("<Right>");
                }
                let from = known.unwrap_or(min);
                let key = if wanted < from { "<Left>" } else { "<Right>" };
                for _ in 0..wanted.abs_diff(from) {
                    self.stage.keys(key);
                }
                self.line(&row.id, &wanted.to_string());
            }
        }
    }

    /// One intent, in a window of any size that has room for a screen.
    fn intent(&mut self) {
        if self.below(4) == 1 {
            // On a smaller window keys do nothing.
            let (width, height) = (40 + self.below(200), 12 + self.below(58));
            self.stage.send(Msg::Resized(Size::new(width.try_into().unwrap(), height.try_into().unwrap())));
        }
        let way = self.below(8);
        match (self.stage.model.screen(), way) {
            (Screen::Step { .. }, 0 | 1) => self.on(),
            (Screen::Step { .. }, 2) if pages::page(&self.stage.model).abilities.previous => {
                self.stage.keys("<S-Tab>");
                self.table.line("vorige");
            }
            (Screen::Step { .. }, _) => self.act(),
            (Screen::Choose(_) | Screen::NoAnswer(..) | Screen::Agreement(..), 3..) => self.act(),
            _ => {
                self.stage.keys("<Esc>");
                self.table.line("terug");
            }
        }
        let layout = self.stage.layout();
        assert!(
            layout.rows.is_empty()
                || layout.focus.is_some()
                || self.stage.model.page().waits
                || self.stage.model.after_enter
        );
        assert_eq!(self.stage.model.screen(), self.table.model.screen());
    }

    /// To the next page.
    fn on(&mut self) {
        self.stage.keys("<Tab>");
        self.table.line("verder");
    }

    /// Whether the last page is behind us.
    fn is_over(&self) -> bool {
        matches!(self.stage.model.screen(), Screen::Patient(_))
    }

    /// The same record at the screen and in lines.
    pub(crate) fn agrees(&self) -> bool {
        self.stage.meeting() == self.table.meeting()
    }

    /// Answers, walks on to the end, and is done with the patient.
    pub(crate) fn finish(&mut self) {
        for _ in 0..INTENTS {
            if self.is_over() {
                break;
            }
            self.intent();
        }
        for _ in 0..200 {
            match self.stage.model.screen() {
                Screen::Patient(_) => break,
                Screen::Step { .. } => self.on(),
                _ => {
                    self.stage.keys("<Esc>");
                    self.table.line("terug");
                }
            }
        }
        assert!(self.is_over(), "the walk does not end:\n{}", self.stage.text());
        self.stage.send(Msg::Resized(Size::new(80, 24)));
        self.stage.keys("<F6>");
        self.table.line("klaar");
        if matches!(self.stage.model.screen(), Screen::Confirm(_)) {
            self.open(&RowId::fixed("confirmed"));
        }
        assert!(self.stage.meeting().reviews[0].details.finished.is_some(), "{}", self.stage.text());
    }
}

/// Few by default, so that tests stay quick; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_definition_is_walked_to_its_end_by_keys_and_by_lines(
        definition in checklist(),
        bytes in vec(any::<u8>(), 0..300),
    ) {
        if let Some(mut walk) = Walk::begin(&print(&definition), bytes) {
            walk.finish();
            prop_assert_eq!(walk.stage.meeting(), walk.table.meeting());
        }
    }
}

/// A group that repeats, with one question of a type; in a window of 24 lines its second time ends below the fold.
fn repeating(question: &str) -> String {
    format!(
        "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n\
        [[group]]\nid = \"keer\"\ntitle = \"Keer\"\nrepeats = true\n\
        [[group.item]]\nid = \"vraag\"\ntext = \"Vraag\"\n{question}\n\
        [[group.item]]\nid = \"nog-een\"\ntext = \"Nog een\"\ntype = \"choice\"\noptions = [\n\
        {{ code = \"a\", text = \"A\" }}, {{ code = \"b\", text = \"B\" }}, {{ code = \"c\", text = \"C\" }},\n]\n"
    )
}

/// Found by the property: where no text was asked first, the way to one more time stayed under the cursor, below the fold, so that Enter
/// only showed it.
#[test]
fn one_more_time_begins_in_sight_at_its_first_question_whatever_that_asks() {
    let options = "options = [{ code = \"ja\", text = \"Ja\" }, { code = \"nee\", text = \"Nee\" }]";
    for (question, first) in [
        ("type = \"yes-no\"", "proef/vraag@"),
        (&*format!("type = \"choice\"\n{options}"), "proef/vraag@"),
        (&*format!("type = \"choices\"\n{options}"), "proef/vraag@"),
        ("type = \"scale\"\nmin = -5\nmax = 2", "proef/vraag@"),
        ("type = \"number\"", "proef/vraag@"),
        ("type = \"date\"", "proef/vraag@"),
        ("type = \"short-text\"", "proef/vraag@"),
        ("type = \"long-text\"", "proef/vraag@"),
        ("type = \"person\"", "proef/vraag@"),
        ("type = \"display\"", "proef/nog-een@"),
    ] {
        let mut walk = Walk::begin(&repeating(question), Vec::new()).unwrap();
        for time in 2..5 {
            let add = RowId::of("add-time", "proef/keer");
            walk.stage.send(Msg::Focus(add.clone()));
            walk.open(&add);
            let layout = walk.stage.layout();
            let focus = layout.focus.clone().unwrap();
            assert!(focus.as_str().contains(&format!("{first}{time}")), "{question}: {focus:?}");
            let row = layout.rows.of(&focus).unwrap();
            let sight = layout.first_line..layout.first_line + usize::from(layout.body_height);
            assert!(sight.contains(&row.start), "{question}: {focus:?} is out of sight");
            // Enter once too often records nothing there.
            walk.stage.keys("<Enter>");
            if let Screen::Choose(_) = walk.stage.model.screen() {
                walk.stage.keys("<Esc>");
            }
            assert!(walk.agrees(), "{question}, time {time}:\n{}", walk.stage.text());
        }
    }
}
