//! What an agreement still lacks, so that it does not get lost when people leave the room.

use chrono::NaiveDate;

use crate::checklist::Looks;
use crate::meeting::record::agreement::{Agreement, Owner};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::typed;

/// Something that an agreement lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Nobody does it.
    Owner,
    /// It has no date.
    Date,
    /// The owner is absent or from outside, and nobody tells them.
    Teller,
}

impl Agreement {
    /// Whether nothing was filled in.
    pub fn is_blank(&self) -> bool {
        self.what.trim().is_empty() && self.due.trim().is_empty() && self.owner.is_none()
    }

    /// Whether the agreement is neither done nor dropped.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether somebody from outside does it of whom nobody said who that is, nor who tells them.
    pub fn lacks_its_owner(&self) -> bool {
        let is_nameless = self.outside_name.trim().is_empty() && self.told_by.is_none();
        self.owner == Some(Owner::Outside) && is_nameless && self.is_open()
    }

    /// The day on which it was made, from which its own day is understood; `today` where that is the meeting that holds it.
    pub fn made_on(&self, today: NaiveDate) -> NaiveDate {
        self.from.unwrap_or(today)
    }

    /// The day before which it is to be done, in a meeting of that day; nothing where none was said, or it is no day.
    pub fn due_on(&self, day: NaiveDate) -> Option<NaiveDate> {
        typed::date(&self.due, self.made_on(day), Looks::Forward)
    }

    /// Whether it was to be done before `today`, the day of the meeting, and still is open.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due_on(today).is_some_and(|due| due < today)
    }

    /// Whether the owner did not hear of it: absent, or from outside the meeting.
    pub fn has_to_be_told(&self, meeting: &Meeting) -> bool {
        match self.owner {
            Some(Owner::Participant(id)) => meeting.participant(id).is_some_and(|known| known.absent),
            Some(Owner::Outside) => true,
            None => false,
        }
    }

    /// What the agreement lacks; nothing where it has ended.
    pub fn lacks(&self, meeting: &Meeting) -> Vec<Lack> {
        if !self.is_open() {
            return Vec::new();
        }
        let owned = match self.owner {
            None => false,
            Some(Owner::Participant(id)) => meeting.participant(id).is_some(),
            Some(Owner::Outside) => !self.outside_name.trim().is_empty(),
        };
        let told = self.told_by.is_some_and(|id| meeting.participant(id).is_some());
        let lacks = [
            (!owned, Lack::Owner),
            (self.due.trim().is_empty(), Lack::Date),
            (self.has_to_be_told(meeting) && !told, Lack::Teller),
        ];
        lacks.into_iter().filter(|(lacking, _)| *lacking).map(|(_, lack)| lack).collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveDateTime};

    use super::*;
    use crate::meeting::{AgreementId, Ended, Id, MeetingId, MeetingKind, Participant, ParticipantId, Stamp};

    #[test]
    fn what_an_agreement_lacks() {
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, NaiveDate::default());
        let (here, away) = (ParticipantId(Id::from_bits(2)), ParticipantId(Id::from_bits(3)));
        meeting.participants = vec![Participant::new(here), Participant::new(away)];
        meeting.participants[1].absent = true;
        let stamp = Stamp { by: None, at: NaiveDateTime::default() };
        let mut agreement = Agreement::new(AgreementId(Id::from_bits(4)), stamp);
        assert_eq!(agreement.lacks(&meeting), [Lack::Owner, Lack::Date]);
        agreement.owner = Some(Owner::Participant(here));
        agreement.due = "na het weekend".to_owned();
        assert_eq!(agreement.lacks(&meeting), []);
        agreement.owner = Some(Owner::Participant(away));
        assert_eq!(agreement.lacks(&meeting), [Lack::Teller]);
        agreement.told_by = Some(here);
        assert_eq!(agreement.lacks(&meeting), []);
        agreement.owner = Some(Owner::Outside);
        assert_eq!(agreement.lacks(&meeting), [Lack::Owner]);
        agreement.ended = Some(Ended { done: true, recorded: stamp });
        assert_eq!(agreement.lacks(&meeting), []);
    }
}
