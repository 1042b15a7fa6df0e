//! Cases to practise with: which there are, and one of them on paper.

use super::page::aligned;
use super::{Desk, Trouble, clean};
use crate::checklist::{self, FileProblems, Name};
use crate::cli::console::out::complain;
use crate::export::{CaseReader, DocumentFormat, WIDTH, case_paper, level_name};

impl Desk {
    /// All cases, each with its name, title and minutes.
    pub(super) fn cases(&self) -> Result<String, Trouble> {
        let library = self.library()?;
        let language = self.language;
        let width = library.cases().map(|one| one.case.id.as_str().len()).max().unwrap_or(0);
        let line = |one: &std::sync::Arc<crate::checklist::CaseDefinition>| {
            let case = &one.case;
            let minutes = case.minutes.map(|minutes| language.minutes_short(u32::from(minutes)));
            let levels = case.level.iter().map(|level| level_name(*level, language).to_owned());
            let beside: Vec<String> = minutes.into_iter().chain(levels).collect();
            let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
            format!("{:width$}  {}{beside}\n", case.id.as_str(), case.title.get(language))
        };
        let lines: String = library.cases().map(line).collect();
        let refused: Vec<Vec<String>> = library
            .refused_cases()
            .map(|problems| {
                let count = problems.diagnostics.len().saturating_add(problems.untold);
                let file = crate::text::visible_line(&problems.file).into_owned();
                vec![file, self.layer(problems.layer).to_owned(), language.faults(count)]
            })
            .collect();
        let refused = match refused.as_slice() {
            [] => String::new(),
            refused => format!(
                "\n{}\n{}  {}\n",
                language.case_list_refused(),
                aligned(refused, 2),
                language.list_see_check()
            ),
        };
        Ok(format!("{}\n\n{lines}{refused}", language.session_choose()))
    }

    /// One case on paper.
    pub(super) fn case_paper(
        &self,
        typed: &str,
        is_trainer: bool,
        format: DocumentFormat,
    ) -> Result<String, Trouble> {
        let library = self.library()?;
        let id = typed.trim();
        let id = id.strip_suffix(".toml").unwrap_or(id);
        let id = id.strip_prefix("casussen/").unwrap_or(id);
        let named = format!("casussen/{id}.toml");
        let is_meant = |problems: &&FileProblems| {
            let says_so = |line: &str| {
                line.split_once('=').is_some_and(|(key, value)| {
                    key.trim() == "id" && value.trim().trim_matches(['"', '\'']) == id
                })
            };
            problems.file == named || problems.source.lines().any(says_so)
        };
        let refused = library.refused_cases().find(is_meant);
        if let Some(problems) = refused {
            let path = self.path(problems.layer, &problems.file);
            let (source, found) = (&problems.source, &problems.diagnostics);
            let faults = checklist::render(found, source, &path, self.language, usize::from(WIDTH), false);
            let in_force = library.case(&Name::new(id)).is_some();
            let told = format!("{}\n\n{faults}", self.language.case_refused(&path, in_force));
            if !in_force {
                return Err(Trouble::new(told));
            }
            complain(&told);
        }
        let Some(found) = library.case(&Name::new(id)) else {
            let known: Vec<&str> = library.cases().map(|one| one.case.id.as_str()).collect();
            return Err(Trouble::new(self.language.case_unknown(&clean(typed), &known.join(", "))));
        };
        let reader = if is_trainer { CaseReader::Trainer } else { CaseReader::Group };
        let checklist = |name: &Name| library.checklist(name).map(|definition| &definition.checklist);
        Ok(case_paper(&found.case, checklist, reader, self.language, WIDTH).written(format))
    }
}
