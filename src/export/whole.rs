//! A meeting, or one patient of it, as a paper that can be pasted into a record system.

use super::answers::{Answers, Line, Part};
use super::discussion::{self, Quoted};
use super::document::{Block, Document, DocumentKind};
use super::minutes::Minutes;
use super::phrases::capital;
use super::sheet::Sheet;
use super::{agreements, reopened};
use crate::meeting::{Participant, Review, terms, typed};
use crate::words::Language;

impl Minutes<'_> {
    /// The whole meeting as plain text.
    pub fn whole(&self) -> String {
        self.whole_document().text(self.width)
    }

    /// The whole meeting; what the group keeps to itself stands at the end, apart from every patient.
    pub fn whole_document(&self) -> Document {
        let (meeting, language) = (self.meeting, self.language);
        if let Some(session) = &meeting.session {
            return self.session_document(session);
        }
        let mut sheet = Sheet::new(self.width);
        let day = meeting.details.met(language, |day| typed::day(day, language));
        let group = terms::group(language, &meeting.details.group);
        sheet.heading(1, group);
        sheet.line(&format!("{}, {day}", terms::kind(language, meeting.details.kind)));
        self.say_fictional(&mut sheet);
        if meeting.details.closed.is_none() {
            let between = meeting.details.is_between();
            sheet.line(if between {
                language.export_between_not_closed()
            } else {
                language.export_not_closed()
            });
        }
        if !meeting.amendments.is_empty() {
            sheet.line(language.export_was_reopened());
        }
        sheet.gap();
        self.people(&mut sheet);
        let discussed = if meeting.details.is_between() {
            language.between_count(meeting.reviews.len())
        } else {
            language.discussed_of(meeting.finished(), meeting.on_agenda())
        };
        sheet.line(&capital(&discussed));
        let mut quoted = Quoted::default();
        for review in &meeting.reviews {
            sheet.rule().gap().heading(2, &self.names.shown(review, language)).gap();
            discussion::discussion(&mut sheet, self, review, &mut quoted);
        }
        agreements::per_person(&mut sheet, meeting, &self.names, language);
        self.of_the_group(&mut sheet);
        reopened::all(&mut sheet, meeting, &self.names, language);
        quoted.list(&mut sheet, language);
        self.say_fictional_again(&mut sheet);
        self.document(DocumentKind::Minutes, format!("{group}, {day}"), sheet.blocks())
    }

    /// One patient as plain text.
    pub fn patient(&self, review: &Review) -> String {
        self.patient_document(review).text(self.width)
    }

    /// One patient, for that patient's own record: nothing about other patients, and nothing that the group keeps to
    /// itself.
    pub fn patient_document(&self, review: &Review) -> Document {
        let (meeting, language) = (self.meeting, self.language);
        let mut sheet = Sheet::new(self.width);
        let day = meeting.details.met(language, |day| typed::day(day, language));
        let group = terms::group(language, &meeting.details.group);
        let label = self.names.shown(review, language);
        sheet.heading(1, &label);
        let place = if meeting.details.is_between() {
            language.export_between_in(group, &day)
        } else {
            language.export_discussed_in(group, &day)
        };
        sheet.line(&place);
        self.say_fictional(&mut sheet);
        sheet.gap();
        self.people(&mut sheet);
        sheet.gap();
        let mut quoted = Quoted::default();
        discussion::discussion(&mut sheet, self, review, &mut quoted);
        reopened::of_patient(&mut sheet, meeting, review.patient, language);
        quoted.list(&mut sheet, language);
        self.say_fictional_again(&mut sheet);
        let mut blocks = sheet.blocks();
        // There is no part between the patient and what was asked.
        for block in &mut blocks {
            if let Block::Heading(level @ 3.., _) = block {
                *level -= 1;
            }
        }
        self.document(DocumentKind::Patient, format!("{label}, {day}"), blocks)
    }

    fn document(&self, kind: DocumentKind, title: String, blocks: Vec<Block>) -> Document {
        let fictional = self.is_fictional();
        let foot =
            if fictional { format!("{title}. {}", self.language.export_fictional()) } else { title.clone() };
        Document { kind, language: self.language, title, reader: String::new(), foot, fictional, blocks }
    }

    fn is_fictional(&self) -> bool {
        self.fictional || self.meeting.details.fictional
    }

    fn say_fictional(&self, sheet: &mut Sheet) {
        if self.is_fictional() {
            sheet.warning(self.language.export_fictional());
        }
    }

    /// At the end as well: a page that lies apart must not be taken for one about somebody real.
    fn say_fictional_again(&self, sheet: &mut Sheet) {
        if self.is_fictional() {
            sheet.gap().warning(self.language.export_fictional());
        }
    }

    /// Who was there and who was not, with profession and roles.
    fn people(&self, sheet: &mut Sheet) {
        let language = self.language;
        // Between meetings nobody sat at a table.
        if self.meeting.details.is_between() {
            return;
        }
        for (absent, label) in [(false, language.export_present()), (true, language.export_absent())] {
            let there = self.meeting.participants.iter().filter(|known| known.absent == absent);
            let names: Vec<String> = there.map(|known| person(known, language)).collect();
            sheet.labelled(label, &names.join("; "));
        }
    }

    /// What is of the group and of no patient: bottlenecks, learning needs, and its own part of the nabespreking.
    fn of_the_group(&self, sheet: &mut Sheet) {
        let (meeting, language) = (self.meeting, self.language);
        let own: Vec<(&str, Vec<Line<'_>>)> = self
            .definitions
            .iter()
            .map(|&checklist| {
                let of = |review| Answers { language, meeting, review, checklist, part: Part::Group }.lines();
                let reviews = meeting.reviews.iter().map(|review| &**review);
                (checklist.title.get(language), reviews.flat_map(of).collect())
            })
            .filter(|(_, lines): &(_, Vec<_>)| !lines.is_empty())
            .collect();
        let notes = [
            (language.export_bottlenecks(), meeting.bottlenecks.trim()),
            (language.export_learning_needs(), meeting.learning_needs.trim()),
            (language.export_own_notes(), meeting.own_notes.trim()),
        ];
        if own.is_empty() && notes.iter().all(|(_, text)| text.is_empty()) {
            return;
        }
        sheet.rule().gap().heading(2, language.export_of_the_group());
        for (title, lines) in own {
            sheet.gap().heading(3, title);
            for (at, line) in lines.iter().enumerate() {
                discussion::asked(sheet, &lines, at, language);
                discussion::answered(sheet, line, None, None, language);
            }
        }
        sheet.gap();
        for (label, text) in notes {
            sheet.labelled(label, text);
        }
    }
}

fn person(participant: &Participant, language: Language) -> String {
    let name = terms::participant(language, participant);
    let roles: Vec<&str> = participant.roles.iter().map(|role| terms::role(language, *role)).collect();
    if roles.is_empty() { name } else { format!("{name} ({})", roles.join(", ")) }
}
