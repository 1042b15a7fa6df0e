//! What a row does when it is opened: an intent, of which [`crate::app::update`] makes changes and effects.

use std::mem::discriminant;

use super::Screen;
use crate::app::message::{Existing, FirstDeed, Msg, OtherVersion, Paper, Place, RowId, Setting};
use crate::checklist::{Level, Name};
use crate::meeting::{
    AgreementId, Difference, Discipline, Given, HitPlace, Identity, MeetingId, MeetingKind, Owner,
    ParticipantId, PatientId, PatientInformed, Person, QuestionKey, Removal, Role, Selection, TextPlace,
};

/// An intent of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing: the row is there to be read or typed on.
    Nothing,
    /// Open a screen on top of this one.
    Open(Screen),
    /// Put another screen in the place of this one.
    Replace(Screen),
    /// Back to the screen below.
    Back,
    /// Do what a key does on the screen below.
    Command(Box<Msg>),
    /// Open or choose a row of the screen below.
    Below(RowId),
    /// Agree the same about another patient as was agreed about the first.
    CopyAgreement(PatientId, AgreementId, PatientId),
    /// Show what is empty and stands folded into this row.
    Unfold,
    /// Type in a field that stands closed.
    Change(RowId),
    /// Ends looking for something in a list.
    ShowAll,
    /// Lock the program.
    Lock,
    /// Try the passphrase that was typed.
    Unlock,
    /// Go on with the first use of the notebook.
    FirstUse(FirstDeed),
    /// Leave the program.
    Quit,
    /// Try to save again.
    SaveAgain,
    /// Write what cannot be saved to another folder.
    SaveElsewhere,
    /// Leave although something is not saved.
    QuitUnsaved,
    /// Start a meeting.
    NewMeeting,
    /// Record what happened between meetings.
    NewBetween,
    /// Begin a session with a case, to be kept in the notebook or (false) not.
    Play(Name, bool),
    /// Change what stands of a scene.
    Played(Name, PlayedDetail),
    /// Delete a session with a case from the notebook.
    DeleteSession(MeetingId),
    /// Open a meeting of the notebook.
    OpenMeeting(MeetingId),
    /// Open a meeting at the discussion of a patient.
    OpenMeetingAt(MeetingId, PatientId),
    /// Open a meeting where something was found, in the discussion of a patient or not.
    OpenHit(MeetingId, Option<PatientId>, HitPlace),
    /// Show these patients of the register.
    Select(Selection),
    /// Look at another paper, or at the same one otherwise.
    LookAtPaper(Box<Paper>),
    /// Look into a folder for papers.
    LookIntoFolder(Box<str>),
    /// Save papers in the folder that is looked into.
    UseFolder,
    /// Save the paper that is looked at, once it is agreed that it is not encrypted.
    SavePaper,
    /// Save it where that was agreed; what is done with a file of its name was asked.
    SavePaperNow(Existing),
    /// Have a program of the system show the paper that was saved.
    ShowPaper(Box<str>),
    /// Go on with the meeting that is open.
    ResumeMeeting,
    /// Change the meeting here, although another computer says that it has it open.
    InsistOnMeeting(MeetingId),
    /// Bring a damaged meeting back from its last good version.
    RecoverMeeting(MeetingId),
    /// Compare with a version.
    LookAtVersion(OtherVersion),
    /// Take a piece of the other version over.
    TakePiece(Box<Difference>),
    /// Take everything of the other version over.
    TakeOverAll,
    /// Add a line of the other version to a text.
    AddLine(TextPlace, String),
    /// Put the other version away.
    PutVersionAway,
    /// Change the kind of the meeting.
    SetKind(MeetingKind),
    /// Close the meeting, after which it is read-only.
    CloseMeeting,
    /// Reopen a closed meeting; what changes from then on is recorded as such.
    ReopenMeeting,
    /// Add a participant.
    AddParticipant,
    /// Take something out of the meeting; where much goes with it, that is asked first.
    Remove(Removal),
    /// Give or take a role.
    ToggleRole(ParticipantId, Role),
    /// Say whether somebody is absent.
    ToggleAbsent(ParticipantId),
    /// Set a profession, or take it back.
    SetDiscipline(ParticipantId, Option<Discipline>),
    /// Put a patient on the agenda.
    AddPatient,
    /// Put a patient of an earlier meeting on the agenda.
    AddEarlierPatient(PatientId),
    /// Deal with an agreement of a patient who is not on the agenda.
    TakeAgreement(PatientId, AgreementId),
    /// Put the patients that are proposed on the agenda: those with a reason, or (true) all of the group.
    TakeProposal(bool),
    /// Make the meeting one of a known group: its name, kind, length and participants.
    TakeGroup(String),
    /// Say of a known group that this one was called so before, or take that back.
    ToggleFormerly(String),
    /// Move a patient on the agenda, up (negative) or down.
    MovePatient(PatientId, i8),
    /// Change a small fact of a discussion.
    Detail(PatientId, Detail),
    /// Be done with a patient, after what was agreed was confirmed.
    Finish(PatientId),
    /// Confirm all open agreements, and be done with the patient.
    Confirm(PatientId),
    /// Open a checklist at the page where the walk stopped.
    Walk(PatientId, Name),
    /// Give or take back an answer.
    Answer(PatientId, QuestionKey, Option<Given>),
    /// Say that what an earlier meeting answered still holds, with what belongs under it.
    StillHolds(PatientId, QuestionKey),
    /// Say that what was noted beside another choice holds for the one that took its place.
    HoldsToo(PatientId, QuestionKey),
    /// Choose or take back one of several options.
    ToggleOption(PatientId, QuestionKey, Name),
    /// Say who gave an answer.
    AnsweredBy(PatientId, QuestionKey, Option<ParticipantId>),
    /// One more person who knows the patient answers a question.
    AddAnswer(PatientId, QuestionKey, ParticipantId),
    /// Takes away the answer of one person.
    RemoveAnswer(PatientId, QuestionKey),
    /// Count one masked answer.
    Count(PatientId, QuestionKey, Name),
    /// Forget the counted answers.
    ClearCounts(PatientId, QuestionKey),
    /// Add a time to a repeating group.
    AddTime(PatientId, QuestionKey),
    /// Record or take back the team's judgement.
    Judge(PatientId, Name, Option<Name>),
    /// Record today that the team judges as it did in an earlier meeting.
    JudgeAgain(PatientId, Name),
    /// Withdraw the judgement, or take the withdrawal back.
    Withdraw(PatientId, Name, bool),
    /// Move a line of the running notes to another text.
    MoveLine(PatientId, usize, TextPlace),
    /// Say who took part in a judgement, or not.
    ToggleInvolved(PatientId, Name, ParticipantId),
    /// Say that everybody who is there took part in a judgement.
    InvolveAll(PatientId, Name),
    /// Make an agreement, with this text to start with.
    NewAgreement(PatientId, String),
    /// Name who does what was agreed.
    SetOwner(PatientId, AgreementId, Option<Owner>),
    /// Name who tells an owner who is not there.
    SetToldBy(PatientId, AgreementId, Option<ParticipantId>),
    /// Say that an agreement stands on the paper for the patient too, or that it does not.
    ToggleForPatient(PatientId, AgreementId),
    /// Note that an agreement was done (true) or is no longer needed, or (none) is open again.
    EndAgreement(PatientId, AgreementId, Option<bool>),
    /// Answer a question for a person.
    AnswerPerson(PatientId, QuestionKey, Person),
    /// Next page of the walk.
    Next,
    /// Earlier page of the walk.
    Previous,
    /// Change a setting.
    Set(Setting),
    /// Have the user edit a file with a definition.
    Edit(Place),
    /// Have the user edit the file with settings.
    EditSettings,
    /// Take over the version in force of a checklist that this meeting pinned.
    TakeOver(Name),
    /// Take over the version in force of a route that this meeting pinned.
    TakeOverRoute(Name),
}

