//! The world around the program as it can be wrong, and what is said of that.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::foreign::foreign;
use super::person::Person;

/// How the command line ends: its code, and both of its outputs, which hold nothing foreign.
pub struct Ended {
    /// The exit code; nothing after a signal.
    pub code: Option<i32>,
    /// What went to the standard output.
    pub said: String,
    /// What went to the standard error.
    pub complained: String,
}

/// Runs a command in a surrounding with nothing else in it.
#[track_caller]
pub fn command(folder: &Path, arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_pallium"))
        .args(arguments)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("HOME", folder.parent().unwrap_or(folder))
        .env("PALLIUM_DATA", folder)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    for stream in [&output.stdout, &output.stderr] {
        assert_eq!(foreign(stream), Vec::<String>::new(), "{arguments:?}");
    }
    Ended {
        code: output.status.code(),
        said: String::from_utf8_lossy(&output.stdout).into_owned(),
        complained: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Every file below a folder with its content; links as where they lead.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let kind = entry.file_type().expect("a file has a kind");
        if kind.is_dir() {
            found.extend(contents(&path));
        } else if kind.is_symlink() {
            let target = std::fs::read_link(&path).expect("a link leads somewhere");
            found.insert(path, target.as_os_str().as_encoded_bytes().to_vec());
        } else if kind.is_file() {
            let content = std::fs::read(&path).expect("a file can be read");
            found.insert(path, content);
        } else {
            found.insert(path, b"special".to_vec());
        }
    }
    found
}

/// Without spaces and line ends, so that a text broken over rows is found.
pub fn run_together(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Fails where a text is not on the screen, also broken over rows.
#[track_caller]
pub fn assert_shows(screen: &str, text: &str) {
    assert!(run_together(screen).contains(&run_together(text)), "no {text:?} on\n{screen}");
}

/// Fails where the terminal got anything that the program has no business to send.
#[track_caller]
pub fn assert_nothing_foreign(person: &Person) {
    assert_eq!(foreign(&person.terminal.raw_output()), Vec::<String>::new());
    assert!(person.terminal.seen().titles.iter().all(|title| title == "Pallium"));
}

/// A disk of a few pages, put away when dropped.
pub struct SmallDisk(pub PathBuf);

impl SmallDisk {
    /// Nothing where this may not be done.
    pub fn at(folder: PathBuf) -> Option<Self> {
        std::fs::create_dir(&folder).ok()?;
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=96k", "pallium-test"])
            .arg(&folder)
            .output();
        mounted.is_ok_and(|done| done.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}
