//! The definitions in force: the shipped ones, under those of the user, under those given on the command line.

mod cases;
mod file;
mod older;
pub(super) mod shipped;
mod unfit;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::checklist::definition::{DefinitionHash, Layer};

pub use file::DefinitionFile;

use super::definition::{Checklist, Item};
use super::diagnostic::{Diagnostic, DiagnosticCode, Problem, Severity, Strictness};
use super::parse::{Origin, Outcome, Parsed, parse, parse_shipped};
use super::read::validate::shorten;
use super::read::{Outside, OutsideUse};
use super::rules::called::called;
use crate::checklist::definition::{CaseDefinition, Name, Route, limits};
use crate::checklist::diagnostic::suggest::nearest;

/// What a file says.
fn outcome(file: &DefinitionFile) -> Outcome {
    let origin = |strictness| Origin { file: Some(&file.file), strictness };
    match file.refused {
        Some(_) => Outcome { diagnostics: file.refusal().into_iter().collect(), ..Outcome::default() },
        None if file.layer == Layer::Shipped => {
            shipped::once(file, || parse_shipped(&file.source, &origin(Strictness::Shipped)))
        }
        None => parse(&file.source, &origin(Strictness::Own)),
    }
}

/// The shipped checklist of a name, also where another one took its place: it may know words that the other has no more.
pub fn shipped_checklist(name: &Name) -> Option<&'static Checklist> {
    static SHIPPED: OnceLock<Library> = OnceLock::new();
    let shipped = SHIPPED.get_or_init(|| Library::new(shipped::shipped()));
    shipped.checklist(name).map(|known| &known.checklist)
}

/// A checklist with the text that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// The checklist.
    pub checklist: Checklist,
    /// Its text.
    pub source: Arc<str>,
    /// The hash of its text.
    pub hash: DefinitionHash,
    /// Where it comes from.
    pub layer: Layer,
    /// Its path within the layer.
    pub file: String,
}

impl Definition {
    /// Reads a checklist from its text, for example one that a meeting pinned; warnings do not matter here.
    ///
    /// # Errors
    ///
    /// All problems, when the text is no checklist that can be used.
    pub fn read(source: Arc<str>, layer: Layer, file: String) -> Result<Self, Vec<Diagnostic>> {
        let outcome = parse(&source, &Origin { file: None, strictness: Strictness::Accepted });
        match outcome.parsed {
            Some(Parsed::Checklist(checklist)) => {
                let hash = DefinitionHash::of(&source);
                Ok(Self { checklist, source, hash, layer, file })
            }
            Some(Parsed::Route(_) | Parsed::Case(_)) => {
                Err(vec![Diagnostic::new(Problem::MissingKey { key: "group", shape: "checklist" }, 0..0)])
            }
            None => Err(outcome.diagnostics),
        }
    }
}

/// A route with the text that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteDefinition {
    /// The route.
    pub route: Route,
    /// Its text.
    pub source: Arc<str>,
    /// The hash of its text.
    pub hash: DefinitionHash,
    /// Where it comes from.
    pub layer: Layer,
    /// Its path within the layer.
    pub file: String,
}

impl RouteDefinition {
    /// Reads a route from its text, for example one that a meeting pinned; warnings do not matter here.
    ///
    /// # Errors
    ///
    /// All problems, when the text is no route that can be used.
    pub fn read(source: Arc<str>, layer: Layer, file: String) -> Result<Self, Vec<Diagnostic>> {
        let outcome = parse(&source, &Origin { file: None, strictness: Strictness::Accepted });
        match outcome.parsed {
            Some(Parsed::Route(route)) => {
                let hash = DefinitionHash::of(&source);
                Ok(Self { route, source, hash, layer, file })
            }
            Some(Parsed::Checklist(_) | Parsed::Case(_)) => {
                Err(vec![Diagnostic::new(Problem::MissingKey { key: "step", shape: "route" }, 0..0)])
            }
            None => Err(outcome.diagnostics),
        }
    }
}

