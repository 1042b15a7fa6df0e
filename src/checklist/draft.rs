//! The text of a new checklist: from the template, or from a shipped one with all its comments.

use toml::de::DeTable;

use super::print::quoted;
use crate::checklist::diagnostic::position::line_around;

/// The template; the name of the new checklist takes the place of [`NAME`].
const TEMPLATE: &str = include_str!("draft/template.toml");

/// The template of a case.
const CASE: &str = include_str!("draft/case.toml");

/// Stands in the template for the name.
const NAME: &str = "NAAM";

/// What a version gets that was made from another one.
const OWN: &str = "-eigen";

/// The text of a new checklist, with comments that explain every part.
pub fn template(id: &str) -> String {
    TEMPLATE.replace(NAME, id)
}

/// The text of a new case, with comments that explain every part.
pub fn case_template(id: &str) -> String {
    CASE.replace(NAME, id)
}

/// The text of an own checklist made from a shipped one: the same with another `id` and `version`, and with `based_on`.
///
/// Everything else, comments included, stays as it is. A text that is no definition stays as it is altogether.
pub fn copy(source: &str, id: &str) -> String {
    let (tree, _) = DeTable::parse_recoverable(source);
    let root = tree.get_ref();
    let text = |key: &str| {
        let value = root.get(key)?;
        Some((value.get_ref().as_str()?.to_owned(), value.span()))
    };
    let (Some((was, id_span)), Some((version, version_span))) = (text("id"), text("version")) else {
        return source.to_owned();
    };
    let based_on = format!("{{ id = {}, version = {} }}", quoted(&was), quoted(&version));
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let mut edits = vec![(id_span, quoted(id)), (version_span.clone(), quoted(&format!("{version}{OWN}")))];
    match root.get("based_on") {
        Some(value) => edits.push((value.span(), based_on)),
        None => {
            let end = line_around(source, version_span.end).end;
            edits.push((end..end, format!("{newline}based_on = {based_on}")));
        }
    }
    edits.sort_by_key(|(span, _)| span.start);
    let mut copied = String::with_capacity(source.len() + 80);
    let mut done = 0;
    for (span, text) in edits {
        copied.push_str(source.get(done..span.start).unwrap_or_default());
        copied.push_str(&text);
        done = span.end;
    }
    copied.push_str(source.get(done..).unwrap_or_default());
    copied
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::schema::{CASE as CASE_SHAPE, PATIENT, ROLE, SCENE};
    use crate::checklist::{BasedOn, DefinitionFile, Layer, Library, Origin, Strictness, parse, shipped};

    #[test]
    fn the_template_is_in_order_and_shows_every_part() {
        let source = template("huisbezoek-2");
        assert!(!source.contains(NAME), "{source}");
        for strictness in [Strictness::Own, Strictness::Shipped] {
            let outcome = parse(&source, &Origin { file: Some("huisbezoek-2.toml"), strictness });
            assert_eq!(outcome.diagnostics, []);
            let checklist = outcome.checklist().unwrap();
            assert_eq!(checklist.id.as_str(), "huisbezoek-2");
            assert!(checklist.purpose.is_some() && checklist.judgement.is_some());
            assert!(!checklist.sources.is_empty() && !checklist.indications.is_empty());
            assert!(!checklist.agreements.is_empty() && checklist.items().any(|item| item.when.is_some()));
        }
    }

    #[test]
    fn the_template_of_a_case_is_in_order_and_shows_every_key() {
        let source = case_template("mevrouw-b");
        assert!(!source.contains(NAME), "{source}");
        let file = "casussen/mevrouw-b.toml";
        let outcome = parse(&source, &Origin { file: Some(file), strictness: Strictness::Shipped });
        assert_eq!(outcome.diagnostics, []);
        let own = DefinitionFile::new(Layer::User, file, source.as_str());
        let library = Library::new(shipped().into_iter().chain([own]).collect());
        assert_eq!(library.problems(), []);
        for key in [&CASE_SHAPE, &PATIENT, &SCENE, &ROLE].iter().flat_map(|shape| shape.keys) {
            let is_written = |line: &str| line.trim_start_matches(['#', ' ', '[', '{']).starts_with(key.name);
            assert!(
                source.lines().any(is_written) || source.contains(&format!(" {} =", key.name)),
                "{}",
                key.name
            );
        }
    }

    #[test]
    fn a_copy_keeps_everything_but_its_name_and_says_what_it_was_made_from() {
        for file in shipped() {
            let outcome = parse(&file.source, &Origin::default());
            let Some(checklist) = outcome.checklist() else { continue };
            let copied = copy(&file.source, "eigen-lijst");
            let origin = Origin { file: Some("eigen-lijst.toml"), strictness: Strictness::Own };
            let outcome = parse(&copied, &origin);
            assert_eq!(outcome.diagnostics, [], "{}", file.file);
            let own = outcome.checklist().unwrap();
            let based_on = BasedOn { id: checklist.id.clone(), version: checklist.version.clone() };
            assert_eq!((own.id.as_str(), own.based_on.as_ref()), ("eigen-lijst", Some(&based_on)));
            assert_eq!(crate::checklist::compare::compare(checklist, own), []);
            let comments = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
            assert_eq!(comments(&copied), comments(&file.source));
            assert_eq!(copied.lines().count(), file.source.lines().count() + 1);
        }
    }

    #[test]
    fn an_earlier_origin_and_other_line_ends() {
        let source = "id = \"a\" # naam\r\nbased_on = { id = \"x\", version = \"0\" }\r\nversion = \"1\" # telling\r\n";
        let copied = copy(source, "b");
        let expected = "id = \"b\" # naam\r\nbased_on = { id = \"a\", version = \"1\" }\r\nversion = \"1-eigen\" # telling\r\n";
        assert_eq!(copied, expected);
        let copied = copy("version = \"1\" # v\r\nid = \"a\"\r\n", "b");
        assert_eq!(
            copied,
            "version = \"1-eigen\" # v\r\nbased_on = { id = \"a\", version = \"1\" }\r\nid = \"b\"\r\n"
        );
        assert_eq!(copy("geen definitie", "b"), "geen definitie");
    }
}
