//! The lines of a content: parts as they are kept, and between them lines of its own.
//!
//! So a picture of a long page costs what its parts are many, and not what its lines are.

use std::sync::Arc;

use super::part::Part;
use super::piece::Pieces;

/// Lines from top to bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lines {
    runs: Vec<Run>,
    len: usize,
}

#[derive(Debug, Clone, PartialEq)]
struct Run {
    /// How many lines stand above it.
    start: usize,
    /// How many lines of it count.
    count: usize,
    lines: Kind,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Part(Arc<Part>),
    Own(Vec<Pieces>),
    /// Lines that are laid out when they are in sight.
    Empty,
}

impl Kind {
    fn lines(&self) -> &[Pieces] {
        match self {
            Self::Part(part) => &part.lines,
            Self::Own(lines) => lines,
            Self::Empty => &[],
        }
    }
}

impl Lines {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What stands on a line.
    pub(super) fn pieces(&self, at: usize) -> Pieces {
        let run = self.runs.partition_point(|run| run.start <= at).checked_sub(1);
        let run = run.and_then(|run| self.runs.get(run));
        run.and_then(|run| run.lines.lines().get(at - run.start)).cloned().unwrap_or_default()
    }

    /// What stands on the last line.
    pub(super) fn last(&self) -> Pieces {
        self.len.checked_sub(1).map_or_else(Pieces::default, |last| self.pieces(last))
    }

    /// Adds a line.
    pub(super) fn push(&mut self, line: Pieces) {
        match self.runs.last_mut() {
            Some(Run { count, lines: Kind::Own(own), .. }) => {
                own.push(line);
                *count += 1;
            }
            _ => self.runs.push(Run { start: self.len, count: 1, lines: Kind::Own(vec![line]) }),
        }
        self.len += 1;
    }

    /// Adds a part.
    pub(super) fn push_part(&mut self, part: Arc<Part>) {
        let count = part.lines.len();
        if count > 0 {
            self.runs.push(Run { start: self.len, count, lines: Kind::Part(part) });
            self.len += count;
        }
    }

    /// Adds so many lines that are laid out when they are in sight.
    pub(super) fn push_empty(&mut self, count: usize) {
        if count > 0 {
            self.runs.push(Run { start: self.len, count, lines: Kind::Empty });
            self.len += count;
        }
    }

    /// Takes the last line away.
    pub(super) fn pop(&mut self) {
        let Some(run) = self.runs.last_mut() else { return };
        run.count -= 1;
        self.len -= 1;
        if let Kind::Own(own) = &mut run.lines {
            own.pop();
        }
        if run.count == 0 {
            self.runs.pop();
        }
    }

    /// A line that is no part.
    pub(super) fn own_mut(&mut self, at: usize) -> Option<&mut Pieces> {
        let run = self.runs.iter_mut().rev().find(|run| run.start <= at)?;
        match &mut run.lines {
            Kind::Own(own) => own.get_mut(at - run.start),
            Kind::Part(_) | Kind::Empty => None,
        }
    }

    /// All lines that were laid out.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Pieces> {
        self.runs.iter().flat_map(|run| run.lines.lines().iter().take(run.count))
    }
}
