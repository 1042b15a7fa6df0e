//! References: to items, their options, sources and the judgement.

use std::collections::{BTreeMap, BTreeSet};

use super::called::{called, no_option, texts_of};
use crate::checklist::definition::{Checklist, ChoiceOption, Item, ItemKind, Literal, Name, Source};
use crate::checklist::diagnostic::report::Report;
use crate::checklist::diagnostic::{Diagnostic, DiagnosticCode, Problem, Testable};
use crate::checklist::read::meant::{as_name, is_name};
use crate::checklist::read::testing::{Fit, fit, testable};
use crate::checklist::read::validate::shorten;
use crate::checklist::read::{ConditionOwner, Gathered, NameSpace, PlacedTest};

/// Checks all references; returns whether all within this file point somewhere.
pub(super) fn check(
    checklist: &Checklist,
    gathered: &Gathered,
    twice: &BTreeSet<&Name>,
    report: &mut Report<'_>,
) -> bool {
    let steps = checklist.steps();
    let items: BTreeMap<&Name, &Item> = steps
        .iter()
        .filter_map(|step| match step.part {
            crate::checklist::definition::Part::Item(item) => Some((&item.id, item)),
            crate::checklist::definition::Part::Group(_) => None,
        })
        .collect();
    // An item that could not be read still has its name.
    let declared: BTreeSet<&Name> =
        gathered.names.iter().filter(|one| one.space == NameSpace::Parts).map(|one| &one.name).collect();
    let around: BTreeMap<&Name, BTreeSet<&Name>> = steps
        .iter()
        .map(|step| {
            let groups = step.groups.iter().map(|group| &group.id);
            (step.part.id(), groups.chain(step.parents.iter().map(|item| &item.id)).collect())
        })
        .collect();
    report.has_nameless |= !twice.is_empty();
    let mut checks = Checks { checklist, gathered, twice, items, declared, report, sound: true };
    for condition in &gathered.conditions {
        for test in &condition.tests {
            // What depends on itself is a circle, whatever is tested.
            let is_own = matches!((&condition.owner, test), (ConditionOwner::Part(part), PlacedTest::Item { item, .. })
                if item.checklist.is_none() && (item.item == *part || around.get(&item.item).is_some_and(|around| around.contains(part))));
            if !is_own {
                checks.test(test);
            }
        }
    }
    let sound = checks.sound;
    check_sources(&checklist.sources, gathered, report);
    sound
}

struct Checks<'c, 'r, 's> {
    checklist: &'c Checklist,
    gathered: &'c Gathered,
    twice: &'c BTreeSet<&'c Name>,
    items: BTreeMap<&'c Name, &'c Item>,
    declared: BTreeSet<&'c Name>,
    report: &'r mut Report<'s>,
    sound: bool,
}

