//! A condition as a sentence: with the labels and options that a team sees, and not with their names.

use super::definition::{Checklist, Item, ItemKind};
use crate::checklist::definition::{Condition, ItemRef, Literal, Name, Test};
use crate::words::Language;

/// Finds a checklist by its name; without a name the one that holds the condition.
pub trait Known {
    /// The checklist, where it is known.
    fn checklist(&self, name: Option<&Name>) -> Option<&Checklist>;
}

/// A checklist knows itself.
impl Known for Checklist {
    fn checklist(&self, name: Option<&Name>) -> Option<&Checklist> {
        name.is_none_or(|name| *name == self.id).then_some(self)
    }
}

/// When something is shown, as a sentence without a full stop.
pub fn shown_when(when: &Condition, known: &impl Known, language: Language) -> String {
    match when {
        Condition::Not(inner) => language.condition_unless(&condition(inner, known, language)),
        when => language.condition_only_when(&condition(when, known, language)),
    }
}

/// The condition in words; what is not known stands there by its name.
pub fn condition(condition: &Condition, known: &impl Known, language: Language) -> String {
    tell(condition, known, language, false)
}

fn tell(condition: &Condition, known: &impl Known, language: Language, is_part: bool) -> String {
    match condition {
        Condition::Item { item, test } => {
            let asked = find(known, item);
            format!("{}: {}", label(item, asked, language), test_told(test, asked, language))
        }
        Condition::Judgement { checklist, is } => {
            let judgement = known.checklist(checklist.as_ref()).and_then(|one| one.judgement.as_ref());
            let option = |code: &Name| {
                let options = judgement.map(|judgement| judgement.options.as_slice()).unwrap_or_default();
                let found = options.iter().find(|option| option.code == *code);
                found.map_or_else(|| code.to_string(), |option| quoted(option.text.get(language)))
            };
            let is: Vec<String> = is.iter().map(option).collect();
            let of = checklist.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
            format!("{}{of}: {}", language.condition_judgement(), enumerated(&is, language))
        }
        Condition::All(parts) => joined(parts, language.condition_and(), known, language, is_part),
        Condition::Any(parts) => joined(parts, language.condition_or(), known, language, is_part),
        Condition::Not(inner) => {
            language.condition_not(&format!("({})", tell(inner, known, language, false)))
        }
        Condition::Count { items, is, at_least, at_most } => {
            let first = items.first().and_then(|item| find(known, item));
            let labels: Vec<String> =
                items.iter().map(|item| label(item, find(known, item), language)).collect();
            let counts = match is.as_slice() {
                [] => language.condition_answered().to_owned(),
                is => listed(is, first, language),
            };
            let bounds = [
                at_least.map(|bound| language.condition_at_least(&bound.to_string())),
                at_most.map(|bound| language.condition_at_most(&bound.to_string())),
            ];
            let bounds: Vec<String> = bounds.into_iter().flatten().collect();
            language.condition_count(&bounds.join(language.condition_and()), &labels.join(", "), &counts)
        }
    }
}

fn joined(
    parts: &[Condition],
    between: &str,
    known: &impl Known,
    language: Language,
    is_part: bool,
) -> String {
    let told: Vec<String> = parts.iter().map(|part| tell(part, known, language, parts.len() > 1)).collect();
    let told = told.join(between);
    if is_part && parts.len() > 1 { format!("({told})") } else { told }
}

fn find<'k>(known: &'k impl Known, item: &ItemRef) -> Option<&'k Item> {
    known.checklist(item.checklist.as_ref())?.item(item.item.as_str())
}

fn label(item: &ItemRef, found: Option<&Item>, language: Language) -> String {
    match found {
        Some(found) => format!("\"{}\"", found.called().get(language)),
        None => format!("\"{item}\""),
    }
}

fn test_told(test: &Test, item: Option<&Item>, language: Language) -> String {
    match test {
        Test::Is(value) => value_told(value, item, language),
        Test::IsNot(value) => language.condition_not(&value_told(value, item, language)),
        Test::In(values) => listed(values, item, language),
        Test::AtLeast(bound) => language.condition_at_least(&bound.to_string()),
        Test::AtMost(bound) => language.condition_at_most(&bound.to_string()),
        Test::Answered(true) => language.condition_answered().to_owned(),
        Test::Answered(false) => language.condition_open().to_owned(),
    }
}

