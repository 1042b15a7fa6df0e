//! Problems as text, for the command line and for tests.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use super::excerpt::{Excerpt, excerpt};
use super::{Diagnostic, Role, Severity, clean};
use crate::words::Language;

/// Most other places shown with one problem.
const RELATED: usize = 3;

/// How annotate-snippets marks that lines were left out.
const MARK: char = '⸬';

/// All problems as text, each with the line it is about; ends with a newline unless there are none.
pub fn render(
    diagnostics: &[Diagnostic],
    source: &str,
    path: &str,
    language: Language,
    width: usize,
    colour: bool,
) -> String {
    let path = clean::line(path).into_owned();
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(usize::MAX / 4);
    let reports: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| {
            let report = Report::new(diagnostic, source, language, width);
            without_marks(&renderer.render(&[report.group(diagnostic, &path, language)]))
        })
        .collect();
    reports.join("\n")
}

/// The texts of one problem, which the snippets borrow.
struct Report {
    message: String,
    places: Vec<Place>,
    notes: Vec<String>,
}

/// A line with what is said beside its underline.
struct Place {
    excerpt: Excerpt,
    label: String,
    is_primary: bool,
}

impl Place {
    fn annotation(&self) -> Annotation<'_> {
        let kind = if self.is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let label = Some(self.label.as_str()).filter(|label| !label.is_empty());
        kind.span(self.excerpt.bytes.clone()).label(label)
    }
}

impl Report {
    fn new(diagnostic: &Diagnostic, source: &str, language: Language, width: usize) -> Self {
        let width = width.max(30);
        let gutter = 8;
        let room = width.saturating_sub(gutter);
        let mut notes = Vec::new();
        let mut places = Vec::new();
        let excerpt_of = |span: &std::ops::Range<usize>| excerpt(source, span, room);
        let primary = excerpt_of(&diagnostic.span);
        let mut label = diagnostic.expected(language);
        // A label that would run off the screen, or has no line to stand beside, gets lines of its own.
        if diagnostic.problem.is_of_file()
            || primary.underline_start + primary.underline_length + 1 + label.width() > room
        {
            notes.extend(wrap(&std::mem::take(&mut label), room));
        }
        places.push(Place { excerpt: primary, label, is_primary: true });
        for related in diagnostic.related.iter().take(RELATED) {
            let label = match related.role {
                Role::First => language.first_place(),
                Role::Also => language.other_place(),
                Role::Link => language.link_place(),
                Role::Condition => language.condition_place(),
            };
            places.push(Place {
                excerpt: excerpt_of(&related.span),
                label: label.to_owned(),
                is_primary: false,
            });
        }
        notes.extend(diagnostic.hint(language));
        Self { message: diagnostic.message(language), places, notes }
    }

    fn group<'a>(&'a self, diagnostic: &Diagnostic, path: &'a str, language: Language) -> Group<'a> {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR.with_name(language.error_level()),
            Severity::Warning => Level::WARNING.with_name(language.warning_level()),
        };
        let title = level.primary_title(self.message.as_str()).id(diagnostic.code.as_str());
        let mut group = Group::with_title(title);
        if diagnostic.problem.is_of_file() {
            group = group.element(Origin::path(path));
        } else if let Some(first) = self.places.first() {
            let Excerpt { line_number, column, .. } = first.excerpt;
            group = group.element(Origin::path(path).line(line_number).char_column(column));
        }
        let same_line = |a: &Place, b: &Place| {
            a.excerpt.line_number == b.excerpt.line_number && a.excerpt.line_text == b.excerpt.line_text
        };
        let shown = if diagnostic.problem.is_of_file() { &[] } else { self.places.as_slice() };
        for places in shown.chunk_by(same_line) {
            let Some(first) = places.first() else { continue };
            let source = first.excerpt.line_text.as_str();
            let snippet = Snippet::source(source).line_start(first.excerpt.line_number).fold(false);
            group = group.element(snippet.annotations(places.iter().map(Place::annotation)));
        }
        let note = |note: &'a String| Level::NOTE.no_name().message(note.as_str());
        group.elements(self.notes.iter().map(note))
    }
}

/// The text without the mark between the path and the lines, where nothing is left out, and without spaces at line ends.
fn without_marks(rendered: &str) -> String {
    let mut text = String::with_capacity(rendered.len());
    let mut is_first_mark = true;
    for (number, line) in rendered.lines().enumerate() {
        // The title and the path, which may hold anything, are the first two.
        if number > 1 && is_first_mark && line.contains(MARK) && !line.contains('│') {
            is_first_mark = false;
            continue;
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Words over lines of so many cells.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
