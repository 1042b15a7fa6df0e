//! Papers on their way outside, and the counts of which one of them is made.

mod course;
mod made;
mod mirror;
mod page;
mod saving;

pub use course::CoursePaper;
pub use made::{Made, is_of_now, made, paper_on_screen};
pub(super) use mirror::mirror;
pub(super) use page::paper;
pub(super) use saving::{folder, question};
