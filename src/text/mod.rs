//! The text field, pure.
