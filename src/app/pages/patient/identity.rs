//! Two patients of the notebook that are one person, and the way back.

use crate::app::model::Model;
use crate::app::page::{Action, Detail, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::app::pages::search;
use crate::meeting::{Identity, KnownPatient, MeetingKind, PatientId, Register, Review, terms};

/// The row that says whether a patient is the same person as another, and leads to saying so.
pub(super) fn row(model: &Model, review: &Review) -> Row {
    let language = model.language();
    let open = Action::Open(Screen::SamePerson(review.patient));
    let row = Row::action(RowId::fixed("same-as"), language.profile_same_person(), open);
    match same_as(model, review) {
        Some(label) => row.with_value(Role::Value, label),
        None => row.with_value(Role::Quiet, language.nobody_else()),
    }
}

/// Whose person a patient is, as this meeting or one before it says.
fn same_as(model: &Model, review: &Review) -> Option<String> {
    let language = model.language();
    let register = model.register();
    let label = |known: &KnownPatient| terms::label(language, &known.label, &known.born);
    match review.details.same_as {
        Some(Identity::Own) => None,
        Some(Identity::SameAs(other)) => {
            let known = register.and_then(|register| register.patient(other)).map(label);
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
    let group = model.record().map(|meeting| crate::text::same::folded(&meeting.details.group));
    let fits = |known: &&KnownPatient| {
        known.kind != MeetingKind::Education && known.patient != patient && !known.also.contains(&patient)
    };
    let mut others: Vec<&KnownPatient> = register.patients.iter().filter(fits).collect();
    others.sort_by_key(|known| (Some(&known.group_folded) != group.as_ref(), known.label.to_lowercase()));
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
    let rows = model.register().map(|register| others(register, model, patient)).unwrap_or_default();
    let rows = rows.into_iter().map(|known| {
        let label = terms::label(language, &known.label, &known.born);
        let chosen = review.details.same_as == Some(Identity::SameAs(known.patient));
        let mark = if chosen { Mark::Chosen } else { Mark::NotChosen };
        let row =
            Row::action(RowId::of("known", known.patient), label, set(Some(Identity::SameAs(known.patient))));
        row.with_value(Role::Quiet, known.group.clone()).marked(mark)
    });
    search::choices(&mut page, model, rows.collect());
    page.gap().push(Row::action(RowId::fixed("done"), language.choose_done(), Action::Back));
    page
}
