//! The commands, each done by itself.

pub(super) mod backup;
pub(super) mod check;
pub(super) mod check_json;
mod checklist;
pub(super) mod demo;
pub(super) mod doctor;
pub(super) mod export;
mod first_use;
pub(super) mod forget;
pub(super) mod history;
pub(super) mod installing;
pub(super) mod known;
pub(super) mod leave;
pub(super) mod log;
pub(super) mod notebook;
pub(super) mod papers;
mod program;
pub(super) mod protect;
pub(super) mod readers;
pub(super) mod reading;
pub(super) mod screenshots;
mod taking;
