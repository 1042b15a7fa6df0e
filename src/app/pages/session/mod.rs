//! A session with a case: choosing one, who is there, and the scenes page by page. Every page says that it is fictional.

mod choosing;
mod kept;
mod overview;
mod scene;
mod shared;
mod spread;
mod way;

pub(super) use choosing::{case, cases};
pub(super) use kept::{kept, sessions};
pub(super) use overview::{closing, overview, people};
pub(super) use scene::{scene, shows_criteria, walked};
pub(super) use shared::say_fictional;
pub use shared::{ballots_of, is_choosing, may_find, within};
pub use spread::next_vote;
pub use way::{are_all_ended, beside, ending_scene, is_counting, is_masked, is_untold, page_of_scene};
