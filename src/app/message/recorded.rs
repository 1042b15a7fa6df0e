//! Definitions within messages, as recordings keep them: by the texts that they were read from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::checklist::{DefinitionFile, FileProblems, Layer, Problem};

/// A definition file as a recording keeps it.
#[derive(Serialize, Deserialize)]
struct RecordedFile {
    layer: u8,
    file: String,
    source: Arc<str>,
    /// The name of the rule by which the file was refused as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refused: Option<String>,
}

fn layer_number(layer: Layer) -> u8 {
    match layer {
        Layer::Shipped => 0,
        Layer::User => 1,
        Layer::Given => 2,
    }
}

fn layer_of(number: u8) -> Layer {
    match number {
        0 => Layer::Shipped,
        1 => Layer::User,
        _ => Layer::Given,
    }
}

impl RecordedFile {
    fn new(layer: Layer, file: &str, source: &Arc<str>) -> Self {
        Self { layer: layer_number(layer), file: file.to_owned(), source: source.clone(), refused: None }
    }

    fn of(problems: &FileProblems) -> Self {
        let whole = problems.diagnostics.iter().find(|one| one.problem.is_of_file());
        let refused = whole.map(|one| one.code.as_str().to_owned());
        Self { refused, ..Self::new(problems.layer, &problems.file, &problems.source) }
    }

    fn file(self) -> DefinitionFile {
        let refused = self
            .refused
            .as_deref()
            .and_then(|rule| Problem::OF_FILES.into_iter().find(|problem| problem.code().as_str() == rule));
        DefinitionFile { refused, ..DefinitionFile::new(layer_of(self.layer), self.file, self.source) }
    }
}

/// A library as the files that it was read from.
pub mod library {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::RecordedFile;
    use crate::checklist::Library;

    /// Writes the files.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(library: &Arc<Library>, serializer: S) -> Result<S::Ok, S::Error> {
        let checklists = library.checklists().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        let routes = library.routes().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        let cases = library.cases().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        let problems = library.problems().iter().filter(|one| one.is_refused());
        let problems = problems.map(RecordedFile::of);
        checklists.chain(routes).chain(cases).chain(problems).collect::<Vec<_>>().serialize(serializer)
    }

    /// Reads the files and layers them again.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Library>, D::Error> {
        let files = Vec::<RecordedFile>::deserialize(deserializer)?;
        Ok(Arc::new(Library::new(files.into_iter().map(RecordedFile::file).collect())))
    }
}

/// Definitions as the texts that they were read from.
pub mod definitions {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use super::RecordedFile;
    use crate::checklist::Definition;

    /// Writes the texts.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(
        definitions: &[Arc<Definition>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let files = definitions.iter().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        files.collect::<Vec<_>>().serialize(serializer)
    }

    /// Reads the texts again.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and when a text is no checklist.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<Definition>>, D::Error> {
        let files = Vec::<RecordedFile>::deserialize(deserializer)?;
        let read = files.into_iter().map(|one| {
            let file = one.file();
            Definition::read(file.source, file.layer, file.file).map(Arc::new)
        });
        read.collect::<Result<Vec<_>, _>>().map_err(|_| de::Error::custom("not a checklist"))
    }
}

/// Routes as the texts that they were read from.
pub mod routes {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use super::RecordedFile;
    use crate::checklist::RouteDefinition;

    /// Writes the texts.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(
        routes: &[Arc<RouteDefinition>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let files = routes.iter().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        files.collect::<Vec<_>>().serialize(serializer)
    }

    /// Reads the texts again.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and when a text is no route.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<RouteDefinition>>, D::Error> {
        let files = Vec::<RecordedFile>::deserialize(deserializer)?;
        let read = files.into_iter().map(|one| {
            let file = one.file();
            RouteDefinition::read(file.source, file.layer, file.file).map(Arc::new)
        });
        read.collect::<Result<Vec<_>, _>>().map_err(|_| de::Error::custom("not a route"))
    }
}
