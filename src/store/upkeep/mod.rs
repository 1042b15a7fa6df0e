//! Work on a whole notebook: looking it over, backups, deleting, sealing and its readers.

pub(super) mod accept;
pub(super) mod archive;
pub(super) mod backup;
pub(super) mod backup_problem;
pub(super) mod examine;
pub(super) mod examine_keys;
pub(super) mod examine_rolls;
pub(super) mod finding;
pub(super) mod forget;
pub mod generate;
pub(super) mod manifest;
pub(super) mod member;
pub(super) mod protect;
pub(super) mod readers;
pub(super) mod restore;
pub(super) mod survey;
