//! Texts: translated or not at all, and readable on a beamer of 60 columns.

use unicode_width::UnicodeWidthStr;

use crate::checklist::diagnostic::report::Report;
use crate::checklist::diagnostic::{Diagnostic, Problem, Role};
use crate::checklist::read::validate::shorten;
use crate::checklist::read::{Gathered, PlacedText, Role as TextRole};

/// Cells of a line of text at 60 columns, with the margins of the screen.
const LINE: usize = 50;
/// Most lines of a question that stands large.
const QUESTION_LINES: usize = 6;
/// Most lines of an option.
const OPTION_LINES: usize = 3;
/// Most lines of a title.
const TITLE_LINES: usize = 2;

/// Cells of a short form in the column of an overview.
pub(in crate::checklist) const LABEL: usize = 28;

/// Checks all texts of a file.
pub(in crate::checklist) fn check_texts(gathered: &Gathered, report: &mut Report<'_>) {
    check_translations(&gathered.texts, report);
    for placed in &gathered.texts {
        let forms = [Some(&placed.text.nl), placed.text.en.as_ref()];
        if let Some(problem) = forms.into_iter().flatten().find_map(|text| unreadable(text, placed.role)) {
            report.add(problem, &placed.span);
        }
    }
}

/// One warning for all texts without English, once any text has it: a file in Dutch alone is complete.
fn check_translations(texts: &[PlacedText], report: &mut Report<'_>) {
    let mut missing = texts.iter().filter(|placed| placed.text.en.is_none());
    if texts.iter().all(|placed| placed.text.en.is_none()) || !report.blanked.is_empty() {
        return;
    }
    if let Some(first) = missing.next() {
        let count = texts.iter().filter(|placed| placed.text.en.is_none()).count();
        let problem = Problem::MissingTranslation { missing: count, total: texts.len() };
        let mut diagnostic = Diagnostic::new(problem, first.span.clone());
        for other in missing.take(2) {
            diagnostic = diagnostic.related(other.span.clone(), Role::Also);
        }
        report.push(diagnostic);
    }
}

/// What makes a text hard to show on a small screen.
fn unreadable(text: &str, role: TextRole) -> Option<Problem> {
    if role == TextRole::Label && text.width() > LABEL {
        return Some(Problem::LongLabel { cells: text.width(), limit: LABEL });
    }
    if let Some(word) = text.split_whitespace().find(|word| word.width() > LINE) {
        return Some(Problem::LongWord { word: shorten(word) });
    }
    let limit = match role {
        TextRole::Title | TextRole::Label => TITLE_LINES,
        TextRole::Question => QUESTION_LINES,
        TextRole::Option => OPTION_LINES,
        TextRole::Long => return None,
    };
    let lines = text.lines().map(wrapped_lines).sum::<usize>();
    (lines > limit).then_some(Problem::LongText { lines, limit })
}

/// How many lines a paragraph takes.
fn wrapped_lines(paragraph: &str) -> usize {
    let mut lines = 1;
    let mut used = 0;
    for word in paragraph.split_whitespace() {
        let width = word.width();
        if used > 0 && used + 1 + width > LINE {
            lines += 1;
            used = width;
        } else {
            used += width + usize::from(used > 0);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_in_cells() {
        assert_eq!(wrapped_lines("een twee drie"), 1);
        assert_eq!(wrapped_lines(&"woord ".repeat(17)), 3);
        assert_eq!(wrapped_lines(&"漢字 ".repeat(10)), 1);
        assert_eq!(wrapped_lines(&"漢字 ".repeat(11)), 2);
    }
}
