//! The list of all checklists and routes.

use super::page::aligned;
use super::{Desk, Trouble, shown};
use crate::checklist::{Layer, Library, Localized};
use crate::shell::outside::own::OwnFolder;
use crate::text;

/// How wide a title gets, so that a line fits a terminal of 80 columns.
const TITLE: usize = 33;

/// A checklist or route: what stands in the columns, and what belongs on a line of its own under it.
struct Entry {
    columns: Vec<String>,
    under: String,
}

impl Desk {
    /// Everything in force, what is not because it is wrong, and where the folders are.
    pub(in crate::cli) fn list(&self) -> Result<String, Trouble> {
        let language = self.language;
        let library = self.library()?;
        let checklists: Vec<Entry> = library
            .checklists()
            .map(|one| {
                let known = &one.checklist;
                let newer = library.newer().iter().find(|newer| newer.id == known.id);
                let newer = newer
                    .filter(|_| one.layer != Layer::Shipped)
                    .map(|newer| language.list_newer(&newer.shipped));
                self.row(
                    &library,
                    (known.id.as_str(), &known.title, &known.version),
                    (one.layer, &one.file),
                    newer,
                )
            })
            .collect();
        let routes: Vec<Entry> = library
            .routes()
            .map(|one| {
                let known = &one.route;
                self.row(
                    &library,
                    (known.id.as_str(), &known.title, &known.version),
                    (one.layer, &one.file),
                    None,
                )
            })
            .collect();
        let mut text = String::new();
        // One set of columns for both, so that the eye finds its way.
        let both: Vec<Vec<String>> =
            checklists.iter().chain(&routes).map(|one| one.columns.clone()).collect();
        let lines = aligned(&both, 2);
        let mut lines = lines.lines();
        for (heading, entries) in [(language.list_checklists(), checklists), (language.list_routes(), routes)]
        {
            text.push_str(&format!("{heading}\n"));
            for (entry, line) in entries.iter().zip(lines.by_ref()) {
                text.push_str(&format!("{line}\n"));
                if !entry.under.is_empty() {
                    text.push_str(&format!("    {}\n", entry.under));
                }
            }
            text.push('\n');
        }
        let refused: Vec<Vec<String>> = library
            .problems()
            .iter()
            .filter(|problems| problems.is_refused())
            .map(|problems| {
                let count = problems.diagnostics.len().saturating_add(problems.untold);
                let file = text::visible_line(&problems.file).into_owned();
                vec![file, self.layer(problems.layer).to_owned(), language.faults(count)]
            })
            .collect();
        if !refused.is_empty() {
            text.push_str(&format!("{}\n{}", language.list_refused(), aligned(&refused, 2)));
            text.push_str(&format!("  {}\n\n", language.list_see_check()));
        }
        let drafts = self.own.as_ref().map(OwnFolder::drafts).unwrap_or_default();
        if !drafts.is_empty() {
            text.push_str(&format!("{}\n", language.list_drafts()));
            for draft in drafts {
                let id = text::visible_line(draft.strip_suffix(".toml").unwrap_or(&draft)).into_owned();
                text.push_str(&format!("  {}\n", language.list_draft(&id)));
            }
            text.push('\n');
        }
        if let Some(own) = self.own.as_ref().map(OwnFolder::folder) {
            text.push_str(&format!("{}\n", language.list_own_folder(&shown(own), own.is_dir())));
        }
        if let Some(given) = &self.given {
            text.push_str(&format!("{}\n", language.list_given_folder(&shown(given))));
        }
        Ok(text)
    }

    fn row(
        &self,
        library: &Library,
        (id, title, version): (&str, &Localized, &str),
        (layer, file): (Layer, &str),
        newer: Option<String>,
    ) -> Entry {
        let language = self.language;
        let problems =
            library.problems().iter().find(|problems| problems.layer == layer && problems.file == file);
        let remarks = problems
            .map(|problems| language.remarks(problems.diagnostics.len().saturating_add(problems.untold)));
        // The file of a shipped one is nowhere on this computer.
        let file = (layer != Layer::Shipped).then(|| text::visible_line(file).into_owned());
        let under: Vec<String> = file.into_iter().chain(remarks).chain(newer).collect();
        let title = text::truncate(title.get(language), TITLE, "...").into_owned();
        let columns = vec![id.to_owned(), title, version.to_owned(), self.layer(layer).to_owned()];
        Entry { columns, under: under.join("; ") }
    }
}
