//! The screens: each a function from the model to a page.

mod add_patient;
mod agenda;
mod agreement;
mod checklist_file;
mod checklists;
mod choose;
mod confirm;
mod course;
mod details;
mod ending;
mod help;
mod item;
mod judgement;
mod locked;
mod minutes;
mod newer;
mod notes;
mod overview;
mod patient;
mod reading;
mod register;
mod removing;
mod reopening;
mod search;
mod settings;
mod source;
mod start;
mod states;
mod step;
mod versions;

use super::model::Model;
use super::page::{Abilities, Page};
use super::screen::Screen;
use super::terms;
use crate::meeting::{Meeting, PatientId, Review};

pub use add_patient::tables_of_patients;
pub use agenda::table_of_agenda;
pub use register::table_of_register;
pub use start::table_of_meetings;
pub use step::{Walkable, open_page, pages_of, progress, route_of, steps_of};

/// The page of the present screen.
pub fn page(model: &Model) -> Page {
    let mut page = of_screen(model);
    search::said(model, &mut page);
    if model.open.is_some() && model.screen().is_of_meeting() && !model.may_change() {
        reading::reading(model, page)
    } else {
        page
    }
}

fn of_screen(model: &Model) -> Page {
    match model.screen() {
        Screen::Start => start::first(model),
        Screen::Meetings => start::meetings(model),
        Screen::Problems => start::problems(model),
        Screen::Register => register::register(model),
        Screen::Course(patient) => course::course(model, *patient),
        Screen::Meeting => agenda::agenda(model),
        Screen::AddPatient => add_patient::add_patient(model),
        Screen::MeetingDetails => details::details(model),
        Screen::Participant(id) => details::participant(model, *id),
        Screen::Patient(patient) => patient::brief(model, *patient),
        Screen::Profile(patient) => patient::profile(model, *patient),
        Screen::Notes(patient) => notes::notes(model, *patient),
        Screen::MoveLine(patient, line) => notes::move_line(model, *patient, *line),
        Screen::Overview(patient) => overview::overview(model, *patient),
        Screen::Step { patient, checklist, page } => step::step(model, *patient, checklist, page),
        Screen::Confirm(patient) => confirm::confirm(model, *patient),
        Screen::Agreement(patient, id) => agreement::agreement(model, *patient, *id),
        Screen::NoAnswer(patient, question) => item::no_answer(model, *patient, question),
        Screen::Choose(chooser) => choose::choose(model, chooser),
        Screen::Source { checklist, page } => source::source(model, checklist, page),
        Screen::Removing(removal) => removing::removing(model, removal),
        Screen::Ending => ending::ending(model),
        Screen::Closing => ending::closing(model),
        Screen::Reopening => reopening::reopening(model),
        Screen::Minutes(of) => minutes::minutes(model, *of),
        Screen::Checklists => checklists::all(model),
        Screen::ChecklistFile(layer, file) => checklist_file::file(model, *layer, file),
        Screen::NewerChecklist(name) => newer::checklist(model, name),
        Screen::NewerRoute(name) => newer::route(model, name),
        Screen::Settings => settings::settings(model),
        Screen::Help => help::help(model),
        Screen::NotSaved => settings::not_saved(model),
        Screen::Locked => locked::locked(model),
        Screen::Versions => versions::versions(model),
        Screen::Compare => versions::compare(model),
    }
}

/// A page about one patient: group, label, position on the agenda, own words in sight.
fn patient_page(model: &Model, meeting: &Meeting, review: &Review) -> Page {
    let language = model.language();
    let mut trail =
        vec![terms::group(language, &meeting.details.group).to_owned(), terms::patient(language, review)];
    let place = meeting.reviews.iter().position(|other| other.patient == review.patient);
    let which = place
        .filter(|_| meeting.reviews.len() > 1)
        .map(|place| language.which_of(place + 1, meeting.reviews.len()));
    let minutes = Some(model.minutes_of(review.patient)).filter(|minutes| *minutes > 0);
    let time = minutes.map(|minutes| language.minutes_short(minutes));
    let beside: Vec<String> = which.into_iter().chain(time).collect();
    if !beside.is_empty() {
        trail.push(beside.join(model.settings.marks.signs().between));
    }
    let words = review.own_words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>();
    Page {
        trail,
        own_words: if words.is_empty() { None } else { Some(words.join(" ")) },
        abilities: Abilities {
            patient: true,
            finish: review.details.finished.is_none(),
            minutes: true,
            ..Abilities::default()
        },
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
