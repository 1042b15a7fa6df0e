//! Where one can be: the screens, and the path of screens that leads to the present one.

use serde::{Deserialize, Serialize};

use crate::app::message::{FirstStep, Paper};
use crate::checklist::{Layer, Name};
use crate::meeting::{AgreementId, MeetingId, ParticipantId, PatientId, QuestionKey, Removal};

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Screen {
    /// The first screen.
    Start,
    /// All meetings of the notebook.
    Meetings,
    /// Files of the notebook that cannot be used, and why.
    Problems,
    /// All patients that are known.
    Register,
    /// Everything that was recorded of a patient, in time.
    Course(PatientId),
    /// Looking for words in all meetings.
    Search,
    /// The cases that a group can practise with.
    Cases,
    /// One case: what it is for, and the way to begin.
    Case(Name),
    /// The sessions with a case that stand in the notebook.
    Sessions,
    /// One of them: to be opened, or deleted after this question.
    KeptSession(MeetingId),
    /// Who is there at the session with a case.
    SessionPeople,
    /// A page of a scene of the case.
    Scene(u16, ScenePage),
    /// The agenda of the open meeting.
    Meeting,
    /// The agreements of earlier meetings that are still open.
    OpenAgreements,
    /// Choosing a patient for the agenda: a new one, or one of earlier meetings.
    AddPatient,
    /// Kind, group, date and participants of the open meeting.
    MeetingDetails,
    /// One participant.
    Participant(ParticipantId),
    /// One patient: the brief discussion, and the way to everything else.
    Patient(PatientId),
    /// Who the patient is: label, year of birth, who brings the case.
    Profile(PatientId),
    /// A page of a checklist, walked for one patient.
    Step {
        /// Whose discussion.
        patient: PatientId,
        /// Which checklist.
        checklist: Name,
        /// Which page of it.
        page: StepPage,
    },
    /// Choosing the patient who is the same person.
    SamePerson(PatientId),
    /// The question whether two patients are one person, with both of them.
    OnePerson(PatientId, PatientId),
    /// Running notes.
    Notes(PatientId),
    /// Choosing where a line of the running notes goes.
    MoveLine(PatientId, usize),
    /// Everything about one patient on one page.
    Overview(PatientId),
    /// The agreements of a patient, to be confirmed.
    Confirm(PatientId),
    /// One agreement.
    Agreement(PatientId, AgreementId),
    /// Choosing with whom else the same is agreed.
    CopyAgreement(PatientId, AgreementId),
    /// Choosing a person.
    Choose(Chooser),
    /// Why a question of the PZP has no answer.
    NoAnswer(PatientId, QuestionKey),
    /// The sources behind a page of a checklist.
    Source {
        /// Which checklist.
        checklist: Name,
        /// Which page of it.
        page: StepPage,
    },
    /// Taking something out of the meeting of which much would go.
    Removing(Removal),
    /// The end of the open meeting.
    Ending,
    /// Closing the open meeting.
    Closing,
    /// Reopening the open meeting after it was closed, and why.
    Reopening,
    /// A paper on its way outside: which one, and how it looks.
    Paper(Box<Paper>),
    /// Counts to learn from, as bars: of which group and year.
    Mirror(Box<Paper>),
    /// Choosing the folder in which papers are saved.
    PaperFolder,
    /// The question that stands before saving a paper.
    SavingPaper(SavingQuestion),
    /// The checklists in force, and those that are not in order.
    Checklists,
    /// One file with a definition: what it is, and what is wrong with it.
    ChecklistFile(Layer, Box<str>),
    /// The version in force of a checklist that the open meeting pinned, beside the pinned one.
    NewerChecklist(Name),
    /// The version in force of a route that the open meeting pinned, beside the pinned one.
    NewerRoute(Name),
    /// Language and look.
    Settings,
    /// All keys of the screen below.
    Help,
    /// All commands of the screen below, found by their names.
    Palette,
    /// A screen of the tour, counted from 0.
    Tour(u8),
    /// Leaving while something is not saved.
    NotSaved,
    /// The program is locked.
    Locked,
    /// A page of the first use of the notebook.
    FirstUse(FirstStep),
    /// Earlier and second versions of the open meeting.
    Versions,
    /// What is different in another version.
    Compare,
}

/// A question before a paper is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SavingQuestion {
    /// It is not encrypted outside the notebook.
    Open,
    /// A file of its name is there.
    Exists,
}

