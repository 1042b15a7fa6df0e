//! The figures of a proof.

use std::fmt;
use std::io::Write;

use super::truth::Faults;

/// What was tried and what was found.
#[derive(Debug, Clone, Copy, Default)]
pub struct Report {
    /// Points at which the power went or something failed.
    pub points: usize,
    /// Notebooks started and compared after that.
    pub runs: usize,
    /// Acts done in cycles of living and crashing.
    pub acts: usize,
    /// Saves that were acknowledged.
    pub saved: usize,
    /// What was wrong.
    pub faults: Faults,
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Faults { lost, unopened, left, hidden } = self.faults;
        write!(
            formatter,
            "points {}, runs {}, acts in cycles {}, saves acknowledged {}, acknowledged saves lost {lost}, notebooks that \
             did not open {unopened}, temp files left after the next start {left}, failures not shown to the user {hidden}",
            self.points, self.runs, self.acts, self.saved
        )
    }
}

impl Report {
    /// Prints the figures.
    pub fn print(&self, what: &str) {
        let _ = writeln!(std::io::stdout(), "{what}: {self}");
    }
}
