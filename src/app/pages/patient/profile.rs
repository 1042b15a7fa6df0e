//! Who a patient is, how that one is discussed, and the place on the agenda.

use crate::app::model::Model;
use crate::app::page::{Action, Chooser, Detail, Field, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::{discussion, heard, is_practice, named, patient_page, titled};
use crate::app::pages::{search, walk};
use crate::meeting::{
    Meeting, PatientId, PatientInformed, Removal, Review, ReviewText, TextPlace, terms, typed,
};

/// Who the patient is: label, year of birth, who brings the case, whether the patient knows.
pub(in crate::app::pages) fn profile(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else { return titled(language.profile_title()) };
    let mut page = patient_page(model, meeting, review);
    if !model.path.top().search.is_empty() {
        // Of a page that is longer than the window only the list in which something is looked for.
        routes(&mut page, model, review);
        return page;
    }
    page.text(Role::Heading, language.profile_title());
    page.text(Role::Quiet, language.profile_privacy()).gap();
    // Of who was known before it was decided long ago.
    let is_new = model.register().is_none_or(|register| register.patient(patient).is_none());
    if is_new && is_practice(model, meeting) {
        page.text(Role::Warning, language.add_patient_invented()).gap();
    }
    let line = |which, hint| Field::line(TextPlace::Review(patient, which), hint);
    let label = Row::field(
        RowId::fixed("label"),
        language.profile_label(),
        line(ReviewText::Label, language.profile_label_hint()),
    );
    page.push(named(model, label));
    let is_likely =
        review.born.trim().is_empty() || typed::birth_year(&review.born, meeting.details.date).is_some();
    let unlikely = if is_likely { "" } else { language.born_unlikely() };
    let born = Row::field(
        RowId::fixed("born"),
        language.profile_born(),
        line(ReviewText::Born, language.profile_born_hint()).read_as(unlikely),
    );
    page.push(named(model, born));
    page.push(Row::field(
        RowId::fixed("question"),
        language.patient_question(),
        Field::line(TextPlace::Review(patient, ReviewText::Question), ""),
    ));
    let by = terms::participant_by_id(language, meeting, review.details.brought_by);
    let (role, by) =
        if by.is_empty() { (Role::Quiet, language.nobody().to_owned()) } else { (Role::Value, by) };
    let choose = Action::Open(Screen::Choose(Chooser::BroughtBy(patient)));
    page.push(
        Row::action(RowId::fixed("brought-by"), language.profile_brought_by(), choose).with_value(role, by),
    );
    let deceased = model.is_deceased(review);
    // Of who died nobody asks that any more; what was said stays.
    if !deceased || review.details.informed.is_some() {
        informed(&mut page, model, review);
    }
    let died = Action::Detail(patient, Detail::Deceased(!deceased));
    heard(page.gap(), model, language.patient_about());
    page.push(
        Row::action(RowId::fixed("deceased"), language.profile_deceased(), died).marked(ticked(deceased)),
    );
    page.push(super::identity::row(model, review));
    if meeting.details.is_between() {
        page.gap();
        if model.may_change() {
            let remove = Action::Remove(Removal::Patient(patient));
            page.push(Row::action(RowId::fixed("remove"), language.between_remove(), remove)).gap();
        }
        let on = Action::Replace(Screen::Patient(patient));
        page.push(
            Row::action(RowId::fixed("discuss"), language.between_to_patient(), on).marked(Mark::Leads),
        );
        return page;
    }
    routes(page.gap(), model, review);
    place_on_agenda(&mut page, model, meeting, review);
    page.gap();
    let discuss = Action::Replace(Screen::Patient(patient));
    page.push(Row::action(RowId::fixed("discuss"), language.profile_discuss(), discuss).marked(Mark::Leads));
    page
}

/// Whether the patient knows of the discussion.
fn informed(page: &mut Page, model: &Model, review: &Review) {
    let language = model.language();
    page.gap().text(Role::Plain, language.profile_informed());
    for informed in PatientInformed::ALL {
        let chosen = review.details.informed == Some(informed);
        let word = terms::informed(language, informed);
        let set = Action::Detail(review.patient, Detail::Informed(Some(informed)));
        page.push(Row::action(RowId::of("informed", informed.name()), word, set).marked(if chosen {
            Mark::Chosen
        } else {
            Mark::NotChosen
        }));
    }
    if review.details.informed.is_some() {
        let clear = Action::Detail(review.patient, Detail::Informed(None));
        page.push(Row::action(RowId::fixed("informed-unsaid"), language.profile_informed_unsaid(), clear));
    }
}

/// The routes of which one is chosen.
fn routes(page: &mut Page, model: &Model, review: &Review) {
    let language = model.language();
    page.text(Role::Plain, language.profile_route());
    let chosen = walk::route_of(model, review).map(|known| &known.route.id);
    let routes = model.library.iter().flat_map(|library| library.routes()).map(|known| {
        let route = &known.route;
        let mark = if chosen == Some(&route.id) { Mark::Chosen } else { Mark::NotChosen };
        let set = Action::Detail(review.patient, Detail::Route(Some(route.id.clone())));
        let purpose = route.purpose.as_ref().map(|purpose| purpose.get(language)).unwrap_or_default();
        Row::action(RowId::of("route", &route.id), route.title.get(language), set)
            .with_value(Role::Quiet, purpose)
            .marked(mark)
            .listed()
    });
    search::list(page, model, routes.collect());
}

pub(super) fn ticked(holds: bool) -> Mark {
    if holds { Mark::Ticked } else { Mark::NotTicked }
}

/// Discussing a patient earlier or later, or in a later meeting.
fn place_on_agenda(page: &mut Page, model: &Model, meeting: &Meeting, review: &Review) {
    if !model.may_change() {
        return;
    }
    let language = model.language();
    let patient = review.patient;
    let place = meeting.reviews.iter().position(|other| other.patient == patient);
    let rows = [
        (place.is_some_and(|place| place > 0), "up", language.profile_up(), -1),
        (place.is_some_and(|place| place + 1 < meeting.reviews.len()), "down", language.profile_down(), 1),
    ];
    page.gap().text(Role::Heading, language.profile_agenda());
    for (_, name, label, by) in rows.into_iter().filter(|(can, ..)| *can) {
        page.push(Row::action(RowId::fixed(name), label, Action::MovePatient(patient, by)));
    }
    let postponed = review.details.postponed;
    let postpone = Action::Detail(patient, Detail::Postponed(!postponed));
    page.push(
        Row::action(RowId::fixed("postpone"), language.profile_postpone(), postpone)
            .marked(ticked(postponed)),
    );
    // Beside what else happens on the agenda, and not on the way to the discussion.
    let remove = Action::Remove(Removal::Patient(patient));
    page.push(Row::action(RowId::fixed("remove"), language.profile_remove(), remove));
}