/// A page of a scene, in the order in which a group goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScenePage {
    /// What is told.
    Story,
    /// Everybody votes alone; again (true) after the talk.
    Vote(bool),
    /// How the votes are spread; of both rounds (true) side by side.
    Spread(bool),
    /// Questions for the talk.
    Talk,
    /// What becomes known.
    Reveal,
    /// The judgement of the group, with source and criteria.
    Judge,
    /// What happened next.
    Outcome,
    /// What the trainer brings up, shown only when asked for.
    Trainer,
}

/// A page of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepPage {
    /// A group.
    Group(Name),
    /// The judgement.
    Judgement,
    /// All limits of treatment in one table; each has a page of its own beside it.
    Limits,
    /// The list of all pages, from which one goes to each.
    Contents,
}

/// For what a person is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chooser {
    /// Who brings the case.
    BroughtBy(PatientId),
    /// Who gave an answer.
    AnsweredBy(PatientId, QuestionKey),
    /// Who else answers a question.
    AnotherAnswer(PatientId, QuestionKey),
    /// The answer to a question for a person.
    Answer(PatientId, QuestionKey),
    /// Who took part in a judgement (several).
    Involved(PatientId, Name),
    /// Who does what was agreed.
    Owner(PatientId, AgreementId),
    /// Who tells an owner who is not there.
    ToldBy(PatientId, AgreementId),
    /// Who took what was agreed over into the patient's record.
    TakenOver(PatientId),
}

impl Screen {
    /// Whether it is a list from which somebody is chosen: what is typed on the row that opens it is looked for in it.
    pub fn is_choice(&self) -> bool {
        matches!(self, Self::Choose(_) | Self::AddPatient | Self::SamePerson(_) | Self::CopyAgreement(..))
    }
}

impl Chooser {
    /// The patient about whom a person is chosen.
    pub fn patient(&self) -> PatientId {
        match self {
            Self::BroughtBy(patient)
            | Self::AnsweredBy(patient, _)
            | Self::AnotherAnswer(patient, _)
            | Self::Answer(patient, _)
            | Self::Involved(patient, _)
            | Self::Owner(patient, _)
            | Self::ToldBy(patient, _)
            | Self::TakenOver(patient) => *patient,
        }
    }
}

impl Screen {
    /// The screen that Esc goes to when there is no way back of its own; `None` for the first screen.
    pub fn parent(&self) -> Option<Self> {
        Some(match self {
            Self::Start | Self::Locked | Self::FirstUse(FirstStep::Purpose) => return None,
            Self::FirstUse(step) => step.before().map_or(Self::Start, Self::FirstUse),
            Self::Meetings
            | Self::Problems
            | Self::Register
            | Self::Search
            | Self::Meeting
            | Self::Checklists
            | Self::Settings
            | Self::Help
            | Self::Palette
            | Self::Tour(_)
            | Self::NotSaved
            | Self::PaperFolder
            | Self::SavingPaper(_)
            | Self::Cases
            | Self::Source { .. } => Self::Start,
            Self::Case(_) | Self::Sessions => Self::Cases,
            Self::KeptSession(_) => Self::Sessions,
            Self::SessionPeople | Self::Scene(..) => Self::Meeting,
            Self::Course(_) | Self::Mirror(_) => Self::Register,
            Self::ChecklistFile(..) => Self::Checklists,
            Self::MeetingDetails
            | Self::AddPatient
            | Self::OpenAgreements
            | Self::Patient(_)
            | Self::Ending
            | Self::Reopening
            | Self::Versions
            | Self::Compare
            | Self::NewerChecklist(_)
            | Self::NewerRoute(_) => Self::Meeting,
            Self::Closing => Self::Ending,
            Self::Participant(_) => Self::MeetingDetails,
            Self::Removing(Removal::Participant(id)) => Self::Participant(*id),
            Self::Removing(Removal::Patient(patient) | Removal::Death(patient)) => Self::Profile(*patient),
            Self::Removing(Removal::Time(patient, ..)) => Self::Patient(*patient),
            Self::Removing(Removal::Agreement(patient, id)) | Self::CopyAgreement(patient, id) => {
                Self::Agreement(*patient, *id)
            }
            Self::Profile(patient)
            | Self::Step { patient, .. }
            | Self::Notes(patient)
            | Self::MoveLine(patient, _)
            | Self::Overview(patient)
            | Self::Confirm(patient)
            | Self::Agreement(patient, _)
            | Self::NoAnswer(patient, _) => Self::Patient(*patient),
            Self::Paper(paper) => match (paper.meeting, paper.patient) {
                (true, Some(patient)) => Self::Patient(patient),
                (true, None) => Self::Meeting,
                (false, Some(patient)) => Self::Course(patient),
                (false, None) => Self::Register,
            },
            Self::Choose(
                Chooser::AnsweredBy(patient, _)
                | Chooser::AnotherAnswer(patient, _)
                | Chooser::Answer(patient, _),
            ) => Self::Patient(*patient),
            Self::Choose(Chooser::Involved(patient, checklist)) => {
                Self::Step { patient: *patient, checklist: checklist.clone(), page: StepPage::Judgement }
            }
            Self::Choose(Chooser::Owner(patient, agreement) | Chooser::ToldBy(patient, agreement)) => {
                Self::Agreement(*patient, *agreement)
            }
            Self::Choose(Chooser::BroughtBy(patient)) | Self::SamePerson(patient) => Self::Profile(*patient),
            Self::OnePerson(patient, _) => Self::SamePerson(*patient),
            Self::Choose(Chooser::TakenOver(patient)) => Self::Overview(*patient),
        })
    }

