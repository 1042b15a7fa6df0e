//! Circles: a part may not depend, by its conditions or by what it lies in, on itself.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::checklist::definition::{Checklist, Name};
use crate::checklist::diagnostic::report::Report;
use crate::checklist::diagnostic::{Diagnostic, Problem, Role};
use crate::checklist::read::{ConditionOwner, Gathered};

/// Where one part depends on another.
struct Link<'c> {
    to: &'c Name,
    /// The place of the condition; absent where the part simply lies in the other.
    span: Option<Range<usize>>,
}

/// Tells of every circle once; returns whether there is any.
pub(super) fn check(
    checklist: &Checklist,
    gathered: &Gathered,
    twice: &BTreeSet<&Name>,
    report: &mut Report<'_>,
) -> bool {
    let links = links(checklist, gathered);
    let mut done: BTreeSet<&Name> = BTreeSet::new();
    let mut found = false;
    for start in links.keys() {
        if let Some(circle) = search(start, &links, &mut done) {
            found = true;
            if !circle.iter().any(|name| twice.contains(name)) {
                tell(&circle, &links, report);
            }
        }
    }
    found
}

fn links<'c>(checklist: &'c Checklist, gathered: &Gathered) -> BTreeMap<&'c Name, Vec<Link<'c>>> {
    let mut links: BTreeMap<&Name, Vec<Link<'_>>> = BTreeMap::new();
    let places: BTreeMap<&Name, &Range<usize>> = gathered
        .conditions
        .iter()
        .filter_map(|one| match &one.owner {
            ConditionOwner::Part(name) => Some((name, &one.span)),
            _ => None,
        })
        .collect();
    for step in checklist.steps() {
        let own = links.entry(step.part.id()).or_default();
        let around = step.parents.last().map(|item| &item.id).or(step.groups.last().map(|group| &group.id));
        own.extend(around.map(|to| Link { to, span: None }));
        if let Some(when) = step.part.when() {
            let span = places.get(step.part.id()).map(|span| (*span).clone());
            when.visit_items(&mut |item| {
                if item.checklist.is_none() {
                    own.push(Link { to: &item.item, span: span.clone() });
                }
            });
        }
    }
    links
}

/// The first circle that can be reached, by a walk in depth without recursion.
fn search<'c>(
    start: &'c Name,
    links: &BTreeMap<&'c Name, Vec<Link<'c>>>,
    done: &mut BTreeSet<&'c Name>,
) -> Option<Vec<&'c Name>> {
    let mut path: Vec<(&Name, usize)> = vec![(start, 0)];
    let mut on_path: BTreeSet<&Name> = BTreeSet::from([start]);
    while let Some((name, next)) = path.last_mut() {
        let name: &'c Name = name;
        if done.contains(name) {
            on_path.remove(name);
            path.pop();
            continue;
        }
        let link = links.get(name).and_then(|links| links.get(*next));
        *next += 1;
        match link {
            None => {
                done.insert(name);
            }
            Some(link) if on_path.contains(link.to) => {
                let circle: Vec<&Name> =
                    path.iter().map(|(name, _)| *name).skip_while(|name| *name != link.to).collect();
                done.extend(path.iter().map(|(name, _)| *name));
                return Some(circle);
            }
            Some(link) if !done.contains(link.to) => {
                on_path.insert(link.to);
                path.push((link.to, 0));
            }
            Some(_) => {}
        }
    }
    None
}

fn tell(circle: &[&Name], links: &BTreeMap<&Name, Vec<Link<'_>>>, report: &mut Report<'_>) {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (name, next) in circle.iter().zip(circle.iter().cycle().skip(1)) {
        let link = links.get(*name).into_iter().flatten().find(|link| link.to == *next);
        spans.extend(link.and_then(|link| link.span.clone()));
    }
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    let mut path: Vec<String> = circle.iter().take(12).map(ToString::to_string).collect();
    if circle.len() > path.len() {
        path.push("…".to_owned());
    }
    path.extend(circle.first().map(ToString::to_string));
    let mut spans = spans.into_iter();
    let Some(first) = spans.next() else { return };
    let mut diagnostic = Diagnostic::new(Problem::Circle { path }, first);
    for span in spans.take(3) {
        diagnostic = diagnostic.related(span, Role::Link);
    }
    report.push(diagnostic);
}
