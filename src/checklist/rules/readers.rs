//! Who may read an answer, and what an answer says of a conversation: keys that have to fit each other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::checklist::definition::{About, Audience, Checklist, Discussed, Item, ItemKind, Name, Part};
use crate::checklist::diagnostic::report::Report;
use crate::checklist::diagnostic::suggest::nearest;
use crate::checklist::diagnostic::{Diagnostic, Problem};
use crate::checklist::read::Gathered;
use crate::checklist::read::validate::shorten;

/// Checks the readers and the conversations of all items.
pub(super) fn check(checklist: &Checklist, gathered: &Gathered, report: &mut Report<'_>) {
    let places: BTreeMap<&Name, &Range<usize>> =
        gathered.names.iter().map(|one| (&one.name, &one.span)).collect();
    let steps = checklist.steps();
    let items: BTreeSet<&str> = steps
        .iter()
        .filter_map(|step| match step.part {
            Part::Item(item) => Some(item.id.as_str()),
            Part::Group(_) => None,
        })
        .collect();
    for step in &steps {
        let Part::Item(item) = step.part else { continue };
        let Some(span) = places.get(&item.id) else { continue };
        readers(item, step.about(), span, report);
        if !gathered.unclear.contains(&item.id) {
            conversation(item, &items, span, report);
        }
    }
}

fn readers(item: &Item, about: About, span: &Range<usize>, report: &mut Report<'_>) {
    let others = item.audience.iter().any(|reader| *reader != Audience::Team);
    let of_team = about == About::Team || item.audience.contains(&Audience::Team);
    let name = item.id.to_string();
    match (of_team, others) {
        (true, true) => report.add(Problem::ContradictingAudience { name }, span),
        (false, true) => report.add(Problem::FewerReaders { name }, span),
        (_, false) => {}
    }
}

fn conversation(item: &Item, items: &BTreeSet<&str>, span: &Range<usize>, report: &mut Report<'_>) {
    let fits = match (item.discussed, &item.kind) {
        (Discussed::Not, _)
        | (Discussed::About, ItemKind::Choices(_))
        | (Discussed::On, ItemKind::Date(_)) => true,
        (Discussed::By, kind) => {
            matches!(kind, ItemKind::Person | ItemKind::ShortText | ItemKind::LongText)
        }
        (Discussed::On | Discussed::About, _) => false,
        (Discussed::Needed | Discussed::With, _) => item.is_answerable(),
    };
    if !fits {
        report.add(Problem::UnsuitableKey { key: "discussed", item_type: item.kind.type_name() }, span);
    }
    if let (Discussed::About, ItemKind::Choices(options)) = (item.discussed, &item.kind) {
        for option in options.iter().filter(|option| !items.contains(option.code.as_str())) {
            let code = option.code.as_str();
            let near = if report.is_full() { None } else { nearest(code, items.iter().copied()) };
            let problem = Problem::UnknownItem { name: shorten(code) };
            report.push(Diagnostic::new(problem, span.clone()).suggest(near));
        }
    }
}
