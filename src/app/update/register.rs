//! What earlier meetings give to this one: patients with what is still open, and the people of a group.

use std::sync::Arc;

use super::Turn;
use super::changes::Urgency;
use crate::app::message::{Effect, PaperKind};
use crate::app::page::{Action, Detail, RowId, RowKind, Screen};
use crate::app::pages;
use crate::meeting::{
    AgreementId, Change, Course, EarlierSession, Identity, KnownGroup, MeetingId, MeetingKind, MeetingText,
    ParticipantText, PatientId, Proposed, Reason, Register, Review, ReviewText, TextPlace, Viewpoint,
    proposal, terms, typed,
};
use crate::text::same;

impl Turn<'_> {
    /// Asks for what was before the open meeting.
    pub(super) fn look_back(&mut self) {
        let today = self.model.now.date();
        let viewpoint = self.model.record().map(|meeting| Viewpoint::of(meeting, today));
        self.effects.extend(viewpoint.map(Effect::ReadRegister));
        let session = self.open().map(|open| &open.record).filter(|record| record.session.is_some()).cloned();
        self.effects.extend(session.map(Effect::ReadEarlierSession));
    }

    /// The session before the open one with the same case was read.
    pub(super) fn earlier_session(&mut self, meeting: MeetingId, earlier: Option<Box<EarlierSession>>) {
        if let Some(open) = self.model.open.as_mut().filter(|open| open.record.id == meeting) {
            open.earlier = earlier.map(Into::into);
        }
    }

    /// Asks for what the screen shows and is not there: what is there may be old, and is shown meanwhile.
    /// What the notebook holds may be another since `is_saved`.
    pub(super) fn ask_for_what_is_shown(&mut self, came: bool, is_saved: bool) {
        let today = self.model.now.date();
        let course = match self.model.screen() {
            Screen::Course(patient) => Some(*patient),
            Screen::Paper(paper) if paper.kind == PaperKind::Course => paper.patient,
            _ => None,
        };
        if came
            && matches!(
                self.model.screen(),
                Screen::Start | Screen::Meetings | Screen::Cases | Screen::Sessions
            )
            && self.model.listed.as_ref().is_some_and(|listed| !listed.more)
        {
            // Another window on the notebook may have begun or closed something meanwhile.
            self.effects.push(Effect::ListAgain);
        }
        let wants_register = match *self.model.screen() {
            Screen::Register => true,
            // Behind the list of meetings, which is read first.
            Screen::Start => self.model.has_history(),
            _ => false,
        };
        let is_open = !self.model.asked.register && (came || self.model.known.is_none());
        if wants_register && (is_open || is_saved) {
            self.model.unseen().asked.register = true;
            self.effects.push(Effect::ReadRegister(Viewpoint::whole(today)));
        }
        if let Some(patient) = course.filter(|patient| self.model.asked.course != Some(*patient)) {
            let known = self.model.course.as_ref().is_some_and(|course| course.patient == patient);
            if came || !known {
                self.model.unseen().asked.course = Some(patient);
                self.effects.push(Effect::ReadCourse(patient, today));
            }
        }
    }

    /// The course of a patient was read; another may be looked at meanwhile.
    pub(super) fn course(&mut self, course: Box<Course>) {
        if self.model.asked.course == Some(course.patient) {
            self.model.asked.course = None;
            self.model.course = Some(course.into());
        }
    }

    /// What is known from before was read; another meeting may have been opened meanwhile.
    pub(super) fn register(&mut self, register: Arc<Register>) {
        // Tables were made of what was read before; the same again changes nothing of them.
        let Some(meeting) = register.meeting else {
            self.model.unseen().asked.register = false;
            let ready = self.model.unseen().prepared.ready.take();
            if self.model.known.as_ref() != Some(&register) {
                self.model.known = Some(register);
                let ready = ready.and_then(|rows| Some((pages::prepared::ready(self.model, &rows)?, rows)));
                if let Some((of, rows)) = ready {
                    let prepared = &mut self.model.unseen().prepared;
                    prepared.overview = Some((of.clone(), rows.overview));
                    prepared.register = Some((of, rows.sheet));
                }
            }
            return;
        };
        let open = self.open().filter(|open| open.record.id == meeting);
        let is_new = open.is_some_and(|open| open.register.as_ref() != Some(&register));
        if is_new && let Some(open) = self.model.open.as_mut() {
            open.register = Some(register);
            self.bring_the_group();
            self.bring_up_to_date();
        }
    }

    /// Brings what came along from earlier meetings up to date where nobody touched it since: it may have been corrected after the
    /// meeting was made ahead. Nobody recorded that, so that nothing has to be kept of it alone; and what can be undone stays as it was.
    fn bring_up_to_date(&mut self) {
        if !self.model.may_change() {
            return;
        }
        let Some(open) = self.model.open.as_mut().filter(|open| open.history.newest().is_none()) else {
            return;
        };
        let brought = open.register.as_ref().and_then(|register| register.brought_up_to_date(&open.record));
        if let Some(brought) = brought {
            open.record = Arc::new(brought);
        }
    }

    /// What came along to a patient from another, who turns out by `change` not to be this one, goes with that.
    pub(super) fn parted(&self, change: Option<&Change>, detail: &Detail) -> Option<Change> {
        let is_other = |other: PatientId, own: PatientId| match detail {
            Detail::Apart(apart, true) => other == *apart,
            Detail::Identity(None | Some(Identity::Own)) => other != own,
            _ => false,
        };
        let Some(Change::ReviewDetails { patient, after, .. }) = change else { return None };
        let reviews = &self.model.record()?.reviews;
        let at = reviews.iter().position(|review| review.patient == *patient)?;
        let before = Review { details: (**after).clone(), ..(**reviews.get(at)?).clone() };
        let after = self.model.register()?.parted(&before, |other| is_other(other, *patient))?;
        Some(Change::Review { at, before: Some(Box::new(before)), after: Some(Box::new(after)) })
    }

    /// Has the people of the group known in what is recorded between meetings, from its beginning: who does what was agreed keeps
    /// profession and whoever tells it. Nobody recorded them, so that nothing has to be kept of that alone.
    fn bring_the_group(&mut self) {
        let Some(open) = self.model.open.as_mut() else { return };
        let is_begun = open.saving.saved.is_some() || !open.record.participants.is_empty();
        if is_begun || !open.record.details.is_between() {
            return;
        }
        let group = open
            .register
            .as_ref()
            .and_then(|register| register.group_for(&open.record, &open.record.details.group));
        let Some(people) = group.map(|group| group.participants.clone()) else { return };
        let record = Arc::make_mut(&mut open.record);
        record.participants = people;
        for participant in &mut record.participants {
            participant.absent = false;
            participant.roles.clear();
        }
    }

    /// Puts a patient of an earlier meeting on the agenda, with who it is and what is still open.
    pub(super) fn add_earlier_patient(&mut self, patient: PatientId) {
        let Some(record) = self.model.record() else { return };
        let at = record.reviews.len();
        if record.review(patient).is_some() {
            let change = self.review_change(patient, |details, _| details.agreements_only = false);
            if self.commit(change) {
                self.go_to_added(patient);
            }
            return;
        }
        let known = self.model.register().and_then(|register| register.patient(patient));
        let Some(review) = known.map(|known| known.review(record)) else { return };
        let carried = review.agreements.len();
        if self.commit(Some(Change::Review { at, before: None, after: Some(Box::new(review)) })) {
            self.look_back();
            self.go_to_added(patient);
            if *self.model.screen() == Screen::Profile(patient) {
                self.enter(RowId::fixed("question"));
            }
            if carried > 0 {
                self.say(self.model.language().agreements_came_along(carried), false);
            }
        }
    }

    /// Opens an agreement of a patient who is not on the agenda, and comes with no more than that into the record.
    pub(super) fn take_agreement(&mut self, patient: PatientId, id: AgreementId) {
        let (Some(record), Some(register)) = (self.model.record(), self.model.register()) else { return };
        let Some(known) = register.patient(patient) else { return };
        let ids = std::iter::once(&known.patient).chain(&known.also);
        let here = ids.into_iter().find_map(|id| record.review(*id));
        let (patient, change) = match here {
            Some(review) => {
                let open = known.agreements.iter().find(|open| open.agreement.id == id);
                let after = open.map(|open| Box::new(open.within(record)));
                let (patient, at) = (review.patient, review.agreements.len());
                (patient, Change::Agreement { patient, at, before: None, after })
            }
            None => {
                let mut review = known.review(record);
                review.details.agreements_only = true;
                let at = record.reviews.len();
                (patient, Change::Review { at, before: None, after: Some(Box::new(review)) })
            }
        };
        if self.commit(Some(change)) {
            self.look_back();
            self.go_into(Screen::Agreement(patient, id));
        }
    }

    /// Puts the patients that are proposed on the agenda, in the order of the proposal.
    pub(super) fn take_proposal(&mut self, all: bool) {
        let (Some(record), Some(register)) = (self.model.record(), self.model.register()) else { return };
        let proposed = proposal(register, record).into_iter();
        let wanted = proposed.filter(|proposed| all || proposed.reason != Reason::Rest);
        let mut order: Vec<PatientId> = record.reviews.iter().map(|review| review.patient).collect();
        let (mut changes, mut count) = (Vec::new(), 0);
        for Proposed { known, .. } in wanted {
            let patient = known.patient;
            count += 1;
            // Of whom an agreement was dealt with already, the record knows; the place is the one of the proposal.
            if let Some(from) = order.iter().position(|there| *there == patient) {
                order.remove(from);
                changes.extend(self.review_change(patient, |details, _| details.agreements_only = false));
                changes.push(Change::ReviewMoved { from, to: order.len() });
            } else {
                let review = Some(Box::new(known.review(record)));
                changes.push(Change::Review { at: order.len(), before: None, after: review });
            }
            order.push(patient);
        }
        if self.record(changes, Urgency::Committed) {
            self.look_back();
            self.model.path.go(&Screen::Meeting);
            self.model.set_focus(None);
            self.say(self.model.language().proposal_taken(count), false);
        }
    }

    /// Opens who a patient is that was just added, in the place of the list that it was chosen from.
    pub(super) fn go_to_added(&mut self, patient: PatientId) {
        let between = self.model.record().is_some_and(|record| record.details.kind == MeetingKind::Between);
        let known = self.model.register().is_some_and(|register| register.patient(patient).is_some());
        // What happened to who is known is what is to be recorded.
        if between && known {
            self.model.path.go(&Screen::Meeting);
            self.go_into(Screen::Patient(patient));
            return;
        }
        if *self.model.screen() == Screen::AddPatient {
            self.model.path.replace(Screen::Profile(patient));
        } else {
            self.go_into(Screen::Profile(patient));
        }
    }

    /// Moves the patient in focus on the agenda; the focus goes along.
    pub(super) fn move_focused(&mut self, by: i8) {
        let row = self.model.focused().map(|row| (row.id, row.kind));
        if let Some((id, RowKind::Action(Action::Open(Screen::Patient(patient))))) = row {
            self.model.set_focus(Some(id));
            self.move_patient(patient, by);
            self.reveal();
        }
    }

    /// Makes the meeting one of a known group, and goes on to the agenda.
    pub(super) fn take_group(&mut self, name: &str) {
        self.take_over(name);
        self.enter(RowId::fixed("to-agenda"));
    }

    /// Says that the group of this meeting was called so before, or takes that back; who belonged to it comes along where nobody was named.
    pub(super) fn toggle_formerly(&mut self, name: &str) {
        let Some(record) = self.model.record() else { return };
        let is_told = record.details.formerly.iter().any(|known| same::same(known, name));
        let alone = record.participants.is_empty() && !is_told;
        let mut changes: Vec<Change> = self
            .meeting_change(|details| {
                details.formerly.retain(|known| !same::same(known, name));
                details.formerly.extend((!is_told).then(|| name.to_owned()));
            })
            .into_iter()
            .collect();
        let known =
            self.model.register().and_then(|register| register.group_for(record, name)).filter(|_| alone);
        let people = known.map(|known| known.participants.clone()).unwrap_or_default();
        changes.extend(people.into_iter().enumerate().map(|(at, mut known)| {
            known.absent = false;
            Change::Participant { at, before: None, after: Some(Box::new(known)) }
        }));
        if self.record(changes, Urgency::Committed) && !is_told {
            let language = self.model.language();
            self.say(language.group_comes_along(name.trim()), false);
        }
    }

    /// Recognises the name of a group that was just typed; what was taken back is not taken over again.
    pub(super) fn recognise_group(&mut self, place: &TextPlace) {
        let group = TextPlace::Meeting(MeetingText::Group);
        let newest = self.open().and_then(|open| open.history.newest());
        let typed = newest
            .and_then(|entry| entry.changes.last())
            .is_some_and(|change| matches!(change, Change::Text { place, .. } if *place == group));
        if *place != group || !typed {
            return;
        }
        let Some(record) = self.model.record() else { return };
        let name = record.details.group.clone();
        // Of a name that a group had before nobody knows whether that group is meant: the page asks.
        let known = self.model.register().and_then(|register| register.group_for(record, &name));
        if known.is_some_and(|known| same::same(&known.name, &name)) {
            self.take_over(&name);
        }
    }

    /// Says that a patient of this name is known already: chosen from the list, what stands comes along.
    pub(super) fn recognise_patient(&mut self, place: &TextPlace) {
        let TextPlace::Review(patient, typed @ (ReviewText::Label | ReviewText::Born)) = place else {
            return;
        };
        let (Some(record), Some(register)) = (self.model.record(), self.model.register()) else { return };
        let Some(review) = record.review(*patient).filter(|review| !review.label.trim().is_empty()) else {
            return;
        };
        let language = self.model.language();
        let alike = |patient: PatientId, label: &str, born: &str| {
            // Of who has the same label the year was asked already.
            let called =
                *typed == ReviewText::Label && same::seen_name(label) == same::seen_name(&review.label);
            let shown = || terms::look_alike(language, (label, born), (&review.label, &review.born));
            patient != review.patient && (called || shown())
        };
        let called = |label: &str, born: &str| terms::label(language, label, born);
        let double = record.reviews.iter().find(|other| alike(other.patient, &other.label, &other.born));
        let own = register.patient(review.patient);
        let known = || {
            register.everybody().find(|known| {
                let is_other = own.is_none_or(|own| own.patient != known.patient);
                // Who is invented stays apart from who is not.
                is_other
                    && known.invented == record.details.fictional
                    && alike(known.patient, &known.label, &known.born)
            })
        };
        // As it stands there: who typed it otherwise has to find it.
        let label = double
            .map(|other| called(&other.label, &other.born))
            .or_else(|| known().map(|known| called(&known.label, &known.born)));
        // Of who was known under another label more stands than what is typed here: that is not taken away.
        let renamed = own.is_some();
        if let Some(label) = label {
            let told = match renamed {
                true => language.patient_called_so_too(&label),
                false => language.patient_known_already(&label),
            };
            self.say(told, true);
        }
    }

    /// Says that somebody of this name, or of one that is easily taken for it, is at the table already.
    pub(super) fn recognise_participant(&mut self, place: &TextPlace) {
        let TextPlace::Participant(id, ParticipantText::Name) = place else { return };
        let Some(record) = self.model.record() else { return };
        let name = record.participant(*id).map(|typed| same::plain_name(&typed.name)).unwrap_or_default();
        let others = record.participants.iter().filter(|other| other.id != *id && !name.is_empty());
        let double = others.into_iter().find(|other| same::plain_name(&other.name) == name);
        let language = self.model.language();
        if let Some(called) = double.map(|double| terms::participant(language, double)) {
            self.say(language.participant_known_already(&called), true);
        }
    }

    /// Takes kind, length and participants over from the last meeting of a group, as far as none were given here.
    fn take_over(&mut self, name: &str) -> bool {
        let Some(record) = self.model.record() else { return false };
        let known = self.model.register().and_then(|register| register.group_for(record, name));
        let Some(known) = known.cloned() else { return false };
        let alone = record.participants.is_empty();
        // Which is heavier than who came along: that one may be the one that is meant.
        let is_met = known.date_typed.is_empty() && known.date == record.details.date;
        let usual = self.model.settings.planned_minutes;
        let KnownGroup { name, formerly: _, date, date_typed, kind, planned, invented: _, participants } =
            known;
        let mut changes: Vec<Change> = self
            .meeting_change(|details| {
                details.group = name;
                if alone && details.kind == MeetingKind::Patz {
                    details.kind = kind;
                }
                let usual = usual.is_some_and(|usual| details.planned == usual.to_string());
                if alone && !planned.trim().is_empty() && (usual || details.planned.trim().is_empty()) {
                    details.planned = planned;
                }
            })
            .into_iter()
            .collect();
        let people = participants.into_iter().filter(|_| alone).enumerate().map(|(at, mut known)| {
            known.absent = false;
            Change::Participant { at, before: None, after: Some(Box::new(known)) }
        });
        changes.extend(people);
        let taken = changes.len() > 1;
        let done = self.record(changes, Urgency::Committed);
        if done && is_met {
            self.say(self.model.language().details_day_taken(), true);
        } else if done && taken {
            let language = self.model.language();
            let day = typed::plain_day(date, self.model.now.date(), language);
            let day = typed::met(language, &date_typed, day);
            self.say(language.participants_taken_over(&day), false);
        }
        done
    }
}
