//! The reference of all keys and rules, in Markdown, from the table and the rules themselves.

use std::fmt::Write as _;

use super::{FILES, Form, Key, Shape};
use crate::checklist::definition::Involved;
use crate::checklist::diagnostic::{DiagnosticCode, Severity};
use crate::words::Language;
use crate::words::reference::key_example;

/// The page with every key of every kind of table, and every rule.
pub fn reference(language: Language) -> String {
    let mut page = format!("# {}\n\n{}\n", language.reference_title(), language.reference_about());
    let _ = write!(page, "\n## {}\n", language.reference_files());
    let mut told: Vec<&str> = Vec::new();
    for shape in FILES.iter().flat_map(|file| file.reachable()) {
        if !told.contains(&shape.name) {
            told.push(shape.name);
            of_shape(&mut page, shape, language);
        }
    }
    let _ = write!(page, "\n## {}\n\n{}\n\n", language.reference_codes(), language.reference_codes_about());
    let heads = [
        language.reference_code(),
        language.reference_severity(),
        language.reference_meaning(),
        language.reference_remedy(),
    ];
    table_head(&mut page, &heads);
    for code in DiagnosticCode::ALL {
        let explained = language.rule_explained(code.as_str());
        let (meaning, remedy) = explained.map(|one| (one.meaning, one.remedy)).unwrap_or_default();
        let severity = match code.severity() {
            Severity::Error => language.error_level(),
            Severity::Warning => language.warning_level(),
        };
        let _ = writeln!(page, "| `{}` | {severity} | {meaning} | {remedy} |", code.as_str());
    }
    page
}

fn of_shape(page: &mut String, shape: &Shape, language: Language) {
    let about = language.shape_explained(shape.name).unwrap_or_default();
    let _ = write!(page, "\n### {}\n\n{about}\n\n", shape.name);
    let heads = [
        language.reference_key(),
        language.reference_form(),
        language.reference_meaning(),
        language.reference_example(),
    ];
    table_head(page, &heads);
    for key in shape.keys {
        let mut form = form(shape, key, &key.form, language);
        if key.required {
            form = format!("**{}**; {form}", language.reference_required());
        }
        let meaning = language.key_explained(shape.name, key.name).unwrap_or_default();
        let example = key_example(shape.name, key.name).map(|value| format!("`{} = {value}`", key.name));
        let _ = writeln!(page, "| `{}` | {form} | {meaning} | {} |", key.name, example.unwrap_or_default());
    }
    for key in shape.keys {
        let words = words_of(&key.form);
        if words.is_empty() {
            continue;
        }
        let _ = write!(page, "\n{}\n\n", language.reference_words(key.name));
        table_head(page, &[language.reference_word(), language.reference_meaning()]);
        for word in words {
            let meaning = match Involved::named(word).filter(|_| key.name == "involve") {
                Some(one) => one.other_names().join(", "),
                None => language.word_explained(key.name, word).unwrap_or_default().to_owned(),
            };
            let _ = writeln!(page, "| `{word}` | {meaning} |");
        }
    }
}

/// The words that a key of this form knows.
fn words_of(form: &Form) -> Vec<&'static str> {
    match form {
        Form::Involved => Involved::all().map(Involved::name).collect(),
        Form::OneOrMany(form) | Form::List(form) => words_of(form),
        form => form.words().to_vec(),
    }
}

fn table_head(page: &mut String, heads: &[&str]) {
    let _ = write!(page, "| {} |\n|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
}

/// The form of a key in words.
fn form(shape: &Shape, key: &Key, of: &Form, language: Language) -> String {
    let is_top = FILES.iter().any(|file| file.name == shape.name);
    match of {
        Form::Text => language.form_text().to_owned(),
        Form::Plain => language.form_plain().to_owned(),
        Form::Name => language.form_name().to_owned(),
        Form::FileName => language.form_file_name().to_owned(),
        Form::Reference => language.form_reference().to_owned(),
        Form::Whole(min, max) => language.form_whole(*min, *max),
        Form::Number => language.form_number().to_owned(),
        Form::Day => language.form_day().to_owned(),
        Form::Truth => language.form_truth().to_owned(),
        Form::Fictional => language.form_fictional().to_owned(),
        Form::Word(_) | Form::Involved => language.form_word().to_owned(),
        Form::Code => language.form_code().to_owned(),
        Form::Value => language.form_value().to_owned(),
        Form::Given => language.form_given().to_owned(),
        Form::OneOrMany(one) => language.form_one_or_many(&form(shape, key, one, language)),
        Form::List(one) => language.form_list(&form(shape, key, one, language)),
        Form::Table(inner) => language.form_table(key.name, inner.name, is_top),
        Form::Tables(inner, most) => {
            let written = match (is_top, shape.name, key.name) {
                (true, ..) => format!("[[{}]]", key.name),
                (_, "group", _) => format!("[[group.{}]]", key.name),
                (_, "item", "item") => "[[group.item.item]]".to_owned(),
                _ => "[{ … }, …]".to_owned(),
            };
            language.form_tables(&written, inner.name, *most)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained_with_what_to_do() {
        for language in [Language::Dutch, Language::English] {
            for code in DiagnosticCode::ALL {
                let explained = language.rule_explained(code.as_str()).unwrap_or_else(|| panic!("{code:?}"));
                for text in [explained.meaning, explained.remedy] {
                    assert!(text.ends_with('.') && text.split(' ').count() >= 3, "{code:?}: {text}");
                }
            }
        }
    }
}
