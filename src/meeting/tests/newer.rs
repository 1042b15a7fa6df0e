//! Taking over another version of a checklist.
