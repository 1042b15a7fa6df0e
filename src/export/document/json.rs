//! A paper for other programs; `docs/documenten.md` says what is in it.

use serde::Serialize;

use super::paper::{Block, Document, Place};
use crate::text;
use crate::words::Language;

/// The version of the form; a change that breaks who reads it makes it another.
pub(super) const VERSION: u32 = 1;

#[derive(Serialize)]
struct Paper {
    schema: &'static str,
    version: u32,
    kind: &'static str,
    language: &'static str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    reader: String,
    fictional: bool,
    blocks: Vec<Piece>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Piece {
    Heading { level: u8, text: String },
    Paragraph { text: String },
    Quoted { number: usize, text: String },
    Point { depth: usize, text: String },
    Under { depth: usize, text: String },
    Labelled { depth: usize, point: bool, label: String, value: String },
    Note { text: String },
    Warning { text: String },
    Table { caption: String, columns: Vec<String>, rows: Vec<Vec<String>> },
}

impl Document {
    /// One JSON object, indented.
    pub(super) fn json(&self) -> String {
        let paper = Paper {
            schema: "pallium-document",
            version: VERSION,
            kind: self.kind.name(),
            language: match self.language {
                Language::Dutch => "nl",
                Language::English => "en",
            },
            title: clean(&self.title),
            reader: clean(&self.reader),
            fictional: self.fictional,
            blocks: self.blocks.iter().filter_map(piece).collect(),
        };
        // Nothing in it can fail to be written: texts, numbers and truths.
        serde_json::to_string_pretty(&paper).unwrap_or_default() + "\n"
    }
}

fn piece(block: &Block) -> Option<Piece> {
    Some(match block {
        Block::Gap | Block::Rule => return None,
        Block::Heading(level, text) => Piece::Heading { level: *level, text: clean(text) },
        Block::Line(Place { number: Some(number), .. }, text) => {
            Piece::Quoted { number: *number, text: clean(text) }
        }
        Block::Line(place, text) => match (place.is_point(), place.depth()) {
            (true, depth) => Piece::Point { depth, text: clean(text) },
            (false, 0) => Piece::Paragraph { text: clean(text) },
            (false, depth) => Piece::Under { depth, text: clean(text) },
        },
        Block::Labelled(_, _, value) if value.trim().is_empty() => return None,
        Block::Labelled(place, label, value) => Piece::Labelled {
            depth: place.depth(),
            point: place.is_point(),
            label: clean(label),
            value: clean(value.trim()),
        },
        Block::Note(text) => Piece::Note { text: clean(text) },
        Block::Warning(text) => Piece::Warning { text: clean(text) },
        Block::Table(table) => Piece::Table {
            caption: clean(&table.caption),
            columns: table.columns.iter().map(|cell| clean(cell)).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(|cell| clean(cell)).collect()).collect(),
        },
    })
}

fn clean(text: &str) -> String {
    text::visible_text(text).into_owned()
}
