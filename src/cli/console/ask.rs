//! Questions at the terminal: yes or no, or a line that can be left with Esc.

use std::io::BufRead;

use super::out;
use super::passphrase::Raw;
use crate::app::keymap::{Key, KeyCode};
use crate::shell::keyboard::{self, Event, Keyboard};
use crate::words::Language;

/// The longest answer, in characters.
const LONGEST: usize = 20;

/// How a line ended.
enum End {
    Enter,
    /// The line is to be typed anew.
    Anew,
    Left,
}

/// A short answer that is typed behind `question`; `None` when somebody goes away. It needs a terminal.
pub(in crate::cli) fn line(question: &str) -> Option<String> {
    loop {
        let mut typed = String::new();
        let end = type_into(question, &mut typed);
        out::complain("");
        match end {
            End::Enter => return Some(typed),
            End::Anew => {}
            End::Left => return None,
        }
    }
}

/// Keys up to the end of a line, shown as they are typed. Each is read by itself, so that Esc needs no Enter.
fn type_into(question: &str, typed: &mut String) -> End {
    // Before the question: who answers at once is heard, and Ctrl+C is a key.
    let Ok(_raw) = Raw::enter() else { return End::Left };
    out::ask(question);
    let Ok(mut keyboard) = Keyboard::of_one_question(keyboard::BEFORE_LEAVING) else { return End::Left };
    loop {
        let Ok(events) = keyboard.next(None) else { return End::Left };
        for event in events {
            let sign = match event {
                Event::Key(key) => match (key.typed(), key) {
                    (Some(sign), _) => sign,
                    (None, Key { code: KeyCode::Enter, .. }) => return End::Enter,
                    (None, Key { code: KeyCode::Esc, .. }) => return End::Left,
                    (None, Key { code: KeyCode::Char('c' | 'd'), control: true, .. }) => return End::Left,
                    (None, Key { code: KeyCode::Char('m'), control: true, .. }) => return End::Enter,
                    // What was shown cannot be taken back without steering the terminal.
                    (None, Key { code: KeyCode::Backspace, .. }) if !typed.is_empty() => return End::Anew,
                    _ => continue,
                },
                _ => continue,
            };
            if typed.chars().count() < LONGEST {
                typed.push(sign);
                out::ask(sign.encode_utf8(&mut [0; 4]));
            }
        }
    }
}

/// Asks until the answer is yes or no; where nobody can answer any more, it is no.
pub(in crate::cli) fn yes(question: &str, language: Language) -> bool {
    answered(question, language, std::io::stdin().lock(), |text| {
        // Whoever does not see the question does not answer it.
        let _ = out::say(text, language);
    })
}

/// The same on the standard error output, for when the other one goes somewhere else.
pub(in crate::cli) fn yes_beside(question: &str, language: Language) -> bool {
    answered(question, language, std::io::stdin().lock(), out::ask)
}

fn answered(question: &str, language: Language, mut from: impl BufRead, say: impl Fn(&str)) -> bool {
    say(&format!("{question} {} ", language.ask_choice()));
    loop {
        let mut line = Vec::new();
        match from.read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => {
                say("\n");
                return false;
            }
            Ok(_) => {}
        }
        // Both languages are understood: the letter is a habit and not a choice.
        match String::from_utf8_lossy(&line).trim().to_lowercase().as_str() {
            "j" | "ja" | "y" | "yes" => return true,
            "n" | "nee" | "no" => return false,
            _ => say(&format!("{} ", language.ask_unclear())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    fn asked(answers: &[u8]) -> (bool, String) {
        let said = RefCell::new(String::new());
        let yes = answered("Verder?", Language::Dutch, answers, |text| said.borrow_mut().push_str(text));
        (yes, said.into_inner())
    }

    #[test]
    fn yes_no_and_nobody_there() {
        for yes in ["j\n", " JA \r\n", "y", "yes\n"] {
            assert!(asked(yes.as_bytes()).0, "{yes:?}");
        }
        assert!(!asked(b"n\n").0);
        assert!(!asked(b"nee\n").0);
        assert_eq!(asked(b""), (false, "Verder? (j/n) \n".to_owned()));
    }

    #[test]
    fn what_is_unclear_is_asked_again() {
        let (yes, said) = asked(b"misschien\n\xff\n\nj\n");
        assert!(yes);
        assert_eq!(said.matches("Typ j of n").count(), 3, "{said}");
    }
}
