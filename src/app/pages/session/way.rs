//! The way through a case: which pages there are, in the order in which a group goes through them, and what is open when.

use super::shared::{ballots_of, checklist, playing};
use crate::app::model::Model;
use crate::app::page::{ScenePage, Screen, StepPage};
use crate::app::pages::walk::{is_in_table, open_page, pages_of};
use crate::checklist::{Name, Scene};
use crate::meeting::{Ballot, Played, Round, Session};

/// Who is there, and the pages of all scenes; what a scene does not have is not among them.
fn all(model: &Model) -> Vec<Screen> {
    let Some((session, case)) = playing(model) else { return Vec::new() };
    let scenes = (0_u16..).zip(&case.scenes);
    let pages = scenes.flat_map(|(number, scene)| of_scene(model, session, number, scene));
    std::iter::once(Screen::SessionPeople).chain(pages).collect()
}

/// The pages of a scene.
fn of_scene<'m>(
    model: &'m Model,
    session: &'m Session,
    number: u16,
    scene: &'m Scene,
) -> impl Iterator<Item = Screen> + 'm {
    let votes = scene.has_vote();
    let before = [
        (true, ScenePage::Story),
        (votes, ScenePage::Vote(false)),
        (votes, ScenePage::Spread(false)),
        (!scene.questions.is_empty() || !scene.roles.is_empty(), ScenePage::Talk),
        (scene.reveal.is_some(), ScenePage::Reveal),
        (votes, ScenePage::Vote(true)),
        (votes, ScenePage::Spread(true)),
    ];
    let page = move |(is_there, page): (bool, ScenePage)| is_there.then_some(Screen::Scene(number, page));
    // The way through a checklist is looked for only where somebody comes to it.
    let later = move || {
        let steps = steps(model, session, scene);
        let judges =
            checklist(model, scene).is_some_and(|known| known.judgement.is_some()) && !steps.is_empty();
        let after = [(scene.checklist.is_some() && !judges, ScenePage::Judge), (true, ScenePage::Outcome)];
        steps.into_iter().chain(after.into_iter().filter_map(page))
    };
    before.into_iter().filter_map(page).chain(std::iter::once_with(later).flatten())
}

/// Whether a page of the case has another one before it.
pub(super) fn has_before(model: &Model, at: &Screen) -> bool {
    let Some((session, case)) = playing(model) else { return false };
    match at {
        Screen::Scene(_, ScenePage::Trainer) => true,
        Screen::Scene(number, _) => case
            .scenes
            .get(usize::from(*number))
            .is_some_and(|scene| of_scene(model, session, *number, scene).any(|page| page == *at)),
        Screen::Step { patient, .. } => session
            .scene_of(*patient)
            .and_then(|name| case.scenes.iter().find(|scene| scene.id == *name))
            .is_some_and(|scene| !steps(model, session, scene).is_empty()),
        _ => false,
    }
}

/// The pages of the scene's checklist, as in a meeting.
fn steps(model: &Model, session: &Session, scene: &Scene) -> Vec<Screen> {
    let Some((review, known)) = session.walked.get(&scene.id).zip(checklist(model, scene)) else {
        return Vec::new();
    };
    let step = |page| Screen::Step { patient: review.patient, checklist: known.id.clone(), page };
    pages_of(known, review).into_iter().map(step).collect()
}

/// The page of the case before or after another one, beginning with who is there; nothing beyond the last one, and before the first.
pub fn beside(model: &Model, at: &Screen, forward: bool) -> Option<Screen> {
    let all = all(model);
    let place = match at {
        Screen::Scene(number, ScenePage::Trainer) if !forward => {
            return Some(Screen::Scene(*number, ScenePage::Outcome));
        }
        Screen::Scene(number, ScenePage::Trainer) => {
            all.iter().position(|known| *known == Screen::Scene(*number, ScenePage::Outcome))
        }
        // A page that is there no more: on from where its checklist begins.
        Screen::Step { patient, .. } => {
            let is_of_it =
                |known: &Screen| matches!(known, Screen::Step { patient: other, .. } if other == patient);
            all.iter().position(|known| known == at).or_else(|| all.iter().position(is_of_it))
        }
        _ => all.iter().position(|known| known == at),
    }?;
    let beside = if forward { place + 1 } else { place.checked_sub(1)? };
    all.into_iter().nth(beside)
}

/// The scene that ends when somebody goes on from here: it was told to its end, something was recorded in it, and it is
/// not ended yet.
pub fn ending_scene(model: &Model) -> Option<Name> {
    let Screen::Scene(number, ScenePage::Outcome | ScenePage::Trainer) = *model.screen() else { return None };
    let (session, case) = playing(model).filter(|_| model.may_change())?;
    let scene = case.scenes.get(usize::from(number))?;
    let ended = session.played(&scene.id).is_some_and(|played| played.ended);
    // Where nobody votes, a group may only have talked.
    (!ended && (!scene.has_vote() || session.has_begun(&scene.id))).then(|| scene.id.clone())
}

/// Whether no scene is left of the case that is played.
pub fn are_all_ended(model: &Model) -> bool {
    playing(model).is_some_and(|(session, case)| {
        case.scenes.iter().all(|scene| session.played(&scene.id).is_some_and(|played| played.ended))
    })
}

/// Whether votes of a scene were counted and never shown, so that somebody has to say what becomes of them.
pub fn is_untold(model: &Model, scene: &Name) -> bool {
    let session = model.record().and_then(|record| record.session.as_ref());
    session.and_then(|session| session.played(scene)).is_some_and(Played::is_untold)
}