impl Checks<'_, '_, '_> {
    fn test(&mut self, test: &PlacedTest) {
        match test {
            PlacedTest::Item { item, span, values, bounds } => {
                if item.checklist.is_some() {
                    return;
                }
                let Some(found) = self.items.get(&item.item).copied() else {
                    self.unknown_item(&item.item, span);
                    return;
                };
                if !is_name(item.item.as_str()) {
                    self.report.was_meant(span, as_name(item.item.as_str()).as_deref());
                }
                if !self.gathered.unclear.contains(&item.item) && !self.twice.contains(&item.item) {
                    self.values(found, span, values, bounds);
                }
            }
            PlacedTest::Judgement { checklist: None, codes, span } => self.judgement(codes, span),
            PlacedTest::Judgement { .. } | PlacedTest::Count { .. } => {}
        }
    }

    fn unknown_item(&mut self, name: &Name, span: &std::ops::Range<usize>) {
        self.sound = false;
        if self.report.was_blanked(name.as_str()) {
            return;
        }
        let is_group = self.declared.contains(name);
        let suggestion = if self.report.is_full() || is_group {
            None
        } else {
            called(name.as_str(), self.items.iter().map(|(id, item)| (id.as_str(), texts_of(item))))
        };
        if !is_name(name.as_str()) {
            return self.report.was_meant(span, suggestion);
        }
        let problem = Problem::UnknownItem { name: shorten(name.as_str()) };
        if suggestion.is_none() && !is_group && self.report.has_nameless {
            return;
        }
        self.report.push(Diagnostic::new(problem, span.clone()).suggest(suggestion));
    }

    fn values(
        &mut self,
        item: &Item,
        span: &std::ops::Range<usize>,
        values: &[(Literal, std::ops::Range<usize>)],
        bounds: &[std::ops::Range<usize>],
    ) {
        let testable = testable(item);
        let unsuitable = |report: &mut Report<'_>, span: &std::ops::Range<usize>, hint: Option<String>| {
            // That a number is no name says nothing more.
            report.retract(span, DiagnosticCode::BadName);
            let problem = Problem::UnsuitableTest { item: item.id.to_string(), testable };
            report.push(Diagnostic::new(problem, span.clone()).suggest(hint));
        };
        if testable == Testable::Nothing {
            unsuitable(self.report, span, None);
            return;
        }
        for (literal, span) in values {
            match fit(testable, literal) {
                Fit::Fits => {}
                Fit::IfOption(code) => self.option(options(item), code, span),
                Fit::Not(hint) => {
                    self.sound = false;
                    unsuitable(self.report, span, hint);
                }
            }
        }
        for span in bounds.iter().filter(|_| testable != Testable::Numbers) {
            self.sound = false;
            unsuitable(self.report, span, None);
        }
    }

    fn option(&mut self, options: &[ChoiceOption], code: &Name, span: &std::ops::Range<usize>) {
        if options.iter().any(|option| option.code == *code) {
            return;
        }
        self.sound = false;
        if self.report.was_blanked(code.as_str()) {
            return;
        }
        let told = no_option(options, code.as_str(), span, self.report.is_full());
        if told.suggestion.is_none() && self.report.has_codeless {
            return;
        }
        // That a text is no name says less than which options there are.
        self.report.retract(span, DiagnosticCode::BadName);
        self.report.push(told);
    }

    fn judgement(&mut self, codes: &[(Name, std::ops::Range<usize>)], span: &std::ops::Range<usize>) {
        match &self.checklist.judgement {
            Some(judgement) => {
                for (code, span) in codes {
                    self.option(&judgement.options, code, span);
                }
            }
            None => {
                self.sound = false;
                if !self.report.was_blanked("judgement") {
                    self.report.add(Problem::NoJudgement, span);
                }
            }
        }
    }
}

/// Every source that is referred to stands in the file.
pub(super) fn check_sources(sources: &[Source], gathered: &Gathered, report: &mut Report<'_>) {
    let known: BTreeSet<&Name> =
        gathered.names.iter().filter(|one| one.space == NameSpace::Sources).map(|one| &one.name).collect();
    for (name, span) in &gathered.sources {
        if report.was_blanked(name.as_str()) {
            continue;
        }
        let suggestion = if report.is_full() {
            None
        } else {
            called(name.as_str(), sources.iter().map(|source| (source.id.as_str(), vec![&source.title])))
        };
        match (known.contains(name), is_name(name.as_str())) {
            (true, true) => {}
            (true, false) => report.was_meant(span, as_name(name.as_str()).as_deref()),
            (false, false) => report.was_meant(span, suggestion),
            (false, true) if suggestion.is_none() && report.has_nameless => {}
            (false, true) => {
                let problem = Problem::UnknownSource { name: shorten(name.as_str()) };
                report.push(Diagnostic::new(problem, span.clone()).suggest(suggestion));
            }
        }
    }
}

fn options(item: &Item) -> &[ChoiceOption] {
    match &item.kind {
        ItemKind::Choice(options) | ItemKind::Choices(options) => options,
        _ => &[],
    }
}
