//! The parts of a summary: what stands in each, in the words of its reader.

use chrono::NaiveDate;

use super::fields::{CHANGES, CONVERSATION, Cell, FIELDS, Field, GOAL, LIMITS, PERSON, REST, What, is_limit};
use super::known::{Found, Known};
use super::night;
use super::paper::Summary;
use super::reader::Reader;
use super::value::{DYING, MARKING, Said, in_full};
use crate::checklist::{Discipline, Looks};
use crate::export::agreements;
use crate::export::document::{Place, WIDTH, with_colon};
use crate::export::judgement::one_line;
use crate::export::phrases::capital;
use crate::export::sheet::Sheet;
use crate::meeting::{Agreement, Course, Fact, Given, Meeting, NonAnswer, Owner, terms, typed};
use crate::text::same::folded;
use crate::words::behind;

impl Summary<'_> {
    /// The label; that of another treatment names it.
    pub(super) fn label_of(&self, known: &Known<'_>, found: &Found<'_>, said: &Said) -> String {
        if found.item.id.as_str() == "andere-behandeling-besluit" {
            return known.beside(found, "andere-behandeling").unwrap_or_else(|| said.label.clone());
        }
        let is_of_the_plan = found.checklist.id.as_str() == "pzp";
        if self.reader == Reader::Dossier && is_of_the_plan && found.item.id.as_str().starts_with("sociaal-")
        {
            return format!("{} ({})", said.label, self.language.summary_shared_with_social());
        }
        said.label.clone()
    }

    /// One part of the paper, where there is anything in it; without a heading where it stands with others under one.
    pub(super) fn part(&self, known: &Known<'_>, part: u8) -> Option<Sheet> {
        let mut own = Sheet::new(WIDTH);
        let mut limits: Vec<(String, Vec<String>)> = Vec::new();
        let hap = self.reader == Reader::Hap;
        let in_one_line = hap && part == CONVERSATION && self.conversation(&mut own, known);
        let is_told =
            self.reader == Reader::Patient && part == CONVERSATION && Self::spoken_plain(&mut own, known);
        // Where there is one page, the goal stands with the limits, under the conversation in which both were discussed.
        let is_here = |field: &&Field| match field.part {
            GOAL if hap => part == LIMITS,
            of => of == part,
        };
        for field in FIELDS.iter().filter(is_here) {
            match (self.cell(field), field.what) {
                (Cell::Never | Cell::Asked, _) => {}
                (_, What::Answer("pzp-stand", _)) if in_one_line => {}
                (_, What::Answer(_, item)) if is_told && item.starts_with("gesprek-") => {}
                (cell, What::Answer("pzp", item)) if hap && night::is_together(item) => {
                    self.together(&mut own, known, item, cell);
                }
                (Cell::Short, _) if part == PERSON => {}
                (_, What::Answer(checklist, item)) if part == LIMITS && self.reader.treats() => {
                    self.limit(&mut own, &mut limits, known, checklist, item);
                }
                (cell, what) => self.field(&mut own, known, what, cell),
            }
        }
        if part == PERSON && hap {
            self.person_in_two_lines(&mut own, known);
        }
        for (mut conversation, mut points) in limits {
            if hap && points.len() > 1 {
                let all: Vec<&mut String> = points.iter_mut().collect();
                conversation.push_str(&night::day_once(self.language, all).unwrap_or_default());
            }
            own.point(&with_colon(&capital(&conversation)));
            for point in points {
                own.place(Place::SUBPOINT, &point);
            }
        }
        if own.is_empty() {
            return None;
        }
        let language = self.language;
        if hap && REST.contains(&part) {
            return Some(own);
        }
        let has_one_day = hap && ![LIMITS, PERSON].contains(&part);
        let day = has_one_day.then(|| night::day_once(language, own.values())).flatten().unwrap_or_default();
        let mut sheet = Sheet::new(WIDTH);
        let changed_on = self.last(known).map(|(last, _)| last.details.met(language, typed::numeric));
        let title = match (self.reader, part) {
            (Reader::Patient, _) => language.summary_part_plain(part).to_owned(),
            (Reader::Hap, LIMITS) => language.summary_limits_and_goal().to_owned(),
            (Reader::Social, 3) => language.summary_last_days().to_owned(),
            (Reader::Social, 5) => language.summary_whom_to_call().to_owned(),
            (_, CHANGES) => [Some(language.summary_part(part).to_owned()), changed_on]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", "),
            _ => language.summary_part(part).to_owned(),
        };
        sheet.gap().heading(2, &format!("{title}{day}"));
        sheet.append(own);
        Some(sheet)
    }

    /// The conversations about the plan, to the patient: each one point, and nothing where one of them is not whole.
    fn spoken_plain(sheet: &mut Sheet, known: &Known<'_>) -> bool {
        let language = known.language;
        let mut told: Vec<String> = Vec::new();
        for checklist in ["pzp-stand", "pzp"] {
            let answers = known.answers(checklist, "gesprek-op");
            let Some(held) = answers.first() else { continue };
            let spoken = known.spoken(held).unwrap_or_default();
            let is_whole = !spoken.by.is_empty() && !spoken.with.is_empty() && !spoken.is_ahead;
            let is_open = known.standing.open_again(&held.key).is_some();
            let Some(day) = spoken.day.filter(|_| is_whole && !is_open) else { return false };
            let day = typed::day(day, language);
            let said = language.summary_spoke_plain(&day, &one_line(&spoken.by), &one_line(&spoken.with));
            if !told.contains(&said) {
                told.push(said);
            }
        }
        told.iter().for_each(|said| {
            sheet.point(said);
        });
        !told.is_empty()
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
        self.withdrawn(sheet, known, checklist, item);
        for found in known.answers(checklist, item) {
            let Some(said) = known.said(&found, Cell::Full) else { continue };
            let label = self.label_of(known, &found, &said);
            if said.reliability.is_empty() || !known.is_complete(&found) {
                sheet.labelled_at(Place::POINT, &label, &said.whole());
                continue;
            }
            let point = format!("{} {}", with_colon(&label), behind(&label, &said.value));
            match limits.iter_mut().find(|(conversation, _)| *conversation == said.reliability) {
                Some((_, points)) => points.push(point),
                None => limits.push((said.reliability, vec![point])),
            }
        }
    }

    fn field(&self, sheet: &mut Sheet, known: &Known<'_>, what: What, cell: Cell) {
        let language = self.language;
        match what {
            What::Dying if self.reader == Reader::Social => {
                if let Some(day) = known.judged_on(DYING.0).filter(|_| known.is_dying()) {
                    sheet.warning(&language.summary_last_days_since(&typed::numeric(day)));
                }
            }
            What::Dying => {
                let mut told = known.judged(DYING, language.summary_dying_begun(), cell, self.today);
                if let Some(told) = told.as_mut().filter(|_| known.is_dying() && !self.has_died()) {
                    told.extend(self.judges_again().map(|who| format!("; {who}")));
                }
                sheet.labelled_at(Place::POINT, language.summary_dying(), &told.unwrap_or_default());
            }
            What::Marking if self.reader == Reader::Patient => {
                if let Some(day) = known.judged_on(MARKING.0).filter(|_| known.is_marked()) {
                    sheet.point(&language.summary_marked_plain(&typed::day(day, language)));
                }
            }
            What::Marking => {
                let told = known.judged(MARKING, language.summary_marked(), cell, self.today);
                sheet.labelled_at(Place::POINT, language.summary_marking(), &told.unwrap_or_default());
            }
            What::OwnWords => self.own_words(sheet, known),
            What::Answer(checklist, item) => {
                self.withdrawn(sheet, known, checklist, item);
                for found in known.answers(checklist, item) {
                    self.answer(sheet, known, &found, cell);
                }
            }
            What::Scenarios(checklist) => self.scenarios(sheet, known, checklist),
            What::WhomToCall => {
                if !sheet.is_empty() {
                    let is_below = ["kort", "pzp"].iter().any(|checklist| {
                        let answers = known.answers(checklist, "buiten-kantooruren");
                        answers.iter().any(|found| known.said_plain(found).is_some())
                    });
                    sheet.point(&language.summary_call_plain(&self.whom_to_tell(known), is_below));
                }
            }
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
                // Two lists ask the same, and were told the same.
                Some((label, value)) if sheet.holds(&label, &value) => sheet,
                Some((label, value)) => sheet.labelled_at(Place::POINT, &label, &value),
                None => sheet,
            };
        } else if let Some(said) = known.said(found, cell) {
            let (label, value) = (self.label_of(known, found, &said), said.whole());
            if !sheet.holds(&label, &value) {
                sheet.labelled_at(Place::POINT, &label, &value);
            }
        }
    }

    /// The last words of the patient that were noted, on one line, and the day on which they were.
    pub(super) fn last_own_words(&self) -> Option<(String, NaiveDate)> {
        self.course.own_words().map(|(words, day)| (one_line(words), day))
    }

    /// Who judges the dying phase again and when, where that was agreed.
    fn judges_again(&self) -> Option<String> {
        let language = self.language;
        let open = self.course.open_agreements();
        let (meeting, agreement) = open.into_iter().rev().find(|(_, agreement)| {
            let what = folded(&agreement.what);
            ["opnieuw beoordelen", "opnieuw oordelen", "judge again"]
                .iter()
                .any(|word| what.starts_with(word))
        })?;
        agreement.owner?;
        let who = agreements::owner(meeting, &agreement, language);
        Some(language.summary_judges_again(&who, &agreements::due(meeting, &agreement, language)))
    }

    fn own_words(&self, sheet: &mut Sheet, known: &Known<'_>) {
        let language = self.language;
        let Some((words, day)) = self.last_own_words() else { return };
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
        let all = self.course.happened();
        // The last discussion, and what was recorded between meetings since.
        for happened in all.iter().skip_while(|happened| happened.meeting.id != last.id) {
            let (last, is_since) = (happened.meeting, happened.meeting.id != last.id);
            for fact in &happened.facts {
                let Fact::Answered(key, Some(before), now) = fact else { continue };
                let stands = known.standing.answers.get(key).is_some_and(|stood| stood.meeting == last.id);
                let Some(item) = known.question(last.id, key).filter(|_| stands) else { continue };
                if cell == Cell::Short && !is_limit(key.checklist.as_str(), key.item.as_str()) {
                    continue;
                }
                let called = item.called();
                // Where the heading is another, the line says of which day it is.
                let label = match self.reader {
                    _ if is_since || self.reader == Reader::Hap => {
                        format!("{} ({})", called.get(language), last.details.met(language, typed::numeric))
                    }
                    _ => called.get(language).to_owned(),
                };
                let label = label.as_str();
                let words = |answer| one_line(&in_full(language, last, item, answer));
                if now.given == Some(Given::Not(NonAnswer::NoLonger)) {
                    // Where there is one page, that stands with the limits, and never what it was.
                    if self.reader == Reader::Hap {
                        continue;
                    }
                    let change = language.summary_change(&words(before), language.summary_no_longer());
                    sheet.labelled_at(Place::POINT, label, &change);
                    continue;
                }
                let Some(said) = known.answer(key).and_then(|found| known.said(&found, Cell::Full)) else {
                    continue;
                };
                // Whoever meets the patient at night gets nothing to choose from that cannot be relied on.
                let before = known.was((key, item), last, before);
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
        for (meeting, agreement) in &self.course.open_agreements_by_day() {
            if self.reader == Reader::Patient {
                self.agreement_plain(sheet, meeting, agreement);
                continue;
            }
            let is_theirs = || match self.reader {
                Reader::Hap => is_of_out_of_hours(agreement),
                _ => is_of_social_domain(meeting, agreement),
            };
            if cell == Cell::Short && !is_theirs() {
                continue;
            }
            let made = agreement.made_on(meeting.details.date);
            let due = agreement.due_on(meeting.details.date);
            let mut parts = vec![
                agreements::owner(meeting, agreement, language),
                agreements::due(meeting, agreement, language),
            ];
            if known_before(meeting, made, self.course) {
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

    /// What was agreed, for the patient: what somebody said may stand there.
    fn agreement_plain(&self, sheet: &mut Sheet, meeting: &Meeting, agreement: &Agreement) {
        let language = self.language;
        if !agreement.for_patient || agreement.what.trim().is_empty() {
            return;
        }
        let made = agreement.made_on(meeting.details.date);
        let due = typed::date(&agreement.due, made, Looks::Forward);
        let day = |day| typed::day(day, language);
        let who = match agreement.owner {
            Some(_) => agreements::owner(meeting, agreement, language),
            None => language.summary_somebody_plain().to_owned(),
        };
        let from = if known_before(meeting, made, self.course) { day(made) } else { String::new() };
        let is_past = due.is_some_and(|due| due < self.today);
        let due = due.map(day).unwrap_or_default();
        let told = language.summary_agreement_plain(&who, &due, &from, is_past);
        sheet.labelled_at(Place::POINT, agreement.what.trim(), &told);
    }

    fn next_review(&self, sheet: &mut Sheet, known: &Known<'_>) {
        let language = self.language;
        let Some((meeting, review)) = self.last(known).filter(|_| !self.has_died()) else { return };
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

/// Whether an agreement that stands in a meeting was made before the last one.
fn known_before(meeting: &Meeting, made: NaiveDate, course: &Course) -> bool {
    made < meeting.details.date || Some(meeting.id) != course.entries.last().map(|last| last.id)
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
