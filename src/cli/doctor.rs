//! Looking the notebook over: what is the matter, where, and what to do now.

use std::path::Path;
use std::sync::Arc;

use super::shown;
use crate::store::{Notebook, RealFiles};
use crate::words::Language;

/// What was found in the notebook in `folder`, and whether somebody has to do something about it.
pub(super) fn examine(folder: &Path, language: Language) -> (String, bool) {
    let examination = Notebook::existing(folder, Arc::new(RealFiles)).examine();
    let mut paragraphs: Vec<String> =
        examination.findings.iter().map(|finding| finding.message(language)).collect();
    let needed = examination.findings.iter().filter(|finding| finding.needs_doing()).count();
    let examined =
        language.examined(&shown(folder), examination.meetings, examination.earlier, examination.definitions);
    paragraphs.push(format!("{examined} {}", language.examined_findings(needed)));
    (format!("{}\n", paragraphs.join("\n\n")), needed > 0)
}
