//! Checklists and cases: those that ship, those that are wrong, hostile or damaged, and how they are written.
//!
//! `cargo test --test definitions live::` runs one of them.

mod checklist_commands;
mod checklists;
mod fuzz;
mod hostile_definitions;
mod live;
#[path = "../support/mod.rs"]
mod support;
