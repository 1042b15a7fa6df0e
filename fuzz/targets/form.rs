//! Any bytes as a form of FHIR.
#![no_main]

#[path = "../../tests/support/probes.rs"]
mod probes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| probes::form(bytes));
