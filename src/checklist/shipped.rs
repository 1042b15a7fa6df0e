//! The definitions that come with the program.

use std::sync::Arc;

use super::library::{DefinitionFile, Layer};

/// Every shipped file: its name within `checklists/`, and its text.
const FILES: &[(&str, &str)] = &[
    ("markering.toml", include_str!("../../checklists/markering.toml")),
    ("persoon.toml", include_str!("../../checklists/persoon.toml")),
    ("pzp-stand.toml", include_str!("../../checklists/pzp-stand.toml")),
    ("pzp.toml", include_str!("../../checklists/pzp.toml")),
    ("stervensfase.toml", include_str!("../../checklists/stervensfase.toml")),
    ("vier-dimensies.toml", include_str!("../../checklists/vier-dimensies.toml")),
    ("routes/kort.toml", include_str!("../../checklists/routes/kort.toml")),
    ("routes/volledig.toml", include_str!("../../checklists/routes/volledig.toml")),
];

/// The shipped files, embedded in the program and not read yet.
pub fn shipped() -> Vec<DefinitionFile> {
    FILES
        .iter()
        .map(|(file, source)| DefinitionFile {
            layer: Layer::Shipped,
            file: (*file).to_owned(),
            source: Arc::from(*source),
        })
        .collect()
}
