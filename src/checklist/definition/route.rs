//! Routes: which checklists a kind of meeting walks, in which order.

use super::Localized;
use super::condition::Condition;
use super::name::Name;

/// An order of checklists.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Name by which a review refers to it.
    pub id: Name,
    /// Version as the author counts it.
    pub version: String,
    /// Title as shown.
    pub title: Localized,
    /// One or two sentences on what the route is for.
    pub purpose: Option<Localized>,
    /// Kinds of meeting for which this route is the default: `patz`, `mdo`, `education`, `between`.
    pub default_for: Vec<Name>,
    /// The steps in their order.
    pub steps: Vec<RouteStep>,
}

/// One step of a route.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteStep {
    /// The checklist that is walked.
    pub checklist: Name,
    /// Title of the step, where it differs from the checklist's.
    pub title: Option<Localized>,
    /// Whether the step is folded: there, but only opened when asked for.
    pub folded: bool,
    /// Whether the questions stand on the patient's own page, so that nothing has to be opened.
    pub inline: bool,
    /// Offered only while this holds.
    pub when: Option<Condition>,
}
