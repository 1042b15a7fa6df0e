//! Names: given once, and safe as the name of a file.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::DeTable;

use crate::checklist::definition::Name;
use crate::checklist::diagnostic::report::Report;
use crate::checklist::diagnostic::{Diagnostic, Problem, Role, clean};
use crate::checklist::read::meant::is_name;
use crate::checklist::read::validate::shorten;
use crate::checklist::read::{Gathered, NameSpace};
use crate::checklist::schema::{DEVICES, NUMBERED_DEVICES};

/// Every name is given once; gives the names of parts that are not.
pub(super) fn check_unique<'g>(gathered: &'g Gathered, report: &mut Report<'_>) -> BTreeSet<&'g Name> {
    let mut twice = BTreeSet::new();
    let mut seen: BTreeMap<(NameSpace, &Name), &Range<usize>> = BTreeMap::new();
    for named in &gathered.names {
        if let Some(first) = seen.get(&(named.space, &named.name)) {
            let problem = Problem::DuplicateName { name: shorten(named.name.as_str()) };
            let diagnostic = Diagnostic::new(problem, named.span.clone());
            report.push(diagnostic.related((*first).clone(), Role::First));
            if named.space == NameSpace::Parts {
                twice.insert(&named.name);
            }
        } else {
            seen.insert((named.space, &named.name), &named.span);
        }
    }
    twice
}

/// The name of the file itself is safe on every system, and equal to its file name.
pub(in crate::checklist) fn check_file_name(root: &DeTable<'_>, file: Option<&str>, report: &mut Report<'_>) {
    let Some(value) = root.get("id") else { return };
    let Some(id) = value.get_ref().as_str() else { return };
    if is_device(id) {
        report.add(Problem::UnsafeName { name: id.to_owned() }, &value.span());
        return;
    }
    let stem =
        file.and_then(|file| file.rsplit(['/', '\\']).next()).and_then(|file| file.strip_suffix(".toml"));
    if let Some(stem) = stem
        && stem != id
        && is_name(id)
    {
        let (name, file) = (id.to_owned(), shorten(&clean::line(stem)));
        let fits = is_name(stem);
        let problem = match fits {
            true => Problem::OtherFileName { name, file },
            false => Problem::BadFileName { name, file },
        };
        let suggestion = fits.then(|| stem.to_owned());
        report.push(Diagnostic::new(problem, value.span()).suggest(suggestion));
    }
}

/// What is wrong with a name for a new definition, which is also that of its file; `None` when nothing is.
pub fn refused_name(name: &str) -> Option<Problem> {
    let clean = || shorten(&clean::line(name));
    if !is_name(name) {
        Some(Problem::BadName { name: clean() })
    } else if is_device(name) {
        Some(Problem::UnsafeName { name: clean() })
    } else {
        None
    }
}

/// Whether Windows keeps this name for a device.
fn is_device(name: &str) -> bool {
    let numbered = |start: &str| {
        name.strip_prefix(start)
            .is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    };
    DEVICES.contains(&name) || NUMBERED_DEVICES.into_iter().any(numbered)
}
