//! A session as a whole: who is there, its scenes, and its end.

use super::scene::untold;
use super::shared::{is_over, playing, session_page, unreadable};
use super::way::goes_on;
use crate::app::message::Paper;
use crate::app::model::Model;
use crate::app::page::{Action, Field, Mark, Page, Role, Row, RowId, ScenePage, Screen};
use crate::app::pages::parts::titled;
use crate::checklist::{Level, Scene};
use crate::export::level_name;
use crate::meeting::{PEOPLE, Played, Session, SessionText, TextPlace};

/// All scenes, who is there, and the end of the session.
pub(in crate::app::pages) fn overview(model: &Model) -> Page {
    let language = model.language();
    let Some((session, case)) = playing(model) else {
        let mut page = titled(language.session_fictional());
        page.text(Role::Warning, language.session_case_unreadable());
        page.push(Row::action(RowId::fixed("minutes"), language.ending_minutes(), minutes()));
        return page;
    };
    let mut page = session_page(model, &case, case.patient.label.get(language));
    page.text(Role::Quiet, language.session_overview(model.in_lines)).gap();
    let people = Action::Open(Screen::SessionPeople);
    let present = match session.present() {
        0 => language.session_nobody().to_owned(),
        present => language.session_people_count(present),
    };
    page.push(
        Row::action(RowId::fixed("people"), language.session_people(), people)
            .with_value(Role::Value, present),
    );
    page.gap();
    let ended = |scene: &Scene| session.played(&scene.id).is_some_and(|played| played.ended);
    let has_begun = session.present() > 0 || !session.scenes.is_empty();
    let goes_on_with = scene_to_go_on(session, &case.scenes).filter(|_| has_begun);
    for (number, scene) in (0_u16..).zip(&case.scenes) {
        let at = goes_on(model, number, scene);
        let named = page_name(model, &at);
        // What comes is not given away by its name.
        let is_told =
            is_over(model) || session.reached.contains_key(&scene.id) || session.has_begun(&scene.id);
        let label = match is_told {
            // Line by line the row has a number of its own.
            true if model.in_lines => {
                let which = language.session_scene(usize::from(number) + 1);
                format!("{which}: {}", scene.title.get(language))
            }
            true => format!("{}. {}", number + 1, scene.title.get(language)),
            false => language.session_scene(usize::from(number) + 1),
        };
        let minutes = scene.minutes.map(|minutes| language.minutes_short(u32::from(minutes)));
        let mark = if ended(scene) { Mark::Done } else { Mark::Leads };
        let row = Row::action(RowId::of("scene", number), label, Action::Open(at)).marked(mark);
        let has_begun = session.has_begun(&scene.id) && !ended(scene);
        let begun = has_begun.then(|| language.session_begun().to_owned());
        let beside = minutes.into_iter().chain(named.map(|named| language.session_goes_on(&named)).or(begun));
        page.push(row.with_value(Role::Quiet, beside.collect::<Vec<_>>().join(", ")));
        if Some(usize::from(number)) == goes_on_with {
            page.first = Some(RowId::of("scene", number));
        }
    }
    if case.scenes.iter().all(ended) {
        page.first = Some(RowId::fixed("learning-needs"));
    }
    page.gap().text(Role::Quiet, language.session_close());
    let needs = Field::lines(
        TextPlace::Meeting(crate::meeting::MeetingText::LearningNeeds),
        language.ending_learning_needs_hint(),
    );
    page.push(Row::field(RowId::fixed("learning-needs"), language.export_learning_needs(), needs));
    let knots = Field::lines(
        TextPlace::Meeting(crate::meeting::MeetingText::Bottlenecks),
        language.session_bottlenecks_hint(),
    );
    page.push(Row::field(RowId::fixed("bottlenecks"), language.export_bottlenecks(), knots));
    let passed = Field::lines(TextPlace::Session(SessionText::PassedOn), language.session_passed_on_hint());
    page.push(Row::field(RowId::fixed("passed-on"), language.session_passed_on(), passed));
    page.push(Row::action(RowId::fixed("minutes"), language.ending_minutes(), minutes()));
    if model.may_change() {
        let close = Action::Open(Screen::Closing);
        page.gap().push(Row::action(RowId::fixed("close"), language.session_end(), close));
    }
    // Of one that goes on elsewhere nothing can be taken away here.
    let is_here = model.open.as_ref().is_some_and(|open| open.read_only.is_none());
    if let Some(record) = model.record().filter(|_| model.is_listed() && is_here) {
        let delete = Action::Open(Screen::KeptSession(record.id));
        page.push(Row::action(RowId::fixed("delete"), language.session_delete_way(), delete));
    }
    page
}

