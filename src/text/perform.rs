//! Carries out a command on a text that lives elsewhere.

use std::borrow::Cow;
use std::ops::Range;

use super::citizen_number::{cut, digits_of, find_near};
use super::command::{Command, LONGEST_NAME, Lines, MAX_BYTES, Outcome, Refusal};
use super::cursor::Cursor;
use super::digits::read_value;
use super::edit::TextEdit;
use super::enclosed::with_brackets;
use super::grapheme::{cells, next, previous, snap_forward};
use super::motion::{go, word_left, word_right};
use super::pasted::{in_one_line, listed, pasted_after, without_list_sign};
use super::visible::{Breaks, visible_after};
use super::wrap::Wrapped;

/// So many bytes of what is pasted at once are looked at: no field has room for more, whatever goes from them.
const LONGEST_READ: usize = 4 * MAX_BYTES;

/// Carries out a command: tells how the text changes and where the cursor goes, and changes nothing itself.
///
/// `wrapped` must be made from `text` where the command moves; nothing else looks at it. All that comes in passes the boundary for hostile text, a citizen number is left out
/// wherever the edit would make one, and a cursor that does not fit the text is moved to a place that does first.
#[must_use]
pub fn perform(
    text: &str,
    cursor: &Cursor,
    command: &Command,
    lines: Lines,
    wrapped: &Wrapped,
    clipboard: &str,
) -> Outcome {
    let cursor = cursor.clamped(text);
    let at = cursor.position();
    match command {
        Command::Insert('\n' | '\r') | Command::NewLine => match lines {
            Lines::Single | Lines::Name => Outcome::at(cursor),
            Lines::Many => put_in(text, &cursor, "\n", lines, Going::No),
        },
        Command::Insert(c) if read_value(*c).is_some() => {
            put_in(text, &cursor, c.encode_utf8(&mut [0; 4]), lines, Going::On)
        }
        Command::Insert(c) if !c.is_control() => {
            let cursor = behind_list_sign(text, cursor, *c, lines);
            let meant = pasted_after(before(text, &cursor), c.encode_utf8(&mut [0; 4])).into_owned();
            put_in(text, &cursor, &in_lines(&meant, lines), lines, Going::No)
        }
        Command::Insert(c) => put_in(text, &cursor, c.encode_utf8(&mut [0; 4]), lines, Going::No),
        Command::InsertText(new) => {
            let longest = LONGEST_READ.min(new.len());
            let end = (0..=longest).rev().find(|at| new.is_char_boundary(*at)).unwrap_or(0);
            let (read, rest) = new.split_at(end);
            let is_first = begins_line(text, &cursor, lines);
            let read = listed(read).filter(|_| is_first).unwrap_or(read);
            let meant = pasted_after(all_before(text, &cursor), read);
            let begins = begins_apart(read) || begins_apart(&meant);
            let meant = apart(all_before(text, &cursor), begins, in_lines(&meant, lines));
            let meant = if is_first { without_list_sign(&meant) } else { &meant };
            let outcome = put_in(text, &cursor, meant, lines, Going::No);
            if rest.is_empty() {
                return outcome;
            }
            let unread = rest.chars().count();
            let refused = match outcome.refused {
                Some(Refusal::TooLong { kept, of }) => Refusal::TooLong { kept, of: of + unread },
                _ => {
                    let kept = meant.chars().count();
                    Refusal::TooLong { kept, of: kept + unread }
                }
            };
            Outcome { refused: Some(refused), ..outcome }
        }
        Command::Paste => {
            let line = in_lines(clipboard, lines);
            let is_first = begins_line(text, &cursor, lines);
            let meant = if is_first { without_list_sign(&line) } else { &line };
            put_in(text, &cursor, meant, lines, Going::No)
        }
        Command::Backspace => take_out(text, &cursor, previous(text, at)..at),
        Command::Delete => take_out(text, &cursor, at..next(text, at)),
        Command::BackspaceWord => take_out(text, &cursor, word_left(text, at)..at),
        Command::DeleteWord => take_out(text, &cursor, at..word_right(text, at)),
        Command::Move { to, select } => {
            let (cursor, left) = go(text, &cursor, *to, *select, wrapped);
            Outcome { left, ..Outcome::at(cursor) }
        }
        Command::SelectAll => Outcome::at(Cursor::selecting(0, text.len())),
        Command::Copy => Outcome { copied: selected(text, &cursor), ..Outcome::at(cursor) },
        Command::Cut => match selected(text, &cursor) {
            Some(copied) => Outcome { copied: Some(copied), ..take_out(text, &cursor, at..at) },
            None => Outcome::at(cursor),
        },
    }
}

