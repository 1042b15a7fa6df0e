//! The discussion of one patient: who it is, what matters most, what was seen, what people judged and agreed.

use std::collections::BTreeSet;

use super::phrases::{moment, name, next_review, reliable, who_when};

use super::agreements::agreed;
use super::answers::{self, Answers, Line, Part};
use super::conclusion::conclusion;
use super::document::Place;
use super::judgement::Judged;
use super::minutes::Minutes;
use super::sheet::{Sheet, with_colon};
use crate::checklist::{Checklist, Name, SourceStatus};
use crate::meeting::{
    Conversations, Death, Judgement, Meeting, PatientInformed, Review, Stamp, died_on, died_on_question,
    terms, typed,
};
use crate::words::Language;

/// What sources said at judgements, each quoted once in a document and referred to by number.
#[derive(Debug, Default)]
pub(super) struct Quoted(Vec<String>);

impl Quoted {
    fn number(&mut self, text: String) -> usize {
        let at = self.0.iter().position(|known| *known == text);
        at.unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        }) + 1
    }

    /// Adds the list of what was quoted.
    pub fn list(&self, sheet: &mut Sheet, language: Language) {
        if self.0.is_empty() {
            return;
        }
        sheet.gap().heading(2, &with_colon(language.export_sources_said()));
        for (index, text) in self.0.iter().enumerate() {
            sheet.place(Place::numbered(index + 1), text);
        }
    }
}

/// Adds what belongs to the patient; empty is absent.
pub(super) fn discussion(sheet: &mut Sheet, minutes: &Minutes<'_>, review: &Review, quoted: &mut Quoted) {
    let (meeting, language) = (minutes.meeting, minutes.language);
    let definitions = minutes.ordered(review);
    let definitions = definitions.as_slice();
    state(sheet, meeting, review, language);
    conclusion(sheet, minutes, review, definitions);
    sheet.gap();
    let words = review.own_words.trim_end();
    match review.details.own_words_on.filter(|_| !words.trim().is_empty()) {
        Some(day) => {
            sheet.labelled(language.patient_own_words(), &format!("{words} ({})", typed::numeric(day)))
        }
        None => sheet.labelled(language.patient_own_words(), words),
    };
    sheet.labelled(language.patient_question(), &review.question);
    let by = terms::participant_by_id(language, meeting, review.details.brought_by);
    sheet.labelled(language.profile_brought_by(), &by);
    match review.details.informed {
        Some(PatientInformed::Anonymous) => {
            sheet.line(language.export_discussed_anonymously());
        }
        Some(informed) => {
            sheet.labelled(language.export_informed(), &terms::informed(language, informed).to_lowercase());
        }
        None => {}
    }
    sheet.labelled(language.patient_notes(), &review.notes);
    let conversations = Conversations::of(language, meeting, review, definitions);
    for checklist in definitions {
        one_checklist(sheet, minutes, review, checklist, &conversations, quoted);
    }
    without_definition(sheet, minutes, review, definitions);
    if !review.agreements.is_empty() {
        sheet.gap().heading(3, &format!("{}:", language.patient_agreements()));
        for agreement in &review.agreements {
            sheet.point(&agreed(meeting, agreement, language));
        }
    }
    sheet.gap();
    sheet.labelled(language.patient_next_review(), &next_review(meeting, review, language));
}

/// That somebody died, on the day that this meeting noted; or what speaks against that day, which had not come when it was noted, or after
/// which the meeting itself recorded something of somebody living.
fn died(meeting: &Meeting, review: &Review, language: Language) -> String {
    let noted = review.answers.get(&died_on_question()).map(|answer| answer.recorded.at.date());
    let seen = noted.map_or(meeting.details.date, |noted| noted.max(meeting.details.date));
    let death = Death::of(std::iter::once((meeting, review)));
    let doubt = death.and_then(|death| terms::death_doubt(language, death, seen));
    let day = || died_on(meeting, review).map(|day| typed::day(day, language)).unwrap_or_default();
    doubt.unwrap_or_else(|| language.summary_died(&day(), ""))
}

