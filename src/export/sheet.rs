//! A sheet that grows downwards, and becomes a paper.

use super::document::{Block, Place, Table, text_of};

pub(super) use super::document::with_colon;
use crate::words::behind;

/// A sheet that grows downwards.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// The most columns of a line of text.
    width: u16,
    blocks: Vec<Block>,
}

impl Sheet {
    /// An empty sheet of at most `width` columns.
    pub fn new(width: u16) -> Self {
        Self { width, blocks: Vec::new() }
    }

    /// The most columns of a line.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Wants one empty line before whatever comes next.
    pub fn gap(&mut self) -> &mut Self {
        self.put(Block::Gap)
    }

    /// The title of a part; the paper itself has level 1.
    pub fn heading(&mut self, level: u8, text: &str) -> &mut Self {
        self.put(Block::Heading(level, text.to_owned()))
    }

    /// A line of its own; what does not fit goes on two columns further to the right.
    pub fn line(&mut self, text: &str) -> &mut Self {
        self.place(Place::PARAGRAPH, text)
    }

    /// A sentence about the paper itself.
    pub fn note(&mut self, text: &str) -> &mut Self {
        self.put(Block::Note(text.to_owned()))
    }

    /// Something that nobody may overlook.
    pub fn warning(&mut self, text: &str) -> &mut Self {
        self.put(Block::Warning(text.to_owned()))
    }

    /// The same of each of these sentences.
    pub fn warnings(&mut self, texts: &[String]) -> &mut Self {
        texts.iter().fold(self, |sheet, text| sheet.warning(text))
    }

    /// A table.
    pub fn table(&mut self, table: Table) -> &mut Self {
        self.put(Block::Table(table))
    }

    /// A line between two parts.
    pub fn rule(&mut self) -> &mut Self {
        self.put(Block::Rule)
    }

    /// A label and what belongs to it; a text of more lines stands under the label. Empty is absent.
    pub fn labelled(&mut self, label: &str, value: &str) -> &mut Self {
        self.labelled_at(Place::PARAGRAPH, label, value)
    }

    /// The same elsewhere on the sheet.
    pub fn labelled_at(&mut self, place: Place, label: &str, value: &str) -> &mut Self {
        if value.trim().is_empty() {
            return self;
        }
        self.put(Block::Labelled(place, label.to_owned(), behind(label, value).to_owned()))
    }

    /// A point of a list.
    pub fn point(&mut self, text: &str) -> &mut Self {
        self.place(Place::POINT, text)
    }

    /// A text anywhere on the sheet.
    pub fn place(&mut self, place: Place, text: &str) -> &mut Self {
        self.put(Block::Line(place, text.to_owned()))
    }

    fn put(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    /// Adds what stands on another sheet.
    pub fn append(&mut self, other: Self) -> &mut Self {
        self.blocks.extend(other.blocks);
        self
    }

    /// What the points and labels of it say, without what is to be filled in by hand.
    pub fn values(&mut self) -> Vec<&mut String> {
        let mut values = Vec::new();
        for block in &mut self.blocks {
            if let Block::Line(_, text) | Block::Labelled(_, _, text) = block
                && !text.starts_with("____")
            {
                values.push(text);
            }
        }
        values
    }

    /// Whether a label stands on it with this value.
    pub fn holds(&self, label: &str, value: &str) -> bool {
        let is_it = |block: &Block| matches!(block, Block::Labelled(_, known, said) if known == label && said == behind(label, value));
        self.blocks.iter().any(is_it)
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The whole text.
    pub fn finish(&self) -> String {
        text_of(&self.blocks, self.width)
    }

    /// What stands on it.
    pub fn blocks(self) -> Vec<Block> {
        self.blocks
    }
}
