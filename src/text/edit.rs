//! One change of a text, as data that can be applied, undone, stored and joined.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One change of a text: at byte `at`, `removed` made place for `inserted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// The byte at which the change starts.
    pub at: usize,
    /// What stood there before.
    pub removed: String,
    /// What stands there after.
    pub inserted: String,
}

/// The text is not the one that an edit was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditMismatch;

impl fmt::Display for EditMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is not the one that this edit was made for")
    }
}

impl std::error::Error for EditMismatch {}

impl TextEdit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { at: self.at, removed: self.inserted.clone(), inserted: self.removed.clone() }
    }

    /// Changes the text, or leaves it as it is when it does not hold `removed` at `at`.
    ///
    /// # Errors
    ///
    /// [`EditMismatch`] when `at` is not a place in the text, or something else stands there.
    pub fn apply(&self, text: &mut String) -> Result<(), EditMismatch> {
        let matches = text.get(self.at..).is_some_and(|rest| rest.starts_with(self.removed.as_str()));
        if !matches {
            return Err(EditMismatch);
        }
        text.replace_range(self.at..self.at + self.removed.len(), &self.inserted);
        Ok(())
    }

    /// Sets what this edit puts behind `text` apart from its last word by a blank, where nothing does yet; false where it stands apart.
    pub fn set_apart(&mut self, text: &str) -> bool {
        let begins = |first: char| first.is_alphanumeric() || "([\u{201c}\u{2018}".contains(first);
        let ends = |last: char| !last.is_whitespace() && !"([{/-\u{2011}".contains(last);
        // A digit behind digits alone is the next one of that number, and one behind a sign within a number or a time goes on with it.
        let mut before = text.chars().rev();
        let (last, of_number) = (before.next(), before.next().is_some_and(char::is_numeric));
        let within = last.is_some_and(|last| ",.:/".contains(last)) && of_number;
        let one_number =
            |(first, _): (char, char)| first.is_numeric() && (within || text.chars().all(char::is_numeric));
        let beside = self.inserted.chars().next().zip(text.chars().next_back());
        let runs_on = self.at == text.len()
            && beside.is_some_and(|beside| begins(beside.0) && ends(beside.1) && !one_number(beside));
        if runs_on {
            self.inserted.insert(0, ' ');
        }
        runs_on
    }

    /// Whether this edit takes from `text` all but what `stood` there once and one blank behind it.
    pub fn leaves_a_blank(&self, text: &str, stood: &str) -> bool {
        let left = text.get(..self.at).and_then(|left| left.strip_prefix(stood));
        !stood.is_empty()
            && left == Some(" ")
            && self.at + self.removed.len() == text.len()
            && self.inserted.is_empty()
    }

    /// Takes in the edit directly after this one, when a user would want to undo both at once; false where not.
    ///
    /// Typing joins with typing, Backspace with Backspace and Delete with Delete, as long as the whole stays one run: a
    /// word with the spaces after it. The next word starts a new run, and so does a line break on either side. Text typed
    /// over a selection is one run with the removal of that selection.
    pub fn join(&mut self, later: &Self) -> bool {
        if later.removed.is_empty() && !later.inserted.is_empty() {
            self.join_typing(later)
        } else if later.inserted.is_empty() && !later.removed.is_empty() {
            self.join_removal(later)
        } else {
            false
        }
    }

    fn join_typing(&mut self, later: &Self) -> bool {
        let follows = !self.inserted.is_empty() && later.at == self.at + self.inserted.len();
        // A blank that sets a word apart from what stood belongs to that word.
        let typed = self.inserted.trim_start_matches(' ');
        let joins = follows && is_run(typed, &later.inserted);
        if joins {
            self.inserted.push_str(&later.inserted);
        }
        joins
    }

    fn join_removal(&mut self, later: &Self) -> bool {
        if self.removed.is_empty() || !self.inserted.is_empty() {
            return false;
        }
        let before = later.at + later.removed.len() == self.at;
        let joins = if before {
            is_run(&later.removed, &self.removed)
        } else {
            later.at == self.at && is_run(&self.removed, &later.removed)
        };
        if joins {
            self.removed.insert_str(if before { 0 } else { self.removed.len() }, &later.removed);
            self.at = later.at;
        }
        joins
    }
}

