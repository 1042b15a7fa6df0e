//! The model: everything that the program knows at one moment.

mod ballot;
mod before_escape;
mod clock;
mod finding;
mod first_use;
mod history;
mod left_out;
mod locked;
mod open_meeting;
mod papers;
mod prepared;
mod resume;
pub mod status;
mod times;
mod unjudged;

use crate::meeting::typed;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

pub use ballot::Ballot;
pub use before_escape::BeforeEscape;
pub use clock::{Clock, LONGEST_SILENCE};
pub use finding::Finding;
pub use first_use::FirstUse;
pub use history::{Entry, History, apply_all};
pub use left_out::LeftOut;
pub use locked::{Locked, Unlocking};
pub use open_meeting::{OpenMeeting, Saving};
pub use papers::{OfGathered, OfWritten, Papers, Shown, Written};
pub use prepared::{
    OfCourse, OfHits, OfMeetings, OfPatients, OfRegister, Prepared, ReadyRows, RowsFor, Sheet, Sheets,
};
pub use resume::Resume;

use crate::app::message::{
    Deed, FirstStep, Listed, LockAfter, Msg, PaperNeeds, Protected, Settings, SettingsFile, Size,
};
use crate::app::page::{Action, Path, Screen};
use crate::checklist::{Checklist, Definition, Library, Localized, Name, Route, RouteDefinition};
use crate::meeting::{
    Answer, Course, HitPlace, Id, Judgement, Meeting, PatientId, QuestionKey, Register, Review, Role,
    Selection, Stamp, Standing, Stood, TextPlace,
};
use crate::words::Language;

/// How long typing may stay unsaved.
pub const TYPING_UNSAVED: TimeDelta = TimeDelta::seconds(1);

/// How long to wait before a failed save is tried again.
pub const RETRY_SAVE: TimeDelta = TimeDelta::seconds(5);

/// How soon the files with definitions are looked at again while what is wrong with them is on the screen.
pub const LOOK_AGAIN: TimeDelta = TimeDelta::seconds(1);

/// How many identifiers are kept at hand.
pub const IDS_AT_HAND: usize = 32;

/// Everything that the program knows at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Language and look.
    pub settings: Settings,
    /// What is set in the file with settings alone, and what is wrong in it.
    pub settings_file: SettingsFile,
    /// Why the settings that were chosen last are not saved; that is tried again with the next choice, and at the end.
    pub settings_unsaved: Option<Localized>,
    /// Size of the window.
    pub size: Size,
    /// The moment of the last message, local time.
    pub now: NaiveDateTime,
    /// Where we are.
    pub path: Path,
    /// The definitions in force; `None` until they were read.
    pub library: Option<Arc<Library>>,
    /// When definitions last changed while the program was running.
    pub refreshed: Option<NaiveDateTime>,
    /// When the files with definitions were last asked for; only while they are being watched.
    pub looked: Option<NaiveDateTime>,
    /// What the notebook holds; `None` until it was listed.
    pub listed: Option<Listed>,
    /// Where the notebook is, as shown to the user.
    pub folder: String,
    /// What protects the notebook, so that real patients may be in it.
    pub protected: Protected,
    /// Why the notebook cannot be used.
    pub notebook_fault: Option<Localized>,
    /// The open meeting.
    pub open: Option<OpenMeeting>,
    /// The patient whose time runs.
    pub clock: Option<Clock>,
    /// What papers are made from.
    pub papers: Papers,
    /// The paper that is being looked at.
    pub written: Option<Written>,
    /// Everything that is known of patients; `None` until it was read for the register.
    pub known: Option<Arc<Register>>,
    /// Which of them the register shows.
    pub selection: Selection,
    /// The course of the patient who is looked at.
    pub course: Option<Arc<Course>>,
    /// What was asked for and has not come yet.
    pub asked: Asked,
    /// What is to be done as soon as the open meeting is saved.
    pub wanted: Option<Action>,
    /// The patient at whom the meeting that is being opened is to be opened.
    pub landing: Option<PatientId>,
    /// Where in that discussion.
    pub landing_at: Option<HitPlace>,
    /// What is being looked for in all meetings; only while that is on the screen.
    pub finding: Option<Finding>,
    /// How often something was looked for.
    pub finds: u64,
    /// The long lists, as far as they are prepared.
    pub prepared: Prepared,
    /// One sentence about what just happened.
    pub notice: Option<Notice>,
    /// Text that was cut or copied within the program.
    pub clipboard: String,
    /// Random identifiers that were drawn outside.
    pub ids: Vec<Id>,
    /// How far the program is with ending.
    pub ending: Ending,
    /// Whether the program speaks in lines: nothing is folded there, because nothing falls below a window.
    pub in_lines: bool,
    /// Whether people can vote while the keyboard goes round, without what they type being seen.
    pub votes_in_secret: bool,
    /// Whether the program can be locked: there is a passphrase to unlock it with.
    pub lockable: bool,
    /// When somebody last did something.
    pub touched: NaiveDateTime,
    /// The last intent was to type a letter.
    pub after_letter: bool,
    /// The cursor stands where Enter or the program put it, and nobody went there: the next Enter records nothing.
    pub after_enter: bool,
    /// The key by which something was recorded, or that led into a text, for as long as no other one was pressed.
    pub deed: Option<Deed>,
    /// The text in which digits were just typed, or came back by undo, and the byte behind them: they are not judged yet.
    pub unjudged: Option<(TextPlace, usize)>,
    /// What was there before the last intent, when that was Esc.
    pub before_escape: Option<Box<BeforeEscape>>,
    /// What was left out of a text last, as long as nothing was changed since.
    pub left_out: Option<LeftOut>,
    /// What the screen says while the program is locked.
    pub locked: Option<Locked>,
    /// What the pages of the first use say; only then.
    pub first_use: Option<FirstUse>,
    /// What somebody is about to vote while the keyboard goes round; the screen shows only that there is something.
    pub ballot: Option<Ballot>,
}

