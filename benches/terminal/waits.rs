//! What somebody waits for: the register, a letter by which it is filtered, the course of a patient, and what is found first.

use std::time::Duration;

use crate::measure::{self, Key, Program, Samples};
use crate::report::{Goal, Report};
use crate::support::terminal::Terminal;
use crate::support::texts::{self, Way};

/// Measures them in one notebook; each start reads everything anew, as the first use of a day does.
pub fn waits(report: &mut Report, program: &Program, samples: Samples, of: &str) -> Result<(), String> {
    let [mut register, mut course, mut found] = [const { Vec::new() }; 3];
    for _ in 0..samples.starts {
        let terminal = measure::start(program)?;
        register.push(last_of(texts::TO_REGISTER, &terminal)?);
        course.push(last_of(&Way { before: None, ..*texts::TO_COURSE }, &terminal)?);
        let terminal = measure::start(program)?;
        found.push(last_of(texts::TO_FIND, &terminal)?);
    }
    report.times(&format!("register, {of}"), Goal::half(30.0), &register);
    report.times(&format!("course of a patient, {of}"), Goal::half(30.0), &course);
    report.times(&format!("first that is found, {of}"), Goal::half(50.0), &found);
    let terminal = measure::arrive(program, texts::TO_REGISTER)?;
    measure::rest(&terminal)?;
    let mut letters = Vec::new();
    for key in Key::Pair(texts::LETTER_AND_BACK).presses().take(samples.keys) {
        letters.push(measure::press_and_weigh(&terminal, &key)?.0);
    }
    report.times(&format!("register, a letter, {of}"), Goal::half(5.0), &letters);
    Ok(())
}

/// Goes a way, and gives how long its last step took.
fn last_of(way: &Way, terminal: &Terminal) -> Result<Duration, String> {
    let (step, before) = way.steps.split_last().ok_or("a way without steps")?;
    Way { before: way.before, steps: before }.walk(terminal);
    measure::time_to(terminal, step)
}
