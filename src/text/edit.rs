//! One change of a text, as data that can be applied, undone, stored and joined.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::width;

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

/// What sets a text that is typed behind another one apart from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// A blank, where it is not more likely that a word or a number goes on.
    Word,
    /// A blank, whatever stands beside it.
    Blank,
    /// A new line.
    Line,
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

    /// Sets what this edit puts behind `text` apart from what stands there, where nothing does yet; false where it stands apart.
    pub fn set_apart(&mut self, text: &str, how: Apart) -> bool {
        let Some((first, last)) = self.inserted.chars().next().zip(text.chars().next_back()) else {
            return false;
        };
        if self.at != text.len() || first.is_whitespace() || last.is_whitespace() {
            return false;
        }
        let by = match how {
            Apart::Line => '\n',
            Apart::Blank => ' ',
            Apart::Word if goes_on(text, &self.inserted) => return false,
            Apart::Word => ' ',
        };
        self.inserted.insert(0, by);
        true
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

/// Whether a sign typed behind `text`, with what of `typed` stands behind it, begins something and belongs to no word before it.
fn begins(sign: char, text: &str, typed: &str) -> bool {
    const ENDS: &str = "\u{201d}\u{2019}»›…°‰′″·×²³\u{2010}\u{2011}";
    match sign {
        '(' | '[' | '{' | '#' | '&' | '@' | '~' => true,
        // The first of two, and the second closes it.
        '"' => text.matches('"').count().is_multiple_of(2),
        '-' => typed.starts_with("- ") || text.ends_with(['.', '!', '?', ':', ';']),
        '–' | '—' => !text.ends_with(char::is_numeric),
        _ => !sign.is_ascii() && !ENDS.contains(sign) && width(sign.encode_utf8(&mut [0; 4])) > 0,
    }
}

/// Whether `typed` behind `text` is more likely a part of its last word or number than the beginning of another.
fn goes_on(text: &str, typed: &str) -> bool {
    let Some(first) = typed.chars().next() else { return true };
    let mut before = text.chars().rev();
    let last = before.next();
    let (is_last, second) = (|signs: &str| last.is_some_and(|last| signs.contains(last)), before.next());
    if !first.is_alphanumeric() && !begins(first, text, typed) {
        return true;
    }
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    // A quotation that begins, and what no blank stands behind.
    let is_open = second.is_none_or(|second| second.is_whitespace() || "([{".contains(second));
    if is_last("([{/-\u{2011}\u{201c}\u{2018}") || is_open && is_last("\"'") {
        return true;
    }
    if first.is_alphabetic() {
        let is_elided = is_last("'\u{2019}") && word.starts_with(char::is_alphabetic) && second != Some('s');
        return is_elided || first == 'e' && last.is_some_and(char::is_numeric);
    }
    // A number, a time or a name with a number in it goes on.
    let is_sign = is_last(",.:") && second.is_some_and(char::is_numeric);
    let is_letter = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    first.is_numeric() && (last.is_some_and(char::is_numeric) || is_sign || is_letter)
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
    fn a_word_is_set_apart_and_what_goes_on_is_not() {
        for (text, typed, expected) in [
            ("het plan", "niet", "het plan niet"),
            ("het plan", ", niet", "het plan, niet"),
            ("het plan", "(oud)", "het plan (oud)"),
            ("het plan (", "oud)", "het plan (oud)"),
            ("het plan", " niet", "het plan niet"),
            ("", "nieuw", "nieuw"),
            ("morfine 12", "5", "morfine 125"),
            ("morfine 12", "mg", "morfine 12 mg"),
            ("om 14:", "30", "om 14:30"),
            ("1,", "5 mg", "1,5 mg"),
            ("0,", "5", "0,5"),
            ("120/", "80", "120/80"),
            ("klaar.", "3 dagen", "klaar. 3 dagen"),
            ("eerst,", "dan", "eerst, dan"),
            ("2", "e keer", "2e keer"),
            ("T", "37", "T37"),
            ("op", "37", "op 37"),
            ("dhr d'", "Hont", "dhr d'Hont"),
            ("Hans'", "boek", "Hans' boek"),
            ("'ja'", "zei hij", "'ja' zei hij"),
            ("zij: \"", "ik", "zij: \"ik"),
            ("\"", "ik", "\"ik"),
            ("\"ja\"", "zei zij", "\"ja\" zei zij"),
            ("\"ja", "\"", "\"ja\""),
            ("dochter", "'s", "dochter's"),
            ("het gesprek.", "☐ bed", "het gesprek. ☐ bed"),
            ("het plan", "☑ bed", "het plan ☑ bed"),
            ("het gesprek.", "\"Ik wil naar huis\"", "het gesprek. \"Ik wil naar huis\""),
            ("het gesprek.", "\"", "het gesprek. \""),
            ("zij: \"ja", "\", zei zij", "zij: \"ja\", zei zij"),
            ("het gesprek.", "„Ik wil”", "het gesprek. „Ik wil”"),
            ("„Ik wil", "”", "„Ik wil”"),
            ("het gesprek.", "«oui»", "het gesprek. «oui»"),
            ("«oui", "»", "«oui»"),
            ("het gesprek.", "€ 20", "het gesprek. € 20"),
            ("het gesprek.", "— Mw. A.", "het gesprek. — Mw. A."),
            ("12", "–14", "12–14"),
            ("het gesprek.", "- pijn", "het gesprek. - pijn"),
            ("het gesprek", "- pijn", "het gesprek - pijn"),
            ("thuis", "-situatie", "thuis-situatie"),
            ("het plan", "#2", "het plan #2"),
            ("38", "°", "38°"),
            ("e", "\u{301}", "e\u{301}"),
            ("goed", "👍", "goed 👍"),
            ("goed", "…", "goed…"),
        ] {
            let mut behind = edit(text.len(), "", typed);
            let apart = behind.set_apart(text, Apart::Word);
            assert_eq!(format!("{text}{}", behind.inserted), expected, "{text} {typed}");
            assert_eq!(apart, behind.inserted != typed, "{text} {typed}");
        }
        for (how, expected) in [(Apart::Blank, " 5"), (Apart::Line, "\n5")] {
            let mut behind = edit(2, "", "5");
            assert!(behind.set_apart("12", how));
            assert_eq!(behind.inserted, expected);
        }
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
