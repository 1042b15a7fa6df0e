//! The notebook that everything is measured with.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

use pallium::store::generate::{Size, meeting, notebook};

/// Fills a folder with fictional meetings of an ordinary size, and says what it made.
pub fn generate(folder: &Path, meetings: usize) -> String {
    make(folder, meetings, Size::Typical);
    format!("{meetings} meetings of fifteen patients")
}

/// Fills a folder with very many fictional meetings, small ones.
pub fn generate_large(folder: &Path, meetings: usize) {
    make(folder, meetings, Size::Small);
}

fn make(folder: &Path, meetings: usize, size: Size) {
    let made = notebook(folder, meetings, size).expect("a notebook can be made");
    // Of meetings that were written this very moment the index believes nothing; those of a real notebook are older.
    let earlier = SystemTime::now() - Duration::from_secs(3600);
    for number in 0..meetings {
        let file = File::options().write(true).open(made.path(meeting(number, size).id));
        file.and_then(|file| file.set_modified(earlier)).expect("a meeting can be made older");
    }
    // A notebook that is in use has its index; what it takes to make one is measured in the bench of the store.
    made.list().expect("a list");
}
