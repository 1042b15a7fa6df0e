//! The definitions in force: watched while they are on the screen, read again, edited, and taken over by a meeting.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::message::{Effect, Place};
use crate::app::page::{Screen, StepPage};
use crate::app::pages;
use crate::checklist::{Library, Localized, Name};
use crate::meeting::{Change, PatientId, Pinned, newer};

impl Turn<'_> {
    /// The definitions were read; place and focus stay where they are as far as they can.
    pub(super) fn library_read(&mut self, library: &Arc<Library>) {
        let place = self.place();
        let Some(before) = self.model.library.replace(library.clone()).filter(|before| before != library)
        else {
            return;
        };
        self.model.refreshed = Some(self.model.now);
        if self.model.screen().is_of_library()
            && let Some((sentence, warning)) = pages::library_changed(&before, library, self.model.language())
        {
            self.say(sentence, warning);
        }
        if self.model.screen().is_of_library()
            && let Some((row, _)) = &place
        {
            // Also who has not moved yet stays on the row that was shown in focus.
            let focus = self.model.path.top().focus.clone().unwrap_or_else(|| row.clone());
            self.model.set_focus(Some(focus));
        }
        self.drop_unwalkable();
        self.keep_focus(place);
    }

    /// Takes the pages of a checklist off the path that its version in force does not have, and a case that is gone.
    fn drop_unwalkable(&mut self) {
        let gone: Vec<Screen> = self
            .model
            .path
            .from_the_top()
            .map(|frame| &frame.screen)
            .filter(|screen| match screen {
                Screen::Step { patient, checklist, page }
                    if !matches!(page, StepPage::Contents | StepPage::Limits) =>
                {
                    let known = self.model.review(*patient).zip(self.model.checklist(checklist));
                    !known
                        .is_some_and(|(review, checklist)| pages::pages_of(checklist, review).contains(page))
                }
                Screen::Case(name) => {
                    self.model.library.as_ref().is_none_or(|library| library.case(name).is_none())
                }
                _ => false,
            })
            .cloned()
            .collect();
        self.model.path.drop_gone(|screen| gone.contains(screen));
    }

    /// The patient whose page is on the screen.
    pub(super) fn on_patient(&self) -> Option<PatientId> {
        match self.model.screen() {
            Screen::Patient(patient) => Some(*patient),
            _ => None,
        }
    }

    /// Begins or stops watching the files with definitions; opening a patient looks at them once.
    pub(super) fn watch_library(&mut self, patient_before: Option<PatientId>) {
        let watches = self.model.screen().is_of_library();
        let patient = self.on_patient();
        // A clock that was put back must not stop the watching.
        let fresh = self.model.looked.is_some_and(|looked| looked <= self.model.now);
        if watches && !fresh || patient.is_some() && patient != patient_before {
            self.look_at_library();
        }
        if !watches {
            self.model.unseen().looked = None;
        }
    }

    /// Has the files with definitions looked at.
    pub(super) fn look_at_library(&mut self) {
        self.model.unseen().looked = Some(self.model.now);
        if !self.effects.contains(&Effect::LookAtLibrary) {
            self.effects.push(Effect::LookAtLibrary);
        }
    }

    /// Has the user edit a file; what is being typed goes to disk before.
    pub(super) fn edit_file(&mut self, place: Place) {
        self.leave_field();
        self.effects.push(Effect::Edit(place));
    }

    /// The user is back from editing: the files are read whatever they look like from outside.
    pub(super) fn editor_closed(&mut self, fault: Option<Box<Localized>>) {
        self.be_silent();
        if let Some(fault) = fault {
            self.say(fault.get(self.model.language()).to_owned(), true);
        }
        self.effects.push(match self.model.screen() {
            Screen::Settings => Effect::ReadSettings,
            _ => Effect::ReadLibrary,
        });
    }

    /// Makes the meeting use the version in force of a checklist; answers that no longer fit become notes.
    pub(super) fn take_over_checklist(&mut self, name: &Name) {
        let language = self.model.language();
        let Some((pinned, in_force)) = self.model.newer_checklist(name) else { return };
        let (pinned, in_force) = (pinned.clone(), in_force.clone());
        let Some(open) = &mut self.model.open else { return };
        let record = open.record.clone();
        let Some(at) = record.definitions.iter().position(|known| known.id == *name) else { return };
        if !open.definitions.iter().any(|known| known.hash == in_force.hash) {
            open.definitions.push(in_force.clone());
        }
        let mut changes = vec![Change::Definition {
            at,
            before: record.definitions.get(at).cloned(),
            after: Some(Pinned::of(&in_force)),
        }];
        changes.extend(newer::changes(&record, &pinned.checklist, &in_force.checklist, language));
        self.taken_over(changes, in_force.checklist.title.get(language), &in_force.checklist.version);
    }

    /// Makes the meeting use the version in force of a route.
    pub(super) fn take_over_route(&mut self, name: &Name) {
        let language = self.model.language();
        let Some((_, in_force)) = self.model.newer_route(name) else { return };
        let in_force = in_force.clone();
        let Some(open) = &mut self.model.open else { return };
        let Some(at) = open.record.routes.iter().position(|known| known.id == *name) else { return };
        let before = open.record.routes.get(at).cloned();
        if !open.routes.iter().any(|known| known.hash == in_force.hash) {
            open.routes.push(in_force.clone());
        }
        let change = Change::Route { at, before, after: Some(Pinned::of_route(&in_force)) };
        self.taken_over(vec![change], in_force.route.title.get(language), &in_force.route.version);
    }

    fn taken_over(&mut self, changes: Vec<Change>, title: &str, version: &str) {
        if self.record(changes, Urgency::Committed) {
            self.model.path.back();
            self.drop_unwalkable();
            self.say(self.model.language().newer_taken_over(title, version), false);
        }
    }
}