impl Action {
    /// Whether both say the same thing in another way, so that one of them takes the place of the other; answers are told of by what
    /// they were.
    pub fn is_beside(&self, other: &Self) -> bool {
        let is_same_detail = |one: &Detail, other: &Detail| {
            let is_one_of = matches!(one, Detail::BroughtBy(_) | Detail::Informed(_) | Detail::Route(_));
            is_one_of && discriminant(one) == discriminant(other)
        };
        match (self, other) {
            (Self::SetKind(_), Self::SetKind(_)) => true,
            (Self::Set(one), Self::Set(other)) => discriminant(one) == discriminant(other),
            (Self::SetDiscipline(who, _), Self::SetDiscipline(other, _)) => who == other,
            (Self::Detail(who, one), Self::Detail(of, other)) => who == of && is_same_detail(one, other),
            (Self::Judge(who, name, _), Self::Judge(of, other, _)) => who == of && name == other,
            _ => false,
        }
    }

    /// Whether it changes what is recorded or set, finishes something, or writes a paper that anybody can read, and does not only lead
    /// somewhere. What is new and stays empty goes again, and does not count.
    pub fn records(&self) -> bool {
        matches!(
            self,
            Self::Answer(..)
                | Self::AnswerPerson(..)
                | Self::ToggleOption(..)
                | Self::AnsweredBy(..)
                | Self::AddAnswer(..)
                | Self::RemoveAnswer(..)
                | Self::Count(..)
                | Self::ClearCounts(..)
                | Self::StillHolds(..)
                | Self::HoldsToo(..)
                | Self::Judge(..)
                | Self::JudgeAgain(..)
                | Self::Withdraw(..)
                | Self::ToggleInvolved(..)
                | Self::InvolveAll(..)
                | Self::MoveLine(..)
                | Self::SetOwner(..)
                | Self::SetToldBy(..)
                | Self::ToggleForPatient(..)
                | Self::EndAgreement(..)
                | Self::CopyAgreement(..)
                | Self::AddEarlierPatient(_)
                | Self::TakeProposal(_)
                | Self::TakeGroup(_)
                | Self::ToggleFormerly(_)
                | Self::SetKind(_)
                | Self::ToggleRole(..)
                | Self::ToggleAbsent(_)
                | Self::SetDiscipline(..)
                | Self::MovePatient(..)
                | Self::Detail(..)
                | Self::Remove(_)
                | Self::TakePiece(_)
                | Self::TakeOverAll
                | Self::AddLine(..)
                | Self::TakeOver(_)
                | Self::TakeOverRoute(_)
                | Self::Set(_)
                | Self::Confirm(_)
                | Self::CloseMeeting
                | Self::DeleteSession(_)
                | Self::Played(_, PlayedDetail::Settle(_) | PlayedDetail::Mask(_) | PlayedDetail::Show(_))
                | Self::ReopenMeeting
                | Self::PutVersionAway
                | Self::InsistOnMeeting(_)
                | Self::RecoverMeeting(_)
                | Self::QuitUnsaved
                | Self::SavePaper
                | Self::SavePaperNow(_)
        )
    }
}

