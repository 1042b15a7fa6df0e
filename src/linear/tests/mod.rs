//! The conversation, and that it leaves the same record as the full screen.

mod both;
mod conversation;
mod everywhere;
mod help_texts;
mod long_choices;
mod meeting;
mod numbers;
mod papers;
mod product;
mod rooms;
mod same_record;
mod second_meeting;
mod session;
mod still_below;
mod table;
mod transcript;
pub(crate) mod walk;
