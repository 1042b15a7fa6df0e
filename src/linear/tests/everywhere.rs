//! Every screen that rows and commands lead to can be said, and each of its rows heard.

use std::collections::VecDeque;

use super::same_record::by_lines;
use super::table::Table;
use crate::app::{Effect, Msg, Screen, StepPage, pages};
use crate::linear::under::under;
use crate::linear::{COMMANDS, Does, Heard, hear};
use crate::words::Language;

/// The most screens that are visited.
const MOST: usize = 80;

/// The most screens on top of each other.
const DEEPEST: usize = 7;

impl Clone for Table {
    fn clone(&self) -> Self {
        Self {
            model: self.model.clone(),
            now: self.now,
            dialogue: self.dialogue.clone(),
            said: Vec::new(),
            effects: Vec::new(),
            saves: self.saves,
            ids: self.ids,
            earlier: Vec::new(),
            echo: false,
            outside: Default::default(),
        }
    }
}

fn depth(table: &Table) -> usize {
    let mut path = table.model.path.clone();
    std::iter::from_fn(|| path.back().then_some(())).count()
}

/// A question of the plan, to which no row leads in a brief discussion.
fn at_a_limit() -> Table {
    let mut table = by_lines();
    let (patient, checklist) = (table.meeting().reviews[0].patient, "pzp".into());
    let page = StepPage::Group("grens-reanimatie".into());
    table.model.path.open(Screen::Patient(patient));
    table.model.path.open(Screen::Step { patient, checklist, page });
    table
}

#[test]
fn every_screen_can_be_said_and_every_row_heard() {
    let mut seen: Vec<(Screen, Language)> = Vec::new();
    let mut waiting: VecDeque<Table> = VecDeque::from([by_lines(), Table::english(), at_a_limit()]);
    let mut rows = 0;
    while let Some(mut table) = waiting.pop_front() {
        let screen = table.model.screen().clone();
        let place = (screen.clone(), table.model.language());
        if seen.len() >= MOST || seen.contains(&place) {
            continue;
        }
        seen.push(place);
        let mut lines = table.line("?");
        if table.dialogue.said().unwrap().is_folded() {
            lines.extend(table.line(table.model.language().linear_more_word()));
        }
        assert!(lines.iter().all(|line| crate::text::is_clean(line) && !line.contains('\n')), "{lines:?}");
        let page = pages::page(&table.model);
        for (id, under) in under(&page) {
            let label = page.row(&id).unwrap().label.trim();
            let told = under.heading.map(|heading| match heading.ends_with('?') {
                true => format!("{heading} {label}"),
                false => format!("{heading}: {label}"),
            });
            assert!(
                told.is_none_or(|told| lines.iter().any(|line| line.contains(&told))),
                "{id:?} {lines:#?}"
            );
        }
        let said = table.dialogue.said().unwrap().clone();
        assert_eq!(said.rows().count(), page.rows().count(), "{screen:?}");
        for (at, row) in page.rows().enumerate() {
            rows += 1;
            let number = at + 1;
            assert_eq!(said.row(number), Some(&row.id), "{screen:?}");
            let start = format!("{number}. ");
            assert_eq!(lines.iter().filter(|line| line.starts_with(&start)).count(), 1, "{start} {lines:#?}");
            let heard = hear(&number.to_string(), &table.model, &said, None);
            let Heard::Do { msgs, .. } = heard else { panic!("{screen:?} {row:?}: {heard:?}") };
            assert_eq!(msgs.first(), Some(&Msg::Focus(row.id.clone())));
            let mut next = table.clone();
            let silent = next.line(&number.to_string()).is_empty();
            // Then somebody else has the word: nobody, or the editor of the user.
            let leaves = [Effect::Quit, Effect::EditSettings].iter().any(|one| next.effects.contains(one));
            // Who leaves from the list of commands may hear of the screen below it first.
            assert!(silent == leaves || leaves && screen == Screen::Palette, "{screen:?} {row:?}");
            if next.dialogue.typing().is_some() {
                next.line("3");
                next.line("");
            }
            if depth(&next) <= DEEPEST {
                waiting.push_back(next);
            }
        }
        for command in COMMANDS {
            if let Does::Send(msg) = &command.does
                && *msg != Msg::Quit
            {
                let mut next = table.clone();
                assert_ne!(next.line(command.dutch[0]), [] as [&str; 0], "{screen:?} {command:?}");
                if depth(&next) <= DEEPEST {
                    waiting.push_back(next);
                }
            }
        }
    }
    let kinds =
        |holds: fn(&Screen) -> bool| assert!(seen.iter().any(|(screen, _)| holds(screen)), "{seen:#?}");
    kinds(|screen| matches!(screen, Screen::Meetings));
    kinds(|screen| matches!(screen, Screen::Participant(_)));
    kinds(|screen| matches!(screen, Screen::Profile(_)));
    kinds(|screen| matches!(screen, Screen::Patient(_)));
    kinds(|screen| matches!(screen, Screen::Step { .. }));
    kinds(|screen| matches!(screen, Screen::Notes(_)));
    kinds(|screen| matches!(screen, Screen::Overview(_)));
    kinds(|screen| matches!(screen, Screen::Agreement(..)));
    kinds(|screen| matches!(screen, Screen::Choose(_)));
    kinds(|screen| matches!(screen, Screen::Confirm(_)));
    kinds(|screen| matches!(screen, Screen::Ending));
    kinds(|screen| matches!(screen, Screen::Closing));
    kinds(|screen| matches!(screen, Screen::Paper(paper) if paper.patient.is_none()));
    kinds(|screen| matches!(screen, Screen::Paper(paper) if paper.patient.is_some()));
    kinds(|screen| matches!(screen, Screen::NoAnswer(..)));
    kinds(|screen| matches!(screen, Screen::Source { .. }));
    kinds(|screen| matches!(screen, Screen::Checklists));
    kinds(|screen| matches!(screen, Screen::Settings));
    kinds(|screen| matches!(screen, Screen::Help));
    kinds(|screen| matches!(screen, Screen::Palette));
    assert!(rows > 300, "{rows}");
}
