//! Going back: to where one was, with a word of what was agreed, and leaving behind what was only looked at.

use super::Turn;
use crate::app::message::Effect;
use crate::app::model::Entry;
use crate::app::page::{RowId, Screen, StepPage};
use crate::meeting::{AgreementId, Change};
use crate::text;

/// Cells of a notice that are not those of the agreement in it: the words around it, and that there is more on the page.
const AROUND_AGREEMENT: usize = 44;

impl Turn<'_> {
    /// Back to the screen below; from the first screen out of the program, or to the row for that while a meeting is open.
    pub(super) fn back(&mut self) {
        let agreed = self.agreed_here();
        self.leave_screen(self.model.path.under().and_then(|under| under.screen.patient()));
        let left = self.model.screen().clone();
        if self.model.path.back() {
            self.leave_first_step(&left);
            self.come_back_from(&left);
            if let Some(what) = agreed.filter(|_| self.silent) {
                self.say(self.model.language().agreement_stands(&what), false);
            }
            return;
        }
        // Esc once too often must not end the program in the middle of a meeting.
        if self.model.record().is_some_and(|record| record.details.closed.is_none()) {
            self.focus(RowId::fixed("quit"));
            self.say(self.model.language().meeting_is_open(), false);
        } else {
            self.quit();
        }
    }

    /// The cursor comes to the step in which one was, whichever way led there; nothing that was only begun is kept.
    fn come_back_from(&mut self, left: &Screen) {
        match (left, self.model.screen()) {
            (Screen::Step { checklist, .. }, Screen::Patient(_)) => {
                let focus = self.model.path.top().focus.as_ref();
                let is_of_it = |row: &RowId| {
                    row.as_str().split_once(':').is_some_and(|(_, own)| own == checklist.as_str())
                };
                let step = RowId::of("walk", checklist);
                if !focus.is_some_and(is_of_it) && self.model.page().row(&step).is_some() {
                    self.enter(step);
                }
            }
            (
                Screen::Step { page: StepPage::Group(name), .. },
                Screen::Step { page: StepPage::Contents, .. },
            ) => self.enter(RowId::of("page", name)),
            (_, Screen::Start) => self.let_go_of_nothing(),
            _ => {}
        }
    }

    /// Lets a meeting go in which nothing was recorded and that is not in the notebook.
    pub(super) fn let_go_of_nothing(&mut self) {
        let nothing = self.open().is_some_and(|open| {
            open.record.session.is_none() && (open.saving.revision == 0 || self.model.only_looked())
        });
        if !nothing || self.model.is_listed() {
            return;
        }
        self.stop_clock();
        if let Some(open) = self.model.open.take() {
            self.effects.push(Effect::LetGo(open.record.id));
            self.gone = Some(Box::new(open));
        }
        self.model.set_focus(None);
    }

    /// What the open agreement on the screen says, where that was changed last: below the page that one returns to it may be
    /// out of sight, and of what was only looked at nothing was noted.
    fn agreed_here(&self) -> Option<String> {
        let Screen::Agreement(patient, id) = self.model.screen() else { return None };
        let newest = self.open().and_then(|open| open.history.newest())?;
        if newest.screen != *self.model.screen() && !makes(newest, *id) {
            return None;
        }
        let agreements = &self.model.review(*patient)?.agreements;
        let agreement = agreements.iter().find(|agreement| agreement.id == *id && agreement.is_open())?;
        let what = agreement.what.lines().next().map(str::trim).filter(|what| !what.is_empty())?;
        let room = usize::from(self.model.size.width).saturating_sub(AROUND_AGREEMENT).clamp(20, 80);
        Some(text::truncate(what, room, self.model.settings.marks.signs().ellipsis).into_owned())
    }
}

/// Whether an entry of the history made an agreement.
fn makes(entry: &Entry, id: AgreementId) -> bool {
    entry.changes.iter().any(|change| match change {
        Change::Agreement { before: None, after: Some(after), .. } => after.id == id && after.from.is_none(),
        _ => false,
    })
}
