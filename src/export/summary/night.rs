//! The sheet for who meets the patient at night: one page, on which each thing is said once and briefly.

use chrono::NaiveDate;

use super::fields::{Cell, FIELDS, GOAL, LIMITS, REST, STAYS, What, order};
use super::known::{Found, Known};
use super::paper::Summary;
use super::value::Said;
use crate::export::document::{Place, WIDTH, with_colon};
use crate::export::judgement::one_line;
use crate::export::sheet::Sheet;
use crate::meeting::{Conversation, Given, typed};
use crate::text;
use crate::words::Language;

/// The most lines of text that fit on one A4 when it is printed: seventy at six to the inch, less the margins. The page for a
/// browser has room for more than these, and holds the same.
const ONE_PAGE: usize = 63;

/// Questions about one matter, which stand in one point; the first names it.
const TOGETHER: [&[&str]; 6] = [
    &["wilsbekwaam", "wilsbekwaam-waarvoor-niet"],
    &["vertegenwoordiger", "vertegenwoordiger-rol", "vertegenwoordiger-gegevens"],
    &["contactpersoon", "contactpersoon-gegevens"],
    &["gesprek-op", "gesprek-door", "gesprek-bij"],
    &["noodmedicatie", "noodmedicatie-wat", "noodmedicatie-waar", "noodmedicatie-wie"],
    &[
        "eerdere-wensen",
        "eerdere-wensen-welke",
        "eerdere-wensen-op",
        "eerdere-wensen-waar",
        "eerdere-wensen-anders",
    ],
];

/// Whether a question stands in one point with others.
pub(super) fn is_together(item: &str) -> bool {
    TOGETHER.iter().any(|items| items.contains(&item))
}

/// Takes the day from texts that all end with the same one, to be said once; nothing where one has another day, or none.
pub(super) fn day_once(language: Language, texts: Vec<&mut String>) -> Option<String> {
    let first = texts.first()?;
    let day = first.get(first.rfind(" (")?..).filter(|end| is_day(language, end))?.to_owned();
    // A line that says of another day what stands in it keeps its own.
    let says = language.summary_noted_on("");
    let is_of_day = |text: &str| text.strip_suffix(&day).is_some_and(|rest| !rest.contains(&says));
    if !texts.iter().all(|text| is_of_day(text)) {
        return None;
    }
    for text in texts {
        text.truncate(text.len() - day.len());
    }
    Some(day)
}

/// Whether it says between brackets of which day something is, and nothing else.
fn is_day(language: Language, end: &str) -> bool {
    let inner = end.strip_prefix(" (").and_then(|end| end.strip_suffix(')')).unwrap_or_default();
    let days: Vec<&str> =
        inner.split([' ', ',']).filter(|word| NaiveDate::parse_from_str(word, "%d-%m-%Y").is_ok()).collect();
    match days.as_slice() {
        [since] => inner == language.summary_noted_on(since),
        [since, last] => inner == language.confirmed_on(&language.summary_noted_on(since), last),
        _ => false,
    }
}

/// Whether a conversation stands with the limits that were discussed in it.
fn is_told(known: &Known<'_>, spoken: &Conversation) -> bool {
    FIELDS
        .iter()
        .filter(|field| matches!(field.part, GOAL | LIMITS))
        .filter_map(|field| match field.what {
            What::Answer(checklist, item) => Some(known.answers(checklist, item)),
            _ => None,
        })
        .flatten()
        .any(|found| matches!(known.conversation(&found), Ok(Some(told)) if told == *spoken))
}

