//! Another version of what a meeting uses: offered, never taken over by itself.

use super::route::{route_of, steps_of};
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::named;
use crate::app::pages::parts::{patient_page, titled};
use crate::checklist::{Checklist, Name, Route};
use crate::meeting::changes::newer::{self, Difference};
use crate::meeting::{Meeting, Review, terms};

/// The most differences that are named; the rest is counted.
const MOST: usize = 12;

/// Offers the other version of a checklist that is walked for a patient, where there is one.
pub(in crate::app::pages) fn offer(page: &mut Page, model: &Model, review: &Review, name: &Name) {
    let language = model.language();
    if let Some((_, in_force)) = model.newer_checklist(name) {
        let steps = steps_of(model, review);
        let step = steps.iter().find(|step| step.checklist.id == *name);
        let title = step.map_or_else(|| in_force.checklist.title.get(language), |step| step.title);
        let open = Action::Open(Screen::NewerChecklist(name.clone()));
        page.push(
            Row::action(RowId::of("newer", name), language.newer_offered(title), open).marked(Mark::Leads),
        );
    }
}

/// Offers the other versions of what is used for a patient: of the route, and of its checklists and those begun.
pub(in crate::app::pages) fn offers(page: &mut Page, model: &Model, review: &Review) {
    let language = model.language();
    let route = route_of(model, review).map(|route| &route.route.id);
    if let Some((_, in_force)) = route.and_then(|name| model.newer_route(name)) {
        let label = language.newer_route_offered(in_force.route.title.get(language));
        let open = Action::Open(Screen::NewerRoute(in_force.route.id.clone()));
        page.push(Row::action(RowId::of("newer-route", &in_force.route.id), label, open).marked(Mark::Leads));
    }
    let steps = steps_of(model, review);
    let pinned = model.open.iter().flat_map(|open| open.pinned()).map(|definition| &definition.checklist.id);
    for name in pinned {
        if review.has_begun(name) || steps.iter().any(|step| step.checklist.id == *name) {
            offer(page, model, review, name);
        }
    }
}

/// What another version of a checklist changes, which answers do not fit it, and the choice.
pub(in crate::app::pages) fn checklist(model: &Model, name: &Name) -> Page {
    let language = model.language();
    let (Some(meeting), Some((pinned, in_force))) = (model.record(), model.newer_checklist(name)) else {
        return no_other(model);
    };
    let (old, new) = (&pinned.checklist, &in_force.checklist);
    let mut page = of_meeting(model, meeting, language.newer_title(new.title.get(language)));
    page.text(Role::Plain, language.newer_versions(&old.version, &new.version)).gap();
    differences(&mut page, model, old, new);
    let unfit = newer::unfit(meeting, old, new, language);
    page.gap();
    if unfit.is_empty() {
        page.text(Role::Plain, language.newer_all_fit());
    } else {
        page.text(Role::Heading, language.newer_unfit_title());
        page.text(Role::Plain, language.newer_unfit_what());
        for review in &meeting.reviews {
            let own: Vec<_> = unfit.iter().filter(|one| one.patient == review.patient).collect();
            if own.is_empty() {
                continue;
            }
            page.gap().text(Role::Strong, named::called(model, review));
            for one in own {
                page.indented(Role::Warning, 2, format!("{}: {}", one.label, one.words));
            }
        }
    }
    choice(&mut page, model, Action::TakeOver(name.clone()));
    page
}

fn differences(page: &mut Page, model: &Model, old: &Checklist, new: &Checklist) {
    let language = model.language();
    let found = newer::differences(old, new);
    if found.is_empty() {
        page.text(Role::Plain, language.newer_same_questions());
        return;
    }
    page.text(Role::Heading, language.newer_differences());
    for (difference, item) in found.iter().take(MOST) {
        let word = match difference {
            Difference::New => language.newer_new(),
            Difference::Changed => language.newer_changed(),
            Difference::Gone => language.newer_gone(),
        };
        let called = item.called();
        let label = called.get(language);
        page.indented(Role::Plain, 2, format!("{word}: {label} ({})", item.id));
    }
    if found.len() > MOST {
        page.indented(Role::Quiet, 2, language.and_more(found.len() - MOST));
    }
}

/// What another version of a route changes, and the choice.
pub(in crate::app::pages) fn route(model: &Model, name: &Name) -> Page {
    let language = model.language();
    let (Some(meeting), Some((pinned, in_force))) = (model.record(), model.newer_route(name)) else {
        return no_other(model);
    };
    let (old, new) = (&pinned.route, &in_force.route);
    let mut page = of_meeting(model, meeting, language.newer_route_title(new.title.get(language)));
    page.text(Role::Plain, language.newer_versions(&old.version, &new.version)).gap();
    page.text(Role::Heading, language.newer_steps_before());
    steps(&mut page, model, old);
    page.gap().text(Role::Heading, language.newer_steps_now());
    steps(&mut page, model, new);
    page.gap().text(Role::Plain, language.newer_route_keeps());
    choice(&mut page, model, Action::TakeOverRoute(name.clone()));
    page
}

fn steps(page: &mut Page, model: &Model, route: &Route) {
    let language = model.language();
    for step in &route.steps {
        let own = step.title.as_ref();
        let title = own.or_else(|| model.checklist(&step.checklist).map(|checklist| &checklist.title));
        let title = title.map_or(step.checklist.as_str(), |title| title.get(language));
        page.indented(Role::Plain, 2, title);
    }
}

/// A page about the meeting as a whole, with the patient who is being discussed in sight where there is one.
fn of_meeting(model: &Model, meeting: &Meeting, title: String) -> Page {
    let language = model.language();
    let review = model.path.patient().and_then(|patient| meeting.review(patient));
    let mut page = match review {
        Some(review) => patient_page(model, meeting, review),
        None => titled(terms::group(language, &meeting.details.group)),
    };
    page.abilities = crate::app::page::Abilities::default();
    page.text(Role::Heading, title);
    page.first = Some(RowId::fixed("leave"));
    page
}

fn choice(page: &mut Page, model: &Model, take_over: Action) {
    let language = model.language();
    page.gap();
    page.push(Row::action(RowId::fixed("take-over"), language.newer_take_over(), take_over));
    page.push(Row::action(RowId::fixed("leave"), language.newer_leave(), Action::Back));
}

fn no_other(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.checklists_title());
    page.text(Role::Plain, language.newer_none());
    page.gap().push(Row::action(RowId::fixed("leave"), language.choose_done(), Action::Back));
    page
}
