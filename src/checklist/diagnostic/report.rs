//! Where the passes over one definition leave what they find.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeValue;

use super::{Diagnostic, DiagnosticCode, Problem, Severity};
use crate::checklist::definition::limits;

/// The problems of one definition while it is read.
pub(in crate::checklist) struct Report<'s> {
    /// The text, for places and for names that were blanked.
    pub source: &'s str,
    /// What was blanked before reading.
    pub blanked: &'s [Range<usize>],
    /// Where every section begins.
    pub headers: Vec<usize>,
    /// The words in what was blanked.
    blanked_words: BTreeSet<&'s str>,
    diagnostics: Vec<Diagnostic>,
    untold: usize,
    failed: bool,
    /// Whether a question or a group stands under another name.
    pub(in crate::checklist) has_questions_elsewhere: bool,
    /// Whether a part has no name, or none that it can have or that is its own.
    pub(in crate::checklist) has_nameless: bool,
    /// Whether an option has no code, or none that it can have.
    pub(in crate::checklist) has_codeless: bool,
    /// The names of what stands under a name that does not exist.
    elsewhere: BTreeSet<String>,
}

impl<'s> Report<'s> {
    pub(in crate::checklist) fn new(
        source: &'s str,
        blanked: &'s [Range<usize>],
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        let failed = diagnostics.iter().any(|one| one.severity == Severity::Error);
        let texts = blanked.iter().filter_map(|range| source.get(range.clone()));
        let blanked_words = texts.flat_map(|text| text.split(|c: char| !is_of_word(c))).collect();
        let told = diagnostics.len().min(limits::PROBLEMS);
        let untold = diagnostics.len() - told;
        let diagnostics = diagnostics.into_iter().take(told).collect();
        Self {
            source,
            blanked,
            headers: Vec::new(),
            blanked_words,
            diagnostics,
            untold,
            failed,
            has_questions_elsewhere: false,
            has_nameless: false,
            has_codeless: false,
            elsewhere: BTreeSet::new(),
        }
    }

    /// Adds a problem as its rule describes it.
    pub(in crate::checklist) fn add(&mut self, problem: Problem, span: &Range<usize>) {
        self.push(Diagnostic::new(problem, span.clone()));
    }

    /// Adds a complete diagnostic; past the limit it is only counted.
    pub(in crate::checklist) fn push(&mut self, diagnostic: Diagnostic) {
        self.failed |= diagnostic.severity == Severity::Error;
        if self.diagnostics.len() < limits::PROBLEMS {
            self.diagnostics.push(diagnostic);
            return;
        }
        self.untold += 1;
        // What makes a file unusable is told before what makes it less good.
        let is_warning = |one: &Diagnostic| one.severity == Severity::Warning;
        if diagnostic.severity == Severity::Error
            && let Some(place) = self.diagnostics.iter().rposition(is_warning)
        {
            self.diagnostics.remove(place);
            self.diagnostics.push(diagnostic);
        }
    }

    /// Takes back what was said of a place by another rule, where more is known of it.
    pub(in crate::checklist) fn retract(&mut self, span: &Range<usize>, code: DiagnosticCode) {
        self.diagnostics.retain(|one| one.code != code || one.span != *span);
    }

    /// Says what was meant by what is no name, now that it is known to what it refers.
    pub(in crate::checklist) fn was_meant(&mut self, span: &Range<usize>, meant: Option<&str>) {
        let of_place = |one: &&mut Diagnostic| one.code == DiagnosticCode::BadName && one.span == *span;
        for one in self.diagnostics.iter_mut().filter(of_place) {
            one.suggestion = meant.map(str::to_owned);
        }
    }

    /// Takes back everything that was said within a place: where it does not belong, nothing in it matters.
    pub(in crate::checklist) fn retract_within(&mut self, place: &Range<usize>) {
        self.diagnostics.retain(|one| one.span.start < place.start || place.end < one.span.end);
    }

