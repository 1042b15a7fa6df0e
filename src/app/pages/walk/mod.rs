//! The way through the checklists of a patient: the pages of a checklist, the route, and what stands behind them.

mod contents;
pub(super) mod earlier;
mod item;
mod judged;
mod judgement;
mod limits;
pub(super) mod newer;
mod question;
mod route;
mod source;
mod step;
mod values;

pub use contents::{is_long, sought, way_in};
pub(super) use item::{lacking, no_answer};
pub(super) use judged::{and, judgement_in_words, put_off, still_stands};
pub(super) use limits::{OldLimit, in_short, of_earlier_list as limits_of_earlier_list};
pub(super) use route::page_of;
pub use route::{
    Walkable, is_in_table, open_page, pages_of, progress, route_of, step_after, step_before, steps_of,
    title_of, walk_of, walked_steps,
};
pub(super) use source::{in_short as source_in_short, source};
pub(super) use step::{inline, inline_group, step};
