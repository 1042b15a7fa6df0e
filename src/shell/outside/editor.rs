//! Starting the text editor of the user, and waiting till it ends.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::store::Fault;
use crate::text;
use crate::words::Language;

/// The variables that name an editor, the first one first.
const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// What is tried when no variable names an editor.
const USUAL: &[&str] = if cfg!(windows) { &["notepad"] } else { &["nano", "vi"] };

/// Why a text was not edited, or maybe not to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorFault {
    /// No variable names an editor and the usual ones are not there.
    Unknown,
    /// A variable holds a quote without its pair.
    Unclear {
        /// The variable.
        variable: &'static str,
        /// What it holds.
        value: String,
    },
    /// The editor is not on this computer.
    Missing {
        /// The editor.
        program: String,
        /// The variable that names it.
        variable: Option<&'static str>,
    },
    /// The editor is there but the system does not start it.
    Refused {
        /// The editor.
        program: String,
        /// The variable that names it.
        variable: Option<&'static str>,
        /// What the system says.
        fault: Fault,
    },
    /// The editor ended with a fault; what was saved before that is in the file.
    Failed {
        /// The editor.
        program: String,
        /// Its exit code, absent when it was ended from outside.
        code: Option<i32>,
    },
}

impl EditorFault {
    /// What happened and what to do now.
    pub fn message(&self, language: Language) -> String {
        let clean = |text: &str| text::visible_line(text).into_owned();
        match self {
            Self::Unknown => language.editor_unknown().to_owned(),
            Self::Unclear { variable, value } => language.editor_unclear(variable, &clean(value)),
            Self::Missing { program, variable } => language.editor_missing(&clean(program), *variable),
            Self::Refused { program, variable, fault } => {
                language.editor_refused(&clean(program), &fault.reason(language), *variable)
            }
            Self::Failed { program, code } => language.editor_failed(&clean(program), *code),
        }
    }
}

/// Opens `path` in the editor of the user, at `line` (the first is 1) where that editor takes one, and waits till it
/// ends.
///
/// The editor gets the terminal as it is: who has taken it over must have given it back before.
///
/// # Errors
///
/// When no editor is known, it does not start, or it ends with a fault.
pub fn open(path: &Path, line: Option<usize>) -> Result<(), EditorFault> {
    open_with(path, line, |name| std::env::var_os(name))
}

/// The same with another environment.
///
/// # Errors
///
/// As for [`open`].
pub fn open_with(
    path: &Path,
    line: Option<usize>,
    variable: impl Fn(&str) -> Option<OsString>,
) -> Result<(), EditorFault> {
    let editor = Editor::chosen(&variable)?;
    // An absolute path does not begin with a dash, and stays right when the editor changes its folder.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let program = located(&editor.program, &variable).unwrap_or_else(|| PathBuf::from(&editor.program));
    let name = || editor.program.to_string_lossy().into_owned();
    let ended = Command::new(program).args(arguments(&editor, &path, line)).status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(EditorFault::Failed { program: name(), code: status.code() }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(EditorFault::Missing { program: name(), variable: editor.variable })
        }
        Err(error) => {
            Err(EditorFault::Refused { program: name(), variable: editor.variable, fault: Fault::of(&error) })
        }
    }
}

/// An editor as the user named it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Editor {
    program: OsString,
    /// What the user wants it to get before the file.
    first: Vec<OsString>,
    variable: Option<&'static str>,
}

impl Editor {
    fn chosen(variable: &impl Fn(&str) -> Option<OsString>) -> Result<Self, EditorFault> {
        for name in VARIABLES {
            let Some(value) = variable(name) else { continue };
            let Some(words) = words(&value) else {
                return Err(EditorFault::Unclear {
                    variable: name,
                    value: value.to_string_lossy().into_owned(),
                });
            };
            // The path of a program may hold blanks that somebody forgot to quote.
            let whole = words.len() > 1 && Path::new(&value).is_file();
            let mut words = if whole { vec![value] } else { words }.into_iter();
            if let Some(program) = words.next() {
                return Ok(Self { program, first: words.collect(), variable: Some(name) });
            }
        }
        let usual = USUAL.iter().map(OsString::from).find(|program| located(program, variable).is_some());
        usual.map(|program| Self { program, first: Vec::new(), variable: None }).ok_or(EditorFault::Unknown)
    }
}

