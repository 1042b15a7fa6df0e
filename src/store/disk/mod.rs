//! Bytes that are really there: files and folders on the disk, the clock, and what a disk can say.

pub(super) mod atomic;
pub mod clock;
pub(super) mod digest;
pub mod entries;
pub(super) mod fault;
pub mod files;
pub mod folder;
pub(super) mod owner;
pub mod rubbish;
