//! The walk: from page to page of a checklist and from step to step.

use super::super::Turn;
use crate::app::page::{Action, Row, RowId, RowKind, Screen, StepPage};
use crate::app::pages;
use crate::checklist::Name;
use crate::meeting::PatientId;

impl Turn<'_> {
    /// Turns to the page of the walk beside this one, of the next step or the one before where that is another.
    pub(in crate::app::update) fn turn_to(
        &mut self,
        patient: PatientId,
        name: &Name,
        at: &StepPage,
        forward: bool,
    ) {
        let (Some(review), Some(checklist)) = (self.model.review(patient), self.model.checklist(name)) else {
            return;
        };
        let pages = pages::walk_of(checklist, review);
        let place = pages.iter().position(|page| page == at);
        if place.is_none() && pages::is_in_table(checklist, at) {
            let checklist = name.clone();
            self.model.path.replace(Screen::Step { patient, checklist, page: StepPage::Limits });
            self.come_from_limit(at);
            return;
        }
        let wanted = match (place, forward) {
            (Some(place), true) => pages.get(place + 1),
            (Some(place), false) => place.checked_sub(1).and_then(|before| pages.get(before)),
            (None, true) => pages.first(),
            (None, false) => None,
        };
        let beside = || {
            let step = if forward { pages::step_after } else { pages::step_before };
            let checklist = step(self.model, review, name)?.checklist;
            let page = if forward {
                pages::way_in(checklist, review)
            } else {
                pages::walk_of(checklist, review).pop()
            };
            Some((checklist.id.clone(), page?))
        };
        match wanted.cloned().map(|page| (name.clone(), page)).or_else(beside) {
            Some((checklist, page)) => {
                let step = Screen::Step { patient, checklist, page };
                self.model.path.replace(step);
                if forward {
                    self.say_where_it_goes_on(Some(name));
                }
            }
            None => {
                self.model.path.go(&Screen::Patient(patient));
                // After the last step somebody is done with the patient.
                let done = RowId::fixed("finish");
                let is_last = forward && self.model.page().row(&done).is_some_and(is_finish);
                self.focus(if is_last { done } else { RowId::of("walk", name) });
            }
        }
    }

    /// Comes to the row of a limit in the table of all, on the table that lies below where one came from it.
    fn come_from_limit(&mut self, at: &StepPage) {
        if self.model.path.under().is_some_and(|under| under.screen == *self.model.screen()) {
            self.model.path.back();
        }
        if let StepPage::Group(name) = at {
            self.enter(RowId::of("page", name));
        }
    }

    /// Says at which page a step goes on that was begun earlier, where that is not its first; `from` is where one was.
    pub(in crate::app::update) fn say_where_it_goes_on(&mut self, from: Option<&Name>) {
        let Screen::Step { patient, checklist: name, page } = self.model.screen().clone() else { return };
        let (Some(review), Some(checklist)) = (self.model.review(patient), self.model.checklist(&name))
        else {
            return;
        };
        let pages = pages::walk_of(checklist, review);
        let place =
            pages.iter().position(|known| *known == page).filter(|place| *place > 0 && from != Some(&name));
        if let Some(place) = place {
            self.say(self.model.language().step_goes_on_at(place + 1, pages.len()), false);
        }
    }
}

fn is_finish(row: &Row) -> bool {
    matches!(row.kind, RowKind::Action(Action::Finish(_)))
}
