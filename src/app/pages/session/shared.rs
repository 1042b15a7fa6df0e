//! What the pages of a session have in common.

use std::sync::Arc;

use crate::app::model::Model;
use crate::app::page::{Abilities, Page, Role, Screen};
use crate::checklist::{Case, Checklist, Name, Scene};
use crate::meeting::session::count;
use crate::meeting::{Ballot, Session, ballots};
use crate::words::Language;

/// The session and its case.
pub(super) fn playing(model: &Model) -> Option<(&Session, Arc<Case>)> {
    let open = model.open.as_ref()?;
    Some((open.record.session.as_deref()?, open.case()?))
}

/// Whether somebody is within a session with a case, and not on the first screen beside it.
pub fn within(model: &Model) -> bool {
    let is_session = model.record().is_some_and(|record| record.session.is_some());
    is_session && model.path.from_the_top().any(|frame| frame.screen.is_of_meeting())
}

/// Whether the session was closed, and is read again; one that goes on elsewhere is not.
pub(super) fn is_over(model: &Model) -> bool {
    model.record().is_some_and(|record| record.details.closed.is_some())
}

/// Whether somebody chooses a case, in sight of a group that is to see no patient.
pub fn is_choosing(model: &Model) -> bool {
    let is_of_it = |screen: &Screen| {
        matches!(screen, Screen::Cases | Screen::Case(_) | Screen::Sessions | Screen::KeptSession(_))
    };
    model.path.from_the_top().any(|frame| is_of_it(&frame.screen))
}

/// Has a page say that it is fictional, whatever is opened over a session.
pub(in crate::app::pages) fn say_fictional(model: &Model, page: &mut Page) {
    let fictional = model.language().session_fictional();
    if *model.screen() == Screen::Locked || !within(model) {
        return;
    }
    for trail in [&mut page.trail, &mut page.short_trail] {
        if !trail.is_empty() && trail.iter().all(|part| part != fictional) {
            trail.push(fictional.to_owned());
        }
    }
}

/// An empty page of a session: of which case, of what part, and that it is fictional.
pub(super) fn session_page(model: &Model, case: &Case, part: &str) -> Page {
    let language = model.language();
    Page {
        trail: vec![
            case.title.get(language).to_owned(),
            part.to_owned(),
            language.session_fictional().to_owned(),
        ],
        short_trail: vec![part.to_owned(), language.session_fictional().to_owned()],
        abilities: Abilities { paper: true, ..Abilities::default() },
        ..Page::default()
    }
}

/// The questions on which the group votes in a scene of the open session.
pub fn ballots_of(model: &Model, scene: &Name) -> Vec<Ballot> {
    let Some((_, case)) = playing(model) else { return Vec::new() };
    let Some(scene) = case.scenes.iter().find(|known| known.id == *scene) else { return Vec::new() };
    ballots(scene, checklist(model, scene), model.language())
}

/// The checklist of a scene, where it is there.
pub(super) fn checklist<'m>(model: &'m Model, scene: &Scene) -> Option<&'m Checklist> {
    model.checklist(scene.checklist.as_ref()?)
}

/// What was typed for a number and is none.
pub(super) fn unreadable<'t>(page: &mut Page, typed: impl Iterator<Item = &'t String>, language: Language) {
    for text in typed.filter(|typed| !typed.trim().is_empty() && count(typed).is_none()) {
        page.text(Role::Warning, language.session_no_number(text.trim()));
    }
}

/// Whether all meetings may be looked through from here: what is found is of real patients, and a group looks on at a case.
pub fn may_find(model: &Model) -> bool {
    let is_shut = matches!(model.screen(), Screen::Locked | Screen::FirstUse(_));
    !is_shut && !within(model) && !is_choosing(model)
}
