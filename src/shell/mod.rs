//! The only impure loop: what comes in becomes messages, what the core asks for is done, and the picture is drawn.
//!
//! Up to six threads surround the loop, each with one task, and all of them sleep when there is nothing to do: one reads the
//! terminal, one writes to the notebook, one reads from it what somebody waits for, one reads the whole of it for the list,
//! one waits for signals, and one for the computer to wake up, where the system tells.

mod computer;
pub mod first_use;
pub mod inbox;
pub mod keyboard;
pub mod letters;
pub mod lock;
mod memory;
pub mod outside;
mod panic;
pub mod plain;
mod run;
pub mod spreadsheet;
pub mod terminal;

pub use computer::{me, now};
pub use inbox::{Inbox, outlive_size_limit};
pub use memory::keep_private;
pub use outside::Outside;
pub use outside::editor::EditorFault;
pub use outside::preferences::{Choices, Preferences};
pub use outside::settings_file;
pub use outside::{old_in_course, register_of};
pub use panic::Watch;
pub use plain::plain;
pub use run::recorder::{RecordError, Recorder, ReplayError, replay};
pub use run::{End, Start, run};
pub use terminal::quiet::Quiet;
pub use terminal::{has_no_colours, is_simple};
