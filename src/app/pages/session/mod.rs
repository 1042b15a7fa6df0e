//! A session with a case: choosing one, who is there, and the scenes page by page. Every page says that it is fictional.

mod scene;
mod spread;
mod way;

pub(super) use scene::{scene, shows_criteria, walked};
pub use way::{beside, criteria_open, is_masked};

use std::sync::Arc;

use crate::app::message::Paper;
use crate::app::model::Model;
use crate::app::page::{Abilities, Action, Field, Mark, Page, Role, Row, RowId, ScenePage, Screen};
use crate::app::pages::parts::titled;
use crate::checklist::{Case, Checklist, Level, Name, Scene};
use crate::meeting::{Ballot, Session, SessionText, TextPlace, ballots};
use crate::words::Language;

/// Of whom numbers are asked.
const PEOPLE: [Level; 5] = [Level::Doctors, Level::Nurses, Level::Carers, Level::Volunteers, Level::Mixed];

/// The cases that there are.
pub(super) fn cases(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.session_practise());
    page.trail.push(language.session_fictional().to_owned());
    page.text(Role::Quiet, language.session_choose()).gap();
    for one in model.library.iter().flat_map(|library| library.cases()) {
        let open = Action::Open(Screen::Case(one.case.id.clone()));
        let row = Row::action(RowId::of("case", &one.case.id), one.case.title.get(language), open);
        let minutes = one.case.minutes.map(|minutes| language.minutes_short(u32::from(minutes)));
        let beside: Vec<String> = minutes.into_iter().chain(levels(&one.case, language)).collect();
        page.push(row.with_value(Role::Quiet, beside.join(", ")).marked(Mark::Leads));
    }
    page
}

fn levels(case: &Case, language: Language) -> Option<String> {
    let names: Vec<&str> = case.level.iter().map(|level| level_name(*level, language)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

const fn level_name(level: Level, language: Language) -> &'static str {
    match level {
        Level::Volunteers => language.level_volunteers(),
        Level::Carers => language.level_carers(),
        Level::Nurses => language.level_nurses(),
        Level::Doctors => language.level_doctors(),
        Level::Mixed => language.level_mixed(),
    }
}

/// One case: what it is for, and the way to begin.
pub(super) fn case(model: &Model, name: &Name) -> Page {
    let language = model.language();
    let Some(known) = model.library.as_ref().and_then(|library| library.case(name)) else {
        return titled(language.session_practise());
    };
    let case = &known.case;
    let mut page = titled(case.title.get(language));
    page.trail.push(language.session_fictional().to_owned());
    page.first = Some(RowId::fixed("begin-kept"));
    if let Some(purpose) = &case.purpose {
        page.text(Role::Question, purpose.get(language)).gap();
    }
    let minutes = case.minutes.map(|minutes| language.minutes_short(u32::from(minutes)));
    let beside: Vec<String> = minutes.into_iter().chain(levels(case, language)).collect();
    page.text(Role::Quiet, beside.join(", "));
    for goal in &case.goals {
        page.rich(Role::Plain, 0, format!("- {}", goal.get(language)));
    }
    page.gap();
    for (id, label, kept) in [
        ("begin-kept", language.session_begin_kept(), true),
        ("begin-only", language.session_begin_not_kept(), false),
    ] {
        let play = Action::Play(name.clone(), kept);
        page.push(Row::action(RowId::fixed(id), label, play).marked(Mark::Leads));
    }
    page
}

/// The session and its case.
fn playing(model: &Model) -> Option<(&Session, Arc<Case>)> {
    let open = model.open.as_ref()?;
    Some((open.record.session.as_deref()?, open.case()?))
}

fn session_page(model: &Model, case: &Case, part: &str) -> Page {
    let language = model.language();
    Page {
        trail: vec![
            case.title.get(language).to_owned(),
            part.to_owned(),
            language.session_fictional().to_owned(),
        ],
        abilities: Abilities { paper: true, ..Abilities::default() },
        ..Page::default()
    }
}

/// All scenes, who is there, and the end of the session.
pub(super) fn overview(model: &Model) -> Page {
    let language = model.language();
    let Some((session, case)) = playing(model) else {
        let mut page = titled(language.session_fictional());
        page.text(Role::Warning, language.session_case_unreadable());
        page.push(Row::action(RowId::fixed("minutes"), language.ending_minutes(), minutes()));
        return page;
    };
    let mut page = session_page(model, &case, case.patient.label.get(language));
    page.text(Role::Quiet, language.session_overview()).gap();
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
    for (number, scene) in (0_u16..).zip(&case.scenes) {
        let open = Action::Open(Screen::Scene(number, ScenePage::Story));
        let label = format!("{}. {}", number + 1, scene.title.get(language));
        let minutes = scene.minutes.map(|minutes| language.minutes_short(u32::from(minutes)));
        let mark = if ended(scene) { Mark::Done } else { Mark::Leads };
        let row = Row::action(RowId::of("scene", number), label, open).marked(mark);
        page.push(row.with_value(Role::Quiet, minutes.unwrap_or_default()));
        let has_begun = session.present() > 0 || !session.scenes.is_empty();
        if page.first.is_none() && !ended(scene) && has_begun {
            page.first = Some(RowId::of("scene", number));
        }
    }
    page.gap().text(Role::Quiet, language.session_close());
    let needs = Field::lines(
        TextPlace::Meeting(crate::meeting::MeetingText::LearningNeeds),
        language.ending_learning_needs_hint(),
    );
    page.push(Row::field(RowId::fixed("learning-needs"), language.export_learning_needs(), needs));
    let knots = Field::lines(
        TextPlace::Meeting(crate::meeting::MeetingText::Bottlenecks),
        language.ending_bottlenecks_hint(),
    );
    page.push(Row::field(RowId::fixed("bottlenecks"), language.export_bottlenecks(), knots));
    page.push(Row::action(RowId::fixed("minutes"), language.ending_minutes(), minutes()));
    if model.may_change() {
        let close = Action::CloseMeeting;
        page.gap().push(Row::action(RowId::fixed("close"), language.session_end(), close));
    }
    page
}

fn minutes() -> Action {
    Action::Open(Screen::Paper(Box::new(Paper::minutes(None))))
}

/// Who is there: numbers are enough.
pub(super) fn people(model: &Model) -> Page {
    let language = model.language();
    let Some((session, case)) = playing(model) else { return titled(language.session_people()) };
    let mut page = session_page(model, &case, language.session_people());
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
    page.gap().text(Role::Quiet, present).gap();
    let begin = Action::Replace(Screen::Scene(0, ScenePage::Story));
    page.push(Row::action(RowId::fixed("begin"), language.session_first_scene(), begin).marked(Mark::Leads));
    page.gap();
    let names = Field::lines(TextPlace::Session(SessionText::Names), language.session_names_hint());
    page.push(Row::field(RowId::fixed("names"), language.session_names(), names));
    page
}

/// The questions on which the group votes in a scene of the open session.
pub fn ballots_of(model: &Model, scene: &Name) -> Vec<Ballot> {
    let Some((_, case)) = playing(model) else { return Vec::new() };
    let Some(scene) = case.scenes.iter().find(|known| known.id == *scene) else { return Vec::new() };
    ballots(scene, checklist(model, scene), model.language())
}

fn checklist<'m>(model: &'m Model, scene: &Scene) -> Option<&'m Checklist> {
    model.checklist(scene.checklist.as_ref()?)
}
