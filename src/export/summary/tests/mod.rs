//! The rules of a summary, one by one.
