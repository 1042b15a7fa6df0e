//! What is chosen or typed moves nothing under the cursor: the row below it is the row below it still, on every page and with every type
//! of question. Only another question, which an answer shows or hides, may come between.

use std::collections::BTreeSet;

use super::both::Both;
use super::product::{ROOMS, Room, definition, plain};
use crate::app::page::{Action, Mark, Page, Row, RowKind};
use crate::app::tests::{Stage, standing, tour};
use crate::app::{Msg, RowId, Screen, Size, StepPage, pages};
use crate::meeting::{Answer, Given, QuestionKey};
use crate::text::Command;
use crate::words::Language;

/// The question of which a row is one.
fn question(row: &RowId) -> Option<&str> {
    let (kind, key) = row.as_str().split_once(':')?;
    let kinds =
        ["answer", "option", "not", "by", "note", "still-holds", "no-longer", "another", "counts", "agree"];
    kinds.contains(&kind).then(|| key.split('=').next().unwrap_or(key))
}

/// What somebody does on a row: keys, or a text that comes at once behind `+`.
fn ways(row: &Row) -> &'static [&'static str] {
    match &row.kind {
        // What only leads elsewhere changes nothing here; a list, where something is chosen, does.
        RowKind::Action(Action::Back | Action::Replace(_)) => &[],
        RowKind::Action(Action::Open(screen))
            if !screen.is_choice() && !matches!(screen, Screen::NoAnswer(..)) =>
        {
            &[]
        }
        RowKind::Field(_) => &["7", "+24-11-2026", "<C-a><Delete>"],
        RowKind::Scale { .. } | RowKind::OneOf(_) => &["<Right>", "<Left>", "<Right><Right>"],
        RowKind::Action(_) => &["<Enter>"],
    }
}

/// Does it.
fn does(stage: &mut Stage, way: &str) {
    match way.strip_prefix('+') {
        Some(text) => stage.send(Msg::Type(Command::InsertText(text.into()))),
        None => drop(stage.keys(way)),
    }
}

fn below(page: &Page, row: &RowId) -> Option<RowId> {
    Some(page.at(page.position(row)? + 1)?.id.clone())
}

/// What comes of something that was asked for stands below the row that did it: the paper that was saved, the groups that are known by
/// what was typed, and the way to one more who knows the patient, once the first was named.
fn is_asked_for(row: &RowId) -> bool {
    ["save", "group"].contains(&row.as_str()) || row.as_str().starts_with("by:")
}

/// Judging the same anew is a way only as long as nothing else was judged.
const JUDGED_ANEW: &str = "judge-again";

/// Does everything that can be done on a page, each on a copy, and names what then came between or went. What was tried on a row
/// with the same row below it (`tried`) is not done again: an answer elsewhere changed neither.
fn moved(name: &str, stage: &Stage, tried: &mut BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    let (screen, before) = (stage.model.screen().clone(), pages::page(&stage.model));
    for row in before.rows().filter(|row| !is_asked_for(&row.id)) {
        let next = before.position(&row.id).and_then(|at| before.at(at + 1));
        if ways(row).is_empty() || !tried.insert(format!("{row:?} {next:?}")) {
            continue;
        }
        for keys in ways(row) {
            let mut after = stage.clone();
            after.model.path.top_mut().focus = Some(row.id.clone());
            after.model.after_enter = false;
            after.model.after_letter = false;
            does(&mut after, keys);
            let is_list =
                after.model.screen().is_choice() || matches!(after.model.screen(), Screen::NoAnswer(..));
            if is_list && *after.model.screen() != screen {
                let page = pages::page(&after.model);
                let open = |row: &&Row| row.mark == Mark::NotChosen;
                let Some(other) = page.rows().find(open).map(|row| row.id.clone()) else { continue };
                after.to(other.as_str()).keys("<Enter>");
            }
            if *after.model.screen() != screen || after.focus() != row.id.as_str() {
                continue;
            }
            let page = pages::page(&after.model);
            let (was, is) = (below(&before, &row.id), below(&page, &row.id));
            let own = question(&row.id);
            let of_another = |row: &RowId| question(row).is_some_and(|other| Some(other) != own);
            let came: Vec<&RowId> =
                page.rows().map(|known| &known.id).skip_while(|id| **id != row.id).skip(1).collect();
            let kept = match &was {
                Some(was) if page.position(was).is_some() => {
                    came.iter().take_while(|id| **id != was).all(|id| of_another(id))
                }
                // It was another question, which is asked no longer.
                Some(was) => of_another(was) || was.as_str() == JUDGED_ANEW,
                None => came.iter().all(|id| of_another(id) || before.apart.iter().any(|row| row.id == **id)),
            };
            // Behind the last row comes what stands apart.
            let is_apart = was.is_none() || is.is_none();
            if !kept && !is_apart {
                found.push(format!("{name}: {keys} on {:?}: below it {was:?}, then {is:?}", row.id));
            }
        }
    }
    found
}

