//! Any bytes as the plan of a patient in FHIR.
#![no_main]

#[path = "../../tests/support/probes.rs"]
mod probes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| probes::resources(bytes));
