//! Layers, and what they say of each other.

use super::shipped::shipped;
use super::*;

#[test]
fn shipped_definitions_are_in_order() {
    let library = Library::new(shipped());
    assert_eq!(library.problems(), &[]);
    let marking = library.checklist(&Name::new("markering")).unwrap();
    assert!(marking.checklist.item("surprise-question").is_some());
    assert_eq!(library.default_route("patz").unwrap().route.id, Name::new("kort"));
    assert_eq!(library.default_route("mdo").unwrap().route.id, Name::new("volledig"));
}

const OWN: &str = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\n\
    based_on = { id = \"markering\", version = \"2025.9\" }\n\
    [[group]]\nid = \"g\"\ntitle = \"G\"\n[[group.item]]\nid = \"i\"\ntype = \"date\"\ntext = \"Wanneer?\"\n";

fn file(layer: Layer, file: &str, source: &str) -> DefinitionFile {
    DefinitionFile::new(layer, file, source)
}

fn with(extra: Vec<DefinitionFile>) -> Vec<DefinitionFile> {
    shipped().into_iter().chain(extra).collect()
}

fn marking() -> String {
    shipped().into_iter().find(|file| file.file == "markering.toml").unwrap().source.to_string()
}

#[test]
fn the_later_layer_wins_whatever_the_order() {
    let own = marking().replace("2026.2", "eigen");
    let given = marking().replace("2026.2", "les");
    let library = Library::new(with(vec![
        file(Layer::Given, "markering.toml", &given),
        file(Layer::User, "markering.toml", &own),
    ]));
    let definition = library.checklist(&"markering".into()).unwrap();
    assert_eq!((definition.layer, definition.checklist.version.as_str()), (Layer::Given, "les"));
    assert_eq!(definition.hash, DefinitionHash::of(&given));
}

#[test]
fn a_broken_file_leaves_a_good_version_in_force() {
    let broken = marking().replace("type = \"choice\"", "type = \"chioce\"");
    let files = with(vec![file(Layer::User, "markering.toml", &broken)]);
    let library = Library::new(files.clone());
    assert_eq!(library.checklist(&"markering".into()).unwrap().layer, Layer::Shipped);
    let problems = library.problems().first().unwrap();
    assert!(problems.is_refused());
    assert_eq!((problems.layer, problems.diagnostics.len()), (Layer::User, 2));

    let own = marking().replace("2026.2", "eigen");
    let before = Library::new(with(vec![file(Layer::User, "markering.toml", &own)]));
    let after = Library::refresh(&before, files);
    assert_eq!(after.checklist(&"markering".into()).unwrap().checklist.version, "eigen");
    assert_eq!(after.problems().len(), 1);
    let repaired = Library::refresh(&after, with(vec![]));
    assert_eq!(repaired, Library::new(shipped()));
}

#[test]
fn a_newer_shipped_version_is_noticed() {
    let library = Library::new(with(vec![file(Layer::User, "eigen.toml", OWN)]));
    let newer = library.newer().first().unwrap();
    assert_eq!(
        (newer.id.as_str(), newer.used.as_str(), newer.shipped.as_str()),
        ("eigen", "2025.9", "2026.2")
    );
    let up_to_date = OWN.replace("2025.9", "2026.2");
    assert!(Library::new(with(vec![file(Layer::User, "eigen.toml", &up_to_date)])).newer().is_empty());
}

#[test]
fn a_route_needs_its_checklists() {
    let route = |checklist| {
        format!(
            "format = 1\nid = \"les\"\nversion = \"1\"\ntitle = \"Les\"\ndefault_for = [\"patz\"]\n\
             [[step]]\nchecklist = \"{checklist}\"\n"
        )
    };
    let library = |checklist| {
        Library::new(with(vec![
            file(Layer::User, "eigen.toml", OWN),
            file(Layer::User, "routes/les.toml", &route(checklist)),
        ]))
    };
    assert_eq!(library("eigen").default_route("patz").unwrap().route.id.as_str(), "les");
    let refused = library("eigne");
    assert_eq!(refused.default_route("patz").unwrap().route.id.as_str(), "kort");
    let diagnostic = refused.problems().first().unwrap().diagnostics.first().unwrap();
    assert_eq!(diagnostic.suggestion.as_deref(), Some("eigen"));
}

#[test]
fn a_pinned_text_reads_back_without_its_file() {
    let definition = Definition::read(Arc::from(OWN), Layer::User, "elders.toml".to_owned()).unwrap();
    assert_eq!(definition.checklist.id.as_str(), "eigen");
    assert_eq!(definition.hash.as_str().len(), 64);
    assert!(Definition::read(Arc::from("id = 1"), Layer::User, String::new()).is_err());
}
