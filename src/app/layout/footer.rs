//! The bottom of the window: what just happened, and the keys that matter here.

use std::sync::Arc;

use super::laid::{Keys, Laid};
use super::piece::{Columns, Line, Piece, columns_of};
use crate::app::keymap::{self, Binding, Context};
use crate::app::model::{Model, status};
use crate::app::page::Role;
use crate::text;

/// Columns between two entries; a narrow window has room for one more with fewer.
const fn between(columns: Columns) -> u16 {
    if columns.width < 70 { 2 } else { 3 }
}

/// The footer, measured.
pub(super) struct Footer {
    /// How many rows of the window it takes.
    pub height: u16,
    notice: Vec<String>,
    warning: bool,
    keys: Arc<Keys>,
}

/// Measures the footer.
pub(super) fn lines(model: &Model, context: &Context, columns: Columns, laid: &mut Laid) -> Footer {
    let (text, warning) = status::announcement(model).unwrap_or_default();
    let most = usize::from(model.size.height / 3).max(1);
    // Beside what is said stays room for the word that there is more, unless what is said would not fit then.
    let word = columns_of(&words(model, longest(model))).saturating_add(between(columns));
    let beside = text::wrap(&text, columns.width.saturating_sub(word));
    let wrapped = if beside.lines().len() > most { text::wrap(&text, columns.width) } else { beside };
    let notice: Vec<String> = wrapped
        .lines()
        .iter()
        .take(most)
        .map(|line| text.get(line.start..line.end).unwrap_or_default().trim_end().to_owned())
        .collect();
    let notice_height = u16::try_from(notice.len()).unwrap_or(1).max(1);
    let keys = laid.keys((*context, model.settings, columns), || {
        let between = between(columns);
        let measure = |binding: &Binding| usize::from(entry_width(model, binding) + between);
        let shown = keymap::footer(context, usize::from(columns.width + between), measure);
        keys(model, &shown, columns).into()
    });
    Footer { height: notice_height + 1, notice, warning, keys }
}

fn entry(model: &Model, binding: &Binding) -> (String, String) {
    (model.settings.marks.key(binding.shown), format!(" {}", (binding.label)(model.language())))
}

fn entry_width(model: &Model, binding: &Binding) -> u16 {
    let (key, label) = entry(model, binding);
    columns_of(&key).saturating_add(columns_of(&label))
}

/// What there is of the content out of sight.
#[derive(Clone, Copy)]
pub(super) struct More {
    pub above: bool,
    pub below: bool,
    /// Whether text that is read aloud goes on below, to which the key that goes on leads first.
    pub is_read_on: bool,
}

impl Footer {
    /// The lines of the footer, with a word where there is more above or below.
    pub(super) fn finish(self, model: &Model, columns: Columns, more: More) -> Vec<Line> {
        let bottom = model.size.height.saturating_sub(1);
        let top = model.size.height.saturating_sub(self.height);
        let role = if self.warning { Role::Warning } else { Role::Accent };
        let mut lines: Vec<Line> = self
            .notice
            .into_iter()
            .zip(top..bottom)
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, y)| Line { y, pieces: vec![Piece { x: columns.left, text, role }].into() })
            .collect();
        if more.above || more.below {
            let text = words(model, more);
            let x = columns.right().saturating_sub(columns_of(&text));
            let piece = Piece { x, text, role: Role::Quiet };
            match lines.first_mut().filter(|line| line.y == top) {
                Some(line) if line.end() >= x => {}
                Some(line) => line.pieces.extend([piece]),
                None => lines.push(Line { y: top, pieces: vec![piece].into() }),
            }
        }
        lines.push(Line { y: bottom, pieces: self.keys.pieces.clone() });
        lines
    }
}

/// What takes the most room on a screen.
fn longest(model: &Model) -> More {
    More { above: true, below: true, is_read_on: model.screen().is_read_to_its_end() }
}

fn words(model: &Model, more: More) -> String {
    let signs = model.settings.marks.signs();
    let language = model.language();
    match (more.above, more.below) {
        (_, true) if more.is_read_on => format!("{} {}", signs.more_below, language.session_read_on()),
        (true, true) => format!("{}{} {}", signs.more_above, signs.more_below, language.more()),
        (true, false) => format!("{} {}", signs.more_above, language.more()),
        _ => format!("{} {}", signs.more_below, language.more()),
    }
}

/// The keys from the left; help and leaving stand at the right.
fn keys(model: &Model, shown: &[&'static Binding], columns: Columns) -> Vec<Piece> {
    let at_right = |binding: &Binding| binding.shown == "F1" || binding.shown == "Esc";
    let between = between(columns);
    let mut pieces = Vec::new();
    let mut x = columns.left;
    for binding in shown.iter().filter(|binding| !at_right(binding)) {
        x = put(model, binding, x, &mut pieces).saturating_add(between);
    }
    let right: Vec<_> = shown.iter().filter(|binding| at_right(binding)).collect();
    let width: u16 = right.iter().map(|binding| entry_width(model, binding).saturating_add(between)).sum();
    let mut x = columns.right().saturating_sub(width.saturating_sub(between)).max(columns.left);
    for binding in right {
        x = put(model, binding, x, &mut pieces).saturating_add(between);
    }
    pieces
}

fn put(model: &Model, binding: &Binding, x: u16, pieces: &mut Vec<Piece>) -> u16 {
    let (key, label) = entry(model, binding);
    let after_key = x.saturating_add(columns_of(&key));
    let after = after_key.saturating_add(columns_of(&label));
    pieces.push(Piece { x, text: key, role: Role::Key });
    pieces.push(Piece { x: after_key, text: label, role: Role::Quiet });
    after
}