/// The scene of the page on the screen, with a word for that page.
pub fn page_of_scene(model: &Model) -> Option<(Name, String)> {
    let (session, case) = playing(model)?;
    let scene = match model.screen() {
        Screen::Scene(number, _) => case.scenes.get(usize::from(*number))?.id.clone(),
        Screen::Step { patient, .. } => session.scene_of(*patient)?.clone(),
        _ => return None,
    };
    Some((scene, word(model.screen())?))
}

/// What a page of a scene is called in the record.
fn word(screen: &Screen) -> Option<String> {
    let word = match screen {
        Screen::Scene(_, ScenePage::Story) => "story",
        Screen::Scene(_, ScenePage::Vote(false)) => "vote",
        Screen::Scene(_, ScenePage::Spread(false)) => "spread",
        Screen::Scene(_, ScenePage::Talk) => "talk",
        Screen::Scene(_, ScenePage::Reveal) => "reveal",
        Screen::Scene(_, ScenePage::Vote(true)) => "vote-again",
        Screen::Scene(_, ScenePage::Spread(true)) => "both-spreads",
        Screen::Scene(_, ScenePage::Judge) => "conclusion",
        Screen::Scene(_, ScenePage::Outcome | ScenePage::Trainer) => "outcome",
        Screen::Step { page: StepPage::Group(group), .. } => return Some(format!("checklist/{group}")),
        Screen::Step { page: StepPage::Judgement, .. } => "judgement",
        _ => return None,
    };
    Some(word.to_owned())
}

/// The page on which the group concludes, with its reason and who thinks otherwise: the way past the rest of a checklist.
pub(super) fn conclusion(model: &Model, number: u16, scene: &Scene) -> Screen {
    let pages = playing(model).map(|(session, _)| of_scene(model, session, number, scene));
    let concludes = |page: &Screen| {
        matches!(page, Screen::Scene(_, ScenePage::Judge) | Screen::Step { page: StepPage::Judgement, .. })
    };
    let concluded = pages.into_iter().flatten().find(concludes);
    concluded.unwrap_or(Screen::Scene(number, ScenePage::Outcome))
}

/// Where a scene goes on: at the page where it was left; at its story where that is nowhere, or it has ended.
pub(super) fn goes_on(model: &Model, number: u16, scene: &Scene) -> Screen {
    let none = Played::default();
    let Some((session, _)) = playing(model) else { return Screen::Scene(number, ScenePage::Story) };
    let played = session.played(&scene.id).unwrap_or(&none);
    let reached = session.reached.get(&scene.id).filter(|_| !played.ended);
    let left = reached.and_then(|reached| {
        let pages = of_scene(model, session, number, scene);
        pages.into_iter().find(|page| word(page).as_ref() == Some(reached))
    });
    if let Some(left) = left {
        return left;
    }
    let walked = session.walked.get(&scene.id).zip(checklist(model, scene));
    let step = walked.filter(|(review, known)| review.has_begun(&known.id)).and_then(|(review, known)| {
        let page = match open_page(known, review)? {
            StepPage::Limits => pages_of(known, review).into_iter().find(|page| is_in_table(known, page))?,
            page => page,
        };
        Some(Screen::Step { patient: review.patient, checklist: known.id.clone(), page })
    });
    let has_votes = |round: &Round| !round.counts.is_empty() || round.masked;
    let page = if played.ended {
        ScenePage::Story
    } else if let Some(step) = step {
        return step;
    } else if [&played.decision, &played.reason, &played.dissent].iter().any(|text| !text.is_empty()) {
        ScenePage::Judge
    } else if played.second.shown {
        ScenePage::Spread(true)
    } else if !played.second.counts.is_empty() || played.second.masked && !played.first.masked {
        ScenePage::Vote(true)
    } else if played.first.shown {
        ScenePage::Spread(false)
    } else if has_votes(&played.first) {
        ScenePage::Vote(false)
    } else {
        ScenePage::Story
    };
    Screen::Scene(number, page)
}

/// Whether somebody votes at this moment while the keyboard goes round, or may come to vote after it did.
pub fn is_masked(model: &Model) -> bool {
    let Screen::Scene(number, ScenePage::Vote(second)) = *model.screen() else { return false };
    let Some((session, case)) = playing(model) else { return false };
    let scene = case.scenes.get(usize::from(number));
    let played = scene.and_then(|scene| session.played(&scene.id));
    played.is_some_and(|played| played.round(second).masked)
}

/// Whether hands or cards are counted at this moment, and nobody may read the numbers yet.
pub fn is_counting(model: &Model) -> bool {
    let Screen::Scene(number, ScenePage::Vote(second)) = *model.screen() else { return false };
    let Some((session, case)) = playing(model).filter(|_| model.may_change()) else { return false };
    let Some(scene) = case.scenes.get(usize::from(number)) else { return false };
    let round = session.played(&scene.id).map(|played| played.round(second));
    round.is_none_or(|round| !round.masked && !round.is_in_sight())
}

/// Whether sources and criteria may be seen: the group voted for the second time and saw it, or the trainer asked.
pub fn criteria_open(model: &Model, scene: &Name) -> bool {
    let played = model.record().and_then(|record| record.session.as_ref()?.played(scene));
    let Some(played) = played else { return false };
    let ballots = ballots_of(model, scene);
    let present =
        model.record().and_then(|record| record.session.as_ref()).map_or(0, |known| known.present());
    let voted = |ballot: &Ballot| ballot.turnout(&played.second);
    // The round is over when the spread is shown, or everybody voted.
    let is_full = |ballot: &Ballot| matches!(voted(ballot), (votes, false) if votes >= present);
    let is_over = played.second.shown && ballots.iter().all(|ballot| voted(ballot).0 > 0)
        || present > 0 && ballots.iter().all(is_full);
    played.criteria || !ballots.is_empty() && is_over
}
