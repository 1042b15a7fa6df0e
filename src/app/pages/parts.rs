//! What pages have in common: their title, and the patient whom they are about.

use chrono::{NaiveDate, NaiveDateTime};

use crate::app::model::Model;
use crate::app::page::{Abilities, Action, Field, Page, Role, Row};
use crate::app::pages::named;
use crate::checklist::Looks;
use crate::meeting::typed::Remark;
use crate::meeting::{
    self, Agreement, Answer, ClockDoubt, Meeting, OpenAgreement, PatientId, Review, Stood, TextPlace, terms,
    typed,
};
use crate::text::same::same_name;
use crate::words::Language;

/// Whether a meeting is one of invented patients where real ones are recorded too: whoever adds one must see that this is not the place.
pub(super) fn is_practice(model: &Model, meeting: &Meeting) -> bool {
    meeting.details.fictional && model.protected.is_protected()
}

/// What stands beside a field of a day, of which `said` tells how it is understood: that the day is past where the meeting is
/// recorded later than it was, and which day stood there before what is no day.
pub(super) fn beside_day(
    model: &Model,
    meeting: &Meeting,
    place: &TextPlace,
    (today, looks): (NaiveDate, Looks),
    said: String,
) -> String {
    let language = model.language();
    let text = place.text(meeting).map(str::trim).unwrap_or_default();
    if text.is_empty() || !model.may_change() {
        return said;
    }
    if let Some(reading) = typed::clear(typed::read(text, today, looks)) {
        let is_past =
            looks == Looks::Forward && reading.day < model.now.date() && !is_of_ended(meeting, place);
        let is_said = reading.remark == Some(Remark::Been);
        // A day that stands there in numbers stands there once: what is new about it is its day of the week.
        let whole = typed::day(reading.day, language);
        let said = match said.strip_prefix(&whole).zip(whole.split_once(' ')) {
            Some((rest, (weekday, _)))
                if text.starts_with(&typed::numeric(reading.day)) && !model.in_lines =>
            {
                format!("{weekday}{rest}")
            }
            _ => said,
        };
        return if is_past && !is_said { language.date_been(&said) } else { said };
    }
    // With its time or without; what was half typed ("ma") stood nowhere.
    let day_of = |text: &str| NaiveDate::parse_from_str(text.get(..10)?, "%d-%m-%Y").ok();
    let before = model.open.as_ref().and_then(|open| {
        open.history
            .texts_before(place, place.text(meeting)?)
            .map(|(text, _)| text)
            .find(|text| day_of(text).is_some())
    });
    match before {
        Some(day) if !text.starts_with(&day) => language.date_instead_of(&said, &day),
        _ => said,
    }
}

/// Whether a place is of an agreement that is done or dropped: that its day has passed is nothing of it.
fn is_of_ended(meeting: &Meeting, place: &TextPlace) -> bool {
    let TextPlace::Agreement(patient, id, _) = place else { return false };
    let agreements = meeting.review(*patient).map(|review| &review.agreements);
    agreements.into_iter().flatten().any(|known| known.id == *id && known.ended.is_some())
}

/// From how many lines a window has room for all that stands, each with the ways to confirm it or to take it back.
pub(super) const ROOMY: u16 = 30;

/// Below so many columns the head names group and patient alone.
const NARROW: u16 = 70;

