//! Writing a definition as text: the canonical form, which reads back as the same definition.

mod parts;
#[cfg(test)]
mod tests;
mod values;

use std::fmt::Write as _;

pub(super) use self::values::quoted;
use self::values::{condition, given, listed, localized, reference};
use super::definition::{Checklist, FORMAT, Localized};
use crate::checklist::definition::{
    Case, ChoiceOption, Condition, Name, OwnBallot, Role, Route, RouteStep, Scene,
};

/// The checklist as the text of a definition file; comments of the text it was read from are not kept.
pub fn print(checklist: &Checklist) -> String {
    let (id, version) = (&checklist.id, &checklist.version);
    let mut printer = Printer::begun(id, version, &checklist.title, checklist.purpose.as_ref());
    if let Some(based_on) = &checklist.based_on {
        let (id, version) = (quoted(based_on.id.as_str()), quoted(&based_on.version));
        printer.line("based_on", &format!("{{ id = {id}, version = {version} }}"));
    }
    checklist.sources.iter().for_each(|source| printer.source(source));
    checklist.groups.iter().for_each(|group| printer.group(group, "group"));
    checklist.indications.iter().for_each(|indication| printer.indication(indication));
    if let Some(judgement) = &checklist.judgement {
        printer.judgement(judgement);
    }
    checklist.agreements.iter().for_each(|agreement| printer.agreement(agreement));
    printer.text
}

/// The route as the text of a definition file.
pub fn print_route(route: &Route) -> String {
    let mut printer = Printer::begun(&route.id, &route.version, &route.title, route.purpose.as_ref());
    if !route.default_for.is_empty() {
        printer.line("default_for", &listed(&route.default_for, |name| quoted(name.as_str())));
    }
    route.steps.iter().for_each(|step| printer.step(step));
    printer.text
}

/// The case as the text of a definition file.
pub fn print_case(case: &Case) -> String {
    let mut printer = Printer::begun(&case.id, &case.version, &case.title, case.purpose.as_ref());
    printer.line("fictional", "true");
    printer.minutes(case.minutes);
    if !case.level.is_empty() {
        printer.line("for", &listed(&case.level, |level| quoted(level.word())));
    }
    printer.texts("goals", &case.goals);
    case.sources.iter().for_each(|source| printer.source(source));
    printer.header("[patient]");
    printer.text("label", &case.patient.label);
    if let Some(age) = case.patient.age {
        printer.line("age", &age.to_string());
    }
    printer.text("situation", &case.patient.situation);
    printer.optional("own_words", case.patient.own_words.as_ref());
    case.scenes.iter().for_each(|scene| printer.scene(scene));
    printer.text
}

struct Printer {
    text: String,
}

impl Printer {
    /// What every definition begins with.
    fn begun(id: &Name, version: &str, title: &Localized, purpose: Option<&Localized>) -> Self {
        let mut printer = Self { text: String::new() };
        printer.line("format", &FORMAT.to_string());
        printer.name("id", Some(id));
        printer.line("version", &quoted(version));
        printer.text("title", title);
        printer.optional("purpose", purpose);
        printer
    }

    fn step(&mut self, step: &RouteStep) {
        self.header("[[step]]");
        self.name("checklist", Some(&step.checklist));
        self.optional("title", step.title.as_ref());
        for (key, holds) in [("folded", step.folded), ("inline", step.inline)] {
            if holds {
                self.line(key, "true");
            }
        }
        self.when("enable_when", step.when.as_ref());
    }

    fn scene(&mut self, scene: &Scene) {
        self.header("[[scene]]");
        self.name("id", Some(&scene.id));
        self.text("title", &scene.title);
        self.minutes(scene.minutes);
        self.text("text", &scene.text);
        self.name("checklist", scene.checklist.as_ref());
        if !scene.given.is_empty() {
            self.line("given", &given(&scene.given));
        }
        if !scene.vote.is_empty() {
            self.line("vote", &listed(&scene.vote, reference));
        }
        if !scene.ballots.is_empty() {
            let option = |option: &ChoiceOption| {
                format!("{{ code = {}, text = {} }}", quoted(option.code.as_str()), localized(&option.text))
            };
            let ballot = |ballot: &OwnBallot| {
                let (id, text) = (quoted(ballot.id.as_str()), localized(&ballot.text));
                format!("{{ id = {id}, text = {text}, options = {} }}", listed(&ballot.options, option))
            };
            self.line("ballot", &listed(&scene.ballots, ballot));
        }
        if !scene.roles.is_empty() {
            let role = |role: &Role| {
                format!("{{ who = {}, card = {} }}", localized(&role.who), localized(&role.card))
            };
            self.line("roles", &listed(&scene.roles, role));
        }
        self.texts("questions", &scene.questions);
        self.optional("reveal", scene.reveal.as_ref());
        self.optional("outcome", scene.outcome.as_ref());
        self.optional("debrief", scene.debrief.as_ref());
        self.name("source", scene.source.as_ref());
    }

    fn minutes(&mut self, minutes: Option<u16>) {
        if let Some(minutes) = minutes {
            self.line("minutes", &minutes.to_string());
        }
    }

    fn texts(&mut self, key: &str, texts: &[Localized]) {
        if !texts.is_empty() {
            self.line(key, &listed(texts, localized));
        }
    }

    fn header(&mut self, header: &str) {
        let _ = writeln!(self.text, "\n{header}");
    }

    fn line(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key} = {value}");
    }

    fn text(&mut self, key: &str, text: &Localized) {
        self.line(key, &localized(text));
    }

    fn optional(&mut self, key: &str, text: Option<&Localized>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn plain(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.line(key, &quoted(text));
        }
    }

    fn name(&mut self, key: &str, name: Option<&Name>) {
        if let Some(name) = name {
            self.line(key, &quoted(name.as_str()));
        }
    }

    fn when(&mut self, key: &str, when: Option<&Condition>) {
        if let Some(when) = when {
            self.line(key, &condition(when));
        }
    }
}