/// The scene with which a group goes on: the furthest in which something was recorded, where that is not done; else the furthest
/// that was opened, or behind it the next one that is not done. Those that were left out come last.
fn scene_to_go_on(session: &Session, scenes: &[Scene]) -> Option<usize> {
    let is_opened = |scene: &Scene| session.reached.contains_key(&scene.id) || session.has_begun(&scene.id);
    let is_left = |scene: &Scene| session.played(&scene.id).is_none_or(|played| !played.ended);
    // Whoever opened the next one by mistake, and went back, is not there.
    let begun = scenes.iter().rposition(|scene| session.has_begun(&scene.id));
    let begun = begun.filter(|number| scenes.get(*number).is_some_and(is_left));
    let furthest = begun.or_else(|| scenes.iter().rposition(is_opened)).unwrap_or(0);
    let mut left = (0..scenes.len()).filter(|number| scenes.get(*number).is_some_and(is_left));
    left.clone().find(|number| *number >= furthest).or_else(|| left.next())
}

/// Closing the session: what that means, and nothing in the way.
pub(in crate::app::pages) fn closing(model: &Model) -> Page {
    let language = model.language();
    let Some((session, case)) = playing(model) else { return titled(language.session_end()) };
    let mut page = session_page(model, &case, language.session_end());
    page.text(Role::Question, language.session_closing(session.kept));
    let ended = |scene: &&Scene| session.played(&scene.id).is_some_and(|played| played.ended);
    let left = case.scenes.len() - case.scenes.iter().filter(ended).count();
    if left > 0 {
        page.text(Role::Plain, language.session_scenes_left(left));
    }
    page.gap();
    page.push(Row::action(RowId::fixed("back"), language.closing_no(), Action::Back));
    let is_untold = |(_, scene): &(u16, &Scene)| session.played(&scene.id).is_some_and(Played::is_untold);
    let mut scenes = (0_u16..).zip(&case.scenes).filter(is_untold).peekable();
    if scenes.peek().is_none() {
        let label = language.session_closing_yes(session.kept);
        page.push(Row::action(RowId::fixed("closing"), label, Action::CloseMeeting));
    }
    for (number, scene) in scenes {
        untold(page.gap(), model, number, scene);
    }
    page
}

/// What a page is called on which a scene goes on; nothing where it begins.
fn page_name(model: &Model, at: &Screen) -> Option<String> {
    let language = model.language();
    let name = match at {
        Screen::Scene(_, ScenePage::Vote(false)) => language.session_vote(),
        Screen::Scene(_, ScenePage::Vote(true)) => language.session_vote_again(),
        Screen::Scene(_, ScenePage::Spread(false)) => language.session_spread(),
        Screen::Scene(_, ScenePage::Spread(true)) => language.session_both(),
        Screen::Scene(_, ScenePage::Judge) => language.session_conclusion(),
        Screen::Scene(_, ScenePage::Talk) => language.session_questions(),
        Screen::Scene(_, ScenePage::Reveal) => language.session_reveal(),
        Screen::Scene(_, ScenePage::Outcome) => language.session_outcome(),
        Screen::Step { checklist, .. } => model.checklist(checklist)?.title.get(language),
        _ => return None,
    };
    Some(name.to_owned())
}

fn minutes() -> Action {
    Action::Open(Screen::Paper(Box::new(Paper::minutes(None))))
}

/// Who is there: numbers are enough.
pub(in crate::app::pages) fn people(model: &Model) -> Page {
    let language = model.language();
    let Some((session, case)) = playing(model) else { return titled(language.session_people()) };
    let mut page = session_page(model, &case, language.session_people());
    page.abilities.next = true;
    page.text(Role::Quiet, language.session_people_what()).gap();
    for of in PEOPLE {
        let place = TextPlace::Session(SessionText::People(of));
        let field = Field::line(place, language.session_number_hint());
        let label = match of {
            Level::Mixed => language.session_others(),
            of => level_name(of, language),
        };
        page.push(Row::field(RowId::of("people", of.word()), label, field));
    }
    let present = language.session_people_count(session.present());
    page.gap().text(Role::Quiet, present);
    unreadable(&mut page, session.people.values(), language);
    page.gap();
    let names = Field::lines(TextPlace::Session(SessionText::Names), language.session_names_hint());
    page.push(Row::field(RowId::fixed("names"), language.session_names(), names));
    page.gap();
    let begin = Action::Replace(Screen::Scene(0, ScenePage::Story));
    page.push(Row::action(RowId::fixed("begin"), language.session_first_scene(), begin).marked(Mark::Leads));
    page
}
