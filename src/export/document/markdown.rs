//! A paper as Markdown: whatever was typed stays text, and makes no link, heading, list or page of its own.

use super::paper::{Block, Document, Place, Table, with_colon};
use crate::text;

impl Document {
    /// Markdown (`CommonMark`, with the tables that most programs know).
    pub(super) fn markdown(&self) -> String {
        let mut out = Out::default();
        for block in &self.blocks {
            match block {
                Block::Gap => {}
                Block::Rule => out.apart("---"),
                Block::Heading(level, text) => {
                    let signs = "#".repeat(usize::from((*level).clamp(1, 6)));
                    out.apart(&format!("{signs} {}", one_line(text)));
                }
                Block::Line(place, text) => {
                    let text = match place.number {
                        Some(number) => lines(&format!("[{number}] {text}"), place.depth()),
                        None => lines(text, depth_of_text(*place)),
                    };
                    out.placed(*place, &text);
                }
                Block::Labelled(place, label, value) if !value.trim().is_empty() => {
                    let label = one_line(&with_colon(label));
                    let value = lines(value.trim(), depth_of_text(*place));
                    out.placed(*place, &format!("**{label}** {value}"));
                }
                Block::Labelled(..) => {}
                Block::Note(text) => out.apart(&format!("> {}", one_line(text))),
                Block::Warning(text) => out.apart(&format!("**{}**", one_line(text))),
                Block::Table(table) => out.apart(&rows(table)),
            }
        }
        out.text
    }
}

#[derive(Default)]
struct Out {
    text: String,
    in_list: bool,
}

impl Out {
    /// A block with an empty line before it.
    fn apart(&mut self, block: &str) {
        self.in_list = false;
        self.add(block);
    }

    fn add(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }

    fn placed(&mut self, place: Place, text: &str) {
        let indent = "  ".repeat(place.depth());
        match (place.is_point(), self.in_list) {
            (true, true) => self.text.push_str(&format!("{indent}- {text}\n")),
            (true, false) => self.add(&format!("{indent}- {text}")),
            (false, true) if place.depth() > 0 => self.add(&format!("{indent}{text}")),
            (false, _) => self.add(text),
        }
        self.in_list = place.is_point() || (self.in_list && place.depth() > 0);
    }
}

fn depth_of_text(place: Place) -> usize {
    place.depth() + usize::from(place.is_point())
}

fn rows(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let between: Vec<&str> = table.columns.iter().map(|_| "---").collect();
    let mut lines = vec![format!("**{}**\n", one_line(&table.caption)), row(&table.columns)];
    lines.push(format!("| {} |", between.join(" | ")));
    lines.extend(table.rows.iter().map(|cells| row(cells)));
    lines.join("\n")
}

fn one_line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Lines that stay lines, as far to the right as the point to which they belong.
fn lines(text: &str, depth: usize) -> String {
    let lines: Vec<String> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(escaped).collect();
    lines.join(&format!("\\\n{}", "  ".repeat(depth)))
}

/// A line in which nothing means anything to Markdown.
fn escaped(line: &str) -> String {
    let line = text::visible_text(line);
    let mut out = String::with_capacity(line.len());
    let number = line.chars().take_while(char::is_ascii_digit).count();
    let begins_list = number > 0 && line.get(number..).is_some_and(|rest| rest.starts_with(['.', ')']));
    for (at, letter) in line.char_indices() {
        let always = matches!(
            letter,
            '\\' | '`'
                | '*'
                | '_'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '~'
                | '&'
                | '@'
                | '!'
                | '$'
                | '^'
        );
        let at_start = (at == 0 && matches!(letter, '-' | '+' | '=')) || (begins_list && at == number);
        let rest = || line.get(at..).unwrap_or_default();
        let links = (letter == ':' && rest().starts_with("://"))
            || (letter == '.' && line.get(..at).is_some_and(|before| before.to_lowercase().ends_with("www")));
        if always || at_start || links {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