/// A page about one patient: group, label, position on the agenda, own words in sight.
pub(super) fn patient_page(model: &Model, meeting: &Meeting, review: &Review) -> Page {
    let language = model.language();
    if meeting.session.is_some() {
        let trail = vec![language.session_fictional().to_owned()];
        let abilities = Abilities { paper: true, ..Abilities::default() };
        return Page { trail, abilities, ..Page::default() };
    }
    let mut trail =
        vec![terms::group(language, &meeting.details.group).to_owned(), named::called(model, review)];
    // Of whom only an agreement is dealt with, the agenda knows nothing.
    let agenda: Vec<PatientId> =
        meeting.reviews.iter().filter(|other| !other.is_aside()).map(|other| other.patient).collect();
    let place = agenda.iter().position(|other| *other == review.patient);
    let which = place.filter(|_| agenda.len() > 1).map(|place| language.which_of(place + 1, agenda.len()));
    // Which of all patients it is stands on the agenda: in a narrow window the group is told with that room.
    let is_narrow = model.size.width < NARROW;
    let short_trail = trail.iter().cloned().chain(which.clone().filter(|_| !is_narrow)).collect();
    let minutes = Some(model.minutes_of(review.patient)).filter(|minutes| *minutes > 0);
    let time = minutes.map(|minutes| language.minutes_short(minutes));
    let beside: Vec<String> = which.into_iter().chain(time).collect();
    if !beside.is_empty() {
        trail.push(beside.join(model.settings.marks.signs().between));
    }
    let words = review.own_words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    Page {
        trail,
        short_trail,
        own_words: (!words.is_empty()).then(|| {
            let day = review.own_words_before(meeting.details.date);
            let day = day.map(|day| format!(" ({})", typed::short_day(day, meeting.details.date, language)));
            format!("{}{}", quoted(&words.join(" ")), day.unwrap_or_default())
        }),
        abilities: Abilities {
            patient: true,
            finish: review.details.finished.is_none() && !meeting.details.is_between(),
            paper: true,
            ..Abilities::default()
        },
        ..Page::default()
    }
}

/// What makes the clock of this computer doubtful, unless somebody said to have seen it.
pub(super) fn clock_doubt(model: &Model) -> Option<String> {
    let language = model.language();
    let here = model.record().map(|meeting| meeting.id);
    let listed = model.listed.as_ref()?;
    let others = listed.meetings.iter().filter(|one| Some(one.id) != here);
    let recorded: Vec<NaiveDateTime> = others.filter_map(|one| one.touched).collect();
    let told = |day: NaiveDateTime| typed::numeric(day.date());
    let doubt =
        meeting::clock_doubt(&recorded, model.now).filter(|doubt| !doubt.is_seen(&listed.clocks_seen))?;
    Some(match doubt {
        ClockDoubt::Behind(seen) => language.clock_behind(&told(model.now), &told(seen)),
        ClockDoubt::Ahead(last) => language.clock_ahead(&told(model.now), &told(last)),
    })
}

/// The open meeting and the discussion of `patient` in it.
pub(super) fn discussion(model: &Model, patient: PatientId) -> Option<(&Meeting, &Review)> {
    let meeting = model.record()?;
    Some((meeting, meeting.review(patient)?))
}

/// Words as somebody said them, between one pair of marks: whoever types them along does not get two.
pub(in crate::app) fn quoted(words: &str) -> String {
    let is_mark = |character: char| matches!(character, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}');
    let words = words.trim();
    let inner = words.strip_prefix(is_mark).and_then(|rest| rest.strip_suffix(is_mark));
    // Marks within belong to what was said.
    let inner = inner.filter(|inner| !inner.contains(is_mark)).unwrap_or(words);
    format!("\"{}\"", inner.trim())
}

/// The field of a name by which somebody or something is known: where one stands, it is opened by Enter before it is typed in, so
/// that who types to look for something gives nobody another name.
pub(super) fn named(model: &Model, row: Row) -> Row {
    let standing = |field: &Field| Some(field.place.text(model.record()?)?.trim().to_owned());
    let standing = row.as_field().and_then(standing).filter(|text| !text.is_empty());
    let is_open = model.path.top().unfolded || model.in_lines || !model.may_change();
    match (standing, row.as_field()) {
        (Some(text), Some(field)) if !is_open => {
            let text = match field.reading.as_str() {
                "" => text,
                reading => format!("{text}   {reading}"),
            };
            let change = Action::Change(row.id.clone());
            Row::action(row.id, row.label, change).with_value(Role::Value, text)
        }
        _ => row,
    }
}

