//! The screens: each a function from the model to a page.

mod agenda;
mod agreement;
mod checklists;
mod choose;
mod details;
mod help;
mod item;
mod judgement;
mod notes;
mod overview;
mod patient;
mod settings;
mod source;
mod start;
mod step;

use super::model::Model;
use super::page::{Abilities, Page};
use super::screen::Screen;
use super::terms;
use crate::meeting::{Meeting, PatientId, Review};

pub use step::{Walkable, open_page, pages_of, route_of, steps_of};

/// The page of the present screen.
pub fn page(model: &Model) -> Page {
    match model.screen() {
        Screen::Start => start::first(model),
        Screen::Meetings => start::meetings(model),
        Screen::Problems => start::problems(model),
        Screen::Meeting => agenda::agenda(model),
        Screen::MeetingDetails => details::details(model),
        Screen::Participant(id) => details::participant(model, *id),
        Screen::Patient(patient) => patient::brief(model, *patient),
        Screen::Profile(patient) => patient::profile(model, *patient),
        Screen::Notes(patient) => notes::notes(model, *patient),
        Screen::MoveLine(patient, line) => notes::move_line(model, *patient, *line),
        Screen::Overview(patient) => overview::overview(model, *patient),
        Screen::Step { patient, checklist, page } => step::step(model, *patient, checklist, page),
        Screen::Agreement(patient, id) => agreement::agreement(model, *patient, *id),
        Screen::NoAnswer(patient, question) => item::no_answer(model, *patient, question),
        Screen::Choose(chooser) => choose::choose(model, chooser),
        Screen::Source { checklist, page } => source::source(model, checklist, page),
        Screen::Checklists => checklists::all(model),
        Screen::ChecklistProblems(file) => checklists::problems(model, file),
        Screen::Settings => settings::settings(model),
        Screen::Help => help::help(model),
        Screen::NotSaved => settings::not_saved(model),
    }
}

/// A page about one patient: group, label, position on the agenda, own words in sight.
fn patient_page(model: &Model, meeting: &Meeting, review: &Review) -> Page {
    let language = model.language();
    let mut trail =
        vec![terms::group(language, &meeting.details.group).to_owned(), terms::patient(language, review)];
    let place = meeting.reviews.iter().position(|other| other.patient == review.patient);
    if let Some(place) = place.filter(|_| meeting.reviews.len() > 1) {
        trail.push(language.which_of(place + 1, meeting.reviews.len()));
    }
    let words = review.own_words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    Page {
        trail,
        own_words: if words.is_empty() { None } else { Some(words.join(" ")) },
        abilities: Abilities { patient: true, ..Abilities::default() },
        ..Page::default()
    }
}

/// The open meeting and the discussion of `patient` in it.
fn discussion(model: &Model, patient: PatientId) -> Option<(&Meeting, &Review)> {
    let meeting = model.record()?;
    Some((meeting, meeting.review(patient)?))
}

/// A page with a title only.
fn titled(title: &str) -> Page {
    Page { trail: vec![title.to_owned()], corner: Some("Pallium".to_owned()), ..Page::default() }
}
