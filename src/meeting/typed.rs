//! Meaning of what was typed.
