//! Two patients of the notebook that are one person, and the way back.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::app::page::{Action, Block, Detail, Mark, Page, Paragraph, Role, Row, RowId, Screen};
use crate::app::pages::named;
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::app::pages::search;
use crate::app::pages::tables::states;
use crate::meeting::{
    Identity, KnownPatient, MeetingKind, PatientId, PatientState, Register, Review, died_on, terms, typed,
};
use crate::text::same;
use crate::words::Language;

/// The row that says whether a patient is the same person as another, and leads to saying so.
pub(super) fn row(model: &Model, review: &Review) -> Row {
    let language = model.language();
    let open = Action::Open(Screen::SamePerson(review.patient));
    let row = Row::action(RowId::fixed("same-as"), language.profile_same_person(), open);
    let also: Vec<String> = also(model, review)
        .into_iter()
        .filter(|(other, _)| !review.details.apart_from.contains(other))
        .map(|(_, label)| label)
        .collect();
    match same_as(model, review) {
        Some(label) => row.with_value(Role::Value, label),
        None if !also.is_empty() => row.with_value(Role::Value, also.join("; ")),
        None => row.with_value(Role::Quiet, language.nobody_else()),
    }
}

/// The other patients of whom it was said that they are this one, with what they were called.
fn also(model: &Model, review: &Review) -> Vec<(PatientId, String)> {
    let language = model.language();
    let known = model.register().and_then(|register| register.patient(review.patient));
    // Of a patient who is said to be somebody else, that is what can be taken back.
    let Some(known) = known.filter(|known| known.patient == review.patient) else { return Vec::new() };
    let called = |other: &PatientId| {
        let (label, born) = known.called(*other);
        (*other, terms::label(language, label, born))
    };
    known.also.iter().map(called).collect()
}

/// Whose person a patient is, as this meeting or one before it says.
fn same_as(model: &Model, review: &Review) -> Option<String> {
    let language = model.language();
    let register = model.register();
    let label = |known: &KnownPatient| named::known(model, known);
    match review.details.same_as {
        Some(Identity::Own) => None,
        Some(Identity::SameAs(other)) => {
            let known = register.and_then(|register| register.patient(other)).map(|known| {
                let (label, born) = known.called(other);
                terms::label(language, label, born)
            });
            Some(known.unwrap_or_else(|| language.patient_unnamed().to_owned()))
        }
        None => {
            let known = register.and_then(|register| register.patient(review.patient))?;
            (known.patient != review.patient).then(|| label(known))
        }
    }
}

/// The patients of whom this one may turn out to be one, those of the same group first.
fn others<'r>(register: &'r Register, model: &Model, patient: PatientId) -> Vec<&'r KnownPatient> {
    let group = model.record().map(|meeting| same::folded(&meeting.details.group));
    let invented = model.record().map(|meeting| meeting.details.fictional);
    let fits = |known: &&KnownPatient| {
        let is_other = known.patient != patient && !known.also.contains(&patient);
        // Somebody invented is nobody who lives.
        is_other && known.kind != MeetingKind::Education && Some(known.invented) == invented
    };
    let mut others: Vec<&KnownPatient> = register.patients.iter().filter(fits).collect();
    others.sort_by_key(|known| (Some(&known.group_folded) != group.as_ref(), same::in_order(&known.label)));
    others
}

/// Choosing the patient who is the same person.
pub(in crate::app::pages) fn same_person(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.profile_same_person());
    };
    let mut page = patient_page(model, meeting, review);
    page.text(Role::Heading, language.profile_same_person());
    page.text(Role::Quiet, language.same_person_what()).gap();
    let set = |identity| Action::Detail(patient, Detail::Identity(identity));
    if let Some(label) = same_as(model, review) {
        page.text(Role::Plain, language.fact_same_as(&label));
        let own = if review.details.same_as.is_some() { None } else { Some(Identity::Own) };
        page.push(Row::action(RowId::fixed("own"), language.same_person_own(), set(own))).gap();
    }
    for (other, label) in also(model, review) {
        let is_apart = review.details.apart_from.contains(&other);
        let (told, row) = match is_apart {
            true => (language.fact_apart_from(&label), language.same_person_again(&label)),
            false => (language.fact_same_as(&label), language.same_person_apart(&label)),
        };
        page.text(Role::Plain, told);
        let apart = Action::Detail(patient, Detail::Apart(other, !is_apart));
        page.push(Row::action(RowId::of("apart", other), row, apart)).gap();
    }
    let rows = model.register().map(|register| others(register, model, patient)).unwrap_or_default();
    let rows = rows.into_iter().map(|known| {
        let label = named::known(model, known);
        let chosen = review.details.same_as == Some(Identity::SameAs(known.patient));
        let mark = if chosen { Mark::Chosen } else { Mark::NotChosen };
        // What puts two records together is asked first, with both in sight.
        let ask = Action::Open(Screen::OnePerson(patient, known.patient));
        let row = Row::action(RowId::of("known", known.patient), label, ask);
        row.with_value(Role::Quiet, known.group.clone()).marked(mark)
    });
    search::list(&mut page, model, rows.collect());
    page.gap().push(Row::action(RowId::fixed("done"), language.choose_done(), Action::Back));
    page
}

