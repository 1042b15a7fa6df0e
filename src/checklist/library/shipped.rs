//! The definitions that come with the program.

use std::sync::OnceLock;

use super::file::DefinitionFile;
use crate::checklist::definition::Layer;
use crate::checklist::parse::Outcome;

/// Every shipped file: its name within `checklists/`, and its text.
const FILES: &[(&str, &str)] = &[
    ("kort.toml", include_str!("../../../checklists/kort.toml")),
    ("markering.toml", include_str!("../../../checklists/markering.toml")),
    ("nabespreking.toml", include_str!("../../../checklists/nabespreking.toml")),
    ("persoon.toml", include_str!("../../../checklists/persoon.toml")),
    ("pzp-stand.toml", include_str!("../../../checklists/pzp-stand.toml")),
    ("pzp.toml", include_str!("../../../checklists/pzp.toml")),
    ("stervensfase.toml", include_str!("../../../checklists/stervensfase.toml")),
    ("vier-dimensies.toml", include_str!("../../../checklists/vier-dimensies.toml")),
    ("casussen/meneer-k.toml", include_str!("../../../checklists/casussen/meneer-k.toml")),
    ("casussen/meneer-p.toml", include_str!("../../../checklists/casussen/meneer-p.toml")),
    ("casussen/meneer-r.toml", include_str!("../../../checklists/casussen/meneer-r.toml")),
    ("casussen/mevrouw-a.toml", include_str!("../../../checklists/casussen/mevrouw-a.toml")),
    ("casussen/mevrouw-l.toml", include_str!("../../../checklists/casussen/mevrouw-l.toml")),
    ("casussen/mevrouw-o.toml", include_str!("../../../checklists/casussen/mevrouw-o.toml")),
    ("casussen/twee-kamers.toml", include_str!("../../../checklists/casussen/twee-kamers.toml")),
    ("routes/kort.toml", include_str!("../../../checklists/routes/kort.toml")),
    ("routes/nabespreking.toml", include_str!("../../../checklists/routes/nabespreking.toml")),
    ("routes/volledig.toml", include_str!("../../../checklists/routes/volledig.toml")),
];

/// The text of a shipped file.
pub(super) fn source(file: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == file).map(|(_, text)| *text)
}

/// The shipped files, embedded in the program and not read yet.
pub fn shipped() -> Vec<DefinitionFile> {
    FILES.iter().map(|(file, source)| DefinitionFile::new(Layer::Shipped, *file, *source)).collect()
}

/// What was read from each of [`FILES`].
static READ: [OnceLock<Outcome>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

/// What a shipped file defines. It never changes, so it is read once, however often the files of the user are read again.
pub(super) fn once(file: &DefinitionFile, read: impl FnOnce() -> Outcome) -> Outcome {
    let is_ours = |known: &(&str, &str)| *known == (file.file.as_str(), &*file.source);
    match FILES.iter().position(is_ours).and_then(|place| READ.get(place)) {
        Some(known) => known.get_or_init(read).clone(),
        None => read(),
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::checklist::definition::{About, Checklist, ItemKind, Name, Part};
    use crate::checklist::diagnostic::Strictness;
    use crate::checklist::diagnostic::report::Report;
    use crate::checklist::library::Library;
    use crate::checklist::parse::{Origin, parse_shipped};
    use crate::checklist::read;
    use crate::checklist::rules::LABEL;

    #[test]
    fn labels_fit_the_overview() {
        for definition in Library::new(shipped()).checklists() {
            for item in definition.checklist.items().filter(|item| item.is_answerable()) {
                let label = item.label.as_ref().unwrap_or(&item.text);
                for text in std::iter::once(&label.nl).chain(&label.en) {
                    assert!(text.width() <= LABEL, "{}/{}: {text}", definition.file, item.id);
                }
            }
        }
    }

    /// Read once, it is what it would be read as again; another text under the same name is read for itself.
    #[test]
    fn what_is_at_hand_is_what_stands_in_the_file() {
        for mut file in shipped() {
            let again = || {
                parse_shipped(
                    &file.source,
                    &Origin { file: Some(&file.file), strictness: Strictness::Shipped },
                )
            };
            assert_eq!(once(&file, again), again());
            assert_eq!(once(&file, Outcome::default), again());
            file.source = format!("{}\n[[group]]\n", file.source).into();
            assert_eq!(once(&file, Outcome::default), Outcome::default());
        }
    }

    /// A file in Dutch alone is complete for others; what comes with the program is read in English from beginning to end.
    #[test]
    fn every_text_has_an_english_form() {
        let mut missing = Vec::new();
        for file in shipped() {
            let (tree, _) = DeTable::parse_recoverable(&file.source);
            let mut report = Report::new(&file.source, &[], Vec::new());
            let gathered = match file.file.split_once('/') {
                Some(("routes", _)) => read::route(tree.get_ref(), &mut report).1,
                Some(_) => read::case(tree.get_ref(), &mut report).1,
                None => read::checklist(tree.get_ref(), &mut report).1,
            };
            assert!(!gathered.texts.is_empty(), "{}", file.file);
            let dutch = gathered.texts.into_iter().map(|placed| placed.text);
            let alone = dutch.filter(|text| text.en.as_ref().is_none_or(|english| english.trim().is_empty()));
            missing.extend(alone.map(|text| format!("{}: {}", file.file, text.nl)));
        }
        assert_eq!(missing, [] as [&str; 0]);
    }

    /// The group's own part never gets into anything about a patient: for the team alone, and no agreements, since
    /// those belong to a patient.
    #[test]
    fn what_it_did_to_us_stays_with_the_team() {
        let library = Library::new(shipped());
        let checklist: &Checklist = &library.checklist(&Name::new("nabespreking")).unwrap().checklist;
        let mut items = 0;
        for step in checklist.steps() {
            let Part::Item(item) = step.part else { continue };
            let of_the_group = step.groups.iter().any(|group| group.id.as_str() == "groep");
            assert_eq!(of_the_group, step.about() == About::Team, "{}", item.id);
            assert!(!of_the_group || item.kind != ItemKind::Agreement, "{}", item.id);
            items += usize::from(of_the_group);
        }
        assert!(items > 0);
    }
}
