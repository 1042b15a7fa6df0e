//! The table of screens, and how a screen grows with what is in the notebook.

use std::time::Duration;

use crate::notebook::Filling;
use crate::report::{milliseconds, percentile};

/// Half of the keys draw their frame within this, in milliseconds.
const HALF: f64 = 0.5;

/// Nearly all do within this.
const MOST: f64 = 2.0;

/// So many times what the smallest program on ratatui takes for a letter.
const TIMES_HELLO: f64 = 2.0;

/// Bytes for a tick or a letter.
const BYTES: f64 = 150.0;

/// So many times as long may a key take where there is much of something.
const GROWTH: f64 = 1.5;

/// What was measured on one screen in one notebook.
pub struct Row {
    name: &'static str,
    filling: Filling,
    small: bool,
    /// From each key to its first whole frame.
    pub times: Vec<Duration>,
    /// What each key wrote.
    pub bytes: Vec<f64>,
    /// The same of a program that only draws a paragraph.
    pub hello: Vec<Duration>,
    /// The same of nano, where it is installed.
    pub nano: Vec<Duration>,
}

impl Row {
    /// Nothing measured yet; `small` when a key changes so little that it must not cost many bytes.
    pub fn new(name: &'static str, filling: Filling, small: bool) -> Self {
        Self {
            name,
            filling,
            small,
            times: Vec::new(),
            bytes: Vec::new(),
            hello: Vec::new(),
            nano: Vec::new(),
        }
    }

    fn half(&self) -> f64 {
        percentile(&milliseconds(&self.times), 50)
    }

    fn against(&self, peer: &[Duration]) -> f64 {
        self.half() / percentile(&milliseconds(peer), 50)
    }

    /// The line of the table, and whether it is within the budget.
    pub fn line(&self) -> (String, bool) {
        let most = percentile(&milliseconds(&self.times), 95);
        let bytes = percentile(&self.bytes, 50);
        let hello = self.against(&self.hello);
        // Where even this is slow, the machine was busy, and only the ratios say something.
        let floor = percentile(&milliseconds(&self.hello), 50);
        let nano = if self.nano.is_empty() { "-".to_owned() } else { short(self.against(&self.nano)) };
        let over = [
            (self.half() > HALF, "p50"),
            (most > MOST, "p95"),
            (hello > TIMES_HELLO, "hello"),
            (self.small && bytes > BYTES, "bytes"),
        ];
        let over: Vec<&str> = over.iter().filter(|(over, _)| *over).map(|(_, what)| *what).collect();
        let verdict = if over.is_empty() { "ok".to_owned() } else { format!("over: {}", over.join(" ")) };
        let Filling { earlier, patients, words } = self.filling;
        let line = format!(
            "{:<31} {earlier:>6} {patients:>4} {words:>5} {:>9.2} {most:>9.2} {bytes:>6.0} {floor:>8.2} {:>7} {nano:>6} {:>4} {verdict}",
            self.name,
            self.half(),
            short(hello),
            self.times.len(),
        );
        (line, over.is_empty())
    }
}

/// The line above the rows.
pub fn heading() -> String {
    format!(
        "{:<31} {:>6} {:>4} {:>5} {:>9} {:>9} {:>6} {:>8} {:>7} {:>6} {:>4}",
        "key to frame",
        "before",
        "pat.",
        "words",
        "p50 ms",
        "p95 ms",
        "bytes",
        "hello ms",
        "x hello",
        "x nano",
        "keys"
    )
}

/// A pair of notebooks that differ in one thing.
struct Growth {
    what: &'static str,
    few: Filling,
    much: Filling,
}

const GROWTHS: [Growth; 3] = [
    Growth {
        what: "10,000 / 250 meetings",
        few: Filling::ORDINARY,
        much: Filling { earlier: 10_000, ..Filling::ORDINARY },
    },
    Growth {
        what: "200 / 15 patients",
        few: Filling::ORDINARY,
        much: Filling { patients: 200, ..Filling::ORDINARY },
    },
    Growth {
        what: "5,000 / 0 words",
        few: Filling::ORDINARY,
        much: Filling { words: 5_000, ..Filling::ORDINARY },
    },
];

/// How much longer a key takes on each screen where there is much of something, and how many are over the budget.
///
/// Both are measured as so many times the smallest program at the same moment: the machine may be busier at one time than at
/// another.
pub fn growth(rows: &[Row]) -> (Vec<String>, usize) {
    let mut lines = Vec::new();
    let mut over = 0;
    for Growth { what, few, much } in GROWTHS {
        for row in rows.iter().filter(|row| row.filling == much) {
            let before = rows.iter().find(|other| other.filling == few && other.name == row.name);
            let Some(before) = before else { continue };
            let grown = row.against(&row.hello) / before.against(&before.hello);
            let within = grown <= GROWTH;
            over += usize::from(!within);
            let verdict = if within { "ok" } else { "over" };
            lines.push(format!("{:<31} {what:<22} {:>7} {verdict}", row.name, short(grown)));
        }
    }
    (lines, over)
}

fn short(times: f64) -> String {
    if times < 10.0 { format!("{times:.1}") } else { format!("{times:.0}") }
}
