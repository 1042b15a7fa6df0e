//! What minutes are written from: the meeting, its definitions, and the order in which patients are discussed.

use super::document::WIDTH;
use crate::checklist::{Checklist, Name, Route};
use crate::meeting::{EarlierSession, Meeting, Names, Review, case_of, typed};
use crate::words::Language;

/// A meeting with what its minutes are written from.
#[derive(Clone)]
pub struct Minutes<'a> {
    /// In which language.
    pub language: Language,
    /// The most columns of a line.
    pub width: u16,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The definitions that it pinned, in their order.
    pub definitions: Vec<&'a Checklist>,
    /// The routes that tell in which order a patient is discussed: those that it pinned, or else those in force.
    pub routes: Vec<&'a Route>,
    /// The session before this one with the same case, where it is a session.
    pub earlier: Option<&'a EarlierSession>,
    /// Whether the notebook is for fictional patients only.
    pub fictional: bool,
    /// How its patients are told apart, among each other and from others of the notebook.
    pub names: Names,
}

impl<'a> Minutes<'a> {
    /// The minutes of `meeting` in lines of at most 80 columns.
    pub fn new(meeting: &'a Meeting, definitions: Vec<&'a Checklist>, language: Language) -> Self {
        Self {
            language,
            width: WIDTH,
            meeting,
            definitions,
            routes: Vec::new(),
            earlier: None,
            fictional: false,
            names: Names::of(None, Some(meeting)),
        }
    }

    /// The parts of the name of a file that holds them, of a patient or of all.
    pub fn name(&self, of: Option<&Review>) -> [String; 4] {
        let details = &self.meeting.details;
        let label = of.map_or_else(String::new, |review| review.label.clone());
        let day = typed::met_briefly(&details.date_typed, details.date.to_string());
        let case = self.meeting.session.as_ref().and_then(|session| case_of(&session.text));
        let title =
            case.map_or_else(|| details.group.clone(), |case| case.title.get(self.language).to_owned());
        [self.language.file_minutes().to_owned(), title, label, day]
    }

    /// The route by which a patient is discussed.
    fn route(&self, review: &Review) -> Option<&'a Route> {
        let kind = self.meeting.details.kind.name();
        let named = |route: &&&Route| Some(&route.id) == review.details.route.as_ref();
        let usual = |route: &&&Route| route.default_for.iter().any(|name| name.as_str() == kind);
        self.routes.iter().find(named).or_else(|| self.routes.iter().find(usual)).copied()
    }

    /// What the screen calls a checklist in the discussion of a patient: the name that it has as a step of the route.
    pub(super) fn step<'c>(&self, review: &Review, checklist: &'c Checklist) -> &'c str
    where
        'a: 'c,
    {
        let steps = self.route(review).map(|route| route.steps.as_slice()).unwrap_or_default();
        let step = steps.iter().find(|step| step.checklist == checklist.id);
        step.and_then(|step| step.title.as_ref()).unwrap_or(&checklist.title).get(self.language)
    }

    /// What stands above a checklist: what is asked on the patient's own page is the discussion itself, and has no other name there.
    pub(super) fn title<'c>(&self, review: &Review, checklist: &'c Checklist) -> &'c str
    where
        'a: 'c,
    {
        match self.is_brief(review, &checklist.id) {
            true => self.language.export_discussion(),
            false => self.step(review, checklist),
        }
    }

    /// Whether a checklist stands on the patient's own page, so that it is the brief discussion itself.
    pub(super) fn is_brief(&self, review: &Review, checklist: &Name) -> bool {
        let route = self.route(review);
        let mut steps = route.iter().flat_map(|route| &route.steps);
        steps.any(|step| step.inline && step.checklist == *checklist)
    }

    /// The definitions in the order of the patient's route; what no step leads to comes after.
    pub(super) fn ordered(&self, review: &Review) -> Vec<&'a Checklist> {
        let steps: Vec<&Name> =
            self.route(review).iter().flat_map(|route| &route.steps).map(|step| &step.checklist).collect();
        let mut ordered = self.definitions.clone();
        ordered.sort_by_key(|checklist| {
            steps.iter().position(|name| **name == checklist.id).unwrap_or(usize::MAX)
        });
        ordered
    }
}
