//! Any bytes as the register of a group.
#![no_main]

#[path = "../../tests/support/probes.rs"]
mod probes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| probes::table(bytes));
