//! What of a table was in sight last: a row that is there again as it was is the same line.

use std::sync::Arc;

use super::builder::Content;
use super::piece::{Line, Pieces};
use crate::app::message::Settings;

/// The rows of tables that were in sight, nothing beside them.
#[derive(Debug)]
pub struct Shown {
    content: Arc<Content>,
    settings: Settings,
    /// Each by its line of the content.
    rows: Vec<(usize, Pieces)>,
}

impl Shown {
    /// The rows among lines of the window, of which the content has those from `first_line` on in so many rows from `top` on.
    pub fn of(
        content: &Arc<Content>,
        settings: Settings,
        lines: &[Line],
        (first_line, top, height): (usize, u16, u16),
    ) -> Option<Self> {
        if !content.has_table() {
            return None;
        }
        let row = |line: &Line| {
            let below = line.y.checked_sub(top).filter(|below| *below < height)?;
            let at = first_line + usize::from(below);
            content.table_at(at).map(|_| (at, line.pieces.clone()))
        };
        let rows = lines.iter().filter_map(row).collect();
        Some(Self { content: content.clone(), settings, rows })
    }

    /// A row of a table on a line of `content`, where it was in sight and is as it was.
    pub(super) fn row(&self, content: &Content, at: usize, settings: Settings) -> Option<Pieces> {
        let (_, pieces) = self.rows.iter().find(|(known, _)| *known == at)?;
        (self.settings == settings && content.is_row_as_in(&self.content, at)).then(|| pieces.clone())
    }
}
