//! The time of the discussion goes into the record: no change to be undone, but saved along with everything else.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::model::Clock;
use crate::meeting::Meeting;

impl Turn<'_> {
    /// Starts the clock of the patient on the screen, and stops that of one who was left.
    pub(super) fn wind_clock(&mut self) {
        let meeting = self.model.record().filter(|_| self.model.may_change()).map(|record| record.id);
        let is_session = self.model.record().is_some_and(|record| record.session.is_some());
        let wanted = meeting.filter(|_| !is_session).zip(self.model.path.patient());
        let running = self.model.clock.as_ref().map(|clock| (clock.meeting, clock.patient));
        if running != wanted {
            self.stop_clock();
            let now = self.model.now;
            self.model.unseen().clock = wanted.map(|(meeting, patient)| Clock::new(meeting, patient, now));
        }
    }

    /// Stops the clock: the patient is left, and the time goes to disk.
    pub(super) fn stop_clock(&mut self) {
        if self.record_time() {
            self.changed(Urgency::Committed);
        }
        self.model.unseen().clock = None;
    }

    /// Puts the measured seconds in the record; false where there were none.
    pub(super) fn record_time(&mut self) -> bool {
        let may_change = self.model.may_change();
        let Some(clock) = &self.model.clock else { return false };
        let seconds = clock.seconds();
        let is_here =
            |meeting: &Meeting| meeting.id == clock.meeting && meeting.review(clock.patient).is_some();
        if seconds == 0 || !may_change || !self.model.record().is_some_and(is_here) {
            return false;
        }
        // From the clock into the record: what the screen says of it stays the same.
        let model = self.model.unseen();
        let (Some(clock), Some(open)) = (&mut model.clock, &mut model.open) else { return false };
        let spent = Arc::make_mut(&mut open.record).spent.entry(clock.patient).or_insert(0);
        *spent = spent.saturating_add(seconds);
        clock.unrecorded -= chrono::TimeDelta::seconds(i64::from(seconds));
        true
    }
}