fn listed(values: &[Literal], item: Option<&Item>, language: Language) -> String {
    let told: Vec<String> = values.iter().map(|value| value_told(value, item, language)).collect();
    enumerated(&told, language)
}

fn value_told(value: &Literal, item: Option<&Item>, language: Language) -> String {
    match value {
        Literal::Truth(true) => language.condition_yes().to_owned(),
        Literal::Truth(false) => language.condition_no().to_owned(),
        Literal::Number(number) => number.to_string(),
        Literal::Code(code) => {
            let options = match item.map(|item| &item.kind) {
                Some(ItemKind::Choice(options) | ItemKind::Choices(options)) => options.as_slice(),
                _ => &[],
            };
            let found = options.iter().find(|option| option.code == *code);
            found.map_or_else(|| code.to_string(), |option| quoted(option.text.get(language)))
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Some texts of which one counts.
fn enumerated(texts: &[String], language: Language) -> String {
    match texts {
        [before @ .., last] if !before.is_empty() => {
            format!("{}{}{last}", before.join(", "), language.condition_or())
        }
        texts => texts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{Origin, parse};

    fn told(when: &str, language: Language) -> String {
        let source = format!(
            r#"
format = 1
id = "proef"
version = "1"
title = "Proef"
[[group]]
id = "g"
title = "G"
[[group.item]]
id = "sq"
type = "choice"
text = "Zou het u verbazen?"
label = "Surprise question"
options = [{{ code = "ja", text = "Ja, dat zou mij verbazen" }}, {{ code = "nee", text = "Nee" }}]
[[group.item]]
id = "pijn"
type = "number"
text = "Pijn"
[[group.item]]
id = "huis"
type = "yes-no"
text = "Thuis?"
[[group.item]]
id = "slot"
type = "short-text"
text = "Slot"
enable_when = {when}
[judgement]
text = "En nu?"
options = [{{ code = "wel", text = "Markeren" }}, {{ code = "niet", text = "Niet markeren" }}]
"#
        );
        let outcome = parse(&source, &Origin::default());
        let checklist = outcome.checklist().unwrap_or_else(|| panic!("{:?}", outcome.diagnostics));
        condition(checklist.item("slot").unwrap().when.as_ref().unwrap(), checklist, language)
    }

    #[test]
    fn a_condition_reads_as_the_screen_does() {
        let dutch = |when| told(when, Language::Dutch);
        assert_eq!(dutch(r#"{ item = "sq", is = "nee" }"#), "\"Surprise question\": \"Nee\"");
        assert_eq!(
            dutch(r#"{ item = "sq", in = ["ja", "nee"] }"#),
            "\"Surprise question\": \"Ja, dat zou mij verbazen\" of \"Nee\""
        );
        assert_eq!(dutch(r#"{ item = "huis", is_not = true }"#), "\"Thuis?\": niet ja");
        assert_eq!(dutch(r#"{ item = "pijn", at_least = 4 }"#), "\"Pijn\": ten minste 4");
        assert_eq!(dutch(r#"{ item = "ander/ding", is = "x" }"#), "\"ander/ding\": x");
        assert_eq!(dutch(r#"{ judgement = "wel" }"#), "oordeel: \"Markeren\"");
        assert_eq!(
            told(r#"{ count = { items = ["sq", "pijn"], at_least = 1 } }"#, Language::English),
            "at least 1 of \"Surprise question\", \"Pijn\": answered"
        );
    }

    #[test]
    fn a_list_has_its_word_before_the_last_only() {
        let list = |texts: &[&str]| {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            enumerated(&texts, Language::Dutch)
        };
        assert_eq!(list(&["a", "b", "c"]), "a, b of c");
        assert_eq!((list(&["a"]), list(&[])), ("a".to_owned(), String::new()));
    }

    #[test]
    fn what_belongs_together_is_told_together() {
        let when = r#"{ all = [{ item = "huis", is = true }, { any = [{ item = "pijn", at_most = 2 }, { not = { item = "sq", is = "ja" } }] }] }"#;
        assert_eq!(
            told(when, Language::Dutch),
            "\"Thuis?\": ja en (\"Pijn\": hoogstens 2 of niet (\"Surprise question\": \"Ja, dat zou mij verbazen\"))"
        );
    }
}
