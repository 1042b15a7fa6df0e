//! A file with settings that people edit: read as far as it goes, and changed without losing a word.

use super::*;
use crate::app::{Marks, ThemeName};

const MINE: &str = "# mijn bestand\nformat = 1\n\n# voor de zaal\ntheme = \"light\" # beamer van de gemeente\nlock_minutes = 3\n\n# wat wij afspraken\n[colours]\nrood = \"elke keer\" # altijd\n";

fn set(key: &'static str, value: &str) -> Vec<(&'static str, Option<String>)> {
    vec![(key, Some(value.to_owned()))]
}

#[test]
fn what_people_wrote_stays_when_a_value_changes() {
    let after = changed(Some(MINE), &set("theme", "\"mono\""), Language::Dutch).unwrap();
    assert_eq!(after, MINE.replace("\"light\"", "\"mono\""));
    let after = changed(Some(MINE), &set("marks", "\"ascii\""), Language::Dutch).unwrap();
    assert_eq!(after, MINE.replace("# wat wij", "marks = \"ascii\"\n# wat wij"));
    let after = changed(Some(MINE), &[("lock_minutes", None)], Language::Dutch).unwrap();
    assert_eq!(after, MINE.replace("lock_minutes", "# lock_minutes"));
    let again = changed(Some(&after), &set("lock_minutes", "9"), Language::Dutch).unwrap();
    assert_eq!(again, MINE.replace("= 3", "= 9"), "it comes back where it stood");
}

#[test]
fn a_file_of_an_earlier_version_gets_the_explanations_and_keeps_its_values() {
    let old = "format = 1\nlanguage = \"en\"\ntheme = \"contrast\"\nlog_years = 7\n";
    let (known, faults) = read(old);
    assert_eq!((known.theme, faults), (Some(ThemeName::Beamer), Vec::new()), "the name that it had then");
    let after = changed(Some(old), &set("marks", "\"ascii\""), Language::English).unwrap();
    let (choices, faults) = read(&after);
    assert_eq!(faults, []);
    let expected = Choices {
        language: Some(Language::English),
        theme: Some(ThemeName::Beamer),
        marks: Some(Marks::Ascii),
        log_years: Some(7),
        ..Choices::default()
    };
    assert_eq!(choices, expected);
    for key in KEYS {
        assert!(after.contains(&format!("{} = ", key.name)), "{}", key.name);
    }
}

#[test]
fn a_new_file_explains_every_key_and_decides_nothing() {
    for language in [Language::Dutch, Language::English] {
        let text = changed(None, &[], language).unwrap();
        assert_eq!(read(&text), (Choices::default(), Vec::new()));
        // Every example can be taken over as it stands.
        let taken: String = text
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(shown) if shown.contains(" = ") || shown.starts_with('[') => format!("{shown}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let (choices, faults) = read(&taken);
        assert_eq!(faults, [], "{taken}");
        assert_eq!(toml::Table::try_from(&choices).unwrap().len(), KEYS.len() + 1, "{taken}");
    }
}

#[test]
fn a_line_that_is_wrong_is_named_and_the_rest_holds() {
    let text = "theme = \"blauw\"\nlock_minutes = 4\nthema = 1\npaper_folder = \"papier\"\nfhir_base = \"x\"\nretention_months = 0\n";
    let (choices, faults) = read(text);
    assert_eq!(choices, Choices { lock_minutes: Some(4), ..Choices::default() });
    let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [1, 3, 4, 5, 6]);
    let told = faults.first().unwrap().message(Language::Dutch);
    assert!(told.contains("regel 1") && told.contains("theme") && told.contains("\"beamer\""), "{told}");
    let told = faults.get(1).unwrap().message(Language::English);
    assert!(told.contains("line 3") && told.contains("thema"), "{told}");
    // It can be mended on the screen, and what is unknown stays.
    let after = changed(Some(text), &set("theme", "\"dark\""), Language::Dutch).unwrap();
    assert_eq!(after, text.replace("\"blauw\"", "\"dark\""));
}

#[test]
fn what_is_no_toml_holds_as_far_as_it_goes_and_is_not_written_over() {
    let text = "theme = \"dark\"\nlock_minutes = = 4\nmarks = \"ascii\"\n";
    let (choices, faults) = read(text);
    assert_eq!(choices.theme, Some(ThemeName::Dark));
    assert_eq!(
        faults.iter().filter(|fault| fault.is_syntax()).map(|fault| fault.line).collect::<Vec<_>>(),
        [2]
    );
    assert_eq!(changed(Some(text), &set("theme", "\"mono\""), Language::Dutch), None);
}

#[test]
fn any_text_is_read_without_a_fault_of_the_program() {
    for end in 0..MINE.len() {
        if let Some(text) = MINE.get(..end) {
            let _ = read(text);
            let _ = changed(Some(text), &set("marks", "\"ascii\""), Language::Dutch);
        }
    }
}
