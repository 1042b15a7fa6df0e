//! The only impure loop: what comes in becomes messages, what the core asks for is done, and the picture is drawn.
//!
//! Up to six threads surround the loop, each with one task, and all of them sleep when there is nothing to do: one reads the
//! terminal, one writes to the notebook, one reads from it what somebody waits for, one reads the whole of it for the list,
//! one waits for signals, and one for the computer to wake up, where the system tells.

mod alarm;
mod cells;
mod colours;
pub mod definitions;
pub mod ears;
pub mod editor;
mod happening;
pub mod input;
mod kept;
pub mod keyboard;
mod lanes;
mod line;
pub mod lock;
mod logbook;
mod memory;
mod outlet;
pub mod outside;
pub mod own;
mod panic;
mod plain;
pub mod plain_lines;
pub mod preferences;
mod recorder;
mod run;
mod signals;
pub mod terminal;
mod versions;
mod waking;
mod witness;

pub use ears::Ears;
pub use editor::EditorFault;
pub use memory::keep_private;
pub use outside::Outside;
pub use panic::Watch;
pub use plain::plain;
pub use preferences::{Choices, Preferences};
pub use recorder::{RecordError, Recorder, ReplayError, replay};
pub use run::{End, Start, now, run};
pub use signals::outlive_size_limit;
pub use terminal::is_simple;
pub use versions::me;
