//! The conversation, and that it leaves the same record as the full screen.

mod conversation;
mod everywhere;
mod help_texts;
mod meeting;
mod product;
mod same_record;
mod table;
mod walk;
