//! A notebook in a folder of its own, and the commands of the program about it as somebody types them.
#![allow(dead_code, reason = "every test crate that includes this module uses its own part of it")]
#![allow(
    clippy::expect_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use pallium::meeting::Meeting;
use pallium::store::generate::{self, Size};
use pallium::store::{Notebook, RealFiles};

/// A folder for one test: a notebook in it, and room beside that.
pub struct Place {
    folder: tempfile::TempDir,
    environment: Vec<(&'static str, &'static str)>,
    /// Whether passphrases come on the standard input, a line for each.
    passphrases: bool,
}

/// What came of a command.
pub struct Ended {
    /// The exit code.
    pub code: Option<i32>,
    /// The standard output.
    pub said: String,
    /// The standard error output.
    pub complained: String,
}

/// A folder with a notebook of these meetings, written in this order.
pub fn place(meetings: &[&Meeting]) -> Place {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).expect("a notebook is made");
    for meeting in meetings {
        notebook.save(meeting, &[]).expect("there is room for a meeting");
    }
    place
}

impl Place {
    /// A folder in which there is no notebook yet.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        Self { folder, environment: Vec::new(), passphrases: false }
    }

    /// A folder with a notebook of so many meetings, which nothing protects.
    pub fn new(meetings: usize) -> Self {
        let place = Self::empty();
        generate::notebook(&place.notebook(), meetings, Size::Small).expect("a notebook is made");
        place
    }

    /// The same with something else in the environment of every command.
    pub fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment.push((name, value));
        self
    }

    /// The same where passphrases come on the standard input, and take no time.
    pub fn with_passphrases(self) -> Self {
        Self { passphrases: true, ..self }
    }

    /// Something within the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder of the notebook.
    pub fn notebook(&self) -> PathBuf {
        self.path("notebook")
    }

    /// A command about the notebook of this name within the folder, with these lines on the standard input.
    pub fn run_in(&self, notebook: &str, arguments: &[&str], lines: &[&str]) -> Ended {
        let weak = self.passphrases.then_some("--weak-key");
        let mut program = Command::new(env!("CARGO_BIN_EXE_pallium"))
            .args(arguments)
            .args(weak)
            .current_dir(self.folder.path())
            .env("LANG", "C.UTF-8")
            .env("PALLIUM_LANG", "nl")
            .env("PALLIUM_DATA", self.path(notebook))
            .env("XDG_STATE_HOME", self.path("state"))
            .envs(self.environment.iter().copied())
            .stdin(if self.passphrases { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        if let Some(mut input) = program.stdin.take() {
            // Who was refused reads no further.
            let _ = input.write_all(format!("{}\n", lines.join("\n")).as_bytes());
        }
        let output = program.wait_with_output().expect("the program ends");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes text");
        Ended { code: output.status.code(), said: text(output.stdout), complained: text(output.stderr) }
    }

    /// A command about the notebook.
    pub fn run(&self, arguments: &[&str], lines: &[&str]) -> Ended {
        let asked: &[&str] = if self.passphrases { &["--passphrase-fd", "0"] } else { &[] };
        self.run_in("notebook", &[arguments, asked].concat(), lines)
    }

    /// A command that does what it is asked, and what it says.
    #[track_caller]
    pub fn done(&self, arguments: &[&str], lines: &[&str]) -> String {
        let ended = self.run(arguments, lines);
        assert_eq!(ended.code, Some(0), "{arguments:?}: {}{}", ended.said, ended.complained);
        ended.said
    }

    /// A command that is not done, for a reason with this in it.
    #[track_caller]
    pub fn refused(&self, arguments: &[&str], lines: &[&str], part: &str) {
        self.run(arguments, lines).assert_refused(1, &[part]);
    }
}

impl Ended {
    /// Fails unless the program ended with this code, and said all of this about it.
    #[track_caller]
    pub fn assert_refused(&self, code: i32, parts: &[&str]) {
        assert_eq!(self.code, Some(code), "{}{}", self.said, self.complained);
        for part in parts {
            assert!(self.complained.contains(part), "no {part:?} in {}", self.complained);
        }
    }
}

/// All files within a folder, however deep; none where there is no such folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
