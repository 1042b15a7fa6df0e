//! Pallium: a terminal program in which a palliative-care team discusses its patients, one by one.
//!
//! The folder list is the architecture; see `ARCHITECTURE.md` for the contract between the parts.

pub mod app;
pub mod checklist;
pub mod cli;
pub mod exchange;
pub mod export;
pub mod linear;
pub mod meeting;
pub mod shell;
pub mod store;
pub mod text;
pub mod view;
pub mod words;
