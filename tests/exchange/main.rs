//! What leaves the program and what comes in: papers, FHIR, forms and spreadsheets.
//!
//! `cargo test --test exchange registers::` runs one of them.

mod browser;
mod exports;
mod fhir;
mod fhir_reading;
mod hostile_files;
mod paper_places;
mod papers;
mod questionnaires;
mod regional;
mod registers;
mod schemas;
#[path = "../support/mod.rs"]
mod support;
