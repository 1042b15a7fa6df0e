//! A session with a case: choosing one, who is there, and the scenes page by page. Every page says that it is fictional.

use std::sync::Arc;

use crate::app::message::Paper;
use crate::app::model::Model;
use crate::app::page::{
    Abilities, Action, Bar, Bars, Block, Field, Mark, Page, PlayedDetail, Role, Row, RowId, ScenePage, Screen,
};
use crate::app::pages::parts::titled;
use crate::app::pages::walk::source_in_short;
use crate::checklist::{Case, Checklist, Level, Name, Scene};
use crate::meeting::{Ballot, Played, Round, Session, SessionText, TextPlace, ballots, session::key};
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
        if page.first.is_none() && !ended(scene) && session.present() > 0 {
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
    page.gap().text(Role::Quiet, present);
    let begin = Action::Replace(Screen::Scene(0, ScenePage::Story));
    page.push(Row::action(RowId::fixed("begin"), language.session_first_scene(), begin).marked(Mark::Leads));
    page
}

/// The pages of a scene, in the order in which a group goes through them.
fn pages_of(scene: &Scene) -> Vec<ScenePage> {
    let votes = !scene.vote.is_empty();
    let all = [
        (true, ScenePage::Story),
        (votes, ScenePage::Vote(false)),
        (votes, ScenePage::Spread(false)),
        (!scene.questions.is_empty() || !scene.roles.is_empty(), ScenePage::Talk),
        (scene.reveal.is_some(), ScenePage::Reveal),
        (votes, ScenePage::Vote(true)),
        (votes, ScenePage::Spread(true)),
        (scene.checklist.is_some(), ScenePage::Judge),
        (true, ScenePage::Outcome),
    ];
    all.into_iter().filter_map(|(is_there, page)| is_there.then_some(page)).collect()
}

/// The page of the case before or after another one; nothing beyond the last one, and before the first.
pub fn scene_beside(model: &Model, number: u16, at: ScenePage, forward: bool) -> Option<(u16, ScenePage)> {
    let (_, case) = playing(model)?;
    let all: Vec<(u16, ScenePage)> = (0_u16..)
        .zip(&case.scenes)
        .flat_map(|(number, scene)| pages_of(scene).into_iter().map(move |page| (number, page)))
        .collect();
    let at = if at == ScenePage::Trainer { ScenePage::Outcome } else { at };
    let place = all.iter().position(|known| *known == (number, at))?;
    let beside = if forward { place + 1 } else { place.checked_sub(1)? };
    all.get(beside).copied()
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

/// Whether somebody votes at this moment while the keyboard goes round.
pub fn is_masked(model: &Model) -> bool {
    let Screen::Scene(number, ScenePage::Vote(second)) = *model.screen() else { return false };
    let Some((session, case)) = playing(model) else { return false };
    let scene = case.scenes.get(usize::from(number));
    let played = scene.and_then(|scene| session.played(&scene.id));
    played.is_some_and(|played| played.round(second).is_hidden())
}

/// One page of a scene.
pub(super) fn scene(model: &Model, number: u16, at: ScenePage) -> Page {
    let language = model.language();
    let Some((session, case)) = playing(model) else { return titled(language.session_fictional()) };
    let Some(scene) = case.scenes.get(usize::from(number)) else {
        return session_page(model, &case, case.patient.label.get(language));
    };
    let title = format!("{}. {}", number + 1, scene.title.get(language));
    let mut page = session_page(model, &case, &title);
    page.abilities.next = true;
    page.abilities.previous = scene_beside(model, number, at, false).is_some();
    let none = Played::default();
    let played = session.played(&scene.id).unwrap_or(&none);
    let stage = Stage { model, language, session, scene, played, ballots: ballots_of(model, &scene.id) };
    match at {
        ScenePage::Story => {
            let words = case.patient.own_words.as_ref().map(|words| words.get(language));
            page.own_words = words.map(|words| words.trim_matches(['"', '\n']).replace('\n', " "));
            if number == 0 {
                page.rich(Role::Plain, 0, case.patient.situation.get(language)).gap();
            }
            page.rich(Role::Question, 0, scene.text.get(language));
            stage.given(&mut page);
        }
        ScenePage::Vote(second) => stage.vote(&mut page, second),
        ScenePage::Spread(both) => stage.spread(&mut page, both),
        ScenePage::Talk => {
            for question in &scene.questions {
                page.text(Role::Question, question.get(language)).gap();
            }
            if !scene.roles.is_empty() {
                let names: Vec<&str> = scene.roles.iter().map(|role| role.who.get(language)).collect();
                page.text(Role::Quiet, language.session_roles(&names.join(", ")));
            }
        }
        ScenePage::Reveal => {
            page.text(Role::Heading, language.session_reveal()).gap();
            if let Some(text) = &scene.reveal {
                page.rich(Role::Question, 0, text.get(language));
            }
        }
        ScenePage::Judge => stage.judge(&mut page, &case),
        ScenePage::Outcome => {
            page.text(Role::Heading, language.session_outcome()).gap();
            let outcome =
                scene.outcome.as_ref().map_or(language.session_no_outcome(), |text| text.get(language));
            page.rich(Role::Question, 0, outcome).gap();
            if scene.debrief.is_some() {
                let open = Action::Open(Screen::Scene(number, ScenePage::Trainer));
                page.push(Row::action(RowId::fixed("trainer"), language.session_show_trainer(), open));
            }
            if model.may_change() && !played.ended {
                let end = Action::Played(scene.id.clone(), PlayedDetail::Ended);
                page.push(Row::action(RowId::fixed("ended"), language.session_scene_done(), end));
            }
        }
        ScenePage::Trainer => {
            page.text(Role::Heading, language.session_trainer()).gap();
            if let Some(text) = &scene.debrief {
                page.rich(Role::Plain, 0, text.get(language));
            }
        }
    }
    page.gap()
        .push(Row::action(RowId::fixed("next"), language.session_next(), Action::Next).marked(Mark::Leads));
    page.first = page.first.take().or_else(|| Some(RowId::fixed("next")));
    page
}

/// A scene that is being played.
struct Stage<'s> {
    model: &'s Model,
    language: Language,
    session: &'s Session,
    scene: &'s Scene,
    played: &'s Played,
    ballots: Vec<Ballot>,
}

