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
        ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, SpecialCodeIndex, tcgetattr,
        tcsetattr,
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

        /// Whether the terminal keeps keys back or shows them by itself, as it does for a program of lines.
        pub(in crate::shell) fn is_for_lines(self) -> bool {
            let local = LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;
            let has = |modes: u32, of: u32| modes & of != 0;
            has(self.local, wide(local.bits()))
                || has(self.input, wide((InputModes::ICRNL | InputModes::IXON).bits()))
                || has(self.output, wide(OutputModes::OPOST.bits()))
        }

        /// Has the terminal handle lines like this again.
        pub(in crate::shell) fn put(self) {
            self.put_with(None);
        }

        /// The same, with every key told at once: whoever had the terminal meanwhile may have changed that too.
        pub(in crate::shell) fn put_key_by_key(self) {
            self.put_with(Some(1));
        }

        #[allow(clippy::useless_conversion, reason = "the bits are wider on other systems")]
        fn put_with(self, at_least: Option<u8>) {
            let Ok(mut settings) = tcgetattr(io::stdin()) else { return };
            if let Some(bytes) = at_least {
                settings.special_codes[SpecialCodeIndex::VMIN] = bytes;
                settings.special_codes[SpecialCodeIndex::VTIME] = 0;
            }
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

    pub(in crate::shell) fn is_for_lines(self) -> bool {
        false
    }

    pub(in crate::shell) fn put(self) {}

    pub(in crate::shell) fn put_key_by_key(self) {}
}
