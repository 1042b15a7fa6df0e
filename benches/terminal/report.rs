//! The table: what, goal, measured, and whether it is within.

use std::any::Any;
use std::process::ExitCode;
use std::time::Duration;

use crate::table::{self, Row};

/// How much something may be.
#[derive(Clone, Copy)]
pub struct Goal {
    half: Option<f64>,
    most: Option<f64>,
    single: bool,
}

impl Goal {
    /// Measured for comparison only.
    pub const NONE: Self = Self { half: None, most: None, single: false };

    /// At most this in half of the cases.
    pub fn half(half: f64) -> Self {
        Self { half: Some(half), ..Self::NONE }
    }

    /// At most these in half, and in 95 of 100 cases.
    pub fn half_and_most(half: f64, most: f64) -> Self {
        Self { half: Some(half), most: Some(most), single: false }
    }

    /// At most this, measured once.
    pub fn exactly_most(most: f64) -> Self {
        Self { half: None, most: Some(most), single: true }
    }

    fn shown(self, unit: &str) -> String {
        let part = |name: &str, value: Option<f64>| {
            value.map(|value| format!("{name}{value} {unit}").trim_end().to_owned())
        };
        let (half, most) = (part("p50 ", self.half), part(if self.single { "" } else { "p95 " }, self.most));
        [half, most].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn holds(self, half: f64, most: f64) -> Option<bool> {
        let within = |goal: Option<f64>, value: f64| goal.is_none_or(|goal| value <= goal);
        (self.half.is_some() || self.most.is_some())
            .then(|| within(self.half, half) && within(self.most, most))
    }
}

/// The lines printed so far, in what they mean for the end.
pub struct Report {
    over: usize,
    failures: Vec<String>,
    begun: bool,
    screens: Vec<Row>,
}

impl Report {
    /// An empty table.
    pub fn new() -> Self {
        Self { over: 0, failures: Vec::new(), begun: false, screens: Vec::new() }
    }

    /// A line of times.
    pub fn times(&mut self, what: &str, goal: Goal, times: &[Duration]) {
        self.samples(what, "ms", 2, goal, &milliseconds(times));
    }

    /// A line of the table of screens.
    pub fn screen(&mut self, row: Row) {
        if self.screens.is_empty() {
            println!("\n{}", table::heading());
        }
        let (line, within) = row.line();
        self.over += usize::from(!within);
        println!("{line}");
        self.screens.push(row);
    }

    /// The lines about how screens grow, of all that were measured.
    pub fn growth(&mut self) {
        let (lines, over) = table::growth(&self.screens);
        self.over += over;
        if !lines.is_empty() {
            println!("\n{:<31} {:<22} {:>7}", "growth (at most 1.5)", "of", "times");
        }
        for line in lines {
            println!("{line}");
        }
        self.begun = false;
    }

    /// A line of one amount.
    pub fn amount(&mut self, what: &str, unit: &str, goal: Goal, amount: f64) {
        let measured = format!("{amount:.1} {unit}");
        self.line(what, &goal.shown(unit), &measured, goal.holds(amount, amount));
    }

    /// A line that is not measured here, and why.
    pub fn left_out(&mut self, what: &str, why: &str) {
        self.line(what, "", &format!("left out: {why}"), None);
    }

    /// A line that could not be measured though it should have been.
    pub fn failed(&mut self, what: &str, why: &str) {
        println!("{what} FAILED: {}", why.lines().next().unwrap_or_default());
        self.failures.push(format!("{what}: {why}"));
    }

    /// Ends the table, and says how it went.
    pub fn finish(self, strict: bool) -> ExitCode {
        for failure in &self.failures {
            println!("\n{failure}");
        }
        if self.over > 0 {
            println!("\n{} over budget", self.over);
        }
        if self.failures.is_empty() && (self.over == 0 || !strict) {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    /// A line of measurements in any unit.
    pub fn samples(&mut self, what: &str, unit: &str, digits: usize, goal: Goal, samples: &[f64]) {
        let (half, most) = (percentile(samples, 50), percentile(samples, 95));
        let measured = format!("p50 {half:.digits$}, p95 {most:.digits$} {unit} ({})", samples.len());
        self.line(what, &goal.shown(unit), &measured, goal.holds(half, most));
    }

    fn line(&mut self, what: &str, goal: &str, measured: &str, holds: Option<bool>) {
        if !self.begun {
            println!("\n{:<44} {:<22} {:<36} ", "what", "goal", "measured");
            self.begun = true;
        }
        let verdict = match holds {
            Some(true) => "ok",
            Some(false) => "over",
            None => "",
        };
        self.over += usize::from(holds == Some(false));
        println!("{what:<44} {goal:<22} {measured:<36} {verdict}");
    }
}

/// What stopped a measurement that panicked.
pub fn why(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("it stopped without a word").to_owned()
}

/// Times as numbers.
pub fn milliseconds(times: &[Duration]) -> Vec<f64> {
    times.iter().map(|time| time.as_secs_f64() * 1000.0).collect()
}

/// The smallest sample that so many of a hundred do not exceed.
pub fn percentile(samples: &[f64], hundredths: usize) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * hundredths).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(f64::NAN)
}
