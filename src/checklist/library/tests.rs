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
    let own = marking().replace("2026.5", "eigen");
    let given = marking().replace("2026.5", "les");
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

    let own = marking().replace("2026.5", "eigen");
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
        ("eigen", "2025.9", "2026.5")
    );
    let up_to_date = OWN.replace("2025.9", "2026.5");
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

/// A route or a checklist whose conditions ask of another checklist what it cannot answer says so, with what was meant.
#[test]
fn what_a_condition_asks_elsewhere_is_held_against_the_question_there() {
    const SHORT: &str = "format = 1\nid = \"kort-eigen\"\nversion = \"1\"\ntitle = \"Kort\"\n\
        [[group]]\nid = \"g\"\ntitle = \"G\"\n\
        [[group.item]]\nid = \"kleur\"\ntype = \"choice\"\ntext = \"Kleur?\"\n\
        options = [{ code = \"rood\", text = \"Rood\" }, { code = \"groen\", text = \"Groen\" }]\n\
        [[group.item]]\nid = \"wens\"\ntype = \"yes-no\"\ntext = \"Wens?\"\n\
        [[group.item]]\nid = \"pijn\"\ntype = \"scale\"\ntext = \"Pijn?\"\nmin = 0\nmax = 10\n";
    let own = |condition: &str| format!("{OWN}enable_when = {condition}\n");
    let route = |condition: &str| {
        format!(
            "format = 1\nid = \"weg\"\nversion = \"1\"\ntitle = \"Weg\"\n\
            [[step]]\nchecklist = \"kort-eigen\"\n[[step]]\nchecklist = \"eigen\"\nenable_when = {condition}\n"
        )
    };
    let told = |name: &str, source: &str| {
        let files = with(vec![
            file(Layer::User, "kort-eigen.toml", SHORT),
            file(Layer::User, "eigen.toml", if name == "eigen.toml" { source } else { OWN }),
            file(Layer::User, "routes/weg.toml", if name == "eigen.toml" { "" } else { source }),
        ]);
        let library = Library::new(files);
        let found = library.problems().iter().find(|one| one.file == name);
        let one = |one: &Diagnostic| (one.code.as_str(), one.severity, one.suggestion.clone());
        found.map(|found| found.diagnostics.iter().map(one).collect::<Vec<_>>()).unwrap_or_default()
    };
    let warning = |code, meant: Option<&str>| vec![(code, Severity::Warning, meant.map(str::to_owned))];
    for (condition, expected) in [
        ("{ item = \"kort-eigen/kleur\", is = \"rood\" }", Vec::new()),
        ("{ item = \"kort-eigen/pijn\", at_least = 4 }", Vec::new()),
        ("{ item = \"kort-eigen/wens\", is = true }", Vec::new()),
        ("{ item = \"kort-eigen/kleur\", answered = true }", Vec::new()),
        ("{ item = \"kort-eigen/kleur\", is = \"paars\" }", warning("onbekende-optie", None)),
        (
            "{ item = \"kort-eigen/kleur\", in = [\"rood\", \"roen\"] }",
            warning("onbekende-optie", Some("groen")),
        ),
        ("{ item = \"kort-eigen/kleur\", at_least = 4 }", warning("ongepaste-toets", None)),
        ("{ item = \"kort-eigen/wens\", is = \"ja\" }", warning("ongepaste-toets", Some("true"))),
        ("{ item = \"kort-eigen/pijn\", is = \"vier\" }", warning("ongepaste-toets", Some("4"))),
        (
            "{ count = { items = [\"kort-eigen/kleur\"], is = \"paars\", at_least = 1 } }",
            warning("onbekende-optie", None),
        ),
        ("{ all = [{ item = \"kort-eigen/kleur\", is_not = \"paars\" }] }", warning("onbekende-optie", None)),
        ("{ item = \"kort-eigen/kleuren\" }", warning("onbekende-vraag", Some("kort-eigen/kleur"))),
        ("{ judgement = \"ja\", checklist = \"kort-eigen\" }", warning("geen-oordeel", None)),
    ] {
        assert_eq!(told("eigen.toml", &own(condition)), expected, "{condition}");
        assert_eq!(told("routes/weg.toml", &route(condition)), expected, "{condition}");
    }
    // Of a step only what was asked before it can be known.
    for (condition, expected) in [
        ("{ item = \"wens\", is = true }", warning("onbekende-vraag", Some("kort-eigen/wens"))),
        ("{ item = \"heeft-wens\", is = true }", warning("onbekende-vraag", None)),
        (
            "{ count = { items = [\"wens\"], at_least = 1 } }",
            warning("onbekende-vraag", Some("kort-eigen/wens")),
        ),
        ("{ judgement = \"ja\" }", warning("geen-oordeel", None)),
    ] {
        assert_eq!(told("routes/weg.toml", &route(condition)), expected, "{condition}");
    }
    let error = |code, meant: Option<&str>| vec![(code, Severity::Error, meant.map(str::to_owned))];
    let step = "checklist = \"kort-eigen\"";
    for (good, slip, expected) in [
        (step, "checklist = \"kort-eigen.toml\"", error("onbekende-checklist", Some("kort-eigen"))),
        (step, "checklist = \"Kort-eigen\"", error("onbekende-checklist", Some("kort-eigen"))),
        (step, "checklist = \"kort-eige\"", error("onbekende-checklist", Some("kort-eigen"))),
        ("[[step]]", "default_for = [\"scholing\"]\n[[step]]", error("onbekend-woord", Some("education"))),
        ("[[step]]", "default_for = [\"thuis\"]\n[[step]]", error("onbekend-woord", None)),
        ("[[step]]", "default_for = [\"PaTz\"]\n[[step]]", error("onbekend-woord", Some("patz"))),
        ("[[step]]", "[[stap]]", error("onbekende-sleutel", Some("step"))),
        (step, "checklist = \"kort-eigen\"\ningevouwen = true", error("onbekende-sleutel", Some("folded"))),
        (step, "checklist = \"kort-eigen\"\ninklappen = true", error("onbekende-sleutel", Some("folded"))),
    ] {
        let source = route("{ item = \"kort-eigen/wens\", is = true }");
        let all =
            if slip == "[[stap]]" { source.replace(good, slip) } else { source.replacen(good, slip, 1) };
        assert_eq!(told("routes/weg.toml", &all), expected, "{slip}");
        // Wherever the file stands, its sections say what it is.
        let beside = parse(&all, &Origin::default());
        let first = beside.diagnostics.first().map(|one| one.code.as_str());
        assert!(
            first == expected.first().map(|one| one.0)
                || expected.iter().any(|one| one.0 == "onbekende-checklist"),
            "{slip}: {first:?}"
        );
    }
    // A route that a meeting pinned opens for ever.
    let pinned = route("{ item = \"kort-eigen/wens\" }").replacen(
        "[[step]]",
        "default_for = [\"thuis\"]\n[[step]]",
        1,
    );
    assert!(RouteDefinition::read(pinned.into(), Layer::User, String::new()).is_ok());
}
