//! Looking for words in all meetings, as the screen does.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use crate::app::message::MOST_HITS;
use crate::app::{Settings, pages};
use crate::cli::arguments::Format;
use crate::cli::commands::leave::Leaf;
use crate::cli::commands::notebook::{is_fictional, listed};
use crate::cli::console::numbers::Numbers;
use crate::cli::console::out;
use crate::cli::trouble::Trouble;
use crate::meeting::{Hit, HitPlace, MeetingId, MeetingKind, Names, PatientId, Register, Viewpoint, typed};
use crate::shell::{self, Outside};
use crate::text;
use crate::words::Language;

/// The form of the document; another number means that something is named otherwise or left out.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'h> {
    format: u32,
    kind: &'static str,
    day: NaiveDate,
    fictional: bool,
    unread: usize,
    more: bool,
    hits: Vec<HitJson<'h>>,
}

#[derive(Serialize)]
struct HitJson<'h> {
    meeting: MeetingId,
    day: NaiveDate,
    kind: MeetingKind,
    group: &'h str,
    patient: Option<PatientId>,
    label: &'h str,
    number: Option<&'h str>,
    invented: bool,
    place: &'static str,
    name: String,
    text: &'h str,
}

/// Where the words occur, in the form that was asked for. What a group keeps to itself stays out of it.
///
/// # Errors
///
/// When the notebook cannot be read.
pub(in crate::cli) fn find(
    outside: &Outside,
    words: &str,
    format: Format,
    settings: Settings,
) -> Result<Leaf, Trouble> {
    let language = settings.language;
    let said = |why: crate::checklist::Localized| Trouble::new(why.get(language));
    let mut hits: Vec<Hit> = Vec::new();
    let unread = outside.find_in_all(words, language, &mut |found| {
        hits.extend(found.into_iter().filter(|hit| !hit.of_team));
        hits.len() <= MOST_HITS
    });
    let unread = unread.map_err(said)?;
    // Of the newest meetings some places are found behind the others.
    hits.sort_by_key(|hit| Reverse(hit.date));
    if unread > 0 {
        out::complain(&language.something_unread(unread));
    }
    let more = hits.len() > MOST_HITS;
    hits.truncate(MOST_HITS);
    let today = shell::now().date();
    let notebook = outside.notebook().map_err(said)?;
    let viewpoint = Viewpoint::whole(today);
    let register = shell::register_of(&notebook, &viewpoint, &mut |_| {}).ok().map(Arc::new);
    let is_invented = || register.as_ref().is_some_and(|register| register.is_invented());
    let fictional = is_fictional(notebook.folder()) || (!hits.is_empty() && is_invented());
    let patients: BTreeSet<PatientId> = hits.iter().filter_map(|hit| hit.patient).collect();
    let text = match format {
        Format::Text => {
            let numbers = Numbers::of(listed(outside, language)?.meetings.iter().map(|known| known.id));
            let names = Names::of(register.as_ref(), None);
            in_words((&hits, &names), &numbers, (more, unread), fictional, today, language)
        }
        Format::Json => super::read::json(&Document {
            format: FORMAT,
            kind: "find",
            day: today,
            fictional,
            unread,
            more,
            hits: hits.iter().map(|hit| of(hit, register.as_deref(), language)).collect(),
        }),
    };
    let patients = patients.into_iter().collect();
    Ok(Leaf { text, paper: "find", patients, exactly: format == Format::Json, bytes: None })
}

fn in_words(
    (hits, names): (&[Hit], &Names),
    numbers: &Numbers,
    (more, unread): (bool, usize),
    fictional: bool,
    today: NaiveDate,
    language: Language,
) -> String {
    let mut lines = Vec::new();
    if fictional {
        lines.push(format!("{}\n", language.export_fictional()));
    }
    if unread > 0 {
        lines.push(format!("{}\n", language.something_unread(unread)));
    }
    for hit in hits {
        let number = numbers.short(&hit.meeting);
        let day = typed::met(language, &hit.date_typed, typed::short_day(hit.date, today, language));
        let patient = hit.patient.filter(|_| hit.kind != MeetingKind::Education);
        let mark = patient.map(|patient| names.mark(patient)).unwrap_or_default();
        let whose = pages::whose(language, hit, &mark);
        lines.push(format!("{number}  {day}  {}", text::visible_line(&whose)));
        let found = format!("{}: {}", pages::place(language, hit), hit.text);
        lines.extend(out::folded(&text::visible_line(&found), 4));
    }
    lines.push(match hits.len() {
        0 => language.nothing_found().to_owned(),
        count if more => language.find_first(count),
        count => language.find_count(count),
    });
    format!("{}\n", lines.join("\n"))
}

fn of<'h>(hit: &'h Hit, register: Option<&'h Register>, language: Language) -> HitJson<'h> {
    let patient = hit.patient.filter(|_| hit.kind != MeetingKind::Education);
    let known = patient.zip(register).and_then(|(patient, register)| register.patient(patient));
    HitJson {
        meeting: hit.meeting,
        day: hit.date,
        kind: hit.kind,
        group: &hit.group,
        patient: hit.patient,
        label: &hit.label,
        number: known.and_then(|known| known.mark.number.as_deref()),
        invented: known.is_some_and(|known| known.invented),
        place: match hit.place {
            HitPlace::Group => "group",
            HitPlace::Bottlenecks => "bottlenecks",
            HitPlace::LearningNeeds => "learning-needs",
            HitPlace::Label => "label",
            HitPlace::Question => "question",
            HitPlace::OwnWords => "own-words",
            HitPlace::Notes => "notes",
            HitPlace::Answer(_) => "answer",
            HitPlace::Judgement(_) => "judgement",
            HitPlace::Agreement(_) => "agreement",
        },
        name: pages::place(language, hit),
        text: &hit.text,
    }
}
