//! The one way out of the command line: nothing that a terminal would obey, and what is not written is told.
//!
//! A closed pipe is no failure: whoever read has read enough, and says nothing of it, like every other program.

use std::io::{self, IsTerminal, Write};

use crate::checklist::Localized;
use crate::cli::trouble::{Trouble, WENT_WRONG, reason};
use crate::shell::letters::on_terminal;
use crate::text;
use crate::words::Language;

/// Prints to the standard output.
///
/// # Errors
///
/// When it took not everything.
pub(in crate::cli) fn say(text: &str, language: Language) -> Result<(), Trouble> {
    is_open(language)?;
    told(to_people(text), language)
}

/// The same for a text that tells of a deed: when nobody can be told, the deed is done all the same.
///
/// # Errors
///
/// When it took not everything.
pub(in crate::cli) fn say_done(text: &str, language: Language) -> Result<(), Trouble> {
    let told = !is_stand_in(&io::stdout()) && to_people(text).is_ok();
    if told { Ok(()) } else { Err(Trouble::new(language.cli_done_untold())) }
}

/// The same as [`say`] for what is read by a program, or copied into a file: no line is folded.
///
/// # Errors
///
/// When it took not everything.
pub(in crate::cli) fn say_exactly(text: &str, language: Language) -> Result<(), Trouble> {
    is_open(language)?;
    match io::stdout().is_terminal() {
        true => told(write(io::stdout().lock(), &on_terminal(text)), language),
        false => told(write(io::stdout().lock(), text), language),
    }
}

fn to_people(text: &str) -> io::Result<()> {
    match io::stdout().is_terminal() {
        true => write(io::stdout().lock(), &on_terminal(&fitted(text, columns()))),
        false => write(io::stdout().lock(), text),
    }
}

/// Whether anybody can get what is printed.
///
/// # Errors
///
/// When the standard output was closed.
pub(in crate::cli) fn is_open(language: Language) -> Result<(), Trouble> {
    if is_stand_in(&io::stdout()) { Err(Trouble::new(language.cli_output_closed())) } else { Ok(()) }
}

/// Whether this is what the runtime opens in the place of a closed stream, which takes everything and keeps nothing: the null
/// device, for reading as well. Who sends the output there on purpose opens it for writing alone, as every shell does.
#[cfg(unix)]
fn is_stand_in(stream: &impl std::os::fd::AsFd) -> bool {
    use rustix::fs::{OFlags, fcntl_getfl, fstat, stat};

    let both_ways = fcntl_getfl(stream).is_ok_and(|flags| flags & OFlags::RWMODE == OFlags::RDWR);
    let device = |stat: rustix::fs::Stat| stat.st_rdev;
    both_ways
        && fstat(stream).is_ok_and(|known| stat("/dev/null").is_ok_and(|null| device(known) == device(null)))
}

#[cfg(not(unix))]
fn is_stand_in(_: &impl IsTerminal) -> bool {
    false
}

fn told(written: io::Result<()>, language: Language) -> Result<(), Trouble> {
    written.map_err(|error| Trouble::new(language.cli_not_written(&reason(&error, language))))
}

/// Prints one message to the standard error output; nobody can be told when that fails.
pub(in crate::cli) fn complain(message: &str) {
    let end = if message.ends_with('\n') { "" } else { "\n" };
    let message = match io::stderr().is_terminal() {
        true => on_terminal(&fitted(message, columns())).into_owned(),
        false => message.to_owned(),
    };
    let _ = write(io::stderr().lock(), &format!("{message}{end}"));
}

/// Whether a deed stands in the access log; says so where that could not be written, before anything goes.
#[must_use]
pub(in crate::cli) fn is_noted(untold: Option<&Localized>, language: Language) -> bool {
    if let Some(why) = untold {
        complain(why.get(language));
    }
    untold.is_none()
}

/// Asks for something on the standard error output, on whose line the answer is typed; on the standard output where only that
/// is a terminal.
pub(in crate::cli) fn ask(question: &str) {
    let mut out: Box<dyn Write> = match (io::stderr().is_terminal(), io::stdout().is_terminal()) {
        (true, _) => Box::new(io::stderr().lock()),
        (false, true) => Box::new(io::stdout().lock()),
        (false, false) => {
            let _ = write(io::stderr().lock(), question);
            return;
        }
    };
    // A terminal without echo goes down a line, and not back to its beginning by itself.
    let shown = fitted(&text::visible_text(question), columns()).replace('\n', "\r\n");
    let _ = out.write_all(on_terminal(&shown).as_bytes()).and_then(|()| out.flush());
}

