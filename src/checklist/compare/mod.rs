//! What differs between two versions of a checklist, in the terms of the definition and not of its lines.
//!
//! Parts are the same when they have the same name. Names, versions and origins of the checklists themselves are no
//! difference: who compares two versions knows those.

use std::collections::BTreeMap;

use super::definition::Checklist;

mod difference;
mod in_words;
mod parts;

pub use difference::{Aspect, Change, Difference, Place, Value};
pub use in_words::DifferenceInWords;
use parts::{Part, parts};

/// What one's own version did with something that differs between two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// It left this as it was.
    Untouched,
    /// It has the same difference already.
    Same,
    /// It changed the same thing in another way, so that a person has to choose.
    Otherwise,
}

/// Everything that differs from `earlier` to `later`, in the order of the later version, what is gone at the end.
pub fn compare(earlier: &Checklist, later: &Checklist) -> Vec<Difference> {
    let (before, after) = (parts(earlier), parts(later));
    let old: BTreeMap<&Place, &Part> = before.iter().map(|part| (&part.place, part)).collect();
    let new: BTreeMap<&Place, &Part> = after.iter().map(|part| (&part.place, part)).collect();
    let (order_before, order_after) = (kept(&before, &new), kept(&after, &old));
    let mut found = Vec::new();
    let mut add = |part: &Part, change| {
        found.push(Difference { place: part.place.clone(), title: part.title.clone(), change });
    };
    for part in &after {
        let Some(was) = old.get(&part.place) else {
            // What is new as a whole is told as a whole.
            if !is_option(&part.place) || old.contains_key(&part.within) {
                add(part, Change::Added(part.values.clone()));
            }
            continue;
        };
        for (aspect, from, to) in changed(was, part) {
            add(part, Change::Changed { aspect, from, to });
        }
        if was.within != part.within {
            add(part, Change::Moved(was.within.clone(), part.within.clone()));
        }
        let order = order_after.get(&part.place);
        if order != order_before.get(&part.place) {
            let order = order.into_iter().flatten().map(|place| (*place).clone());
            add(part, Change::Reordered(order.collect()));
        }
    }
    for part in before.iter().filter(|part| !new.contains_key(&part.place)) {
        if !is_option(&part.place) || new.contains_key(&part.within) {
            add(part, Change::Removed(part.values.clone()));
        }
    }
    found
}

fn is_option(place: &Place) -> bool {
    matches!(place, Place::Option(..) | Place::JudgementOption(_))
}

/// What differs of a part that both versions have.
fn changed(was: &Part, is: &Part) -> Vec<(Aspect, Value, Value)> {
    let of = |part: &Part, aspect: Aspect| {
        let found = part.values.iter().find(|(known, _)| *known == aspect);
        found.map_or(Value::Absent, |(_, value)| value.clone())
    };
    let mut aspects: Vec<Aspect> = was.values.iter().chain(&is.values).map(|(aspect, _)| *aspect).collect();
    aspects.sort_unstable();
    aspects.dedup();
    let both = aspects.into_iter().map(|aspect| (aspect, of(was, aspect), of(is, aspect)));
    both.filter(|(_, from, to)| from != to).collect()
}

/// By part, what stands directly within it in both versions, in the order of this one.
fn kept<'p>(parts: &'p [Part], other: &BTreeMap<&Place, &Part>) -> BTreeMap<&'p Place, Vec<&'p Place>> {
    let mut inside: BTreeMap<&Place, Vec<&Place>> = BTreeMap::new();
    for part in parts.iter().filter(|part| part.place != part.within) {
        if other.get(&part.place).is_some_and(|same| same.within == part.within) {
            inside.entry(&part.within).or_default().push(&part.place);
        }
    }
    inside
}

/// What one's own version did with a difference between two others; `own` is what it differs from the earlier of those.
pub fn against(difference: &Difference, own: &[Difference]) -> Own {
    let mut here = own.iter().filter(|one| one.place == difference.place);
    let found = match &difference.change {
        Change::Changed { aspect, .. } => here.find(|one| match &one.change {
            Change::Changed { aspect: own, .. } => own == aspect,
            Change::Removed(_) => true,
            _ => false,
        }),
        Change::Moved(..) => here.find(|one| matches!(one.change, Change::Moved(..) | Change::Removed(_))),
        Change::Reordered(_) => here.find(|one| matches!(one.change, Change::Reordered(_))),
        Change::Added(_) | Change::Removed(_) => here.next(),
    };
    match found {
        None => Own::Untouched,
        Some(one) if same(&one.change, &difference.change) => Own::Same,
        Some(_) => Own::Otherwise,
    }
}

fn same(own: &Change, other: &Change) -> bool {
    match (own, other) {
        // What stood there does not matter: it is gone in both.
        (Change::Removed(_), Change::Removed(_)) => true,
        (own, other) => own == other,
    }
}

#[cfg(test)]
mod tests;
