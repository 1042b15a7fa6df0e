//! A summary of one patient as a paper: the head, the parts in the order of the reader, and what is left out.

use chrono::NaiveDate;

use super::extra::Extra;
use super::fields::{Cell, FIELDS, Field, What, order};
use super::known::{Found, Known, PinnedDefinitions};
use super::reader::{Reader, Refusal};
use super::value::{DYING, MARKING};
use crate::checklist::Looks;
use crate::export::conclusion::{Limits, in_short};
use crate::export::document::{Document, DocumentKind, Place, WIDTH};
use crate::export::sheet::Sheet;
use crate::meeting::{Course, Given, Meeting, QuestionKey, Review, terms, typed};
use crate::words::Language;

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
    /// The number by which the patient is told from somebody of the same label and year; empty where nobody else is.
    pub number: &'a str,
    /// What was ticked for this print; what the reader cannot get is on no paper all the same.
    pub extras: &'a [Extra],
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
        let fictional = self.fictional || self.course.is_invented();
        let label = self.label();
        let mut head = Sheet::new(WIDTH);
        self.head(&mut head, &known, &label, fictional);
        let mut parts: Vec<(u8, Sheet)> = Vec::new();
        for part in order(self.reader) {
            parts.extend(self.part(&known, *part).map(|sheet| (*part, sheet)));
        }
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
        let sheet = match self.reader {
            Reader::Hap => self.on_one_page(&sheet, &parts, &foot),
            _ => {
                parts.into_iter().for_each(|(_, part)| {
                    sheet.append(part);
                });
                sheet.gap().append(foot);
                sheet
            }
        };
        let title = match self.reader {
            Reader::Patient => language.summary_title_plain().to_owned(),
            _ => format!("{}: {label}", language.summary_title()),
        };
        let whom = Self::whom(language, self.reader);
        let mut at_foot = vec![label, whom.to_owned(), typed::numeric(self.today)];
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
        if self.course.is_deceased() {
            return Err(Refusal::Deceased);
        }
        let said = |item: &str| {
            let answers = known.answers("pzp", item);
            let found = answers.first()?;
            // Two patients that turned out to be one may have said two things on one day: then the one that keeps it in counts.
            let refused = self.course.is_disputed(&found.key, found.stood.meeting);
            if refused { Some(Given::YesNo(false)) } else { found.stood.value.given.clone() }
        };
        if self.has(Extra::Marking) && known.is_marked() && !self.was_talked_about(known) {
            return Err(Refusal::NotTalked);
        }
        let consented = match (said(consent), said("delen-akkoord")) {
            (Some(Given::YesNo(false)), _) => Err(Refusal::NoConsent),
            // Who does not want other carers to know, wants nobody further away to know.
            (_, Some(Given::YesNo(false))) if self.reader == Reader::Social => Err(Refusal::NoConsent),
            (Some(Given::YesNo(true)), _) if self.course.unread > 0 => Err(Refusal::Unread),
            (Some(Given::YesNo(true)), _) => Ok(()),
            _ => Err(Refusal::NotAsked),
        };
        // A sheet that is silent about it reads as if nothing was agreed.
        let is_silent = || !self.tells_of_resuscitation(known);
        match consented {
            Ok(()) if self.has(Extra::Resuscitation) && is_silent() => Err(Refusal::NoResuscitation),
            consented => consented,
        }
    }

    fn tells_of_resuscitation(&self, known: &Known<'_>) -> bool {
        let (checklist, item) = ("pzp", "reanimatie");
        let told = known.answers(checklist, item).iter().any(|found| known.said(found, Cell::Full).is_some());
        told || !known.withdrawn(checklist, item).is_empty()
    }

    /// How much of something stands on this paper.
    pub(super) fn cell(&self, field: &Field) -> Cell {
        match field.of(self.reader) {
            Cell::Asked if self.extras().any(|extra| extra.part() == field.part) => Cell::Full,
            Cell::Asked => Cell::Never,
            cell => cell,
        }
    }

    fn extras(&self) -> impl Iterator<Item = Extra> {
        self.reader.extras().iter().copied().filter(|extra| self.extras.contains(extra))
    }

    fn has(&self, extra: Extra) -> bool {
        self.extras().any(|known| known == extra)
    }

    /// Whether a conversation with the patient was noted since the palliative phase was marked.
    fn was_talked_about(&self, known: &Known<'_>) -> bool {
        let Some(marked) = known.judged_on(MARKING.0) else { return false };
        let answers = ["pzp-stand", "pzp"].map(|checklist| known.answers(checklist, "gesprek-op"));
        answers.iter().flatten().any(|found| {
            let Some(Given::Date(text)) = &found.stood.value.given else { return false };
            let from = found.stood.value.counted_from(found.meeting.details.date);
            let held = typed::date(text, from, Looks::Back);
            // What is planned was not held.
            let known = found.meeting.details.date.max(found.stood.value.recorded.at.date());
            held.is_some_and(|held| held >= marked && held <= known)
        })
    }

    /// What speaks against what is recorded of the death.
    fn death_doubt(&self) -> Option<String> {
        self.course.death().and_then(|death| terms::death_doubt(self.language, death, self.today))
    }

    /// Whether the patient has died, and nothing speaks against that: then nothing is to be done again.
    pub(super) fn has_died(&self) -> bool {
        self.course.death().is_some_and(|death| !death.is_doubtful(self.today))
    }

    /// That the patient has died, on which day and where.
    fn died(&self, known: &Known<'_>) -> String {
        let said = |item: &str| {
            let answers = known.answers("nabespreking", item);
            let told = |code: &str| code != "onbekend";
            let first = answers.first().filter(|found| match &found.stood.value.given {
                Some(Given::Choice(code)) => told(code.as_str()),
                Some(Given::Not(_)) | None => false,
                Some(_) => true,
            });
            first.map(|found| known.words(found)).unwrap_or_default()
        };
        self.language.summary_died(&said("overleden-op"), &said("plaats-van-overlijden").to_lowercase())
    }

    /// The parts of the name of a file that holds it.
    pub fn name(&self) -> [String; 4] {
        let label = self.course.called().0.to_owned();
        let (what, reader) = (self.language.file_summary(), self.reader.name_in(self.language));
        [what.to_owned(), label, reader.to_owned(), self.today.to_string()]
    }

    fn label(&self) -> String {
        let (label, born) = self.course.called();
        let label = terms::label(self.language, label, born);
        if self.number.is_empty() {
            label
        } else {
            format!("{label}, {}", self.language.patient_number(self.number))
        }
    }

    /// Whether anything of a plan was recorded: what was agreed, the conversation, who keeps it, or what is to be done when.
    fn has_plan(&self, known: &Known<'_>) -> bool {
        let is_of_plan = |key: &QuestionKey| {
            let (checklist, item) = (key.checklist.as_str(), key.item.as_str());
            ["pzp", "pzp-stand"].contains(&checklist) || (checklist, item) == ("kort", "scenario-plan")
        };
        self.course.discussions().any(|(_, review)| review.answers.keys().any(is_of_plan))
            || known.unknown() > 0
            || self.course.unread > 0
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
        // What was recorded between meetings stands here too: two sheets of one day would not say which of them holds.
        let day = known.newest().map_or(day, |newest| newest.max(day));
        // Of a meeting of which nobody said the day, none stands here either.
        let met = |told: &dyn Fn(NaiveDate) -> String| {
            let asked = last.filter(|meeting| meeting.details.date == day);
            asked.map_or_else(|| told(day), |meeting| meeting.details.met(language, told))
        };
        if self.reader == Reader::Patient {
            sheet.heading(1, language.summary_title_plain());
            sheet.line(&language.summary_made(whom, &typed::day(self.today, language), self.made_by));
            sheet.line(label);
            sheet.line(&language.summary_head_plain(&met(&|day| typed::day(day, language)), &record));
        } else {
            sheet.heading(1, &format!("{}: {label}", language.summary_title()));
            let record = if record.is_empty() { language.summary_of_the_patient() } else { &record };
            let group = last.map_or("", |meeting| meeting.details.group.as_str());
            let group = terms::group(language, group);
            let day = met(&typed::numeric);
            sheet.line(&match self.has_plan(known) {
                true => language.summary_head(group, &day, record),
                false => language.summary_head_without_plan(group, &day, self.has_died()),
            });
            sheet.line(&language.summary_made(whom, &typed::numeric(self.today), self.made_by));
            sheet.line(language.summary_identity());
        }
        sheet.note(match self.reader {
            Reader::Dossier => language.summary_left_out_dossier(),
            Reader::Hap => language.summary_left_out_hap(),
            Reader::Social if self.has(Extra::Resuscitation) => language.summary_left_out_social_but_one(),
            Reader::Social => language.summary_left_out_social(),
            Reader::Patient => language.summary_left_out_patient(),
        });
        if fictional {
            sheet.warning(language.export_fictional());
        }
        if self.course.unread > 0 && self.reader.treats() {
            sheet.warning(&language.summary_unread(self.course.unread));
        }
        let unknown = known.unknown();
        if unknown > 0 && self.reader.treats() {
            sheet.warning(&language.summary_unknown(unknown));
        }
        let others = self.course.also_called(language);
        if !others.is_empty() && self.reader.treats() {
            sheet.warning(&language.cli_also_called(&others.join(", ")));
        }
        if !self.course.doubled.is_empty() && self.reader.treats() {
            sheet.warning(&terms::second_versions(language, &self.course.doubled));
        }
        if !self.course.ahead.is_empty() && self.reader.treats() {
            sheet.warning(&terms::recorded_ahead(language, &self.course.ahead));
        }
        if self.course.is_deceased() {
            sheet.warning(&self.death_doubt().unwrap_or_else(|| self.died(known)));
        }
    }

    fn foot(&self, sheet: &mut Sheet, known: &Known<'_>, fictional: bool) {
        let language = self.language;
        match self.reader {
            Reader::Dossier | Reader::Hap => {
                sheet.note(language.summary_empty_is_absent());
            }
            Reader::Social => {}
            Reader::Patient => {
                sheet.line(language.summary_asks_plain());
            }
        }
        if fictional {
            sheet.warning(language.export_fictional());
        }
        if self.reader == Reader::Patient {
            let whom = self.whom_to_tell(known);
            sheet.gap().line(&format!("{} {whom}.", language.summary_correct_plain()));
        }
    }

    /// Whom the patient calls or tells: the central care provider by name, or else somebody whom everybody has.
    pub(super) fn whom_to_tell(&self, known: &Known<'_>) -> String {
        let language = self.language;
        let central = known.answers("pzp-stand", "centrale-zorgverlener");
        let central = central.first().map(|found| known.words(found)).filter(|name| !name.is_empty());
        central.map_or_else(
            || language.summary_carer_plain().to_owned(),
            |name| format!("{}: {name}", language.summary_central_plain()),
        )
    }

    /// What was withdrawn reads as withdrawn, and as nothing else: somebody may hold an older sheet on which it stands.
    pub(super) fn withdrawn(&self, sheet: &mut Sheet, known: &Known<'_>, checklist: &str, item: &str) {
        for found in known.withdrawn(checklist, item) {
            let label = self.withdrawn_label(known, &found);
            if self.reader == Reader::Patient {
                let day = typed::day(found.stood.date, self.language);
                sheet.point(&self.language.summary_withdrawn_plain(&label, &day));
            } else {
                sheet.labelled_at(Place::POINT, &label, &known.withdrawn_in_words(&found));
            }
        }
    }

    /// What that was called; another treatment by its name, and to the patient without abbreviations.
    fn withdrawn_label(&self, known: &Known<'_>, found: &Found<'_>) -> String {
        let item = found.item.id.as_str();
        let called = found.item.called().get(self.language).to_owned();
        match (item, self.reader) {
            ("andere-behandeling-besluit", _) => known.treatment(&found.key).unwrap_or(called),
            ("icd-uitzetten", Reader::Patient) => self.language.summary_device_plain().to_owned(),
            _ => called,
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
            let told = known.judged(which, begun, Cell::Short, self.today);
            points.extend(told.map(|value| format!("{label}: {value}")));
        }
        let mut limits = Limits::default();
        let (mut withdrawn, mut incomplete) = (Vec::new(), Vec::new());
        let questions = FIELDS.iter().filter(|field| matches!(field.part, 8 | 9));
        for field in questions {
            let What::Answer(checklist, item) = field.what else { continue };
            for found in known.withdrawn(checklist, item) {
                let label = self.withdrawn_label(known, &found);
                withdrawn.push(format!("{label}: {}", known.withdrawn_in_words(&found)));
            }
            for found in known.answers(checklist, item) {
                if let Some(said) = known.said(&found, Cell::Full) {
                    let point = format!("{}: {}", self.label_of(known, &found, &said), said.value);
                    match (said.reliability.is_empty(), known.is_complete(&found)) {
                        (false, true) => limits.add(said.reliability, point),
                        _ => {
                            let label = self.label_of(known, &found, &said);
                            incomplete.push(format!("{label}: {}", said.whole()));
                        }
                    }
                }
            }
        }
        // There are fifteen lines: what was withdrawn, what can be relied on, and then the rest.
        points.extend(withdrawn);
        points.extend(limits.points());
        points.extend(incomplete);
        if !points.is_empty() {
            sheet.gap();
            in_short(sheet, 2, &points, language);
        }
    }
}