/// Whether two parts are one word with the spaces after it.
fn is_run(first: &str, second: &str) -> bool {
    // Once a space came, only spaces follow.
    let word = second.trim_end_matches(is_space);
    let one_word = if word.is_empty() {
        !first.trim_end_matches(is_space).contains(is_space)
    } else {
        !first.contains(is_space) && !word.contains(is_space)
    };
    one_word && !first.contains('\n') && !second.contains('\n')
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(at: usize, removed: &str, inserted: &str) -> TextEdit {
        TextEdit { at, removed: removed.to_owned(), inserted: inserted.to_owned() }
    }

    fn joined(first: &TextEdit, later: &TextEdit) -> Option<TextEdit> {
        let mut run = first.clone();
        if run.join(later) {
            return Some(run);
        }
        assert_eq!(run, *first, "what does not join stays as it is");
        None
    }

    #[test]
    fn applying_the_inverse_gives_the_earlier_text() {
        let mut text = "zéér moe".to_owned();
        let change = edit(1, "éé", "e");
        change.apply(&mut text).unwrap();
        assert_eq!(text, "zer moe");
        change.inverse().apply(&mut text).unwrap();
        assert_eq!(text, "zéér moe");
        assert_eq!(change.inverse().inverse(), change);
    }

    #[test]
    fn an_edit_of_another_text_changes_nothing() {
        for wrong in [
            edit(1, "x", ""),
            edit(2, "", "x"),
            edit(9, "", "x"),
            edit(usize::MAX, "z", ""),
            edit(0, "zéé", ""),
        ] {
            let mut text = "zé".to_owned();
            assert_eq!(wrong.apply(&mut text), Err(EditMismatch), "{wrong:?}");
            assert_eq!(text, "zé");
        }
    }

    /// Splits the edits into undo steps as a history would.
    fn steps(edits: &[TextEdit]) -> Vec<TextEdit> {
        let mut steps: Vec<TextEdit> = Vec::new();
        for edit in edits {
            match steps.last().and_then(|last| joined(last, edit)) {
                Some(joined) => *steps.last_mut().unwrap() = joined,
                None => steps.push(edit.clone()),
            }
        }
        steps
    }

    fn typed(at: usize, text: &str) -> Vec<TextEdit> {
        text.char_indices().map(|(i, c)| edit(at + i, "", &c.to_string())).collect()
    }

    #[test]
    fn typing_is_undone_word_by_word() {
        let words: Vec<String> =
            steps(&typed(4, "erg  moe\nen\u{301}")).into_iter().map(|e| e.inserted).collect();
        assert_eq!(words, ["erg  ", "moe", "\n", "en\u{301}"]);
    }

    #[test]
    fn typing_elsewhere_starts_a_new_run() {
        assert_eq!(joined(&edit(0, "", "a"), &edit(0, "", "b")), None);
        assert_eq!(joined(&edit(0, "", "a"), &edit(2, "", "b")), None);
        assert_eq!(joined(&edit(0, "", "a"), &edit(0, "a", "")), None);
        assert_eq!(joined(&edit(3, "x", ""), &edit(3, "", "b")), None);
    }

    #[test]
    fn typing_over_a_selection_is_one_run_with_it() {
        assert_eq!(joined(&edit(0, "oud en", "n"), &edit(1, "", "u")), Some(edit(0, "oud en", "nu")));
    }

    #[test]
    fn pasted_text_of_more_words_stands_alone() {
        assert_eq!(joined(&edit(0, "", "twee woorden"), &edit(12, "", "x")), None);
        assert_eq!(joined(&edit(0, "", "x"), &edit(1, "", " en nog")), None);
    }

    #[test]
    fn backspaces_and_deletes_join_word_by_word() {
        let back = [edit(6, "e", ""), edit(5, "o", ""), edit(4, "m", ""), edit(3, " ", ""), edit(2, "g", "")];
        assert_eq!(steps(&back), [edit(4, "moe", ""), edit(2, "g ", "")]);
        let delete =
            [edit(0, "e", ""), edit(0, "r", ""), edit(0, " ", ""), edit(0, "m", ""), edit(0, "\n", "")];
        assert_eq!(steps(&delete), [edit(0, "er ", ""), edit(0, "m", ""), edit(0, "\n", "")]);
        assert_eq!(joined(&edit(4, "a", ""), &edit(9, "b", "")), None);
    }

    #[test]
    fn a_joined_edit_does_what_both_did() {
        let pieces = ["", "a", "é", " ", "\n", "ab", "a b"];
        let text = "aéa ab\nb é";
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut joined_count = 0;
        for &at in &places {
            for (first_removed, first_inserted, second_at) in pieces
                .iter()
                .flat_map(|r| pieces.iter().map(move |i| (r, i)))
                .flat_map(|(r, i)| (0..14).map(move |p| (r, i, p)))
            {
                let first = edit(at, first_removed, first_inserted);
                let mut middle = text.to_owned();
                if first.apply(&mut middle).is_err() {
                    continue;
                }
                for (removed, inserted) in pieces.iter().flat_map(|r| pieces.iter().map(move |i| (r, i))) {
                    let second = edit(second_at, removed, inserted);
                    let mut end = middle.clone();
                    let Some(joined) = joined(&first, &second) else { continue };
                    if second.apply(&mut end).is_err() {
                        continue;
                    }
                    joined_count += 1;
                    let mut at_once = text.to_owned();
                    joined.apply(&mut at_once).unwrap();
                    assert_eq!(at_once, end, "{first:?} {second:?}");
                    joined.inverse().apply(&mut at_once).unwrap();
                    assert_eq!(at_once, text);
                }
            }
        }
        assert!(joined_count > 100);
    }
}
