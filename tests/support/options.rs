//! How a program is started: its arguments, its window, and an environment in which nothing is left to chance.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

/// Long enough for a busy machine; only a failing test ever waits it out.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a shell does between the terminal and the program: note the line settings before and after, and the number of
/// the process, and end as the program ended.
const FROM_SHELL: &str = r#"
trap : INT QUIT
stty -g >"$HOME/.lines-before"
sh -c 'echo $$ >"$HOME/.process"; exec "$@"' sh "$@"
code=$?
stty -g >"$HOME/.lines-after"
exit $code
"#;

/// How to start a program.
///
/// The home folder lives as long as these options and their clones, so that the same options started twice are a restart.
#[derive(Clone, Debug)]
pub struct Options {
    program: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, Option<OsString>)>,
    rows: u16,
    cols: u16,
    patience: Duration,
    behind_shell: bool,
    home: Arc<TempDir>,
}

impl Options {
    /// A program in a window of 24 rows and 80 columns, with a home folder of its own.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let home = tempfile::Builder::new().prefix("home").tempdir().expect("a temporary folder can be made");
        Self {
            program: PathBuf::from(program.as_ref()),
            arguments: Vec::new(),
            environment: Vec::new(),
            rows: 24,
            cols: 80,
            patience: PATIENCE,
            behind_shell: false,
            home: Arc::new(home),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    /// Adds arguments.
    #[must_use]
    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Sets the window's size.
    #[must_use]
    pub fn size(mut self, rows: u16, cols: u16) -> Self {
        (self.rows, self.cols) = (rows, cols);
        self
    }

    /// Sets a variable of the environment.
    #[must_use]
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.as_ref().to_owned(), Some(value.as_ref().to_owned())));
        self
    }

    /// Takes a variable out of the environment.
    #[must_use]
    pub fn without_env(mut self, name: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.as_ref().to_owned(), None));
        self
    }

    /// Sets the notebook folder, by default `notebook` in the home folder.
    #[must_use]
    pub fn data(self, folder: &Path) -> Self {
        self.env(DATA, folder)
    }

    /// Sets how long a wait may last.
    #[must_use]
    pub fn patient_for(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Starts the program from a shell that lives on after it, as a person does. Needed to see what it left behind; the
    /// exit code of a program that a signal ended is then 128 and the signal's number.
    #[must_use]
    pub fn behind_shell(mut self) -> Self {
        self.behind_shell = true;
        self
    }

    /// Starts the program, arguments included, as an argument of another one.
    #[must_use]
    pub fn wrapped_in<A: AsRef<OsStr>>(
        mut self,
        program: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let wrapped = std::mem::replace(&mut self.program, PathBuf::from(program.as_ref()));
        let rest = std::mem::take(&mut self.arguments);
        self.args(arguments).arg(wrapped).args(rest)
    }

    /// The home folder.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The notebook folder.
    pub fn notebook(&self) -> PathBuf {
        let set = self
            .environment
            .iter()
            .rev()
            .find(|(name, _)| name == DATA)
            .and_then(|(_, value)| value.as_ref());
        set.map_or_else(|| self.home().join("notebook"), PathBuf::from)
    }

    /// The program.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// How long a wait may last.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Rows and columns.
    pub fn window(&self) -> (u16, u16) {
        (self.rows, self.cols)
    }

    /// The command with its whole environment: nothing of the one in which the tests run, but the path to programs.
    pub fn command(&self) -> CommandBuilder {
        let home = self.home();
        let mut command = if self.behind_shell {
            // What an earlier start noted says nothing about this one.
            for note in [PROCESS, BEFORE, AFTER] {
                let _ = std::fs::remove_file(home.join(note));
            }
            let mut shell = CommandBuilder::new("sh");
            shell.args(["-c", FROM_SHELL, "sh"]);
            shell.arg(&self.program);
            shell
        } else {
            CommandBuilder::new(&self.program)
        };
        command.args(&self.arguments);
        command.cwd(home);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("TZ", "UTC");
        command.env("HOME", home);
        command.env("XDG_CONFIG_HOME", home.join("config"));
        command.env("XDG_DATA_HOME", home.join("data"));
        command.env("XDG_STATE_HOME", home.join("state"));
        command.env("XDG_CACHE_HOME", home.join("cache"));
        command.env("XDG_RUNTIME_DIR", home);
        command.env("TMPDIR", home);
        command.env(DATA, home.join("notebook"));
        for (name, value) in &self.environment {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            }
        }
        command
    }

    /// The number of the program's process, when a shell stands between and the program has started.
    pub fn process_behind_shell(&self) -> Option<u32> {
        let noted = self.behind_shell.then(|| std::fs::read_to_string(self.home().join(PROCESS)).ok())?;
        noted?.trim().parse().ok()
    }

    /// What is different about the terminal's line settings after the program has ended.
    #[track_caller]
    pub fn line_settings_left_behind(&self) -> Option<String> {
        assert!(
            self.behind_shell,
            "only a program started with `behind_shell` shows whether it left raw mode"
        );
        let read = |note| std::fs::read_to_string(self.home().join(note)).unwrap_or_default();
        let (before, after) = (read(BEFORE), read(AFTER));
        assert!(
            !after.trim().is_empty(),
            "the shell noted no line settings; wait for the program's end first"
        );
        (before != after)
            .then(|| format!("the line settings are {} and were {}", after.trim(), before.trim()))
    }
}

const DATA: &str = "PALLIUM_DATA";
const PROCESS: &str = ".process";
const BEFORE: &str = ".lines-before";
const AFTER: &str = ".lines-after";
