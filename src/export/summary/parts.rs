//! The parts of a summary: what stands in each, in the words of its reader.

use super::fields::{Cell, FIELDS, LIMITS, What, is_limit};
use super::known::{Found, Known};
use super::paper::Summary;
use super::reader::Reader;
use super::value::{DYING, MARKING, Said};
use crate::checklist::{Discipline, Looks};
use crate::export::agreements;
use crate::export::document::{Place, WIDTH, with_colon};
use crate::export::judgement::one_line;
use crate::export::phrases::capital;
use crate::export::sheet::Sheet;
use crate::meeting::{
    Agreement, AgreementId, Fact, Given, Meeting, NonAnswer, Owner, discussed, terms, typed,
};
use crate::text::same::folded;

impl Summary<'_> {
    /// The label; that of another treatment names it.
    pub(super) fn label_of(&self, known: &Known<'_>, found: &Found<'_>, said: &Said) -> String {
        if found.item.id.as_str() == "andere-behandeling-besluit" {
            return known.beside(found, "andere-behandeling").unwrap_or_else(|| said.label.clone());
        }
        said.label.clone()
    }

    /// One part of the paper, where there is anything in it.
    pub(super) fn part(&self, known: &Known<'_>, part: u8) -> Option<Sheet> {
        let mut own = Sheet::new(WIDTH);
        let mut limits: Vec<(String, Vec<String>)> = Vec::new();
        for field in FIELDS.iter().filter(|field| field.part == part) {
            match (field.of(self.reader), field.what) {
                (Cell::Never, _) => {}
                (_, What::Answer(checklist, item)) if part == LIMITS && self.reader.treats() => {
                    self.limit(&mut own, &mut limits, known, checklist, item);
                }
                (cell, what) => self.field(&mut own, known, what, cell),
            }
        }
        for (conversation, points) in limits {
            own.point(&with_colon(&capital(&conversation)));
            for point in points {
                own.place(Place::SUBPOINT, &point);
            }
        }
        if own.is_empty() {
            return None;
        }
        let language = self.language;
        let mut sheet = Sheet::new(WIDTH);
        sheet.gap().heading(
            2,
            match self.reader {
                Reader::Patient => language.summary_part_plain(part),
                _ => language.summary_part(part),
            },
        );
        sheet.append(own);
        Some(sheet)
    }

    /// A limit stands under the conversation in which it was discussed, which is then said once; what cannot be relied on, or has
    /// none, stands by itself above those.
    fn limit(
        &self,
        sheet: &mut Sheet,
        limits: &mut Vec<(String, Vec<String>)>,
        known: &Known<'_>,
        checklist: &str,
        item: &str,
    ) {
        for found in known.answers(checklist, item) {
            let Some(said) = known.said(&found, Cell::Full) else { continue };
            let label = self.label_of(known, &found, &said);
            if said.reliability.is_empty() || !known.is_complete(&found) {
                sheet.labelled_at(Place::POINT, &label, &said.whole());
                continue;
            }
            let point = format!("{} {}", with_colon(&label), said.value);
            match limits.iter_mut().find(|(conversation, _)| *conversation == said.reliability) {
                Some((_, points)) => points.push(point),
                None => limits.push((said.reliability, vec![point])),
            }
        }
    }

    fn field(&self, sheet: &mut Sheet, known: &Known<'_>, what: What, cell: Cell) {
        let language = self.language;
        match what {
            What::Dying => {
                let told = known.judged(DYING, language.summary_dying_begun(), cell);
                sheet.labelled_at(Place::POINT, language.summary_dying(), &told.unwrap_or_default());
            }
            What::Marking => {
                let told = known.judged(MARKING, language.summary_marked(), cell);
                sheet.labelled_at(Place::POINT, language.summary_marking(), &told.unwrap_or_default());
            }
            What::OwnWords => self.own_words(sheet, known),
            What::Answer(checklist, item) => {
                for found in known.answers(checklist, item) {
                    self.answer(sheet, known, &found, cell);
                }
            }
            What::Scenarios(checklist) => self.scenarios(sheet, known, checklist),
            What::Changes => self.changes(sheet, known, cell),
            What::Telephone => {
                if !sheet.is_empty() {
                    sheet.labelled_at(Place::POINT, language.summary_telephone(), language.summary_blank());
                }
            }
            What::Agreements => self.agreements(sheet, cell),
            What::NextReview => self.next_review(sheet, known),
            What::TakenOver => {
                let taken = self.course.discussions().rev().find_map(|(meeting, review)| {
                    review.details.taken_over.map(|stamp| {
                        let by = terms::participant_by_id(language, meeting, stamp.by);
                        language.export_taken_over(&by, &typed::numeric(stamp.at.date()))
                    })
                });
                if let Some(taken) = taken {
                    sheet.point(&taken);
                }
            }
        }
    }

    fn answer(&self, sheet: &mut Sheet, known: &Known<'_>, found: &Found<'_>, cell: Cell) {
        // Old advice is no news to who meets the patient at night.
        let is_old = found.checklist.id.as_str() == "vier-dimensies"
            && found.item.id.as_str().starts_with("consult")
            && (self.today - found.stood.date).num_days() > 14;
        if cell == Cell::Short && is_old {
            return;
        }
        if self.reader == Reader::Patient {
            match known.said_plain(found) {
                Some((label, value)) if label.is_empty() => sheet.point(&value),
                Some((label, value)) => sheet.labelled_at(Place::POINT, &label, &value),
                None => sheet,
            };
        } else if let Some(said) = known.said(found, cell) {
            sheet.labelled_at(Place::POINT, &self.label_of(known, found, &said), &said.whole());
        }
    }

    fn own_words(&self, sheet: &mut Sheet, known: &Known<'_>) {
        let language = self.language;
        let last = self.course.discussions().rev().find(|(_, review)| !review.own_words.trim().is_empty());
        let Some((meeting, review)) = last else { return };
        let words = one_line(&review.own_words);
        let day = meeting.details.date;
        let label = match self.reader {
            Reader::Patient => language.summary_own_words_plain(),
            _ => language.summary_own_words(),
        };
        let value = match (self.reader, known.earlier(day)) {
            (Reader::Patient, None) => words,
            (Reader::Patient, Some(_)) => {
                format!("{words} ({})", language.summary_noted_on_plain(&typed::day(day, language)))
            }
            _ => format!("{words} ({})", typed::numeric(day)),
        };
        sheet.labelled_at(Place::POINT, label, &value);
    }

    fn scenarios(&self, sheet: &mut Sheet, known: &Known<'_>, checklist: &str) {
        let language = self.language;
        let plain = self.reader == Reader::Patient;
        let plans = known.answers(checklist, "scenario-plan");
        let text = |found: &Found<'_>| {
            if plain {
                known.said_plain_text(found)
            } else {
                known.said(found, Cell::Full).map(|said| said.whole())
            }
        };
        let then = if plain { language.summary_then_plain() } else { language.summary_scenario_plan() };
        let mut told = Vec::new();
        for found in known.answers(checklist, "scenario") {
            let Some(what) = text(&found) else { continue };
            match plain {
                true => sheet.labelled_at(Place::POINT, language.summary_if_plain(), &what),
                false => sheet.point(&what),
            };
            told.push(found.key.instance.clone());
            let plan = plans.iter().find(|plan| plan.key.instance == found.key.instance);
            if let Some(plan) = plan.and_then(&text) {
                sheet.labelled_at(Place::UNDER, then, &plan);
            }
        }
        for plan in plans.iter().filter(|plan| !told.contains(&plan.key.instance)) {
            if let Some(plan) = text(plan) {
                sheet.labelled_at(Place::POINT, then, &plan);
            }
        }
    }

    /// What the last discussion changed: everything, or of the limits of treatment only.
    fn changes(&self, sheet: &mut Sheet, known: &Known<'_>, cell: Cell) {
        let language = self.language;
        let Some((last, _)) = self.last(known) else { return };
        for happened in self.course.happened().iter().filter(|happened| happened.meeting.id == last.id) {
            for fact in &happened.facts {
                let Fact::Answered(key, Some(before), now) = fact else { continue };
                let Some(item) = known.question(last.id, key) else { continue };
                if cell == Cell::Short && !is_limit(key.checklist.as_str(), key.item.as_str()) {
                    continue;
                }
                let called = item.called();
                let label = called.get(language);
                let words = |answer| one_line(&terms::answer(language, last, item, answer));
                if now.given == Some(Given::Not(NonAnswer::NoLonger)) {
                    let change = language.summary_change(&words(before), language.summary_no_longer());
                    sheet.labelled_at(Place::POINT, label, &change);
                    continue;
                }
                let Some(said) = known.answer(key).and_then(|found| known.said(&found, Cell::Full)) else {
                    continue;
                };
                // Whoever meets the patient at night gets nothing to choose from that cannot be relied on.
                let before = match (self.reader, discussed::needs_note(item, before)) {
                    (_, true) => format!("{}: {}", words(before), one_line(&before.note)),
                    _ => words(before),
                };
                let is_complete = known.answer(key).is_some_and(|found| known.is_complete(&found));
                if self.reader == Reader::Hap && !is_complete {
                    continue;
                }
                // In which conversation it was, stands where the answer itself stands.
                let after = if is_complete { said.value } else { said.whole() };
                sheet.labelled_at(Place::POINT, label, &language.summary_change(&before, &after));
            }
        }
    }

    fn agreements(&self, sheet: &mut Sheet, cell: Cell) {
        let language = self.language;
        let mut open: Vec<(AgreementId, &Meeting, &Agreement)> = Vec::new();
        for (meeting, review) in self.course.discussions() {
            for agreement in &review.agreements {
                open.retain(|(id, ..)| *id != agreement.id);
                if agreement.is_open() {
                    open.push((agreement.id, meeting, agreement));
                }
            }
        }
        for (_, meeting, agreement) in open {
            let is_theirs = || match self.reader {
                Reader::Hap => is_of_out_of_hours(agreement),
                _ => is_of_social_domain(meeting, agreement),
            };
            if cell == Cell::Short && !is_theirs() {
                continue;
            }
            let made = agreement.made_on(meeting.details.date);
            let due = typed::date(&agreement.due, made, Looks::Forward);
            let mut parts = vec![
                agreements::owner(meeting, agreement, language),
                agreements::due(meeting, agreement, language),
            ];
            if made < meeting.details.date
                || Some(meeting.id) != self.course.entries.last().map(|last| last.id)
            {
                parts.push(language.agreement_from(&typed::numeric(made)));
            }
            if due.is_some_and(|due| due < self.today) {
                parts.push(language.export_overdue().to_owned());
            }
            let teller = terms::participant_by_id(language, meeting, agreement.told_by);
            if !teller.is_empty() && cell == Cell::Full {
                parts.push(language.export_tells(&teller));
            }
            sheet.labelled_at(Place::POINT, agreements::what(agreement, language), &parts.join("; "));
        }
    }

    fn next_review(&self, sheet: &mut Sheet, known: &Known<'_>) {
        let language = self.language;
        let Some((meeting, review)) = self.last(known) else { return };
        let (date, text) = (meeting.details.date, review.next_review.as_str());
        match (self.reader, typed::date(text, date, Looks::Forward)) {
            (Reader::Dossier, _) => {
                let told = typed::told(language, text, date, Looks::Forward);
                sheet.labelled_at(Place::POINT, language.summary_next_review(), &told);
            }
            // What stands beside the day is for the team.
            (_, None) => {}
            (Reader::Patient, Some(day)) => {
                let (label, day) = (language.summary_next_review_plain(), typed::day(day, language));
                sheet.labelled_at(Place::POINT, label, &day);
            }
            (_, Some(day)) => {
                sheet.labelled_at(Place::POINT, language.summary_next_review(), &typed::numeric(day));
            }
        }
    }
}

/// Whether the out-of-hours service itself does it, by the name that somebody typed for who does it.
fn is_of_out_of_hours(agreement: &Agreement) -> bool {
    let name = folded(&agreement.outside_name);
    let is_named = || name.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "hap");
    agreement.owner == Some(Owner::Outside)
        && (["huisartsenpost", "out-of-hours"].iter().any(|known| name.contains(known)) || is_named())
}

/// Whether somebody of the social domain does it, so that it may be told there.
fn is_of_social_domain(meeting: &Meeting, agreement: &Agreement) -> bool {
    let Some(Owner::Participant(id)) = agreement.owner else { return false };
    let discipline = meeting.participant(id).and_then(|known| known.discipline);
    matches!(
        discipline,
        Some(Discipline::SocialWorker | Discipline::SupportWorker | Discipline::VolunteerCoordinator)
    )
}
