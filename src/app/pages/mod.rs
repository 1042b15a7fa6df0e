//! The screens: each a function from the model to a page.

mod about_group;
mod first_use;
mod help;
mod known;
mod library;
mod locked;
mod meeting;
pub mod named;
mod palette;
mod paper;
mod parts;
mod patient;
pub mod prepared;
mod preview;
mod reading;
mod search;
mod session;
mod settings;
mod start;
mod tables;
mod tour;
mod walk;

use super::model::Model;
use super::page::{Page, Screen};

pub use library::library_changed;
pub use paper::{CoursePaper, Made, is_of_now, made, paper_on_screen};
pub use preview::preview;
pub use session::{
    are_all_ended, ballots_of, beside, ending_scene, is_choosing, is_counting, is_masked, is_untold,
    may_find, next_vote, page_of_scene, within,
};
pub use tables::{place, whose};
pub use walk::{
    Walkable, is_in_table, is_long, open_page, pages_of, progress, route_of, step_after, step_before,
    steps_of, walk_of, walked_steps, way_in,
};

/// The page of the present screen.
pub fn page(model: &Model) -> Page {
    let mut page = of_screen(model);
    page.close();
    search::said(model, &mut page);
    session::say_fictional(model, &mut page);
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
        Screen::Register => known::register(model),
        Screen::Course(patient) => Page::clone(&prepared::course(model, *patient)),
        Screen::Search => known::find(model),
        Screen::Cases => session::cases(model),
        Screen::Case(name) => session::case(model, name),
        Screen::Sessions => session::sessions(model),
        Screen::KeptSession(id) => session::kept(model, *id),
        Screen::SessionPeople => session::people(model),
        Screen::Scene(scene, page) => session::scene(model, *scene, *page),
        Screen::Meeting if model.record().is_some_and(|record| record.session.is_some()) => {
            session::overview(model)
        }
        Screen::Meeting => meeting::agenda(model),
        Screen::OpenAgreements => meeting::open_agreements(model),
        Screen::AddPatient => meeting::add_patient(model),
        Screen::MeetingDetails => meeting::details(model),
        Screen::Participant(id) => meeting::participant(model, *id),
        Screen::Patient(patient) => patient::brief(model, *patient),
        Screen::Profile(patient) => patient::profile(model, *patient),
        Screen::SamePerson(patient) => patient::same_person(model, *patient),
        Screen::OnePerson(patient, other) => patient::one_person(model, *patient, *other),
        Screen::Notes(patient) => patient::notes(model, *patient),
        Screen::MoveLine(patient, line) => patient::move_line(model, *patient, *line),
        Screen::Overview(patient) => patient::overview(model, *patient),
        Screen::Step { patient, checklist, page } => {
            let criteria = session::shows_criteria(model, *patient);
            session::walked(walk::step(model, *patient, checklist, page, criteria), model, *patient, page)
        }
        Screen::Confirm(patient) => patient::confirm(model, *patient),
        Screen::Agreement(patient, id) => patient::agreement(model, *patient, *id),
        Screen::CopyAgreement(patient, id) => patient::copy_agreement(model, *patient, *id),
        Screen::NoAnswer(patient, question) => walk::no_answer(model, *patient, question),
        Screen::Choose(chooser) => patient::choose(model, chooser),
        Screen::Source { checklist, page } => walk::source(model, checklist, page),
        Screen::Removing(removal) => meeting::removing(model, removal),
        Screen::Ending => meeting::ending(model),
        Screen::Closing if within(model) => session::closing(model),
        Screen::Closing => meeting::closing(model),
        Screen::Reopening => meeting::reopening(model),
        Screen::Paper(wanted) => paper::paper(model, wanted),
        Screen::Mirror(wanted) => paper::mirror(model, wanted),
        Screen::PaperFolder => paper::folder(model),
        Screen::SavingPaper(question) => paper::question(model, *question),
        Screen::Checklists => library::all(model),
        Screen::ChecklistFile(layer, file) => library::file(model, *layer, file),
        Screen::NewerChecklist(name) => walk::newer::checklist(model, name),
        Screen::NewerRoute(name) => walk::newer::route(model, name),
        Screen::Settings => settings::settings(model),
        Screen::Help => {
            let mut below = model.clone();
            below.path.back();
            help::help(&below, &page(&below))
        }
        Screen::Palette => {
            let mut below = model.clone();
            below.path.back();
            // What is folded away there is looked for by its name all the same.
            below.path.top_mut().unfolded |= *below.screen() == Screen::Start;
            let mut other = below.clone();
            other.settings.language = palette::other(below.language());
            let plan = walk::sought(&below);
            palette::palette(&below, (&page(&below), &page(&other)), &model.path.top().search, plan)
        }
        Screen::Tour(place) => tour::tour(model, *place),
        Screen::NotSaved => settings::not_saved(model),
        Screen::Locked => locked::locked(model),
        Screen::FirstUse(step) => first_use::page(model, *step),
        Screen::Versions => meeting::versions(model),
        Screen::Compare => meeting::compare(model),
    }
}
