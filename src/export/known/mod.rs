//! Papers about all patients of a group: the register, and the sheet by which somebody prepares a meeting.

mod preparation;
mod register;
mod state_words;

pub use preparation::Preparation;
pub use register::RegisterPaper;
pub use state_words::StateWords;