/// A page with a title only.
pub(super) fn titled(title: &str) -> Page {
    Page { trail: vec![title.to_owned()], corner: Some("Pallium".to_owned()), ..Page::default() }
}

/// Since when an answer stands, and when it was confirmed last, as seen from `today`.
pub(in crate::app) fn since(language: Language, stood: &Stood<Answer>, today: NaiveDate) -> String {
    let since = typed::short_day(stood.since(), today, language);
    let confirmed = stood.confirmed().map(|day| typed::short_day(day, today, language));
    confirmed.map_or_else(|| since.clone(), |last| language.confirmed_on(&since, &last))
}

/// An agreement of whatever meeting in words: what, who, by when.
pub(super) fn agreement_in_words(model: &Model, meeting: &Meeting, agreement: &Agreement) -> String {
    let (what, value) = agreement_parts(model, meeting, None, agreement);
    let sign = if what.ends_with(['?', '!', '.', ':']) { "" } else { ":" };
    format!("{what}{sign} {value}")
}

/// What was agreed, and beside it who does it, by when, since when, and how it stands.
pub(super) fn agreement_parts(
    model: &Model,
    meeting: &Meeting,
    patient: Option<PatientId>,
    agreement: &Agreement,
) -> (String, String) {
    let language = model.language();
    let what = match agreement.what.trim() {
        "" => language.agreement_unnamed(),
        what => what,
    };
    let owner = terms::owner(language, meeting, agreement);
    let owner = if owner.is_empty() { language.agreement_no_owner().to_owned() } else { owner };
    let mut parts = vec![format!("{owner}, {}", agreement_when(model, meeting, agreement))];
    parts.extend(teller(language, meeting, agreement));
    // Dealt with after it came along: whoever looks at this record should know.
    let came_along = agreement.from.is_some() && agreement.is_open();
    let known = || model.register().and_then(|register| register.holding(patient, agreement));
    if came_along && known() == Some(false) {
        parts.push(language.agreement_ended_meanwhile().to_owned());
    }
    parts.extend(agreement_by_now(model, meeting, agreement));
    parts.extend(agreement_later(model, meeting, agreement));
    if let Some(ended) = agreement.ended {
        let day = typed::short_day(ended.recorded.at.date(), meeting.details.date, language);
        parts.push(language.agreement_ended_on(ended.done, &day));
    }
    (what.to_owned(), parts.join("; "))
}

/// That an agreement stands otherwise by now than it was made, with what it was; empty where nobody corrected it.
pub(super) fn agreement_corrected(language: Language, meeting: &Meeting, agreement: &Agreement) -> String {
    let place = format!("agreement:{}", agreement.id);
    let corrected = meeting.amendments.iter().filter_map(|amendment| {
        let changed = amendment.changes.iter().find(|changed| changed.place == place)?;
        changed.agreed.as_ref().map(|_| (amendment.reopened.at.date(), changed))
    });
    let corrected: Vec<_> = corrected.collect();
    let Some(((_, first), (day, _))) = corrected.first().zip(corrected.last()) else { return String::new() };
    let day = typed::short_day(*day, meeting.details.date, language);
    language.fact_corrected(&day, &first.before)
}

/// What a later meeting has otherwise of an agreement, where one of them does.
pub(super) fn agreement_later(model: &Model, meeting: &Meeting, agreement: &Agreement) -> Option<String> {
    let language = model.language();
    let word = model.register()?.later.get(&agreement.id).filter(|word| word.differs(meeting, agreement))?;
    let day = typed::short_day(word.day, meeting.details.date, language);
    let Some(open) = &word.open else { return Some(language.agreement_ended_later(&day)) };
    Some(language.agreement_other_later(&day, &otherwise(language, meeting, agreement, open)))
}