impl Summary<'_> {
    /// What was said of one matter in one point, at the question that names it.
    pub(super) fn together(&self, sheet: &mut Sheet, known: &Known<'_>, item: &str, cell: Cell) {
        let Some(items) = TOGETHER.iter().find(|items| items.first() == Some(&item)) else { return };
        let (mut labels, mut values) = (Vec::<String>::new(), Vec::<String>::new());
        for item in *items {
            self.withdrawn(sheet, known, "pzp", item);
            for found in known.answers("pzp", item) {
                if let Some(said) = known.said(&found, cell) {
                    labels.push(self.label_of(known, &found, &said));
                    values.push(self.briefly(known, &found, &said));
                }
            }
        }
        let day = day_once(self.language, values.iter_mut().collect()).unwrap_or_default();
        let is_yes = values.first().is_some_and(|value| value == self.language.yes()) && values.len() > 1;
        // Which wishes there are says that there are some; what of the drugs is ready does so under their name.
        if is_yes && item == "eerdere-wensen" {
            labels.remove(0);
            values.remove(0);
        } else if is_yes && item == "noodmedicatie" {
            labels.remove(1);
            values.remove(0);
        }
        let Some((first, others)) = labels.split_first() else { return };
        let others = others.iter().map(|label| format!("; {} ", with_colon(label)));
        let told: String = std::iter::once(String::new())
            .chain(others)
            .zip(&values)
            .map(|(before, value)| format!("{before}{value}"))
            .collect();
        sheet.labelled_at(Place::POINT, first, &format!("{told}{day}"));
    }

    /// What an answer says, with no more than the day of a conversation that stands with the limits in full.
    fn briefly(&self, known: &Known<'_>, found: &Found<'_>, said: &Said) -> String {
        let spoken = known.conversation(found).ok().flatten().filter(|spoken| is_told(known, spoken));
        match spoken.and_then(|spoken| spoken.day) {
            Some(day) if !said.reliability.is_empty() => {
                let value = said.value.strip_suffix(&said.noted).unwrap_or(&said.value);
                let on = self.language.summary_discussed_on(&typed::numeric(day));
                format!("{value}, {on}{}", said.noted)
            }
            _ => said.whole(),
        }
    }

    /// The conversation about the plan in one line, where it was noted as a whole beside the state of the plan.
    pub(super) fn conversation(&self, sheet: &mut Sheet, known: &Known<'_>) -> bool {
        let language = self.language;
        let first = |item| known.answers("pzp-stand", item).into_iter().next();
        let Some(held) = first("gesprek").filter(|held| held.stood.value.given == Some(Given::YesNo(true)))
        else {
            return false;
        };
        let note = one_line(&held.stood.value.note);
        let spoken = known.spoken(&held).unwrap_or_default();
        let is_whole = !spoken.by.is_empty() && !spoken.on.is_empty() && !spoken.with.is_empty();
        if !is_whole || spoken.is_ahead {
            return false;
        }
        // Said once: what was discussed then names it, and only what was noted of it stands by itself.
        let told = (!is_told(known, &spoken)).then(|| {
            let on = spoken.day.map_or_else(|| spoken.on.clone(), typed::numeric);
            language.summary_held(&on, &spoken.by, &one_line(&spoken.with))
        });
        let said: Vec<String> = told.into_iter().chain(Some(note).filter(|note| !note.is_empty())).collect();
        if !said.is_empty() {
            sheet.labelled_at(Place::POINT, language.summary_conversation(), &said.join("; "));
        }
        true
    }

    /// Who the patient is, for who has one page: two lines, of which the first are the patient's own words.
    pub(super) fn person_in_two_lines(&self, sheet: &mut Sheet, known: &Known<'_>) {
        let mut lines: Vec<(String, String, String)> = Vec::new();
        if let Some((words, day)) = self.last_own_words() {
            let words = words.trim_matches(['"', '\u{201c}', '\u{201d}']);
            lines.push(("\"".to_owned(), words.to_owned(), format!("\" ({})", typed::numeric(day))));
        }
        for item in ["belangrijk", "wie"] {
            for found in known.answers("persoon", item) {
                let Some(said) = known.said(&found, Cell::Full) else { continue };
                let words = said.value.strip_suffix(&said.noted).unwrap_or(&said.value).to_owned();
                lines.push((format!("{} ", with_colon(&said.label)), words, said.noted));
            }
        }
        for (before, words, after) in lines.into_iter().take(2) {
            // The sign of the point stands before it.
            let room = usize::from(WIDTH).saturating_sub(text::width(&before) + text::width(&after) + 2);
            let words = text::truncate(&words, room, "...");
            sheet.point(&format!("{before}{words}{after}"));
        }
    }

    /// The whole sheet: from the end those parts go that may until it is one page, and it says which. Where what stays is longer
    /// than a page by itself there are more pages anyway, and nothing goes.
    pub(super) fn on_one_page(&self, head: &Sheet, parts: &[(u8, Sheet)], foot: &Sheet) -> Sheet {
        let language = self.language;
        let with = |before: &[&str], left_out: &[u8]| {
            let mut sheet = head.clone();
            before.iter().for_each(|told| {
                sheet.warning(told);
            });
            let mut is_under = false;
            for (part, own) in parts.iter().filter(|(part, _)| !left_out.contains(part)) {
                if REST.contains(part) && !std::mem::replace(&mut is_under, true) {
                    sheet.gap().heading(2, language.summary_part(20));
                }
                sheet.append(own.clone());
            }
            let titles: Vec<&str> = order(self.reader)
                .iter()
                .filter(|part| left_out.contains(part))
                .map(|part| language.summary_part(*part))
                .collect();
            sheet.gap();
            if !titles.is_empty() {
                sheet.warning(&language.summary_did_not_fit(&titles));
            }
            sheet.append(foot.clone());
            sheet
        };
        let fits = |left_out: &[u8]| with(&[], left_out).finish().lines().count() <= ONE_PAGE;
        let may_go: Vec<u8> =
            parts.iter().map(|(part, _)| *part).filter(|part| !STAYS.contains(part)).collect();
        let mut left_out: Vec<u8> = Vec::new();
        for part in may_go.iter().rev() {
            if fits(&left_out) {
                break;
            }
            left_out.push(*part);
        }
        if !fits(&left_out) {
            return with(&[language.summary_longer_than_a_page()], &[]);
        }
        // What is short may still fit where something long went.
        for part in may_go {
            let still: Vec<u8> = left_out.iter().copied().filter(|known| *known != part).collect();
            if still.len() < left_out.len() && fits(&still) {
                left_out = still;
            }
        }
        with(&[], &left_out)
    }
}
