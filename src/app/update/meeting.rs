//! Meetings, participants and patients: listed, started, opened, added, taken away.

use super::Turn;
use crate::app::message::Effect;
use crate::app::message::{Listed, Opened};
use crate::app::model::OpenMeeting;
use crate::app::page::{Action, Path, RowId, Screen};
use crate::meeting::{
    Change, Meeting, MeetingId, MeetingKind, MeetingSummary, Participant, ParticipantId, PatientId, Review,
    Role, terms,
};

impl Turn<'_> {
    /// Starts a meeting today; it is written as soon as something is filled in.
    pub(super) fn new_meeting(&mut self) {
        if self.must_save_first(Action::NewMeeting) {
            return;
        }
        let Some(id) = self.take_id().map(MeetingId) else { return };
        if let Some(before) = self.open().map(|open| open.record.id) {
            self.effects.push(Effect::LetGo(before));
        }
        self.begin(id, MeetingKind::Patz, String::new());
        self.model.path.open(Screen::MeetingDetails);
    }

    /// Begins to record what happened between meetings, for the group that met last; it is written as soon as something is
    /// filled in.
    pub(super) fn new_between(&mut self) {
        // What was begun today goes on: two records of one day would tell half of it each.
        let today = self.model.now.date();
        // What is invented and what is real are never recorded in one place: `forget --invented` would take both.
        let practising = self.model.protected.is_fictional();
        let fits = |fictional: bool| practising || !fictional;
        let details = self.model.record().map(|record| &record.details);
        if details.is_some_and(|known| {
            known.is_between() && known.date == today && known.closed.is_none() && fits(known.fictional)
        }) {
            self.model.path.open(Screen::Meeting);
            return;
        }
        let goes_on = |summary: &&MeetingSummary| {
            summary.kind == MeetingKind::Between
                && summary.date == today
                && !summary.closed
                && fits(summary.fictional)
        };
        let begun = self.model.listed.iter().flat_map(|listed| &listed.meetings).find(goes_on);
        if let Some(begun) = begun.map(|summary| summary.id) {
            self.open_meeting(begun);
            return;
        }
        if self.must_save_first(Action::NewBetween) {
            return;
        }
        let Some(id) = self.take_id().map(MeetingId) else { return };
        let met = |summary: &&MeetingSummary| {
            !matches!(summary.kind, MeetingKind::Education | MeetingKind::Between) && fits(summary.fictional)
        };
        let group = self.model.listed.as_ref().and_then(|listed| listed.meetings.iter().find(met));
        let group = group.map(|summary| summary.group.clone()).unwrap_or_default();
        if let Some(before) = self.open().map(|open| open.record.id) {
            self.effects.push(Effect::LetGo(before));
        }
        self.begin(id, MeetingKind::Between, group);
    }

    pub(super) fn begin(&mut self, id: MeetingId, kind: MeetingKind, group: String) {
        let mut meeting = Meeting::new(id, kind, self.model.now.date());
        meeting.details.group = group;
        if matches!(kind, MeetingKind::Patz | MeetingKind::Mdo) {
            meeting.details.planned =
                self.model.settings.planned_minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        }
        meeting.details.fictional = self.model.protected.is_fictional();
        self.model.open = Some(OpenMeeting::new(meeting, Vec::new()));
        self.look_back();
        self.model.path = Path::default();
        self.model.path.open(Screen::Meeting);
    }

    /// A list of meetings was read, or the next part of one: the row in focus stays where somebody looks at it.
    pub(super) fn listed(&mut self, mut part: Listed) {
        for summary in &mut part.meetings {
            self.name_session(summary);
        }
        let in_sight = (*self.model.screen() == Screen::Meetings).then(|| self.focus_in_sight()).flatten();
        self.model.notebook_fault = None;
        match self.model.listed.as_mut().filter(|known| known.more) {
            Some(known) => known.extend(part),
            None => {
                let known = self.model.listed.as_ref();
                let same = |known: &Listed| {
                    (known.more, &known.meetings, &known.problems)
                        == (part.more, &part.meetings, &part.problems)
                };
                if !known.is_some_and(same) {
                    let revision = known.map_or(0, |known| known.revision + 1);
                    self.model.listed = Some(Listed { revision, ..part });
                    // It may have been read before the newest of this window was written.
                    self.list_own();
                }
            }
        }
        if let Some(in_sight) = in_sight {
            self.keep_in_sight(in_sight);
        }
    }

    /// Calls a session as its case is called in the language of the program, where the case is known; whether that is another name.
    pub(super) fn name_session(&self, summary: &mut MeetingSummary) -> bool {
        let library = self.model.library.as_deref().filter(|_| summary.session);
        let title = library.and_then(|library| library.title_of_case(&summary.group, self.model.language()));
        let Some(title) = title.filter(|title| *title != summary.group) else { return false };
        summary.group = title.to_owned();
        true
    }

    /// Calls all sessions of the list so, after the language or the cases became others.
    pub(super) fn name_sessions(&mut self) {
        let Some(mut listed) = self.model.unseen().listed.take() else { return };
        for summary in &mut listed.meetings {
            listed.revision += u64::from(self.name_session(summary));
        }
        self.model.listed = Some(listed);
    }

    /// Opens a meeting of the notebook, unless it is open already.
    pub(super) fn open_meeting(&mut self, id: MeetingId) {
        if self.open().is_some_and(|open| open.record.id == id) {
            self.model.path.open(Screen::Meeting);
            return;
        }
        if self.must_save_first(Action::OpenMeeting(id)) {
            return;
        }
        self.ask_to_open(Effect::OpenMeeting(id));
    }

    /// Has a meeting opened; what is typed until it is there is meant for its pages.
    pub(super) fn ask_to_open(&mut self, effect: Effect) {
        self.model.unseen().asked.meeting = true;
        self.effects.push(effect);
        self.say(self.model.language().meeting_opening(), false);
    }

    /// A meeting was read: it takes the place of the one before.
    pub(super) fn opened(&mut self, opened: Opened) {
        self.model.unseen().asked.meeting = false;
        let Opened { meeting, definitions, routes, read_only, may_insist, versions, told } = opened;
        if self.open().is_some_and(|open| !open.saving.is_clean()) {
            self.effects.push(Effect::LetGo(meeting.id));
            self.say(self.model.language().finish_saving_first(), true);
            return;
        }
        if let Some(before) = self.open().map(|open| open.record.id).filter(|before| *before != meeting.id) {
            self.effects.push(Effect::LetGo(before));
        }
        let mut open = OpenMeeting::new(meeting, definitions);
        open.routes = routes;
        open.saving.saved = Some((0, None));
        open.read_only = read_only;
        open.may_insist = may_insist;
        open.versions = versions;
        open.as_opened = Some(open.record.clone());
        let why = open.read_only.clone();
        self.model.open = Some(open);
        self.look_back();
        // Whoever comes from what was found, or from the list of meetings, goes back there.
        let top = self.model.path.top();
        let is_found = top.screen == Screen::Search;
        let is_list = is_found || top.screen == Screen::Meetings;
        let from = is_list.then(|| (top.screen.clone(), top.search.clone(), top.focus.clone()));
        if let Some((screen, search, focus)) = from {
            self.model.path = Path::default();
            self.model.path.open(screen);
            let top = self.model.path.top_mut();
            (top.search, top.focus) = (search, focus);
            self.model.path.open(Screen::Meeting);
            match self.model.landing.take() {
                Some(patient) => self.land(patient),
                None if is_found => self.land_in_meeting(),
                None => {}
            }
        } else {
            match self.model.landing.take() {
                // Whoever comes from the course of a patient goes back to it.
                Some(patient) => {
                    self.model.path.open(Screen::Meeting);
                    self.land(patient);
                }
                None => {
                    self.model.path = Path::default();
                    self.model.path.open(Screen::Meeting);
                }
            }
        }
        self.be_silent();
        for (told, is_bad) in [(why, true), (told, false)] {
            if let Some(told) = told {
                self.say(told.get(self.model.language()).to_owned(), is_bad);
            }
        }
    }

    /// Opens a meeting at the discussion of a patient.
    pub(super) fn open_meeting_at(&mut self, id: MeetingId, patient: PatientId) {
        if self.open().is_some_and(|open| open.record.id == id) {
            self.model.path.go(&Screen::Meeting);
            self.land(patient);
            return;
        }
        if self.must_save_first(Action::OpenMeetingAt(id, patient)) {
            return;
        }
        self.model.landing = Some(patient);
        self.ask_to_open(Effect::OpenMeeting(id));
    }

    /// Goes from the agenda to the discussion of a patient, where it is there.
    pub(super) fn land(&mut self, patient: PatientId) {
        if self.model.review(patient).is_some() {
            self.model.set_focus(Some(RowId::of("patient", patient)));
            self.model.path.open(Screen::Patient(patient));
            if let Some(place) = self.model.landing_at.take() {
                self.land_at(patient, &place);
            }
        }
    }

    /// Brings a damaged meeting back from its last good version.
    pub(super) fn recover_meeting(&mut self, id: MeetingId) {
        if self.must_save_first(Action::RecoverMeeting(id)) {
            return;
        }
        self.ask_to_open(Effect::RecoverMeeting(id));
    }

    /// Whether the open meeting has to be saved first; `wanted` is then done as soon as it is, unless somebody does something else.
    pub(super) fn must_save_first(&mut self, wanted: Action) -> bool {
        if let Some(case) = self.would_go() {
            self.say(self.model.language().session_would_go(&case), true);
            return true;
        }
        // Whoever deletes the session means its votes too.
        let deletes = matches!(wanted, Action::DeleteSession(_));
        if let Some(case) = self.votes_would_go().filter(|_| !deletes) {
            self.say(self.model.language().session_votes_would_go(&case), true);
            return true;
        }
        let unsaved = self.open().is_some_and(|open| !open.saving.is_clean());
        if unsaved {
            self.model.wanted = Some(wanted);
            self.flush();
            self.say(self.model.language().finish_saving_first(), true);
        }
        unsaved
    }

    /// The case of a session that goes on, in which something was recorded, and that would be nowhere without its screen.
    pub(super) fn would_go(&self) -> Option<String> {
        let open = self.open().filter(|open| open.is_fleeting() && open.record.details.closed.is_none())?;
        let is_blank = open.record.session.as_ref().is_some_and(|session| session.is_blank());
        (!is_blank).then(|| open.record.details.group.clone())
    }

    /// The case of a session in which votes were cast that may stand nowhere yet, and would go with its screen.
    pub(super) fn votes_would_go(&self) -> Option<String> {
        let open = self.open().filter(|open| open.read_only.is_none() && !open.is_fleeting())?;
        let hides = open.record.session.as_ref().is_some_and(|session| session.hides_votes());
        (hides && open.record.details.closed.is_none()).then(|| open.record.details.group.clone())
    }

    /// Closes the meeting, after which it is read-only.
    pub(super) fn close_meeting(&mut self) {
        let nothing = self.model.only_looked();
        if nothing && !self.model.is_listed() {
            self.let_go_of_nothing();
            self.model.path = Path::default();
            self.say(self.model.language().between_nothing_done(), false);
            return;
        }
        self.stop_clock();
        let stamp = self.model.stamp();
        let change = self.meeting_change(|details| details.closed = Some(stamp));
        if self.commit(change) {
            if let Some(open) = &mut self.model.open {
                open.history = crate::app::model::History::default();
            }
            self.model.path = Path::default();
            let language = self.model.language();
            let between = self.model.record().is_some_and(|meeting| meeting.details.is_between());
            let is_session = self.model.record().is_some_and(|meeting| meeting.session.is_some());
            self.say(
                match between {
                    false if is_session => language.session_closed(),
                    true if nothing => language.between_nothing_done(),
                    true => language.between_done(),
                    false => language.closing_done(),
                },
                false,
            );
        }
    }

    /// Adds a participant and opens it; from a list of persons one returns there with the new one in it.
    pub(super) fn add_participant(&mut self) {
        let Some(at) = self.model.record().map(|record| record.participants.len()) else { return };
        let Some(id) = self.take_id().map(ParticipantId) else { return };
        let mut added = Participant::new(id);
        // Whoever was looked for among those who are there is who is added.
        if matches!(self.model.screen(), Screen::Choose(_)) {
            added.name = self.typed_for_nobody().unwrap_or_default();
        }
        let change = Change::Participant { at, before: None, after: Some(Box::new(added)) };
        if self.commit(Some(change)) {
            self.go_into(Screen::Participant(id));
        }
    }

    /// Gives or takes a role; voorzitter and notulist are one person each, who may be the same one. From whom a role goes to
    /// another is said.
    pub(super) fn toggle_role(&mut self, id: ParticipantId, role: Role) {
        let only_one = matches!(role, Role::Chair | Role::Recorder);
        let Some(record) = self.model.record() else { return };
        let holders: Vec<ParticipantId> = record
            .participants
            .iter()
            .filter(|known| only_one && known.id != id && known.roles.contains(&role))
            .map(|known| known.id)
            .collect();
        let mut changes: Vec<Change> = holders
            .iter()
            .filter_map(|holder| {
                self.participant_change(*holder, |mut known| {
                    known.roles.remove(&role);
                    Some(known)
                })
            })
            .collect();
        changes.extend(self.participant_change(id, |mut known| {
            if !known.roles.remove(&role) {
                known.roles.insert(role);
            }
            Some(known)
        }));
        let language = self.model.language();
        let name =
            |id: &ParticipantId| record.participant(*id).map(|known| terms::participant(language, known));
        let before = holders.first().and_then(name);
        if self.record(changes, super::changes::Urgency::Committed)
            && let Some(before) = before
        {
            self.say(language.role_moved(terms::role(language, role), &before), false);
        }
    }

    /// Puts a new patient on the agenda and opens who that is.
    pub(super) fn add_patient(&mut self) {
        let Some(at) = self.model.record().map(|record| record.reviews.len()) else { return };
        let Some(patient) = self.take_id().map(PatientId) else { return };
        let mut review = Review::new(patient);
        // Who was looked for and is not known is the one that is added.
        if *self.model.screen() == Screen::AddPatient {
            review.label = self.typed_for_nobody().unwrap_or_default();
        }
        let change = Change::Review { at, before: None, after: Some(Box::new(review)) };
        if self.commit(Some(change)) {
            self.go_to_added(patient);
        }
    }

    /// Moves a patient on the agenda.
    pub(super) fn move_patient(&mut self, patient: PatientId, by: i8) {
        let Some(record) = self.model.record() else { return };
        let Some(from) = record.reviews.iter().position(|review| review.patient == patient) else { return };
        let to = from.saturating_add_signed(isize::from(by)).min(record.reviews.len().saturating_sub(1));
        self.commit(Some(Change::ReviewMoved { from, to }));
    }
}
