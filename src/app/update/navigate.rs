//! Moving: over rows, through long text, from page to page and back.

use super::Turn;
use crate::app::keymap::Focus;
use crate::app::layout::{Layout, RowLines};
use crate::app::message::Effect;
use crate::app::page::{Action, Field, Mark, OneOf, PlayedDetail, Row, RowId, RowKind, Screen};
use crate::meeting::{Discipline, Given, ParticipantId};
use crate::text::{Command, Edge, Motion};

impl Turn<'_> {
    pub(super) fn focus_kind(&self) -> Focus {
        self.model.context().focus
    }

    /// Up or down: within a text first, then over rows, and through text that is longer than the window.
    pub(super) fn vertical(&mut self, down: bool) {
        let before = self.model.layout();
        if self.model.context().typing() {
            let to = if down { Motion::Down } else { Motion::Up };
            match self.perform(&Command::Move { to, select: false }) {
                Some(Edge::Before | Edge::After) => {}
                None => return,
            }
        }
        self.step_row(&before, down);
    }

    /// To the row above or below, or, where that one is out of sight, a part of the way.
    pub(super) fn step_row(&mut self, layout: &Layout, down: bool) {
        let height = usize::from(layout.body_height);
        let scroll = height.saturating_sub(1).max(1);
        let rows = &layout.rows;
        let at = layout.focus.as_ref().and_then(|id| rows.position(id));
        let neighbour = match (at, down) {
            (Some(at), true) => rows.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|above| rows.get(above)),
            // Where the page waits, the arrows go to the row at which it begins, or from below to its last.
            (None, true) => {
                let first = self.model.page().first.as_ref().and_then(|id| rows.position(id));
                first.map_or_else(|| rows.first(), |at| rows.get(at))
            }
            (None, false) => rows.last(),
        };
        let first = layout.first_line;
        let last_start = layout.content_lines.saturating_sub(height);
        match neighbour {
            Some(row) if down && row.end <= first + height + scroll => self.focus(row.id),
            Some(row) if !down && row.start + scroll >= first => self.focus(row.id),
            _ if down => self.scroll_to((first + scroll).min(last_start)),
            _ => self.scroll_to(first.saturating_sub(scroll)),
        }
    }

    pub(super) fn scroll_to(&mut self, line: usize) {
        self.reveal = None;
        self.model.scroll_to(line);
    }

    /// The row in focus with the line on which it begins, and the first line in sight; nothing where the focus is only on
    /// the row behind an empty list.
    pub(super) fn focus_in_sight(&self) -> Option<(RowId, usize, usize)> {
        let (page, layout) = (self.model.page(), self.model.layout());
        let chosen = self.model.path.top().focus.is_some() || page.at(1).is_some();
        let row = layout.rows.of(layout.focus.as_ref().filter(|_| chosen)?)?;
        Some((row.id, row.start, layout.first_line))
    }

    /// Keeps a row in focus on its place in the window, while others came in above it.
    pub(super) fn keep_in_sight(&mut self, (id, start, first): (RowId, usize, usize)) {
        self.model.set_focus(Some(id));
        let layout = self.model.layout();
        if let Some(row) = layout.focus.as_ref().and_then(|id| layout.rows.of(id)) {
            self.scroll_to((first + row.start).saturating_sub(start));
        }
    }

    /// Left or right outside texts: less or more on a scale, or the answer beside it. Neither leads to another page: the arrow held a
    /// little longer would choose something there.
    pub(super) fn sideways(&mut self, right: bool) {
        if self.vote_by_arrow(right) {
            return;
        }
        let row = self.model.focused();
        let beside = match row.as_ref().map(|row| &row.kind) {
            Some(RowKind::Scale { less, more }) => Some(if right { more } else { less }),
            Some(RowKind::OneOf(choice)) => choice.beside(right),
            _ => None,
        };
        if let Some(action) = beside.cloned() {
            let revision = self.open().map(|open| open.saving.revision);
            let answered = self.is_answered(&action);
            // Whoever chooses here is here, so that what the next key chooses is the same choice.
            let is_here = |kind: &RowKind| match kind {
                RowKind::OneOf(choice) => choice.beyond.is_some(),
                kind => matches!(kind, RowKind::Scale { .. }),
            };
            let here = row.filter(|row| is_here(&row.kind)).map(|row| row.id);
            here.into_iter().for_each(|row| self.model.set_focus(Some(row)));
            self.act(action.clone());
            let changed = self.open().map(|open| open.saving.revision) != revision;
            if changed && self.silent {
                match self.told_of_place(&action, answered) {
                    Some(told) => self.tell(told),
                    // What stood stands again.
                    None => self.be_silent(),
                }
            }
        }
    }

    /// A window up or down.
    pub(super) fn page(&mut self, down: bool) {
        let layout = self.model.layout();
        let height = layout.body_height;
        if self.focus_kind().has_lines() {
            let to = if down { Motion::PageDown(height) } else { Motion::PageUp(height) };
            if self.perform(&Command::Move { to, select: false }).is_none() {
                return;
            }
        }
        let lines = usize::from(height.saturating_sub(1).max(1));
        let last_start = layout.content_lines.saturating_sub(usize::from(height));
        let first = if down { layout.first_line + lines } else { layout.first_line.saturating_sub(lines) };
        let first = first.min(last_start);
        let bottom = first + usize::from(height);
        let unmoved = first == layout.first_line;
        let target = match (down, unmoved) {
            (true, true) => self.last_harmless(&layout),
            (false, true) => layout.rows.first(),
            (true, false) | (false, false) => layout.rows.within(first, bottom),
        };
        if let Some(target) = target.map(|row| row.id) {
            self.leave_field();
            self.enter(target);
        }
        if !unmoved {
            self.scroll_to(first);
        }
    }

    /// The last row that takes nothing away: a key that goes far leads to none that does.
    fn last_harmless(&self, layout: &Layout) -> Option<RowLines> {
        let page = self.model.page();
        let rows = (0..layout.rows.len()).rev().filter_map(|at| layout.rows.get(at));
        let takes_away = |row: &RowLines| page.row(&row.id).is_some_and(Row::takes_away);
        rows.into_iter().find(|row| !takes_away(row)).or_else(|| layout.rows.last())
    }

    /// To the first or last row.
    pub(super) fn edge(&mut self, last: bool) {
        let layout = self.model.layout();
        let row = if last { self.last_harmless(&layout) } else { layout.rows.first() };
        if let Some(id) = row.map(|row| row.id) {
            self.focus(id);
        }
        let end = layout.content_lines.saturating_sub(usize::from(layout.body_height));
        if !last {
            self.scroll_to(0);
        } else if !self.focus_kind().has_lines() {
            self.scroll_to(end);
        }
    }

    /// Puts the focus on another row: what was typed on this one is committed first.
    pub(super) fn focus(&mut self, row: RowId) {
        if self.model.page().row(&row).is_none() {
            return;
        }
        self.leave_field();
        self.enter(row);
    }

    /// Puts the focus on a row, the cursor behind its text, and the row in sight.
    pub(super) fn enter(&mut self, row: RowId) {
        self.unfold_for(&row);
        let page = self.model.page();
        let length = page
            .row(&row)
            .and_then(|row| row.as_field())
            .and_then(|field| Some(field.place.text(self.model.record()?)?.len()));
        self.model.set_focus(Some(row));
        self.model.arrive(length.unwrap_or(0));
        self.reveal();
    }

    /// Scrolls so far that the focus is in sight, with what leads to it and follows from it where there is room.
    /// It is done when everything else of the turn is, so that a page is laid out once.
    pub(super) fn reveal(&mut self) {
        self.reveal = Some(self.model.screen().clone());
    }

    /// Scrolls to the focus, where that was asked for on this screen.
    pub(super) fn scroll_to_focus(&mut self) {
        if self.reveal.take().as_ref() != Some(self.model.screen()) {
            return;
        }
        let layout = self.model.layout();
        let Some(at) = layout.focus.as_ref().and_then(|id| layout.rows.position(id)) else { return };
        let Some(row) = layout.rows.get(at) else { return };
        let height = usize::from(layout.body_height).max(1);
        let above = at.checked_sub(1).and_then(|above| layout.rows.get(above)).map_or(0, |row| row.end);
        let below = layout.rows.get(at + 1).map_or(layout.content_lines, |row| row.start);
        let (mut start, mut end) = match row.cursor_line {
            Some(line) if row.end - row.start > height => (line, line + 1),
            _ => (row.start, row.end.min(row.start + height)),
        };
        if end - above.min(start) <= height {
            start = above.min(start);
        }
        if below.max(end) - start <= height {
            end = below.max(end);
        }
        let first = layout.first_line;
        let first = if start < first {
            start
        } else if end > first + height {
            end - height
        } else {
            first
        };
        self.scroll_to(first);
    }

    /// Opens or chooses the row in focus.
    pub(super) fn activate(&mut self) {
        let Some(row) = self.model.focused() else {
            if self.focus_kind() == Focus::Waits {
                self.say(self.model.language().choose_first(), false);
            }
            return;
        };
        // What nobody sees is not chosen.
        if !self.comes_in_sight() {
            self.carry_out(row);
        }
    }

    /// Goes back from a participant of whom name, function and role are known: whoever typed the last of these is done.
    fn leave_who_is_complete(&mut self, who: ParticipantId) {
        let known = self.model.record().and_then(|record| record.participant(who));
        let is_complete = known.is_some_and(|known| {
            let called = known.discipline.is_some_and(|discipline| discipline != Discipline::Other);
            called && !known.name.trim().is_empty() && !known.roles.is_empty()
        });
        if is_complete {
            self.back();
        }
    }

    /// Does what a row does.
    pub(super) fn carry_out(&mut self, row: Row) {
        let page = self.model.page();
        if self.cast_vote(&row) {
            return;
        }
        let typed = row.as_field().and_then(|field| field.place.text(self.model.record()?));
        let is_filled = typed.is_some_and(|text| !text.trim().is_empty());
        let id = row.id;
        match row.kind {
            RowKind::Action(action) if self.asks_for_agreement_first(&action) => {}
            RowKind::Action(action) => {
                let at_once = self.model.path.top().focus.is_none();
                let screen = self.model.screen().clone();
                let revision = self.open().map(|open| open.saving.revision);
                self.model.set_focus(Some(id.clone()));
                let participant =
                    matches!(self.model.screen(), Screen::Participant(_)) && page.abilities.searching;
                let from_overview = matches!(self.model.screen(), Screen::Overview(_));
                let is_other = |known: &&Row| match &known.kind {
                    RowKind::Action(other) => known.mark == Mark::Chosen && other.is_beside(&action),
                    _ => false,
                };
                let was = page.rows().find(is_other).map(|known| known.label.clone());
                let settings = self.model.settings;
                self.act(action.clone());
                let changed = self.open().map(|open| open.saving.revision) != revision
                    || self.model.settings != settings;
                let from_list = screen.is_choice() || matches!(screen, Screen::NoAnswer(..));
                let was_there = self.told_of_list(&action).filter(|_| changed && from_list);
                // That something else went with it is the news.
                let took_more = matches!(action, Action::SetOwner(..)) && !self.silent;
                if let Some(told) = was_there.filter(|_| !self.model.in_lines && !took_more) {
                    self.tell(told);
                } else if self.silent && *self.model.screen() == screen {
                    let language = self.model.language();
                    if !changed && row.mark == Mark::Chosen {
                        // A held key says no more than its first press.
                        if !self.is_told() {
                            self.say(language.chosen_already(), false);
                        }
                    } else if changed
                        && !self.model.in_lines
                        && let Some(told) = self
                            .told_of_place(&action, false)
                            .or_else(|| Some(self.told_of_another(&action, was.as_deref()?)))
                    {
                        self.tell(told);
                    } else if changed && at_once && is_answer(row.mark, &screen) && !self.is_session() {
                        // Enter once too often after a page was opened is not unseen.
                        self.say(language.recorded_at_once(row.label.trim()), false);
                    }
                }
                if from_overview && !matches!(self.model.screen(), Screen::Overview(_)) {
                    self.come_to(&id);
                }
                // What was looked for is chosen: the next letters mean something else.
                if participant && let Screen::Participant(who) = *self.model.screen() {
                    self.end_search();
                    self.leave_who_is_complete(who);
                }
            }
            RowKind::Field(field) if self.asks_for_text_first(&field) => {}
            RowKind::Field(field) if field.is_sheet() && !self.is_left_by_enter(&field) => {
                self.type_command(&Command::NewLine);
            }
            RowKind::OneOf(OneOf { beyond: Some(beyond), .. }) => self.act(beyond.opens),
            RowKind::Field(_) | RowKind::Scale { .. } | RowKind::OneOf(_) => {
                let rows = page.rows().skip_while(|row| row.id != id).skip(1);
                let below: Vec<&Row> = rows.collect();
                // One more of what repeats is asked for by the arrows, or whoever goes on with Enter would never come past it; and
                // that something was not discussed is said on purpose, and so is a spread shown. Nor is the name of a group that was
                // typed exchanged for another one; and on a page of a walk an agreement is a way aside.
                let walks = matches!(self.model.screen(), Screen::Step { .. });
                let is_passed = |row: &&&Row| {
                    row.takes_away()
                        || is_filled && matches!(row.kind, RowKind::Action(Action::TakeGroup(_)))
                        || matches!(
                            row.kind,
                            RowKind::Action(
                                Action::AddTime(..)
                                    | Action::Answer(_, _, Some(Given::Not(_)))
                                    | Action::Played(_, PlayedDetail::Show(_))
                            )
                        )
                        || walks && matches!(row.kind, RowKind::Action(Action::NewAgreement(..)))
                };
                let passed = below.iter().take_while(is_passed).count();
                match below.get(passed).map(|row| row.id.clone()) {
                    Some(next) if passed > 0 => self.focus(next),
                    // From what stands behind everything else the way on is above.
                    None if page.row(&RowId::fixed("next")).is_some() => self.focus(RowId::fixed("next")),
                    None if passed > 0 => {}
                    _ => self.step_row(&self.model.layout(), true),
                }
            }
        }
    }

    fn is_session(&self) -> bool {
        self.model.record().is_some_and(|record| record.session.is_some())
    }

    /// Whether Enter goes on from what is written line by line: on an empty line at its end, which goes then. So Enter always goes on
    /// in the end. Where the text is the whole page, empty lines are wanted.
    fn is_left_by_enter(&mut self, field: &Field) -> bool {
        if self.model.in_lines || matches!(self.model.screen(), Screen::Notes(_)) {
            return false;
        }
        let text = self.model.record().and_then(|record| field.place.text(record)).unwrap_or_default();
        let cursor = self.model.path.top().cursor;
        let at_end = cursor.selection().is_none() && cursor.position() >= text.len();
        if !at_end || !(text.is_empty() || text.ends_with('\n')) {
            return false;
        }
        if !text.is_empty() {
            self.type_command(&Command::Backspace);
        }
        true
    }

    /// Puts the focus on what a row of the overview told of: the answer itself, what was chosen of it first.
    fn come_to(&mut self, row: &RowId) {
        let page = self.model.page();
        let told = row.as_str().split_once(':').filter(|(kind, _)| matches!(*kind, "answer" | "earlier"));
        let of_it = |row: &&Row| {
            let named = row.id.as_str().split_once(':').zip(told);
            named.is_some_and(|((_, own), (_, key))| own.split('=').next() == Some(key))
        };
        let chosen = page.rows().filter(of_it).find(|row| matches!(row.mark, Mark::Chosen | Mark::Ticked));
        let found = page.row(row).or(chosen).or_else(|| page.rows().find(of_it)).map(|row| row.id.clone());
        if let Some(id) = found {
            self.enter(id);
        }
    }

    /// To the next or earlier page of a walk; elsewhere to the next row or the one above.
    pub(super) fn step(&mut self, forward: bool) {
        let page = self.model.page();
        let is_session = self.model.record().is_some_and(|record| record.session.is_some());
        if is_session
            && matches!(self.model.screen(), Screen::SessionPeople | Screen::Scene(..) | Screen::Step { .. })
        {
            if forward && self.reads_on() {
                return;
            }
            self.leave_field();
            if !(forward && self.ends_scene()) {
                self.turn_scene(forward);
            }
            return;
        }
        if let Screen::Step { patient, checklist, page: at } = self.model.screen().clone() {
            let can = if forward { page.abilities.next } else { page.abilities.previous };
            if can {
                self.leave_field();
                self.turn_to(patient, &checklist, &at, forward);
                return;
            }
        }
        self.step_row(&self.model.layout(), forward);
    }

    /// Brings the row in focus into sight, or a window nearer to it; false where it is there already.
    fn comes_in_sight(&mut self) -> bool {
        let layout = self.model.layout();
        if self.is_in_sight() {
            return false;
        }
        let Some(row) = layout.focus.as_ref().and_then(|id| layout.rows.of(id)) else { return false };
        let (first, height) = (layout.first_line, usize::from(layout.body_height));
        let is_below = row.start >= first + height;
        let scroll = height.saturating_sub(1).max(1);
        let last_start = layout.content_lines.saturating_sub(height);
        let to = if is_below { (first + scroll).min(last_start) } else { first.saturating_sub(scroll) };
        self.scroll_to(to);
        // Only Enter led there; until it is there, the next one leads on.
        if self.is_in_sight() && !self.model.after_enter {
            self.model.around_the_page().after_enter = true;
        }
        true
    }

    /// Whether the row in focus is in the window; line by line everything is.
    pub(super) fn is_in_sight(&self) -> bool {
        let layout = self.model.layout();
        let Some(row) = layout.focus.as_ref().and_then(|id| layout.rows.of(id)) else { return true };
        let (first, height) = (layout.first_line, usize::from(layout.body_height));
        self.model.in_lines || height == 0 || row.start < first + height && row.end > first
    }

    /// Opens a screen on top of this one.
    pub(super) fn go_into(&mut self, screen: Screen) {
        self.leave_field();
        if *self.model.screen() != screen {
            self.forget_papers_before(&screen);
            self.model.path.open(screen);
        }
    }

    /// Shows all keys of this screen.
    pub(super) fn help(&mut self) {
        // Who sees what others wrote over the screen looks for help first.
        self.effects.push(Effect::Redraw);
        self.go_into(Screen::Help);
    }

    /// Shows the sources of this page.
    pub(super) fn source(&mut self) {
        let here = self.model.page().abilities;
        if here.source_later && !here.source {
            self.say(self.model.language().session_source_later(), false);
            return;
        }
        if let Screen::Step { checklist, page, .. } = self.model.screen().clone() {
            self.go_into(Screen::Source { checklist, page });
        }
    }

    /// To the running notes of this patient.
    pub(super) fn notes(&mut self) {
        let Some(patient) = self.model.screen().patient() else { return };
        let (page, row) = (Screen::Notes(patient), RowId::fixed("notes"));
        if *self.model.screen() != page {
            self.go_into(page);
        } else if self.model.path.top().focus.as_ref() != Some(&row) {
            // On their own page, from one of their lines.
            self.focus(row);
        }
    }

    /// To everything about this patient on one page.
    pub(super) fn overview(&mut self) {
        if let Some(patient) = self.model.screen().patient() {
            self.go_into(Screen::Overview(patient));
        }
    }
}

/// Whether a row with this sign records something on a page of the walk.
fn is_answer(mark: Mark, screen: &Screen) -> bool {
    matches!(screen, Screen::Step { .. }) && matches!(mark, Mark::NotChosen | Mark::NotTicked)
}