/// The words of a variable: divided at blanks, with quotes around what belongs together; `None` when one is not closed.
///
/// No shell reads this, so that nothing in it or in the name of a file is carried out.
fn words(value: &OsStr) -> Option<Vec<OsString>> {
    let Some(value) = value.to_str() else { return Some(vec![value.to_owned()]) };
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            // On Windows a backslash is part of a path.
            (None | Some('"'), '\\') if !cfg!(windows) => {
                let escapes = |next: &char| quote.is_none() || matches!(next, '"' | '\\' | '$' | '`');
                let next = characters.next_if(escapes).unwrap_or('\\');
                word.get_or_insert_default().push(next);
            }
            (None, blank) if blank.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    quote.is_none().then(|| words.into_iter().map(OsString::from).collect())
}

/// How an editor takes a line, and how it is asked to wait.
enum Style {
    /// `+N` before the file.
    Plus,
    /// `file:N`.
    Colon,
    /// `--goto file:N`.
    GoTo,
    /// `-nN` before the file.
    Dash,
    /// Not known.
    Unknown,
}

fn style(name: &str) -> Style {
    match name {
        "vi" | "vim" | "nvim" | "gvim" | "mvim" | "view" | "elvis" | "nano" | "pico" | "emacs"
        | "emacsclient" | "micro" | "kak" | "joe" | "jed" | "ne" | "mcedit" | "gedit" => Style::Plus,
        "hx" | "helix" | "subl" | "sublime_text" | "zed" | "zeditor" => Style::Colon,
        "code" | "code-insiders" | "codium" | "vscodium" => Style::GoTo,
        "notepad++" => Style::Dash,
        _ => Style::Unknown,
    }
}

/// What makes an editor wait that otherwise hands the file to a window and ends at once.
fn waiting(name: &str) -> &'static [&'static str] {
    match name {
        "code" | "code-insiders" | "codium" | "vscodium" | "subl" | "zed" | "zeditor" => &["--wait", "-w"],
        "gvim" | "mvim" => &["--nofork", "-f"],
        _ => &[],
    }
}

