//! The program line by line, spoken to through a pipe.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::options::Options;

/// Long enough for a busy machine; only a failing test ever waits it out.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program that is spoken to in lines.
pub struct Lines {
    program: Child,
    said: Receiver<String>,
    fences: usize,
}

impl Lines {
    /// Starts the program.
    #[track_caller]
    pub fn start(options: &Options) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_pallium"))
            .arg("--plain")
            .env("LANG", "C.UTF-8")
            .env("PALLIUM_LANG", "nl")
            .env("PALLIUM_DATA", options.notebook())
            .env("HOME", options.home())
            .env("XDG_STATE_HOME", options.home().join("state"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program is there");
        let (sender, said) = channel();
        let output = BufReader::new(program.stdout.take().expect("the program is there"));
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Self { program, said, fences: 0 }
    }

    /// Says a line, and gives what is answered: a row that is not there marks the end of it.
    #[track_caller]
    pub fn say(&mut self, line: &str) -> Vec<String> {
        self.fences += 1;
        let fence = (9000 + self.fences).to_string();
        self.program
            .stdin
            .as_mut()
            .expect("the program is there")
            .write_all(format!("{line}\n{fence}\n").as_bytes())
            .expect("the program is there");
        let mut answer = Vec::new();
        loop {
            let line = self.said.recv_timeout(PATIENCE).expect("the program answers");
            if line.contains(&fence) {
                return answer;
            }
            answer.push(line);
        }
    }

    /// The number of a row of the page, where it is there.
    pub fn number(page: &[String], name: &str) -> Option<String> {
        let row = |line: &String| {
            let (number, rest) = line.split_once(". ")?;
            (rest.starts_with(name) && number.parse::<u32>().is_ok()).then(|| number.to_owned())
        };
        page.iter().rev().find_map(row)
    }

    /// Leaves the program, and waits until everything is saved.
    #[track_caller]
    pub fn end(mut self) {
        let mut input = self.program.stdin.take().expect("the program is there");
        input.write_all(b"afsluiten\n").expect("the program is there");
        drop(input);
        assert!(self.program.wait().expect("the program is there").success());
    }

    /// Types the number of a row.
    #[track_caller]
    pub fn open(&mut self, name: &str) -> Vec<String> {
        let page = self.say("herhaal");
        let number = Self::number(&page, name).unwrap_or_else(|| panic!("no row {name}: {page:#?}"));
        self.say(&number)
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
