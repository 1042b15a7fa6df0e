//! Cases in the library: in layers, with the last good version kept, like everything else.

use std::sync::Arc;

use super::{DefinitionFile, FileProblems, Library};
use crate::checklist::definition::{Case, CaseDefinition, DefinitionHash, Layer, Name};
use crate::checklist::diagnostic::Strictness;
use crate::checklist::parse::{Origin, Parsed, parse};
use crate::words::Language;

impl CaseDefinition {
    /// Reads a case from its text, for example one that a session keeps; warnings do not matter here.
    pub fn read(source: Arc<str>, layer: Layer, file: String) -> Option<Self> {
        let outcome = parse(&source, &Origin { file: None, strictness: Strictness::Accepted });
        match outcome.parsed {
            Some(Parsed::Case(case)) => {
                let hash = DefinitionHash::of(&source);
                Some(Self { case, source, hash, layer, file })
            }
            _ => None,
        }
    }
}

impl Library {
    /// The case in force under a name.
    pub fn case(&self, id: &Name) -> Option<&Arc<CaseDefinition>> {
        self.cases.get(id)
    }

    /// All cases for education in force, by name.
    pub fn cases(&self) -> impl Iterator<Item = &Arc<CaseDefinition>> {
        self.cases.values()
    }

    /// What a case is called in a language, of which this is the title in one of them.
    pub fn title_of_case(&self, title: &str, language: Language) -> Option<&str> {
        let mut titles = self.cases.values().map(|known| &known.case.title);
        let of_it = titles.find(|known| known.nl == title || known.en.as_deref() == Some(title));
        of_it.map(|known| known.get(language))
    }

    /// The files with a case of which no version can be played.
    pub fn refused_cases(&self) -> impl Iterator<Item = &FileProblems> {
        let is_case =
            |one: &FileProblems| one.source.contains("[[scene]]") || one.file.starts_with("casussen/");
        let is_in_force = |one: &FileProblems| {
            self.cases.values().any(|known| known.layer == one.layer && known.file == one.file)
        };
        self.problems.iter().filter(move |one| one.is_refused() && is_case(one) && !is_in_force(one))
    }

    /// Puts a case in force.
    pub(super) fn take_case(&mut self, file: &DefinitionFile, case: Case) {
        let (source, hash) = (file.source.clone(), DefinitionHash::of(&file.source));
        let definition = CaseDefinition { case, source, hash, layer: file.layer, file: file.file.clone() };
        self.cases.insert(definition.case.id.clone(), Arc::new(definition));
    }

    /// Keeps the last good version of a case whose file is broken now.
    pub(super) fn keep_last_case(&mut self, previous: &Self, file: &DefinitionFile) {
        let same = |one: &&Arc<CaseDefinition>| one.layer == file.layer && one.file == file.file;
        if let Some(last) = previous.cases.values().find(same) {
            self.cases.insert(last.case.id.clone(), last.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::definition::Layer;
    use crate::checklist::diagnostic::{Diagnostic, Problem, Severity};
    use crate::checklist::library::shipped::shipped;

    /// A case of one scene, in which the group walks a shipped checklist.
    fn case(more: &str) -> String {
        format!(
            "format = 1\nid = \"c\"\nversion = \"1\"\ntitle = \"C\"\nfictional = true\n[patient]\nlabel = \"mevrouw C.\"\n\
             situation = \"Alleen.\"\n[[scene]]\nid = \"s\"\ntitle = \"S\"\ntext = \"Iets.\"\nchecklist = \"markering\"\n{more}"
        )
    }

    /// The library with that case.
    fn with(case: &str) -> Library {
        let own = DefinitionFile::new(Layer::User, "casussen/c.toml", case.to_owned());
        Library::new(shipped().into_iter().chain([own]).collect())
    }

    #[test]
    fn a_checklist_that_is_not_there_weighs_the_same_beside_other_faults() {
        let given = "given = { \"pijnscore/ja\" = 3 }\n";
        for text in [
            case(given),
            case(&format!("{given}vote = [\"geen\"]\n")),
            case(given).replace("title = \"C\"\n", ""),
            case("vote = [1]\n").replace("markering", "krot"),
        ] {
            let library = with(&text);
            let told = &library.problems().first().unwrap().diagnostics;
            let is_it = |one: &&Diagnostic| matches!(one.problem, Problem::UnknownChecklist { .. });
            let found: Vec<_> = told.iter().filter(is_it).map(|one| one.severity).collect();
            assert_eq!(found, [Severity::Error], "{told:?}");
        }
    }

    #[test]
    fn cases_lie_in_layers_like_everything_else() {
        let case = |title| {
            format!(
                "format = 1\nid = \"mevrouw-a\"\nversion = \"1\"\ntitle = \"{title}\"\nfictional = true\n\
                 [patient]\nlabel = \"mevrouw A.\"\nsituation = \"Alleen.\"\n\
                 [[scene]]\nid = \"s\"\ntitle = \"S\"\ntext = \"Iets.\"\nchecklist = \"kort\"\n"
            )
        };
        let own = |source: &str| {
            let file = "casussen/mevrouw-a.toml".to_owned();
            let own = DefinitionFile::new(Layer::User, file, source);
            shipped().into_iter().chain([own]).collect()
        };
        let title = |library: &Library| {
            let case = library.cases().find(|one| one.case.id.as_str() == "mevrouw-a").unwrap();
            (case.layer, case.case.title.nl.clone())
        };
        assert_eq!(title(&Library::new(shipped())).0, Layer::Shipped);
        let mine = Library::new(own(&case("Eigen")));
        assert_eq!(title(&mine), (Layer::User, "Eigen".to_owned()));
        assert_eq!(mine.problems(), &[]);
        // A case that leads to a checklist which is not there cannot be played, and leaves the last good version.
        let broken = Library::refresh(&mine, own(&case("Stuk").replace("\"kort\"", "\"krot\"")));
        assert_eq!(title(&broken), (Layer::User, "Eigen".to_owned()));
        assert!(broken.problems().first().unwrap().is_refused());
    }

    /// Each wrong code of a list is a fault in its own place, with the code that was meant where that is known.
    #[test]
    fn every_wrong_code_of_a_list_is_a_fault_of_its_own() {
        let faults = |list: &str| {
            let source = case(&format!("given = {{ \"markering/dimensies\" = {list} }}\n"));
            let library = with(&source);
            let of_file = library.problems().iter().find(|one| one.file == "casussen/c.toml");
            let found = of_file.map(|one| one.diagnostics.clone()).unwrap_or_default();
            let told =
                |one: &Diagnostic| (source.get(one.span.clone()).unwrap().to_owned(), one.suggestion.clone());
            found.iter().map(told).collect::<Vec<_>>()
        };
        let wrong = |code: &str, meant: Option<&str>| (format!("\"{code}\""), meant.map(str::to_owned));
        assert_eq!(faults("[\"lichamelijk\", \"sociaal\"]"), []);
        assert_eq!(faults("[\"foo\", \"lichamelijk\", \"bar\"]"), [wrong("foo", None), wrong("bar", None)]);
        assert_eq!(
            faults("[\"lichaamelijk\", \"sociaaal\"]"),
            [wrong("lichaamelijk", Some("lichamelijk")), wrong("sociaaal", Some("sociaal"))]
        );
        assert_eq!(faults("[\"baz\"]"), [wrong("baz", None)]);
    }
}
