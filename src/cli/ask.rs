//! A question that is answered with yes or no.

use std::io::BufRead;

use super::out;
use crate::words::Language;

/// Asks until the answer is yes or no; where nobody can answer any more, it is no.
pub(super) fn yes(question: &str, language: Language) -> bool {
    answered(question, language, std::io::stdin().lock(), |text| {
        out::say(text);
    })
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