/// A file with problems.
#[derive(Debug, Clone, PartialEq)]
pub struct FileProblems {
    /// Where the file comes from.
    pub layer: Layer,
    /// Its path within the layer.
    pub file: String,
    /// Its text, for the lines shown.
    pub source: Arc<str>,
    /// What is wrong, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many problems more there are than are told.
    pub untold: usize,
}

impl FileProblems {
    /// Whether the file cannot be used, so that an earlier version stays in force.
    pub fn is_refused(&self) -> bool {
        self.diagnostics.iter().any(|one| one.severity == Severity::Error)
    }
}

/// An own checklist whose shipped origin has a newer version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewerShipped {
    /// The own checklist.
    pub id: Name,
    /// The shipped checklist that it was made from.
    pub based_on: Name,
    /// The version that it was made from.
    pub used: String,
    /// The version that is shipped now.
    pub shipped: String,
}

/// The definitions in force, and what is wrong with the others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Library {
    checklists: BTreeMap<Name, Arc<Definition>>,
    routes: BTreeMap<Name, Arc<RouteDefinition>>,
    cases: BTreeMap<Name, Arc<CaseDefinition>>,
    problems: Vec<FileProblems>,
    newer: Vec<NewerShipped>,
}

impl Library {
    /// Reads all files; of two with the same `id`, the later layer wins.
    pub fn new(files: Vec<DefinitionFile>) -> Self {
        Self::refresh(&Self::default(), files)
    }

    /// Reads all files again. A file that is broken now leaves its last good version in force, when `previous` has it.
    pub fn refresh(previous: &Self, mut files: Vec<DefinitionFile>) -> Self {
        files.sort_by(|a, b| (a.layer, &a.file).cmp(&(b.layer, &b.file)));
        let mut library = Self::default();
        let mut shipped: BTreeMap<Name, String> = BTreeMap::new();
        let mut read: Vec<(DefinitionFile, Outcome)> = Vec::with_capacity(files.len());
        for file in files {
            let outcome = outcome(&file);
            read.push((file, outcome));
        }
        for (file, outcome) in &read {
            match &outcome.parsed {
                Some(Parsed::Checklist(checklist)) => {
                    if file.layer == Layer::Shipped {
                        shipped.insert(checklist.id.clone(), checklist.version.clone());
                    }
                    library.take(file, checklist);
                }
                Some(Parsed::Route(_) | Parsed::Case(_)) => {}
                None => library.keep_last_checklist(previous, file),
            }
        }
        for (file, mut outcome) in read {
            library.look_up(&mut outcome);
            match outcome.parsed.take() {
                Some(Parsed::Route(route)) => library.take_route(&file, route),
                Some(Parsed::Case(case)) => library.take_case(&file, case),
                Some(Parsed::Checklist(_)) => {}
                None => {
                    library.keep_last_route(previous, &file);
                    library.keep_last_case(previous, &file);
                }
            }
            if !outcome.diagnostics.is_empty() {
                library.problems.push(FileProblems {
                    layer: file.layer,
                    file: file.file,
                    source: file.source,
                    diagnostics: outcome.diagnostics,
                    untold: outcome.untold,
                });
            }
        }
        library.newer = library.newer_shipped(&shipped);
        library
    }

    /// The checklist in force under a name.
    pub fn checklist(&self, id: &Name) -> Option<&Arc<Definition>> {
        self.checklists.get(id)
    }

    /// All checklists in force, by name.
    pub fn checklists(&self) -> impl Iterator<Item = &Arc<Definition>> {
        self.checklists.values()
    }

    /// The route in force under a name.
    pub fn route(&self, id: &Name) -> Option<&Arc<RouteDefinition>> {
        self.routes.get(id)
    }

    /// All routes in force, by name.
    pub fn routes(&self) -> impl Iterator<Item = &Arc<RouteDefinition>> {
        self.routes.values()
    }

    /// The route for a kind of meeting (`patz`, `mdo`, `education`): of those that name it, the one of the last layer.
    pub fn default_route(&self, kind: &str) -> Option<&Arc<RouteDefinition>> {
        self.routes
            .values()
            .filter(|one| one.route.default_for.iter().any(|name| name.as_str() == kind))
            .max_by_key(|one| one.layer)
    }