/// How far the program is with ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ending {
    /// It goes on.
    #[default]
    No,
    /// The user wants to leave; the last save is awaited.
    Wanted,
    /// The system ends the program; the last save is awaited, and nothing is asked.
    Forced,
}

/// What was asked for and has not come yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// The register.
    pub register: bool,
    /// The course of a patient.
    pub course: Option<PatientId>,
    /// A meeting that is to be opened.
    pub meeting: bool,
}

/// One sentence about what just happened, shown until the next intent.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something was refused or went wrong.
    pub warning: bool,
    /// What had something go, where the sentence tells of that: it stays while that key is held, and till the cursor leaves the row.
    pub told_of: Option<Box<Msg>>,
}

impl Model {
    /// The routes that the open meeting pinned, and then those in force.
    pub fn known_routes(&self) -> impl Iterator<Item = &Route> {
        let pinned = self.open.iter().flat_map(|open| open.pinned_routes());
        let in_force = self.library.iter().flat_map(|library| library.routes());
        pinned.chain(in_force).map(|known| &known.route)
    }

    /// The model at the start, before anything was read.
    pub fn new(settings: Settings, size: Size, now: NaiveDateTime, folder: String) -> Self {
        Self {
            settings,
            settings_file: SettingsFile::default(),
            settings_unsaved: None,
            size,
            now,
            path: Path::default(),
            library: None,
            refreshed: None,
            looked: None,
            listed: None,
            folder,
            protected: Protected::No,
            notebook_fault: None,
            open: None,
            clock: None,
            papers: Papers::default(),
            written: None,
            known: None,
            selection: Selection::default(),
            course: None,
            asked: Asked::default(),
            wanted: None,
            landing: None,
            landing_at: None,
            finding: None,
            finds: 0,
            prepared: Prepared::default(),
            notice: None,
            clipboard: String::new(),
            ids: Vec::new(),
            ending: Ending::No,
            in_lines: false,
            votes_in_secret: true,
            lockable: false,
            touched: now,
            after_letter: false,
            after_enter: false,
            deed: None,
            unjudged: None,
            before_escape: None,
            left_out: None,
            locked: None,
            first_use: None,
            ballot: None,
        }
    }

    /// Whether the notebook was listed as a whole and holds a meeting about patients, so that there is something to look back on.
    pub fn has_history(&self) -> bool {
        let listed = self.listed.as_ref().filter(|listed| !listed.more);
        listed.is_some_and(|listed| listed.meetings.iter().any(|one| !one.session))
    }

    /// Of what something would be read now for a paper.
    pub fn of_gathered(&self, needs: PaperNeeds) -> OfGathered {
        let meeting = self.open.as_ref().map(|open| (open.record.id, open.saving.revision));
        OfGathered { needs, meeting }
    }

    /// Language of the screen.
    pub fn language(&self) -> Language {
        self.settings.language
    }

    /// The present screen.
    pub fn screen(&self) -> &Screen {
        &self.path.top().screen
    }

    /// The record of the open meeting.
    pub fn record(&self) -> Option<&Meeting> {
        self.open.as_ref().map(|open| &*open.record)
    }

    /// The discussion of a patient in the open meeting.
    pub fn review(&self, patient: PatientId) -> Option<&Review> {
        self.record()?.review(patient)
    }

    /// What is known from the meetings before the open one; `None` until they were read.
    pub fn register(&self) -> Option<&Register> {
        self.open.as_ref()?.register.as_deref()
    }

    /// What stands of a patient from the meetings before the open one.
    pub fn standing(&self, patient: PatientId) -> Option<&Standing> {
        let given = self.open.as_ref()?.given.get(&patient);
        given.or_else(|| self.register()?.standing.get(&patient))
    }

