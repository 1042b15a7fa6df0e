//! The discussion of one patient: who it is, what was seen, what people judged and agreed.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::answers::{self, Answers, Line, Part};
use super::sheet::{Sheet, with_colon};
use crate::checklist::{Checklist, Looks, Name, SourceStatus};
use crate::meeting::{Agreement, Judgement, Meeting, Owner, Review, Stamp, terms, typed};
use crate::words::Language;

/// Adds what belongs to the patient; empty is absent.
pub(super) fn discussion(
    sheet: &mut Sheet,
    meeting: &Meeting,
    review: &Review,
    definitions: &[&Checklist],
    language: Language,
) {
    state(sheet, meeting, review, language);
    sheet.labelled(language.patient_own_words(), &review.own_words);
    sheet.labelled(language.patient_question(), &review.question);
    let by = terms::participant_by_id(language, meeting, review.details.brought_by);
    sheet.labelled(language.profile_brought_by(), &by);
    if let Some(informed) = review.details.informed {
        sheet.labelled(language.export_informed(), &terms::informed(language, informed).to_lowercase());
    }
    sheet.labelled(language.patient_notes(), &review.notes);
    for checklist in definitions {
        one_checklist(sheet, meeting, review, checklist, language);
    }
    without_definition(sheet, review, definitions, language);
    if !review.agreements.is_empty() {
        sheet.gap().line(&format!("{}:", language.patient_agreements()));
        for agreement in &review.agreements {
            sheet.point(&agreed(meeting, agreement, language));
        }
    }
    sheet.gap();
    sheet.labelled(
        language.patient_next_review(),
        &typed::told(language, &review.next_review, meeting.details.date, Looks::Forward),
    );
}

fn state(sheet: &mut Sheet, meeting: &Meeting, review: &Review, language: Language) {
    let details = &review.details;
    if details.deceased {
        sheet.line(language.export_deceased());
    }
    let nothing = review.answers.is_empty()
        && review.judgements.is_empty()
        && review.agreements.is_empty()
        && review.notes.trim().is_empty();
    match details.finished {
        Some(_) => {}
        None if details.postponed => {
            sheet.line(language.export_postponed());
        }
        None if nothing => {
            sheet.line(language.export_not_discussed());
        }
        None => {
            sheet.line(language.export_unfinished());
        }
    }
    if let Some(taken) = details.taken_over {
        let by = terms::participant_by_id(language, meeting, taken.by);
        sheet.line(&language.export_taken_over(&by, &typed::day(taken.at.date(), language)));
    }
}

fn one_checklist(
    sheet: &mut Sheet,
    meeting: &Meeting,
    review: &Review,
    checklist: &Checklist,
    language: Language,
) {
    let lines = Answers { language, meeting, review, checklist, part: Part::Patient }.lines();
    let judgement = review.judgements.get(&checklist.id).filter(|known| !known.is_empty());
    if lines.is_empty() && judgement.is_none() {
        return;
    }
    sheet.gap().line(checklist.title.get(language));
    if answers::is_pzp(checklist) {
        sheet.line(language.pzp_record_prevails());
    }
    let stamps: Vec<Stamp> = lines
        .iter()
        .filter_map(|line| match line {
            Line::Answered { answer, .. } => Some(answer.recorded),
            Line::Time(_) => None,
        })
        .collect();
    let together = recorded_together(meeting, &stamps, language);
    let each = together.is_none().then_some(meeting);
    for line in &lines {
        answered(sheet, line, each, language);
    }
    if let Some(together) = together {
        sheet.line(&together);
    }
    if let Some(known) = judgement {
        sheet.gap();
        judged(sheet, meeting, checklist, known, language);
    }
}

/// Adds one line of answers; with a meeting, who recorded it and when goes along.
pub(super) fn answered(sheet: &mut Sheet, line: &Line<'_>, each: Option<&Meeting>, language: Language) {
    let (label, value, answer, under) = match line {
        Line::Time(title) => {
            sheet.point(title);
            return;
        }
        Line::Answered { label, value, answer, under, .. } => (label, value, answer, *under),
    };
    let (bullet, below) = if under { ("  - ", "    ") } else { ("- ", "  ") };
    let stamp = each.map(|meeting| format!(" [{}]", who_when(meeting, answer.recorded, language)));
    let stamp = stamp.unwrap_or_default();
    if value.is_empty() {
        sheet.hang(bullet, below, &format!("{label}{stamp}"));
    } else {
        sheet.labelled_at(bullet, label, &format!("{value}{stamp}"));
    }
    sheet.labelled_at(below, language.export_note(), &answer.note);
}

/// One line for all stamps, where one person recorded everything on one day.
fn recorded_together(meeting: &Meeting, stamps: &[Stamp], language: Language) -> Option<String> {
    let first = stamps.iter().min_by_key(|stamp| stamp.at)?;
    let last = stamps.iter().max_by_key(|stamp| stamp.at)?;
    let same = stamps.iter().all(|stamp| stamp.by == first.by) && first.at.date() == last.at.date();
    let (from, to) = (moment(first.at), last.at.format("%H:%M").to_string());
    let at = if from.ends_with(&to) { from } else { format!("{from}-{to}") };
    same.then(|| language.export_recorded(name(meeting, *first, language), &at))
}

fn recorded(meeting: &Meeting, stamp: Stamp, language: Language) -> String {
    language.export_recorded(name(meeting, stamp, language), &moment(stamp.at))
}

pub(super) fn who_when(meeting: &Meeting, stamp: Stamp, language: Language) -> String {
    match name(meeting, stamp, language) {
        "" => moment(stamp.at),
        by => format!("{by}, {}", moment(stamp.at)),
    }
}