    /// Whether what a file defines is in force.
    pub fn uses(&self, layer: Layer, file: &str) -> bool {
        self.checklists.values().any(|one| one.layer == layer && one.file == file)
            || self.routes.values().any(|one| one.layer == layer && one.file == file)
            || self.cases.values().any(|one| one.layer == layer && one.file == file)
    }

    /// The checklist or route in force whose name is nearest to what somebody typed.
    pub fn nearest(&self, typed: &str) -> Option<&str> {
        nearest(typed, self.checklists.keys().chain(self.routes.keys()).map(Name::as_str))
    }

    /// Files with problems, in the order of their layers.
    pub fn problems(&self) -> &[FileProblems] {
        &self.problems
    }

    /// Own checklists whose shipped origin has another version now.
    pub fn newer(&self) -> &[NewerShipped] {
        &self.newer
    }

    fn take(&mut self, file: &DefinitionFile, checklist: &Checklist) {
        let definition = Definition {
            checklist: checklist.clone(),
            source: file.source.clone(),
            hash: DefinitionHash::of(&file.source),
            layer: file.layer,
            file: file.file.clone(),
        };
        self.checklists.insert(checklist.id.clone(), Arc::new(definition));
    }

    fn take_route(&mut self, file: &DefinitionFile, route: Route) {
        let (source, hash) = (file.source.clone(), DefinitionHash::of(&file.source));
        let definition = RouteDefinition { route, source, hash, layer: file.layer, file: file.file.clone() };
        self.routes.insert(definition.route.id.clone(), Arc::new(definition));
    }

    fn keep_last_checklist(&mut self, previous: &Self, file: &DefinitionFile) {
        let same = |one: &&Arc<Definition>| one.layer == file.layer && one.file == file.file;
        if let Some(last) = previous.checklists.values().find(same) {
            self.checklists.insert(last.checklist.id.clone(), last.clone());
        }
    }

    fn keep_last_route(&mut self, previous: &Self, file: &DefinitionFile) {
        let same = |one: &&Arc<RouteDefinition>| one.layer == file.layer && one.file == file.file;
        if let Some(last) = previous.routes.values().find(same) {
            self.routes.insert(last.route.id.clone(), last.clone());
        }
    }

    /// Looks up what a file refers to in other files.
    ///
    /// A route or case that names an unknown checklist cannot be walked and is refused. A condition on an unknown item of
    /// another checklist simply never holds, so that is only a warning: an own version of that other checklist must not
    /// take this one out of force.
    fn look_up(&self, outcome: &mut Outcome) {
        let is_led = matches!(outcome.parsed, Some(Parsed::Route(_) | Parsed::Case(_)));
        let steps: Vec<Name> = match &outcome.parsed {
            Some(Parsed::Route(route)) => route.steps.iter().map(|step| step.checklist.clone()).collect(),
            _ => Vec::new(),
        };
        let mut items: BTreeMap<&Name, BTreeMap<&Name, &Item>> = BTreeMap::new();
        for outside in std::mem::take(&mut outcome.outside) {
            let is_full = outcome.diagnostics.len() >= limits::PROBLEMS;
            let found = match (self.checklists.get(&outside.checklist), &outside.wanted) {
                (None, OutsideUse::OfStep) => Vec::new(),
                (None, _) => vec![self.no_checklist(&outside, is_led, is_full)],
                (Some(_), OutsideUse::OfStep) => vec![self.of_step(&outside, &steps)],
                (Some(definition), OutsideUse::Judged(codes)) => {
                    unfit::never_judged(&outside, &definition.checklist, codes, is_full)
                }
                (Some(definition), OutsideUse::Known | OutsideUse::Tested(..)) => {
                    let checklist = &definition.checklist;
                    let known = items
                        .entry(&checklist.id)
                        .or_insert_with(|| checklist.items().map(|item| (&item.id, item)).collect());
                    let Some(name) = &outside.item else { continue };
                    match (known.get(name), &outside.wanted) {
                        (Some(item), OutsideUse::Tested(values, bounds)) => {
                            unfit::untestable(&outside, item, values, bounds, is_full)
                        }
                        (Some(_), _) => continue,
                        (None, _) => vec![no_item(&outside, name, checklist, is_full)],
                    }
                }
                (Some(definition), _) => unfit::unfit(&outside, &definition.checklist, is_full),
            };
            for mut missing in found {
                // That it is no name says less than what it was meant to be; of such a one nothing is read.
                let told = outcome.diagnostics.len();
                outcome.diagnostics.retain(|one| {
                    let is_within = missing.span.start <= one.span.start && one.span.end <= missing.span.end;
                    one.code != DiagnosticCode::BadName || !is_within
                });
                if outcome.diagnostics.len() < told {
                    missing.severity = Severity::Error;
                }
                if missing.severity == Severity::Error {
                    outcome.parsed = None;
                }
                if is_full {
                    outcome.untold += 1;
                } else {
                    outcome.diagnostics.push(missing);
                }
            }
        }
        outcome.diagnostics.sort_by_key(|one| one.span.start);
    }

