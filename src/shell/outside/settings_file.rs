//! The text of the file with settings: what it says, what is wrong in it, and one value changed with everything else kept.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::preferences::Choices;
use crate::text;
use crate::words::Language;

/// A key of the file: its name, what the file says of it, and what it may be, as an example.
struct Key {
    name: &'static str,
    about: fn(Language) -> &'static str,
    example: &'static str,
}

/// The table that says what the colours of a group mean.
const COLOURS: &str = "colours";

/// Every key before the tables, in the order of the file.
const KEYS: [Key; 10] = [
    Key { name: "language", about: Language::setting_language, example: "\"nl\"" },
    Key { name: "theme", about: Language::setting_theme, example: "\"terminal\"" },
    Key { name: "marks", about: Language::setting_marks, example: "\"signs\"" },
    Key { name: "lock_minutes_in_meeting", about: Language::setting_lock_in_meeting, example: "45" },
    Key { name: "lock_minutes", about: Language::setting_lock, example: "5" },
    Key { name: "planned_minutes", about: Language::setting_planned, example: "90" },
    Key { name: "paper_folder", about: Language::setting_paper_folder, example: "\"/srv/papier\"" },
    Key { name: "fhir_base", about: Language::setting_fhir_base, example: "\"https://voorbeeld.nl/fhir\"" },
    Key { name: "retention_months", about: Language::setting_retention, example: "24" },
    Key { name: "log_years", about: Language::setting_log_years, example: "5" },
];

/// What is wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Syntax,
    Unknown(String),
    Value(&'static str),
}

impl Fault {
    /// What is wrong, where, and what holds meanwhile.
    pub fn message(&self, language: Language) -> String {
        match &self.what {
            What::Syntax => language.setting_no_toml(self.line),
            What::Unknown(key) => language.setting_unknown(self.line, key),
            What::Value(key) => {
                let known = KEYS.iter().find(|known| known.name == *key);
                let about = known.map_or(language.setting_colours(), |known| (known.about)(language));
                language.setting_value(self.line, key, about)
            }
        }
    }

    /// Whether the text is no TOML here, so that nothing can be written into it.
    pub fn is_syntax(&self) -> bool {
        self.what == What::Syntax
    }
}

/// What the text says, as far as it can be read, and every fault in it.
pub fn read(source: &str) -> (Choices, Vec<Fault>) {
    let line = |at: usize| 1 + source.bytes().take(at).filter(|byte| *byte == b'\n').count();
    let (root, errors) = DeTable::parse_recoverable(source);
    let syntax = errors
        .iter()
        .map(|error| Fault { line: error.span().map_or(1, |span| line(span.start)), what: What::Syntax });
    let mut faults: Vec<Fault> = syntax.take(1).collect();
    let breaks_off = !faults.is_empty();
    let mut choices = Choices::default();
    for (key, value) in root.get_ref() {
        let name: &str = key.get_ref();
        if name == "format" {
            continue;
        }
        let known = KEYS.iter().map(|known| known.name).chain([COLOURS]).find(|known| *known == name);
        let what = match known {
            None => What::Unknown(text::visible_line(name).into_owned()),
            Some(known) => match alone(key, value).filter(Choices::make_sense) {
                Some(one) => {
                    choices = one.or(choices);
                    continue;
                }
                None => What::Value(known),
            },
        };
        // Of a text that breaks off nobody knows what the rest was to be.
        if !(breaks_off && matches!(what, What::Value(_))) {
            faults.push(Fault { line: line(key.span().start), what });
        }
    }
    faults.sort_by_key(|fault| fault.line);
    (choices, faults)
}

/// The choice that one key makes; `None` where its value is none.
fn alone(key: &Spanned<toml::de::DeString<'_>>, value: &Spanned<DeValue<'_>>) -> Option<Choices> {
    let mut table = DeTable::new();
    table.insert(key.clone(), value.clone());
    Choices::deserialize(toml::Deserializer::from(Spanned::new(0..0, table))).ok()
}

