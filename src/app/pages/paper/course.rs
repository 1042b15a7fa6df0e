//! The course of a patient on paper: what its screen says, in the same order.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::app::page::{self, Page, Role};
use crate::app::pages::{named, prepared};
use crate::export::{self, Document, DocumentKind, Place};
use crate::meeting::{Mark, PatientId, terms, typed};
use crate::words::Language;

/// What the course of a patient on paper is made from.
#[derive(Clone, Copy)]
pub struct CoursePaper<'a> {
    /// In which language.
    pub language: Language,
    /// The page of the screen.
    pub page: &'a Page,
    /// The label under which the patient is known now, with the year of birth.
    pub label: &'a str,
    /// The day on which it is made.
    pub today: NaiveDate,
    /// Whether only fictional patients are in the notebook.
    pub fictional: bool,
}

impl CoursePaper<'_> {
    /// The paper.
    pub fn document(&self) -> Document {
        use export::Block::{Gap, Heading, Line, Warning};
        let language = self.language;
        let day = typed::day(self.today, language);
        let mut blocks = vec![Heading(1, self.label.to_owned())];
        blocks.push(Line(
            Place::PARAGRAPH,
            format!("{}. {}", language.patient_course(), language.agreements_made(&day, "", "")),
        ));
        if self.fictional {
            blocks.push(Warning(language.export_fictional().to_owned()));
        }
        if let Some(words) = &self.page.own_words {
            blocks.extend([
                Gap,
                export::Block::Labelled(
                    Place::PARAGRAPH,
                    language.patient_own_words().to_owned(),
                    words.clone(),
                ),
            ]);
        }
        let mut after_heading = false;
        for block in &self.page.blocks {
            match block {
                page::Block::Gap => blocks.push(Gap),
                page::Block::Text(known) if known.role == Role::Heading => {
                    blocks.extend([Gap, Heading(2, known.text.clone())]);
                }
                page::Block::Text(known) if known.indent > 0 => {
                    blocks.push(Line(Place::UNDER, known.text.clone()));
                }
                page::Block::Text(known) if after_heading => {
                    blocks.push(Line(Place::POINT, known.text.clone()));
                }
                page::Block::Text(known) => blocks.push(Line(Place::PARAGRAPH, known.text.clone())),
                page::Block::Timeline(timeline) => {
                    for entry in timeline.entries.iter() {
                        let title = format!("{}, {}", entry.row.label, entry.row.value);
                        blocks.extend([Gap, Heading(3, title)]);
                        let changes = entry.events.iter().map(|event| Line(Place::POINT, event.text.clone()));
                        blocks.extend(changes);
                    }
                }
                _ => {}
            }
            after_heading |= blocks.last().is_some_and(|last| matches!(last, Heading(2, _)));
        }
        let mut foot = vec![self.label.to_owned(), day];
        foot.extend(self.fictional.then(|| language.export_fictional().to_owned()));
        export::Document {
            kind: DocumentKind::Course,
            language,
            title: format!("{}: {}", language.course_title(), self.label),
            reader: String::new(),
            foot: foot.join(", "),
            fictional: self.fictional,
            blocks,
        }
    }
}

/// The course that was read of a patient, on paper, with the parts of the name of its file; `None` while it is being read.
pub(super) fn course(model: &Model, patient: PatientId, fictional: bool) -> Option<(Document, [String; 3])> {
    let language = model.language();
    let known = model.course.as_ref().filter(|course| course.patient == patient)?;
    let (label, born) = known.called();
    let today = model.now.date();
    let page = prepared::course(model, patient);
    let mark = Mark { invented: false, ..named::mark(model, patient) };
    let shown = mark.behind(terms::label(language, label, born), language);
    let fictional = fictional || known.is_invented();
    let paper = CoursePaper { language, page: &page, label: &shown, today, fictional };
    let name = [language.file_course().to_owned(), label.to_owned(), today.to_string()];
    Some((paper.document(), name))
}
