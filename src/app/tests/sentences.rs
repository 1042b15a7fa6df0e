//! Every sentence of every shipped checklist can be read with the arrows, however low the window is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Stage;
use super::tour::midway;
use crate::app::{Screen, Size, StepPage};
use crate::checklist::{
    Checklist, DefinitionFile, Entry, Group, Item, ItemKind, Layer, Library, Localized, Parsed, parse, print,
    shipped,
};
use crate::words::Language;

/// The shipped checklists without their conditions, so that everything is shown.
fn unconditional() -> Vec<Checklist> {
    fn open_item(item: &mut Item) {
        item.when = None;
        item.items.iter_mut().for_each(open_item);
    }
    fn open_group(group: &mut Group) {
        group.when = None;
        for entry in &mut group.entries {
            match entry {
                Entry::Item(item) => open_item(item),
                Entry::Group(inner) => open_group(inner),
            }
        }
    }
    let parsed = shipped().into_iter().filter_map(|file| parse(&file.source, &Default::default()).parsed);
    parsed
        .filter_map(|parsed| match parsed {
            Parsed::Checklist(mut checklist) => {
                checklist.groups.iter_mut().for_each(open_group);
                checklist.agreements.iter_mut().for_each(|agreement| agreement.when = None);
                Some(checklist)
            }
            Parsed::Route(_) | Parsed::Case(_) => None,
        })
        .collect()
}

/// Whatever of a group should be read: titles, questions, options and explanations.
fn of_group<'c>(group: &'c Group, texts: &mut Vec<&'c Localized>) {
    texts.push(&group.title);
    texts.extend(&group.help);
    for entry in &group.entries {
        match entry {
            Entry::Item(item) => of_item(item, texts),
            Entry::Group(inner) => of_group(inner, texts),
        }
    }
}

fn of_item<'c>(item: &'c Item, texts: &mut Vec<&'c Localized>) {
    texts.push(&item.text);
    texts.extend(&item.help);
    if let ItemKind::Choice(options) | ItemKind::Choices(options) = &item.kind {
        texts.extend(options.iter().map(|option| &option.text));
    }
    item.items.iter().for_each(|child| of_item(child, texts));
}

/// The words that come by while the arrows go down: line by line, and then column by column, as labels are read.
fn words_on_the_way(stage: &mut Stage) -> String {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut columns: BTreeMap<u16, BTreeMap<usize, String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut before = None;
    loop {
        let layout = stage.layout();
        let state = (stage.model.path.top().focus.clone(), layout.first_line);
        if before.as_ref() == Some(&state) {
            break;
        }
        for line in &layout.lines {
            let row = line.y.checked_sub(layout.body_top).filter(|row| *row < layout.body_height);
            let Some(number) = row.map(|row| layout.first_line + usize::from(row)) else { continue };
            if seen.insert(number) {
                let pieces: Vec<&str> = line.pieces.iter().map(|piece| piece.text.as_str()).collect();
                lines.push((number, pieces.join(" ")));
                for piece in &line.pieces {
                    columns.entry(piece.x).or_default().insert(number, piece.text.clone());
                }
            }
        }
        before = Some(state);
        stage.keys("<Down>");
    }
    lines.sort_by_key(|(number, _)| *number);
    let by_line = lines.into_iter().map(|(_, text)| text);
    let by_column = columns.into_values().flat_map(BTreeMap::into_values);
    plain(&by_line.chain(by_column).collect::<Vec<_>>().join(" "))
}

/// Letters and digits only, so that wrapping, signs and hyphens at the end of a line make no difference.
fn plain(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

fn read_at_heights(heights: impl Iterator<Item = u16>) {
    let checklists = unconditional();
    let files = checklists.iter().map(|checklist| {
        DefinitionFile::new(Layer::Given, format!("{}.toml", checklist.id), print(checklist))
    });
    let library = Arc::new(Library::new(files.collect()));
    let mut stage = midway(Language::Dutch, 60, 18);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.library = Some(library);
    let open = stage.model.open.as_mut().unwrap();
    Arc::make_mut(&mut open.record).definitions.clear();
    Arc::make_mut(&mut open.record).reviews.remove(0);
    open.definitions.clear();
    for height in heights {
        stage.model.size = Size::new(60, height);
        for checklist in &checklists {
            let groups = checklist.groups.iter().map(|group| StepPage::Group(group.id.clone()));
            for page in groups.chain(checklist.judgement.iter().map(|_| StepPage::Judgement)) {
                let mut texts = Vec::new();
                match &page {
                    StepPage::Group(id) => of_group(checklist.group(id.as_str()).unwrap(), &mut texts),
                    StepPage::Contents | StepPage::Limits => {}
                    StepPage::Judgement => {
                        let judgement = checklist.judgement.as_ref().unwrap();
                        texts.push(&judgement.text);
                        texts.extend(&judgement.help);
                        texts.extend(judgement.options.iter().map(|option| &option.text));
                        texts.extend(checklist.agreements.iter().map(|agreement| &agreement.text));
                    }
                }
                let id = checklist.id.clone();
                stage.model.path = crate::app::Path::default();
                stage.model.path.go(&Screen::Step { patient, checklist: id.clone(), page: page.clone() });
                let mut read = words_on_the_way(&mut stage);
                stage.model.path.open(Screen::Source { checklist: id, page: page.clone() });
                read.push_str(&words_on_the_way(&mut stage));
                for text in texts {
                    for sentence in text.nl.split("\n\n").map(|part| part.replace("**", "")) {
                        assert!(
                            read.contains(&plain(&sentence)),
                            "{} {page:?} at height {height}: out of reach: {sentence}\n{}",
                            checklist.id,
                            read
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_sentence_is_in_reach_in_a_low_window() {
    read_at_heights(12..=24);
}

#[test]
fn every_sentence_is_in_reach_in_a_high_window() {
    read_at_heights(25..=50);
}