/// Whether somebody is in the middle of typing a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Going {
    /// A digit was typed.
    On,
    /// Something else came.
    No,
}

/// The cluster behind which something is put in.
fn before<'t>(text: &'t str, cursor: &Cursor) -> &'t str {
    let start = cursor.selection().map_or(cursor.position(), |range| range.start);
    text.get(previous(text, start)..start).unwrap_or_default()
}

/// All that stands before the place where something is put in.
fn all_before<'t>(text: &'t str, cursor: &Cursor) -> &'t str {
    let start = cursor.selection().map_or(cursor.position(), |range| range.start);
    text.get(..start).unwrap_or_default()
}

/// Text of more lines, as it fits in a field.
fn in_lines(text: &str, lines: Lines) -> Cow<'_, str> {
    match lines {
        Lines::Single | Lines::Name => in_one_line(text),
        Lines::Many => Cow::Borrowed(text),
    }
}

/// The cursor with the sign of a list selected that alone stands before it, where a letter comes behind it in a field of one line.
fn behind_list_sign(text: &str, cursor: Cursor, letter: char, lines: Lines) -> Cursor {
    if lines == Lines::Many {
        return cursor;
    }
    let before = all_before(text, &cursor);
    let stands_alone = before.trim().chars().count() == 1 && !before.trim().is_ascii();
    let is_sign = letter.is_alphabetic() && stands_alone && {
        let line = format!("{}{letter}", before.trim_start());
        listed(&line).is_some() || without_list_sign(&line).len() < line.len()
    };
    if is_sign {
        Cursor::selecting(0, cursor.selection().map_or(cursor.position(), |range| range.end))
    } else {
        cursor
    }
}

/// Whether what is put in begins a field of one line, in which no list can stand.
fn begins_line(text: &str, cursor: &Cursor, lines: Lines) -> bool {
    lines != Lines::Many && all_before(text, cursor).trim().is_empty()
}

fn begins_apart(text: &str) -> bool {
    text.starts_with(char::is_whitespace)
}

/// What came, with a blank before it where it began apart: a blank or a line end parted it from what stands there and was left out.
fn apart<'t>(before: &str, begins: bool, meant: Cow<'t, str>) -> Cow<'t, str> {
    let is_lost = begins && !meant.is_empty() && !begins_apart(&meant);
    match is_lost && !before.is_empty() && !before.ends_with(char::is_whitespace) {
        true => Cow::Owned(format!(" {meant}")),
        false => meant,
    }
}

fn selected(text: &str, cursor: &Cursor) -> Option<String> {
    cursor.selection().and_then(|range| text.get(range)).map(str::to_owned)
}

/// Removes the selection, or `otherwise` when nothing is selected.
fn take_out(text: &str, cursor: &Cursor, otherwise: Range<usize>) -> Outcome {
    let range = cursor.selection().unwrap_or(otherwise);
    if range.is_empty() {
        Outcome::at(cursor.moved(cursor.position(), false, None))
    } else {
        replace(text, range, "", None, Going::No)
    }
}

