//! What holds for every definition, and the definitions for which it is tried.

pub(crate) mod arbitrary;
mod called;
mod meant;
mod printing;
mod slips;
mod standing;