fn state(sheet: &mut Sheet, meeting: &Meeting, review: &Review, language: Language) {
    let details = &review.details;
    if details.deceased {
        sheet.line(&died(meeting, review, language));
    }
    if details.alive {
        sheet.line(language.fact_not_deceased());
    }
    let nothing = review.answers.is_empty()
        && review.judgements.is_empty()
        && review.agreements.is_empty()
        && review.notes.trim().is_empty();
    match details.finished {
        Some(_) => {}
        // Nobody met, so that there was nothing to be discussed.
        None if meeting.details.is_between() => {}
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
    minutes: &Minutes<'_>,
    review: &Review,
    checklist: &Checklist,
    conversations: &Conversations,
    quoted: &mut Quoted,
) {
    let (meeting, language) = (minutes.meeting, minutes.language);
    let lines = Answers { language, meeting, review, checklist, part: Part::Patient }.lines();
    let judgement = review.judgements.get(&checklist.id).filter(|known| !known.is_empty());
    if lines.is_empty() && judgement.is_none() {
        return;
    }
    sheet.gap().heading(3, minutes.title(review, checklist));
    if answers::is_pzp(checklist) {
        sheet.line(language.pzp_record_prevails());
    }
    // A judgement that was withdrawn is read first, so that nobody acts on what stands below it.
    if let Some(known) = judgement.filter(|known| known.withdrawn.is_some()) {
        judged(sheet, minutes, checklist, known, quoted);
        sheet.gap();
    }
    let stamps: Vec<Stamp> = lines
        .iter()
        .filter_map(|line| match line {
            Line::Answered { answer, .. } => Some(answer.recorded),
            Line::Gone { recorded, .. } => Some(*recorded),
            Line::Time { .. } => None,
        })
        .collect();
    let together = recorded_together(meeting, &stamps, language);
    let each = together.is_none().then_some(meeting);
    for (at, line) in lines.iter().enumerate() {
        asked(sheet, &lines, at, language);
        let Line::Answered { key, item, answer, under, .. } = line else {
            answered(sheet, line, each, None, language);
            continue;
        };
        match reliable(language, conversations, key, item, answer) {
            Ok(told) => {
                answered(sheet, line, each, None, language);
                if !told.is_empty() {
                    sheet.place(if *under { Place::UNDER_SUBPOINT } else { Place::UNDER }, &told);
                }
            }
            Err(lacks) => answered(sheet, line, each, Some(&lacks), language),
        }
    }
    if let Some(together) = together {
        sheet.line(&together);
    }
    if let Some(known) = judgement.filter(|known| known.withdrawn.is_none()) {
        sheet.gap();
        judged(sheet, minutes, checklist, known, quoted);
    }
}

/// Adds the question above the answers of those who know the patient, where one of these begins.
pub(super) fn asked(sheet: &mut Sheet, lines: &[Line<'_>], at: usize, language: Language) {
    let Some(Line::Answered { key, item, label, under, .. }) = lines.get(at) else { return };
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    let goes_on = matches!(before, Some(Line::Answered { key: before, .. }) if before.asks_the_same(key));
    if goes_on || !answers::is_personal(item) {
        return;
    }
    let (label, words) = (with_colon(label), item.question());
    let words = words.get(language);
    // A question without a label of its own is called by its words.
    let asked = if label == with_colon(words) { label } else { format!("{label} {words}") };
    sheet.place(if *under { Place::SUBPOINT } else { Place::POINT }, &asked);
}

/// Adds one line of answers; with a meeting, who recorded it and when goes along. What lacks of a value that cannot be relied on
/// stands before it: nobody in a hurry reads a limit first, and then that it is none.
pub(super) fn answered(
    sheet: &mut Sheet,
    line: &Line<'_>,
    each: Option<&Meeting>,
    lacks: Option<&str>,
    language: Language,
) {
    let (label, value, item, answer, earlier, under) = match line {
        Line::Time { title, is_told } => {
            if !is_told {
                sheet.point(title);
            }
            return;
        }
        Line::Gone { title, value, recorded, .. } => {
            let stamp = each.map(|meeting| format!(" [{}]", who_when(meeting, *recorded, language)));
            sheet.labelled_at(Place::POINT, title, &format!("{value}{}", stamp.unwrap_or_default()));
            return;
        }
        Line::Answered { label, value, item, answer, earlier, under, .. } => {
            (label, value, *item, answer, earlier, *under)
        }
    };
    let personal = answers::is_personal(item);
    let place = match (under, personal) {
        (true, true) => Place::SUBSUBPOINT,
        (true, false) | (false, true) => Place::SUBPOINT,
        (false, false) => Place::POINT,
    };
    let stamp = each.map(|meeting| format!(" [{}]", who_when(meeting, answer.recorded, language)));
    let stamp = stamp.unwrap_or_default();
    let stamp = if earlier.is_empty() { stamp } else { format!(" ({earlier}){stamp}") };
    let of_another = answer.has_note_of_another().then(|| terms::note(language, item, answer));
    let note = of_another.as_ref().unwrap_or(&answer.note);
    let noted = || {
        let parts = [value.trim(), note.trim()].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(": ")
    };
    let first = lacks.map(|lacks| language.incomplete_first(lacks, &noted()));
    let (value, note) = first.as_ref().map_or((value, note.as_str()), |first| (first, ""));
    match (value.is_empty(), personal) {
        (true, _) => sheet.place(place, &format!("{label}{stamp}")),
        (false, true) => sheet.place(place, &format!("{value}{stamp}")),
        (false, false) => sheet.labelled_at(place, label, &format!("{value}{stamp}")),
    };
    sheet.labelled_at(place.below(), language.export_note(), note);
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

/// The judgement: what people chose and why, who took part and who did not, and what the sources said at that moment.
fn judged(
    sheet: &mut Sheet,
    minutes: &Minutes<'_>,
    checklist: &Checklist,
    known: &Judgement,
    quoted: &mut Quoted,
) {
    let (meeting, language) = (minutes.meeting, minutes.language);
    let words = Judged { language, meeting, checklist: Some(checklist), judgement: known };
    chosen(sheet, words);
    let reason = known.reason.trim();
    let not_noted = language.export_not_noted();
    let gave = known.choice.is_some() && known.judged_on.is_none();
    let said = |text: &str| if text.is_empty() && gave { not_noted.to_owned() } else { text.to_owned() };
    sheet.labelled_at(Place::UNDER, language.judgement_reason(), &said(reason));
    let involved = known.involved.iter().map(|id| terms::participant_by_id(language, meeting, Some(*id)));
    let involved: Vec<String> = involved.filter(|name| !name.is_empty()).collect();
    sheet.labelled_at(Place::UNDER, language.judgement_involved(), &said(&involved.join("; ")));
    if let Some(question) = checklist.judgement.as_ref().filter(|_| gave) {
        let missing = terms::not_involved(language, meeting, question, Some(known));
        sheet.labelled_at(Place::UNDER, language.export_not_involved(), &missing);
    }
    sheet.labelled_at(Place::UNDER, language.judgement_dissent(), &known.dissent);
    let numbers: Vec<String> = known
        .indications
        .iter()
        .map(|name| format!("[{}]", quoted.number(indication(checklist, name, language))))
        .collect();
    sheet.labelled_at(Place::UNDER, language.export_shown(), &numbers.join(" "));
    if let Some(stamp) = known.recorded {
        sheet.place(Place::UNDER, &recorded(meeting, stamp, language));
    }
}

/// What was chosen, after the withdrawal where there is one.
fn chosen(sheet: &mut Sheet, words: Judged<'_>) {
    let language = words.language;
    let (withdrawn, choice) = (words.withdrawal(), words.choice());
    if withdrawn.is_empty() {
        let choice = if choice.is_empty() { language.export_no_judgement() } else { &choice };
        sheet.labelled(language.export_judgement(), choice);
        return;
    }
    sheet.warning(&format!("{} {withdrawn}", language.export_judgement()));
    if !choice.is_empty() {
        sheet.line(&language.judgement_it_was(&choice, &words.day()));
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
    let beside = beside.join(" ");
    // The sentence may name it itself, so that it is still there where the sentence alone is copied.
    if beside.is_empty() || text.contains(&beside) { text.to_owned() } else { format!("{text} ({beside})") }
}

/// What was recorded in a checklist whose definition is missing: said to be there, and the judgement as far as it goes.
///
/// The answers stay out: without the definition nobody can tell which are hidden, or the group's own.
fn without_definition(sheet: &mut Sheet, minutes: &Minutes<'_>, review: &Review, definitions: &[&Checklist]) {
    let (meeting, language) = (minutes.meeting, minutes.language);
    let known = |name: &Name| definitions.iter().any(|definition| definition.id == *name);
    let names: BTreeSet<&Name> =
        review.answers.keys().map(|key| &key.checklist).chain(review.judgements.keys()).collect();
    for name in names.into_iter().filter(|name| !known(name)) {
        sheet.gap().labelled(name.as_str(), language.export_without_definition());
        if let Some(judgement) = review.judgements.get(name) {
            chosen(sheet, Judged { language, meeting, checklist: None, judgement });
            sheet.labelled_at(Place::UNDER, language.judgement_reason(), &judgement.reason);
            sheet.labelled_at(Place::UNDER, language.judgement_dissent(), &judgement.dissent);
        }
    }
}