/// Puts text in the place of the selection, or at the cursor.
fn put_in(text: &str, cursor: &Cursor, new: &str, lines: Lines, going: Going) -> Outcome {
    let range = cursor.selection().unwrap_or(cursor.position()..cursor.position());
    let before = before(text, cursor);
    let breaks = match lines {
        Lines::Single | Lines::Name => Breaks::Space,
        Lines::Many => Breaks::Keep,
    };
    let new = visible_after(before, new, breaks);
    let room = MAX_BYTES.saturating_sub(text.len() - range.len());
    let count = |text: &str| text.chars().count();
    let signs = match lines {
        Lines::Name => {
            LONGEST_NAME.saturating_sub(count(text) - count(text.get(range.clone()).unwrap_or_default()))
        }
        Lines::Single | Lines::Many => usize::MAX,
    };
    let (fitting, refused) = if new.len() <= room && (signs == usize::MAX || count(&new) <= signs) {
        (new.as_ref(), None)
    } else {
        let ends = cells(&new).scan(0, |signs, cell| {
            *signs += count(cell.text);
            Some((cell.start + cell.text.len(), *signs))
        });
        let fits = ends.take_while(|(end, taken)| *end <= room && *taken <= signs).last().map(|(end, _)| end);
        let fits = new.get(..fits.unwrap_or(0)).unwrap_or_default();
        let (kept, of) = (fits.chars().count(), new.chars().count());
        (fits, Some(Refusal::TooLong { kept, of }))
    };
    if fitting.is_empty() {
        // Nothing came, so the selection that it would have replaced stays.
        return Outcome { refused, ..Outcome::at(*cursor) };
    }
    let stands = text.get(range.clone()).unwrap_or_default();
    let outcome = replace(text, range, fitting, refused, going);
    match (&outcome.edit, &outcome.kept) {
        // Nothing is left of what came, so it stays too, till somebody says that the number is something else.
        (Some(edit), Some(kept))
            if edit.removed == stands && !stands.trim().is_empty() && edit.inserted.trim().is_empty() =>
        {
            let kept = TextEdit { removed: edit.removed.clone(), ..kept.clone() };
            Outcome { refused: outcome.refused, kept: Some(kept), ..Outcome::at(*cursor) }
        }
        _ => outcome,
    }
}

/// The outcome of putting `new` in the place of `range`, without any citizen number that this would make; one that ends
/// with a digit that was typed may get longer, and is judged when somebody goes on.
fn replace(
    text: &str,
    mut range: Range<usize>,
    new: &str,
    mut refused: Option<Refusal>,
    going: Going,
) -> Outcome {
    let mut after = String::with_capacity(text.len() + new.len());
    for part in [text.get(..range.start), Some(new), text.get(range.end..)] {
        after.push_str(part.unwrap_or_default());
    }
    // The part of `after` that is not as it was in `text`, and the cursor in `after`.
    let mut span = range.start..range.start + new.len();
    let mut position = span.end;
    // What stands there already was kept on purpose, or was in the record before this rule.
    let known: Vec<Vec<u8>> =
        find_near(text, range.clone()).iter().map(|number| digits_of(text, number)).collect();
    let mut asked: Option<(String, Range<usize>)> = None;
    let goes_on = going == Going::On;
    loop {
        let mut numbers = find_near(&after, span.clone());
        numbers.retain(|number| {
            !(known.contains(&digits_of(&after, number)) || goes_on && number.end == span.end)
        });
        numbers.iter_mut().for_each(|number| *number = with_brackets(&after, number.clone()));
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { break };
        refused = refused.or(Some(Refusal::CitizenNumber));
        let wider = span.start.min(first.start)..span.end.max(last.end);
        let (more_before, more_behind) = (span.start - wider.start, wider.end - span.end);
        let (_, part) = asked.get_or_insert_with(|| (after.clone(), span.clone()));
        *part = part.start - more_before..part.end + more_behind;
        range = range.start - more_before..range.end + more_behind;
        let gone_before: usize = numbers.iter().map(|n| n.end.min(position).saturating_sub(n.start)).sum();
        position -= gone_before;
        let rest = cut(&after, wider.clone(), &numbers);
        span = wider.start..wider.start + rest.len();
        after.replace_range(wider, &rest);
    }
    let removed = text.get(range.clone()).unwrap_or_default();
    let inserted_now = after.get(span).unwrap_or_default();
    let edit = (removed != inserted_now).then(|| TextEdit {
        at: range.start,
        removed: removed.to_owned(),
        inserted: inserted_now.to_owned(),
    });
    let kept = asked.and_then(|(asked, part)| {
        let inserted = asked.get(part)?.to_owned();
        Some(TextEdit { at: range.start, removed: inserted_now.to_owned(), inserted })
    });
    // What came may have joined with what stood behind it; the cursor then goes behind both.
    let cursor = Cursor::at(snap_forward(&after, position));
    Outcome { edit, refused, kept, ..Outcome::at(cursor) }
}
