//! Programs that are not ours, each under a time limit, and tests that are left out where there is none.
#![allow(dead_code, reason = "every test crate that includes this module uses its own part of it")]
#![allow(
    clippy::expect_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A program that is ended after so many seconds, whatever it does.
pub fn limited(seconds: u32, program: impl AsRef<Path>) -> Command {
    let mut command = Command::new("timeout");
    command.args(["-k", "5", &seconds.to_string()]).arg(program.as_ref()).stdin(Stdio::null());
    command
}

/// Whether something can be run here at all.
pub fn works(mut command: Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// What a program says, which must do what it is asked.
#[track_caller]
pub fn said(command: &mut Command) -> String {
    let output: Output = command.output().expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{told}", output.status);
    String::from_utf8(output.stdout).expect("the program writes text")
}

/// Says, past the test's own capture, that something was not tested here.
pub fn left_out(what: &str) {
    let _ = writeln!(std::io::stderr().lock(), "left out: {what}");
}