    /// What an earlier meeting answered to a question: the value that stands, or what was said last of what belongs to its day.
    pub fn answered_earlier(&self, patient: PatientId, question: &QuestionKey) -> Option<&Stood<Answer>> {
        let stood = self.standing(patient)?.answer(question)?;
        let is_taken_back = self.review(patient).is_some_and(|review| review.takes_back(&question.checklist));
        (!is_taken_back).then_some(stood)
    }

    /// Whether a patient has died, as this meeting or one before it says.
    pub fn is_deceased(&self, review: &Review) -> bool {
        let known = || self.register().and_then(|register| register.patient(review.patient));
        review.says_deceased().unwrap_or_else(|| known().is_some_and(|known| known.deceased))
    }

    /// How many days old a judgement is, where its definition wants it judged again by now.
    pub fn judge_again(&self, checklist: &Name, judged_on: NaiveDate, today: NaiveDate) -> Option<i64> {
        let after = self.checklist(checklist)?.judgement.as_ref()?.judge_again_after?;
        let days = (today - judged_on).num_days();
        (days >= i64::from(after)).then_some(days)
    }

    /// Whether the answer to a question stands until another meeting changes it.
    pub fn stands(&self, question: &QuestionKey) -> bool {
        self.checklist(&question.checklist).is_some_and(|checklist| checklist.stands(&question.item))
    }

    /// What was left out of a text, as long as that can be taken back.
    pub fn left_out(&self) -> Option<&LeftOut> {
        let revision = self.open.as_ref()?.saving.revision;
        self.left_out.as_ref().filter(|left_out| left_out.revision == revision)
    }

    /// What was judged on a checklist in an earlier meeting, as far as this meeting did not judge or withdraw it.
    pub fn judged_before(&self, patient: PatientId, checklist: &Name) -> Option<&Stood<Judgement>> {
        let own = self.review(patient).and_then(|review| review.judgements.get(checklist));
        if own.is_some_and(Judgement::says) {
            return None;
        }
        self.standing(patient)?.judgement(checklist)
    }

    /// The checklists on which something was judged earlier about a patient.
    pub fn judged_earlier(&self, patient: PatientId) -> impl Iterator<Item = &Name> {
        self.standing(patient).into_iter().flat_map(|standing| standing.judgements.keys())
    }

    /// A checklist as the open meeting uses it: the pinned one, or else the one in force.
    pub fn checklist(&self, name: &Name) -> Option<&Checklist> {
        let pinned = self.open.as_ref().and_then(|open| open.definition(name));
        let definition = pinned.or_else(|| self.library.as_ref()?.checklist(name))?;
        Some(&definition.checklist)
    }

    /// A route as the open meeting uses it: the pinned one, or else the one in force.
    pub fn route(&self, name: &Name) -> Option<&Arc<RouteDefinition>> {
        let pinned = self.open.as_ref().and_then(|open| open.route(name));
        pinned.or_else(|| self.library.as_ref()?.route(name))
    }

    /// A checklist that the open meeting pinned, and the other version of it that is in force now.
    pub fn newer_checklist(&self, name: &Name) -> Option<(&Arc<Definition>, &Arc<Definition>)> {
        let pinned = self.open.as_ref()?.definition(name)?;
        let in_force = self.library.as_ref()?.checklist(name)?;
        (self.may_change() && pinned.hash != in_force.hash).then_some((pinned, in_force))
    }

    /// A route that the open meeting pinned, and the other version of it that is in force now.
    pub fn newer_route(&self, name: &Name) -> Option<(&Arc<RouteDefinition>, &Arc<RouteDefinition>)> {
        let pinned = self.open.as_ref()?.route(name)?;
        let in_force = self.library.as_ref()?.route(name)?;
        (self.may_change() && pinned.hash != in_force.hash).then_some((pinned, in_force))
    }

    /// Who records something at this moment, and when.
    pub fn stamp(&self) -> Stamp {
        let by =
            self.record().and_then(|meeting| meeting.with_role(Role::Recorder)).map(|recorder| recorder.id);
        Stamp { by, at: whole_seconds(self.now) }
    }

    /// Whether of a patient nothing was recorded here: the discussion is what earlier meetings know of who it is, or empty.
    pub fn is_untouched(&self, review: &Review) -> bool {
        let known = || self.register().and_then(|register| register.patient(review.patient));
        review.is_blank()
            || self.record().zip(known()).is_some_and(|(meeting, known)| known.review(meeting) == *review)
    }

    /// Whether nothing was recorded between meetings yet: somebody only looked, and nothing has to be kept of that.
    pub fn only_looked(&self) -> bool {
        self.record().is_some_and(|meeting| {
            meeting.details.is_between() && meeting.reviews.iter().all(|review| self.is_untouched(review))
        })
    }