/// The question whether two patients are one person: both as they are known, and what speaks against it.
pub(in crate::app::pages) fn one_person(model: &Model, patient: PatientId, other: PatientId) -> Page {
    let language = model.language();
    let register = model.register();
    let known = register.and_then(|register| register.patient(other));
    let (Some((meeting, review)), Some(known)) = (discussion(model, patient), known) else {
        return titled(language.profile_same_person());
    };
    let mut page = patient_page(model, meeting, review);
    page.own_words = None;
    page.first = Some(RowId::fixed("back"));
    page.text(Role::Question, language.one_person_question()).gap();
    let own = register.and_then(|register| register.patient(patient));
    let mut here = Known {
        label: named::called(model, review),
        born: review.born.trim(),
        state: PatientState::in_meeting(meeting, review, own),
        died_on: died_on(meeting, review).or_else(|| own.and_then(|own| own.died_on)),
    };
    if review.was_discussed() && !meeting.details.is_between() {
        here.state.discussed = Some(meeting.details.date);
    }
    let mut there = Known {
        label: named::known(model, known),
        born: known.born.trim(),
        state: PatientState::of(known, meeting.details.date),
        died_on: known.died_on,
    };
    // What this record says of the other counts as well.
    let mut called = known.label.as_str();
    if let Some(other) = named::here(model, known) {
        there.state = PatientState::in_meeting(meeting, other, Some(known));
        there.died_on = died_on(meeting, other).or(there.died_on);
        if !other.label.trim().is_empty() {
            (called, there.born) = (&other.label, other.born.trim());
        }
    }
    for one in [&here, &there] {
        page.text(Role::Value, &*one.label);
        for fact in one.facts(model, meeting.details.date) {
            page.indented(Role::Plain, 2, fact);
        }
    }
    page.gap();
    if !same::same_name(&review.label, called) {
        page.text(Role::Warning, language.one_person_labels());
    }
    if !here.born.is_empty() && !there.born.is_empty() && here.born != there.born {
        page.text(Role::Warning, language.one_person_born(here.born, there.born));
    }
    for (died, lives) in [(&here, &there), (&there, &here)] {
        page.blocks.extend(
            died.against(lives, language).map(|said| Block::Text(Paragraph::plain(Role::Warning, 0, said))),
        );
    }
    page.text(Role::Quiet, language.one_person_what()).gap();
    page.push(Row::action(RowId::fixed("back"), language.one_person_no(), Action::Back));
    let same = Action::Detail(patient, Detail::Identity(Some(Identity::SameAs(known.patient))));
    page.push(Row::action(RowId::fixed("same"), language.one_person_yes(), same));
    page
}

/// One of two who may be one person.
struct Known<'a> {
    label: String,
    born: &'a str,
    state: PatientState,
    died_on: Option<NaiveDate>,
}

impl Known<'_> {
    fn facts(&self, model: &Model, today: NaiveDate) -> Vec<String> {
        let language = model.language();
        let died = self.died_on.filter(|_| self.state.deceased);
        let died = died.map(|on| language.died_on(&typed::day(on, language)));
        let mut facts = states::facts(model, &self.state, today);
        // Of whom something was judged, "not discussed yet" would read as if nothing were known.
        let is_judged = self.state.dying.is_some() || self.state.marked.is_some();
        facts.retain(|fact| !is_judged || fact != language.not_discussed_yet());
        facts.splice(..0, died);
        facts
    }

    /// That this one died and the other was spoken of as living.
    fn against(&self, other: &Self, language: Language) -> Option<String> {
        let day = |day: Option<NaiveDate>| day.map(|day| typed::day(day, language)).unwrap_or_default();
        let spoken = other.state.discussed.max(other.state.dying).max(other.state.marked);
        let since = spoken.filter(|spoken| self.died_on.is_none_or(|on| on < *spoken));
        let is_against = self.state.deceased && !other.state.deceased;
        is_against
            .then(|| language.one_person_died(&self.label, &day(self.died_on), &other.label, &day(since)))
    }
}
