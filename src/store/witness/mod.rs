//! What shows that a file was put back, exchanged or taken away: the versions that each computer knows of.

pub(super) mod chain;
pub(super) mod custody;
pub(super) mod judging;
pub(super) mod opening;
pub(super) mod remembered;
pub(super) mod roll;
pub(super) mod stale_mark;
pub(super) mod tampering;
pub(super) mod writing;