/// Writes a line in the place of the last one, of which `columns` are to be wiped out; gives how many it took.
pub(in crate::cli) fn over(line: &str, columns: usize) -> usize {
    let shown =
        text::truncate(&text::visible_line(line), self::columns().saturating_sub(1), "...").into_owned();
    let width = text::width(&shown);
    let blank = " ".repeat(columns.saturating_sub(width));
    let mut out = io::stderr().lock();
    let _ = out.write_all(on_terminal(&format!("\r{shown}{blank}\r")).as_bytes()).and_then(|()| out.flush());
    width
}

/// The widest line of what is folded, so that it is whole in a window of 60 columns.
pub(in crate::cli) const WIDTH: usize = 58;

/// A text in lines that begin with `indent` spaces, for people at a terminal: no word is broken.
pub(in crate::cli) fn folded(words: &str, indent: usize) -> Vec<String> {
    folded_to(WIDTH, words, indent)
}

/// How many columns the terminal has; none are known where it does not say.
fn columns() -> usize {
    crossterm::terminal::size().map_or(usize::MAX, |(columns, _)| usize::from(columns).max(20))
}

/// A text whose lines fit in so many columns, each broken between words. A list in columns stays as it is: it has gaps.
fn fitted(text: &str, columns: usize) -> String {
    let line = |line: &str| {
        let words = line.trim_start_matches(' ');
        if text::width(line) <= columns || words.contains("  ") {
            return line.to_owned();
        }
        folded_to(columns, words, line.len() - words.len()).join("\n")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn folded_to(width: usize, words: &str, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if text::width(line) + 1 + text::width(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{}{word}", " ".repeat(indent))),
        }
    }
    lines
}

fn write(mut out: impl Write, text: &str) -> io::Result<()> {
    match out.write_all(text::visible_text(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Prints a text and gives the exit code.
pub(in crate::cli) fn printed(text: &str, language: Language) -> Result<u8, Trouble> {
    printed_as(text, true, language)
}

/// The same for a text that says whether something is right.
pub(in crate::cli) fn printed_as(text: &str, right: bool, language: Language) -> Result<u8, Trouble> {
    say(text, language).map(|()| if right { 0 } else { WENT_WRONG })
}

/// The same for a text that tells of a deed that is done, whatever becomes of the text.
pub(in crate::cli) fn done(text: &str, right: bool, language: Language) -> Result<u8, Trouble> {
    say_done(text, language).map(|()| if right { 0 } else { WENT_WRONG })
}

/// The same for what is read by a program, or copied into a file.
pub(in crate::cli) fn printed_exactly(text: &str, language: Language) -> Result<u8, Trouble> {
    say_exactly(text, language).map(|()| 0)
}

/// The same for what holds no sign that a terminal obeys but its line ends, which stay as they are.
pub(in crate::cli) fn printed_as_it_is(text: &str, language: Language) -> Result<u8, Trouble> {
    is_open(language)?;
    let mut stream = io::stdout().lock();
    let written = match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    };
    told(written, language).map(|()| 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Closed(io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn control_characters_are_shown_and_not_obeyed() {
        let mut out = Vec::new();
        write(&mut out, "a\u{1b}[2Jb\nc").unwrap();
        assert_eq!(out, "a␛[2Jb\nc".as_bytes());
    }

    #[test]
    fn long_lines_break_between_words_and_columns_stay() {
        let text = "  een lange zin met woorden\n\nkort\nab12  27 nov  een lange groep\n";
        let fitted = fitted(text, 14);
        assert_eq!(fitted, "  een lange\n  zin met\n  woorden\n\nkort\nab12  27 nov  een lange groep\n");
        assert_eq!(super::fitted(text, usize::MAX), text);
    }

    #[test]
    fn a_closed_pipe_is_no_failure_and_a_full_disk_is() {
        assert!(write(Closed(io::ErrorKind::BrokenPipe), "tekst").is_ok());
        let full = told(write(Closed(io::ErrorKind::StorageFull), "tekst"), Language::Dutch).unwrap_err();
        assert!(full.message.contains("Niet alles") && full.message.contains("schijf"), "{}", full.message);
    }
}