/// A small fact of a scene; of the second round where it is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlayedDetail {
    /// The vote on a question that somebody chose by its number, of a profession that is counted apart or of all others.
    Vote(bool, String, Option<Level>),
    /// One vote on a question, cast while the keyboard goes round: what was chosen, which may be several options, or none of them.
    Cast(bool, String, Vec<String>),
    /// All votes are in, and somebody is left who votes too.
    OneMore(bool),
    /// The keyboard goes round, or numbers are counted.
    Mask(bool),
    /// The spread is shown, or hidden again.
    Show(bool),
    /// Votes are counted apart for professions of which there are enough people, or not.
    Apart,
    /// Sources and criteria are shown before a second round.
    Criteria,
    /// What was voted and never shown is kept, or forgotten.
    Settle(bool),
    /// The scene was played.
    Ended,
}

/// A small fact of a discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Who brings the case.
    BroughtBy(Option<ParticipantId>),
    /// Whether the patient knows.
    Informed(Option<PatientInformed>),
    /// The route.
    Route(Option<Name>),
    /// Discussed, or not yet.
    Finished(bool),
    /// Moved to a later meeting, or not.
    Postponed(bool),
    /// Deceased, or not.
    Deceased(bool),
    /// The same person as another patient, or not.
    Identity(Option<Identity>),
    /// Another patient, who was taken for the same person, is a person of its own after all, or not.
    Apart(PatientId, bool),
    /// Taken over into the patient's record by somebody, or not.
    TakenOver(Option<ParticipantId>),
}
