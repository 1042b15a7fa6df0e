//! The sources behind a page of a checklist, with their status and what they found.

use super::titled;
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Page, Role, Row, RowId};
use crate::app::screen::StepPage;
use crate::checklist::{Checklist, Entry, Group, Item, Name, SourceStatus};

/// The names of the sources that a page rests on, in the order of the file.
pub(super) fn names<'c>(checklist: &'c Checklist, at: &StepPage) -> Vec<&'c Name> {
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
    used.extend(crate::app::terms::options(item).iter().filter_map(|option| option.source.as_ref()));
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

/// The sources behind a page of a checklist.
pub(super) fn source(model: &Model, name: &Name, at: &StepPage) -> Page {
    let language = model.language();
    let mut page = titled(language.source_title());
    let Some(checklist) = model.checklist(name) else { return page };
    let names = names(checklist, at);
    if names.is_empty() {
        page.text(Role::Plain, language.source_none());
    }
    for source in names.into_iter().filter_map(|name| checklist.source(name)) {
        let mut title = source.title.get(language).to_owned();
        if let Some(year) = source.year {
            title = format!("{title} ({year})");
        }
        page.text(Role::Heading, title);
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
            page.text(Role::Plain, evidence.get(language));
        }
        if let Some(url) = &source.url {
            page.text(Role::Quiet, url);
        }
        page.gap();
    }
    if !checklist.indications.is_empty() {
        page.text(Role::Quiet, language.indication_aid()).gap();
    }
    page.push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}