impl Stage<'_> {
    /// What is on record when the scene begins.
    fn given(&self, page: &mut Page) {
        if self.scene.given.is_empty() {
            return;
        }
        page.gap().text(Role::Heading, self.language.session_given());
        for (question, answer) in
            crate::export::given_in_words(self.scene, |name| self.model.checklist(name), self.language)
        {
            page.text(Role::Plain, format!("{question}: {answer}"));
        }
    }

    fn vote(&self, page: &mut Page, second: bool) {
        let (language, round) = (self.language, self.played.round(second));
        let (present, may) = (self.session.present(), self.model.may_change());
        page.text(
            Role::Heading,
            if second { language.session_vote_again() } else { language.session_vote() },
        );
        let hint = if round.masked { language.session_pass_round() } else { language.session_count_hands() };
        page.text(Role::Quiet, hint);
        for ballot in &self.ballots {
            page.gap().text(Role::Question, ballot.text.clone());
            for (code, text) in &ballot.options {
                let option = key(&ballot.key, code);
                let id = RowId::of("option", &option);
                if round.masked && !round.shown {
                    let cast = Action::Played(self.scene.id.clone(), PlayedDetail::Cast(second, option));
                    page.push(Row::action(id, text.clone(), cast).marked(Mark::NotChosen));
                } else {
                    let count = SessionText::Count(self.scene.id.clone(), second, option);
                    let field = Field::line(TextPlace::Session(count), language.session_number_hint());
                    page.push(Row::field(id, text.clone(), field));
                }
            }
            let votes = round.votes(&ballot.key);
            page.text(Role::Quiet, language.session_votes(votes, present));
            if votes > present && present > 0 && !round.is_hidden() {
                page.text(Role::Warning, language.session_more_votes());
            }
        }
        if self.ballots.is_empty() {
            page.text(Role::Warning, language.session_no_checklist());
        }
        if may && !self.ballots.is_empty() {
            let label = if round.masked { language.session_unmask() } else { language.session_mask() };
            let mask = Action::Played(self.scene.id.clone(), PlayedDetail::Mask(second));
            page.gap();
            if !round.is_hidden() || round.counts.is_empty() {
                page.push(Row::action(RowId::fixed("mask"), label, mask));
            }
        }
        let first = self.ballots.first().and_then(|ballot| Some((ballot, ballot.options.first()?)));
        page.first = first.map(|(ballot, (code, _))| RowId::of("option", key(&ballot.key, code)));
    }

    fn spread(&self, page: &mut Page, both: bool) {
        let language = self.language;
        let round = self.played.round(both);
        page.text(Role::Heading, if both { language.session_both() } else { language.session_spread() });
        if !round.shown {
            for ballot in &self.ballots {
                let votes = language.session_votes(round.votes(&ballot.key), self.session.present());
                page.gap().text(Role::Question, ballot.text.clone()).text(Role::Quiet, votes);
            }
        } else {
            for ballot in &self.ballots {
                page.gap().text(Role::Question, ballot.text.clone());
                if both {
                    page.text(Role::Quiet, language.session_round(1));
                    self.bars(page, ballot, &self.played.first);
                    page.text(Role::Quiet, language.session_round(2));
                }
                self.bars(page, ballot, round);
            }
        }
        if self.model.may_change() {
            let label = if round.shown { language.session_hide() } else { language.session_show() };
            let show = Action::Played(self.scene.id.clone(), PlayedDetail::Show(both));
            page.gap().push(Row::action(RowId::fixed("show"), label, show));
            page.first = (!round.shown).then(|| RowId::fixed("show"));
        }
    }

    fn bars(&self, page: &mut Page, ballot: &Ballot, round: &Round) {
        let bar = |(code, text): &(String, String)| Bar::new(text.clone(), round.count(&ballot.key, code));
        let mut bars = Bars::new(ballot.options.iter().map(bar).collect());
        bars.scale = bars.scale.max(self.session.present());
        page.blocks.push(Block::Bars(bars));
    }

    fn judge(&self, page: &mut Page, case: &Case) {
        let language = self.language;
        let Some(checklist) = checklist(self.model, self.scene) else {
            page.text(Role::Warning, language.session_no_checklist());
            return;
        };
        page.text(Role::Heading, checklist.title.get(language));
        if let Some(judgement) = &checklist.judgement {
            page.text(Role::Question, judgement.text.get(language)).gap();
            for option in &judgement.options {
                let is_chosen = self.played.choice.as_ref() == Some(&option.code);
                let choice = (!is_chosen).then(|| option.code.clone());
                let judge = Action::Played(self.scene.id.clone(), PlayedDetail::Judge(choice));
                let mark = if is_chosen { Mark::Chosen } else { Mark::NotChosen };
                let id = RowId::of("judge", &option.code);
                page.push(Row::action(id.clone(), option.text.get(language), judge).marked(mark));
                page.first.get_or_insert(id);
            }
        } else {
            page.text(Role::Question, language.session_conclusion()).gap();
        }
        for (id, label, text) in [
            ("reason", language.session_reason(), SessionText::Reason(self.scene.id.clone())),
            ("dissent", language.session_dissent(), SessionText::Dissent(self.scene.id.clone())),
        ] {
            let field = Field::lines(TextPlace::Session(text), language.session_text_hint());
            page.push(Row::field(RowId::fixed(id), label, field));
        }
        page.first.get_or_insert(RowId::fixed("reason"));
        page.gap().text(Role::Heading, language.session_criteria());
        for item in checklist.items().filter(|item| item.is_answerable()) {
            let label = item.label.as_ref().unwrap_or(&item.text);
            page.rich(Role::Quiet, 0, format!("- {}", label.get(language)));
        }
        let of_case = self.scene.source.as_ref();
        let source = of_case.and_then(|name| case.sources.iter().find(|source| source.id == *name));
        if let Some(source) = source {
            page.gap().text(Role::Indication, source_in_short(language, source));
        }
    }
}
