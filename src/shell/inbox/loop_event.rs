//! What reaches the loop from the threads around it.

use super::input::Input;
use crate::app::{Msg, ReadyRows};

/// One thing that reaches the loop.
#[derive(Debug, Clone, PartialEq)]
pub enum LoopEvent {
    /// Keys, texts and sizes that arrived together; no more are read before the next event is asked for.
    Came(Vec<Input>),
    /// What came of an effect.
    Fact(Msg),
    /// A register that was read, with its rows, which nobody then waits for.
    Register(Box<ReadyRows>, Msg),
    /// The system asks the program to stop for a while.
    Stopped,
    /// The program goes on after it was stopped.
    GoesOn,
    /// The system asks the program to end.
    Terminate,
    /// The clock on the wall jumped: the computer may have slept.
    ClockJumped,
    /// The terminal took what was on its way, and another frame was wanted meanwhile.
    Taken,
    /// The terminal is gone.
    Closed,
}

impl LoopEvent {
    /// Whether the system asks for something that does not wait for the rest of what is typed.
    #[cfg(unix)]
    pub(super) fn is_from_system(&self) -> bool {
        matches!(self, Self::Stopped | Self::Terminate | Self::Closed)
    }
}
