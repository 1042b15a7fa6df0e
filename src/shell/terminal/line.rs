//! How the terminal handled lines before the program took it over, to be carried over a lock.

use serde::{Deserialize, Serialize};

/// The settings of a line that taking over a terminal changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    input: u32,
    output: u32,
    control: u32,
    local: u32,
}

#[cfg(unix)]
mod unix {
    use std::io;

    use rustix::termios::{
        ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, tcgetattr, tcsetattr,
    };

    use super::Line;

    /// Bits as wide as they are on every system.
    fn wide(bits: impl TryInto<u32>) -> u32 {
        bits.try_into().unwrap_or(0)
    }

    impl Line {
        /// As the terminal of the standard input is now; `None` where there is none.
        pub(in crate::shell) fn now() -> Option<Self> {
            let settings = tcgetattr(io::stdin()).ok()?;
            Some(Self {
                input: wide(settings.input_modes.bits()),
                output: wide(settings.output_modes.bits()),
                control: wide(settings.control_modes.bits()),
                local: wide(settings.local_modes.bits()),
            })
        }

        /// Has the terminal handle lines like this again.
        #[allow(clippy::useless_conversion, reason = "the bits are wider on other systems")]
        pub(in crate::shell) fn put(self) {
            let Ok(mut settings) = tcgetattr(io::stdin()) else { return };
            settings.input_modes = InputModes::from_bits_retain(self.input.into());
            settings.output_modes = OutputModes::from_bits_retain(self.output.into());
            settings.control_modes = ControlModes::from_bits_retain(self.control.into());
            settings.local_modes = LocalModes::from_bits_retain(self.local.into());
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &settings);
        }
    }
}

#[cfg(not(unix))]
impl Line {
    pub(in crate::shell) fn now() -> Option<Self> {
        None
    }

    pub(in crate::shell) fn put(self) {}
}
