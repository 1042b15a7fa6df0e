//! The help of a group, an inner group, an item and a judgement: paragraphs, lists and bold on the screen.

use std::sync::Arc;

use super::stage::Stage;
use super::tour::midway;
use crate::app::{Role, Screen, StepPage};
use crate::checklist::{DefinitionFile, Layer, Library, shipped};
use crate::words::Language;

/// A checklist in which everything that can have help has it, each with a word of its own.
pub const HELPED: &str = r#"
format = 1
id = "markering"
version = "eigen"
title = "Markering"
[[group]]
id = "groep"
title = "Groep"
help = "Alinea groep.\n\n- punt groep\n- **vet groep**"
[[group.item]]
id = "vraag"
type = "yes-no"
text = "Wat nu?"
help = "Alinea vraag.\n\n- punt vraag\n- **vet vraag**"
[[group.group]]
id = "binnen"
title = "Binnen"
help = "Alinea binnen.\n\n- punt binnen\n- **vet binnen**"
[[group.group.item]]
id = "tweede"
type = "display"
text = "Alinea tekst.\n\n- punt tekst\n- **vet tekst**"
[judgement]
text = "Oordeel?"
help = "Alinea oordeel.\n\n- punt oordeel\n- **vet oordeel**"
options = [{ code = "ja", text = "Ja" }, { code = "nee", text = "Nee" }]
"#;

fn at(page: StepPage, screen: impl FnOnce(StepPage) -> Screen) -> Stage {
    let mut stage = midway(Language::Dutch, 80, 50);
    let mut files = shipped();
    let file = "markering.toml".to_owned();
    files.push(DefinitionFile::new(Layer::User, file, HELPED));
    stage.model.library = Some(Arc::new(Library::new(files)));
    let open = stage.model.open.as_mut().unwrap();
    Arc::make_mut(&mut open.record).definitions.clear();
    open.definitions.clear();
    stage.model.path = crate::app::Path::default();
    stage.model.path.go(&screen(page));
    stage
}

/// Each word stands in a paragraph, in a point with its sign, and in bold, and no sign for bold is left.
fn shows(stage: &Stage, words: &[&str]) {
    let layout = stage.layout();
    let lines: Vec<String> = stage.text().lines().map(|line| line.trim().to_owned()).collect();
    for word in words {
        let paragraph = lines.iter().position(|line| *line == format!("Alinea {word}."));
        let paragraph = paragraph.unwrap_or_else(|| panic!("{word}\n{}", stage.text()));
        let after: Vec<&str> = lines.iter().skip(paragraph + 1).take(3).map(String::as_str).collect();
        assert_eq!(after, ["", format!("- punt {word}").as_str(), format!("- vet {word}").as_str()]);
        let bold = format!("vet {word}");
        let pieces = layout.lines.iter().flat_map(|line| &line.pieces);
        assert!(pieces.clone().any(|piece| piece.role == Role::Strong && piece.text == bold), "{bold}");
    }
    assert!(!stage.text().contains("**"), "{}", stage.text());
}

#[test]
fn help_has_paragraphs_lists_and_bold_on_the_page_and_behind_the_source() {
    let patient = midway(Language::Dutch, 80, 50).meeting().reviews[1].patient;
    let checklist = crate::checklist::Name::new("markering");
    let step = |page| Screen::Step { patient, checklist: checklist.clone(), page };
    let source = |page| Screen::Source { checklist: checklist.clone(), page };
    let group = || StepPage::Group("groep".into());
    shows(&at(group(), step), &["groep", "vraag", "binnen", "tekst"]);
    shows(&at(group(), source), &["groep", "vraag", "binnen"]);
    shows(&at(StepPage::Judgement, step), &["oordeel"]);
    shows(&at(StepPage::Judgement, source), &["oordeel"]);
}
