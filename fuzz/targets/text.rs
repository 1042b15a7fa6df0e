//! Any bytes as a text that somebody typed, pasted or sent.
#![no_main]

#[path = "../../tests/support/probes.rs"]
mod probes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| probes::text(bytes));
