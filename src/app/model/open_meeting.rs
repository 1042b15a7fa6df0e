//! The meeting that is being worked on: its record, what it pinned, what is saved and what can be undone.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::history::History;
use crate::app::message::{OtherVersion, Save, VersionRead};
use crate::checklist::{Case, Checklist, Definition, Localized, Name, RouteDefinition};
use crate::meeting::{
    Conversations, EarlierSession, Meeting, PatientId, Register, Review, Shared, Standing, case_of, on_record,
};
use crate::words::Language;

/// A meeting that is being worked on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenMeeting {
    /// The record.
    pub record: Arc<Meeting>,
    /// The definitions that the record names.
    #[serde(with = "crate::app::message::recorded::definitions")]
    pub definitions: Vec<Arc<Definition>>,
    /// The case of the session, read from the record.
    #[serde(skip)]
    pub case: Option<Arc<Case>>,
    /// What stands when the scenes of the session begin, by its fictional patients.
    pub given: BTreeMap<PatientId, Standing>,
    /// The routes that the record names.
    #[serde(with = "crate::app::message::recorded::routes")]
    pub routes: Vec<Arc<RouteDefinition>>,
    /// What can be undone and redone.
    pub history: History,
    /// What is saved and what is not.
    pub saving: Saving,
    /// Why nothing can be changed, where that is so.
    pub read_only: Option<Localized>,
    /// Whether somebody may say that it is to be changed here all the same.
    pub may_insist: bool,
    /// What is known from the meetings before this one; `None` until they were read.
    pub register: Option<Arc<Register>>,
    /// How votes were spread in the session before this one with the same case.
    pub earlier: Option<Arc<EarlierSession>>,
    /// The record as it was opened, until that is kept as a version.
    pub as_opened: Option<Arc<Meeting>>,
    /// When a version was last kept.
    pub kept: Option<NaiveDateTime>,
    /// What somebody put back after it was left out as a citizen number.
    pub insisted: Vec<String>,
    /// The versions that there are beside it, newest first.
    pub versions: Vec<OtherVersion>,
    /// The version that it is compared with.
    pub other: Option<Box<VersionRead>>,
}

/// What is saved of the open meeting and what is not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Saving {
    /// Grows with every change, undo and redo.
    pub revision: u64,
    /// The newest revision that is on disk, and since when; without a moment it was already there.
    pub saved: Option<(u64, Option<NaiveDateTime>)>,
    /// The newest revision that was handed to the saver.
    pub asked: u64,
    /// Since when typing is not saved.
    pub typing_since: Option<NaiveDateTime>,
    /// The revision of which a rescue copy was written outside the notebook.
    pub elsewhere: Option<u64>,
    /// Why the last save failed, and when to try again.
    pub failed: Option<(Localized, NaiveDateTime)>,
}

impl Saving {
    /// Whether everything is on disk.
    pub fn is_clean(&self) -> bool {
        self.revision == 0 || self.saved.is_some_and(|(revision, _)| revision == self.revision)
    }
}

impl OpenMeeting {
    /// A meeting as it was read or just made.
    pub fn new(record: Meeting, definitions: Vec<Arc<Definition>>) -> Self {
        let case = record.session.as_ref().and_then(|session| case_of(&session.text)).map(Arc::new);
        let given = given(&record, &definitions, case.as_deref());
        Self {
            given,
            record: Arc::new(record),
            case,
            definitions,
            routes: Vec::new(),
            history: History::default(),
            saving: Saving::default(),
            read_only: None,
            may_insist: false,
            register: None,
            earlier: None,
            as_opened: None,
            kept: None,
            insisted: Vec::new(),
            versions: Vec::new(),
            other: None,
        }
    }

    /// The case of the session, where this is one.
    pub fn case(&self) -> Option<Arc<Case>> {
        self.case.clone().or_else(|| case_of(&self.record.session.as_ref()?.text).map(Arc::new))
    }

    /// What it is called: after its group, and a session as its case is in a language.
    pub fn title(&self, language: Language) -> String {
        let case = self.case().map(|case| case.title.get(language).to_owned());
        case.unwrap_or_else(|| self.record.details.group.clone())
    }

    /// Whether this is a session that is not to be kept, so that nothing of it goes to the disk.
    pub fn is_fleeting(&self) -> bool {
        self.record.session.as_ref().is_some_and(|session| !session.kept)
    }

    /// The definition that the meeting pinned under this name.
    pub fn definition(&self, name: &Name) -> Option<&Arc<Definition>> {
        let pinned = self.record.definitions.iter().find(|pinned| pinned.id == *name)?;
        self.definitions.iter().find(|definition| definition.hash.as_str() == pinned.hash)
    }

    /// The newest revision, with all that it needs.
    pub(super) fn as_it_stands(&self) -> Save {
        Save {
            meeting: self.record.clone(),
            revision: self.saving.revision,
            definitions: self.pinned().cloned().collect(),
            routes: self.pinned_routes().cloned().collect(),
        }
    }

    /// The definitions that the meeting pinned, in the order in which it did.
    pub fn pinned(&self) -> impl Iterator<Item = &Arc<Definition>> {
        self.record.definitions.iter().filter_map(|pinned| self.definition(&pinned.id))
    }

    /// The checklists of those definitions.
    pub fn checklists(&self) -> Vec<&Checklist> {
        self.pinned().map(|definition| &definition.checklist).collect()
    }

    /// The conversations that were noted of a patient, in the checklists that the meeting pinned and in `also`.
    pub fn conversations(&self, language: Language, review: &Review, also: &Checklist) -> Conversations {
        let mut definitions = self.checklists();
        if !definitions.iter().any(|pinned| pinned.id == also.id) {
            definitions.push(also);
        }
        Conversations::of(language, &self.record, review, &definitions)
    }

    /// The route that the meeting pinned under this name.
    pub fn route(&self, name: &Name) -> Option<&Arc<RouteDefinition>> {
        let pinned = self.record.routes.iter().find(|pinned| pinned.id == *name)?;
        self.routes.iter().find(|route| route.hash.as_str() == pinned.hash)
    }

    /// The routes that the meeting pinned, in the order in which it did.
    pub fn pinned_routes(&self) -> impl Iterator<Item = &Arc<RouteDefinition>> {
        self.record.routes.iter().filter_map(|pinned| self.route(&pinned.id))
    }
}

/// What stands when the scenes of a session begin.
fn given(
    record: &Meeting,
    definitions: &[Arc<Definition>],
    case: Option<&Case>,
) -> BTreeMap<PatientId, Standing> {
    let (Some(session), Some(case)) = (&record.session, case) else { return BTreeMap::new() };
    let known = |name: &Name| {
        let known = definitions.iter().find(|known| known.checklist.id == *name);
        known.map(|known| &known.checklist)
    };
    let scene = |(name, review): (&Name, &Shared<Review>)| {
        let scene = case.scenes.iter().find(|scene| scene.id == *name)?;
        Some((review.patient, on_record(record, scene, known)))
    };
    session.walked.iter().filter_map(scene).collect()
}