/// What an earlier meeting, which was reopened since, has otherwise of an agreement that only came along to a closed one from there.
pub(super) fn agreement_by_now(model: &Model, meeting: &Meeting, agreement: &Agreement) -> Option<String> {
    let language = model.language();
    let now = model.register()?.otherwise_by_now(meeting, agreement)?;
    Some(language.agreement_other_by_now(&otherwise(language, meeting, agreement, now)))
}

/// What of an agreement is another thing, for another person or by another day elsewhere.
fn otherwise(language: Language, meeting: &Meeting, agreement: &Agreement, open: &OpenAgreement) -> String {
    let (own, other) = (OpenAgreement::of(meeting, agreement).then(), open.then());
    let what = open.agreement.what.trim();
    let mut parts = Vec::new();
    if what != agreement.what.trim() || !agreement.is_open() {
        parts.push(what.to_owned());
    }
    if !same_name(&own.owner, &other.owner) {
        let nobody = || language.agreement_no_owner().to_owned();
        parts.push(if other.owner.is_empty() { nobody() } else { other.owner.clone() });
    }
    if own.due != other.due {
        let due = due_in_words(language, &other.due, meeting.details.date);
        parts.push(if other.due.is_empty() { due } else { language.agreement_before(&due) });
    }
    parts.join(", ")
}

/// By when something was to be done, as it is kept: a day in short, or what was typed.
pub(super) fn due_in_words(language: Language, due: &str, today: NaiveDate) -> String {
    match typed::whole_date(due, today, Looks::Forward) {
        Some(day) => typed::short_day(day, today, language),
        None if due.is_empty() => language.agreement_no_date().to_owned(),
        None => due.to_owned(),
    }
}

/// Who tells an owner who was not there; nothing where nobody has to, or nobody does.
pub(super) fn teller(language: Language, meeting: &Meeting, agreement: &Agreement) -> Option<String> {
    let teller = terms::participant_by_id(language, meeting, agreement.told_by);
    // Between meetings nobody is at the table who would have heard it.
    let is_needed =
        agreement.is_open() && (agreement.has_to_be_told(meeting) || meeting.details.is_between());
    (is_needed && !teller.is_empty()).then(|| language.export_tells(&teller))
}

/// By when something is to be done, of which meeting it is where it came along, and that it is past its day.
pub(super) fn agreement_when(model: &Model, meeting: &Meeting, agreement: &Agreement) -> String {
    let language = model.language();
    let today = meeting.details.date;
    let due = match (agreement.due.trim(), typed::whole_date(&agreement.due, today, Looks::Forward)) {
        ("", _) => language.agreement_no_date().to_owned(),
        (_, Some(date)) => language.agreement_before(&typed::short_day(date, today, language)),
        (text, None) => typed::told(language, text, today, Looks::Forward),
    };
    let mut value = match agreement.from {
        None => due,
        Some(from) => {
            format!("{due} ({})", language.agreement_from(&typed::short_day(from, today, language)))
        }
    };
    if agreement.is_overdue(today) {
        value = format!("{value}; {}", language.export_overdue());
    }
    value
}

/// All groups to choose from, and before them none in particular.
pub(super) fn group_choices<'n>(
    language: Language,
    names: impl Iterator<Item = &'n str>,
) -> Vec<(Option<String>, String)> {
    let all = (None, language.all_groups().to_owned());
    std::iter::once(all).chain(names.map(|name| (Some(name.to_owned()), name.to_owned()))).collect()
}

/// What an empty line says to who sees it, for who listens: that the rows below are of another group than those above.
pub(super) fn heard(page: &mut Page, model: &Model, heading: &str) {
    if model.in_lines {
        page.text(Role::Heading, heading);
    }
}

/// A row with what somebody types at it that stands in no record: it looks like a field, with the line at its left.
pub(super) fn like_field(model: &Model, row: Row, typed: &str) -> Row {
    let bar = if model.in_lines { "" } else { model.settings.marks.signs().bar };
    row.with_value(Role::Value, format!("{bar} {typed}").trim())
}