/// The name of who recorded something, as it stands among the participants; empty where nobody was named.
fn name(meeting: &Meeting, stamp: Stamp, language: Language) -> &str {
    match stamp.by.and_then(|by| meeting.participant(by)).map(|known| known.name.trim()) {
        None => "",
        Some("") => language.participant_unnamed(),
        Some(name) => name,
    }
}

fn moment(at: NaiveDateTime) -> String {
    format!("{} {}", typed::numeric(at.date()), at.format("%H:%M"))
}

/// The judgement: what people chose and why, and what the sources said at that moment.
fn judged(
    sheet: &mut Sheet,
    meeting: &Meeting,
    checklist: &Checklist,
    known: &Judgement,
    language: Language,
) {
    let options = checklist.judgement.iter().flat_map(|question| &question.options);
    let choice = known.choice.as_ref().map(|code| {
        let option = options.clone().find(|option| option.code == *code);
        option.map_or_else(|| code.to_string(), |option| option.text.get(language).to_owned())
    });
    let choice = choice.unwrap_or_else(|| language.export_no_judgement().to_owned());
    sheet.labelled(language.export_judgement(), &choice);
    sheet.labelled_at("  ", language.judgement_reason(), &known.reason);
    let involved = known.involved.iter().map(|id| terms::participant_by_id(language, meeting, Some(*id)));
    let involved: Vec<String> = involved.filter(|name| !name.is_empty()).collect();
    sheet.labelled_at("  ", language.judgement_involved(), &involved.join("; "));
    sheet.labelled_at("  ", language.judgement_dissent(), &known.dissent);
    for name in &known.indications {
        sheet.labelled_at("  ", language.export_shown(), &indication(checklist, name, language));
    }
    if let Some(stamp) = known.recorded {
        sheet.hang("  ", "  ", &recorded(meeting, stamp, language));
    }
    if let Some(withdrawn) = known.withdrawn {
        let label = language.export_withdrawn(&typed::day(withdrawn.at.date(), language));
        if known.withdrawn_reason.trim().is_empty() {
            sheet.hang("  ", "  ", &label);
        } else {
            sheet.labelled_at("  ", &label, &known.withdrawn_reason);
        }
    }
}

/// What a source said, with the status of that source; never a verdict.
fn indication(checklist: &Checklist, name: &Name, language: Language) -> String {
    let Some(known) = checklist.indications.iter().find(|known| known.id == *name) else {
        return name.to_string();
    };
    let text = known.text.get(language);
    let source = known.source.as_ref().and_then(|source| checklist.source(source));
    let status = match source.map(|source| source.status) {
        Some(SourceStatus::Concept) => language.source_concept(),
        Some(SourceStatus::Withdrawn) => language.source_withdrawn(),
        Some(SourceStatus::InForce) | None => "",
    };
    let year = source.and_then(|source| source.year).map(|year| year.to_string());
    let beside: Vec<&str> =
        [Some(status), year.as_deref()].into_iter().flatten().filter(|text| !text.is_empty()).collect();
    if beside.is_empty() { text.to_owned() } else { format!("{text} ({})", beside.join(" ")) }
}

/// An agreement on one line: what, who, by when, who tells, and how it ended.
fn agreed(meeting: &Meeting, agreement: &Agreement, language: Language) -> String {
    let what = match agreement.what.trim() {
        "" => language.agreement_unnamed(),
        what => what,
    };
    let owner = match (terms::owner(language, meeting, agreement).trim(), agreement.owner) {
        ("", Some(Owner::Outside)) => language.export_outside().to_owned(),
        ("", _) => language.agreement_no_owner().to_owned(),
        (name, _) => name.to_owned(),
    };
    let today = meeting.details.date;
    let due = match (agreement.due.trim(), typed::whole_date(&agreement.due, today, Looks::Forward)) {
        ("", _) => language.agreement_no_date().to_owned(),
        (_, Some(date)) => language.agreement_before(&typed::day(date, language)),
        (text, None) => typed::told(language, text, today, Looks::Forward),
    };
    let mut parts = vec![owner, due];
    let teller = terms::participant_by_id(language, meeting, agreement.told_by);
    if !teller.is_empty() {
        parts.push(format!("{} {teller}", language.export_told_by()));
    }
    if let Some(ended) = agreement.ended {
        let word = if ended.done { language.export_done() } else { language.export_dropped() };
        parts.push(format!("{word} {}", typed::numeric(ended.recorded.at.date())));
    }
    format!("{} {}", with_colon(what), parts.join("; "))
}

/// What was recorded in a checklist whose definition is missing: said to be there, and the judgement as far as it goes.
///
/// The answers stay out: without the definition nobody can tell which are hidden, or the group's own.
fn without_definition(sheet: &mut Sheet, review: &Review, definitions: &[&Checklist], language: Language) {
    let known = |name: &Name| definitions.iter().any(|definition| definition.id == *name);
    let names: BTreeSet<&Name> =
        review.answers.keys().map(|key| &key.checklist).chain(review.judgements.keys()).collect();
    for name in names.into_iter().filter(|name| !known(name)) {
        sheet.gap().labelled(name.as_str(), language.export_without_definition());
        if let Some(judgement) = review.judgements.get(name) {
            let choice = judgement.choice.as_ref().map(Name::as_str);
            sheet.labelled(language.export_judgement(), choice.unwrap_or(language.export_no_judgement()));
            sheet.labelled_at("  ", language.judgement_reason(), &judgement.reason);
            sheet.labelled_at("  ", language.judgement_dissent(), &judgement.dissent);
        }
    }
}