    /// Takes the rules that are younger than accepted definitions as warnings.
    pub(in crate::checklist) fn forgive(&mut self) {
        let is_young = |one: &Diagnostic| {
            let is_of_route =
                matches!(&one.problem, Problem::UnknownWord { key, .. } if key == "default_for");
            is_of_route || one.code.is_young()
        };
        for one in self.diagnostics.iter_mut().filter(|one| is_young(one)) {
            one.severity = Severity::Warning;
        }
        let wrong = |one: &Diagnostic| one.severity == Severity::Error;
        self.failed = self.untold > 0 && self.failed || self.diagnostics.iter().any(wrong);
    }

    /// Whether no more is told, so that suggestions need not be looked for.
    pub(in crate::checklist) const fn is_full(&self) -> bool {
        self.diagnostics.len() >= limits::PROBLEMS
    }

    /// Whether any error was found, told or not.
    pub(in crate::checklist) const fn has_errors(&self) -> bool {
        self.failed
    }

    /// Whether something was blanked between two places, so that nothing there may be called absent.
    pub(in crate::checklist) fn is_blanked(&self, range: &Range<usize>) -> bool {
        self.blanked.iter().any(|blank| blank.start < range.end && range.start < blank.end)
    }

    /// The bytes that belong to a table: to its brace, or to the next section.
    pub(in crate::checklist) fn extent(&self, table: &Range<usize>) -> Range<usize> {
        if self.source.get(table.clone()).is_some_and(|text| text.starts_with('{')) {
            return table.clone();
        }
        let next = self.headers.partition_point(|start| *start < table.end);
        table.start..self.headers.get(next).copied().unwrap_or(self.source.len())
    }

    /// Whether all of a place was blanked or put right, so that nothing there is the author's own.
    pub(in crate::checklist) fn is_covered(&self, range: &Range<usize>) -> bool {
        self.blanked.iter().any(|blank| blank.start <= range.start && range.end <= blank.end)
    }

    /// Whether something of a table was blanked, so that nothing in it may be called absent.
    pub(in crate::checklist) fn is_partial(&self, table: &Range<usize>) -> bool {
        self.is_blanked(&self.extent(table))
    }

    /// Whether a name stands in what was blanked, so that it may not be called unknown.
    pub(in crate::checklist) fn was_blanked(&self, name: &str) -> bool {
        self.blanked_words.contains(name) || self.elsewhere.contains(name)
    }

    /// Notes the name that something was meant to have, so that what refers to it is not called unknown.
    pub(in crate::checklist) fn note(&mut self, name: Option<String>) {
        self.elsewhere.extend(name);
    }

    /// Notes what stands behind a key that was meant, so that nothing that refers to it is called unknown.
    pub(in crate::checklist) fn note_meant(&mut self, key: Option<&str>, value: &DeValue<'_>) {
        match (key, value) {
            (Some("id" | "code"), DeValue::String(name)) => self.note(Some(name.to_string())),
            (Some("judgement"), _) => self.note(Some("judgement".to_owned())),
            _ => {}
        }
    }

    /// Notes what has a name in a value that is not read, so that nothing that refers to it is called unknown.
    pub(in crate::checklist) fn pass_over(&mut self, value: &DeValue<'_>) {
        match value {
            DeValue::Array(list) => list.iter().for_each(|one| self.pass_over(one.get_ref())),
            DeValue::Table(table) => {
                for (key, value) in table {
                    match (&**key.get_ref(), value.get_ref()) {
                        ("id" | "code", DeValue::String(name)) => {
                            self.elsewhere.insert(name.to_string());
                        }
                        (_, value) => self.pass_over(value),
                    }
                }
            }
            _ => {}
        }
    }

    /// The diagnostics by place, and how many more there are.
    pub(in crate::checklist) fn finish(mut self) -> (Vec<Diagnostic>, usize) {
        self.diagnostics.sort_by_key(|one| (one.span.start, one.severity));
        (self.diagnostics, self.untold)
    }
}

/// Whether a character can be part of a name or key.
fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}