    /// A condition of a step of a route on what only that step asks: a question of a checklist before it is named with that.
    fn of_step(&self, outside: &Outside, steps: &[Name]) -> Diagnostic {
        let Some(item) = &outside.item else {
            let told = Diagnostic::new(Problem::NoJudgement, outside.span.clone());
            return told.with_severity(Severity::Warning);
        };
        let has = |checklist: &&Name| {
            let found = self.checklists.get(*checklist);
            **checklist != outside.checklist
                && found.is_some_and(|one| one.checklist.item(item.as_str()).is_some())
        };
        let meant = steps.iter().find(has).map(|checklist| format!("{checklist}/{item}"));
        let problem = Problem::UnknownItem { name: shorten(item.as_str()) };
        let told = Diagnostic::new(problem, outside.span.clone()).suggest(meant);
        told.with_severity(Severity::Warning)
    }

    fn no_checklist(&self, outside: &Outside, is_led: bool, is_full: bool) -> Diagnostic {
        let known =
            self.checklists.values().map(|one| (one.checklist.id.as_str(), vec![&one.checklist.title]));
        let meant = if is_full { None } else { called(outside.checklist.as_str(), known) };
        let suggestion = meant.map(|name| match (&outside.item, &outside.wanted) {
            (Some(item), OutsideUse::Known | OutsideUse::Tested(..)) => format!("{name}/{item}"),
            _ => name.to_owned(),
        });
        let name = shorten(outside.checklist.as_str());
        let diagnostic =
            Diagnostic::new(Problem::UnknownChecklist { name }, outside.span.clone()).suggest(suggestion);
        // Also where other faults keep the case or route from being read: one mistake weighs alike beside others.
        let is_test = matches!(
            outside.wanted,
            OutsideUse::Known | OutsideUse::Tested(..) | OutsideUse::Judged(_) | OutsideUse::OfStep
        );
        let is_led = is_led || !is_test;
        diagnostic.with_severity(if is_led { Severity::Error } else { Severity::Warning })
    }

    fn newer_shipped(&self, shipped: &BTreeMap<Name, String>) -> Vec<NewerShipped> {
        let own = self.checklists.values().filter(|one| one.layer > Layer::Shipped);
        own.filter_map(|one| {
            let based_on = one.checklist.based_on.as_ref()?;
            let version = shipped.get(&based_on.id).filter(|version| **version != based_on.version)?;
            Some(NewerShipped {
                id: one.checklist.id.clone(),
                based_on: based_on.id.clone(),
                used: based_on.version.clone(),
                shipped: version.clone(),
            })
        })
        .collect()
    }
}

fn no_item(outside: &Outside, item: &Name, checklist: &Checklist, is_full: bool) -> Diagnostic {
    let suggestion = if is_full { None } else { unfit::meant_item(checklist, item.as_str()) };
    let problem = Problem::UnknownItem { name: shorten(&format!("{}/{item}", outside.checklist)) };
    Diagnostic::new(problem, outside.span.clone()).suggest(suggestion).with_severity(Severity::Warning)
}

#[cfg(test)]
mod tests;