/// Everything that the editor gets: what the user wants, the line in its own way, and the file.
fn arguments(editor: &Editor, path: &Path, line: Option<usize>) -> Vec<OsString> {
    let name = Path::new(&editor.program).file_name().map(|name| name.to_string_lossy().to_lowercase());
    let name = name.unwrap_or_default();
    let name = [".exe", ".cmd", ".bat"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let mut arguments = editor.first.clone();
    let waits = waiting(name);
    if !editor.first.iter().any(|first| waits.iter().any(|wait| first == wait)) {
        arguments.extend(waits.first().map(OsString::from));
    }
    let Some(line) = line else {
        arguments.push(path.into());
        return arguments;
    };
    let with_line = || {
        let mut file = path.as_os_str().to_owned();
        file.push(format!(":{line}"));
        file
    };
    match style(name) {
        Style::Plus => arguments.extend([OsString::from(format!("+{line}")), path.into()]),
        Style::Colon => arguments.push(with_line()),
        Style::GoTo => arguments.extend([OsString::from("--goto"), with_line()]),
        Style::Dash => arguments.extend([OsString::from(format!("-n{line}")), path.into()]),
        Style::Unknown => arguments.push(path.into()),
    }
    arguments
}

/// Where a program is, looking through the folders of `PATH` as the system does.
fn located(program: &OsStr, variable: &impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let program = Path::new(program);
    let mut ends = vec![OsString::new()];
    if cfg!(windows) && program.extension().is_none() {
        let known = variable("PATHEXT").unwrap_or_else(|| OsString::from(".EXE;.CMD;.BAT"));
        ends = known.to_string_lossy().split(';').map(OsString::from).collect();
    }
    let folders = match program.parent() {
        Some(parent) if parent.as_os_str().is_empty() => std::env::split_paths(&variable("PATH")?).collect(),
        _ => vec![PathBuf::new()],
    };
    let candidates = folders.iter().flat_map(|folder| {
        ends.iter().map(|end| {
            let mut path = folder.join(program).into_os_string();
            path.push(end);
            PathBuf::from(path)
        })
    });
    candidates.into_iter().find(|path| is_program(path))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|facts| facts.is_file() && facts.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<Vec<String>> {
        let words = words(OsStr::new(value))?;
        Some(words.into_iter().map(|word| word.into_string().unwrap()).collect())
    }

    /// What the editor in `variable` gets for `lijst.toml`.
    fn given(variable: &str, line: Option<usize>) -> String {
        let editor = Editor::chosen(&|name: &str| (name == "EDITOR").then(|| variable.into())).unwrap();
        let arguments = arguments(&editor, Path::new("map/een lijst.toml"), line);
        arguments.iter().map(|one| one.to_string_lossy()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_variable_is_divided_at_blanks_outside_quotes() {
        assert_eq!(read("code --wait").unwrap(), ["code", "--wait"]);
        assert_eq!(read("  vi  ").unwrap(), ["vi"]);
        assert_eq!(read("'/mijn map/vi' -c \"set nu\" ''").unwrap(), ["/mijn map/vi", "-c", "set nu", ""]);
        assert_eq!(read("vi $(rm x); y").unwrap(), ["vi", "$(rm", "x);", "y"]);
        assert_eq!(read("vi 'niet gesloten"), None);
        assert_eq!(read(" \t").unwrap(), [""; 0]);
    }

    #[cfg(not(windows))]
    #[test]
    fn a_backslash_keeps_what_follows_together() {
        assert_eq!(
            read(r#"/mijn\ map/vi "a\"b" "c\d" 'e\'"#).unwrap(),
            ["/mijn map/vi", "a\"b", "c\\d", "e\\"]
        );
    }

    #[test]
    fn a_line_is_given_in_the_way_of_each_editor() {
        for editor in ["vi", "vim", "nvim", "nano", "emacs", "micro", "/usr/bin/nano", "NANO.EXE"] {
            assert_eq!(given(editor, Some(7)), "+7|map/een lijst.toml", "{editor}");
        }
        assert_eq!(given("hx", Some(7)), "map/een lijst.toml:7");
        assert_eq!(given("code", Some(7)), "--wait|--goto|map/een lijst.toml:7");
        assert_eq!(given("notepad++", Some(7)), "-n7|map/een lijst.toml");
        assert_eq!(given("iets-anders -x", Some(7)), "-x|map/een lijst.toml");
    }

    #[test]
    fn without_a_line_an_editor_gets_the_file_and_is_asked_to_wait_once() {
        assert_eq!(given("vi", None), "map/een lijst.toml");
        assert_eq!(given("code", None), "--wait|map/een lijst.toml");
        assert_eq!(given("code -w -n", None), "-w|-n|map/een lijst.toml");
    }

    #[test]
    fn visual_counts_before_editor_and_an_empty_one_not_at_all() {
        let chosen = |visual: &str| {
            let variable = |name: &str| match name {
                "VISUAL" => Some(OsString::from(visual)),
                "EDITOR" => Some(OsString::from("vi")),
                _ => None,
            };
            Editor::chosen(&variable).map(|editor| editor.program)
        };
        assert_eq!(chosen("emacs -nw"), Ok("emacs".into()));
        assert_eq!(chosen(""), Ok("vi".into()));
        let unclear = EditorFault::Unclear { variable: "VISUAL", value: "\"emacs".to_owned() };
        assert_eq!(chosen("\"emacs"), Err(unclear));
    }

    #[cfg(unix)]
    #[test]
    fn without_a_variable_the_usual_editor_is_looked_for() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("vi");
        let path = |name: &str| (name == "PATH").then(|| folder.path().into());
        assert_eq!(Editor::chosen(&path), Err(EditorFault::Unknown));
        std::fs::write(&at, "").unwrap();
        assert_eq!(Editor::chosen(&path), Err(EditorFault::Unknown), "a file that cannot be carried out");
        std::fs::set_permissions(&at, std::fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(Editor::chosen(&path).unwrap().program, "vi");
    }

    #[cfg(unix)]
    #[test]
    fn what_goes_wrong_is_told_with_what_to_do() {
        let open = |editor: &str| {
            let variable = |name: &str| match name {
                "EDITOR" => Some(OsString::from(editor)),
                name => std::env::var_os(name),
            };
            open_with(Path::new("x"), None, variable).map_err(|fault| fault.message(Language::Dutch))
        };
        assert_eq!(open("true"), Ok(()));
        assert!(open("false").unwrap_err().contains("\"false\" eindigde met een fout (code 1)"));
        let missing = open("bestaat-niet\u{1b}").unwrap_err();
        assert!(missing.contains("\"bestaat-niet␛\" is niet gevonden"), "{missing}");
        assert!(missing.contains("EDITOR=nano"), "{missing}");
        let folder = open("/usr/").unwrap_err();
        assert!(folder.contains("start niet"), "{folder}");
    }
}