#[test]
fn on_every_screen() {
    let mut found = Vec::new();
    for (name, stage) in tour::screens(Language::Dutch, 60, 18) {
        if stage.model.record().is_some() && stage.model.locked.is_none() {
            found.extend(moved(&name, &stage, &mut BTreeSet::new()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn with_every_type_of_question_in_every_room() {
    let mut found = Vec::new();
    for asked in plain() {
        for room in ROOMS {
            let source = definition(std::slice::from_ref(&asked), room, false);
            let both = Both::with(&source, room == Room::Row);
            let name = format!("{asked:?} {room:?}");
            let mut tried = BTreeSet::new();
            for mut stage in answered(&both.stage) {
                stage.model.in_lines = false;
                found.extend(moved(&name, &stage, &mut tried));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A page as it is, and after each thing that can be done on it.
fn answered(stage: &Stage) -> Vec<Stage> {
    let screen = stage.model.screen().clone();
    let mut all = vec![stage.clone()];
    for row in pages::page(&stage.model).rows() {
        let Some(keys) = ways(row).first().filter(|_| question(&row.id).is_some()) else { continue };
        let mut after = stage.clone();
        after.model.path.top_mut().focus = Some(row.id.clone());
        after.model.after_enter = false;
        does(&mut after, keys);
        if *after.model.screen() == screen {
            all.push(after);
        }
    }
    all
}

/// At a second meeting, where what stood is confirmed, changed or taken back.
#[test]
fn at_the_next_meeting() {
    let mut stage = standing::with_more(Stage::new(80, 24));
    let patient = standing::patient();
    for (key, given) in [
        ("kort/buiten-kantooruren", Given::Text("thuisarts".to_owned())),
        ("pzp-stand/gesprek-met", Given::Text("mevrouw".to_owned())),
        ("pzp/reanimatie", Given::Choice("niet".into())),
        ("pzp/hoofddoel", Given::Choice("anders".into())),
    ] {
        let at = crate::app::tests::register::stamp(crate::app::tests::register::day(9, 13));
        let key: QuestionKey = key.parse().expect("a key");
        stage.earlier[0].reviews[0].answers.insert(key, Answer::given(given, at));
    }
    stage.ask_register();
    stage.to(&format!("earlier:{}", crate::app::tests::register::id(13))).keys("<Enter>");
    let mut found = Vec::new();
    let mut screens = vec![Screen::Patient(patient)];
    for name in ["kort", "markering", "stervensfase", "pzp-stand", "pzp"] {
        let (Some(checklist), Some(review)) =
            (stage.model.checklist(&name.into()), stage.model.review(patient))
        else {
            continue;
        };
        screens.extend(pages::pages_of(checklist, review).into_iter().map(|page| Screen::Step {
            patient,
            checklist: name.into(),
            page,
        }));
    }
    assert!(screens.iter().any(|screen| matches!(screen, Screen::Step { page: StepPage::Judgement, .. })));
    for screen in screens {
        for height in [18, 24, 40] {
            let mut here = stage.clone();
            here.model.size = Size::new(80, height);
            here.model.path.go(&screen);
            let mut tried = BTreeSet::new();
            for again in answered(&here) {
                found.extend(moved(&format!("{screen:?} at {height}"), &again, &mut tried));
            }
        }
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
