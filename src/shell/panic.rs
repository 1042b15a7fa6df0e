//! What remains of a panic: where it happened, and nothing of what it says, because that may hold a note.

use std::sync::{Arc, Mutex, PoisonError};

/// The place of the last panic.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Mutex<Option<String>>>);

impl Watch {
    /// Keeps panics from printing anything; their place is kept for later.
    ///
    /// The terminal is not touched here: the loop's own unwinding gives it back, and another thread must not.
    pub fn install() -> Self {
        let watch = Self::default();
        let place = watch.0.clone();
        std::panic::set_hook(Box::new(move |panic| {
            let found = panic.location().map(|location| shown(location.file(), location.line()));
            *place.lock().unwrap_or_else(PoisonError::into_inner) = found;
        }));
        watch
    }

    /// Where the last panic was: file and line of the source.
    pub fn place(&self) -> String {
        let place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        place.clone().unwrap_or_else(|| "?".to_owned())
    }
}

/// A file of the source without the folders of the machine on which it was built.
fn shown(file: &str, line: u32) -> String {
    let file = file.replace('\\', "/");
    let parts: Vec<&str> = file.split('/').collect();
    let from = parts.iter().rposition(|part| *part == "src").map_or(0, |src| {
        // The name of another package stands before its `src`; that of this one says nothing.
        if src > 1 { src - 1 } else { src }
    });
    format!("{}:{line}", parts.get(from..).unwrap_or_default().join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_no_folder_of_the_machine() {
        assert_eq!(shown("src/app/update/mod.rs", 12), "src/app/update/mod.rs:12");
        assert_eq!(shown("C:\\bouw\\cargo\\reeks-1.2\\src\\lijst.rs", 3), "reeks-1.2/src/lijst.rs:3");
        assert_eq!(shown("/bouw/cargo/reeks-1.2/src/lijst.rs", 3), "reeks-1.2/src/lijst.rs:3");
    }
}
