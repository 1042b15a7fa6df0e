//! The way through the checklists of a patient: the pages of a checklist, the route, and what stands behind them.

pub(super) mod earlier;
mod item;
mod judged;
mod judgement;
pub(super) mod newer;
mod question;
mod route;
mod source;
mod step;
mod values;

pub(super) use item::{lacking, no_answer};
pub(super) use judged::judgement_in_words;
pub(super) use route::page_of;
pub use route::{Walkable, open_page, pages_of, progress, route_of, steps_of};
pub(super) use source::source;
pub(super) use step::{inline, inline_group, step};