    /// Whether the open meeting stands in the notebook, as far as its list says.
    pub fn is_listed(&self) -> bool {
        let id = self.record().map(|meeting| meeting.id);
        let meetings = self.listed.iter().flat_map(|listed| &listed.meetings);
        meetings.into_iter().any(|known| Some(known.id) == id)
    }

    /// Whether the open meeting may be changed.
    pub fn may_change(&self) -> bool {
        self.open
            .as_ref()
            .is_some_and(|open| open.read_only.is_none() && open.record.details.closed.is_none())
    }

    /// The moment at which the program wants to be woken; `None` when there is nothing to wait for.
    pub fn deadline(&self) -> Option<NaiveDateTime> {
        [self.save_deadline(), self.look_deadline(), self.lock_deadline()].into_iter().flatten().min()
    }

    /// Whether what is typed now is meant for what is still on its way: the first list of meetings, or a meeting that is being read or
    /// will be as soon as the open one is saved.
    pub fn is_opening(&self) -> bool {
        let is_first = self.listed.is_none() && self.notebook_fault.is_none();
        if is_first && *self.screen() == Screen::Start {
            return true;
        }
        let fails = self.open.as_ref().is_some_and(|open| open.saving.failed.is_some());
        self.asked.meeting || self.wanted.is_some() && !fails
    }

    /// The moment at which something is to be saved.
    pub fn save_deadline(&self) -> Option<NaiveDateTime> {
        let saving = &self.open.as_ref()?.saving;
        match (&saving.failed, saving.typing_since) {
            (Some((_, again)), _) => Some(*again),
            (None, Some(since)) => Some(since + TYPING_UNSAVED),
            (None, None) => None,
        }
    }

    /// The moment at which the program locks itself, unless somebody does something before.
    pub fn lock_deadline(&self) -> Option<NaiveDateTime> {
        let after =
            if self.open.is_some() { self.settings.lock.meeting } else { self.settings.lock.otherwise };
        self.lockable.then(|| self.touched + LockAfter::time(after))
    }

    /// The moment at which the files with definitions are to be looked at.
    pub fn look_deadline(&self) -> Option<NaiveDateTime> {
        self.looked.map(|looked| looked + LOOK_AGAIN)
    }

    /// Minutes that went to a patient.
    pub fn minutes_of(&self, patient: PatientId) -> u32 {
        let recorded = self.record().and_then(|record| record.spent.get(&patient)).copied().unwrap_or(0);
        let running = self.clock.as_ref().filter(|clock| clock.patient == patient).map_or(0, Clock::seconds);
        recorded.saturating_add(running) / 60
    }

    /// Minutes that went to all patients together.
    pub fn minutes_of_all(&self) -> u32 {
        let spent = self.record().into_iter().flat_map(|record| record.spent.values());
        let recorded = spent.fold(0_u32, |sum, seconds| sum.saturating_add(*seconds));
        recorded.saturating_add(self.clock.as_ref().map_or(0, Clock::seconds)) / 60
    }

    /// Time used against time planned, where a length was planned.
    pub fn time_against_planned(&self) -> Option<String> {
        let planned = typed::minutes(&self.record()?.details.planned)?;
        Some(self.language().time_used(self.minutes_of_all(), Some(planned)))
    }

    /// The same program locked: what it knew is gone, but for language, look and size.
    #[must_use]
    pub fn locked(&self, unsaved: bool) -> Self {
        let mut model = Self::new(self.settings, self.size, self.now, String::new());
        model.path.replace(Screen::Locked);
        model.locked = Some(Locked { unsaved, ..Locked::default() });
        model
    }

    /// The program before its notebook was used for the first time.
    #[must_use]
    pub fn first_use(settings: Settings, size: Size, now: NaiveDateTime) -> Self {
        let mut model = Self::new(settings, size, now, String::new());
        model.path.replace(Screen::FirstUse(FirstStep::Purpose));
        model.first_use = Some(FirstUse::default());
        model
    }

    /// Begins with the page that says that the notebook is ready, and what came of that.
    pub fn begin_after_first_use(&mut self, told: String) {
        self.first_use = Some(FirstUse { told, ..FirstUse::default() });
        self.path.open(Screen::FirstUse(FirstStep::Begin));
    }

    /// The screen on the way to the lock.
    #[must_use]
    pub fn about_to_lock(&self) -> Self {
        let mut model = Self::new(self.settings, self.size, self.now, String::new()).locked(false);
        model.locked = Some(Locked { unlocking: Unlocking::Coming, ..Locked::default() });
        model
    }
}

/// The moment without its fraction of a second, as records keep it.
pub fn whole_seconds(moment: NaiveDateTime) -> NaiveDateTime {
    use chrono::Timelike;
    moment.with_nanosecond(0).unwrap_or(moment)
}
