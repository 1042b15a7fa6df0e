//! The notebook that everything is measured with.

use std::path::Path;

use pallium::store::generate::{Size, notebook};

/// Fills a folder with fictional meetings of an ordinary size, and says what it made.
pub fn generate(folder: &Path, meetings: usize) -> String {
    notebook(folder, meetings, Size::Typical).expect("a notebook can be made");
    format!("{meetings} meetings of fifteen patients")
}
