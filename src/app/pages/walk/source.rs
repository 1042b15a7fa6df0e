//! The sources behind a page of a checklist, with their status and what they found.

use crate::app::model::Model;
use crate::app::page::{Action, Page, Role, Row, RowId, StepPage};
use crate::app::pages::parts::titled;
use crate::checklist::{Checklist, Entry, Group, Item, Localized, Name, Source, SourceStatus};
use crate::words::Language;

/// The names of the sources that a page rests on, in the order of the file.
pub(in crate::app::pages) fn names<'c>(checklist: &'c Checklist, at: &StepPage) -> Vec<&'c Name> {
    let mut used: Vec<&Name> = Vec::new();
    match at {
        StepPage::Group(id) => {
            if let Some(group) = checklist.groups.iter().find(|group| group.id == *id) {
                of_group(group, &mut used);
                let mut items = Vec::new();
                items_of(group, &mut items);
                for indication in &checklist.indications {
                    let mut concerns = false;
                    indication
                        .when
                        .visit_items(&mut |item| concerns = concerns || items.contains(&&item.item));
                    if concerns {
                        used.extend(&indication.source);
                    }
                }
            }
        }
        StepPage::Contents | StepPage::Limits => {}
        StepPage::Judgement => {
            used.extend(checklist.judgement.iter().filter_map(|judgement| judgement.source.as_ref()));
            used.extend(checklist.indications.iter().filter_map(|indication| indication.source.as_ref()));
            used.extend(checklist.agreements.iter().filter_map(|agreement| agreement.source.as_ref()));
        }
    }
    checklist.sources.iter().map(|source| &source.id).filter(|id| used.contains(id)).collect()
}

fn of_group<'c>(group: &'c Group, used: &mut Vec<&'c Name>) {
    for entry in &group.entries {
        match entry {
            Entry::Item(item) => of_item(item, used),
            Entry::Group(inner) => of_group(inner, used),
        }
    }
}

fn of_item<'c>(item: &'c Item, used: &mut Vec<&'c Name>) {
    used.extend(&item.source);
    used.extend(crate::meeting::terms::options(item).iter().flat_map(|option| &option.sources));
    item.items.iter().for_each(|child| of_item(child, used));
}

fn items_of<'c>(group: &'c Group, items: &mut Vec<&'c Name>) {
    fn of<'c>(item: &'c Item, items: &mut Vec<&'c Name>) {
        items.push(&item.id);
        item.items.iter().for_each(|child| of(child, items));
    }
    for entry in &group.entries {
        match entry {
            Entry::Item(item) => of(item, items),
            Entry::Group(inner) => items_of(inner, items),
        }
    }
}

/// A source on one line: title, year and status.
pub(in crate::app::pages) fn in_short(language: Language, source: &Source) -> String {
    let title = source.title.get(language);
    let status = match source.status {
        SourceStatus::InForce => None,
        SourceStatus::Concept => Some(language.source_concept()),
        SourceStatus::Withdrawn => Some(language.source_withdrawn()),
    };
    match (status, source.year) {
        (None, None) => title.to_owned(),
        (None, Some(year)) => format!("{title} ({year})"),
        (Some(status), None) => format!("{title} ({status})"),
        (Some(status), Some(year)) => format!("{title} ({status} {year})"),
    }
}

/// What is explained on a page: the help of its groups, items and judgement, in their order.
fn explanations<'c>(checklist: &'c Checklist, at: &StepPage) -> Vec<(&'c Localized, &'c Localized)> {
    fn of_group<'c>(group: &'c Group, found: &mut Vec<(&'c Localized, &'c Localized)>) {
        found.extend(group.help.as_ref().map(|help| (&group.title, help)));
        for entry in &group.entries {
            match entry {
                Entry::Item(item) => of_item(item, found),
                Entry::Group(inner) => of_group(inner, found),
            }
        }
    }
    fn of_item<'c>(item: &'c Item, found: &mut Vec<(&'c Localized, &'c Localized)>) {
        found.extend(item.help.as_ref().map(|help| (&item.text, help)));
        item.items.iter().for_each(|child| of_item(child, found));
    }
    let mut found = Vec::new();
    match at {
        StepPage::Group(id) => {
            if let Some(group) = checklist.groups.iter().find(|group| group.id == *id) {
                of_group(group, &mut found);
            }
        }
        StepPage::Contents | StepPage::Limits => {}
        StepPage::Judgement => {
            let judgement = checklist.judgement.as_ref();
            found.extend(judgement.and_then(|known| known.help.as_ref().map(|help| (&known.text, help))));
        }
    }
    found
}

/// Whether a page has something to explain or a source to show.
pub(in crate::app::pages) fn has_any(checklist: &Checklist, at: &StepPage) -> bool {
    !names(checklist, at).is_empty() || !explanations(checklist, at).is_empty()
}

/// The explanations and the sources behind a page of a checklist.
pub(in crate::app::pages) fn source(model: &Model, name: &Name, at: &StepPage) -> Page {
    let language = model.language();
    let mut page = titled(language.source_title());
    let Some(checklist) = model.checklist(name) else { return page };
    for (title, help) in explanations(checklist, at) {
        page.text(Role::Heading, title.get(language));
        page.rich(Role::Plain, 0, help.get(language)).gap();
    }
    let names = names(checklist, at);
    if names.is_empty() {
        page.text(Role::Plain, language.source_none());
    }
    for source in names.into_iter().filter_map(|name| checklist.source(name)) {
        page.text(Role::Heading, in_short(language, source));
        match source.status {
            SourceStatus::InForce => {}
            SourceStatus::Concept => {
                page.text(Role::Warning, language.source_concept_explained());
            }
            SourceStatus::Withdrawn => {
                page.text(Role::Warning, language.source_withdrawn());
            }
        }
        if let Some(evidence) = &source.evidence {
            page.rich(Role::Plain, 0, evidence.get(language));
        }
        if let Some(url) = &source.url {
            page.text(Role::Quiet, url);
        }
        page.gap();
    }
    page.push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}
