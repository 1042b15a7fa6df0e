//! Locking the program: what it knows is sealed, and the program begins anew with nothing but that.
//!
//! Wiping memory piece by piece never reaches every copy: libraries keep buffers, threads keep stacks. So on Unix a
//! locked program is another program in the same process: `exec` has the system throw away all memory, and only a file
//! in memory with the sealed work goes along. Elsewhere the values are dropped, and the allocator wipes what is dropped.

mod envelope;
mod resume;
mod seal;
mod sealed_work;
mod sleep;
mod successor;
mod wait;

pub use envelope::Envelope;
pub use sealed_work::AfterLeaving;
pub use sleep::{LOOK, Sleep};
pub use successor::succeed;
pub use wait::{Awaited, Gate, Unlocked, await_line, await_unlock};

pub(super) use resume::resume;
pub(super) use seal::seal;