/// The text with these values in it (`None` takes one out), everything else as it was; a text that no person wrote in gets
/// the explanations.
///
/// `None` where the text cannot be changed without losing something of it.
pub fn changed(
    source: Option<&str>,
    values: &[(&'static str, Option<String>)],
    language: Language,
) -> Option<String> {
    let source = source.unwrap_or_default();
    let (choices, faults) = read(source);
    if faults.iter().any(Fault::is_syntax) {
        return None;
    }
    // Without a remark it is of an earlier version of the program, which wrote bare keys.
    let is_bare = faults.is_empty() && !source.contains('#');
    let mut text = if is_bare { explained(&choices, language)? } else { source.to_owned() };
    for (key, value) in values {
        text = with(&text, key, value.as_deref());
    }
    // Nothing else may have changed by that.
    let (after, faults_after) = read(&text);
    let kept = faults_after.len() <= faults.len() && after.without(values) == choices.without(values);
    kept.then_some(text)
}

/// A file with every key explained, in which these choices are made.
pub fn explained(choices: &Choices, language: Language) -> Option<String> {
    let table = toml::Table::try_from(choices).ok()?;
    let mut text = format!("{}format = 1\n", remarks(language.setting_file()));
    for key in &KEYS {
        text.push_str(&format!("\n{}# {} = {}\n", remarks((key.about)(language)), key.name, key.example));
    }
    text.push_str(&format!("\n{}", remarks(language.setting_colours())));
    match table.get(COLOURS) {
        Some(colours) => {
            text.push_str(&format!("[{COLOURS}]\n{}", toml::to_string(colours).ok()?));
        }
        None => {
            text.push_str(&format!("# [{COLOURS}]\n# rood = \"{}\"\n", language.setting_colour_example()));
        }
    }
    for (key, value) in table.iter().filter(|(key, _)| *key != COLOURS) {
        text = with(&text, key, Some(&value.to_string()));
    }
    Some(text)
}

/// A text as remarks, each line short enough to be read in an editor.
fn remarks(text: &str) -> String {
    let wrapped = text::wrap(text, 98);
    let lines = wrapped.lines().iter().filter_map(|line| text.get(line.start..line.end));
    lines.map(|line| format!("# {}\n", line.trim_end())).collect()
}

/// The text with one value set or, made a remark, taken out.
fn with(source: &str, key: &str, value: Option<&str>) -> String {
    let (root, _) = DeTable::parse_recoverable(source);
    let found = root.get_ref().iter().find(|(known, _)| *known.get_ref() == key);
    match (found.map(|(known, old)| (known.span(), old.span())), value) {
        (Some((_, old)), Some(value)) => spliced(source, old, value),
        (Some((known, _)), None) => spliced(source, known.start..known.start, "# "),
        (None, None) => source.to_owned(),
        (None, Some(value)) => {
            let line = format!("{key} = {value}");
            match remark(source, key) {
                Some(place) => spliced(source, place, &line),
                None => spliced(source, end_of_keys(source), &format!("{line}\n")),
            }
        }
    }
}

fn spliced(source: &str, place: Range<usize>, with: &str) -> String {
    let before = source.get(..place.start).unwrap_or(source);
    let after = source.get(place.end..).unwrap_or_default();
    format!("{before}{with}{after}")
}

/// The lines of the text with their places, without their ends.
fn lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end_matches(['\n', '\r'])))
    })
}

/// The line that shows a key as a remark, before the tables.
fn remark(source: &str, key: &str) -> Option<Range<usize>> {
    let end = end_of_keys(source).start;
    lines(source).take_while(|(start, _)| *start < end).find_map(|(start, line)| {
        let shown = line.trim_start().strip_prefix('#')?.trim_start().strip_prefix(key)?;
        shown.trim_start().starts_with('=').then(|| start..start + line.len())
    })
}

/// Where a further key may stand: before the first table with what is said of it, or at the end.
fn end_of_keys(source: &str) -> Range<usize> {
    let mut remarks_from = None;
    for (start, line) in lines(source) {
        let line = line.trim_start();
        match line.chars().next() {
            Some('[') => {
                let at = remarks_from.unwrap_or(start);
                return at..at;
            }
            Some('#') => remarks_from = remarks_from.or(Some(start)),
            _ => remarks_from = None,
        }
    }
    source.len()..source.len()
}

#[cfg(test)]
#[path = "tests/settings_file.rs"]
mod tests;
