//! The pages of a scene: what is told, voted, asked and concluded, and its checklist as the group walks it.

use std::sync::Arc;

use super::shared::{ballots_of, checklist, playing, session_page};
use super::spread::Stage;
use super::way::{conclusion, criteria_open, has_before};
use crate::app::model::Model;
use crate::app::page::{
    Action, Block, Field, Mark, Page, PlayedDetail, Role, Row, RowId, ScenePage, Screen, StepPage,
};
use crate::app::pages::parts::{quoted, titled};
use crate::app::pages::walk::source_in_short;
use crate::checklist::{Case, JUDGEMENT, Name, Scene};
use crate::meeting::{Ballot, PatientId, Played, SessionText, TextPlace};
use crate::words::Language;

/// One page of a scene.
pub(in crate::app::pages) fn scene(model: &Model, number: u16, at: ScenePage) -> Page {
    let language = model.language();
    let Some((session, case)) = playing(model) else { return titled(language.session_fictional()) };
    let Some(scene) = case.scenes.get(usize::from(number)) else {
        return session_page(model, &case, case.patient.label.get(language));
    };
    let title = title(number, scene, language);
    let mut page = session_page(model, &case, &title);
    page.abilities.next = true;
    page.abilities.previous = has_before(model, &Screen::Scene(number, at));
    let none = Played::default();
    let played = session.played(&scene.id).unwrap_or(&none);
    let stage = Stage { model, language, session, scene, played, ballots: ballots_of(model, &scene.id) };
    match at {
        ScenePage::Story => {
            if let Some(words) = &case.patient.own_words {
                page.text(Role::OwnWords, in_quotes(words.get(language))).gap();
            }
            // Whoever leaves the first scene out has to know of whom the next one tells.
            let before = case.scenes.iter().take(usize::from(number));
            if before.into_iter().all(|scene| !session.reached.contains_key(&scene.id)) {
                let age = case.patient.age.map(|age| format!("{}. ", language.session_age(age)));
                let situation = case.patient.situation.get(language);
                page.rich(Role::Plain, 0, format!("{}{situation}", age.unwrap_or_default())).gap();
            }
            page.rich(Role::Question, 0, scene.text.get(language));
            stage.given(&mut page);
        }
        ScenePage::Vote(second) => stage.vote(&mut page, second),
        ScenePage::Spread(both) => stage.spread(&mut page, both),
        ScenePage::Talk => {
            for question in &scene.questions {
                page.rich(Role::Question, 0, question.get(language)).gap();
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
            let is_untold = model.may_change() && played.is_untold();
            if is_untold {
                untold(&mut page, model, number, scene);
                page.first = Some(RowId::of("keep", &scene.id));
            }
            let ends = model.may_change() && !played.ended && !is_untold;
            if ends {
                let end = Action::Played(scene.id.clone(), PlayedDetail::Ended);
                page.push(
                    Row::action(RowId::fixed("ended"), language.session_scene_done(), end)
                        .marked(Mark::Leads),
                );
                page.first = Some(RowId::fixed("ended"));
            }
            if scene.debrief.is_some() {
                let open = Action::Open(Screen::Scene(number, ScenePage::Trainer));
                page.push(Row::action(RowId::fixed("trainer"), language.session_show_trainer(), open));
            }
        }
        ScenePage::Trainer => {
            page.text(Role::Heading, language.session_trainer()).gap();
            if let Some(text) = &scene.debrief {
                page.rich(Role::Plain, 0, text.get(language));
            }
        }
    }
    // Where a row ends the scene, that is the way on; and nobody goes on past votes of which nobody said what becomes of them.
    let is_asked = page.row(&RowId::of("keep", &scene.id)).is_some();
    if page.row(&RowId::fixed("ended")).is_none() && !is_asked {
        page.gap().push(
            Row::action(RowId::fixed("next"), language.session_next(), Action::Next).marked(Mark::Leads),
        );
    }
    page.first = page.first.take().or_else(|| Some(RowId::fixed("next")));
    page
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

    /// What the group concludes where its checklist asks for no judgement, or is gone.
    fn judge(&self, page: &mut Page, case: &Case) {
        let language = self.language;
        match checklist(self.model, self.scene) {
            None => {
                page.text(Role::Warning, language.session_no_checklist());
            }
            Some(known) => {
                page.text(Role::Heading, known.title.get(language));
            }
        }
        page.text(Role::Question, language.session_conclusion()).gap();
        for (id, label, text) in [
            ("decision", language.session_decision(), SessionText::Decision(self.scene.id.clone())),
            ("reason", language.session_reason(), SessionText::Reason(self.scene.id.clone())),
            ("dissent", language.session_dissent(), SessionText::Dissent(self.scene.id.clone())),
        ] {
            let field = Field::lines(TextPlace::Session(text), language.session_text_hint());
            page.push(Row::field(RowId::fixed(id), label, field));
        }
        page.first.get_or_insert(RowId::fixed("decision"));
        voted(page, self.model, self.scene);
        sources(page, self.model, case, self.scene, true);
    }
}

/// Says what was voted in a scene and never shown, and asks what becomes of it; nothing goes without a word.
pub(super) fn untold(page: &mut Page, model: &Model, number: u16, scene: &Scene) {
    let language = model.language();
    let session = model.record().and_then(|record| record.session.as_ref());
    let Some(played) = session.and_then(|session| session.played(&scene.id)) else { return };
    let ballots = ballots_of(model, &scene.id);
    for (round, which) in played.rounds().into_iter().zip(1..).filter(|(round, _)| round.is_untold()) {
        let votes = ballots.iter().map(|ballot| ballot.turnout(round).0).max().unwrap_or(0);
        page.text(Role::Question, language.session_untold(votes, usize::from(number) + 1, which));
    }
    let settle = |keep| Action::Played(scene.id.clone(), PlayedDetail::Settle(keep));
    page.push(Row::action(RowId::of("keep", &scene.id), language.session_keep_untold(), settle(true)));
    page.push(Row::action(RowId::of("forget", &scene.id), language.session_forget_untold(), settle(false)));
    page.gap();
}

/// The source of a scene once it may be seen; until then the way for the trainer to open it.
fn sources(page: &mut Page, model: &Model, case: &Case, scene: &Scene, is_last: bool) {
    let language = model.language();
    if !criteria_open(model, &scene.id) {
        if model.may_change() {
            let open = Action::Played(scene.id.clone(), PlayedDetail::Criteria);
            let session = model.record().and_then(|record| record.session.as_ref());
            let votes = session.and_then(|session| session.played(&scene.id)).map(|played| &played.second);
            let is_to_come = votes.is_none_or(|round| round.counts.is_empty());
            let label =
                language.session_show_criteria(is_to_come && !ballots_of(model, &scene.id).is_empty());
            page.push(Row::action(RowId::fixed("criteria"), label, open));
        }
        return;
    }
    let of_case = scene.source.as_ref().filter(|_| is_last);
    let source = of_case.and_then(|name| case.sources.iter().find(|source| source.id == *name));
    if let Some(source) = source {
        page.gap().text(Role::Indication, source_in_short(language, source));
    }
}

/// A page of the checklist that a group walks, as part of its scene; of somebody else as it is.
///
/// Sources, explanations and what the guideline says stay away until they may be seen.
pub(in crate::app::pages) fn walked(
    mut page: Page,
    model: &Model,
    patient: PatientId,
    at: &StepPage,
) -> Page {
    let Some((number, scene, case)) = scene_of(model, patient) else { return page };
    let title = title(number, &scene, model.language());
    let header = session_page(model, &case, &title);
    (page.trail, page.short_trail) = (header.trail, header.short_trail);
    voted(&mut page, model, &scene);
    page.abilities.next = true;
    page.abilities.previous = has_before(model, model.screen());
    if !criteria_open(model, &scene.id) {
        page.abilities.source_later = page.abilities.source;
        page.abilities.source = false;
        page.blocks.retain(|block| !matches!(block, Block::Aside(_)));
    }
    page.gap();
    sources(&mut page, model, &case, &scene, *at == StepPage::Judgement);
    let on = Action::Next;
    page.push(Row::action(RowId::fixed("next"), model.language().session_next(), on).marked(Mark::Leads));
    let conclusion = conclusion(model, number, &scene);
    if *model.screen() != conclusion {
        let skip = Action::Replace(conclusion);
        page.push(Row::action(RowId::fixed("skip"), model.language().session_skip(), skip));
    }
    page
}

/// What the group voted on a question that its checklist asks as well, once it was shown: so nobody thinks that it is lost.
fn voted(page: &mut Page, model: &Model, scene: &Scene) {
    let language = model.language();
    let Some(session) = model.record().and_then(|record| record.session.as_ref()) else { return };
    let Some(played) = session.played(&scene.id) else { return };
    let present = session.present();
    let asks = |ballot: &Ballot| {
        let asks_it = |kind: &str| {
            let id = RowId::of(
                kind,
                format!("{}/{}", scene.checklist.as_ref().map_or("", Name::as_str), ballot.key),
            );
            page.rows().any(|row| row.id.as_str().starts_with(id.as_str()))
        };
        let judges = |row: &Row| row.id.as_str().starts_with("judge:");
        ["answer", "option"].into_iter().any(asks_it) || ballot.key == JUDGEMENT && page.rows().any(judges)
    };
    // What no checklist asks is told where the group concludes.
    let concludes = matches!(
        model.screen(),
        Screen::Step { page: StepPage::Judgement, .. } | Screen::Scene(_, ScenePage::Judge)
    );
    let is_own = |ballot: &Ballot| scene.ballots.iter().any(|own| own.id.as_str() == ballot.key);
    let rounds = [(&played.second, 2), (&played.first, 1)];
    let mut told = Vec::new();
    for ballot in ballots_of(model, &scene.id).into_iter().filter(|one| asks(one) || concludes && is_own(one))
    {
        let round = rounds.into_iter().find(|(round, _)| round.is_in_sight() && ballot.is_counted(round));
        let Some((round, number)) = round else { continue };
        let count = |(code, text): &(String, String)| {
            let told = ballot.told(round, code, None, present, language);
            (told.count != Some(0) || !told.remark.is_empty()).then(|| format!("{text}: {}", told.in_words()))
        };
        let counts: Vec<String> = ballot.options.iter().filter_map(count).collect();
        let asked = if is_own(&ballot) { format!("{} ", ballot.text) } else { String::new() };
        told.push(format!("{asked}{}: {}", language.session_group_voted(number), counts.join("; ")));
    }
    if told.is_empty() {
        return;
    }
    told.push(language.session_choose_for_group().to_owned());
    page.gap();
    for told in told {
        page.text(Role::Quiet, told);
    }
}

/// Whether what the guideline says may be seen of a patient: always, but for the fictional one of a scene that goes on.
pub(in crate::app::pages) fn shows_criteria(model: &Model, patient: PatientId) -> bool {
    scene_of(model, patient).is_none_or(|(_, scene, _)| criteria_open(model, &scene.id))
}

/// The scene in which a checklist is walked for a fictional patient.
fn scene_of(model: &Model, patient: PatientId) -> Option<(u16, Scene, Arc<Case>)> {
    let (session, case) = playing(model)?;
    let name = session.scene_of(patient)?;
    let (number, scene) = (0_u16..).zip(&case.scenes).find(|(_, scene)| scene.id == *name)?;
    Some((number, scene.clone(), case.clone()))
}

/// Somebody's own words in quotation marks; where several people speak, each has their own already.
fn in_quotes(words: &str) -> String {
    let words = words.trim().replace('\n', " ");
    let marks = words.matches('"').count();
    if marks > 2 || marks == 2 && !words.starts_with('"') { words } else { quoted(&words) }
}

fn title(number: u16, scene: &Scene, language: Language) -> String {
    format!("{}. {}", number + 1, scene.title.get(language))
}