    /// The patient who is being discussed on this screen.
    pub fn patient(&self) -> Option<PatientId> {
        match self {
            Self::Patient(patient)
            | Self::Profile(patient)
            | Self::SamePerson(patient)
            | Self::OnePerson(patient, _)
            | Self::Step { patient, .. }
            | Self::Notes(patient)
            | Self::MoveLine(patient, _)
            | Self::Overview(patient)
            | Self::Confirm(patient)
            | Self::Agreement(patient, _)
            | Self::CopyAgreement(patient, _)
            | Self::NoAnswer(patient, _) => Some(*patient),
            Self::Choose(chooser) => Some(chooser.patient()),
            Self::Removing(removal) => removal.patient(),
            Self::Paper(paper) => paper.discussed(),
            _ => None,
        }
    }

    /// The paper that is looked at on this screen.
    pub fn paper(&self) -> Option<&Paper> {
        match self {
            Self::Paper(paper) => Some(paper),
            _ => None,
        }
    }

    /// The paper of which the screen shows what it is made from.
    pub fn gathers(&self) -> Option<&Paper> {
        match self {
            Self::Paper(paper) | Self::Mirror(paper) => Some(paper),
            _ => None,
        }
    }

    /// Whether the page of a patient is the same whatever is on the disk.
    pub fn is_untold_of_saving(&self) -> bool {
        matches!(self, Self::Patient(_) | Self::Notes(_) | Self::Step { .. })
    }

    /// Whether the screen shows something of the open meeting.
    pub fn is_of_meeting(&self) -> bool {
        self.patient().is_some()
            || matches!(
                self,
                Self::Meeting
                    | Self::SessionPeople
                    | Self::Scene(..)
                    | Self::AddPatient
                    | Self::OpenAgreements
                    | Self::MeetingDetails
                    | Self::Participant(_)
                    | Self::Ending
                    | Self::Removing(_)
                    | Self::Versions
                    | Self::Compare
                    | Self::Closing
                    | Self::Reopening
                    | Self::NewerChecklist(_)
                    | Self::NewerRoute(_)
            )
            || matches!(self, Self::Paper(paper) if paper.meeting)
    }

    /// Whether the screen is of a case and is read to its end before a group goes on: what somebody reads aloud, and a spread.
    pub const fn is_read_to_its_end(&self) -> bool {
        matches!(
            self,
            Self::Scene(
                _,
                ScenePage::Story
                    | ScenePage::Talk
                    | ScenePage::Reveal
                    | ScenePage::Spread(_)
                    | ScenePage::Outcome
                    | ScenePage::Trainer
            )
        )
    }

    /// Whether the screen is about patients, so that a session with a case never shows it.
    pub const fn is_about_patients(&self) -> bool {
        matches!(
            self,
            Self::Patient(_)
                | Self::Profile(_)
                | Self::SamePerson(_)
                | Self::OnePerson(..)
                | Self::Notes(_)
                | Self::MoveLine(..)
                | Self::Overview(_)
                | Self::Confirm(_)
                | Self::CopyAgreement(..)
                | Self::AddPatient
                | Self::OpenAgreements
                | Self::MeetingDetails
                | Self::Participant(_)
                | Self::Search
                | Self::Register
                | Self::Course(_)
                | Self::Mirror(_)
        )
    }

    /// Whether the screen shows the files with definitions, so that they are watched.
    pub fn is_of_library(&self) -> bool {
        matches!(self, Self::Checklists | Self::ChecklistFile(..) | Self::Cases | Self::Case(_))
    }
}
