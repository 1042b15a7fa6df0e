//! Any bytes as a record.
#![no_main]

#[path = "../../tests/support/probes.rs"]
mod probes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| probes::record(bytes));
