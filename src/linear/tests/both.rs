//! One discussion at a screen and line by line, for tests of what both must do alike.

use std::sync::Arc;

use super::table::Table;
use crate::app::page::Page;
use crate::app::tests::Stage;
use crate::app::{Msg, Settings, pages};
use crate::checklist::{
    Checklist, DefinitionFile, DiagnosticCode, Layer, Library, Origin, Parsed, parse, shipped,
};
use crate::meeting::{Answer, Meeting, QuestionKey};

/// The checklist of a text, and the rules that it breaks.
pub fn checked(source: &str) -> (Option<Checklist>, Vec<DiagnosticCode>) {
    let outcome = parse(source, &Origin::default());
    let codes = outcome.diagnostics.iter().map(|one| one.code).collect();
    match outcome.parsed {
        Some(Parsed::Checklist(checklist)) => (Some(checklist), codes),
        _ => (None, codes),
    }
}

const ROUTE: &str = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\ndefault_for = [\"patz\"]\n\
    [[step]]\nchecklist = \"proef\"\n";

/// The same discussion at a screen and line by line.
pub struct Both {
    pub stage: Stage,
    pub table: Table,
}

impl Both {
    /// A patient of whom this checklist is walked, on the patient's own page or on pages of its own.
    pub fn with(source: &str, inline: bool) -> Self {
        assert!(checked(source).0.is_some(), "{source}");
        let route = if inline { format!("{ROUTE}inline = true\n") } else { ROUTE.to_owned() };
        let own = vec![("proef.toml", source), ("routes/eigen.toml", route.as_str())];
        let mut table = Table::with(Settings::default(), own.clone());
        table.row("new", "");
        for name in ["M. Vos", "A. de Wit"] {
            table.row("add-participant", "");
            table.row("name", name);
            table.line("terug");
        }
        table.line("terug");
        for (row, text) in [("add-patient", ""), ("label", "Fictief J."), ("discuss", "")] {
            table.row(row, text);
        }
        let mut stage = Stage::new(80, 24);
        // What is folded on the screen alone is tried there.
        stage.model.in_lines = true;
        let mut files = shipped();
        files.extend(own.into_iter().map(|(file, source)| DefinitionFile::new(Layer::User, file, source)));
        stage.send(Msg::LibraryRead(Arc::new(Library::new(files))));
        stage.to("new").keys("<Enter>").to("add-participant").keys("<Enter>M. Vos<Esc>");
        stage.to("add-participant").keys("<Enter>A. de Wit<Esc><Esc>");
        stage.to("add-patient").keys("<Enter>Fictief J.").to("discuss").keys("<Enter>");
        let mut both = Self { stage, table };
        if !inline {
            both.enter("walk:proef");
        }
        both
    }

    /// The page that both show.
    pub fn page(&self) -> Page {
        let page = pages::page(&self.stage.model);
        assert_eq!(page, pages::page(&self.table.model), "both front ends show one page");
        page
    }

    /// The record that both made.
    pub fn meeting(&self) -> Meeting {
        assert_eq!(self.stage.meeting(), self.table.meeting(), "{}", self.stage.text());
        self.stage.meeting().clone()
    }

    pub fn answer(&self, key: &QuestionKey) -> Option<Answer> {
        self.meeting().reviews[0].answers.get(key).cloned()
    }

    /// Goes to a row by arrows.
    pub fn to(&mut self, row: &str) -> &mut Stage {
        let page = pages::page(&self.stage.model);
        let place = |start: &str| page.rows().position(|row| row.id.as_str().starts_with(start));
        let wanted = place(row).unwrap_or_else(|| panic!("no row {row}:\n{}", self.stage.text()));
        let from = place(&self.stage.focus()).unwrap_or_default();
        self.stage.keys(&if from < wanted { "<Down>" } else { "<Up>" }.repeat(wanted.abs_diff(from)));
        // In a text of more lines the arrows go through it first.
        self.stage.to(row)
    }

    /// Goes to a row by arrows and presses Enter; types its number.
    pub fn enter(&mut self, row: &str) {
        self.to(row).keys("<Enter>");
        self.table.row(row, "");
    }

    /// To the row with the cursor on it, in both.
    pub fn typed(&mut self, row: &str, text: &str) {
        let focus = self.to(row).layout().focus.clone().unwrap();
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
    pub fn cycled(&mut self, row: &str, at: Option<usize>, words: &str) {
        self.to(row).keys("<Left><Left><Left><Left><Left><Left>");
        let from_none = pages::page(&self.stage.model)
            .rows()
            .any(|other| other.id.as_str().starts_with(row) && other.value_role == crate::app::Role::Quiet);
        self.stage.keys(&"<Right>".repeat(at.map_or(0, |at| at + usize::from(from_none))));
        // What is chosen next is another choice.
        self.stage.keys("<Down>");
        self.to(row);
        if at.is_some() {
            self.table.row(row, words);
        } else {
            self.table.row(row, "");
            self.table.line("/wis");
        }
    }

    /// Takes back in both until the record is what it was.
    pub fn undo(&mut self, to: &Meeting) {
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
        assert!(same(&self.meeting(), to), "not taken back:\n{}", self.stage.text());
    }

    /// The minutes in one line.
    pub fn minutes(&self) -> String {
        self.meeting();
        let text = self.stage.minutes();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let answers = text.split_once(" Proef ").map_or(&*text, |(_, answers)| answers);
        format!("{answers} ")
    }
}

/// Whether two records say the same: what was pinned with the first answer stays pinned.
pub fn same(one: &Meeting, other: &Meeting) -> bool {
    crate::meeting::differences(one, other).is_empty()
}
