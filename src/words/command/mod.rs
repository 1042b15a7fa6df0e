//! What the commands say in the terminal, outside the screens.

mod accounts;
mod authoring;
mod backup;
mod cases;
mod cli;
mod compare;
mod examination;
mod first_use;
mod installing;
mod log;
mod protect;
mod readers;
mod settings;
mod storage;
mod tampering;

pub use storage::Whose;
