//! A summary of one patient as a paper: the head, the parts in the order of the reader, and what is left out.

use chrono::NaiveDate;

use super::fields::{Cell, FIELDS, What, order};
use super::known::{Known, PinnedDefinitions};
use super::reader::{Reader, Refusal};
use super::value::{DYING, MARKING};
use crate::export::conclusion::{Limits, in_short};
use crate::export::document::{Document, DocumentKind, WIDTH};
use crate::export::sheet::Sheet;
use crate::meeting::{Course, Given, Meeting, Review, terms, typed};
use crate::words::Language;

/// The most lines of text that fit on one A4 when it is printed.
const ONE_PAGE: usize = 52;

/// A patient of whom a summary is made.
#[derive(Clone, Copy)]
pub struct Summary<'a> {
    /// In which language.
    pub language: Language,
    /// For whom.
    pub reader: Reader,
    /// Everything recorded of the patient.
    pub course: &'a Course,
    /// The definitions that each meeting pinned.
    pub definitions: &'a PinnedDefinitions,
    /// The day on which it is made.
    pub today: NaiveDate,
    /// Who makes it; empty where that is not known.
    pub made_by: &'a str,
    /// Whether the notebook is for fictional patients only.
    pub fictional: bool,
}

impl Summary<'_> {
    /// The paper.
    ///
    /// # Errors
    ///
    /// Why there is none for this reader.
    pub fn document(&self) -> Result<Document, Refusal> {
        let language = self.language;
        let known = Known::new(language, self.reader, self.course, self.definitions);
        self.may_be_made(&known)?;
        let fictional = self.fictional || self.course.entries.iter().any(|entry| entry.details.fictional);
        let label = self.label();
        let mut head = Sheet::new(WIDTH);
        self.head(&mut head, &known, &label, fictional);
        let parts: Vec<Sheet> =
            order(self.reader).iter().filter_map(|part| self.part(&known, *part)).collect();
        let mut middle = Sheet::new(WIDTH);
        if parts.is_empty() {
            middle.gap().line(language.summary_nothing());
        }
        if self.reader == Reader::Dossier {
            self.in_short(&mut middle, &known);
        }
        let mut foot = Sheet::new(WIDTH);
        self.foot(&mut foot, &known, fictional);
        let mut sheet = head;
        sheet.append(middle);
        self.fit(&mut sheet, parts, &foot);
        sheet.append(foot);
        let title = match self.reader {
            Reader::Patient => language.summary_title_plain().to_owned(),
            _ => format!("{}: {label}", language.summary_title()),
        };
        let mut at_foot = vec![label, typed::numeric(self.today)];
        at_foot.extend(fictional.then(|| language.export_fictional().to_owned()));
        Ok(Document {
            kind: DocumentKind::Summary,
            language,
            title,
            reader: self.reader.name().to_owned(),
            foot: at_foot.join(", "),
            fictional,
            blocks: sheet.blocks(),
        })
    }

    /// For whom it is, in words.
    pub fn whom(language: Language, reader: Reader) -> &'static str {
        match reader {
            Reader::Dossier => language.summary_for_dossier(),
            Reader::Hap => language.summary_for_hap(),
            Reader::Social => language.summary_for_social(),
            Reader::Patient => language.summary_for_patient(),
        }
    }

    fn may_be_made(&self, known: &Known<'_>) -> Result<(), Refusal> {
        let consent = match self.reader {
            Reader::Dossier | Reader::Hap => return Ok(()),
            Reader::Social => "delen-sociaal",
            Reader::Patient => "delen-naasten",
        };
        if self.is_deceased() {
            return Err(Refusal::Deceased);
        }
        let said = |item: &str| {
            let answers = known.answers("pzp", item);
            answers.first().and_then(|found| found.stood.value.given.clone())
        };
        match (said(consent), said("delen-akkoord")) {
            (Some(Given::YesNo(false)), _) => Err(Refusal::NoConsent),
            // Who does not want other carers to know, wants nobody further away to know.
            (_, Some(Given::YesNo(false))) if self.reader == Reader::Social => Err(Refusal::NoConsent),
            (Some(Given::YesNo(true)), _) => Ok(()),
            _ => Err(Refusal::NotAsked),
        }
    }

    fn is_deceased(&self) -> bool {
        let mut said = self.course.discussions().filter_map(|(_, review)| review.says_deceased());
        said.next_back().unwrap_or(false)
    }

    /// The parts of the name of a file that holds it.
    pub fn name(&self) -> [String; 4] {
        let last = self.course.discussions().rev().find(|(_, review)| !review.label.trim().is_empty());
        let label = last.map_or_else(String::new, |(_, review)| review.label.clone());
        let (what, reader) = (self.language.file_summary(), self.reader.name());
        [what.to_owned(), label, reader.to_owned(), self.today.to_string()]
    }

    fn label(&self) -> String {
        let last = self.course.discussions().rev().find(|(_, review)| !review.label.trim().is_empty());
        last.map_or_else(
            || self.language.patient_unnamed().to_owned(),
            |(_, review)| terms::patient(self.language, review),
        )
    }

    /// The last meeting that discussed the patient, or else the last one in which something was recorded.
    pub(super) fn last(&self, known: &Known<'_>) -> Option<(&Meeting, &Review)> {
        let discussed = known.standing.discussed.map(|(_, id)| id);
        let of = |entry: &&Meeting| discussed == Some(entry.id);
        let all = || self.course.discussions().rev();
        all().find(|(entry, _)| of(entry)).or_else(|| all().next())
    }

    fn head(&self, sheet: &mut Sheet, known: &Known<'_>, label: &str, fictional: bool) {
        let language = self.language;
        let whom = Self::whom(language, self.reader);
        let answers = known.answers("pzp-stand", "dossier");
        let record = answers.first().map(|found| known.words(found)).unwrap_or_default();
        let last = self.last(known).map(|(meeting, _)| meeting);
        let day = last.map_or(self.today, |meeting| meeting.details.date);
        if self.reader == Reader::Patient {
            sheet.heading(1, language.summary_title_plain());
            sheet.line(&language.summary_made(whom, &typed::day(self.today, language), ""));
            sheet.line(label);
            sheet.line(&language.summary_head_plain(&typed::day(day, language), &record));
        } else {
            sheet.heading(1, &format!("{}: {label}", language.summary_title()));
            let record = if record.is_empty() { language.summary_of_the_patient() } else { &record };
            let group = last.map_or("", |meeting| meeting.details.group.as_str());
            let group = terms::group(language, group);
            sheet.line(&language.summary_head(group, &typed::numeric(day), record));
            sheet.line(&language.summary_made(whom, &typed::numeric(self.today), self.made_by));
            sheet.line(language.summary_identity());
        }
        if fictional {
            sheet.warning(language.export_fictional());
        }
        if self.course.unread > 0 && self.reader.treats() {
            sheet.warning(&language.summary_unread(self.course.unread));
        }
        if self.is_deceased() {
            sheet.warning(language.export_deceased());
        }
    }

    fn foot(&self, sheet: &mut Sheet, known: &Known<'_>, fictional: bool) {
        let language = self.language;
        sheet.gap();
        match self.reader {
            Reader::Dossier => {
                sheet.note(language.summary_empty_is_absent()).note(language.summary_left_out_dossier());
            }
            Reader::Hap => {
                sheet.note(language.summary_empty_is_absent()).note(language.summary_left_out_hap());
            }
            Reader::Social => {
                sheet.note(language.summary_left_out_social());
            }
            Reader::Patient => {
                sheet.line(language.summary_asks_plain());
            }
        }
        let unknown = known.unknown();
        if unknown > 0 && self.reader.treats() {
            sheet.note(&language.summary_unknown(unknown));
        }
        if fictional {
            sheet.warning(language.export_fictional());
        }
        if self.reader == Reader::Patient {
            let central = known.answers("pzp-stand", "centrale-zorgverlener");
            let central = central.first().map(|found| known.words(found)).filter(|name| !name.is_empty());
            let whom = central.map_or_else(
                || language.summary_carer_plain().to_owned(),
                |name| format!("{}: {name}", language.summary_central_plain()),
            );
            sheet.gap().line(&format!("{} {whom}.", language.summary_correct_plain()));
        }
    }

    /// Adds the parts; those at the end go where the reader has one page.
    fn fit(&self, sheet: &mut Sheet, mut parts: Vec<Sheet>, foot: &Sheet) {
        let lines = |sheet: &Sheet| sheet.finish().lines().count() + 1;
        let before = lines(sheet) + lines(foot) + 1;
        let all = |parts: &[Sheet]| before + parts.iter().map(lines).sum::<usize>();
        let mut left_out = false;
        // The limits and what comes before them stay, however long they are.
        while self.reader == Reader::Hap && parts.len() > 3 && all(&parts) > ONE_PAGE {
            parts.pop();
            left_out = true;
        }
        for part in parts {
            sheet.append(part);
        }
        if left_out {
            sheet.gap().warning(self.language.summary_did_not_fit());
        }
    }

    /// What matters most in at most fifteen lines, for who pastes no more than that.
    fn in_short(&self, sheet: &mut Sheet, known: &Known<'_>) {
        let language = self.language;
        let mut points = Vec::new();
        let judged = [
            (DYING, language.summary_dying(), language.summary_dying_begun()),
            (MARKING, language.summary_marking(), language.summary_marked()),
        ];
        for (which, label, begun) in judged {
            let told = known.judged(which, begun, Cell::Short);
            points.extend(told.map(|value| format!("{label}: {value}")));
        }
        let mut limits = Limits::default();
        let questions = FIELDS.iter().filter(|field| matches!(field.part, 8 | 9));
        for field in questions {
            let What::Answer(checklist, item) = field.what else { continue };
            for found in known.answers(checklist, item) {
                if let Some(said) = known.said(&found, Cell::Full) {
                    let point = format!("{}: {}", self.label_of(known, &found, &said), said.value);
                    match (said.reliability.is_empty(), known.is_complete(&found)) {
                        (false, true) => limits.add(said.reliability, point),
                        _ => {
                            let label = self.label_of(known, &found, &said);
                            points.push(format!("{label}: {}", said.whole()));
                        }
                    }
                }
            }
        }
        points.extend(limits.points());
        if !points.is_empty() {
            sheet.gap();
            in_short(sheet, 2, &points, language);
        }
    }
}
